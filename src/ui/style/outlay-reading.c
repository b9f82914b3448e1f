/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-reading.h"

#include "base/format/outlay-format-private.h"
#include "base/outlay-text.h"

/**
 * outlay_reading_dup:
 * @widget: where @text is shown
 * @text: lines that the program made of parts
 *
 * A line that begins with a Latin name would run, and stand, to the right in a window that is read
 * from right to left.
 *
 * Returns: (transfer full): @text as it is read in @widget.
 */
char *
outlay_reading_dup (GtkWidget *widget, const char *text)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? outlay_text_turn (text, NULL)
                                                               : g_strdup (text);
}

/**
 * outlay_reading_dup_parties:
 * @widget: where @text is shown
 * @text: as outlay_reading_dup() takes it, with names of parties of @fields
 *
 * Returns: (transfer full): @text as it is read in @widget, each of the names by itself.
 */
char *
outlay_reading_dup_parties (GtkWidget *widget, const char *text, const OutlayFields *fields)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
           ? outlay_format_turn_parties (text, fields)
           : g_strdup (text);
}

/** outlay_reading_set_label: shows @text, as outlay_reading_dup() has it. */
void
outlay_reading_set_label (GtkLabel *label, const char *text)
{
  g_autofree char *read = outlay_reading_dup (GTK_WIDGET (label), text);

  gtk_label_set_text (label, read);
}
