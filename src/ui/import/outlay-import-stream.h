/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void outlay_import_stream_read_async (GInputStream *stream,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GBytes *
outlay_import_stream_read_finish (GInputStream *stream, GAsyncResult *result, GError **error);

G_END_DECLS
