/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How articles are read again, and what is told of it. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "model/rereading/outlay-store-reread.h"
#include "outlay-window-private.h"

static void
read_all_again (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_store_reread (OUTLAY_WINDOW (user_data)->store, OUTLAY_REREAD_ALL, NULL, 0);
}

static void
read_outdated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_store_reread (OUTLAY_WINDOW (user_data)->store, OUTLAY_REREAD_OUTDATED, NULL, 0);
}

/* What the sidebar points at; where that is no source and no article, all. */
static void
read_again (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  OutlayScope scope = outlay_view_state_get_scope (window->state);

  if (scope == OUTLAY_SCOPE_SOURCE)
    outlay_store_reread (window->store, OUTLAY_REREAD_SOURCE,
                         outlay_view_state_get_source (window->state), 0);
  else if (scope == OUTLAY_SCOPE_ARTICLE)
    outlay_store_reread (window->store, OUTLAY_REREAD_ARTICLE, NULL,
                         outlay_view_state_get_article (window->state));
  else
    outlay_store_reread (window->store, OUTLAY_REREAD_ALL, NULL, 0);
}

/* In the view of the deals that is shown, with the pane of the side out of their way where it lies
 * over them. */
static void
show_reread (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = OUTLAY_WINDOW (user_data);
  gsize n_ids;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n_ids, sizeof *ids);

  outlay_view_state_show_reread (window->state, ids, n_ids);
  if (outlay_window_get_layout (window) >= OUTLAY_LAYOUT_NARROW)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
}

static void
add_count (GString *changes, const char *pattern, guint count)
{
  g_autofree char *number = outlay_format_count (count);
  g_autofree char *words = outlay_format_fill (pattern, "count", number, NULL);

  if (count > 0)
    g_string_append_printf (changes, "%s%s", changes->len > 0 ? C_ ("list", ", ") : "", words);
}

static char *
dup_changes (const OutlayReextraction *done)
{
  guint n_new, n_changed, n_gone;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *number = outlay_format_count (done->n_articles);
  g_autofree char *articles = outlay_format_fill (
    ngettext ("{count} article read again", "{count} articles read again", done->n_articles),
    "count", number, NULL);

  outlay_reextraction_count (done, &n_new, &n_changed, &n_gone);
  if (n_new + n_changed + n_gone == 0)
    /* Translators: {articles} is “15 articles read again” */
    return outlay_format_fill (_ ("{articles}. No deal has changed."), "articles", articles, NULL);
  add_count (changes, _ ("{count} new"), n_new);
  add_count (changes, _ ("{count} changed"), n_changed);
  add_count (changes, _ ("{count} gone"), n_gone);
  /* Translators: {articles} is “15 articles read again”, {changes} is “2 new, 1 gone” */
  return outlay_format_fill (_ ("{articles}. Deals: {changes}. What you corrected is kept."),
                             "articles", articles, "changes", changes->str, NULL);
}

static char *
dup_failure (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Stopped. The ledger stays as it was."));
  return g_strdup (error->message);
}

/* Those that are gone can't be shown. */
static GVariant *
list_changed (const OutlayReextraction *done)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < done->changes->len; i++)
    {
      const OutlayDealChange *change = g_ptr_array_index (done->changes, i);

      if (change->after != NULL)
        g_array_append_val (ids, change->after->id);
    }
  if (ids->len == 0)
    return NULL;
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));
}

static void
reread_cb (OutlayWindow *window, const OutlayReextraction *done, const GError *error)
{
  g_autofree char *text = done != NULL ? dup_changes (done) : dup_failure (error);
  gboolean undoable = done != NULL && done->entry != NULL;
  GVariant *changed = done != NULL ? list_changed (done) : NULL;

  g_free (window->told);
  window->told = done != NULL ? outlay_store_dup_reread_words (done) : NULL;
  outlay_toast_overlay_show (window->toasts, text, undoable ? C_ ("button", "Undo") : NULL,
                             undoable ? "win.undo" : NULL, NULL);
  if (changed != NULL)
    outlay_toast_overlay_offer (window->toasts, _ ("_Show"), "win.show-reread", changed);
}

/* Each version offers it once. */
static gboolean
take_offer (OutlayWindow *window)
{
  const char *engine = outlay_reextract_get_engine ();
  g_autofree char *offered = NULL;

  if (window->settings == NULL)
    return TRUE;
  offered = g_settings_get_string (window->settings, "engine-offered");
  if (g_str_equal (offered, engine))
    return FALSE;
  g_settings_set_string (window->settings, "engine-offered", engine);
  return TRUE;
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OutlayWindow) window = user_data;
  guint n_articles;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!outlay_store_count_outdated_finish (OUTLAY_STORE (object), result, &n_articles, NULL)
      || n_articles == 0 || window->toasts == NULL || !take_offer (window))
    return;
  number = outlay_format_count (n_articles);
  text = outlay_format_fill (
    ngettext (
      "Another version of Outlay read {count} article. This one may read more out of it.",
      "Another version of Outlay read {count} articles. This one may read more out of them.",
      n_articles),
    "count", number, NULL);
  outlay_toast_overlay_show (window->toasts, text, _ ("_Read Again"), "win.read-outdated", NULL);
}

/* Once for each ledger that is opened. */
static void
store_changed_cb (OutlayWindow *window)
{
  OutlayLedger *ledger = outlay_store_get_ledger (window->store);

  outlay_window_update_actions (window);
  if (ledger == NULL || ledger == window->counted || outlay_store_get_partial (window->store))
    return;
  g_set_weak_pointer (&window->counted, ledger);
  outlay_store_count_outdated_async (window->store, counted_cb, g_object_ref (window));
}

static const GActionEntry entries[] = {
  {"read-again", read_again},
  {"read-all-again", read_all_again},
  {"read-outdated", read_outdated},
  {"show-reread", show_reread, "ax"},
};

/** outlay_window_follow_rereading: lets articles be read again, offers it where another version of
 * the program has read them, and tells what comes of it. */
void
outlay_window_follow_rereading (OutlayWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (window->store, "reread", G_CALLBACK (reread_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->store, "changed", G_CALLBACK (store_changed_cb), window,
                           G_CONNECT_SWAPPED);
  store_changed_cb (window);
}
