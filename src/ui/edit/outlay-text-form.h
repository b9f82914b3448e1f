/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-form.h"

G_BEGIN_DECLS

/* A form of one entry: a date, countries, a note, a tag. */
#define OUTLAY_TYPE_TEXT_FORM (outlay_text_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTextForm, outlay_text_form, OUTLAY, TEXT_FORM, GtkBox)

GtkWidget *outlay_text_form_new_date (OutlayDealRecord *deal, OutlayField field);
GtkWidget *outlay_text_form_new_places (OutlayDealRecord *deal);
GtkWidget *outlay_text_form_new_note (OutlayDealRecord *deal);
GtkWidget *outlay_text_form_new_tag (OutlayDealRecord *deal);

G_END_DECLS
