/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window.h"

#include <glib/gi18n.h>

#include "outlay-window-private.h"

#define DEFAULT_SIDE_WIDTH 376

/* As X11 and Wayland number the buttons at a mouse's side. */
#define BACK_BUTTON    8
#define FORWARD_BUTTON 9

G_DEFINE_FINAL_TYPE (OutlayWindow, outlay_window, GTK_TYPE_APPLICATION_WINDOW)

/* A deal may go while its details are open; in the review those of the next have come by now. */
static void
close_empty_details (OutlayWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (window->shown_side != OUTLAY_SIDE_DETAILS || window->details == NULL
      || !outlay_details_pane_get_empty (window->details))
    return;
  outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    outlay_window_focus_view (window);
}

static void
state_changed_cb (OutlayWindow *window)
{
  close_empty_details (window);
  outlay_window_choose_page (window);
  outlay_window_update_actions (window);
}

static void
search_text_changed_cb (OutlayWindow *window)
{
  const char *text = outlay_view_state_get_search_text (window->state);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (window->search_entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (window->search_entry), text);
}

static void
search_changed_cb (OutlayWindow *window)
{
  outlay_view_state_set_search_text (window->state,
                                     gtk_editable_get_text (GTK_EDITABLE (window->search_entry)));
}

static void
search_stopped_cb (OutlayWindow *window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "search",
                                      g_variant_new_boolean (FALSE));
  outlay_window_focus_view (window);
}

static void
store_failed_cb (OutlayWindow *window, const GError *error)
{
  outlay_window_notify (window, error->message);
}

static void
restore_order (OutlayWindow *window)
{
  g_autofree char *name = g_settings_get_string (window->settings, "sort");
  OutlayOrder order = {.reversed = g_settings_get_boolean (window->settings, "sort-reversed")};

  if (outlay_sort_from_string (name, &order.sort))
    outlay_view_state_set_order (window->state, order);
}

static void
save_order (OutlayWindow *window)
{
  OutlayOrder order = outlay_view_state_get_order (window->state);

  g_settings_set_string (window->settings, "sort", outlay_sort_to_string (order.sort));
  g_settings_set_boolean (window->settings, "sort-reversed", order.reversed);
}

static void
restore_sums (OutlayWindow *window)
{
  g_autofree char *currency = g_settings_get_string (window->settings, "sums");

  g_action_group_change_action_state (G_ACTION_GROUP (window), "sums",
                                      g_variant_new_string (currency));
}

static void
restore_view (OutlayWindow *window)
{
  g_autofree char *name = g_settings_get_string (window->settings, "view");
  OutlayView view;

  if (outlay_view_from_string (name, &view))
    outlay_window_set_view (window, view);
}

static void
restore_filter (OutlayWindow *window)
{
  g_autofree char *line = g_settings_get_string (window->settings, "filter");

  if (*line != '\0')
    outlay_view_state_take_filter_line (window->state, line);
}

static void
save_filter (OutlayWindow *window)
{
  g_autofree char *line = outlay_view_state_dup_filter_line (window->state);

  g_settings_set_string (window->settings, "filter", line);
}

static void
restore_settings (OutlayWindow *window)
{
  window->sidebar_wanted = TRUE;
  window->side_width = DEFAULT_SIDE_WIDTH;
  if (window->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (window),
                               g_settings_get_int (window->settings, "window-width"),
                               g_settings_get_int (window->settings, "window-height"));
  if (g_settings_get_boolean (window->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  window->sidebar_wanted = g_settings_get_boolean (window->settings, "sidebar-shown");
  window->side_width = g_settings_get_int (window->settings, "side-width");
  gtk_paned_set_position (window->sidebar_pane,
                          g_settings_get_int (window->settings, "sidebar-width"));
  restore_order (window);
  restore_sums (window);
  g_signal_connect_object (window->settings, "changed::sums", G_CALLBACK (restore_sums), window,
                           G_CONNECT_SWAPPED);
  restore_filter (window);
  restore_view (window);
}

static void
save_settings (OutlayWindow *window)
{
  int width, height;
  int side = gtk_widget_get_width (GTK_WIDGET (window->side));

  if (window->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_settings_set_int (window->settings, "window-width", width);
  g_settings_set_int (window->settings, "window-height", height);
  g_settings_set_boolean (window->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (window)));
  g_settings_set_boolean (window->settings, "sidebar-shown", window->sidebar_wanted);
  if (outlay_window_get_layout (window) <= OUTLAY_LAYOUT_MEDIUM)
    g_settings_set_int (window->settings, "sidebar-width",
                        CLAMP (gtk_paned_get_position (window->sidebar_pane), 200, 320));
  if (window->shown_side == OUTLAY_SIDE_DETAILS && !window->article_beside
      && outlay_window_get_layout (window) <= OUTLAY_LAYOUT_MEDIUM)
    g_settings_set_int (window->settings, "side-width", CLAMP (side, 336, 1200));
  save_order (window);
  save_filter (window);
  g_settings_set_string (window->settings, "view", outlay_view_to_string (window->view));
}

static gboolean
outlay_window_close_request (GtkWindow *window)
{
  save_settings (OUTLAY_WINDOW (window));
  return GTK_WINDOW_CLASS (outlay_window_parent_class)->close_request (window);
}

static void
outlay_window_dispose (GObject *object)
{
  OutlayWindow *window = OUTLAY_WINDOW (object);

  g_clear_handle_id (&window->loading_timeout, g_source_remove);
  g_clear_object (&window->chooser);
  g_clear_weak_pointer (&window->rejected);
  g_clear_weak_pointer (&window->counted);
  g_clear_pointer (&window->told, g_free);
  g_clear_weak_pointer (&window->reported);
  g_clear_object (&window->selection);
  g_clear_object (&window->state);
  g_clear_object (&window->saved);
  g_clear_object (&window->store);
  g_clear_object (&window->settings);
  G_OBJECT_CLASS (outlay_window_parent_class)->dispose (object);
}

static void
bind_header (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, header);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, back);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, import_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, import_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, import_arrow);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, views_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, totals);
}

static void
bind_panes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, sidebar_over);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side_pane);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side_page);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, side);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, watch_section);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, toasts);
}

static void
bind_center (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, center);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, filters);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, content);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, tools);
}

static void
outlay_window_class_init (OutlayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = outlay_window_close_request;
  g_type_ensure (OUTLAY_TYPE_CARDS_VIEW);
  g_type_ensure (OUTLAY_TYPE_CHIP_ROW);
  g_type_ensure (OUTLAY_TYPE_FILTER_BAR);
  g_type_ensure (OUTLAY_TYPE_LAYOUT_BIN);
  g_type_ensure (OUTLAY_TYPE_SELECTION_BAR);
  g_type_ensure (OUTLAY_TYPE_SIDEBAR);
  g_type_ensure (OUTLAY_TYPE_TAB_STOP);
  g_type_ensure (OUTLAY_TYPE_TOAST_OVERLAY);
  g_type_ensure (OUTLAY_TYPE_TOTALS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/outlay-window.ui");
  bind_header (widget_class);
  bind_panes (widget_class);
  bind_center (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-side", NULL);
}

/* The side buttons of a mouse go through the filters as they go through pages elsewhere. */
static void
side_button_cb (GtkGestureClick *gesture, int n_press, double x, double y, OutlayWindow *window)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == BACK_BUTTON)
    g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
  else if (button == FORWARD_BUTTON)
    g_action_group_activate_action (G_ACTION_GROUP (window), "forward", NULL);
}

static void
follow_side_buttons (OutlayWindow *window)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (side_button_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));
}

static void
create_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

/* A menu has some hundred widgets, which are made when it is first opened. */
static void
set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, menu, NULL);
}

static void
outlay_window_init (OutlayWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  set_menu (GTK_MENU_BUTTON (window->import_button), window->import_menu);
  set_menu (window->primary_button, window->primary_menu);
  outlay_window_install_actions (window);
  follow_side_buttons (window);
  outlay_window_close_sidebar_by_click (window);
  outlay_window_follow_side (window);
  gtk_search_bar_connect_entry (window->search_bar, GTK_EDITABLE (window->search_entry));
  g_signal_connect_swapped (window->search_entry, "search-changed", G_CALLBACK (search_changed_cb),
                            window);
  g_signal_connect_swapped (window->search_entry, "stop-search", G_CALLBACK (search_stopped_cb),
                            window);
  g_signal_connect_object (window->layout, "notify::layout", G_CALLBACK (outlay_window_place_panes),
                           window, G_CONNECT_SWAPPED);
}

static void
details_wanted_cb (OutlayWindow *window)
{
  outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
}

static void
details_closed_cb (OutlayWindow *window)
{
  outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  outlay_window_focus_view (window);
}

/**
 * outlay_window_ensure_details:
 *
 * Returns: (transfer none): the details of the deal that is selected, which are made when they are
 *   first wanted.
 */
OutlayDetailsPane *
outlay_window_ensure_details (OutlayWindow *window)
{
  GtkWidget *details;

  if (window->details != NULL)
    return window->details;
  details = outlay_details_pane_new (window->state);
  window->details = OUTLAY_DETAILS_PANE (details);
  gtk_stack_add_named (window->side, details, "details");
  outlay_details_pane_set_beside (window->details, outlay_layout_bin_get_layout (window->layout)
                                                     == OUTLAY_LAYOUT_WIDE);
  g_signal_connect_object (details, "close", G_CALLBACK (details_closed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (details, "notify::article-open", G_CALLBACK (outlay_window_place_panes),
                           window, G_CONNECT_SWAPPED);
  return window->details;
}

/* A window that keeps no settings, as in tests, keeps no filters either. */
static void
add_saved (OutlayWindow *window)
{
  g_autofree char *path
    = window->settings != NULL ? outlay_saved_filters_dup_default_path () : NULL;

  window->saved = outlay_saved_filters_new (path);
  outlay_sidebar_set_saved (window->sidebar, window->saved);
}

static void
set_store (OutlayWindow *window, OutlayStore *store)
{
  window->store = g_object_ref (store);
  window->state = outlay_view_state_new (store);
  window->selection = outlay_selection_new (window->state);
  outlay_cards_view_set_state (window->cards, window->state, window->selection);
  outlay_chip_row_set_state (window->chips, window->state);
  outlay_filter_bar_set_state (window->filter_bar, window->state);
  outlay_sidebar_set_state (window->sidebar, window->state);
  add_saved (window);
  outlay_totals_button_set_state (window->totals, window->state);
  outlay_window_set_view (window, OUTLAY_VIEW_CARDS);
  outlay_window_follow_imports (window);
  outlay_window_take_offers (window);
  outlay_window_follow_acts (window);
  outlay_window_follow_selection (window);
  outlay_window_follow_rereading (window);
  g_signal_connect_object (window->cards, "opened", G_CALLBACK (details_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->sidebar, "picked", G_CALLBACK (outlay_window_close_sidebar_over),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->sidebar, "picked", G_CALLBACK (outlay_window_focus_review),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->state, "changed", G_CALLBACK (state_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->state, "notify::search-text",
                           G_CALLBACK (search_text_changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::error", G_CALLBACK (state_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "failed", G_CALLBACK (store_failed_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_window_new:
 * @store: (transfer none): the deals it shows
 * @settings: (nullable) (transfer none): what is kept between runs
 *
 * Returns: (transfer none): a window of @application.
 */
OutlayWindow *
outlay_window_new (GtkApplication *application, OutlayStore *store, GSettings *settings)
{
  OutlayWindow *window = g_object_new (OUTLAY_TYPE_WINDOW, "application", application, NULL);

  if (settings != NULL)
    window->settings = g_object_ref (settings);
  set_store (window, store);
  restore_settings (window);
  outlay_window_place_panes (window);
  state_changed_cb (window);
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

/** outlay_window_notify: says @text over the deals for a while. */
void
outlay_window_notify (OutlayWindow *window, const char *text)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (window));

  outlay_toast_overlay_show (window->toasts, text, NULL, NULL, NULL);
}
