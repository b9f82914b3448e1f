/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Fault: how the disk fails
 * @FAULT_FULL: from the chosen call on nothing more can be written, as on a full disk
 * @FAULT_ONCE: the chosen call fails, the next ones don't, as on a bad sector
 * @FAULT_DEAD: from the chosen call on nothing works, as with a disk that was pulled out
 */
typedef enum
{
  FAULT_FULL,
  FAULT_ONCE,
  FAULT_DEAD,
} Fault;

void fault_vfs_install (void);
void fault_vfs_arm (Fault fault, guint nth_call);
gboolean fault_vfs_disarm (void);

G_END_DECLS
