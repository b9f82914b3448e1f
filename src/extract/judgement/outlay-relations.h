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

/**
 * OutlayTraits:
 * @where: in which sentence it is named, as seen from the deal
 * @type: what it is
 * @sells: what it sells
 * @rule: what the rules make it
 * @in_title: whether the headline names it
 * @sentence: index of the sentence
 * @list: number of the list there that it is a member of
 * @token: where its name begins
 * @verb: (nullable): the next cue of paying behind it
 *
 * What is known of a candidate before it is weighed.
 */
typedef struct
{
  OutlayFeaturePart where;
  OutlayFeaturePart type;
  OutlayFeaturePart sells;
  OutlayFeaturePart rule;
  gboolean in_title;
  guint sentence;
  guint list;
  guint token;
  const OutlayFind *verb;
} OutlayTraits;

GPtrArray *outlay_relations_find_candidates (const OutlayScene *scene, const OutlayFrame *frame);
const OutlayActor *outlay_relations_add (const OutlayScene *scene,
                                         const OutlayFrame *frame,
                                         const GPtrArray *candidates,
                                         const OutlayCandidate *candidate,
                                         OutlayFeatures *features);
const char *outlay_relations_name_goods (const OutlayScene *scene, int entity);
const char *outlay_relations_name_type (const OutlayScene *scene, int entity);
OutlayTraits outlay_relations_get_traits (const OutlayScene *scene,
                                          const OutlayFrame *frame,
                                          const OutlayCandidate *candidate,
                                          const OutlayActor *sighting);

G_END_DECLS
