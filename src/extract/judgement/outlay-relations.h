/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"
#include "outlay-features.h"

G_BEGIN_DECLS

/**
 * OutlayCandidate:
 * @entity: index of the organisation among the document's entities
 * @sightings: (element-type OutlayActor): where it is named near the deal
 *
 * Who may be a party of a deal.
 */
typedef struct
{
  int entity;
  GArray *sightings;
} OutlayCandidate;

GPtrArray *outlay_relations_find_candidates (const OutlayScene *scene, const OutlayFrame *frame);
const OutlayActor *outlay_relations_add (const OutlayScene *scene,
                                         const OutlayFrame *frame,
                                         const GPtrArray *candidates,
                                         const OutlayCandidate *candidate,
                                         OutlayFeatures *features);

G_END_DECLS
