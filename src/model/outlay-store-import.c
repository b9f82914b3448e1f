/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's imports: one at a time, in the background; what comes meanwhile waits. */
#define G_LOG_DOMAIN "outlay-model"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
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

/** outlay_store_import_waiting: imports what waits, once the ledger is open and free. */
void
outlay_store_import_waiting (OutlayStore *store)
{
  OutlayLedger *ledger = outlay_store_get_ledger (store);
  GPtrArray *waiting = outlay_store_get_waiting (store);

  if (ledger == NULL || outlay_store_get_import (store) != NULL
      || outlay_store_get_rereading (store) != NULL || waiting->len == 0)
    return;
  g_autoptr (OutlayImport) import = outlay_import_new (ledger);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < waiting->len; i++)
    outlay_import_add_input (import, g_ptr_array_index (waiting, i));
  g_ptr_array_set_size (waiting, 0);
  outlay_store_set_import (store, import, cancellable);
  outlay_import_run_async (import, cancellable, imported_cb, g_object_ref (store));
}

/**
 * outlay_store_import:
 * @files: (element-type GFile): files and folders
 *
 * Reads @files into the ledger in the background. Where an import runs, articles are read again or
 * the ledger is not open yet they wait for that. "imported" tells when they are in.
 */
void
outlay_store_import (OutlayStore *store, GListModel *files)
{
  guint count = g_list_model_get_n_items (files);

  g_return_if_fail (OUTLAY_IS_STORE (store));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (outlay_store_get_waiting (store), outlay_import_input_new (file, NULL));
    }
  outlay_store_import_waiting (store);
}

/**
 * outlay_store_import_content:
 * @content: what was pasted or dropped: bytes such as a file may hold
 * @plain: (nullable): the same as plain text, where @content is a page
 * @label: what to call it before its article is known
 *
 * Reads @content into the ledger as outlay_store_import() does files.
 */
void
outlay_store_import_content (OutlayStore *store, GBytes *content, GBytes *plain, const char *label)
{
  g_return_if_fail (OUTLAY_IS_STORE (store) && content != NULL && label != NULL);

  g_ptr_array_add (outlay_store_get_waiting (store),
                   outlay_import_input_new_content (content, plain, label));
  outlay_store_import_waiting (store);
}

/**
 * outlay_store_import_inputs:
 * @inputs: (element-type OutlayImportInput): as outlay_import_get_items() has them
 *
 * Reads @inputs into the ledger as outlay_store_import() does files, also what stayed away before.
 */
void
outlay_store_import_inputs (OutlayStore *store, const GPtrArray *inputs)
{
  g_return_if_fail (OUTLAY_IS_STORE (store) && inputs != NULL);

  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (outlay_store_get_waiting (store),
                     outlay_import_input_copy (g_ptr_array_index (inputs, i)));
  outlay_store_import_waiting (store);
}

static void
unwatchable_cb (OutlayStore *store, const GError *reason, OutlayWatch *watch)
{
  g_autofree char *name = g_file_get_parse_name (outlay_watch_get_folder (watch));
  g_autofree char *message
    = outlay_format_fill (_ ("The watched folder “{folder}” cannot be read: {reason}"), "folder",
                          name, "reason", reason->message, NULL);
  g_autoptr (GError) error = g_error_new_literal (reason->domain, reason->code, message);

  outlay_store_emit_failed (store, error);
}

/**
 * outlay_store_watch:
 * @folder: (nullable): a folder; %NULL to watch none
 * @memory: (nullable) (type filename): where to remember what was found in it
 *
 * Imports what lies in @folder, and what is saved there later. "failed" tells where it cannot be
 * read.
 */
void
outlay_store_watch (OutlayStore *store, GFile *folder, const char *memory)
{
  g_autoptr (OutlayWatch) watch = NULL;

  g_return_if_fail (OUTLAY_IS_STORE (store));

  if (folder != NULL)
    {
      watch = outlay_watch_new (folder, memory);
      g_signal_connect_swapped (watch, "found", G_CALLBACK (outlay_store_import), store);
      g_signal_connect_swapped (watch, "failed", G_CALLBACK (unwatchable_cb), store);
    }
  outlay_store_set_watch (store, watch);
}

/**
 * outlay_store_get_watched:
 *
 * Returns: (transfer none) (nullable): the folder that is watched.
 */
GFile *
outlay_store_get_watched (OutlayStore *store)
{
  OutlayWatch *watch = outlay_store_get_watch (store);

  return watch != NULL ? outlay_watch_get_folder (watch) : NULL;
}
