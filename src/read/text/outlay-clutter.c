/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-clutter.h"

#include <string.h>

#include "read/text/outlay-day.h"

/* Teasers of other articles: a headline, perhaps its day, perhaps a sentence or two. */
#define MAX_TEASER         170
#define MAX_LEAD           420
#define MAX_LEAD_SENTENCES 3

/* The last paragraph of an article and the lead of a lone teaser look alike; above this many
 * columns it is taken for the paragraph. */
#define LONE_LEAD 200

/* Words and columns of a headline; the name of a section above one has fewer. */
#define MIN_HEADLINE_WORDS 3
#define MIN_HEADLINE       12

#define MAX_COMMENT 300

/* Lines before the first paragraph, and behind the last, that may tell the article's day. */
#define MAX_HEAD_LINES 14

static gboolean
is_prose (GArray *lines, guint i)
{
  return i < lines->len && outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT
         && outlay_line_is_prose (outlay_lines_get (lines, i));
}

static guint
find_first_prose (GArray *lines)
{
  guint i = 0;

  while (i < lines->len && !is_prose (lines, i))
    i++;
  return i;
}

static gboolean
is_long_prose (const OutlayLine *line)
{
  return line->width > MAX_LEAD || line->n_sentences > MAX_LEAD_SENTENCES;
}

/* The paragraph at @i, or the question right above it that it answers. */
static guint
include_question (GArray *lines, guint i, guint heading)
{
  const OutlayLine *above = outlay_lines_get (lines, i - 1);

  return i - 1 > heading && above->kind == OUTLAY_LINE_TEXT && above->stop ? i - 1 : i;
}

static gboolean
is_headline (GArray *lines, guint i)
{
  const OutlayLine *line = i < lines->len ? outlay_lines_get (lines, i) : NULL;

  return line != NULL && line->kind == OUTLAY_LINE_TEXT && !outlay_line_is_prose (line)
         && !line->stop && line->n_words >= MIN_HEADLINE_WORDS && line->width >= MIN_HEADLINE;
}

/* Whether the block below @heading lists nothing but headlines, so that no paragraph is of it. */
static gboolean
lists_headlines (GArray *lines, guint heading)
{
  return is_headline (lines, heading + 1) && is_headline (lines, heading + 2);
}

/* Where the article goes on behind the heading of a block of other articles: at two paragraphs in
 * a row, at one too long for a teaser, at one of several sentences below a list of headlines; else
 * nowhere. The next such heading ends the block. */
static guint
find_return (const OutlayReadWords *words, GArray *lines, guint heading)
{
  gboolean bare = lists_headlines (lines, heading);
  guint n_leads = 0, last_lead = 0, end = heading + 1;

  for (; end < lines->len; end++)
    {
      const OutlayLine *line = outlay_lines_get (lines, end);

      if (line->kind == OUTLAY_LINE_RELATED && n_leads > 0
          && outlay_clutter_is_related_heading (words, line))
        break;
      bare &= line->kind == OUTLAY_LINE_TEXT;
      if (!is_prose (lines, end))
        continue;
      if ((bare && line->n_sentences > 1) || is_long_prose (line) || is_prose (lines, end + 1))
        return include_question (lines, end, heading);
      n_leads++;
      last_lead = end;
    }
  if (n_leads == 1 && outlay_lines_get (lines, last_lead)->width > LONE_LEAD)
    return include_question (lines, last_lead, heading);
  return end;
}

/* A heading in the body of an article is followed by the body; what follows it is no teaser. */
static gboolean
heads_teasers (GArray *lines, guint heading)
{
  return heading + 1 < lines->len && !is_prose (lines, heading + 1);
}

static void
mark_range (GArray *lines, guint from, guint to, OutlayLineKind kind)
{
  for (guint i = from; i < to; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_TEXT || line->kind == OUTLAY_LINE_BYLINE
          || line->kind == OUTLAY_LINE_DAY || line->kind == OUTLAY_LINE_SOURCE)
        line->kind = kind;
    }
}

/* Above the article a block of other articles ends where its short lines end. */
static void
mark_related_head (GArray *lines, guint heading, guint first_prose)
{
  guint end = heading + 1;

  while (end < first_prose && outlay_lines_get (lines, end)->bullet)
    end++;
  mark_range (lines, heading, end, OUTLAY_LINE_RELATED);
}

static void
mark_related (const OutlayReadWords *words, GArray *lines)
{
  guint first_prose = find_first_prose (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind != OUTLAY_LINE_RELATED || !outlay_clutter_is_related_heading (words, line))
        continue;
      if (i < first_prose)
        {
          mark_related_head (lines, i, first_prose);
          continue;
        }
      guint end = heads_teasers (lines, i) ? find_return (words, lines, i) : i + 1;
      mark_range (lines, i, end, OUTLAY_LINE_RELATED);
      i = end - 1;
    }
}

static gboolean
is_comments_heading (const OutlayReadWords *words, const OutlayLine *line)
{
  const char *text = line->folded;

  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_COMMENTS, text, NULL);
  if (length == 0 || line->n_words > 6)
    return FALSE;
  for (text += length; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

/* Comments run from their heading to the end, or to what is too long for one. */
static void
mark_comments (const OutlayReadWords *words, GArray *lines)
{
  guint first_prose = find_first_prose (lines);
  guint end = 0;

  for (guint i = first_prose + 1; i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (!is_comments_heading (words, line))
        continue;
      end = MAX (end, i + 1);
      while (end < lines->len && outlay_lines_get (lines, end)->width <= MAX_COMMENT
             && !(is_prose (lines, end) && is_prose (lines, end + 1)))
        end++;
      line->kind = OUTLAY_LINE_COMMENT;
      if (end == lines->len)
        {
          mark_range (lines, i, end, OUTLAY_LINE_COMMENT);
          break;
        }
    }
}

static gboolean
tells_day (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (line->kind != OUTLAY_LINE_TEXT || line->width > MAX_TEASER || line->level > 0)
    return FALSE;
  parts = outlay_line_cut (text, line);
  for (guint i = 0; i < parts->len; i++)
    {
      OutlayDayLine day = outlay_day_read_part (words, g_ptr_array_index (parts, i));

      if (day.bare)
        return TRUE;
      /* A place beside the day, as in a letter's head. */
      if (parts->len == 1 && line->n_words <= 7 && !line->stop
          && (outlay_date_is_set (day.published) || outlay_date_is_set (day.updated)))
        return TRUE;
    }
  return FALSE;
}

static void
mark_days (const OutlayReadWords *words, const char *text, GArray *lines)
{
  guint head = MIN (find_first_prose (lines), MAX_HEAD_LINES);

  for (guint i = 0; i < head; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (tells_day (words, text, line))
        line->kind = OUTLAY_LINE_DAY;
    }
}

static gboolean
is_section_path (const char *text, const OutlayLine *line)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (line->stop || !outlay_line_has_parts (text, line))
    return FALSE;
  parts = outlay_line_cut (text, line);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      guint n_words = 1;

      for (const char *at = part; *at != '\0'; at++)
        n_words += *at == ' ';
      if (n_words > 3 || strpbrk (part, "0123456789") != NULL)
        return FALSE;
    }
  return parts->len > 1;
}

/* Names of sections above the article, parted as menus and paths are. */
static void
mark_section_paths (const char *text, GArray *lines)
{
  guint head = find_first_prose (lines);

  for (guint i = 0; i < head && i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_TEXT && line->level == 0 && is_section_path (text, line))
        line->kind = OUTLAY_LINE_MENU;
    }
}

/* A byline stands at the article's head or end; a name between paragraphs is a subheading. */
static void
keep_inner_bylines (GArray *lines)
{
  guint first = find_first_prose (lines), last = lines->len;

  while (last > 0 && !is_prose (lines, last - 1))
    last--;
  for (guint i = first; i < last; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_BYLINE)
        line->kind = OUTLAY_LINE_TEXT;
    }
}

/**
 * outlay_clutter_mark:
 * @words: of the text's language
 * @text: the text that holds @lines
 * @lines: (element-type OutlayLine): gets its kinds set
 *
 * Tells an article's lines from those of the page around it. Where it isn't sure, a line is text.
 */
void
outlay_clutter_mark (const OutlayReadWords *words, const char *text, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_TEXT && !line->row)
        line->kind = outlay_clutter_judge (words, text, line);
    }
  mark_related (words, lines);
  mark_comments (words, lines);
  mark_days (words, text, lines);
  mark_section_paths (text, lines);
  keep_inner_bylines (lines);
}
