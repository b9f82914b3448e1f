/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does, and the message that tells it and takes it back. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-act-toast.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ui/toast/outlay-toast-overlay.h"

static void
done_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_store_act_finish (OUTLAY_STORE (store), result, &words, &error))
    outlay_toast_show (widget, error->message, NULL, NULL, NULL);
  else if (words != NULL)
    outlay_toast_show (widget, words, C_ ("button", "Undo"), "win.undo", NULL);
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

/** outlay_act_toast_undo: undoes what was done last, and says so. */
void
outlay_act_toast_undo (GtkWidget *widget, OutlayStore *store)
{
  outlay_store_undo_async (store, NULL, undone_cb, g_object_ref (widget));
}

/** outlay_act_toast_redo: does again what was undone, and says so. */
void
outlay_act_toast_redo (GtkWidget *widget, OutlayStore *store)
{
  outlay_store_redo_async (store, NULL, done_cb, g_object_ref (widget));
}
