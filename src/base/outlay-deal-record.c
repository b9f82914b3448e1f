/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-deal-record.h"

#include <string.h>

#include "json/outlay-json.h"
#include "outlay-rates.h"

/* Stands for an unknown day among days that are written as text. */
#define UNKNOWN_DAY_LAST "~"

/**
 * outlay_deal_claim_new:
 * @claim: (transfer full): what the article says
 * @article: (transfer full): the article without its text
 *
 * Returns: (transfer full): a deal's claim, without a reason.
 */
OutlayDealClaim *
outlay_deal_claim_new (gint64 id, gint64 article_id, OutlayClaim *claim, OutlayArticle *article)
{
  OutlayDealClaim *result = g_new0 (OutlayDealClaim, 1);

  *result
    = (OutlayDealClaim){.id = id, .article_id = article_id, .claim = claim, .article = article};
  return result;
}

/**
 * outlay_deal_claim_copy:
 *
 * Returns: (transfer full): a copy that shares the claim and the article.
 */
OutlayDealClaim *
outlay_deal_claim_copy (const OutlayDealClaim *claim)
{
  OutlayDealClaim *copy = g_memdup2 (claim, sizeof *claim);

  outlay_claim_ref (copy->claim);
  outlay_article_ref (copy->article);
  copy->key = g_strdup (claim->key);
  copy->reason = g_strdup (claim->reason);
  return copy;
}

/** outlay_deal_claim_free: frees @claim and gives back what it holds. */
void
outlay_deal_claim_free (OutlayDealClaim *claim)
{
  outlay_claim_unref (claim->claim);
  outlay_article_unref (claim->article);
  g_free (claim->key);
  g_free (claim->reason);
  g_free (claim);
}

/* Unknown days last, days of one month after the month. */
static int
compare_published (OutlayDate a, OutlayDate b)
{
  g_autofree char *string_a = outlay_date_to_string (a);
  g_autofree char *string_b = outlay_date_to_string (b);

  return strcmp (string_a != NULL ? string_a : UNKNOWN_DAY_LAST,
                 string_b != NULL ? string_b : UNKNOWN_DAY_LAST);
}

static int
compare_digests (const char *a, const char *b)
{
  gsize length = MAX (strcspn (a, "/"), strcspn (b, "/"));

  return strncmp (a, b, length);
}

/**
 * outlay_deal_claim_compare:
 *
 * Returns: how two claims stand in the one order in which claims are linked and reconciled, however
 *   their articles came in: by the day of the article as it is written, then by its digest.
 */
int
outlay_deal_claim_compare (const OutlayDealClaim *a, const OutlayDealClaim *b)
{
  int order = 0;

  if (a->article != b->article && !outlay_date_equal (a->article->published, b->article->published))
    order = compare_published (a->article->published, b->article->published);
  if (order == 0 && a->key != NULL && b->key != NULL)
    order = compare_digests (a->key, b->key);
  if (order == 0)
    order = (a->id > b->id) - (a->id < b->id);
  return order;
}

/** outlay_deal_suggestion_free: frees @suggestion. */
void
outlay_deal_suggestion_free (OutlayDealSuggestion *suggestion)
{
  g_free (suggestion->reason);
  g_free (suggestion);
}

static const char *const suggestion_names[] = {"same", "part", "whole"};

/**
 * outlay_suggestion_kind_to_string:
 *
 * Returns: (transfer none): the name of @kind in the ledger and in the JSON form.
 */
const char *
outlay_suggestion_kind_to_string (OutlaySuggestionKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (suggestion_names), NULL);

  return suggestion_names[kind];
}

/**
 * outlay_suggestion_kind_from_string:
 *
 * Returns: whether @string is the name of a kind; @kind is set then.
 */
gboolean
outlay_suggestion_kind_from_string (const char *string, OutlaySuggestionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (suggestion_names); i++)
    {
      if (g_strcmp0 (suggestion_names[i], string) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_deal_record_new:
 *
 * Returns: (transfer full): a deal without claims.
 */
OutlayDealRecord *
outlay_deal_record_new (void)
{
  OutlayDealRecord *deal = g_atomic_rc_box_new0 (OutlayDealRecord);

  outlay_fields_init (&deal->fields);
  outlay_fields_init (&deal->corrections);
  deal->tags = g_ptr_array_new_with_free_func (g_free);
  deal->suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_suggestion_free);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    deal->chosen[field] = -1;
  deal->claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_claim_free);
  return deal;
}

/**
 * outlay_deal_record_ref:
 *
 * Returns: (transfer full): @deal; from any thread.
 */
OutlayDealRecord *
outlay_deal_record_ref (OutlayDealRecord *deal)
{
  return g_atomic_rc_box_acquire (deal);
}

static void
clear_deal (gpointer data)
{
  OutlayDealRecord *deal = data;

  outlay_fields_clear (&deal->fields);
  outlay_fields_clear (&deal->corrections);
  g_clear_pointer (&deal->claims, g_ptr_array_unref);
  g_clear_pointer (&deal->tags, g_ptr_array_unref);
  g_clear_pointer (&deal->suggestions, g_ptr_array_unref);
  g_clear_pointer (&deal->reviewed, g_free);
  g_clear_pointer (&deal->note, g_free);
}

/** outlay_deal_record_unref: gives back a reference, from any thread. */
void
outlay_deal_record_unref (OutlayDealRecord *deal)
{
  g_atomic_rc_box_release_full (deal, clear_deal);
}

/**
 * outlay_deal_record_get_claim:
 *
 * Returns: (transfer none): the claim at @index.
 */
OutlayDealClaim *
outlay_deal_record_get_claim (const OutlayDealRecord *deal, guint index)
{
  g_return_val_if_fail (index < deal->claims->len, NULL);

  return g_ptr_array_index (deal->claims, index);
}

/**
 * outlay_deal_record_apply_corrections:
 *
 * Puts the values that the user set in the place of what the claims came to; about such a field
 * there is nothing to disagree. Conversions of an amount that was corrected go with it.
 */
void
outlay_deal_record_apply_corrections (OutlayDealRecord *deal)
{
  const guint alternatives = 1u << OUTLAY_FIELD_AMOUNT_ALT;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      gboolean outdated = field == OUTLAY_FIELD_AMOUNT_ALT
                          && (deal->corrected & (1u << OUTLAY_FIELD_AMOUNT)) != 0
                          && (deal->corrected & alternatives) == 0;

      if (!outdated && (deal->corrected & (1u << field)) == 0)
        continue;
      outlay_fields_copy_field (&deal->fields, &deal->corrections, field);
      deal->chosen[field] = -1;
      deal->conflicts &= ~(1u << field);
    }
}

/**
 * outlay_deal_record_dup_mark:
 *
 * Returns: (transfer full): what is the same as long as the card says the same.
 */
char *
outlay_deal_record_dup_mark (const OutlayDealRecord *deal)
{
  g_autoptr (JsonObject) fields = outlay_json_from_fields (&deal->fields);
  g_autofree char *json = outlay_json_print (fields);
  g_autofree char *whole = g_strdup_printf ("%u %s", deal->conflicts, json);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

/**
 * outlay_deal_record_is_reviewed:
 *
 * Returns: whether the user has looked at what the card says now.
 */
gboolean
outlay_deal_record_is_reviewed (const OutlayDealRecord *deal)
{
  if (deal->reviewed == NULL)
    return FALSE;
  g_autofree char *mark = outlay_deal_record_dup_mark (deal);

  return strcmp (mark, deal->reviewed) == 0;
}

static gboolean
add_once (GPtrArray *strings, const char *string)
{
  if (g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (strings, (gpointer)string);
  return TRUE;
}

/**
 * outlay_deal_record_get_languages:
 *
 * Returns: (transfer container) (element-type utf8): codes of the languages that its articles are
 *   written in, each once, in the order of import.
 */
GPtrArray *
outlay_deal_record_get_languages (const OutlayDealRecord *deal)
{
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const char *lang = outlay_deal_record_get_claim (deal, i)->article->lang;

      if (*lang != '\0')
        add_once (languages, lang);
    }
  return languages;
}

/* Whether @a was published before @b; where their days don't tell, what is printed decides, so that
 * it is the same whichever was imported first. */
static gboolean
precedes (const OutlayDealClaim *a, const OutlayDealClaim *b)
{
  const OutlayArticle *first = a->article, *second = b->article;
  int order = 0;

  if (outlay_date_is_set (first->published) != outlay_date_is_set (second->published))
    return outlay_date_is_set (first->published);
  if (outlay_date_is_set (first->published))
    order = outlay_date_compare (first->published, second->published);
  if (order == 0)
    order = g_strcmp0 (first->source, second->source);
  if (order == 0)
    order = g_strcmp0 (first->url, second->url);
  if (order == 0)
    order = g_strcmp0 (first->title, second->title);
  return order != 0 ? order < 0 : a->article_id < b->article_id;
}

/* Of each text that several articles may print, the claim of the first of them. */
static GHashTable *
find_originals (const OutlayDealRecord *deal)
{
  GHashTable *originals = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      const OutlayDealClaim *first = g_hash_table_lookup (originals, &claim->text_id);

      if (claim->text_id != 0 && (first == NULL || precedes (claim, first)))
        g_hash_table_replace (originals, &claim->text_id, claim);
    }
  return originals;
}

static const OutlayDealClaim *
get_original (GHashTable *originals, const OutlayDealClaim *claim)
{
  const OutlayDealClaim *original = g_hash_table_lookup (originals, &claim->text_id);

  return original != NULL ? original : claim;
}

/**
 * outlay_deal_record_get_original:
 *
 * Returns: the index of the claim whose article printed the text first that the article of the
 *   claim at @index prints; @index where that is no copy.
 */
guint
outlay_deal_record_get_original (const OutlayDealRecord *deal, guint index)
{
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, index);
  g_autoptr (GHashTable) originals = find_originals (deal);
  const OutlayDealClaim *original = get_original (originals, claim);
  guint found = index;

  if (original->article_id != claim->article_id)
    g_ptr_array_find (deal->claims, original, &found);
  return found;
}

/**
 * outlay_deal_record_get_voices:
 *
 * Who speaks independently: the articles of one source are one voice, and so is a copy with the
 * article that printed the text first. An article of an unknown source is a voice of its own.
 *
 * Returns: (transfer full) (element-type guint): of each claim the index of the first that is of
 *   the same voice.
 */
GArray *
outlay_deal_record_get_voices (const OutlayDealRecord *deal)
{
  g_autoptr (GHashTable) originals = find_originals (deal);
  g_autoptr (GHashTable) by_source = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_article = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *voices = g_array_sized_new (FALSE, FALSE, sizeof (guint), deal->claims->len);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *original
        = get_original (originals, outlay_deal_record_get_claim (deal, i));
      const char *source = original->article->source;
      GHashTable *known = source != NULL ? by_source : by_article;
      gconstpointer key = source != NULL ? (gconstpointer)source : &original->article_id;
      gpointer first;
      guint voice = i;

      if (g_hash_table_lookup_extended (known, key, NULL, &first))
        voice = GPOINTER_TO_UINT (first);
      else
        g_hash_table_insert (known, (gpointer)key, GUINT_TO_POINTER (voice));
      g_array_append_val (voices, voice);
    }
  return voices;
}

/**
 * outlay_deal_record_count_sources:
 *
 * Returns: how many sources speak of the deal independently, as outlay_deal_record_get_voices()
 *   tells them apart.
 */
guint
outlay_deal_record_count_sources (const OutlayDealRecord *deal)
{
  if (deal->counted)
    return deal->n_sources;
  g_autoptr (GArray) voices = outlay_deal_record_get_voices (deal);
  guint count = 0;

  for (guint i = 0; i < voices->len; i++)
    count += g_array_index (voices, guint, i) == i;
  return count;
}

/**
 * outlay_deal_record_count_notes:
 *
 * Returns: how many articles of the deal have a note, such as that a limit shortened them.
 */
guint
outlay_deal_record_count_notes (const OutlayDealRecord *deal)
{
  if (deal->counted)
    return deal->n_notes;
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      if (claim->article->note != NULL)
        g_hash_table_add (articles, &claim->article_id);
    }
  return g_hash_table_size (articles);
}

/**
 * outlay_deal_record_count_copies:
 *
 * Returns: how many of its articles print a text that another of them printed before.
 */
guint
outlay_deal_record_count_copies (const OutlayDealRecord *deal)
{
  if (deal->counted)
    return deal->n_copies;
  g_autoptr (GHashTable) originals = find_originals (deal);
  g_autoptr (GHashTable) copies = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      if (get_original (originals, claim)->article_id != claim->article_id)
        g_hash_table_add (copies, &claim->article_id);
    }
  return g_hash_table_size (copies);
}

/**
 * outlay_deal_record_counts:
 *
 * Returns: whether totals count the deal: those that were called off don't.
 */
gboolean
outlay_deal_record_counts (const OutlayDealRecord *deal)
{
  return deal->fields.status != OUTLAY_STATUS_CANCELLED;
}

/**
 * outlay_deal_record_get_total:
 *
 * Returns: what the deal adds to a total, in hundredths of its currency's unit: its figure, times
 *   the recipients where each gets it; %OUTLAY_MONEY_UNSET where there is none.
 */
gint64
outlay_deal_record_get_total (const OutlayDealRecord *deal)
{
  gint64 figure = outlay_money_get_figure (&deal->fields.amount);
  gint64 total;

  if (figure == OUTLAY_MONEY_UNSET || deal->fields.amount.per != OUTLAY_PER_EACH)
    return figure;
  guint recipients = outlay_fields_count_role (&deal->fields, OUTLAY_ROLE_RECIPIENT);
  if (__builtin_mul_overflow (figure, (gint64)MAX (recipients, 1), &total))
    return figure;
  return total;
}

/**
 * outlay_deal_record_get_day:
 *
 * Returns: when its figure was told, for the rate to convert it at: the announcement, else the day
 *   of its first article; unset where nothing tells.
 */
OutlayDate
outlay_deal_record_get_day (const OutlayDealRecord *deal)
{
  if (outlay_date_is_set (deal->fields.announced) || deal->claims->len == 0)
    return deal->fields.announced;
  return outlay_deal_record_get_claim (deal, 0)->article->published;
}

/**
 * outlay_deal_record_convert_total:
 * @currency: ISO 4217 code
 * @total: (out): outlay_deal_record_get_total() in hundredths of the unit of @currency
 * @period: (out) (optional): the month or year of the rate, unset where none was needed
 *
 * Returns: whether the deal has a figure and its rate is known.
 */
gboolean
outlay_deal_record_convert_total (const OutlayDealRecord *deal,
                                  const char *currency,
                                  gint64 *total,
                                  OutlayDate *period)
{
  return outlay_rates_convert (deal->fields.amount.currency, outlay_deal_record_get_total (deal),
                               currency, outlay_deal_record_get_day (deal), total, period);
}
