/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-span.h"

G_BEGIN_DECLS

OutlaySpan outlay_text_get_sentence (const char *text, OutlaySpan span);
char *outlay_text_shorten (const char *text, guint n_chars);
char *outlay_text_fold (const char *text);
char *outlay_text_collapse_space (const char *text);

G_END_DECLS
