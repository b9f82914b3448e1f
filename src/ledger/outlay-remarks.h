/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user says of deals and organisations, as the ledger keeps it. It is kept under the
 * keys of claims and under names, not under rows, so that it holds when an article was
 * deleted and imported again, or read anew by another version. All of it is called between begin
 * and commit, but for outlay_ledger_list_readings().
 */
#pragma once

#include "base/outlay-readings.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

/** OutlayRemarkFlag: what is said of a deal by one word. */
typedef enum
{
  OUTLAY_REMARK_STARRED,
  OUTLAY_REMARK_REJECTED,
} OutlayRemarkFlag;

/** OutlayRemarkText: what is said of a deal by a text. */
typedef enum
{
  OUTLAY_REMARK_NOTE,
  OUTLAY_REMARK_REVIEWED,
} OutlayRemarkText;

gboolean outlay_remarks_set_flag (OutlayLedger *ledger,
                                  const OutlayDealRecord *deal,
                                  OutlayRemarkFlag flag,
                                  gboolean value,
                                  GError **error);
gboolean outlay_remarks_set_text (OutlayLedger *ledger,
                                  const OutlayDealRecord *deal,
                                  OutlayRemarkText which,
                                  const char *text,
                                  GError **error);
gboolean outlay_remarks_set_tag (OutlayLedger *ledger,
                                 const OutlayDealRecord *deal,
                                 const char *name,
                                 gboolean value,
                                 GError **error);
gboolean outlay_remarks_set_correction (OutlayLedger *ledger,
                                        const OutlayDealRecord *deal,
                                        OutlayField field,
                                        const char *value,
                                        GError **error);
gboolean outlay_remarks_forget_claim (OutlayLedger *ledger, const char *key, GError **error);
gboolean
outlay_remarks_adopt (OutlayLedger *ledger, gint64 article_id, GArray *deals, GError **error);
gboolean outlay_remarks_load (OutlayLedger *ledger, OutlayDealRecord *deal, GError **error);

OutlayReadings *outlay_remarks_get_readings (OutlayLedger *ledger, GError **error);
OutlayReadings *
outlay_ledger_list_readings (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
gboolean outlay_remarks_set_reading (OutlayLedger *ledger,
                                     const char *name,
                                     const char *reads_as,
                                     GError **error);

G_END_DECLS
