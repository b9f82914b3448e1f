/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-totals-button.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ui/layout/outlay-fold-box.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* So many currencies the header names where there is room; the popover lists all. */
#define MOST_CURRENCIES 3

/* How wide the note below the sums is, in letters. */
#define NOTE_CHARS 36

struct _OutlayTotalsButton
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  GtkMenuButton *button;
  GtkLabel *title;
  GtkBox *lines;
  GtkLabel *subtitle;
  GtkLabel *short_subtitle;
  GtkLabel *number;
  GtkWidget *arrow;
  GtkWidget *popover;
  GtkGrid *sums;
  guint most;
};

G_DEFINE_FINAL_TYPE (OutlayTotalsButton, outlay_totals_button, GTK_TYPE_WIDGET)

static void
add_row (GtkGrid *grid, int row, const char *figure, const char *note)
{
  GtkWidget *figure_label = gtk_label_new (figure);
  GtkWidget *note_label = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (figure_label), 0);
  gtk_label_set_xalign (GTK_LABEL (note_label), 1);
  gtk_widget_set_hexpand (note_label, TRUE);
  gtk_widget_add_css_class (figure_label, "figures");
  gtk_widget_add_css_class (note_label, "figures");
  gtk_widget_add_css_class (note_label, "dim");
  gtk_grid_attach (grid, figure_label, 0, row, 1, 1);
  gtk_grid_attach (grid, note_label, 1, row, 1, 1);
}

static void
add_count_row (GtkGrid *grid, int row, const char *figure, guint n_deals)
{
  g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", n_deals), n_deals);

  add_row (grid, row, figure, deals);
}

static void
show_sums (OutlayTotalsButton *button)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (button->state);
  int row = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (button->sums))) != NULL)
    gtk_grid_remove (button->sums, child);
  for (guint i = 0; i < totals->sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (totals->sums, OutlaySum, i);
      g_autofree char *figure = outlay_format_sum (sum->currency, sum->hundredths);

      add_count_row (button->sums, row++, figure, sum->n_deals);
    }
  if (totals->tally.n_converted > 0 && !totals->tally.exact)
    {
      g_autofree char *all = outlay_format_converted (
        totals->tally.currency, totals->tally.converted, totals->tally.last_rate);

      add_count_row (button->sums, row++, all, totals->tally.n_converted);
    }
  if (totals->tally.n_without_rate > 0)
    add_count_row (button->sums, row++, C_ ("totals", "without a rate, not in the sum"),
                   totals->tally.n_without_rate);
  if (totals->n_without_amount > 0)
    add_count_row (button->sums, row++, C_ ("totals", "not counted"), totals->n_without_amount);
  if (totals->kilowatts > 0)
    {
      g_autofree char *power = outlay_format_power_compact (totals->kilowatts);

      add_row (button->sums, row, power, C_ ("totals", "capacity"));
    }
}

/* Before a ledger has been read nothing is said of it. */
static char *
dup_text (OutlayStore *store, const OutlayTotals *totals, guint most)
{
  if (outlay_store_get_partial (store))
    return g_strdup (_ ("Opening the ledger…"));
  return outlay_store_get_opened (store) ? outlay_totals_dup_text (totals, most) : g_strdup ("");
}

/* What opens is made when it first does. */
static void
make_popover (OutlayTotalsButton *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sums = gtk_grid_new ();
  GtkWidget *note
    = gtk_label_new (_ ("Currencies are kept apart. “Up to” counts its upper figure, “at least” "
                        "and vague amounts their lower one. Cancelled deals don’t count."));

  button->popover = gtk_popover_new ();
  button->sums = GTK_GRID (sums);
  gtk_grid_set_column_spacing (button->sums, 24);
  gtk_grid_set_row_spacing (button->sums, 6);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (note), NOTE_CHARS);
  gtk_widget_add_css_class (note, "dim");
  gtk_widget_add_css_class (note, "small");
  gtk_widget_add_css_class (button->popover, "totals");
  gtk_box_append (GTK_BOX (box), sums);
  gtk_box_append (GTK_BOX (box), note);
  gtk_popover_set_child (GTK_POPOVER (button->popover), box);
  gtk_menu_button_set_popover (button->button, button->popover);
}

static void
popup_cb (GtkMenuButton *menu_button, gpointer user_data)
{
  OutlayTotalsButton *button = user_data;

  if (button->popover == NULL)
    make_popover (button);
  show_sums (button);
}

static void
state_changed_cb (OutlayTotalsButton *button)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (button->state);
  OutlayStore *store = outlay_view_state_get_store (button->state);
  gboolean partial = outlay_store_get_partial (store);
  gboolean first_run = totals->n_all == 0 || partial;
  g_autofree char *title
    = first_run ? g_strdup (_ ("Outlay")) : outlay_view_state_dup_title (button->state);
  g_autofree char *text = dup_text (store, totals, button->most);
  g_autofree char *count
    = outlay_store_get_opened (store) ? outlay_totals_dup_count (totals) : g_strdup ("");
  g_autofree char *number
    = outlay_store_get_opened (store) ? outlay_format_count (totals->n_deals) : g_strdup ("");
  g_autofree char *spoken
    = outlay_format_fill (C_ ("spoken", "{title}, {totals}"), "title", title, "totals", text, NULL);

  gtk_label_set_text (button->title, title);
  outlay_reading_set_label (button->subtitle, text);
  gtk_label_set_text (button->short_subtitle, partial ? text : count);
  gtk_label_set_text (button->number, partial ? "…" : number);
  /* A line without words would push the title out of the middle. */
  gtk_widget_set_visible (gtk_widget_get_parent (button->arrow), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (button->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  /* In a narrow header the words need all the room. */
  gtk_widget_set_visible (button->arrow, !first_run && button->most > 1);
  gtk_widget_set_can_target (GTK_WIDGET (button->button), !first_run);
  gtk_widget_set_focusable (GTK_WIDGET (button->button), !first_run);
  if (button->popover != NULL && gtk_widget_get_visible (button->popover))
    show_sums (button);
}

static gboolean
outlay_totals_button_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (OUTLAY_TOTALS_BUTTON (widget)->subtitle));
  return TRUE;
}

static void
outlay_totals_button_dispose (GObject *object)
{
  OutlayTotalsButton *button = OUTLAY_TOTALS_BUTTON (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (button))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&button->state);
  G_OBJECT_CLASS (outlay_totals_button_parent_class)->dispose (object);
}

static void
outlay_totals_button_class_init (OutlayTotalsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_totals_button_dispose;
  widget_class->query_tooltip = outlay_totals_button_query_tooltip;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/filter/outlay-totals-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTotalsButton, button);
  gtk_widget_class_bind_template_child (widget_class, OutlayTotalsButton, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayTotalsButton, lines);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_subtitle (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "window-subtitle");
  return GTK_LABEL (label);
}

/* Where the sums would be cut "5 of 18 deals" stands alone, and where that would be the number. */
static void
outlay_totals_button_init (OutlayTotalsButton *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *folded;

  gtk_widget_init_template (GTK_WIDGET (button));
  button->subtitle = make_subtitle ();
  button->short_subtitle = make_subtitle ();
  button->number = make_subtitle ();
  button->arrow = outlay_symbol_new_arrow ();
  gtk_widget_add_css_class (button->arrow, "window-subtitle");
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  folded = outlay_fold_box_new (GTK_WIDGET (button->short_subtitle), GTK_WIDGET (button->number));
  gtk_box_append (GTK_BOX (line), outlay_fold_box_new (GTK_WIDGET (button->subtitle), folded));
  gtk_box_append (GTK_BOX (line), button->arrow);
  gtk_box_append (button->lines, line);
  button->most = MOST_CURRENCIES;
}

/** outlay_totals_button_set_state: shows the totals of @state; to be called once. */
void
outlay_totals_button_set_state (OutlayTotalsButton *button, OutlayViewState *state)
{
  g_return_if_fail (button->state == NULL);

  button->state = g_object_ref (state);
  gtk_widget_set_has_tooltip (GTK_WIDGET (button), TRUE);
  gtk_menu_button_set_create_popup_func (button->button, popup_cb, button, NULL);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), button,
                           G_CONNECT_SWAPPED);
  state_changed_cb (button);
}

/** outlay_totals_button_set_most: names @most currencies before it counts the rest. */
void
outlay_totals_button_set_most (OutlayTotalsButton *button, guint most)
{
  if (button->most == most)
    return;
  button->most = most;
  if (button->state != NULL)
    state_changed_cb (button);
}
