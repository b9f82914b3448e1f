/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument text (ISO/IEC 26300) as a page. */
#define G_LOG_DOMAIN "outlay-read"

#include <string.h>

#include "read/documents/outlay-office.h"

#define TITLE_STYLE "Title"

static gboolean
is_hidden (const xmlNode *node)
{
  static const char *const names[] = {"tracked-changes",
                                      "note",
                                      "annotation",
                                      "automatic-styles",
                                      "font-face-decls",
                                      "scripts",
                                      "object",
                                      "title",
                                      "desc",
                                      "forms",
                                      "sequence-decls"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (outlay_office_is (node, names[i]))
        return TRUE;
    }
  return FALSE;
}

static void
append_node (GString *text, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text ((const char *)node->content, -1);

      g_string_append (text, escaped);
    }
  else if (outlay_office_is (node, "s") || outlay_office_is (node, "tab"))
    g_string_append_c (text, ' ');
  else if (outlay_office_is (node, "line-break"))
    g_string_append (text, "<br>");
}

static char *
dup_text (const xmlNode *top)
{
  GString *text = g_string_new (NULL);
  gboolean hidden = FALSE;

  for (const xmlNode *node = top; node != NULL; node = outlay_office_next (top, node, !hidden))
    {
      hidden = is_hidden (node);
      if (hidden)
        continue;
      if (node != top && (outlay_office_is (node, "p") || outlay_office_is (node, "h")))
        g_string_append_c (text, ' ');
      append_node (text, node);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* The styles that documents make for themselves and that are of titles. */
static void
read_styles (xmlNode *root, GHashTable *styles)
{
  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, TRUE))
    {
      g_autofree char *parent = NULL;
      char *name;

      if (!outlay_office_is (node, "style"))
        continue;
      parent = outlay_office_dup_attribute (node, "parent-style-name");
      name = outlay_office_dup_attribute (node, "name");
      if (name != NULL && g_strcmp0 (parent, TITLE_STYLE) == 0)
        g_hash_table_add (styles, name);
      else
        g_free (name);
    }
}

static gboolean
is_in_item (const xmlNode *node, const xmlNode *root)
{
  while (node != root && !outlay_office_is (node, "list-item"))
    node = node->parent;
  return node != root;
}

static void
add_paragraph (OutlayOffice *office, const xmlNode *node, const xmlNode *root, GHashTable *styles)
{
  g_autofree char *text = dup_text (node);
  g_autofree char *style = outlay_office_dup_attribute (node, "style-name");
  g_autofree char *level = outlay_office_dup_attribute (node, "outline-level");
  gboolean title = g_strcmp0 (style, TITLE_STYLE) == 0
                   || (style != NULL && g_hash_table_contains (styles, style))
                   || g_strcmp0 (level, "1") == 0;

  if (title && office->title == NULL && *text != '\0')
    office->title = g_strdup (text);
  if (title)
    outlay_office_add_block (office, "h1", text);
  else if (outlay_office_is (node, "h"))
    outlay_office_add_block (office, "h2", text);
  else
    outlay_office_add_block (office, is_in_item (node, root) ? "li" : "p", text);
}

static void
add_row (OutlayOffice *office, const xmlNode *row)
{
  g_string_append (office->markup, "<tr>");
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      g_autofree char *text = outlay_office_is (cell, "table-cell") ? dup_text (cell) : NULL;

      if (text != NULL)
        g_string_append_printf (office->markup, "<td>%s</td>", text);
    }
  g_string_append (office->markup, "</tr>");
}

static void
add_table (OutlayOffice *office, const xmlNode *table)
{
  gboolean inside = TRUE;

  g_string_append (office->markup, "<table>");
  for (const xmlNode *node = table; node != NULL; node = outlay_office_next (table, node, inside))
    {
      inside = !outlay_office_is (node, "table-row");
      if (!inside)
        add_row (office, node);
    }
  g_string_append (office->markup, "</table>\n");
}

/** outlay_odt_read_body: takes the text of the document's content. */
void
outlay_odt_read_body (OutlayOffice *office, xmlNode *root, GHashTable *styles)
{
  gboolean inside = TRUE;

  read_styles (root, styles);
  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, inside))
    {
      inside = !is_hidden (node);
      if (outlay_office_is (node, "p") || outlay_office_is (node, "h"))
        add_paragraph (office, node, root, styles);
      else if (outlay_office_is (node, "table"))
        add_table (office, node);
      else
        continue;
      inside = FALSE;
    }
}
