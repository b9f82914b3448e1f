/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-articles.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-verb.h"

typedef struct
{
  const char *name;
  OutlayExit status;
} Reading;

static gboolean
print_article (OutlayArticle *article, JsonObject *object, const GError *error, gpointer user_data)
{
  Reading *reading = user_data;

  if (article == NULL)
    {
      outlay_console_complain ("%s: %s", reading->name, error->message);
      reading->status = OUTLAY_EXIT_FAILED;
      return TRUE;
    }
  g_autoptr (JsonObject) result = outlay_json_from_article (article);
  return outlay_console_print_json (result);
}

static OutlayExit
run_read (const OutlayVerb *verb, char ***arguments)
{
  const GOptionEntry entries[] = {{NULL}};
  Reading reading = {NULL, OUTLAY_EXIT_FINE};

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] == NULL)
    return outlay_verb_refuse (verb, _ ("No file is named."));
  for (guint i = 1; (*arguments)[i] != NULL && outlay_console_is_open (); i++)
    {
      g_autofree char *shown = g_filename_display_name ((*arguments)[i]);

      reading.name = shown;
      outlay_articles_from_file ((*arguments)[i], print_article, &reading);
    }
  outlay_console_complain_of_layers ();
  return reading.status;
}

const OutlayVerb outlay_verb_read = {
  "read",
  N_ ("FILE…"),
  N_ ("Print the articles that files hold, without the clutter of the page, as JSON lines."),
  N_ (
    "“-” reads standard input. Every line has the members file, title, published, source, author, "
    "url, lang and text."),
  run_read,
};
