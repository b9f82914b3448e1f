/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-ingest.h"

#include <string.h>

#include "base/outlay-text.h"
#include "extract/outlay-engine.h"
#include "ledger/outlay-ledger-deletions.h"
#include "ledger/outlay-ledger-edit.h"
#include "ledger/outlay-ledger-extraction.h"
#include "outlay-arrivals.h"
#include "outlay-copies.h"

/**
 * outlay_arrival_new:
 * @article: (transfer full): what comes in
 * @claims: (transfer full) (element-type OutlayClaim): what it claims
 *
 * Returns: (transfer full): the two, of which nothing has become yet.
 */
OutlayArrival *
outlay_arrival_new (OutlayArticle *article, GPtrArray *claims)
{
  OutlayArrival *arrival = g_new0 (OutlayArrival, 1);

  arrival->article = article;
  arrival->claims = claims;
  return arrival;
}

/** outlay_arrival_free: frees @arrival and gives back what it holds. */
void
outlay_arrival_free (OutlayArrival *arrival)
{
  outlay_article_unref (arrival->article);
  g_ptr_array_unref (arrival->claims);
  g_free (arrival);
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

/**
 * Identity:
 * @digest: what the article is told apart by in the ledger
 * @copy: what tells it apart also from those of other sources that print the same
 * @twin: the article that is there already, 0 where none is
 */
typedef struct
{
  char *digest;
  char *copy;
  gint64 twin;
} Identity;

static void
clear_identity (Identity *identity)
{
  g_free (identity->digest);
  g_free (identity->copy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Identity, clear_identity)

/* One that another source prints word for word, headline and all, is a copy and no duplicate. */
static gboolean
identify (OutlayLedger *ledger, const OutlayArticle *article, Identity *identity, GError **error)
{
  g_autoptr (OutlayArticle) other = NULL;
  gint64 copy_id;

  identity->digest = outlay_ledger_dup_digest (article);
  identity->copy = outlay_ledger_dup_copy_digest (identity->digest, article->source);
  if (!outlay_ledger_find_article (ledger, identity->digest, &identity->twin, error))
    return FALSE;
  if (identity->twin != 0)
    {
      other = outlay_ledger_load_one_article (ledger, identity->twin, error);
      if (other == NULL)
        return FALSE;
      if (!is_of_other_source (article, other))
        return TRUE;
    }
  if (!outlay_ledger_find_article (ledger, identity->copy, &copy_id, error))
    return FALSE;
  if (identity->twin != 0 || copy_id != 0)
    {
      g_free (identity->digest);
      identity->digest = g_strdup (identity->copy);
    }
  identity->twin = copy_id;
  return TRUE;
}

/* One that is there already as @twin is told apart by a number. */
static gint64
add_article (OutlayLedger *ledger,
             const OutlayArticle *article,
             const char *digest,
             gint64 twin,
             GError **error)
{
  if (twin == 0)
    return outlay_ledger_add_article (ledger, article, digest, error);
  g_autofree char *numbered = outlay_ledger_dup_free_digest (ledger, digest, error);
  return numbered != NULL ? outlay_ledger_add_article (ledger, article, numbered, error) : 0;
}

/* What the user deleted stays away, as what is there already does, unless it is wanted anyway. */
static gboolean
admit (OutlayLedger *ledger,
       OutlayArrival *arrival,
       const Identity *identity,
       gboolean *admitted,
       GError **error)
{
  OutlayIngested *ingested = &arrival->ingested;

  *admitted = TRUE;
  if (arrival->anyway)
    return outlay_ledger_forget_deletion (ledger, identity->copy, error);
  ingested->duplicate = identity->twin != 0;
  ingested->article_id = identity->twin;
  if (!ingested->duplicate
      && !outlay_ledger_find_deletion (ledger, identity->copy, &ingested->deleted, error))
    return FALSE;
  *admitted = !ingested->duplicate && ingested->deleted == 0;
  return TRUE;
}

static gboolean
store_article (OutlayLedger *ledger, OutlayArrival *arrival, GError **error)
{
  const OutlayArticle *article = arrival->article;
  OutlayIngested *ingested = &arrival->ingested;
  g_auto (Identity) identity = {NULL};
  gboolean admitted;

  *ingested = (OutlayIngested){0};
  if (!identify (ledger, article, &identity, error)
      || !admit (ledger, arrival, &identity, &admitted, error))
    return FALSE;
  if (!admitted)
    return TRUE;
  ingested->article_id = add_article (ledger, article, identity.digest, identity.twin, error);
  return ingested->article_id != 0
         && outlay_copies_find (ledger, ingested->article_id,
                                outlay_article_get_imported_text (article), identity.twin,
                                &ingested->text_id, &ingested->copy_of, error)
         && outlay_ledger_set_engine (ledger, ingested->article_id, outlay_engine_get_version (),
                                      error);
}

/**
 * outlay_ingest_within:
 * @arrivals: (element-type OutlayArrival): articles with their claims
 * @error: return location for an #OutlayLedgerError
 *
 * Does what outlay_ingest_articles() does, within the caller's transaction.
 *
 * Returns: whether they are stored.
 */
gboolean
outlay_ingest_within (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error)
{
  for (guint i = 0; i < arrivals->len; i++)
    {
      if (!store_article (ledger, g_ptr_array_index (arrivals, i), error))
        return FALSE;
    }
  return outlay_arrivals_link (ledger, arrivals, error);
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
                      OutlayArticle *article,
                      GPtrArray *claims,
                      GError **error)
{
  OutlayArrival arrival
    = {.article = article, .claims = claims, .ingested = {.article_id = article_id}};
  g_autoptr (GPtrArray) arrivals = g_ptr_array_new ();

  g_ptr_array_add (arrivals, &arrival);
  return outlay_arrivals_link (ledger, arrivals, error);
}

/**
 * outlay_ingest_articles:
 * @arrivals: (element-type OutlayArrival): articles with their claims; each is told what became of
 *   it where the result is %TRUE
 * @error: return location for an #OutlayLedgerError
 *
 * Puts articles into the ledger and links their claims to the deals there, in one transaction. It
 * comes to the same as one article after the other; a deal that many of them tell is linked and
 * worked out once. An article that is there already, or that the user deleted, changes nothing,
 * unless it is wanted anyway.
 *
 * Returns: whether they are in the ledger; if not, nothing of them is.
 */
gboolean
outlay_ingest_articles (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error)
{
  if (!outlay_ledger_begin (ledger, error))
    return FALSE;
  if (outlay_ingest_within (ledger, arrivals, error))
    return outlay_ledger_commit (ledger, error);
  outlay_ledger_rollback (ledger);
  return FALSE;
}

/**
 * outlay_ingest_article:
 * @claims: (element-type OutlayClaim): what the article claims
 * @ingested: (out): what became of it, where the result is %TRUE
 * @error: return location for an #OutlayLedgerError
 *
 * Puts a single article into the ledger as outlay_ingest_articles() does several.
 *
 * Returns: whether it is in the ledger; if not, nothing of it is.
 */
gboolean
outlay_ingest_article (OutlayLedger *ledger,
                       OutlayArticle *article,
                       GPtrArray *claims,
                       OutlayIngested *ingested,
                       GError **error)
{
  OutlayArrival arrival = {.article = article, .claims = claims};
  g_autoptr (GPtrArray) arrivals = g_ptr_array_new ();

  g_ptr_array_add (arrivals, &arrival);
  gboolean done = outlay_ingest_articles (ledger, arrivals, error);
  *ingested = arrival.ingested;
  return done;
}
