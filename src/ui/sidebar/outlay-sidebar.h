/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-saved-filters.h"
#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* What part of the ledger is shown: scopes, sources and their articles. Signal: "picked", when the
 * user chose one. */
#define OUTLAY_TYPE_SIDEBAR (outlay_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySidebar, outlay_sidebar, OUTLAY, SIDEBAR, GtkWidget)

void outlay_sidebar_set_saved (OutlaySidebar *sidebar, OutlaySavedFilters *filters);
void outlay_sidebar_set_state (OutlaySidebar *sidebar, OutlayViewState *state);

G_END_DECLS
