/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"
#include "read/isolate/outlay-jail.h"

G_BEGIN_DECLS

GBytes *outlay_pack (OutlayJailLayers layers, const GPtrArray *articles, const GError *error);
GPtrArray *outlay_unpack (GBytes *bytes, OutlayJailLayers *layers, GError **error);

G_END_DECLS
