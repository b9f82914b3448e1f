/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "outlay-span.h"

G_BEGIN_DECLS

OutlaySpan outlay_text_get_sentence (const char *text, OutlaySpan span);
char *outlay_text_shorten (const char *text, guint n_chars);
char *outlay_text_fold (const char *text);
char *outlay_text_fold_case (const char *text, gssize length);
char *outlay_text_collapse_space (const char *text);
gboolean outlay_text_runs_leftwards (const char *text);
char *outlay_text_isolate (const char *text);
char *outlay_text_turn (const char *text, const GPtrArray *names);

/**
 * outlay_text_get_char:
 * @at: into valid UTF-8
 *
 * Returns: the character at @at, as g_utf8_get_char(), but in line: the loops that see each
 *   character of a text spend a third of their time in that call.
 */
static inline gunichar
outlay_text_get_char (const char *at)
{
  const guchar *bytes = (const guchar *)at;

  if (bytes[0] < 0x80)
    return bytes[0];
  if (bytes[0] < 0xe0)
    return (gunichar)(bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
  if (bytes[0] < 0xf0)
    return (gunichar)(bytes[0] & 0xf) << 12 | (gunichar)(bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
  return g_utf8_get_char (at);
}

/**
 * outlay_text_begins:
 * @at: into a text
 *
 * Returns: whether @prefix stands at @at. Newer versions of g_str_has_prefix() look for the end of
 *   the text first, so that a loop through a long one takes the square of its length.
 */
static inline gboolean
outlay_text_begins (const char *at, const char *prefix)
{
  return strncmp (at, prefix, strlen (prefix)) == 0;
}

/* Returns whether @c is a letter or a digit, as g_unichar_isalnum(); for the same reason. */
static inline gboolean
outlay_text_is_alnum (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char)c) : g_unichar_isalnum (c);
}

G_END_DECLS
