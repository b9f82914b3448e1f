/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs of a page's lines. */
#define G_LOG_DOMAIN "outlay-read"

#include <math.h>
#include <string.h>

#include "read/documents/outlay-pdf-lines.h"

/* Lines of one paragraph stand no further apart than so many heights of their letters; and of one
 * column no more than so much further than those before. */
#define MAX_LEADING   1.9
#define LEADING_SCALE 1.3

/* How much larger the letters of another kind of line are. */
#define OTHER_SIZE 0.12

/* An indent in heights of letters; and what a line leaves empty that ends a paragraph, as a share
 * of its column's width. */
#define INDENT 0.7
#define SHORT  0.8

#define MAX_INDENT 6

typedef struct
{
  GHashTable *words; /* (element-type utf8): as they stand inside lines */
  GString *text;
  const OutlayPdfLine *first;    /* of the paragraph */
  const OutlayPdfLine *previous; /* line */
  double leading;                /* of the paragraph's first two lines, 0 before that */
  double width;                  /* of the widest line of the paragraph's column */
} Joiner;

static gunichar
get_last (const char *text)
{
  gsize length = strlen (text);

  return length > 0 ? g_utf8_get_char (g_utf8_prev_char (text + length)) : 0;
}

static gboolean
ends_sentence (const char *text)
{
  static const gunichar stops[] = {'.', '!', '?', ':', 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e};
  const char *at = text + strlen (text);

  while (at > text)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
        {
          if (stops[i] == c)
            return TRUE;
        }
      if (g_unichar_isalnum (c) || g_unichar_isspace (c))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_bullet (const char *text)
{
  /* Two of them as the usual fonts of signs have them. */
  static const char *const bullets[]
    = {"•", "●", "■", "▪", "◦", "‣", "\uf0b7", "\uf0a7", "–", "-", "·", "*"};

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (text, bullets[i])
          && (i < 8 || g_unichar_isspace (g_utf8_get_char (text + strlen (bullets[i])))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_low (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Whether @line begins a new column or page, behind which the text goes on. */
static gboolean
is_next_column (const Joiner *joiner, const OutlayPdfLine *line)
{
  const OutlayPdfLine *previous = joiner->previous;

  return line->page != previous->page || line->base < previous->base - previous->height
         || line->left > previous->right;
}

/* Whether @previous left so much of its column empty that @line's first word had room there. */
static gboolean
is_short (const Joiner *joiner)
{
  const OutlayPdfLine *previous = joiner->previous;

  return previous->right - previous->left < joiner->width * SHORT;
}

static gboolean
begins_paragraph_below (const Joiner *joiner, const OutlayPdfLine *line)
{
  const OutlayPdfLine *previous = joiner->previous;
  double leading = line->base - previous->base;
  double indent = line->left - previous->left;

  if (leading > MAX_LEADING * line->height
      || (joiner->leading > 0 && leading > LEADING_SCALE * joiner->leading))
    return TRUE;
  /* A first line's indent; but the second line of an item stands further in than its bullet. */
  if (indent > INDENT * line->height && indent < MAX_INDENT * line->height
      && !is_bullet (joiner->first->text) && ends_sentence (previous->text))
    return TRUE;
  return ends_sentence (previous->text) && is_short (joiner);
}

static gboolean
begins_paragraph (const Joiner *joiner, const OutlayPdfLine *line)
{
  const OutlayPdfLine *previous = joiner->previous;

  if (previous == NULL || line->row || previous->row || is_bullet (line->text))
    return TRUE;
  if (!line->placed || !previous->placed)
    return ends_sentence (previous->text);
  if (fabs (line->height - previous->height) > OTHER_SIZE * previous->height)
    return TRUE;
  if (is_next_column (joiner, line))
    return !begins_low (line->text) && (ends_sentence (previous->text) || is_short (joiner));
  return begins_paragraph_below (joiner, line);
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || c == 0x2010;
}

static const char *
find_word_start (const char *start, const char *end)
{
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end;
}

static gboolean
is_known (const Joiner *joiner, const char *head, gsize head_length, const char *tail)
{
  g_autofree char *word
    = g_strdup_printf ("%.*s%.*s", (int)head_length, head, (int)strcspn (tail, " "), tail);

  return g_hash_table_contains (joiner->words, word);
}

/* A word that the line's end parts loses its hyphen, unless the text has it with one elsewhere or
 * what stands before is no part of a plain word: "AI-", "2026-". */
static gboolean
keeps_hyphen (const Joiner *joiner, const char *next)
{
  const char *end = joiner->text->str + joiner->text->len;
  const char *hyphen = g_utf8_prev_char (end);
  const char *word = find_word_start (joiner->text->str, hyphen);
  const char *last;

  if (g_utf8_get_char (hyphen) == 0xad)
    return FALSE;
  if (word == hyphen || !begins_low (next))
    return TRUE;
  if (is_known (joiner, word, (gsize)(hyphen - word), next))
    return FALSE;
  last = g_utf8_prev_char (hyphen);
  return !g_unichar_islower (g_utf8_get_char (last))
         || is_known (joiner, word, (gsize)(end - word), next);
}

static void
append_line (Joiner *joiner, const char *text)
{
  gunichar last = get_last (joiner->text->str);
  gunichar first = g_utf8_get_char (text);

  if (is_hyphen (last) && g_unichar_isalpha (first))
    {
      if (!keeps_hyphen (joiner, text))
        g_string_truncate (
          joiner->text,
          (gsize)(g_utf8_prev_char (joiner->text->str + joiner->text->len) - joiner->text->str));
    }
  else if (!(g_unichar_iswide (last) && g_unichar_iswide (first))
           || g_unichar_get_script (first) == G_UNICODE_SCRIPT_HANGUL)
    g_string_append_c (joiner->text, ' ');
  g_string_append (joiner->text, text);
}

static void
add_line (Joiner *joiner, const OutlayPdfLine *line)
{
  double width = line->right - line->left;

  if (begins_paragraph (joiner, line))
    {
      if (joiner->text->len > 0)
        g_string_append (joiner->text, "\n\n");
      g_string_append (joiner->text, line->text);
      joiner->first = line;
      joiner->leading = 0;
    }
  else
    {
      append_line (joiner, line->text);
      if (joiner->leading <= 0 && line->base > joiner->previous->base)
        joiner->leading = line->base - joiner->previous->base;
    }
  if (joiner->previous == NULL || line->page != joiner->previous->page
      || line->left > joiner->previous->right || line->right < joiner->previous->left)
    joiner->width = width;
  joiner->width = MAX (joiner->width, width);
  joiner->previous = line;
}

/* The words of a line that its end doesn't part. */
static void
add_words (GHashTable *words, const char *line)
{
  g_auto (GStrv) tokens = g_strsplit (line, " ", -1);

  for (char **token = tokens; *token != NULL; token++)
    {
      if (token[1] != NULL || !is_hyphen (get_last (*token)))
        g_hash_table_add (words, g_strdup (*token));
    }
}

/**
 * outlay_pdf_join:
 * @lines: (element-type OutlayPdfLine): in the order of reading
 *
 * Joins the lines to paragraphs and the words that lines' ends part.
 *
 * Returns: (transfer full): the text, an empty line between two paragraphs.
 */
char *
outlay_pdf_join (const GPtrArray *lines)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Joiner joiner = {.words = words, .text = g_string_new (NULL)};

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayPdfLine *line = g_ptr_array_index (lines, i);

      add_words (words, line->text);
    }
  for (guint i = 0; i < lines->len; i++)
    add_line (&joiner, g_ptr_array_index (lines, i));
  return g_string_free (joiner.text, FALSE);
}
