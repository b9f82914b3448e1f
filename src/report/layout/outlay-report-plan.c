/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts deals in groups, numbers them, and finds the largest and the articles behind them. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-country.h"
#include "base/outlay-rates.h"

#define MOST_LARGEST 10

static void
clear_group (gpointer data)
{
  OutlayReportGroupOfDeals *group = data;

  g_free (group->title);
  outlay_report_totals_clear (&group->totals);
}

static void
clear_source (gpointer data)
{
  g_clear_pointer (&((OutlayReportSource *)data)->entries, g_array_unref);
}

/* A deal stands under who commits; where no one is named, under who gets it. */
static char *
dup_party (const OutlayFields *fields)
{
  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    {
      for (guint i = 0; i < fields->parties->len; i++)
        {
          const OutlayParty *party = outlay_fields_get_party (fields, i);

          if (party->role == role)
            return g_strdup (party->name);
        }
    }
  return g_strdup (C_ ("group", "No party named"));
}

static char *
dup_country (const OutlayFields *fields)
{
  if (fields->places->len == 0)
    return g_strdup (C_ ("group", "No country stated"));
  if (fields->places->len > 1)
    return g_strdup (C_ ("group", "Several countries"));
  return outlay_format_places (fields, 1);
}

static char *
dup_quarter (OutlayDate date)
{
  if (date.unit == OUTLAY_DATE_MONTH || date.unit == OUTLAY_DATE_DAY)
    return outlay_format_date (outlay_date_quarter (date.year, (date.part + 2u) / 3));
  if (date.unit == OUTLAY_DATE_QUARTER)
    return outlay_format_date (date);
  if (date.unit == OUTLAY_DATE_UNSET)
    return g_strdup (C_ ("group", "Without a date"));
  g_autofree char *year = g_strdup_printf ("%u", date.year);
  return outlay_format_fill (C_ ("group", "{year}, quarter not stated"), "year", year, NULL);
}

static char *
dup_group_title (const OutlayFields *fields, OutlayReportGroup group)
{
  switch (group)
    {
    case OUTLAY_REPORT_GROUP_PARTY:
      return dup_party (fields);
    case OUTLAY_REPORT_GROUP_COUNTRY:
      return dup_country (fields);
    case OUTLAY_REPORT_GROUP_KIND:
      return g_strdup (outlay_format_kind (fields->kind));
    case OUTLAY_REPORT_GROUP_QUARTER:
      return dup_quarter (fields->announced);
    case OUTLAY_REPORT_GROUP_NONE:
    default:
      return g_strdup ("");
    }
}

/* Whether nothing is known of what deals are grouped by. */
static gboolean
is_unstated (const OutlayFields *fields, OutlayReportGroup group)
{
  return (group == OUTLAY_REPORT_GROUP_PARTY && fields->parties->len == 0)
         || (group == OUTLAY_REPORT_GROUP_COUNTRY && fields->places->len == 0)
         || (group == OUTLAY_REPORT_GROUP_QUARTER && !outlay_date_is_set (fields->announced));
}

typedef struct
{
  OutlayReportGroupOfDeals group;
  guint first;
  gboolean unstated;
  gint64 worth;
  GArray *deals;
} Gathered;

static gint64
get_rough_worth (const OutlayDealRecord *deal)
{
  gint64 total = outlay_deal_record_get_total (deal);

  if (!outlay_money_is_set (&deal->fields.amount) || !outlay_deal_record_counts (deal))
    return OUTLAY_MONEY_UNSET;
  return outlay_rates_get_rough_worth (deal->fields.amount.currency, total);
}

static Gathered *
find_gathered (GArray *gathered, GHashTable *known, char *title, guint first, gboolean unstated)
{
  gpointer index;

  if (g_hash_table_lookup_extended (known, title, NULL, &index))
    {
      g_free (title);
      return &g_array_index (gathered, Gathered, GPOINTER_TO_UINT (index));
    }
  Gathered group
    = {{.title = title}, first, unstated, 0, g_array_new (FALSE, FALSE, sizeof (guint))};
  outlay_report_totals_init (&group.group.totals);
  g_hash_table_insert (known, title, GUINT_TO_POINTER (gathered->len));
  g_array_append_val (gathered, group);
  return &g_array_index (gathered, Gathered, gathered->len - 1);
}

/* Quarters stand as the deals do; of all else the group that is worth most stands first, and that
   of which nothing is known last. */
static int
compare_gathered (gconstpointer a, gconstpointer b, gpointer data)
{
  const Gathered *first = a;
  const Gathered *second = b;
  gboolean ordered = *(const OutlayReportGroup *)data == OUTLAY_REPORT_GROUP_QUARTER;

  if (first->unstated != second->unstated)
    return first->unstated ? 1 : -1;
  if (!ordered && first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  return first->first < second->first ? -1 : 1;
}

static void
add_entries (OutlayReportPlan *plan, const Gathered *gathered)
{
  for (guint i = 0; i < gathered->deals->len; i++)
    {
      OutlayReportEntry entry = {g_array_index (gathered->deals, guint, i), plan->groups->len,
                                 i == 0, i + 1 == gathered->deals->len};
      const OutlayDealRecord *deal = g_ptr_array_index (plan->deals, entry.deal);

      g_array_append_val (plan->entries, entry);
      g_hash_table_insert (plan->deal_numbers, (gpointer)&deal->id,
                           GUINT_TO_POINTER (plan->entries->len));
    }
  g_array_append_val (plan->groups, gathered->group);
}

static int
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = *(const guint *)a, second = *(const guint *)b;
  const GPtrArray *deals = data;
  gint64 first_worth = get_rough_worth (g_ptr_array_index (deals, first));
  gint64 second_worth = get_rough_worth (g_ptr_array_index (deals, second));

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* In a brief, which shows the largest, the numbers are ranks. */
static GArray *
order_deals (GPtrArray *deals, OutlayReportLayout layout)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < deals->len; i++)
    g_array_append_val (order, i);
  if (layout == OUTLAY_REPORT_BRIEF)
    g_array_sort_with_data (order, compare_deals, deals);
  return order;
}

static void
gather (OutlayReportPlan *plan, const OutlayReportOptions *options)
{
  g_autoptr (GArray) order = order_deals (plan->deals, options->layout);
  g_autoptr (GArray) gathered = g_array_new (FALSE, FALSE, sizeof (Gathered));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  OutlayReportGroup by
    = outlay_report_layout_has_groups (options->layout) ? options->group : OUTLAY_REPORT_GROUP_NONE;

  for (guint i = 0; i < plan->deals->len; i++)
    outlay_report_totals_add (
      &plan->totals, g_ptr_array_index (plan->deals, g_array_index (order, guint, i)), options);
  outlay_report_totals_end (&plan->totals);
  for (guint i = 0; i < plan->deals->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      const OutlayDealRecord *deal = g_ptr_array_index (plan->deals, index);
      Gathered *group = find_gathered (gathered, known, dup_group_title (&deal->fields, by), i,
                                       is_unstated (&deal->fields, by));
      gint64 worth = get_rough_worth (deal);

      g_array_append_val (group->deals, index);
      group->worth = outlay_add_saturated (group->worth, MAX (worth, 0));
      outlay_report_totals_add_some (&group->group.totals, &plan->totals, deal);
    }
  g_array_sort_with_data (gathered, compare_gathered, &by);
  for (guint i = 0; i < gathered->len; i++)
    {
      Gathered *group = &g_array_index (gathered, Gathered, i);

      outlay_report_totals_end (&group->group.totals);
      add_entries (plan, group);
      g_array_unref (group->deals);
    }
}

/* One pass, for there may be many. Where no deal states an amount, the first stand for the
   largest. */
static void
find_largest (OutlayReportPlan *plan)
{
  for (guint i = 0; i < plan->entries->len; i++)
    {
      gint64 worth = get_rough_worth (outlay_report_plan_get_deal (plan, i));
      guint at = plan->largest->len;

      while (at > 0
             && worth > get_rough_worth (
                  outlay_report_plan_get_deal (plan, g_array_index (plan->largest, guint, at - 1))))
        at--;
      if (at >= MOST_LARGEST)
        continue;
      g_array_insert_val (plan->largest, at, i);
      if (plan->largest->len > MOST_LARGEST)
        g_array_set_size (plan->largest, MOST_LARGEST);
    }
}

static void
add_source (OutlayReportPlan *plan, GHashTable *known, guint entry, const OutlayDealClaim *claim)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (known, &claim->article_id, NULL, &index))
    {
      OutlayReportSource source
        = {claim->article_id, claim->article, g_array_new (FALSE, FALSE, sizeof (guint))};

      index = GUINT_TO_POINTER (plan->sources->len);
      g_hash_table_insert (known, (gpointer)&claim->article_id, index);
      g_array_append_val (plan->sources, source);
    }
  GArray *entries
    = g_array_index (plan->sources, OutlayReportSource, GPOINTER_TO_UINT (index)).entries;
  if (entries->len == 0 || g_array_index (entries, guint, entries->len - 1) != entry)
    g_array_append_val (entries, entry);
}

/* Sources by name, those without one last; of a source the oldest article first. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const OutlayReportSource *first = a;
  const OutlayReportSource *second = b;
  const char *first_name = first->article->source;
  const char *second_name = second->article->source;
  int order = 0;

  if (first_name != NULL && second_name != NULL)
    {
      g_autofree char *first_key = g_utf8_casefold (first_name, -1);
      g_autofree char *second_key = g_utf8_casefold (second_name, -1);

      order = strcmp (first_key, second_key);
      order = order != 0 ? order : strcmp (first_name, second_name);
    }
  else if (first_name != second_name)
    order = first_name != NULL ? -1 : 1;
  if (order == 0)
    order = outlay_date_compare (first->article->published, second->article->published);
  if (order == 0)
    order = g_strcmp0 (first->article->title, second->article->title);
  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static void
list_sources (OutlayReportPlan *plan)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const OutlayDealRecord *deal = outlay_report_plan_get_deal (plan, i);

      for (guint j = 0; j < deal->claims->len; j++)
        add_source (plan, known, i, outlay_deal_record_get_claim (deal, j));
    }
  g_array_sort (plan->sources, compare_sources);
  for (guint i = 0; i < plan->sources->len; i++)
    g_hash_table_insert (plan->source_numbers,
                         &g_array_index (plan->sources, OutlayReportSource, i).id,
                         GUINT_TO_POINTER (i + 1));
}

/**
 * outlay_report_plan_new:
 * @deals: (transfer none) (element-type OutlayDealRecord): what is printed, in the order shown
 *
 * Returns: (transfer full): what is printed where.
 */
OutlayReportPlan *
outlay_report_plan_new (GPtrArray *deals, const OutlayReportOptions *options)
{
  OutlayReportPlan *plan = g_new0 (OutlayReportPlan, 1);

  plan->deals = g_ptr_array_ref (deals);
  plan->entries = g_array_new (FALSE, FALSE, sizeof (OutlayReportEntry));
  plan->groups = g_array_new (FALSE, FALSE, sizeof (OutlayReportGroupOfDeals));
  g_array_set_clear_func (plan->groups, clear_group);
  plan->largest = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->sources = g_array_new (FALSE, FALSE, sizeof (OutlayReportSource));
  g_array_set_clear_func (plan->sources, clear_source);
  plan->source_numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  plan->deal_numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  outlay_report_totals_init (&plan->totals);
  gather (plan, options);
  find_largest (plan);
  list_sources (plan);
  return plan;
}

/** outlay_report_plan_free: gives back what @plan holds. */
void
outlay_report_plan_free (OutlayReportPlan *plan)
{
  g_clear_pointer (&plan->source_numbers, g_hash_table_unref);
  g_clear_pointer (&plan->deal_numbers, g_hash_table_unref);
  g_clear_pointer (&plan->sources, g_array_unref);
  g_clear_pointer (&plan->largest, g_array_unref);
  g_clear_pointer (&plan->groups, g_array_unref);
  g_clear_pointer (&plan->entries, g_array_unref);
  outlay_report_totals_clear (&plan->totals);
  g_ptr_array_unref (plan->deals);
  g_free (plan);
}

/** outlay_report_plan_get_entry: (transfer none): the entry at @index. */
const OutlayReportEntry *
outlay_report_plan_get_entry (const OutlayReportPlan *plan, guint index)
{
  return &g_array_index (plan->entries, OutlayReportEntry, index);
}

/** outlay_report_plan_get_group: (transfer none): the group at @index. */
const OutlayReportGroupOfDeals *
outlay_report_plan_get_group (const OutlayReportPlan *plan, guint index)
{
  return &g_array_index (plan->groups, OutlayReportGroupOfDeals, index);
}

/** outlay_report_plan_get_source: (transfer none): the article at @index. */
const OutlayReportSource *
outlay_report_plan_get_source (const OutlayReportPlan *plan, guint index)
{
  return &g_array_index (plan->sources, OutlayReportSource, index);
}

/** outlay_report_plan_get_deal: (transfer none): the deal of @entry. */
const OutlayDealRecord *
outlay_report_plan_get_deal (const OutlayReportPlan *plan, guint entry)
{
  return g_ptr_array_index (plan->deals, outlay_report_plan_get_entry (plan, entry)->deal);
}

/** outlay_report_plan_get_source_number: returns the article's number, from 1; 0 for none. */
guint
outlay_report_plan_get_source_number (const OutlayReportPlan *plan, gint64 article_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (plan->source_numbers, &article_id));
}

/** outlay_report_plan_get_number: returns the deal's number, from 1; 0 where it is not printed. */
guint
outlay_report_plan_get_number (const OutlayReportPlan *plan, gint64 deal_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (plan->deal_numbers, &deal_id));
}
