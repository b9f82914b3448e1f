/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"

G_BEGIN_DECLS

gboolean outlay_judge_takes_figure (const OutlayScene *scene, guint figure, const char *why_not);
void outlay_judge_cast (const OutlayScene *scene, OutlayFrame *frame, const char *id);
void outlay_judge_cards (const OutlayScene *scene, const GPtrArray *frames);
const char *outlay_judge_name_share (double share);
void outlay_judge_frames (const OutlayScene *scene, GPtrArray *frames);

G_END_DECLS
