/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-field-quote.h"

G_BEGIN_DECLS

/* Says on which field the articles disagree and who says what; a click on a value opens an article
 * that says it. */
#define OUTLAY_TYPE_CONFLICT_BOX (outlay_conflict_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayConflictBox, outlay_conflict_box, OUTLAY, CONFLICT_BOX, GtkWidget)

GtkWidget *
outlay_conflict_box_new (const OutlayDealRecord *deal, OutlayField field, GPtrArray *quotes);

G_END_DECLS
