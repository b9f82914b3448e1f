/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the articles say of a deal: their sentences with the very words bold, and their conflicts.
 */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/layout/outlay-report-history.h"
#include "report/layout/outlay-report-section.h"
#include "report/layout/outlay-report-sources.h"
#include "report/outlay-quotes.h"

#define QUOTE_INDENT 9.0
#define BOX_PADDING  8.0

/** outlay_report_evidence_get_margin: how wide the column beside quotes and field values is. */
double
outlay_report_evidence_get_margin (const OutlaySheet *sheet)
{
  return CLAMP (sheet->width * 0.167, 56, 96);
}

/* The language and the day of an article, and whose text it prints where that is another's. */
static char *
dup_margin (const OutlayDealRecord *deal, guint index)
{
  const OutlayArticle *article = outlay_deal_record_get_claim (deal, index)->article;
  g_autofree char *date = outlay_format_date (article->published);
  g_autofree char *copy = outlay_format_copy_of (deal, index);
  GString *margin = g_string_new (NULL);

  if (*article->lang != '\0')
    g_string_append_printf (margin, "%s\n", outlay_format_language (article->lang));
  g_string_append (margin, *date != '\0' ? date : C_ ("card", "no date"));
  if (copy != NULL)
    g_string_append_printf (margin, "\n%s", copy);
  return g_string_free (margin, FALSE);
}

/* Title, source, address and note of an article, as far as they are known. */
static char *
dup_origin (const OutlayArticle *article)
{
  g_autofree char *label = outlay_report_dup_article_title (article);
  g_autofree char *title = outlay_format_name (label);
  g_autofree char *source = outlay_format_name (
    article->source != NULL ? article->source : C_ ("report", "unknown source"));
  g_autofree char *both
    /* Translators: the title of an article and who published it */
    = outlay_format_fill (C_ ("report", "“{title}”, {source}"), "title", title, "source", source,
                          NULL);

  GString *origin = g_string_new (both);

  if (article->url != NULL && *article->url != '\0')
    g_string_append_printf (origin, ", %s", article->url);
  if (article->note != NULL)
    g_string_append_printf (origin, " (%s)", article->note);
  return g_string_free (origin, FALSE);
}

static char *
dup_caption (const OutlayQuote *quote, const OutlayArticle *article, gboolean first)
{
  g_autofree char *fields = outlay_quote_dup_fields (quote);
  g_autofree char *origin
    = first ? dup_origin (article) : g_strdup (C_ ("report", "the same article"));

  if (quote->title)
    /* Translators: where a quoted headline is from, and what it proves */
    return outlay_format_fill (C_ ("report", "headline of {article} — {fields}"), "article", origin,
                               "fields", fields, NULL);
  /* Translators: where a quote is from, and what it proves */
  return outlay_format_fill (C_ ("report", "{article} — {fields}"), "article", origin, "fields",
                             fields, NULL);
}

static PangoLayout *
new_quote (const OutlaySheet *sheet, const OutlayQuote *quote, const char *lang, double width)
{
  PangoLayout *layout = outlay_sheet_new_text (sheet, OUTLAY_TEXT_QUOTE, quote->text, width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  outlay_sheet_add_lang (layout, lang);
  for (guint i = 0; i < quote->marks->len; i++)
    {
      const OutlaySpan *mark = &g_array_index (quote->marks, OutlaySpan, i);

      outlay_sheet_add_weight (layout, mark->start, mark->end, PANGO_WEIGHT_BOLD);
    }
  return layout;
}

static void
add_margin (OutlayBlock *block, const OutlaySheet *sheet, const OutlayDealRecord *deal, guint index)
{
  g_autofree char *margin = dup_margin (deal, index);
  double width = outlay_report_evidence_get_margin (sheet) - 6;

  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, margin, width), 0, 1);
}

/* Leads to the article in the list of sources, and its address to the web. */
static void
link_caption (const OutlayReportFrame *frame,
              OutlayBlock *block,
              const char *caption,
              const OutlayDealClaim *claim)
{
  const char *url = claim->article->url;
  const char *at = outlay_report_is_address (url) ? strstr (caption, url) : NULL;
  guint number = outlay_report_plan_get_source_number (frame->plan, claim->article_id);
  gsize title = at != NULL ? (gsize)(at - caption) : strlen (caption);

  if (outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_SOURCES) && number > 0)
    {
      g_autofree char *target = g_strdup_printf ("source-%u", number);

      outlay_block_add_text_link (block, target, 0, title);
    }
  if (at != NULL)
    outlay_block_add_text_link (block, url, title, title + strlen (url));
}

static OutlayBlock *
build_quote (const OutlayReportFrame *frame,
             const OutlayQuote *quote,
             const OutlayDealRecord *deal,
             gboolean first)
{
  const OutlaySheet *sheet = frame->sheet;
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, quote->claim);
  const OutlayArticle *article = claim->article;
  OutlayBlock *block = outlay_block_new (8);
  double margin = outlay_report_evidence_get_margin (sheet);
  double x = margin + QUOTE_INDENT;
  g_autofree char *caption = dup_caption (quote, article, first);

  block->main = 0;
  double end = outlay_block_add_text (
    block, OUTLAY_TEXT_QUOTE, new_quote (sheet, quote, article->lang, sheet->width - x), x, 0);
  outlay_block_add_rule (block, margin, 0, margin, end, 0.8, OUTLAY_INK_RULE);
  outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, caption, sheet->width - x), x, end + 2);
  link_caption (frame, block, caption, claim);
  if (first)
    {
      add_margin (block, sheet, deal, quote->claim);
      outlay_block_align (block, 0);
    }
  return block;
}

/* An article of which no words are at hand is named all the same. */
static OutlayBlock *
build_origin (const OutlayReportFrame *frame, const OutlayDealRecord *deal, guint index)
{
  const OutlaySheet *sheet = frame->sheet;
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, index);
  const OutlayArticle *article = claim->article;
  OutlayBlock *block = outlay_block_new (8);
  double x = outlay_report_evidence_get_margin (sheet) + QUOTE_INDENT;
  g_autofree char *origin = dup_origin (article);

  outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, origin, sheet->width - x), x, 1);
  link_caption (frame, block, origin, claim);
  add_margin (block, sheet, deal, index);
  return block;
}

static void
add_claim_quotes (const OutlayReportFrame *frame,
                  GPtrArray *blocks,
                  const OutlayDealRecord *deal,
                  guint index,
                  const GPtrArray *quotes)
{
  gboolean first = TRUE;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const OutlayQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->claim != index)
        continue;
      g_ptr_array_add (blocks, build_quote (frame, quote, deal, first));
      first = FALSE;
    }
  if (first)
    g_ptr_array_add (blocks, build_origin (frame, deal, index));
}

static void
name_sources (const OutlayDealRecord *deal, OutlayField field, const char *value, GString *names)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autofree char *says = outlay_format_field_value (&claim->claim->fields, field);
      g_autofree char *label = outlay_report_dup_article_title (claim->article);
      g_autofree char *name
        = outlay_format_name (claim->article->source != NULL ? claim->article->source : label);

      if (strcmp (says, value) != 0 || !g_hash_table_add (told, g_strdup (name)))
        continue;
      g_string_append_printf (names, "%s%s", g_hash_table_size (told) > 1 ? C_ ("list", ", ") : "",
                              name);
    }
}

/* Each value once, in the order of the articles, the one shown on the card marked as such. */
static double
add_values (OutlayBlock *block,
            const OutlaySheet *sheet,
            const OutlayDealRecord *deal,
            OutlayField field,
            double y)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *shown = outlay_format_field_value (&deal->fields, field);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      char *value = outlay_format_field_value (&claim->claim->fields, field);
      gsize length = strlen (value);
      g_autoptr (GString) line = g_string_new (value);

      if (!g_hash_table_add (told, value) || length == 0)
        continue;
      g_string_append (line, " · ");
      name_sources (deal, field, value, line);
      if (strcmp (value, shown) == 0)
        g_string_append_printf (line, " · %s", C_ ("report", "shown"));
      PangoLayout *layout = outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, line->str,
                                                   sheet->width - 2 * BOX_PADDING);
      outlay_sheet_add_weight (layout, 0, length, PANGO_WEIGHT_BOLD);
      outlay_sheet_add_grey (layout, length, line->len);
      y = outlay_block_add_text (block, OUTLAY_TEXT_BODY, layout, BOX_PADDING, y + 2);
    }
  return y;
}

static OutlayBlock *
build_conflict (const OutlaySheet *sheet, const OutlayDealRecord *deal, OutlayField field)
{
  OutlayBlock *block = outlay_block_new (12);
  g_autofree char *heading
    /* Translators: {field} is a heading: "Amount" */
    = outlay_format_fill (_ ("The articles disagree: {field}"), "field",
                          outlay_format_field (field), NULL);
  double y = outlay_block_add_text (
    block, OUTLAY_TEXT_ALERT,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_ALERT, heading, sheet->width - 2 * BOX_PADDING),
    BOX_PADDING, BOX_PADDING);

  y = add_values (block, sheet, deal, field, y) + BOX_PADDING;
  outlay_block_add_rule (block, 0, 0, sheet->width, 0, 0.7, OUTLAY_INK_ALERT);
  outlay_block_add_rule (block, 0, y, sheet->width, y, 0.7, OUTLAY_INK_ALERT);
  outlay_block_add_rule (block, 0, 0, 0, y, 0.7, OUTLAY_INK_ALERT);
  outlay_block_add_rule (block, sheet->width, 0, sheet->width, y, 0.7, OUTLAY_INK_ALERT);
  block->whole = TRUE;
  return block;
}

/**
 * outlay_report_evidence_add:
 * @blocks: (element-type OutlayBlock): the section so far
 *
 * Adds what the articles say, each under its language and day, the fields that they disagree on,
 * and what became known when.
 */
void
outlay_report_evidence_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  const GPtrArray *quotes = outlay_report_frame_get_quotes (frame, deal);

  if (deal->claims->len > 0)
    g_ptr_array_add (blocks,
                     outlay_report_frame_build_heading (
                       frame, outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_QUOTES)
                                ? _ ("What the articles say")
                                : _ ("The articles")));
  for (guint i = 0; i < deal->claims->len; i++)
    add_claim_quotes (frame, blocks, deal, i, quotes);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if ((deal->conflicts & (1u << field))
          && outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_CONFLICTS))
        g_ptr_array_add (blocks, build_conflict (frame->sheet, deal, field));
    }
  if (outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_HISTORY))
    outlay_report_history_add (frame, blocks, entry);
}

/* The words that prove the figure; where none do, the first that prove anything. */
static const OutlayQuote *
choose_quote (const GPtrArray *quotes)
{
  static const OutlayField wanted[] = {OUTLAY_FIELD_AMOUNT, OUTLAY_FIELD_CAPACITY};

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      for (guint title = 0; title < 2; title++)
        {
          for (guint j = 0; j < quotes->len; j++)
            {
              const OutlayQuote *quote = g_ptr_array_index (quotes, j);

              if (quote->title == (gboolean)title && (quote->fields & (1u << wanted[i])))
                return quote;
            }
        }
    }
  return g_ptr_array_index (quotes, 0);
}

/**
 * outlay_report_proof_add:
 * @blocks: (element-type OutlayBlock): gets the sentence that proves the figure of @entry best
 */
void
outlay_report_proof_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  const GPtrArray *quotes = outlay_report_frame_get_quotes (frame, deal);
  g_autofree char *name = outlay_report_section_dup_name (deal);
  g_autofree char *text = g_strdup_printf ("%u · %s", entry + 1, name);
  g_autofree char *dest = g_strdup_printf ("deal-%u", entry + 1);

  if (quotes == NULL)
    return;
  const OutlayQuote *quote = choose_quote (quotes);
  OutlayBlock *heading = outlay_report_frame_build_heading (frame, text);
  outlay_block_add_dest (heading, dest, 0, text, 1);
  g_ptr_array_add (blocks, heading);
  g_ptr_array_add (blocks, build_quote (frame, quote, deal, TRUE));
}
