/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

/*
 * Lists what the user said is no deal, and brings any of it back, one or several at once. It
 * follows the ledger.
 */
#define OUTLAY_TYPE_REJECTED_WINDOW (outlay_rejected_window_get_type ())
G_DECLARE_FINAL_TYPE (
  OutlayRejectedWindow, outlay_rejected_window, OUTLAY, REJECTED_WINDOW, GtkWindow)

GtkWidget *outlay_rejected_window_new (GtkWindow *parent, OutlayStore *store);

G_END_DECLS
