/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-data.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Deeper data are none of an article, and the parser goes down by recursion. */
#define MAX_DEPTH 40

/* Objects that are looked at. */
#define MAX_OBJECTS 2000

static gboolean
is_shallow (const char *json)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (const char *at = json; *at != '\0'; at++)
    {
      if (quoted && *at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '"')
        quoted = !quoted;
      else if (!quoted && (*at == '{' || *at == '['))
        depth++;
      else if (!quoted && (*at == '}' || *at == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

/* Pages put raw line ends into strings, which JSON forbids; as space they do no harm. */
static char *
mend (const char *json)
{
  char *copy = g_strdup (json);

  for (char *at = copy; *at != '\0'; at++)
    {
      if ((guchar)*at < 0x20)
        *at = ' ';
    }
  return copy;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* The name of a person or organisation: a string, an object with one, or a list of those. */
static const char *
get_name (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return get_string (json_node_get_object (node), "name");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
      && !g_str_has_prefix (json_node_get_string (node), "http"))
    return json_node_get_string (node);
  return NULL;
}

static gboolean
names_article (const char *type)
{
  return type != NULL
         && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting")
             || strcmp (type, "Report") == 0);
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return names_article (get_string (object, "@type"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *type = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_VALUE (type) && json_node_get_value_type (type) == G_TYPE_STRING
          && names_article (json_node_get_string (type)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a member is false, or a string that says so. */
static gboolean
is_denied (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *word = get_string (object, member);

  if (word != NULL)
    return g_ascii_strcasecmp (word, "false") == 0;
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node);
}

static void
take_article (OutlayPageData *data, JsonObject *object)
{
  const char *published = get_string (object, "datePublished");
  const char *body = get_string (object, "articleBody");

  outlay_page_data_set (&data->headline, get_string (object, "headline"));
  outlay_page_data_set (&data->site, get_name (object, "publisher"));
  outlay_page_data_set (&data->author, get_name (object, "author"));
  if (published != NULL && !outlay_date_is_set (data->linked_published))
    outlay_page_data_read_day (published, &data->linked_published);
  if (body != NULL && data->body == NULL)
    data->body = g_strdup (body);
  data->paid |= is_denied (object, "isAccessibleForFree");
}

/* The objects of the data, those in lists and graphs too. */
static void
collect_objects (JsonNode *root, GPtrArray *objects)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, root);
  while (open->len > 0 && objects->len < MAX_OBJECTS)
    {
      JsonNode *node = g_ptr_array_steal_index (open, open->len - 1);

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonNode *graph = json_object_get_member (json_node_get_object (node), "@graph");
          JsonNode *main = json_object_get_member (json_node_get_object (node), "mainEntity");

          g_ptr_array_add (objects, json_node_get_object (node));
          if (graph != NULL)
            g_ptr_array_add (open, graph);
          if (main != NULL)
            g_ptr_array_add (open, main);
        }
      else if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint i = json_array_get_length (array); i > 0; i--)
            g_ptr_array_add (open, json_array_get_element (array, i - 1));
        }
    }
}

/**
 * outlay_page_data_read_linked:
 * @json: linked data as schema.org describes them; what is broken is passed over
 *
 * Takes what the data say of the page's article.
 */
void
outlay_page_data_read_linked (OutlayPageData *data, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *mended = mend (json);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  if (!is_shallow (mended) || !json_parser_load_from_data (parser, mended, -1, NULL)
      || json_parser_get_root (parser) == NULL)
    return;
  collect_objects (json_parser_get_root (parser), objects);
  for (guint i = 0; i < objects->len; i++)
    {
      if (is_article (g_ptr_array_index (objects, i)))
        take_article (data, g_ptr_array_index (objects, i));
    }
  for (guint i = 0; i < objects->len && !outlay_date_is_set (data->linked_published); i++)
    {
      const char *published = get_string (g_ptr_array_index (objects, i), "datePublished");

      if (published != NULL)
        outlay_page_data_read_day (published, &data->linked_published);
    }
}
