/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store-acts.h"

G_BEGIN_DECLS

/*
 * What is filled in to do something to a deal: a field's new value, the deal to merge with, a tag.
 * A form is a widget; the box around it has the buttons. Signal: "submit", where Enter or a click
 * in the form itself says that it is filled in.
 */
#define OUTLAY_TYPE_FORM (outlay_form_get_type ())
G_DECLARE_INTERFACE (OutlayForm, outlay_form, OUTLAY, FORM, GtkWidget)

struct _OutlayFormInterface
{
  GTypeInterface parent_interface;

  OutlayAct *(*make_act) (OutlayForm *form, GError **error);
};

OutlayAct *outlay_form_make_act (OutlayForm *form, GError **error);
void outlay_form_submit (OutlayForm *form);
OutlayAct *outlay_form_make_correction (OutlayDealRecord *deal,
                                        OutlayField field,
                                        const OutlayFields *values,
                                        GError **error);
GtkWidget *outlay_form_make_choice (const char *label, const char *const *titles, guint chosen);

G_END_DECLS
