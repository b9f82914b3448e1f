/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button above a chart that saves it as a file, or prints it. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-chart-export.h"

#include <glib/gi18n.h>

#include "ui/print/outlay-print-choices.h"
#include "ui/print/outlay-print-deals.h"

/* What a button's menu does, as long as the button lives. */
typedef struct
{
  GtkWidget *view;
  OutlayViewState *state;
  char *name;
  OutlayChartRecord record;
  OutlayChartFormat format;
  GtkNativeDialog *chooser;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->chooser);
  g_free (export->name);
  g_free (export);
}

/* Says in the window what came of it; the window's own action shows it over the deals. */
static void
notify (Export *export, const char *text)
{
  gtk_widget_activate_action (export->view, "win.notify", "s", text);
}

static void
save_to (Export *export, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *saved = g_strdup_printf (_ ("The chart is in “%s”."), name);
  cairo_surface_t *picture = export->record (export->view, OUTLAY_CHART_LIGHT, &error);

  if (picture != NULL && outlay_chart_write (file, export->format, picture, NULL, &error))
    notify (export, saved);
  else
    notify (export, error->message);
  g_clear_pointer (&picture, cairo_surface_destroy);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Export *export)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    save_to (export, file);
  g_clear_object (&export->chooser);
}

static void
choose_file (Export *export, OutlayChartFormat format)
{
  g_autofree char *name
    = g_strconcat (export->name, format == OUTLAY_CHART_PNG ? ".png" : ".svg", NULL);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Export the Chart"), GTK_WINDOW (gtk_widget_get_root (export->view)),
    GTK_FILE_CHOOSER_ACTION_SAVE, C_ ("button", "_Save"), _ ("_Cancel"));

  g_clear_object (&export->chooser);
  export->format = format;
  export->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (export->chooser, TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), export);
  gtk_native_dialog_show (export->chooser);
}

static void
save_svg (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (user_data, OUTLAY_CHART_SVG);
}

static void
save_png (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (user_data, OUTLAY_CHART_PNG);
}

static void
print_chart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Export *export = user_data;
  g_auto (OutlayPrintChoices) choices;
  g_autofree char *filter = outlay_view_state_dup_filter (export->state);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  outlay_print_choices_init (&choices);
  outlay_print_choices_load (&choices);
  picture = export->record (
    export->view, choices.report.monochrome ? OUTLAY_CHART_CONTRAST : OUTLAY_CHART_LIGHT, &error);
  if (picture != NULL)
    outlay_print_chart (GTK_WINDOW (gtk_widget_get_root (export->view)),
                        outlay_store_get_ledger (outlay_view_state_get_store (export->state)),
                        outlay_view_state_dup_shown (export->state), filter, picture,
                        &choices.report);
  else
    notify (export, error->message);
  g_clear_pointer (&picture, cairo_surface_destroy);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, C_ ("chart", "As a _Drawing (SVG)…"), "chart.svg");
  g_menu_append (menu, C_ ("chart", "As a _Picture (PNG)…"), "chart.png");
  g_menu_append (menu, C_ ("chart", "_Print…"), "chart.print");
  return G_MENU_MODEL (menu);
}

/**
 * outlay_chart_export_new:
 * @view: (transfer none): whose chart is meant; it must outlive the button
 * @state: (transfer none): whose deals the chart shows; it must outlive the button
 * @name: what the file is called at first, without an ending
 * @record: draws the chart
 *
 * Returns: (transfer floating): a button with the ways to take the chart along.
 */
GtkWidget *
outlay_chart_export_new (GtkWidget *view,
                         OutlayViewState *state,
                         const char *name,
                         OutlayChartRecord record)
{
  static const GActionEntry entries[]
    = {{"svg", save_svg}, {"png", save_png}, {"print", print_chart}};
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  Export *export = g_new0 (Export, 1);

  export->view = view;
  export->state = state;
  export->name = g_strdup (name);
  export->record = record;
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), export);
  gtk_widget_insert_action_group (button, "chart", G_ACTION_GROUP (actions));
  g_object_set_data_full (G_OBJECT (button), "export", export, export_free);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Export the Chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export the Chart"), -1);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  return button;
}
