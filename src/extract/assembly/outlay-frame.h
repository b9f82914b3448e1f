/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-claim.h"
#include "outlay-grammar.h"

G_BEGIN_DECLS

/**
 * OutlayProof:
 * @find: index of the find that gives a field its value, %OUTLAY_NO_FIND where the field has none
 * @rule: (nullable): interned: the rule that read it
 * @confidence: percent
 */
typedef struct
{
  guint find;
  const char *rule;
  guint8 confidence;
} OutlayProof;

/**
 * OutlayCast:
 * @entity: index of the organisation among the document's entities
 * @role: what it does
 * @proof: what says so
 *
 * A party of a frame.
 */
typedef struct
{
  int entity;
  OutlayRole role;
  OutlayProof proof;
} OutlayCast;

/**
 * OutlayFrame:
 * @window: where the text speaks of it
 * @amount: its figure
 * @alternative: the figure in another currency
 * @capacity: its capacity
 * @bond: of a deal without a figure the index of the word that says what it is, %OUTLAY_NO_FIND of
 *   another
 * @repeats: (element-type guint): further finds of the same figure
 * @kind: what it is
 * @kind_proof: the cue that says so
 * @kind_share: how likely each kind is, once weighed
 * @status: how far it is
 * @status_proof: the cue that says so
 * @cast: (element-type OutlayCast): its parties
 * @places: (nullable) (element-type OutlayProof): mentions of the countries where it is done
 * @part: whether the text gives it as a part of another deal
 * @weak: whether its figure alone doesn't make a deal: it only adds to another
 * @main: whether the article is about it
 * @share: how likely it is a deal, by itself
 * @doubt: (nullable): why the rules take it for no deal of its own
 * @dropped: whether it is no deal after all, or another frame has taken it in
 *
 * A deal in the making.
 */
typedef struct
{
  OutlayWindow window;
  OutlayProof amount;
  OutlayProof alternative;
  OutlayProof capacity;
  guint bond;
  GArray *repeats;
  OutlayKind kind;
  OutlayProof kind_proof;
  double kind_share[OUTLAY_N_KINDS];
  OutlayStatus status;
  OutlayProof status_proof;
  GArray *cast;
  GArray *places;
  gboolean part;
  gboolean weak;
  gboolean main;
  double share;
  const char *doubt;
  gboolean dropped;
} OutlayFrame;

OutlayFrame *outlay_frame_new (OutlayWindow window);
void outlay_frame_free (OutlayFrame *frame);
const OutlayFind *outlay_frame_get_anchor (const OutlayFrame *frame, const OutlayScene *scene);
OutlayCast *outlay_frame_find_cast (const OutlayFrame *frame, int entity);
guint outlay_frame_count_role (const OutlayFrame *frame, OutlayRole role);
guint outlay_frame_count_shared (const OutlayFrame *a, const OutlayFrame *b);
void outlay_frame_add_cast (OutlayFrame *frame, int entity, OutlayRole role, OutlayProof proof);

GPtrArray *outlay_figures_find_frames (const OutlayScene *scene);
void outlay_bare_deals_find (const OutlayScene *scene, GPtrArray *frames);
void outlay_kinds_decide (const OutlayScene *scene, OutlayFrame *frame);
void outlay_roles_cast (const OutlayScene *scene, OutlayFrame *frame);
OutlayRole outlay_role_get_other_side (OutlayRole role);
void outlay_sides_complete (const OutlayScene *scene, OutlayFrame *frame);
void outlay_rounds_gather (const OutlayScene *scene, GPtrArray *frames);
void outlay_parts_mark (const OutlayScene *scene, const GPtrArray *frames);
void outlay_merge_frames (const OutlayScene *scene, GPtrArray *frames);

G_END_DECLS
