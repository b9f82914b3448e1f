/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayProof: what came of reading an article again from its original
 * @OUTLAY_PROOF_SAME: it says the same, and so do its claims
 * @OUTLAY_PROOF_NO_ORIGINAL: its original was not kept, as ledgers of the first version did
 * @OUTLAY_PROOF_CHANGED_BYTES: the original is not what was imported, or cannot be read
 * @OUTLAY_PROOF_OTHER_TEXT: this version reads another text
 * @OUTLAY_PROOF_OTHER_CLAIMS: this version makes other claims of it
 * @OUTLAY_PROOF_BAD_EVIDENCE: the words that shall prove a claim are not in the article
 */
typedef enum
{
  OUTLAY_PROOF_SAME,
  OUTLAY_PROOF_NO_ORIGINAL,
  OUTLAY_PROOF_CHANGED_BYTES,
  OUTLAY_PROOF_OTHER_TEXT,
  OUTLAY_PROOF_OTHER_CLAIMS,
  OUTLAY_PROOF_BAD_EVIDENCE,
} OutlayProof;

#define OUTLAY_N_PROOFS (OUTLAY_PROOF_BAD_EVIDENCE + 1)

/**
 * OutlayVerified:
 * @article_id: the article
 * @label: what to call it
 * @proof: what came of it
 */
typedef struct
{
  gint64 article_id;
  char *label;
  OutlayProof proof;
} OutlayVerified;

GPtrArray *outlay_verify (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
char *outlay_verify_describe (const OutlayVerified *verified);
const char *outlay_proof_to_string (OutlayProof proof);
gboolean outlay_verify_rebuild (OutlayLedger *from,
                                OutlayLedger *to,
                                guint *n_missing,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
