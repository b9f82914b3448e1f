/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"

G_BEGIN_DECLS

void outlay_judge_capacity (const OutlayScene *scene, OutlayFrame *frame, const char *id);

G_END_DECLS
