/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own forms: deals with the articles that they rest on, and articles with what they
 * say of deals. Both are imported again. */
#define G_LOG_DOMAIN "outlay-report"

#include "base/json/outlay-json.h"
#include "ledger/outlay-ledger-said.h"
#include "report/export/outlay-export-private.h"

/* What an article is imported again by, beside the facts that a claim has in its usual form. */
static const char *const own_members[] = {"title", "author", "url", "text"};

/* What the user said of the article's claims goes with it. */
static gboolean
set_said (OutlayLedger *ledger, gint64 article_id, JsonObject *object, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *json = outlay_ledger_dup_said (ledger, article_id, &failure);
  JsonObject *said = json != NULL ? outlay_json_parse (json, -1, &failure) : NULL;

  if (said != NULL)
    json_object_set_object_member (object, "said", said);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
copy_members (JsonObject *target, const OutlayArticle *article)
{
  g_autoptr (JsonObject) whole = outlay_json_from_article (article);

  for (guint i = 0; i < G_N_ELEMENTS (own_members); i++)
    json_object_set_member (target, own_members[i], json_object_dup_member (whole, own_members[i]));
}

/* The deal's claims have no evidence in their usual form; each gets its own here, and, where the
 * line is to be imported again, its article as well. */
static gboolean
complete_claim (JsonObject *entry,
                const OutlayDealClaim *claim,
                OutlayLedger *ledger,
                gboolean whole,
                GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_ledger_get_article (ledger, claim->article_id, error);
  g_autoptr (JsonObject) proved
    = article != NULL ? outlay_json_from_claim (claim->claim, article) : NULL;

  if (proved == NULL)
    return FALSE;
  json_object_set_member (entry, "evidence", json_object_dup_member (proved, "evidence"));
  if (!whole)
    return TRUE;
  copy_members (entry, article);
  return set_said (ledger, claim->article_id, entry, error);
}

static char *
dup_deal (const OutlayDealRecord *deal, OutlayLedger *ledger, gboolean whole, GError **error)
{
  g_autoptr (JsonObject) object = outlay_json_from_deal (deal);
  JsonArray *claims = json_object_get_array_member (object, "claims");

  for (guint i = 0; ledger != NULL && i < deal->claims->len; i++)
    {
      if (!complete_claim (json_array_get_object_element (claims, i),
                           outlay_deal_record_get_claim (deal, i), ledger, whole, error))
        return NULL;
    }
  return outlay_json_print (object);
}

/**
 * outlay_export_dup_json:
 * @ledger: (nullable): where the articles of @deal are; without it the claims have no evidence
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): @deal as a line of JSON, without its line break.
 */
char *
outlay_export_dup_json (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error)
{
  return dup_deal (deal, ledger, FALSE, error);
}

static gboolean
put_line (const OutlayExportJob *job, const char *line, GError **error)
{
  return outlay_export_put (job, line, error) && outlay_export_put (job, "\n", error);
}

/**
 * outlay_export_json:
 *
 * Writes the deals, a line of JSON each, with their claims, the words that prove them and the whole
 * articles, so that any of the lines can be imported by itself.
 *
 * Returns: whether all was written.
 */
gboolean
outlay_export_json (const OutlayExportJob *job, GError **error)
{
  for (guint i = 0; i < job->deals->len; i++)
    {
      g_autofree char *line
        = dup_deal (g_ptr_array_index (job->deals, i), job->ledger, TRUE, error);

      if (line == NULL || !outlay_export_step (job, i, job->deals->len, error)
          || !put_line (job, line, error))
        return FALSE;
    }
  return TRUE;
}

/* Of each article, by its id, what the ledger's claims say of it. */
static GHashTable *
sort_claims (const OutlayExportJob *job)
{
  GHashTable *sorted
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < job->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (job->deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          GPtrArray *claims = g_hash_table_lookup (sorted, &claim->article_id);

          if (claims == NULL)
            {
              claims = g_ptr_array_new ();
              g_hash_table_insert (sorted, &claim->article_id, claims);
            }
          g_ptr_array_add (claims, claim);
        }
    }
  return sorted;
}

static JsonArray *
print_claims (const GPtrArray *claims, const OutlayArticle *article)
{
  JsonArray *printed = json_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);

      json_array_add_object_element (printed, outlay_json_from_claim (claim->claim, article));
    }
  return printed;
}

static gboolean
put_article (const OutlayExportJob *job,
             const OutlayDealClaim *claim,
             const GPtrArray *said,
             GError **error)
{
  g_autoptr (OutlayArticle) article
    = outlay_ledger_get_article (job->ledger, claim->article_id, error);
  g_autoptr (JsonObject) object = article != NULL ? outlay_json_from_article (article) : NULL;

  if (object == NULL)
    return FALSE;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, claim->article_id);
  json_object_set_string_member (object, "id", id);
  json_object_set_array_member (object, "deals", print_claims (said, article));
  if (!set_said (job->ledger, claim->article_id, object, error))
    return FALSE;
  g_autofree char *line = outlay_json_print (object);
  return put_line (job, line, error);
}

/**
 * outlay_export_articles:
 *
 * Writes the articles, a line of JSON each, with their texts, what they say of deals and what the
 * user says of that: the form that “import --jsonl” takes.
 *
 * Returns: whether all was written.
 */
gboolean
outlay_export_articles (const OutlayExportJob *job, GError **error)
{
  g_autoptr (GPtrArray) claims = outlay_export_list_articles (job);
  g_autoptr (GHashTable) said = sort_claims (job);

  for (guint i = 0; job->ledger != NULL && i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);

      if (!outlay_export_step (job, i, claims->len, error)
          || !put_article (job, claim, g_hash_table_lookup (said, &claim->article_id), error))
        return FALSE;
    }
  return TRUE;
}
