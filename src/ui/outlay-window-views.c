/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the deals shown, and which of them is to be seen. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window-private.h"

#include "ui/access/outlay-focus.h"

static const char *const view_names[OUTLAY_N_VIEWS] = {"cards", "table", "timeline", "flows"};

/** outlay_view_to_string: (transfer none): the view's name in settings and actions. */
const char *
outlay_view_to_string (OutlayView view)
{
  return view_names[view];
}

/** outlay_view_from_string: returns whether @string names a view. */
gboolean
outlay_view_from_string (const char *string, OutlayView *view)
{
  for (guint i = 0; i < OUTLAY_N_VIEWS; i++)
    {
      if (g_strcmp0 (view_names[i], string) == 0)
        {
          *view = (OutlayView)i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
opened_cb (OutlayWindow *window)
{
  outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
}

static GtkWidget *
make_table (OutlayWindow *window, GtkWidget **tools)
{
  GtkWidget *table = outlay_table_view_new (window->state, window->selection, window->settings);

  *tools = outlay_table_view_make_tools (OUTLAY_TABLE_VIEW (table));
  return table;
}

static void
period_wanted_cb (GtkWidget *view, gint64 first, gint64 last, OutlayWindow *window)
{
  outlay_view_state_set_range (window->state, OUTLAY_MEASURE_DATE,
                               (OutlayRange){first, last, FALSE});
}

static GtkWidget *
make_timeline (OutlayWindow *window, GtkWidget **tools)
{
  GtkWidget *timeline = outlay_timeline_view_new (window->state);

  g_signal_connect_object (timeline, "period-wanted", G_CALLBACK (period_wanted_cb), window, 0);
  *tools = outlay_timeline_view_make_tools (OUTLAY_TIMELINE_VIEW (timeline));
  return timeline;
}

static GtkWidget *
make_flows (OutlayWindow *window, GtkWidget **tools)
{
  GtkWidget *flows = outlay_flows_view_new (window->state);

  *tools = outlay_flows_view_make_tools (OUTLAY_FLOWS_VIEW (flows));
  return flows;
}

static GtkWidget *
make_view (OutlayWindow *window, OutlayView view, GtkWidget **tools)
{
  switch (view)
    {
    case OUTLAY_VIEW_TABLE:
      return make_table (window, tools);
    case OUTLAY_VIEW_TIMELINE:
      return make_timeline (window, tools);
    default:
      return make_flows (window, tools);
    }
}

/* A view is made when it is first wanted: a start on the cards pays for the cards alone. */
static void
ensure_view (OutlayWindow *window, OutlayView view)
{
  GtkWidget *tools;

  if (window->views[view] != NULL)
    return;
  if (view == OUTLAY_VIEW_CARDS)
    {
      window->views[view] = GTK_WIDGET (window->cards);
      return;
    }
  window->views[view] = make_view (window, view, &tools);
  gtk_stack_add_named (window->tools, tools, view_names[view]);
  gtk_stack_add_named (window->content, outlay_tab_stop_new (window->views[view]),
                       view_names[view]);
  g_signal_connect_object (window->views[view], "opened", G_CALLBACK (opened_cb), window,
                           G_CONNECT_SWAPPED);
}

/** outlay_window_focus_view: gives the keyboard to the deals, or to the questions about them. */
void
outlay_window_focus_view (OutlayWindow *window)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (window->content), "review") == 0)
    outlay_window_focus_review (window);
  else
    gtk_widget_grab_focus (window->views[window->view]);
}

/**
 * outlay_window_get_view:
 *
 * Returns: how the deals are shown.
 */
OutlayView
outlay_window_get_view (OutlayWindow *window)
{
  return window->view;
}

/** outlay_window_set_view: shows the deals as @view, with the same filters, order and selection. */
void
outlay_window_set_view (OutlayWindow *window, OutlayView view)
{
  gboolean focused = FALSE;
  gboolean page = window->shown_side != OUTLAY_SIDE_NONE
                  && outlay_window_get_layout (window) >= OUTLAY_LAYOUT_NARROW;

  g_return_if_fail (OUTLAY_IS_WINDOW (window));
  g_return_if_fail (view < OUTLAY_N_VIEWS);

  if (window->views[window->view] != NULL)
    focused = outlay_focus_is_within (window->views[window->view]);
  ensure_view (window, view);
  window->view = view;
  /* Charts show one deal selected, not several. */
  if (view != OUTLAY_VIEW_CARDS && view != OUTLAY_VIEW_TABLE)
    outlay_selection_reduce (window->selection);
  outlay_filter_bar_set_sortable (window->filter_bar, view == OUTLAY_VIEW_CARDS);
  gtk_widget_set_visible (GTK_WIDGET (window->tools), view != OUTLAY_VIEW_CARDS);
  if (view != OUTLAY_VIEW_CARDS)
    gtk_stack_set_visible_child_name (window->tools, view_names[view]);
  outlay_window_choose_page (window);
  outlay_window_update_actions (window);
  /* A page over the deals would hide the view that was asked for. */
  if (page)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  if (focused || page)
    outlay_window_focus_view (window);
}
