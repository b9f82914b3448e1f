/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "read/html/outlay-page-marks.h"
#include "read/html/outlay-page-tame.h"

/* More nodes than the longest page has by far; behind them the page is cut. */
#define MAX_NODES 3000000

/* Bytes of text for want of scripts that are more than a plea to turn them on. */
#define MIN_SCRIPTLESS 1000

typedef struct
{
  const char *name;
  OutlayTag tag;
  guint8 level;
} TagName;

/* In the order of their names. Unknown elements are inline: their text is text. */
static const TagName tag_names[] = {
  {"a", OUTLAY_TAG_A, 0},
  {"address", OUTLAY_TAG_BLOCK, 0},
  {"article", OUTLAY_TAG_ARTICLE, 0},
  {"aside", OUTLAY_TAG_ASIDE, 0},
  {"audio", OUTLAY_TAG_SKIP, 0},
  {"blockquote", OUTLAY_TAG_BLOCKQUOTE, 0},
  {"body", OUTLAY_TAG_BODY, 0},
  {"br", OUTLAY_TAG_BR, 0},
  {"button", OUTLAY_TAG_SKIP, 0},
  {"canvas", OUTLAY_TAG_SKIP, 0},
  {"caption", OUTLAY_TAG_BLOCK, 0},
  {"center", OUTLAY_TAG_BLOCK, 0},
  {"dd", OUTLAY_TAG_LI, 0},
  {"details", OUTLAY_TAG_BLOCK, 0},
  {"dialog", OUTLAY_TAG_SKIP, 0},
  {"dir", OUTLAY_TAG_LIST, 0},
  {"div", OUTLAY_TAG_DIV, 0},
  {"dl", OUTLAY_TAG_LIST, 0},
  {"dt", OUTLAY_TAG_LI, 0},
  {"fieldset", OUTLAY_TAG_BLOCK, 0},
  {"figcaption", OUTLAY_TAG_FIGCAPTION, 0},
  {"figure", OUTLAY_TAG_FIGURE, 0},
  {"footer", OUTLAY_TAG_FOOTER, 0},
  {"form", OUTLAY_TAG_FORM, 0},
  {"frameset", OUTLAY_TAG_SKIP, 0},
  {"h1", OUTLAY_TAG_HEADING, 1},
  {"h2", OUTLAY_TAG_HEADING, 2},
  {"h3", OUTLAY_TAG_HEADING, 3},
  {"h4", OUTLAY_TAG_HEADING, 4},
  {"h5", OUTLAY_TAG_HEADING, 5},
  {"h6", OUTLAY_TAG_HEADING, 6},
  {"head", OUTLAY_TAG_HEAD, 0},
  {"header", OUTLAY_TAG_HEADER, 0},
  {"hgroup", OUTLAY_TAG_BLOCK, 0},
  {"hr", OUTLAY_TAG_BLOCK, 0},
  {"html", OUTLAY_TAG_HTML, 0},
  {"iframe", OUTLAY_TAG_SKIP, 0},
  {"input", OUTLAY_TAG_SKIP, 0},
  {"legend", OUTLAY_TAG_BLOCK, 0},
  {"li", OUTLAY_TAG_LI, 0},
  {"main", OUTLAY_TAG_MAIN, 0},
  {"math", OUTLAY_TAG_SKIP, 0},
  {"menu", OUTLAY_TAG_LIST, 0},
  {"nav", OUTLAY_TAG_NAV, 0},
  {"noframes", OUTLAY_TAG_SKIP, 0},
  {"noscript", OUTLAY_TAG_SKIP, 0},
  {"object", OUTLAY_TAG_SKIP, 0},
  {"ol", OUTLAY_TAG_LIST, 0},
  {"optgroup", OUTLAY_TAG_SKIP, 0},
  {"option", OUTLAY_TAG_SKIP, 0},
  {"p", OUTLAY_TAG_P, 0},
  {"pre", OUTLAY_TAG_PRE, 0},
  {"script", OUTLAY_TAG_SKIP, 0},
  {"section", OUTLAY_TAG_SECTION, 0},
  {"select", OUTLAY_TAG_SKIP, 0},
  {"style", OUTLAY_TAG_SKIP, 0},
  {"summary", OUTLAY_TAG_BLOCK, 0},
  {"svg", OUTLAY_TAG_SKIP, 0},
  {"table", OUTLAY_TAG_TABLE, 0},
  {"tbody", OUTLAY_TAG_BLOCK, 0},
  {"td", OUTLAY_TAG_TD, 0},
  {"template", OUTLAY_TAG_SKIP, 0},
  {"textarea", OUTLAY_TAG_SKIP, 0},
  {"tfoot", OUTLAY_TAG_BLOCK, 0},
  {"th", OUTLAY_TAG_TD, 0},
  {"thead", OUTLAY_TAG_BLOCK, 0},
  {"time", OUTLAY_TAG_TIME, 0},
  {"title", OUTLAY_TAG_SKIP, 0},
  {"tr", OUTLAY_TAG_TR, 0},
  {"ul", OUTLAY_TAG_LIST, 0},
  {"video", OUTLAY_TAG_SKIP, 0},
};

static int
compare_tag (const void *key, const void *member)
{
  return g_ascii_strcasecmp (key, ((const TagName *)member)->name);
}

static void
set_tag (OutlayPageNode *node)
{
  const TagName *found = bsearch ((const char *)node->node->name, tag_names,
                                  G_N_ELEMENTS (tag_names), sizeof (TagName), compare_tag);

  node->tag = found != NULL ? found->tag : OUTLAY_TAG_INLINE;
  node->level = found != NULL ? found->level : 0;
}

static const char *
get_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (g_ascii_strcasecmp ((const char *)attribute->name, name) == 0)
        return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *)attribute->children->content
                 : "";
    }
  return NULL;
}

static guint
read_names (GHashTable *known, const char *names)
{
  gpointer marks;

  if (names == NULL || *names == '\0')
    return 0;
  if (!g_hash_table_lookup_extended (known, names, NULL, &marks))
    {
      marks = GUINT_TO_POINTER (outlay_page_marks_read (names));
      g_hash_table_insert (known, (gpointer)names, marks);
    }
  return GPOINTER_TO_UINT (marks);
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = get_attribute (node, "style");
  const char *at;

  if (get_attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  at = strstr (style, "display");
  if (at == NULL)
    return FALSE;
  for (at += strlen ("display"); *at == ' ' || *at == ':'; at++)
    ;
  return g_str_has_prefix (at, "none");
}

static void
set_marks (OutlayPageNode *node, GHashTable *known)
{
  const char *kind = get_attribute (node->node, "itemprop");

  if (node->node->properties == NULL)
    return;
  node->marks = (guint16)(read_names (known, get_attribute (node->node, "class"))
                          | read_names (known, get_attribute (node->node, "id")));
  if (kind != NULL && g_ascii_strcasecmp (kind, "articleBody") == 0)
    node->marks |= OUTLAY_PAGE_MARK_BODY;
  if (is_hidden (node->node))
    node->marks |= OUTLAY_PAGE_MARK_HIDDEN;
}

static gboolean
is_wanted (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE
         || ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
             && node->content != NULL);
}

/* Small print in a headline is not of it. */
static gboolean
is_small (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, "small") == 0;
}

/* Lays the tree out in an array, without recursion. */
static void
lay_out (OutlayPage *page)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *at = xmlDocGetRootElement (page->doc);
  guint parent = 0;

  while (at != NULL)
    {
      guint index = page->nodes->len;

      if (is_wanted (at) && index < MAX_NODES)
        {
          OutlayPageNode node = {.node = at, .parent = parent, .tag = OUTLAY_TAG_TEXT};

          if (at->type == XML_ELEMENT_NODE)
            {
              set_tag (&node);
              if (is_small (at) && index > 0
                  && outlay_page_get (page, parent)->tag == OUTLAY_TAG_HEADING)
                node.tag = OUTLAY_TAG_BLOCK;
              set_marks (&node, known);
            }
          g_array_append_val (page->nodes, node);
          if (at->type == XML_ELEMENT_NODE && at->children != NULL)
            {
              parent = index;
              at = at->children;
              continue;
            }
          outlay_page_get (page, index)->end = index + 1;
        }
      page->cut |= index >= MAX_NODES;
      while (at != NULL && at->next == NULL)
        {
          at = at->parent;
          if (at == NULL || at->type != XML_ELEMENT_NODE)
            at = NULL;
          else
            {
              outlay_page_get (page, parent)->end = page->nodes->len;
              parent = outlay_page_get (page, parent)->parent;
            }
        }
      at = at != NULL ? at->next : NULL;
    }
}

static gsize
count_text (const OutlayPage *page, guint index)
{
  gsize length = 0;

  for (guint i = index + 1; i < outlay_page_get (page, index)->end; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);

      if (node->tag == OUTLAY_TAG_SKIP)
        i = node->end - 1;
      else if (node->tag == OUTLAY_TAG_TEXT && !xmlIsBlankNode (node->node))
        length += strlen ((const char *)node->node->content);
    }
  return length;
}

/* What a page shows where no script runs is most often a plea to let scripts run, but some pages
 * hold their whole text there. */
static void
show_scriptless (OutlayPage *page)
{
  for (guint i = 0; i < page->nodes->len; i++)
    {
      OutlayPageNode *node = outlay_page_get (page, i);

      if (node->tag == OUTLAY_TAG_SKIP && strcmp ((const char *)node->node->name, "noscript") == 0
          && count_text (page, i) >= MIN_SCRIPTLESS)
        node->tag = OUTLAY_TAG_DIV;
    }
}

/**
 * outlay_page_new:
 * @markup: (transfer none): a page in UTF-8; it is changed
 *
 * Reads a page as a browser would, without fetching anything.
 *
 * Returns: (transfer full) (nullable): the page; %NULL where there is no element in it.
 */
OutlayPage *
outlay_page_new (char *markup)
{
  g_autoptr (OutlayPage) page = g_new0 (OutlayPage, 1);
  gsize length = strlen (markup);

  page->nodes = g_array_new (FALSE, FALSE, sizeof (OutlayPageNode));
  outlay_page_tame (markup, length);
  page->doc = htmlReadMemory (markup, (int)length, NULL, "UTF-8",
                              HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR
                                | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT | XML_PARSE_HUGE);
  if (page->doc == NULL || xmlDocGetRootElement (page->doc) == NULL)
    return NULL;
  lay_out (page);
  show_scriptless (page);
  return g_steal_pointer (&page);
}

/** outlay_page_free: frees @page and its tree. */
void
outlay_page_free (OutlayPage *page)
{
  g_array_unref (page->nodes);
  if (page->doc != NULL)
    xmlFreeDoc (page->doc);
  g_free (page);
}

/**
 * outlay_page_get_attribute:
 *
 * Returns: (transfer none) (nullable): the attribute @name of an element.
 */
const char *
outlay_page_get_attribute (const OutlayPageNode *node, const char *name)
{
  return node->node->type == XML_ELEMENT_NODE ? get_attribute (node->node, name) : NULL;
}

/**
 * outlay_page_dup_text:
 * @index: of an element
 *
 * Returns: (transfer full): all text in the element that a reader may see, its space collapsed.
 */
char *
outlay_page_dup_text (const OutlayPage *page, guint index)
{
  GString *text = g_string_new (NULL);
  guint end = outlay_page_get (page, index)->end;

  for (guint i = index; i < end; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);

      if (i > index && (node->tag == OUTLAY_TAG_SKIP || is_small (node->node)))
        {
          i = node->end - 1;
          continue;
        }
      if (node->tag == OUTLAY_TAG_BR || node->tag == OUTLAY_TAG_BLOCK
          || node->tag == OUTLAY_TAG_DIV)
        g_string_append_c (text, ' ');
      if (node->tag != OUTLAY_TAG_TEXT)
        continue;
      for (const char *at = (const char *)node->node->content; *at != '\0'; at++)
        {
          if (!g_ascii_isspace (*at))
            g_string_append_c (text, *at);
          else if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
        }
    }
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}
