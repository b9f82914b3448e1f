/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-text.h"

#include <string.h>

/* Letters of the longest word that a full stop is taken to abbreviate: "Mrd.". */
#define ABBREVIATION_MAX 3

/* An arrow and its mirror image, which Unicode has fonts draw as they are in any direction; and the
 * mark that has a line run from right to left. */
#define ARROW         0x2192
#define ARROW_BACK    0x2190
#define RIGHT_TO_LEFT 0x200F

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

/**
 * outlay_text_runs_leftwards:
 *
 * Returns: whether letters in @text are written from right to left: those of the blocks that
 *   Unicode 15 has for such scripts (DerivedBidiClass).
 */
gboolean
outlay_text_runs_leftwards (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF)
          || (c >= 0xFE70 && c <= 0xFEFC))
        return TRUE;
    }
  return FALSE;
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
  /* The marks that set a text apart, FSI and PDI. */
  return outlay_text_runs_leftwards (text) ? g_strconcat ("\u2068", text, "\u2069", NULL)
                                           : g_strdup (text);
}

/* What stands between parts; in parentheses, so that it is kept where a text is split. */
static GRegex *
get_separators (void)
{
  static gsize separators = 0;

  if (g_once_init_enter (&separators))
    g_once_init_leave (
      &separators,
      (gsize)g_regex_new ("([ \u00a0]*→[ \u00a0]*|[ \u00a0]·[ \u00a0]|\n)", 0, 0, NULL));
  return (GRegex *)separators;
}

/* A part keeps the direction of its own letters: between RLI or LRI, and PDI. Figures alone need a
 * mark of theirs: their dash would turn around. */
static void
append_apart (GString *line, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s\u2069",
                            outlay_text_runs_leftwards (part) ? "\u2067" : "\u2066\u200e", part);
}

/* The longest of the names that stands there as a whole; %NULL where none does. */
static const char *
find_name (const char *part, const char *at, const GPtrArray *names)
{
  const char *longest = NULL;

  if (at > part && outlay_text_is_alnum (g_utf8_get_char (g_utf8_prev_char (at))))
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gsize length = strlen (name);

      if (length > (longest != NULL ? strlen (longest) : 0) && g_str_has_prefix (at, name)
          && !outlay_text_is_alnum (g_utf8_get_char (at + length)))
        longest = name;
    }
  return longest;
}

/* Between RLI and PDI, with each name apart: else the comma between two Latin ones would take their
 * direction, and the list would begin at its far end. */
static void
append_list (GString *line, const char *part, const GPtrArray *names)
{
  g_string_append (line, "\u2067");
  for (const char *at = part; *at != '\0';)
    {
      const char *name = find_name (part, at, names);
      const char *next = g_utf8_next_char (at);

      if (name != NULL)
        append_apart (line, name);
      else
        g_string_append_len (line, at, next - at);
      at = name != NULL ? at + strlen (name) : next;
    }
  g_string_append (line, "\u2069");
}

static gboolean
holds_list (const char *part, const GPtrArray *names)
{
  guint n_names = 0;

  for (const char *at = part; names != NULL && *at != '\0';)
    {
      const char *name = find_name (part, at, names);

      n_names += name != NULL;
      at = name != NULL ? at + strlen (name) : g_utf8_next_char (at);
    }
  return n_names > 1;
}

static void
append_separator (GString *line, const char *separator)
{
  for (const char *at = separator; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (line, c == ARROW ? ARROW_BACK : c);
      if (c == '\n')
        g_string_append_unichar (line, RIGHT_TO_LEFT);
    }
}

/**
 * outlay_text_turn:
 * @text: lines that the program made of parts, with dots or arrows between them
 * @names: (nullable) (element-type utf8): names of which lists in @text are made
 *
 * Returns: (transfer full): @text as it is read from right to left, whatever letter a line begins
 *   with: its parts and the names of a list follow one another leftwards, and so do its arrows
 * point.
 */
char *
outlay_text_turn (const char *text, const GPtrArray *names)
{
  g_auto (GStrv) parts = g_regex_split (get_separators (), text, 0);
  GString *turned = g_string_new (NULL);

  g_string_append_unichar (turned, RIGHT_TO_LEFT);
  /* What separates them stands between any two parts. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i % 2 == 0 && holds_list (parts[i], names))
        append_list (turned, parts[i], names);
      else if (i % 2 == 0)
        append_apart (turned, parts[i]);
      else
        append_separator (turned, parts[i]);
    }
  return g_string_free (turned, FALSE);
}
