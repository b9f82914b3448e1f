/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-relations.h"

G_BEGIN_DECLS

/**
 * OutlayDiscourse:
 *
 * How the candidates of one deal stand in the article: who was spoken of last, and who most.
 */
typedef struct _OutlayDiscourse OutlayDiscourse;

OutlayDiscourse *outlay_discourse_new (const OutlayScene *scene,
                                       const OutlayFrame *frame,
                                       const GPtrArray *candidates);
void outlay_discourse_free (OutlayDiscourse *discourse);
void outlay_discourse_add (const OutlayDiscourse *discourse,
                           guint index,
                           const char *kind,
                           OutlayFeatures *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDiscourse, outlay_discourse_free)

G_END_DECLS
