/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/** OutlayTag: the elements that reading treats in a way of their own. */
typedef enum
{
  OUTLAY_TAG_INLINE,
  OUTLAY_TAG_BLOCK,
  OUTLAY_TAG_SKIP,
  OUTLAY_TAG_TEXT,
  OUTLAY_TAG_A,
  OUTLAY_TAG_ARTICLE,
  OUTLAY_TAG_ASIDE,
  OUTLAY_TAG_BLOCKQUOTE,
  OUTLAY_TAG_BODY,
  OUTLAY_TAG_BR,
  OUTLAY_TAG_DIV,
  OUTLAY_TAG_FIGCAPTION,
  OUTLAY_TAG_FIGURE,
  OUTLAY_TAG_FOOTER,
  OUTLAY_TAG_FORM,
  OUTLAY_TAG_HEAD,
  OUTLAY_TAG_HEADER,
  OUTLAY_TAG_HEADING,
  OUTLAY_TAG_HTML,
  OUTLAY_TAG_LI,
  OUTLAY_TAG_LIST,
  OUTLAY_TAG_MAIN,
  OUTLAY_TAG_NAV,
  OUTLAY_TAG_P,
  OUTLAY_TAG_PRE,
  OUTLAY_TAG_SECTION,
  OUTLAY_TAG_TABLE,
  OUTLAY_TAG_TD,
  OUTLAY_TAG_TIME,
  OUTLAY_TAG_TR,
} OutlayTag;

/**
 * OutlayPageNode:
 * @node: in the tree
 * @parent: index of its parent; the root is its own
 * @end: index behind its last descendant
 * @tag: what it is
 * @level: of a heading 1 to 6
 * @marks: #OutlayPageMark flags of an element's names
 */
typedef struct
{
  xmlNode *node;
  guint parent;
  guint end;
  guint8 tag;
  guint8 level;
  guint16 marks;
} OutlayPageNode;

/**
 * OutlayPage:
 * @doc: the tree; walk it by @nodes: it may be too deep for recursion
 * @nodes: (element-type OutlayPageNode): elements and texts in the order of the page
 * @cut: whether it was too much, and its end is missing
 */
typedef struct
{
  xmlDoc *doc;
  GArray *nodes;
  gboolean cut;
} OutlayPage;

OutlayPage *outlay_page_new (char *markup);
void outlay_page_free (OutlayPage *page);
const char *outlay_page_get_attribute (const OutlayPageNode *node, const char *name);
char *outlay_page_dup_text (const OutlayPage *page, guint index);

#define outlay_page_get(page, i) (&g_array_index ((page)->nodes, OutlayPageNode, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPage, outlay_page_free)

G_END_DECLS
