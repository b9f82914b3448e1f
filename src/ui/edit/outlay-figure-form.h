/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-form.h"

G_BEGIN_DECLS

/* A form for an amount or a capacity: hedge, one figure or two, scale, and of amounts currency. */
#define OUTLAY_TYPE_FIGURE_FORM (outlay_figure_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFigureForm, outlay_figure_form, OUTLAY, FIGURE_FORM, GtkBox)

GtkWidget *outlay_figure_form_new (OutlayDealRecord *deal, OutlayField field);

G_END_DECLS
