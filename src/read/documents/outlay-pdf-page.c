/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/documents/outlay-pdf-page.h"

#include <math.h>
#include <string.h>

/* Signs of one line stand no further apart, in heights of letters; what is raised or lowered less
 * is a sign such as that of a note. */
#define MAX_GAP   1.6
#define MAX_SHIFT 0.6

typedef struct
{
  const PopplerRectangle *places; /* (nullable): of each character */
  double page_height;
  guint number;
} Places;

/* Ligatures become their letters; other signs that only look otherwise stay what they are. */
static char *
dup_plain (const char *text, gsize length)
{
  static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  GString *plain = g_string_sized_new (length);

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0xfb00 && c <= 0xfb06)
        g_string_append (plain, ligatures[c - 0xfb00]);
      else if (c == '\t' || (c >= 0x20 && c != 0xfffd && c != 0xfeff && c != 0x200b))
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

static void
set_place (OutlayPdfLine *line, const Places *places, glong first, glong last, const char *text)
{
  double top = places->page_height, bottom = 0;

  line->left = G_MAXDOUBLE;
  for (glong i = first; i < last; i++, text = g_utf8_next_char (text))
    {
      const PopplerRectangle *place = &places->places[i];

      if (g_unichar_isspace (g_utf8_get_char (text)))
        continue;
      line->left = MIN (line->left, place->x1);
      line->right = MAX (line->right, place->x2);
      top = MIN (top, MIN (place->y1, place->y2));
      bottom = MAX (bottom, MAX (place->y1, place->y2));
      line->height = MAX (line->height, bottom - top);
    }
  line->placed = line->right > line->left && bottom > top && places->page_height > 0;
  line->base = bottom;
  line->top = (top + bottom) / 2 / places->page_height;
}

static guint
count_signs (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_isgraph (g_utf8_get_char (at)) != 0;
  return n;
}

/* Whether the sign at @place stands apart from that at @before: Poppler may write lines of two
 * columns, and cells of a table, without a break. */
static gboolean
is_apart (const PopplerRectangle *before, const PopplerRectangle *place)
{
  double height = fabs (before->y2 - before->y1);

  return place->x1 < before->x1 - height || place->x1 > before->x2 + MAX_GAP * height
         || fabs (place->y2 - before->y2) > MAX_SHIFT * height;
}

/* How many bytes of @text, the sign @offset of the page, are one line. */
static gsize
measure_line (const char *text, glong offset, const Places *places)
{
  const PopplerRectangle *before = NULL;
  const char *at;

  for (at = text; *at != '\0' && *at != '\n'; at = g_utf8_next_char (at), offset++)
    {
      if (places->places == NULL || g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      if (before != NULL && is_apart (before, &places->places[offset]))
        break;
      before = &places->places[offset];
    }
  return (gsize)(at - text);
}

static guint
add_lines (GPtrArray *lines, const char *text, const Places *places)
{
  glong offset = 0;
  guint n_signs = 0;

  while (*text != '\0')
    {
      gsize length = measure_line (text, offset, places);
      glong n = g_utf8_strlen (text, (gssize)length);
      g_autofree char *plain = dup_plain (text, length);

      if (*plain != '\0')
        {
          OutlayPdfLine *line = g_new0 (OutlayPdfLine, 1);

          if (places->places != NULL)
            set_place (line, places, offset, offset + n, text);
          line->page = places->number;
          line->text = g_steal_pointer (&plain);
          n_signs += count_signs (line->text);
          g_ptr_array_add (lines, line);
        }
      offset += n + (text[length] == '\n');
      text += length + (text[length] == '\n');
    }
  return n_signs;
}

/**
 * outlay_pdf_read_page:
 * @lines: (element-type OutlayPdfLine): gets those of @page, in the order of reading
 * @number: of the page, from 0
 *
 * Returns: how many letters and marks are on the page.
 */
guint
outlay_pdf_read_page (GPtrArray *lines, PopplerPage *page, guint number)
{
  Places places = {.number = number};
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *rectangles = NULL;
  guint n_rectangles = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return 0;
  poppler_page_get_size (page, NULL, &places.page_height);
  if (poppler_page_get_text_layout (page, &rectangles, &n_rectangles)
      && (glong)n_rectangles >= g_utf8_strlen (text, -1))
    places.places = rectangles;
  return add_lines (lines, text, &places);
}
