/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-timeline-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "base/sums/outlay-sum.h"

/* Farther back than this from the latest deal bars would be too thin to read. */
#define MOST_YEARS 10

/* One deal in so many may lie before the first bar, so that a few old ones don't squeeze the rest.
 */
#define EARLY_SHARE 25

/* More lanes than this are no picture any more. */
#define MOST_LANES 100

static void
clear_column (gpointer data)
{
  g_clear_pointer (&((OutlayTimelineColumn *)data)->deals, g_array_unref);
}

/* The quarter of a date, or the half or year that it is if no quarter is told. */
static OutlayDate
get_column_date (OutlayDate date)
{
  if (date.unit >= OUTLAY_DATE_MONTH)
    return outlay_date_quarter (date.year, (date.part + 2u) / 3);
  return date;
}

/* Where a column stands among the seven that a year may have: halves behind their quarters. */
static guint
get_place (OutlayDate date)
{
  switch (date.unit)
    {
    case OUTLAY_DATE_QUARTER:
      return date.year * 7u + date.part - 1 + (date.part > 2);
    case OUTLAY_DATE_HALF:
      return date.year * 7u + (date.part == 1 ? 2 : 5);
    default:
      return date.year * 7u + 6;
    }
}

static OutlayDate
get_date_at (guint place)
{
  static const guint quarters[] = {1, 2, 0, 3, 4};
  guint year = place / 7;
  guint part = place % 7;

  if (part == 6)
    return outlay_date_year (year);
  if (part == 2 || part == 5)
    return outlay_date_half (year, part == 2 ? 1 : 2);
  return outlay_date_quarter (year, quarters[part]);
}

typedef struct
{
  const char *name;
  gint64 worth;
} Party;

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  const Party *first = a;
  const Party *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* The parties that commit most, by what they commit; without those that commit to nothing that
 * counts. */
static GArray *
rank_parties (const OutlayTimelineFacts *facts)
{
  GArray *parties = g_array_new (FALSE, TRUE, sizeof (Party));

  g_array_set_size (parties, facts->names->len);
  for (guint i = 0; i < facts->deals->len; i++)
    {
      const OutlayTimelineFact *deal = outlay_timeline_facts_get (facts, i);

      for (guint j = 0; deal->counts && j < deal->n_investors; j++)
        {
          guint name = outlay_timeline_facts_get_investor (facts, deal, j);
          Party *party = &g_array_index (parties, Party, name);

          party->name = facts->names->pdata[name];
          party->worth = outlay_add_saturated (party->worth, deal->figures[OUTLAY_TIMELINE_MONEY]
                                                               / deal->n_investors);
        }
    }
  for (guint i = parties->len; i > 0; i--)
    {
      if (g_array_index (parties, Party, i - 1).name == NULL)
        g_array_remove_index_fast (parties, i - 1);
    }
  g_array_sort (parties, compare_parties);
  return parties;
}

static void
name_series (OutlayTimeline *timeline, const OutlayTimelineFacts *facts, OutlayTimelineSeries by)
{
  g_autoptr (GArray) parties = by == OUTLAY_TIMELINE_BY_PARTY ? rank_parties (facts) : NULL;

  timeline->rest = OUTLAY_CHART_N_SERIES;
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      if (parties == NULL)
        timeline->names[i] = g_strdup (outlay_format_kind (outlay_chart_get_kind (i)));
      else if (i < MIN (parties->len, OUTLAY_CHART_N_SERIES - 1))
        timeline->names[i] = g_strdup (g_array_index (parties, Party, i).name);
    }
  if (parties == NULL)
    return;
  timeline->rest = OUTLAY_CHART_N_SERIES - 1;
  timeline->names[timeline->rest] = g_strdup (C_ ("chart", "All others"));
}

static guint
find_series (const OutlayTimeline *timeline, const char *party)
{
  for (guint i = 0; i < timeline->rest; i++)
    {
      if (g_strcmp0 (timeline->names[i], party) == 0)
        return i;
    }
  return timeline->rest;
}

/* Of each party the series that it is in; by kinds there is none of a party. */
static guint *
list_series (const OutlayTimeline *timeline, const OutlayTimelineFacts *facts)
{
  guint *series = g_new (guint, facts->names->len + 1);

  for (guint i = 0; i < facts->names->len; i++)
    series[i] = find_series (timeline, facts->names->pdata[i]);
  return series;
}

/* What the columns and lanes are made from. */
typedef struct
{
  OutlayTimeline *timeline;
  const OutlayTimelineFacts *facts;
  const guint *series;
} Making;

/* Adds what a deal comes to: whole to its kind, or in even shares to its investors. */
static void
add_figure (const Making *making, const OutlayTimelineFact *deal, gint64 figure, gint64 *parts)
{
  guint rest = making->timeline->rest;

  if (rest == OUTLAY_CHART_N_SERIES || deal->n_investors == 0)
    {
      guint place = rest == OUTLAY_CHART_N_SERIES ? outlay_chart_place_kind (deal->kind) : rest;

      parts[place] = outlay_add_saturated (parts[place], figure);
      return;
    }
  for (guint i = 0; i < deal->n_investors; i++)
    {
      guint place = making->series[outlay_timeline_facts_get_investor (making->facts, deal, i)];
      /* Shared anew each time, so that the parts make the whole. */
      gint64 share = figure / (deal->n_investors - i);

      figure -= share;
      parts[place] = outlay_add_saturated (parts[place], share);
    }
}

static void
add_to_column (const Making *making, guint index, OutlayTimelineColumn *column)
{
  const OutlayTimelineFact *deal = outlay_timeline_facts_get (making->facts, index);
  gboolean any = FALSE;

  for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
    {
      gint64 figure = deal->figures[measure];

      any = any || figure > 0;
      add_figure (making, deal, figure, column->parts[measure]);
      add_figure (making, deal, figure, making->timeline->sums[measure]);
      column->totals[measure] = outlay_add_saturated (column->totals[measure], figure);
    }
  if (!any)
    making->timeline->n_unstated++;
  g_array_append_val (column->deals, index);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

/* From the year that all but a few deals are in, or after, to the latest of all. */
static void
find_span (const OutlayTimelineFacts *facts, guint *first, guint *last)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < facts->deals->len; i++)
    {
      const OutlayTimelineFact *deal = outlay_timeline_facts_get (facts, i);

      if (!outlay_date_is_valid (deal->announced) || !deal->counts)
        continue;
      guint place = get_place (get_column_date (deal->announced));
      g_array_append_val (places, place);
    }
  if (places->len == 0)
    return;
  g_array_sort (places, compare_places);
  *last = g_array_index (places, guint, places->len - 1);
  *first = g_array_index (places, guint, 0);
  /* A year is shown whole, or not at all. */
  if (*first / 7 < *last / 7)
    *first = MAX (g_array_index (places, guint, places->len / EARLY_SHARE) / 7,
                  *last / 7 >= MOST_YEARS ? *last / 7 - MOST_YEARS + 1 : 0)
             * 7;
}

/* Halves and years have a column only where deals tell no more; of quarters none is left out. */
static void
add_columns (OutlayTimeline *timeline, guint first, guint last, GHashTable *places)
{
  for (guint place = first; place <= last && first != G_MAXUINT; place++)
    {
      OutlayTimelineColumn column = {.date = get_date_at (place)};

      if (column.date.unit != OUTLAY_DATE_QUARTER
          && !g_hash_table_contains (places, GUINT_TO_POINTER (place)))
        continue;
      column.deals = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (places, GUINT_TO_POINTER (place),
                           GUINT_TO_POINTER (timeline->columns->len));
      g_array_append_val (timeline->columns, column);
    }
}

static void
fill_columns (const Making *making)
{
  OutlayTimeline *timeline = making->timeline;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n_deals = making->facts->deals->len;
  guint first, last;

  find_span (making->facts, &first, &last);
  for (guint i = 0; i < n_deals; i++)
    {
      const OutlayTimelineFact *deal = outlay_timeline_facts_get (making->facts, i);

      if (outlay_date_is_valid (deal->announced) && deal->counts)
        g_hash_table_add (places, GUINT_TO_POINTER (get_place (get_column_date (deal->announced))));
    }
  add_columns (timeline, first, last, places);
  for (guint i = 0; i < n_deals; i++)
    {
      const OutlayTimelineFact *deal = outlay_timeline_facts_get (making->facts, i);
      guint place;

      if (!deal->counts)
        timeline->n_uncounted++;
      else if (!outlay_date_is_valid (deal->announced))
        timeline->n_undated++;
      else if ((place = get_place (get_column_date (deal->announced))) < first)
        timeline->n_early++;
      else
        add_to_column (making, i,
                       &g_array_index (timeline->columns, OutlayTimelineColumn,
                                       GPOINTER_TO_UINT (
                                         g_hash_table_lookup (places, GUINT_TO_POINTER (place)))));
    }
}

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlayTimelineFacts *facts = data;
  const OutlayTimelineFact *first
    = outlay_timeline_facts_get (facts, ((const OutlayTimelineLane *)a)->deal);
  const OutlayTimelineFact *second
    = outlay_timeline_facts_get (facts, ((const OutlayTimelineLane *)b)->deal);
  gint64 first_worth = first->figures[OUTLAY_TIMELINE_MONEY];
  gint64 second_worth = second->figures[OUTLAY_TIMELINE_MONEY];

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static guint
find_lane_series (const Making *making, const OutlayTimelineFact *deal)
{
  if (making->timeline->rest == OUTLAY_CHART_N_SERIES)
    return outlay_chart_place_kind (deal->kind);
  if (deal->n_investors == 0)
    return making->timeline->rest;
  return making->series[outlay_timeline_facts_get_investor (making->facts, deal, 0)];
}

static void
add_lanes (const Making *making)
{
  OutlayTimeline *timeline = making->timeline;

  for (guint i = 0; i < making->facts->deals->len; i++)
    {
      const OutlayTimelineFact *deal = outlay_timeline_facts_get (making->facts, i);
      OutlayTimelineLane lane = {.deal = i};

      if (!outlay_date_is_valid (deal->start) && !outlay_date_is_valid (deal->end))
        continue;
      lane.series = find_lane_series (making, deal);
      lane.announced = deal->announced;
      lane.start = deal->start;
      lane.end = deal->end;
      g_array_append_val (timeline->lanes, lane);
    }
  g_array_sort_with_data (timeline->lanes, compare_lanes, (gpointer)making->facts);
  if (timeline->lanes->len > MOST_LANES)
    {
      timeline->n_lanes_left_out = timeline->lanes->len - MOST_LANES;
      g_array_set_size (timeline->lanes, MOST_LANES);
    }
}

/**
 * outlay_timeline_new:
 * @deals: the deals; their order does not matter
 * @series: what the bars are made up of
 * @currency: ISO 4217 code of what the bars of money are in, at the rates of the deals' time
 *
 * Returns: (transfer full): when money and power were committed, and from when to when. A pure
 *   function, for any thread.
 */
OutlayTimeline *
outlay_timeline_new (const OutlayDealLookup *deals,
                     OutlayTimelineSeries series,
                     const char *currency)
{
  OutlayTimeline *timeline = g_new0 (OutlayTimeline, 1);
  g_autoptr (OutlayTimelineFacts) facts = outlay_timeline_facts_new (deals, currency);
  g_autofree guint *places = NULL;

  g_strlcpy (timeline->currency, currency, sizeof timeline->currency);
  timeline->columns = g_array_new (FALSE, TRUE, sizeof (OutlayTimelineColumn));
  g_array_set_clear_func (timeline->columns, clear_column);
  timeline->lanes = g_array_new (FALSE, TRUE, sizeof (OutlayTimelineLane));
  name_series (timeline, facts, series);
  places = list_series (timeline, facts);
  const Making making = {timeline, facts, places};
  fill_columns (&making);
  add_lanes (&making);
  return timeline;
}

/**
 * outlay_timeline_keep_deals:
 * @deals: what @timeline was made of
 *
 * Returns: (transfer full) (element-type OutlayDealRecord): those that its lanes tell of, which
 *   they find there from now on; all others, which may be very many, are needed no more.
 */
GPtrArray *
outlay_timeline_keep_deals (OutlayTimeline *timeline, const OutlayDealLookup *deals)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      OutlayTimelineLane *lane = &g_array_index (timeline->lanes, OutlayTimelineLane, i);

      g_ptr_array_add (kept, outlay_deal_lookup_dup (deals, lane->deal));
      lane->deal = i;
    }
  return kept;
}

/** outlay_timeline_free: gives back what @timeline holds. */
void
outlay_timeline_free (OutlayTimeline *timeline)
{
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    g_free (timeline->names[i]);
  g_array_unref (timeline->columns);
  g_array_unref (timeline->lanes);
  g_free (timeline);
}

/** outlay_timeline_get_column: (transfer none): the column at @index. */
const OutlayTimelineColumn *
outlay_timeline_get_column (const OutlayTimeline *timeline, guint index)
{
  g_return_val_if_fail (index < timeline->columns->len, NULL);

  return &g_array_index (timeline->columns, OutlayTimelineColumn, index);
}

/** outlay_timeline_get_lane: (transfer none): the lane at @index. */
const OutlayTimelineLane *
outlay_timeline_get_lane (const OutlayTimeline *timeline, guint index)
{
  g_return_val_if_fail (index < timeline->lanes->len, NULL);

  return &g_array_index (timeline->lanes, OutlayTimelineLane, index);
}

/**
 * outlay_timeline_dup_figure:
 *
 * Returns: (transfer full): a figure of the bars in words: "$558 bn", "11 GW".
 */
char *
outlay_timeline_dup_figure (const OutlayTimeline *timeline,
                            OutlayTimelineMeasure measure,
                            gint64 figure)
{
  return measure == OUTLAY_TIMELINE_MONEY ? outlay_format_sum_compact (timeline->currency, figure)
                                          : outlay_format_power_compact (figure);
}

static void
append_count (GString *text, const char *pattern, guint count)
{
  g_autofree char *number = NULL;
  g_autofree char *part = NULL;

  if (count == 0)
    return;
  number = outlay_format_count (count);
  part = outlay_format_fill (pattern, "count", number, NULL);
  g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", ", ") : "", part);
}

static void
append_early (GString *text, const OutlayTimeline *timeline)
{
  g_autofree char *count = outlay_format_count (timeline->n_early);
  g_autofree char *year = NULL;
  g_autofree char *part = NULL;

  if (timeline->n_early == 0)
    return;
  year = g_strdup_printf ("%u", outlay_timeline_get_column (timeline, 0)->date.year);
  part = outlay_format_fill (C_ ("timeline", "{count} before {year}"), "count", count, "year", year,
                             NULL);
  g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", ", ") : "", part);
}

/**
 * outlay_timeline_dup_left_out:
 *
 * Returns: (transfer full) (nullable): which deals the bars don't show; %NULL where they show all.
 */
char *
outlay_timeline_dup_left_out (const OutlayTimeline *timeline)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, C_ ("timeline", "{count} without a date"), timeline->n_undated);
  append_count (text, C_ ("timeline", "{count} without amount or capacity"), timeline->n_unstated);
  append_early (text, timeline);
  append_count (text, C_ ("timeline", "{count} cancelled or part of another"),
                timeline->n_uncounted);
  if (text->len == 0)
    return NULL;
  return outlay_format_fill (C_ ("timeline", "Not in the bars: {counts}."), "counts", text->str,
                             NULL);
}
