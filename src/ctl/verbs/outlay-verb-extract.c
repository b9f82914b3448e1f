/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-articles.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-explain.h"
#include "ctl/outlay-verb.h"
#include "extract/outlay-extract.h"
#include "read/outlay-read.h"

typedef struct
{
  const OutlayExtractor *extractor;
  const char *name;
  gboolean lines;
  gboolean explain;
  OutlayExit status;
} Extraction;

static gboolean
print_error (const Extraction *extraction, JsonObject *object, const GError *error)
{
  if (!extraction->lines || extraction->explain)
    {
      outlay_console_complain ("%s: %s", extraction->name, error->message);
      return TRUE;
    }
  g_autoptr (JsonObject) result = outlay_articles_new_result (object);
  json_object_set_string_member (result, "error", error->message);
  return outlay_console_print_json (result);
}

static gboolean
print_claims (const Extraction *extraction, JsonObject *object, OutlayArticle *article)
{
  g_autoptr (GPtrArray) claims = outlay_extractor_find_claims (extraction->extractor, article);
  g_autoptr (JsonObject) result = outlay_articles_new_result (object);

  if (extraction->explain)
    {
      g_autofree char *words = outlay_explain_claims (claims, article);

      return outlay_console_print (words);
    }
  if (object == NULL)
    json_object_set_string_member (result, "file", extraction->name);
  json_object_set_string_member (result, "lang", article->lang);
  json_object_set_array_member (result, "deals", outlay_json_list_claims (claims, article));
  return outlay_console_print_json (result);
}

static gboolean
extract_article (OutlayArticle *raw, JsonObject *object, const GError *error, gpointer user_data)
{
  Extraction *extraction = user_data;

  if (raw == NULL)
    {
      extraction->status = OUTLAY_EXIT_FAILED;
      return print_error (extraction, object, error);
    }
  g_autoptr (OutlayArticle) article
    = object != NULL ? outlay_read_clean (raw) : outlay_article_ref (raw);
  return print_claims (extraction, object, article);
}

static gboolean
extract_from (Extraction *extraction, const char *name)
{
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "-");

  extraction->name = shown;
  if (extraction->lines)
    return outlay_articles_from_lines (name, extract_article, extraction);
  return outlay_articles_from_file (name, extract_article, extraction);
}

static OutlayExit
run_extract (const OutlayVerb *verb, char ***arguments)
{
  Extraction extraction = {.status = OUTLAY_EXIT_FINE};
  const GOptionEntry entries[] = {
    {"jsonl", 0, 0, G_OPTION_ARG_NONE, &extraction.lines,
     N_ ("Read one JSON object with “id” and “text” a line"), NULL},
    {"explain", 0, 0, G_OPTION_ARG_NONE, &extraction.explain,
     N_ ("Tell in words which rule and which words gave each field"), NULL},
    {NULL},
  };

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  extraction.extractor = outlay_extractor_get_default ();
  if ((*arguments)[1] == NULL)
    extract_from (&extraction, NULL);
  for (guint i = 1; (*arguments)[i] != NULL && outlay_console_is_open (); i++)
    extract_from (&extraction, (*arguments)[i]);
  return extraction.status;
}

const OutlayVerb outlay_verb_extract = {
  "extract",
  N_ ("[FILE…]"),
  N_ ("Print what articles say of deals, as one JSON object an article."),
  N_ (
    "Nothing is kept: articles in, claims out, in the order of the input. Without FILE, standard "
    "input is read.\n\nWith --jsonl every line is an object with “id”, “text” and, each optional, "
    "“title”, “published”, “url”, “source” and “lang”; its answer has the same “id”, and an "
    "“error” where the line can’t be read."),
  run_extract,
};
