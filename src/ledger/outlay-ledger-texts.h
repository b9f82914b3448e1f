/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which articles print one text. All of it between outlay_ledger_begin() and commit or rollback. */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayLedgerAlike:
 * @article_id: of an article that may print the same text
 * @text_id: of the text that it prints
 */
typedef struct
{
  gint64 article_id;
  gint64 text_id;
} OutlayLedgerAlike;

gboolean
outlay_ledger_find_text (OutlayLedger *ledger, gint64 article_id, gint64 *text_id, GError **error);
GArray *outlay_ledger_find_alike (OutlayLedger *ledger, const GArray *sketch, GError **error);
gboolean outlay_ledger_add_text (
  OutlayLedger *ledger, gint64 article_id, gint64 text_id, const GArray *sketch, GError **error);
gboolean outlay_ledger_join_texts (OutlayLedger *ledger, gint64 from, gint64 to, GError **error);
GPtrArray *outlay_ledger_list_deals_of_text (OutlayLedger *ledger, gint64 text_id, GError **error);
GArray *outlay_ledger_list_pending (OutlayLedger *ledger, guint most, GError **error);

G_END_DECLS
