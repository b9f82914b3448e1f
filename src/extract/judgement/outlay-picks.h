/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/outlay-document.h"
#include "outlay-features.h"

G_BEGIN_DECLS

/** OUTLAY_N_PICKED: in how many roles somebody is picked of all candidates: who pays, who gets. */
#define OUTLAY_N_PICKED 2

/**
 * OutlayPick:
 * @share: by role how likely it is that this is the candidate who has it
 *
 * How one candidate stands beside the others.
 */
typedef struct
{
  double share[OUTLAY_N_PICKED];
} OutlayPick;

GArray *outlay_picks_new (const OutlayDocument *document, const GPtrArray *features);
void
outlay_picks_add (const GArray *picks, guint index, const char *kind, OutlayFeatures *features);

G_END_DECLS
