/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/threads/outlay-worker.h"
#include "outlay-batch.h"
#include "outlay-copies.h"
#include "outlay-import-reader.h"
#include "outlay-suggestions.h"
#include "read/isolate/outlay-isolate.h"

/* What was read and is told when the batch is stored, so that items come in the order of the
 * inputs: an article of the batch, or why an input holds none. */
typedef struct
{
  const OutlayImportInput *input;
  const OutlayArrival *arrival;
  GError *error;
} Waiting;

struct _OutlayImport
{
  OutlayProgress parent_instance;
  OutlayLedger *ledger;
  GPtrArray *inputs;
  GPtrArray *items;
  OutlayBatch *batch;
  GArray *waiting;
  GTimeSpan duration;
  gboolean anyway;
};

G_DEFINE_FINAL_TYPE (OutlayImport, outlay_import, OUTLAY_TYPE_PROGRESS)

static void
outlay_import_finalize (GObject *object)
{
  OutlayImport *self = OUTLAY_IMPORT (object);

  g_clear_pointer (&self->batch, outlay_batch_free);
  g_array_unref (self->waiting);
  g_clear_object (&self->ledger);
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (outlay_import_parent_class)->finalize (object);
}

static void
outlay_import_class_init (OutlayImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_import_finalize;
}

static void
clear_waiting (gpointer data)
{
  g_clear_error (&((Waiting *)data)->error);
}

static void
outlay_import_init (OutlayImport *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, clear_waiting);
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_item_free);
}

/**
 * outlay_import_new:
 *
 * Returns: (transfer full): an import into @ledger of nothing yet; it runs once.
 */
OutlayImport *
outlay_import_new (OutlayLedger *ledger)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  OutlayImport *self = g_object_new (OUTLAY_TYPE_IMPORT, NULL);
  self->ledger = g_object_ref (ledger);
  self->batch = outlay_batch_new (ledger);
  return self;
}

/**
 * outlay_import_set_anyway:
 * @anyway: whether an article comes in also where it is there already, or was deleted
 *
 * Says so of what is added from now on; at first such an article stays away.
 */
void
outlay_import_set_anyway (OutlayImport *self, gboolean anyway)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self));

  self->anyway = anyway;
}

static void
add_input (OutlayImport *self, OutlayImportInput *input)
{
  input->anyway = self->anyway;
  g_ptr_array_add (self->inputs, input);
}

/**
 * outlay_import_add_input:
 *
 * Adds what to import, before the import runs. It comes in as @input says.
 */
void
outlay_import_add_input (OutlayImport *self, const OutlayImportInput *input)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self) && input != NULL);

  g_ptr_array_add (self->inputs, outlay_import_input_copy (input));
}

/**
 * outlay_import_add_file:
 * @file: a file, or a folder, of which all files below it are meant
 *
 * Adds what to import, before the import runs.
 */
void
outlay_import_add_file (OutlayImport *self, GFile *file)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self) && G_IS_FILE (file));

  add_input (self, outlay_import_input_new (file, NULL));
}

/**
 * outlay_import_add_article:
 * @raw: an article as it was handed in, with the clutter of its page
 *
 * Adds what to import, before the import runs.
 */
void
outlay_import_add_article (OutlayImport *self, OutlayArticle *raw)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self) && raw != NULL);

  add_input (self, outlay_import_input_new (NULL, raw));
}

/**
 * outlay_import_add_content:
 * @content: what was pasted or dropped: bytes such as a file may hold
 * @plain: (nullable): the same as plain text, where @content is a page
 * @label: what to call it before its article is known
 *
 * Adds what to import, before the import runs.
 */
void
outlay_import_add_content (OutlayImport *self, GBytes *content, GBytes *plain, const char *label)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self) && content != NULL && label != NULL);

  add_input (self, outlay_import_input_new_content (content, plain, label));
}

static OutlayImportItem *
add_item (OutlayImport *self, const OutlayImportInput *input, char *label)
{
  OutlayImportItem *item = g_new0 (OutlayImportItem, 1);

  item->file = input->file != NULL ? g_object_ref (input->file) : NULL;
  item->label = label;
  g_ptr_array_add (self->items, item);
  return item;
}

static void
add_failure (OutlayImport *self, const OutlayImportInput *input, const GError *error)
{
  OutlayImportItem *item = add_item (self, input, outlay_import_input_dup_label (input));

  item->outcome = OUTLAY_IMPORT_FAILED;
  item->message = g_strdup (error->message);
}

static char *
dup_member (const OutlayImportInput *input, const OutlayArticle *article)
{
  g_autofree char *path = input->file != NULL ? g_file_get_path (input->file) : NULL;
  g_autofree char *start
    = path != NULL ? g_strconcat (path, OUTLAY_ARTICLE_MEMBER_MARK, NULL) : NULL;

  if (start == NULL || article->file == NULL || !g_str_has_prefix (article->file, start))
    return NULL;
  return g_filename_display_name (article->file + strlen (start));
}

/* @pattern names an {article}, which is the one of @id. */
static char *
name_article (OutlayImport *self, const char *pattern, gint64 id, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_ledger_get_article (self->ledger, id, error);

  if (article == NULL)
    return NULL;
  g_autofree char *label = outlay_article_dup_label (article);
  return outlay_format_fill (pattern, "article", label, NULL);
}

static char *
describe_deletion (gint64 deleted)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (deleted);
  g_autofree char *day = time != NULL ? outlay_format_day (time) : g_strdup ("?");

  /* Translators: why an article was not imported; {day} is a date: "24 Nov 2025" */
  return outlay_format_fill (_ ("You deleted it on {day}."), "day", day, NULL);
}

/* Of an article that is new what its reader must know, if anything. That it is a copy matters where
 * it tells a deal that others tell. */
static gboolean
describe_item (OutlayImport *self,
               OutlayImportItem *item,
               const OutlayArticle *article,
               const OutlayIngested *ingested,
               GError **error)
{
  if (ingested->duplicate)
    item->message = name_article (self, _ ("The same text is already there as “{article}”."),
                                  ingested->article_id, error);
  else if (ingested->deleted != 0)
    item->message = describe_deletion (ingested->deleted);
  else if (ingested->copy_of != 0 && ingested->n_more_deals > 0)
    item->message
      = name_article (self, _ ("It prints the text of “{article}” and counts as a copy of it."),
                      ingested->copy_of, error);
  else
    {
      item->message = g_strdup (article->note);
      return TRUE;
    }
  return item->message != NULL;
}

/* It alone, and anyway, should the user want it so. */
static OutlayImportInput *
copy_input (const OutlayImportInput *input, const OutlayArticle *article)
{
  OutlayImportInput *copy = outlay_import_input_copy (input);

  copy->anyway = TRUE;
  copy->only = article->original_position + 1;
  return copy;
}

static OutlayImportOutcome
get_outcome (const OutlayIngested *ingested)
{
  if (ingested->duplicate)
    return OUTLAY_IMPORT_DUPLICATE;
  return ingested->deleted != 0 ? OUTLAY_IMPORT_DELETED : OUTLAY_IMPORT_NEW;
}

static gboolean
add_article (OutlayImport *self, const Waiting *waiting, GError **error)
{
  const OutlayArticle *article = waiting->arrival->article;
  const OutlayIngested *ingested = &waiting->arrival->ingested;
  OutlayImportItem *item = add_item (self, waiting->input, outlay_article_dup_label (article));

  item->member = dup_member (waiting->input, article);
  item->outcome = get_outcome (ingested);
  item->article_id = ingested->article_id;
  item->n_new_deals = ingested->n_new_deals;
  item->n_more_deals = ingested->n_more_deals;
  if (item->outcome != OUTLAY_IMPORT_NEW)
    item->input = copy_input (waiting->input, article);
  return describe_item (self, item, article, ingested, error);
}

/* Stores the batch. What could not be read is told also where the ledger fails. */
static gboolean
store_waiting (OutlayImport *self, GError **error)
{
  gboolean stored = outlay_batch_store (self->batch, error);
  gboolean told = stored;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const Waiting *waiting = &g_array_index (self->waiting, Waiting, i);

      if (waiting->error != NULL)
        add_failure (self, waiting->input, waiting->error);
      else if (told)
        told = add_article (self, waiting, error);
    }
  g_array_set_size (self->waiting, 0);
  outlay_batch_clear (self->batch);
  return told;
}

static gboolean
take_reading (OutlayImport *self,
              const OutlayImportReading *reading,
              GCancellable *cancellable,
              GError **error)
{
  Waiting waiting = {reading->input, NULL, NULL};

  if (reading->error != NULL)
    {
      waiting.error = g_error_copy (reading->error);
      g_array_append_val (self->waiting, waiting);
      return TRUE;
    }
  for (guint i = 0; i < reading->articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      waiting.arrival
        = outlay_batch_add (self->batch, g_ptr_array_index (reading->articles, i),
                            g_ptr_array_index (reading->claims, i), reading->input->anyway);
      g_array_append_val (self->waiting, waiting);
      if (outlay_batch_is_full (self->batch) && !store_waiting (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_inputs (OutlayImport *self, const GPtrArray *inputs, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayImportReader) reader = outlay_import_reader_new (inputs, cancellable);

  for (guint i = 0; i < inputs->len; i++)
    {
      outlay_progress_set (OUTLAY_PROGRESS (self), TRUE, i, inputs->len,
                           outlay_import_input_dup_label (g_ptr_array_index (inputs, i)));
      g_autoptr (OutlayImportReading) reading = outlay_import_reader_next (reader);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !take_reading (self, reading, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_inputs (OutlayImport *self, const GPtrArray *inputs, GCancellable *cancellable, GError **error)
{
  gboolean done = read_inputs (self, inputs, cancellable, error);

  /* What was read before it was cancelled goes in too. */
  done = store_waiting (self, done ? error : NULL) && done;
  done = done && outlay_suggestions_catch_up (self->ledger, cancellable, error);
  outlay_progress_set (OUTLAY_PROGRESS (self), FALSE,
                       done ? inputs->len : outlay_progress_get_n_done (OUTLAY_PROGRESS (self)),
                       inputs->len, NULL);
  return done;
}

static gboolean
run (OutlayImport *self, GCancellable *cancellable, GError **error)
{
  outlay_progress_set (OUTLAY_PROGRESS (self), TRUE, 0, 0, NULL);
  g_autoptr (GPtrArray) inputs = outlay_import_walk (self->inputs, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !outlay_copies_catch_up (self->ledger, cancellable, error))
    {
      outlay_progress_set (OUTLAY_PROGRESS (self), FALSE, 0, 0, NULL);
      return FALSE;
    }
  return run_inputs (self, inputs, cancellable, error);
}

/**
 * outlay_import_run:
 * @cancellable: (nullable): stops it between two articles; what was read by then is in
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Imports all that was added, and returns when it is done. A file that cannot be read is an item
 * among the others, and no error; an error of the ledger ends the import.
 *
 * Returns: whether all was done.
 */
gboolean
outlay_import_run (OutlayImport *self, GCancellable *cancellable, GError **error)
{
  gint64 began = g_get_monotonic_time ();
  gboolean done;

  g_return_val_if_fail (OUTLAY_IS_IMPORT (self) && self->items->len == 0, FALSE);

  done = run (self, cancellable, error);
  self->duration = g_get_monotonic_time () - began;
  return done;
}

static void
run_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (outlay_import_run (source_object, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_import_run_async:
 *
 * Runs the import in a thread of its own.
 */
void
outlay_import_run_async (OutlayImport *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_IMPORT (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, outlay_import_run_async);
  /* Cancelled too late, it is done all the same. */
  g_task_set_check_cancellable (task, FALSE);
  outlay_worker_run (task, run_cb);
}

/**
 * outlay_import_run_finish:
 * @error: return location for an error as of outlay_import_run()
 *
 * Returns: whether all was done.
 */
gboolean
outlay_import_run_finish (OutlayImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * outlay_import_get_items:
 *
 * Returns: (transfer none) (element-type OutlayImportItem): what became of each article and of each
 *   file without one, in the order of import. Not to be asked while the import runs.
 */
const GPtrArray *
outlay_import_get_items (OutlayImport *self)
{
  g_return_val_if_fail (OUTLAY_IS_IMPORT (self), NULL);

  return self->items;
}

/**
 * outlay_import_get_duration:
 *
 * Returns: how long it ran, in microseconds. Not to be asked while it runs.
 */
GTimeSpan
outlay_import_get_duration (OutlayImport *self)
{
  g_return_val_if_fail (OUTLAY_IS_IMPORT (self), 0);

  return self->duration;
}

/**
 * outlay_import_dup_warning:
 *
 * Returns: (transfer full) (nullable): what protection the files had to be read without, for
 *   people; %NULL where none was missing. Not to be asked while the import runs.
 */
char *
outlay_import_dup_warning (OutlayImport *self)
{
  g_return_val_if_fail (OUTLAY_IS_IMPORT (self), NULL);

  OutlayJailLayers missing = outlay_read_get_missing_layers ();
  return missing != 0 ? outlay_read_describe_layers (missing) : NULL;
}

/**
 * outlay_import_count:
 *
 * Returns: how many items have @outcome. Not to be asked while the import runs.
 */
guint
outlay_import_count (OutlayImport *self, OutlayImportOutcome outcome)
{
  guint count = 0;

  g_return_val_if_fail (OUTLAY_IS_IMPORT (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    count += ((OutlayImportItem *)g_ptr_array_index (self->items, i))->outcome == outcome;
  return count;
}

/** outlay_import_item_free: frees @item. */
void
outlay_import_item_free (OutlayImportItem *item)
{
  g_clear_object (&item->file);
  g_free (item->member);
  g_free (item->label);
  g_clear_pointer (&item->input, outlay_import_input_free);
  g_free (item->message);
  g_free (item);
}
