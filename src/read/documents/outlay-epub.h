/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/formats/outlay-entry-list.h"

G_BEGIN_DECLS

gboolean outlay_epub_read (OutlayEntryList *list, GHashTable *parts);

G_END_DECLS
