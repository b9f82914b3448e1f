/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-selection.h"

#include "model/outlay-filter.h"

/* Up to how many deals each is looked for among those shown; of more, each one shown is looked at.
 */
#define FEW 16

struct _OutlayDealSelection
{
  GObject parent_instance;

  OutlayDealList *deals;
  GHashTable *ids;
  /* Where those are that are shown; none while that has to be found out. */
  GtkBitset *rows;
};

static void model_init (GListModelInterface *iface);
static void selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayDealSelection,
                               outlay_deal_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_init))

static GType
get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_DEAL;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (OUTLAY_DEAL_SELECTION (model)->deals));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (OUTLAY_DEAL_SELECTION (model)->deals), position);
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gpointer
get_key (OutlayDealSelection *self, guint position)
{
  return outlay_filter_get_id_key (outlay_deal_list_get_id (self->deals, position));
}

static void
find_few (OutlayDealSelection *self, GtkBitset *rows)
{
  GHashTableIter iter;
  gpointer key;
  guint position;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (outlay_deal_list_find (self->deals, GPOINTER_TO_SIZE (key), &position))
        gtk_bitset_add (rows, position);
    }
}

static void
find_many (OutlayDealSelection *self, GtkBitset *rows)
{
  guint count = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < count; i++)
    {
      if (g_hash_table_contains (self->ids, get_key (self, i)))
        gtk_bitset_add (rows, i);
    }
}

static GtkBitset *
get_rows (OutlayDealSelection *self)
{
  if (self->rows != NULL)
    return self->rows;
  self->rows = gtk_bitset_new_empty ();
  if (g_hash_table_size (self->ids) <= FEW)
    find_few (self, self->rows);
  else
    find_many (self, self->rows);
  return self->rows;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (get_rows (OUTLAY_DEAL_SELECTION (model)), position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (get_rows (OUTLAY_DEAL_SELECTION (model)));
}

/* All are chosen anew; those out of sight are forgotten. */
static void
select_alone (OutlayDealSelection *self, guint count)
{
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->ids);
  for (gboolean any = gtk_bitset_iter_init_first (&iter, self->rows, &position); any;
       any = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (self->ids, get_key (self, position));
  if (count > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, count);
}

/* Those of @mask that are in @selected are selected from now on, and no others of it. */
static void
take_rows (OutlayDealSelection *self, GtkBitset *selected, GtkBitset *mask, guint count)
{
  GtkBitset *rows = gtk_bitset_copy (get_rows (self));
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);

  gtk_bitset_intersect (chosen, mask);
  gtk_bitset_subtract (rows, mask);
  gtk_bitset_union (rows, chosen);
  gtk_bitset_remove_range_closed (rows, count, G_MAXUINT);
  gtk_bitset_unref (self->rows);
  self->rows = rows;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  OutlayDealSelection *self = OUTLAY_DEAL_SELECTION (model);
  guint count = get_n_items (G_LIST_MODEL (model));
  guint first = count;
  guint end = 0;
  GtkBitsetIter iter;
  guint position;

  take_rows (self, selected, mask, count);
  if (gtk_bitset_get_size (mask) >= count)
    {
      select_alone (self, count);
      return TRUE;
    }
  for (gboolean any = gtk_bitset_iter_init_first (&iter, mask, &position); any && position < count;
       any = gtk_bitset_iter_next (&iter, &position))
    {
      if (gtk_bitset_contains (self->rows, position))
        g_hash_table_add (self->ids, get_key (self, position));
      else
        g_hash_table_remove (self->ids, get_key (self, position));
      first = MIN (first, position);
      end = position + 1;
    }
  if (first < end)
    gtk_selection_model_selection_changed (model, first, end - first);
  return TRUE;
}

static void
selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
items_changed_cb (OutlayDealSelection *self, guint position, guint removed, guint added)
{
  g_clear_pointer (&self->rows, gtk_bitset_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
outlay_deal_selection_finalize (GObject *object)
{
  OutlayDealSelection *self = OUTLAY_DEAL_SELECTION (object);

  g_object_unref (self->deals);
  g_hash_table_unref (self->ids);
  g_clear_pointer (&self->rows, gtk_bitset_unref);
  G_OBJECT_CLASS (outlay_deal_selection_parent_class)->finalize (object);
}

static void
outlay_deal_selection_class_init (OutlayDealSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_deal_selection_finalize;
}

static void
outlay_deal_selection_init (OutlayDealSelection *self)
{
  self->ids = g_hash_table_new (NULL, NULL);
}

/**
 * outlay_deal_selection_new:
 * @deals: (transfer none): the deals shown
 *
 * Returns: (transfer full): a selection of none of them.
 */
OutlayDealSelection *
outlay_deal_selection_new (OutlayDealList *deals)
{
  OutlayDealSelection *self = g_object_new (OUTLAY_TYPE_DEAL_SELECTION, NULL);

  self->deals = g_object_ref (deals);
  g_signal_connect_object (deals, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
