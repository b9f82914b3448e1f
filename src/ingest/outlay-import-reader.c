/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-import-reader.h"

#include "extract/outlay-extract.h"
#include "outlay-import-load.h"

/* Extraction is the slow part; beyond a few threads the one that stores cannot keep up. */
#define MAX_THREADS 4

/* How many inputs each thread may be ahead of the one that stores, which bounds the memory. */
#define AHEAD 2

typedef struct
{
  OutlayImportReading *reading;
  gboolean done;
} Slot;

struct _OutlayImportReader
{
  const GPtrArray *inputs;
  GCancellable *cancellable;
  GThreadPool *pool;
  /* @lock guards the slots' done. */
  GMutex lock;
  GCond slot_done;
  Slot *slots;
  guint n_slots;
  guint n_pushed;
  guint n_taken;
};

static OutlayImportReading *
read_input (const OutlayImportInput *input, GCancellable *cancellable)
{
  const OutlayExtractor *extractor = outlay_extractor_get_default ();
  OutlayImportReading *reading = g_new0 (OutlayImportReading, 1);

  reading->input = input;
  if (g_cancellable_set_error_if_cancelled (cancellable, &reading->error))
    return reading;
  reading->articles = outlay_import_load (input, cancellable, &reading->error);
  if (reading->articles == NULL)
    return reading;
  reading->claims = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < reading->articles->len; i++)
    g_ptr_array_add (reading->claims, outlay_extractor_find_claims (
                                        extractor, g_ptr_array_index (reading->articles, i)));
  return reading;
}

static Slot *
get_slot (OutlayImportReader *reader, guint index)
{
  return &reader->slots[index % reader->n_slots];
}

/* Runs in a thread of the pool; a pool doesn't take 0 for work, so the work is the number plus 1.
 */
static void
read_cb (gpointer data, gpointer user_data)
{
  OutlayImportReader *reader = user_data;
  guint index = GPOINTER_TO_UINT (data) - 1;
  OutlayImportReading *reading
    = read_input (g_ptr_array_index (reader->inputs, index), reader->cancellable);

  g_mutex_lock (&reader->lock);
  *get_slot (reader, index) = (Slot){reading, TRUE};
  g_cond_signal (&reader->slot_done);
  g_mutex_unlock (&reader->lock);
}

static void
push_ahead (OutlayImportReader *reader)
{
  while (reader->n_pushed < reader->inputs->len
         && reader->n_pushed < reader->n_taken + reader->n_slots)
    g_thread_pool_push (reader->pool, GUINT_TO_POINTER (++reader->n_pushed), NULL);
}

/**
 * outlay_import_reader_new:
 * @inputs: (element-type OutlayImportInput): what to read; it must outlive the reader
 * @cancellable: (nullable): makes what is not read yet fail
 *
 * Returns: (transfer full): a reader, which has begun.
 */
OutlayImportReader *
outlay_import_reader_new (const GPtrArray *inputs, GCancellable *cancellable)
{
  OutlayImportReader *reader = g_new0 (OutlayImportReader, 1);
  guint n_threads = CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  reader->inputs = inputs;
  reader->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_mutex_init (&reader->lock);
  g_cond_init (&reader->slot_done);
  reader->n_slots = n_threads * AHEAD;
  reader->slots = g_new0 (Slot, reader->n_slots);
  reader->pool = g_thread_pool_new (read_cb, reader, (int)n_threads, FALSE, NULL);
  push_ahead (reader);
  return reader;
}

/**
 * outlay_import_reader_next:
 *
 * Returns: (transfer full) (nullable): what the next input holds, after waiting for it; %NULL
 *   behind the last.
 */
OutlayImportReading *
outlay_import_reader_next (OutlayImportReader *reader)
{
  if (reader->n_taken == reader->inputs->len)
    return NULL;
  Slot *slot = get_slot (reader, reader->n_taken);
  g_mutex_lock (&reader->lock);
  while (!slot->done)
    g_cond_wait (&reader->slot_done, &reader->lock);
  OutlayImportReading *reading = g_steal_pointer (&slot->reading);
  slot->done = FALSE;
  g_mutex_unlock (&reader->lock);
  reader->n_taken++;
  push_ahead (reader);
  return reading;
}

/** outlay_import_reader_free: drops what is not begun, waits for the rest and frees @reader. */
void
outlay_import_reader_free (OutlayImportReader *reader)
{
  g_thread_pool_free (reader->pool, TRUE, TRUE);
  for (guint i = 0; i < reader->n_slots; i++)
    g_clear_pointer (&reader->slots[i].reading, outlay_import_reading_free);
  g_free (reader->slots);
  g_clear_object (&reader->cancellable);
  g_cond_clear (&reader->slot_done);
  g_mutex_clear (&reader->lock);
  g_free (reader);
}

/** outlay_import_reading_free: frees @reading. */
void
outlay_import_reading_free (OutlayImportReading *reading)
{
  g_clear_pointer (&reading->articles, g_ptr_array_unref);
  g_clear_pointer (&reading->claims, g_ptr_array_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}
