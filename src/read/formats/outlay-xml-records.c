/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-xml-records.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* Nodes of one record with all around it; a hundred times as many as an article has. */
#define MAX_NODES 300000

typedef struct
{
  const char *const *names;
  OutlayXmlFunc func;
  gpointer user_data;
  xmlNode *record; /* that is open */
  guint n_nodes;
  guint n_record_nodes;
  guint depth;
  gboolean enough;
} Reading;

/* The namespaces that have a usual prefix; one that is no namespace's stands for itself. */
static const struct
{
  const char *address;
  const char *prefix;
} namespaces[] = {
  {"http://www.w3.org/2005/Atom", ""},
  {"http://purl.org/atom/ns#", ""},
  {"http://purl.org/rss/1.0/", ""},
  {"http://my.netscape.com/rdf/simple/0.9/", ""},
  {"http://purl.org/rss/1.0/modules/content/", "content"},
  {"http://purl.org/dc/elements/1.1/", "dc"},
  {"http://purl.org/dc/terms/", "dcterms"},
  {"http://search.yahoo.com/mrss/", "media"},
  {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
  {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner"},
  {"http://www.w3.org/1999/xhtml", "xhtml"},
  {"http://iptc.org/std/nar/2006-10-01/", ""},
  {"http://iptc.org/std/NITF/2006-10-18/", ""},
};

static const char *
get_prefix (const xmlNs *ns)
{
  const char *address = ns->href != NULL ? (const char *)ns->href : "";

  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      if (strcmp (namespaces[i].address, address) == 0)
        return namespaces[i].prefix;
    }
  return ns->prefix != NULL ? (const char *)ns->prefix : "";
}

/**
 * outlay_xml_is:
 * @name: with the usual prefix of its namespace, "dc:date"; without one where its format is that
 *   of the file
 *
 * Returns: whether @node is the element @name.
 */
gboolean
outlay_xml_is (const xmlNode *node, const char *name)
{
  const char *prefix;
  gsize length;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  prefix = node->ns != NULL ? get_prefix (node->ns) : "";
  length = strlen (prefix);
  if (length == 0)
    return strcmp ((const char *)node->name, name) == 0;
  return strncmp (name, prefix, length) == 0 && name[length] == ':'
         && strcmp (name + length + 1, (const char *)node->name) == 0;
}

static gboolean
is_record (const Reading *reading, const xmlNode *node)
{
  for (const char *const *name = reading->names; *name != NULL; name++)
    {
      if (outlay_xml_is (node, *name))
        return TRUE;
    }
  return FALSE;
}

static void
start_element (void *context,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *address,
               int n_namespaces,
               const xmlChar **declared,
               int n_attributes,
               int n_defaulted,
               const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;
  Reading *reading = parser->_private;

  xmlSAX2StartElementNs (context, name, prefix, address, n_namespaces, declared, n_attributes,
                         n_defaulted, attributes);
  reading->depth++;
  reading->n_nodes += 2;
  if (reading->record == NULL && parser->node != NULL && is_record (reading, parser->node))
    {
      reading->record = parser->node;
      reading->n_record_nodes = reading->n_nodes;
    }
  if (reading->n_nodes > MAX_NODES)
    xmlStopParser (parser);
}

/* Hands a record on and empties it: a great file's tree would take more memory than there is. */
static void
finish_record (Reading *reading, gboolean cut)
{
  xmlNode *record = reading->record;

  reading->record = NULL;
  reading->enough |= !reading->func (record, cut, reading->user_data);
  xmlFreeNodeList (record->children);
  record->children = record->last = NULL;
  reading->n_nodes = reading->n_record_nodes;
}

static void
end_element (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *address)
{
  xmlParserCtxt *parser = context;
  Reading *reading = parser->_private;
  xmlNode *node = parser->node;

  xmlSAX2EndElementNs (context, name, prefix, address);
  reading->depth--;
  if (node != NULL && node == reading->record)
    {
      finish_record (reading, FALSE);
      if (reading->enough)
        xmlStopParser (parser);
    }
}

/**
 * outlay_xml_read_records:
 * @text: of outlay_xml_prepare()
 * @names: the elements that are wanted; such an element in another is a part of that
 *
 * Reads an XML file record by record. Nothing in it is fetched or expanded; where it isn't well
 * formed it is read as far as one can.
 *
 * Returns: whether the file was read to its end.
 */
gboolean
outlay_xml_read_records (const GString *text,
                         const char *const *names,
                         OutlayXmlFunc func,
                         gpointer user_data)
{
  Reading reading = {.names = names, .func = func, .user_data = user_data};
  xmlParserCtxt *parser = xmlCreateMemoryParserCtxt (text->str, (int)text->len);
  gboolean whole;

  if (parser == NULL)
    return FALSE;
  xmlCtxtUseOptions (parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR
                               | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  parser->_private = &reading;
  parser->sax->startElementNs = start_element;
  parser->sax->endElementNs = end_element;
  xmlParseDocument (parser);
  whole = reading.depth == 0 && parser->myDoc != NULL && !reading.enough;
  if (reading.record != NULL)
    finish_record (&reading, TRUE);
  if (parser->myDoc != NULL)
    {
      xmlNode *root = xmlDocGetRootElement (parser->myDoc);

      if (root != NULL)
        func (root, FALSE, user_data);
      xmlFreeDoc (parser->myDoc);
    }
  xmlFreeParserCtxt (parser);
  return whole;
}

/**
 * outlay_xml_get_child:
 *
 * Returns: (transfer none) (nullable): the first element @name right below @node.
 */
xmlNode *
outlay_xml_get_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (outlay_xml_is (child, name))
        return child;
    }
  return NULL;
}

/* The node behind @node in the order of the file, below @top. */
static const xmlNode *
get_next (const xmlNode *top, const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

/**
 * outlay_xml_find:
 *
 * Returns: (transfer none) (nullable): the first element @name anywhere in @node.
 */
xmlNode *
outlay_xml_find (const xmlNode *node, const char *name)
{
  for (const xmlNode *at = get_next (node, node); at != NULL; at = get_next (node, at))
    {
      if (outlay_xml_is (at, name))
        return (xmlNode *)at;
    }
  return NULL;
}

/**
 * outlay_xml_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute @name, whatever its namespace.
 */
char *
outlay_xml_dup_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (strcmp ((const char *)attribute->name, name) == 0)
        {
          xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
          char *copy = g_strdup (value != NULL ? (const char *)value : "");

          xmlFree (value);
          return copy;
        }
    }
  return NULL;
}

/**
 * outlay_xml_dup_text:
 *
 * Returns: (transfer full): all text in @node.
 */
char *
outlay_xml_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *at = node; at != NULL; at = get_next (node, at))
    {
      if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content != NULL)
        g_string_append (text, (const char *)at->content);
    }
  return g_string_free (text, FALSE);
}

/**
 * outlay_xml_dup_child_text:
 *
 * Returns: (transfer full) (nullable): all text in the first element @name right below @node.
 */
char *
outlay_xml_dup_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = outlay_xml_get_child (node, name);

  return child != NULL ? outlay_xml_dup_text (child) : NULL;
}

/* What an element of NITF is called in a page; the others are called so already or are divisions.
 */
static const char *
get_tag (const xmlNode *node)
{
  static const struct
  {
    const char *name;
    const char *tag;
  } tags[] = {
    {"hl2", "h2"},
    {"block", "div"},
    {"media", "figure"},
    {"media-caption", "figcaption"},
    {"media-producer", "figcaption"},
    {"bq", "blockquote"},
    {"nitf-table", "div"},
    {"body.content", "div"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (strcmp (tags[i].name, (const char *)node->name) == 0)
        return tags[i].tag;
    }
  return (const char *)node->name;
}

static void
open_tag (GString *markup, const xmlNode *node)
{
  g_string_append_printf (markup, "<%s", get_tag (node));
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree char *value = outlay_xml_dup_attribute (node, (const char *)attribute->name);
      g_autofree char *escaped = g_markup_escape_text (value, -1);

      g_string_append_printf (markup, " %s=\"%s\"", (const char *)attribute->name, escaped);
    }
  g_string_append_c (markup, '>');
}

/* Closes @node and all above it whose last child it is, up to @top. */
static void
close_tags (GString *markup, const xmlNode *top, const xmlNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      if (node->type == XML_ELEMENT_NODE)
        g_string_append_printf (markup, "</%s>", get_tag (node));
      if (node == top || node->next != NULL)
        return;
    }
}

/**
 * outlay_xml_dup_markup:
 *
 * Returns: (transfer full): @node and what is in it as HTML, its elements without prefixes.
 */
char *
outlay_xml_dup_markup (const xmlNode *node)
{
  GString *markup = g_string_new (NULL);

  for (const xmlNode *at = node; at != NULL; at = get_next (node, at))
    {
      if (at->type == XML_ELEMENT_NODE)
        open_tag (markup, at);
      else if (at->content != NULL
               && (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE))
        {
          g_autofree char *escaped = g_markup_escape_text ((const char *)at->content, -1);

          g_string_append (markup, escaped);
        }
      if (at->type != XML_ELEMENT_NODE || at->children == NULL)
        close_tags (markup, node, at);
    }
  return g_string_free (markup, FALSE);
}
