/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-line.h"

#include <string.h>

#include "base/outlay-text.h"

/* Bytes of a line that are folded: clutter says what it is in its first words, and a line of more
 * bytes is hardly clutter. */
#define FOLDED_ROOM 600

/* The first character that takes two columns. */
#define FIRST_WIDE 0x1100

/* Columns that make a sentence prose, and a line without a stop. */
#define PROSE_SENTENCE 60
#define PROSE_LINE     200

/* Texts are wrapped at a column between these; so many lines make it sure. */
#define MIN_MARGIN  50
#define MAX_MARGIN  120
#define MIN_WRAPPED 3

static void
clear_line (gpointer data)
{
  OutlayLine *line = data;

  g_free (line->folded);
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01
         || c == 0xff1f || c == 0xff0e || c == 0xff61;
}

static gboolean
is_closer (gunichar c)
{
  if (outlay_text_is_alnum (c))
    return FALSE;
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || c == '"'
         || c == '\'' || c == 0x201c;
}

static gboolean
is_bullet (gunichar c)
{
  switch (c)
    {
    case '-':
    case '*':
    case '>':
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2022:
    case 0xb7:
    case 0xbb:
    case 0x203a:
    case 0x30fb:
      return TRUE;
    default:
      /* Arrows, geometric shapes, dingbats. */
      return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x25a0 && c <= 0x27bf);
    }
}

static gboolean
is_space (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace ((char)c);
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

/* Columns, words and sentences of a line. */
static void
measure (OutlayLine *line, const char *text)
{
  const char *end = text + line->start + line->length;
  gboolean follows_letter = FALSE;
  gunichar stop = 0;
  guint wide = 0;

  for (const char *at = text + line->start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = outlay_text_get_char (at);
      gboolean is_wide = c >= FIRST_WIDE && g_unichar_iswide (c);

      line->width += is_wide ? 2 : 1;
      wide += is_wide;
      gboolean is_letter = !is_wide && outlay_text_is_alnum (c);

      if (is_letter && !follows_letter)
        line->n_words++;
      if (stop != 0 && (is_space (c) || stop > 0x3000))
        line->n_sentences++;
      if (is_stop (c))
        stop = c;
      else if (stop != 0 && !is_closer (c))
        stop = 0;
      follows_letter = is_letter || c == '\'';
    }
  line->n_words += (wide + 1) / 2;
  line->stop = stop != 0;
  line->n_sentences += line->stop;
}

/**
 * outlay_lines_new:
 *
 * Returns: (transfer full) (element-type OutlayLine): an empty array.
 */
GArray *
outlay_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (OutlayLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

/**
 * outlay_lines_add:
 * @start: byte offset in @text
 * @length: bytes
 *
 * Returns: (transfer none) (nullable): the line, till the next is added; %NULL where those bytes
 *   are space.
 */
OutlayLine *
outlay_lines_add (GArray *lines, const char *text, gsize start, gsize length)
{
  OutlayLine line = {0};
  const char *first = text + start, *end = first + length;

  while (first < end && is_space (outlay_text_get_char (first)))
    first = g_utf8_next_char (first);
  while (end > first && is_space (outlay_text_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (first == end)
    return NULL;
  line.start = (gsize)(first - text);
  line.length = (gsize)(end - first);
  line.bullet = is_bullet (outlay_text_get_char (first));
  gsize room = MIN (line.length, FOLDED_ROOM);
  while (room < line.length && ((guint8)first[room] & 0xc0) == 0x80)
    room--;
  line.folded = outlay_text_fold_case (first, (gssize)room);
  measure (&line, text);
  g_array_append_val (lines, line);
  return outlay_lines_get (lines, lines->len - 1);
}

static gsize
get_break_length (const char *at)
{
  if (*at == '\n' || *at == '\r' || *at == '\v' || *at == '\f')
    return 1;
  /* U+2028 and U+2029 */
  return (guint8)at[0] == 0xe2 && (guint8)at[1] == 0x80 && ((guint8)at[2] | 1) == 0xa9 ? 3 : 0;
}

static guint
get_first_word_width (const char *text, const OutlayLine *line)
{
  guint width = 0;

  for (const char *at = text + line->start;
       at < text + line->start + line->length && !is_space (outlay_text_get_char (at));
       at = g_utf8_next_char (at))
    width++;
  return width;
}

/* Whether the line goes on in the next one: that one's first word had no room in it. */
static gboolean
is_wrapped (GArray *lines, const char *text, guint i, guint margin)
{
  const OutlayLine *line = outlay_lines_get (lines, i);

  return i + 1 < lines->len && !outlay_lines_get (lines, i + 1)->gap
         && line->width + 1 + get_first_word_width (text, outlay_lines_get (lines, i + 1)) > margin;
}

/* The column at which the text was wrapped, 0 where it wasn't: one that nearly all lines keep to
 * that another line follows. */
static guint
find_margin (GArray *lines, const char *text)
{
  guint margin = 0, n_pairs = 0, n_wrapped = 0;

  for (guint i = 0; i < lines->len; i++)
    margin = MAX (margin, outlay_lines_get (lines, i)->width);
  if (margin < MIN_MARGIN || margin > MAX_MARGIN)
    return 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      n_pairs += !outlay_lines_get (lines, i + 1)->gap;
      n_wrapped += is_wrapped (lines, text, i, margin);
    }
  return n_wrapped >= MIN_WRAPPED && n_wrapped * 4 >= n_pairs * 3 ? margin : 0;
}

/* Makes one line of those that were wrapped. */
static GArray *
unwrap (GArray *lines, const char *text)
{
  guint margin = find_margin (lines, text);
  GArray *result;

  if (margin == 0)
    return lines;
  result = outlay_lines_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *first = outlay_lines_get (lines, i);

      while (is_wrapped (lines, text, i, margin))
        i++;
      const OutlayLine *last = outlay_lines_get (lines, i);
      OutlayLine *line
        = outlay_lines_add (result, text, first->start, last->start + last->length - first->start);
      line->gap = first->gap;
    }
  g_array_unref (lines);
  return result;
}

/**
 * outlay_lines_split:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type OutlayLine): the lines of @text that are not empty; where
 *   it was wrapped at a column, its paragraphs.
 */
GArray *
outlay_lines_split (const char *text)
{
  GArray *lines = outlay_lines_new ();
  guint n_breaks = 0;

  for (const char *at = text; *at != '\0';)
    {
      const char *end = at;

      while (*end != '\0' && get_break_length (end) == 0)
        end++;
      OutlayLine *line = outlay_lines_add (lines, text, (gsize)(at - text), (gsize)(end - at));
      if (line != NULL)
        {
          line->gap = n_breaks > 1;
          n_breaks = 0;
        }
      if (!(end[0] == '\r' && end[1] == '\n'))
        n_breaks++;
      at = end + get_break_length (end);
    }
  return unwrap (lines, text);
}

/**
 * outlay_line_is_prose:
 *
 * Returns: whether the line is a sentence or more, as articles are and headlines and menus aren't.
 */
gboolean
outlay_line_is_prose (const OutlayLine *line)
{
  if (line->level > 0)
    return FALSE;
  if (line->stop || line->n_sentences > 1)
    return line->width >= PROSE_SENTENCE;
  return line->width >= PROSE_LINE;
}

/**
 * outlay_line_get_words:
 *
 * Returns: (transfer none): the folded line behind its bullets, brackets and figures of a list.
 */
const char *
outlay_line_get_words (const OutlayLine *line)
{
  const char *at = line->folded;

  while (*at != '\0' && !outlay_text_is_alnum (outlay_text_get_char (at)) && *at != '$')
    at = g_utf8_next_char (at);
  return at;
}

static gsize
get_separator_length (const char *at, const char *start, const char *end)
{
  gunichar c = outlay_text_get_char (at);
  gsize length = (gsize)(g_utf8_next_char (at) - at);
  gboolean spaced = at > start && at + length < end && at[-1] == ' ' && at[length] == ' ';

  switch (c)
    {
    case '|':
    case '\t':
    case 0xb7:
    case 0x2022:
    case 0x203a:
    case 0xbb:
    case 0x3000:
    case 0xff5c:
    case 0x25cf:
    case 0x25aa:
      return length;
    case '>':
    case '/':
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2192:
      return spaced ? length : 0;
    case ' ':
      return at + 1 < end && at[1] == ' ' ? length : 0;
    default:
      return 0;
    }
}

/**
 * outlay_line_has_parts:
 *
 * Returns: whether outlay_line_cut() would find several parts.
 */
gboolean
outlay_line_has_parts (const char *text, const OutlayLine *line)
{
  const char *start = text + line->start, *end = start + line->length;

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      if (get_separator_length (at, start, end) > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_line_cut:
 * @text: the text that holds @line
 *
 * Returns: (transfer full) (element-type utf8): the folded parts between the separators that
 *   menus, breadcrumbs and lines of an article's data are made with.
 */
GPtrArray *
outlay_line_cut (const char *text, const OutlayLine *line)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = text + line->start, *end = start + line->length, *from = start;

  for (const char *at = start; at <= end;)
    {
      gsize length = at < end ? get_separator_length (at, start, end) : 1;

      if (length > 0)
        {
          char *part = outlay_text_fold_case (from, at - from);

          if (*g_strstrip (part) != '\0')
            g_ptr_array_add (parts, part);
          else
            g_free (part);
          from = at + length;
        }
      at = at < end ? at + (length > 0 ? length : (gsize)(g_utf8_next_char (at) - at)) : at + 1;
    }
  return parts;
}
