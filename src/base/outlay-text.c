/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-text.h"

#include <string.h>

/* Letters of the longest word that a full stop is taken to abbreviate: "Mrd.". */
#define ABBREVIATION_MAX 3

static gboolean
is_wide_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff0e;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static gboolean
is_closer (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;
    default:
      return c == '"' || c == '\'' || c == 0x201c;
    }
}

/*
 * Whether the full stop at @stop likely ends no sentence: behind a short number ("31. Dezember") or
 * a short word with a capital ("11 Mrd. Euro", "TP. HCM") that is no code ("2 tỷ USD."), or before
 * a small letter or a digit.
 */
static gboolean
follows_abbreviation (const char *text, const char *stop)
{
  const char *next = g_utf8_next_char (stop);
  const char *at = stop;
  guint letters = 0, capitals = 0, digits = 0;
  gunichar first = 0;

  while (*next == ' ')
    next++;
  gunichar after = g_utf8_get_char (next);
  if (g_unichar_islower (after) || g_unichar_isdigit (after))
    return TRUE;
  while (at > text && letters + digits <= ABBREVIATION_MAX)
    {
      const char *previous = g_utf8_prev_char (at);
      gunichar c = g_utf8_get_char (previous);

      if (!g_unichar_isalnum (c))
        break;
      first = c;
      letters += g_unichar_isalpha (c) ? 1 : 0;
      capitals += g_unichar_isupper (c) ? 1 : 0;
      digits += g_unichar_isdigit (c) ? 1 : 0;
      at = previous;
    }
  if (letters == 0)
    return digits > 0 && digits <= 2;
  return letters <= ABBREVIATION_MAX && g_unichar_isupper (first) && (capitals < ABBREVIATION_MAX);
}

/* Behind the quotes and brackets that close at @at; French sets a space before them. */
static const char *
skip_closers (const char *at)
{
  for (;;)
    {
      const char *next = at;

      if (*next != '\0' && *next != '\n' && g_unichar_isspace (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      gunichar c = g_utf8_get_char (next);
      if (next == at ? !is_closer (c) : c != 0xbb)
        return at;
      at = g_utf8_next_char (next);
    }
}

/* Where the sentence that holds @from ends: behind its stop, or at the paragraph's end. */
static const char *
find_sentence_end (const char *text, const char *from)
{
  for (const char *at = from; *at != '\0' && *at != '\n'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_stop (c) && !is_wide_stop (c))
        continue;
      if (c == '.' && follows_abbreviation (text, at))
        continue;
      const char *next = skip_closers (g_utf8_next_char (at));
      if (*next == '\0' || is_wide_stop (c) || g_unichar_isspace (g_utf8_get_char (next)))
        return next;
    }
  return from + strcspn (from, "\n");
}

/**
 * outlay_text_get_sentence:
 * @text: UTF-8
 * @span: a span of @text
 *
 * Returns: the sentence around @span, without the space about it; it never crosses a line break
 *   that @span itself doesn't cross.
 */
OutlaySpan
outlay_text_get_sentence (const char *text, OutlaySpan span)
{
  const char *start = text + span.start;
  const char *end;

  while (start > text && start[-1] != '\n')
    start--;
  for (;;)
    {
      end = find_sentence_end (text, start);
      if (end >= text + span.end || *end == '\0')
        break;
      if (end > text + span.start)
        {
          end = find_sentence_end (text, text + span.end);
          break;
        }
      const char *next = end;
      while (*next != '\0' && g_unichar_isspace (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (next > text + span.start || next == start)
        break;
      start = next;
    }
  while (start < text + span.start && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = MAX (end, text + span.end);
  return (OutlaySpan){(gsize)(start - text), (gsize)(end - text)};
}

/**
 * outlay_text_shorten:
 *
 * Returns: (transfer full): the first @n_chars characters of @text on one line, an ellipsis behind
 *   them where something was left out.
 */
char *
outlay_text_shorten (const char *text, guint n_chars)
{
  g_autofree char *line = outlay_text_collapse_space (text);

  if (g_utf8_strlen (line, -1) <= (glong)n_chars)
    return g_steal_pointer (&line);
  const char *end = g_utf8_offset_to_pointer (line, (glong)n_chars);
  return g_strdup_printf ("%.*s…", (int)(end - line), line);
}

/**
 * outlay_text_collapse_space:
 *
 * Returns: (transfer full): @text with every run of white space made one space, and none at its
 *   ends.
 */
char *
outlay_text_collapse_space (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && result->len > 0)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static gboolean
runs_leftwards (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * outlay_text_isolate:
 *
 * Returns: (transfer full): @text as it may stand among others on a line: where letters in it run
 *   from right to left it is set apart, so that no figure beside it is drawn on its other side.
 */
char *
outlay_text_isolate (const char *text)
{
  const char *at = text;

  while (*at != '\0' && !runs_leftwards (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  /* The marks that set a text apart, FSI and PDI. */
  return *at != '\0' ? g_strconcat ("\u2068", text, "\u2069", NULL) : g_strdup (text);
}
