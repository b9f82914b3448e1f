/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *outlay_data_load (const char *name, GError **error);
GStrv outlay_data_list (const char *folder);

G_END_DECLS
