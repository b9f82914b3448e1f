/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _OutlayWholeFile
{
  GOutputStream *stream;
  /* Where the bytes go until the end, and the place they then take; both NULL where the target
     can't be replaced: a pipe, a device, or another machine. */
  char *beside;
  char *path;
  int descriptor;
};

static gboolean
fail (GError **error, const char *path)
{
  int code = errno;
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” cannot be written: %s"),
               shown, g_strerror (code));
  return FALSE;
}

/* Links are followed, so that the file that they lead to is replaced and not the link. */
static char *
resolve (const char *path)
{
  g_autofree char *real = realpath (path, NULL);

  return g_strdup (real != NULL ? real : path);
}

static gboolean
open_beside (OutlayWholeFile *whole, const char *path, GError **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *beside = g_build_filename (folder, ".outlay-XXXXXX", NULL);
  struct stat old;
  mode_t mask = umask (0);

  umask (mask);
  whole->descriptor = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666 & ~mask);
  if (whole->descriptor < 0)
    return fail (error, path);
  if (stat (target, &old) == 0)
    fchmod (whole->descriptor, old.st_mode & 0777);
  whole->stream = g_unix_output_stream_new (whole->descriptor, TRUE);
  whole->beside = g_steal_pointer (&beside);
  whole->path = g_steal_pointer (&target);
  return TRUE;
}

/* A device or a pipe must not be replaced, and a PDF or a table can't be written to it whole. */
static gboolean
can_be_replaced (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat old;

  if (stat (path, &old) != 0 || S_ISREG (old.st_mode))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("“%s” is no file that can be written."), shown);
  return FALSE;
}

/**
 * outlay_whole_file_open:
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a file to write to; nothing is at its place before
 *   outlay_whole_file_commit().
 */
OutlayWholeFile *
outlay_whole_file_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayWholeFile) whole = g_new0 (OutlayWholeFile, 1);
  g_autofree char *path = g_file_get_path (file);

  whole->descriptor = -1;
  if (path != NULL)
    return can_be_replaced (path, error) && open_beside (whole, path, error)
             ? g_steal_pointer (&whole)
             : NULL;
  whole->stream
    = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error));
  return whole->stream != NULL ? g_steal_pointer (&whole) : NULL;
}

/**
 * outlay_whole_file_get_stream:
 *
 * Returns: (transfer none): what to write to.
 */
GOutputStream *
outlay_whole_file_get_stream (OutlayWholeFile *whole)
{
  return whole->stream;
}

/**
 * outlay_whole_file_commit:
 *
 * Returns: whether all bytes are on the disk, and the file at its place.
 */
gboolean
outlay_whole_file_commit (OutlayWholeFile *whole, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (whole->beside == NULL)
    return g_output_stream_close (whole->stream, cancellable, error);
  if (fsync (whole->descriptor) != 0)
    return fail (error, whole->path);
  if (!g_output_stream_close (whole->stream, NULL, error))
    return FALSE;
  if (g_rename (whole->beside, whole->path) != 0)
    return fail (error, whole->path);
  g_clear_pointer (&whole->beside, g_free);
  return TRUE;
}

/** outlay_whole_file_free: throws away what was not committed. */
void
outlay_whole_file_free (OutlayWholeFile *whole)
{
  if (whole->stream != NULL && !g_output_stream_is_closed (whole->stream))
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* A GIO stream that is closed under a cancelled cancellable leaves its target alone. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (whole->stream, cancelled, NULL);
    }
  g_clear_object (&whole->stream);
  if (whole->beside != NULL)
    g_unlink (whole->beside);
  g_free (whole->beside);
  g_free (whole->path);
  g_free (whole);
}
