/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"
#include "outlay-features.h"

G_BEGIN_DECLS

const char *outlay_context_bucket (guint distance);
const char *outlay_context_count (guint count);
const char *outlay_context_rate (guint percent);
void outlay_context_add_word (const OutlayScene *scene,
                              const char *name,
                              guint token,
                              guint sentence,
                              OutlayFeatures *features);
void outlay_context_add_cues (const OutlayScene *scene,
                              const OutlayFind *anchor,
                              OutlayFeatures *features);
void outlay_context_add_figure (const OutlayScene *scene,
                                const OutlayFind *figure,
                                const char *why_not,
                                OutlayFeatures *features);
void outlay_context_add_frame_words (const OutlayScene *scene,
                                     const OutlayFrame *frame,
                                     OutlayFeatures *features);
void outlay_context_add_frame (const OutlayScene *scene,
                               const OutlayFrame *frame,
                               OutlayFeatures *features);
void outlay_context_add_status (const OutlayScene *scene,
                                const OutlayFrame *frame,
                                OutlayFeatures *features);

G_END_DECLS
