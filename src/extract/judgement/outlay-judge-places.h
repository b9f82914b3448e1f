/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"

G_BEGIN_DECLS

GArray *outlay_judge_places (const OutlayScene *scene, const OutlayFrame *frame, const char *id);

G_END_DECLS
