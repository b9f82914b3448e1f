/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-flows-view.h"

#include <glib/gi18n.h>

#include "base/threads/outlay-worker.h"
#include "outlay-flows-chart.h"
#include "outlay-flows-circles.h"
#include "ui/charts/outlay-chart-export.h"
#include "ui/charts/outlay-chart-pane.h"
#include "ui/charts/outlay-chart-style.h"

/* From so many deals on the map is made in another thread. */
#define WORKER_FROM 200

/* Size of an exported map against the size of its text. */
#define EXPORT_WIDTH  76
#define EXPORT_HEIGHT 46

#define ZOOM_STEP 1.25

struct _OutlayFlowsView
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayChartPane *pane;
  OutlayFlowsChart *chart;
  OutlayFlowsCircles *circles;
  GCancellable *mapping;
  gboolean stale;
  /* A circle is to be opened as soon as there is a map. */
  gboolean opens_circle;
  guint reveal;
};

G_DEFINE_FINAL_TYPE (OutlayFlowsView, outlay_flows_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_in_words (OutlayFlowsView *view)
{
  OutlayFlowMap *map = outlay_flows_chart_get_map (view->chart);
  g_autofree char *words = NULL;

  if (map == NULL || !outlay_chart_pane_get_in_words (view->pane))
    return;
  words = outlay_flow_map_dup_words (map);
  outlay_chart_pane_set_words (view->pane, words);
}

static void
show_map (OutlayFlowsView *view, OutlayFlowMap *map)
{
  outlay_flows_chart_show (view->chart, map);
  outlay_flows_circles_show (view->circles, map);
  say_in_words (view);
  if (view->opens_circle)
    outlay_flows_circles_open (view->circles);
  view->opens_circle = FALSE;
}

static OutlayFlowMap *
make_map (const OutlayShown *shown)
{
  g_auto (OutlayDealLookup) deals;

  outlay_shown_init_lookup (shown, &deals);
  return outlay_flow_map_new (&deals, outlay_shown_get_currency (shown));
}

static void
map_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, make_map (data), (GDestroyNotify)outlay_flow_map_free);
}

static void
mapped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OutlayFlowMap *map = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A map that a newer one has overtaken was cancelled. */
  if (map == NULL)
    return;
  g_clear_object (&OUTLAY_FLOWS_VIEW (source)->mapping);
  show_map (OUTLAY_FLOWS_VIEW (source), map);
}

static void
remap (OutlayFlowsView *view)
{
  g_autoptr (OutlayShown) shown = outlay_view_state_dup_shown (view->state);
  g_autoptr (GTask) task = NULL;

  view->stale = FALSE;
  g_cancellable_cancel (view->mapping);
  g_clear_object (&view->mapping);
  if (outlay_shown_get_n_deals (shown) < WORKER_FROM)
    {
      show_map (view, make_map (shown));
      return;
    }
  view->mapping = g_cancellable_new ();
  task = g_task_new (view, view->mapping, mapped_cb, NULL);
  g_task_set_source_tag (task, remap);
  g_task_set_task_data (task, g_steal_pointer (&shown), (GDestroyNotify)outlay_shown_free);
  outlay_worker_run (task, map_in_thread);
}

/* A view that is not seen is mapped when it is seen again. */
static void
state_changed_cb (OutlayFlowsView *view)
{
  view->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    remap (view);
}

static void
open_deal (OutlayFlowsView *view, gint64 id)
{
  g_autoptr (OutlayDeal) deal
    = outlay_store_dup_deal (outlay_view_state_get_store (view->state), id);

  if (deal == NULL)
    return;
  outlay_view_state_set_selected (view->state, deal);
  g_signal_emit (view, signals[SIGNAL_OPENED], 0);
}

/* A party that is shown alone already is let go by the next click. */
static void
node_clicked_cb (OutlayFlowsView *view, guint index)
{
  const OutlayFlowNode *node
    = outlay_flow_map_get_node (outlay_flows_chart_get_map (view->chart), index);

  if (outlay_view_state_has_choices (view->state, OUTLAY_FACET_PARTY))
    outlay_view_state_clear_facet (view->state, OUTLAY_FACET_PARTY);
  else if (!node->others)
    outlay_view_state_choose (view->state, OUTLAY_FACET_PARTY, node->name, OUTLAY_CHOICE_INCLUDE);
}

/* One deal is opened; several are shown alone, and are let go by the next click. */
static void
edge_clicked_cb (OutlayFlowsView *view, guint index)
{
  OutlayFlowMap *map = outlay_flows_chart_get_map (view->chart);
  const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, index);
  const OutlayFlowNode *from = outlay_flow_map_get_node (map, edge->from);
  g_autoptr (GPtrArray) recipients = outlay_flow_map_list_recipients (map, index);

  if (outlay_view_state_shows_flow (view->state, from->name, recipients))
    outlay_view_state_clear_flow (view->state);
  else if (edge->deals->len == 1)
    {
      g_autoptr (OutlayDealRecord) deal
        = outlay_flow_map_dup_deal (map, g_array_index (edge->deals, guint, 0));

      open_deal (view, deal->id);
    }
  else
    outlay_view_state_show_flow (view->state, from->name, recipients);
}

/* What is lit is scrolled to once it is known where it stands. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OutlayFlowsView *view = OUTLAY_FLOWS_VIEW (widget);
  OutlayChartArea area;

  if (!outlay_flows_chart_is_placed (view->chart))
    return G_SOURCE_CONTINUE;
  view->reveal = 0;
  if (outlay_flows_chart_find_lit (view->chart, &area))
    outlay_chart_pane_reveal (view->pane, &area);
  return G_SOURCE_REMOVE;
}

static void
circle_picked_cb (OutlayFlowsView *view, int circle)
{
  outlay_flows_chart_light_circle (view->chart, circle);
  if (view->reveal == 0)
    view->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (view), reveal_cb, NULL, NULL);
}

static void
deal_picked_cb (OutlayFlowsView *view, gint64 id)
{
  open_deal (view, id);
}

static void
outlay_flows_view_map (GtkWidget *widget)
{
  OutlayFlowsView *view = OUTLAY_FLOWS_VIEW (widget);

  GTK_WIDGET_CLASS (outlay_flows_view_parent_class)->map (widget);
  if (view->stale)
    remap (view);
}

static gboolean
outlay_flows_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_FLOWS_VIEW (widget)->chart));
}

static void
outlay_flows_view_dispose (GObject *object)
{
  OutlayFlowsView *view = OUTLAY_FLOWS_VIEW (object);

  g_cancellable_cancel (view->mapping);
  g_clear_object (&view->mapping);
  if (view->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (view), view->reveal);
  view->reveal = 0;
  if (view->pane != NULL)
    gtk_widget_unparent (GTK_WIDGET (view->pane));
  view->pane = NULL;
  g_clear_object (&view->state);
  G_OBJECT_CLASS (outlay_flows_view_parent_class)->dispose (object);
}

static void
outlay_flows_view_class_init (OutlayFlowsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_flows_view_dispose;
  widget_class->map = outlay_flows_view_map;
  widget_class->grab_focus = outlay_flows_view_grab_focus;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", OUTLAY_TYPE_FLOWS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_flows_view_init (OutlayFlowsView *view)
{
  view->chart = g_object_new (OUTLAY_TYPE_FLOWS_CHART, NULL);
  view->circles = g_object_new (OUTLAY_TYPE_FLOWS_CIRCLES, NULL);
  view->pane = OUTLAY_CHART_PANE (
    outlay_chart_pane_new (GTK_WIDGET (view->chart), GTK_WIDGET (view->circles)));
  view->stale = TRUE;
  gtk_widget_set_parent (GTK_WIDGET (view->pane), GTK_WIDGET (view));
  g_signal_connect_swapped (view->pane, "notify::in-words", G_CALLBACK (say_in_words), view);
  g_signal_connect_swapped (view->chart, "node-clicked", G_CALLBACK (node_clicked_cb), view);
  g_signal_connect_swapped (view->chart, "edge-clicked", G_CALLBACK (edge_clicked_cb), view);
  g_signal_connect_swapped (view->circles, "circle-picked", G_CALLBACK (circle_picked_cb), view);
  g_signal_connect_swapped (view->circles, "deal-picked", G_CALLBACK (deal_picked_cb), view);
}

/**
 * outlay_flows_view_new:
 * @state: (transfer none): whose deals it shows
 *
 * Returns: (transfer floating): who commits how much to whom.
 */
GtkWidget *
outlay_flows_view_new (OutlayViewState *state)
{
  OutlayFlowsView *view = g_object_new (OUTLAY_TYPE_FLOWS_VIEW, NULL);

  view->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), view,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

/** outlay_flows_view_open_circle: shows what the greatest circle of money is made of. */
void
outlay_flows_view_open_circle (OutlayFlowsView *view)
{
  g_return_if_fail (OUTLAY_IS_FLOWS_VIEW (view));

  outlay_chart_pane_set_in_words (view->pane, FALSE);
  view->opens_circle = view->stale || view->mapping != NULL;
  if (!view->opens_circle)
    outlay_flows_circles_open (view->circles);
}

static void
zoom_out_cb (OutlayFlowsView *view)
{
  outlay_flows_chart_zoom (view->chart, 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (OutlayFlowsView *view)
{
  outlay_flows_chart_zoom (view->chart, 0);
}

static void
zoom_in_cb (OutlayFlowsView *view)
{
  outlay_flows_chart_zoom (view->chart, ZOOM_STEP);
}

static void
append_button (
  OutlayFlowsView *view, GtkWidget *box, const char *icon, const char *name, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked_cb, view, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * outlay_flows_view_make_tools:
 *
 * Returns: (transfer floating): the buttons for the bar above the views.
 */
GtkWidget *
outlay_flows_view_make_tools (OutlayFlowsView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  append_button (view, box, "zoom-out-symbolic", _ ("Smaller"), G_CALLBACK (zoom_out_cb));
  append_button (view, box, "zoom-fit-best-symbolic", _ ("Fit to the Window"),
                 G_CALLBACK (zoom_fit_cb));
  append_button (view, box, "zoom-in-symbolic", _ ("Larger"), G_CALLBACK (zoom_in_cb));
  gtk_box_append (GTK_BOX (box), outlay_chart_pane_make_words_button (view->pane));
  gtk_box_append (GTK_BOX (box),
                  outlay_chart_export_new (GTK_WIDGET (view), view->state,
                                           C_ ("file name", "flows"), outlay_flows_view_record));
  return box;
}

static void
draw_all (const OutlayCanvas *canvas, gpointer map)
{
  outlay_flow_map_draw (map, canvas);
}

/**
 * outlay_flows_view_record:
 * @error: set where the map is not ready
 *
 * Returns: (transfer full) (nullable): the map as it is saved and printed.
 */
cairo_surface_t *
outlay_flows_view_record (GtkWidget *widget, OutlayChartScheme scheme, GError **error)
{
  OutlayFlowsView *view = OUTLAY_FLOWS_VIEW (widget);
  OutlayFlowMap *map = outlay_flows_chart_get_map (view->chart);
  OutlayChartStyle style;
  OutlayChartArea size = {0};

  if (map == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("The chart is not ready yet. Try again in a moment."));
      return NULL;
    }
  outlay_chart_style_init (&style, widget);
  style.scheme = scheme;
  outlay_flow_map_lay_out (map, &style, EXPORT_WIDTH * style.size, EXPORT_HEIGHT * style.size);
  size.width = map->width;
  size.height = map->height;
  /* The window lays it out anew for its own room. */
  gtk_widget_queue_resize (GTK_WIDGET (view->chart));
  return outlay_chart_record (&size, &style, draw_all, map);
}
