/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *outlay_link_get_shingles (const char *text);
GArray *outlay_link_get_sketch (const GArray *shingles);
gboolean outlay_link_is_copy (const GArray *a, const GArray *b);

G_END_DECLS
