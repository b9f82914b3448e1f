/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include <string.h>

#include "base/outlay-rates.h"
#include "base/outlay-region.h"
#include "outlay-deal-index-private.h"
#include "outlay-key-order.h"

static guint
learn_key (OutlayIndexColumn *column, const char *key)
{
  gpointer interned = (gpointer)g_intern_string (key);
  gpointer known;

  if (g_hash_table_lookup_extended (column->by_key, interned, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (column->by_key, interned, GUINT_TO_POINTER (column->keys->len));
  g_ptr_array_add (column->keys, interned);
  return column->keys->len - 1;
}

/**
 * outlay_deal_index_new:
 * @keeps_records: whether the records added stay in memory, so that they needn't be read again
 *
 * Returns: (transfer full): an index of no deals.
 */
OutlayDealIndex *
outlay_deal_index_new (gboolean keeps_records)
{
  static int last_serial = 0;
  OutlayDealIndex *index = g_new0 (OutlayDealIndex, 1);

  g_atomic_ref_count_init (&index->ref_count);
  index->serial = (guint)g_atomic_int_add (&last_serial, 1) + 1;
  index->rows = g_array_new (FALSE, FALSE, sizeof (OutlayDealRow));
  if (keeps_records)
    index->records = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    index->columns[facet] = (OutlayIndexColumn){
      g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, sizeof (guint32)),
      g_ptr_array_new (), g_hash_table_new (g_direct_hash, g_direct_equal)};
  for (guint trait = 0; trait < OUTLAY_N_TRAITS; trait++)
    learn_key (&index->columns[OUTLAY_FACET_TRAIT], outlay_trait_to_string ((OutlayTrait)trait));
  index->parties = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->party_roles = g_array_new (FALSE, FALSE, sizeof (guint8));
  index->value_roles = g_array_new (FALSE, TRUE, sizeof (guint8));
  index->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->voices = g_array_new (FALSE, FALSE, sizeof (OutlayIndexVoice));
  index->articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  index->unread = outlay_claim_new ();
  g_mutex_init (&index->texts_lock);
  index->articles_by_voice = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return index;
}

static guint
add_value (OutlayDealIndex *index, OutlayFacet facet, const char *key)
{
  OutlayIndexColumn *column = &index->columns[facet];
  guint32 value = learn_key (column, key);
  guint first = g_array_index (column->first, guint32, index->rows->len);

  for (guint i = first; i < column->values->len; i++)
    {
      if (g_array_index (column->values, guint32, i) == value)
        return i;
    }
  g_array_append_val (column->values, value);
  return column->values->len - 1;
}

static void
add_parties (OutlayDealIndex *index, const OutlayFields *fields)
{
  const OutlayIndexColumn *column = &index->columns[OUTLAY_FACET_PARTY];

  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);
      guint place = add_value (index, OUTLAY_FACET_PARTY, party->name);
      guint32 value = g_array_index (column->values, guint32, place);
      guint8 role = (guint8)party->role;

      g_array_append_val (index->parties, value);
      g_array_append_val (index->party_roles, role);
      if (place == index->value_roles->len)
        g_array_set_size (index->value_roles, place + 1);
      g_array_index (index->value_roles, guint8, place) |= (guint8)(1u << role);
    }
}

static guint32
learn_article (OutlayDealIndex *index, const OutlayArticle *article)
{
  const char *source = article->source != NULL ? article->source : "";
  /* An article that names no source goes by its file. */
  const char *file = article->source == NULL ? article->file : NULL;
  g_autofree char *voice = g_strconcat (article->lang, "\n", source, "\n", file, NULL);
  gpointer known;

  if (g_hash_table_lookup_extended (index->articles_by_voice, voice, NULL, &known))
    return GPOINTER_TO_UINT (known);
  OutlayArticle *copy = outlay_article_new ();
  g_free (copy->lang);
  copy->lang = g_strdup (article->lang);
  copy->source = g_strdup (article->source);
  copy->file = g_strdup (file);
  g_hash_table_insert (index->articles_by_voice, g_steal_pointer (&voice),
                       GUINT_TO_POINTER (index->articles->len));
  g_ptr_array_add (index->articles, copy);
  return index->articles->len - 1;
}

static void
add_voices (OutlayDealIndex *index, const OutlayDealRecord *deal)
{
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      const OutlayArticle *article = claim->article;
      OutlayIndexVoice voice = {claim->article_id, learn_article (index, article)};

      g_array_append_val (index->voices, voice);
      if (*article->lang != '\0')
        add_value (index, OUTLAY_FACET_LANGUAGE, article->lang);
      add_value (index, OUTLAY_FACET_SOURCE, article->source != NULL ? article->source : "");
    }
}

/* Countries first: the first value is the one that the deal is sorted by. */
static void
add_places (OutlayDealIndex *index, const GPtrArray *countries)
{
  for (guint i = 0; i < countries->len; i++)
    {
      guint place = add_value (index, OUTLAY_FACET_COUNTRY, countries->pdata[i]);

      g_array_append_val (
        index->places, g_array_index (index->columns[OUTLAY_FACET_COUNTRY].values, guint32, place));
    }
  for (guint i = 0; i < countries->len; i++)
    {
      const GPtrArray *regions = outlay_region_list_of (countries->pdata[i]);

      for (guint j = 0; regions != NULL && j < regions->len; j++)
        add_value (index, OUTLAY_FACET_COUNTRY, regions->pdata[j]);
    }
}

static void
add_values (OutlayDealIndex *index, const OutlayDealRecord *deal)
{
  const OutlayFields *fields = &deal->fields;

  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    {
      guint32 first = index->columns[facet].values->len;

      g_array_append_val (index->columns[facet].first, first);
    }
  add_value (index, OUTLAY_FACET_KIND, outlay_kind_to_string (fields->kind));
  add_value (index, OUTLAY_FACET_STATUS, outlay_status_to_string (fields->status));
  add_parties (index, fields);
  add_places (index, fields->places);
  add_voices (index, deal);
  for (guint i = 0; i < deal->tags->len; i++)
    add_value (index, OUTLAY_FACET_TAG, g_ptr_array_index (deal->tags, i));
  if (outlay_date_is_set (fields->announced))
    {
      char year[8];

      g_snprintf (year, sizeof year, "%u", fields->announced.year);
      add_value (index, OUTLAY_FACET_YEAR, year);
    }
}

static void
set_days (OutlayDealRow *row, OutlayDate announced)
{
  GDate day;

  if (!outlay_date_is_valid (announced))
    return;
  outlay_date_get_first_day (announced, &day);
  row->day = g_date_get_julian (&day);
  outlay_date_get_last_day (announced, &day);
  row->last_day = g_date_get_julian (&day);
}

static void
set_figures (OutlayDealRow *row, const OutlayDealRecord *deal)
{
  const OutlayFields *fields = &deal->fields;

  row->low = fields->amount.low;
  row->high = fields->amount.high;
  row->kilowatts = fields->capacity.kilowatts;
  row->total = outlay_deal_record_get_total (deal);
  row->told = outlay_deal_record_get_day (deal);
  if (!outlay_deal_record_convert_total (deal, OUTLAY_RATES_BASE, &row->worth, NULL))
    row->worth = OUTLAY_MONEY_UNSET;
  memcpy (row->currency, fields->amount.currency, sizeof row->currency);
  row->qualifier = (guint8)fields->amount.qualifier;
  row->per = (guint8)fields->amount.per;
  row->capacity_qualifier = (guint8)fields->capacity.qualifier;
  row->announced = fields->announced;
  row->start = fields->start;
  row->end = fields->end;
  set_days (row, fields->announced);
}

/**
 * outlay_deal_index_add:
 * @deal: (transfer none): a deal of a greater id than all before; of its claims only the articles
 *   count
 */
void
outlay_deal_index_add (OutlayDealIndex *index, OutlayDealRecord *deal)
{
  guint n_sources = outlay_deal_record_count_sources (deal);
  OutlayDealRow row
    = {.id = deal->id,
       .whole = deal->whole,
       .party = index->parties->len,
       .place = index->places->len,
       .voice = index->voices->len,
       .conflicts = (guint16)deal->conflicts,
       .n_sources = (guint16)MIN (n_sources, G_MAXUINT16),
       .n_copies = (guint16)MIN (outlay_deal_record_count_copies (deal), G_MAXUINT16),
       .n_notes = (guint16)MIN (outlay_deal_record_count_notes (deal), G_MAXUINT16),
       .kind = (guint8)deal->fields.kind,
       .status = (guint8)deal->fields.status,
       .counts = (guint8)outlay_deal_record_counts (deal)};

  set_figures (&row, deal);
  if (n_sources > 1)
    row.traits |= 1u << OUTLAY_TRAIT_SEVERAL_SOURCES;
  if (deal->conflicts != 0)
    row.traits |= 1u << OUTLAY_TRAIT_CONFLICTS;
  if (deal->review)
    row.traits |= 1u << OUTLAY_TRAIT_REVIEW;
  if (deal->starred)
    row.traits |= 1u << OUTLAY_TRAIT_STARRED;
  if (deal->suggestions->len > 0)
    row.traits |= 1u << OUTLAY_TRAIT_SUGGESTED;
  add_values (index, deal);
  g_array_append_val (index->rows, row);
  if (index->records != NULL)
    g_ptr_array_add (index->records, outlay_deal_record_ref (deal));
}

/* The keys and articles of @before by the same numbers, so that its rows can be copied as they are.
 */
static void
copy_names (OutlayDealIndex *index, const OutlayDealIndex *before)
{
  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    {
      const GPtrArray *keys = before->columns[facet].keys;

      for (guint i = 0; i < keys->len; i++)
        learn_key (&index->columns[facet], keys->pdata[i]);
    }
  for (guint i = 0; i < before->articles->len; i++)
    learn_article (index, before->articles->pdata[i]);
}

/* The values of the rows from @first to before @end. */
static void
copy_values (OutlayIndexColumn *column, const OutlayIndexColumn *before, guint first, guint end)
{
  const guint32 *starts = &g_array_index (before->first, guint32, first);
  guint32 shift = column->values->len - starts[0];
  guint n_rows = column->first->len;

  g_array_append_vals (column->first, starts, end - first);
  for (guint i = n_rows; i < column->first->len; i++)
    g_array_index (column->first, guint32, i) += shift;
  g_array_append_vals (column->values, &g_array_index (before->values, guint32, starts[0]),
                       starts[end - first] - starts[0]);
}

static void
copy_roles (OutlayDealIndex *index, const OutlayDealIndex *before, guint first, guint end)
{
  const GArray *starts = before->columns[OUTLAY_FACET_PARTY].first;
  guint start = g_array_index (starts, guint32, first);

  g_array_append_vals (index->value_roles, &g_array_index (before->value_roles, guint8, start),
                       g_array_index (starts, guint32, end) - start);
}

/* What rows point at; returns by how much they do further on. */
static guint32
copy_items (GArray *items, const GArray *before, guint start, guint end)
{
  guint32 shift = items->len - start;

  g_array_append_vals (items, before->data + (gsize)start * g_array_get_element_size (items),
                       end - start);
  return shift;
}

static void
copy_texts (OutlayDealIndex *index, const OutlayDealIndex *before, guint first, guint end)
{
  const guint *starts = &g_array_index (before->text_starts, guint, 0);
  guint stop = end < before->text_starts->len ? starts[end] : (guint)before->texts->len;
  guint shift = (guint)index->texts->len - starts[first];

  for (guint row = first; row < end; row++)
    {
      guint start = starts[row] + shift;

      g_array_append_val (index->text_starts, start);
    }
  g_string_append_len (index->texts, before->texts->str + starts[first], stop - starts[first]);
}

/* Takes the rows of @before from @first to before @end over as they are. */
static void
copy_rows (OutlayDealIndex *index, const OutlayDealIndex *before, guint first, guint end)
{
  guint n_rows = index->rows->len;

  if (first == end)
    return;
  const OutlayDealRow *row = outlay_deal_index_get_row (before, first);
  OutlayDealRow stop = outlay_deal_index_get_end (before, end - 1);
  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    copy_values (&index->columns[facet], &before->columns[facet], first, end);
  copy_roles (index, before, first, end);
  copy_items (index->party_roles, before->party_roles, row->party, stop.party);
  guint32 parties = copy_items (index->parties, before->parties, row->party, stop.party);
  guint32 places = copy_items (index->places, before->places, row->place, stop.place);
  guint32 voices = copy_items (index->voices, before->voices, row->voice, stop.voice);
  if (index->texts != NULL)
    copy_texts (index, before, first, end);
  g_array_append_vals (index->rows, row, end - first);
  for (guint i = n_rows; i < index->rows->len; i++)
    {
      OutlayDealRow *copy = &g_array_index (index->rows, OutlayDealRow, i);

      copy->party += parties;
      copy->place += places;
      copy->voice += voices;
    }
}

/* Texts that a search is just writing are not waited for. */
static gboolean
begin_texts (OutlayDealIndex *index, OutlayDealIndex *before)
{
  if (!g_mutex_trylock (&before->texts_lock))
    return FALSE;
  if (before->texts != NULL)
    outlay_deal_index_begin_texts (index);
  g_mutex_unlock (&before->texts_lock);
  return index->texts != NULL;
}

static void
add_changed (OutlayDealIndex *index, OutlayDealRecord *deal)
{
  outlay_deal_index_add (index, deal);
  if (index->texts != NULL)
    outlay_deal_index_write_text (index, index->rows->len - 1);
}

/**
 * outlay_deal_index_new_changed:
 * @before: an index that keeps no records, finished
 * @ids: (element-type gint64): which deals may have changed, or are new, in order
 * @deals: (element-type OutlayDealRecord): those of them that there are now, in the order of ids
 *
 * Costs far less than to read all deals anew.
 *
 * Returns: (transfer full): the index of @before with @deals in the place of @ids, finished.
 */
OutlayDealIndex *
outlay_deal_index_new_changed (OutlayDealIndex *before, const GArray *ids, const GPtrArray *deals)
{
  OutlayDealIndex *index = outlay_deal_index_new (FALSE);
  guint copied = 0;
  guint changed = 0;

  copy_names (index, before);
  begin_texts (index, before);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint row;
      gboolean known = outlay_deal_index_find (before, id, &row);

      copy_rows (index, before, copied, row);
      copied = known ? row + 1 : row;
      if (changed < deals->len && ((OutlayDealRecord *)deals->pdata[changed])->id == id)
        add_changed (index, deals->pdata[changed++]);
    }
  copy_rows (index, before, copied, before->rows->len);
  index->before = before->serial;
  index->changed = g_array_copy ((GArray *)ids);
  outlay_deal_index_finish (index);
  return index;
}

/* Those of one key stay in the order before. */
static void
order_ties (const OutlayDealIndex *index, OutlayKeyed *ties)
{
  g_autofree guint *ranks = outlay_deal_index_rank_parties (index);

  for (guint row = 0; row < index->rows->len; row++)
    {
      int party = outlay_deal_index_get_party (index, row, -1);

      ties[row] = (OutlayKeyed){party >= 0 ? ranks[party] : G_MAXUINT, row};
    }
  outlay_keyed_order (ties, index->rows->len);
  for (guint i = 0; i < index->rows->len; i++)
    ties[i].key = ~outlay_deal_index_get_row (index, ties[i].row)->worth;
  outlay_keyed_order (ties, index->rows->len);
}

/** outlay_deal_index_finish: puts in order what orders need, once all deals are there. */
void
outlay_deal_index_finish (OutlayDealIndex *index)
{
  g_autofree OutlayKeyed *ties = g_new (OutlayKeyed, index->rows->len + 1);

  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    {
      guint32 end = index->columns[facet].values->len;

      g_array_append_val (index->columns[facet].first, end);
    }
  order_ties (index, ties);
  index->ties = g_new (guint32, index->rows->len + 1);
  for (guint i = 0; i < index->rows->len; i++)
    index->ties[i] = ties[i].row;
  g_clear_pointer (&index->articles_by_voice, g_hash_table_unref);
}
