/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-chip-row.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "model/outlay-figure-text.h"
#include "ui/layout/outlay-wrap-box.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* A chip names no more than this; all of it stands in its tooltip. */
#define MOST_CHARS 40

struct _OutlayChipRow
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayWrapBox *box;
  gboolean centred;
  guint rebuild;
};

G_DEFINE_FINAL_TYPE (OutlayChipRow, outlay_chip_row, GTK_TYPE_WIDGET)

static void
facet_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  OutlayFacet facet = (OutlayFacet)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "facet"));

  outlay_view_state_clear_facet (row->state, facet);
}

static void
range_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  OutlayMeasure measure
    = (OutlayMeasure)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "measure"));

  outlay_view_state_clear_range (row->state, measure);
}

static void
search_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  outlay_view_state_set_search_text (row->state, "");
}

static void
reread_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  outlay_view_state_clear_reread (row->state);
}

static void
flow_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  outlay_view_state_clear_flow (row->state);
}

static void
all_removed_cb (GtkButton *chip, OutlayChipRow *row)
{
  outlay_view_state_clear_filters (row->state);
}

static GtkWidget *
make_chip_label (const char *title, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *value_label = gtk_label_new (value);
  GtkWidget *cross = outlay_symbol_new ("window-close-symbolic");

  gtk_widget_add_css_class (title_label, "dim");
  gtk_label_set_ellipsize (GTK_LABEL (value_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (value_label), MOST_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (value_label), TRUE);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), value_label);
  gtk_box_append (GTK_BOX (box), cross);
  return box;
}

static GtkWidget *
add_chip (OutlayChipRow *row, const char *title, const char *value, GCallback removed_cb)
{
  GtkWidget *chip = gtk_button_new ();
  g_autofree char *name = outlay_format_fill (C_ ("spoken", "Remove the filter {title}: {value}"),
                                              "title", title, "value", value, NULL);

  gtk_button_set_child (GTK_BUTTON (chip), make_chip_label (title, value));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (chip, "clicked", removed_cb, row);
  outlay_wrap_box_append (row->box, chip);
  return chip;
}

static void
add_clear_button (OutlayChipRow *row)
{
  GtkWidget *clear = gtk_button_new_with_label (C_ ("filters", "Clear All"));

  gtk_button_set_has_frame (GTK_BUTTON (clear), FALSE);
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  g_signal_connect (clear, "clicked", G_CALLBACK (all_removed_cb), row);
  outlay_wrap_box_append (row->box, clear);
}

static void
save_cb (GtkEntry *entry, OutlayChipRow *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*name == '\0')
    return;
  gtk_popover_popdown (
    GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  gtk_widget_activate_action (GTK_WIDGET (row), "win.save-filter", "s", name);
}

static void
add_save_button (OutlayChipRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the filter"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (save_cb), row);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("filters", "Save…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  outlay_wrap_box_append (row->box, button);
}

static void
add_flow_chip (OutlayChipRow *row)
{
  g_autofree char *flow = outlay_view_state_dup_flow (row->state);
  g_autofree char *read = NULL;

  if (flow == NULL)
    return;
  read = outlay_reading_dup (GTK_WIDGET (row), flow);
  add_chip (row, C_ ("filter", "Flow"), read, G_CALLBACK (flow_removed_cb));
}

static void
add_range_chips (OutlayChipRow *row)
{
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      g_autofree char *range = outlay_view_state_dup_range (row->state, (OutlayMeasure)i);
      GtkWidget *chip;

      if (range == NULL)
        continue;
      chip = add_chip (row, outlay_measure_get_title ((OutlayMeasure)i), range,
                       G_CALLBACK (range_removed_cb));
      g_object_set_data (G_OBJECT (chip), "measure", GUINT_TO_POINTER (i));
    }
}

static void
add_chips (OutlayChipRow *row)
{
  const char *text = outlay_view_state_get_search_text (row->state);

  if (*text != '\0')
    add_chip (row, C_ ("filter", "Search"), text, G_CALLBACK (search_removed_cb));
  if (outlay_view_state_shows_reread (row->state))
    add_chip (row, C_ ("filter", "Deals"), C_ ("filter", "changed by reading again"),
              G_CALLBACK (reread_removed_cb));
  add_flow_chip (row);
  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    {
      g_autofree char *choices = outlay_view_state_dup_choices (row->state, (OutlayFacet)i);
      GtkWidget *chip;

      if (choices == NULL)
        continue;
      chip = add_chip (row, outlay_facet_get_title ((OutlayFacet)i), choices,
                       G_CALLBACK (facet_removed_cb));
      g_object_set_data (G_OBJECT (chip), "facet", GUINT_TO_POINTER (i));
    }
  add_range_chips (row);
  if (row->centred)
    return;
  add_save_button (row);
  add_clear_button (row);
}

static void
rebuild_cb (gpointer user_data)
{
  OutlayChipRow *row = user_data;
  gboolean any = outlay_view_state_count_filters (row->state) > 0;

  row->rebuild = 0;
  outlay_wrap_box_remove_all (row->box);
  if (any)
    add_chips (row);
  gtk_widget_set_visible (GTK_WIDGET (row->box), any);
}

/* A chip that was clicked must outlive its own signal, so the row is made anew a little later. */
static void
state_changed_cb (OutlayChipRow *row)
{
  if (row->rebuild == 0)
    row->rebuild = g_idle_add_once (rebuild_cb, row);
}

static void
outlay_chip_row_dispose (GObject *object)
{
  OutlayChipRow *row = OUTLAY_CHIP_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&row->rebuild, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (row))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&row->state);
  G_OBJECT_CLASS (outlay_chip_row_parent_class)->dispose (object);
}

static void
outlay_chip_row_class_init (OutlayChipRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_chip_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_chip_row_init (OutlayChipRow *row)
{
  row->box = OUTLAY_WRAP_BOX (outlay_wrap_box_new ());
  gtk_widget_set_parent (GTK_WIDGET (row->box), GTK_WIDGET (row));
}

/** outlay_chip_row_set_state: shows the filters of @state; to be called once. */
void
outlay_chip_row_set_state (OutlayChipRow *row, OutlayViewState *state)
{
  g_return_if_fail (row->state == NULL);

  row->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), row, G_CONNECT_SWAPPED);
  rebuild_cb (row);
}

/** outlay_chip_row_set_centred: centres the chips and leaves the button to clear all to the page.
 */
void
outlay_chip_row_set_centred (OutlayChipRow *row, gboolean centred)
{
  row->centred = centred;
  outlay_wrap_box_set_centred (row->box, centred);
}
