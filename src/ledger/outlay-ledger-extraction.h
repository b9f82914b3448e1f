/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which engine read which article, and what it read: called between begin and commit but for
 * outlay_ledger_list_outdated(). */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

GArray *outlay_ledger_list_outdated (OutlayLedger *ledger,
                                     const char *engine,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean outlay_ledger_set_engine (OutlayLedger *ledger,
                                   gint64 article_id,
                                   const char *engine,
                                   GError **error);
GPtrArray *outlay_ledger_load_all_deals (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_replace_claim (OutlayLedger *ledger,
                                      gint64 claim_id,
                                      const OutlayClaim *claim,
                                      const char *const *keys,
                                      GError **error);
gboolean outlay_ledger_replace_evidence (OutlayLedger *ledger,
                                         gint64 claim_id,
                                         const OutlayClaim *claim,
                                         GError **error);
gboolean outlay_ledger_correct_text (OutlayLedger *ledger,
                                     gint64 article_id,
                                     const char *text,
                                     GError **error);
gboolean outlay_ledger_delete_claim (OutlayLedger *ledger, gint64 claim_id, GError **error);
gboolean outlay_ledger_has_article (OutlayLedger *ledger, gint64 id, gboolean *has, GError **error);
gboolean
outlay_ledger_has_word (OutlayLedger *ledger, const char *key, gboolean *has, GError **error);

G_END_DECLS
