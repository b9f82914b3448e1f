/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-connection.h"

G_BEGIN_DECLS

char *outlay_newer_copy_make (OutlayConnection *connection,
                              const char *path,
                              const GPtrArray *migrations,
                              GError **error);
void outlay_newer_copy_remove (char *path);

G_END_DECLS
