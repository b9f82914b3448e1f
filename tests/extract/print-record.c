/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the extractor sees of articles and what it decides, for build-aux/learn-weights to
 * learn from: articles in, one JSON object a line, out comes for each its id and then its record.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "extract/outlay-extractor.h"
#include "read/outlay-read.h"

static gboolean
print_record (const char *line, GError **error)
{
  g_autoptr (JsonObject) object = outlay_json_parse (line, -1, error);
  g_autoptr (OutlayArticle) raw = object != NULL ? outlay_json_read_article (object, error) : NULL;
  g_autoptr (OutlayArticle) article = raw != NULL ? outlay_read_clean (raw) : NULL;

  if (article == NULL)
    return FALSE;
  g_autofree char *record = outlay_extractor_record (outlay_extractor_get_default (), article);
  printf ("article\t%s\t%s\n%s", outlay_json_get_string (object, "id"), article->lang, record);
  return TRUE;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  char *line = NULL;
  size_t size = 0;

  while (error == NULL && getline (&line, &size, stdin) > 0)
    print_record (line, &error);
  free (line);
  if (error == NULL)
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}
