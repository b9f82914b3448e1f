/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-blocks.h"

#include <string.h>

/* A table whose row is wider than this in columns lays a page out and holds no data. */
#define MAX_ROW 400

/* A sentence wider than this in columns is a lead set as a heading is. */
#define MAX_HEADING 140

typedef struct
{
  const OutlayPage *page;
  OutlayPageBlocks *result;
  OutlayPageBlock block;
  gboolean open;      /* whether @block has text */
  gboolean space;     /* whether a space stands before the next word */
  guint link_end;     /* index behind the link that is open */
  guint row_end;      /* index behind the row of data that is open */
  guint n_breaks;     /* line breaks since the last word */
  gunichar last_mark; /* the last character that is no closing mark */
} Builder;

static gboolean
is_block_tag (guint tag)
{
  switch (tag)
    {
    case OUTLAY_TAG_INLINE:
    case OUTLAY_TAG_SKIP:
    case OUTLAY_TAG_TEXT:
    case OUTLAY_TAG_A:
    case OUTLAY_TAG_BR:
    case OUTLAY_TAG_TIME:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
close_block (Builder *builder)
{
  OutlayPageBlock *block = &builder->block;

  builder->space = FALSE;
  builder->n_breaks = 0;
  if (!builder->open)
    return;
  block->length = builder->result->text->len - block->start;
  block->stop = builder->last_mark != 0 && strchr (".!?", (int)(builder->last_mark & 0x7f)) != NULL
                && builder->last_mark < 0x80;
  block->stop |= builder->last_mark == 0x3002 || builder->last_mark == 0xff01
                 || builder->last_mark == 0xff1f || builder->last_mark == 0x2026;
  if (block->kind == OUTLAY_PAGE_BLOCK_HEADING && block->stop && block->width > MAX_HEADING)
    {
      block->kind = OUTLAY_PAGE_BLOCK_PARAGRAPH;
      block->level = 0;
    }
  g_string_append_c (builder->result->text, '\n');
  g_array_append_val (builder->result->blocks, *block);
  builder->open = FALSE;
}

/* The nearest element that makes a block around @index. */
static guint
find_block_node (const OutlayPage *page, guint index)
{
  guint at = outlay_page_get (page, index)->parent;

  while (at > 0 && !is_block_tag (outlay_page_get (page, at)->tag))
    at = outlay_page_get (page, at)->parent;
  return at;
}

static guint8
get_kind (const OutlayPage *page, guint node, guint8 *level)
{
  for (guint at = node; at > 0; at = outlay_page_get (page, at)->parent)
    {
      const OutlayPageNode *element = outlay_page_get (page, at);

      switch (element->tag)
        {
        case OUTLAY_TAG_HEADING:
          *level = element->level;
          return OUTLAY_PAGE_BLOCK_HEADING;
        case OUTLAY_TAG_FIGCAPTION:
          return OUTLAY_PAGE_BLOCK_CAPTION;
        case OUTLAY_TAG_LI:
          return OUTLAY_PAGE_BLOCK_ITEM;
        case OUTLAY_TAG_P:
        case OUTLAY_TAG_INLINE:
          break;
        default:
          return OUTLAY_PAGE_BLOCK_PARAGRAPH;
        }
    }
  return OUTLAY_PAGE_BLOCK_PARAGRAPH;
}

static void
open_block (Builder *builder, guint index)
{
  OutlayPageBlock *block = &builder->block;

  *block = (OutlayPageBlock){.node = find_block_node (builder->page, index),
                             .start = builder->result->text->len};
  block->kind = index < builder->row_end ? OUTLAY_PAGE_BLOCK_ROW
                                         : get_kind (builder->page, block->node, &block->level);
  builder->open = TRUE;
  builder->space = FALSE;
  builder->last_mark = 0;
}

static void
add_character (Builder *builder, guint index, gunichar c, const char *at, gsize length)
{
  GString *text = builder->result->text;
  guint width = g_unichar_iswide (c) ? 2 : 1;

  if (builder->n_breaks > 1)
    close_block (builder);
  if (!builder->open)
    open_block (builder, index);
  if (builder->space || builder->n_breaks > 0)
    {
      g_string_append_c (text, ' ');
      builder->block.width++;
    }
  builder->space = FALSE;
  builder->n_breaks = 0;
  g_string_append_len (text, at, (gssize)length);
  builder->block.width += width;
  if (index < builder->link_end)
    builder->block.link_width += width;
  builder->block.n_commas += c == ',' || c == 0xff0c || c == 0x3001 || c == 0x60c;
  if (c != ')' && c != '"' && c != '\'' && (c < 0x2018 || c > 0x201f) && c != 0xbb && c != 0x300d
      && c != 0x300f && c != 0xff09)
    builder->last_mark = c;
}

static void
add_text (Builder *builder, guint index)
{
  const char *at = (const char *)outlay_page_get (builder->page, index)->node->content;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff || c == 0xad)
        builder->space |= c != 0xad && c != 0x200b && c != 0xfeff;
      else
        add_character (builder, index, c, at, (gsize)(next - at));
      at = next;
    }
}

/* Whether the row holds data: more than one cell, and no paragraphs in them. */
static gboolean
is_data_row (const OutlayPage *page, guint index)
{
  const OutlayPageNode *row = outlay_page_get (page, index);
  guint n_cells = 0;
  gsize width = 0;

  for (guint i = index + 1; i < row->end; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);

      if (node->tag == OUTLAY_TAG_TD)
        n_cells++;
      else if (node->tag == OUTLAY_TAG_TEXT)
        width += strlen ((const char *)node->node->content);
      else if (node->tag == OUTLAY_TAG_TABLE || node->tag == OUTLAY_TAG_LIST
               || node->tag == OUTLAY_TAG_HEADING || node->tag == OUTLAY_TAG_FORM)
        return FALSE;
      if (width > MAX_ROW)
        return FALSE;
    }
  return n_cells > 1;
}

static void
separate_cell (Builder *builder)
{
  if (builder->open)
    {
      g_string_append (builder->result->text, " |");
      builder->space = TRUE;
    }
}

/* Starts of elements; returns the index to go on at. */
static guint
enter (Builder *builder, guint index)
{
  const OutlayPageNode *node = outlay_page_get (builder->page, index);

  switch (node->tag)
    {
    case OUTLAY_TAG_SKIP:
    case OUTLAY_TAG_HEAD:
      return node->end;
    case OUTLAY_TAG_TEXT:
      add_text (builder, index);
      break;
    case OUTLAY_TAG_BR:
      builder->n_breaks++;
      break;
    case OUTLAY_TAG_A:
      builder->link_end = MAX (builder->link_end, node->end);
      break;
    case OUTLAY_TAG_TR:
      close_block (builder);
      if (index >= builder->row_end && is_data_row (builder->page, index))
        builder->row_end = node->end;
      break;
    case OUTLAY_TAG_TD:
      if (index < builder->row_end)
        separate_cell (builder);
      else
        close_block (builder);
      break;
    default:
      if (is_block_tag (node->tag) && index >= builder->row_end)
        close_block (builder);
      else if (is_block_tag (node->tag))
        builder->space = TRUE;
    }
  return index + 1;
}

/* The ends of all elements that end at @index: a block ends with the element that it is in. */
static void
leave (Builder *builder, GArray *open, guint index)
{
  while (open->len > 0)
    {
      guint top = g_array_index (open, guint, open->len - 1);

      if (outlay_page_get (builder->page, top)->end > index)
        break;
      g_array_set_size (open, open->len - 1);
      if (index >= builder->row_end || outlay_page_get (builder->page, top)->tag == OUTLAY_TAG_TR)
        close_block (builder);
    }
}

/**
 * outlay_page_blocks_new:
 *
 * Returns: (transfer full): the visible texts of @page, parted where its elements part them.
 */
OutlayPageBlocks *
outlay_page_blocks_new (const OutlayPage *page)
{
  OutlayPageBlocks *result = g_new0 (OutlayPageBlocks, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = {.page = page, .result = result};

  result->text = g_string_new (NULL);
  result->blocks = g_array_new (FALSE, FALSE, sizeof (OutlayPageBlock));
  for (guint i = 0; i < page->nodes->len;)
    {
      leave (&builder, open, i);
      guint next = enter (&builder, i);
      if (next == i + 1 && is_block_tag (outlay_page_get (page, i)->tag))
        g_array_append_val (open, i);
      i = next;
    }
  close_block (&builder);
  return result;
}

/** outlay_page_blocks_free: frees @blocks. */
void
outlay_page_blocks_free (OutlayPageBlocks *blocks)
{
  g_string_free (blocks->text, TRUE);
  g_array_unref (blocks->blocks);
  g_free (blocks);
}
