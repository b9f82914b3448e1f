/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/** OUTLAY_BACKUPS_KEPT: how many days' copies of a ledger are kept where nobody says otherwise. */
#define OUTLAY_BACKUPS_KEPT 7

/**
 * OutlayBackup:
 * @path: of the copy
 * @day: when it was made
 * @size: bytes
 */
typedef struct
{
  char *path;
  GDate day;
  gint64 size;
} OutlayBackup;

gboolean outlay_backup_write (OutlayLedger *ledger,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);
gboolean outlay_backup_keep_daily (OutlayLedger *ledger,
                                   guint kept,
                                   GCancellable *cancellable,
                                   GError **error);
GPtrArray *outlay_backup_list (const char *ledger_path);
OutlayBackup *outlay_backup_find_good (const char *ledger_path);
char *outlay_backup_restore (const char *ledger_path, const char *copy, GError **error);
void outlay_backup_free (OutlayBackup *backup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBackup, outlay_backup_free)

G_END_DECLS
