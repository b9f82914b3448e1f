/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * isolate: what parses foreign bytes runs in a helper process that can do nothing else. Made of the
 * jail (what the helper's children give up), the pack (an answer as bytes), the helper itself
 * (outlay-reader.c) and the caller's side (outlay-isolate.c).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayJailLayers:
 * @OUTLAY_JAIL_LIMITS: memory, processor time and clock are bounded
 * @OUTLAY_JAIL_FILES: the kernel refuses files (Landlock)
 * @OUTLAY_JAIL_CALLS: the kernel refuses system calls that reading needs not (seccomp)
 *
 * What keeps a process in.
 */
typedef enum
{
  OUTLAY_JAIL_LIMITS = 1 << 0,
  OUTLAY_JAIL_FILES = 1 << 1,
  OUTLAY_JAIL_CALLS = 1 << 2,
} OutlayJailLayers;

#define OUTLAY_JAIL_ALL (OUTLAY_JAIL_LIMITS | OUTLAY_JAIL_FILES | OUTLAY_JAIL_CALLS)

/** OUTLAY_JAIL_CPU_SECONDS: how much processor time one file may take. */
#define OUTLAY_JAIL_CPU_SECONDS 20

/** OUTLAY_JAIL_SECONDS: how long one file may take. */
#define OUTLAY_JAIL_SECONDS 60

OutlayJailLayers outlay_jail_enter (void);

G_END_DECLS
