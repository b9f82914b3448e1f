/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-acting.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ingest/acts/outlay-reextract.h"
#include "read/outlay-read.h"

static OutlayExit
print_text (const OutlayActing *acting, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (OutlayArticle) article
    = ledger != NULL ? outlay_ledger_get_article (ledger, id, &error) : NULL;

  if (article == NULL)
    return outlay_acting_fail (error);
  outlay_console_print_line (article->text);
  return OUTLAY_EXIT_FINE;
}

/* The article must be there: what reads many leaves out those that are not. */
static OutlayExit
correct (const OutlayActing *acting, GArray *ids, const char *text)
{
  const OutlayReextractAim aim = {.articles = ids, .apply = TRUE, .corrects = TRUE, .text = text};
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_autoptr (OutlayArticle) article
    = ledger != NULL ? outlay_ledger_get_article (ledger, g_array_index (ids, gint64, 0), &error)
                     : NULL;
  g_autoptr (OutlayReextraction) done
    = article != NULL ? outlay_reextract (ledger, &aim, NULL, &error) : NULL;

  return done != NULL ? outlay_acting_tell (acting, done->entry) : outlay_acting_fail (error);
}

static OutlayExit
correct_from (const OutlayActing *acting, GArray *ids, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = outlay_read_load (file, NULL, &error);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    return outlay_acting_fail (error);
  g_autofree char *text = g_strndup (data, size);
  g_strstrip (text);
  if (*text == '\0' || !g_utf8_validate_len (data, size, NULL))
    {
      outlay_console_complain ("%s", _ ("The file holds no text in UTF-8."));
      return OUTLAY_EXIT_FAILED;
    }
  return correct (acting, ids, text);
}

static OutlayExit
run_text (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  const GOptionEntry own[] = {
    {"off", 0, 0, G_OPTION_ARG_NONE, &acting.off, N_ ("Go back to the text as it was imported"),
     NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  char *named[] = {(*arguments)[1], NULL};
  const char *file = named[0] != NULL ? (*arguments)[2] : NULL;
  g_autoptr (GArray) ids = outlay_acting_read_ids (named);
  if (ids == NULL || (file != NULL && (acting.off || (*arguments)[3] != NULL)))
    return outlay_verb_refuse (verb, _ ("Name an article by its number, and at most one file."));
  if (acting.off)
    return correct (&acting, ids, NULL);
  return file != NULL ? correct_from (&acting, ids, file)
                      : print_text (&acting, g_array_index (ids, gint64, 0));
}

const OutlayVerb outlay_verb_text = {
  "text",
  N_ ("ARTICLE [FILE]"),
  N_ ("Print the text of an article, or correct it: the file holds what it shall be."),
  N_ ("The article is read again by that text, as one act; what you corrected, linked or marked "
      "stays, and the text as it was imported is kept."),
  run_text,
};
