/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the deals selected, one or several. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window-private.h"
#include "model/outlay-store-acts.h"
#include "ui/details/outlay-deal-copy.h"
#include "ui/edit/outlay-act-toast.h"
#include "ui/print/outlay-export-deals.h"

static GArray *
list_ids (OutlayWindow *window)
{
  g_autoptr (GPtrArray) deals = outlay_selection_list (window->selection);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), deals->len);

  for (guint i = 0; i < deals->len; i++)
    {
      gint64 id = outlay_deal_get_id (g_ptr_array_index (deals, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
run (OutlayWindow *window, OutlayAct *act)
{
  outlay_act_toast_run (GTK_WIDGET (window->toasts), window->store, act);
}

static void
copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  OutlayLedger *ledger = outlay_store_get_ledger (window->store);
  g_autoptr (GPtrArray) deals = outlay_selection_list (window->selection);

  if (deals->len > 0 && ledger != NULL)
    outlay_deal_copy_load (GTK_WIDGET (window->toasts), ledger, deals);
}

/* Stars all; where all have one, takes them away. */
static void
star (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autoptr (GPtrArray) deals = outlay_selection_list (window->selection);
  gboolean starred = TRUE;

  for (guint i = 0; i < deals->len; i++)
    starred = starred && outlay_deal_get_starred (g_ptr_array_index (deals, i));
  outlay_store_star_deals (window->store, deals, !starred);
}

static void
tag (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autoptr (GArray) ids = list_ids (window);
  g_autoptr (OutlayAct) act
    = outlay_act_new_tag (ids, g_variant_get_string (parameter, NULL), TRUE);

  run (window, act);
}

static void
merge (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autoptr (GArray) ids = list_ids (window);
  g_autoptr (OutlayAct) act = outlay_act_new_merge (ids);

  run (window, act);
}

static void
reject (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autoptr (GArray) ids = list_ids (window);
  g_autoptr (OutlayAct) act = outlay_act_new_reject (ids, TRUE);

  run (window, act);
}

static char *
dup_words (OutlayWindow *window)
{
  return outlay_view_state_dup_filter_of_some (window->state,
                                               outlay_selection_count (window->selection));
}

static void
print_selected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autofree char *words = dup_words (window);

  outlay_window_print (window, outlay_selection_dup_shown (window->selection), words);
}

static void
export_selected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  g_autofree char *words = dup_words (window);

  outlay_export_deals (GTK_WINDOW (window), outlay_store_get_ledger (window->store),
                       outlay_selection_dup_shown (window->selection), words);
}

static void
edit_deal (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_open_details (OUTLAY_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
select_one (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_selection_reduce (OUTLAY_WINDOW (user_data)->selection);
}

static const GActionEntry entries[] = {
  {"copy", copy},
  {"star", star},
  {"tag", tag, "s"},
  {"merge", merge},
  {"print-selected", print_selected},
  {"export-selected", export_selected},
  {"edit-deal", edit_deal, "s"},
  {"reject", reject},
  {"select-one", select_one},
};

static int
get_height (OutlayWindow *window, GtkWidget *bar)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window->center));
  int height = 0;

  if (bar != NULL && gtk_widget_get_visible (bar))
    gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, width > 0 ? width : -1, NULL, &height, NULL,
                        NULL);
  return height;
}

/** outlay_window_lift_toasts: has messages come above the bars at the foot, so that their buttons
 * can be clicked. */
void
outlay_window_lift_toasts (OutlayWindow *window)
{
  outlay_toast_overlay_set_lift (window->toasts,
                                 get_height (window, GTK_WIDGET (window->selection_bar))
                                   + get_height (window, window->view_bar));
}

/* Whether it can be done to @count deals; a deal whose details are shown though a filter hides it
 * can be copied and starred, too. */
static gboolean
can_do (OutlayWindow *window, const GActionEntry *entry, guint count)
{
  if (entry->activate == copy || entry->activate == star)
    return count > 0 || outlay_view_state_get_selected (window->state) != NULL;
  if (entry->activate == edit_deal)
    return count == 1;
  if (entry->activate == print_selected || entry->activate == export_selected
      || entry->activate == reject)
    return count > 0;
  return count > 1;
}

static void
selection_changed_cb (OutlayWindow *window)
{
  guint count = outlay_selection_count (window->selection);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_do (window, &entries[i], count));
    }
  outlay_window_lift_toasts (window);
}

/** outlay_window_follow_selection: lets what is selected be copied, starred, tagged and merged. */
void
outlay_window_follow_selection (OutlayWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  outlay_window_add_key (window, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy");
  outlay_selection_bar_set_selection (window->selection_bar, window->selection);
  g_signal_connect_object (window->selection, "changed", G_CALLBACK (selection_changed_cb), window,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (window);
}
