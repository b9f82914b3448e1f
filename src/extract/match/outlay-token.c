/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/match/outlay-token.h"

#include <string.h>

#include "base/outlay-text.h"

typedef enum
{
  CHAR_SPACE,
  CHAR_NARROW,
  CHAR_BREAK,
  CHAR_LOWER,
  CHAR_UPPER,
  CHAR_MARK,
  CHAR_DIGIT,
  CHAR_PUNCTUATION,
  CHAR_IDEOGRAPH,
  CHAR_KATAKANA,
  CHAR_HANGUL,
} CharClass;

/* Up to here, where the texts of Latin script live, classes and folded letters are tabled. */
#define N_TABLED 0x2100

#define SOFT_HYPHEN 0xad

/* Tokens that are added at once. */
#define BATCH 64

/* Bytes of a folded word that leave room for one letter more. */
#define LONGEST_FOLDED (OUTLAY_TOKEN_LONGEST - 6)

static guint8 classes[N_TABLED];
static guint16 folds[N_TABLED];

static gboolean
is_katakana (gunichar c)
{
  return (c >= 0x30a0 && c <= 0x30ff) || (c >= 0xff66 && c <= 0xff9f);
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3041 && c <= 0x309f) || (c >= 0x3400 && c <= 0x9fff)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005
         || c == 0x3007;
}

static CharClass
compute_class (gunichar c)
{
  if (is_katakana (c))
    return c == 0x30fb ? CHAR_PUNCTUATION : CHAR_KATAKANA;
  if (is_ideograph (c))
    return CHAR_IDEOGRAPH;
  if (c >= 0xac00 && c <= 0xd7a3)
    return CHAR_HANGUL;
  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
    return CHAR_BREAK;
  if (c == 0xa0 || c == 0x202f || c == 0x2009)
    return CHAR_NARROW;
  if (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff)
    return CHAR_SPACE;
  if ((c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19))
    return CHAR_DIGIT;
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return CHAR_UPPER;
  if (g_unichar_isalpha (c))
    return CHAR_LOWER;
  if (g_unichar_ismark (c) || c == SOFT_HYPHEN)
    return CHAR_MARK;
  return CHAR_PUNCTUATION;
}

/* Folds case, full-width forms, and the signs that typesetters vary: apostrophes and hyphens. */
static gunichar
compute_fold (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x2bc:
    case 0x60:
    case 0xb4:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0xffe5:
      return 0xa5;
    case 0xffe1:
      return 0xa3;
    default:
      return g_unichar_tolower (c);
    }
}

static void
prepare_tables (void)
{
  static gsize prepared = 0;

  if (!g_once_init_enter (&prepared))
    return;
  for (gunichar c = 0; c < N_TABLED; c++)
    {
      classes[c] = (guint8)compute_class (c);
      folds[c] = (guint16)MIN (compute_fold (c), G_MAXUINT16);
    }
  g_once_init_leave (&prepared, 1);
}

static inline CharClass
get_class (gunichar c)
{
  return c < N_TABLED ? classes[c] : compute_class (c);
}

static inline gunichar
get_fold (gunichar c)
{
  return c < N_TABLED ? folds[c] : compute_fold (c);
}

/* Folds the plain letters that @text begins with. Returns how many they are. */
static gsize
fold_ascii (const char *text, gsize length, char *folded)
{
  gsize n = 0;

  for (; n < length && (guchar)text[n] < 0x80; n++)
    folded[n] = (char)folds[(guchar)text[n]];
  return n;
}

static gsize
fold_plain (const char *text, gsize length, char *folded)
{
  gsize n = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      if ((guchar)*at < 0x80)
        folded[n++] = (char)folds[(guchar)*at];
      else if (outlay_text_get_char (at) != SOFT_HYPHEN)
        n += (gsize)g_unichar_to_utf8 (get_fold (outlay_text_get_char (at)), folded + n);
      if (n > LONGEST_FOLDED)
        return 0;
    }
  return n;
}

/**
 * outlay_token_fold:
 * @text: a token's bytes
 * @length: how many
 * @folded: (out caller-allocates): its folded form, without a final 0
 *
 * Letters are composed and lower case, full-width forms narrow, apostrophes and hyphens of one
 * kind.
 *
 * Returns: how many bytes @folded has, 0 where the token is too long to be a known word.
 */
gsize
outlay_token_fold (const char *text, gsize length, char folded[OUTLAY_TOKEN_LONGEST])
{
  prepare_tables ();
  if (length <= LONGEST_FOLDED && fold_ascii (text, length, folded) == length)
    return length;
  gsize n = fold_plain (text, length, folded);

  /* A combining mark, of two bytes from 0xCC 0x80 on, means a decomposed word. */
  for (gsize i = 0; i + 1 < n; i++)
    {
      if ((guchar)folded[i] != 0xcc && (guchar)folded[i] != 0xcd)
        continue;
      g_autofree char *composed = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_NFC);

      return composed != NULL ? fold_plain (composed, strlen (composed), folded) : n;
    }
  return n;
}

static void
look_up (const OutlayTokenizer *tokenizer, const char *text, OutlayToken *token)
{
  char buffer[OUTLAY_TOKEN_LONGEST];
  const char *folded = text + token->start;
  gsize length = token->end - token->start;

  /* What has no case is folded as it stands. */
  if (!(token->flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL)))
    {
      length = outlay_token_fold (folded, length, buffer);
      folded = buffer;
    }
  if (length == 0)
    return;
  token->word = outlay_vocabulary_find (tokenizer->vocabulary, folded, length);
  if (tokenizer->tails && token->flags & OUTLAY_TOKEN_WORD)
    token->tail = outlay_vocabulary_find_end (tokenizer->vocabulary, folded, length);
  if (token->word != 0 || tokenizer->endings == NULL || !(token->flags & OUTLAY_TOKEN_CAPITAL))
    return;
  for (guint i = 0; tokenizer->endings[i] != NULL && token->word == 0; i++)
    {
      gsize ending = strlen (tokenizer->endings[i]);

      if (length <= ending + 2
          || memcmp (folded + length - ending, tokenizer->endings[i], ending) != 0)
        continue;
      token->word = outlay_vocabulary_find (tokenizer->vocabulary, folded, length - ending);
      if (token->word != 0)
        token->flags |= OUTLAY_TOKEN_INFLECTED;
    }
}

/* What a run of letters looks like, read letter by letter. */
typedef struct
{
  guint n_letters;
  guint n_upper;
  gboolean mixed;
} Shape;

static guint32
shape_flags (const Shape *shape, gboolean capital)
{
  guint32 flags = OUTLAY_TOKEN_WORD;

  if (capital)
    flags |= OUTLAY_TOKEN_CAPITAL;
  if (shape->n_letters > 1 && shape->n_upper == shape->n_letters)
    flags |= OUTLAY_TOKEN_ALL_CAPS;
  if (shape->mixed)
    flags |= OUTLAY_TOKEN_MIXED;
  return flags;
}

/* Reads the letters and marks from @at on. Returns where they end. */
static const char *
read_word (const char *at, CharClass class, guint32 *flags)
{
  gboolean capital = class == CHAR_UPPER;
  Shape shape = {0};

  do
    {
      shape.n_letters += class != CHAR_MARK;
      shape.n_upper += class == CHAR_UPPER;
      shape.mixed |= class == CHAR_UPPER && shape.n_letters > shape.n_upper;
      at = g_utf8_next_char (at);
      class = get_class (outlay_text_get_char (at));
    }
  while (class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_MARK);
  *flags |= shape_flags (&shape, capital);
  return at;
}

static const char *
read_digits (const char *at)
{
  do
    at = g_utf8_next_char (at);
  while (get_class (outlay_text_get_char (at)) == CHAR_DIGIT);
  return at;
}

/* Reads one token that begins with a character of @class. Returns where it ends. */
static const char *
read_token (const char *at, CharClass class, guint32 *flags)
{
  switch (class)
    {
    case CHAR_LOWER:
    case CHAR_UPPER:
      return read_word (at, class, flags);
    case CHAR_DIGIT:
      *flags |= OUTLAY_TOKEN_NUMBER;
      return read_digits (at);
    case CHAR_KATAKANA:
      *flags |= OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_KATAKANA;
      return g_utf8_next_char (at);
    case CHAR_IDEOGRAPH:
      *flags |= OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_IDEOGRAPH;
      return g_utf8_next_char (at);
    case CHAR_HANGUL:
      *flags |= OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_HANGUL;
      return g_utf8_next_char (at);
    default:
      *flags |= OUTLAY_TOKEN_PUNCTUATION;
      return g_utf8_next_char (at);
    }
}

/**
 * outlay_tokenizer_cut:
 * @text: UTF-8, of less than 4 GiB
 * @tokens: (element-type OutlayToken): where its tokens are added; their sentence is not set
 */
void
outlay_tokenizer_cut (const OutlayTokenizer *tokenizer, const char *text, GArray *tokens)
{
  guint32 before = OUTLAY_TOKEN_NEW_LINE;
  OutlayToken batch[BATCH];
  guint n_batch = 0;

  prepare_tables ();
  for (const char *at = text; *at != '\0';)
    {
      CharClass class = get_class (outlay_text_get_char (at));
      OutlayToken token = {.start = (guint32)(at - text), .flags = before};

      if (class == CHAR_SPACE || class == CHAR_BREAK || class == CHAR_NARROW)
        {
          if (class == CHAR_BREAK)
            before = OUTLAY_TOKEN_NEW_LINE;
          else if (class == CHAR_NARROW && before == OUTLAY_TOKEN_GLUED)
            before = OUTLAY_TOKEN_NARROW;
          else if (before != OUTLAY_TOKEN_NEW_LINE)
            before = 0;
          at = g_utf8_next_char (at);
          continue;
        }
      at = read_token (at, class, &token.flags);
      token.end = (guint32)(at - text);
      if (tokenizer->vocabulary != NULL)
        look_up (tokenizer, text, &token);
      batch[n_batch++] = token;
      if (n_batch == BATCH)
        {
          g_array_append_vals (tokens, batch, n_batch);
          n_batch = 0;
        }
      before = OUTLAY_TOKEN_GLUED;
    }
  g_array_append_vals (tokens, batch, n_batch);
}
