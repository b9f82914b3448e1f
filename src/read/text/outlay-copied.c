/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the order of its lines tells of a text that was copied from a page, where no markup does.
 * Where no line shows by its words that it is the page's, none is taken away.
 */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-copied.h"

#include <string.h>

#include "base/outlay-text.h"

/* Lines at the top of a page in which it asks for consent. */
#define CONSENT_ROOM 12

/* Words of a line below the headline that says more of what the article is about. */
#define MIN_DECK_WORDS 5

#define MIN_POINT_WORDS 3

/* Columns of a short sentence; less is a name, a place or a button. */
#define MIN_SENTENCE 40

/* Words of a sentence of an article that is too short for a paragraph of a page. */
#define MIN_BODY_WORDS 10

/* Words of a name, at least. */
#define NAME_WORDS 2

static gboolean
is_prose (GArray *lines, guint i)
{
  return i < lines->len && outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT
         && outlay_line_is_prose (outlay_lines_get (lines, i));
}

static gboolean
ends_in_colon (const OutlayLine *line)
{
  return g_str_has_suffix (line->folded, ":") || g_str_has_suffix (line->folded, "：");
}

/* Whether the line is of the article without a doubt: a paragraph, a sentence of many words, or
 * what a list follows. */
static gboolean
is_body (GArray *lines, guint i)
{
  const OutlayLine *line = outlay_lines_get (lines, i);

  return is_prose (lines, i)
         || (line->kind == OUTLAY_LINE_TEXT && line->n_words >= MIN_BODY_WORDS
             && (line->stop || (line->n_sentences > 0 && ends_in_colon (line))));
}

static gboolean
is_text (GArray *lines, guint i)
{
  return outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT;
}

/* Whether the line is the page's by its own words. */
static gboolean
is_page (GArray *lines, guint i)
{
  OutlayLineKind kind = outlay_lines_get (lines, i)->kind;

  return kind != OUTLAY_LINE_TEXT && kind != OUTLAY_LINE_TITLE;
}

static guint
find_first_prose (GArray *lines, guint i)
{
  while (i < lines->len && !is_prose (lines, i))
    i++;
  return i;
}

/**
 * outlay_copied_mark_consent:
 * @words: of the text's language
 * @lines: (element-type OutlayLine): with their kinds; gets some of them set
 *
 * Marks the paragraphs above an article that speak of what the page stores. A single word tells
 * little elsewhere; at the top of a page, above its buttons, it is enough.
 */
void
outlay_copied_mark_consent (const OutlayReadWords *words, GArray *lines)
{
  for (guint i = find_first_prose (lines, 0); i < CONSENT_ROOM; i = find_first_prose (lines, i))
    {
      OutlayLine *line = i < lines->len ? outlay_lines_get (lines, i) : NULL;
      gsize length;

      if (find_first_prose (lines, i + 1) >= lines->len || !is_page (lines, i + 1)
          || outlay_read_words_find (words, OUTLAY_WORD_PROMO, line->folded, &length) == NULL)
        return;
      line->kind = OUTLAY_LINE_PROMO;
    }
}

static guint
find_title (GArray *lines, guint end)
{
  guint i = 0;

  while (i < end && outlay_lines_get (lines, i)->kind != OUTLAY_LINE_TITLE)
    i++;
  return i;
}

static guint
find_first_body (GArray *lines)
{
  guint i = 0;

  while (i < lines->len && !is_body (lines, i))
    i++;
  return i;
}

/* Whether a line of the head tells something of its own: a point of a list, a label and what it
 * stands for, a sentence, or what a list follows. */
static gboolean
says_something (const OutlayLine *line)
{
  const char *colon = strstr (line->folded, ": ");

  return (line->bullet && line->n_words >= MIN_POINT_WORDS)
         || (line->stop && line->width >= MIN_SENTENCE)
         || (line->n_words >= MIN_DECK_WORDS && (colon != NULL || ends_in_colon (line)));
}

/* Above the headline stands the page; below it a line or two that say more, then the page again,
 * down to the first paragraph. */
static void
mark_head (GArray *lines)
{
  guint head = find_first_body (lines), title, n_page = 0;
  gboolean deck;

  /* A sentence below the headline, and then the page again. */
  if (head + 1 < lines->len && !is_prose (lines, head) && is_page (lines, head + 1))
    head = find_first_prose (lines, 0);
  title = find_title (lines, head);
  deck = title < head;

  for (guint i = 0; i < head; i++)
    n_page += is_page (lines, i);
  if (n_page == 0 || head == lines->len)
    return;
  for (guint i = 0; i < head; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);
      gboolean above = title < head && i < title, says_much = line->n_words >= MIN_DECK_WORDS;

      if (i > title)
        deck &= line->kind == OUTLAY_LINE_TEXT;
      if (!is_text (lines, i) || (!above && says_something (line)))
        continue;
      if (!says_much || (above ? n_page > 1 : !deck && title < head))
        line->kind = OUTLAY_LINE_MENU;
    }
}

/* Whether the line goes on what the one above it began: a list, a table, a short sentence. */
static gboolean
is_continued (GArray *lines, guint i)
{
  const OutlayLine *line = outlay_lines_get (lines, i);

  return line->kind == OUTLAY_LINE_TEXT
         && (line->bullet || line->n_sentences > 0 || ends_in_colon (line)
             || strpbrk (line->folded, "0123456789") != NULL
             || ends_in_colon (outlay_lines_get (lines, i - 1)));
}

/* Below the last paragraph and what belongs to it stands the page. */
static void
mark_tail (GArray *lines)
{
  guint tail = lines->len, n_page = 0;

  while (tail > 0 && !is_body (lines, tail - 1))
    tail--;
  if (tail == 0)
    return;
  while (tail < lines->len && is_continued (lines, tail))
    tail++;
  for (guint i = tail; i < lines->len; i++)
    n_page += is_page (lines, i);
  for (guint i = tail, seen = 0; n_page > 0 && i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (is_page (lines, i))
        seen++;
      else if (line->kind == OUTLAY_LINE_TEXT && (seen > 0 || !line->stop))
        line->kind = OUTLAY_LINE_MENU;
    }
}

static gboolean
begins_with (const OutlayLine *line, const char *name)
{
  return *name != '\0' && g_str_has_prefix (line->folded, name)
         && !outlay_text_is_alnum (outlay_text_get_char (line->folded + strlen (name)));
}

/* Bytes of the folded line's first words, as many as a name has; 0 where it has fewer. */
static gsize
get_name_length (const char *folded)
{
  const char *at = folded;

  for (guint i = 0; i < NAME_WORDS && at != NULL; i++)
    at = strchr (i == 0 ? at : at + 1, ' ');
  return at != NULL ? (gsize)(at - folded) : 0;
}

/* Whether the line begins with a name that stands above the article, as its author's does. */
static gboolean
begins_with_head_name (GArray *lines, const OutlayLine *line, guint head)
{
  gsize length = get_name_length (line->folded);

  for (guint i = 0; i < head && length > 0; i++)
    {
      const OutlayLine *other = outlay_lines_get (lines, i);

      if (other->kind != OUTLAY_LINE_TITLE && (is_page (lines, i) || other->n_words == NAME_WORDS)
          && memmem (other->folded, strlen (other->folded), line->folded, length) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What the page says of the author, below the article. */
static void
mark_author (GArray *lines, const char *author)
{
  g_autofree char *folded = author != NULL ? outlay_text_fold_case (author, -1) : NULL;
  guint head = find_first_prose (lines, 0);

  for (guint i = head + 1; i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (!is_text (lines, i) || line->n_sentences == 0)
        continue;
      if ((folded != NULL && begins_with (line, folded))
          || (is_page (lines, i - 1) && begins_with_head_name (lines, line, head)))
        line->kind = OUTLAY_LINE_PROMO;
    }
}

/**
 * outlay_copied_mark_around:
 * @lines: (element-type OutlayLine): with their kinds, the title known; gets some of them set
 * @author: (nullable): of the article
 *
 * Marks the lines above and below an article that only their place shows to be the page's.
 */
void
outlay_copied_mark_around (GArray *lines, const char *author)
{
  mark_author (lines, author);
  mark_head (lines);
  mark_tail (lines);
}
