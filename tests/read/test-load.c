/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "read/outlay-read.h"

/* Whom no file belongs to. */
#define NOBODY 65534

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("outlay-read-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return outlay_read_load (file, NULL, error);
}

static void
assert_refused (const char *path, OutlayReadError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);

  g_assert_null (bytes);
  g_assert_error (error, OUTLAY_READ_ERROR, (int)code);
  /* What is wrong, and what to do: two sentences, and no path that the caller prints anyway. */
  g_test_message ("%s", error->message);
  g_assert_cmpuint (strlen (error->message), >, 30);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, path));
}

static char *
write_file (Fixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a file.txt", "Words.\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Words.\n", 7);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "empty", "");

  assert_refused (path, OUTLAY_READ_ERROR_EMPTY);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no such file", NULL);
  g_autofree char *below = write_file (fixture, "file", "x");
  g_autofree char *in_file = g_build_filename (below, "x", NULL);

  assert_refused (path, OUTLAY_READ_ERROR_NOT_FOUND);
  assert_refused (in_file, OUTLAY_READ_ERROR_NOT_FOUND);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->folder, OUTLAY_READ_ERROR_NOT_A_FILE);
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, OUTLAY_READ_ERROR_NOT_A_FILE);
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  assert_refused ("/dev/zero", OUTLAY_READ_ERROR_NOT_A_FILE);
  assert_refused ("/dev/null", OUTLAY_READ_ERROR_NOT_A_FILE);
}

static void
test_socket (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "socket", NULL);
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  assert_refused (path, OUTLAY_READ_ERROR_NOT_A_FILE);
  close (fd);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "large", "x");

  g_assert_cmpint (truncate (path, (65 << 20)), ==, 0);
  assert_refused (path, OUTLAY_READ_ERROR_TOO_LARGE);
}

static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "secret", "x");

  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  /* Root may read everything. */
  if (root && seteuid (NOBODY) != 0)
    {
      g_test_skip ("root can't become somebody else here");
      return;
    }
  assert_refused (path, OUTLAY_READ_ERROR_ACCESS);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_broken_disk (Fixture *fixture, gconstpointer data)
{
  /* Reading a process's memory at address 0 fails as a broken disk does. */
  assert_refused ("/proc/self/mem", OUTLAY_READ_ERROR_ACCESS);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
  assert_refused (path, OUTLAY_READ_ERROR_NOT_FOUND);
  g_remove (path);
  g_assert_cmpint (symlink ("link", path), ==, 0);
  assert_refused (path, OUTLAY_READ_ERROR_ACCESS);
}

typedef struct
{
  const char *path;
  gint stop;
} Writer;

static gpointer
write_on (gpointer data)
{
  Writer *writer = data;
  int fd = open (writer->path, O_WRONLY | O_APPEND);
  char words[4096];

  memset (words, 'x', sizeof words);
  while (!g_atomic_int_get (&writer->stop) && write (fd, words, sizeof words) > 0)
    ;
  close (fd);
  return NULL;
}

/* It is read as far as it goes, or to the limit. */
static void
test_growing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "growing", "Words.");
  Writer writer = {path, FALSE};
  GThread *thread = g_thread_new ("writer", write_on, &writer);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (path, &error);

  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (thread);
  if (bytes == NULL)
    g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE);
  else
    g_assert_cmpuint (g_bytes_get_size (bytes), <=, (64 << 20));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "file", "Words.");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (outlay_read_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/load/a file gives its bytes", test_bytes);
  ADD ("/load/an empty file is refused", test_empty);
  ADD ("/load/a missing file is refused", test_missing);
  ADD ("/load/a folder is refused", test_folder);
  ADD ("/load/a pipe is refused without waiting for it", test_pipe);
  ADD ("/load/a device is refused", test_device);
  ADD ("/load/a socket is refused", test_socket);
  ADD ("/load/a file above the limit is refused", test_large);
  ADD ("/load/a file without permission is refused", test_forbidden);
  ADD ("/load/a disk's error is told", test_broken_disk);
  ADD ("/load/links to nowhere and in circles are refused", test_link);
  ADD ("/load/a file that grows while it is read is read to the limit at most", test_growing);
  ADD ("/load/a cancelled read stops", test_cancelled);
#undef ADD
  return g_test_run ();
}
