/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-range-pane.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "model/outlay-figure-text.h"
#include "outlay-range-chart.h"

struct _OutlayRangePane
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayMeasure measure;
  GtkDropDown *currency;
  GtkEditable *low;
  GtkEditable *high;
  GtkCheckButton *unstated;
  GtkWidget *clear;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (OutlayRangePane, outlay_range_pane, GTK_TYPE_WIDGET)

static const char *const currencies[] = {"USD", "EUR", "GBP", "JPY", "CNY", "KRW", NULL};

static void
show_bound (OutlayRangePane *pane, GtkEditable *entry, gint64 figure, gboolean set)
{
  g_autofree char *text = set ? outlay_figure_to_text (pane->measure, figure,
                                                       outlay_view_state_get_currency (pane->state))
                              : g_strdup ("");

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static char *
dup_unstated (OutlayMeasure measure, guint count)
{
  switch (measure)
    {
    case OUTLAY_MEASURE_AMOUNT:
      return g_strdup_printf (
        ngettext ("Also %u deal that names no amount", "Also %u deals that name no amount", count),
        count);
    case OUTLAY_MEASURE_CAPACITY:
      return g_strdup_printf (ngettext ("Also %u deal that names no capacity",
                                        "Also %u deals that name no capacity", count),
                              count);
    default:
      return g_strdup_printf (
        ngettext ("Also %u deal that names no date", "Also %u deals that name no date", count),
        count);
    }
}

static void
show_unstated (OutlayRangePane *pane)
{
  guint count = outlay_view_state_get_histogram (pane->state, pane->measure)->n_unstated;
  gboolean wanted = outlay_view_state_get_range (pane->state, pane->measure)->unstated;
  g_autofree char *label = dup_unstated (pane->measure, count);

  gtk_check_button_set_label (pane->unstated, label);
  gtk_check_button_set_active (pane->unstated, wanted);
  gtk_widget_set_visible (GTK_WIDGET (pane->unstated), wanted || count > 0);
}

static void
show_currency (OutlayRangePane *pane)
{
  const char *currency = outlay_view_state_get_currency (pane->state);

  for (guint i = 0; pane->currency != NULL && currencies[i] != NULL; i++)
    {
      if (g_str_equal (currencies[i], currency))
        gtk_drop_down_set_selected (pane->currency, i);
    }
}

static void
state_changed_cb (OutlayRangePane *pane)
{
  const OutlayRange *range = outlay_view_state_get_range (pane->state, pane->measure);

  pane->syncing = TRUE;
  show_bound (pane, pane->low, range->low, range->low != G_MININT64);
  show_bound (pane, pane->high, range->high, range->high != G_MAXINT64);
  show_unstated (pane);
  show_currency (pane);
  gtk_widget_set_sensitive (pane->clear, outlay_view_state_has_range (pane->state, pane->measure));
  pane->syncing = FALSE;
}

static void
take_bounds_cb (OutlayRangePane *pane)
{
  OutlayRange range = *outlay_view_state_get_range (pane->state, pane->measure);
  gboolean low_read
    = outlay_figure_from_text (pane->measure, gtk_editable_get_text (pane->low), FALSE, &range.low);
  gboolean high_read = outlay_figure_from_text (pane->measure, gtk_editable_get_text (pane->high),
                                                TRUE, &range.high);

  if (low_read && high_read)
    {
      outlay_view_state_set_range (pane->state, pane->measure, range);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (low_read ? pane->high : pane->low), "error");
}

static void
focus_left_cb (OutlayRangePane *pane)
{
  if (!pane->syncing)
    take_bounds_cb (pane);
}

static void
unstated_cb (OutlayRangePane *pane)
{
  OutlayRange range = *outlay_view_state_get_range (pane->state, pane->measure);

  if (pane->syncing)
    return;
  range.unstated = gtk_check_button_get_active (pane->unstated);
  outlay_view_state_set_range (pane->state, pane->measure, range);
}

static void
currency_cb (OutlayRangePane *pane)
{
  guint selected = gtk_drop_down_get_selected (pane->currency);

  if (!pane->syncing && selected < G_N_ELEMENTS (currencies) - 1)
    outlay_view_state_set_currency (pane->state, currencies[selected]);
}

static void
clear_cb (OutlayRangePane *pane)
{
  outlay_view_state_clear_range (pane->state, pane->measure);
}

static GtkWidget *
make_currencies (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; currencies[i] != NULL; i++)
    gtk_string_list_append (list, outlay_format_currency (currencies[i]));
  return gtk_drop_down_new (G_LIST_MODEL (list), NULL);
}

static GtkWidget *
make_head (OutlayRangePane *pane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (outlay_measure_get_title (pane->measure));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "name");
  gtk_box_append (GTK_BOX (box), title);
  if (pane->measure != OUTLAY_MEASURE_AMOUNT)
    return box;
  pane->currency = GTK_DROP_DOWN (make_currencies ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (pane->currency), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Currency"), -1);
  g_signal_connect_swapped (pane->currency, "notify::selected", G_CALLBACK (currency_cb), pane);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pane->currency));
  return box;
}

static GtkEditable *
add_entry (OutlayRangePane *pane, GtkBox *box, const char *label)
{
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_ ("range", "any"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (take_bounds_cb), pane);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), pane);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (box, name);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_entries (OutlayRangePane *pane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  pane->low = add_entry (pane, GTK_BOX (box), C_ ("range", "From"));
  pane->high = add_entry (pane, GTK_BOX (box), C_ ("range", "to"));
  return box;
}

static GtkWidget *
make_foot (OutlayRangePane *pane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *text
    = pane->measure == OUTLAY_MEASURE_AMOUNT
        ? _ ("Other currencies at rough rates. “Up to” counts as its upper figure, “at least” as "
             "its lower.")
        : C_ ("range", "Drag over the bars, or type");
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (note), 28);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_add_css_class (note, "dim");
  gtk_widget_add_css_class (note, "small");
  gtk_widget_add_css_class (box, "facet-foot");
  pane->clear = gtk_button_new_with_label (C_ ("facet", "Clear"));
  gtk_widget_set_valign (pane->clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (pane->clear, "clicked", G_CALLBACK (clear_cb), pane);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), pane->clear);
  return box;
}

static void
outlay_range_pane_dispose (GObject *object)
{
  OutlayRangePane *pane = OUTLAY_RANGE_PANE (object);
  GtkWidget *child;

  pane->syncing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (pane))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&pane->state);
  G_OBJECT_CLASS (outlay_range_pane_parent_class)->dispose (object);
}

static void
outlay_range_pane_class_init (OutlayRangePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_range_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_range_pane_init (OutlayRangePane *pane)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (pane));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

/**
 * outlay_range_pane_new:
 *
 * Returns: (transfer floating): what filters @state by @measure.
 */
GtkWidget *
outlay_range_pane_new (OutlayViewState *state, OutlayMeasure measure)
{
  OutlayRangePane *pane = g_object_new (OUTLAY_TYPE_RANGE_PANE, NULL);

  pane->state = g_object_ref (state);
  pane->measure = measure;
  gtk_widget_set_parent (make_head (pane), GTK_WIDGET (pane));
  gtk_widget_set_parent (outlay_range_chart_new (state, measure), GTK_WIDGET (pane));
  gtk_widget_set_parent (make_entries (pane), GTK_WIDGET (pane));
  pane->unstated = GTK_CHECK_BUTTON (gtk_check_button_new ());
  g_signal_connect_swapped (pane->unstated, "toggled", G_CALLBACK (unstated_cb), pane);
  gtk_widget_set_parent (GTK_WIDGET (pane->unstated), GTK_WIDGET (pane));
  gtk_widget_set_parent (make_foot (pane), GTK_WIDGET (pane));
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), pane,
                           G_CONNECT_SWAPPED);
  state_changed_cb (pane);
  return GTK_WIDGET (pane);
}
