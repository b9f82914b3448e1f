/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 outlay_rates_get_rough_worth (const char *currency, gint64 hundredths);

G_END_DECLS
