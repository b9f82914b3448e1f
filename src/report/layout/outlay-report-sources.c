/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bibliography: the articles that the deals rest on, numbered, each with its deals. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-sources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "report/layout/outlay-report-section.h"

#define MOST_DEALS 40
#define MOST_NAMED 6

/**
 * outlay_report_dup_article_title:
 *
 * Returns: (transfer full): the headline, or what stands for it, on one line.
 */
char *
outlay_report_dup_article_title (const OutlayArticle *article)
{
  g_autofree char *label = outlay_article_dup_label (article);
  char *title = outlay_text_collapse_space (label);

  if (*title != '\0')
    return title;
  g_free (title);
  return g_strdup (C_ ("report", "untitled article"));
}

/**
 * outlay_report_is_address:
 * @url: (nullable): what an article tells as its address
 *
 * Returns: whether a reader may be led to it: nothing but a page of the web is.
 */
gboolean
outlay_report_is_address (const char *url)
{
  return url != NULL
         && (g_ascii_strncasecmp (url, "https://", 8) == 0
             || g_ascii_strncasecmp (url, "http://", 7) == 0);
}

/* Author, source, day and language, as far as they are known. */
static char *
dup_origin (const OutlayArticle *article)
{
  g_autofree char *date = outlay_format_date (article->published);
  g_autofree char *source = outlay_format_name (
    article->source != NULL ? article->source : C_ ("source", "Unknown source"));
  GString *origin = g_string_new (NULL);

  if (article->author != NULL && *article->author != '\0')
    {
      g_autofree char *author = outlay_format_name (article->author);

      g_string_append_printf (origin, "%s · ", author);
    }
  g_string_append (origin, source);
  g_string_append_printf (origin, ", %s", *date != '\0' ? date : C_ ("card", "no date"));
  if (*article->lang != '\0')
    g_string_append_printf (origin, ", %s", outlay_format_language (article->lang));
  return g_string_free (origin, FALSE);
}

static double
add_address (const OutlaySheet *sheet, OutlayBlock *block, const char *url, double x, double y)
{
  PangoLayout *layout = outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, url, sheet->width - x);
  double end = outlay_block_add_text (block, OUTLAY_TEXT_CAPTION, layout, x, y + 1);

  if (outlay_report_is_address (url))
    outlay_block_add_text_link (block, url, 0, strlen (url));
  return end;
}

/* Where the deals stand nowhere else in the document, a number would lead nowhere. */
static double
name_deals (
  const OutlayReportFrame *frame, OutlayBlock *block, const GArray *entries, double x, double y)
{
  const OutlaySheet *sheet = frame->sheet;
  g_autoptr (GString) text = g_string_new (NULL);
  guint named = entries->len > MOST_NAMED ? MOST_NAMED - 1 : entries->len;

  for (guint i = 0; i < named; i++)
    {
      g_autofree char *name = outlay_report_section_dup_name (
        outlay_report_plan_get_deal (frame->plan, g_array_index (entries, guint, i)));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", name);
    }
  if (named < entries->len)
    g_string_append_printf (text, " · +%u", entries->len - named);
  return outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, text->str, sheet->width - x), x, y + 1);
}

/* The numbers of the deals, each of which leads there. */
static double
number_deals (
  const OutlayReportFrame *frame, OutlayBlock *block, const GArray *entries, double x, double y)
{
  const OutlaySheet *sheet = frame->sheet;
  const char *label = entries->len == 1 ? C_ ("report", "Deal") : C_ ("report", "Deals");
  GString *text = g_string_new (label);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint shown = MIN (entries->len, MOST_DEALS);

  for (guint i = 0; i < shown; i++)
    {
      g_string_append (text, i > 0 ? C_ ("list", ", ") : " ");
      g_array_append_val (starts, text->len);
      g_string_append_printf (text, "%u", g_array_index (entries, guint, i) + 1);
    }
  if (shown < entries->len)
    g_string_append (text, " …");
  double end = outlay_block_add_text (
    block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, text->str, sheet->width - x), x, y + 1);
  for (guint i = 0; i < shown && outlay_report_frame_has_sections (frame); i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      g_autofree char *target = g_strdup_printf ("deal-%u", g_array_index (entries, guint, i) + 1);

      outlay_block_add_text_link (block, target, start,
                                  start + strspn (text->str + start, "0123456789"));
    }
  g_string_free (text, TRUE);
  return end;
}

/**
 * outlay_report_sources_build:
 * @source: index of the article in the plan
 *
 * Returns: (transfer full): the entry of an article.
 */
OutlayBlock *
outlay_report_sources_build (const OutlayReportFrame *frame, guint source)
{
  const OutlaySheet *sheet = frame->sheet;
  const OutlayReportSource *entry = outlay_report_plan_get_source (frame->plan, source);
  const OutlayArticle *article = entry->article;
  OutlayBlock *block = outlay_block_new (7);
  g_autofree char *number = g_strdup_printf ("%u", source + 1);
  g_autofree char *dest = g_strdup_printf ("source-%u", source + 1);
  g_autofree char *most = g_strdup_printf ("%u", frame->plan->sources->len);
  g_autofree char *title = outlay_report_dup_article_title (article);
  g_autofree char *origin = dup_origin (article);
  double label = outlay_sheet_measure (sheet, OUTLAY_TEXT_DIM, most) + 1, x = label + 9;
  gboolean alone = frame->options.layout == OUTLAY_REPORT_SOURCES;
  PangoLayout *digits = outlay_sheet_new_text (sheet, OUTLAY_TEXT_DIM, number, label);
  PangoLayout *heading
    = outlay_sheet_new_text (sheet, OUTLAY_TEXT_REFERENCE, title, sheet->width - x);

  pango_layout_set_alignment (digits, PANGO_ALIGN_RIGHT);
  outlay_sheet_add_lang (heading, article->lang);
  outlay_block_add_text (block, OUTLAY_TEXT_DIM, digits, 0, 0);
  outlay_block_add_text (block, OUTLAY_TEXT_REFERENCE, heading, x, 0);
  double y = outlay_block_align (block, 0);
  y = outlay_block_add_text (
    block, OUTLAY_TEXT_BODY,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, origin, sheet->width - x), x, y + 1);
  if (article->url != NULL && *article->url != '\0')
    y = add_address (sheet, block, article->url, x, y);
  if (alone)
    name_deals (frame, block, entry->entries, x, y);
  else
    number_deals (frame, block, entry->entries, x, y);
  outlay_block_add_dest (block, dest, 0, alone ? title : NULL, 0);
  block->whole = TRUE;
  return block;
}
