/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *outlay_sniff_foreign (const guint8 *data, gsize size);
gboolean outlay_sniff_markup (const guint8 *data, gsize size);

G_END_DECLS
