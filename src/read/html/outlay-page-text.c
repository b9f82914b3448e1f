/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-text.h"

#include <string.h>

#include "read/html/outlay-page-day.h"
#include "read/html/outlay-page-main.h"
#include "read/html/outlay-page-marks.h"
#include "read/text/outlay-clutter.h"
#include "read/text/outlay-facts.h"
#include "read/text/outlay-line.h"
#include "read/words/outlay-language.h"
#include "read/words/outlay-read-words.h"

/* Columns below which a text is taken for a miss, and the page is read with less care. */
#define MIN_TEXT 250

/* How much more text less care must bring to be worth the clutter that it brings too. */
#define CARE_GAIN 2

/* The paragraph between headline and text: its least columns, without and with a name that says
 * what it is, and how many blocks may part the headline from the text. */
#define MIN_STANDFIRST    60
#define MIN_LEAD          40
#define BLOCKS_ABOVE_TEXT 25

#define BULLET "• "

static gboolean
says_title (const OutlayPageBlocks *blocks, const OutlayPageBlock *block, const char *title)
{
  return title != NULL && block->length == strlen (title)
         && memcmp (blocks->text->str + block->start, title, block->length) == 0;
}

static GArray *
make_lines (const OutlayPageBlocks *blocks, GArray *indices)
{
  GArray *lines = outlay_lines_new ();

  for (guint i = 0; i < indices->len; i++)
    {
      const OutlayPageBlock *block
        = outlay_page_blocks_get (blocks, g_array_index (indices, guint, i));
      OutlayLine *line = outlay_lines_add (lines, blocks->text->str, block->start, block->length);

      line->gap = TRUE;
      line->level = block->level;
      line->row = block->kind == OUTLAY_PAGE_BLOCK_ROW;
      line->item = block->kind == OUTLAY_PAGE_BLOCK_ITEM;
      line->link_percent = (guint8)(block->width > 0 ? block->link_width * 100 / block->width : 0);
    }
  return lines;
}

/* Whether the page calls the block, or what it stands in, anything but text; a lead's name counts
 * for more than that of what holds it. */
static gboolean
is_called_clutter (const OutlayPage *page, guint index)
{
  for (; index > 0; index = outlay_page_get (page, index)->parent)
    {
      const OutlayPageNode *node = outlay_page_get (page, index);

      if (node->marks & OUTLAY_PAGE_MARK_LEAD)
        return FALSE;
      if (node->marks
            & (OUTLAY_PAGE_MARK_CLUTTER | OUTLAY_PAGE_MARK_COMMENTS | OUTLAY_PAGE_MARK_CAPTION
               | OUTLAY_PAGE_MARK_HIDDEN)
          || node->tag == OUTLAY_TAG_NAV || node->tag == OUTLAY_TAG_ASIDE
          || node->tag == OUTLAY_TAG_FIGCAPTION || node->tag == OUTLAY_TAG_FIGURE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_called_lead (const OutlayPage *page, guint index)
{
  const OutlayPageNode *node = outlay_page_get (page, index);

  return ((node->marks | outlay_page_get (page, node->parent)->marks) & OUTLAY_PAGE_MARK_LEAD) != 0;
}

static gboolean
may_be_standfirst (const OutlayPage *page, const OutlayPageBlock *block)
{
  gboolean lead = is_called_lead (page, block->node);

  return (block->stop || lead) && block->width >= (lead ? MIN_LEAD : MIN_STANDFIRST)
         && block->link_width * 3 < block->width && block->kind != OUTLAY_PAGE_BLOCK_CAPTION
         && !is_called_clutter (page, block->node);
}

/* The headline above the block @first: the block that says the title, else the nearest main
 * heading; @first where there is none near. */
static guint
find_heading (const OutlayPageBlocks *blocks, const char *title, guint first)
{
  guint end = first > BLOCKS_ABOVE_TEXT ? first - BLOCKS_ABOVE_TEXT : 0;
  guint main_heading = first;

  for (guint i = first + 1; i > end; i--)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (blocks, i - 1);

      if (says_title (blocks, block, title))
        return i - 1;
      if (main_heading == first && block->kind == OUTLAY_PAGE_BLOCK_HEADING && block->level == 1)
        main_heading = i - 1;
    }
  return main_heading;
}

/* Adds the paragraphs that stand between the headline and the element that holds the text. */
static void
add_standfirst (const OutlayPage *page,
                const OutlayPageBlocks *blocks,
                const char *title,
                GArray *indices)
{
  guint first = g_array_index (indices, guint, 0);
  guint heading = find_heading (blocks, title, first);

  for (guint i = first; i > heading + 1; i--)
    {
      guint index = i - 1;

      if (may_be_standfirst (page, outlay_page_blocks_get (blocks, index)))
        g_array_prepend_val (indices, index);
    }
}

/* A block that is all link is a teaser or a button, unless it is a word of an enumeration. */
static void
drop_links (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->link_percent > 80 && !line->stop && line->kind == OUTLAY_LINE_TEXT)
        line->kind = OUTLAY_LINE_RELATED;
    }
}

/* A heading with nothing under it belongs to what was taken away. */
static void
drop_empty_headings (GArray *lines)
{
  guint8 open = 7;

  for (guint i = lines->len; i > 0; i--)
    {
      OutlayLine *line = outlay_lines_get (lines, i - 1);

      if (line->kind != OUTLAY_LINE_TEXT)
        continue;
      if (line->level == 0)
        open = 0;
      else if (open == 7)
        line->kind = OUTLAY_LINE_RELATED;
    }
}

static guint
count_width (GArray *lines)
{
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT)
        width += outlay_lines_get (lines, i)->width;
    }
  return width;
}

static char *
print_lines (const OutlayPageBlocks *blocks, GArray *lines)
{
  GString *text = g_string_new (NULL);
  gboolean after_item = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind != OUTLAY_LINE_TEXT)
        continue;
      if (text->len > 0)
        g_string_append (text, line->item && after_item ? "\n" : "\n\n");
      if (line->item && !line->bullet)
        g_string_append (text, BULLET);
      g_string_append_len (text, blocks->text->str + line->start, (gssize)line->length);
      after_item = line->item;
    }
  return g_string_free (text, FALSE);
}

static char *
join_lines (const OutlayPageBlocks *blocks, GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append_len (text, blocks->text->str + outlay_lines_get (lines, i)->start,
                           (gssize)outlay_lines_get (lines, i)->length);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static GArray *
read_lines (const OutlayPage *page,
            const OutlayPageBlocks *blocks,
            const char *title,
            OutlayPageCare care)
{
  g_autoptr (GArray) indices = outlay_page_choose (page, blocks, care);

  if (indices->len > 0)
    add_standfirst (page, blocks, title, indices);
  return make_lines (blocks, indices);
}

/* The index of the block that the text begins with. */
static guint
find_first_block (const OutlayPageBlocks *blocks, GArray *lines)
{
  guint i = 0;
  gsize start = lines->len > 0 ? outlay_lines_get (lines, 0)->start : 0;

  while (i + 1 < blocks->blocks->len && outlay_page_blocks_get (blocks, i)->start < start)
    i++;
  return i;
}

static void
mark_lines (const OutlayPage *page,
            const OutlayPageBlocks *blocks,
            GArray *lines,
            const OutlayPageData *data,
            OutlayArticle *article)
{
  g_autofree char *text = join_lines (blocks, lines);
  const char *lang = outlay_language_detect (text);
  const OutlayReadWords *words;

  if (*lang == '\0')
    lang = *data->language != '\0' ? data->language : article->lang;
  char *known = g_strdup (lang);
  g_free (article->lang);
  article->lang = known;
  words = outlay_read_words_get (article->lang);
  if (!outlay_date_is_set (article->published))
    article->published = outlay_page_find_day (page, blocks, data, words, article->title,
                                               find_first_block (blocks, lines));
  outlay_clutter_mark (words, blocks->text->str, lines);
  drop_links (lines);
  drop_empty_headings (lines);
  outlay_facts_find (words, blocks->text->str, lines, article);
}

/**
 * outlay_page_read_text:
 * @data: what the page tells machines
 * @article: with its title; gets text and language, and from the text what it doesn't know yet; a
 *   language that it knows stays where neither text nor page tells
 */
void
outlay_page_read_text (const OutlayPage *page,
                       const OutlayPageBlocks *blocks,
                       const OutlayPageData *data,
                       OutlayArticle *article)
{
  g_autoptr (GArray) best = NULL;

  for (guint care = OUTLAY_PAGE_CARE_FULL; care <= OUTLAY_PAGE_CARE_NONE; care++)
    {
      g_autoptr (GArray) lines = read_lines (page, blocks, article->title, care);

      if (best == NULL || count_width (lines) > CARE_GAIN * count_width (best))
        {
          g_clear_pointer (&best, g_array_unref);
          best = g_steal_pointer (&lines);
        }
      if (count_width (best) >= MIN_TEXT)
        break;
    }
  mark_lines (page, blocks, best, data, article);
  g_free (article->text);
  article->text = print_lines (blocks, best);
}
