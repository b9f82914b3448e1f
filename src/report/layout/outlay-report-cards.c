/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the window, two or more side by side; all of a row are equally high. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-cards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"

#define GUTTER    16.0
#define NARROWEST 150.0
#define MOST      4
#define BAR       2.4

/** outlay_report_cards_count_columns: returns how many cards stand side by side. */
guint
outlay_report_cards_count_columns (const OutlayReportFrame *frame)
{
  double need = NARROWEST * frame->sheet->scale + GUTTER;

  return CLAMP ((guint)((frame->sheet->width + GUTTER) / need), 1, MOST);
}

static double
add_line (const OutlaySheet *sheet,
          OutlayBlock *block,
          OutlayTextStyle style,
          const char *text,
          double x,
          double width,
          double y)
{
  return outlay_block_add_text (block, style, outlay_sheet_new_text (sheet, style, text, width), x,
                                y);
}

static gint64
get_worth (const OutlayDealRecord *deal)
{
  gint64 total = outlay_deal_record_get_total (deal);

  return outlay_money_is_set (&deal->fields.amount) && total != OUTLAY_MONEY_UNSET
           ? outlay_rates_get_rough_worth (deal->fields.amount.currency, total)
           : 0;
}

/* Linear against the largest printed; what is not sure to be paid is a hairline. */
static double
add_bar (const OutlayReportFrame *frame,
         OutlayBlock *block,
         const OutlayDealRecord *deal,
         double x,
         double width,
         double y)
{
  gint64 worth = get_worth (deal);
  gint64 most = frame->plan->largest->len > 0 ? get_worth (outlay_report_plan_get_deal (
                  frame->plan, g_array_index (frame->plan->largest, guint, 0)))
                                              : 0;

  outlay_block_add_fill (block, x, y + BAR / 2 - 0.2, width, 0.4, OUTLAY_INK_LINE);
  if (worth > 0 && most > 0 && outlay_deal_record_counts (deal))
    outlay_block_add_fill (block, x, y, MAX (width * MIN ((double)worth / (double)most, 1), 2), BAR,
                           OUTLAY_INK_KIND + deal->fields.kind);
  return y + BAR;
}

static PangoLayout *
new_amount (const OutlayReportFrame *frame, const OutlayDealRecord *deal, double width)
{
  const OutlayMoney *money = &deal->fields.amount;
  gboolean set = outlay_money_is_set (money);
  g_autofree char *amount = outlay_format_money (money);
  PangoLayout *layout = outlay_sheet_new_text (
    frame->sheet, set ? OUTLAY_TEXT_CARD_FIGURE : OUTLAY_TEXT_DIM, amount, width);
  gsize hedge = set ? strlen (outlay_format_hedge (money->qualifier)) : 0;

  if (hedge > 0)
    outlay_sheet_add_hedge (frame->sheet, layout, 0, hedge);
  return layout;
}

static char *
dup_status (const OutlayDealRecord *deal)
{
  g_autofree char *date = outlay_format_date (deal->fields.announced);
  g_autofree char *sources = outlay_format_sources (deal);
  GString *text = g_string_new (outlay_format_status (deal->fields.status));

  g_string_append_printf (text, " · %s · %s", *date != '\0' ? date : C_ ("card", "no date"),
                          sources);
  if (deal->conflicts != 0)
    g_string_append_printf (text, " · %s", C_ ("card", "the articles disagree"));
  if (deal->review)
    g_string_append_printf (text, " · %s", C_ ("card", "to review"));
  return g_string_free (text, FALSE);
}

static double
add_status (const OutlayReportFrame *frame,
            OutlayBlock *block,
            const OutlayDealRecord *deal,
            double x,
            double width,
            double y)
{
  g_autofree char *text = dup_status (deal);
  PangoLayout *layout = outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_CAPTION, text, width);

  outlay_sheet_add_weight (layout, 0, strlen (outlay_format_status (deal->fields.status)),
                           PANGO_WEIGHT_BOLD);
  return outlay_block_add_text (block, OUTLAY_TEXT_CAPTION, layout, x, y);
}

static double
add_card (const OutlayReportFrame *frame, OutlayBlock *block, guint entry, double x, double width)
{
  const OutlaySheet *sheet = frame->sheet;
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  g_autofree char *number = g_strdup_printf ("%u", entry + 1);
  g_autofree char *who = outlay_format_who (&deal->fields);
  g_autofree char *whom = outlay_format_whom (&deal->fields);
  g_autofree char *facts = outlay_format_facts (&deal->fields);
  double room = outlay_sheet_measure (sheet, OUTLAY_TEXT_CAPTION, number) + 6;
  PangoLayout *label = outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, number, room);
  double y = 6;

  pango_layout_set_alignment (label, PANGO_ALIGN_RIGHT);
  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION, label, x + width - room, y + 1);
  y = add_line (sheet, block,
                outlay_fields_count_role (&deal->fields, OUTLAY_ROLE_INVESTOR) > 0
                  ? OUTLAY_TEXT_CARD_WHO
                  : OUTLAY_TEXT_DIM,
                who, x, width - room, y);
  y = add_line (sheet, block, OUTLAY_TEXT_BODY, whom, x, width, y + 1);
  y = outlay_block_add_text (
    block, outlay_money_is_set (&deal->fields.amount) ? OUTLAY_TEXT_CARD_FIGURE : OUTLAY_TEXT_DIM,
    new_amount (frame, deal, width), x, y + 4);
  y = add_bar (frame, block, deal, x, width, y + 3);
  y = add_line (sheet, block, OUTLAY_TEXT_BODY, facts, x, width, y + 4);
  return add_status (frame, block, deal, x, width, y + 3);
}

/**
 * outlay_report_cards_build_row:
 * @first: the first entry
 * @n_cards: how many, no more than outlay_report_cards_count_columns()
 *
 * Returns: (transfer full): cards side by side, each of which leads to its evidence.
 */
OutlayBlock *
outlay_report_cards_build_row (const OutlayReportFrame *frame, guint first, guint n_cards)
{
  guint n_columns = outlay_report_cards_count_columns (frame);
  double width = (frame->sheet->width - GUTTER * (n_columns - 1)) / n_columns;
  OutlayBlock *block = outlay_block_new (14);
  double bottom = 0;

  for (guint i = 0; i < n_cards; i++)
    {
      double end = add_card (frame, block, first + i, (width + GUTTER) * i, width);

      bottom = MAX (bottom, end);
    }
  outlay_block_extend (block, bottom + 4);
  for (guint i = 0; i < n_cards; i++)
    {
      double x = (width + GUTTER) * i;
      g_autofree char *target = outlay_report_frame_dup_target (frame, first + i);

      outlay_block_add_rule (block, x, 0, x + width, 0, 0.9, OUTLAY_INK_BLACK);
      if (target != NULL)
        outlay_block_add_link (block, target, x, 0, width, block->height);
    }
  block->whole = TRUE;
  return block;
}
