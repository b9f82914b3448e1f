/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-card-places.h"

struct _OutlayCardPlaces
{
  GObject parent_instance;

  OutlayDealList *list;
  GtkSelectionModel *deals;
  guint count;
  guint most;
  gboolean stale;
};

static void model_init (GListModelInterface *iface);
static void selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayCardPlaces,
                               outlay_card_places,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return OUTLAY_CARD_PLACES (model)->count;
}

/* A place has nothing of its own: what is there is asked for by its position. */
static gpointer
get_item (GListModel *model, guint position)
{
  return position < get_n_items (model) ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_is_selected (OUTLAY_CARD_PLACES (model)->deals, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_selection_model_get_selection_in_range (OUTLAY_CARD_PLACES (model)->deals, position,
                                                     n_items);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  return gtk_selection_model_set_selection (OUTLAY_CARD_PLACES (model)->deals, selected, mask);
}

static void
selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* What moves a deal that stays moves its place; where all is put there anew places stay. */
static void
items_changed_cb (OutlayCardPlaces *places, guint position, guint removed, guint added)
{
  places->stale |= outlay_deal_list_is_renewed (places->list) || places->most < G_MAXUINT;
  if (places->stale)
    return;
  places->count += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (places), position, removed, added);
}

static void
selection_changed_cb (OutlayCardPlaces *places, guint position, guint n_items)
{
  if (position < places->count && n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (places), position,
                                           MIN (n_items, places->count - position));
}

static void
outlay_card_places_finalize (GObject *object)
{
  OutlayCardPlaces *places = OUTLAY_CARD_PLACES (object);

  g_object_unref (places->list);
  g_object_unref (places->deals);
  G_OBJECT_CLASS (outlay_card_places_parent_class)->finalize (object);
}

static void
outlay_card_places_class_init (OutlayCardPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_card_places_finalize;
}

static void
outlay_card_places_init (OutlayCardPlaces *places)
{
  places->most = G_MAXUINT;
}

/**
 * outlay_card_places_new:
 * @list: (transfer none): the deals shown
 * @deals: (transfer none): which of them are selected
 *
 * Returns: (transfer full): the places of @list.
 */
OutlayCardPlaces *
outlay_card_places_new (OutlayDealList *list, GtkSelectionModel *deals)
{
  OutlayCardPlaces *places = g_object_new (OUTLAY_TYPE_CARD_PLACES, NULL);

  places->list = g_object_ref (list);
  places->deals = g_object_ref (deals);
  places->count = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect_object (deals, "items-changed", G_CALLBACK (items_changed_cb), places,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (deals, "selection-changed", G_CALLBACK (selection_changed_cb), places,
                           G_CONNECT_SWAPPED);
  return places;
}

/** outlay_card_places_set_most: has only the first @most deals have a place. */
void
outlay_card_places_set_most (OutlayCardPlaces *places, guint most)
{
  if (places->most == most)
    return;
  places->most = most;
  places->stale = TRUE;
  outlay_card_places_settle (places);
}

/** outlay_card_places_settle: adds or removes places at the end where deals were shown anew. */
void
outlay_card_places_settle (OutlayCardPlaces *places)
{
  guint before = places->count;
  guint after = MIN (g_list_model_get_n_items (G_LIST_MODEL (places->list)), places->most);
  guint common = MIN (before, after);

  if (!places->stale)
    return;
  places->stale = FALSE;
  places->count = after;
  if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (places), common, before - common, after - common);
  selection_changed_cb (places, 0, common);
}
