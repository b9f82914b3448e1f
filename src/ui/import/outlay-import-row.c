/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-row.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ui/details/outlay-wrapped-text.h"

struct _OutlayImportRow
{
  GtkWidget parent_instance;

  GtkImage *image;
  GtkLabel *name;
  GtkLabel *text;
  GtkWidget *button;
  GtkWidget *anyway;

  OutlayImportEntry *entry;
};

G_DEFINE_FINAL_TYPE (OutlayImportRow, outlay_import_row, GTK_TYPE_WIDGET)

static const char *const icons[OUTLAY_N_IMPORT_SECTIONS] = {
  [OUTLAY_IMPORT_SECTION_FAILED] = "dialog-error-symbolic",
  [OUTLAY_IMPORT_SECTION_LOOK] = "dialog-information-symbolic",
  [OUTLAY_IMPORT_SECTION_DELETED] = "user-trash-symbolic",
  [OUTLAY_IMPORT_SECTION_DUPLICATE] = "edit-copy-symbolic",
};

static const char *const icon_classes[OUTLAY_N_IMPORT_SECTIONS] = {
  [OUTLAY_IMPORT_SECTION_FAILED] = "error-icon",
  [OUTLAY_IMPORT_SECTION_LOOK] = "accent-icon",
  [OUTLAY_IMPORT_SECTION_DELETED] = "dim",
  [OUTLAY_IMPORT_SECTION_DUPLICATE] = "dim",
};

static void
outlay_import_row_dispose (GObject *object)
{
  GtkWidget *child;

  outlay_import_row_unbind (OUTLAY_IMPORT_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_import_row_parent_class)->dispose (object);
}

static void
outlay_import_row_class_init (OutlayImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_import_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/import/outlay-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayImportRow, image);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportRow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportRow, text);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportRow, button);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportRow, anyway);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_import_row_init (OutlayImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_import_row_new:
 *
 * Returns: (transfer floating): an empty line.
 */
GtkWidget *
outlay_import_row_new (void)
{
  return g_object_new (OUTLAY_TYPE_IMPORT_ROW, NULL);
}

/* A file that failed is looked at in its folder, an article that is there in the window. What was
 * deleted comes in by the heading all at once. */
static void
bind_button (OutlayImportRow *self, OutlayImportEntry *entry)
{
  GtkActionable *button = GTK_ACTIONABLE (self->button);
  gint64 id = outlay_import_entry_get_article_id (entry);
  GFile *file = outlay_import_entry_get_file (entry);
  gboolean several = outlay_import_entry_count_deleted (entry) > 1;
  g_autofree char *label = NULL;
  const char *name = outlay_import_entry_get_name (entry);

  gtk_widget_set_visible (self->button, id != 0 || file != NULL || several);
  /* So that an action never meets the parameter of another. */
  gtk_actionable_set_action_name (button, NULL);
  if (several)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Import All Anyway"));
      gtk_actionable_set_action_target_value (button, NULL);
      gtk_actionable_set_action_name (button, "report.import-deleted");
      label = g_strdup (_ ("Import all that you deleted anyway"));
    }
  else if (id != 0)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Open"));
      gtk_actionable_set_action_target (button, "x", id);
      gtk_actionable_set_action_name (button, "report.open-article");
      /* Translators: what a screen reader says of the button "Open" beside a file */
      label = outlay_format_fill (_ ("Open the article of {file}"), "file", name, NULL);
    }
  else if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      gtk_button_set_label (GTK_BUTTON (self->button), _ ("Show File"));
      gtk_actionable_set_action_target (button, "s", uri);
      gtk_actionable_set_action_name (button, "report.show-file");
      label = outlay_format_fill (_ ("Show the file {file}"), "file", name, NULL);
    }
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
}

/* What is there already comes in all the same where the user wants it. */
static void
bind_anyway (OutlayImportRow *self, OutlayImportEntry *entry)
{
  /* Translators: what a screen reader says of the button “Import Anyway” beside a file */
  g_autofree char *label = outlay_format_fill (_ ("Import {file} anyway"), "file",
                                               outlay_import_entry_get_name (entry), NULL);

  gtk_widget_set_visible (self->anyway, outlay_import_entry_get_input (entry) != NULL);
  gtk_widget_set_sensitive (self->anyway, !outlay_import_entry_is_waiting (entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->anyway), "u",
                                    outlay_import_entry_get_number (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->anyway), "report.import-anyway");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->anyway), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* A row that has the focus is read out by its own name alone. */
static void
name_row (OutlayImportRow *row, OutlayImportEntry *entry)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));
  const char *text = outlay_import_entry_get_text (entry);
  g_autofree char *name = NULL;

  if (parent == NULL)
    return;
  name = text != NULL && *text != '\0'
           ? outlay_format_fill (C_ ("spoken", "{file}: {message}"), "file",
                                 outlay_import_entry_get_name (entry), "message", text, NULL)
           : g_strdup (outlay_import_entry_get_name (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_entry (OutlayImportRow *row, OutlayImportEntry *entry)
{
  OutlayImportSection section;
  gboolean heading;
  const char *text;

  section = outlay_import_entry_get_section (entry);
  heading = outlay_import_entry_is_heading (entry);
  text = outlay_import_entry_get_text (entry);
  gtk_image_set_from_icon_name (row->image, icons[section]);
  gtk_widget_set_css_classes (GTK_WIDGET (row->image),
                              (const char *[]){icon_classes[section], NULL});
  gtk_widget_set_visible (GTK_WIDGET (row->image), !heading);
  outlay_wrapped_text_set (row->name, outlay_import_entry_get_name (entry));
  gtk_widget_set_css_classes (GTK_WIDGET (row->name),
                              (const char *[]){heading ? "heading-small" : "name", NULL});
  outlay_wrapped_text_set (row->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row->text), text != NULL && *text != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (row),
                              (const char *[]){heading ? "report-heading" : "report-row", NULL});
  bind_button (row, entry);
  bind_anyway (row, entry);
  name_row (row, entry);
}

/** outlay_import_row_bind: shows @entry, also when it changes. */
void
outlay_import_row_bind (OutlayImportRow *row, OutlayImportEntry *entry)
{
  g_return_if_fail (OUTLAY_IS_IMPORT_ROW (row));
  g_return_if_fail (OUTLAY_IS_IMPORT_ENTRY (entry));

  outlay_import_row_unbind (row);
  row->entry = g_object_ref (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_entry), row);
  show_entry (row, entry);
}

/** outlay_import_row_unbind: lets the entry go that it shows. */
void
outlay_import_row_unbind (OutlayImportRow *row)
{
  g_return_if_fail (OUTLAY_IS_IMPORT_ROW (row));

  if (row->entry != NULL)
    g_signal_handlers_disconnect_by_data (row->entry, row);
  g_clear_object (&row->entry);
}
