/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the details share. outlay-details.c shows a deal, -edit.c changes it, -more.c
 * shows what is around it: note, tags, whole and parts, history. */
#pragma once

#include "model/outlay-store-acts.h"
#include "outlay-details.h"
#include "outlay-field-row.h"

G_BEGIN_DECLS

struct _OutlayDetails
{
  GtkWidget parent_instance;

  GtkImage *kind_image;
  GtkLabel *kind_label;
  GtkToggleButton *star;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *hedge;
  GtkLabel *amount;
  GtkLabel *conversions;
  GtkImage *status_image;
  GtkLabel *status;
  GtkLabel *date;
  GtkLabel *counts;
  GtkBox *conflicts;
  GtkLabel *problem;
  GtkBox *fields;

  OutlayViewState *state;
  GtkBox *panel;
  GtkWidget *edit;
  GtkWidget *edited_row;
  gboolean stale;
  char currency[4];

  OutlayDealRecord *deal;
  GPtrArray *quotes;
  GCancellable *loading;
  gboolean setting_star;
  gboolean narrow;
  guint narrowing;
};

void outlay_details_follow_currency (OutlayDetails *self);
void outlay_details_install_edits (GtkWidgetClass *widget_class);
void outlay_details_offer_edit (OutlayDetails *self, OutlayFieldRow *row, OutlayField field);
char *outlay_details_dup_focused (OutlayDetails *self);
void outlay_details_focus (OutlayDetails *self, const char *what);
void outlay_details_end_edit (OutlayDetails *self);
void outlay_details_act (OutlayDetails *self, OutlayAct *act);
GtkWidget *outlay_details_add_row (OutlayDetails *self, const char *heading, const char *value);
void outlay_details_fill_body (OutlayDetails *self);
void outlay_details_add_more (OutlayDetails *self);

G_END_DECLS
