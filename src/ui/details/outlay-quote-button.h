/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-field-quote.h"

G_BEGIN_DECLS

/* The words of one article that prove a field, with the very words marked; a click opens the
 * article there. */
#define OUTLAY_TYPE_QUOTE_BUTTON (outlay_quote_button_get_type ())
G_DECLARE_FINAL_TYPE (OutlayQuoteButton, outlay_quote_button, OUTLAY, QUOTE_BUTTON, GtkButton)

GtkWidget *outlay_quote_button_new (OutlayFieldQuote *quote);
OutlayFieldQuote *outlay_quote_button_get_quote (OutlayQuoteButton *button);
const char *outlay_quote_button_get_text (OutlayQuoteButton *button);

G_END_DECLS
