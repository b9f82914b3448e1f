/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_article_flow_make (const char *text, GArray *breaks);
gsize outlay_article_flow_map (const GArray *breaks, gsize offset);

G_END_DECLS
