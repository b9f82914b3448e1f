/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-form.h"

G_BEGIN_DECLS

/* A form for a field with few values: kind or status. */
#define OUTLAY_TYPE_CHOICE_FORM (outlay_choice_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChoiceForm, outlay_choice_form, OUTLAY, CHOICE_FORM, GtkBox)

GtkWidget *outlay_choice_form_new (OutlayDealRecord *deal, OutlayField field);

G_END_DECLS
