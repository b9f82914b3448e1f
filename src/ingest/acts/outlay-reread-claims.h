/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "base/text/outlay-text-map.h"

G_BEGIN_DECLS

GHashTable *outlay_reread_index (const GPtrArray *deals);
GPtrArray *outlay_reread_find_words (const GPtrArray *claims, const OutlayTextMap *map);
int
outlay_reread_find_older (const GPtrArray *words, const gboolean *taken, const OutlayClaim *claim);
gboolean outlay_reread_still_tells (const OutlayClaim *words, const OutlayClaim *claim);

G_END_DECLS
