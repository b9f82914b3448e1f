/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_format_fill (const char *pattern, const char *name, ...) G_GNUC_NULL_TERMINATED;
char *outlay_format_with (const char *pattern,
                          const char *name,
                          const char *value,
                          const char *other_name,
                          const char *other);

G_END_DECLS
