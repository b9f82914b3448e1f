/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sidebar and side are: beside the cards, over them or in their place. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window-private.h"
#include "ui/layout/outlay-header.h"
#include "ui/layout/outlay-view-bar.h"

/* Width of the article beside the details, and of a window that has room for all four panes. */
#define ARTICLE_WIDTH 456
#define ALL_FROM      1440

/* One column of cards, which is what details and article leave where there is no room for two. */
#define ONE_COLUMN  344
#define TWO_COLUMNS 652

static gboolean
is_roomy (OutlayWindow *window)
{
  return outlay_layout_bin_get_layout (window->layout) <= OUTLAY_LAYOUT_MEDIUM;
}

/* Takes @child from where it is, which only its parent's own function may do. */
static void
detach (OutlayWindow *window, GtkWidget *child)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  if (parent == GTK_WIDGET (window->side_pane))
    gtk_paned_set_end_child (window->side_pane, NULL);
  else if (parent == GTK_WIDGET (window->side_page))
    gtk_box_remove (window->side_page, child);
  else if (parent == GTK_WIDGET (window->sidebar_pane))
    gtk_paned_set_start_child (window->sidebar_pane, NULL);
  else if (parent == GTK_WIDGET (window->sidebar_over))
    gtk_revealer_set_child (window->sidebar_over, NULL);
}

static gboolean
shows_article_beside (OutlayWindow *window)
{
  return window->shown_side == OUTLAY_SIDE_DETAILS
         && outlay_layout_bin_get_layout (window->layout) == OUTLAY_LAYOUT_WIDE
         && window->details != NULL && outlay_details_pane_get_article_open (window->details);
}

/* The side is as wide as it was made; an article beside the details adds its own width. What the
 * sidebar's coming or going adds or takes is the cards': a pane keeps the width of its end. */
static void
size_side (OutlayWindow *window)
{
  int sidebar
    = outlay_window_shows_sidebar (window) ? gtk_paned_get_position (window->sidebar_pane) : 0;
  int allocated = gtk_widget_get_width (GTK_WIDGET (window->side_pane));
  int width
    = allocated > 0 ? allocated : gtk_widget_get_width (GTK_WIDGET (window->layout)) - sidebar;
  int shared = window->side_pane_width > 0 ? window->side_pane_width : width;
  int wanted = window->side_width;

  if (shows_article_beside (window))
    wanted
      = width - wanted - ARTICLE_WIDTH < TWO_COLUMNS ? width - ONE_COLUMN : wanted + ARTICLE_WIDTH;
  if (shared > wanted)
    gtk_paned_set_position (window->side_pane, shared - wanted);
}

/* The pane has shared its width out. To a position that is set from now on it adds what its width
 * will have changed by since, also while the side was hidden. */
static void
side_pane_shared_cb (OutlayWindow *window)
{
  window->side_pane_width = gtk_widget_get_width (GTK_WIDGET (window->side_pane));
}

static void
place_side (OutlayWindow *window)
{
  GtkWidget *side = GTK_WIDGET (window->side);
  GtkWidget *home
    = is_roomy (window) ? GTK_WIDGET (window->side_pane) : GTK_WIDGET (window->side_page);
  gboolean shown = window->shown_side != OUTLAY_SIDE_NONE;
  gboolean beside = shows_article_beside (window);
  gboolean appears = shown && is_roomy (window)
                     && !(gtk_widget_get_visible (side) && gtk_widget_get_parent (side) == home
                          && beside == window->article_beside);

  if (gtk_widget_get_parent (side) != home)
    {
      detach (window, side);
      if (is_roomy (window))
        gtk_paned_set_end_child (window->side_pane, side);
      else
        gtk_box_append (window->side_page, side);
    }
  gtk_widget_set_visible (side, shown);
  if (window->details != NULL)
    outlay_details_pane_set_beside (window->details, outlay_layout_bin_get_layout (window->layout)
                                                       == OUTLAY_LAYOUT_WIDE);
  window->article_beside = beside;
  if (appears)
    size_side (window);
  gtk_stack_set_visible_child_name (window->pages, shown && !is_roomy (window) ? "side" : "list");
}

static void
place_sidebar (OutlayWindow *window)
{
  GtkWidget *sidebar = GTK_WIDGET (window->sidebar);
  gboolean roomy = is_roomy (window);
  GtkWidget *home = roomy ? GTK_WIDGET (window->sidebar_pane) : GTK_WIDGET (window->sidebar_over);

  if (gtk_widget_get_parent (sidebar) != home)
    {
      detach (window, sidebar);
      if (roomy)
        gtk_paned_set_start_child (window->sidebar_pane, sidebar);
      else
        gtk_revealer_set_child (window->sidebar_over, sidebar);
      gtk_revealer_set_reveal_child (window->sidebar_over, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (window->sidebar_over), FALSE);
    }
  if (roomy)
    gtk_widget_set_visible (sidebar, outlay_window_shows_sidebar (window));
  else
    gtk_widget_set_visible (sidebar, TRUE);
  if (roomy)
    gtk_widget_remove_css_class (sidebar, "sidebar-over");
  else
    gtk_widget_add_css_class (sidebar, "sidebar-over");
}

/* Below the deals; a window that never gets narrow has none. */
static void
show_view_bar (OutlayWindow *window, gboolean shown)
{
  if (shown && window->view_bar == NULL)
    {
      window->view_bar = outlay_view_bar_new ();
      gtk_box_append (window->center, window->view_bar);
    }
  if (window->view_bar != NULL)
    gtk_widget_set_visible (window->view_bar, shown);
  outlay_window_lift_toasts (window);
}

static void
set_tight (GtkWidget *widget, gboolean tight)
{
  if (tight)
    gtk_widget_add_css_class (widget, "tight");
  else
    gtk_widget_remove_css_class (widget, "tight");
}

/* Where it is tight, the search is reached by its key and in the menu. */
static void
fit_header (OutlayWindow *window)
{
  OutlayLayout layout = outlay_layout_bin_get_layout (window->layout);
  gboolean tight = layout == OUTLAY_LAYOUT_TIGHT;
  gboolean page = window->shown_side != OUTLAY_SIDE_NONE && !is_roomy (window);

  outlay_header_fit (window->header, layout);
  set_tight (GTK_WIDGET (window->header), tight);
  set_tight (GTK_WIDGET (window->sidebar), tight);
  gtk_widget_set_visible (window->import_label, layout <= OUTLAY_LAYOUT_MEDIUM);
  gtk_widget_set_visible (window->import_arrow, !tight);
  gtk_widget_set_visible (window->print_button, layout <= OUTLAY_LAYOUT_MEDIUM);
  gtk_widget_set_visible (window->views_box, layout <= OUTLAY_LAYOUT_MEDIUM && !page);
  show_view_bar (window, layout >= OUTLAY_LAYOUT_NARROW);
  gtk_widget_set_visible (window->back, page);
  gtk_widget_set_visible (window->sidebar_button, !page);
  gtk_widget_set_visible (window->import_button, !page);
  gtk_widget_set_visible (window->search_button, !page && !tight);
  gtk_widget_set_visible (window->undo_button, layout == OUTLAY_LAYOUT_WIDE);
  outlay_totals_button_set_most (window->totals, layout == OUTLAY_LAYOUT_WIDE     ? 3
                                                 : layout == OUTLAY_LAYOUT_MEDIUM ? 2
                                                                                  : 1);
  if (window->first_run != NULL)
    outlay_first_run_page_set_tight (window->first_run, layout >= OUTLAY_LAYOUT_NARROW);
}

/* A pane that parts nothing forgets to let go of where its handle was: clicks there would be lost.
 */
static void
follow_handle (GtkPaned *pane)
{
  GtkWidget *start = gtk_paned_get_start_child (pane);
  GtkWidget *end = gtk_paned_get_end_child (pane);
  gboolean parts = start != NULL && end != NULL && gtk_widget_get_visible (start)
                   && gtk_widget_get_visible (end);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (pane));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    parts ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

/** outlay_window_place_panes: puts sidebar and side where the width leaves room for them. */
void
outlay_window_place_panes (OutlayWindow *window)
{
  place_side (window);
  place_sidebar (window);
  follow_handle (window->side_pane);
  follow_handle (window->sidebar_pane);
  fit_header (window);
  outlay_window_update_actions (window);
}

/**
 * outlay_window_shows_sidebar:
 *
 * Returns: whether the sidebar is to be seen. Where there is no room for it the open side hides it.
 */
gboolean
outlay_window_shows_sidebar (OutlayWindow *window)
{
  OutlayLayout layout = outlay_layout_bin_get_layout (window->layout);

  if (layout >= OUTLAY_LAYOUT_NARROW)
    return gtk_revealer_get_reveal_child (window->sidebar_over);
  if (layout == OUTLAY_LAYOUT_MEDIUM && window->shown_side != OUTLAY_SIDE_NONE)
    return FALSE;
  if (shows_article_beside (window) && gtk_widget_get_width (GTK_WIDGET (window)) < ALL_FROM)
    return FALSE;
  return window->sidebar_wanted;
}

/**
 * outlay_window_close_sidebar_over:
 *
 * Returns: whether the sidebar lay over the cards; it no longer does.
 */
gboolean
outlay_window_close_sidebar_over (OutlayWindow *window)
{
  if (!gtk_revealer_get_reveal_child (window->sidebar_over))
    return FALSE;
  gtk_revealer_set_reveal_child (window->sidebar_over, FALSE);
  outlay_window_update_actions (window);
  return TRUE;
}

static void
beside_sidebar_cb (GtkGestureClick *gesture, int n_press, double x, double y, OutlayWindow *window)
{
  if (outlay_window_close_sidebar_over (window))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/** outlay_window_close_sidebar_by_click: a click beside the sidebar that lies over all closes it.
 */
void
outlay_window_close_sidebar_by_click (OutlayWindow *window)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (beside_sidebar_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window->pages), GTK_EVENT_CONTROLLER (click));
}

static gboolean
focus_page_cb (GtkWidget *page, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_width (page) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_root_get_focus (gtk_widget_get_root (page)) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
page_mapped_cb (GtkWidget *page)
{
  gtk_widget_add_tick_callback (page, focus_page_cb, NULL, NULL);
}

/** outlay_window_follow_side: a side that is a page has the keyboard once it can be seen, one
 * beside the deals keeps its width. */
void
outlay_window_follow_side (OutlayWindow *window)
{
  g_signal_connect (window->side_page, "map", G_CALLBACK (page_mapped_cb), NULL);
  g_signal_connect_object (window->side_pane, "notify::max-position",
                           G_CALLBACK (side_pane_shared_cb), window, G_CONNECT_SWAPPED);
}

/** outlay_window_toggle_sidebar: shows the sidebar or hides it, as its room allows. */
void
outlay_window_toggle_sidebar (OutlayWindow *window)
{
  if (!is_roomy (window))
    {
      gboolean open = gtk_revealer_get_reveal_child (window->sidebar_over);

      gtk_widget_set_visible (GTK_WIDGET (window->sidebar_over), TRUE);
      gtk_revealer_set_reveal_child (window->sidebar_over, !open);
      if (!open)
        gtk_widget_child_focus (GTK_WIDGET (window->sidebar), GTK_DIR_TAB_FORWARD);
    }
  else if (window->sidebar_wanted && !outlay_window_shows_sidebar (window))
    {
      window->shown_side = OUTLAY_SIDE_NONE;
    }
  else
    window->sidebar_wanted = !window->sidebar_wanted;
  outlay_window_place_panes (window);
}

/** outlay_window_show_side: opens one page of the side, or closes the side. */
void
outlay_window_show_side (OutlayWindow *window, OutlaySide side)
{
  gboolean is_page = side != OUTLAY_SIDE_NONE && !is_roomy (window);

  g_return_if_fail (OUTLAY_IS_WINDOW (window));

  window->shown_side = side;
  if (side == OUTLAY_SIDE_DETAILS)
    outlay_window_ensure_details (window);
  if (side != OUTLAY_SIDE_NONE)
    gtk_stack_set_visible_child_name (window->side,
                                      side == OUTLAY_SIDE_REPORT ? "report" : "details");
  /* What has the keyboard is hidden by a page, and would leave it to the handle of a pane. */
  if (is_page)
    gtk_window_set_focus (GTK_WINDOW (window), NULL);
  outlay_window_place_panes (window);
}

/**
 * outlay_window_get_side:
 *
 * Returns: what the pane at the window's end shows.
 */
OutlaySide
outlay_window_get_side (OutlayWindow *window)
{
  return window->shown_side;
}

/**
 * outlay_window_get_layout:
 *
 * Returns: how the panes share the width.
 */
OutlayLayout
outlay_window_get_layout (OutlayWindow *window)
{
  return outlay_layout_bin_get_layout (window->layout);
}
