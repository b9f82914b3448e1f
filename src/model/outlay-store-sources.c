/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sources of a store, and of those that were opened the articles. */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-store-private.h"

struct _OutlayStoreSources
{
  OutlayStore *store;
  GListStore *list;
  GHashTable *articles_by_id;
};

static const char *
get_source_key (const OutlayArticle *article)
{
  return article->source != NULL ? article->source : "";
}

/* An article that is known and the same keeps its object. */
static OutlaySourceArticle *
keep_article (OutlayStoreSources *self, OutlaySourceArticle *newer)
{
  gint64 id = outlay_source_article_get_id (newer);
  OutlaySourceArticle *known = g_hash_table_lookup (self->articles_by_id, &id);

  if (known != NULL
      && outlay_source_article_get_n_deals (known) == outlay_source_article_get_n_deals (newer)
      && g_strcmp0 (get_source_key (outlay_source_article_get_article (known)),
                    get_source_key (outlay_source_article_get_article (newer)))
           == 0)
    return g_object_ref (known);
  return g_object_ref (newer);
}

static void
take_articles (OutlayStoreSources *self, OutlaySource *source, const GPtrArray *articles)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (kept, keep_article (self, g_ptr_array_index (articles, i)));
  outlay_source_take_articles (source, kept);
}

/* Of the articles only those of sources that were opened are there. */
static void
index_articles (OutlayStoreSources *self)
{
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_hash_table_remove_all (self->articles_by_id);
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (OutlaySource) source = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      const GPtrArray *articles = outlay_source_get_articles (source);

      for (guint j = 0; j < articles->len; j++)
        {
          gint64 id = outlay_source_article_get_id (articles->pdata[j]);

          g_hash_table_insert (self->articles_by_id, g_memdup2 (&id, sizeof id),
                               g_object_ref (articles->pdata[j]));
        }
    }
}

static GHashTable *
index_sources (OutlayStoreSources *self)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < count; i++)
    {
      OutlaySource *source = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_hash_table_insert (known, (gpointer)outlay_source_get_key (source), source);
    }
  return known;
}

static gboolean
lists_same (GListStore *list, GPtrArray *items)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (count != items->len)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (item != g_ptr_array_index (items, i))
        return FALSE;
    }
  return TRUE;
}

static void
list_articles_cb (OutlaySource *source, gpointer store)
{
  outlay_store_list_articles (store, source);
}

/* A source whose articles were asked for lists them anew, the others when they are. */
static OutlaySource *
take_source (OutlayStoreSources *self, GHashTable *known, const OutlayContentSource *entry)
{
  OutlaySource *source = g_hash_table_lookup (known, entry->key);

  source = source != NULL ? g_object_ref (source) : outlay_source_new (entry->key);
  outlay_source_set_n_deals (source, entry->n_deals);
  outlay_source_set_lister (source, list_articles_cb, self->store);
  if (entry->articles != NULL)
    take_articles (self, source, entry->articles);
  else if (outlay_source_is_listed (source))
    outlay_store_list_articles (self->store, source);
  return source;
}

/**
 * outlay_store_sources_new:
 * @store: (transfer none): whose sources they are; it outlives them
 *
 * Returns: (transfer full): no sources.
 */
OutlayStoreSources *
outlay_store_sources_new (OutlayStore *store)
{
  OutlayStoreSources *self = g_new0 (OutlayStoreSources, 1);

  self->store = store;
  self->list = g_list_store_new (OUTLAY_TYPE_SOURCE);
  self->articles_by_id
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  return self;
}

/** outlay_store_sources_free: frees @self; a source that outlives it lists no more articles. */
void
outlay_store_sources_free (OutlayStoreSources *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (OutlaySource) source = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      outlay_source_set_lister (source, NULL, NULL);
    }
  g_object_unref (self->list);
  g_hash_table_unref (self->articles_by_id);
  g_free (self);
}

/**
 * outlay_store_sources_take:
 * @entries: (element-type OutlayContentSource): all sources, in their order
 *
 * Lists these from now on; those that were there before keep their objects.
 */
void
outlay_store_sources_take (OutlayStoreSources *self, const GPtrArray *entries)
{
  g_autoptr (GHashTable) known = index_sources (self);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sources, take_source (self, known, g_ptr_array_index (entries, i)));
  if (!lists_same (self->list, sources))
    g_list_store_splice (self->list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                         sources->pdata, sources->len);
  index_articles (self);
}

/** outlay_store_sources_take_articles: lists (element-type OutlaySourceArticle) @articles under
 * @source. */
void
outlay_store_sources_take_articles (OutlayStoreSources *self,
                                    OutlaySource *source,
                                    const GPtrArray *articles)
{
  take_articles (self, source, articles);
  index_articles (self);
}

/**
 * outlay_store_sources_get_list:
 *
 * Returns: (transfer none): all sources by name, as #OutlaySource.
 */
GListModel *
outlay_store_sources_get_list (OutlayStoreSources *self)
{
  return G_LIST_MODEL (self->list);
}

/**
 * outlay_store_sources_find_article:
 *
 * One that no list shows yet is read from the ledger.
 *
 * Returns: (transfer none) (nullable): the article of that id.
 */
OutlaySourceArticle *
outlay_store_sources_find_article (OutlayStoreSources *self, gint64 id)
{
  OutlaySourceArticle *known = g_hash_table_lookup (self->articles_by_id, &id);
  OutlayLedger *ledger = outlay_store_get_ledger (self->store);

  if (known != NULL || ledger == NULL)
    return known;
  g_autoptr (OutlayArticle) article = outlay_ledger_get_article (ledger, id, NULL);
  if (article == NULL)
    return NULL;
  known = outlay_source_article_new (id, article, 0);
  g_hash_table_insert (self->articles_by_id, g_memdup2 (&id, sizeof id), known);
  return known;
}
