/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds come to, and beside it the chart over time. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-overview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "report/layout/outlay-report-title.h"

/* From this width on the two stand side by side. */
#define SIDE_BY_SIDE 400.0

#define GUTTER       20.0
#define ROW_PADDING  3.6
#define SWATCH       6.0
#define SWATCH_SPACE 11.0
#define CHART_HEIGHT 150.0

#define MOST_CURRENCIES 2

typedef struct
{
  OutlayKind kind;
  gint64 worth;
  OutlayReportTotals totals;
} Kind;

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = a;
  const Kind *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  if (first->totals.n_deals != second->totals.n_deals)
    return first->totals.n_deals > second->totals.n_deals ? -1 : 1;
  return first->kind < second->kind ? -1 : 1;
}

static gint64
sum_worth (const GArray *sums)
{
  gint64 worth = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);

      worth = outlay_add_saturated (
        worth, MAX (outlay_rates_get_rough_worth (sum->currency, sum->hundredths), 0));
    }
  return worth;
}

static void
count_kinds (const OutlayReportFrame *frame, Kind *kinds)
{
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      kinds[i].kind = i;
      outlay_report_totals_init (&kinds[i].totals);
    }
  for (guint i = 0; i < frame->plan->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (frame->plan->deals, i);

      outlay_report_totals_add (&kinds[deal->fields.kind].totals, deal, &frame->options);
    }
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      outlay_report_totals_end (&kinds[i].totals);
      kinds[i].worth = sum_worth (kinds[i].totals.money);
    }
  qsort (kinds, OUTLAY_N_KINDS, sizeof *kinds, compare_kinds);
}

/* The edges of the columns, as shares of the width: kind, deals, money, power. */
static const double edges[] = {0, 0.30, 0.46, 0.80, 1};

static double
add_cell (const OutlaySheet *sheet,
          OutlayBlock *block,
          OutlayTextStyle style,
          const char *text,
          guint column,
          double width,
          double y)
{
  double indent = column == 0 && style != OUTLAY_TEXT_TABLE_HEAD ? SWATCH_SPACE : 0;
  double left = edges[column] * width + indent;
  PangoLayout *layout
    = outlay_sheet_new_text (sheet, style, text, edges[column + 1] * width - left - 4);

  if (column > 0)
    {
      pango_layout_set_width (layout, (int)((edges[column + 1] * width - left) * PANGO_SCALE));
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }
  return outlay_block_add_text (block, style, layout, left, y);
}

static char *
dup_lines (const GArray *sums)
{
  g_autofree char *line = outlay_report_dup_sums (sums, TRUE, MOST_CURRENCIES);
  g_auto (GStrv) parts = g_strsplit (line, C_ ("list", ", "), -1);

  return *line != '\0' ? g_strjoinv ("\n", parts) : g_strdup ("–");
}

static double
add_row (const OutlaySheet *sheet,
         OutlayBlock *block,
         OutlayTextStyle style,
         const char *name,
         const OutlayReportTotals *totals,
         double width,
         double y)
{
  g_autofree char *count = g_strdup_printf ("%u", totals->n_deals);
  g_autofree char *money = dup_lines (totals->money);
  g_autofree char *power
    = totals->kilowatts > 0 ? outlay_format_power_compact (totals->kilowatts) : g_strdup ("–");
  const char *const texts[] = {name, count, money, power};
  double bottom = 0;

  y += ROW_PADDING;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double end = add_cell (sheet, block, texts[i] == money ? OUTLAY_TEXT_SUM : style, texts[i], i,
                             width, y);

      bottom = MAX (bottom, end);
    }
  return bottom + ROW_PADDING;
}

static double
add_head (const OutlaySheet *sheet, OutlayBlock *block, double width, double y)
{
  const char *const names[] = {C_ ("field", "Kind"), C_ ("report", "Deals"), C_ ("field", "Amount"),
                               C_ ("field", "Capacity")};
  double bottom = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double end = add_cell (sheet, block, OUTLAY_TEXT_TABLE_HEAD, names[i], i, width, y);

      bottom = MAX (bottom, end);
    }
  bottom += ROW_PADDING;
  outlay_block_add_rule (block, 0, bottom, width, bottom, 0.8, OUTLAY_INK_BLACK);
  return bottom;
}

static double
add_title (const OutlaySheet *sheet, OutlayBlock *block, const char *title, double x, double width)
{
  return outlay_block_add_text (block, OUTLAY_TEXT_SECTION,
                                outlay_sheet_new_text (sheet, OUTLAY_TEXT_SECTION, title, width), x,
                                0)
         + 7;
}

static void
add_kinds (const OutlayReportFrame *frame, OutlayBlock *block, double width)
{
  const OutlaySheet *sheet = frame->sheet;
  Kind kinds[OUTLAY_N_KINDS] = {0};
  double y = add_title (sheet, block, C_ ("report", "By kind"), 0, width);

  outlay_block_add_dest (block, "kinds", 0, C_ ("report", "By kind"), 0);
  count_kinds (frame, kinds);
  y = add_head (sheet, block, width, y);
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      double top = y;

      if (kinds[i].totals.n_deals > 0)
        {
          y = add_row (sheet, block, OUTLAY_TEXT_CELL, outlay_format_kind (kinds[i].kind),
                       &kinds[i].totals, width, y);
          outlay_block_add_fill (block, 0, top + ROW_PADDING + 3 * sheet->scale, SWATCH, SWATCH,
                                 OUTLAY_INK_KIND + kinds[i].kind);
          outlay_block_add_rule (block, 0, y, width, y, 0.4, OUTLAY_INK_LINE);
        }
      outlay_report_totals_clear (&kinds[i].totals);
    }
  y = add_row (sheet, block, OUTLAY_TEXT_SUM, C_ ("report", "All"), &frame->plan->totals, width, y);
  if (!outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_NOTES)
      || frame->options.layout != OUTLAY_REPORT_BRIEF)
    return;
  g_autofree char *notes = outlay_report_dup_notes (frame);
  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, notes, width), 0,
                         y + 3);
}

static void
add_chart (const OutlayReportFrame *frame, OutlayBlock *block, double x, double width)
{
  outlay_block_add_dest (block, "chart", 0, C_ ("report", "Over time"), 0);
  outlay_report_chart_add (frame, block, x, width, CHART_HEIGHT * frame->sheet->scale);
}

/**
 * outlay_report_overview_build:
 *
 * Returns: (transfer full) (element-type OutlayBlock): the sums by kind, and over time.
 */
GPtrArray *
outlay_report_overview_build (const OutlayReportFrame *frame)
{
  GPtrArray *blocks = outlay_blocks_new ();
  double width = frame->sheet->width;
  gboolean kinds = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_KINDS);
  gboolean chart = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_CHART);
  gboolean beside = kinds && chart && width >= SIDE_BY_SIDE * frame->sheet->scale;
  double half = beside ? (width - GUTTER) / 2 : width;

  if (kinds)
    {
      OutlayBlock *block = outlay_block_new (20);

      add_kinds (frame, block, half);
      if (beside)
        add_chart (frame, block, half + GUTTER, half);
      block->whole = TRUE;
      g_ptr_array_add (blocks, block);
    }
  if (chart && !beside)
    {
      OutlayBlock *block = outlay_block_new (20);

      add_chart (frame, block, 0, width);
      block->whole = TRUE;
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}
