/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OUTLAY_WIRE_LONGEST_PATH: bytes of a path that are told to the helper. */
#define OUTLAY_WIRE_LONGEST_PATH 4096

/** OutlayWireTask: what the helper is asked to do. */
typedef enum
{
  OUTLAY_WIRE_READ,  /* the file's bytes */
  OUTLAY_WIRE_PROBE, /* try what the jail refuses and say what was not refused */
} OutlayWireTask;

/**
 * OutlayWireRequest:
 * @task: what to do
 * @input: where the bytes are, a file of memory
 * @output: where the answer goes, the end of a pipe
 * @path: where the bytes came from, "" where that is not known
 */
typedef struct
{
  OutlayWireTask task;
  int input;
  int output;
  char path[OUTLAY_WIRE_LONGEST_PATH];
} OutlayWireRequest;

gboolean outlay_wire_send (int wire, const OutlayWireRequest *request);
gboolean outlay_wire_receive (int wire, OutlayWireRequest *request);

G_END_DECLS
