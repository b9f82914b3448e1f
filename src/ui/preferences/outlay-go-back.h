/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

/*
 * Offers the copies of the ledger, and after a question makes the ledger what it was in one of
 * them. Signal: "gone-back" (string: what to say of it).
 */
#define OUTLAY_TYPE_GO_BACK (outlay_go_back_get_type ())
G_DECLARE_FINAL_TYPE (OutlayGoBack, outlay_go_back, OUTLAY, GO_BACK, GtkWindow)

GtkWidget *outlay_go_back_new (GtkWindow *parent, OutlayStore *store);

G_END_DECLS
