/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the timeline shows, in words, for those who don't see it. */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format.h"
#include "outlay-timeline-draw.h"

/**
 * outlay_timeline_dup_column_name:
 *
 * Returns: (transfer full): of when the column is: "Q1 2025"; of a half or year also that no
 *   article tells more.
 */
char *
outlay_timeline_dup_column_name (const OutlayTimelineColumn *column)
{
  g_autofree char *date = outlay_format_date (column->date);

  if (column->date.unit == OUTLAY_DATE_QUARTER)
    return g_steal_pointer (&date);
  return g_strdup_printf (C_ ("timeline", "%s, quarter not told"), date);
}

static void
append_parts (GString *words, const OutlayTimeline *timeline, const OutlayTimelineColumn *column)
{
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      g_autofree char *money = NULL;

      if (column->parts[OUTLAY_TIMELINE_MONEY][i] <= 0)
        continue;
      money = outlay_timeline_dup_figure (timeline, OUTLAY_TIMELINE_MONEY,
                                          column->parts[OUTLAY_TIMELINE_MONEY][i]);
      g_string_append_printf (words, "; %s %s", timeline->names[i], money);
    }
}

static void
append_column (GString *words, const OutlayTimeline *timeline, const OutlayTimelineColumn *column)
{
  g_autofree char *name = outlay_timeline_dup_column_name (column);
  guint count = column->deals->len;
  g_autofree char *deals
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", count), count);

  g_string_append_printf (words, "%s: %s", name, deals);
  for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
    {
      g_autofree char *figure = NULL;

      if (column->totals[measure] <= 0)
        continue;
      figure = outlay_timeline_dup_figure (timeline, (OutlayTimelineMeasure)measure,
                                           column->totals[measure]);
      g_string_append_printf (words, ", %s", figure);
    }
  append_parts (words, timeline, column);
  g_string_append_c (words, '\n');
}

static void
append_lane (GString *words, const OutlayTimelineLane *lane, const OutlayDealRecord *deal)
{
  g_autofree char *name = outlay_timeline_dup_lane (deal);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);
  g_autofree char *period = outlay_format_period (lane->start, lane->end);

  g_string_append_printf (words, "%s: %s, %s\n", name, amount, period);
}

/**
 * outlay_timeline_dup_words:
 * @deals: (element-type OutlayDealRecord): what the timeline was made of
 *
 * Returns: (transfer full): all that the timeline shows, a line a column and a lane.
 */
char *
outlay_timeline_dup_words (const OutlayTimeline *timeline, const GPtrArray *deals)
{
  GString *words = g_string_new (NULL);
  g_autofree char *left_out = outlay_timeline_dup_left_out (timeline);

  for (guint i = 0; i < timeline->columns->len; i++)
    append_column (words, timeline, outlay_timeline_get_column (timeline, i));
  if (left_out != NULL)
    g_string_append_printf (words, "%s\n", left_out);
  if (timeline->lanes->len > 0)
    g_string_append_printf (words, "\n%s\n", C_ ("chart", "From start to end"));
  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const OutlayTimelineLane *lane = outlay_timeline_get_lane (timeline, i);

      append_lane (words, lane, deals->pdata[lane->deal]);
    }
  return g_string_free (words, FALSE);
}
