/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-timeline-legend.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/sums/outlay-sum.h"
#include "report/charts/outlay-timeline-draw.h"
#include "ui/charts/outlay-chart-style.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* Size of a lane that stands for all that are drawn like it, in pixels. */
#define KEY_WIDTH  44
#define KEY_HEIGHT 16

struct _OutlayTimelineLegend
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *by_party;
  GtkBox *series;
  GtkWidget *period;
  GtkLabel *period_name;
  GtkLabel *period_sums;
  GtkLabel *left_out;
};

G_DEFINE_FINAL_TYPE (OutlayTimelineLegend, outlay_timeline_legend, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SERIES_CHANGED,
  SIGNAL_SERIES_CLICKED,
  SIGNAL_SHOW_PERIOD,
  SIGNAL_CLEAR_PERIOD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
by_party_toggled_cb (OutlayTimelineLegend *legend)
{
  g_signal_emit (legend, signals[SIGNAL_SERIES_CHANGED], 0);
}

/* The rows are made anew when other deals are shown; the one clicked outlives its own signal. */
static void
series_clicked_cb (GtkWidget *button, OutlayTimelineLegend *legend)
{
  g_idle_add_once (g_object_unref, g_object_ref (button));
  g_signal_emit (legend, signals[SIGNAL_SERIES_CLICKED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "series")));
}

static void
show_period_cb (OutlayTimelineLegend *legend)
{
  g_signal_emit (legend, signals[SIGNAL_SHOW_PERIOD], 0);
}

static void
clear_period_cb (OutlayTimelineLegend *legend)
{
  g_signal_emit (legend, signals[SIGNAL_CLEAR_PERIOD], 0);
}

static void
outlay_timeline_legend_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_TIMELINE_LEGEND (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_timeline_legend_parent_class)->dispose (object);
}

static void
outlay_timeline_legend_class_init (OutlayTimelineLegendClass *klass)
{
  GType type = OUTLAY_TYPE_TIMELINE_LEGEND;

  G_OBJECT_CLASS (klass)->dispose = outlay_timeline_legend_dispose;
  signals[SIGNAL_SERIES_CHANGED]
    = g_signal_new ("series-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SERIES_CLICKED] = g_signal_new ("series-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SHOW_PERIOD]
    = g_signal_new ("show-period", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLEAR_PERIOD]
    = g_signal_new ("clear-period", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_switch (OutlayTimelineLegend *legend)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *by_kind = gtk_toggle_button_new_with_label (C_ ("timeline", "By kind"));
  GtkWidget *by_party = gtk_toggle_button_new_with_label (C_ ("timeline", "By party"));

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (by_party), GTK_TOGGLE_BUTTON (by_kind));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_kind), TRUE);
  legend->by_party = GTK_TOGGLE_BUTTON (by_party);
  g_signal_connect_swapped (by_party, "toggled", G_CALLBACK (by_party_toggled_cb), legend);
  gtk_box_append (GTK_BOX (box), by_kind);
  gtk_box_append (GTK_BOX (box), by_party);
  return box;
}

static GtkLabel *
append_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_period (OutlayTimelineLegend *legend)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *show = gtk_button_new_with_mnemonic (C_ ("timeline", "_Show Only These"));
  GtkWidget *clear = gtk_button_new_with_mnemonic (C_ ("timeline", "_Clear"));

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_label_set_text (append_label (GTK_BOX (box), "name"), C_ ("timeline", "Selected period"));
  legend->period_name = append_label (GTK_BOX (box), NULL);
  legend->period_sums = append_label (GTK_BOX (box), "dim");
  gtk_widget_add_css_class (show, "suggested-action");
  g_signal_connect_swapped (show, "clicked", G_CALLBACK (show_period_cb), legend);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_period_cb), legend);
  gtk_box_append (GTK_BOX (buttons), show);
  gtk_box_append (GTK_BOX (buttons), clear);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
draw_key (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer key)
{
  OutlayChartStyle style;
  OutlayCanvas canvas = {cr, &style, width, 1, NULL};

  outlay_chart_style_init (&style, GTK_WIDGET (area));
  outlay_timeline_draw_key (GPOINTER_TO_UINT (key), width, height / 2.0, &canvas);
}

static GtkWidget *
make_key (OutlayLaneKey key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkLabel *name;

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), KEY_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), KEY_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_key, GUINT_TO_POINTER (key), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), area);
  name = append_label (GTK_BOX (box), "small");
  gtk_widget_add_css_class (GTK_WIDGET (name), "dim");
  gtk_label_set_text (name, outlay_timeline_get_key_name (key));
  return box;
}

static GtkWidget *
make_keys (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < OUTLAY_N_LANE_KEYS; i++)
    gtk_box_append (GTK_BOX (box), make_key ((OutlayLaneKey)i));
  return box;
}

static void
outlay_timeline_legend_init (OutlayTimelineLegend *legend)
{
  GtkBox *box;

  legend->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  box = GTK_BOX (legend->box);
  legend->series = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  legend->period = make_period (legend);
  gtk_box_append (box, make_switch (legend));
  gtk_box_append (box, GTK_WIDGET (legend->series));
  gtk_box_append (box, legend->period);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  legend->left_out = append_label (box, "small");
  gtk_widget_add_css_class (GTK_WIDGET (legend->left_out), "dim");
  gtk_box_append (box, make_keys ());
  gtk_widget_set_parent (legend->box, GTK_WIDGET (legend));
}

static GtkWidget *
make_row (OutlayTimelineLegend *legend, const OutlayTimeline *timeline, guint series)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (timeline->names[series]);
  g_autofree char *sum
    = outlay_timeline_dup_figure (timeline, OUTLAY_TIMELINE_MONEY, timeline->sums[0][series]);
  GtkWidget *figure = gtk_label_new (timeline->sums[0][series] > 0 ? sum : "–");
  g_autofree char *spoken = NULL;
  guint role = series == timeline->rest ? OUTLAY_CHART_REST : OUTLAY_CHART_SERIES + series;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, timeline->names[series]);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (figure, "figures");
  gtk_widget_add_css_class (figure, "dim");
  gtk_box_append (GTK_BOX (box), outlay_chart_swatch_new (role));
  if (timeline->rest == OUTLAY_CHART_N_SERIES)
    gtk_box_append (GTK_BOX (box),
                    outlay_symbol_new (outlay_symbol_of_kind (outlay_chart_get_kind (series))));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "legend-row");
  spoken = outlay_format_fill (C_ ("spoken", "{name}, {sum}"), "name", timeline->names[series],
                               "sum", gtk_label_get_text (GTK_LABEL (figure)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_sensitive (button, series != timeline->rest);
  g_object_set_data (G_OBJECT (button), "series", GUINT_TO_POINTER (series));
  g_signal_connect (button, "clicked", G_CALLBACK (series_clicked_cb), legend);
  return button;
}

/**
 * outlay_timeline_legend_get_series:
 *
 * Returns: what the bars shall be made up of.
 */
OutlayTimelineSeries
outlay_timeline_legend_get_series (OutlayTimelineLegend *legend)
{
  return gtk_toggle_button_get_active (legend->by_party) ? OUTLAY_TIMELINE_BY_PARTY
                                                         : OUTLAY_TIMELINE_BY_KIND;
}

/** outlay_timeline_legend_show: explains @timeline. */
void
outlay_timeline_legend_show (OutlayTimelineLegend *legend, const OutlayTimeline *timeline)
{
  g_autofree char *left_out = outlay_timeline_dup_left_out (timeline);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (legend->series))) != NULL)
    gtk_box_remove (legend->series, row);
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      if (timeline->names[i] != NULL && (timeline->sums[0][i] > 0 || timeline->sums[1][i] > 0))
        gtk_box_append (legend->series, make_row (legend, timeline, i));
    }
  gtk_label_set_text (legend->left_out, left_out != NULL ? left_out : "");
  gtk_widget_set_visible (GTK_WIDGET (legend->left_out), left_out != NULL);
}

static char *
dup_period_sums (const OutlayTimeline *timeline, int first, int last)
{
  gint64 sums[OUTLAY_TIMELINE_N_MEASURES] = {0};
  g_autofree char *money = NULL;
  g_autofree char *power = NULL;

  for (int i = first; i <= last; i++)
    for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
      sums[measure] = outlay_add_saturated (
        sums[measure], outlay_timeline_get_column (timeline, (guint)i)->totals[measure]);
  money = outlay_timeline_dup_figure (timeline, OUTLAY_TIMELINE_MONEY, sums[OUTLAY_TIMELINE_MONEY]);
  power = outlay_timeline_dup_figure (timeline, OUTLAY_TIMELINE_POWER, sums[OUTLAY_TIMELINE_POWER]);
  return g_strdup_printf ("%s · %s", money, power);
}

/** outlay_timeline_legend_show_period: tells of the columns chosen; none where @first is -1. */
void
outlay_timeline_legend_show_period (OutlayTimelineLegend *legend,
                                    const OutlayTimeline *timeline,
                                    int first,
                                    int last)
{
  gtk_widget_set_visible (legend->period, first >= 0);
  if (first < 0)
    return;
  g_autofree char *name
    = outlay_format_period (outlay_timeline_get_column (timeline, (guint)first)->date,
                            outlay_timeline_get_column (timeline, (guint)last)->date);
  g_autofree char *sums = dup_period_sums (timeline, first, last);
  gtk_label_set_text (legend->period_name, name);
  outlay_reading_set_label (legend->period_sums, sums);
}
