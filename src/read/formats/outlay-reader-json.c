/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Articles as programs hand them on: this program's own lines (id, title, text, published, url,
 * source, author, lang), JSON Feed, linked data of schema.org, and what extractors and the
 * interfaces of news archives call the same.
 */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-json-scan.h"
#include "read/formats/outlay-markup-text.h"
#include "read/formats/outlay-stamp.h"
#include "read/outlay-decode.h"
#include "read/outlay-read-private.h"
#include "read/outlay-reader.h"

#define MAX_ARTICLES 10000

/* How much of a file is looked at to tell JSON. */
#define HEAD_ROOM 256

static const char *const title_names[] = {"title", "headline", "webTitle", NULL};
static const char *const text_names[]
  = {"text",     "content_text", "textContent",  "articleBody", "bodyText", "body_text", "maintext",
     "fulltext", "full_text",    "content_html", "body",        "content",  NULL};
static const char *const summary_names[]
  = {"summary", "description", "excerpt", "trailText", "abstract", "snippet", NULL};
static const char *const day_names[] = {"published",
                                        "date_published",
                                        "datePublished",
                                        "publishedAt",
                                        "published_at",
                                        "pubDate",
                                        "pub_date",
                                        "webPublicationDate",
                                        "publication_date",
                                        "date_publish",
                                        "publish_date",
                                        "publishedTime",
                                        "date",
                                        NULL};
static const char *const url_names[]
  = {"url", "link", "webUrl", "canonical_url", "external_url", "source", NULL};
static const char *const source_names[]
  = {"source",      "siteName",      "sitename", "site_name", "publisher",
     "source_name", "source_domain", "hostname", NULL};
static const char *const author_names[] = {"author", "authors", "byline", "creator", NULL};
static const char *const language_names[] = {"lang", "language", "inLanguage", NULL};

/* What holds the words where a value is an object. */
static const char *const inner_names[] = {"rendered", "name", "title", "value", "#text"};

/* Objects that an interface puts an article's text into. */
static const char *const holder_names[] = {"fields", "article", "attributes", "_source"};

static gboolean
recognise (const OutlayReadInput *input)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *at;
  char second;

  for (gsize i = 0; i < MIN (input->size, HEAD_ROOM); i++)
    {
      guint8 c = input->data[i];

      /* A byte order mark may stand before it. */
      if (c != '\0' && !g_ascii_isspace (c) && (c < 0x80 || head->len > 0))
        g_string_append_c (head, (char)c);
    }
  at = head->str;
  second = *at != '\0' ? at[1] : '\0';
  return (*at == '{' && (second == '"' || second == '}'))
         || (*at == '[' && (second == '{' || second == '[' || second == ']'));
}

static const char *
get_words (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      for (guint i = 0; i < G_N_ELEMENTS (inner_names); i++)
        {
          const char *words = outlay_json_get_string (json_node_get_object (node), inner_names[i]);

          if (words != NULL)
            return words;
        }
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static const char *
find_words (JsonObject *object, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const char *words = get_words (json_object_get_member (object, *names));

      if (words != NULL && words[strspn (words, " \t\r\n")] != '\0')
        return words;
    }
  return NULL;
}

static JsonObject *
get_holder (JsonObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (holder_names); i++)
    {
      JsonObject *holder = outlay_json_get_object (object, holder_names[i]);

      if (holder != NULL && find_words (holder, text_names) != NULL)
        return holder;
    }
  return NULL;
}

static gboolean
read_day (const char *stamp, OutlayDate *day)
{
  return outlay_stamp_read (stamp, day)
         || (outlay_date_from_string (stamp, day) && outlay_date_is_plausible (*day));
}

static void
set_day (OutlayArticle *article, JsonObject *object)
{
  for (const char *const *name = day_names; *name != NULL; name++)
    {
      const char *stamp = get_words (json_object_get_member (object, *name));
      OutlayDate day;

      if (stamp == NULL || !read_day (stamp, &day))
        continue;
      article->published = day;
      return;
    }
}

static void
set_source (OutlayArticle *article, const char *source)
{
  g_autofree char *host = source != NULL ? outlay_read_get_host (source) : NULL;

  outlay_entry_set (&article->source, host != NULL ? host : source);
}

static void
set_facts (OutlayEntry *entry, JsonObject *object)
{
  OutlayArticle *article = entry->article;
  const char *language = find_words (object, language_names);
  const char *id = outlay_json_get_string (object, "id");

  if (article->id == NULL)
    article->id = g_strdup (id);
  outlay_entry_set (&article->title, find_words (object, title_names));
  outlay_entry_set (&article->author, find_words (object, author_names));
  set_source (article, find_words (object, source_names));
  for (const char *const *name = url_names; *name != NULL; name++)
    outlay_entry_set_address (entry, get_words (json_object_get_member (object, *name)));
  if (!outlay_date_is_set (article->published))
    set_day (article, object);
  if (*article->lang == '\0' && language != NULL && strlen (language) >= 2)
    {
      g_free (article->lang);
      article->lang = g_ascii_strdown (language, 2);
    }
}

/* Some interfaces give the start of a text and how much they left out: "… [+2312 chars]". */
static void
drop_rest_mark (OutlayEntry *entry)
{
  char *mark = g_strrstr (entry->content, "[+");
  guint count;

  if (mark != NULL && sscanf (mark, "[+%u chars]", &count) == 1)
    {
      *mark = '\0';
      entry->summary = TRUE;
    }
}

/* Whether a list of objects is in @object, of which it is rather the frame. */
static gboolean
holds_list (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_values (object);

  for (GList *at = members; at != NULL; at = at->next)
    {
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (at->data) ? json_node_get_array (at->data) : NULL;
      JsonNode *first = array != NULL && json_array_get_length (array) > 0
                          ? json_array_get_element (array, 0)
                          : NULL;

      if (first != NULL && JSON_NODE_HOLDS_OBJECT (first)
          && find_words (json_node_get_object (first), title_names) != NULL)
        return TRUE;
    }
  return FALSE;
}

static OutlayEntry *
read_entry (JsonObject *object)
{
  JsonObject *holder = get_holder (object);
  const char *text = find_words (holder != NULL ? holder : object, text_names);
  OutlayEntry *entry;
  gboolean summary = text == NULL;

  if (summary && find_words (object, title_names) != NULL && !holds_list (object))
    text = find_words (object, summary_names);
  if (text == NULL)
    return NULL;
  entry = outlay_entry_new ();
  entry->summary = summary;
  entry->content = g_utf8_make_valid (text, -1);
  entry->markup = outlay_markup_is_likely (entry->content);
  drop_rest_mark (entry);
  set_facts (entry, object);
  if (holder != NULL)
    set_facts (entry, holder);
  return entry;
}

static gboolean
names_text (const char *at, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      gsize length = strlen (*names);

      if (strncmp (at, *names, length) == 0 && at[length] == '"')
        return TRUE;
    }
  return FALSE;
}

/* Whether a name of a text is in the object at all: most that a file of figures holds need no
 * parser. */
static gboolean
may_be_article (const char *start, gsize length)
{
  const char *at = start, *end = start + length;

  while ((at = memchr (at, '"', (gsize)(end - at))) != NULL)
    {
      at++;
      if (names_text (at, text_names) || names_text (at, summary_names))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_number (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  GType type
    = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

/* Words of a text with their place in it, such as the evidence of a deal, are no article. */
static gboolean
is_span (JsonObject *object)
{
  return has_number (object, "start") && has_number (object, "end");
}

static gboolean
take_object (const char *start, gsize length, gboolean bearable, gpointer user_data)
{
  OutlayEntryList *list = user_data;
  g_autoptr (JsonObject) object = NULL;
  OutlayEntry *entry;

  if (!bearable || !may_be_article (start, length))
    return FALSE;
  if (!outlay_entry_list_has_room (list))
    return TRUE;
  object = outlay_json_parse (start, (gssize)length, NULL);
  if (object != NULL && is_span (object))
    return TRUE;
  entry = object != NULL ? read_entry (object) : NULL;
  /* A feed in JSON says who it is where its list begins. */
  if (entry == NULL && object != NULL && holds_list (object))
    outlay_entry_set (&list->source, find_words (object, title_names));
  if (entry == NULL)
    return FALSE;
  outlay_entry_list_add (list, entry);
  return TRUE;
}

static GPtrArray *
read_articles (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (MAX_ARTICLES);
  gboolean shortened;
  g_autofree char *text = outlay_decode (input->data, input->size, NULL, &shortened, error);

  if (text == NULL)
    return NULL;
  list->no_text
    = _ ("There is no article in this JSON. An article is an object with a “title” and a “text”; "
         "the program’s own form has “published”, “url” and “source” too.");
  list->cut = !outlay_json_scan (text, take_object, list) || shortened;
  return outlay_entry_list_read (list, cancellable, error);
}

const OutlayReader outlay_reader_json
  = {N_ ("articles in JSON or JSON Lines"), recognise, read_articles};
