/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-day.h"

#include <string.h>

#include "read/html/outlay-page-marks.h"
#include "read/text/outlay-day.h"
#include "read/text/outlay-line.h"

/* Blocks around the headline, and behind the start of the text, that may hold the line with the
 * day. */
#define BLOCKS_ABOVE_TITLE 4
#define BLOCKS_BELOW_START 3

/* Columns of a line that tells the day. */
#define MAX_WIDTH 140

static gboolean
says_title (const OutlayPageBlocks *blocks, const OutlayPageBlock *block, const char *title)
{
  return title != NULL && block->length == strlen (title)
         && memcmp (blocks->text->str + block->start, title, block->length) == 0;
}

/* The block of the headline nearest above the text; @first where there is none. */
static guint
find_title_block (const OutlayPageBlocks *blocks, const char *title, guint first)
{
  for (guint i = MIN (first + 1, blocks->blocks->len); i > 0; i--)
    {
      if (says_title (blocks, outlay_page_blocks_get (blocks, i - 1), title))
        return i - 1;
    }
  return first;
}

static gboolean
read_block (const OutlayPageBlocks *blocks,
            guint index,
            const OutlayReadWords *words,
            OutlayDate *published,
            OutlayDate *updated)
{
  const OutlayPageBlock *block = outlay_page_blocks_get (blocks, index);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (block->width > MAX_WIDTH || block->kind == OUTLAY_PAGE_BLOCK_HEADING)
    return FALSE;
  lines = outlay_lines_new ();
  if (outlay_lines_add (lines, blocks->text->str, block->start, block->length) == NULL)
    return FALSE;
  parts = outlay_line_cut (blocks->text->str, outlay_lines_get (lines, 0));
  for (guint i = 0; i < parts->len; i++)
    {
      OutlayDayLine day = outlay_day_read_part (words, g_ptr_array_index (parts, i));

      if (outlay_date_is_set (day.published))
        {
          *published = day.published;
          return TRUE;
        }
      if (!outlay_date_is_set (*updated))
        *updated = day.updated;
    }
  return FALSE;
}

/* The day in a line about the headline; below it before above it. */
static OutlayDate
find_visible (const OutlayPageBlocks *blocks,
              const OutlayReadWords *words,
              const char *title,
              guint first,
              OutlayDate *updated)
{
  guint heading = find_title_block (blocks, title, first);
  guint end = MIN (MAX (first, heading) + BLOCKS_BELOW_START, blocks->blocks->len);
  OutlayDate published = OUTLAY_DATE_INIT;

  for (guint i = heading; i < end; i++)
    {
      if (read_block (blocks, i, words, &published, updated))
        return published;
    }
  for (guint i = heading; i > 0 && i + BLOCKS_ABOVE_TITLE > heading; i--)
    {
      if (read_block (blocks, i - 1, words, &published, updated))
        return published;
    }
  return published;
}

/* The first element that gives a day in its attributes. */
static OutlayDate
find_time (const OutlayPage *page)
{
  OutlayDate day = OUTLAY_DATE_INIT;

  for (guint i = 0; i < page->nodes->len; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);
      const char *value
        = node->tag == OUTLAY_TAG_TIME ? outlay_page_get_attribute (node, "datetime") : NULL;

      if (value != NULL && outlay_page_data_read_day (value, &day))
        return day;
    }
  return day;
}

/* A day of its own in the address: "/2025/11/24/", "/2025-11-24-", "/20251124/". */
static OutlayDate
find_in_address (const char *url)
{
  OutlayDate day = OUTLAY_DATE_INIT;

  for (const char *at = url; at != NULL && (at = strchr (at, '/')) != NULL; at++)
    {
      if (outlay_page_data_read_day (at + 1, &day))
        return day;
    }
  return day;
}

/* A day in a block that the page's names call so. */
static OutlayDate
find_named (const OutlayPage *page, const OutlayPageBlocks *blocks, const OutlayReadWords *words)
{
  OutlayDate published = OUTLAY_DATE_INIT, updated = OUTLAY_DATE_INIT;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (blocks, i);
      const OutlayPageNode *node = outlay_page_get (page, block->node);

      if ((node->marks | outlay_page_get (page, node->parent)->marks) & OUTLAY_PAGE_MARK_DAY
          && read_block (blocks, i, words, &published, &updated))
        return published;
    }
  return published;
}

/**
 * outlay_page_find_day:
 * @words: of the article's language
 * @title: (nullable): its headline
 * @first_block: index of the block that its text begins with
 *
 * Returns: the day when the article was first published: by the line that readers see, by what
 *   the page tells machines, or by its address; unset where nothing tells.
 */
OutlayDate
outlay_page_find_day (const OutlayPage *page,
                      const OutlayPageBlocks *blocks,
                      const OutlayPageData *data,
                      const OutlayReadWords *words,
                      const char *title,
                      guint first_block)
{
  OutlayDate updated = OUTLAY_DATE_INIT;
  OutlayDate days[6];

  days[0] = find_visible (blocks, words, title, first_block, &updated);
  days[1] = data->published;
  days[2] = data->linked_published;
  days[3] = find_time (page);
  days[4] = find_named (page, blocks, words);
  days[5] = find_in_address (data->url);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (outlay_date_is_set (days[i]))
        return days[i];
    }
  return updated;
}
