/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-form.h"

G_BEGIN_DECLS

/* A form for which articles speak of another deal than the rest. */
#define OUTLAY_TYPE_SPLIT_FORM (outlay_split_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplitForm, outlay_split_form, OUTLAY, SPLIT_FORM, GtkBox)

GtkWidget *outlay_split_form_new (OutlayDealRecord *deal);

G_END_DECLS
