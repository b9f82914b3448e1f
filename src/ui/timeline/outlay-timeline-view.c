/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-timeline-view.h"

#include <glib/gi18n.h>

#include "base/threads/outlay-worker.h"
#include "outlay-timeline-chart.h"
#include "outlay-timeline-legend.h"
#include "ui/charts/outlay-chart-export.h"
#include "ui/charts/outlay-chart-pane.h"
#include "ui/charts/outlay-chart-style.h"

/* From so many deals on they are counted in another thread. */
#define WORKER_FROM 1500

/* Width of an exported chart against the size of its text. */
#define EXPORT_WIDTH 72

struct _OutlayTimelineView
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayChartPane *pane;
  OutlayTimelineChart *chart;
  OutlayTimelineLegend *legend;
  GCancellable *counting;
  OutlayTimelineSeries series;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (OutlayTimelineView, outlay_timeline_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_PERIOD_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a worker counts, apart from the view. */
typedef struct
{
  OutlayShown *shown;
  GPtrArray *deals;
  OutlayTimelineSeries series;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_clear_pointer (&count->shown, outlay_shown_free);
  g_clear_pointer (&count->deals, g_ptr_array_unref);
  g_free (count);
}

static void
show_timeline (OutlayTimelineView *view, OutlayTimeline *timeline, GPtrArray *deals)
{
  outlay_timeline_chart_show (view->chart, timeline, deals);
  outlay_timeline_legend_show (view->legend, timeline);
  if (outlay_chart_pane_get_in_words (view->pane))
    {
      g_autofree char *words = outlay_timeline_dup_words (timeline, deals);

      outlay_chart_pane_set_words (view->pane, words);
    }
}

static void
in_words_cb (OutlayTimelineView *view)
{
  OutlayTimeline *timeline = outlay_timeline_chart_get_timeline (view->chart);
  g_autofree char *words = NULL;

  if (timeline == NULL || !outlay_chart_pane_get_in_words (view->pane))
    return;
  words = outlay_timeline_dup_words (timeline, outlay_timeline_chart_get_deals (view->chart));
  outlay_chart_pane_set_words (view->pane, words);
}

/* Also returns the deals that are drawn one by one. */
static OutlayTimeline *
make_timeline (const OutlayShown *shown, OutlayTimelineSeries series, GPtrArray **deals)
{
  g_auto (OutlayDealLookup) all;
  OutlayTimeline *timeline;

  outlay_shown_init_lookup (shown, &all);
  timeline = outlay_timeline_new (&all, series, outlay_shown_get_currency (shown));
  *deals = outlay_timeline_keep_deals (timeline, &all);
  return timeline;
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;

  g_task_return_pointer (task, make_timeline (count->shown, count->series, &count->deals),
                         (GDestroyNotify)outlay_timeline_free);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OutlayTimelineView *view = OUTLAY_TIMELINE_VIEW (source);
  OutlayTimeline *timeline = g_task_propagate_pointer (G_TASK (result), NULL);
  const Count *count = g_task_get_task_data (G_TASK (result));

  /* A count that a newer one has overtaken was cancelled. */
  if (timeline != NULL)
    show_timeline (view, timeline, count->deals);
}

static void
recount (OutlayTimelineView *view)
{
  g_autoptr (OutlayShown) shown = outlay_view_state_dup_shown (view->state);
  g_autoptr (GTask) task = NULL;
  Count *count;

  view->stale = FALSE;
  g_cancellable_cancel (view->counting);
  g_clear_object (&view->counting);
  if (outlay_shown_get_n_deals (shown) < WORKER_FROM)
    {
      g_autoptr (GPtrArray) deals = NULL;
      OutlayTimeline *timeline = make_timeline (shown, view->series, &deals);

      show_timeline (view, timeline, deals);
      return;
    }
  view->counting = g_cancellable_new ();
  count = g_new0 (Count, 1);
  count->shown = g_steal_pointer (&shown);
  count->series = view->series;
  task = g_task_new (view, view->counting, counted_cb, NULL);
  g_task_set_source_tag (task, recount);
  g_task_set_task_data (task, count, count_free);
  outlay_worker_run (task, count_in_thread);
}

/* A view that is not seen counts when it is seen again. */
static void
state_changed_cb (OutlayTimelineView *view)
{
  view->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    recount (view);
}

static gint64
get_day (OutlayDate date, gboolean last)
{
  GDate day;

  if (last)
    outlay_date_get_last_day (date, &day);
  else
    outlay_date_get_first_day (date, &day);
  return g_date_get_julian (&day);
}

static void
want_period (OutlayTimelineView *view, guint first, guint last)
{
  const OutlayTimeline *timeline = outlay_timeline_chart_get_timeline (view->chart);
  gint64 from = G_MAXINT64;
  gint64 until = 0;

  for (guint i = first; i <= last; i++)
    {
      OutlayDate date = outlay_timeline_get_column (timeline, i)->date;

      from = MIN (from, get_day (date, FALSE));
      until = MAX (until, get_day (date, TRUE));
    }
  g_signal_emit (view, signals[SIGNAL_PERIOD_WANTED], 0, from, until);
}

/* An empty column has no deals to leave. */
static void
column_clicked_cb (OutlayTimelineView *view, guint column)
{
  const OutlayTimeline *timeline = outlay_timeline_chart_get_timeline (view->chart);

  if (outlay_timeline_get_column (timeline, column)->deals->len > 0)
    want_period (view, column, column);
}

static void
lane_clicked_cb (OutlayTimelineView *view, guint index)
{
  const OutlayTimelineLane *lane
    = outlay_timeline_get_lane (outlay_timeline_chart_get_timeline (view->chart), index);
  const OutlayDealRecord *record
    = g_ptr_array_index (outlay_timeline_chart_get_deals (view->chart), lane->deal);
  g_autoptr (OutlayDeal) deal
    = outlay_store_dup_deal (outlay_view_state_get_store (view->state), record->id);

  if (deal == NULL)
    return;
  outlay_view_state_set_selected (view->state, deal);
  g_signal_emit (view, signals[SIGNAL_OPENED], 0);
}

static void
period_changed_cb (OutlayTimelineView *view)
{
  guint first, last;

  if (outlay_timeline_chart_get_period (view->chart, &first, &last))
    outlay_timeline_legend_show_period (
      view->legend, outlay_timeline_chart_get_timeline (view->chart), (int)first, (int)last);
  else
    outlay_timeline_legend_show_period (view->legend, NULL, -1, -1);
}

static void
period_shown_cb (OutlayTimelineView *view)
{
  guint first, last;

  if (outlay_timeline_chart_get_period (view->chart, &first, &last))
    want_period (view, first, last);
}

static void
period_cleared_cb (OutlayTimelineView *view)
{
  outlay_timeline_chart_set_period (view->chart, -1, -1);
}

static void
series_changed_cb (OutlayTimelineView *view)
{
  view->series = outlay_timeline_legend_get_series (view->legend);
  recount (view);
}

/* A click on what a colour stands for leaves the deals of it alone, the next one shows all. */
static void
series_clicked_cb (OutlayTimelineView *view, guint series)
{
  const OutlayTimeline *timeline = outlay_timeline_chart_get_timeline (view->chart);
  gboolean by_kind = view->series == OUTLAY_TIMELINE_BY_KIND;
  OutlayFacet facet = by_kind ? OUTLAY_FACET_KIND : OUTLAY_FACET_PARTY;
  const char *key
    = by_kind ? outlay_kind_to_string (outlay_chart_get_kind (series)) : timeline->names[series];

  if (series == timeline->rest)
    return;
  if (outlay_view_state_has_choices (view->state, facet))
    outlay_view_state_clear_facet (view->state, facet);
  else
    outlay_view_state_choose (view->state, facet, key, OUTLAY_CHOICE_INCLUDE);
}

static void
outlay_timeline_view_map (GtkWidget *widget)
{
  OutlayTimelineView *view = OUTLAY_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (outlay_timeline_view_parent_class)->map (widget);
  if (view->stale)
    recount (view);
}

static gboolean
outlay_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_TIMELINE_VIEW (widget)->chart));
}

static void
outlay_timeline_view_dispose (GObject *object)
{
  OutlayTimelineView *view = OUTLAY_TIMELINE_VIEW (object);

  g_cancellable_cancel (view->counting);
  g_clear_object (&view->counting);
  if (view->pane != NULL)
    gtk_widget_unparent (GTK_WIDGET (view->pane));
  view->pane = NULL;
  g_clear_object (&view->state);
  G_OBJECT_CLASS (outlay_timeline_view_parent_class)->dispose (object);
}

static void
outlay_timeline_view_class_init (OutlayTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_timeline_view_dispose;
  widget_class->map = outlay_timeline_view_map;
  widget_class->grab_focus = outlay_timeline_view_grab_focus;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", OUTLAY_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PERIOD_WANTED]
    = g_signal_new ("period-wanted", OUTLAY_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_timeline_view_init (OutlayTimelineView *view)
{
  view->chart = g_object_new (OUTLAY_TYPE_TIMELINE_CHART, NULL);
  view->legend = g_object_new (OUTLAY_TYPE_TIMELINE_LEGEND, NULL);
  view->pane = OUTLAY_CHART_PANE (
    outlay_chart_pane_new (GTK_WIDGET (view->chart), GTK_WIDGET (view->legend)));
  view->stale = TRUE;
  outlay_chart_pane_show_end (view->pane);
  gtk_widget_set_parent (GTK_WIDGET (view->pane), GTK_WIDGET (view));
  g_signal_connect_swapped (view->pane, "notify::in-words", G_CALLBACK (in_words_cb), view);
  g_signal_connect_swapped (view->chart, "column-clicked", G_CALLBACK (column_clicked_cb), view);
  g_signal_connect_swapped (view->chart, "lane-clicked", G_CALLBACK (lane_clicked_cb), view);
  g_signal_connect_swapped (view->chart, "period-changed", G_CALLBACK (period_changed_cb), view);
  g_signal_connect_swapped (view->legend, "series-changed", G_CALLBACK (series_changed_cb), view);
  g_signal_connect_swapped (view->legend, "series-clicked", G_CALLBACK (series_clicked_cb), view);
  g_signal_connect_swapped (view->legend, "show-period", G_CALLBACK (period_shown_cb), view);
  g_signal_connect_swapped (view->legend, "clear-period", G_CALLBACK (period_cleared_cb), view);
}

/**
 * outlay_timeline_view_new:
 * @state: (transfer none): whose deals it shows
 *
 * Returns: (transfer floating): the deals on a time axis.
 */
GtkWidget *
outlay_timeline_view_new (OutlayViewState *state)
{
  OutlayTimelineView *view = g_object_new (OUTLAY_TYPE_TIMELINE_VIEW, NULL);

  view->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), view,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

/**
 * outlay_timeline_view_make_tools:
 *
 * Returns: (transfer floating): the buttons for the bar above the views.
 */
GtkWidget *
outlay_timeline_view_make_tools (OutlayTimelineView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), outlay_chart_pane_make_words_button (view->pane));
  gtk_box_append (GTK_BOX (box), outlay_chart_export_new (GTK_WIDGET (view), view->state,
                                                          C_ ("file name", "timeline"),
                                                          outlay_timeline_view_record));
  return box;
}

/* What is drawn: the chart, and what its colours stand for beneath it. */
typedef struct
{
  const OutlayTimeline *timeline;
  const OutlayTimelineLayout *layout;
  const GPtrArray *deals;
} Drawing;

static void
draw_all (const OutlayCanvas *canvas, gpointer data)
{
  const Drawing *drawing = data;

  outlay_timeline_draw (drawing->timeline, drawing->layout, drawing->deals, canvas);
  outlay_timeline_draw_legend (drawing->timeline, canvas, drawing->layout->width,
                               drawing->layout->height);
}

/**
 * outlay_timeline_view_record:
 * @error: set where the timeline is not ready
 *
 * Returns: (transfer full) (nullable): the timeline as it is saved and printed.
 */
cairo_surface_t *
outlay_timeline_view_record (GtkWidget *widget, OutlayChartScheme scheme, GError **error)
{
  OutlayTimelineView *view = OUTLAY_TIMELINE_VIEW (widget);
  OutlayTimelineLayout layout;
  Drawing drawing = {outlay_timeline_chart_get_timeline (view->chart), &layout,
                     outlay_timeline_chart_get_deals (view->chart)};
  OutlayChartStyle style;
  OutlayCanvas measured = {.style = &style, .opacity = 1};
  OutlayChartArea size = {0};

  if (drawing.timeline == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("The chart is not ready yet. Try again in a moment."));
      return NULL;
    }
  outlay_chart_style_init (&style, widget);
  style.scheme = scheme;
  outlay_timeline_lay_out (drawing.timeline, &style, EXPORT_WIDTH * style.size, &layout);
  size.width = layout.width;
  size.height
    = layout.height + outlay_timeline_draw_legend (drawing.timeline, &measured, layout.width, 0);
  return outlay_chart_record (&size, &style, draw_all, &drawing);
}
