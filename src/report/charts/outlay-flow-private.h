/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-flow-map.h"

G_BEGIN_DECLS

void outlay_flow_map_order (OutlayFlowMap *map);

G_END_DECLS
