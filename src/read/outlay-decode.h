/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_decode (
  const guint8 *data, gsize size, const char *declared, gboolean *shortened, GError **error);
char *outlay_decode_find_declared (const guint8 *data, gsize size);

G_END_DECLS
