/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu of the deals selected: a click with the second button or the menu key brings it where
 * they are shown. Such a click on a deal that is not selected selects it alone.
 */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-menu.h"

#include <glib/gi18n.h>

#include "ui/access/outlay-focus.h"

typedef struct
{
  GtkWidget *view;
  OutlaySelection *selection;
  OutlayDealPick pick;
  GtkWidget *popover; /* (nullable): made when it is first wanted */
} DealMenu;

static void
deal_menu_free (gpointer data, GClosure *closure)
{
  DealMenu *menu = data;

  g_object_unref (menu->selection);
  g_free (menu);
}

static GMenuModel *
new_model (guint n_deals)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) give = g_menu_new ();
  g_autoptr (GMenu) reject = g_menu_new ();

  g_menu_append (look, _ ("Show _Details"), "win.show-details");
  g_menu_append (look, _ ("_Star"), "win.star");
  if (n_deals == 1)
    {
      g_menu_append (change, _ ("_Merge With…"), "win.edit-deal::merge");
      g_menu_append (change, _ ("Add a Ta_g…"), "win.edit-deal::tag");
      g_menu_append (change, _ ("_Note…"), "win.edit-deal::note");
    }
  else
    g_menu_append (change, _ ("_Merge"), "win.merge");
  g_menu_append (give, _ ("_Copy"), "win.copy");
  g_menu_append (give, _ ("_Print…"), "win.print-selected");
  g_menu_append (give, _ ("_Export…"), "win.export-selected");
  g_menu_append (reject, _ ("This Is No _Deal"), "win.reject");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (give));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reject));
  return G_MENU_MODEL (menu);
}

static void
ensure_popover (DealMenu *menu)
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

/* The items are made anew each time: which there are hangs on how many deals are selected. */
static void
pop_up (DealMenu *menu, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = new_model (outlay_selection_count (menu->selection));

  ensure_popover (menu);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), place);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
  gtk_widget_queue_allocate (menu->view);
}

/* Returns: whether a deal is there, which is selected then. */
static gboolean
select_at (const DealMenu *menu, double x, double y)
{
  GtkSelectionModel *model = outlay_selection_get_model (menu->selection);
  OutlayDeal *deal = menu->pick (menu->view, x, y);
  guint position;

  if (!outlay_selection_find (menu->selection, deal, &position))
    return FALSE;
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  return TRUE;
}

/* The menu takes the pointer to itself, which must not be pressed on the deal any more by then. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  DealMenu *menu = user_data;

  if (!select_at (menu, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, &(GdkRectangle){(int)x, (int)y, 1, 1});
}

/* The deal that has the keyboard; where the whole list has it, one that is selected. */
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

/* The menu comes in the middle of what of the deal can be seen. */
static gboolean
key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  DealMenu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t area;
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (view),
                                             (float)gtk_widget_get_height (view));
  graphene_point_t middle;

  if (!outlay_focus_is_within (view) || outlay_selection_count (menu->selection) == 0
      || !gtk_widget_compute_bounds (find_place (focus), view, &area)
      || !graphene_rect_intersection (&area, &seen, &area))
    return FALSE;
  graphene_rect_get_center (&area, &middle);
  pop_up (menu, &(GdkRectangle){(int)middle.x, (int)middle.y, 1, 1});
  return TRUE;
}

static void
add_key (GtkEventController *keys, GtkShortcutTrigger *trigger, DealMenu *menu)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, menu, NULL)));
}

/**
 * outlay_deal_menu_attach:
 * @view: what shows deals
 * @selection: (transfer none): of which it shows what is selected
 * @pick: tells deals by place
 *
 * Gives @view the menu of the deals selected.
 */
void
outlay_deal_menu_attach (GtkWidget *view, OutlaySelection *selection, OutlayDealPick pick)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  DealMenu *menu = g_new0 (DealMenu, 1);

  menu->view = view;
  menu->selection = g_object_ref (selection);
  menu->pick = pick;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_data (click, "released", G_CALLBACK (released_cb), menu, deal_menu_free, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  add_key (keys, gtk_keyval_trigger_new (GDK_KEY_Menu, 0), menu);
  add_key (keys, gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK), menu);
  gtk_widget_add_controller (view, keys);
}

/**
 * outlay_deal_menu_place:
 * @view: that has the menu and gives its children their sizes itself
 *
 * Gives the menu that is shown the size that its items need; where a layout manager gives sizes,
 * that does so.
 */
void
outlay_deal_menu_place (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}
