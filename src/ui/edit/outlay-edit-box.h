/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-form.h"

G_BEGIN_DECLS

/*
 * A form in the place of what it changes, with Cancel and a button that does it. Enter does it,
 * Escape leaves it. Signals: "act" (an #OutlayAct, as a pointer), "cancel".
 */
#define OUTLAY_TYPE_EDIT_BOX (outlay_edit_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayEditBox, outlay_edit_box, OUTLAY, EDIT_BOX, GtkBox)

GtkWidget *
outlay_edit_box_new (const char *title, GtkWidget *form, const char *hint, const char *button);
void outlay_edit_box_show_error (OutlayEditBox *box, const char *message);

G_END_DECLS
