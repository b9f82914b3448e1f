/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-ingest.h"

#include <string.h>

#include "acts/outlay-rederive.h"
#include "base/outlay-text.h"
#include "extract/outlay-engine.h"
#include "ledger/outlay-ledger-extraction.h"
#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"
#include "outlay-copies.h"
#include "outlay-relink.h"

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

/*
 * An article's claims on their way into the ledger: @told as the article tells them, which is what
 * is stored, @claims with the names that the user reads them by.
 */
typedef struct
{
  OutlayLedger *ledger;
  gint64 article_id;
  gint64 text_id;
  const OutlayArticle *article;
  const GPtrArray *told;
  const GPtrArray *claims;
  GStrv *keys;
  GPtrArray *candidates;
  GPtrArray *choices;
  /* Of each claim the family that it is in, 0 where it begins one. */
  gint64 *families;
} Arrival;

static OutlayDealRecord *
get_candidate (const Arrival *arrival, guint index)
{
  return g_ptr_array_index (arrival->candidates, index);
}

static void
rename_family (Arrival *arrival, gint64 from, gint64 to)
{
  for (guint i = 0; i < arrival->candidates->len; i++)
    {
      if (get_candidate (arrival, i)->family == from)
        get_candidate (arrival, i)->family = to;
    }
  for (guint i = 0; i < arrival->claims->len; i++)
    {
      if (arrival->families[i] == from)
        arrival->families[i] = to;
    }
}

/* The deals that a claim is alike to become one family. */
static gboolean
unite_families (Arrival *arrival, GError **error)
{
  for (guint i = 0; i < arrival->claims->len; i++)
    {
      const OutlayLinkChoice *choice = g_ptr_array_index (arrival->choices, i);
      g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint j = 0; j < choice->alike->len; j++)
        {
          gint64 family = get_candidate (arrival, g_array_index (choice->alike, guint, j))->family;

          if (families->len > 0 && family == g_array_index (families, gint64, 0))
            continue;
          g_array_append_val (families, family);
          arrival->families[i] = g_array_index (families, gint64, 0);
          rename_family (arrival, family, arrival->families[i]);
        }
      if (!outlay_ledger_unite_families (arrival->ledger, families, error))
        return FALSE;
    }
  return TRUE;
}

/* Stores the claim @index with @deal, which it is added to. */
static gboolean
store_claim (Arrival *arrival, guint index, OutlayDealRecord *deal, char *reason, GError **error)
{
  OutlayDealClaim *claim = outlay_deal_claim_new (
    0, arrival->article_id, outlay_claim_ref (g_ptr_array_index (arrival->claims, index)),
    outlay_article_ref ((OutlayArticle *)arrival->article));

  claim->text_id = arrival->text_id;
  claim->reason = g_strdup (reason);
  g_ptr_array_add (deal->claims, claim);
  claim->id = outlay_ledger_add_claim (arrival->ledger, claim->article_id,
                                       g_ptr_array_index (arrival->told, index),
                                       (const char *const *)arrival->keys[index], error);
  if (claim->id == 0 || !outlay_remarks_load (arrival->ledger, deal, error))
    return FALSE;
  outlay_link_reconcile (deal);
  return outlay_ledger_store_deal (arrival->ledger, deal, error);
}

/* Each claim joins the deal that was chosen for it, or, where @anew, waits in one of its own. */
static gboolean
store_claims (Arrival *arrival, gboolean anew, GArray *claim_ids, GError **error)
{
  for (guint i = 0; i < arrival->claims->len; i++)
    {
      const OutlayLinkChoice *choice = g_ptr_array_index (arrival->choices, i);
      gboolean joins = !anew && choice->candidate >= 0;
      g_autoptr (OutlayDealRecord) deal
        = joins ? outlay_deal_record_ref (get_candidate (arrival, (guint)choice->candidate))
                : outlay_deal_record_new ();

      deal->family = arrival->families[i];
      if (!store_claim (arrival, i, deal, joins ? choice->reason : NULL, error))
        return FALSE;
      arrival->families[i] = deal->family;
      gint64 id = outlay_deal_record_get_claim (deal, deal->claims->len - 1)->id;
      g_array_append_val (claim_ids, id);
    }
  return TRUE;
}

static void
add_families (const Arrival *arrival, GArray *families)
{
  for (guint i = 0; i < arrival->claims->len; i++)
    {
      if (arrival->families[i] != 0)
        g_array_append_val (families, arrival->families[i]);
    }
}

/*
 * Whether the families have to be linked anew: where the user said something of them, or where an
 * article of them comes after this one, which then might have been linked in another way.
 */
static gboolean
must_link_anew (const Arrival *arrival, gboolean *anew, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean last = TRUE;

  add_families (arrival, families);
  if (!outlay_ledger_find_bonded_families (arrival->ledger, arrival->article_id, families, error))
    return FALSE;
  g_autoptr (GPtrArray) bonds
    = outlay_ledger_list_bonds_of_families (arrival->ledger, families, error);
  if (bonds == NULL
      || !outlay_ledger_is_last (arrival->ledger, families, arrival->article_id, &last, error))
    return FALSE;
  *anew = !last || bonds->len > 0;
  return TRUE;
}

static gboolean
link_anew (const Arrival *arrival, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) bonded = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_families (arrival, families);
  if (!outlay_ledger_find_bonded_families (arrival->ledger, arrival->article_id, bonded, error))
    return FALSE;
  if (bonded->len > 0)
    {
      g_array_append_vals (families, bonded->data, bonded->len);
      if (!outlay_ledger_unite_families (arrival->ledger, families, error))
        return FALSE;
    }
  return outlay_relink_families (arrival->ledger, families, error);
}

static gboolean
count_deals (const Arrival *arrival,
             const GArray *claim_ids,
             OutlayIngested *ingested,
             GError **error)
{
  g_autoptr (GArray) ids = outlay_ledger_list_deals_of_claims (arrival->ledger, claim_ids, error);
  g_autoptr (GPtrArray) deals
    = ids != NULL ? outlay_ledger_load_deals_of (arrival->ledger, ids, error) : NULL;

  for (guint i = 0; deals != NULL && i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      gboolean only_here = TRUE;

      for (guint j = 0; j < deal->claims->len; j++)
        only_here &= outlay_deal_record_get_claim (deal, j)->article_id == arrival->article_id;
      ingested->n_new_deals += only_here;
      ingested->n_more_deals += !only_here;
    }
  return deals != NULL;
}

/* What the user said of claims that an older engine told by other words. */
static gboolean
adopt_remarks (const Arrival *arrival, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  return outlay_remarks_adopt (arrival->ledger, arrival->article_id, deals, error)
         && outlay_rederive_deals (arrival->ledger, deals, error);
}

static gboolean
link_claims (Arrival *arrival, OutlayIngested *ingested, GError **error)
{
  g_autoptr (GArray) claim_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean anew;

  return unite_families (arrival, error) && must_link_anew (arrival, &anew, error)
         && store_claims (arrival, anew, claim_ids, error) && (!anew || link_anew (arrival, error))
         && adopt_remarks (arrival, error) && count_deals (arrival, claim_ids, ingested, error);
}

/* The claims with the names that the user reads them by; nothing else differs. */
static GPtrArray *
read_names (OutlayLedger *ledger, const GPtrArray *told, GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_remarks_get_readings (ledger, error);
  GPtrArray *claims;

  if (readings == NULL)
    return NULL;
  claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_add (claims, outlay_readings_read_claim (readings, g_ptr_array_index (told, i)));
  return claims;
}

static GPtrArray *
list_keys (const GPtrArray *claims)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (keys, outlay_link_get_keys (g_ptr_array_index (claims, i)));
  return keys;
}

static gboolean
add_claims (OutlayLedger *ledger,
            const OutlayArticle *article,
            const GPtrArray *told,
            OutlayIngested *ingested,
            GError **error)
{
  g_autoptr (GPtrArray) claims = read_names (ledger, told, error);

  if (claims == NULL)
    return FALSE;
  g_autoptr (GPtrArray) keys = list_keys (claims);
  g_auto (GStrv) all_keys = unite_keys ((GStrv *)keys->pdata, claims->len);
  g_autoptr (GPtrArray) candidates
    = outlay_ledger_find_candidates (ledger, (const char *const *)all_keys, error);
  if (candidates == NULL)
    return FALSE;
  g_autoptr (GPtrArray) choices = outlay_link_choose (claims, article, candidates);
  g_autofree gint64 *families = g_new0 (gint64, claims->len + 1);
  Arrival arrival = {.ledger = ledger,
                     .article_id = ingested->article_id,
                     .text_id = ingested->text_id,
                     .article = article,
                     .told = told,
                     .claims = claims,
                     .keys = (GStrv *)keys->pdata,
                     .candidates = candidates,
                     .choices = choices,
                     .families = families};
  return link_claims (&arrival, ingested, error);
}

static gboolean
is_of_other_source (const OutlayArticle *a, const OutlayArticle *b)
{
  if (a->source == NULL || b->source == NULL)
    return FALSE;
  g_autofree char *first = outlay_text_fold (a->source);
  g_autofree char *second = outlay_text_fold (b->source);

  return strcmp (first, second) != 0;
}

/* Whether the ledger has the article, and what it is told apart by: one that another source prints
 * word for word, headline and all, is a copy and no duplicate. */
static gboolean
find_duplicate (OutlayLedger *ledger,
                const OutlayArticle *article,
                char **digest,
                gint64 *article_id,
                GError **error)
{
  g_autoptr (OutlayArticle) other = NULL;

  *digest = outlay_ledger_dup_digest (article);
  if (!outlay_ledger_find_article (ledger, *digest, article_id, error))
    return FALSE;
  if (*article_id == 0)
    return TRUE;
  other = outlay_ledger_get_article (ledger, *article_id, error);
  if (other == NULL)
    return FALSE;
  if (!is_of_other_source (article, other))
    return TRUE;
  g_free (*digest);
  *digest = outlay_ledger_dup_copy_digest (article);
  return outlay_ledger_find_article (ledger, *digest, article_id, error);
}

static gboolean
store_in_transaction (OutlayLedger *ledger,
                      const OutlayArticle *article,
                      const GPtrArray *claims,
                      OutlayIngested *ingested,
                      GError **error)
{
  g_autofree char *digest = NULL;

  if (!find_duplicate (ledger, article, &digest, &ingested->article_id, error))
    return FALSE;
  ingested->duplicate = ingested->article_id != 0;
  if (ingested->duplicate)
    return TRUE;
  ingested->article_id = outlay_ledger_add_article (ledger, article, digest, error);
  return ingested->article_id != 0
         && outlay_copies_find (ledger, ingested->article_id, article->text, &ingested->text_id,
                                &ingested->copy_of, error)
         && outlay_ledger_set_engine (ledger, ingested->article_id, outlay_engine_get_version (),
                                      error)
         && add_claims (ledger, article, claims, ingested, error);
}

/**
 * outlay_ingest_claims:
 * @article_id: of an article in the ledger
 * @claims: (element-type OutlayClaim): more claims of it
 * @error: return location for an #OutlayLedgerError
 *
 * Adds claims to an article and links them, within a transaction.
 *
 * Returns: whether they are stored.
 */
gboolean
outlay_ingest_claims (OutlayLedger *ledger,
                      gint64 article_id,
                      const OutlayArticle *article,
                      const GPtrArray *claims,
                      GError **error)
{
  OutlayIngested ingested = {.article_id = article_id};

  return add_claims (ledger, article, claims, &ingested, error);
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
  *ingested = (OutlayIngested){0};
  if (!outlay_ledger_begin (ledger, error))
    return FALSE;
  if (store_in_transaction (ledger, article, claims, ingested, error))
    return outlay_ledger_commit (ledger, error);
  outlay_ledger_rollback (ledger);
  return FALSE;
}
