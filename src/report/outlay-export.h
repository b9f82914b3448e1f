/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/** OutlayExportFormat: forms that the deals shown can be handed on in. */
typedef enum
{
  OUTLAY_EXPORT_JSON,
  OUTLAY_EXPORT_CSV,
} OutlayExportFormat;

gboolean outlay_export_format_from_string (const char *string, OutlayExportFormat *format);
char *outlay_export_dup_json (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error);
gboolean outlay_export_write (GPtrArray *deals,
                              OutlayLedger *ledger,
                              OutlayExportFormat format,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error);
gboolean outlay_export_save (GPtrArray *deals,
                             OutlayLedger *ledger,
                             OutlayExportFormat format,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
