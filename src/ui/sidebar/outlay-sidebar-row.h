/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-source.h"

G_BEGIN_DECLS

/* A source or an article in the sidebar. */
#define OUTLAY_TYPE_SIDEBAR_ROW (outlay_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySidebarRow, outlay_sidebar_row, OUTLAY, SIDEBAR_ROW, GtkWidget)

GtkWidget *outlay_sidebar_row_new (void);
void outlay_sidebar_row_bind (OutlaySidebarRow *row, GtkTreeListRow *tree_row);
guint outlay_sidebar_row_get_position (OutlaySidebarRow *row);
void outlay_sidebar_row_unbind (OutlaySidebarRow *row);

G_END_DECLS
