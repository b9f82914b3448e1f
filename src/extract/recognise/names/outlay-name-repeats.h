/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-scan.h"

G_BEGIN_DECLS

/** OUTLAY_REPEATS_LONGEST: tokens of the longest run that is counted. */
#define OUTLAY_REPEATS_LONGEST 12

/**
 * OutlayRepeat:
 * @count: how often the run stands in the text
 * @left: hash of what stands before it, 0 where that is an edge
 * @right: hash of what stands behind it, 0 where that is an edge
 * @free_left: whether different things or an edge stand before it
 * @free_right: whether different things or an edge stand behind it
 *
 * A run of tokens as the text comes back to it. One that is free on both sides is a word of its
 * own.
 */
typedef struct
{
  guint count;
  guint left;
  guint right;
  gboolean free_left;
  gboolean free_right;
} OutlayRepeat;

/**
 * OutlayRepeats:
 *
 * The runs of tokens of a text, with how often each stands there. Finds words where a script does
 * not part them.
 */
typedef struct _OutlayRepeats OutlayRepeats;

OutlayRepeats *outlay_repeats_new (const OutlayScan *scan, const guint8 *closed);
void outlay_repeats_free (OutlayRepeats *repeats);
const OutlayRepeat *outlay_repeats_get (const OutlayRepeats *repeats, guint first, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRepeats, outlay_repeats_free)

G_END_DECLS
