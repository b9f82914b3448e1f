/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-connection.h"

G_BEGIN_DECLS

/** OUTLAY_LEDGER_APPLICATION_ID: "OUTL", which tells a ledger from other SQLite files. */
#define OUTLAY_LEDGER_APPLICATION_ID 0x4f55544c

GPtrArray *outlay_migrations_load (void);
gboolean outlay_migrations_check (OutlayConnection *connection,
                                  const char *path,
                                  const GPtrArray *migrations,
                                  gboolean *older,
                                  GError **error);
gboolean outlay_migrations_run (OutlayConnection *connection,
                                const char *path,
                                const GPtrArray *migrations,
                                GError **error);

G_END_DECLS
