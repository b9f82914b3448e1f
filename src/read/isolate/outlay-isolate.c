/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "outlay-isolate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "outlay-pack.h"
#include "outlay-read-config.h"
#include "outlay-wire.h"

/* Names another helper, for a program that is not installed. */
#define HELPER_VARIABLE "OUTLAY_READER"
#define HELPER          "outlay-reader"

/* Which descriptor of the helper is the socket. */
#define WIRE 3

/* The most that one file may become. */
#define LONGEST_ANSWER ((gsize)256 << 20)

/* The clock in the helper ends it; this is for one that no clock reaches. */
#define PATIENCE_SECONDS (OUTLAY_JAIL_SECONDS + 15)

/* How often a wait looks whether it is cancelled. */
#define GLANCE_MSEC 50

static struct
{
  GMutex lock;
  int wire; /* 0 while there is no helper */
  guint missing;
} helper;

static char *
find_beside_program (void)
{
  static const char *const places[] = {"..", "../libexec/outlay"};
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], HELPER, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static char *
find_helper (void)
{
  const char *named = g_getenv (HELPER_VARIABLE);
  char *beside;

  if (named != NULL)
    return g_strdup (named);
  beside = find_beside_program ();
  return beside != NULL ? beside : g_build_filename (OUTLAY_LIBEXECDIR, HELPER, NULL);
}

static void
set_no_helper (GError **error, const char *path, const char *reason)
{
  g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_HELPER,
               _ ("The program that reads files, “%s”, cannot be started (%s). Install Outlay "
                  "again."),
               path, reason);
}

/* Starts the helper. Called with the lock held. */
static gboolean
start_helper (GError **error)
{
  g_autofree char *path = find_helper ();
  const char *const arguments[] = {path, NULL};
  g_autoptr (GError) reason = NULL;
  int ends[2];
  int theirs;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    {
      set_no_helper (error, path, g_strerror (errno));
      return FALSE;
    }
  theirs = ends[1];
  if (!g_spawn_async_with_pipes_and_fds (NULL, arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                                         NULL, -1, -1, -1, &theirs, (const int[]){WIRE}, 1, NULL,
                                         NULL, NULL, NULL, &reason))
    {
      set_no_helper (error, path, reason->message);
      close (ends[0]);
      close (ends[1]);
      return FALSE;
    }
  close (ends[1]);
  helper.wire = ends[0];
  return TRUE;
}

/* Hands @request over; a helper that is gone is started anew, once. */
static gboolean
hand_over (const OutlayWireRequest *request, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&helper.lock);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      if (helper.wire == 0 && !start_helper (error))
        return FALSE;
      if (outlay_wire_send (helper.wire, request))
        return TRUE;
      close (helper.wire);
      helper.wire = 0;
    }
  set_no_helper (error, HELPER, g_strerror (errno));
  return FALSE;
}

static int
store_input (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create ("outlay-input", MFD_CLOEXEC);

  for (gsize done = 0; fd >= 0 && done < size;)
    {
      gssize n = write (fd, data + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          close (fd);
          fd = -1;
          break;
        }
      done += (gsize)n;
    }
  if (fd < 0)
    g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_ACCESS,
                 _ ("There is no memory left for this file (%s)."), g_strerror (errno));
  return fd;
}

static void
set_failed (GError **error, gboolean too_long)
{
  if (too_long)
    g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE,
                         _ ("The file holds more than can be read. Save the article alone and "
                            "import that file."));
  else
    g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                         _ ("The file made its reader fail, or took it too much time or memory. It "
                            "may be damaged, or made to do harm; save the article again and import "
                            "that file."));
}

/* Waits for bytes, the end or the user. */
static gboolean
wait_for (int fd, gint64 deadline, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      GPollFD poll = {fd, G_IO_IN | G_IO_HUP | G_IO_ERR, 0};

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_poll (&poll, 1, GLANCE_MSEC) > 0)
        return TRUE;
      if (g_get_monotonic_time () > deadline)
        {
          set_failed (error, FALSE);
          return FALSE;
        }
    }
}

static GBytes *
take_answer (int fd, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64)PATIENCE_SECONDS * G_USEC_PER_SEC;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 chunk[65536];

  while (wait_for (fd, deadline, cancellable, error))
    {
      gssize n = read (fd, chunk, sizeof chunk);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (all->len + (gsize)n > LONGEST_ANSWER)
        {
          set_failed (error, TRUE);
          return NULL;
        }
      g_byte_array_append (all, chunk, (guint)n);
    }
  return NULL;
}

static GBytes *
ask (
  OutlayWireTask task, GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  OutlayWireRequest request = {.task = task, .path = ""};
  int ends[2];
  gboolean sent;
  GBytes *answer = NULL;

  if (path != NULL)
    g_strlcpy (request.path, path, sizeof request.path);
  request.input = store_input (bytes, error);
  if (request.input < 0)
    return NULL;
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    {
      close (request.input);
      set_failed (error, FALSE);
      return NULL;
    }
  request.output = ends[1];
  sent = hand_over (&request, error);
  close (request.input);
  close (ends[1]);
  if (sent)
    answer = take_answer (ends[0], cancellable, error);
  close (ends[0]);
  return answer;
}

static void
set_path (GPtrArray *articles, const char *path)
{
  for (guint i = 0; i < articles->len; i++)
    {
      OutlayArticle *article = g_ptr_array_index (articles, i);
      g_autofree char *member = g_steal_pointer (&article->file);

      if (member != NULL && path != NULL)
        article->file = g_strconcat (path, OUTLAY_ARTICLE_MEMBER_MARK, member, NULL);
      else
        article->file = g_strdup (member != NULL ? member : path);
    }
}

/* What of the jail this system lacks; whoever imports tells people. */
static void
note_layers (OutlayJailLayers layers)
{
  g_atomic_int_set (&helper.missing, (int)(OUTLAY_JAIL_ALL & ~(guint)layers));
}

/**
 * outlay_read_isolated:
 * @bytes: what a file holds
 * @path: (nullable): where it came from, in file name encoding
 * @error: return location for an #OutlayReadError or %G_IO_ERROR_CANCELLED
 *
 * As outlay_read_bytes(), in a process of its own that can do nothing but read these bytes. From
 * any thread.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): at least one article.
 */
GPtrArray *
outlay_read_isolated (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) answer = NULL;
  GPtrArray *articles;
  OutlayJailLayers layers;

  g_return_val_if_fail (bytes != NULL, NULL);

  answer = ask (OUTLAY_WIRE_READ, bytes, path, cancellable, error);
  if (answer == NULL)
    return NULL;
  if (g_bytes_get_size (answer) == 0)
    {
      set_failed (error, FALSE);
      return NULL;
    }
  articles = outlay_unpack (answer, &layers, error);
  note_layers (layers);
  if (articles != NULL)
    set_path (articles, path);
  return articles;
}

/**
 * outlay_read_get_missing_layers:
 *
 * Returns: what of the jail the last file had to be read without.
 */
OutlayJailLayers
outlay_read_get_missing_layers (void)
{
  return (OutlayJailLayers)g_atomic_int_get (&helper.missing);
}

/**
 * outlay_read_describe_layers:
 *
 * Returns: (transfer full): a sentence for people on what protection is missing.
 */
char *
outlay_read_describe_layers (OutlayJailLayers missing)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (missing & OUTLAY_JAIL_FILES)
    g_ptr_array_add (names, (gpointer)_ ("Landlock, which keeps it from files"));
  if (missing & OUTLAY_JAIL_CALLS)
    g_ptr_array_add (names, (gpointer)_ ("seccomp, which keeps it from the network and other "
                                         "programs"));
  if (missing & OUTLAY_JAIL_LIMITS)
    g_ptr_array_add (names, (gpointer)_ ("limits of memory and time"));
  g_ptr_array_add (names, NULL);
  g_autofree char *list = g_strjoinv (_ ("; "), (GStrv)names->pdata);
  return g_strdup_printf (_ ("Files are read with less protection here. Missing: %s."), list);
}

/**
 * outlay_read_probe_jail:
 * @error: return location for an #OutlayReadError
 *
 * Has the helper try what it must not be able to do. For tests.
 *
 * Returns: (transfer full) (nullable): a line for each attempt.
 */
char *
outlay_read_probe_jail (GError **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) answer = ask (OUTLAY_WIRE_PROBE, nothing, NULL, NULL, error);
  g_autoptr (GError) lines = NULL;
  OutlayJailLayers layers;

  if (answer == NULL)
    return NULL;
  g_autoptr (GPtrArray) none = outlay_unpack (answer, &layers, &lines);
  note_layers (layers);
  return lines != NULL ? g_strdup (lines->message) : NULL;
}
