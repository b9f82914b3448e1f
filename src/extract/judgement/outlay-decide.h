/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/outlay-document.h"
#include "outlay-weights.h"

G_BEGIN_DECLS

OutlayVerdict outlay_decide (const OutlayDocument *document,
                             OutlayDecision decision,
                             const char *subject,
                             const OutlayFeatures *features);

guint8 outlay_judge_get_confidence (double share);
const char *outlay_judge_name_rule (const OutlayVerdict *verdict);

G_END_DECLS
