/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "ui/layout/outlay-layout-bin.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_WINDOW (outlay_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWindow, outlay_window, OUTLAY, WINDOW, GtkApplicationWindow)

/** OutlaySide: what the pane at the window's end shows. */
typedef enum
{
  OUTLAY_SIDE_NONE,
  OUTLAY_SIDE_DETAILS,
  OUTLAY_SIDE_REPORT,
} OutlaySide;

/** OutlayView: how the deals are shown. */
typedef enum
{
  OUTLAY_VIEW_CARDS,
  OUTLAY_VIEW_TABLE,
  OUTLAY_VIEW_TIMELINE,
  OUTLAY_VIEW_FLOWS,
} OutlayView;

#define OUTLAY_N_VIEWS (OUTLAY_VIEW_FLOWS + 1)

OutlayWindow *
outlay_window_new (GtkApplication *application, OutlayStore *store, GSettings *settings);
OutlayViewState *outlay_window_get_state (OutlayWindow *window);
void outlay_window_import (OutlayWindow *window, GListModel *files);
void outlay_window_show_side (OutlayWindow *window, OutlaySide side);
OutlaySide outlay_window_get_side (OutlayWindow *window);
OutlayLayout outlay_window_get_layout (OutlayWindow *window);
OutlayView outlay_window_get_view (OutlayWindow *window);
void outlay_window_set_view (OutlayWindow *window, OutlayView view);
void outlay_window_notify (OutlayWindow *window, const char *text);

G_END_DECLS
