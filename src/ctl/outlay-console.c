/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What outlayctl writes. Words for people go out in the charset of the locale, whatever that can't
 * show is replaced; JSON is UTF-8 always. When whoever reads goes away ("| head"), the program ends
 * early and quietly; when the disk is full, it says so.
 */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-console.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/json/outlay-json.h"
#include "read/isolate/outlay-isolate.h"

/* errno of the first write that failed, 0 while all is well. */
static int output_error;

/** outlay_console_init: to be called before anything is written. */
void
outlay_console_init (void)
{
  signal (SIGPIPE, SIG_IGN);
}

static char *
encode (const char *text, gsize *length)
{
  g_autofree char *target = NULL;
  const char *charset;
  char *encoded;

  if (g_get_charset (&charset))
    {
      *length = strlen (text);
      return g_strdup (text);
    }
  target = g_strconcat (charset, "//TRANSLIT", NULL);
  encoded = g_convert (text, -1, target, "UTF-8", NULL, length, NULL);
  if (encoded == NULL)
    {
      encoded = g_str_to_ascii (text, "C");
      *length = strlen (encoded);
    }
  return encoded;
}

static void
remember_error (void)
{
  if (output_error == 0)
    output_error = errno != 0 ? errno : EIO;
}

static gboolean
write_bytes (const char *bytes, gsize length, gboolean flush)
{
  if (output_error != 0)
    return FALSE;
  errno = 0;
  if (fwrite (bytes, 1, length, stdout) != length || (flush && fflush (stdout) != 0))
    remember_error ();
  return output_error == 0;
}

/**
 * outlay_console_print:
 * @text: UTF-8, line breaks included
 *
 * Returns: whether it could be written; where not, there is no use in going on.
 */
gboolean
outlay_console_print (const char *text)
{
  gsize length;
  g_autofree char *encoded = encode (text, &length);

  return write_bytes (encoded, length, FALSE);
}

/**
 * outlay_console_print_line:
 * @line: UTF-8 for programs, without its line break
 *
 * Prints a line that is handed on at once, so that a pipeline can answer line by line.
 *
 * Returns: whether it could be written.
 */
gboolean
outlay_console_print_line (const char *line)
{
  return write_bytes (line, strlen (line), FALSE) && write_bytes ("\n", 1, TRUE);
}

/**
 * outlay_console_print_json:
 *
 * Returns: whether @object could be written, as a line of its own.
 */
gboolean
outlay_console_print_json (JsonObject *object)
{
  g_autofree char *line = outlay_json_print (object);

  return outlay_console_print_line (line);
}

/**
 * outlay_console_show_progress:
 * @total: 0 where it is not known
 * @what: (nullable): what is being done; %NULL to take the line away
 *
 * Writes over the line of the terminal that the error stream is.
 */
void
outlay_console_show_progress (guint done, guint total, const char *what)
{
  g_autofree char *encoded = NULL;
  gsize length;

  fputs ("\r\033[K", stderr);
  if (what != NULL)
    {
      encoded = encode (what, &length);
      if (total > 0)
        fprintf (stderr, "%u/%u ", done, total);
      fputs (encoded, stderr);
    }
  fflush (stderr);
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static gpointer
wait_for_interrupt (gpointer data)
{
  static const int signals[] = {SIGINT, SIGTERM};
  g_autoptr (GMainContext) context = g_main_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autoptr (GSource) source = g_unix_signal_source_new (signals[i]);

      g_source_set_callback (source, interrupted_cb, data, NULL);
      g_source_attach (source, context);
    }
  while (!g_cancellable_is_cancelled (data))
    g_main_context_iteration (context, TRUE);
  return NULL;
}

/**
 * outlay_console_new_cancellable:
 *
 * For work that runs no main loop.
 *
 * Returns: (transfer full): what is cancelled when the user interrupts the program, so that nothing
 *   is left half written.
 */
GCancellable *
outlay_console_new_cancellable (void)
{
  static GCancellable *cancellable;

  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));
    }
  return g_object_ref (cancellable);
}

/**
 * outlay_console_tell_progress:
 * @current: how much is done
 * @total: of how much
 * @data: what is being done
 *
 * Shows the progress where someone sees the error stream; a #GFileProgressCallback.
 */
void
outlay_console_tell_progress (goffset current, goffset total, gpointer data)
{
  static int shown = -1;
  int percent = total > 0 ? (int)(current * 100 / total) : 0;
  g_autofree char *line = NULL;

  if (percent == shown || !isatty (STDERR_FILENO))
    return;
  shown = percent;
  line = g_strdup_printf ("%d %s", percent, (const char *)data);
  outlay_console_show_progress (0, 0, line);
}

/** outlay_console_end_progress: takes the line of outlay_console_tell_progress() away. */
void
outlay_console_end_progress (void)
{
  if (isatty (STDERR_FILENO))
    outlay_console_show_progress (0, 0, NULL);
}

/** outlay_console_complain: tells what is wrong on the error stream, a line break behind it. */
void
outlay_console_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *encoded = NULL;
  gsize length;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  encoded = encode (message, &length);
  fflush (stdout);
  fprintf (stderr, "outlayctl: %s\n", encoded);
}

/** outlay_console_complain_of_layers: tells what protection files had to be read without, if any.
 */
void
outlay_console_complain_of_layers (void)
{
  OutlayJailLayers missing = outlay_read_get_missing_layers ();
  g_autofree char *words = missing != 0 ? outlay_read_describe_layers (missing) : NULL;

  if (words != NULL)
    outlay_console_complain ("%s", words);
}

/**
 * outlay_console_get_width:
 *
 * Returns: how many cells a line of the terminal has; 0 where the output is none.
 */
guint
outlay_console_get_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

/**
 * outlay_console_is_open:
 *
 * Returns: whether somebody still reads.
 */
gboolean
outlay_console_is_open (void)
{
  return output_error == 0;
}

/**
 * outlay_console_finish:
 * @status: what the verb came to
 *
 * Returns: the exit status: @status, or a failure where the output could not be written for another
 *   reason than that its reader had enough.
 */
OutlayExit
outlay_console_finish (OutlayExit status)
{
  errno = 0;
  if (output_error == 0 && fflush (stdout) != 0)
    remember_error ();
  if (output_error == 0 || output_error == EPIPE)
    return status;
  outlay_console_complain (_ ("The output cannot be written: %s"), g_strerror (output_error));
  return OUTLAY_EXIT_FAILED;
}
