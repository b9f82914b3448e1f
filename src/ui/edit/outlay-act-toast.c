/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does, and the message that tells it and takes it back. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-act-toast.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ui/toast/outlay-toast-overlay.h"

/**
 * outlay_act_toast_tell:
 * @widget: one in the window that tells it
 * @result: of outlay_store_act_async()
 *
 * Says what was done, with a way back, or why it could not be.
 *
 * Returns: whether it is done.
 */
gboolean
outlay_act_toast_tell (GtkWidget *widget, OutlayStore *store, GAsyncResult *result)
{
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_store_act_finish (store, result, &words, &error))
    {
      outlay_toast_show (widget, error->message, NULL, NULL, NULL);
      return FALSE;
    }
  if (words != NULL)
    outlay_toast_show (widget, words, C_ ("button", "Undo"), "win.undo", NULL);
  return TRUE;
}

static void
done_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;

  outlay_act_toast_tell (widget, OUTLAY_STORE (store), result);
}

static void
undone_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_store_act_finish (OUTLAY_STORE (store), result, &words, &error))
    {
      outlay_toast_show (widget, error->message, NULL, NULL, NULL);
      return;
    }
  if (words == NULL)
    return;
  /* Translators: {act} is what was done, as “Corrected the amount of “Acme → Borealis”” */
  text = outlay_format_fill (_ ("Undone: {act}"), "act", words, NULL);
  outlay_toast_show (widget, text, C_ ("button", "Redo"), "win.redo", NULL);
}

/**
 * outlay_act_toast_run:
 * @widget: one in the window that tells it
 *
 * Carries @act out, says so with a way back, or says why it could not be.
 */
void
outlay_act_toast_run (GtkWidget *widget, OutlayStore *store, OutlayAct *act)
{
  outlay_store_act_async (store, act, NULL, done_cb, g_object_ref (widget));
}

static void
merged_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  guint count;

  if (!outlay_store_merge_certain_finish (OUTLAY_STORE (store), result, &count, &error))
    outlay_toast_show (widget, error->message, NULL, NULL, NULL);
  else if (count == 0)
    outlay_toast_show (widget, _ ("No two deals are alike enough to merge them without a look."),
                       NULL, NULL, NULL);
  else
    {
      g_autofree char *number = outlay_format_count (count);
      g_autofree char *text = outlay_format_fill (
        ngettext ("Merged {count} pair of deals", "Merged {count} pairs of deals", count), "count",
        number, NULL);

      outlay_toast_show (widget, text, C_ ("button", "Undo"), "win.undo-some",
                         g_variant_new_uint32 (count));
    }
}

/** outlay_act_toast_merge_certain: merges the deals that are certainly one, and says so. */
void
outlay_act_toast_merge_certain (GtkWidget *widget, OutlayStore *store)
{
  outlay_store_merge_certain_async (store, NULL, merged_cb, g_object_ref (widget));
}

/** outlay_act_toast_undo: undoes the last @count acts, and says so. */
void
outlay_act_toast_undo (GtkWidget *widget, OutlayStore *store, guint count)
{
  outlay_store_undo_async (store, count, NULL, undone_cb, g_object_ref (widget));
}

/** outlay_act_toast_redo: does again what was undone, and says so. */
void
outlay_act_toast_redo (GtkWidget *widget, OutlayStore *store)
{
  outlay_store_redo_async (store, NULL, done_cb, g_object_ref (widget));
}
