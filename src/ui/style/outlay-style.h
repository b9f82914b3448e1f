/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** OutlayScheme: light or dark, or as the desktop has it. */
typedef enum
{
  OUTLAY_SCHEME_DESKTOP,
  OUTLAY_SCHEME_LIGHT,
  OUTLAY_SCHEME_DARK,
} OutlayScheme;

/*
 * Loads the program's style sheets and keeps them in step with the desktop: light, dark, or none of
 * our colours under high contrast.
 */
#define OUTLAY_TYPE_STYLE (outlay_style_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStyle, outlay_style, OUTLAY, STYLE, GObject)

OutlayStyle *outlay_style_new (GdkDisplay *display, OutlayScheme scheme);
void outlay_style_set_scheme (OutlayStyle *style, OutlayScheme scheme);

G_END_DECLS
