/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-field-row.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-quote-button.h"
#include "outlay-wrapped-text.h"
#include "ui/layout/outlay-grid.h"
#include "ui/style/outlay-reading.h"

struct _OutlayFieldRow
{
  GtkWidget parent_instance;

  GtkLabel *heading;
  GtkBox *body;
  GtkGrid *line;
  GtkLabel *value;
  GtkWidget *edit;
  GtkBox *open;

  /* Few rows have more quotes than are shown; those are made when they are unfolded. */
  GtkRevealer *revealer;
  GPtrArray *quotes;
  guint first_folded;
  guint n_folded;
};

G_DEFINE_FINAL_TYPE (OutlayFieldRow, outlay_field_row, GTK_TYPE_WIDGET)

static void
add_buttons (OutlayFieldRow *self, GtkBox *box, guint first, guint count)
{
  for (guint i = first; i < first + count; i++)
    {
      GtkWidget *button = outlay_quote_button_new (g_ptr_array_index (self->quotes, i));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.open-quote");
      gtk_box_append (box, button);
    }
}

static void
more_toggled_cb (OutlayFieldRow *self, GtkToggleButton *more)
{
  if (gtk_revealer_get_child (self->revealer) == NULL)
    {
      GtkWidget *folded = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      add_buttons (self, GTK_BOX (folded), self->first_folded, self->n_folded);
      gtk_revealer_set_child (self->revealer, folded);
    }
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (more));
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  OutlayFieldRow *self = OUTLAY_FIELD_ROW (widget);
  GtkActionable *edit = GTK_ACTIONABLE (self->edit);
  const char *name = gtk_actionable_get_action_name (edit);

  return name != NULL
         && gtk_widget_activate_action_variant (widget, name,
                                                gtk_actionable_get_action_target_value (edit));
}

static void
outlay_field_row_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_pointer (&OUTLAY_FIELD_ROW (object)->quotes, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_field_row_parent_class)->dispose (object);
}

static void
outlay_field_row_class_init (OutlayFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_field_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/details/outlay-field-row.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, edit);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, body);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, line);
  gtk_widget_class_bind_template_child (widget_class, OutlayFieldRow, open);
}

static void
outlay_field_row_init (OutlayFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_field_row_new:
 * @heading: name of the field
 * @value: its value, in words
 *
 * Returns: (transfer floating): a row without quotes.
 */
GtkWidget *
outlay_field_row_new (const char *heading, const char *value)
{
  OutlayFieldRow *self = g_object_new (OUTLAY_TYPE_FIELD_ROW, NULL);

  outlay_wrapped_text_set (self->heading, heading);
  outlay_wrapped_text_set_made (self->value, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  return GTK_WIDGET (self);
}

/** outlay_field_row_set_parties: shows @names of parties of @fields, each by itself. */
void
outlay_field_row_set_parties (OutlayFieldRow *row, const char *names, const OutlayFields *fields)
{
  outlay_wrapped_text_set_parties (row->value, names, fields);
}

static void
add_more_button (OutlayFieldRow *self)
{
  guint count = self->n_folded;
  GtkWidget *more = gtk_toggle_button_new ();
  GtkWidget *revealer = gtk_revealer_new ();
  g_autofree char *label = g_strdup_printf ("+ %u", count);
  g_autofree char *read = outlay_reading_dup (more, label);
  g_autofree char *hint
    = g_strdup_printf (ngettext ("Show %u more quote", "Show %u more quotes", count), count);

  gtk_button_set_label (GTK_BUTTON (more), read);
  gtk_widget_set_valign (more, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (more, hint);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, "more-quotes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_swapped (more, "toggled", G_CALLBACK (more_toggled_cb), self);
  gtk_grid_attach (self->line, more, 1, 0, 1, 1);
  self->revealer = GTK_REVEALER (revealer);
  gtk_box_append (self->body, revealer);
}

/**
 * outlay_field_row_add_quotes:
 * @quotes: (element-type OutlayFieldQuote): quotes of a deal; the array must not change any more
 * @first: the row's first one in @quotes
 * @count: how many of them are the row's
 * @n_open: how many are shown from the start; a button shows the others
 *
 * A click on a quote activates the action "details.open-quote" with its index in @quotes.
 */
void
outlay_field_row_add_quotes (
  OutlayFieldRow *row, GPtrArray *quotes, guint first, guint count, guint n_open)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));
  g_return_if_fail (row->quotes == NULL);
  g_return_if_fail (first + count <= quotes->len);

  n_open = MIN (n_open, count);
  row->quotes = g_ptr_array_ref (quotes);
  row->first_folded = first + n_open;
  row->n_folded = count - n_open;
  add_buttons (row, row->open, first, n_open);
  if (row->n_folded > 0)
    add_more_button (row);
}

/** outlay_field_row_set_orientation: puts the name before the value, or above it. */
void
outlay_field_row_set_orientation (OutlayFieldRow *row, GtkOrientation orientation)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  outlay_grid_put_second (gtk_widget_get_last_child (GTK_WIDGET (row)), orientation);
}

/**
 * outlay_field_row_set_editable:
 * @what: a click on the row's pencil, or F2 where the row has the focus, activates the action
 *   "details.edit" with it
 */
void
outlay_field_row_set_editable (OutlayFieldRow *row, const char *what)
{
  g_autofree char *label = NULL;

  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  /* Translators: {field} is the name of a field, as “Amount” */
  label
    = outlay_format_fill (_ ("Edit: {field}"), "field", gtk_label_get_text (row->heading), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row->edit), "s", what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->edit), "details.edit");
  gtk_widget_set_tooltip_text (row->edit, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (row->edit, TRUE);
}

static GtkWidget *
make_old_value (const char *old)
{
  GtkWidget *label = gtk_label_new (old);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, old);
  gtk_widget_add_css_class (label, "quote-origin");
  gtk_widget_add_css_class (label, "old-value");
  return label;
}

static GtkWidget *
make_take_back (const char *what)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  const char *hint = _ ("Take the correction back");

  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.take-back");
  return button;
}

/**
 * outlay_field_row_set_corrected:
 * @what: a click on what takes the correction back activates the action "details.take-back" with it
 * @old: (nullable): what the articles say instead
 */
void
outlay_field_row_set_corrected (OutlayFieldRow *row, const char *what, const char *old)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  GtkWidget *correction = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Your correction"));

  gtk_widget_add_css_class (label, "correction");
  gtk_box_append (GTK_BOX (correction), label);
  gtk_box_append (GTK_BOX (correction), make_old_value (old));
  gtk_box_append (GTK_BOX (correction), make_take_back (what));
  gtk_box_insert_child_after (row->body, correction, GTK_WIDGET (row->line));
}

/** outlay_field_row_set_unstated: shows the value as one that no article gives. */
void
outlay_field_row_set_unstated (OutlayFieldRow *row)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  gtk_widget_add_css_class (GTK_WIDGET (row->value), "unstated");
}

/** outlay_field_row_focus_edit: puts the focus on the row's pencil. */
void
outlay_field_row_focus_edit (OutlayFieldRow *row)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  gtk_widget_grab_focus (row->edit);
}

/** outlay_field_row_append: adds @child below the value. */
void
outlay_field_row_append (OutlayFieldRow *row, GtkWidget *child)
{
  g_return_if_fail (OUTLAY_IS_FIELD_ROW (row));

  gtk_box_append (row->open, child);
}
