/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_markup_is_likely (const char *text);
char *outlay_markup_to_text (const char *text);

G_END_DECLS
