/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Deals to be read: Markdown, and a page of HTML that needs nothing beside itself. Both have a
 * table of the deals, then each deal with the words that prove it.
 */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "report/export/outlay-export-private.h"
#include "report/layout/outlay-report-section.h"
#include "report/layout/outlay-report-sources.h"
#include "report/outlay-quotes.h"

/* How a format writes what both have. */
typedef struct
{
  void (*begin) (GString *text, const OutlayExportJob *job);
  void (*row) (GString *text, guint number, const OutlayDealRecord *deal);
  void (*between) (GString *text);
  void (*heading) (GString *text, guint number, const OutlayDealRecord *deal);
  void (*quote) (GString *text, const OutlayQuote *quote, const OutlayArticle *article);
  void (*close) (GString *text);
  void (*end) (GString *text);
} Writer;

#define N_CELLS 7

static const char *
get_head (guint cell)
{
  const char *const heads[N_CELLS]
    = {C_ ("report", "Who → whom"), C_ ("field", "Amount"), C_ ("field", "Capacity"),
       C_ ("report", "Where"),      C_ ("field", "Status"), C_ ("field", "Announced"),
       C_ ("report", "Sources")};

  return heads[cell];
}

static char *
dup_cell (const OutlayDealRecord *deal, guint cell)
{
  const OutlayFields *fields = &deal->fields;
  g_autofree char *title = NULL;
  char *text = NULL;

  switch (cell)
    {
    case 0:
      title = outlay_report_section_dup_title (deal);
      return g_strdup_printf ("%s · %s", title, outlay_format_kind_in_text (fields->kind));
    case 1:
      return outlay_money_is_set (&fields->amount) ? outlay_format_money (&fields->amount)
                                                   : g_strdup ("–");
    case 2:
      text = outlay_format_capacity (&fields->capacity);
      break;
    case 3:
      text = outlay_format_places (fields, G_MAXUINT);
      break;
    case 4:
      return g_strdup (outlay_format_status (fields->status));
    case 5:
      return outlay_format_date (fields->announced);
    default:
      return g_strdup_printf ("%u", outlay_deal_record_count_sources (deal));
    }
  return text != NULL ? text : g_strdup ("");
}

static char *
dup_origin (const OutlayArticle *article)
{
  g_autofree char *title = outlay_report_dup_article_title (article);
  g_autofree char *date = outlay_format_date (article->published);
  const char *source = article->source != NULL ? article->source : C_ ("report", "unknown source");
  g_autofree char *both = outlay_format_fill (C_ ("report", "“{title}”, {source}"), "title", title,
                                              "source", source, NULL);

  return *date != '\0' ? g_strdup_printf ("%s, %s", both, date) : g_steal_pointer (&both);
}

static const char *
get_filter (const OutlayExportJob *job)
{
  return job->filter != NULL ? job->filter : "";
}

/* Whatever Markdown reads as markup stands for itself. */
static char *
escape_markdown (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("\\`*_{}[]<>()#+-.!|~", *at) != NULL && !g_ascii_isalnum (*at))
        {
          /* A full stop or a dash is markup at the beginning of a line alone. */
          if (at == text || strchr (".-+()!#{}", *at) == NULL)
            g_string_append_c (escaped, '\\');
        }
      g_string_append_c (escaped, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
  return g_string_free (escaped, FALSE);
}

static void
begin_markdown (GString *text, const OutlayExportJob *job)
{
  g_autofree char *filter = escape_markdown (get_filter (job));

  g_string_append_printf (text, "# %s\n\n%s%s| ", _ ("AI infrastructure deals"), filter,
                          *filter != '\0' ? "\n\n" : "");
  g_string_append (text, " ");
  for (guint i = 0; i < N_CELLS; i++)
    g_string_append_printf (text, "| %s ", get_head (i));
  g_string_append (text, "|\n| ---: | --- | ---: | ---: | --- | --- | ---: | ---: |\n");
}

static void
add_markdown_row (GString *text, guint number, const OutlayDealRecord *deal)
{
  g_string_append_printf (text, "| %u ", number);
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *cell = dup_cell (deal, i);
      g_autofree char *escaped = escape_markdown (cell);

      g_string_append_printf (text, "| %s ", escaped);
    }
  g_string_append (text, "|\n");
}

static void
part_markdown (GString *text)
{
  g_string_append_printf (text, "\n## %s\n", _ ("What the articles say"));
}

static void
add_markdown_heading (GString *text, guint number, const OutlayDealRecord *deal)
{
  g_autofree char *title = outlay_report_section_dup_title (deal);
  g_autofree char *escaped = escape_markdown (title);

  g_string_append_printf (text, "\n### %u · %s\n", number, escaped);
}

static void
add_markdown_quote (GString *text, const OutlayQuote *quote, const OutlayArticle *article)
{
  g_autofree char *words = escape_markdown (quote->text);
  g_autofree char *origin = dup_origin (article);
  g_autofree char *escaped = escape_markdown (origin);

  g_string_append_printf (text, "\n> %s\n>\n", words);
  if (outlay_report_is_address (article->url))
    {
      g_autofree char *url = g_uri_escape_string (article->url, ":/?#@!$&'*+,;=%", FALSE);

      g_string_append_printf (text, "> — [%s](%s)\n", escaped, url);
    }
  else
    g_string_append_printf (text, "> — %s\n", escaped);
}

static void
do_nothing (GString *text)
{
}

static const Writer markdown = {
  begin_markdown,     add_markdown_row, part_markdown, add_markdown_heading,
  add_markdown_quote, do_nothing,       do_nothing,
};

/* Control characters, which no page may hold, are left out. */
static char *
escape_html (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x20 && c != 0x7f)
        g_string_append_unichar (kept, c);
      else
        g_string_append_c (kept, ' ');
    }
  g_autofree char *clean = g_string_free (kept, FALSE);
  return g_markup_escape_text (clean, -1);
}

static const char style[]
  = "body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif;"
    " color: #1a1a1a; background: #fff; }\n"
    "h1, h2, h3, blockquote { font-family: serif; }\n"
    ".filter, .origin { color: #555; }\n"
    "table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }\n"
    "caption { text-align: start; font-weight: bold; padding: .5rem 0; }\n"
    "th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0;"
    " border-bottom: 1px solid #bbb; }\n"
    "thead th { border-bottom: 2px solid #1a1a1a; }\n"
    "tbody th { font-weight: normal; }\n"
    ".figure { text-align: end; }\n"
    "blockquote { margin: .8rem 0 .2rem; padding: 0 1rem; border-inline-start: 3px solid #999; }\n"
    "mark { background: none; font-weight: bold; color: inherit; }\n"
    "@media (prefers-color-scheme: dark) { body { color: #eee; background: #222; }"
    " .filter, .origin { color: #bbb; } a { color: #8ebdf7; }"
    " thead th { border-color: #eee; } }\n"
    "@media print { body { margin: 0; max-width: none; } section { break-inside: avoid; } }\n";

static gboolean
is_figure (guint cell)
{
  return cell == 1 || cell == 2 || cell == 5 || cell == 6;
}

static void
begin_html (GString *text, const OutlayExportJob *job)
{
  g_autofree char *title = escape_html (_ ("AI infrastructure deals"));
  g_autofree char *filter = escape_html (get_filter (job));

  g_string_append_printf (text,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                          "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n"
                          "<h1>%s</h1>\n<p class=\"filter\">%s</p>\n"
                          "<table>\n<caption>%s</caption>\n<thead>\n<tr><th scope=\"col\" "
                          "class=\"figure\">%s</th>",
                          C_ ("language code", "en"), title, style, title, filter,
                          C_ ("report", "The deals in short"), C_ ("report", "No."));
  for (guint i = 0; i < N_CELLS; i++)
    g_string_append_printf (text, "<th scope=\"col\"%s>%s</th>",
                            is_figure (i) ? " class=\"figure\"" : "", get_head (i));
  g_string_append (text, "</tr>\n</thead>\n<tbody>\n");
}

static void
add_html_row (GString *text, guint number, const OutlayDealRecord *deal)
{
  g_string_append_printf (text, "<tr><td class=\"figure\">%u</td>", number);
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *cell = dup_cell (deal, i);
      g_autofree char *escaped = escape_html (cell);

      if (i == 0)
        g_string_append_printf (text, "<th scope=\"row\"><a href=\"#deal-%u\">%s</a></th>", number,
                                escaped);
      else
        g_string_append_printf (text, "<td%s>%s</td>", is_figure (i) ? " class=\"figure\"" : "",
                                escaped);
    }
  g_string_append (text, "</tr>\n");
}

static void
part_html (GString *text)
{
  g_string_append_printf (text, "</tbody>\n</table>\n<h2>%s</h2>\n", _ ("What the articles say"));
}

static void
add_html_heading (GString *text, guint number, const OutlayDealRecord *deal)
{
  g_autofree char *title = outlay_report_section_dup_title (deal);
  g_autofree char *escaped = escape_html (title);

  g_string_append_printf (text, "<section id=\"deal-%u\">\n<h3>%u · %s</h3>\n", number, number,
                          escaped);
}

static void
append_marked (GString *text, const OutlayQuote *quote)
{
  gsize at = 0;

  for (guint i = 0; i <= quote->marks->len; i++)
    {
      const OutlaySpan *mark
        = i < quote->marks->len ? &g_array_index (quote->marks, OutlaySpan, i) : NULL;
      gsize end = mark != NULL ? mark->start : strlen (quote->text);
      g_autofree char *plain = g_strndup (quote->text + at, end - at);
      g_autofree char *before = escape_html (plain);

      g_string_append (text, before);
      if (mark == NULL)
        return;
      g_autofree char *words = g_strndup (quote->text + mark->start, mark->end - mark->start);
      g_autofree char *escaped = escape_html (words);
      g_string_append_printf (text, "<mark>%s</mark>", escaped);
      at = mark->end;
    }
}

static void
add_html_quote (GString *text, const OutlayQuote *quote, const OutlayArticle *article)
{
  g_autofree char *origin = dup_origin (article);
  g_autofree char *escaped = escape_html (origin);
  g_autofree char *lang = escape_html (article->lang);

  g_string_append_printf (text, "<blockquote lang=\"%s\" dir=\"auto\"><p>", lang);
  append_marked (text, quote);
  g_string_append (text, "</p></blockquote>\n<p class=\"origin\">— ");
  if (outlay_report_is_address (article->url))
    {
      g_autofree char *url = escape_html (article->url);

      g_string_append_printf (text, "<a href=\"%s\">%s</a></p>\n", url, escaped);
    }
  else
    g_string_append_printf (text, "%s</p>\n", escaped);
}

static void
close_html (GString *text)
{
  g_string_append (text, "</section>\n");
}

static void
end_html (GString *text)
{
  g_string_append (text, "</main>\n</body>\n</html>\n");
}

static const Writer html = {
  begin_html, add_html_row, part_html, add_html_heading, add_html_quote, close_html, end_html,
};

static gboolean
put_quotes (const OutlayExportJob *job,
            const Writer *writer,
            guint number,
            const OutlayDealRecord *deal,
            GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  writer->heading (text, number, deal);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autoptr (GPtrArray) quotes
        = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_quote_free);
      g_autoptr (OutlayArticle) article
        = outlay_ledger_get_article (job->ledger, claim->article_id, error);

      if (article == NULL)
        return FALSE;
      outlay_quotes_add (quotes, i, claim->claim, article);
      for (guint j = 0; j < quotes->len; j++)
        writer->quote (text, g_ptr_array_index (quotes, j), article);
    }
  writer->close (text);
  return outlay_export_put (job, text->str, error);
}

static gboolean
put_document (const OutlayExportJob *job, const Writer *writer, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  writer->begin (text, job);
  for (guint i = 0; i < job->deals->len; i++)
    writer->row (text, i + 1, g_ptr_array_index (job->deals, i));
  writer->between (text);
  if (!outlay_export_put (job, text->str, error))
    return FALSE;
  for (guint i = 0; job->ledger != NULL && i < job->deals->len; i++)
    {
      if (!outlay_export_step (job, i, job->deals->len, error)
          || !put_quotes (job, writer, i + 1, g_ptr_array_index (job->deals, i), error))
        return FALSE;
    }
  g_string_truncate (text, 0);
  writer->end (text);
  return outlay_export_put (job, text->str, error);
}

/** outlay_export_markdown: writes the deals as Markdown; returns whether all was written. */
gboolean
outlay_export_markdown (const OutlayExportJob *job, GError **error)
{
  return put_document (job, &markdown, error);
}

/** outlay_export_html: writes the deals as a page of HTML; returns whether all was written. */
gboolean
outlay_export_html (const OutlayExportJob *job, GError **error)
{
  return put_document (job, &html, error);
}
