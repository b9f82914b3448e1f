/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the first page: what is shown, and what it comes to. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-title.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format.h"

#define NO_BREAK_SPACE "\302\240"

#define N_BOXES     3
#define BOX_PADDING 10.0

typedef struct
{
  char *figure;
  char *words;
} Box;

static OutlayBlock *
build_heading (const OutlaySheet *sheet, const char *title, const char *filter)
{
  OutlayBlock *block = outlay_block_new (0);
  double y = outlay_block_add_text (
    block, OUTLAY_TEXT_TITLE, outlay_sheet_new_text (sheet, OUTLAY_TEXT_TITLE, title, sheet->width),
    0, 0);

  if (filter != NULL && *filter != '\0')
    outlay_block_add_text (
      block, OUTLAY_TEXT_SUBTITLE,
      outlay_sheet_new_text (sheet, OUTLAY_TEXT_SUBTITLE, filter, sheet->width), 0, y + 3);
  block->keep = TRUE;
  return block;
}

/* The first currency is the figure, the others stand in the words beneath. */
static Box
describe_money (const OutlayReportTotals *totals)
{
  g_autofree char *deals = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "committed in %u deal that states an amount",
                 "committed in %u deals that state an amount", totals->n_with_money),
    totals->n_with_money);
  GString *words = g_string_new (NULL);

  if (totals->money->len == 0)
    return (Box){g_strdup ("–"),
                 g_string_free (g_string_append (words, _ ("no amount is stated")), FALSE)};
  for (guint i = 1; i < totals->money->len; i++)
    {
      const OutlaySum *total = &g_array_index (totals->money, OutlaySum, i);
      g_autofree char *sum = outlay_format_sum (total->currency, total->hundredths);
      g_auto (GStrv) parts = g_strsplit (sum, " ", -1);
      g_autofree char *unbroken = g_strjoinv (NO_BREAK_SPACE, parts);

      g_string_append_printf (words, "%s%s", i > 1 ? C_ ("list", ", ") : "+ ", unbroken);
    }
  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", deals);
  const OutlaySum *first = &g_array_index (totals->money, OutlaySum, 0);
  return (Box){outlay_format_sum (first->currency, first->hundredths),
               g_string_free (words, FALSE)};
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
  bottom += 10;
  for (guint i = 1; beside && i < N_BOXES; i++)
    outlay_block_add_rule (block, edges[i], 0, edges[i], bottom, 0.5, 0.75);
  outlay_block_add_rule (block, 0, 0, sheet->width, 0, 1.2, 0);
  outlay_block_add_rule (block, 0, bottom, sheet->width, bottom, 0.6, 0.55);
  return block;
}

static OutlayBlock *
build_note (const OutlaySheet *sheet)
{
  OutlayBlock *block = outlay_block_new (5);
  const char *note
    = _ ("Currencies are added up apart. “Up to” counts its upper figure, “at least” "
         "and vague amounts their lower one; deals that were called off do not count.");

  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, note, sheet->width), 0,
                         0);
  return block;
}

/**
 * outlay_report_title_build:
 * @filter: (nullable): what is shown, in words
 *
 * Returns: (transfer full) (element-type OutlayBlock): title, filter and totals.
 */
GPtrArray *
outlay_report_title_build (const OutlaySheet *sheet,
                           const char *title,
                           const char *filter,
                           const OutlayReportTotals *totals)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_block_free);
  Box boxes[N_BOXES] = {
    describe_money (totals),
    describe_capacity (totals),
    describe_deals (totals),
  };

  g_ptr_array_add (blocks, build_heading (sheet, title, filter));
  g_ptr_array_add (blocks, build_boxes (sheet, boxes));
  g_ptr_array_add (blocks, build_note (sheet));
  for (guint i = 0; i < N_BOXES; i++)
    {
      g_free (boxes[i].figure);
      g_free (boxes[i].words);
    }
  return blocks;
}
