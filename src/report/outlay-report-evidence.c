/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the articles say of a deal: their sentences with the very words bold, and their conflicts.
 */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "report/outlay-quotes.h"

#define QUOTE_INDENT 9.0
#define BOX_PADDING  8.0

/** outlay_report_evidence_get_margin: how wide the column beside quotes and field values is. */
double
outlay_report_evidence_get_margin (const OutlaySheet *sheet)
{
  return CLAMP (sheet->width * 0.167, 56, 96);
}

static char *
dup_margin (const OutlayArticle *article)
{
  g_autofree char *date = outlay_format_date (article->published);
  const char *day = *date != '\0' ? date : C_ ("card", "no date");

  if (*article->lang == '\0')
    return g_strdup (day);
  return g_strdup_printf ("%s\n%s", outlay_format_language (article->lang), day);
}

static char *
dup_title (const OutlayArticle *article)
{
  g_autofree char *label = outlay_article_dup_label (article);
  char *title = outlay_text_collapse_space (label);

  if (*title != '\0')
    return title;
  g_free (title);
  return g_strdup (C_ ("report", "untitled article"));
}

/* Title, source and address of an article, as far as they are known. */
static char *
dup_origin (const OutlayArticle *article)
{
  g_autofree char *title = dup_title (article);
  const char *source = article->source != NULL ? article->source : C_ ("report", "unknown source");
  g_autofree char *both
    /* Translators: the title of an article and who published it */
    = outlay_format_fill (C_ ("report", "“{title}”, {source}"), "title", title, "source", source,
                          NULL);

  if (article->url == NULL || *article->url == '\0')
    return g_steal_pointer (&both);
  return g_strdup_printf ("%s, %s", both, article->url);
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
add_margin (OutlayBlock *block, const OutlaySheet *sheet, const OutlayArticle *article)
{
  g_autofree char *margin = dup_margin (article);
  double width = outlay_report_evidence_get_margin (sheet) - 6;

  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, margin, width), 0, 1);
}

static OutlayBlock *
build_quote (const OutlaySheet *sheet,
             const OutlayQuote *quote,
             const OutlayArticle *article,
             gboolean first)
{
  OutlayBlock *block = outlay_block_new (8);
  double margin = outlay_report_evidence_get_margin (sheet);
  double x = margin + QUOTE_INDENT;
  g_autofree char *caption = dup_caption (quote, article, first);

  block->main = 0;
  double end = outlay_block_add_text (
    block, OUTLAY_TEXT_QUOTE, new_quote (sheet, quote, article->lang, sheet->width - x), x, 0);
  outlay_block_add_rule (block, margin, 0, margin, end, 0.8, 0.6);
  outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, caption, sheet->width - x), x, end + 2);
  if (first)
    add_margin (block, sheet, article);
  return block;
}

/* An article of which no words are at hand is named all the same. */
static OutlayBlock *
build_origin (const OutlaySheet *sheet, const OutlayArticle *article)
{
  OutlayBlock *block = outlay_block_new (8);
  double x = outlay_report_evidence_get_margin (sheet) + QUOTE_INDENT;
  g_autofree char *origin = dup_origin (article);

  outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, origin, sheet->width - x), x, 1);
  add_margin (block, sheet, article);
  return block;
}

static void
add_claim_quotes (GPtrArray *blocks,
                  const OutlaySheet *sheet,
                  const OutlayArticle *article,
                  guint index,
                  const GPtrArray *quotes)
{
  gboolean first = TRUE;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const OutlayQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->claim != index)
        continue;
      g_ptr_array_add (blocks, build_quote (sheet, quote, article, first));
      first = FALSE;
    }
  if (first)
    g_ptr_array_add (blocks, build_origin (sheet, article));
}

static OutlayBlock *
build_heading (const OutlaySheet *sheet, const char *text)
{
  OutlayBlock *block = outlay_block_new (12);

  outlay_block_add_text (block, OUTLAY_TEXT_HEADING,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_HEADING, text, sheet->width), 0,
                         0);
  block->keep = TRUE;
  return block;
}

static void
name_sources (const OutlayDealRecord *deal, OutlayField field, const char *value, GString *names)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autofree char *says = outlay_format_field_value (&claim->claim->fields, field);
      g_autofree char *label = dup_title (claim->article);
      const char *name
        = claim->article->source != NULL ? claim->article->source : g_intern_string (label);

      if (strcmp (says, value) != 0 || !g_hash_table_add (told, (gpointer)name))
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
  outlay_block_add_rule (block, 0, 0, sheet->width, 0, 0.7, 0.45);
  outlay_block_add_rule (block, 0, y, sheet->width, y, 0.7, 0.45);
  outlay_block_add_rule (block, 0, 0, 0, y, 0.7, 0.45);
  outlay_block_add_rule (block, sheet->width, 0, sheet->width, y, 0.7, 0.45);
  block->whole = TRUE;
  return block;
}

/**
 * outlay_report_evidence_add:
 * @blocks: (element-type OutlayBlock): the section so far
 * @quotes: (nullable) (element-type OutlayQuote): the words of the deal's articles
 *
 * Adds what the articles say, each under its language and day, and the fields that they disagree
 * on.
 */
void
outlay_report_evidence_add (GPtrArray *blocks,
                            const OutlaySheet *sheet,
                            const OutlayDealRecord *deal,
                            const GPtrArray *quotes)
{
  if (deal->claims->len > 0)
    g_ptr_array_add (blocks, build_heading (sheet, _ ("What the articles say")));
  for (guint i = 0; i < deal->claims->len; i++)
    add_claim_quotes (blocks, sheet, outlay_deal_record_get_claim (deal, i)->article, i, quotes);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->conflicts & (1u << field))
        g_ptr_array_add (blocks, build_conflict (sheet, deal, field));
    }
}
