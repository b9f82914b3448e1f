/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of what the user did to deals. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-window-private.h"
#include "model/outlay-store-acts.h"
#include "ui/access/outlay-focus.h"
#include "ui/edit/outlay-act-toast.h"

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  outlay_act_toast_undo (GTK_WIDGET (window->toasts), window->store, 1);
}

static void
undo_some (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  outlay_act_toast_undo (GTK_WIDGET (window->toasts), window->store,
                         g_variant_get_uint32 (parameter));
}

/* What came with the import goes again, as an act that can be undone itself. */
static void
undo_import (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  OutlayImport *import = outlay_window_get_import (window);
  const GPtrArray *items = import != NULL ? outlay_import_get_items (import) : NULL;
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OutlayAct) act = NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      if (item->outcome == OUTLAY_IMPORT_NEW)
        g_array_append_val (articles, item->article_id);
    }
  if (articles->len == 0)
    return;
  act = outlay_act_new_delete_articles (articles);
  outlay_act_toast_run (GTK_WIDGET (window->toasts), window->store, act);
  if (window->shown_side == OUTLAY_SIDE_REPORT)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
}

static void
redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);

  outlay_act_toast_redo (GTK_WIDGET (window->toasts), window->store);
}

static const GActionEntry entries[] = {
  {"undo", undo},
  {"redo", redo},
  {"undo-some", undo_some, "u"},
  {"undo-import", undo_import},
};

static void
enable (OutlayWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
words_changed_cb (OutlayWindow *window)
{
  const char *done = outlay_store_get_undo_words (window->store);
  /* Translators: {act} is what was done, as “Merged 2 deals” */
  g_autofree char *hint
    = done != NULL ? outlay_format_fill (_ ("Undo: {act} (Ctrl+Z)"), "act", done, NULL) : NULL;

  enable (window, "undo", done != NULL);
  enable (window, "redo", outlay_store_get_redo_words (window->store) != NULL);
  gtk_widget_set_tooltip_text (window->undo_button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->undo_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "",
                                  -1);
}

/* Only the last act is undone: a message about one before it offers so no longer. */
static void
done_changed_cb (OutlayWindow *window)
{
  words_changed_cb (window);
  if (g_strcmp0 (outlay_store_get_undo_words (window->store), window->told) == 0)
    return;
  g_clear_pointer (&window->told, g_free);
  outlay_toast_overlay_withdraw (window->toasts, "win.undo");
  outlay_toast_overlay_withdraw (window->toasts, "win.undo-some");
}

/**
 * outlay_window_add_key:
 *
 * Lets keys activate an action where no entry that has the focus takes them for itself, which it
 * could not before an accelerator of the program.
 */
void
outlay_window_add_key (OutlayWindow *window, guint key, GdkModifierType state, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, state), gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

/** outlay_window_follow_acts: lets what was done to deals be undone and done again. */
void
outlay_window_follow_acts (OutlayWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  outlay_window_add_key (window, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  outlay_window_add_key (window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  outlay_window_add_key (window, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo");
  g_signal_connect_object (window->store, "notify::undo-words", G_CALLBACK (done_changed_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->store, "notify::redo-words", G_CALLBACK (words_changed_cb),
                           window, G_CONNECT_SWAPPED);
  words_changed_cb (window);
}

/**
 * outlay_window_open_details:
 * @what: what is edited there; "" for nothing
 *
 * Shows the details of the deal selected, and gives them the keyboard.
 */
void
outlay_window_open_details (OutlayWindow *window, const char *what)
{
  GtkWidget *details
    = GTK_WIDGET (outlay_details_pane_get_details (outlay_window_ensure_details (window)));

  outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
  if (*what != '\0')
    gtk_widget_activate_action (details, "details.edit", "s", what);
  else
    outlay_focus_when_sized (details);
}

static void
article_wanted_cb (OutlayWindow *window, gint64 article_id)
{
  outlay_details_pane_open_article (outlay_window_ensure_details (window), article_id);
  outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
}

/* It is made when it is first wanted. */
static void
ensure_review (OutlayWindow *window)
{
  GtkWidget *review;

  if (window->review != NULL)
    return;
  review = outlay_review_view_new (window->state);
  gtk_stack_add_named (window->content, review, "review");
  g_signal_connect_object (review, "details", G_CALLBACK (outlay_window_open_details), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (review, "open-article", G_CALLBACK (article_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  window->review = OUTLAY_REVIEW_VIEW (review);
}

static gboolean
focus_review_cb (gpointer data)
{
  OutlayWindow *window = data;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (window->content), "review") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (window->review));
  return G_SOURCE_REMOVE;
}

/** outlay_window_focus_review: gives the questions the keyboard, where they are shown. */
void
outlay_window_focus_review (OutlayWindow *window)
{
  /* The click that asked for it takes the focus to the sidebar first. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_review_cb, g_object_ref (window), g_object_unref);
}

/** outlay_window_show_review: shows the questions in the deals' place, with the keys on them. */
void
outlay_window_show_review (OutlayWindow *window)
{
  gboolean appears = g_strcmp0 (gtk_stack_get_visible_child_name (window->content), "review") != 0;

  ensure_review (window);
  gtk_stack_set_visible_child_name (window->content, "review");
  if (!appears)
    return;
  outlay_selection_reduce (window->selection);
  outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  /* Who goes through the sidebar by the arrows may be on the way to another row. */
  if (!outlay_focus_is_within (GTK_WIDGET (window->sidebar)))
    outlay_window_focus_review (window);
}
