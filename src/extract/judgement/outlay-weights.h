/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-data-file.h"
#include "outlay-features.h"

G_BEGIN_DECLS

/** OutlayDecision: what is decided by weights; a section of the data file each. */
typedef enum
{
  OUTLAY_DECISION_NAME,   /* whether words name an organisation that may be a party: no, yes */
  OUTLAY_DECISION_FIGURE, /* whether a figure is a deal's: no, yes */
  OUTLAY_DECISION_DEAL,   /* whether a frame is a deal: no, yes */
  OUTLAY_DECISION_KIND,
  OUTLAY_DECISION_STATUS,
  OUTLAY_DECISION_INVESTOR,  /* whether it is who pays of all that a deal may have: no, yes */
  OUTLAY_DECISION_RECIPIENT, /* whether it is who gets: no, yes */
  OUTLAY_DECISION_ROLE,      /* what an organisation does in a deal: the roles, and last none */
  OUTLAY_DECISION_CAST,      /* whether all in a deal do what a casting has them do: no, yes */
  OUTLAY_DECISION_CARD,      /* whether a frame is a deal, beside the others: no, yes */
  OUTLAY_DECISION_ANNOUNCED, /* whether a date is that of the announcement: no, yes */
  OUTLAY_DECISION_START,     /* whether it is that of the beginning: no, yes */
  OUTLAY_DECISION_END,       /* whether it is that of the end: no, yes */
  OUTLAY_DECISION_CAPACITY,  /* whether a capacity is that of an amount's deal: no, yes */
  OUTLAY_DECISION_PLACE,     /* whether a deal is done in a country: no, yes */
} OutlayDecision;

#define OUTLAY_N_DECISIONS (OUTLAY_DECISION_PLACE + 1)

/** OUTLAY_MOST_OUTCOMES: how many outcomes a decision can have. */
#define OUTLAY_MOST_OUTCOMES 8

/**
 * OutlayVerdict:
 * @outcome: number of the likeliest outcome
 * @share: how likely each is
 * @ground: (nullable): the feature that speaks most for it, owned by the weights, where the
 * decision is one of those of which it is told
 *
 * What a decision comes to.
 */
typedef struct
{
  guint outcome;
  double share[OUTLAY_MOST_OUTCOMES];
  const char *ground;
} OutlayVerdict;

/**
 * OutlayWeights:
 *
 * What each feature counts for each outcome.
 */
typedef struct _OutlayWeights OutlayWeights;

OutlayWeights *outlay_weights_new (void);
void outlay_weights_free (OutlayWeights *weights);
void outlay_weights_read (OutlayWeights *weights, OutlayDataFile *file);
OutlayVerdict outlay_weights_decide (const OutlayWeights *weights,
                                     OutlayDecision decision,
                                     const OutlayFeatures *features);
gboolean outlay_weights_know (const OutlayWeights *weights, OutlayDecision decision);
guint outlay_decision_get_n_outcomes (OutlayDecision decision);
const char *outlay_decision_get_name (OutlayDecision decision);

G_END_DECLS
