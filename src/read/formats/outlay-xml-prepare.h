/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_xml_find_root (const guint8 *data, gsize size);
GString *outlay_xml_prepare (const guint8 *data, gsize size, GError **error);

G_END_DECLS
