/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *outlay_watch_list (GFile *folder, GCancellable *cancellable, GError **error);
GHashTable *outlay_watch_memory_load (const char *path);
gboolean outlay_watch_memory_save (const char *path, GHashTable *stamps, GError **error);

G_END_DECLS
