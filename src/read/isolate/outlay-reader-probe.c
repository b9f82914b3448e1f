/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "outlay-reader-probe.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int
try_open (void)
{
  return open ("/etc/passwd", O_RDONLY | O_CLOEXEC);
}

static int
try_write (void)
{
  return open ("outlay-probe", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
}

static int
try_remove (void)
{
  return unlink ("outlay-probe");
}

static int
try_connect (void)
{
  const struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = htons (9),
    .sin_addr = {htonl (INADDR_LOOPBACK)},
  };
  int wire = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  return wire < 0 ? wire : connect (wire, (const struct sockaddr *)&address, sizeof address);
}

static int
try_fork (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  if (child > 0)
    waitpid (child, NULL, 0);
  return child;
}

static int
try_execute (void)
{
  char *const arguments[] = {(char *)"true", NULL};

  return execv ("/bin/true", arguments);
}

/**
 * outlay_reader_probe:
 *
 * Tries what a reader must not be able to do. Called inside the jail.
 *
 * Returns: (transfer full): a line for each attempt: what, and "refused" or what became of it.
 */
char *
outlay_reader_probe (void)
{
  static const struct
  {
    const char *name;
    int (*attempt) (void);
  } attempts[] = {
    {"open", try_open},       {"write", try_write}, {"remove", try_remove},
    {"connect", try_connect}, {"fork", try_fork},   {"execute", try_execute},
  };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      int result = attempts[i].attempt ();
      int number = errno;
      gboolean refused = result < 0 && (number == EPERM || number == EACCES);

      g_string_append_printf (lines, "%s: %s\n", attempts[i].name,
                              refused      ? "refused"
                              : result < 0 ? g_strerror (number)
                                           : "done");
    }
  return g_string_free (lines, FALSE);
}
