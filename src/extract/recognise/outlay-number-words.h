/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-quantity.h"

G_BEGIN_DECLS

gboolean outlay_number_words_read (const OutlayScan *scan, guint at, OutlayQuantity *quantity);

G_END_DECLS
