/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-migrations.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "outlay-ledger-resources.h"
#include "outlay-ledger.h"

#define RESOURCE_FOLDER "/io/github/outlay/Outlay/ledger/migrations"

typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 n_tables;
} State;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_migrations_load:
 *
 * Returns: (transfer full) (element-type utf8): the scripts that lead from an empty file to today's
 *   schema, in their order; the one at an index leads to the version one above it.
 */
GPtrArray *
outlay_migrations_load (void)
{
  GResource *resource = outlay_ledger_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER, 0, NULL);
  GPtrArray *migrations = g_ptr_array_new_with_free_func (g_free);
  guint n_names = g_strv_length (names);

  qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", names[i], NULL);
      g_autoptr (GBytes) script = g_resource_lookup_data (resource, path, 0, NULL);
      gsize size;
      const char *content = g_bytes_get_data (script, &size);

      g_ptr_array_add (migrations, g_strndup (content, size));
    }
  return migrations;
}

static gboolean
read_state (OutlayConnection *connection, State *state, GError **error)
{
  return outlay_connection_get_number (connection, "PRAGMA application_id", &state->application_id,
                                       error)
         && outlay_connection_get_number (connection, "PRAGMA user_version", &state->version, error)
         && outlay_connection_get_number (connection, "SELECT count(*) FROM sqlite_schema",
                                          &state->n_tables, error);
}

static gboolean
refuse (GError **error, const char *path, OutlayLedgerError code, const char *pattern)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = outlay_format_fill (pattern, "ledger", name, NULL);

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, code, message);
  return FALSE;
}

static gboolean
check_state (const State *state, const char *path, const GPtrArray *migrations, GError **error)
{
  gboolean empty = state->n_tables == 0 && state->application_id == 0 && state->version == 0;

  if (!empty && state->application_id != OUTLAY_LEDGER_APPLICATION_ID)
    return refuse (error, path, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER,
                   _ ("“{ledger}” is not a ledger. Choose another file."));
  if (state->version > (gint64)migrations->len)
    return refuse (error, path, OUTLAY_LEDGER_ERROR_NEWER,
                   _ ("The ledger “{ledger}” was made by a newer version of this program. Install "
                      "that version to open it."));
  return TRUE;
}

/**
 * outlay_migrations_check:
 * @older: (out): whether it is of a version before the one that @migrations lead to, so that it can
 *   only be read after it, or a copy of it, was brought up to date
 *
 * Returns: whether the file is a ledger, and of no newer version.
 */
gboolean
outlay_migrations_check (OutlayConnection *connection,
                         const char *path,
                         const GPtrArray *migrations,
                         gboolean *older,
                         GError **error)
{
  State state;

  if (!read_state (connection, &state, error) || !check_state (&state, path, migrations, error))
    return FALSE;
  if (state.version == 0)
    return refuse (error, path, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER,
                   _ ("“{ledger}” is not a ledger. Choose another file."));
  *older = state.version < (gint64)migrations->len;
  return TRUE;
}

/* The copy lies beside the file: "ledger.db.version-1". It appears whole or not at all. */
static gboolean
keep_copy (OutlayConnection *connection, const char *path, gint64 version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, path, version);
  g_autofree char *unfinished = g_strconcat (copy, ".part", NULL);

  g_unlink (unfinished);
  if (!outlay_connection_copy (connection, unfinished, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }
  if (g_rename (unfinished, copy) != 0)
    {
      g_unlink (unfinished);
      return refuse (error, path, OUTLAY_LEDGER_ERROR_FAILED,
                     _ ("The ledger “{ledger}” could not be copied before it is brought up to "
                        "date. See that you may write to its folder."));
    }
  return TRUE;
}

static gboolean
check_references (OutlayConnection *connection, const char *path, GError **error)
{
  gint64 n_broken;

  if (!outlay_connection_get_number (connection, "SELECT count(*) FROM pragma_foreign_key_check",
                                     &n_broken, error))
    return FALSE;
  if (n_broken > 0)
    return refuse (error, path, OUTLAY_LEDGER_ERROR_DAMAGED,
                   _ ("The ledger “{ledger}” is damaged. Go back to a copy of it."));
  return TRUE;
}

static gboolean
run_script (OutlayConnection *connection,
            const char *path,
            const char *script,
            gint64 version,
            GError **error)
{
  g_autofree char *mark
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GINT64_FORMAT,
                       OUTLAY_LEDGER_APPLICATION_ID, version);

  return outlay_connection_execute (connection, script, error)
         && outlay_connection_execute (connection, mark, error)
         && check_references (connection, path, error);
}

/* The version is read again under the lock: another program may have taken the step meanwhile. */
static gboolean
take_step (OutlayConnection *connection,
           const char *path,
           const GPtrArray *migrations,
           gint64 *version,
           GError **error)
{
  if (!outlay_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (outlay_connection_get_number (connection, "PRAGMA user_version", version, error)
      && (*version >= (gint64)migrations->len
          || run_script (connection, path, g_ptr_array_index (migrations, *version), *version + 1,
                         error))
      && outlay_connection_execute (connection, "COMMIT", error))
    {
      *version = MIN (*version + 1, (gint64)migrations->len);
      return TRUE;
    }
  outlay_connection_execute (connection, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * outlay_migrations_run:
 * @connection: with foreign keys off, as a script that rebuilds a table needs them
 * @path: of its file
 * @migrations: (element-type utf8): scripts as outlay_migrations_load() gives them
 *
 * Brings a file up to date: each script in a transaction of its own, a copy of the file kept
 * before the first. A file of a newer version, or of another program, is refused.
 *
 * Returns: whether the file is up to date.
 */
gboolean
outlay_migrations_run (OutlayConnection *connection,
                       const char *path,
                       const GPtrArray *migrations,
                       GError **error)
{
  State state;

  if (!read_state (connection, &state, error) || !check_state (&state, path, migrations, error))
    return FALSE;
  if (state.version == (gint64)migrations->len)
    return TRUE;
  if (state.version > 0 && !keep_copy (connection, path, state.version, error))
    return FALSE;
  while (state.version < (gint64)migrations->len)
    {
      if (!take_step (connection, path, migrations, &state.version, error))
        return FALSE;
    }
  return read_state (connection, &state, error) && check_state (&state, path, migrations, error);
}
