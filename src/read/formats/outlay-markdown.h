/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/formats/outlay-entry.h"

G_BEGIN_DECLS

gboolean outlay_markdown_is_likely (const char *head);
void outlay_markdown_read (OutlayEntry *entry, const char *text);

G_END_DECLS
