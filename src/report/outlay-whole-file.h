/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayWholeFile:
 *
 * A file that is written wholly or not at all: what is written goes to a file beside it, which
 * takes its place at the end.
 */
typedef struct _OutlayWholeFile OutlayWholeFile;

OutlayWholeFile *outlay_whole_file_open (GFile *file, GCancellable *cancellable, GError **error);
GOutputStream *outlay_whole_file_get_stream (OutlayWholeFile *whole);
gboolean
outlay_whole_file_commit (OutlayWholeFile *whole, GCancellable *cancellable, GError **error);
void outlay_whole_file_free (OutlayWholeFile *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWholeFile, outlay_whole_file_free)

G_END_DECLS
