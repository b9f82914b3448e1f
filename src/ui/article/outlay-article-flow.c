/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text view lays a paragraph out in one go: 100 kB of it hold the window for a quarter of a
 * second, 1 MB for two. A page of text without a line break is therefore broken up for the eye.
 */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-article-flow.h"

#include <string.h>

/* Bytes of a paragraph from which on it is broken up, and the size of the pieces. */
#define PARAGRAPH_MAX 8192
#define PIECE         4096

/* How far behind the size of a piece a space is looked for. */
#define N_TO_SPACE 200

static const char *
find_break (const char *from, const char *end)
{
  const char *cut = from + PIECE;

  while (((guchar)*cut & 0xc0) == 0x80)
    cut++;
  for (const char *at = cut; at < end && at < cut + N_TO_SPACE; at = g_utf8_next_char (at))
    {
      if (*at == ' ')
        return at + 1;
    }
  while (
    cut < end
    && (g_unichar_ismark (g_utf8_get_char (cut)) || g_unichar_iszerowidth (g_utf8_get_char (cut))))
    cut = g_utf8_next_char (cut);
  return cut;
}

static void
append_paragraph (GString *flow, const char *text, gsize start, gsize end, GArray *breaks)
{
  const char *at = text + start;

  while (end - (gsize)(at - text) > PARAGRAPH_MAX)
    {
      const char *cut = find_break (at, text + end);
      gsize offset = (gsize)(cut - text);

      g_string_append_len (flow, at, cut - at);
      g_string_append_c (flow, '\n');
      g_array_append_val (breaks, offset);
      at = cut;
    }
  g_string_append_len (flow, at, (gssize)(end - (gsize)(at - text)));
}

/**
 * outlay_article_flow_make:
 * @text: UTF-8
 * @breaks: (element-type gsize): gets the byte offsets in @text before which a line break was put
 *
 * Returns: (transfer full): @text with its overlong paragraphs broken up.
 */
char *
outlay_article_flow_make (const char *text, GArray *breaks)
{
  gsize length = strlen (text), start = 0;
  GString *flow = g_string_sized_new (length + 1);

  while (start < length)
    {
      gsize end = start + strcspn (text + start, "\n");

      append_paragraph (flow, text, start, end, breaks);
      start = end;
      while (text[start] == '\n')
        g_string_append_c (flow, text[start++]);
    }
  return g_string_free (flow, FALSE);
}

/**
 * outlay_article_flow_map:
 * @breaks: (element-type gsize): of outlay_article_flow_make()
 * @offset: byte offset in the text
 *
 * Returns: the byte offset of the same character in the text that is shown.
 */
gsize
outlay_article_flow_map (const GArray *breaks, gsize offset)
{
  guint low = 0, high = breaks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (breaks, gsize, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return offset + low;
}
