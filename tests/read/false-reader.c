/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for the helper that reads files, and fails as its name says: "crash-reader" ends
 * without an answer, "hang-reader" never answers, "lie-reader" answers with what is none,
 * "bare-reader" answers with an article, and that no kernel kept it from anything. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "read/isolate/outlay-pack.h"
#include "read/isolate/outlay-wire.h"

#define WIRE 3

static gboolean
answer_bare (int output)
{
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  OutlayArticle *article = outlay_article_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_free (article->text);
  article->text = g_strdup ("Acme leases the silos at the harbour.");
  g_ptr_array_add (articles, article);
  bytes = outlay_pack (OUTLAY_JAIL_LIMITS, articles, NULL);
  return write (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) > 0;
}

int
main (int argc, char **argv)
{
  static const char lie[] = "This is no answer but a sentence, which a reader must not believe.";
  /* The folder that it is built in has a name of its own. */
  g_autofree char *name = g_path_get_basename (argv[0]);
  OutlayWireRequest request;

  while (outlay_wire_receive (WIRE, &request))
    {
      if (strstr (name, "hang") != NULL)
        continue;
      if (strstr (name, "lie") != NULL && write (request.output, lie, sizeof lie) < 0)
        return 1;
      if (strstr (name, "bare") != NULL && !answer_bare (request.output))
        return 1;
      close (request.input);
      close (request.output);
    }
  return 0;
}
