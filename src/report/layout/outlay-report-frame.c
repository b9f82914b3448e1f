/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-frame.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "report/outlay-quotes.h"

#define CHAPTER_GAP 18.0

#define MOST_CURRENCIES 3

/**
 * outlay_report_frame_build_chapter:
 * @dest: what links call it
 *
 * Returns: (transfer full): a heading that the outline tells, and that stays with what follows.
 */
OutlayBlock *
outlay_report_frame_build_chapter (const OutlayReportFrame *frame,
                                   const char *dest,
                                   const char *title)
{
  OutlayBlock *block = outlay_block_new (CHAPTER_GAP);

  outlay_block_add_text (
    block, OUTLAY_TEXT_SECTION,
    outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_SECTION, title, frame->sheet->width), 0, 0);
  outlay_block_add_dest (block, dest, 0, title, 0);
  block->keep = TRUE;
  return block;
}

/** outlay_report_frame_build_heading: returns (transfer full): what stands above a list in a
 * section. */
OutlayBlock *
outlay_report_frame_build_heading (const OutlayReportFrame *frame, const char *text)
{
  OutlayBlock *block = outlay_block_new (12);

  outlay_block_add_text (
    block, OUTLAY_TEXT_HEADING,
    outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_HEADING, text, frame->sheet->width), 0, 0);
  block->keep = TRUE;
  return block;
}

/**
 * outlay_report_frame_build_group:
 * @gap: above it, in points
 *
 * Returns: (transfer full): the heading of a group of deals, with what they come to.
 */
OutlayBlock *
outlay_report_frame_build_group (const OutlayReportFrame *frame, guint group, double gap)
{
  OutlayBlock *block = outlay_block_new (gap);
  const OutlayReportGroupOfDeals *deals = outlay_report_plan_get_group (frame->plan, group);
  g_autofree char *dest = g_strdup_printf ("group-%u", group + 1);
  /* In a table the sums stand beneath the rows. */
  g_autofree char *sums = frame->options.layout != OUTLAY_REPORT_TABLE
                            ? outlay_report_dup_sums (deals->totals.money, TRUE, MOST_CURRENCIES)
                            : g_strdup ("");
  g_autofree char *count
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", deals->totals.n_deals),
                       deals->totals.n_deals);
  g_autofree char *text = *sums != '\0' ? g_strdup_printf ("%s  %s · %s", deals->title, count, sums)
                                        : g_strdup_printf ("%s  %s", deals->title, count);
  PangoLayout *layout
    = outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_GROUP, text, frame->sheet->width);

  outlay_sheet_add_grey (layout, strlen (deals->title), strlen (text));
  outlay_sheet_add_weight (layout, strlen (deals->title), strlen (text), PANGO_WEIGHT_NORMAL);
  outlay_block_add_text (block, OUTLAY_TEXT_GROUP, layout, 0, 0);
  outlay_block_add_dest (block, dest, 0, deals->title, 0);
  outlay_block_extend (block, block->height + 3);
  block->keep = TRUE;
  return block;
}

/**
 * outlay_report_frame_has_sections:
 *
 * Returns: whether each deal has a section of its own.
 */
gboolean
outlay_report_frame_has_sections (const OutlayReportFrame *frame)
{
  return frame->options.layout == OUTLAY_REPORT_DOSSIER
         || outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_EVIDENCE);
}

/**
 * outlay_report_frame_dup_target:
 *
 * Returns: (transfer full) (nullable): the name of the place with the evidence of @entry: its
 *   section, in a brief its quote, else its first article in the list of sources, or on the web;
 *   %NULL where there is none.
 */
char *
outlay_report_frame_dup_target (const OutlayReportFrame *frame, guint entry)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  const OutlayReportOptions *options = &frame->options;

  if (outlay_report_frame_has_sections (frame))
    return g_strdup_printf ("deal-%u", entry + 1);
  if (options->layout == OUTLAY_REPORT_BRIEF
      && outlay_report_options_has (options, OUTLAY_REPORT_PART_QUOTES) && entry < frame->n_proofs
      && outlay_report_frame_get_quotes (frame, deal) != NULL)
    return g_strdup_printf ("deal-%u", entry + 1);
  if (deal->claims->len == 0)
    return NULL;
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, 0);
  if (outlay_report_options_has (options, OUTLAY_REPORT_PART_SOURCES))
    return g_strdup_printf ("source-%u",
                            outlay_report_plan_get_source_number (frame->plan, claim->article_id));
  return g_strdup (claim->article->url);
}

static const OutlayDealWords *
find_words (const OutlayReportFrame *frame, const OutlayDealRecord *deal, OutlayReportPart part)
{
  return frame->words != NULL && outlay_report_options_has (&frame->options, part)
           ? g_hash_table_lookup (frame->words, &deal->id)
           : NULL;
}

/**
 * outlay_report_frame_get_quotes:
 *
 * Returns: (transfer none) (nullable) (element-type OutlayQuote): the words of the articles of
 *   @deal; %NULL where quotes are not wanted or there are none.
 */
const GPtrArray *
outlay_report_frame_get_quotes (const OutlayReportFrame *frame, const OutlayDealRecord *deal)
{
  const OutlayDealWords *words = find_words (frame, deal, OUTLAY_REPORT_PART_QUOTES);

  return words != NULL && words->quotes->len > 0 ? words->quotes : NULL;
}

/**
 * outlay_report_frame_get_acts:
 *
 * Returns: (transfer none) (nullable) (element-type OutlayHistoryEntry): what the user did to
 *   @deal, the latest first; %NULL where its history is not wanted.
 */
const GPtrArray *
outlay_report_frame_get_acts (const OutlayReportFrame *frame, const OutlayDealRecord *deal)
{
  const OutlayDealWords *words = find_words (frame, deal, OUTLAY_REPORT_PART_HISTORY);

  return words != NULL ? words->acts : NULL;
}

/**
 * outlay_report_unbroken:
 *
 * Returns: (transfer full): @text with spaces that no line ends at.
 */
char *
outlay_report_unbroken (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\302\240", words);
}

/**
 * outlay_report_dup_money:
 *
 * Returns: (transfer full): an amount with its hedge, which alone a line may end behind; a vague
 *   amount has no figure to be kept with its unit.
 */
char *
outlay_report_dup_money (const OutlayMoney *money)
{
  g_autofree char *whole = outlay_format_money (money);
  g_autofree char *amount = outlay_format_amount (money);
  g_autofree char *unbroken = outlay_report_unbroken (amount);
  gsize hedge = strlen (whole) - strlen (amount);

  if (!outlay_money_is_set (money) || money->qualifier == OUTLAY_QUALIFIER_VAGUE
      || !g_str_has_suffix (whole, amount))
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%.*s%s", (int)hedge, whole, unbroken);
}

/**
 * outlay_report_dup_sums:
 * @sums: (element-type OutlaySum): currencies apart
 * @compact: whether figures are rounded
 * @most: how many are told; those that are worth least are counted only
 *
 * Returns: (transfer full): "$1.94 tn, €39.2 bn"; "" where there is none. No figure is parted from
 *   its unit at the end of a line.
 */
char *
outlay_report_dup_sums (const GArray *sums, gboolean compact, guint most)
{
  GString *text = g_string_new (NULL);

  /* One more is told as quickly as counted. */
  guint told = sums->len <= most + 1 ? sums->len : most;

  for (guint i = 0; i < told; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);
      g_autofree char *figure = compact ? outlay_format_sum_compact (sum->currency, sum->hundredths)
                                        : outlay_format_sum (sum->currency, sum->hundredths);
      g_autofree char *unbroken = outlay_report_unbroken (figure);

      g_string_append_printf (text, "%s%s", i > 0 ? C_ ("list", ", ") : "", unbroken);
    }
  if (told < sums->len)
    {
      g_string_append (text, C_ ("list", ", "));
      g_string_append_printf (
        text,
        g_dngettext (GETTEXT_PACKAGE, "%u more currency", "%u more currencies", sums->len - told),
        sums->len - told);
    }
  return g_string_free (text, FALSE);
}
