/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "outlay-wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define N_FILES 2

/* Room for the two files that travel with a request, aligned as the kernel wants it. */
typedef union
{
  char bytes[CMSG_SPACE (N_FILES * sizeof (int))];
  struct cmsghdr align;
} Control;

/**
 * outlay_wire_send:
 * @wire: a socket of packets
 *
 * Sends @request with its files, which stay open here.
 *
 * Returns: whether it went; errno says why not.
 */
gboolean
outlay_wire_send (int wire, const OutlayWireRequest *request)
{
  guint8 task = (guint8)request->task;
  struct iovec parts[] = {
    {&task, sizeof task},
    {(void *)request->path, strlen (request->path)},
  };
  const int files[N_FILES] = {request->input, request->output};
  Control control = {{0}};
  struct msghdr message = {.msg_iov = parts,
                           .msg_iovlen = G_N_ELEMENTS (parts),
                           .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes};
  struct cmsghdr *header = CMSG_FIRSTHDR (&message);
  ssize_t n;

  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (sizeof files);
  memcpy (CMSG_DATA (header), files, sizeof files);
  do
    n = sendmsg (wire, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n > 0;
}

/**
 * outlay_wire_receive:
 * @request: (out): what was asked; its files are the caller's to close
 *
 * Waits for a request.
 *
 * Returns: whether one came; otherwise the other side is gone.
 */
gboolean
outlay_wire_receive (int wire, OutlayWireRequest *request)
{
  guint8 task = 0;
  struct iovec parts[] = {
    {&task, sizeof task},
    {request->path, sizeof request->path - 1},
  };
  Control control = {{0}};
  struct msghdr message = {.msg_iov = parts,
                           .msg_iovlen = G_N_ELEMENTS (parts),
                           .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes};
  const struct cmsghdr *header;
  int files[N_FILES];
  ssize_t n = recvmsg (wire, &message, MSG_CMSG_CLOEXEC);

  if (n <= 0)
    return FALSE;
  header = CMSG_FIRSTHDR (&message);
  if (header == NULL || header->cmsg_type != SCM_RIGHTS
      || header->cmsg_len != CMSG_LEN (sizeof files))
    return FALSE;
  memcpy (files, CMSG_DATA (header), sizeof files);
  request->task = task == OUTLAY_WIRE_PROBE ? OUTLAY_WIRE_PROBE : OUTLAY_WIRE_READ;
  request->path[n - 1] = '\0';
  request->input = files[0];
  request->output = files[1];
  return TRUE;
}
