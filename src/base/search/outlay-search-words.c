/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-search-words.h"

#include <string.h>

#include "base/outlay-text.h"

/* Words of ASCII up to this length are folded without taking memory. */
#define SHORT 64

typedef enum
{
  PART_NONE,   /* between words */
  PART_LETTER, /* of a word that runs on */
  PART_SIGN,   /* a word by itself: Han, kana, Hangul */
  PART_JOINER, /* belongs to the character before it */
} Part;

/*
 * Chinese and Japanese set no spaces, and Korean joins its particles to the word. With every
 * character a word of its own, what is searched for is a run of them, of any length.
 */
static gboolean
is_sign (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3)
         || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa)
         || (c >= 0x30fc && c <= 0x30ff) || c == 0x3005 || c == 0x3007
         || (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xff66 && c <= 0xff9d)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x1100 && c < 0x1160)
         || (c >= 0x3131 && c <= 0x318e) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Soft hyphens and what joins or parts letters invisibly; the half-width voiced marks; vowels and
 * finals of Hangul that is written letter by letter. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

static Part
classify (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char)c) ? PART_LETTER : PART_NONE;
  if (is_sign (c))
    return PART_SIGN;
  if (g_unichar_ismark (c) || is_invisible (c) || c == 0xff9e || c == 0xff9f
      || (c >= 0x1160 && c <= 0x11ff))
    return PART_JOINER;
  return g_unichar_isalnum (c) ? PART_LETTER : PART_NONE;
}

/* The character at @at and its bytes; a byte that is no UTF-8 is a character that parts words. */
static gunichar
get_char (const char *at, const char *end, gsize *n_bytes)
{
  *n_bytes = 1;
  if ((guchar)*at < 0x80)
    return (guchar)*at;
  gunichar c = g_utf8_get_char_validated (at, end - at);
  if (c >= (gunichar)-2)
    return 0;
  *n_bytes = (gsize)(g_utf8_next_char (at) - at);
  return c;
}

static char *
drop_invisible (const char *word, gsize length)
{
  g_autofree char *whole = g_strndup (word, length);
  g_autoptr (GString) seen = g_string_sized_new (length);

  for (const char *at = whole; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_invisible (c))
        g_string_append_unichar (seen, c);
    }
  return outlay_text_fold (seen->str);
}

static gboolean
hand_on (
  const char *text, OutlaySpan span, gboolean ascii, OutlaySearchWordFunc func, gpointer user_data)
{
  gsize length = span.end - span.start;
  char folded[SHORT];

  if (ascii && length <= sizeof folded)
    {
      for (gsize i = 0; i < length; i++)
        folded[i] = g_ascii_tolower (text[span.start + i]);
      return func (folded, length, span, user_data);
    }
  g_autofree char *word = drop_invisible (text + span.start, length);
  return *word == '\0' || func (word, strlen (word), span, user_data);
}

/**
 * outlay_search_words_foreach:
 * @text: UTF-8; bytes that are none part words
 * @length: its bytes
 *
 * Calls @func with each word of @text as search sees it: folded by outlay_text_fold(), and every
 * character of Chinese, Japanese and Korean as a word of its own.
 *
 * Returns: whether all words were seen, which @func may stop.
 */
gboolean
outlay_search_words_foreach (const char *text,
                             gsize length,
                             OutlaySearchWordFunc func,
                             gpointer user_data)
{
  const char *end = text + length;
  Part last = PART_NONE;
  OutlaySpan span = {0, 0};
  gboolean ascii = TRUE;

  for (gsize at = 0, n_bytes; at < length; at += n_bytes)
    {
      gunichar c = get_char (text + at, end, &n_bytes);
      Part part = classify (c);

      if ((part == PART_JOINER && last != PART_NONE)
          || (part == PART_LETTER && last == PART_LETTER))
        {
          span.end = at + n_bytes;
          ascii = ascii && c < 0x80;
          continue;
        }
      if (last != PART_NONE && !hand_on (text, span, ascii, func, user_data))
        return FALSE;
      last = part == PART_JOINER ? PART_NONE : part;
      span = (OutlaySpan){at, at + n_bytes};
      ascii = c < 0x80;
    }
  return last == PART_NONE || hand_on (text, span, ascii, func, user_data);
}
