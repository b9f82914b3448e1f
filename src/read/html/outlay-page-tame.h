/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void outlay_page_tame (char *markup, gsize length);

G_END_DECLS
