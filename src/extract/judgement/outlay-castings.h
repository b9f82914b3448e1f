/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-relations.h"
#include "outlay-weights.h"

G_BEGIN_DECLS

/** OUTLAY_NO_ROLE: the outcome that stands for no part in a deal. */
#define OUTLAY_NO_ROLE OUTLAY_N_ROLES

/**
 * OutlayHearing:
 * @candidate: who it is
 * @sighting: where it is named nearest to the deal
 * @verdict: its part, by itself
 *
 * One candidate while it is judged.
 */
typedef struct
{
  const OutlayCandidate *candidate;
  const OutlayActor *sighting;
  OutlayVerdict verdict;
} OutlayHearing;

GArray *outlay_castings_weigh (const OutlayScene *scene,
                               const OutlayFrame *frame,
                               const GArray *hearings,
                               const char *id,
                               double *joint);

G_END_DECLS
