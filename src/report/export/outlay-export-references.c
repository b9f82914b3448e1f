/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles for those who cite them: BibTeX, CSL-JSON; and whole, to be imported elsewhere. */
#define G_LOG_DOMAIN "outlay-report"

#include <string.h>

#include "base/json/outlay-json.h"
#include "ledger/outlay-ledger-said.h"
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

/* Of each article, by its id, what the ledger's claims say of it. */
static GHashTable *
sort_claims (const OutlayExportJob *job)
{
  GHashTable *sorted
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < job->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (job->deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          GPtrArray *claims = g_hash_table_lookup (sorted, &claim->article_id);

          if (claims == NULL)
            {
              claims = g_ptr_array_new ();
              g_hash_table_insert (sorted, &claim->article_id, claims);
            }
          g_ptr_array_add (claims, claim);
        }
    }
  return sorted;
}

static JsonArray *
print_claims (const GPtrArray *claims, const OutlayArticle *article)
{
  JsonArray *printed = json_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);

      json_array_add_object_element (printed, outlay_json_from_claim (claim->claim, article));
    }
  return printed;
}

/* What the user said of the article's claims goes with it. */
static gboolean
set_said (const OutlayExportJob *job, gint64 article_id, JsonObject *object, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *json = outlay_ledger_dup_said (job->ledger, article_id, &failure);
  JsonObject *said = json != NULL ? outlay_json_parse (json, -1, &failure) : NULL;

  if (said != NULL)
    json_object_set_object_member (object, "said", said);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_article (const OutlayExportJob *job,
             const OutlayDealClaim *claim,
             const GPtrArray *said,
             GError **error)
{
  g_autoptr (OutlayArticle) article
    = outlay_ledger_get_article (job->ledger, claim->article_id, error);
  g_autoptr (JsonObject) object = article != NULL ? outlay_json_from_article (article) : NULL;

  if (object == NULL)
    return FALSE;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, claim->article_id);
  json_object_set_string_member (object, "id", id);
  json_object_set_array_member (object, "deals", print_claims (said, article));
  if (!set_said (job, claim->article_id, object, error))
    return FALSE;
  g_autofree char *line = outlay_json_print (object);
  return outlay_export_put (job, line, error) && outlay_export_put (job, "\n", error);
}

/**
 * outlay_export_articles:
 *
 * Writes the articles, a line of JSON each, with their texts, what they say of deals and what the
 * user says of that: the form that “import --jsonl” takes.
 *
 * Returns: whether all was written.
 */
gboolean
outlay_export_articles (const OutlayExportJob *job, GError **error)
{
  g_autoptr (GPtrArray) claims = outlay_export_list_articles (job);
  g_autoptr (GHashTable) said = sort_claims (job);

  for (guint i = 0; job->ledger != NULL && i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);

      if (!outlay_export_step (job, i, claims->len, error)
          || !put_article (job, claim, g_hash_table_lookup (said, &claim->article_id), error))
        return FALSE;
    }
  return TRUE;
}
