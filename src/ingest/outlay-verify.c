/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/json/outlay-json.h"
#include "extract/outlay-extract.h"
#include "outlay-batch.h"
#include "outlay-import-reader.h"
#include "outlay-suggestions.h"

static const char *const proof_names[OUTLAY_N_PROOFS] = {
  [OUTLAY_PROOF_SAME] = "same",
  [OUTLAY_PROOF_NO_ORIGINAL] = "no_original",
  [OUTLAY_PROOF_CHANGED_BYTES] = "changed_bytes",
  [OUTLAY_PROOF_OTHER_TEXT] = "other_text",
  [OUTLAY_PROOF_OTHER_CLAIMS] = "other_claims",
  [OUTLAY_PROOF_BAD_EVIDENCE] = "bad_evidence",
};

/* {article} is its title. */
static const char *const proof_patterns[OUTLAY_N_PROOFS] = {
  [OUTLAY_PROOF_SAME] = N_ ("“{article}”: proved from the file it was read from."),
  [OUTLAY_PROOF_NO_ORIGINAL]
  = N_ ("“{article}”: an older version imported it and did not keep its file. Delete it and import "
        "the file again to have it proved."),
  [OUTLAY_PROOF_CHANGED_BYTES]
  = N_ ("“{article}”: the kept bytes of its file are not those that were imported, or cannot be "
        "read. Go back to a copy of the ledger."),
  [OUTLAY_PROOF_OTHER_TEXT]
  = N_ ("“{article}”: this version of the program reads another text from its file."),
  [OUTLAY_PROOF_OTHER_CLAIMS]
  = N_ ("“{article}”: this version of the program reads other deals from its text."),
  [OUTLAY_PROOF_BAD_EVIDENCE]
  = N_ ("“{article}”: the words that shall prove a deal do not stand in its text. Go back to a "
        "copy of the ledger."),
};

/* The articles of one original, with its place among the inputs. */
typedef struct
{
  GPtrArray *inputs;
  GPtrArray *origins; /* of each input a GArray of OutlayLedgerOrigin */
} Plan;

static void
clear_plan (Plan *plan)
{
  g_clear_pointer (&plan->inputs, g_ptr_array_unref);
  g_clear_pointer (&plan->origins, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

/* Originals in the order in which their first articles came in. The origins' paths are borrowed. */
static void
make_plan (Plan *plan, OutlayLedger *ledger, const GArray *origins)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  plan->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);
  plan->origins = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < origins->len; i++)
    {
      const OutlayLedgerOrigin *origin = &g_array_index (origins, OutlayLedgerOrigin, i);
      char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", origin->original_id,
                                   origin->path != NULL ? origin->path : "");
      GArray *group = g_hash_table_lookup (known, key);

      if (origin->original_id != 0 && group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (OutlayLedgerOrigin));
          g_ptr_array_add (plan->inputs, outlay_import_input_new_kept (ledger, origin));
          g_ptr_array_add (plan->origins, group);
          g_hash_table_insert (known, g_strdup (key), group);
        }
      if (group != NULL)
        g_array_append_vals (group, origin, 1);
      g_free (key);
    }
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  gint64 first = (*(const OutlayDealClaim *const *)a)->id;
  gint64 second = (*(const OutlayDealClaim *const *)b)->id;

  return first < second ? -1 : first > second;
}

/* In the order in which they were read. */
static void
sort_claims (GHashTable *groups)
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_sort (group, compare_claims);
}

static void
group_claims (GHashTable *groups, const GPtrArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          GPtrArray *claims = g_hash_table_lookup (groups, &claim->article_id);

          if (claims == NULL)
            {
              claims = g_ptr_array_new ();
              g_hash_table_insert (groups, g_memdup2 (&claim->article_id, sizeof claim->article_id),
                                   claims);
            }
          g_ptr_array_add (claims, claim);
        }
    }
}

static gboolean
has_words (const OutlayArticle *article, const OutlayClaim *claim)
{
  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);

      if (!outlay_article_has_span (article, evidence->part, evidence->span))
        return FALSE;
    }
  return TRUE;
}

static gboolean
says_same (const OutlayArticle *article, const OutlayClaim *kept, const OutlayClaim *read)
{
  g_autoptr (JsonObject) first = outlay_json_from_claim (kept, article);
  g_autoptr (JsonObject) second = outlay_json_from_claim (read, article);
  g_autofree char *first_text = outlay_json_print (first);
  g_autofree char *second_text = outlay_json_print (second);

  return g_str_equal (first_text, second_text);
}

static OutlayProof
compare_with_claims (const OutlayArticle *kept, const GPtrArray *claims, const GPtrArray *read)
{
  guint n_claims = claims != NULL ? claims->len : 0;

  for (guint i = 0; i < n_claims; i++)
    {
      if (!has_words (kept, ((OutlayDealClaim *)g_ptr_array_index (claims, i))->claim))
        return OUTLAY_PROOF_BAD_EVIDENCE;
    }
  if (n_claims != read->len)
    return OUTLAY_PROOF_OTHER_CLAIMS;
  for (guint i = 0; i < n_claims; i++)
    {
      if (!says_same (kept, ((OutlayDealClaim *)g_ptr_array_index (claims, i))->claim,
                      g_ptr_array_index (read, i)))
        return OUTLAY_PROOF_OTHER_CLAIMS;
    }
  return OUTLAY_PROOF_SAME;
}

static OutlayProof
compare (const OutlayArticle *kept,
         const GPtrArray *claims,
         const OutlayImportReading *reading,
         guint position)
{
  if (reading->articles == NULL)
    return OUTLAY_PROOF_CHANGED_BYTES;
  if (position >= reading->articles->len)
    return OUTLAY_PROOF_OTHER_TEXT;
  const OutlayArticle *read = g_ptr_array_index (reading->articles, position);
  if (strcmp (outlay_article_get_imported_text (kept), outlay_article_get_imported_text (read)) != 0
      || g_strcmp0 (kept->title, read->title) != 0)
    return OUTLAY_PROOF_OTHER_TEXT;
  if (kept->imported_text == NULL)
    return compare_with_claims (kept, claims, g_ptr_array_index (reading->claims, position));
  /* What the user made of the text is proved from that. */
  g_autoptr (GPtrArray) corrected
    = outlay_extractor_find_claims (outlay_extractor_get_default (), kept);
  return compare_with_claims (kept, claims, corrected);
}

static gboolean
add_proof (GPtrArray *proofs,
           OutlayLedger *ledger,
           gint64 article_id,
           const GHashTable *claims,
           const OutlayImportReading *reading,
           guint position,
           GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_ledger_get_article (ledger, article_id, error);

  if (article == NULL)
    return FALSE;
  OutlayVerified *verified = g_new0 (OutlayVerified, 1);
  verified->article_id = article_id;
  verified->label = outlay_article_dup_label (article);
  verified->proof = reading == NULL
                      ? OUTLAY_PROOF_NO_ORIGINAL
                      : compare (article, g_hash_table_lookup ((GHashTable *)claims, &article_id),
                                 reading, position);
  g_ptr_array_add (proofs, verified);
  return TRUE;
}

static gboolean
verify_inputs (GPtrArray *proofs,
               OutlayLedger *ledger,
               const Plan *plan,
               const GHashTable *claims,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (OutlayImportReader) reader = outlay_import_reader_new (plan->inputs, cancellable);

  for (guint i = 0; i < plan->inputs->len; i++)
    {
      g_autoptr (OutlayImportReading) reading = outlay_import_reader_next (reader);
      const GArray *origins = g_ptr_array_index (plan->origins, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint j = 0; j < origins->len; j++)
        {
          const OutlayLedgerOrigin *origin = &g_array_index (origins, OutlayLedgerOrigin, j);

          if (!add_proof (proofs, ledger, origin->article_id, claims, reading, origin->position,
                          error))
            return FALSE;
        }
    }
  return TRUE;
}

static int
compare_verified (gconstpointer a, gconstpointer b)
{
  gint64 first = (*(const OutlayVerified *const *)a)->article_id;
  gint64 second = (*(const OutlayVerified *const *)b)->article_id;

  return first < second ? -1 : first > second;
}

static void
free_verified (OutlayVerified *verified)
{
  g_free (verified->label);
  g_free (verified);
}

/**
 * outlay_verify:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Proves every article and its claims from the bytes that it was read from: their SHA-256 is
 * computed, they are read and extracted anew, what comes of them is compared with what the ledger
 * holds, and the words that prove each value are looked for.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayVerified): what came of each article, in
 *   the order of import.
 */
GPtrArray *
outlay_verify (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  g_autoptr (GArray) origins = outlay_ledger_list_origins (ledger, cancellable, error);
  g_autoptr (GPtrArray) deals
    = origins != NULL ? outlay_ledger_list_deals (ledger, cancellable, error) : NULL;
  g_autoptr (GPtrArray) rejected
    = deals != NULL ? outlay_ledger_list_rejected (ledger, cancellable, error) : NULL;
  g_autoptr (GPtrArray) proofs = g_ptr_array_new_with_free_func ((GDestroyNotify)free_verified);
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         (GDestroyNotify)g_ptr_array_unref);
  g_auto (Plan) plan = {NULL, NULL};

  if (rejected == NULL)
    return NULL;
  make_plan (&plan, ledger, origins);
  group_claims (claims, deals);
  group_claims (claims, rejected);
  sort_claims (claims);
  for (guint i = 0; i < origins->len; i++)
    {
      const OutlayLedgerOrigin *origin = &g_array_index (origins, OutlayLedgerOrigin, i);

      if (origin->original_id == 0
          && !add_proof (proofs, ledger, origin->article_id, claims, NULL, 0, error))
        return NULL;
    }
  if (!verify_inputs (proofs, ledger, &plan, claims, cancellable, error))
    return NULL;
  g_ptr_array_sort (proofs, compare_verified);
  return g_steal_pointer (&proofs);
}

/**
 * outlay_verify_describe:
 *
 * Returns: (transfer full): what came of the article, and what can be done, for people.
 */
char *
outlay_verify_describe (const OutlayVerified *verified)
{
  return outlay_format_fill (_ (proof_patterns[verified->proof]), "article", verified->label, NULL);
}

/** outlay_proof_to_string: returns (transfer none) the name of @proof for programs. */
const char *
outlay_proof_to_string (OutlayProof proof)
{
  return proof_names[proof];
}

static gboolean
store (OutlayBatch *batch, GError **error)
{
  gboolean stored = outlay_batch_store (batch, error);

  outlay_batch_clear (batch);
  return stored;
}

static gboolean
ingest_again (OutlayBatch *batch,
              const OutlayImportReading *reading,
              const GArray *origins,
              guint *n_missing,
              GError **error)
{
  for (guint i = 0; i < origins->len; i++)
    {
      guint position = g_array_index (origins, OutlayLedgerOrigin, i).position;

      if (reading->articles == NULL || position >= reading->articles->len)
        {
          (*n_missing)++;
          continue;
        }
      outlay_batch_add (batch, g_ptr_array_index (reading->articles, position),
                        g_ptr_array_index (reading->claims, position), TRUE);
      if (outlay_batch_is_full (batch) && !store (batch, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_verify_rebuild:
 * @from: a ledger whose originals are whole, whatever became of the rest
 * @to: an empty ledger
 * @n_missing: (out): how many articles could not be read from an original
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Makes all that the program itself has written anew: articles, claims and deals, from the kept
 * originals alone, in the order in which they once came in.
 *
 * Returns: whether that was done.
 */
gboolean
outlay_verify_rebuild (
  OutlayLedger *from, OutlayLedger *to, guint *n_missing, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (from) && OUTLAY_IS_LEDGER (to), FALSE);

  g_autoptr (GArray) origins = outlay_ledger_list_origins (from, cancellable, error);
  g_auto (Plan) plan = {NULL, NULL};

  *n_missing = 0;
  if (origins == NULL)
    return FALSE;
  make_plan (&plan, from, origins);
  for (guint i = 0; i < origins->len; i++)
    *n_missing += g_array_index (origins, OutlayLedgerOrigin, i).original_id == 0;
  g_autoptr (OutlayBatch) batch = outlay_batch_new (to);
  g_autoptr (OutlayImportReader) reader = outlay_import_reader_new (plan.inputs, cancellable);
  for (guint i = 0; i < plan.inputs->len; i++)
    {
      g_autoptr (OutlayImportReading) reading = outlay_import_reader_next (reader);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !ingest_again (batch, reading, g_ptr_array_index (plan.origins, i), n_missing, error))
        return FALSE;
    }
  return store (batch, error) && outlay_suggestions_catch_up (to, cancellable, error);
}
