/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-ingest.h"

#include "link/outlay-link.h"

static GStrv
unite_keys (GStrv *keys, guint n_claims)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      for (guint j = 0; keys[i][j] != NULL; j++)
        g_ptr_array_add (all, g_strdup (keys[i][j]));
    }
  g_ptr_array_add (all, NULL);
  return (GStrv)g_ptr_array_free (all, FALSE);
}

static gboolean
store_claim (
  OutlayLedger *ledger, OutlayDealClaim *claim, GStrv keys, OutlayDealRecord *deal, GError **error)
{
  g_ptr_array_add (deal->claims, claim);
  claim->id = outlay_ledger_add_claim (ledger, claim->article_id, claim->claim,
                                       (const char *const *)keys, error);
  if (claim->id == 0)
    return FALSE;
  outlay_link_reconcile (deal);
  return outlay_ledger_store_deal (ledger, deal, error);
}

static gboolean
store_claims (OutlayLedger *ledger,
              const OutlayArticle *article,
              const GPtrArray *claims,
              GStrv *keys,
              OutlayIngested *ingested,
              GError **error)
{
  g_auto (GStrv) all_keys = unite_keys (keys, claims->len);
  g_autoptr (GPtrArray) candidates
    = outlay_ledger_find_candidates (ledger, (const char *const *)all_keys, error);

  if (candidates == NULL)
    return FALSE;
  g_autoptr (GPtrArray) choices = outlay_link_choose (claims, article, candidates);
  for (guint i = 0; i < claims->len; i++)
    {
      OutlayLinkChoice *choice = g_ptr_array_index (choices, i);
      OutlayDealClaim *claim = outlay_deal_claim_new (
        0, ingested->article_id, outlay_claim_ref (g_ptr_array_index (claims, i)),
        outlay_article_ref ((OutlayArticle *)article));
      gboolean new_deal = choice->candidate < 0;
      g_autoptr (OutlayDealRecord) deal
        = new_deal
            ? outlay_deal_record_new ()
            : outlay_deal_record_ref (g_ptr_array_index (candidates, (guint)choice->candidate));

      claim->reason = g_steal_pointer (&choice->reason);
      if (!store_claim (ledger, claim, keys[i], deal, error))
        return FALSE;
      ingested->n_new_deals += new_deal;
      ingested->n_more_deals += !new_deal;
    }
  return TRUE;
}

static gboolean
store_in_transaction (OutlayLedger *ledger,
                      const OutlayArticle *article,
                      const GPtrArray *claims,
                      GStrv *keys,
                      const char *digest,
                      OutlayIngested *ingested,
                      GError **error)
{
  if (!outlay_ledger_find_article (ledger, digest, &ingested->article_id, error))
    return FALSE;
  ingested->duplicate = ingested->article_id != 0;
  if (ingested->duplicate)
    return TRUE;
  ingested->article_id = outlay_ledger_add_article (ledger, article, digest, error);
  return ingested->article_id != 0 && store_claims (ledger, article, claims, keys, ingested, error);
}

/**
 * outlay_ingest_article:
 * @claims: (element-type OutlayClaim): what the article claims
 * @ingested: (out): what became of it, where the result is %TRUE
 * @error: return location for an #OutlayLedgerError
 *
 * Puts an article into the ledger and links its claims to the deals there, in one transaction. An
 * article that is there already changes nothing.
 *
 * Returns: whether it is in the ledger; if not, nothing of it is.
 */
gboolean
outlay_ingest_article (OutlayLedger *ledger,
                       const OutlayArticle *article,
                       const GPtrArray *claims,
                       OutlayIngested *ingested,
                       GError **error)
{
  g_autofree char *digest = outlay_ledger_dup_digest (article);
  g_autofree GStrv *keys = g_new0 (GStrv, claims->len + 1);
  gboolean done;

  *ingested = (OutlayIngested){0};
  if (!outlay_ledger_begin (ledger, error))
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    keys[i] = outlay_link_get_keys (g_ptr_array_index (claims, i));
  done = store_in_transaction (ledger, article, claims, keys, digest, ingested, error);
  for (guint i = 0; i < claims->len; i++)
    g_strfreev (keys[i]);
  if (done)
    return outlay_ledger_commit (ledger, error);
  outlay_ledger_rollback (ledger);
  return FALSE;
}
