/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal-list.h"

#include <string.h>

struct _OutlayDealList
{
  GObject parent_instance;

  OutlayDealPool *pool;
  /* The rows are those of this index, which the pool may have gone beyond. */
  OutlayDealIndex *index;
  GArray *rows;
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

static gint64
get_id (const OutlayDealIndex *index, const GArray *rows, guint position)
{
  return outlay_deal_index_get_row (index, g_array_index (rows, guint32, position))->id;
}

static gpointer
outlay_deal_list_get_item (GListModel *model, guint position)
{
  OutlayDealList *list = OUTLAY_DEAL_LIST (model);

  if (position >= list->rows->len)
    return NULL;
  return outlay_deal_pool_dup_deal (list->pool, g_array_index (list->rows, guint32, position));
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

/* A list that is on its way from @before to @after: @n_after of these, then those. */
static void
show_between (OutlayDealList *list, const GArray *after, guint n_after, const GArray *before)
{
  guint n_before = before->len;

  g_array_set_size (list->rows, 0);
  g_array_append_vals (list->rows, after->data, n_after);
  g_array_append_vals (list->rows, before->data, n_before);
}

/* The rows of @list in the index that the pool now has; those of deals that are gone are not
 * asked for before the list has changed. */
static GArray *
translate (OutlayDealList *list)
{
  OutlayDealIndex *index = outlay_deal_pool_get_index (list->pool);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), list->rows->len);
  guint last = outlay_deal_index_get_n_deals (index);

  for (guint i = 0; i < list->rows->len; i++)
    {
      guint32 row = g_array_index (list->rows, guint32, i);
      guint known;

      if (index != list->index)
        row = outlay_deal_index_find (index, get_id (list->index, list->rows, i), &known) ? known
                                                                                          : last;
      g_array_append_val (rows, row);
    }
  outlay_deal_index_ref (index);
  outlay_deal_index_unref (list->index);
  list->index = index;
  return rows;
}

static void
splice (OutlayDealList *list, GArray *before, GArray *after)
{
  guint shorter = MIN (before->len, after->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter
         && g_array_index (before, guint32, head) == g_array_index (after, guint32, head))
    head++;
  while (tail < shorter - head
         && g_array_index (before, guint32, before->len - 1 - tail)
              == g_array_index (after, guint32, after->len - 1 - tail))
    tail++;
  g_array_set_size (list->rows, 0);
  g_array_append_vals (list->rows, after->data, after->len);
  if (before->len != after->len || head < shorter)
    g_list_model_items_changed (G_LIST_MODEL (list), head, before->len - head - tail,
                                after->len - head - tail);
}

/* A selection that loses sight of its deal looks for it in all that comes, and has each made. So
 * the deal goes alone, or stays while all before and behind it changes. */
static GArray *
step_over_anchor (OutlayDealList *list, GArray *before, const GArray *after, gint64 anchor)
{
  guint was, is;

  if (!find (list->index, before, anchor, &was))
    return before;
  if (!find (list->index, after, anchor, &is))
    {
      g_array_remove_index (before, was);
      show_between (list, after, 0, before);
      g_list_model_items_changed (G_LIST_MODEL (list), was, 1, 0);
      return before;
    }
  if (was == is && memcmp (before->data, after->data, is * sizeof (guint32)) == 0)
    return before;
  g_array_remove_range (before, 0, was);
  show_between (list, after, is, before);
  g_list_model_items_changed (G_LIST_MODEL (list), 0, was, is);
  g_array_prepend_vals (before, after->data, is);
  return before;
}

/**
 * outlay_deal_list_take:
 * @rows: (transfer full) (element-type guint32): what is shown from now on, of the pool's index
 * @anchor: id of the deal that is selected, 0 for none
 *
 * Emits "items-changed" once, for the stretch between what stays at both ends, or twice, before
 * and behind the deal that is selected; not at all where nothing changed.
 */
void
outlay_deal_list_take (OutlayDealList *list, GArray *rows, gint64 anchor)
{
  g_autoptr (GArray) after = rows;
  g_autoptr (GArray) before = translate (list);

  if (anchor != 0)
    before = step_over_anchor (list, g_steal_pointer (&before), after, anchor);
  splice (list, before, after);
}

/**
 * outlay_deal_list_get_rows:
 *
 * Returns: (transfer none) (element-type guint32): what is shown, in order, as rows of the pool's
 *   index.
 */
const GArray *
outlay_deal_list_get_rows (OutlayDealList *list)
{
  return list->rows;
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
