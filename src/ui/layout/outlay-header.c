/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-header.h"

#include <string.h>

static char *
dup_close_alone (void)
{
  g_autofree char *whole = NULL;
  const char *close, *colon;

  g_object_get (gtk_settings_get_default (), "gtk-decoration-layout", &whole, NULL);
  close = whole != NULL ? strstr (whole, "close") : NULL;
  colon = whole != NULL ? strchr (whole, ':') : NULL;
  if (close == NULL)
    return g_strdup (":");
  return g_strdup (colon != NULL && close < colon ? "close:" : ":close");
}

/** outlay_header_fit: where @header is short, of the window's own buttons leaves the one that
 * closes.
 */
void
outlay_header_fit (GtkHeaderBar *header, OutlayLayout layout)
{
  g_autofree char *buttons = layout >= OUTLAY_LAYOUT_NARROW ? dup_close_alone () : NULL;

  gtk_header_bar_set_decoration_layout (header, buttons);
}
