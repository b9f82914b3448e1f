/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-view-state.h"
#include "outlay-form.h"

G_BEGIN_DECLS

/* A form that looks for another deal: to merge with, or that this one is a part of; or for an
 * organisation that a party is. */
#define OUTLAY_TYPE_DEAL_FORM (outlay_deal_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDealForm, outlay_deal_form, OUTLAY, DEAL_FORM, GtkBox)

GtkWidget *outlay_deal_form_new_merge (OutlayDealRecord *deal, OutlayViewState *state);
GtkWidget *outlay_deal_form_new_part (OutlayDealRecord *deal, OutlayViewState *state);
GtkWidget *outlay_deal_form_new_read_as (OutlayDealRecord *deal, OutlayViewState *state);
GPtrArray *outlay_deal_form_find_names (const char *text, gpointer state);

G_END_DECLS
