/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-articles.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-verb.h"
#include "extract/outlay-extract.h"
#include "read/outlay-read.h"

typedef struct
{
  const OutlayExtractor *extractor;
  const char *name;
  const char *lang;
  OutlayExit status;
} Finding;

static OutlayArticle *
clean (OutlayArticle *raw, const char *lang)
{
  if (lang != NULL)
    {
      g_free (raw->lang);
      raw->lang = g_strdup (lang);
    }
  return outlay_read_clean (raw);
}

static gboolean
print_line (OutlayArticle *raw, JsonObject *object, const GError *error, gpointer user_data)
{
  Finding *finding = user_data;
  g_autoptr (JsonObject) result = outlay_articles_new_result (object);

  if (raw == NULL)
    {
      finding->status = OUTLAY_EXIT_FAILED;
      json_object_set_string_member (result, "error", error->message);
      return outlay_console_print_json (result);
    }
  g_autoptr (OutlayArticle) article = clean (raw, finding->lang);
  g_autoptr (GArray) mentions = outlay_extractor_find_mentions (finding->extractor, article);

  json_object_set_string_member (result, "lang", article->lang);
  json_object_set_array_member (result, "mentions", outlay_json_list_mentions (mentions, article));
  return outlay_console_print_json (result);
}

static gboolean
print_mentions (OutlayArticle *raw, JsonObject *object, const GError *error, gpointer user_data)
{
  Finding *finding = user_data;
  gboolean more = TRUE;

  if (raw == NULL)
    {
      outlay_console_complain ("%s: %s", finding->name, error->message);
      finding->status = OUTLAY_EXIT_FAILED;
      return TRUE;
    }
  g_autoptr (OutlayArticle) article = clean (raw, finding->lang);
  g_autoptr (GArray) mentions = outlay_extractor_find_mentions (finding->extractor, article);

  g_autoptr (JsonArray) list = outlay_json_list_mentions (mentions, article);

  for (guint i = 0; more && i < mentions->len; i++)
    more = outlay_console_print_json (json_array_get_object_element (list, i));
  return more;
}

static OutlayExit
run_mentions (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *lang = NULL;
  gboolean lines = FALSE;
  const GOptionEntry entries[] = {
    {"lang", 0, 0, G_OPTION_ARG_FILENAME, &lang,
     N_ ("Read the text in the language XX, whatever it looks like"), N_ ("XX")},
    {"jsonl", 0, 0, G_OPTION_ARG_NONE, &lines,
     N_ ("Read one JSON object with “id” and “text” a line"), NULL},
    {NULL},
  };
  Finding finding = {NULL, "-", NULL, OUTLAY_EXIT_FINE};

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL && (*arguments)[2] != NULL)
    return outlay_verb_refuse (verb, _ ("Only one file can be read at a time."));
  const char *name = (*arguments)[1];
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "-");
  finding.name = shown;
  finding.lang = lang;
  finding.extractor = outlay_extractor_get_default ();
  if (lines)
    outlay_articles_from_lines (name, print_line, &finding);
  else
    outlay_articles_from_file (name, print_mentions, &finding);
  return finding.status;
}

const OutlayVerb outlay_verb_mentions = {
  "mentions",
  N_ ("[FILE]"),
  N_ ("Print what a text mentions: money, capacity, dates, organisations, places, cues."),
  N_ ("Without FILE, standard input is read. Every mention is a JSON line with type, start and end "
      "(bytes), text and its reading; with --jsonl every article is one, its mentions in a list."),
  run_mentions,
};
