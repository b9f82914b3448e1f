/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-layout-bin.h"

G_BEGIN_DECLS

void outlay_header_fit (GtkHeaderBar *header, OutlayLayout layout);

G_END_DECLS
