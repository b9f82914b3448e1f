/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger of an older version that shall only be read is read from a copy of today's version. */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-newer-copy.h"

#include <glib/gstdio.h>

#include "outlay-ledger.h"
#include "outlay-migrations.h"
#include "search/outlay-search-index.h"

static gboolean
bring_up_to_date (const char *path, const GPtrArray *migrations, GError **error)
{
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_WRITE, error);

  return connection != NULL && outlay_migrations_run (connection, path, migrations, error)
         && outlay_search_index_catch_up (connection, error);
}

static char *
make_folder (GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *folder = g_dir_make_tmp ("outlay-XXXXXX", &failure);

  if (folder == NULL)
    g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_OPEN, failure->message);
  return folder;
}

/**
 * outlay_newer_copy_make:
 * @connection: one that reads the ledger
 * @path: of the ledger
 * @migrations: (element-type utf8): as outlay_migrations_load() gives them
 * @error: return location for an #OutlayLedgerError
 *
 * Copies a ledger to a folder for temporary files that no other user may read, and brings the copy
 * up to date.
 *
 * Returns: (transfer full) (nullable): path of the copy; give it to outlay_newer_copy_remove().
 */
char *
outlay_newer_copy_make (OutlayConnection *connection,
                        const char *path,
                        const GPtrArray *migrations,
                        GError **error)
{
  g_autofree char *folder = make_folder (error);

  if (folder == NULL)
    return NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *copy = g_build_filename (folder, name, NULL);
  if (outlay_connection_copy (connection, copy, error)
      && bring_up_to_date (copy, migrations, error))
    return copy;
  outlay_newer_copy_remove (copy);
  return NULL;
}

/**
 * outlay_newer_copy_remove:
 * @path: (transfer full): of a copy, which goes with its folder
 */
void
outlay_newer_copy_remove (char *path)
{
  g_autofree char *owned = path;
  g_autofree char *folder = g_path_get_dirname (owned);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}
