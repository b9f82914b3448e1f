/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-table-view.h"

#include <glib/gi18n.h>

#include "outlay-table-cell.h"
#include "outlay-table-columns.h"
#include "outlay-table-foot.h"
#include "ui/style/outlay-symbols.h"
#include "ui/selection/outlay-deal-menu.h"

#define COLUMNS_KEY "table-columns"

struct _OutlayTableView
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  GSettings *settings;
  GtkWidget *box;
  GtkScrolledWindow *scroller;
  double sideways_end;
  guint sideways_tick;
  GtkColumnView *table;
  GtkWidget *foot;
  OutlaySelection *selection;
  GSimpleActionGroup *actions;
  GMenu *menu;
  /* What the deals were last sorted by: of two columns of one order the one that was clicked. */
  OutlayColumn sorted;
  GtkColumnViewColumn *probed;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (OutlayTableView, outlay_table_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggle_star (OutlayTableView *view, OutlayDeal *deal)
{
  outlay_store_set_starred (outlay_view_state_get_store (view->state), deal,
                            !outlay_deal_get_starred (deal));
}

static void
star_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, OutlayTableView *view)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  OutlayDeal *deal = outlay_table_cell_get_deal (OUTLAY_TABLE_CELL (cell));

  if (deal != NULL)
    toggle_star (view, deal);
}

static OutlayDeal *
pick_deal (GtkWidget *widget, double x, double y)
{
  GtkWidget *cell = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  /* What is picked may be what the toolkit puts around a cell. */
  if (cell != NULL && !OUTLAY_IS_TABLE_CELL (cell))
    cell = gtk_widget_get_first_child (cell);
  return OUTLAY_IS_TABLE_CELL (cell) ? outlay_table_cell_get_deal (OUTLAY_TABLE_CELL (cell)) : NULL;
}

/* Before GTK 4.10 both the cell and its row take a click, which Ctrl turns to selecting and at once
 * unselecting. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, OutlayTableView *view)
{
  GtkSelectionModel *model = outlay_selection_get_model (view->selection);
  GdkModifierType held
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  OutlayDeal *deal = pick_deal (GTK_WIDGET (view->table), x, y);
  guint position;

  if ((held & GDK_CONTROL_MASK) == 0 || (held & GDK_SHIFT_MASK) != 0
      || !outlay_view_state_find_shown (view->state, deal, &position))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, OutlayTableView *view)
{
  OutlayColumn column
    = (OutlayColumn)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = outlay_table_cell_new (column);

  gtk_list_item_set_child (item, cell);
  if (column == OUTLAY_COLUMN_STARRED)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      g_signal_connect (click, "released", G_CALLBACK (star_clicked_cb), view);
      gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
    }
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, OutlayTableView *view)
{
  outlay_table_cell_set_deal (OUTLAY_TABLE_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, OutlayTableView *view)
{
  outlay_table_cell_set_deal (OUTLAY_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (OutlayColumn column, gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), user_data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), user_data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), user_data);
  return factory;
}

/* Puts the arrow on the head of the column that the deals go by, wherever that was chosen. */
static void
show_order (OutlayTableView *view)
{
  gboolean down;

  if (view->syncing)
    return;
  view->syncing = TRUE;
  if (outlay_column_find (outlay_view_state_get_order (view->state), view->sorted, &view->sorted,
                          &down))
    gtk_column_view_sort_by_column (view->table,
                                    outlay_table_find_column (view->table, view->sorted),
                                    down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  view->syncing = FALSE;
}

/* Each column's sorter, asked to compare the table with its view, tells the view that it was. */
static int
probe (gconstpointer table, gconstpointer asking, gpointer column)
{
  OutlayTableView *view = (OutlayTableView *)asking;

  if (view->probed == NULL)
    view->probed = column;
  return GTK_ORDERING_LARGER;
}

/* Which head was clicked, and how its arrow points. Before GTK 4.10 only the order that the table's
 * sorter gives to two objects tells: the first column that is asked is the one. */
static GtkColumnViewColumn *
find_sorted (OutlayTableView *view, gboolean *down)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view->table);

  view->probed = NULL;
  *down = gtk_sorter_compare (sorter, view->table, view) == GTK_ORDERING_SMALLER;
  return view->probed;
}

/* The first click on a head puts first what is mostly wanted first, the next one turns that. */
static void
head_clicked_cb (OutlayTableView *view)
{
  gboolean down;
  GtkColumnViewColumn *column = view->syncing ? NULL : find_sorted (view, &down);

  if (column == NULL)
    return;
  if (outlay_table_get_column (column) != view->sorted)
    {
      view->sorted = outlay_table_get_column (column);
      down = outlay_column_descends (view->sorted);
    }
  view->syncing = TRUE;
  outlay_view_state_set_order (view->state, outlay_column_make_order (view->sorted, down));
  view->syncing = FALSE;
  show_order (view);
}

static void
add_sorters (OutlayTableView *view)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = outlay_table_find_column (view->table, (OutlayColumn)i);
      OutlaySort sort;

      if (!outlay_column_get_sort ((OutlayColumn)i, &sort))
        continue;
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (view->table), "changed",
                           G_CALLBACK (head_clicked_cb), view, G_CONNECT_SWAPPED);
}

static void
activate_cb (OutlayTableView *view, guint position)
{
  g_autoptr (OutlayDeal) deal
    = g_list_model_get_item (outlay_view_state_get_deals (view->state), position);

  outlay_view_state_set_selected (view->state, deal);
  g_signal_emit (view, signals[SIGNAL_OPENED], 0);
}

/* What was asked for begins at the top; deals that an import brings don't move the view. */
static void
asked_cb (OutlayTableView *view)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (view->scroller), 0);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayTableView *view = OUTLAY_TABLE_VIEW (widget);
  g_autofree char *rows = outlay_table_view_dup_rows (view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), rows);
}

static void
reset (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_table_reset_columns (OUTLAY_TABLE_VIEW (user_data)->table);
}

static void
copy_rows (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (GTK_WIDGET (user_data), NULL, NULL);
}

/* Each column can be shown and hidden by an action of its own, which the menus check. */
static void
add_actions (OutlayTableView *view)
{
  static const GActionEntry entries[] = {{"reset", reset}, {"copy", copy_rows}};
  GMenu *columns = g_menu_new ();
  GMenu *rest = g_menu_new ();

  view->actions = g_simple_action_group_new ();
  view->menu = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (view->actions), entries, G_N_ELEMENTS (entries),
                                   view);
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      const char *id = outlay_column_to_string ((OutlayColumn)i);
      GtkColumnViewColumn *column = outlay_table_find_column (view->table, (OutlayColumn)i);
      g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
      g_autofree char *name = g_strconcat ("table.", id, NULL);

      g_action_map_add_action (G_ACTION_MAP (view->actions), G_ACTION (action));
      g_menu_append (columns, outlay_column_get_name ((OutlayColumn)i), name);
      gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (view->menu));
    }
  g_menu_append (rest, C_ ("table", "_Reset the Columns"), "table.reset");
  g_menu_append (rest, C_ ("table", "_Copy the Rows"), "table.copy");
  g_menu_append_section (view->menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (view->menu, NULL, G_MENU_MODEL (rest));
  g_object_unref (columns);
  g_object_unref (rest);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "table", G_ACTION_GROUP (view->actions));
}

/* A table that is not seen holds no rows. */
static void
outlay_table_view_map (GtkWidget *widget)
{
  OutlayTableView *view = OUTLAY_TABLE_VIEW (widget);

  gtk_column_view_set_model (view->table, outlay_selection_get_model (view->selection));
  show_order (view);
  GTK_WIDGET_CLASS (outlay_table_view_parent_class)->map (widget);
}

static void
outlay_table_view_unmap (GtkWidget *widget)
{
  OutlayTableView *view = OUTLAY_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (outlay_table_view_parent_class)->unmap (widget);
  gtk_column_view_set_model (view->table, NULL);
  if (view->settings != NULL)
    g_settings_set_value (view->settings, COLUMNS_KEY, outlay_table_save_columns (view->table));
}

static gboolean
outlay_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_TABLE_VIEW (widget)->table));
}

static void
outlay_table_view_dispose (GObject *object)
{
  OutlayTableView *view = OUTLAY_TABLE_VIEW (object);

  g_clear_pointer (&view->box, gtk_widget_unparent);
  g_clear_object (&view->selection);
  g_clear_object (&view->actions);
  g_clear_object (&view->menu);
  g_clear_object (&view->settings);
  g_clear_object (&view->state);
  G_OBJECT_CLASS (outlay_table_view_parent_class)->dispose (object);
}

static void
outlay_table_view_class_init (OutlayTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_table_view_dispose;
  widget_class->map = outlay_table_view_map;
  widget_class->unmap = outlay_table_view_unmap;
  widget_class->grab_focus = outlay_table_view_grab_focus;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", OUTLAY_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "rows.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "win.star", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK,
                                       "win.show-details", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Where a script runs from the right the first columns stand at the end of the way sideways; a view
 * that shows them goes on to. */
static gboolean
show_first_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OutlayTableView *view = OUTLAY_TABLE_VIEW (widget);

  view->sideways_tick = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (view->scroller),
                            view->sideways_end);
  return G_SOURCE_REMOVE;
}

/* What is scrolled while sizes are given out stays unseen; so that is left to the next frame. */
static void
sideways_changed_cb (GtkAdjustment *sideways, OutlayTableView *view)
{
  gboolean was_first = gtk_adjustment_get_value (sideways) >= view->sideways_end;

  view->sideways_end
    = gtk_adjustment_get_upper (sideways) - gtk_adjustment_get_page_size (sideways);
  if (was_first && view->sideways_tick == 0
      && gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL)
    view->sideways_tick
      = gtk_widget_add_tick_callback (GTK_WIDGET (view), show_first_cb, NULL, NULL);
}

static void
select_by_click (OutlayTableView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view->table), GTK_EVENT_CONTROLLER (click));
}

static void
outlay_table_view_init (OutlayTableView *view)
{
  GtkWidget *table = gtk_column_view_new (NULL);

  view->sorted = OUTLAY_COLUMN_WORTH;
  view->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  view->table = GTK_COLUMN_VIEW (table);
  gtk_widget_add_css_class (table, "deals");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Deals"), -1);
  g_signal_connect_swapped (table, "activate", G_CALLBACK (activate_cb), view);
  gtk_widget_set_focusable (GTK_WIDGET (view->scroller), FALSE);
  gtk_scrolled_window_set_child (view->scroller, table);
  gtk_widget_set_vexpand (GTK_WIDGET (view->scroller), TRUE);
  view->foot
    = outlay_table_foot_new (view->table, gtk_scrolled_window_get_hadjustment (view->scroller));
  gtk_box_append (GTK_BOX (view->box), GTK_WIDGET (view->scroller));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (view->scroller), "changed",
                           G_CALLBACK (sideways_changed_cb), view, 0);
  gtk_box_append (GTK_BOX (view->box), view->foot);
  gtk_widget_set_parent (view->box, GTK_WIDGET (view));
  outlay_table_add_columns (view->table, make_factory, view);
  outlay_table_fit_heads (view->table);
  select_by_click (view);
  add_actions (view);
}

static void
restore_columns (OutlayTableView *view)
{
  g_autoptr (GVariant) kept = g_settings_get_value (view->settings, COLUMNS_KEY);

  outlay_table_restore_columns (view->table, kept);
}

/**
 * outlay_table_view_new:
 * @state: (transfer none): whose deals it shows
 * @selection: (transfer none): which of them are selected
 * @settings: (nullable) (transfer none): where its columns are kept
 *
 * Returns: (transfer floating): a table of the deals shown.
 */
GtkWidget *
outlay_table_view_new (OutlayViewState *state, OutlaySelection *selection, GSettings *settings)
{
  OutlayTableView *view = g_object_new (OUTLAY_TYPE_TABLE_VIEW, NULL);

  view->state = g_object_ref (state);
  view->selection = g_object_ref (selection);
  if (settings != NULL)
    {
      view->settings = g_object_ref (settings);
      restore_columns (view);
    }
  outlay_deal_menu_attach (GTK_WIDGET (view), selection, pick_deal);
  add_sorters (view);
  show_order (view);
  outlay_table_foot_set_state (OUTLAY_TABLE_FOOT (view->foot), state);
  g_signal_connect_object (state, "changed", G_CALLBACK (show_order), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "asked", G_CALLBACK (asked_cb), view, G_CONNECT_SWAPPED);
  return GTK_WIDGET (view);
}

/**
 * outlay_table_view_make_tools:
 *
 * Returns: (transfer floating): the button that chooses columns, for the bar above the views.
 */
GtkWidget *
outlay_table_view_make_tools (OutlayTableView *view)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (face), outlay_symbol_new ("outlay-view-table-symbolic"));
  gtk_box_append (GTK_BOX (face), gtk_label_new (C_ ("table", "Columns")));
  gtk_box_append (GTK_BOX (face), outlay_symbol_new_arrow ());
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), face);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("table", "Columns"), -1);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (view->menu));
  gtk_widget_insert_action_group (button, "table", G_ACTION_GROUP (view->actions));
  return button;
}

/**
 * outlay_table_view_dup_rows:
 *
 * Returns: (transfer full): the columns shown of the rows selected, of all where none is, with
 *   tabs between them.
 */
char *
outlay_table_view_dup_rows (OutlayTableView *view)
{
  GtkSelectionModel *deals = outlay_selection_get_model (view->selection);
  g_autoptr (GArray) columns = outlay_table_list_shown (view->table);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean any = outlay_selection_count (view->selection) > 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (deals)); i++)
    {
      if (!any || gtk_selection_model_is_selected (deals, i))
        g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (deals), i));
    }
  return outlay_columns_dup_rows (&g_array_index (columns, OutlayColumn, 0), columns->len, rows);
}
