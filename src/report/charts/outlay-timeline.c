/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-timeline.h"

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

static gint64
get_figure (const OutlayTimeline *timeline,
            const OutlayDealRecord *deal,
            OutlayTimelineMeasure measure)
{
  gint64 worth;

  if (measure == OUTLAY_TIMELINE_POWER)
    return deal->fields.capacity.kilowatts;
  return outlay_deal_record_convert_total (deal, timeline->currency, &worth, NULL) ? worth : 0;
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
  char *name;
  gint64 worth;
} Party;

static void
clear_party (gpointer data)
{
  g_free (((Party *)data)->name);
}

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  const Party *first = a;
  const Party *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  return strcmp (first->name, second->name);
}

static void
add_investors (const OutlayTimeline *timeline, GHashTable *known, const OutlayDealRecord *deal)
{
  guint count = outlay_fields_count_role (&deal->fields, OUTLAY_ROLE_INVESTOR);

  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (&deal->fields, i);
      gint64 *worth;

      if (party->role != OUTLAY_ROLE_INVESTOR)
        continue;
      worth = g_hash_table_lookup (known, party->name);
      if (worth == NULL)
        {
          worth = g_new0 (gint64, 1);
          g_hash_table_insert (known, party->name, worth);
        }
      *worth
        = outlay_add_saturated (*worth, get_figure (timeline, deal, OUTLAY_TIMELINE_MONEY) / count);
    }
}

/* The parties that commit most, by what they commit. */
static GArray *
rank_parties (const OutlayTimeline *timeline, const GPtrArray *deals)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (Party));
  GHashTableIter iter;
  gpointer name, worth;

  g_array_set_clear_func (parties, clear_party);
  for (guint i = 0; i < deals->len; i++)
    {
      if (outlay_deal_record_counts (deals->pdata[i]))
        add_investors (timeline, known, deals->pdata[i]);
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &name, &worth))
    {
      Party party = {g_strdup (name), *(gint64 *)worth};

      g_array_append_val (parties, party);
    }
  g_array_sort (parties, compare_parties);
  return parties;
}

static void
name_series (OutlayTimeline *timeline, const GPtrArray *deals, OutlayTimelineSeries by)
{
  g_autoptr (GArray) parties
    = by == OUTLAY_TIMELINE_BY_PARTY ? rank_parties (timeline, deals) : NULL;

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

/* Adds what a deal comes to: whole to its kind, or in even shares to its investors. */
static void
add_figure (OutlayTimeline *timeline, const OutlayDealRecord *deal, gint64 figure, gint64 *parts)
{
  guint n_investors = outlay_fields_count_role (&deal->fields, OUTLAY_ROLE_INVESTOR);

  if (timeline->rest == OUTLAY_CHART_N_SERIES || n_investors == 0)
    {
      guint place = timeline->rest == OUTLAY_CHART_N_SERIES
                      ? outlay_chart_place_kind (deal->fields.kind)
                      : timeline->rest;

      parts[place] = outlay_add_saturated (parts[place], figure);
      return;
    }
  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (&deal->fields, i);

      if (party->role != OUTLAY_ROLE_INVESTOR)
        continue;
      guint place = find_series (timeline, party->name);
      gint64 share = figure / n_investors;
      /* Shared anew each time, so that the parts make the whole. */
      n_investors--;
      figure -= share;
      parts[place] = outlay_add_saturated (parts[place], share);
    }
}

static void
add_to_column (OutlayTimeline *timeline,
               const OutlayDealRecord *deal,
               guint index,
               OutlayTimelineColumn *column)
{
  gboolean any = FALSE;

  for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
    {
      gint64 figure = get_figure (timeline, deal, (OutlayTimelineMeasure)measure);

      any = any || figure > 0;
      add_figure (timeline, deal, figure, column->parts[measure]);
      add_figure (timeline, deal, figure, timeline->sums[measure]);
      column->totals[measure] = outlay_add_saturated (column->totals[measure], figure);
    }
  if (!any)
    timeline->n_unstated++;
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
find_span (const GPtrArray *deals, guint *first, guint *last)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = deals->pdata[i];

      if (!outlay_date_is_valid (deal->fields.announced) || !outlay_deal_record_counts (deal))
        continue;
      guint place = get_place (get_column_date (deal->fields.announced));
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
fill_columns (OutlayTimeline *timeline, const GPtrArray *deals)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint first, last;

  find_span (deals, &first, &last);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = deals->pdata[i];

      if (outlay_date_is_valid (deal->fields.announced) && outlay_deal_record_counts (deal))
        g_hash_table_add (places,
                          GUINT_TO_POINTER (get_place (get_column_date (deal->fields.announced))));
    }
  add_columns (timeline, first, last, places);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = deals->pdata[i];
      guint place;

      if (!outlay_deal_record_counts (deal))
        timeline->n_uncounted++;
      else if (!outlay_date_is_valid (deal->fields.announced))
        timeline->n_undated++;
      else if ((place = get_place (get_column_date (deal->fields.announced))) < first)
        timeline->n_early++;
      else
        add_to_column (timeline, deal, i,
                       &g_array_index (timeline->columns, OutlayTimelineColumn,
                                       GPOINTER_TO_UINT (
                                         g_hash_table_lookup (places, GUINT_TO_POINTER (place)))));
    }
}

typedef struct
{
  const OutlayTimeline *timeline;
  const GPtrArray *deals;
} Lanes;

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Lanes *lanes = data;
  const OutlayDealRecord *first = lanes->deals->pdata[((const OutlayTimelineLane *)a)->deal];
  const OutlayDealRecord *second = lanes->deals->pdata[((const OutlayTimelineLane *)b)->deal];
  gint64 first_worth = get_figure (lanes->timeline, first, OUTLAY_TIMELINE_MONEY);
  gint64 second_worth = get_figure (lanes->timeline, second, OUTLAY_TIMELINE_MONEY);

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static guint
find_lane_series (const OutlayTimeline *timeline, const OutlayDealRecord *deal)
{
  if (timeline->rest == OUTLAY_CHART_N_SERIES)
    return outlay_chart_place_kind (deal->fields.kind);
  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (&deal->fields, i);

      if (party->role == OUTLAY_ROLE_INVESTOR)
        return find_series (timeline, party->name);
    }
  return timeline->rest;
}

static void
add_lanes (OutlayTimeline *timeline, const GPtrArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = deals->pdata[i];
      OutlayTimelineLane lane = {.deal = i};

      if (!outlay_date_is_valid (deal->fields.start) && !outlay_date_is_valid (deal->fields.end))
        continue;
      lane.series = find_lane_series (timeline, deal);
      lane.announced = deal->fields.announced;
      lane.start = deal->fields.start;
      lane.end = deal->fields.end;
      g_array_append_val (timeline->lanes, lane);
    }
  g_array_sort_with_data (timeline->lanes, compare_lanes, &(Lanes){timeline, deals});
  if (timeline->lanes->len > MOST_LANES)
    {
      timeline->n_lanes_left_out = timeline->lanes->len - MOST_LANES;
      g_array_set_size (timeline->lanes, MOST_LANES);
    }
}

/**
 * outlay_timeline_new:
 * @deals: (element-type OutlayDealRecord): the deals; their order does not matter
 * @series: what the bars are made up of
 * @currency: ISO 4217 code of what the bars of money are in, at the rates of the deals' time
 *
 * Returns: (transfer full): when money and power were committed, and from when to when. A pure
 *   function, for any thread.
 */
OutlayTimeline *
outlay_timeline_new (const GPtrArray *deals, OutlayTimelineSeries series, const char *currency)
{
  OutlayTimeline *timeline = g_new0 (OutlayTimeline, 1);

  g_strlcpy (timeline->currency, currency, sizeof timeline->currency);
  timeline->columns = g_array_new (FALSE, TRUE, sizeof (OutlayTimelineColumn));
  g_array_set_clear_func (timeline->columns, clear_column);
  timeline->lanes = g_array_new (FALSE, TRUE, sizeof (OutlayTimelineLane));
  name_series (timeline, deals, series);
  fill_columns (timeline, deals);
  add_lanes (timeline, deals);
  return timeline;
}

/**
 * outlay_timeline_keep_deals:
 * @deals: (element-type OutlayDealRecord): what @timeline was made of
 *
 * Returns: (transfer full) (element-type OutlayDealRecord): those that its lanes tell of, which
 *   they find there from now on; all others, which may be very many, are needed no more.
 */
GPtrArray *
outlay_timeline_keep_deals (OutlayTimeline *timeline, const GPtrArray *deals)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      OutlayTimelineLane *lane = &g_array_index (timeline->lanes, OutlayTimelineLane, i);

      g_ptr_array_add (kept, outlay_deal_record_ref (deals->pdata[lane->deal]));
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
  number = g_strdup_printf ("%u", count);
  part = outlay_format_fill (pattern, "count", number, NULL);
  g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", ", ") : "", part);
}

static void
append_early (GString *text, const OutlayTimeline *timeline)
{
  g_autofree char *count = g_strdup_printf ("%u", timeline->n_early);
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
