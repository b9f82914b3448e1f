/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deals that a window shows, whole, for paper and exports: a window has no more of them than
 * what their cards say. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-read-deals.h"

#include <glib/gi18n.h>

#include "base/threads/outlay-worker.h"
#include "outlay-wait.h"

typedef struct
{
  OutlayLedger *ledger;
  OutlayShown *shown;
  OutlayWait *wait;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->ledger);
  outlay_shown_free (reading->shown);
  g_clear_pointer (&reading->wait, outlay_wait_free);
  g_free (reading);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Reading *reading = task_data;
  GError *error = NULL;
  GPtrArray *deals = outlay_shown_read_deals (reading->shown, reading->ledger, outlay_wait_progress,
                                              reading->wait, cancellable, &error);

  if (deals != NULL)
    g_task_return_pointer (task, deals, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_read_deals_async:
 * @window: which tells how far it is, and by which it can be cancelled
 * @ledger: where the deals are
 * @shown: (transfer full): which deals
 *
 * Reads the deals in a worker thread.
 */
void
outlay_read_deals_async (GtkWindow *window,
                         OutlayLedger *ledger,
                         OutlayShown *shown,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new0 (Reading, 1);

  reading->ledger = g_object_ref (ledger);
  reading->shown = shown;
  reading->wait = outlay_wait_new (window, _ ("Reading the deals, {percent} %"), NULL);
  task = g_task_new (NULL, outlay_wait_get_cancellable (reading->wait), callback, user_data);
  g_task_set_source_tag (task, outlay_read_deals_async);
  g_task_set_task_data (task, reading, reading_free);
  outlay_worker_run (task, read_thread);
}

/**
 * outlay_read_deals_finish:
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals in order.
 */
GPtrArray *
outlay_read_deals_finish (GAsyncResult *result, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&reading->wait, outlay_wait_free);
  return g_task_propagate_pointer (G_TASK (result), error);
}
