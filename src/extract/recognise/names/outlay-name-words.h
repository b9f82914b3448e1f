/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names in Korean. Words stand apart there, but nothing marks a name, and particles are written at
 * the end of it. Every word without each particle that may end it is a candidate, and so are a few
 * words in a row; weights say which one of those that overlap is the name.
 */
#pragma once

#include "extract/recognise/names/outlay-name-runs.h"

G_BEGIN_DECLS

GArray *outlay_name_cut_words (const OutlayScan *scan, const guint8 *taken);
guint outlay_name_find_word_end (const OutlayScan *scan, guint at);
guint outlay_name_skip_particle (const OutlayScan *scan, guint at, guint end);
void outlay_name_describe_words (const OutlayScan *scan,
                                 const OutlayNameStretch *stretch,
                                 const guint8 *taken,
                                 OutlayFeatures *features);

G_END_DECLS
