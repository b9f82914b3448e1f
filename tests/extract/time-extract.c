/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the processor seconds that extraction alone takes on a file of articles, one a line. */
#include <stdio.h>
#include <time.h>

#include "base/json/outlay-json.h"
#include "extract/outlay-extract.h"
#include "read/outlay-read.h"

static double
time_article (const OutlayExtractor *extractor, OutlayArticle *raw)
{
  g_autoptr (OutlayArticle) article = outlay_read_clean (raw);
  clock_t start = clock ();
  g_autoptr (GPtrArray) claims = outlay_extractor_find_claims (extractor, article);

  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GIOChannel) channel = g_io_channel_new_file (argv[1], "r", NULL);
  const OutlayExtractor *extractor = outlay_extractor_get_default ();
  double seconds = 0;
  char *line;
  gsize length;

  while (g_io_channel_read_line (channel, &line, &length, NULL, NULL) == G_IO_STATUS_NORMAL)
    {
      g_autofree char *owned = line;
      g_autoptr (JsonObject) object = outlay_json_parse (owned, (gssize)length, NULL);
      g_autoptr (OutlayArticle) raw = outlay_json_read_article (object, NULL);

      seconds += time_article (extractor, raw);
    }
  g_print ("%f\n", seconds);
  return 0;
}
