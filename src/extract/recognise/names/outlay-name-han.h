/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/judgement/outlay-features.h"
#include "extract/recognise/names/outlay-name-repeats.h"

G_BEGIN_DECLS

/** OUTLAY_HAN_SIDES: how many places are kept of which it is known what stands behind a candidate
 * that ends there; more than a candidate has tokens. */
#define OUTLAY_HAN_SIDES 32

/**
 * OutlayHanSide:
 * @at: where the candidate begins or ends, and one more; 0 while nothing is known
 * @name: what stands there, in a word
 * @features: what it shows
 *
 * What stands on one side of all candidates that begin, or end, with one token.
 */
typedef struct
{
  guint at;
  OutlayFeaturePart name;
  OutlayFeatures *features;
} OutlayHanSide;

/**
 * OutlayHanText:
 * @scan: the text
 * @taken: of each token whether a known name has it
 * @closed: of each token whether it is part of no candidate
 * @known: of each token whether it belongs to a word that the data files have
 * @cuts: of each token whether a word begins there
 * @repeats: what the text comes back to
 * @by_end: indices of hits, by the token that they end before
 * @first_by_end: index in @by_end of the first hit that ends before a token
 * @left: (array): what stands before the candidate that was described last
 * @rights: (array): what stands behind the last candidates, by where they end
 *
 * A text in Han characters, whose words nothing parts, while names are looked for.
 */
typedef struct
{
  const OutlayScan *scan;
  const guint8 *taken;
  guint8 *closed;
  guint8 *known;
  guint8 *cuts;
  OutlayRepeats *repeats;
  guint32 *by_end;
  guint32 *first_by_end;
  OutlayHanSide *left;
  OutlayHanSide *rights;
} OutlayHanText;

void outlay_han_text_init (OutlayHanText *text, const OutlayScan *scan, const guint8 *taken);
void outlay_han_text_clear (OutlayHanText *text);
gboolean outlay_han_text_is_latin (const OutlayScan *scan, guint at);
void outlay_han_text_add_features (const OutlayHanText *text,
                                   guint first,
                                   guint end,
                                   OutlayFeatures *features);

G_END_DECLS
