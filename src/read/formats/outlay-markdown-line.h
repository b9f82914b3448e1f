/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void outlay_markdown_print_line (GString *markup, const char *line);

G_END_DECLS
