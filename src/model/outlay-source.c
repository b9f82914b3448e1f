/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OutlaySourceArticle
{
  GObject parent_instance;

  gint64 id;
  OutlayArticle *article;
  char *label;
  char *sort_key;
  guint n_deals;
};

G_DEFINE_FINAL_TYPE (OutlaySourceArticle, outlay_source_article, G_TYPE_OBJECT)

struct _OutlaySource
{
  GObject parent_instance;

  char *key;
  guint n_deals;
  GPtrArray *articles;
  OutlaySourceListFunc lister;
  gpointer lister_data;
  gboolean listed;
};

static void outlay_source_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlaySource,
                               outlay_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      outlay_source_list_model_init))

enum
{
  PROP_0,
  PROP_N_DEALS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
outlay_source_article_finalize (GObject *object)
{
  OutlaySourceArticle *article = OUTLAY_SOURCE_ARTICLE (object);

  g_clear_pointer (&article->article, outlay_article_unref);
  g_clear_pointer (&article->label, g_free);
  g_clear_pointer (&article->sort_key, g_free);
  G_OBJECT_CLASS (outlay_source_article_parent_class)->finalize (object);
}

static void
outlay_source_article_class_init (OutlaySourceArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_source_article_finalize;
}

static void
outlay_source_article_init (OutlaySourceArticle *article)
{
}

static GType
outlay_source_get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_SOURCE_ARTICLE;
}

/* The articles are listed when they are first asked for. */
static guint
outlay_source_get_n_items (GListModel *model)
{
  OutlaySource *source = OUTLAY_SOURCE (model);

  if (!source->listed && source->lister != NULL)
    {
      source->listed = TRUE;
      source->lister (source, source->lister_data);
    }
  return source->articles->len;
}

static gpointer
outlay_source_get_item (GListModel *model, guint position)
{
  OutlaySource *source = OUTLAY_SOURCE (model);

  if (position >= source->articles->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (source->articles, position));
}

static void
outlay_source_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = outlay_source_get_item_type;
  iface->get_n_items = outlay_source_get_n_items;
  iface->get_item = outlay_source_get_item;
}

static void
outlay_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_DEALS:
      g_value_set_uint (value, OUTLAY_SOURCE (object)->n_deals);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_source_finalize (GObject *object)
{
  OutlaySource *source = OUTLAY_SOURCE (object);

  g_clear_pointer (&source->key, g_free);
  g_clear_pointer (&source->articles, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_source_parent_class)->finalize (object);
}

static void
outlay_source_class_init (OutlaySourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_source_get_property;
  object_class->finalize = outlay_source_finalize;
  properties[PROP_N_DEALS] = g_param_spec_uint ("n-deals", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_source_init (OutlaySource *source)
{
  source->articles = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * outlay_source_article_new:
 * @id: of the article in the ledger
 * @article: (transfer none): the article without its text
 * @n_deals: how many deals it speaks of
 *
 * Returns: (transfer full): an article for the sidebar.
 */
OutlaySourceArticle *
outlay_source_article_new (gint64 id, OutlayArticle *article, guint n_deals)
{
  OutlaySourceArticle *item = g_object_new (OUTLAY_TYPE_SOURCE_ARTICLE, NULL);

  item->id = id;
  item->article = outlay_article_ref (article);
  item->label = outlay_article_dup_label (article);
  item->sort_key = g_utf8_collate_key (item->label, -1);
  item->n_deals = n_deals;
  return item;
}

/**
 * outlay_source_article_get_id:
 *
 * Returns: the article's id in the ledger.
 */
gint64
outlay_source_article_get_id (OutlaySourceArticle *article)
{
  return article->id;
}

/**
 * outlay_source_article_get_article:
 *
 * Returns: (transfer none): the article without its text.
 */
OutlayArticle *
outlay_source_article_get_article (OutlaySourceArticle *article)
{
  return article->article;
}

/**
 * outlay_source_article_get_label:
 *
 * Returns: (transfer none): the article's title, else what else it goes by.
 */
const char *
outlay_source_article_get_label (OutlaySourceArticle *article)
{
  return article->label;
}

/**
 * outlay_source_article_compare:
 *
 * Returns: less than 0 where @a is listed before @b: the newest first, those without a day last,
 *   then by what they are called.
 */
int
outlay_source_article_compare (OutlaySourceArticle *a, OutlaySourceArticle *b)
{
  int order = outlay_date_compare (b->article->published, a->article->published);

  return order != 0 ? order : strcmp (a->sort_key, b->sort_key);
}

/**
 * outlay_source_article_get_n_deals:
 *
 * Returns: how many deals the article speaks of.
 */
guint
outlay_source_article_get_n_deals (OutlaySourceArticle *article)
{
  return article->n_deals;
}

/**
 * outlay_source_new:
 * @key: the source's name, "" for the articles that name none
 *
 * Returns: (transfer full): a source without articles.
 */
OutlaySource *
outlay_source_new (const char *key)
{
  OutlaySource *source = g_object_new (OUTLAY_TYPE_SOURCE, NULL);

  source->key = g_strdup (key);
  return source;
}

/**
 * outlay_source_get_key:
 *
 * Returns: (transfer none): what filters know the source by.
 */
const char *
outlay_source_get_key (OutlaySource *source)
{
  return source->key;
}

/**
 * outlay_source_get_label:
 *
 * Returns: (transfer none): what people call the source.
 */
const char *
outlay_source_get_label (OutlaySource *source)
{
  return outlay_source_get_title (source->key);
}

/**
 * outlay_source_get_title:
 * @key: (transfer none): a source's key
 *
 * Returns: (transfer none): what people call the source of that key.
 */
const char *
outlay_source_get_title (const char *key)
{
  return *key != '\0' ? key : C_ ("sidebar", "Unknown source");
}

/**
 * outlay_source_get_n_deals:
 *
 * Returns: how many deals the source's articles speak of, each counted once.
 */
guint
outlay_source_get_n_deals (OutlaySource *source)
{
  return source->n_deals;
}

/** outlay_source_set_n_deals: says how many deals its articles speak of, each counted once. */
void
outlay_source_set_n_deals (OutlaySource *source, guint n_deals)
{
  if (source->n_deals == n_deals)
    return;
  source->n_deals = n_deals;
  g_object_notify_by_pspec (G_OBJECT (source), properties[PROP_N_DEALS]);
}

/**
 * outlay_source_set_lister:
 * @func: (nullable) (scope forever): called once, when the articles are first asked for
 */
void
outlay_source_set_lister (OutlaySource *source, OutlaySourceListFunc func, gpointer user_data)
{
  source->lister = func;
  source->lister_data = user_data;
}

/**
 * outlay_source_is_listed:
 *
 * Returns: whether anybody has asked for its articles.
 */
gboolean
outlay_source_is_listed (OutlaySource *source)
{
  return source->listed;
}

/**
 * outlay_source_get_articles:
 *
 * Returns: (transfer none) (element-type OutlaySourceArticle): its articles, as far as they are
 *   there.
 */
const GPtrArray *
outlay_source_get_articles (OutlaySource *source)
{
  return source->articles;
}

/**
 * outlay_source_take_articles:
 * @articles: (transfer none) (element-type OutlaySourceArticle): in the order in which they are
 *   listed
 *
 * Lists @articles from now on; one "items-changed" where they differ.
 */
void
outlay_source_take_articles (OutlaySource *source, GPtrArray *articles)
{
  guint n_before = source->articles->len;
  gboolean same = n_before == articles->len;

  source->listed = TRUE;
  for (guint i = 0; same && i < n_before; i++)
    same = g_ptr_array_index (source->articles, i) == g_ptr_array_index (articles, i);
  if (same)
    return;
  g_ptr_array_unref (source->articles);
  source->articles = g_ptr_array_new_full (articles->len, g_object_unref);
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (source->articles, g_object_ref (g_ptr_array_index (articles, i)));
  g_list_model_items_changed (G_LIST_MODEL (source), 0, n_before, articles->len);
}
