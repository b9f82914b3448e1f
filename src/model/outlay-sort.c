/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-sort.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/outlay-country.h"
#include "index/outlay-key-order.h"

static const char *const sort_names[OUTLAY_N_SORTS] = {
  "newest", "oldest", "largest", "capacity", "sources",   "party",   "recipient", "kind",
  "status", "place",  "start",   "end",      "languages", "starred", "marks",
};

static const char *const sort_titles[OUTLAY_N_SORTS] = {
  NC_ ("sort", "Newest first"),  NC_ ("sort", "Oldest first"),   NC_ ("sort", "Largest first"),
  NC_ ("sort", "Most capacity"), NC_ ("sort", "Most sources"),   NC_ ("sort", "Party A–Z"),
  NC_ ("sort", "Recipient A–Z"), NC_ ("sort", "Kind"),           NC_ ("sort", "Status"),
  NC_ ("sort", "Place A–Z"),     NC_ ("sort", "Earliest start"), NC_ ("sort", "Earliest end"),
  NC_ ("sort", "Languages A–Z"), NC_ ("sort", "Starred first"),  NC_ ("sort", "Doubts first"),
};

/* What ranks names by what people read: of each key of a facet its place. */
typedef struct
{
  const char *label;
  guint key;
} Label;

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Label *)a)->label, ((const Label *)b)->label);
}

static guint *
rank_countries (const OutlayDealIndex *index)
{
  const GPtrArray *keys = outlay_deal_index_get_keys (index, OUTLAY_FACET_COUNTRY);
  g_autofree Label *labels = g_new (Label, keys->len + 1);
  guint *ranks = g_new (guint, keys->len + 1);

  for (guint i = 0; i < keys->len; i++)
    labels[i] = (Label){outlay_country_get_name (keys->pdata[i]), i};
  qsort (labels, keys->len, sizeof *labels, compare_labels);
  for (guint i = 0; i < keys->len; i++)
    ranks[labels[i].key] = i;
  return ranks;
}

static guint *
rank_names (const OutlayDealIndex *index, OutlaySort sort)
{
  if (sort == OUTLAY_SORT_PLACE)
    return rank_countries (index);
  if (sort == OUTLAY_SORT_PARTY || sort == OUTLAY_SORT_RECIPIENT)
    return outlay_deal_index_rank_parties (index);
  return NULL;
}

/* Languages as the card lists them, by the letters of their codes: "de vi" before "vi". */
static gint64
spell_languages (const OutlayDealIndex *index, guint n_values, const guint32 *values)
{
  const GPtrArray *keys = outlay_deal_index_get_keys (index, OUTLAY_FACET_LANGUAGE);
  gint64 spelled = 0;

  for (guint i = 0; i < 3; i++)
    {
      const char *key = i < n_values ? keys->pdata[values[i]] : "";
      guint length = (guint)strlen (key);

      for (guint j = 0; j < 2; j++)
        spelled = spelled << 8 | (j < length ? (guchar)key[j] : 0);
    }
  return spelled;
}

static gint64
spell_date (OutlayDate date)
{
  GDate day;

  outlay_date_get_first_day (date, &day);
  return (gint64)g_date_get_julian (&day) * 8 + date.unit;
}

static gboolean
get_date (OutlayDate date, gint64 *value)
{
  if (!outlay_date_is_valid (date))
    return FALSE;
  *value = spell_date (date);
  return TRUE;
}

static gboolean
get_first (
  const OutlayDealIndex *index, guint row, OutlaySort sort, const guint *ranks, gint64 *value)
{
  guint n_values;
  const guint32 *values = outlay_deal_index_get_values (
    index, sort == OUTLAY_SORT_PLACE ? OUTLAY_FACET_COUNTRY : OUTLAY_FACET_LANGUAGE, row,
    &n_values);

  if (n_values == 0)
    return FALSE;
  *value = sort == OUTLAY_SORT_PLACE ? ranks[values[0]] : spell_languages (index, n_values, values);
  return TRUE;
}

static gboolean
get_party (
  const OutlayDealIndex *index, guint row, OutlaySort sort, const guint *ranks, gint64 *value)
{
  int party = outlay_deal_index_get_party (
    index, row, sort == OUTLAY_SORT_RECIPIENT ? (int)OUTLAY_ROLE_RECIPIENT : -1);

  if (party < 0)
    return FALSE;
  *value = ranks[party];
  return TRUE;
}

/* What the deal at @row is ordered by, the least first; %FALSE where it has nothing. */
static gboolean
get_value (const OutlayDealIndex *index,
           guint row,
           const OutlayOrder *order,
           const guint *ranks,
           gint64 *value)
{
  const OutlayDealRow *deal = outlay_deal_index_get_row (index, row);
  gboolean review = (deal->traits >> OUTLAY_TRAIT_REVIEW) & 1;

  switch (order->sort)
    {
    case OUTLAY_SORT_NEWEST:
      *value = -((gint64)deal->day * 8 + deal->announced.unit);
      return deal->day != 0;
    case OUTLAY_SORT_OLDEST:
      *value = (gint64)deal->day * 8 + deal->announced.unit;
      return deal->day != 0;
    case OUTLAY_SORT_CAPACITY:
      *value = -deal->kilowatts;
      return deal->kilowatts > 0;
    case OUTLAY_SORT_SOURCES:
      *value = -(gint64)deal->n_sources;
      return TRUE;
    case OUTLAY_SORT_KIND:
      *value = deal->kind;
      return TRUE;
    case OUTLAY_SORT_STATUS:
      *value = deal->status;
      return TRUE;
    case OUTLAY_SORT_STARRED:
      *value = -(gint64)((deal->traits >> OUTLAY_TRAIT_STARRED) & 1);
      return TRUE;
    case OUTLAY_SORT_MARKS:
      *value = -(2 * (deal->conflicts != 0) + review);
      return TRUE;
    case OUTLAY_SORT_START:
      return get_date (deal->start, value);
    case OUTLAY_SORT_END:
      return get_date (deal->end, value);
    case OUTLAY_SORT_PLACE:
    case OUTLAY_SORT_LANGUAGES:
      return get_first (index, row, order->sort, ranks, value);
    case OUTLAY_SORT_PARTY:
    case OUTLAY_SORT_RECIPIENT:
      return get_party (index, row, order->sort, ranks, value);
    default:
      if (!outlay_deal_row_convert (deal, order->currency, value))
        return FALSE;
      *value = -*value;
      return TRUE;
    }
}

/** outlay_order_equal: returns whether both put any deals in the same order. */
gboolean
outlay_order_equal (const OutlayOrder *a, const OutlayOrder *b)
{
  return a->sort == b->sort && a->reversed == b->reversed
         && (a->sort != OUTLAY_SORT_LARGEST || strcmp (a->currency, b->currency) == 0);
}

/**
 * outlay_order_rows:
 *
 * Deals that are equal go by amount, party and id.
 *
 * Returns: (transfer full): the rows of all deals of @index in @order.
 */
guint32 *
outlay_order_rows (const OutlayDealIndex *index, OutlayOrder order)
{
  guint count = outlay_deal_index_get_n_deals (index);
  const guint32 *ties = outlay_deal_index_get_ties (index);
  g_autofree gint64 *keys = g_new (gint64, count + 1);
  g_autofree OutlayKeyed *entries = g_new (OutlayKeyed, count + 1);
  g_autofree guint *ranks = rank_names (index, order.sort);
  guint32 *rows = g_new (guint32, count + 1);

  for (guint row = 0; row < count; row++)
    {
      gint64 value;

      if (!get_value (index, row, &order, ranks, &value))
        keys[row] = G_MAXINT64;
      else
        keys[row] = order.reversed ? ~value : value;
    }
  for (guint i = 0; i < count; i++)
    entries[i] = (OutlayKeyed){keys[ties[i]], ties[i]};
  outlay_keyed_order (entries, count);
  for (guint i = 0; i < count; i++)
    rows[i] = entries[i].row;
  return rows;
}

/**
 * outlay_order_dup_title:
 *
 * Returns: (transfer full): the order's name for people: "Newest first", "Kind, reversed".
 */
char *
outlay_order_dup_title (OutlayOrder order)
{
  if (!order.reversed)
    return g_strdup (outlay_sort_get_title (order.sort));
  /* Translators: an order of the deals that runs the other way: "Largest first, reversed" */
  return outlay_format_fill (C_ ("sort", "{order}, reversed"), "order",
                             outlay_sort_get_title (order.sort), NULL);
}

/**
 * outlay_sort_get_title:
 *
 * Returns: (transfer none): the order's name for people.
 */
const char *
outlay_sort_get_title (OutlaySort sort)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "sort", sort_titles[sort]);
}

/**
 * outlay_sort_to_string:
 *
 * Returns: (transfer none): the order's name in settings and actions.
 */
const char *
outlay_sort_to_string (OutlaySort sort)
{
  return sort_names[sort];
}

/**
 * outlay_sort_from_string:
 *
 * Returns: whether @string names an order.
 */
gboolean
outlay_sort_from_string (const char *string, OutlaySort *sort)
{
  for (guint i = 0; i < OUTLAY_N_SORTS; i++)
    {
      if (g_strcmp0 (sort_names[i], string) == 0)
        {
          *sort = (OutlaySort)i;
          return TRUE;
        }
    }
  return FALSE;
}
