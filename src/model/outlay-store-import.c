/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's imports: one at a time, in the background; what comes meanwhile waits. */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-store-private.h"

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayImport *import = OUTLAY_IMPORT (object);
  g_autoptr (OutlayStore) store = user_data;
  g_autoptr (GError) error = NULL;

  outlay_import_run_finish (import, result, &error);
  outlay_store_set_import (store, NULL, NULL);
  outlay_store_emit_imported (store, import, error);
  outlay_store_refresh (store);
}

/** outlay_store_import_waiting: imports the files that wait, once the ledger is open and free. */
void
outlay_store_import_waiting (OutlayStore *store)
{
  OutlayLedger *ledger = outlay_store_get_ledger (store);
  GListModel *waiting = G_LIST_MODEL (outlay_store_get_waiting (store));
  guint count = g_list_model_get_n_items (waiting);

  if (ledger == NULL || outlay_store_get_import (store) != NULL || count == 0)
    return;
  g_autoptr (OutlayImport) import = outlay_import_new (ledger);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (waiting, i);

      outlay_import_add_file (import, file);
    }
  g_list_store_remove_all (G_LIST_STORE (waiting));
  outlay_store_set_import (store, import, cancellable);
  outlay_import_run_async (import, cancellable, imported_cb, g_object_ref (store));
}

/**
 * outlay_store_import:
 * @files: (element-type GFile): files and folders
 *
 * Reads @files into the ledger in the background. Where an import runs or the ledger is not open
 * yet they wait for that. "imported" tells when they are in.
 */
void
outlay_store_import (OutlayStore *store, GListModel *files)
{
  guint count = g_list_model_get_n_items (files);

  g_return_if_fail (OUTLAY_IS_STORE (store));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_list_store_append (outlay_store_get_waiting (store), file);
    }
  outlay_store_import_waiting (store);
}
