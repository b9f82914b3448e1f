/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_format_counts_in_myriads (void);
char *outlay_format_myriads (gint64 hundredths);
char *outlay_format_myriads_rounded (gint64 hundredths);
char *outlay_format_myriads_short (gint64 low, gint64 high);
gint64 outlay_format_choose_myriad (gint64 hundredths);
const char *outlay_format_myriad_word (gint64 units);

G_END_DECLS
