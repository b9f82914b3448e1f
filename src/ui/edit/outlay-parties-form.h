/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-view-state.h"
#include "outlay-form.h"

G_BEGIN_DECLS

/* A form for the parties of a deal: of each a name and a role; an empty name takes one away. */
#define OUTLAY_TYPE_PARTIES_FORM (outlay_parties_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPartiesForm, outlay_parties_form, OUTLAY, PARTIES_FORM, GtkBox)

GtkWidget *outlay_parties_form_new (OutlayDealRecord *deal, OutlayViewState *state);

G_END_DECLS
