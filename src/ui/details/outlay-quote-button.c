/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-quote-button.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-evidence-style.h"
#include "outlay-wrapped-text.h"

struct _OutlayQuoteButton
{
  GtkButton parent_instance;

  GtkLabel *language;
  GtkLabel *text;
  GtkLabel *origin;
  OutlayFieldQuote *quote;
};

G_DEFINE_FINAL_TYPE (OutlayQuoteButton, outlay_quote_button, GTK_TYPE_BUTTON)

/* Attributes, not markup: what an article says is never parsed. */
static void
style_text (OutlayQuoteButton *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->quote == NULL)
    return;
  attributes = outlay_evidence_style_list (GTK_WIDGET (self), self->quote->marks,
                                           self->quote->article->lang);
  gtk_label_set_attributes (self->text, attributes);
}

static char *
dup_origin (OutlayFieldQuote *quote)
{
  g_autofree char *origin = outlay_field_quote_dup_origin (quote);

  if (quote->value == NULL)
    return g_steal_pointer (&origin);
  /* Translators: under a quote: where it stands, and what it says where the deal says otherwise */
  return outlay_format_fill (_ ("{origin} · read as {value}"), "origin", origin, "value",
                             quote->value, NULL);
}

static void
set_quote (OutlayQuoteButton *self, OutlayFieldQuote *quote)
{
  const char *lang = quote->article->lang;
  g_autofree char *origin = dup_origin (quote);
  g_autofree char *label = NULL;

  self->quote = outlay_field_quote_ref (quote);
  gtk_label_set_text (self->language, *lang != '\0' ? lang : "?");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->language), *lang != '\0'
                                                              ? outlay_format_language (lang)
                                                              : _ ("Language unknown"));
  outlay_wrapped_text_set (self->text, quote->text);
  outlay_wrapped_text_set_made (self->origin, origin);
  /* Translators: what a screen reader says of a quote */
  label = outlay_format_fill (_ ("{field}: “{quote}”, {origin}. Open the article."), "field",
                              outlay_format_field (quote->field), "quote", quote->text, "origin",
                              origin, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  style_text (self);
}

static void
outlay_quote_button_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_quote_button_parent_class)->css_changed (widget, change);
  style_text (OUTLAY_QUOTE_BUTTON (widget));
}

static void
outlay_quote_button_dispose (GObject *object)
{
  OutlayQuoteButton *self = OUTLAY_QUOTE_BUTTON (object);

  g_clear_pointer (&self->quote, outlay_field_quote_unref);
  G_OBJECT_CLASS (outlay_quote_button_parent_class)->dispose (object);
}

static void
outlay_quote_button_class_init (OutlayQuoteButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_quote_button_dispose;
  widget_class->css_changed = outlay_quote_button_css_changed;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/details/outlay-quote-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayQuoteButton, language);
  gtk_widget_class_bind_template_child (widget_class, OutlayQuoteButton, text);
  gtk_widget_class_bind_template_child (widget_class, OutlayQuoteButton, origin);
}

static void
outlay_quote_button_init (OutlayQuoteButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_quote_button_new:
 *
 * Returns: (transfer floating): a button that shows @quote.
 */
GtkWidget *
outlay_quote_button_new (OutlayFieldQuote *quote)
{
  OutlayQuoteButton *self;

  g_return_val_if_fail (quote != NULL, NULL);

  self = g_object_new (OUTLAY_TYPE_QUOTE_BUTTON, NULL);
  set_quote (self, quote);
  return GTK_WIDGET (self);
}

/**
 * outlay_quote_button_get_quote:
 *
 * Returns: (transfer none): what it shows.
 */
OutlayFieldQuote *
outlay_quote_button_get_quote (OutlayQuoteButton *button)
{
  g_return_val_if_fail (OUTLAY_IS_QUOTE_BUTTON (button), NULL);

  return button->quote;
}

/**
 * outlay_quote_button_get_text:
 *
 * Returns: (transfer none): the words on it, as they stand there.
 */
const char *
outlay_quote_button_get_text (OutlayQuoteButton *button)
{
  g_return_val_if_fail (OUTLAY_IS_QUOTE_BUTTON (button), NULL);

  return gtk_label_get_text (button->text);
}
