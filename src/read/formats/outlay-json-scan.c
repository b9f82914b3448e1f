/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the objects in a text of JSON without a tree of it, which of a great file takes more memory
 * than there is, and without recursion into what the file nests.
 */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-json-scan.h"

#include <string.h>

/* Arrays and objects around an article; interfaces in use have four. */
#define MAX_LEVEL 8

/* Nesting that the parser, which recurses, is let into. */
#define MAX_DEPTH 64

/* Members and elements of one article; those of a hundred keywords are a tenth of it. */
#define MAX_MEMBERS 20000

/* Lines that are no JSON, before the file is taken for damaged. */
#define MAX_BAD_LINES 20

typedef struct
{
  OutlayJsonFunc func;
  gpointer user_data;
  guint n_taken;
} Scan;

/* What skip_value() learns on the way. */
typedef struct
{
  guint depth;
  guint n_members;
} Size;

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\x1e')
    at++;
  return at;
}

/* Behind the string at @at, %NULL where it doesn't end. */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '"'; at++)
    {
      if (*at == '\0' || (*at == '\\' && at[1] == '\0'))
        return NULL;
      at += *at == '\\';
    }
  return at + 1;
}

/* Behind the value at @at, %NULL where it doesn't end. */
static const char *
skip_value (const char *at, Size *size)
{
  guint depth = 0;

  *size = (Size){0, 0};
  do
    {
      if (*at == '\0')
        return NULL;
      if (*at == '"')
        {
          at = skip_string (at);
          if (at == NULL)
            return NULL;
        }
      else if (*at == '{' || *at == '[')
        {
          depth++;
          size->depth = MAX (size->depth, depth);
          at++;
        }
      else if (*at == '}' || *at == ']')
        {
          if (depth == 0)
            return at;
          at++;
          if (--depth == 0)
            return at;
        }
      else if (depth == 0 && (*at == ',' || *at == '\n'))
        return at;
      else
        {
          size->n_members += *at == ',';
          at++;
        }
    }
  while (depth > 0 || (*at != '\0' && strchr (",]} \t\r\n", *at) == NULL));
  return at;
}

static const char *scan_value (Scan *scan, const char *at, guint level);

/* Behind the member's name and its colon, %NULL where there is none. */
static const char *
skip_name (const char *at)
{
  if (*at != '"')
    return NULL;
  at = skip_string (at);
  if (at == NULL)
    return NULL;
  at = skip_space (at);
  return *at == ':' ? skip_space (at + 1) : NULL;
}

/* Hands on what is in the array or object at @at. */
static const char *
scan_members (Scan *scan, const char *at, guint level)
{
  gboolean object = *at == '{';
  const char close = object ? '}' : ']';

  at = skip_space (at + 1);
  while (*at != close)
    {
      const char *value = object ? skip_name (at) : at;

      if (value == NULL || *value == '\0')
        return NULL;
      at = scan_value (scan, value, level + 1);
      if (at == NULL)
        return NULL;
      at = skip_space (at);
      if (*at == ',')
        at = skip_space (at + 1);
      else if (*at != close)
        return NULL;
    }
  return at + 1;
}

/* Behind the value at @at; %NULL where it doesn't end, whose objects up to there are handed on. */
static const char *
scan_value (Scan *scan, const char *at, guint level)
{
  Size size;
  const char *end = skip_value (at, &size);
  gboolean bearable = size.depth <= MAX_DEPTH && size.n_members <= MAX_MEMBERS;

  if ((*at != '{' && *at != '[') || level > MAX_LEVEL)
    return end;
  if (*at == '{' && end != NULL && scan->func (at, (gsize)(end - at), bearable, scan->user_data))
    {
      scan->n_taken++;
      return end;
    }
  scan_members (scan, at, level);
  return end;
}

/**
 * outlay_json_scan:
 * @text: values of JSON one behind the other: one of a file, one a line of JSON Lines
 * @func: called for each object that is not in one which was taken
 *
 * Returns: whether the text was JSON to its end.
 */
gboolean
outlay_json_scan (const char *text, OutlayJsonFunc func, gpointer user_data)
{
  Scan scan = {.func = func, .user_data = user_data};
  const char *at = skip_space (text);
  guint n_bad = 0;

  while (*at != '\0' && n_bad < MAX_BAD_LINES)
    {
      guint n_taken = scan.n_taken;
      const char *end = *at == '{' || *at == '[' ? scan_value (&scan, at, 0) : NULL;

      if (end == NULL)
        {
          n_bad++;
          /* A list that is cut has been read; a bad line leaves the next ones. */
          end = scan.n_taken == n_taken ? strchr (at, '\n') : NULL;
        }
      at = skip_space (end != NULL ? end : at + strlen (at));
    }
  return n_bad == 0;
}
