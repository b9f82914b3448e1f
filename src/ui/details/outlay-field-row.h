/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

/* A field of a deal: its name, its value, and beneath it the words that prove it. */
#define OUTLAY_TYPE_FIELD_ROW (outlay_field_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFieldRow, outlay_field_row, OUTLAY, FIELD_ROW, GtkWidget)

GtkWidget *outlay_field_row_new (const char *heading, const char *value);
void
outlay_field_row_set_parties (OutlayFieldRow *row, const char *names, const OutlayFields *fields);
void outlay_field_row_add_quotes (
  OutlayFieldRow *row, GPtrArray *quotes, guint first, guint count, guint n_open);
void outlay_field_row_set_orientation (OutlayFieldRow *row, GtkOrientation orientation);
void outlay_field_row_set_editable (OutlayFieldRow *row, const char *what);
void outlay_field_row_set_corrected (OutlayFieldRow *row, const char *what, const char *old);
void outlay_field_row_set_unstated (OutlayFieldRow *row);
void outlay_field_row_focus_edit (OutlayFieldRow *row);
void outlay_field_row_append (OutlayFieldRow *row, GtkWidget *child);

G_END_DECLS
