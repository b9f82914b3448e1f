/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-item.h"

#include "base/outlay-text.h"

struct _OutlayFacetItem
{
  GObject parent_instance;

  OutlayFacetValue value;
  char *search_key;
  guint most;
};

G_DEFINE_FINAL_TYPE (OutlayFacetItem, outlay_facet_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
outlay_facet_item_finalize (GObject *object)
{
  g_free (OUTLAY_FACET_ITEM (object)->search_key);
  G_OBJECT_CLASS (outlay_facet_item_parent_class)->finalize (object);
}

static void
outlay_facet_item_class_init (OutlayFacetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_facet_item_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_FACET_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_facet_item_init (OutlayFacetItem *item)
{
}

/**
 * outlay_facet_item_new:
 *
 * Returns: (transfer full): an item for the value whose key @value has.
 */
OutlayFacetItem *
outlay_facet_item_new (const OutlayFacetValue *value)
{
  OutlayFacetItem *item = g_object_new (OUTLAY_TYPE_FACET_ITEM, NULL);

  item->value = *value;
  item->search_key = outlay_text_fold (value->label);
  return item;
}

/**
 * outlay_facet_item_get_value:
 *
 * Returns: (transfer none): the value with its count and choice.
 */
const OutlayFacetValue *
outlay_facet_item_get_value (OutlayFacetItem *item)
{
  return &item->value;
}

/**
 * outlay_facet_item_get_search_key:
 *
 * Returns: (transfer none): its label, folded.
 */
const char *
outlay_facet_item_get_search_key (OutlayFacetItem *item)
{
  return item->search_key;
}

/**
 * outlay_facet_item_get_most:
 *
 * Returns: the greatest count of all values of the facet, which bars are drawn against.
 */
guint
outlay_facet_item_get_most (OutlayFacetItem *item)
{
  return item->most;
}

/** outlay_facet_item_update: takes count and choice of @value; its key is the item's. */
void
outlay_facet_item_update (OutlayFacetItem *item, const OutlayFacetValue *value, guint most)
{
  g_return_if_fail (item->value.key == value->key);

  if (item->value.count == value->count && item->value.choice == value->choice
      && item->most == most)
    return;
  item->value = *value;
  item->most = most;
  g_signal_emit (item, signals[SIGNAL_CHANGED], 0);
}
