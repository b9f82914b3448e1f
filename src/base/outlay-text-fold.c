/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-text.h"

#include <string.h>

/* What a character becomes is remembered up to here, where nearly all text lives but for Han,
 * Hangul and the full-width forms. */
#define N_LOW 0x3400

#define FIRST_WIDE   0xff00
#define N_WIDE       0xf0
#define N_REMEMBERED (N_LOW + N_WIDE)

/* What is remembered of a character that becomes several or none, and of one that may join the one
 * before it, so that the whole text has to be folded at once. 0 is not remembered yet. */
#define SEVERAL  -1
#define INVOLVED -2

/* A way to fold, and what single characters become by it. */
typedef struct
{
  char *(*fold_whole) (const char *text, gssize length);
  int becomes[N_REMEMBERED];
} Folding;

static char *
drop_case (const char *text, gssize length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

static char *
drop_marks (const char *text, gssize length)
{
  g_autofree char *decomposed = g_utf8_normalize (text, length, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (decomposed != NULL ? decomposed : "", -1);
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) result = g_string_sized_new (strlen (folded));

  for (const char *at = again; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      switch (c)
        {
        case 0x111: /* đ */
          g_string_append_c (result, 'd');
          break;
        case 0x142: /* ł */
          g_string_append_c (result, 'l');
          break;
        case 0xf8: /* ø */
          g_string_append_c (result, 'o');
          break;
        case 0xe6: /* æ */
          g_string_append (result, "ae");
          break;
        case 0x153: /* œ */
          g_string_append (result, "oe");
          break;
        default:
          /* Voiced kana marks tell words apart: か and が are no accents of one letter. */
          if (!g_unichar_ismark (c) || c == 0x3099 || c == 0x309a)
            g_string_append_unichar (result, c);
        }
    }
  return g_utf8_normalize (result->str, -1, G_NORMALIZE_NFC);
}

/* Whether @c never joins the character before it: no mark, and of a script whose vowels don't. */
static gboolean
stands_alone (gunichar c)
{
  return g_unichar_combining_class (c) == 0 && !(c >= 0x900 && c <= 0x1dff);
}

static int
compute (const Folding *folding, gunichar c)
{
  char text[7] = {0};

  g_unichar_to_utf8 (c, text);
  g_autofree char *folded = folding->fold_whole (text, -1);

  if (!stands_alone (c))
    return INVOLVED;
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!stands_alone (g_utf8_get_char (at)))
        return INVOLVED;
    }
  return *folded != '\0' && *g_utf8_next_char (folded) == '\0' ? (int)g_utf8_get_char (folded)
                                                               : SEVERAL;
}

static int
recall (Folding *folding, guint index, gunichar c)
{
  int result = g_atomic_int_get (&folding->becomes[index]);

  if (result == 0)
    {
      result = compute (folding, c);
      g_atomic_int_set (&folding->becomes[index], result);
    }
  return result;
}

static int
fold_char (Folding *folding, gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower ((char)c);
  if (c < N_LOW)
    return recall (folding, c, c);
  if (c >= FIRST_WIDE && c < FIRST_WIDE + N_WIDE)
    return recall (folding, N_LOW + c - FIRST_WIDE, c);
  if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3))
    return (int)c;
  /* Emoji and what chooses their look, rare Han. */
  return c == 0xfe0f || (c >= 0x1f000 && c <= 0x3ffff) ? SEVERAL : INVOLVED;
}

/* The bytes of the character at @at where all of them are there, else 0. */
static gsize
get_length (const char *at, const char *end)
{
  guchar first = (guchar)*at;
  gsize length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

  if ((first >= 0x80 && first < 0xc2) || first > 0xf4 || (gsize)(end - at) < length)
    return 0;
  for (gsize i = 1; i < length; i++)
    {
      if (((guchar)at[i] & 0xc0) != 0x80)
        return 0;
    }
  return length;
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar)text[i] >= 0x80)
        return FALSE;
    }
  return TRUE;
}

/* Folds character by character; the whole at once where one of them is involved. */
static char *
fold (Folding *folding, const char *text, gsize length)
{
  if (is_ascii (text, length))
    return g_ascii_strdown (text, (gssize)length);

  GString *result = g_string_sized_new (length);

  for (const char *at = text, *end = text + length; at < end;)
    {
      gsize n_bytes = get_length (at, end);
      int folded = n_bytes > 0 ? fold_char (folding, outlay_text_get_char (at)) : INVOLVED;

      if (folded == INVOLVED)
        {
          g_string_free (result, TRUE);
          return folding->fold_whole (text, (gssize)length);
        }
      if (folded == SEVERAL)
        {
          g_autofree char *several = folding->fold_whole (at, (gssize)n_bytes);

          g_string_append (result, several);
        }
      else if (folded < 0x80)
        g_string_append_c (result, (char)folded);
      else
        g_string_append_unichar (result, (gunichar)folded);
      at += n_bytes;
    }
  return g_string_free (result, FALSE);
}

/**
 * outlay_text_fold:
 *
 * Folds @text for search and comparison: compatibility forms, case and marks go ("Đồng Nai" and
 * "dong nai" become the same), and so do the strokes of đ, ł and ø and the ligatures that have no
 * decomposition.
 *
 * Returns: (transfer full): the folded text.
 */
char *
outlay_text_fold (const char *text)
{
  static Folding folding = {.fold_whole = drop_marks};

  return fold (&folding, text, strlen (text));
}

/**
 * outlay_text_fold_case:
 * @length: bytes, or -1 for all
 *
 * Returns: (transfer full): @text without case and in compatibility forms, its marks kept.
 */
char *
outlay_text_fold_case (const char *text, gssize length)
{
  static Folding folding = {.fold_whole = drop_case};

  return fold (&folding, text, length < 0 ? strlen (text) : (gsize)length);
}
