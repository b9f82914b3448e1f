/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-batch.h"

#include <string.h>

/*
 * Each transaction links all of a family that it adds to, so there shall be few of them, also where
 * thousands of articles tell one deal: each takes as many articles as all before it. From the
 * longest on it would hold up whoever else wants to write, and lose too much where the program is
 * killed.
 */
#define SHORTEST 16
#define LONGEST  256

/* How many bytes of texts and originals may wait in memory. */
#define MOST_BYTES (16 * 1024 * 1024)

struct _OutlayBatch
{
  OutlayLedger *ledger;
  GPtrArray *arrivals;
  gsize n_bytes;
  guint n_stored;
};

/**
 * outlay_batch_new:
 *
 * Returns: (transfer full): an empty batch for @ledger.
 */
OutlayBatch *
outlay_batch_new (OutlayLedger *ledger)
{
  OutlayBatch *batch = g_new0 (OutlayBatch, 1);

  batch->ledger = g_object_ref (ledger);
  batch->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_arrival_free);
  return batch;
}

/** outlay_batch_free: frees @batch; what waits in it is not stored. */
void
outlay_batch_free (OutlayBatch *batch)
{
  g_object_unref (batch->ledger);
  g_ptr_array_unref (batch->arrivals);
  g_free (batch);
}

/**
 * outlay_batch_add:
 * @claims: (element-type OutlayClaim): what the article claims
 * @anyway: whether it shall come in also where it is there already
 *
 * Returns: (transfer none): where it is told, until the batch is cleared, what became of the
 *   article once it is stored.
 */
const OutlayArrival *
outlay_batch_add (OutlayBatch *batch, OutlayArticle *article, GPtrArray *claims, gboolean anyway)
{
  OutlayArrival *arrival
    = outlay_arrival_new (outlay_article_ref (article), g_ptr_array_ref (claims));

  arrival->anyway = anyway;
  g_ptr_array_add (batch->arrivals, arrival);
  batch->n_bytes += strlen (article->text);
  if (article->original != NULL && article->original_position == 0)
    batch->n_bytes += g_bytes_get_size (article->original->packed);
  return arrival;
}

/**
 * outlay_batch_is_full:
 *
 * Returns: whether what waits should be stored now. It depends on the articles alone, and so do the
 *   ids of their deals.
 */
gboolean
outlay_batch_is_full (const OutlayBatch *batch)
{
  return batch->arrivals->len >= CLAMP (batch->n_stored, SHORTEST, LONGEST)
         || batch->n_bytes >= MOST_BYTES;
}

/**
 * outlay_batch_store:
 * @error: return location for an #OutlayLedgerError
 *
 * Puts all that waits into the ledger, in one transaction.
 *
 * Returns: whether it is in the ledger; if not, nothing of it is.
 */
gboolean
outlay_batch_store (OutlayBatch *batch, GError **error)
{
  if (batch->arrivals->len == 0)
    return TRUE;
  batch->n_stored += batch->arrivals->len;
  return outlay_ingest_articles (batch->ledger, batch->arrivals, error);
}

/** outlay_batch_clear: lets the articles go, stored or not. */
void
outlay_batch_clear (OutlayBatch *batch)
{
  g_ptr_array_set_size (batch->arrivals, 0);
  batch->n_bytes = 0;
}
