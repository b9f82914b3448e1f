/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/text/outlay-line.h"
#include "read/words/outlay-read-words.h"

G_BEGIN_DECLS

void outlay_copied_mark_consent (const OutlayReadWords *words, GArray *lines);
void outlay_copied_mark_around (GArray *lines, const char *author);

G_END_DECLS
