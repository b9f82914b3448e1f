/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-date.h"

G_BEGIN_DECLS

gboolean outlay_stamp_read (const char *text, OutlayDate *day);

G_END_DECLS
