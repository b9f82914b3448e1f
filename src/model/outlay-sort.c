/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-sort.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const sort_names[OUTLAY_N_SORTS] = {
  "newest", "oldest", "largest", "capacity", "sources", "party",
};

static const char *const sort_titles[OUTLAY_N_SORTS] = {
  NC_ ("sort", "Newest first"),  NC_ ("sort", "Oldest first"), NC_ ("sort", "Largest first"),
  NC_ ("sort", "Most capacity"), NC_ ("sort", "Most sources"), NC_ ("sort", "Party A–Z"),
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

static int
compare_date (OutlayDeal *a, OutlayDeal *b, int direction)
{
  guint first = outlay_deal_get_date_key (a);
  guint second = outlay_deal_get_date_key (b);

  if ((first == 0) != (second == 0))
    return first == 0 ? 1 : -1;
  return direction * compare_numbers (first, second);
}

static int
compare_by (OutlayDeal *a, OutlayDeal *b, OutlaySort sort)
{
  const OutlayDealRecord *first = outlay_deal_get_record (a);
  const OutlayDealRecord *second = outlay_deal_get_record (b);

  switch (sort)
    {
    case OUTLAY_SORT_NEWEST:
      return compare_date (a, b, -1);
    case OUTLAY_SORT_OLDEST:
      return compare_date (a, b, 1);
    case OUTLAY_SORT_CAPACITY:
      return compare_numbers (second->fields.capacity.kilowatts, first->fields.capacity.kilowatts);
    case OUTLAY_SORT_SOURCES:
      return compare_numbers (outlay_deal_get_n_sources (b), outlay_deal_get_n_sources (a));
    case OUTLAY_SORT_PARTY:
      return compare_party (a, b);
    default:
      return compare_worth (a, b);
    }
}

/**
 * outlay_sort_compare:
 *
 * Returns: less than 0 where @a stands before @b under @sort, more than 0 where behind it; never 0
 *   for two deals: ties go by amount, party and id.
 */
int
outlay_sort_compare (OutlayDeal *a, OutlayDeal *b, OutlaySort sort)
{
  int order = compare_by (a, b, sort);

  if (order == 0)
    order = compare_worth (a, b);
  if (order == 0)
    order = compare_party (a, b);
  if (order == 0)
    order = compare_numbers (outlay_deal_get_id (a), outlay_deal_get_id (b));
  return order;
}

static int
compare_deals (gconstpointer a, gconstpointer b, gpointer sort)
{
  return outlay_sort_compare (*(OutlayDeal *const *)a, *(OutlayDeal *const *)b,
                              (OutlaySort)GPOINTER_TO_UINT (sort));
}

/**
 * outlay_sort_deals:
 * @deals: (element-type OutlayDeal): put in order in place
 */
void
outlay_sort_deals (GPtrArray *deals, OutlaySort sort)
{
  g_ptr_array_sort_with_data (deals, compare_deals, GUINT_TO_POINTER (sort));
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
