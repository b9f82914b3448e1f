/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_format_fill (const char *pattern, const char *name, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
