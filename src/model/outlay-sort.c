/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-sort.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/outlay-country.h"

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

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* The greater first; %OUTLAY_MONEY_UNSET is the least of all numbers and so goes last. */
static int
compare_worth (OutlayDeal *a, OutlayDeal *b)
{
  return compare_numbers (outlay_deal_get_worth (b), outlay_deal_get_worth (a));
}

static int
compare_party (OutlayDeal *a, OutlayDeal *b)
{
  const char *first = outlay_deal_get_party_key (a);
  const char *second = outlay_deal_get_party_key (b);

  if ((*first == '\0') != (*second == '\0'))
    return *first == '\0' ? 1 : -1;
  return strcmp (first, second);
}

static const char *
get_name (OutlayDeal *deal, OutlaySort sort)
{
  const OutlayFields *fields = &outlay_deal_get_record (deal)->fields;

  switch (sort)
    {
    case OUTLAY_SORT_PLACE:
      return fields->places->len > 0
               ? outlay_country_get_name (g_ptr_array_index (fields->places, 0))
               : "";
    case OUTLAY_SORT_LANGUAGES:
      return outlay_deal_get_languages (deal);
    case OUTLAY_SORT_RECIPIENT:
      return outlay_deal_get_recipient_key (deal);
    default:
      return outlay_deal_get_party_key (deal);
    }
}

static OutlayDate
get_date (OutlayDeal *deal, OutlaySort sort)
{
  const OutlayFields *fields = &outlay_deal_get_record (deal)->fields;

  return sort == OUTLAY_SORT_START ? fields->start : fields->end;
}

/* A deal's place in an order by number; the greater first but for kinds and statuses. */
static gint64
get_number (OutlayDeal *deal, OutlaySort sort)
{
  const OutlayDealRecord *record = outlay_deal_get_record (deal);

  switch (sort)
    {
    case OUTLAY_SORT_NEWEST:
      return outlay_deal_get_date_key (deal);
    case OUTLAY_SORT_OLDEST:
      return -(gint64)outlay_deal_get_date_key (deal);
    case OUTLAY_SORT_CAPACITY:
      return record->fields.capacity.kilowatts;
    case OUTLAY_SORT_SOURCES:
      return outlay_deal_get_n_sources (deal);
    case OUTLAY_SORT_KIND:
      return -(gint64)record->fields.kind;
    case OUTLAY_SORT_STATUS:
      return -(gint64)record->fields.status;
    case OUTLAY_SORT_STARRED:
      return outlay_deal_get_starred (deal);
    case OUTLAY_SORT_MARKS:
      return 2 * (record->conflicts != 0) + record->review;
    default:
      return outlay_deal_get_worth (deal);
    }
}

/* Whether a deal has what it is ordered by; where it has not it goes last in either direction. */
static gboolean
has_value (OutlayDeal *deal, OutlaySort sort)
{
  switch (sort)
    {
    case OUTLAY_SORT_NEWEST:
    case OUTLAY_SORT_OLDEST:
      return outlay_deal_get_date_key (deal) != 0;
    case OUTLAY_SORT_CAPACITY:
      return outlay_capacity_is_set (&outlay_deal_get_record (deal)->fields.capacity);
    case OUTLAY_SORT_LARGEST:
      return outlay_deal_get_worth (deal) != OUTLAY_MONEY_UNSET;
    case OUTLAY_SORT_START:
    case OUTLAY_SORT_END:
      return outlay_date_is_set (get_date (deal, sort));
    case OUTLAY_SORT_PARTY:
    case OUTLAY_SORT_RECIPIENT:
    case OUTLAY_SORT_PLACE:
    case OUTLAY_SORT_LANGUAGES:
      return *get_name (deal, sort) != '\0';
    default:
      return TRUE;
    }
}

static int
compare_values (OutlayDeal *a, OutlayDeal *b, OutlaySort sort)
{
  switch (sort)
    {
    case OUTLAY_SORT_PARTY:
    case OUTLAY_SORT_RECIPIENT:
    case OUTLAY_SORT_LANGUAGES:
      return strcmp (get_name (a, sort), get_name (b, sort));
    case OUTLAY_SORT_PLACE:
      return g_utf8_collate (get_name (a, sort), get_name (b, sort));
    case OUTLAY_SORT_START:
    case OUTLAY_SORT_END:
      return outlay_date_compare (get_date (a, sort), get_date (b, sort));
    default:
      return compare_numbers (get_number (b, sort), get_number (a, sort));
    }
}

/**
 * outlay_order_compare:
 *
 * Returns: less than 0 where @a stands before @b in @order, more than 0 where behind it; never 0
 *   for two deals: ties go by amount, party and id.
 */
int
outlay_order_compare (OutlayDeal *a, OutlayDeal *b, OutlayOrder order)
{
  gboolean first = has_value (a, order.sort);
  gboolean second = has_value (b, order.sort);
  int result = second - first;

  if (first && second)
    result = compare_values (a, b, order.sort) * (order.reversed ? -1 : 1);
  if (result == 0)
    result = compare_worth (a, b);
  if (result == 0)
    result = compare_party (a, b);
  if (result == 0)
    result = compare_numbers (outlay_deal_get_id (a), outlay_deal_get_id (b));
  return result;
}

/**
 * outlay_sort_compare:
 *
 * Returns: what outlay_order_compare() does for @sort as it is.
 */
int
outlay_sort_compare (OutlayDeal *a, OutlayDeal *b, OutlaySort sort)
{
  return outlay_order_compare (a, b, (OutlayOrder){sort, FALSE});
}

static int
compare_deals (gconstpointer a, gconstpointer b, gpointer order)
{
  return outlay_order_compare (*(OutlayDeal *const *)a, *(OutlayDeal *const *)b,
                               *(const OutlayOrder *)order);
}

/**
 * outlay_order_deals:
 * @deals: (element-type OutlayDeal): put in order in place
 */
void
outlay_order_deals (GPtrArray *deals, OutlayOrder order)
{
  g_ptr_array_sort_with_data (deals, compare_deals, &order);
}

/**
 * outlay_sort_deals:
 * @deals: (element-type OutlayDeal): put in order in place
 */
void
outlay_sort_deals (GPtrArray *deals, OutlaySort sort)
{
  outlay_order_deals (deals, (OutlayOrder){sort, FALSE});
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
