/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/outlay-fields.h"
#include "base/outlay-money.h"

G_BEGIN_DECLS

char *outlay_format_fill (const char *pattern, const char *name, ...) G_GNUC_NULL_TERMINATED;
char *outlay_format_with (const char *pattern,
                          const char *name,
                          const char *value,
                          const char *other_name,
                          const char *other);
char *outlay_format_join_range (const char *low, const char *high);
char *outlay_format_join_wide_range (const char *low, const char *high);
char *outlay_format_thousandths (gint64 thousandths, guint digits);
char *outlay_format_turn_parties (const char *text, const OutlayFields *fields);
char *outlay_format_join_hedge (OutlayQualifier qualifier, char *figure);

G_END_DECLS
