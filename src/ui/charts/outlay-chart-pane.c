/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-chart-pane.h"

#include <glib/gi18n.h>

#include "ui/style/outlay-em.h"
#include "ui/style/outlay-reading.h"

/* Width of the explanation, and of a view that has room for it beside the chart, in pixels for text
 * of the usual size. */
#define LEGEND_WIDTH 272
#define BESIDE_FROM  700

struct _OutlayChartPane
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkBox *box;
  GtkScrolledWindow *outer;
  GtkScrolledWindow *chart_scroller;
  GtkWidget *legend_scroller;
  GtkTextView *words;
  gboolean beside;
  guint tick;
};

G_DEFINE_FINAL_TYPE (OutlayChartPane, outlay_chart_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_IN_WORDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* As many pixels as @plain are for text of the usual size. */
static int
scale (OutlayChartPane *pane, int plain)
{
  return (int)(plain * outlay_em_of (GTK_WIDGET (pane)) / OUTLAY_PLAIN_EM);
}

static gboolean
has_room_beside (OutlayChartPane *pane, int width)
{
  return width >= scale (pane, BESIDE_FROM);
}

/* Beside one another chart and explanation are scrolled each for itself, one below the other
 * together. */
static void
place_legend (OutlayChartPane *pane)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (pane->box), pane->beside
                                                                ? GTK_ORIENTATION_HORIZONTAL
                                                                : GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (pane->legend_scroller), GTK_POLICY_NEVER,
                                  pane->beside ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_policy (pane->chart_scroller, GTK_POLICY_AUTOMATIC,
                                  pane->beside ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_policy (pane->outer, GTK_POLICY_NEVER,
                                  pane->beside ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (pane->legend_scroller,
                               pane->beside ? scale (pane, LEGEND_WIDTH) : -1, -1);
}

/* Children move about after sizes were given out, not while they are. */
static gboolean
turn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OutlayChartPane *pane = OUTLAY_CHART_PANE (widget);
  gboolean beside = has_room_beside (pane, gtk_widget_get_width (widget));

  pane->tick = 0;
  if (pane->beside != beside)
    {
      pane->beside = beside;
      place_legend (pane);
    }
  return G_SOURCE_REMOVE;
}

static void
outlay_chart_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayChartPane *pane = OUTLAY_CHART_PANE (widget);

  if (pane->tick == 0 && has_room_beside (pane, width) != pane->beside)
    pane->tick = gtk_widget_add_tick_callback (widget, turn_cb, NULL, NULL);
  gtk_widget_allocate (pane->stack, width, height, baseline, NULL);
}

/* Beside the chart the explanation asks for more than a narrow window has, until it is turned. */
static void
outlay_chart_pane_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  OutlayChartPane *pane = OUTLAY_CHART_PANE (widget);

  gtk_widget_measure (pane->stack, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEGEND_WIDTH);
  *natural = MAX (*natural, *minimum);
}

static void
outlay_chart_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_IN_WORDS)
    g_value_set_boolean (value, outlay_chart_pane_get_in_words (OUTLAY_CHART_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_chart_pane_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_IN_WORDS)
    outlay_chart_pane_set_in_words (OUTLAY_CHART_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_chart_pane_dispose (GObject *object)
{
  OutlayChartPane *pane = OUTLAY_CHART_PANE (object);

  if (pane->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (pane), pane->tick);
  pane->tick = 0;
  g_clear_pointer (&pane->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_chart_pane_parent_class)->dispose (object);
}

static void
outlay_chart_pane_class_init (OutlayChartPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_chart_pane_get_property;
  object_class->set_property = outlay_chart_pane_set_property;
  object_class->dispose = outlay_chart_pane_dispose;
  GTK_WIDGET_CLASS (klass)->measure = outlay_chart_pane_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = outlay_chart_pane_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  properties[PROP_IN_WORDS]
    = g_param_spec_boolean ("in-words", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static GtkWidget *
make_words (OutlayChartPane *pane)
{
  GtkWidget *words = gtk_text_view_new ();

  pane->words = GTK_TEXT_VIEW (words);
  gtk_text_view_set_editable (pane->words, FALSE);
  gtk_text_view_set_wrap_mode (pane->words, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (pane->words, 16);
  gtk_text_view_set_right_margin (pane->words, 16);
  gtk_text_view_set_top_margin (pane->words, 16);
  gtk_text_view_set_bottom_margin (pane->words, 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Chart in Words"), -1);
  return make_scroller (words);
}

static void
outlay_chart_pane_init (OutlayChartPane *pane)
{
  pane->beside = TRUE;
  pane->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  pane->stack = gtk_stack_new ();
  gtk_widget_add_css_class (pane->stack, "chart-pane");
  gtk_stack_set_hhomogeneous (GTK_STACK (pane->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (pane->stack), FALSE);
  gtk_widget_set_parent (pane->stack, GTK_WIDGET (pane));
}

/* A chart that is wider than the view is first seen at its end, which is where the news is. */
static void
show_end_cb (GtkAdjustment *across, GParamSpec *pspec, OutlayChartPane *pane)
{
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across)
                                      - gtk_adjustment_get_page_size (across));
}

/**
 * outlay_chart_pane_new:
 * @chart: the chart, which is scrolled where it is larger than the view
 * @legend: what explains it
 *
 * Returns: (transfer floating): both.
 */
GtkWidget *
outlay_chart_pane_new (GtkWidget *chart, GtkWidget *legend)
{
  OutlayChartPane *pane = g_object_new (OUTLAY_TYPE_CHART_PANE, NULL);
  GtkWidget *scroller = make_scroller (chart);

  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  pane->chart_scroller = GTK_SCROLLED_WINDOW (scroller);
  pane->legend_scroller = make_scroller (legend);
  gtk_widget_add_css_class (pane->legend_scroller, "chart-legend");
  gtk_box_append (pane->box, scroller);
  gtk_box_append (pane->box, pane->legend_scroller);
  pane->outer = GTK_SCROLLED_WINDOW (make_scroller (GTK_WIDGET (pane->box)));
  gtk_stack_add_named (GTK_STACK (pane->stack), GTK_WIDGET (pane->outer), "chart");
  gtk_stack_add_named (GTK_STACK (pane->stack), make_words (pane), "words");
  place_legend (pane);
  return GTK_WIDGET (pane);
}

/** outlay_chart_pane_show_end: shows the end of a chart that is wider than the view. */
void
outlay_chart_pane_show_end (OutlayChartPane *pane)
{
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (pane->chart_scroller),
                           "notify::upper", G_CALLBACK (show_end_cb), pane, 0);
}

/** outlay_chart_pane_reveal: scrolls the chart to @area of it where that is not seen. */
void
outlay_chart_pane_reveal (OutlayChartPane *pane, const OutlayChartArea *area)
{
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (pane->chart_scroller), area->x,
                             area->x + area->width);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (pane->chart_scroller), area->y,
                             area->y + area->height);
}

/**
 * outlay_chart_pane_get_in_words:
 *
 * Returns: whether the words stand in the chart's place.
 */
gboolean
outlay_chart_pane_get_in_words (OutlayChartPane *pane)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (pane->stack)), "words") == 0;
}

/** outlay_chart_pane_set_in_words: shows the words in the chart's place, or the chart. */
void
outlay_chart_pane_set_in_words (OutlayChartPane *pane, gboolean in_words)
{
  if (outlay_chart_pane_get_in_words (pane) == in_words)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (pane->stack), in_words ? "words" : "chart");
  g_object_notify_by_pspec (G_OBJECT (pane), properties[PROP_IN_WORDS]);
}

/** outlay_chart_pane_set_words: makes @words what the chart shows. */
void
outlay_chart_pane_set_words (OutlayChartPane *pane, const char *words)
{
  g_autofree char *read = outlay_reading_dup (GTK_WIDGET (pane), words);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (pane->words), read, -1);
}

/**
 * outlay_chart_pane_make_words_button:
 *
 * Returns: (transfer floating): a button that shows the words in the chart's place.
 */
GtkWidget *
outlay_chart_pane_make_words_button (OutlayChartPane *pane)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _ ("The Chart in Words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Chart in Words"), -1);
  g_object_bind_property (pane, "in-words", button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return button;
}
