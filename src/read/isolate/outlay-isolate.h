/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/isolate/outlay-jail.h"
#include "read/outlay-read.h"

G_BEGIN_DECLS

GPtrArray *
outlay_read_isolated (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error);
OutlayJailLayers outlay_read_get_missing_layers (void);
char *outlay_read_describe_layers (OutlayJailLayers missing);
char *outlay_read_probe_jail (GError **error);

G_END_DECLS
