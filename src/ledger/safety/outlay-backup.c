/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/format/outlay-format-private.h"
#include "ledger/outlay-connection.h"
#include "ledger/outlay-ledger-error.h"
#include "ledger/outlay-ledger-private.h"
#include "ledger/outlay-migrations.h"
#include "outlay-config.h"

/* Digits of the checksum of a ledger's path, which tell apart the copies of ledgers of one name. */
#define PATH_DIGITS 8

#define DAY_LENGTH strlen ("2026-11-22")

/* How the second of the day follows the day in the names of copies that have one. */
#define SECOND_LENGTH strlen (".00000")

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, "backups", NULL);
}

/* "ledger.db.1a2b3c4d.": the names of a ledger's copies begin so, the day, with or without a second
 * of it, and ".db" follow. */
static char *
dup_prefix (const char *ledger_path)
{
  g_autofree char *path = g_canonicalize_filename (ledger_path, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strdup_printf ("%s.%.*s.", name, PATH_DIGITS, checksum);
}

static gboolean
fail (GError **error, const char *pattern, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = outlay_format_fill (pattern, "file", name, "reason", reason, NULL);

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_FAILED, message);
  return FALSE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0
         || fail (error, _ ("The folder “{file}” of the copies cannot be made: {reason}"), folder,
                  g_strerror (errno));
}

static gboolean
is_sound (OutlayConnection *connection, GError **error)
{
  gint64 n_faults = 0;

  return outlay_connection_get_number (
           connection,
           "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'"
           " AND quick_check NOT LIKE '%FTS5%'",
           &n_faults, error)
         && n_faults == 0
         && outlay_connection_get_number (
           connection, "SELECT count(*) FROM pragma_foreign_key_check", &n_faults, error)
         && n_faults == 0;
}

/* A copy that is not whole, or of a damaged ledger, must not stand beside the good ones. */
static gboolean
check_copy (const char *path, const char *ledger_path, GError **error)
{
  g_autoptr (GPtrArray) migrations = outlay_migrations_load ();
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_READ, error);
  g_autoptr (GError) failure = NULL;
  gboolean older;

  /* A copy of an older version is brought up to date once it is opened. */
  if (connection == NULL || !outlay_migrations_check (connection, path, migrations, &older, error))
    return FALSE;
  if (is_sound (connection, &failure))
    return TRUE;
  if (failure == NULL)
    outlay_ledger_set_error (&failure, ledger_path, SQLITE_CORRUPT, NULL);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

/* From the unfinished file to the one that is looked for; it is on the disk before it is there. */
static gboolean
put_in_place (const char *unfinished, const char *path, GError **error)
{
  if (sync_file (unfinished) && g_rename (unfinished, path) == 0)
    return TRUE;
  return fail (error, _ ("The copy “{file}” cannot be written: {reason}"), path,
               g_strerror (errno));
}

/**
 * outlay_backup_write:
 * @path: where the copy shall lie; a file there is replaced
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Copies a ledger while it is in use. The copy is looked through, and appears whole or not at all;
 * of a damaged ledger none is made.
 *
 * Returns: whether it was made.
 */
gboolean
outlay_backup_write (OutlayLedger *ledger,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger) && path != NULL, FALSE);

  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  gboolean done;

  g_unlink (unfinished);
  done = outlay_ledger_copy (ledger, unfinished, cancellable, error)
         && check_copy (unfinished, outlay_ledger_get_path (ledger), error)
         && put_in_place (unfinished, path, error);
  g_unlink (unfinished);
  return done;
}

/* All copies of a day go together. */
static void
remove_oldest (const char *ledger_path, guint kept)
{
  g_autoptr (GPtrArray) copies = outlay_backup_list (ledger_path);
  const OutlayBackup *last = NULL;
  guint n_days = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      const OutlayBackup *copy = g_ptr_array_index (copies, i);

      n_days += last == NULL || g_date_compare (&last->day, &copy->day) != 0;
      if (n_days > kept)
        g_unlink (copy->path);
      last = copy;
    }
}

static gboolean
is_empty (OutlayLedger *ledger, GCancellable *cancellable, gboolean *empty, GError **error)
{
  g_autoptr (GArray) origins = outlay_ledger_list_origins (ledger, cancellable, error);

  *empty = origins != NULL && origins->len == 0;
  return origins != NULL;
}

static char *
dup_todays_path (OutlayLedger *ledger, const char *folder)
{
  g_autofree char *prefix = dup_prefix (outlay_ledger_get_path (ledger));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = g_strconcat (prefix, day, ".db", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * outlay_backup_keep_daily:
 * @kept: of how many days; 0 makes no copy and leaves those that there are
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Makes the day's copy of a ledger, where there is none yet and the ledger holds anything, in the
 * user's data folder, and removes all but the last @kept.
 *
 * Returns: whether nothing failed.
 */
gboolean
outlay_backup_keep_daily (OutlayLedger *ledger,
                          guint kept,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), FALSE);

  g_autofree char *folder = dup_folder ();
  g_autofree char *path = dup_todays_path (ledger, folder);
  gboolean empty;

  if (kept == 0 || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!is_empty (ledger, cancellable, &empty, error) || empty)
    return empty;
  if (!make_folder (folder, error) || !outlay_backup_write (ledger, path, cancellable, error))
    return FALSE;
  remove_oldest (outlay_ledger_get_path (ledger), kept);
  return TRUE;
}

static gboolean
read_day (const char *at, GDate *day)
{
  guint year, month, day_of_month;

  if (strlen (at) < DAY_LENGTH || sscanf (at, "%4u-%2u-%2u", &year, &month, &day_of_month) != 3
      || !g_date_valid_dmy ((GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

static gboolean
read_second (const char *at, int *second)
{
  *second = -1;
  return strcmp (at, ".db") == 0
         || (sscanf (at, ".%5d", second) == 1 && strspn (at + 1, "0123456789") == SECOND_LENGTH - 1
             && strcmp (at + SECOND_LENGTH, ".db") == 0);
}

/* Returns: (nullable): the copy that a file of that name is, without its path. */
static OutlayBackup *
read_name (const char *name, const char *prefix)
{
  const char *at = name + strlen (prefix);
  OutlayBackup backup = {.n_deals = -1};

  if (!g_str_has_prefix (name, prefix) || !read_day (at, &backup.day)
      || !read_second (at + DAY_LENGTH, &backup.second))
    return NULL;
  return g_memdup2 (&backup, sizeof backup);
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const OutlayBackup *first = *(const OutlayBackup *const *)a;
  const OutlayBackup *second = *(const OutlayBackup *const *)b;
  int by_day = g_date_compare (&second->day, &first->day);

  return by_day != 0 ? by_day : second->second - first->second;
}

/**
 * outlay_backup_list:
 * @ledger_path: of the ledger, which may be gone
 *
 * Returns: (transfer full) (element-type OutlayBackup): the copies that were made of the ledger by
 *   itself, each day's own and those that were kept by outlay_backup_go_back(), the newest first.
 */
GPtrArray *
outlay_backup_list (const char *ledger_path)
{
  g_return_val_if_fail (ledger_path != NULL, NULL);

  g_autofree char *folder = dup_folder ();
  g_autofree char *prefix = dup_prefix (ledger_path);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      GStatBuf status;
      OutlayBackup *backup = read_name (name, prefix);

      if (backup == NULL)
        continue;
      backup->path = g_build_filename (folder, name, NULL);
      backup->size = g_stat (backup->path, &status) == 0 ? (gint64)status.st_size : 0;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

/**
 * outlay_backup_find_good:
 *
 * Returns: (transfer full) (nullable): the newest daily copy of the ledger that is sound.
 */
OutlayBackup *
outlay_backup_find_good (const char *ledger_path)
{
  g_autoptr (GPtrArray) backups = outlay_backup_list (ledger_path);

  for (guint i = 0; i < backups->len; i++)
    {
      OutlayBackup *backup = g_ptr_array_index (backups, i);

      /* What the user went back from is not what to go back to. */
      if (backup->second < 0 && check_copy (backup->path, ledger_path, NULL))
        return g_ptr_array_steal_index (backups, i);
    }
  return NULL;
}

/* A name beside the ledger that nothing has: "ledger.db.damaged", "ledger.db.damaged-2". */
static char *
dup_free_name (const char *ledger_path)
{
  char *name = g_strconcat (ledger_path, ".damaged", NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%u", ledger_path, i);
    }
  return name;
}

/* The log of what was not yet in the file goes with it: applied to another file it would spoil it.
 */
static gboolean
move_ledger (const char *ledger_path, const char *aside, GError **error)
{
  static const char *const endings[] = {"-wal", "-shm", "-journal", ""};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (ledger_path, endings[i], NULL);
      g_autofree char *to = g_strconcat (aside, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        return fail (error, _ ("The damaged file “{file}” cannot be set aside: {reason}"), from,
                     g_strerror (errno));
    }
  return TRUE;
}

/**
 * outlay_backup_restore:
 * @ledger_path: of a ledger that no program has open
 * @copy: path of a copy of it
 * @error: return location for an #OutlayLedgerError
 *
 * Puts a sound copy in a damaged ledger's place. The damaged file is kept beside it.
 *
 * Returns: (transfer full) (nullable): where the damaged file lies now.
 */
char *
outlay_backup_restore (const char *ledger_path, const char *copy, GError **error)
{
  g_return_val_if_fail (ledger_path != NULL && copy != NULL, NULL);

  g_autofree char *unfinished = g_strconcat (ledger_path, ".part", NULL);
  g_autofree char *aside = dup_free_name (ledger_path);
  g_autoptr (GFile) from = g_file_new_for_path (copy);
  g_autoptr (GFile) to = g_file_new_for_path (unfinished);
  g_autoptr (GError) failure = NULL;

  if (!check_copy (copy, copy, error))
    return NULL;
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failure))
    {
      fail (error, _ ("The copy “{file}” cannot be read back: {reason}"), copy, failure->message);
      return NULL;
    }
  if (!move_ledger (ledger_path, aside, error))
    return NULL;
  if (put_in_place (unfinished, ledger_path, error))
    return g_steal_pointer (&aside);
  move_ledger (aside, ledger_path, NULL);
  return NULL;
}

/** outlay_backup_count_deals: sets how many deals @backup holds, where it can be read. */
void
outlay_backup_count_deals (OutlayBackup *backup)
{
  g_return_if_fail (backup != NULL);

  g_autoptr (OutlayLedger) ledger
    = outlay_ledger_open (backup->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, NULL);
  OutlayConnection *reader
    = ledger != NULL ? outlay_ledger_begin_reading (ledger, NULL, NULL) : NULL;
  gint64 n_deals;

  if (reader == NULL)
    return;
  if (outlay_connection_get_number (
        reader,
        "SELECT count(*) FROM deal WHERE id NOT IN (SELECT deal_id FROM remark"
        " JOIN remark_claim ON remark_id = remark.id JOIN claim ON key = claim_key"
        " JOIN deal_claim ON claim_id = claim.id WHERE rejected)",
        &n_deals, NULL))
    backup->n_deals = n_deals;
  outlay_ledger_end_reading (ledger, reader);
}

typedef struct
{
  OutlayLedger *ledger;
  char *path;
} Keep;

static void
keep_clear (Keep *keep)
{
  g_free (keep->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keep, keep_clear)

/* A name that no other copy has, though two may be kept in one second. */
static char *
dup_kept_path (const char *ledger_path, const char *folder)
{
  g_autofree char *prefix = dup_prefix (ledger_path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  int second = (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60
               + g_date_time_get_second (now);

  for (;; second++)
    {
      g_autofree char *name = g_strdup_printf ("%s%s.%05d.db", prefix, day, second);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
keep_present (gpointer user_data, GError **error)
{
  const Keep *keep = user_data;

  return outlay_backup_write (keep->ledger, keep->path, NULL, error);
}

static gboolean
replace_content (const Keep *keep, const char *copy, GError **error)
{
  /* A copy of an older version is read as one of today's. */
  g_autoptr (OutlayLedger) source = outlay_ledger_open (copy, OUTLAY_LEDGER_FLAGS_READ_ONLY, error);
  g_autoptr (OutlayConnection) reader
    = source != NULL ? outlay_ledger_take_reader (source, error) : NULL;
  g_autoptr (OutlayConnection) writer
    = reader != NULL ? outlay_connection_open (outlay_ledger_get_path (keep->ledger),
                                               OUTLAY_CONNECTION_WRITE, error)
                     : NULL;

  return writer != NULL
         && outlay_connection_replace (writer, reader, keep_present, (gpointer)keep, error);
}

/**
 * outlay_backup_go_back:
 * @ledger: one that is sound
 * @copy: path of a copy of it
 * @error: return location for an #OutlayLedgerError
 *
 * Makes a ledger what it was when a sound copy was made, also while it is in use; what it was till
 * then is kept as a copy before. Open it anew then: what @ledger knows is out of date.
 *
 * Returns: (transfer full) (nullable): path of the copy of what it was till then.
 */
char *
outlay_backup_go_back (OutlayLedger *ledger, const char *copy, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger) && copy != NULL, NULL);

  const char *ledger_path = outlay_ledger_get_path (ledger);
  g_autofree char *folder = dup_folder ();
  g_auto (Keep) keep = {ledger, dup_kept_path (ledger_path, folder)};

  return check_copy (copy, copy, error) && make_folder (folder, error)
             && replace_content (&keep, copy, error)
           ? g_steal_pointer (&keep.path)
           : NULL;
}

/** outlay_backup_free: frees @backup. */
void
outlay_backup_free (OutlayBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}
