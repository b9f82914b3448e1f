/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu of the deals selected: a click with the second button or the menu key brings it where
 * they are shown. Such a click on a deal that is not selected selects it alone.
 */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-menu.h"

#include <glib/gi18n.h>

#include "ui/access/outlay-context-menu.h"

typedef struct
{
  OutlaySelection *selection;
  OutlayDealPick pick;
} DealMenu;

static void
deal_menu_free (gpointer data)
{
  DealMenu *menu = data;

  g_object_unref (menu->selection);
  g_free (menu);
}

static GMenuModel *
make_model (gpointer data)
{
  const DealMenu *own = data;
  guint n_deals = outlay_selection_count (own->selection);
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
  g_menu_append (reject, _ ("This _Is No Deal"), "win.reject");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (give));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reject));
  return G_MENU_MODEL (menu);
}

/* Returns: whether a deal is there, which is selected then. */
static gboolean
select_at (GtkWidget *view, double x, double y, gpointer data)
{
  const DealMenu *menu = data;
  GtkSelectionModel *model = outlay_selection_get_model (menu->selection);
  OutlayDeal *deal = menu->pick (view, x, y);
  guint position;

  if (!outlay_selection_find (menu->selection, deal, &position))
    return FALSE;
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  return TRUE;
}

static gboolean
has_selected (gpointer data)
{
  return outlay_selection_count (((const DealMenu *)data)->selection) > 0;
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
  static const OutlayContextMenuFuncs funcs = {select_at, has_selected, make_model};
  DealMenu *menu = g_new0 (DealMenu, 1);

  menu->selection = g_object_ref (selection);
  menu->pick = pick;
  outlay_context_menu_attach (view, &funcs, menu, deal_menu_free);
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
