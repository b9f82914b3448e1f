/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-scan.h"

G_BEGIN_DECLS

/**
 * OutlayNameSpan:
 * @first: index of its first token
 * @end: index behind its last token
 * @organisation: (nullable): its entry where the data files know it
 * @flags: #OutlayFindFlags
 * @key: its folded words, of a candidate; they last as long as the scan
 * @score: of an unknown name how much speaks for an organisation; what has none is a candidate
 * @strong: of an unknown name whether something speaks for an organisation, not only for a name
 * @share: of an unknown name how likely it is an organisation that may be a party
 *
 * Tokens that name an organisation, or may do so.
 */
typedef struct
{
  guint first;
  guint end;
  const OutlayOrganisation *organisation;
  guint flags;
  const char *key;
  int score;
  gboolean strong;
  double share;
} OutlayNameSpan;

/** OUTLAY_NAME_ENOUGH: the score from which on a candidate is taken for an organisation. */
#define OUTLAY_NAME_ENOUGH 3

void outlay_name_find_known (const OutlayScan *scan, GArray *spans, guint8 *taken);
void outlay_name_find_governments (const OutlayScan *scan, GArray *spans, guint8 *taken);
void outlay_name_find_candidates (const OutlayScan *scan, GArray *spans, const guint8 *taken);
void outlay_name_find_ideographs (const OutlayScan *scan, GArray *spans, const guint8 *taken);
void outlay_name_weigh_returns (GArray *spans, guint from);
char *outlay_name_dup_subject (const OutlayScan *scan, const OutlayNameSpan *span);
void outlay_name_judge (const OutlayScan *scan, GArray *spans, guint from);
const char *outlay_name_fold (const OutlayScan *scan, guint first, guint end);
void outlay_name_add_entities (OutlayScan *scan, GArray *spans);

G_END_DECLS
