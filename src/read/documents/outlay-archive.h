/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/outlay-reader.h"

G_BEGIN_DECLS

/** OUTLAY_ARCHIVE_MAX_DEPTH: how many archives may lie one in the other. */
#define OUTLAY_ARCHIVE_MAX_DEPTH 2

typedef struct _OutlayArchive OutlayArchive;

OutlayArchive *outlay_archive_new (const OutlayReadInput *input);
void outlay_archive_free (OutlayArchive *unpack);
gboolean outlay_archive_next (OutlayArchive *unpack, GError **error);
const char *outlay_archive_get_name (const OutlayArchive *unpack);
gboolean outlay_archive_is_file (const OutlayArchive *unpack);
gboolean outlay_archive_is_full (const OutlayArchive *unpack);
GBytes *outlay_archive_read (OutlayArchive *unpack, GError **error);
gboolean outlay_archive_skip (OutlayArchive *unpack, GError **error);
GHashTable *outlay_archive_read_document (const OutlayReadInput *input, GError **error);
OutlayReadBudget *outlay_archive_get_budget (OutlayArchive *unpack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayArchive, outlay_archive_free)

G_END_DECLS
