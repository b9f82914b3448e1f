/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayRemedy: what helps against damage
 * @OUTLAY_REMEDY_RESTORE: to go back to a copy
 * @OUTLAY_REMEDY_REINDEX: to make the index of words anew, by outlay_check_reindex()
 */
typedef enum
{
  OUTLAY_REMEDY_RESTORE,
  OUTLAY_REMEDY_REINDEX,
} OutlayRemedy;

/**
 * OutlayDamage:
 * @message: what is wrong, for people
 * @remedy: what helps
 */
typedef struct
{
  char *message;
  OutlayRemedy remedy;
} OutlayDamage;

GPtrArray *outlay_check (const char *path, GCancellable *cancellable, GError **error);
gboolean outlay_check_reindex (const char *path, GError **error);

G_END_DECLS
