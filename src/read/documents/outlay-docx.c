/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Word document (ECMA-376, part 1, 17: WordprocessingML) as a page. */
#define G_LOG_DOMAIN "outlay-read"

#include <string.h>

#include "read/documents/outlay-office.h"

#define TITLE   0
#define HEADING 1

/* What is in the file and not in the text: what was taken out or moved away, fields' commands,
 * and pictures' second form for old programs. */
static gboolean
is_hidden (const xmlNode *node)
{
  static const char *const names[]
    = {"del",          "moveFrom", "instrText", "delText", "Fallback",
       "delInstrText", "rPr",      "pPr",       "sectPr",  "tblPr"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (outlay_office_is (node, names[i]))
        return TRUE;
    }
  return FALSE;
}

static const xmlNode *
find_child (const xmlNode *node, const char *name)
{
  const xmlNode *child = node != NULL ? node->children : NULL;

  while (child != NULL && !outlay_office_is (child, name))
    child = child->next;
  return child;
}

/** outlay_docx_read_styles: notes in @styles which are those of titles and headings. */
void
outlay_docx_read_styles (OutlayOffice *office, xmlNode *root, GHashTable *styles)
{
  for (const xmlNode *style = root->children; style != NULL; style = style->next)
    {
      g_autofree char *id = outlay_office_dup_attribute (style, "styleId");
      g_autofree char *name = outlay_office_dup_attribute (find_child (style, "name"), "val");
      g_autofree char *low = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (id == NULL || low == NULL)
        continue;
      if (strcmp (low, "title") == 0)
        g_hash_table_replace (styles, g_steal_pointer (&id), GINT_TO_POINTER (TITLE));
      else if (g_str_has_prefix (low, "heading ") && g_ascii_isdigit (low[8]))
        g_hash_table_replace (styles, g_steal_pointer (&id), GINT_TO_POINTER (low[8] - '0'));
    }
}

/* The text of what stands in @top, with breaks, as markup. */
static char *
dup_runs (const xmlNode *top)
{
  GString *text = g_string_new (NULL);
  gboolean hidden = FALSE;

  for (const xmlNode *node = top; node != NULL; node = outlay_office_next (top, node, !hidden))
    {
      hidden = is_hidden (node);
      if (outlay_office_is (node, "t") && node->children != NULL && node->children->content != NULL)
        {
          g_autofree char *escaped
            = g_markup_escape_text ((const char *)node->children->content, -1);

          g_string_append (text, escaped);
        }
      else if (outlay_office_is (node, "tab") || (outlay_office_is (node, "p") && node != top))
        g_string_append_c (text, ' ');
      else if (outlay_office_is (node, "br") || outlay_office_is (node, "cr"))
        g_string_append (text, "<br>");
      else if (outlay_office_is (node, "noBreakHyphen"))
        g_string_append_c (text, '-');
    }
  return g_strstrip (g_string_free (text, FALSE));
}

static void
add_paragraph (OutlayOffice *office, const xmlNode *paragraph, GHashTable *styles)
{
  const xmlNode *looks = find_child (paragraph, "pPr");
  g_autofree char *id = outlay_office_dup_attribute (find_child (looks, "pStyle"), "val");
  g_autofree char *text = dup_runs (paragraph);
  gpointer level;

  if (id != NULL && g_hash_table_lookup_extended (styles, id, NULL, &level))
    {
      if (office->title == NULL && GPOINTER_TO_INT (level) <= HEADING && *text != '\0')
        office->title = g_strdup (text);
      outlay_office_add_block (office, GPOINTER_TO_INT (level) <= HEADING ? "h1" : "h2", text);
    }
  else if (find_child (looks, "numPr") != NULL)
    outlay_office_add_block (office, "li", text);
  else
    outlay_office_add_block (office, "p", text);
}

static void
add_table (OutlayOffice *office, const xmlNode *table)
{
  g_string_append (office->markup, "<table>");
  for (const xmlNode *row = table->children; row != NULL; row = row->next)
    {
      if (!outlay_office_is (row, "tr"))
        continue;
      g_string_append (office->markup, "<tr>");
      for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        {
          g_autofree char *text = outlay_office_is (cell, "tc") ? dup_runs (cell) : NULL;

          if (text != NULL)
            g_string_append_printf (office->markup, "<td>%s</td>", text);
        }
      g_string_append (office->markup, "</tr>");
    }
  g_string_append (office->markup, "</table>\n");
}

/** outlay_docx_read_body: takes the text of the document's main part. */
void
outlay_docx_read_body (OutlayOffice *office, xmlNode *root, GHashTable *styles)
{
  gboolean inside = TRUE;

  for (const xmlNode *node = root; node != NULL; node = outlay_office_next (root, node, inside))
    {
      inside = !is_hidden (node);
      if (outlay_office_is (node, "p"))
        add_paragraph (office, node, styles);
      else if (outlay_office_is (node, "tbl"))
        add_table (office, node);
      else
        continue;
      inside = FALSE;
    }
}
