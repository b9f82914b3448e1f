/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Lays short messages over the window's content, one at a time; they go by themselves, later while
 * the pointer or the focus is on them. Property: "child" (#GtkWidget). Action for their buttons:
 * "toast.open-uri" (s).
 */
#define OUTLAY_TYPE_TOAST_OVERLAY (outlay_toast_overlay_get_type ())
G_DECLARE_FINAL_TYPE (OutlayToastOverlay, outlay_toast_overlay, OUTLAY, TOAST_OVERLAY, GtkWidget)

GtkWidget *outlay_toast_overlay_new (void);
void outlay_toast_overlay_set_child (OutlayToastOverlay *overlay, GtkWidget *child);
GtkWidget *outlay_toast_overlay_get_child (OutlayToastOverlay *overlay);
void outlay_toast_overlay_show (OutlayToastOverlay *overlay,
                                const char *text,
                                const char *button,
                                const char *action_name,
                                GVariant *target);
void outlay_toast_overlay_offer (OutlayToastOverlay *overlay,
                                 const char *button,
                                 const char *action_name,
                                 GVariant *target);
void outlay_toast_overlay_hide (OutlayToastOverlay *overlay);
void outlay_toast_overlay_withdraw (OutlayToastOverlay *overlay, const char *action_name);
const char *outlay_toast_overlay_get_text (OutlayToastOverlay *overlay);
void outlay_toast_overlay_set_lift (OutlayToastOverlay *overlay, int lift);
void outlay_toast_show (GtkWidget *widget,
                        const char *text,
                        const char *button,
                        const char *action_name,
                        GVariant *target);

G_END_DECLS
