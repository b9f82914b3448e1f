/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal-list.h"

#include <string.h>

/* How many rows a view may look through for one that it lost sight of. */
#define MOST_LOOKED_THROUGH 400

struct _OutlayDealList
{
  GObject parent_instance;

  OutlayDealPool *pool;
  /* The rows are those of this index, which the pool may have gone beyond. */
  OutlayDealIndex *index;
  GArray *rows;
  gboolean renewed;
};

static void outlay_deal_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayDealList,
                               outlay_deal_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      outlay_deal_list_model_init))

static GType
outlay_deal_list_get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_DEAL;
}

static guint
outlay_deal_list_get_n_items (GListModel *model)
{
  return OUTLAY_DEAL_LIST (model)->rows->len;
}

static gpointer
outlay_deal_list_get_item (GListModel *model, guint position)
{
  OutlayDealList *list = OUTLAY_DEAL_LIST (model);

  if (position >= list->rows->len)
    return NULL;
  return outlay_deal_pool_dup_deal_of (list->pool, list->index,
                                       g_array_index (list->rows, guint32, position));
}

static void
outlay_deal_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = outlay_deal_list_get_item_type;
  iface->get_n_items = outlay_deal_list_get_n_items;
  iface->get_item = outlay_deal_list_get_item;
}

static void
outlay_deal_list_finalize (GObject *object)
{
  OutlayDealList *list = OUTLAY_DEAL_LIST (object);

  outlay_deal_pool_unref (list->pool);
  outlay_deal_index_unref (list->index);
  g_array_unref (list->rows);
  G_OBJECT_CLASS (outlay_deal_list_parent_class)->finalize (object);
}

static void
outlay_deal_list_class_init (OutlayDealListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_deal_list_finalize;
}

static void
outlay_deal_list_init (OutlayDealList *list)
{
  list->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * outlay_deal_list_new:
 * @pool: (transfer none): where the deals come from
 *
 * Returns: (transfer full): an empty list.
 */
OutlayDealList *
outlay_deal_list_new (OutlayDealPool *pool)
{
  OutlayDealList *list = g_object_new (OUTLAY_TYPE_DEAL_LIST, NULL);

  list->pool = outlay_deal_pool_ref (pool);
  list->index = outlay_deal_index_ref (outlay_deal_pool_get_index (pool));
  return list;
}

static gboolean
find (const OutlayDealIndex *index, const GArray *rows, gint64 id, guint *position)
{
  guint row;

  if (!outlay_deal_index_find (index, id, &row))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_array_index (rows, guint32, i) == row)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Makes the rows of @list those of @index; those of deals that are gone are not asked for before
 * the list has changed. */
static void
translate (OutlayDealList *list, OutlayDealIndex *index)
{
  if (index == list->index)
    return;
  g_autofree guint32 *map = outlay_deal_index_map_rows (index, list->index);
  for (guint i = 0; i < list->rows->len; i++)
    g_array_index (list->rows, guint32, i) = map[g_array_index (list->rows, guint32, i)];
  outlay_deal_index_ref (index);
  outlay_deal_index_unref (list->index);
  list->index = index;
}

/* A view keeps an eye on some rows, as the topmost one. Where they go it looks for them in all that
 * comes in their place, and has each made: much is taken away first and put there afterwards. */
static void
exchange (
  OutlayDealList *list, guint position, guint n_removed, const guint32 *added, guint n_added)
{
  if (n_removed > 0 && n_added > MOST_LOOKED_THROUGH)
    {
      g_array_remove_range (list->rows, position, n_removed);
      g_list_model_items_changed (G_LIST_MODEL (list), position, n_removed, 0);
      n_removed = 0;
    }
  if (n_removed > 0)
    g_array_remove_range (list->rows, position, n_removed);
  g_array_insert_vals (list->rows, position, added, n_added);
  g_list_model_items_changed (G_LIST_MODEL (list), position, n_removed, n_added);
}

/* Exchanges what differs between the two ends. */
static void
splice (OutlayDealList *list, const GArray *after)
{
  guint n_before = list->rows->len;
  guint shorter = MIN (n_before, after->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter
         && g_array_index (list->rows, guint32, head) == g_array_index (after, guint32, head))
    head++;
  while (tail < shorter - head
         && g_array_index (list->rows, guint32, n_before - 1 - tail)
              == g_array_index (after, guint32, after->len - 1 - tail))
    tail++;
  if (n_before != after->len || head < shorter)
    exchange (list, head, n_before - head - tail, &g_array_index (after, guint32, head),
              after->len - head - tail);
}

/* A selection that loses sight of its deal looks for it in all that comes, and has each made. So
 * the deal goes alone, or stays while all before and behind it changes. */
static void
step_over_anchor (OutlayDealList *list, const GArray *after, gint64 anchor)
{
  guint was, is;

  if (!find (list->index, list->rows, anchor, &was))
    return;
  if (!find (list->index, after, anchor, &is))
    exchange (list, was, 1, NULL, 0);
  else if (was != is || memcmp (list->rows->data, after->data, is * sizeof (guint32)) != 0)
    exchange (list, 0, was, &g_array_index (after, guint32, 0), is);
}

/**
 * outlay_deal_list_take:
 * @index: (transfer none): the deals
 * @rows: (transfer full) (element-type guint32): which of them are shown from now on
 * @anchor: id of the deal that is selected, 0 for none
 *
 * Emits "items-changed" for the stretch between what stays at both ends, or before and behind the
 * deal that is selected; where that is long, for what goes and for what comes by itself; not at all
 * where nothing changed.
 */
void
outlay_deal_list_take (OutlayDealList *list, OutlayDealIndex *index, GArray *rows, gint64 anchor)
{
  g_autoptr (GArray) after = rows;

  translate (list, index);
  if (anchor != 0)
    step_over_anchor (list, after, anchor);
  splice (list, after);
}

/**
 * outlay_deal_list_renew:
 *
 * Does what outlay_deal_list_take() does where the deals were asked for: a view begins at the top
 * again, whatever stays.
 */
void
outlay_deal_list_renew (OutlayDealList *list, OutlayDealIndex *index, GArray *rows, gint64 anchor)
{
  list->renewed = TRUE;
  outlay_deal_list_take (list, index, rows, anchor);
  list->renewed = FALSE;
}

/**
 * outlay_deal_list_is_renewed:
 *
 * Returns: whether what changes right now changes by outlay_deal_list_renew().
 */
gboolean
outlay_deal_list_is_renewed (OutlayDealList *list)
{
  return list->renewed;
}

/**
 * outlay_deal_list_get_id:
 *
 * Returns: the id of the deal at @position, which needs no object for that.
 */
gint64
outlay_deal_list_get_id (OutlayDealList *list, guint position)
{
  g_return_val_if_fail (position < list->rows->len, 0);

  return outlay_deal_index_get_row (list->index, g_array_index (list->rows, guint32, position))->id;
}

/**
 * outlay_deal_list_find:
 * @position: (out): where the deal of that id is
 *
 * Returns: whether it is shown.
 */
gboolean
outlay_deal_list_find (OutlayDealList *list, gint64 id, guint *position)
{
  return find (list->index, list->rows, id, position);
}
