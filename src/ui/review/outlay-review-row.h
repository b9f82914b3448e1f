/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

GtkListItemFactory *outlay_review_row_factory_new (OutlayViewState *state);

G_END_DECLS
