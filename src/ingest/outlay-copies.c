/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-copies.h"

#include "ledger/outlay-ledger-edit.h"
#include "ledger/outlay-ledger-texts.h"
#include "link/outlay-link-copies.h"
#include "link/outlay-link.h"

/* So many articles of an older ledger are compared in one transaction. */
#define BATCH 100

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }
  return FALSE;
}

/* The text of an article that is known to print the same words, however few they are. */
static gboolean
take_twin (OutlayLedger *ledger, gint64 twin, GArray *text_ids, gint64 *copy_of, GError **error)
{
  gint64 text_id;

  if (twin == 0)
    return TRUE;
  if (!outlay_ledger_find_text (ledger, twin, &text_id, error))
    return FALSE;
  if (text_id != 0)
    g_array_append_val (text_ids, text_id);
  *copy_of = twin;
  return TRUE;
}

/* Appends the ids of the texts that @shingles are of; an article of one that is known already
 * needn't be compared. */
static gboolean
find_texts (OutlayLedger *ledger,
            const GArray *shingles,
            const GArray *sketch,
            GArray *text_ids,
            gint64 *copy_of,
            GError **error)
{
  g_autoptr (GArray) alike = outlay_ledger_find_alike (ledger, sketch, error);

  if (alike == NULL)
    return FALSE;
  for (guint i = 0; i < alike->len; i++)
    {
      const OutlayLedgerAlike *other = &g_array_index (alike, OutlayLedgerAlike, i);

      if (has_id (text_ids, other->text_id))
        continue;
      g_autoptr (OutlayArticle) article
        = outlay_ledger_load_one_article (ledger, other->article_id, error);
      if (article == NULL)
        return FALSE;
      g_autoptr (GArray) other_shingles
        = outlay_link_get_shingles (outlay_article_get_imported_text (article));
      if (!outlay_link_is_copy (shingles, other_shingles))
        continue;
      if (text_ids->len == 0)
        *copy_of = other->article_id;
      g_array_append_val (text_ids, other->text_id);
    }
  return TRUE;
}

/* What was taken for several voices may be one now. */
static gboolean
reconcile_deals (OutlayLedger *ledger, gint64 text_id, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals_of_text (ledger, text_id, error);

  if (deals == NULL)
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      outlay_link_reconcile (deal);
      if (!outlay_ledger_store_deal (ledger, deal, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
join_texts (OutlayLedger *ledger, const GArray *text_ids, gint64 text_id, GError **error)
{
  gboolean joined = FALSE;

  for (guint i = 0; i < text_ids->len; i++)
    {
      gint64 other = g_array_index (text_ids, gint64, i);

      if (other == text_id)
        continue;
      if (!outlay_ledger_join_texts (ledger, other, text_id, error))
        return FALSE;
      joined = TRUE;
    }
  return !joined || reconcile_deals (ledger, text_id, error);
}

/**
 * outlay_copies_find:
 * @article_id: of an article in the ledger that was not compared with the others yet
 * @text: its text
 * @twin: an article of the very same words, 0 where none is known
 * @text_id: (out): of the text that it prints
 * @copy_of: (out): another article that prints it, 0 where there is none
 * @error: return location for an #OutlayLedgerError
 *
 * Finds the articles that print the same text, in the caller's transaction. Which articles belong
 * together doesn't depend on the order in which they came. The deals that @article_id itself tells
 * of already are not reconciled.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_copies_find (OutlayLedger *ledger,
                    gint64 article_id,
                    const char *text,
                    gint64 twin,
                    gint64 *text_id,
                    gint64 *copy_of,
                    GError **error)
{
  g_autoptr (GArray) shingles = outlay_link_get_shingles (text);
  g_autoptr (GArray) sketch = outlay_link_get_sketch (shingles);
  g_autoptr (GArray) text_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *copy_of = 0;
  if (!take_twin (ledger, twin, text_ids, copy_of, error)
      || !find_texts (ledger, shingles, sketch, text_ids, copy_of, error))
    return FALSE;
  *text_id = article_id;
  for (guint i = 0; i < text_ids->len; i++)
    *text_id = MIN (*text_id, g_array_index (text_ids, gint64, i));
  return outlay_ledger_add_text (ledger, article_id, *text_id, sketch, error)
         && join_texts (ledger, text_ids, *text_id, error);
}

static gboolean
compare_pending (OutlayLedger *ledger, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i), text_id, copy_of;
      g_autoptr (OutlayArticle) article = outlay_ledger_load_one_article (ledger, id, error);

      if (article == NULL
          || !outlay_copies_find (ledger, id, outlay_article_get_imported_text (article), 0,
                                  &text_id, &copy_of, error)
          || (copy_of != 0 && !reconcile_deals (ledger, text_id, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_copies_catch_up:
 * @cancellable: (nullable): stops it between two transactions
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Compares the articles of a ledger that was made before copies were known.
 *
 * Returns: whether all are compared.
 */
gboolean
outlay_copies_catch_up (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  guint n_compared = BATCH;

  while (n_compared == BATCH)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !outlay_ledger_begin (ledger, error))
        return FALSE;
      g_autoptr (GArray) ids = outlay_ledger_list_pending (ledger, BATCH, error);
      if (ids == NULL || !compare_pending (ledger, ids, error))
        {
          outlay_ledger_rollback (ledger);
          return FALSE;
        }
      n_compared = ids->len;
      if (!outlay_ledger_commit (ledger, error))
        return FALSE;
    }
  return TRUE;
}
