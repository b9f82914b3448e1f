/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-saved-filters.h"
#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* The filters that the user saved by name. Signal: "picked", when one is taken. */
#define OUTLAY_TYPE_SAVED_LIST (outlay_saved_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySavedList, outlay_saved_list, OUTLAY, SAVED_LIST, GtkWidget)

void outlay_saved_list_set_filters (OutlaySavedList *list,
                                    OutlayViewState *state,
                                    OutlaySavedFilters *filters);

G_END_DECLS
