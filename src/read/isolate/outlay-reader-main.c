/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * outlay-reader: the helper that reads foreign files. It loads what reading needs, then waits on a
 * socket; for each file it forks a child, which goes to jail, reads, answers and ends. It does
 * nothing else itself, so that no file can reach another's reader.
 */
#define G_LOG_DOMAIN "outlay-read"

#include <errno.h>
#include <locale.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "outlay-config.h"
#include "outlay-jail.h"
#include "outlay-pack.h"
#include "outlay-reader-probe.h"
#include "outlay-wire.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"

/* Where the caller has put its socket. */
#define WIRE 3

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize)n;
    }
  return TRUE;
}

static GBytes *
map_input (int fd)
{
  struct stat status;
  void *data;

  if (fstat (fd, &status) != 0)
    return NULL;
  if (status.st_size == 0)
    return g_bytes_new_static ("", 0);
  data = mmap (NULL, (gsize)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  return data == MAP_FAILED ? NULL : g_bytes_new_static (data, (gsize)status.st_size);
}

/* Leaves of each article's file the name in the archive, if any: the caller knows the rest. */
static void
cut_path (GPtrArray *articles, const char *path)
{
  g_autofree char *start = g_strconcat (path, OUTLAY_ARTICLE_MEMBER_MARK, NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      OutlayArticle *article = g_ptr_array_index (articles, i);
      g_autofree char *file = g_steal_pointer (&article->file);

      if (*path == '\0')
        article->file = g_steal_pointer (&file);
      else if (file != NULL && g_str_has_prefix (file, start))
        article->file = g_strdup (file + strlen (start));
    }
}

static GBytes *
answer (const OutlayWireRequest *request, GBytes *input)
{
  OutlayJailLayers layers = outlay_jail_enter ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  if (request->task == OUTLAY_WIRE_PROBE)
    {
      g_autofree char *lines = outlay_reader_probe ();

      g_set_error_literal (&error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT, lines);
      return outlay_pack (layers, NULL, error);
    }
  articles = outlay_read_bytes (input, *request->path != '\0' ? request->path : NULL, NULL, &error);
  if (articles != NULL)
    cut_path (articles, request->path);
  return outlay_pack (layers, articles, error);
}

/* Never comes back: the child knows nothing of what the helper does next. */
static G_NORETURN void
serve (const OutlayWireRequest *request)
{
  g_autoptr (GBytes) input = map_input (request->input);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const guint8 *data;

  close (WIRE);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (input == NULL)
    _exit (EXIT_FAILURE);
  bytes = answer (request, input);
  data = g_bytes_get_data (bytes, &size);
  _exit (write_all (request->output, data, size) ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Whatever is loaded when it is first needed is needed now: a child can't open files. */
static void
warm_up (void)
{
  static const char page[] = "<!doctype html><html><head><title>A title</title></head><body>"
                             "<article><p>Some words of an article, to begin with.</p></article>"
                             "</body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GPtrArray) articles = outlay_read_bytes (bytes, NULL, NULL, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *message = _ ("The file is empty. Save the article again and import that file.");

  outlay_reader_pdf_warm_up ();
  g_debug ("ready: %u, %s", articles != NULL ? articles->len : 0, message);
}

int
main (void)
{
  OutlayWireRequest request;

  setlocale (LC_ALL, "");
  /* Names in archives are told in the letters of the locale. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, OUTLAY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  signal (SIGCHLD, SIG_IGN);
  warm_up ();
  while (outlay_wire_receive (WIRE, &request))
    {
      pid_t child = fork ();

      if (child == 0)
        serve (&request);
      close (request.input);
      close (request.output);
    }
  return EXIT_SUCCESS;
}
