/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-data.h"

#include <string.h>

#include "base/outlay-text.h"

/* A title or a name of more bytes is a text that stands in the wrong place. */
#define MAX_VALUE 600

typedef enum
{
  META_HEADLINE,
  META_SITE,
  META_AUTHOR,
  META_URL,
  META_LANGUAGE,
  META_PUBLISHED,
} MetaKind;

typedef struct
{
  const char *name;
  MetaKind kind;
} MetaName;

/* Names of meta elements, the most reliable of a kind first: Open Graph, schema.org's microdata,
 * Dublin Core, and what publishing systems and trackers use. */
static const MetaName meta_names[] = {
  {"og:title", META_HEADLINE},
  {"twitter:title", META_HEADLINE},
  {"dc.title", META_HEADLINE},
  {"parsely-title", META_HEADLINE},
  {"og:site_name", META_SITE},
  {"application-name", META_SITE},
  {"dc.publisher", META_SITE},
  {"author", META_AUTHOR},
  {"article:author", META_AUTHOR},
  {"parsely-author", META_AUTHOR},
  {"dc.creator", META_AUTHOR},
  {"og:url", META_URL},
  {"og:locale", META_LANGUAGE},
  {"content-language", META_LANGUAGE},
  {"article:published_time", META_PUBLISHED},
  {"datepublished", META_PUBLISHED},
  {"article:published", META_PUBLISHED},
  {"og:published_time", META_PUBLISHED},
  {"og:article:published_time", META_PUBLISHED},
  {"article.published", META_PUBLISHED},
  {"parsely-pub-date", META_PUBLISHED},
  {"sailthru.date", META_PUBLISHED},
  {"cxenseparse:recs:publishtime", META_PUBLISHED},
  {"mediator_published_time", META_PUBLISHED},
  {"weibo: article:create_at", META_PUBLISHED},
  {"apub:time", META_PUBLISHED},
  {"publishdate", META_PUBLISHED},
  {"publish-date", META_PUBLISHED},
  {"publish_date", META_PUBLISHED},
  {"published_at", META_PUBLISHED},
  {"publication_date", META_PUBLISHED},
  {"pubdate", META_PUBLISHED},
  {"citation_publication_date", META_PUBLISHED},
  {"dcterms.issued", META_PUBLISHED},
  {"dcterms.created", META_PUBLISHED},
  {"dc.date.issued", META_PUBLISHED},
  {"dc.date.created", META_PUBLISHED},
  {"dc.date", META_PUBLISHED},
  {"dcterms.date", META_PUBLISHED},
  {"og:release_date", META_PUBLISHED},
  {"firstpublishedtime", META_PUBLISHED},
  {"datecreated", META_PUBLISHED},
  {"date", META_PUBLISHED},
  {"dateupdate", META_PUBLISHED},
};

/**
 * outlay_page_data_set:
 * @member: of the data
 * @text: (nullable): its value; kept where @member is not set and @text says something
 */
void
outlay_page_data_set (char **member, const char *text)
{
  g_autofree char *clean = NULL;

  if (*member != NULL || text == NULL || strlen (text) > MAX_VALUE)
    return;
  clean = outlay_text_collapse_space (text);
  if (*clean != '\0')
    *member = g_steal_pointer (&clean);
}

/**
 * outlay_page_data_read_day:
 * @text: a day in the form of ISO 8601 ("2025-11-24T08:30:00+01:00", "20251124")
 *
 * Returns: whether it is one; then @day is set.
 */
gboolean
outlay_page_data_read_day (const char *text, OutlayDate *day)
{
  guint year, month, day_of_month;
  OutlayDate date;

  while (g_ascii_isspace (*text))
    text++;
  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &day_of_month) != 3
      && sscanf (text, "%4u/%2u/%2u", &year, &month, &day_of_month) != 3
      && sscanf (text, "%4u.%2u.%2u", &year, &month, &day_of_month) != 3
      && sscanf (text, "%4u%2u%2u", &year, &month, &day_of_month) != 3)
    return FALSE;
  date = outlay_date_day (year, month, day_of_month);
  if (!outlay_date_is_valid (date) || year < 1980 || year > 2099)
    return FALSE;
  *day = date;
  return TRUE;
}

static void
set_language (OutlayPageData *data, const char *value)
{
  if (*data->language == '\0' && value != NULL && g_ascii_isalpha (value[0])
      && g_ascii_isalpha (value[1]) && !g_ascii_isalpha (value[2]))
    {
      g_free (data->language);
      data->language = g_ascii_strdown (value, 2);
    }
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* The meta elements of the page, by their names in lower case; the first of a name stays. */
static GHashTable *
collect_meta (const OutlayPage *page)
{
  GHashTable *meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};

  for (guint i = 0; i < page->nodes->len; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);
      const char *content;

      if (node->tag != OUTLAY_TAG_INLINE || strcmp ((const char *)node->node->name, "meta") != 0)
        continue;
      content = outlay_page_get_attribute (node, "content");
      for (guint k = 0; content != NULL && *content != '\0' && k < G_N_ELEMENTS (keys); k++)
        {
          const char *name = outlay_page_get_attribute (node, keys[k]);
          g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

          if (lower != NULL && !g_hash_table_contains (meta, lower))
            g_hash_table_insert (meta, g_steal_pointer (&lower), (gpointer)content);
        }
    }
  return meta;
}

static void
take_meta (OutlayPageData *data, MetaKind kind, const char *content)
{
  switch (kind)
    {
    case META_HEADLINE:
      outlay_page_data_set (&data->headline, content);
      break;
    case META_SITE:
      outlay_page_data_set (&data->site, content);
      break;
    case META_AUTHOR:
      if (!is_address (content))
        outlay_page_data_set (&data->author, content);
      break;
    case META_URL:
      if (is_address (content))
        outlay_page_data_set (&data->url, content);
      break;
    case META_LANGUAGE:
      set_language (data, content);
      break;
    case META_PUBLISHED:
      if (!outlay_date_is_set (data->published))
        outlay_page_data_read_day (content, &data->published);
      break;
    }
}

static void
read_meta (OutlayPageData *data, const OutlayPage *page)
{
  g_autoptr (GHashTable) meta = collect_meta (page);

  for (guint i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      const char *content = g_hash_table_lookup (meta, meta_names[i].name);

      if (content != NULL)
        take_meta (data, meta_names[i].kind, content);
    }
}

static void
read_element (OutlayPageData *data, const OutlayPage *page, guint index)
{
  const OutlayPageNode *node = outlay_page_get (page, index);
  const char *name = (const char *)node->node->name;
  const char *type;

  if (strcmp (name, "title") == 0 && data->title == NULL)
    {
      g_autofree char *title = outlay_page_dup_text (page, index);

      outlay_page_data_set (&data->title, title);
    }
  else if (strcmp (name, "link") == 0)
    {
      const char *address = outlay_page_get_attribute (node, "href");

      type = outlay_page_get_attribute (node, "rel");
      if (type != NULL && g_ascii_strcasecmp (type, "canonical") == 0 && address != NULL
          && is_address (address))
        outlay_page_data_set (&data->url, address);
    }
  else if (strcmp (name, "script") == 0 && node->node->children != NULL
           && node->node->children->content != NULL)
    {
      type = outlay_page_get_attribute (node, "type");
      if (type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0)
        outlay_page_data_read_linked (data, (const char *)node->node->children->content);
    }
}

/**
 * outlay_page_data_new:
 *
 * Returns: (transfer full): what @page tells machines about its article.
 */
OutlayPageData *
outlay_page_data_new (const OutlayPage *page)
{
  OutlayPageData *data = g_new0 (OutlayPageData, 1);

  data->language = g_strdup ("");
  set_language (data, outlay_page_get_attribute (outlay_page_get (page, 0), "lang"));
  for (guint i = 0; i < page->nodes->len; i++)
    {
      if (outlay_page_get (page, i)->node->type == XML_ELEMENT_NODE)
        read_element (data, page, i);
    }
  read_meta (data, page);
  return data;
}

/** outlay_page_data_free: frees @data. */
void
outlay_page_data_free (OutlayPageData *data)
{
  g_free (data->headline);
  g_free (data->title);
  g_free (data->site);
  g_free (data->author);
  g_free (data->url);
  g_free (data->language);
  g_free (data->body);
  g_free (data);
}
