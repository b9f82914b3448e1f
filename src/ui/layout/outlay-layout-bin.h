/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayLayout:
 * @OUTLAY_LAYOUT_WIDE: sidebar, cards and details side by side
 * @OUTLAY_LAYOUT_MEDIUM: open details hide the sidebar
 * @OUTLAY_LAYOUT_NARROW: the sidebar lies over the cards, details take their place
 * @OUTLAY_LAYOUT_THIN: as narrow, and one column of cards with all filters behind one button
 * @OUTLAY_LAYOUT_TIGHT: as thin, with text so large that the header has room for what is used most
 *
 * How the panes share the window's width.
 */
typedef enum
{
  OUTLAY_LAYOUT_WIDE,
  OUTLAY_LAYOUT_MEDIUM,
  OUTLAY_LAYOUT_NARROW,
  OUTLAY_LAYOUT_THIN,
  OUTLAY_LAYOUT_TIGHT,
} OutlayLayout;

/*
 * A container that may be made narrower than its child wants, so that the child can be laid out
 * otherwise when that happens. Property, read-only: "layout" (uint, an #OutlayLayout), notified
 * outside of size allocation.
 */
#define OUTLAY_TYPE_LAYOUT_BIN (outlay_layout_bin_get_type ())
G_DECLARE_FINAL_TYPE (OutlayLayoutBin, outlay_layout_bin, OUTLAY, LAYOUT_BIN, GtkWidget)

OutlayLayout outlay_layout_bin_get_layout (OutlayLayoutBin *bin);
void outlay_layout_bin_set_child (OutlayLayoutBin *bin, GtkWidget *child);

G_END_DECLS
