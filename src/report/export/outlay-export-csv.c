/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals as RFC 4180 wants it: UTF-8, CRLF, a head row, one row a deal. */
#define G_LOG_DOMAIN "outlay-report"

#include <string.h>

#include "base/outlay-fields.h"
#include "report/export/outlay-export-private.h"

#define LINE_END  "\r\n"
#define LIST_MARK "; "

static const char *const columns[] = {
  "id",          "kind",
  "status",      "investors",
  "recipients",  "partners",
  "currency",    "amount_low",
  "amount_high", "amount_qualifier",
  "amount_per",  "amount_alt",
  "capacity_mw", "capacity_qualifier",
  "places",      "announced",
  "start",       "end",
  "articles",    "sources",
  "copies",      "languages",
  "conflicts",   "review",
  "starred",     "titles",
  "urls",
};

/* What a spreadsheet would take for a formula is made text by an apostrophe. */
static void
append_cell (GString *row, const char *text)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
  gboolean formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  gboolean quoted = formula || strpbrk (text, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (row, '"');
  if (formula)
    g_string_append_c (row, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *at);
    }
  if (quoted)
    g_string_append_c (row, '"');
}

/* A first cell may be empty: the row's length can't tell then whether a comma is due. */
static void
append_first (GString *row, gint64 id)
{
  g_string_append_printf (row, "%" G_GINT64_FORMAT, id);
}

static void
append_units (GString *row, gint64 fractions, gint64 per_unit, gboolean set)
{
  g_autofree char *cell = NULL;

  if (!set)
    cell = g_strdup ("");
  else if (fractions % per_unit == 0)
    cell = g_strdup_printf ("%" G_GINT64_FORMAT, fractions / per_unit);
  else
    cell = g_strdup_printf ("%" G_GINT64_FORMAT ".%0*d", fractions / per_unit,
                            per_unit == 100 ? 2 : 3, (int)(fractions % per_unit));
  append_cell (row, cell);
}

static void
append_item (GString *list, const char *item)
{
  if (item == NULL || *item == '\0')
    return;
  g_string_append_printf (list, "%s%s", list->len > 0 ? LIST_MARK : "", item);
}

static void
append_parties (GString *row, const OutlayFields *fields)
{
  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < fields->parties->len; i++)
        {
          const OutlayParty *party = outlay_fields_get_party (fields, i);

          if (party->role == role)
            append_item (names, party->name);
        }
      append_cell (row, names->str);
    }
}

static void
append_money (GString *row, const OutlayFields *fields)
{
  const OutlayMoney *money = &fields->amount;
  gboolean set = outlay_money_is_set (money);
  g_autoptr (GString) others = g_string_new (NULL);

  append_cell (row, set ? money->currency : "");
  append_units (row, money->low, OUTLAY_MONEY_UNIT, set && money->low != OUTLAY_MONEY_UNSET);
  append_units (row, money->high, OUTLAY_MONEY_UNIT, set && money->high != OUTLAY_MONEY_UNSET);
  append_cell (row, set ? outlay_qualifier_to_string (money->qualifier) : "");
  append_cell (row, set && money->per != OUTLAY_PER_DEAL ? outlay_per_to_string (money->per) : "");
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
  append_cell (row, others->str);
}

static void
append_date (GString *row, OutlayDate date)
{
  g_autofree char *string = outlay_date_to_string (date);

  append_cell (row, string != NULL ? string : "");
}

static void
append_terms (GString *row, const OutlayFields *fields)
{
  gboolean capacity = outlay_capacity_is_set (&fields->capacity);
  g_autoptr (GString) places = g_string_new (NULL);

  append_units (row, fields->capacity.kilowatts, 1000, capacity);
  append_cell (row, capacity ? outlay_qualifier_to_string (fields->capacity.qualifier) : "");
  for (guint i = 0; i < fields->places->len; i++)
    append_item (places, g_ptr_array_index (fields->places, i));
  append_cell (row, places->str);
  append_date (row, fields->announced);
  append_date (row, fields->start);
  append_date (row, fields->end);
}

static void
append_sources (GString *row, const OutlayDealRecord *deal)
{
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (deal);
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) conflicts = g_string_new (NULL);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    g_hash_table_add (articles, &outlay_deal_record_get_claim (deal, i)->article_id);
  append_units (row, g_hash_table_size (articles), 1, TRUE);
  append_units (row, outlay_deal_record_count_sources (deal), 1, TRUE);
  append_units (row, outlay_deal_record_count_copies (deal), 1, TRUE);
  for (guint i = 0; i < languages->len; i++)
    append_item (codes, g_ptr_array_index (languages, i));
  append_cell (row, codes->str);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->conflicts & (1u << field))
        append_item (conflicts, outlay_field_to_string (field));
    }
  append_cell (row, conflicts->str);
  append_cell (row, deal->review ? "1" : "0");
  append_cell (row, deal->starred ? "1" : "0");
}

static void
append_articles (GString *row, const OutlayDealRecord *deal)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GString) urls = g_string_new (NULL);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayArticle *article = outlay_deal_record_get_claim (deal, i)->article;
      g_autofree char *label = outlay_article_dup_label (article);

      append_item (titles, label);
      append_item (urls, article->url);
    }
  append_cell (row, titles->str);
  append_cell (row, urls->str);
}

/**
 * outlay_export_csv_head:
 *
 * Returns: (transfer full): the row with the columns' names.
 */
char *
outlay_export_csv_head (void)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (row, columns[i]);
  g_string_append (row, LINE_END);
  return g_string_free (row, FALSE);
}

/**
 * outlay_export_csv_row:
 *
 * Returns: (transfer full): the row of @deal.
 */
char *
outlay_export_csv_row (const OutlayDealRecord *deal)
{
  GString *row = g_string_new (NULL);

  append_first (row, deal->id);
  append_cell (row, outlay_kind_to_string (deal->fields.kind));
  append_cell (row, outlay_status_to_string (deal->fields.status));
  append_parties (row, &deal->fields);
  append_money (row, &deal->fields);
  append_terms (row, &deal->fields);
  append_sources (row, deal);
  append_articles (row, deal);
  g_string_append (row, LINE_END);
  return g_string_free (row, FALSE);
}
