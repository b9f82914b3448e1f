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

  if (block->width > MAX_WIDTH)
    return FALSE;
  lines = outlay_lines_new ();
  if (outlay_lines_add (lines, blocks->text->str, block->start, block->length) == NULL)
    return FALSE;
  parts = outlay_line_cut (blocks->text->str, outlay_lines_get (lines, 0));
  for (guint i = 0; i < parts->len; i++)
    {
      OutlayDayLine day = outlay_day_read_part (words, g_ptr_array_index (parts, i));

      if (outlay_date_is_set (day.published)
          && (day.bare || block->kind != OUTLAY_PAGE_BLOCK_HEADING))
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

/* The day in an element's attributes, where it is there for one. */
static gboolean
read_attributes (const OutlayPageNode *node, gboolean labelled, OutlayDate *day)
{
  static const char *const names[] = {"datetime", "content", "title"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = outlay_page_get_attribute (node, names[i]);

      if (value != NULL && (labelled || i == 0) && outlay_page_data_read_day (value, day))
        return TRUE;
    }
  return FALSE;
}

/* The first element that gives a day in its attributes: one that says that it is the day of
 * publication, else one for any time. */
static OutlayDate
find_time (const OutlayPage *page)
{
  OutlayDate day = OUTLAY_DATE_INIT, first = OUTLAY_DATE_INIT;

  for (guint i = 0; i < page->nodes->len; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);
      const char *kind = outlay_page_get_attribute (node, "itemprop");

      if (kind != NULL && g_ascii_strcasecmp (kind, "datePublished") == 0
          && read_attributes (node, TRUE, &day))
        return day;
      if (!outlay_date_is_set (first)
          && (node->tag == OUTLAY_TAG_TIME
              || (node->tag == OUTLAY_TAG_INLINE && node->marks & OUTLAY_PAGE_MARK_DAY)))
        read_attributes (node, node->tag != OUTLAY_TAG_TIME, &first);
    }
  return first;
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

/* The day of publication in @length bytes of @text from @start; one that a label introduces where
 * @labelled. */
static OutlayDate
read_span (
  const char *text, gsize start, gsize length, const OutlayReadWords *words, gboolean labelled)
{
  OutlayDate none = OUTLAY_DATE_INIT;
  g_autoptr (GArray) lines = outlay_lines_new ();
  g_autoptr (GPtrArray) parts = NULL;

  if (outlay_lines_add (lines, text, start, length) == NULL)
    return none;
  parts = outlay_line_cut (text, outlay_lines_get (lines, 0));
  for (guint i = 0; i < parts->len; i++)
    {
      OutlayDayLine day = outlay_day_read_part (words, g_ptr_array_index (parts, i));

      if (outlay_date_is_set (day.published) && (day.labelled || !labelled))
        return day.published;
    }
  return none;
}

/* A day that makes up all of an element in a line, where the element's name says so. */
static OutlayDate
find_named_inline (const OutlayPage *page, const OutlayReadWords *words)
{
  OutlayDate day = OUTLAY_DATE_INIT;

  for (guint i = 0; i < page->nodes->len && !outlay_date_is_set (day); i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);
      g_autofree char *text = NULL;

      if (node->tag != OUTLAY_TAG_INLINE || !(node->marks & OUTLAY_PAGE_MARK_DAY))
        continue;
      text = outlay_page_dup_text (page, i);
      if (strlen (text) <= MAX_WIDTH)
        day = read_span (text, 0, strlen (text), words, FALSE);
    }
  return day;
}

/* A line behind the text that says that it tells the day of publication. */
static OutlayDate
find_below (const OutlayPageBlocks *blocks, const OutlayReadWords *words, guint first)
{
  OutlayDate day = OUTLAY_DATE_INIT;

  for (guint i = first; i < blocks->blocks->len && !outlay_date_is_set (day); i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (blocks, i);

      if (block->width <= MAX_WIDTH)
        day = read_span (blocks->text->str, block->start, block->length, words, TRUE);
    }
  return day;
}

static OutlayDate
get_earlier (OutlayDate a, OutlayDate b)
{
  if (!outlay_date_is_set (a))
    return b;
  return outlay_date_is_set (b) && outlay_date_compare (b, a) < 0 ? b : a;
}

/* Whether @told is earlier than @visible by more than a time zone: then the line that readers see
 * tells a change. */
static gboolean
is_long_before (OutlayDate told, OutlayDate visible)
{
  GDate first, second;

  if (!outlay_date_is_set (told))
    return FALSE;
  outlay_date_get_first_day (told, &first);
  outlay_date_get_first_day (visible, &second);
  return g_date_days_between (&first, &second) > 1;
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
  OutlayDate visible = find_visible (blocks, words, title, first_block, &updated);
  OutlayDate told = get_earlier (data->published, data->linked_published);
  OutlayDate others[5];

  if (outlay_date_is_set (visible) && !is_long_before (told, visible))
    return visible;
  if (outlay_date_is_set (told))
    return told;
  others[0] = find_time (page);
  others[1] = find_named (page, blocks, words);
  others[2] = find_in_address (data->url);
  others[3] = find_named_inline (page, words);
  others[4] = find_below (blocks, words, first_block);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (outlay_date_is_set (others[i]))
        return others[i];
    }
  return updated;
}
