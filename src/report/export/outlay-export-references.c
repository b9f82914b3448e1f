/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles for those who cite them: BibTeX and CSL-JSON. */
#define G_LOG_DOMAIN "outlay-report"

#include <string.h>

#include "base/json/outlay-json.h"
#include "report/export/outlay-export-private.h"
#include "report/layout/outlay-report-sources.h"

/* What BibTeX takes for a command is written so that it is none. */
static char *
escape_bibtex (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\\')
        g_string_append (escaped, "\\textbackslash{}");
      else if (*at == '~')
        g_string_append (escaped, "\\textasciitilde{}");
      else if (*at == '^')
        g_string_append (escaped, "\\textasciicircum{}");
      else if (strchr ("{}%&#$_", *at) != NULL)
        g_string_append_printf (escaped, "\\%c", *at);
      else
        g_string_append_c (escaped, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
  return g_string_free (escaped, FALSE);
}

static void
append_field (GString *entry, const char *name, const char *value, gboolean exact)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  escaped = escape_bibtex (value);
  /* Two braces keep capitals as they are. */
  g_string_append_printf (entry, exact ? ",\n  %s = {{%s}}" : ",\n  %s = {%s}", name, escaped);
}

/* An address keeps its letters, but for those that would end the field. */
static void
append_url (GString *entry, const char *url)
{
  if (url == NULL || *url == '\0')
    return;
  g_autofree char *escaped = g_uri_escape_string (url, ":/?#[]@!$&'()*+,;=%", FALSE);
  g_string_append_printf (entry, ",\n  url = {%s}", escaped);
}

static void
append_bibtex (GString *text, const OutlayDealClaim *claim)
{
  const OutlayArticle *article = claim->article;
  g_autofree char *title = outlay_report_dup_article_title (article);
  g_autofree char *date = outlay_date_to_string (article->published);
  g_autofree char *year
    = article->published.year > 0 ? g_strdup_printf ("%u", article->published.year) : NULL;
  gboolean exact
    = article->published.unit == OUTLAY_DATE_DAY || article->published.unit == OUTLAY_DATE_MONTH;

  g_string_append_printf (text, "@online{outlay%" G_GINT64_FORMAT, claim->article_id);
  append_field (text, "title", title, TRUE);
  append_field (text, "author", article->author, TRUE);
  append_field (text, "organization", article->source, TRUE);
  append_field (text, "date", exact ? date : year, FALSE);
  append_field (text, "year", year, FALSE);
  append_field (text, "langid", article->lang, FALSE);
  append_url (text, article->url);
  g_string_append (text, "\n}\n\n");
}

/** outlay_export_bibtex: writes the articles for BibTeX; returns whether all was written. */
gboolean
outlay_export_bibtex (const OutlayExportJob *job, GError **error)
{
  g_autoptr (GPtrArray) claims = outlay_export_list_articles (job);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    append_bibtex (text, g_ptr_array_index (claims, i));
  return outlay_export_put (job, text->str, error);
}

static void
set_text (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, member, value);
}

/* A date is a list of numbers, as many as are known. */
static void
set_issued (JsonObject *object, OutlayDate date)
{
  JsonArray *parts, *dates;
  JsonObject *issued;

  if (!outlay_date_is_set (date))
    return;
  parts = json_array_new ();
  json_array_add_int_element (parts, date.year);
  if (date.unit == OUTLAY_DATE_MONTH || date.unit == OUTLAY_DATE_DAY)
    json_array_add_int_element (parts, date.part);
  if (date.unit == OUTLAY_DATE_DAY)
    json_array_add_int_element (parts, date.day);
  dates = json_array_new ();
  json_array_add_array_element (dates, parts);
  issued = json_object_new ();
  json_object_set_array_member (issued, "date-parts", dates);
  json_object_set_object_member (object, "issued", issued);
}

static void
set_author (JsonObject *object, const char *author)
{
  JsonArray *authors;
  JsonObject *name;

  if (author == NULL || *author == '\0')
    return;
  name = json_object_new ();
  json_object_set_string_member (name, "literal", author);
  authors = json_array_new ();
  json_array_add_object_element (authors, name);
  json_object_set_array_member (object, "author", authors);
}

static char *
dup_csl (const OutlayDealClaim *claim)
{
  const OutlayArticle *article = claim->article;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *title = outlay_report_dup_article_title (article);
  g_autofree char *id = g_strdup_printf ("outlay%" G_GINT64_FORMAT, claim->article_id);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "type", "article-newspaper");
  set_text (object, "title", title);
  set_author (object, article->author);
  set_text (object, "container-title", article->source);
  set_issued (object, article->published);
  set_text (object, "language", article->lang);
  set_text (object, "URL", article->url);
  return outlay_json_print (object);
}

/** outlay_export_csl: writes the articles as CSL-JSON; returns whether all was written. */
gboolean
outlay_export_csl (const OutlayExportJob *job, GError **error)
{
  g_autoptr (GPtrArray) claims = outlay_export_list_articles (job);
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *line = dup_csl (g_ptr_array_index (claims, i));

      g_string_append_printf (text, "%s\n%s", i > 0 ? "," : "", line);
    }
  g_string_append (text, "\n]\n");
  return outlay_export_put (job, text->str, error);
}
