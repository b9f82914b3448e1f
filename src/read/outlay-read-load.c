/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The greatest file that is read, in MiB. An article is a thousandth of it; a page that a browser
 * saved in one file, with its pictures, may come near. */
#define MAX_MEGABYTES 64

#define MAX_BYTES ((gsize)MAX_MEGABYTES << 20)

#define CHUNK ((gsize)1 << 20)

static void
set_too_large (GError **error)
{
  g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE,
               _ ("The file is larger than %d MB, which no article is. Save the article alone and "
                  "import that file."),
               MAX_MEGABYTES);
}

static void
set_empty (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_EMPTY,
                       _ ("The file is empty. Save the article again and import that file."));
}

static void
set_not_a_file (GError **error, gboolean folder)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_A_FILE,
                       folder ? _ ("This is a folder, not a file. Choose the files in it.")
                              : _ ("This is a device, a pipe or a socket, not a file. Save the "
                                   "article as a file and import that."));
}

/* The message of a failed call, by what the user can do about it. */
static void
set_system_error (GError **error, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_FOUND,
                           _ ("There is no such file. It may have been moved or deleted; check "
                              "its name and place."));
      break;
    case EACCES:
    case EPERM:
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_ACCESS,
                           _ ("You have no permission to read this file. Change its permissions, "
                              "or copy it to a folder of yours."));
      break;
    case ENXIO:
    case ENODEV:
      set_not_a_file (error, FALSE);
      break;
    case EISDIR:
      set_not_a_file (error, TRUE);
      break;
    default:
      g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_ACCESS,
                   _ ("The file cannot be read (%s). Check the disk or the connection, and try "
                      "again."),
                   g_strerror (number));
    }
}

static gboolean
check_status (int fd, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      set_system_error (error, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      set_not_a_file (error, S_ISDIR (status.st_mode));
      return FALSE;
    }
  if (status.st_size > (goffset)MAX_BYTES)
    {
      set_too_large (error);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
read_all (int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, chunk, CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_system_error (error, errno);
          return NULL;
        }
      if (n == 0)
        break;
      if (all->len + (gsize)n > MAX_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
      g_byte_array_append (all, chunk, (guint)n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* Without waiting for a pipe's other end: a folder of files to import may hold one. */
static GBytes *
load_path (const char *path, GCancellable *cancellable, GError **error)
{
  GBytes *bytes = NULL;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    {
      set_system_error (error, errno);
      return NULL;
    }
  if (check_status (fd, error))
    bytes = read_all (fd, cancellable, error);
  close (fd);
  return bytes;
}

static void
set_stream_error (GError **error, GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return;
    }
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_system_error (error, ENOENT);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_system_error (error, EACCES);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_system_error (error, EISDIR);
  else
    g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_ACCESS,
                 _ ("The file cannot be read (%s). Check the disk or the connection, and try "
                    "again."),
                 reason->message);
  g_error_free (reason);
}

static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **reason)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (;;)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (stream, CHUNK, cancellable, reason);

      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0 || all->len > MAX_BYTES)
        break;
      g_byte_array_append (all, g_bytes_get_data (chunk, NULL), (guint)g_bytes_get_size (chunk));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static GBytes *
load_stream (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GBytes) bytes = NULL;

  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &reason);
  if (bytes == NULL)
    {
      set_stream_error (error, reason);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/**
 * outlay_read_is_address:
 *
 * Returns: whether @file is a page of the web and no file: the program never goes online.
 */
gboolean
outlay_read_is_address (GFile *file)
{
  static const char *const schemes[] = {"http", "https", "ftp", "ftps"};

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_file_has_uri_scheme (file, schemes[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_read_load:
 * @error: return location for an #OutlayReadError or %G_IO_ERROR_CANCELLED
 *
 * Reads a file whole; waits for the disk, but not for a pipe or a device.
 *
 * Returns: (transfer full) (nullable): its bytes, at least one.
 */
GBytes *
outlay_read_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (outlay_read_is_address (file))
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_A_FILE,
                           _ ("This is an address, and Outlay never goes online. Save the page in "
                              "your browser and import that file."));
      return NULL;
    }
  path = g_file_peek_path (file);
  bytes
    = path != NULL ? load_path (path, cancellable, error) : load_stream (file, cancellable, error);
  if (bytes != NULL && g_bytes_get_size (bytes) == 0)
    {
      set_empty (error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}
