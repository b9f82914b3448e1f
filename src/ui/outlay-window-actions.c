/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What menus, buttons and keys do to the window. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "model/rereading/outlay-store-reread.h"
#include "outlay-window-private.h"
#include "ui/access/outlay-focus.h"
#include "ui/access/outlay-program-keys.h"
#include "ui/preferences/outlay-go-back.h"
#include "ui/print/outlay-export-deals.h"
#include "ui/print/outlay-print-deals.h"
#include "ui/rejected/outlay-rejected-window.h"

static void
import_files (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_choose_files (OUTLAY_WINDOW (user_data), FALSE);
}

static void
import_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_choose_files (OUTLAY_WINDOW (user_data), TRUE);
}

static void
open_ledger (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_choose_ledger (OUTLAY_WINDOW (user_data));
}

static void
save_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_choose_copy (OUTLAY_WINDOW (user_data));
}

static void
go_back_to_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GtkWidget *copies
    = outlay_go_back_new (gtk_application_get_active_window (application), window->store);

  g_signal_connect_object (copies, "gone-back", G_CALLBACK (outlay_window_notify), window,
                           G_CONNECT_SWAPPED);
  outlay_program_keys_add (copies);
  gtk_window_present (GTK_WINDOW (copies));
}

static void
show_rejected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  if (window->rejected == NULL)
    {
      g_set_weak_pointer (&window->rejected,
                          outlay_rejected_window_new (GTK_WINDOW (window), window->store));
      outlay_program_keys_add (window->rejected);
    }
  gtk_window_present (GTK_WINDOW (window->rejected));
}

static void
reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_store_reopen (OUTLAY_WINDOW (user_data)->store);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  g_autoptr (OutlayWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = outlay_store_restore_finish (store, result, &error);

  if (aside == NULL)
    {
      outlay_window_notify (window, error->message);
      return;
    }
  g_autofree char *name = g_filename_display_basename (aside);
  g_autofree char *words
    = outlay_format_fill (_ ("The damaged ledger is kept as “{file}”."), "file", name, NULL);
  outlay_window_notify (window, words);
  outlay_store_reopen (store);
}

static void
restore_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  if (outlay_store_get_copy (window->store) != NULL)
    outlay_store_restore_async (window->store, restored_cb, g_object_ref (window));
}

static void
show_details (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_show_side (OUTLAY_WINDOW (user_data), OUTLAY_SIDE_DETAILS);
}

static void
close_side (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  if (outlay_window_close_sidebar_over (window))
    return;
  if (outlay_selection_count (window->selection) > 1)
    {
      outlay_selection_reduce (window->selection);
      return;
    }
  if (window->shown_side == OUTLAY_SIDE_DETAILS
      && outlay_details_pane_close_article (window->details))
    return;
  outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  outlay_window_focus_view (window);
}

static void
show_report (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  /* The message that leads here would lie over what it leads to. */
  outlay_toast_overlay_hide (window->toasts);
  outlay_window_show_side (window, OUTLAY_SIDE_REPORT);
}

/**
 * outlay_window_print:
 * @shown: (transfer full): what is printed
 * @filter: which deals they are, in words
 *
 * Opens the window that prints.
 */
void
outlay_window_print (OutlayWindow *window, OutlayShown *shown, const char *filter)
{
  g_autoptr (GVariant) sums = g_action_group_get_action_state (G_ACTION_GROUP (window), "sums");

  outlay_print_deals (GTK_WINDOW (window), outlay_store_get_ledger (window->store), shown, filter,
                      g_variant_get_string (sums, NULL));
}

static void
print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autofree char *filter = outlay_view_state_dup_filter (window->state);

  outlay_window_print (window, outlay_view_state_dup_shown (window->state), filter);
}

static void export(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autofree char *filter = outlay_view_state_dup_filter (window->state);

  outlay_export_deals (GTK_WINDOW (window), outlay_store_get_ledger (window->store),
                       outlay_view_state_dup_shown (window->state), filter);
}

static void
clear_filters (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_view_state_clear_filters (OUTLAY_WINDOW (user_data)->state);
}

static void
toggle_sidebar (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  if (g_variant_get_boolean (state) != outlay_window_shows_sidebar (window))
    outlay_window_toggle_sidebar (window);
}

static void
toggle_search (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  gboolean open = g_variant_get_boolean (state);

  gtk_search_bar_set_search_mode (window->search_bar, open);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (window->search_entry));
  else
    outlay_view_state_set_search_text (window->state, "");
  g_simple_action_set_state (action, state);
}

/* Ctrl+F puts the cursor into the entry also where that is open. */
static void
find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_action_group_change_action_state (G_ACTION_GROUP (user_data), "search",
                                      g_variant_new_boolean (TRUE));
}

/* What is kept is told back as chosen, by some of the places for settings also where nothing is new
 * about it. */
static void
keep_sums (GSettings *settings, const char *currency)
{
  g_autofree char *kept = g_settings_get_string (settings, "sums");

  if (!g_str_equal (kept, currency))
    g_settings_set_string (settings, "sums", currency);
}

static void
change_sums (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  OutlayWindow *window = user_data;
  const char *currency = g_variant_get_string (state, NULL);

  outlay_view_state_set_totals_currency (window->state, currency);
  g_simple_action_set_state (action, state);
  if (window->settings != NULL)
    keep_sums (window->settings, currency);
}

static void
change_sort (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  OutlaySort sort;

  if (!outlay_sort_from_string (g_variant_get_string (state, NULL), &sort))
    return;
  outlay_view_state_set_sort (window->state, sort);
  g_simple_action_set_state (action, state);
}

static void
notify (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_notify (OUTLAY_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
change_view (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  OutlayView view;

  if (outlay_view_from_string (g_variant_get_string (state, NULL), &view))
    outlay_window_set_view (OUTLAY_WINDOW (user_data), view);
}

static void
show_article (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_view_state_show_article (OUTLAY_WINDOW (user_data)->state,
                                  g_variant_get_int64 (parameter));
}

static void
review (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  outlay_view_state_clear_filters (window->state);
  outlay_view_state_set_scope (window->state, OUTLAY_SCOPE_REVIEW);
  if (outlay_window_get_layout (window) >= OUTLAY_LAYOUT_NARROW)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  outlay_window_focus_review (window);
}

static void
show_circles (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  outlay_view_state_set_scope (window->state, OUTLAY_SCOPE_ALL);
  outlay_window_set_view (window, OUTLAY_VIEW_FLOWS);
  outlay_flows_view_open_circle (OUTLAY_FLOWS_VIEW (window->views[OUTLAY_VIEW_FLOWS]));
}

static gboolean
shows_article (OutlayWindow *window)
{
  return window->shown_side == OUTLAY_SIDE_DETAILS && window->details != NULL
         && outlay_details_pane_get_article_open (window->details);
}

/* From an article the way back is to its deal. */
static void
go_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  if (shows_article (window))
    outlay_details_pane_close_article (window->details);
  else
    outlay_view_state_go (window->state, -1);
}

static void
go_forward (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_view_state_go (OUTLAY_WINDOW (user_data)->state, 1);
}

static void
save_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autofree char *line = outlay_view_state_dup_filter_line (window->state);

  outlay_saved_filters_insert (window->saved, G_MAXUINT, g_variant_get_string (parameter, NULL),
                               line);
}

static void
restore_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name, *line;
  guint position;

  g_variant_get (parameter, "(u&s&s)", &position, &name, &line);
  outlay_saved_filters_insert (OUTLAY_WINDOW (user_data)->saved, position, name, line);
}

/* The panes in the order in which F6 goes through them: those that can be seen. */
static void
next_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  GtkWidget *panes[] = {GTK_WIDGET (window->sidebar), window->filters, GTK_WIDGET (window->content),
                        GTK_WIDGET (window->side)};
  guint current = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      if (outlay_focus_is_within (panes[i]))
        current = i;
    }
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(current + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static const GActionEntry entries[] = {
  {"next-pane", next_pane},
  {"save-filter", save_filter, "s"},
  {"restore-filter", restore_filter, "(uss)"},
  {"show-article", show_article, "x"},
  {"circles", show_circles},
  {"review", review},
  {"back", go_back},
  {"forward", go_forward},
  {"import-files", import_files},
  {"import-folder", import_folder},
  {"open-ledger", open_ledger},
  {"save-copy", save_copy},
  {"go-back-to-copy", go_back_to_copy},
  {"show-rejected", show_rejected},
  {"reload", reload},
  {"restore-copy", restore_copy},
  {"show-details", show_details},
  {"close-side", close_side},
  {"show-report", show_report},
  {"print", print},
  {"export", export},
  {"clear-filters", clear_filters},
  {"find", find},
  {"notify", notify, "s"},
  {"sidebar", NULL, NULL, "true", toggle_sidebar},
  {"search", NULL, NULL, "false", toggle_search},
  {"sort", NULL, "s", "'newest'", change_sort},
  {"sums", NULL, "s", "''", change_sums},
  {"view", NULL, "s", "'cards'", change_view},
};

/** outlay_window_install_actions: gives the window its "win." actions. */
void
outlay_window_install_actions (OutlayWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  outlay_window_add_key (window, GDK_KEY_slash, 0, "win.find");
}

static void
set_state (OutlayWindow *window, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
enable (OutlayWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/** outlay_window_update_actions: enables and checks actions as the window now is. */
void
outlay_window_update_actions (OutlayWindow *window)
{
  const OutlayTotals *totals
    = window->state != NULL ? outlay_view_state_get_totals (window->state) : NULL;
  gboolean any = totals != NULL && totals->n_all > 0;
  gboolean printable = any && totals->n_deals > 0 && outlay_store_get_ledger (window->store) != NULL
                       && !outlay_store_get_partial (window->store);
  gboolean any_articles
    = window->store != NULL && outlay_store_can_reread (window->store)
      && g_list_model_get_n_items (outlay_store_get_sources (window->store)) > 0;
  gboolean has_ledger = window->store != NULL && outlay_store_get_ledger (window->store) != NULL;

  set_state (window, "sidebar", g_variant_new_boolean (outlay_window_shows_sidebar (window)));
  set_state (window, "view", g_variant_new_string (outlay_view_to_string (window->view)));
  enable (window, "back",
          any && (shows_article (window) || outlay_view_state_can_go (window->state, -1)));
  enable (window, "forward", any && outlay_view_state_can_go (window->state, 1));
  enable (window, "view", any);
  enable (window, "circles", any);
  enable (window, "search", any);
  enable (window, "find", any);
  enable (window, "print", printable);
  enable (window, "export", printable);
  enable (window, "undo-import", outlay_window_get_import (window) != NULL);
  enable (window, "save-copy", has_ledger);
  enable (window, "go-back-to-copy", has_ledger);
  enable (window, "show-rejected", has_ledger);
  enable (window, "read-again", any_articles);
  enable (window, "read-all-again", any_articles);
  enable (window, "read-outdated", any_articles);
  enable (window, "show-report", outlay_window_get_import (window) != NULL);
  if (window->state != NULL)
    set_state (
      window, "sort",
      g_variant_new_string (outlay_sort_to_string (outlay_view_state_get_sort (window->state))));
}
