/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that comes back to its payer: told in words, the greatest drawn. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-circles.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "base/sums/outlay-flows.h"
#include "base/sums/outlay-sum.h"

#define GUTTER      20.0
#define MOST_OTHERS 3

/* Beyond so many parties a drawing has no room for the names. */
#define MOST_DRAWN   5
#define WIDEST_ARROW 7.0

#define ARC_HEIGHT 34.0
#define TOP        0.0

/* The sums of all deals between two, as the articles state them; a single deal keeps its hedge. */
static char *
dup_flow (const OutlayReportFrame *frame, const OutlayFlow *flow)
{
  g_autoptr (GArray) sums = outlay_sums_new ();
  const OutlayDealRecord *only
    = g_ptr_array_index (frame->plan->deals, g_array_index (flow->deals, guint, 0));

  if (flow->deals->len == 1)
    return outlay_money_is_set (&only->fields.amount)
             ? outlay_report_dup_money (&only->fields.amount)
             : g_strdup (C_ ("report", "no amount"));
  for (guint i = 0; i < flow->deals->len; i++)
    {
      const OutlayDealRecord *deal
        = g_ptr_array_index (frame->plan->deals, g_array_index (flow->deals, guint, i));
      const char *currency;
      gint64 worth = outlay_report_get_worth (deal, &frame->options, &currency);

      if (worth != OUTLAY_MONEY_UNSET)
        outlay_sums_add (sums, currency, worth);
    }
  outlay_sums_sort (sums);
  return sums->len > 0 ? outlay_report_dup_sums (sums, FALSE, 1)
                       : g_strdup (C_ ("report", "no amount"));
}

static const OutlayFlow *
get_step (const OutlayFlows *flows, const OutlayCircle *circle, guint index)
{
  return outlay_flows_get_flow (flows, g_array_index (circle->flows, guint, index));
}

static char *
dup_way (const OutlayFlows *flows, const OutlayCircle *circle)
{
  GString *way = g_string_new (NULL);

  for (guint i = 0; i <= circle->flows->len; i++)
    {
      g_autofree char *payer = outlay_format_name (
        outlay_flows_get_party (flows, get_step (flows, circle, i % circle->flows->len)->payer));

      g_string_append_printf (way, "%s%s", i > 0 ? " → " : "", payer);
    }
  return g_string_free (way, FALSE);
}

static char *
dup_steps (const OutlayReportFrame *frame, const OutlayFlows *flows, const OutlayCircle *circle)
{
  GString *steps = g_string_new (NULL);

  for (guint i = 0; i < circle->flows->len; i++)
    {
      const OutlayFlow *flow = get_step (flows, circle, i);
      g_autofree char *amount = dup_flow (frame, flow);
      g_autofree char *payer = outlay_format_name (outlay_flows_get_party (flows, flow->payer));
      g_autofree char *recipient
        = outlay_format_name (outlay_flows_get_party (flows, flow->recipient));
      /* Translators: one step of money on its way: "Acme → Borealis (about $40 billion)" */
      g_autofree char *step
        = outlay_format_fill (C_ ("report", "{payer} → {recipient} ({amount})"), "payer", payer,
                              "recipient", recipient, "amount", amount, NULL);

      g_string_append_printf (steps, "%s%s", i > 0 ? C_ ("list", ", ") : "", step);
    }
  return g_string_free (steps, FALSE);
}

static char *
dup_count (const OutlayFlows *flows)
{
  g_autofree char *circles = g_strdup_printf (flows->complete ? "%u" : "%u+", flows->circles->len);
  g_autofree char *deals
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", flows->n_circle_deals),
                       flows->n_circle_deals);

  return outlay_format_fill (
    /* Translators: {circles} is a number, {deals} is "7 deals" */
    g_dngettext (GETTEXT_PACKAGE, "{circles} circle of money runs through {deals}.",
                 "{circles} circles of money run through {deals}.", flows->circles->len),
    "circles", circles, "deals", deals, NULL);
}

/* What the flows are compared in. */
static const char *
get_currency (const OutlayReportFrame *frame)
{
  return *frame->options.currency != '\0' ? frame->options.currency : OUTLAY_RATES_BASE;
}

static char *
dup_words (const OutlayReportFrame *frame, const OutlayFlows *flows)
{
  g_autofree char *count = dup_count (flows);
  const OutlayCircle *first = outlay_flows_get_circle (flows, 0);
  g_autofree char *steps = dup_steps (frame, flows, first);
  g_autofree char *largest = outlay_format_fill (
    flows->circles->len > 1 ? _ ("In the greatest the money goes round so: {steps}.")
                            : _ ("The money goes round so: {steps}."),
    "steps", steps, NULL);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s %s", count, largest);
  if (first->worth > 0)
    {
      g_autofree char *sum = outlay_format_sum_compact (get_currency (frame), first->worth);
      /* Translators: of money that goes round in a circle: what the smallest of its steps lets
       * through */
      g_autofree char *round = outlay_format_fill (
        _ ("As much as {sum} can travel all the way round."), "sum", sum, NULL);

      g_string_append_printf (words, " %s", round);
    }
  for (guint i = 1; i < flows->circles->len && i <= MOST_OTHERS; i++)
    {
      g_autofree char *way = dup_way (flows, outlay_flows_get_circle (flows, i));

      g_string_append_printf (words, "\n%s", way);
    }
  return g_string_free (words, FALSE);
}

static double
get_arrow_width (const OutlayCircle *circle, const OutlayFlows *flows, const OutlayFlow *flow)
{
  gint64 most = 1;

  for (guint i = 0; i < circle->flows->len; i++)
    most = MAX (most, get_step (flows, circle, i)->worth);
  return MAX (1, WIDEST_ARROW * (double)flow->worth / (double)most);
}

static void
add_label (const OutlaySheet *sheet,
           OutlayBlock *block,
           OutlayTextStyle style,
           const char *text,
           double middle,
           double width,
           double y)
{
  PangoLayout *layout = outlay_sheet_new_text (sheet, style, text, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  outlay_block_add_text (block, style, layout, middle - width / 2, y);
}

/* Parties stand on a line, the way back runs over the top. */
static void
draw_circle (const OutlayReportFrame *frame,
             OutlayBlock *block,
             const OutlayFlows *flows,
             double x,
             double width)
{
  const OutlaySheet *sheet = frame->sheet;
  const OutlayCircle *circle = outlay_flows_get_circle (flows, 0);
  guint n = circle->flows->len;
  double top = TOP * sheet->scale;
  double arc = ARC_HEIGHT * sheet->scale;
  double line = top + arc + 16 * sheet->scale;
  double name = MIN (width / n * 0.56, 90 * sheet->scale);
  double gap = (width - name * n) / (n - 1);
  double from = x;

  for (guint i = 0; i < n; i++)
    {
      const OutlayFlow *flow = get_step (flows, circle, i);
      g_autofree char *amount = dup_flow (frame, flow);
      const char *payer = outlay_flows_get_party (flows, flow->payer);
      double middle = from + name / 2;

      add_label (sheet, block, OUTLAY_TEXT_HEADING, payer, middle, name, line - 5.5 * sheet->scale);
      if (i + 1 < n)
        {
          double used = MIN (outlay_sheet_measure (sheet, OUTLAY_TEXT_HEADING, payer), name);
          const char *next = outlay_flows_get_party (flows, flow->recipient);
          double taken = MIN (outlay_sheet_measure (sheet, OUTLAY_TEXT_HEADING, next), name);
          double start = middle + used / 2 + 3, end = middle + name + gap - taken / 2 - 3;

          outlay_block_add_arrow (block, start, line, end, line, 0,
                                  get_arrow_width (circle, flows, flow), OUTLAY_INK_CIRCLE);
          add_label (sheet, block, OUTLAY_TEXT_CAPTION, amount, (start + end) / 2, gap + name * 0.7,
                     line + 8 * sheet->scale);
        }
      else
        {
          outlay_block_add_arrow (block, middle, line - 7 * sheet->scale, x + name / 2,
                                  line - 7 * sheet->scale, arc * 0.7,
                                  get_arrow_width (circle, flows, flow), OUTLAY_INK_CIRCLE);
          add_label (sheet, block, OUTLAY_TEXT_CAPTION, amount, x + width / 2, width * 0.8, top);
        }
      from += name + gap;
    }
}

/**
 * outlay_report_circles_build:
 *
 * Returns: (transfer full) (element-type OutlayBlock): the circles of money; nothing where there
 *   are none.
 */
GPtrArray *
outlay_report_circles_build (const OutlayReportFrame *frame)
{
  GPtrArray *blocks = outlay_blocks_new ();
  const OutlaySheet *sheet = frame->sheet;
  g_autoptr (OutlayFlows) flows = outlay_flows_new (frame->plan->deals, get_currency (frame));

  if (flows->circles->len == 0)
    return blocks;
  guint n_parties = outlay_flows_get_circle (flows, 0)->flows->len;
  gboolean beside = n_parties <= 3 && sheet->width >= 400 * sheet->scale;
  double half = (sheet->width - GUTTER) / 2;
  OutlayBlock *block = outlay_block_new (26);
  g_autofree char *words = dup_words (frame, flows);

  double y = outlay_block_add_text (block, OUTLAY_TEXT_SECTION,
                                    outlay_sheet_new_text (sheet, OUTLAY_TEXT_SECTION,
                                                           C_ ("report", "Circles of money"),
                                                           beside ? half : sheet->width),
                                    0, 0);
  outlay_block_add_text (
    block, OUTLAY_TEXT_BODY,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, words, beside ? half : sheet->width), 0, y + 5);
  outlay_block_add_dest (block, "circles", 0, C_ ("report", "Circles of money"), 0);
  block->whole = TRUE;
  block->divided = TRUE;
  g_ptr_array_add (blocks, block);
  if (beside)
    draw_circle (frame, block, flows, half + GUTTER, half);
  else if (n_parties <= MOST_DRAWN)
    {
      OutlayBlock *drawing = outlay_block_new (8);

      block->keep = TRUE;
      draw_circle (frame, drawing, flows, 0, sheet->width);
      drawing->whole = TRUE;
      g_ptr_array_add (blocks, drawing);
    }
  return blocks;
}
