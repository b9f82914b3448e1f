/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-edit-box.h"

#include <glib/gi18n.h>

struct _OutlayEditBox
{
  GtkBox parent_instance;

  OutlayForm *form;
  GtkLabel *hint;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (OutlayEditBox, outlay_edit_box, GTK_TYPE_BOX)

enum
{
  ACT,
  CANCEL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
apply (OutlayEditBox *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayAct) act = outlay_form_make_act (self->form, &error);

  if (act == NULL)
    {
      outlay_edit_box_show_error (self, error->message);
      return;
    }
  outlay_edit_box_show_error (self, NULL);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
cancel (OutlayEditBox *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  cancel (OUTLAY_EDIT_BOX (widget));
  return TRUE;
}

static void
outlay_edit_box_class_init (OutlayEditBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
outlay_edit_box_init (OutlayEditBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "edit-box");
}

static GtkLabel *
add_label (OutlayEditBox *self, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_visible (label, text != NULL);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
add_buttons (OutlayEditBox *self, const char *label)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *no = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *yes = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (yes, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  g_signal_connect_swapped (no, "clicked", G_CALLBACK (cancel), self);
  g_signal_connect_swapped (yes, "clicked", G_CALLBACK (apply), self);
  gtk_box_append (GTK_BOX (buttons), no);
  gtk_box_append (GTK_BOX (buttons), yes);
  gtk_box_append (GTK_BOX (self), buttons);
}

/**
 * outlay_edit_box_new:
 * @title: what is edited
 * @form: (transfer floating): an #OutlayForm
 * @hint: (nullable): what can be filled in
 * @button: what the button that does it says, with a mnemonic
 *
 * Returns: (transfer floating): a box with @form in it.
 */
GtkWidget *
outlay_edit_box_new (const char *title, GtkWidget *form, const char *hint, const char *button)
{
  OutlayEditBox *self = g_object_new (OUTLAY_TYPE_EDIT_BOX, NULL);

  g_return_val_if_fail (OUTLAY_IS_FORM (form), NULL);

  add_label (self, title, "field-name");
  self->form = OUTLAY_FORM (form);
  gtk_box_append (GTK_BOX (self), form);
  g_signal_connect_swapped (form, "submit", G_CALLBACK (apply), self);
  self->hint = add_label (self, hint, "quote-origin");
  self->error = add_label (self, NULL, "edit-error");
  add_buttons (self, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * outlay_edit_box_show_error:
 * @message: (nullable): why it cannot be done so
 */
void
outlay_edit_box_show_error (OutlayEditBox *box, const char *message)
{
  g_return_if_fail (OUTLAY_IS_EDIT_BOX (box));

  gtk_label_set_text (box->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (box->error), message != NULL);
  /* A screen reader follows the focus, so what is wrong goes with it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (box->form), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}
