/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-span.h"

G_BEGIN_DECLS

/**
 * OutlayTextMap:
 *
 * Where the words of a text stand in another that was made from it.
 */
typedef struct _OutlayTextMap OutlayTextMap;

OutlayTextMap *outlay_text_map_new (const char *from, const char *to);
void outlay_text_map_free (OutlayTextMap *map);
gboolean outlay_text_map_find (const OutlayTextMap *map, OutlaySpan span, OutlaySpan *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTextMap, outlay_text_map_free)

G_END_DECLS
