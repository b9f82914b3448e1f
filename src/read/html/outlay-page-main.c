/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-main.h"

#include <string.h>

#include "read/html/outlay-page-marks.h"

/*
 * How the main text is found: paragraphs give points to the elements around them, the more the
 * nearer they are and the longer they are; names that sound like content or clutter add and take
 * some; links take a share. The element with the most points holds the article, perhaps with
 * elements beside it. The idea is Arc90's Readability; weights and limits are tuned on pages.
 */

/* Columns of a block that counts as a paragraph, and of one that counts as prose. */
#define MIN_PARAGRAPH 25
#define MIN_PROSE     60

/* A text has a comma in so many columns at most, and no paragraph is worth more than so many
 * points: a list of names is not the article. */
#define COLUMNS_PER_COMMA 40
#define MAX_POINTS        16.0

/* Ancestors of a paragraph that get points. */
#define MAX_LEVELS 5

#define BODY_POINTS    30
#define CONTENT_POINTS 20
#define CLUTTER_POINTS -25

/* The share of the page's prose above which a part is kept, whatever its names call it. */
#define KEPT_SHARE          0.4
#define KEPT_COMMENTS_SHARE 0.85

/* The share of the chosen element's prose that an article's body inside it must hold. */
#define BODY_SHARE 0.75

/* An element around the chosen one takes its place where it adds so much prose, and of other text
 * no more than so much of what it adds. */
#define CLIMB_LEVELS 6
#define CLIMB_GAIN   0.2
#define CLIMB_NOISE  0.25

/* What elements beside the chosen one need of its points to be part of the article. */
#define SIBLING_SHARE 0.2

typedef struct
{
  guint width;
  guint link_width;
  guint prose;
  guint n_commas;
  guint n_paragraphs;
  double points;
} Sum;

typedef struct
{
  const OutlayPage *page;
  const OutlayPageBlocks *blocks;
  OutlayPageCare care;
  Sum *sums;        /* of each node */
  gboolean *gone;   /* of each node: whether it and all in it is left out */
  gboolean *chosen; /* of each node: whether its blocks are the article */
} Chooser;

static const OutlayPageNode *
get_node (const Chooser *chooser, guint index)
{
  return outlay_page_get (chooser->page, index);
}

static double
get_link_share (const Sum *sum)
{
  return sum->width > 0 ? (double)sum->link_width / sum->width : 0;
}

static gboolean
is_prose (const OutlayPageBlock *block)
{
  return block->kind != OUTLAY_PAGE_BLOCK_HEADING && block->link_width * 2 < block->width
         && ((block->stop && block->width >= MIN_PROSE) || block->width >= 3 * MIN_PROSE);
}

/* Adds up what each element holds, leaving out what is gone. */
static void
add_up (Chooser *chooser)
{
  memset (chooser->sums, 0, chooser->page->nodes->len * sizeof (Sum));
  for (guint i = 0; i < chooser->blocks->blocks->len; i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (chooser->blocks, i);

      if (chooser->gone[block->node])
        continue;
      for (guint at = block->node;; at = get_node (chooser, at)->parent)
        {
          Sum *sum = &chooser->sums[at];

          sum->width += block->width;
          sum->link_width += block->link_width;
          sum->prose += is_prose (block) ? block->width - block->link_width : 0;
          sum->n_commas += block->n_commas;
          sum->n_paragraphs += is_prose (block);
          if (at == 0)
            break;
        }
    }
}

static gboolean
has_clutter_role (const OutlayPageNode *node)
{
  static const char *const roles[]
    = {"navigation", "complementary", "contentinfo", "dialog", "search",
       "menu",       "menubar",       "alertdialog", "toolbar"};
  const char *role = outlay_page_get_attribute (node, "role");

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      if (g_ascii_strcasecmp (role, roles[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_root (const OutlayPageNode *node)
{
  return node->tag == OUTLAY_TAG_HTML || node->tag == OUTLAY_TAG_BODY
         || node->tag == OUTLAY_TAG_MAIN;
}

/* Whether the element's kind or names say that it is no part of the article; @share is its share
 * of the page's prose. */
static gboolean
is_clutter (const Chooser *chooser, guint index, double share)
{
  const OutlayPageNode *node = get_node (chooser, index);
  gboolean body = (node->marks & OUTLAY_PAGE_MARK_BODY) != 0;

  if (is_root (node))
    return FALSE;
  if (chooser->care < OUTLAY_PAGE_CARE_NONE && node->marks & OUTLAY_PAGE_MARK_HIDDEN
      && share < KEPT_COMMENTS_SHARE)
    return TRUE;
  if (node->tag == OUTLAY_TAG_NAV || node->tag == OUTLAY_TAG_ASIDE || has_clutter_role (node)
      || node->tag == OUTLAY_TAG_FOOTER || node->tag == OUTLAY_TAG_FORM)
    return share < KEPT_SHARE;
  if (node->tag == OUTLAY_TAG_FIGCAPTION)
    return TRUE;
  if (chooser->care < OUTLAY_PAGE_CARE_NONE && node->marks & OUTLAY_PAGE_MARK_POPUP)
    return share < KEPT_COMMENTS_SHARE;
  if (chooser->care > OUTLAY_PAGE_CARE_FULL || body)
    return FALSE;
  if (node->marks & OUTLAY_PAGE_MARK_COMMENTS)
    return share < KEPT_COMMENTS_SHARE;
  if (node->marks & OUTLAY_PAGE_MARK_CLUTTER)
    return share < KEPT_SHARE;
  if (node->marks & OUTLAY_PAGE_MARK_CAPTION)
    return chooser->sums[index].width < 10 * MIN_PROSE && share < KEPT_SHARE;
  return FALSE;
}

static void
remove_node (Chooser *chooser, guint index)
{
  for (guint i = index; i < get_node (chooser, index)->end; i++)
    chooser->gone[i] = TRUE;
}

static void
remove_clutter (Chooser *chooser)
{
  guint all = MAX (chooser->sums[0].prose, 1);

  for (guint i = 0; i < chooser->page->nodes->len; i++)
    {
      const OutlayPageNode *node = get_node (chooser, i);

      if (node->tag != OUTLAY_TAG_TEXT && node->tag != OUTLAY_TAG_SKIP
          && is_clutter (chooser, i, (double)chooser->sums[i].prose / all))
        {
          remove_node (chooser, i);
          i = node->end - 1;
        }
    }
}

/* What an element starts with, by its kind and names. */
static double
get_start_points (const Chooser *chooser, guint index)
{
  const OutlayPageNode *node = get_node (chooser, index);
  double points = 0;

  switch (node->tag)
    {
    case OUTLAY_TAG_ARTICLE:
      points = 15;
      break;
    case OUTLAY_TAG_DIV:
    case OUTLAY_TAG_MAIN:
    case OUTLAY_TAG_SECTION:
      points = 5;
      break;
    case OUTLAY_TAG_LIST:
    case OUTLAY_TAG_LI:
    case OUTLAY_TAG_FORM:
      points = -3;
      break;
    case OUTLAY_TAG_HEADING:
    case OUTLAY_TAG_HEADER:
      points = -5;
      break;
    }
  if (chooser->care > OUTLAY_PAGE_CARE_FULL)
    return points;
  if (node->marks & OUTLAY_PAGE_MARK_BODY)
    points += BODY_POINTS;
  else if (node->marks & OUTLAY_PAGE_MARK_CONTENT)
    points += CONTENT_POINTS;
  if (node->marks
      & (OUTLAY_PAGE_MARK_CLUTTER | OUTLAY_PAGE_MARK_WEAK | OUTLAY_PAGE_MARK_COMMENTS
         | OUTLAY_PAGE_MARK_CAPTION))
    points += CLUTTER_POINTS;
  return points;
}

static gboolean
is_paragraph_tag (guint tag)
{
  return tag == OUTLAY_TAG_P || tag == OUTLAY_TAG_TD || tag == OUTLAY_TAG_PRE
         || tag == OUTLAY_TAG_LI || tag == OUTLAY_TAG_BLOCKQUOTE;
}

static void
give_points (Chooser *chooser, const OutlayPageBlock *block, gboolean *started)
{
  double points
    = 1 + MIN (block->n_commas, block->width / COLUMNS_PER_COMMA) + MIN (block->width / 100, 3u);
  guint at = block->node;

  if (is_paragraph_tag (get_node (chooser, at)->tag))
    at = get_node (chooser, at)->parent;
  points = MIN (points, MAX_POINTS);
  if (block->kind == OUTLAY_PAGE_BLOCK_ITEM)
    points /= 2;
  for (guint level = 0; level < MAX_LEVELS && at > 0;)
    {
      guint parent = get_node (chooser, at)->parent;

      if (!started[at])
        chooser->sums[at].points = get_start_points (chooser, at);
      started[at] = TRUE;
      chooser->sums[at].points += level == 0   ? points
                                  : level == 1 ? points / 2
                                               : points / (level * 3);
      /* A wrapper around one element alone is no level of its own. */
      level += chooser->sums[parent].width > chooser->sums[at].width;
      at = parent;
    }
}

/* The element that holds the article; 0 where none does. */
static guint
find_top (Chooser *chooser, gboolean *started)
{
  guint top = 0;
  double best = 0;

  for (guint i = 0; i < chooser->blocks->blocks->len; i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (chooser->blocks, i);

      if (!chooser->gone[block->node] && block->width >= MIN_PARAGRAPH
          && block->kind != OUTLAY_PAGE_BLOCK_HEADING && block->link_width * 2 < block->width)
        give_points (chooser, block, started);
    }
  for (guint i = 1; i < chooser->page->nodes->len; i++)
    {
      Sum *sum = &chooser->sums[i];

      if (!started[i] || chooser->gone[i])
        continue;
      sum->points *= 1 - get_link_share (sum);
      if (sum->points > best)
        {
          best = sum->points;
          top = i;
        }
    }
  return top;
}

/* An element around the top one may hold more of the article: where its points don't fall off, or
 * where much more prose stands right beside the top one. */
static guint
widen (const Chooser *chooser, guint top)
{
  double last = chooser->sums[top].points;
  double floor = last / 3;

  for (guint at = get_node (chooser, top)->parent; at > 0; at = get_node (chooser, at)->parent)
    {
      const OutlayPageNode *node = get_node (chooser, at);
      const Sum *sum = &chooser->sums[at];

      if (node->tag == OUTLAY_TAG_BODY || sum->points < floor)
        break;
      if (sum->points > last)
        return at;
      last = sum->points;
    }
  return top;
}

/* Articles whose paragraphs stand in boxes of their own: a wider element that adds prose and little
 * else holds them all. */
static guint
climb (const Chooser *chooser, guint top)
{
  guint at = top;

  for (guint level = 0; level < CLIMB_LEVELS; level++)
    {
      const Sum *inner = &chooser->sums[top], *outer;
      guint gain;

      at = get_node (chooser, at)->parent;
      if (at == 0 || get_node (chooser, at)->tag == OUTLAY_TAG_BODY)
        break;
      outer = &chooser->sums[at];
      gain = outer->prose - inner->prose;
      if (gain >= CLIMB_GAIN * inner->prose
          && outer->width - outer->prose - (inner->width - inner->prose) <= CLIMB_NOISE * gain)
        top = at;
    }
  return top;
}

/* The article's body by its name, where it holds nearly all that the top element holds. */
static guint
narrow (const Chooser *chooser, guint top)
{
  guint found = top;
  guint all = chooser->sums[top].prose;

  for (guint i = top; i < get_node (chooser, top)->end; i++)
    {
      const OutlayPageNode *node = get_node (chooser, i);

      if (!chooser->gone[i] && node->marks & OUTLAY_PAGE_MARK_BODY
          && chooser->sums[i].prose >= BODY_SHARE * all)
        found = i;
    }
  return found;
}

static void
choose_node (Chooser *chooser, guint index)
{
  for (guint i = index; i < get_node (chooser, index)->end; i++)
    chooser->chosen[i] = TRUE;
}

/* Whether an element beside the top one goes on with the article. */
static gboolean
is_sibling (const Chooser *chooser, guint top, guint index)
{
  const OutlayPageNode *node = get_node (chooser, index);
  const Sum *sum = &chooser->sums[index];
  double bonus = 0;

  if (chooser->gone[index] || sum->width == 0)
    return FALSE;
  if (node->marks != 0 && node->marks == get_node (chooser, top)->marks)
    bonus = chooser->sums[top].points * SIBLING_SHARE;
  if (sum->points + bonus >= MAX (10, chooser->sums[top].points * SIBLING_SHARE) && sum->prose > 0)
    return TRUE;
  if (node->tag != OUTLAY_TAG_P)
    return FALSE;
  return (sum->width > 80 && get_link_share (sum) < 0.25)
         || (sum->prose > 0 && sum->link_width == 0);
}

static void
choose_siblings (Chooser *chooser, guint top)
{
  guint parent = get_node (chooser, top)->parent;

  choose_node (chooser, top);
  if (top == 0 || get_node (chooser, top)->marks & OUTLAY_PAGE_MARK_BODY)
    return;
  for (guint i = parent + 1; i < get_node (chooser, parent)->end; i = get_node (chooser, i)->end)
    {
      if (i != top && is_sibling (chooser, top, i))
        choose_node (chooser, i);
    }
}

/* Whether an element inside the article is a list of links, a box or the like. */
static gboolean
is_box (const Chooser *chooser, guint index)
{
  const OutlayPageNode *node = get_node (chooser, index);
  const Sum *sum = &chooser->sums[index];
  double links = get_link_share (sum);
  gboolean named = (node->marks
                    & (OUTLAY_PAGE_MARK_CLUTTER | OUTLAY_PAGE_MARK_WEAK | OUTLAY_PAGE_MARK_COMMENTS
                       | OUTLAY_PAGE_MARK_CAPTION))
                     != 0
                   && chooser->care == OUTLAY_PAGE_CARE_FULL;

  switch (node->tag)
    {
    case OUTLAY_TAG_LIST:
    case OUTLAY_TAG_TABLE:
      return links > 0.5 || (named && sum->n_paragraphs == 0 && links > 0.2);
    case OUTLAY_TAG_DIV:
    case OUTLAY_TAG_SECTION:
    case OUTLAY_TAG_ARTICLE:
    case OUTLAY_TAG_HEADER:
    case OUTLAY_TAG_BLOCK:
      if (named)
        return sum->n_paragraphs == 0 || links > 0.3;
      return (links > 0.5) || (links > 0.3 && sum->n_paragraphs == 0 && sum->width > 40);
    default:
      return named && node->tag != OUTLAY_TAG_INLINE && sum->n_paragraphs == 0 && links > 0;
    }
}

static void
remove_boxes (Chooser *chooser, guint top)
{
  for (guint i = 0; i < chooser->page->nodes->len; i++)
    {
      const OutlayPageNode *node = get_node (chooser, i);

      if (!chooser->chosen[i] || i == top || node->tag == OUTLAY_TAG_TEXT
          || chooser->sums[i].width == 0 || (top > i && top < node->end))
        continue;
      if (is_box (chooser, i))
        {
          remove_node (chooser, i);
          i = node->end - 1;
        }
    }
}

/* The indices of the blocks that stay. */
static GArray *
collect (const Chooser *chooser)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < chooser->blocks->blocks->len; i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (chooser->blocks, i);

      if (chooser->chosen[block->node] && !chooser->gone[block->node]
          && block->kind != OUTLAY_PAGE_BLOCK_CAPTION)
        g_array_append_val (result, i);
    }
  return result;
}

/**
 * outlay_page_choose:
 *
 * Finds the article in a page.
 *
 * Returns: (transfer full) (element-type guint): the indices of the blocks that belong to it, in
 *   the order of the page.
 */
GArray *
outlay_page_choose (const OutlayPage *page, const OutlayPageBlocks *blocks, OutlayPageCare care)
{
  guint n = page->nodes->len;
  g_autofree Sum *sums = g_new0 (Sum, n);
  g_autofree gboolean *gone = g_new0 (gboolean, n);
  g_autofree gboolean *chosen = g_new0 (gboolean, n);
  g_autofree gboolean *started = g_new0 (gboolean, n);
  Chooser chooser = {page, blocks, care, sums, gone, chosen};
  guint top;

  add_up (&chooser);
  remove_clutter (&chooser);
  add_up (&chooser);
  top = find_top (&chooser, started);
  top = top > 0 ? widen (&chooser, top) : 0;
  top = climb (&chooser, top);
  top = narrow (&chooser, top);
  choose_siblings (&chooser, top);
  remove_boxes (&chooser, top);
  return collect (&chooser);
}
