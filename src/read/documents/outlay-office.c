/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/documents/outlay-office.h"

#include <string.h>

#include "read/formats/outlay-xml-prepare.h"
#include "read/formats/outlay-xml-records.h"

typedef struct
{
  OutlayOffice *office;
  OutlayOfficeFunc func;
  GHashTable *styles;
} Parse;

/**
 * outlay_office_new:
 *
 * Returns: (transfer full): an empty document.
 */
OutlayOffice *
outlay_office_new (void)
{
  OutlayOffice *office = g_new0 (OutlayOffice, 1);

  office->markup = g_string_new (NULL);
  return office;
}

/** outlay_office_free: frees @office. */
void
outlay_office_free (OutlayOffice *office)
{
  g_string_free (office->markup, TRUE);
  g_free (office->title);
  g_free (office->meta_title);
  g_free (office->author);
  g_free (office->made);
  g_free (office->language);
  g_free (office);
}

static gboolean
take_root (xmlNode *node, gboolean cut, gpointer user_data)
{
  Parse *parse = user_data;

  parse->func (parse->office, node, parse->styles);
  return FALSE;
}

/**
 * outlay_office_parse:
 * @parts: (element-type utf8 GBytes): of the document
 * @name: of one of them
 * @func: gets its root
 *
 * Returns: whether the part is there and whole.
 */
gboolean
outlay_office_parse (GHashTable *parts,
                     const char *name,
                     OutlayOffice *office,
                     OutlayOfficeFunc func,
                     GHashTable *styles)
{
  static const char *const none[] = {NULL};
  GBytes *bytes = g_hash_table_lookup (parts, name);
  Parse parse = {office, func, styles};
  GString *text;
  const guint8 *data;
  gboolean whole;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  text = outlay_xml_prepare (data, size, NULL);
  if (text == NULL)
    return FALSE;
  whole = outlay_xml_read_records (text, none, take_root, &parse);
  g_string_free (text, TRUE);
  return whole;
}

/**
 * outlay_office_is:
 *
 * Returns: whether @node is an element called @name, whatever its namespace.
 */
gboolean
outlay_office_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/**
 * outlay_office_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute @name of @node; @node may be %NULL.
 */
char *
outlay_office_dup_attribute (const xmlNode *node, const char *name)
{
  return node != NULL ? outlay_xml_dup_attribute (node, name) : NULL;
}

/**
 * outlay_office_next:
 * @top: an element
 * @node: @top or a node in it
 * @inside: whether to go into @node
 *
 * Returns: (nullable): the node behind @node in the order of the text, in @top.
 */
const xmlNode *
outlay_office_next (const xmlNode *top, const xmlNode *node, gboolean inside)
{
  if (inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

/**
 * outlay_office_add_block:
 * @tag: what it is in a page: "p", "h2", "li"
 * @text: as markup
 */
void
outlay_office_add_block (OutlayOffice *office, const char *tag, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (office->markup, "<%s>%s</%s>\n", tag, text, tag);
}

static void
take_value (char **member, const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (*member != NULL)
    return;
  text = g_strstrip (outlay_xml_dup_text (node));
  if (*text != '\0')
    *member = g_steal_pointer (&text);
}

/** outlay_office_read_data: takes title, author, day and language from a document's own data. */
void
outlay_office_read_data (OutlayOffice *office, xmlNode *root, GHashTable *styles)
{
  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, TRUE))
    {
      if (outlay_office_is (node, "title"))
        take_value (&office->meta_title, node);
      else if (outlay_office_is (node, "initial-creator") || outlay_office_is (node, "creator"))
        take_value (&office->author, node);
      else if (outlay_office_is (node, "created") || outlay_office_is (node, "creation-date"))
        take_value (&office->made, node);
      else if (outlay_office_is (node, "language"))
        take_value (&office->language, node);
    }
}
