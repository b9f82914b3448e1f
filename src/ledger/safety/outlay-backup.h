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
 * @second: of that day, of a copy that was kept when its ledger went back to another; -1 of the
 *   day's own copy
 * @size: bytes
 * @n_deals: how many it holds, without those that were rejected; -1 where that is not known
 */
typedef struct
{
  char *path;
  GDate day;
  int second;
  gint64 size;
  gint64 n_deals;
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
void outlay_backup_count_deals (OutlayBackup *backup);
char *outlay_backup_go_back (OutlayLedger *ledger, const char *copy, GError **error);
char *outlay_backup_restore (const char *ledger_path, const char *copy, GError **error);
void outlay_backup_free (OutlayBackup *backup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBackup, outlay_backup_free)

G_END_DECLS
