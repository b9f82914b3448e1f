/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-wait.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ui/toast/outlay-toast-overlay.h"

/* What is done sooner needs no word; then it is told every so often. In milliseconds. */
#define PATIENCE 400
#define OFTEN    1000

struct _OutlayWait
{
  GtkWindow *window;
  char *pattern;
  char *file;
  /* The name of the group of actions that ends this wait and no other. */
  char *group;
  GCancellable *cancellable;
  /* In percent; a worker thread tells it. */
  gint done;
  guint timer;
  char *told;
};

static gboolean
tell_cb (gpointer data)
{
  OutlayWait *wait = data;
  GtkWidget *child = gtk_window_get_child (wait->window);
  g_autofree char *percent = g_strdup_printf ("%d", g_atomic_int_get (&wait->done));
  g_autofree char *action = g_strconcat (wait->group, ".cancel", NULL);

  g_free (wait->told);
  wait->told = outlay_format_fill (wait->pattern, "file", wait->file, "percent", percent, NULL);
  if (child != NULL)
    outlay_toast_show (child, wait->told, _ ("_Cancel"), action, NULL);
  wait->timer = g_timeout_add (OFTEN, tell_cb, wait);
  return G_SOURCE_REMOVE;
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_cancellable_cancel (((OutlayWait *)data)->cancellable);
}

/**
 * outlay_wait_new:
 * @window: where it is told
 * @pattern: what is told, with the places {file} and {percent}
 * @file: (nullable): what stands for {file}
 *
 * Returns: (transfer full): free it when the end is told, on the main thread.
 */
OutlayWait *
outlay_wait_new (GtkWindow *window, const char *pattern, const char *file)
{
  static const GActionEntry entries[] = {{"cancel", cancel_cb}};
  static guint n_waits;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  OutlayWait *wait = g_new0 (OutlayWait, 1);

  wait->window = g_object_ref (window);
  wait->pattern = g_strdup (pattern);
  wait->file = g_strdup (file);
  wait->group = g_strdup_printf ("wait-%u", n_waits++);
  wait->cancellable = g_cancellable_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), wait);
  gtk_widget_insert_action_group (GTK_WIDGET (window), wait->group, G_ACTION_GROUP (actions));
  /* A window that is held is closed without being disposed of. */
  g_signal_connect_object (window, "unrealize", G_CALLBACK (g_cancellable_cancel),
                           wait->cancellable, G_CONNECT_SWAPPED);
  wait->timer = g_timeout_add (PATIENCE, tell_cb, wait);
  return wait;
}

static void
take_back (OutlayWait *wait)
{
  GtkWidget *child = gtk_window_get_child (wait->window);

  if (OUTLAY_IS_TOAST_OVERLAY (child) && wait->told != NULL
      && g_strcmp0 (outlay_toast_overlay_get_text (OUTLAY_TOAST_OVERLAY (child)), wait->told) == 0)
    outlay_toast_overlay_hide (OUTLAY_TOAST_OVERLAY (child));
}

/** outlay_wait_free: takes back what was told. */
void
outlay_wait_free (OutlayWait *wait)
{
  g_clear_handle_id (&wait->timer, g_source_remove);
  take_back (wait);
  gtk_widget_insert_action_group (GTK_WIDGET (wait->window), wait->group, NULL);
  g_clear_object (&wait->window);
  g_object_unref (wait->cancellable);
  g_free (wait->pattern);
  g_free (wait->file);
  g_free (wait->told);
  g_free (wait->group);
  g_free (wait);
}

/** outlay_wait_get_cancellable: (transfer none): what the button cancels. */
GCancellable *
outlay_wait_get_cancellable (OutlayWait *wait)
{
  return wait->cancellable;
}

/**
 * outlay_wait_progress:
 * @wait: an #OutlayWait
 *
 * Takes how much of how much is done; from any thread.
 */
void
outlay_wait_progress (goffset current, goffset total, gpointer wait)
{
  g_atomic_int_set (&((OutlayWait *)wait)->done, (gint)(current * 100 / MAX (total, 1)));
}
