/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-tame.h"

#include <string.h>

#include "base/outlay-text.h"

/*
 * The parser takes time by the square of the attributes of an element, and by the depth of the tree
 * for each end tag that ends nothing. Pages have some dozens of both; what goes beyond these limits
 * is made space before it gets to the parser, and no text is lost.
 */
#define MAX_ATTRIBUTES 256
#define MAX_DEPTH      512

typedef struct
{
  char *at;
  char *end;
  GHashTable *open; /* name → how many are open */
  guint depth;
  gboolean no_comment_ends; /* whether no comment ends behind @at */
} Tamer;

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == ':';
}

/* Whether the element has no end tag, or may do without it, so that it adds no depth. */
static gboolean
adds_no_depth (const char *name)
{
  static const char *const names[]
    = {"area",  "base",   "br",    "col", "dd",   "dt",    "embed",  "frame",
       "hr",    "img",    "input", "li",  "link", "meta",  "option", "p",
       "param", "source", "td",    "th",  "tr",   "track", "wbr"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the tag at @start ends, behind its ">"; blanks the attributes beyond the limit. */
static char *
end_tag (Tamer *tamer, char *start)
{
  guint n_attributes = 0;
  char quote = '\0';
  char *at = start + 1;

  for (; at < tamer->end && (quote != '\0' || *at != '>'); at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if ((*at == '"' || *at == '\'') && at[-1] == '=')
        quote = *at;
      else if (g_ascii_isspace (at[-1]) && !g_ascii_isspace (*at))
        n_attributes++;
      if (n_attributes > MAX_ATTRIBUTES)
        *at = ' ';
    }
  return at < tamer->end ? at + 1 : at;
}

static void
blank (char *from, const char *to)
{
  memset (from, ' ', (gsize)(to - from));
}

/* Behind the end of an element whose content is no markup. */
static char *
skip_raw (Tamer *tamer, char *at, const char *name)
{
  gsize length = strlen (name);

  for (; at + length + 2 < tamer->end; at++)
    {
      if (at[0] == '<' && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, length) == 0)
        return at;
    }
  return tamer->end;
}

static char *
tame_start_tag (Tamer *tamer, char *start, const char *name)
{
  char *end = end_tag (tamer, start);
  guint n_open = GPOINTER_TO_UINT (g_hash_table_lookup (tamer->open, name));

  if (adds_no_depth (name))
    return end;
  if (strcmp (name, "script") == 0 || strcmp (name, "style") == 0)
    end = skip_raw (tamer, end, name);
  else if (tamer->depth >= MAX_DEPTH)
    {
      blank (start, end);
      return end;
    }
  tamer->depth++;
  g_hash_table_insert (tamer->open, g_strdup (name), GUINT_TO_POINTER (n_open + 1));
  return end;
}

static char *
tame_end_tag (Tamer *tamer, char *start, const char *name)
{
  char *end = end_tag (tamer, start);
  guint n_open = GPOINTER_TO_UINT (g_hash_table_lookup (tamer->open, name));

  if (adds_no_depth (name))
    return end;
  if (n_open == 0)
    {
      blank (start, end);
      return end;
    }
  tamer->depth--;
  g_hash_table_insert (tamer->open, g_strdup (name), GUINT_TO_POINTER (n_open - 1));
  return end;
}

/* Behind the comment at @start; one that never ends is none. */
static char *
skip_comment (Tamer *tamer, char *start)
{
  char *found = NULL;

  if (!tamer->no_comment_ends)
    found = memmem (start + 4, (gsize)(tamer->end - start - 4), "-->", 3);
  if (found != NULL)
    return found + 3;
  tamer->no_comment_ends = TRUE;
  blank (start, start + 4);
  return start + 4;
}

/**
 * outlay_page_tame:
 * @markup: of a page; what is blanked out of it becomes space
 * @length: bytes
 *
 * Takes out of a page what would keep the parser busy for longer than its length explains.
 */
void
outlay_page_tame (char *markup, gsize length)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tamer tamer = {markup, markup + length, open, 0, FALSE};

  while ((tamer.at = memchr (tamer.at, '<', (gsize)(tamer.end - tamer.at))) != NULL)
    {
      gboolean closing = tamer.at[1] == '/';
      const char *first = tamer.at + (closing ? 2 : 1);
      char name[24];
      gsize n = 0;

      if (outlay_text_begins (tamer.at, "<!--"))
        {
          tamer.at = skip_comment (&tamer, tamer.at);
          continue;
        }
      for (; is_name (first[n]) && n < sizeof name - 1; n++)
        name[n] = g_ascii_tolower (first[n]);
      name[n] = '\0';
      if (n == 0 || !g_ascii_isalpha (name[0]))
        tamer.at++;
      else if (closing)
        tamer.at = tame_end_tag (&tamer, tamer.at, name);
      else
        tamer.at = tame_start_tag (&tamer, tamer.at, name);
    }
}
