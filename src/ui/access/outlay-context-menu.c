/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-context-menu.h"

#include "outlay-focus.h"

typedef struct
{
  GtkWidget *view;
  OutlayContextMenuFuncs funcs;
  gpointer data;
  GDestroyNotify destroy;
  GtkWidget *popover; /* (nullable): made when it is first wanted */
} ContextMenu;

static void
context_menu_free (gpointer data, GClosure *closure)
{
  ContextMenu *menu = data;

  if (menu->destroy != NULL)
    menu->destroy (menu->data);
  g_free (menu);
}

static void
ensure_popover (ContextMenu *menu)
{
  if (menu->popover != NULL)
    return;
  menu->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, menu->view);
  g_signal_connect_object (menu->view, "destroy", G_CALLBACK (gtk_widget_unparent), menu->popover,
                           G_CONNECT_SWAPPED);
}

/* The items are made anew each time: which there are hangs on what is selected. */
static void
pop_up (ContextMenu *menu, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = menu->funcs.make (menu->data);

  ensure_popover (menu);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), place);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
  gtk_widget_queue_allocate (menu->view);
}

/* The menu takes the pointer to itself, which must not be pressed on what is below any more by
 * then. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  ContextMenu *menu = user_data;

  if (!menu->funcs.select_at (menu->view, x, y, menu->data))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, &(GdkRectangle){(int)x, (int)y, 1, 1});
}

/* The row that has the keyboard; where the whole list has it, one that is selected. */
static GtkWidget *
find_place (GtkWidget *focus)
{
  for (GtkWidget *row = gtk_widget_get_first_child (focus); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        return row;
    }
  return focus;
}

/* The menu comes in the middle of what of the row can be seen. */
static gboolean
key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  ContextMenu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t area;
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (view),
                                             (float)gtk_widget_get_height (view));
  graphene_point_t middle;

  if (!outlay_focus_is_within (view) || !menu->funcs.has_selected (menu->data)
      || !gtk_widget_compute_bounds (find_place (focus), view, &area)
      || !graphene_rect_intersection (&area, &seen, &area))
    return FALSE;
  graphene_rect_get_center (&area, &middle);
  pop_up (menu, &(GdkRectangle){(int)middle.x, (int)middle.y, 1, 1});
  return TRUE;
}

static void
add_key (GtkEventController *keys, GtkShortcutTrigger *trigger, ContextMenu *menu)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, menu, NULL)));
}

/**
 * outlay_context_menu_attach:
 * @view: what shows a list
 * @funcs: how what is selected there is found out, and its menu made
 * @data: given to @funcs
 * @destroy: (nullable): frees @data
 *
 * Gives @view a menu of what is selected, by a click with the second button, the menu key or
 * Shift+F10.
 */
void
outlay_context_menu_attach (GtkWidget *view,
                            const OutlayContextMenuFuncs *funcs,
                            gpointer data,
                            GDestroyNotify destroy)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  ContextMenu *menu = g_new0 (ContextMenu, 1);

  *menu = (ContextMenu){view, *funcs, data, destroy, NULL};
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_data (click, "released", G_CALLBACK (released_cb), menu, context_menu_free, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  add_key (keys, gtk_keyval_trigger_new (GDK_KEY_Menu, 0), menu);
  add_key (keys, gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK), menu);
  gtk_widget_add_controller (view, keys);
}
