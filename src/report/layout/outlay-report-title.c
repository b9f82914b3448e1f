/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the first page: what is shown, and what it comes to. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-title.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/layout/outlay-report-money.h"

#define N_BOXES         3
#define MOST_CURRENCIES 4
#define BOX_PADDING     10.0

typedef struct
{
  char *figure;
  char *words;
} Box;

static OutlayBlock *
build_heading (const OutlaySheet *sheet, const char *title, const char *subtitle, gboolean ruled)
{
  OutlayBlock *block = outlay_block_new (0);
  double y = outlay_block_add_text (
    block, OUTLAY_TEXT_TITLE, outlay_sheet_new_text (sheet, OUTLAY_TEXT_TITLE, title, sheet->width),
    0, 0);

  if (subtitle != NULL && *subtitle != '\0')
    outlay_block_add_text (
      block, OUTLAY_TEXT_SUBTITLE,
      outlay_sheet_new_text (sheet, OUTLAY_TEXT_SUBTITLE, subtitle, sheet->width), 0, y + 3);
  if (ruled)
    outlay_block_add_rule (block, 0, block->height + 12, sheet->width, block->height + 12, 1.2,
                           OUTLAY_INK_BLACK);
  block->keep = TRUE;
  return block;
}

/* What other currencies add, and what the figure is without what may never be paid. */
static char *
describe_rest (const OutlayReportTotals *totals)
{
  const OutlaySum *first = &g_array_index (totals->money, OutlaySum, 0);
  GString *words = g_string_new (NULL);
  g_autofree char *firm = outlay_format_sum_compact (first->currency, totals->firm);
  g_autofree char *deals = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "committed in %u deal that states an amount",
                 "committed in %u deals that state an amount", totals->n_with_money),
    totals->n_with_money);

  if (totals->money->len > 1)
    {
      g_autoptr (GArray) others = g_array_copy (totals->money);

      g_array_remove_index (others, 0);
      g_autofree char *sums = outlay_report_dup_sums (others, TRUE, MOST_CURRENCIES);
      g_string_append_printf (words, "+ %s\n", sums);
    }
  g_string_append (words, deals);
  if (totals->firm > 0 && totals->firm < first->hundredths)
    {
      /* Translators: {sum} is a sum of money; “up to” are the words that stand before an amount */
      g_autofree char *without
        = outlay_format_fill (_ ("{sum} without “up to”"), "sum", firm, NULL);

      g_string_append_printf (words, "; %s", without);
    }
  return g_string_free (words, FALSE);
}

/* The first currency is the figure, the others stand in the words beneath. */
static Box
describe_money (const OutlayReportTotals *totals)
{
  if (totals->money->len == 0)
    return (Box){g_strdup ("–"), g_strdup (_ ("no amount is stated"))};
  const OutlaySum *first = &g_array_index (totals->money, OutlaySum, 0);
  g_autofree char *sum = outlay_format_sum_compact (first->currency, first->hundredths);
  return (Box){g_strdup_printf (totals->converted ? "≈ %s" : "%s", sum), describe_rest (totals)};
}

/* A sum of figures that are themselves rounded is told to the hundred megawatts. */
static gint64
round_power (gint64 kilowatts)
{
  return kilowatts >= 1000000 ? (kilowatts + 50000) / 100000 * 100000 : kilowatts;
}

static Box
describe_capacity (const OutlayReportTotals *totals)
{
  if (totals->n_with_capacity == 0)
    return (Box){g_strdup ("–"), g_strdup (_ ("no capacity is stated"))};
  return (Box){outlay_format_power (round_power (totals->kilowatts)),
               g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE, "of capacity in %u deal that states one",
                              "of capacity in %u deals that state one", totals->n_with_capacity),
                 totals->n_with_capacity)};
}

static Box
describe_deals (const OutlayReportTotals *totals)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (
    words, g_dngettext (GETTEXT_PACKAGE, "from %u article", "from %u articles", totals->n_articles),
    totals->n_articles);
  if (totals->n_cancelled > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%u called off, not in the sums",
                                           "%u called off, not in the sums", totals->n_cancelled),
                              totals->n_cancelled);
    }
  return (Box){
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", totals->n_deals),
                     totals->n_deals),
    g_string_free (words, FALSE)};
}

/* The sums get more room than the others, for there may be many currencies. Figures that their part
   of the width can't hold stand beneath one another. */
static gboolean
share_out (const OutlaySheet *sheet, const Box *boxes, double *edges)
{
  gboolean beside = TRUE;

  edges[0] = 0;
  edges[1] = sheet->width * 0.44;
  edges[2] = sheet->width * 0.72;
  edges[3] = sheet->width;
  for (guint i = 0; i < N_BOXES; i++)
    beside &= outlay_sheet_measure (sheet, OUTLAY_TEXT_FIGURE, boxes[i].figure)
              <= edges[i + 1] - edges[i] - 2 * BOX_PADDING;
  return beside;
}

static OutlayBlock *
build_boxes (const OutlaySheet *sheet, const Box *boxes)
{
  OutlayBlock *block = outlay_block_new (12);
  double edges[N_BOXES + 1];
  gboolean beside = share_out (sheet, boxes, edges);
  double y = 10, bottom = 0;

  for (guint i = 0; i < N_BOXES; i++)
    {
      double x = beside ? edges[i] + (i > 0 ? BOX_PADDING : 0) : 0;
      double width = beside ? edges[i + 1] - x - BOX_PADDING : sheet->width;
      double end = outlay_block_add_text (
        block, OUTLAY_TEXT_FIGURE,
        outlay_sheet_new_text (sheet, OUTLAY_TEXT_FIGURE, boxes[i].figure, width), x, y);

      end = outlay_block_add_text (
        block, OUTLAY_TEXT_CAPTION,
        outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, boxes[i].words, width), x, end + 1);
      bottom = MAX (bottom, end);
      if (!beside)
        y = end + 8;
    }
  bottom = (beside ? outlay_block_align (block, 0) : bottom) + 10;
  for (guint i = 1; beside && i < N_BOXES; i++)
    outlay_block_add_rule (block, edges[i], 0, edges[i], bottom, 0.5, OUTLAY_INK_LINE);
  outlay_block_add_rule (block, 0, 0, sheet->width, 0, 1.2, OUTLAY_INK_BLACK);
  outlay_block_add_rule (block, 0, bottom, sheet->width, bottom, 0.6, OUTLAY_INK_RULE);
  return block;
}

static OutlayBlock *
build_note (const OutlayReportFrame *frame)
{
  OutlayBlock *block = outlay_block_new (5);
  g_autofree char *note = outlay_report_dup_notes (frame);

  outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_CAPTION, note, frame->sheet->width), 0, 0);
  return block;
}

/**
 * outlay_report_title_build:
 * @subtitle: (nullable): what stands beneath the title
 *
 * Returns: (transfer full) (element-type OutlayBlock): title, subtitle and sums.
 */
GPtrArray *
outlay_report_title_build (const OutlayReportFrame *frame, const char *title, const char *subtitle)
{
  GPtrArray *blocks = outlay_blocks_new ();
  const OutlayReportOptions *options = &frame->options;

  gboolean sums = outlay_report_options_has (options, OUTLAY_REPORT_PART_SUMS);

  g_ptr_array_add (blocks, build_heading (frame->sheet, title, subtitle, !sums));
  if (sums)
    {
      Box boxes[N_BOXES] = {
        describe_money (&frame->plan->totals),
        describe_capacity (&frame->plan->totals),
        describe_deals (&frame->plan->totals),
      };

      g_ptr_array_add (blocks, build_boxes (frame->sheet, boxes));
      for (guint i = 0; i < N_BOXES; i++)
        {
          g_free (boxes[i].figure);
          g_free (boxes[i].words);
        }
    }
  /* Else they stand with the sums that they speak of. */
  if (outlay_report_options_has (options, OUTLAY_REPORT_PART_NOTES)
      && !outlay_report_options_has (options, OUTLAY_REPORT_PART_KINDS))
    g_ptr_array_add (blocks, build_note (frame));
  return blocks;
}
