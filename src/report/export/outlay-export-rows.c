/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals and claims as rows of cells, the same for every format that has rows. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-export-rows.h"

#include "base/outlay-fields.h"

#define LIST_MARK "; "

/* What a row says of a deal and a claim alike. */
#define FIELD_COLUMNS                                                                              \
  {"kind", FALSE}, {"status", FALSE}, {"investors", FALSE}, {"recipients", FALSE},                 \
    {"partners", FALSE}, {"currency", FALSE}, {"amount_low", TRUE}, {"amount_high", TRUE},         \
    {"amount_qualifier", FALSE}, {"amount_per", FALSE}, {"amount_alt", FALSE},                     \
    {"capacity_mw", TRUE}, {"capacity_qualifier", FALSE}, {"places", FALSE}, {"announced", FALSE}, \
    {"start", FALSE},                                                                              \
  {                                                                                                \
    "end", FALSE                                                                                   \
  }

static const OutlayExportColumn deal_columns[] = {
  {"id", TRUE},      FIELD_COLUMNS,        {"articles", TRUE},   {"sources", TRUE},
  {"copies", TRUE},  {"languages", FALSE}, {"conflicts", FALSE}, {"review", TRUE},
  {"starred", TRUE}, {"titles", FALSE},    {"urls", FALSE},
};

static const OutlayExportColumn claim_columns[] = {
  {"deal", TRUE},       {"claim", TRUE},  {"main", TRUE},    {"confidence", TRUE},
  FIELD_COLUMNS,        {"words", FALSE}, {"title", FALSE},  {"source", FALSE},
  {"published", FALSE}, {"lang", FALSE},  {"author", FALSE}, {"url", FALSE},
};

static void
add_cell (GPtrArray *row, const char *text)
{
  g_ptr_array_add (row, g_strdup (text != NULL ? text : ""));
}

static void
add_number (GPtrArray *row, gint64 number)
{
  g_ptr_array_add (row, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
add_units (GPtrArray *row, gint64 fractions, gint64 per_unit, gboolean set)
{
  if (!set)
    add_cell (row, "");
  else if (fractions % per_unit == 0)
    add_number (row, fractions / per_unit);
  else
    g_ptr_array_add (row, g_strdup_printf ("%" G_GINT64_FORMAT ".%0*d", fractions / per_unit,
                                           per_unit == 100 ? 2 : 3, (int)(fractions % per_unit)));
}

static void
append_item (GString *list, const char *item)
{
  if (item != NULL && *item != '\0')
    g_string_append_printf (list, "%s%s", list->len > 0 ? LIST_MARK : "", item);
}

static void
add_list (GPtrArray *row, GString *list)
{
  g_ptr_array_add (row, g_string_free (list, FALSE));
}

static void
add_parties (GPtrArray *row, const OutlayFields *fields)
{
  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    {
      GString *names = g_string_new (NULL);

      for (guint i = 0; i < fields->parties->len; i++)
        {
          const OutlayParty *party = outlay_fields_get_party (fields, i);

          if (party->role == role)
            append_item (names, party->name);
        }
      add_list (row, names);
    }
}

static void
add_money (GPtrArray *row, const OutlayFields *fields)
{
  const OutlayMoney *money = &fields->amount;
  gboolean set = outlay_money_is_set (money);
  GString *others = g_string_new (NULL);

  add_cell (row, set ? money->currency : "");
  add_units (row, money->low, OUTLAY_MONEY_UNIT, set && money->low != OUTLAY_MONEY_UNSET);
  add_units (row, money->high, OUTLAY_MONEY_UNIT, set && money->high != OUTLAY_MONEY_UNSET);
  add_cell (row, set ? outlay_qualifier_to_string (money->qualifier) : "");
  add_cell (row, set && money->per != OUTLAY_PER_DEAL ? outlay_per_to_string (money->per) : "");
  for (guint i = 0; i < fields->amount_alt->len; i++)
    {
      const OutlayMoney *other = &g_array_index (fields->amount_alt, OutlayMoney, i);
      gint64 figure = outlay_money_get_figure (other);
      g_autofree char *item
        = figure != OUTLAY_MONEY_UNSET
            ? g_strdup_printf ("%s %" G_GINT64_FORMAT, other->currency, figure / OUTLAY_MONEY_UNIT)
            : g_strdup (other->currency);

      append_item (others, item);
    }
  add_list (row, others);
}

static void
add_date (GPtrArray *row, OutlayDate date)
{
  g_autofree char *string = outlay_date_to_string (date);

  add_cell (row, string);
}

static void
add_fields (GPtrArray *row, const OutlayFields *fields)
{
  gboolean capacity = outlay_capacity_is_set (&fields->capacity);
  GString *places = g_string_new (NULL);

  add_cell (row, outlay_kind_to_string (fields->kind));
  add_cell (row, outlay_status_to_string (fields->status));
  add_parties (row, fields);
  add_money (row, fields);
  add_units (row, fields->capacity.kilowatts, 1000, capacity);
  add_cell (row, capacity ? outlay_qualifier_to_string (fields->capacity.qualifier) : "");
  for (guint i = 0; i < fields->places->len; i++)
    append_item (places, g_ptr_array_index (fields->places, i));
  add_list (row, places);
  add_date (row, fields->announced);
  add_date (row, fields->start);
  add_date (row, fields->end);
}

static void
add_sources (GPtrArray *row, const OutlayDealRecord *deal)
{
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (deal);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  GString *codes = g_string_new (NULL);
  GString *conflicts = g_string_new (NULL);

  for (guint i = 0; i < deal->claims->len; i++)
    g_hash_table_add (articles, &outlay_deal_record_get_claim (deal, i)->article_id);
  add_number (row, g_hash_table_size (articles));
  add_number (row, outlay_deal_record_count_sources (deal));
  add_number (row, outlay_deal_record_count_copies (deal));
  for (guint i = 0; i < languages->len; i++)
    append_item (codes, g_ptr_array_index (languages, i));
  add_list (row, codes);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->conflicts & (1u << field))
        append_item (conflicts, outlay_field_to_string (field));
    }
  add_list (row, conflicts);
  add_number (row, deal->review ? 1 : 0);
  add_number (row, deal->starred ? 1 : 0);
}

static void
add_articles (GPtrArray *row, const OutlayDealRecord *deal)
{
  GString *titles = g_string_new (NULL);
  GString *urls = g_string_new (NULL);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayArticle *article = outlay_deal_record_get_claim (deal, i)->article;
      g_autofree char *label = outlay_article_dup_label (article);

      append_item (titles, label);
      append_item (urls, article->url);
    }
  add_list (row, titles);
  add_list (row, urls);
}

/**
 * outlay_export_get_columns:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): the columns of @table.
 */
const OutlayExportColumn *
outlay_export_get_columns (OutlayExportTable table, guint *n_columns)
{
  *n_columns
    = table == OUTLAY_EXPORT_DEALS ? G_N_ELEMENTS (deal_columns) : G_N_ELEMENTS (claim_columns);
  return table == OUTLAY_EXPORT_DEALS ? deal_columns : claim_columns;
}

/**
 * outlay_export_deal_row:
 *
 * Returns: (transfer full) (element-type utf8): the cells of @deal.
 */
GPtrArray *
outlay_export_deal_row (const OutlayDealRecord *deal)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  add_number (row, deal->id);
  add_fields (row, &deal->fields);
  add_sources (row, deal);
  add_articles (row, deal);
  g_assert (row->len == G_N_ELEMENTS (deal_columns));
  return row;
}

/**
 * outlay_export_claim_row:
 * @index: of the claim in @deal
 * @words: (nullable): of the article, that prove its figure
 *
 * Returns: (transfer full) (element-type utf8): the cells of a claim.
 */
GPtrArray *
outlay_export_claim_row (const OutlayDealRecord *deal, guint index, const char *words)
{
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, index);
  const OutlayArticle *article = claim->article;
  g_autofree char *label = outlay_article_dup_label (article);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  add_number (row, deal->id);
  add_number (row, claim->id);
  add_number (row, claim->claim->main ? 1 : 0);
  add_number (row, outlay_claim_get_confidence (claim->claim));
  add_fields (row, &claim->claim->fields);
  add_cell (row, words);
  add_cell (row, label);
  add_cell (row, article->source);
  add_date (row, article->published);
  add_cell (row, article->lang);
  add_cell (row, article->author);
  add_cell (row, article->url);
  g_assert (row->len == G_N_ELEMENTS (claim_columns));
  return row;
}
