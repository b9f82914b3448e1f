/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-reextract.h"

#include "extract/outlay-engine.h"
#include "extract/outlay-extract.h"
#include "ingest/outlay-ingest.h"
#include "ingest/outlay-relink.h"
#include "ledger/outlay-ledger-edit.h"
#include "ledger/outlay-ledger-extraction.h"
#include "ingest/outlay-suggestions.h"
#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"
#include "outlay-act-private.h"
#include "outlay-rederive.h"
#include "outlay-reread-claims.h"

/* An article with what it claims by the new reading. */
typedef struct
{
  gint64 id;
  OutlayArticle *article;
  GPtrArray *claims;
  OutlayTextMap *map; /* where the words of its text have gone, if the text was corrected */
} Reading;

/* @known has the claims that the ledger holds of each article, by the article's id; @read the ids
 * of the articles that were read. */
typedef struct
{
  OutlayLedger *ledger;
  const char *engine;
  const OutlayReextractAim *aim;
  OutlayReadings *names;
  GHashTable *known;
  GHashTable *read;
  GArray *families;
} Work;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->article, outlay_article_unref);
  g_clear_pointer (&reading->claims, g_ptr_array_unref);
  g_clear_pointer (&reading->map, outlay_text_map_free);
  g_free (reading);
}

static void
change_free (OutlayDealChange *change)
{
  g_clear_pointer (&change->before, outlay_deal_record_unref);
  g_clear_pointer (&change->after, outlay_deal_record_unref);
  g_free (change);
}

/** outlay_reextraction_free: frees @reextraction. */
void
outlay_reextraction_free (OutlayReextraction *reextraction)
{
  if (reextraction == NULL)
    return;
  g_clear_pointer (&reextraction->changes, g_ptr_array_unref);
  g_clear_pointer (&reextraction->entry, outlay_history_entry_free);
  g_free (reextraction);
}

/**
 * outlay_reextraction_count:
 * @n_new: (out): how many deals are new
 * @n_changed: (out): how many stay and say something else
 * @n_gone: (out): how many are gone
 */
void
outlay_reextraction_count (const OutlayReextraction *reextraction,
                           guint *n_new,
                           guint *n_changed,
                           guint *n_gone)
{
  *n_new = *n_changed = *n_gone = 0;
  for (guint i = 0; i < reextraction->changes->len; i++)
    {
      const OutlayDealChange *change = g_ptr_array_index (reextraction->changes, i);

      *n_new += change->before == NULL;
      *n_gone += change->after == NULL;
      *n_changed += change->before != NULL && change->after != NULL;
    }
}

static void
tell_progress (OutlayProgress *progress, guint n_done, guint n_total, char *current)
{
  if (progress != NULL)
    outlay_progress_set (progress, TRUE, n_done, n_total, current);
  else
    g_free (current);
}

/* Of very many articles the texts would fill the memory; their claims tell all that is wanted. */
static void
drop_text (OutlayArticle *article)
{
  g_free (article->text);
  article->text = g_strdup ("");
}

/* Gives @reading's article the text that is wanted; going back, that which was imported. */
static void
correct (Reading *reading, OutlayArticle *article, const char *text)
{
  g_autofree char *before = g_steal_pointer (&article->text);
  g_autofree char *imported = article->imported_text != NULL
                                ? g_steal_pointer (&article->imported_text)
                                : g_strdup (before);

  article->text = g_strdup (text != NULL ? text : imported);
  if (text != NULL)
    article->imported_text = g_steal_pointer (&imported);
  reading->map = outlay_text_map_new (before, article->text);
}

/* Before the transaction, which others would wait for. What was deleted meanwhile is left out. */
static gboolean
read_one (OutlayLedger *ledger,
          gint64 id,
          OutlayReadFunc read,
          gpointer user_data,
          const OutlayReextractAim *aim,
          GPtrArray *readings,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OutlayArticle) article = outlay_ledger_get_article (ledger, id, &failure);
  Reading *reading;

  if (article == NULL)
    {
      if (g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  reading = g_new0 (Reading, 1);
  reading->id = id;
  if (aim->corrects)
    correct (reading, article, aim->text);
  reading->claims = read (article, user_data);
  drop_text (article);
  reading->article = g_steal_pointer (&article);
  g_ptr_array_add (readings, reading);
  return TRUE;
}

static GPtrArray *
read_anew (OutlayLedger *ledger,
           const GArray *ids,
           OutlayReadFunc read,
           gpointer user_data,
           const OutlayReextractAim *aim,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify)reading_free);

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_one (ledger, g_array_index (ids, gint64, i), read, user_data, aim, readings,
                        error))
        return NULL;
      tell_progress (aim->progress, i + 1, ids->len,
                     readings->len > 0 ? outlay_article_dup_label (
                       ((Reading *)g_ptr_array_index (readings, readings->len - 1))->article)
                                       : NULL);
    }
  return g_steal_pointer (&readings);
}

/* What reads the same stays, so that the history needn't keep it. An organisation that the user
 * reads as another is kept by the article's name for it. */
static gboolean
replace_claim (Work *work, const OutlayDealClaim *older, OutlayClaim *claim, GError **error)
{
  g_autoptr (OutlayClaim) named = outlay_readings_read_claim (work->names, claim);
  g_auto (GStrv) keys = NULL;

  if (outlay_claim_equal (older->claim, claim) && outlay_claim_equal (named, claim))
    return TRUE;
  keys = outlay_link_get_keys (named);
  return outlay_ledger_replace_claim (work->ledger, older->id, claim, (const char *const *)keys,
                                      error);
}

/* What the user said something of stays, also where the engine doesn't see it any more; but not
 * where the user took its words out of the text. @words has those that are left. */
static gboolean
drop_claim (Work *work, const OutlayDealClaim *claim, const OutlayClaim *words, GError **error)
{
  gboolean has = FALSE;

  if (!outlay_ledger_has_word (work->ledger, claim->key, &has, error))
    return FALSE;
  if (!has || !outlay_reread_still_tells (words, claim->claim))
    return outlay_ledger_delete_claim (work->ledger, claim->id, error);
  return words == claim->claim
         || outlay_ledger_replace_evidence (work->ledger, claim->id, words, error);
}

static gboolean
take_reading (Work *work, const Reading *reading, GError **error)
{
  const GPtrArray *old = g_hash_table_lookup (work->known, &reading->id);
  g_autofree gboolean *taken = g_new0 (gboolean, (old != NULL ? old->len : 0) + 1);
  g_autoptr (GPtrArray) words = outlay_reread_find_words (old, reading->map);
  g_autoptr (GPtrArray) more = g_ptr_array_new ();

  if (reading->map != NULL
      && !outlay_ledger_correct_text (work->ledger, reading->id, work->aim->text, error))
    return FALSE;
  for (guint i = 0; i < reading->claims->len; i++)
    {
      OutlayClaim *claim = g_ptr_array_index (reading->claims, i);
      int older = outlay_reread_find_older (words, taken, claim);

      if (older < 0)
        {
          g_ptr_array_add (more, claim);
          continue;
        }
      taken[older] = TRUE;
      if (!replace_claim (work, g_ptr_array_index (old, older), claim, error))
        return FALSE;
    }
  for (guint i = 0; old != NULL && i < old->len; i++)
    {
      if (!taken[i]
          && !drop_claim (work, g_ptr_array_index (old, i), g_ptr_array_index (words, i), error))
        return FALSE;
    }
  return (more->len == 0
          || outlay_ingest_claims (work->ledger, reading->id, reading->article, more, error))
         && outlay_ledger_set_engine (work->ledger, reading->id, work->engine, error);
}

static gboolean
was_read (const Work *work, const OutlayDealRecord *deal)
{
  for (guint i = 0; i < deal->claims->len; i++)
    {
      if (g_hash_table_contains (work->read, &outlay_deal_record_get_claim (deal, i)->article_id))
        return TRUE;
    }
  return deal->claims->len == 0;
}

/* Links the families of what was read anew, and works their deals out anew. */
static gboolean
settle (Work *work, GArray *touched, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_load_all_deals (work->ledger, error);
  g_autoptr (GHashTable) families = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (deals == NULL)
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (!was_read (work, deal))
        continue;
      g_array_append_val (touched, deal->id);
      if (deal->claims->len > 0 && g_hash_table_add (families, (gpointer)&deal->family))
        g_array_append_val (work->families, deal->family);
    }
  if (!outlay_rederive_deals (work->ledger, touched, error)
      || !outlay_relink_families (work->ledger, work->families, NULL, error))
    return FALSE;
  return outlay_rederive_deals (work->ledger, touched, error)
         && outlay_suggestions_refresh (work->ledger, error);
}

static guint
compare_deals (const OutlayDealRecord *before, const OutlayDealRecord *after)
{
  guint fields = 0;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (!outlay_fields_equal_field (&before->fields, &after->fields, field))
        fields |= 1u << field;
    }
  return fields;
}

static void
add_change (GPtrArray *changes, OutlayDealRecord *before, OutlayDealRecord *after, guint fields)
{
  OutlayDealChange *change = g_new0 (OutlayDealChange, 1);

  change->before = before != NULL ? outlay_deal_record_ref (before) : NULL;
  change->after = after != NULL ? outlay_deal_record_ref (after) : NULL;
  change->fields = fields;
  g_ptr_array_add (changes, change);
}

/* Both in the order of their ids. */
static GPtrArray *
list_changes (const GPtrArray *before, const GPtrArray *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      OutlayDealRecord *older = i < before->len ? g_ptr_array_index (before, i) : NULL;
      OutlayDealRecord *newer = j < after->len ? g_ptr_array_index (after, j) : NULL;

      if (newer == NULL || (older != NULL && older->id < newer->id))
        add_change (changes, older, NULL, 0);
      else if (older == NULL || newer->id < older->id)
        add_change (changes, NULL, newer, 0);
      else if (compare_deals (older, newer) != 0 || older->claims->len != newer->claims->len)
        add_change (changes, older, newer, compare_deals (older, newer));
      i += older != NULL && (newer == NULL || older->id <= newer->id);
      j += newer != NULL && (older == NULL || newer->id <= older->id);
    }
  return changes;
}

static char *
tell_changes (const GPtrArray *changes, const char *article)
{
  g_autoptr (JsonObject) details = json_object_new ();
  JsonArray *deals = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const OutlayDealChange *change = g_ptr_array_index (changes, i);

      json_array_add_int_element (deals,
                                  change->after != NULL ? change->after->id : change->before->id);
    }
  json_object_set_array_member (details, "deals", deals);
  if (article != NULL)
    json_object_set_string_member (details, "text", article);
  return outlay_json_print (details);
}

static OutlayActKind
get_kind (const OutlayReextractAim *aim)
{
  if (!aim->corrects)
    return OUTLAY_ACT_REEXTRACT;
  return aim->text != NULL ? OUTLAY_ACT_CORRECT_TEXT : OUTLAY_ACT_UNCORRECT_TEXT;
}

/* An article that was deleted since it was read is left out. */
static gboolean
take_all (Work *work, const GPtrArray *readings, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = g_ptr_array_index (readings, i);
      gboolean has = FALSE;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !outlay_ledger_has_article (work->ledger, reading->id, &has, error)
          || (has && !take_reading (work, reading, error)))
        return FALSE;
      g_hash_table_add (work->read, (gpointer)&reading->id);
    }
  return TRUE;
}

/* The article whose text is corrected, by its name; %NULL where that is not what is done. */
static char *
dup_corrected (const Work *work, const GPtrArray *readings)
{
  if (!work->aim->corrects || readings->len == 0)
    return NULL;
  return outlay_article_dup_label (((const Reading *)g_ptr_array_index (readings, 0))->article);
}

/* Where no deal has changed, as where articles were only noted as read by another engine, there is
 * nothing that anybody would undo. */
static gboolean
keep_act (Work *work,
          const GPtrArray *readings,
          const GArray *touched,
          OutlayReextraction *result,
          GError **error)
{
  g_autofree char *label = dup_corrected (work, readings);
  g_autofree char *details = tell_changes (result->changes, label);
  gint64 act_id = 0;

  if (result->changes->len == 0 && label == NULL)
    return outlay_history_drop_act (work->ledger, error);
  if (!outlay_history_end_act (work->ledger, details, touched, &act_id, error))
    return FALSE;
  if (act_id != 0)
    result->entry = outlay_history_get (work->ledger, act_id, error);
  return act_id == 0 || result->entry != NULL;
}

static gboolean
take_readings (Work *work,
               const GPtrArray *readings,
               OutlayReextraction *result,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) before = outlay_ledger_load_all_deals (work->ledger, error);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (before == NULL
      || !outlay_history_begin_act (work->ledger, outlay_act_kind_to_string (get_kind (work->aim)),
                                    error))
    return FALSE;
  work->known = outlay_reread_index (before);
  /* To settle takes long, too: who has cancelled it by then wants none of it. */
  if (!take_all (work, readings, cancellable, error) || !settle (work, touched, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_autoptr (GPtrArray) after = outlay_ledger_load_all_deals (work->ledger, error);
  if (after == NULL)
    return FALSE;
  result->changes = list_changes (before, after);
  return keep_act (work, readings, touched, result, error);
}

static gboolean
carry_out (Work *work,
           const GPtrArray *readings,
           gboolean apply,
           OutlayReextraction *result,
           GCancellable *cancellable,
           GError **error)
{
  if (!outlay_ledger_begin (work->ledger, error))
    return FALSE;
  work->names = outlay_remarks_get_readings (work->ledger, error);
  gboolean done = work->names != NULL && take_readings (work, readings, result, cancellable, error);
  if (done && apply)
    return outlay_ledger_commit (work->ledger, error)
           && outlay_suggestions_catch_up (work->ledger, NULL, error);
  outlay_ledger_rollback (work->ledger);
  g_clear_pointer (&result->entry, outlay_history_entry_free);
  return done;
}

/**
 * outlay_reextract_with:
 * @engine: the version of the engine
 * @read: reads the claims of an article by it
 * @aim: what to read
 * @cancellable: (nullable): stops it, until all is read and taken; then nothing of it is
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Reads articles anew, and takes what comes of it as one act.
 *
 * Returns: (transfer full) (nullable): what changed, or would change.
 */
OutlayReextraction *
outlay_reextract_with (OutlayLedger *ledger,
                       const char *engine,
                       OutlayReadFunc read,
                       gpointer user_data,
                       const OutlayReextractAim *aim,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  g_autoptr (OutlayReextraction) result = g_new0 (OutlayReextraction, 1);
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = aim->articles != NULL
                             ? g_array_copy ((GArray *)aim->articles)
                             : outlay_ledger_list_outdated (ledger, engine, cancellable, error);
  g_autoptr (GPtrArray) readings
    = ids != NULL ? read_anew (ledger, ids, read, user_data, aim, cancellable, error) : NULL;
  Work work = {.ledger = ledger, .engine = engine, .aim = aim, .read = seen, .families = families};

  if (readings == NULL)
    return NULL;
  result->n_articles = readings->len;
  gboolean done = carry_out (&work, readings, aim->apply, result, cancellable, error);
  g_clear_pointer (&work.names, outlay_readings_free);
  g_clear_pointer (&work.known, g_hash_table_unref);
  return done ? g_steal_pointer (&result) : NULL;
}

static GPtrArray *
find_claims (const OutlayArticle *article, gpointer user_data)
{
  return outlay_extractor_find_claims (outlay_extractor_get_default (), article);
}

/**
 * outlay_reextract_get_engine:
 *
 * Returns: (transfer none): the version of the engine of this program, as
 *   outlay_engine_get_version() gives it.
 */
const char *
outlay_reextract_get_engine (void)
{
  return outlay_engine_get_version ();
}

/**
 * outlay_reextract:
 * @aim: what to read
 * @cancellable: (nullable): stops it, until all is read and taken; then nothing of it is
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Does what outlay_reextract_with() does with the engine of this program.
 *
 * Returns: (transfer full) (nullable): what changed, or would change.
 */
OutlayReextraction *
outlay_reextract (OutlayLedger *ledger,
                  const OutlayReextractAim *aim,
                  GCancellable *cancellable,
                  GError **error)
{
  return outlay_reextract_with (ledger, outlay_engine_get_version (), find_claims, NULL, aim,
                                cancellable, error);
}

/**
 * outlay_reextract_count:
 * @n_articles: (out): how many articles another engine read
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_reextract_count (OutlayLedger *ledger, guint *n_articles, GError **error)
{
  g_autoptr (GArray) ids
    = outlay_ledger_list_outdated (ledger, outlay_engine_get_version (), NULL, error);

  *n_articles = ids != NULL ? ids->len : 0;
  return ids != NULL;
}
