/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal-list.h"

struct _OutlayDealList
{
  GObject parent_instance;

  GPtrArray *deals;
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
  return OUTLAY_DEAL_LIST (model)->deals->len;
}

static gpointer
outlay_deal_list_get_item (GListModel *model, guint position)
{
  OutlayDealList *list = OUTLAY_DEAL_LIST (model);

  if (position >= list->deals->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (list->deals, position));
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
  g_ptr_array_unref (OUTLAY_DEAL_LIST (object)->deals);
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
  list->deals = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * outlay_deal_list_new:
 *
 * Returns: (transfer full): an empty list.
 */
OutlayDealList *
outlay_deal_list_new (void)
{
  return g_object_new (OUTLAY_TYPE_DEAL_LIST, NULL);
}

/**
 * outlay_deal_list_take:
 * @deals: (transfer full) (element-type OutlayDeal): what is shown from now on
 *
 * Emits "items-changed" once, for the stretch between what stays at both ends; not at all where
 * nothing changed.
 */
void
outlay_deal_list_take (OutlayDealList *list, GPtrArray *deals)
{
  g_autoptr (GPtrArray) before = list->deals;
  guint shorter = MIN (before->len, deals->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && before->pdata[head] == deals->pdata[head])
    head++;
  while (tail < shorter - head
         && before->pdata[before->len - 1 - tail] == deals->pdata[deals->len - 1 - tail])
    tail++;
  list->deals = deals;
  if (before->len != deals->len || head < shorter)
    g_list_model_items_changed (G_LIST_MODEL (list), head, before->len - head - tail,
                                deals->len - head - tail);
}

/**
 * outlay_deal_list_get_deals:
 *
 * Returns: (transfer none) (element-type OutlayDeal): what is shown, in order.
 */
GPtrArray *
outlay_deal_list_get_deals (OutlayDealList *list)
{
  return list->deals;
}
