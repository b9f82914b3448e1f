/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-histogram.h"

#include <math.h>
#include <string.h>

/* What a deal without the figure has in place of a bar. */
#define NO_BAR G_MAXUINT8

/* Smaller figures share the first bar. */
#define LEAST_AMOUNT   (G_GINT64_CONSTANT (1000000) * OUTLAY_MONEY_UNIT)
#define LEAST_CAPACITY G_GINT64_CONSTANT (1000)

/* Greater figures share the last bar. */
#define GREATEST (G_MAXINT64 / 100)

G_STATIC_ASSERT (OUTLAY_MOST_BARS < NO_BAR);

/**
 * outlay_histogram_share:
 *
 * Returns: how tall a bar of @count deals is drawn, against the tallest, which has @most: by square
 *   roots, so that a few deals are seen beside many.
 */
double
outlay_histogram_share (guint count, guint most)
{
  return sqrt ((double)count / MAX (most, 1));
}

/** outlay_histogram_clear: frees what @histogram holds; it has no bars then. */
void
outlay_histogram_clear (OutlayHistogram *histogram)
{
  g_free (histogram->bars);
  *histogram = (OutlayHistogram){0};
}

/**
 * outlay_histogram_copy:
 * @n_deals: how many deals @histogram was counted of
 *
 * Makes @copy, which has no bars yet, count what @histogram counts.
 */
void
outlay_histogram_copy (OutlayHistogram *copy, const OutlayHistogram *histogram, guint n_deals)
{
  *copy = *histogram;
  copy->bars = g_memdup2 (histogram->bars, n_deals + 1);
}

/* The figure of a deal; of amounts in hundredths of the unit of @currency. */
static gboolean
get_figure (const OutlayDealRow *deal, OutlayMeasure measure, const char *currency, gint64 *figure)
{
  switch (measure)
    {
    case OUTLAY_MEASURE_AMOUNT:
      return outlay_deal_row_convert (deal, currency, figure);
    case OUTLAY_MEASURE_CAPACITY:
      *figure = deal->kilowatts;
      return deal->kilowatts > 0;
    default:
      *figure = deal->day;
      return deal->day > 0;
    }
}

static gint64
step_up (gint64 edge)
{
  gint64 power = 1;

  while (edge / power >= 10)
    power *= 10;
  return edge / power == 2 ? 5 * power : edge * 2;
}

static gint64
get_next_quarter (gint64 edge)
{
  GDate day;

  g_date_set_julian (&day, (guint32)edge);
  g_date_add_months (&day, 3);
  return g_date_get_julian (&day);
}

static gint64
get_first_quarter (gint64 figure)
{
  GDate day;

  g_date_set_julian (&day, (guint32)figure);
  g_date_set_day (&day, 1);
  g_date_set_month (&day, (GDateMonth)((g_date_get_month (&day) - 1) / 3 * 3 + 1));
  return g_date_get_julian (&day);
}

static void
set_edges (OutlayHistogram *histogram, OutlayMeasure measure, gint64 least, gint64 most)
{
  gint64 edge = measure == OUTLAY_MEASURE_AMOUNT     ? LEAST_AMOUNT
                : measure == OUTLAY_MEASURE_CAPACITY ? LEAST_CAPACITY
                                                     : get_first_quarter (least);

  histogram->edges[0] = edge;
  while (histogram->n_bars < OUTLAY_MOST_BARS && edge < GREATEST
         && (histogram->n_bars == 0 || edge <= most))
    {
      gint64 next = measure == OUTLAY_MEASURE_DATE ? get_next_quarter (edge) : step_up (edge);

      /* The first bar begins where the first figure lies. */
      if (histogram->n_bars == 0 && next <= least)
        histogram->edges[0] = next;
      else
        histogram->edges[++histogram->n_bars] = next;
      edge = next;
    }
  if (histogram->n_bars == 0)
    histogram->edges[++histogram->n_bars] = G_MAXINT64;
}

static gboolean
find_extent (const OutlayDealIndex *index,
             OutlayMeasure measure,
             const char *currency,
             gint64 *least,
             gint64 *most)
{
  gint64 figure;

  *least = G_MAXINT64;
  *most = G_MININT64;
  for (guint row = 0; row < outlay_deal_index_get_n_deals (index); row++)
    {
      if (!get_figure (outlay_deal_index_get_row (index, row), measure, currency, &figure))
        continue;
      *least = MIN (*least, figure);
      *most = MAX (*most, figure);
    }
  return *least <= *most;
}

static guint8
find_bar (const gint64 *edges, guint n_bars, gint64 figure)
{
  guint low = 0;
  guint high = n_bars - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (edges[middle] <= figure)
        low = middle;
      else
        high = middle - 1;
    }
  return (guint8)low;
}

/**
 * outlay_histogram_count_all:
 * @currency: ISO 4217 code of what amounts are told in
 *
 * Counts all deals of @index under no filter.
 */
void
outlay_histogram_count_all (OutlayHistogram *histogram,
                            OutlayMeasure measure,
                            const OutlayDealIndex *index,
                            const char *currency)
{
  guint count = outlay_deal_index_get_n_deals (index);
  gint64 least, most, figure;

  outlay_histogram_clear (histogram);
  if (find_extent (index, measure, currency, &least, &most))
    set_edges (histogram, measure, least, most);
  histogram->bars = g_malloc (count + 1);
  for (guint row = 0; row < count; row++)
    {
      histogram->bars[row] = NO_BAR;
      if (!get_figure (outlay_deal_index_get_row (index, row), measure, currency, &figure))
        continue;
      histogram->bars[row] = find_bar (histogram->edges, histogram->n_bars, figure);
      histogram->all[histogram->bars[row]]++;
    }
}

/**
 * outlay_histogram_count_live:
 * @misses: what the sieve says that each deal misses
 * @own: the bit of this measure, which alone may keep a deal away
 */
void
outlay_histogram_count_live (OutlayHistogram *histogram,
                             const guint *misses,
                             guint own,
                             guint n_deals)
{
  memset (histogram->live, 0, sizeof histogram->live);
  histogram->n_unstated = 0;
  for (guint row = 0; row < n_deals; row++)
    {
      if ((misses[row] & ~own) != 0)
        continue;
      if (histogram->bars[row] == NO_BAR)
        histogram->n_unstated++;
      else
        histogram->live[histogram->bars[row]]++;
    }
}
