/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/documents/outlay-pdf-lines.h"

#include <math.h>
#include <string.h>

#include "base/outlay-text.h"

/* Where on a page running heads, feet and page numbers stand, as a share of its height. */
#define HEAD_SHARE 0.13
#define FOOT_SHARE 0.87

/* How far apart, as a share of the height, the same head stands on two pages. */
#define SAME_PLACE 0.02

/* A headline is so much larger than most of the text, and has so many letters. */
#define TITLE_SCALE   1.12
#define MIN_TITLE     12
#define MAX_TITLE     300
#define SAME_HEIGHT   0.07
#define MAX_TITLE_GAP 2.2

static void
free_line (gpointer data)
{
  OutlayPdfLine *line = data;

  g_free (line->text);
  g_free (line);
}

/**
 * outlay_pdf_lines_new:
 *
 * Returns: (transfer full) (element-type OutlayPdfLine): an empty list.
 */
GPtrArray *
outlay_pdf_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_line);
}

/* What a head says on every page: its letters, each number one sign. */
static char *
dup_pattern (const char *text)
{
  GString *pattern = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        {
          if (!g_str_has_suffix (pattern->str, "#"))
            g_string_append_c (pattern, '#');
        }
      else if (g_unichar_isalpha (c))
        g_string_append_unichar (pattern, g_unichar_tolower (c));
    }
  return g_string_free (pattern, FALSE);
}

/* Whether the line is nothing but the number of its page: "3", "– 3 –", "3/7". */
static gboolean
is_page_number (const OutlayPdfLine *line)
{
  guint n_numbers = 0;
  gboolean inside = FALSE;

  for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean digit = g_unichar_isdigit (c);

      if (g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || c == '%')
        return FALSE;
      n_numbers += digit && !inside;
      inside = digit;
    }
  return n_numbers >= 1 && n_numbers <= 2 && strlen (line->text) <= 12;
}

static gboolean
is_at_edge (const OutlayPdfLine *line)
{
  return line->placed && (line->top < HEAD_SHARE || line->top > FOOT_SHARE);
}

/**
 * outlay_pdf_drop_running:
 *
 * Drops what stands at the head or foot of pages and is no part of the text: lines that two pages
 * share at the same place, and page numbers.
 */
void
outlay_pdf_drop_running (GPtrArray *lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      OutlayPdfLine *line = g_ptr_array_index (lines, i);
      OutlayPdfLine *other;
      char *pattern;

      if (!is_at_edge (line))
        continue;
      if (is_page_number (line))
        {
          line->dropped = TRUE;
          continue;
        }
      pattern = dup_pattern (line->text);
      other = g_hash_table_lookup (seen, pattern);
      if (other != NULL && other->page != line->page && fabs (other->top - line->top) < SAME_PLACE)
        other->dropped = line->dropped = TRUE;
      g_hash_table_replace (seen, pattern, line);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* The height that half of the text's letters are below. */
static double
find_usual_height (const GPtrArray *lines)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayPdfLine *line = g_ptr_array_index (lines, i);

      for (gsize n = 0; line->placed && !line->dropped && n < strlen (line->text); n += 20)
        g_array_append_val (heights, line->height);
    }
  if (heights->len == 0)
    return 0;
  g_array_sort (heights, compare_numbers);
  return g_array_index (heights, double, heights->len / 2);
}

static guint
count_columns (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n;
}

static gboolean
is_same_size (const OutlayPdfLine *a, const OutlayPdfLine *b)
{
  return fabs (a->height - b->height) <= a->height * SAME_HEIGHT;
}

/* The first line of the largest on the first page that says enough. */
static guint
find_largest (const GPtrArray *lines)
{
  guint largest = lines->len;

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayPdfLine *line = g_ptr_array_index (lines, i);
      const OutlayPdfLine *best = largest < lines->len ? g_ptr_array_index (lines, largest) : NULL;

      if (line->page > 0)
        break;
      if (line->placed && !line->dropped && count_columns (line->text) >= MIN_TITLE
          && strchr (line->text, ' ') != strrchr (line->text, ' ')
          && (best == NULL || line->height > best->height * (1 + SAME_HEIGHT)))
        largest = i;
    }
  return largest;
}

static void
append_word (GString *text, const char *more)
{
  gunichar last = text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : 0;

  if (text->len > 0 && !(g_unichar_iswide (last) && g_unichar_iswide (g_utf8_get_char (more))))
    g_string_append_c (text, ' ');
  g_string_append (text, more);
}

/**
 * outlay_pdf_find_title:
 *
 * Returns: (transfer full) (nullable): the words of the first page in the largest letters, where
 *   they are larger than the text.
 */
char *
outlay_pdf_find_title (const GPtrArray *lines)
{
  double usual = find_usual_height (lines);
  guint start = find_largest (lines);
  const OutlayPdfLine *first, *previous;
  g_autoptr (GString) title = g_string_new (NULL);

  if (start == lines->len)
    return NULL;
  first = previous = g_ptr_array_index (lines, start);
  if (first->height < usual * TITLE_SCALE)
    return NULL;
  for (guint i = start; i < lines->len; i++)
    {
      const OutlayPdfLine *line = g_ptr_array_index (lines, i);

      if (line->page > 0 || line->dropped || !is_same_size (first, line)
          || line->base - previous->base > MAX_TITLE_GAP * first->height)
        break;
      append_word (title, line->text);
      previous = line;
    }
  return title->len <= MAX_TITLE ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}
