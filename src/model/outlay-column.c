/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-column.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-myriads.h"
#include "base/format/outlay-format.h"

/* The thousandth of a billion dollars, in the hundredths that amounts are counted in. */
#define WORTH_STEP (G_GINT64_CONSTANT (1000000) * OUTLAY_MONEY_UNIT)

#define NO_SORT -1

/*
 * @sort: what the deals go by where the column's head is clicked, or %NO_SORT
 * @descends: whether that sort puts the greatest first, which the head's arrow shows
 * @usual: whether the column is shown until the user chooses
 * @figure: whether it is set to the end, so that digits stand one below another
 */
typedef struct
{
  const char *id;
  const char *title;
  int sort;
  gboolean descends;
  gboolean usual;
  gboolean figure;
} Column;

static const Column columns[OUTLAY_N_COLUMNS] = {
  {"starred", NC_ ("column", "★"), OUTLAY_SORT_STARRED, TRUE, TRUE, FALSE},
  {"who", NC_ ("column", "Who"), OUTLAY_SORT_PARTY, FALSE, TRUE, FALSE},
  {"whom", NC_ ("column", "Whom"), OUTLAY_SORT_RECIPIENT, FALSE, TRUE, FALSE},
  {"kind", NC_ ("column", "Kind"), OUTLAY_SORT_KIND, FALSE, TRUE, FALSE},
  {"marks", NC_ ("column", "⚠"), OUTLAY_SORT_MARKS, TRUE, TRUE, FALSE},
  {"amount", NC_ ("column", "Amount"), OUTLAY_SORT_LARGEST, TRUE, TRUE, TRUE},
  /* Translators: the head of the column of amounts in billions of dollars, at rough rates; in
   * hundreds of millions where your patterns of amounts have {myriads} */
  {"worth", NC_ ("column", "≈ $ bn"), OUTLAY_SORT_LARGEST, TRUE, TRUE, TRUE},
  {"capacity", NC_ ("column", "MW"), OUTLAY_SORT_CAPACITY, TRUE, TRUE, TRUE},
  {"places", NC_ ("column", "Where"), OUTLAY_SORT_PLACE, FALSE, TRUE, FALSE},
  {"announced", NC_ ("column", "Announced"), OUTLAY_SORT_NEWEST, TRUE, TRUE, TRUE},
  {"period", NC_ ("column", "Period"), OUTLAY_SORT_START, FALSE, TRUE, FALSE},
  {"status", NC_ ("column", "Status"), OUTLAY_SORT_STATUS, FALSE, TRUE, FALSE},
  {"sources", NC_ ("column", "Sources"), OUTLAY_SORT_SOURCES, TRUE, TRUE, TRUE},
  {"partners", NC_ ("column", "With"), NO_SORT, FALSE, FALSE, FALSE},
  {"conversions", NC_ ("column", "Conversions told"), NO_SORT, FALSE, FALSE, TRUE},
  {"start", NC_ ("column", "Start"), OUTLAY_SORT_START, FALSE, FALSE, TRUE},
  {"end", NC_ ("column", "End"), OUTLAY_SORT_END, FALSE, FALSE, TRUE},
  {"languages", NC_ ("column", "Languages"), OUTLAY_SORT_LANGUAGES, FALSE, FALSE, FALSE},
};

/**
 * outlay_column_to_string:
 *
 * Returns: (transfer none): the column's name in settings.
 */
const char *
outlay_column_to_string (OutlayColumn column)
{
  g_return_val_if_fail (column < OUTLAY_N_COLUMNS, NULL);

  return columns[column].id;
}

/**
 * outlay_column_from_string:
 *
 * Returns: whether @string names a column.
 */
gboolean
outlay_column_from_string (const char *string, OutlayColumn *column)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      if (g_strcmp0 (columns[i].id, string) == 0)
        {
          *column = (OutlayColumn)i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_column_get_title:
 *
 * Returns: (transfer none): the column's head for people; of narrow columns it is a sign.
 */
const char *
outlay_column_get_title (OutlayColumn column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

/**
 * outlay_column_get_name:
 *
 * Returns: (transfer none): the column's head in words.
 */
const char *
outlay_column_get_name (OutlayColumn column)
{
  switch (column)
    {
    case OUTLAY_COLUMN_STARRED:
      return C_ ("column", "Star");
    case OUTLAY_COLUMN_MARKS:
      return C_ ("column", "Doubts");
    default:
      return outlay_column_get_title (column);
    }
}

/**
 * outlay_column_is_usual:
 *
 * Returns: whether it is shown until the user chooses.
 */
gboolean
outlay_column_is_usual (OutlayColumn column)
{
  return columns[column].usual;
}

/**
 * outlay_column_is_figure:
 *
 * Returns: whether it is set to its end.
 */
gboolean
outlay_column_is_figure (OutlayColumn column)
{
  return columns[column].figure;
}

/**
 * outlay_column_get_sort:
 *
 * Returns: whether deals can be ordered by it, by @sort.
 */
gboolean
outlay_column_get_sort (OutlayColumn column, OutlaySort *sort)
{
  if (columns[column].sort == NO_SORT)
    return FALSE;
  *sort = (OutlaySort)columns[column].sort;
  return TRUE;
}

/**
 * outlay_column_descends:
 *
 * Returns: whether the order that it is mostly wanted in puts the greatest first.
 */
gboolean
outlay_column_descends (OutlayColumn column)
{
  return columns[column].descends;
}

/**
 * outlay_column_make_order:
 * @column: one with a sort
 * @descending: whether the greatest goes first
 *
 * Returns: the order of deals that the head's arrow stands for.
 */
OutlayOrder
outlay_column_make_order (OutlayColumn column, gboolean descending)
{
  OutlayOrder order = {OUTLAY_SORT_NEWEST, descending != columns[column].descends};

  outlay_column_get_sort (column, &order.sort);
  return order;
}

/**
 * outlay_column_find:
 * @before: the column that deals went by so far; of two that fit it stays
 * @column: (out): which column's head shows @order
 * @down: (out): whether its arrow points down
 *
 * Returns: whether there is such a column.
 */
gboolean
outlay_column_find (OutlayOrder order, OutlayColumn before, OutlayColumn *column, gboolean *down)
{
  if (order.sort == OUTLAY_SORT_OLDEST)
    order = (OutlayOrder){OUTLAY_SORT_NEWEST, !order.reversed};
  for (guint i = 0; i <= OUTLAY_N_COLUMNS; i++)
    {
      /* The column before goes first, then all in their order. */
      guint candidate = i == 0 ? before : i - 1;

      if (candidate >= OUTLAY_N_COLUMNS || columns[candidate].sort != (int)order.sort)
        continue;
      *column = (OutlayColumn)candidate;
      *down = columns[candidate].descends != order.reversed;
      return TRUE;
    }
  return FALSE;
}

static char *
dup_marks (OutlayDeal *deal)
{
  const OutlayDealRecord *record = outlay_deal_get_summary (deal);

  if (record->conflicts != 0 && record->review)
    return g_strdup (C_ ("mark", "Articles disagree, to review"));
  if (record->conflicts != 0)
    return g_strdup (C_ ("mark", "Articles disagree"));
  return g_strdup (record->review ? C_ ("mark", "To review") : "");
}

static char *
dup_whom (const OutlayFields *fields)
{
  char *recipients = outlay_format_parties (fields, OUTLAY_ROLE_RECIPIENT, 3);

  if (recipients != NULL)
    return recipients;
  if (outlay_fields_count_role (fields, OUTLAY_ROLE_PARTNER) == 0)
    return g_strdup ("");
  return outlay_format_counterpart (fields);
}

static char *
dup_signed (OutlayQualifier qualifier, char *figure)
{
  const char *sign = outlay_format_hedge_sign (qualifier);
  char *both;

  if (*sign == '\0' || *figure == '\0')
    return figure;
  both = g_strdup_printf ("%s\302\240%s", sign, figure);
  g_free (figure);
  return both;
}

/**
 * outlay_column_print_worth:
 * @worth: in hundredths of a dollar
 *
 * Returns: (transfer full): the figure as the head of its column tells it.
 */
char *
outlay_column_print_worth (gint64 worth)
{
  return outlay_format_decimal (
    worth / (outlay_format_counts_in_myriads () ? WORTH_STEP / 10 : WORTH_STEP), 1);
}

static char *
dup_worth (OutlayDeal *deal)
{
  gint64 worth = outlay_deal_get_worth (deal);

  if (worth == OUTLAY_MONEY_UNSET)
    return g_strdup ("");
  return outlay_column_print_worth (worth);
}

static char *
dup_figure (OutlayColumn column, OutlayDeal *deal)
{
  const OutlayFields *fields = &outlay_deal_get_summary (deal)->fields;

  switch (column)
    {
    case OUTLAY_COLUMN_AMOUNT:
      return dup_signed (fields->amount.qualifier, outlay_format_amount_short (&fields->amount));
    case OUTLAY_COLUMN_WORTH:
      return dup_worth (deal);
    case OUTLAY_COLUMN_CAPACITY:
      if (!outlay_capacity_is_set (&fields->capacity))
        return g_strdup ("");
      return dup_signed (fields->capacity.qualifier,
                         outlay_format_megawatts (fields->capacity.kilowatts));
    case OUTLAY_COLUMN_ANNOUNCED:
      return g_strdup (outlay_deal_get_date (deal));
    case OUTLAY_COLUMN_SOURCES:
      return g_strdup_printf ("%u", outlay_deal_get_n_sources (deal));
    case OUTLAY_COLUMN_CONVERSIONS:
      return outlay_format_field_value (fields, OUTLAY_FIELD_AMOUNT_ALT);
    case OUTLAY_COLUMN_START:
      return outlay_format_date (fields->start);
    default:
      return outlay_format_date (fields->end);
    }
}

static char *
dup_words (OutlayColumn column, OutlayDeal *deal)
{
  const OutlayFields *fields = &outlay_deal_get_summary (deal)->fields;

  switch (column)
    {
    case OUTLAY_COLUMN_STARRED:
      return g_strdup (outlay_deal_get_starred (deal) ? C_ ("mark", "Starred") : "");
    case OUTLAY_COLUMN_WHO:
      return outlay_format_parties (fields, OUTLAY_ROLE_INVESTOR, 3);
    case OUTLAY_COLUMN_WHOM:
      return dup_whom (fields);
    case OUTLAY_COLUMN_KIND:
      return g_strdup (outlay_format_kind (fields->kind));
    case OUTLAY_COLUMN_MARKS:
      return dup_marks (deal);
    case OUTLAY_COLUMN_PLACES:
      return outlay_format_places (fields, 2);
    case OUTLAY_COLUMN_PERIOD:
      return outlay_format_period (fields->start, fields->end);
    case OUTLAY_COLUMN_STATUS:
      return g_strdup (outlay_format_status (fields->status));
    case OUTLAY_COLUMN_PARTNERS:
      return outlay_format_parties (fields, OUTLAY_ROLE_PARTNER, 3);
    default:
      return g_strdup (outlay_deal_get_languages (deal));
    }
}

/**
 * outlay_column_dup_text:
 *
 * Returns: (transfer full): what the column says of @deal, "" where it is not known.
 */
char *
outlay_column_dup_text (OutlayColumn column, OutlayDeal *deal)
{
  char *text
    = outlay_column_is_figure (column) ? dup_figure (column, deal) : dup_words (column, deal);

  return text != NULL ? text : g_strdup ("");
}

/* What would begin a new cell or row in a name becomes a space. */
static void
append_cell (GString *rows, const char *text, gboolean first)
{
  g_autofree char *plain = g_strdup (text);

  if (!first)
    g_string_append_c (rows, '\t');
  g_string_append (rows, g_strdelimit (plain, "\t\r\n", ' '));
}

/**
 * outlay_columns_dup_rows:
 * @columns: (array length=n_columns): what to tell of each deal
 * @deals: (element-type OutlayDeal): the rows
 *
 * Returns: (transfer full): a head and a line for each deal, cells apart by tabs, for spreadsheets.
 */
char *
outlay_columns_dup_rows (const OutlayColumn *columns_shown, guint n_columns, GPtrArray *deals)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    append_cell (rows, outlay_column_get_name (columns_shown[i]), i == 0);
  g_string_append_c (rows, '\n');
  for (guint row = 0; row < deals->len; row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *text = outlay_column_dup_text (columns_shown[i], deals->pdata[row]);

          append_cell (rows, text, i == 0);
        }
      g_string_append_c (rows, '\n');
    }
  return g_string_free (rows, FALSE);
}
