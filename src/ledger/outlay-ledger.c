/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "history/outlay-touched.h"
#include "outlay-config.h"
#include "outlay-ledger-error.h"
#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-ledger-store.h"
#include "outlay-ledger-suggestions.h"
#include "outlay-migrations.h"
#include "outlay-newer-copy.h"
#include "search/outlay-search-index.h"

/*
 * One connection writes, one thread at a time; @lock guards @writing and the idle readers, never
 * the work itself. Readers are made as threads need them and kept.
 */
struct _OutlayLedger
{
  GObject parent_instance;
  char *path;
  char *newer_copy;
  GMutex lock;
  GCond writer_free;
  gboolean writing;
  guint64 n_commits;
  OutlayConnection *writer;
  OutlayRecorder *recorder;
  OutlayTouched *touched;
  GPtrArray *idle_readers;
};

G_DEFINE_FINAL_TYPE (OutlayLedger, outlay_ledger, G_TYPE_OBJECT)

/* How many idle readers are kept open. */
#define MAX_IDLE_READERS 4

static void
outlay_ledger_finalize (GObject *object)
{
  OutlayLedger *self = OUTLAY_LEDGER (object);

  g_ptr_array_unref (self->idle_readers);
  g_clear_pointer (&self->recorder, outlay_recorder_free);
  g_clear_pointer (&self->touched, outlay_touched_free);
  g_clear_pointer (&self->writer, outlay_connection_free);
  g_cond_clear (&self->writer_free);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->newer_copy, outlay_newer_copy_remove);
  g_free (self->path);
  G_OBJECT_CLASS (outlay_ledger_parent_class)->finalize (object);
}

static void
outlay_ledger_class_init (OutlayLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_ledger_finalize;
}

static void
outlay_ledger_init (OutlayLedger *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->writer_free);
  self->idle_readers = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_connection_free);
}

/**
 * outlay_ledger_dup_default_path:
 *
 * Returns: (transfer full): where the user's own ledger lies.
 */
char *
outlay_ledger_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, "ledger.db", NULL);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *message
    = outlay_format_fill (_ ("The folder “{folder}” of the ledger cannot be made: {reason}"),
                          "folder", name, "reason", g_strerror (errno), NULL);
  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_OPEN, message);
  return FALSE;
}

/*
 * In write-ahead mode readers go on while one writes. "normal" may lose the last articles when the
 * power fails, never the file: importing them again brings them back, and an import of many files
 * needn't wait for the disk after each.
 */
static gboolean
prepare_to_write (OutlayConnection *connection, GError **error)
{
  return outlay_connection_execute (connection,
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = NORMAL;"
                                    "PRAGMA wal_autocheckpoint = 4000;"
                                    "PRAGMA journal_size_limit = 33554432;"
                                    "PRAGMA foreign_keys = ON;",
                                    error);
}

/* What may not be written is read as it is, or, of an older version, from a copy that was brought
 * up to date. */
static gboolean
prepare_to_read (OutlayLedger *self,
                 OutlayConnection *connection,
                 const GPtrArray *migrations,
                 GError **error)
{
  gboolean older;

  if (!outlay_migrations_check (connection, self->path, migrations, &older, error))
    return FALSE;
  if (older)
    self->newer_copy = outlay_newer_copy_make (connection, self->path, migrations, error);
  return !older || self->newer_copy != NULL;
}

static gboolean
open_to_write (OutlayLedger *self, const GPtrArray *migrations, GError **error)
{
  g_autoptr (OutlayConnection) connection = NULL;

  if (!make_folder (self->path, error))
    return FALSE;
  connection = outlay_connection_open (self->path, OUTLAY_CONNECTION_CREATE, error);
  if (connection == NULL)
    return FALSE;
  if (outlay_connection_is_read_only (connection))
    return prepare_to_read (self, connection, migrations, error);
  if (!outlay_migrations_run (connection, self->path, migrations, error)
      || !prepare_to_write (connection, error) || !outlay_search_index_catch_up (connection, error))
    return FALSE;
  self->recorder = outlay_recorder_new (connection, error);
  self->touched = self->recorder != NULL ? outlay_touched_new (connection, error) : NULL;
  if (self->touched == NULL)
    return FALSE;
  self->writer = g_steal_pointer (&connection);
  return TRUE;
}

static gboolean
open_to_read (OutlayLedger *self, const GPtrArray *migrations, GError **error)
{
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (self->path, OUTLAY_CONNECTION_READ, error);

  if (connection == NULL || !prepare_to_read (self, connection, migrations, error))
    return FALSE;
  if (self->newer_copy == NULL)
    g_ptr_array_add (self->idle_readers, g_steal_pointer (&connection));
  return TRUE;
}

/**
 * outlay_ledger_open:
 * @path: of the file, in file name encoding
 * @flags: whether it is only read
 * @error: return location for an #OutlayLedgerError
 *
 * Opens a ledger. One of an older version is brought up to date, after a copy of it was laid
 * beside it ("ledger.db.version-1"). A file that may not be written is opened to read, and so is
 * one of an older version where it shall only be read: it stays as it is.
 *
 * Returns: (transfer full) (nullable): the ledger, to be used from any thread.
 */
OutlayLedger *
outlay_ledger_open (const char *path, OutlayLedgerFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (OutlayLedger) self = g_object_new (OUTLAY_TYPE_LEDGER, NULL);
  g_autoptr (GPtrArray) migrations = outlay_migrations_load ();

  self->path = g_canonicalize_filename (path, NULL);
  if (flags & OUTLAY_LEDGER_FLAGS_READ_ONLY ? !open_to_read (self, migrations, error)
                                            : !open_to_write (self, migrations, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * outlay_ledger_get_path:
 *
 * Returns: (transfer none): the absolute path of the file.
 */
const char *
outlay_ledger_get_path (OutlayLedger *self)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  return self->path;
}

/**
 * outlay_ledger_get_n_commits:
 *
 * Returns: how many transactions have changed the ledger since it was opened: what is read after it
 *   was asked is at least of that state.
 */
guint64
outlay_ledger_get_n_commits (OutlayLedger *self)
{
  guint64 n_commits;

  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), 0);

  g_mutex_lock (&self->lock);
  n_commits = self->n_commits;
  g_mutex_unlock (&self->lock);
  return n_commits;
}

/** outlay_ledger_take_reader: returns (transfer full) (nullable) a connection that reads. */
OutlayConnection *
outlay_ledger_take_reader (OutlayLedger *self, GError **error)
{
  OutlayConnection *reader = NULL;

  g_mutex_lock (&self->lock);
  if (self->idle_readers->len > 0)
    reader = g_ptr_array_steal_index_fast (self->idle_readers, self->idle_readers->len - 1);
  g_mutex_unlock (&self->lock);
  if (reader == NULL)
    reader = outlay_connection_open (self->newer_copy != NULL ? self->newer_copy : self->path,
                                     OUTLAY_CONNECTION_READ, error);
  /* It was there when the ledger was opened. */
  if (reader == NULL && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_clear_error (error);
      outlay_ledger_set_gone (error, self->path);
    }
  return reader;
}

/** outlay_ledger_end_reading: gives back a connection that read, its transaction ended. */
void
outlay_ledger_end_reading (OutlayLedger *self, OutlayConnection *reader)
{
  outlay_connection_set_cancellable (reader, NULL);
  outlay_connection_execute (reader, "ROLLBACK", NULL);
  g_mutex_lock (&self->lock);
  if (self->idle_readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->idle_readers, g_steal_pointer (&reader));
  g_mutex_unlock (&self->lock);
  outlay_connection_free (reader);
}

/**
 * outlay_ledger_begin_reading:
 * @cancellable: (nullable): stops what is asked of the connection
 *
 * Returns: (transfer full) (nullable): a connection in a transaction that reads the last committed
 *   state; give it to outlay_ledger_end_reading().
 */
OutlayConnection *
outlay_ledger_begin_reading (OutlayLedger *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  OutlayConnection *reader = outlay_ledger_take_reader (self, error);
  if (reader == NULL)
    return NULL;
  if (outlay_connection_is_gone (reader, error)
      || !outlay_connection_execute (reader, "BEGIN", error))
    {
      outlay_connection_free (reader);
      return NULL;
    }
  outlay_connection_set_cancellable (reader, cancellable);
  return reader;
}

static GPtrArray *
load_deals (OutlayConnection *reader, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_load_deals (reader, ids, error);

  return deals != NULL && outlay_ledger_load_suggestions (reader, deals, error)
           ? g_steal_pointer (&deals)
           : NULL;
}

/**
 * outlay_ledger_list_deals:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): all deals with their claims,
 *   in the order in which they came in; those that the user rejected are left out.
 */
GPtrArray *
outlay_ledger_list_deals (OutlayLedger *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  g_autoptr (GPtrArray) all = load_deals (reader, NULL, error);
  outlay_ledger_end_reading (self, reader);
  if (all == NULL)
    return NULL;
  GPtrArray *deals = g_ptr_array_new_full (all->len, (GDestroyNotify)outlay_deal_record_unref);
  for (guint i = 0; i < all->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (all, i);

      if (!deal->rejected)
        g_ptr_array_add (deals, outlay_deal_record_ref (deal));
    }
  return deals;
}

/** outlay_ledger_set_not_found: sets @error to what @pattern says of the id as “{number}”. */
void
outlay_ledger_set_not_found (GError **error, const char *pattern, gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *message = outlay_format_fill (pattern, "number", number, NULL);

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND, message);
}

/**
 * outlay_ledger_list_some_deals:
 * @ids: (element-type gint64): which
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals in the order of
 *   their ids; those that there are none of any more are left out.
 */
GPtrArray *
outlay_ledger_list_some_deals (OutlayLedger *self,
                               const GArray *ids,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  GPtrArray *deals = load_deals (reader, ids, error);
  outlay_ledger_end_reading (self, reader);
  return deals;
}

/**
 * outlay_ledger_get_deal:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the deal; %NULL with %OUTLAY_LEDGER_ERROR_NOT_FOUND where
 *   there is none of that id.
 */
OutlayDealRecord *
outlay_ledger_get_deal (OutlayLedger *self, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_some_deals (self, ids, NULL, error);
  if (deals == NULL)
    return NULL;
  if (deals->len > 0)
    return outlay_deal_record_ref (g_ptr_array_index (deals, 0));
  outlay_ledger_set_not_found (error, _ ("There is no deal {number} in the ledger."), id);
  return NULL;
}

static void
set_writing (OutlayLedger *self, gboolean writing)
{
  g_mutex_lock (&self->lock);
  while (writing && self->writing)
    g_cond_wait (&self->writer_free, &self->lock);
  self->writing = writing;
  if (!writing)
    g_cond_signal (&self->writer_free);
  g_mutex_unlock (&self->lock);
}

/**
 * outlay_ledger_get_writer:
 *
 * Returns: (transfer none): the connection that writes, for the thread that holds the transaction.
 */
OutlayConnection *
outlay_ledger_get_writer (OutlayLedger *self)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, NULL);

  return self->writer;
}

/**
 * outlay_ledger_get_recorder:
 *
 * Returns: (transfer none): what records the acts, for the thread that holds the transaction.
 */
OutlayRecorder *
outlay_ledger_get_recorder (OutlayLedger *self)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, NULL);

  return self->recorder;
}

/**
 * outlay_ledger_begin:
 * @error: return location for an #OutlayLedgerError
 *
 * Begins a transaction, after any other thread has ended its own. End it by outlay_ledger_commit()
 * or outlay_ledger_rollback().
 *
 * Returns: whether it has begun.
 */
gboolean
outlay_ledger_begin (OutlayLedger *self, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  if (self->writer == NULL)
    {
      outlay_ledger_set_error (error, self->path, SQLITE_READONLY, NULL);
      return FALSE;
    }
  set_writing (self, TRUE);
  if (!outlay_connection_is_gone (self->writer, error)
      && outlay_connection_execute (self->writer, "BEGIN IMMEDIATE", error))
    return TRUE;
  set_writing (self, FALSE);
  return FALSE;
}

/**
 * outlay_ledger_commit:
 * @error: return location for an #OutlayLedgerError
 *
 * Ends the transaction: all of it is in the file, or, where this fails, nothing.
 *
 * Returns: whether it is in the file.
 */
gboolean
outlay_ledger_commit (OutlayLedger *self, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, FALSE);
  g_return_val_if_fail (outlay_recorder_get_act (self->recorder) == 0, FALSE);

  if (!outlay_touched_settle (self->touched, error)
      || !outlay_search_index_refresh (self->writer, error)
      || !outlay_connection_execute (self->writer, "COMMIT", error))
    {
      outlay_ledger_rollback (self);
      return FALSE;
    }
  g_mutex_lock (&self->lock);
  self->n_commits++;
  g_mutex_unlock (&self->lock);
  outlay_touched_end (self->touched, TRUE);
  set_writing (self, FALSE);
  return TRUE;
}

/** outlay_ledger_rollback: ends the transaction; nothing of it stays. */
void
outlay_ledger_rollback (OutlayLedger *self)
{
  g_return_if_fail (OUTLAY_IS_LEDGER (self) && self->writing);

  outlay_recorder_stop (self->recorder);
  outlay_touched_end (self->touched, FALSE);
  /* It fails where SQLite has already rolled back by itself, as it does on a full disk. */
  outlay_connection_execute (self->writer, "ROLLBACK", NULL);
  set_writing (self, FALSE);
}

/**
 * outlay_ledger_add_article:
 * @digest: as outlay_ledger_dup_digest() gives it, or outlay_ledger_dup_free_digest()
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: the new article's id, 0 where it could not be stored.
 */
gint64
outlay_ledger_add_article (OutlayLedger *self,
                           const OutlayArticle *article,
                           const char *digest,
                           GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, 0);

  return outlay_ledger_store_article (self->writer, article, digest, error);
}

/**
 * outlay_ledger_add_claim:
 * @keys: (nullable) (array zero-terminated=1): what outlay_ledger_find_candidates() finds it by
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: the new claim's id, 0 where it could not be stored.
 */
gint64
outlay_ledger_add_claim (OutlayLedger *self,
                         gint64 article_id,
                         const OutlayClaim *claim,
                         const char *const *keys,
                         GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, 0);

  return outlay_ledger_store_claim (self->writer, article_id, claim, keys, error);
}

/**
 * outlay_ledger_store_deal:
 * @deal: a new deal, whose id is 0 and is set here, or one that has changed
 * @error: return location for an #OutlayLedgerError
 *
 * Stores the deal's own values and the links of all its claims with their reasons; the claims
 * themselves are there already.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_store_deal (OutlayLedger *self, OutlayDealRecord *deal, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && self->writing, FALSE);

  return outlay_ledger_store_record (self->writer, deal, error);
}

/**
 * outlay_ledger_take_touched:
 *
 * Waits for a transaction that another thread holds.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids of the deals that were changed
 *   since this was last called, in order, also of those that are gone; %NULL where any may have
 *   been.
 */
GArray *
outlay_ledger_take_touched (OutlayLedger *self)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  if (self->writer == NULL)
    return NULL;
  set_writing (self, TRUE);
  GArray *ids = outlay_touched_take (self->touched);
  set_writing (self, FALSE);
  return ids;
}

/** outlay_ledger_article_free: frees @article. */
void
outlay_ledger_article_free (OutlayLedgerArticle *article)
{
  outlay_article_unref (article->article);
  g_free (article);
}
