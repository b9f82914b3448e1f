/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-times.h"

G_BEGIN_DECLS

void outlay_judge_times (const OutlayScene *scene,
                         const OutlayFrame *frame,
                         guint index,
                         OutlayTimes *times);

G_END_DECLS
