/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-fields.h"
#include "outlay-span.h"

G_BEGIN_DECLS

/** OUTLAY_CONFIDENCE_SURE: percent; a claim with a field below it waits for review. */
#define OUTLAY_CONFIDENCE_SURE 50

/**
 * OutlayEvidence:
 * @field: what the words prove
 * @index: of parties and places, which one (in the claim's order); 0 otherwise
 * @part: which text of the article
 * @span: where in it
 * @rule: (nullable): an interned string: the rule that read it, for explanations
 */
typedef struct
{
  OutlayField field;
  guint index;
  OutlayPart part;
  OutlaySpan span;
  const char *rule;
} OutlayEvidence;

/**
 * OutlayClaim:
 * @main: whether the article is about this deal, not only mentions it
 * @part: whether the article calls it a part: a phase, a tranche, somebody's share
 * @fields: what the article says of it
 * @evidence: (element-type OutlayEvidence): by field and position in the text
 * @confidence: percent, of each field
 *
 * What one article says of one deal. Reference-counted and not changed once it is shared.
 */
typedef struct
{
  gboolean main;
  gboolean part;
  OutlayFields fields;
  GArray *evidence;
  guint8 confidence[OUTLAY_N_FIELDS];
} OutlayClaim;

OutlayClaim *outlay_claim_new (void);
OutlayClaim *outlay_claim_ref (OutlayClaim *claim);
void outlay_claim_unref (OutlayClaim *claim);
void outlay_claim_add_evidence (OutlayClaim *claim,
                                OutlayField field,
                                guint index,
                                OutlayPart part,
                                OutlaySpan span,
                                const char *rule);
guint8 outlay_claim_get_confidence (const OutlayClaim *claim);
char *outlay_claim_dup_key (const OutlayClaim *claim);
gboolean outlay_claim_equal (const OutlayClaim *claim, const OutlayClaim *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayClaim, outlay_claim_unref)

G_END_DECLS
