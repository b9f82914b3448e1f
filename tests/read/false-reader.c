/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for the helper that reads files, and fails as its name says: "crash-reader" ends
 * without an answer, "hang-reader" never answers, "lie-reader" answers with what is none. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "read/isolate/outlay-wire.h"

#define WIRE 3

int
main (int argc, char **argv)
{
  static const char lie[] = "This is no answer but a sentence, which a reader must not believe.";
  OutlayWireRequest request;

  while (outlay_wire_receive (WIRE, &request))
    {
      if (strstr (argv[0], "hang") != NULL)
        continue;
      if (strstr (argv[0], "lie") != NULL && write (request.output, lie, sizeof lie) < 0)
        return 1;
      close (request.input);
      close (request.output);
    }
  return 0;
}
