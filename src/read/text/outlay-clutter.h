/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/text/outlay-line.h"
#include "read/words/outlay-read-words.h"

G_BEGIN_DECLS

OutlayLineKind
outlay_clutter_judge (const OutlayReadWords *words, const char *text, const OutlayLine *line);
gboolean outlay_clutter_is_related_heading (const OutlayReadWords *words, const OutlayLine *line);
void outlay_clutter_mark (const OutlayReadWords *words, const char *text, GArray *lines);

G_END_DECLS
