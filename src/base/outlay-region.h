/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const GPtrArray *outlay_region_list_of (const char *country);
const char *outlay_region_get_continent (const char *place);
const char *outlay_region_get_name (const char *key, gboolean in_text);

G_END_DECLS
