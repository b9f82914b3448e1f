/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window.h"

#include "outlay-window-private.h"

struct _OutlayWindow
{
  GtkApplicationWindow parent_instance;

  OutlayStore *store;
  OutlayViewState *state;
  OutlaySide shown_side;
  OutlayLayoutBin *layout;
  GtkStack *pages;
  GtkPaned *sidebar_pane;
  GtkPaned *side_pane;
  GtkBox *side_page;
  GtkStack *side;
};

G_DEFINE_FINAL_TYPE (OutlayWindow, outlay_window, GTK_TYPE_APPLICATION_WINDOW)

/* The side is a pane beside the cards where there is room, else a page in their place. */
static void
place_side (OutlayWindow *window)
{
  gboolean shown = window->shown_side != OUTLAY_SIDE_NONE;
  gboolean beside = outlay_layout_bin_get_layout (window->layout) <= OUTLAY_LAYOUT_MEDIUM;
  GtkWidget *side = GTK_WIDGET (window->side);
  GtkWidget *parent = gtk_widget_get_parent (side);

  if (parent == GTK_WIDGET (window->side_pane) && !beside)
    gtk_paned_set_end_child (window->side_pane, NULL);
  else if (parent == GTK_WIDGET (window->side_page) && beside)
    gtk_box_remove (window->side_page, side);
  if (gtk_widget_get_parent (side) == NULL && beside)
    gtk_paned_set_end_child (window->side_pane, side);
  else if (gtk_widget_get_parent (side) == NULL)
    gtk_box_append (window->side_page, side);
  gtk_widget_set_visible (side, shown);
  gtk_stack_set_visible_child_name (window->pages, shown && !beside ? "side" : "list");
}

static void
layout_changed_cb (OutlayWindow *window)
{
  place_side (window);
}

static void
outlay_window_dispose (GObject *object)
{
  OutlayWindow *window = OUTLAY_WINDOW (object);

  g_clear_object (&window->side);
  g_clear_object (&window->state);
  g_clear_object (&window->store);
  G_OBJECT_CLASS (outlay_window_parent_class)->dispose (object);
}

static void
outlay_window_class_init (OutlayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_window_dispose;
  g_type_ensure (OUTLAY_TYPE_LAYOUT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/outlay-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side_pane);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side_page);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side);
  outlay_window_class_install_actions (widget_class);
}

static void
outlay_window_init (OutlayWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  g_object_ref (window->side);
  g_signal_connect_object (window->layout, "notify::layout", G_CALLBACK (layout_changed_cb), window,
                           G_CONNECT_SWAPPED);
  place_side (window);
}

/**
 * outlay_window_new:
 * @store: (transfer none): the deals it shows
 *
 * Returns: (transfer none): a window of @application.
 */
OutlayWindow *
outlay_window_new (GtkApplication *application, OutlayStore *store)
{
  OutlayWindow *window = g_object_new (OUTLAY_TYPE_WINDOW, "application", application, NULL);

  window->store = g_object_ref (store);
  window->state = outlay_view_state_new (store);
  return window;
}

/**
 * outlay_window_get_state:
 *
 * Returns: (transfer none): what the window shows.
 */
OutlayViewState *
outlay_window_get_state (OutlayWindow *window)
{
  return window->state;
}

/** outlay_window_show_side: opens one page of the side, or closes the side. */
void
outlay_window_show_side (OutlayWindow *window, OutlaySide side)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (window));

  window->shown_side = side;
  if (side != OUTLAY_SIDE_NONE)
    gtk_stack_set_visible_child_name (window->side,
                                      side == OUTLAY_SIDE_REPORT ? "report" : "details");
  place_side (window);
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
