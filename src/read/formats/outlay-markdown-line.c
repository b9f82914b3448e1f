/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks within a line of Markdown, as https://spec.commonmark.org has them. */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-markdown-line.h"

#include <string.h>

/* Bytes of a link's words, and of an element's tag; a bracket that doesn't close is a bracket. */
#define MAX_WORDS 1000

/* Brackets in brackets; without a limit each of a long row would look for its end in vain. */
#define MAX_DEPTH 8

#define MAX_REFERENCE 12

static void
append_char (GString *markup, char c)
{
  switch (c)
    {
    case '&':
      g_string_append (markup, "&amp;");
      break;
    case '<':
      g_string_append (markup, "&lt;");
      break;
    case '>':
      g_string_append (markup, "&gt;");
      break;
    default:
      g_string_append_c (markup, c);
    }
}

/* The closing @mark of the one at @at, %NULL where it isn't near. */
static const char *
find_close (const char *at, char open, char close)
{
  guint depth = 0;

  for (gsize i = 0; i < MAX_WORDS && at[i] != '\0'; i++)
    {
      if (at[i] == '\\' && at[i + 1] != '\0')
        i++;
      else if (at[i] == open && ++depth > MAX_DEPTH)
        return NULL;
      else if (at[i] == close && --depth == 0)
        return at + i;
    }
  return NULL;
}

/* Behind the address of a link, which follows its words' bracket. */
static const char *
skip_target (const char *at)
{
  const char *end = NULL;

  if (*at == '(')
    end = find_close (at, '(', ')');
  else if (*at == '[')
    end = find_close (at, '[', ']');
  return end != NULL ? end + 1 : at;
}

/* A link gives its words, a picture nothing; brackets that are none stay. */
static const char *
take_bracket (GString *markup, const char *at)
{
  gboolean picture = *at == '!';
  const char *start = at + picture;
  const char *close = find_close (start, '[', ']');
  const char *end = close != NULL ? skip_target (close + 1) : NULL;

  if (close == NULL || end == close + 1)
    {
      append_char (markup, *at);
      return at + 1;
    }
  if (!picture)
    {
      g_autofree char *words = g_strndup (start + 1, (gsize)(close - start - 1));

      /* A picture may be the words of a link. */
      g_string_append (markup, "<a href=\"#\">");
      if (strchr (words, '[') == NULL)
        outlay_markdown_print_line (markup, words);
      g_string_append (markup, "</a>");
    }
  return end;
}

/* An element's tag stays one; an address in such brackets is text. */
static const char *
take_tag (GString *markup, const char *at)
{
  const char *close = find_close (at, '<', '>');
  gsize length = close != NULL ? (gsize)(close - at) + 1 : 0;

  if (close == NULL || !(g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!'))
    {
      append_char (markup, '<');
      return at + 1;
    }
  if (memmem (at, length, "://", 3) != NULL && memchr (at, ' ', length) == NULL)
    {
      for (const char *c = at + 1; c < close; c++)
        append_char (markup, *c);
    }
  else
    g_string_append_len (markup, at, (gssize)length);
  return close + 1;
}

static gboolean
is_word (const char *text, const char *at)
{
  const char *before = at > text ? g_utf8_find_prev_char (text, at) : NULL;

  return before != NULL && g_unichar_isalnum (g_utf8_get_char (before));
}

/* Whether the mark at @at is one of emphasis: it touches a word on one side; an underline within a
 * word is a letter of it. */
static gboolean
is_emphasis (const char *text, const char *at, gsize length)
{
  gboolean before = at > text && !g_ascii_isspace (at[-1]);
  gboolean after = at[length] != '\0' && !g_ascii_isspace (at[length]);

  if (*at == '_')
    return !(is_word (text, at) && g_unichar_isalnum (g_utf8_get_char (at + length)))
           && (before || after);
  if (*at == '~')
    return length == 2;
  return before || after;
}

static const char *
take_emphasis (GString *markup, const char *text, const char *at)
{
  gsize length = 1;

  while (at[length] == *at)
    length++;
  if (length > 3 || !is_emphasis (text, at, length))
    g_string_append_len (markup, at, (gssize)length);
  return at + length;
}

/* Whether a character of HTML by name or number begins at @at. */
static gboolean
is_reference (const char *at)
{
  gsize length = 1;

  while (length < MAX_REFERENCE && (g_ascii_isalnum (at[length]) || at[length] == '#'))
    length++;
  return length > 2 && at[length] == ';';
}

/**
 * outlay_markdown_print_line:
 * @markup: gets the line as HTML
 * @line: UTF-8, without the marks of its block
 */
void
outlay_markdown_print_line (GString *markup, const char *line)
{
  const char *at = line;

  while (*at != '\0')
    {
      if (*at == '\\' && g_ascii_ispunct (at[1]))
        {
          append_char (markup, at[1]);
          at += 2;
        }
      else if (*at == '[' || (*at == '!' && at[1] == '['))
        at = take_bracket (markup, at);
      else if (*at == '<')
        at = take_tag (markup, at);
      else if (*at == '*' || *at == '_' || *at == '~')
        at = take_emphasis (markup, line, at);
      else if (*at == '`')
        at += strspn (at, "`");
      else if (*at == '&' && is_reference (at))
        g_string_append_c (markup, *at++);
      else
        append_char (markup, *at++);
    }
}
