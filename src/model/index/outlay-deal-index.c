/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal-index.h"

#include <stdlib.h>
#include <string.h>

#include "base/outlay-rates.h"
#include "base/outlay-text.h"
#include "base/threads/outlay-worker.h"
#include "outlay-card-text.h"
#include "outlay-deal-index-private.h"

/* So many deals are freed faster than a frame is drawn. */
#define MOST_FREED_AT_ONCE 10000

static const char *const trait_keys[OUTLAY_N_TRAITS]
  = {"several-sources", "conflicts", "review", "starred", "suggested"};

/**
 * outlay_trait_to_string:
 *
 * Returns: (transfer none): the key of @trait.
 */
const char *
outlay_trait_to_string (OutlayTrait trait)
{
  return trait_keys[trait];
}

/**
 * outlay_deal_index_ref:
 *
 * Returns: (transfer full): @index; from any thread.
 */
OutlayDealIndex *
outlay_deal_index_ref (OutlayDealIndex *index)
{
  g_atomic_ref_count_inc (&index->ref_count);
  return index;
}

static void
free_index (OutlayDealIndex *index)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_array_unref (index->columns[facet].first);
      g_array_unref (index->columns[facet].values);
      g_ptr_array_unref (index->columns[facet].keys);
      g_hash_table_unref (index->columns[facet].by_key);
    }
  g_array_unref (index->rows);
  g_clear_pointer (&index->records, g_ptr_array_unref);
  g_array_unref (index->parties);
  g_array_unref (index->party_roles);
  g_array_unref (index->value_roles);
  g_array_unref (index->places);
  g_array_unref (index->voices);
  g_ptr_array_unref (index->articles);
  g_clear_pointer (&index->articles_by_voice, g_hash_table_unref);
  outlay_claim_unref (index->unread);
  if (index->texts != NULL)
    {
      g_string_free (index->texts, TRUE);
      g_array_unref (index->text_starts);
    }
  g_mutex_clear (&index->texts_lock);
  g_clear_pointer (&index->changed, g_array_unref);
  g_free (index->ties);
  g_free (index);
}

/** outlay_deal_index_unref: gives back a reference, from any thread. */
void
outlay_deal_index_unref (OutlayDealIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->ref_count))
    return;
  if (index->rows->len > MOST_FREED_AT_ONCE)
    outlay_worker_free (index, (GDestroyNotify)free_index);
  else
    free_index (index);
}

/**
 * outlay_deal_index_get_end:
 *
 * Returns: a row of which only the places count: where the parties, places and articles of the deal
 *   at @row end.
 */
OutlayDealRow
outlay_deal_index_get_end (const OutlayDealIndex *index, guint row)
{
  if (row + 1 < index->rows->len)
    return g_array_index (index->rows, OutlayDealRow, row + 1);
  return (OutlayDealRow){
    .party = index->parties->len, .place = index->places->len, .voice = index->voices->len};
}

typedef struct
{
  char *name;
  guint value;
} Name;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Name *)a)->name, ((const Name *)b)->name);
}

/**
 * outlay_deal_index_rank_parties:
 *
 * Returns: (transfer full): of each party, by its place among the facet's keys, its place by name;
 *   names that differ in case and accents alone share one.
 */
guint *
outlay_deal_index_rank_parties (const OutlayDealIndex *index)
{
  const GPtrArray *keys = index->columns[OUTLAY_FACET_PARTY].keys;
  g_autofree Name *names = g_new (Name, keys->len + 1);
  guint *ranks = g_new (guint, keys->len + 1);
  guint rank = 0;

  for (guint i = 0; i < keys->len; i++)
    names[i] = (Name){outlay_text_fold (keys->pdata[i]), i};
  qsort (names, keys->len, sizeof *names, compare_names);
  for (guint i = 0; i < keys->len; i++)
    {
      if (i > 0 && strcmp (names[i - 1].name, names[i].name) != 0)
        rank = i;
      ranks[names[i].value] = rank;
    }
  for (guint i = 0; i < keys->len; i++)
    g_free (names[i].name);
  return ranks;
}

/**
 * outlay_deal_index_get_ties:
 *
 * Returns: (transfer none): the rows of all deals in the order of those that are equal in another:
 *   by worth, party and id.
 */
const guint32 *
outlay_deal_index_get_ties (const OutlayDealIndex *index)
{
  return index->ties;
}

/**
 * outlay_deal_index_get_party:
 * @role: a role, or -1 for any
 *
 * Returns: the place among the facet's keys of the first party of @row in that role; -1 where
 *   there is none.
 */
int
outlay_deal_index_get_party (const OutlayDealIndex *index, guint row, int role)
{
  const OutlayDealRow *deal = outlay_deal_index_get_row (index, row);
  guint end = outlay_deal_index_get_end (index, row).party;

  for (guint i = deal->party; i < end; i++)
    {
      if (role < 0 || g_array_index (index->party_roles, guint8, i) == role)
        return (int)g_array_index (index->parties, guint32, i);
    }
  return -1;
}

/**
 * outlay_deal_index_get_n_deals:
 *
 * Returns: how many deals there are.
 */
guint
outlay_deal_index_get_n_deals (const OutlayDealIndex *index)
{
  return index->rows->len;
}

/**
 * outlay_deal_index_get_row:
 *
 * Returns: (transfer none): the deal at @row, in the order of ids.
 */
const OutlayDealRow *
outlay_deal_index_get_row (const OutlayDealIndex *index, guint row)
{
  g_return_val_if_fail (row < index->rows->len, NULL);

  return &g_array_index (index->rows, OutlayDealRow, row);
}

/**
 * outlay_deal_index_find:
 * @row: (out): where the deal of that id is
 *
 * Returns: whether there is one.
 */
gboolean
outlay_deal_index_find (const OutlayDealIndex *index, gint64 id, guint *row)
{
  guint low = 0;
  guint high = index->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (index->rows, OutlayDealRow, middle).id < id)
        low = middle + 1;
      else
        high = middle;
    }
  *row = low;
  return low < index->rows->len && g_array_index (index->rows, OutlayDealRow, low).id == id;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return (first > second) - (first < second);
}

/**
 * outlay_deal_index_may_differ:
 * @before: another index
 *
 * Returns: whether the deal of that id may be another one in @index than in @before.
 */
gboolean
outlay_deal_index_may_differ (const OutlayDealIndex *index,
                              const OutlayDealIndex *before,
                              gint64 id)
{
  return index->before != before->serial
         || g_array_binary_search (index->changed, &id, compare_ids, NULL);
}

/**
 * outlay_deal_index_map_rows:
 * @before: another index
 *
 * Returns: (transfer full): of each row of @before the row of the same deal in @index, or the
 * number of its deals where it is gone.
 */
guint32 *
outlay_deal_index_map_rows (const OutlayDealIndex *index, const OutlayDealIndex *before)
{
  const OutlayDealRow *rows = &g_array_index (index->rows, OutlayDealRow, 0);
  guint32 *map = g_new (guint32, before->rows->len + 1);
  guint row = 0;

  for (guint i = 0; i < before->rows->len; i++)
    {
      gint64 id = g_array_index (before->rows, OutlayDealRow, i).id;

      while (row < index->rows->len && rows[row].id < id)
        row++;
      map[i] = row < index->rows->len && rows[row].id == id ? row : index->rows->len;
    }
  return map;
}

static void
fill_fields (const OutlayDealIndex *index, guint place, OutlayFields *fields)
{
  const OutlayDealRow *row = outlay_deal_index_get_row (index, place);
  const GPtrArray *names = index->columns[OUTLAY_FACET_PARTY].keys;
  const GPtrArray *countries = index->columns[OUTLAY_FACET_COUNTRY].keys;
  OutlayDealRow end = outlay_deal_index_get_end (index, place);

  fields->kind = (OutlayKind)row->kind;
  fields->status = (OutlayStatus)row->status;
  for (guint i = row->party; i < end.party; i++)
    outlay_fields_add_party (fields, (OutlayRole)g_array_index (index->party_roles, guint8, i),
                             names->pdata[g_array_index (index->parties, guint32, i)]);
  for (guint i = row->place; i < end.place; i++)
    outlay_fields_add_place (fields, countries->pdata[g_array_index (index->places, guint32, i)]);
  memcpy (fields->amount.currency, row->currency, sizeof row->currency);
  fields->amount.low = row->low;
  fields->amount.high = row->high;
  fields->amount.qualifier = (OutlayQualifier)row->qualifier;
  fields->amount.per = (OutlayPer)row->per;
  fields->capacity.kilowatts = row->kilowatts;
  fields->capacity.qualifier = (OutlayQualifier)row->capacity_qualifier;
  fields->announced = row->announced;
  fields->start = row->start;
  fields->end = row->end;
}

/**
 * outlay_deal_index_dup_record:
 * @whole: (out): whether it is all that is known of the deal, and not what a card says alone:
 *   values, marks and the sources and languages of its articles
 *
 * Returns: (transfer full): the deal at @row.
 */
OutlayDealRecord *
outlay_deal_index_dup_record (const OutlayDealIndex *index, guint row, gboolean *whole)
{
  const OutlayDealRow *deal = outlay_deal_index_get_row (index, row);
  OutlayDealRecord *record;
  guint end = outlay_deal_index_get_end (index, row).voice;

  *whole = index->records != NULL;
  if (index->records != NULL)
    return outlay_deal_record_ref (index->records->pdata[row]);
  record = outlay_deal_record_new ();
  record->id = deal->id;
  record->conflicts = deal->conflicts;
  record->whole = deal->whole;
  record->counted = TRUE;
  record->n_sources = deal->n_sources;
  record->n_copies = deal->n_copies;
  record->n_notes = deal->n_notes;
  record->review = (deal->traits >> OUTLAY_TRAIT_REVIEW) & 1;
  record->starred = (deal->traits >> OUTLAY_TRAIT_STARRED) & 1;
  fill_fields (index, row, &record->fields);
  for (guint i = deal->voice; i < end; i++)
    {
      const OutlayIndexVoice *voice = &g_array_index (index->voices, OutlayIndexVoice, i);

      g_ptr_array_add (
        record->claims,
        outlay_deal_claim_new (0, voice->article_id, outlay_claim_ref (index->unread),
                               outlay_article_ref (index->articles->pdata[voice->article])));
    }
  return record;
}

/** outlay_deal_index_begin_texts: makes room for the texts of all cards. */
void
outlay_deal_index_begin_texts (OutlayDealIndex *index)
{
  index->texts = g_string_new (NULL);
  index->text_starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/** outlay_deal_index_write_text: writes the text of the card at @row, those before are written. */
void
outlay_deal_index_write_text (OutlayDealIndex *index, guint row)
{
  gboolean whole;
  g_autoptr (OutlayDealRecord) record = outlay_deal_index_dup_record (index, row, &whole);
  g_autofree char *text = outlay_card_text_new (record);
  guint start = (guint)index->texts->len;

  g_array_append_val (index->text_starts, start);
  g_string_append_len (index->texts, text, (gssize)strlen (text) + 1);
}

static void
write_texts (OutlayDealIndex *index)
{
  outlay_deal_index_begin_texts (index);
  for (guint row = 0; row < index->rows->len; row++)
    outlay_deal_index_write_text (index, row);
}

/**
 * outlay_deal_index_get_card_text:
 *
 * The texts of all cards are written when one is first asked for, which takes a while: ask in a
 * worker thread.
 *
 * Returns: (transfer none): what outlay_card_text_new() makes of the deal at @row; from any thread.
 */
const char *
outlay_deal_index_get_card_text (OutlayDealIndex *index, guint row)
{
  g_mutex_lock (&index->texts_lock);
  if (index->texts == NULL)
    write_texts (index);
  g_mutex_unlock (&index->texts_lock);
  return index->texts->str + g_array_index (index->text_starts, guint, row);
}

/**
 * outlay_deal_index_set_starred:
 *
 * Keeps the star of the deal at @row; on the main thread alone.
 *
 * Returns: whether it changed.
 */
gboolean
outlay_deal_index_set_starred (OutlayDealIndex *index, guint row, gboolean starred)
{
  const guint8 star = 1u << OUTLAY_TRAIT_STARRED;
  OutlayDealRow *deal = &g_array_index (index->rows, OutlayDealRow, row);

  g_return_val_if_fail (row < index->rows->len, FALSE);

  if (((deal->traits & star) != 0) == starred)
    return FALSE;
  deal->traits ^= star;
  return TRUE;
}

/**
 * outlay_deal_row_convert:
 * @currency: ISO 4217 code, "" for US dollars
 * @amount: (out): what the deal adds to a total, in hundredths of the unit of @currency, at the
 *   rate of when it was told
 *
 * Returns: whether it states a figure and the rate is known.
 */
gboolean
outlay_deal_row_convert (const OutlayDealRow *row, const char *currency, gint64 *amount)
{
  if (*currency != '\0' && !g_str_equal (currency, OUTLAY_RATES_BASE))
    return outlay_rates_convert (row->currency, row->total, currency, row->told, amount, NULL);
  *amount = row->worth;
  return row->worth != OUTLAY_MONEY_UNSET;
}

/**
 * outlay_deal_index_get_keys:
 *
 * Returns: (transfer none) (element-type utf8): all keys of @facet, interned.
 */
const GPtrArray *
outlay_deal_index_get_keys (const OutlayDealIndex *index, OutlayFacet facet)
{
  return index->columns[facet].keys;
}

/**
 * outlay_deal_index_find_key:
 * @value: (out): the place of @key among the keys of @facet
 *
 * Returns: whether any deal has it.
 */
gboolean
outlay_deal_index_find_key (const OutlayDealIndex *index,
                            OutlayFacet facet,
                            const char *key,
                            guint *value)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (index->columns[facet].by_key, g_intern_string (key), NULL,
                                     &known))
    return FALSE;
  *value = GPOINTER_TO_UINT (known);
  return TRUE;
}

/**
 * outlay_deal_index_get_values:
 * @facet: any but %OUTLAY_FACET_TRAIT, of which the row has the bits
 *
 * Returns: (transfer none) (array length=n_values): the keys that the deal at @row has, by their
 *   places.
 */
const guint32 *
outlay_deal_index_get_values (const OutlayDealIndex *index,
                              OutlayFacet facet,
                              guint row,
                              guint *n_values)
{
  const OutlayIndexColumn *column = &index->columns[facet];
  const guint32 *first = &g_array_index (column->first, guint32, row);

  *n_values = first[1] - first[0];
  return &g_array_index (column->values, guint32, first[0]);
}

/**
 * outlay_deal_index_get_column:
 * @facet: any but %OUTLAY_FACET_TRAIT
 * @first: (out) (transfer none): of each row the place of its first value, of which the last lies
 *   before that of the next row
 *
 * Returns: (transfer none): what outlay_deal_index_get_values() gives, of all deals.
 */
const guint32 *
outlay_deal_index_get_column (const OutlayDealIndex *index,
                              OutlayFacet facet,
                              const guint32 **first)
{
  *first = &g_array_index (index->columns[facet].first, guint32, 0);
  return &g_array_index (index->columns[facet].values, guint32, 0);
}

/**
 * outlay_deal_index_get_roles:
 *
 * Returns: (transfer none): of each party that outlay_deal_index_get_values() gives the bits (1 <<
 *   role) of its roles in the deal.
 */
const guint8 *
outlay_deal_index_get_roles (const OutlayDealIndex *index, guint row)
{
  guint first = g_array_index (index->columns[OUTLAY_FACET_PARTY].first, guint32, row);

  return (const guint8 *)index->value_roles->data + first;
}

/**
 * outlay_deal_index_has_article:
 *
 * Returns: whether the article of that id speaks of the deal at @row.
 */
gboolean
outlay_deal_index_has_article (const OutlayDealIndex *index, guint row, gint64 article_id)
{
  guint end = outlay_deal_index_get_end (index, row).voice;

  for (guint i = outlay_deal_index_get_row (index, row)->voice; i < end; i++)
    {
      if (g_array_index (index->voices, OutlayIndexVoice, i).article_id == article_id)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_deal_index_has_only_articles:
 * @articles: (element-type gint64): a set of ids
 *
 * Returns: whether articles of @articles, and no others, speak of the deal at @row.
 */
gboolean
outlay_deal_index_has_only_articles (const OutlayDealIndex *index, guint row, GHashTable *articles)
{
  guint first = outlay_deal_index_get_row (index, row)->voice;
  guint end = outlay_deal_index_get_end (index, row).voice;

  for (guint i = first; i < end; i++)
    {
      if (!g_hash_table_contains (articles,
                                  &g_array_index (index->voices, OutlayIndexVoice, i).article_id))
        return FALSE;
    }
  return end > first;
}
