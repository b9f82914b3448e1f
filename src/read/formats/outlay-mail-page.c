/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-mail-page.h"

#include "read/html/outlay-page-blocks.h"
#include "read/html/outlay-page-marks.h"

/* Of a block's columns, how many in a hundred make it a link. */
#define LINK_PERCENT 80

/* The nodes that a reader of the mail doesn't see, such as the line that is meant for the list of
 * mails alone; a flag for each. */
static GByteArray *
find_hidden (const OutlayPage *page)
{
  GByteArray *hidden = g_byte_array_new ();
  guint end = 0;

  g_byte_array_set_size (hidden, page->nodes->len);
  for (guint i = 0; i < page->nodes->len; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);

      if (node->marks & OUTLAY_PAGE_MARK_HIDDEN)
        end = MAX (end, node->end);
      hidden->data[i] = i < end;
    }
  return hidden;
}

static void
print_row (GString *result, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, " | ", -1);

  g_string_append (result, "<table><tr>");
  for (char **cell = cells; *cell != NULL; cell++)
    g_string_append_printf (result, "<td>%s</td>", *cell);
  g_string_append (result, "</tr></table>");
}

static void
print_block (GString *result, const OutlayPageBlocks *blocks, const OutlayPageBlock *block)
{
  g_autofree char *text
    = g_markup_escape_text (blocks->text->str + block->start, (gssize)block->length);
  gboolean link = block->width > 0 && block->link_width * 100 / block->width > LINK_PERCENT;

  if (link)
    g_string_append_printf (result, "<p><a href=\"#\">%s</a></p>", text);
  else if (block->kind == OUTLAY_PAGE_BLOCK_HEADING && block->level > 0)
    g_string_append_printf (result, "<h%u>%s</h%u>", block->level, text, block->level);
  else if (block->kind == OUTLAY_PAGE_BLOCK_ITEM)
    g_string_append_printf (result, "<ul><li>%s</li></ul>", text);
  else if (block->kind == OUTLAY_PAGE_BLOCK_ROW)
    print_row (result, text);
  else if (block->kind != OUTLAY_PAGE_BLOCK_CAPTION)
    g_string_append_printf (result, "<p>%s</p>", text);
  g_string_append_c (result, '\n');
}

/**
 * outlay_mail_flatten:
 * @markup: the page of a mail; it is changed
 *
 * Mails are laid out with tables in tables, a cell for each paragraph, and what would be clutter
 * beside an article in a page is the frame that holds it here. All of a mail is its article, but
 * for lines that are clutter anywhere.
 *
 * Returns: (transfer full): its blocks as elements side by side.
 */
char *
outlay_mail_flatten (char *markup)
{
  g_autoptr (OutlayPage) page = outlay_page_new (markup);
  GString *result = g_string_new (NULL);

  if (page != NULL)
    {
      g_autoptr (OutlayPageBlocks) blocks = outlay_page_blocks_new (page);
      g_autoptr (GByteArray) hidden = find_hidden (page);

      for (guint i = 0; i < blocks->blocks->len; i++)
        {
          const OutlayPageBlock *block = outlay_page_blocks_get (blocks, i);

          if (!hidden->data[block->node])
            print_block (result, blocks, block);
        }
    }
  return g_string_free (result, FALSE);
}
