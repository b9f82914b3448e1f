/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/words/outlay-read-words.h"

#include <string.h>

#include "base/outlay-data-file.h"
#include "base/outlay-data.h"
#include "base/outlay-text.h"

/* The language whose words are looked for in pages of every language. */
#define COMMON_LANGUAGE "en"

/* Bits of a filter over the first bytes of phrases: with some hundred phrases most words fail it.
 */
#define FILTER_BITS  4096
#define FILTER_BYTES 3

typedef struct
{
  GHashTable *phrases;            /* folded phrase → value */
  guint longest;                  /* bytes of the longest phrase */
  guint8 filter[FILTER_BITS / 8]; /* of the first three bytes of each phrase */
  guint8 shorter[256 / 8];        /* of the first byte of each phrase of fewer */
} Phrases;

struct _OutlayReadWords
{
  Phrases lists[OUTLAY_N_WORD_KINDS];
  OutlayDateOrder order;
};

typedef struct
{
  OutlayWordKind kind;
  const char *section;
  const char *key;
} List;

static const List lists[] = {
  {OUTLAY_WORD_PUBLISHED, "dateline", "published"},
  {OUTLAY_WORD_UPDATED, "dateline", "updated"},
  {OUTLAY_WORD_WEEKDAY, "dateline", "weekdays"},
  {OUTLAY_WORD_FILLER, "dateline", "filler"},
  {OUTLAY_WORD_SOURCE, "source", "label"},
  {OUTLAY_WORD_BYLINE, "source", "byline"},
  {OUTLAY_WORD_AGENCY, "source", "agencies"},
  {OUTLAY_WORD_RELATED, "clutter", "related"},
  {OUTLAY_WORD_MENU, "clutter", "menu"},
  {OUTLAY_WORD_AD, "clutter", "ad"},
  {OUTLAY_WORD_CAPTION, "clutter", "caption"},
  {OUTLAY_WORD_PROMO, "clutter", "promo"},
  {OUTLAY_WORD_COMMENTS, "clutter", "comments"},
  {OUTLAY_WORD_TAGS, "clutter", "tags"},
};

static guint
get_filter_bit (const char *text)
{
  const guint8 *bytes = (const guint8 *)text;

  return ((guint)bytes[0] * 961 + (guint)bytes[1] * 31 + bytes[2]) % FILTER_BITS;
}

static void
add_phrase (Phrases *phrases, const char *phrase, guint value)
{
  gsize length = strlen (phrase);
  guint bit = length < FILTER_BYTES ? (guint8)phrase[0] : get_filter_bit (phrase);
  guint8 *bits = length < FILTER_BYTES ? phrases->shorter : phrases->filter;

  bits[bit / 8] |= (guint8)(1u << (bit % 8));
  phrases->longest = MAX (phrases->longest, (guint)length);
  /* A language's own word stands before the English one. */
  if (!g_hash_table_contains (phrases->phrases, phrase))
    g_hash_table_insert (phrases->phrases, g_strdup (phrase), GUINT_TO_POINTER (value));
}

static gboolean
may_match (const Phrases *phrases, const char *text)
{
  guint8 first = (guint8)text[0];
  guint bit;

  if (phrases->shorter[first / 8] & (1u << (first % 8)))
    return TRUE;
  if (first == 0 || text[1] == '\0')
    return FALSE;
  bit = get_filter_bit (text);
  return (phrases->filter[bit / 8] & (1u << (bit % 8))) != 0;
}

static void
add_phrases (
  Phrases *phrases, const OutlayDataFile *file, const char *section, const char *key, guint value)
{
  GStrv values = outlay_data_file_get_values (file, section, key);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *spaced = outlay_text_collapse_space (values[i]);
      g_autofree char *folded = outlay_text_fold_case (spaced, -1);

      add_phrase (phrases, folded, value);
    }
}

static OutlayDateOrder
read_order (const OutlayDataFile *file)
{
  GStrv values = outlay_data_file_get_values (file, "dateline", "order");

  if (values == NULL || values[0] == NULL || strcmp (values[0], "dmy") == 0)
    return OUTLAY_DATE_ORDER_DAY_FIRST;
  return strcmp (values[0], "ymd") == 0 ? OUTLAY_DATE_ORDER_YEAR_FIRST : OUTLAY_DATE_ORDER_UNSURE;
}

static void
add_lexicon (OutlayReadWords *words, const OutlayDataFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_phrases (&words->lists[lists[i].kind], file, lists[i].section, lists[i].key, 1);
  for (guint month = 1; month <= 12; month++)
    {
      char key[4];

      g_snprintf (key, sizeof key, "%u", month);
      add_phrases (&words->lists[OUTLAY_WORD_MONTH], file, "months", key, month);
    }
}

static OutlayReadWords *
make_words (const OutlayDataFile *file, const OutlayDataFile *common)
{
  OutlayReadWords *words = g_new0 (OutlayReadWords, 1);

  for (guint kind = 0; kind < OUTLAY_N_WORD_KINDS; kind++)
    words->lists[kind].phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->order = read_order (file);
  add_lexicon (words, file);
  if (common != NULL)
    add_lexicon (words, common);
  return words;
}

/* The words of all languages; made once and kept. */
static GHashTable *
load_all (void)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) names = outlay_data_list ("lexicon");
  g_autoptr (OutlayDataFile) common
    = outlay_data_file_load ("lexicon/" COMMON_LANGUAGE ".ini", NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (OutlayDataFile) file
        = g_str_has_suffix (names[i], ".ini") ? outlay_data_file_load (names[i], NULL) : NULL;
      GStrv code = file != NULL ? outlay_data_file_get_values (file, "language", "code") : NULL;

      if (code != NULL && code[0] != NULL)
        g_hash_table_insert (all, g_strdup (code[0]), make_words (file, common));
    }
  return all;
}

/**
 * outlay_read_words_get:
 * @lang: ISO 639-1 code
 *
 * Returns: (transfer none): what is known of @lang; of a language without a lexicon the English
 *   words.
 */
const OutlayReadWords *
outlay_read_words_get (const char *lang)
{
  static GHashTable *all;
  static const OutlayReadWords *none;
  const OutlayReadWords *words;

  if (g_once_init_enter (&all))
    {
      g_autoptr (OutlayDataFile) empty = outlay_data_file_parse ("", "", 0);

      none = make_words (empty, NULL);
      g_once_init_leave (&all, load_all ());
    }
  words = g_hash_table_lookup (all, lang);
  if (words == NULL)
    words = g_hash_table_lookup (all, COMMON_LANGUAGE);
  return words != NULL ? words : none;
}

/**
 * outlay_read_words_get_order:
 *
 * Returns: how the language writes a day in figures.
 */
OutlayDateOrder
outlay_read_words_get_order (const OutlayReadWords *words)
{
  return words->order;
}

/**
 * outlay_read_words_is_wide:
 *
 * Returns: whether @c is of a script that writes no spaces between words.
 */
gboolean
outlay_read_words_is_wide (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005;
}

/* Whether a word ends between the last character of @phrase and @next. */
static gboolean
is_word_end (const char *phrase, const char *next)
{
  gunichar after = outlay_text_get_char (next);
  const char *last = g_utf8_prev_char (next);
  gunichar before = outlay_text_get_char (last);

  if (*next == '\0' || !outlay_text_is_alnum (after) || !outlay_text_is_alnum (before))
    return TRUE;
  /* One ideograph begins too many words to stand for itself; two are a word. */
  if (outlay_read_words_is_wide (before) || outlay_read_words_is_wide (after))
    return last > phrase;
  return g_unichar_isdigit (before) != g_unichar_isdigit (after);
}

static gsize
match_phrases (const Phrases *phrases, const char *text, guint *value)
{
  gsize room = strnlen (text, phrases->longest);
  char *buffer = g_alloca (room + 1);
  gsize found = 0;

  memcpy (buffer, text, room);
  for (const char *end = text; *end != '\0' && (gsize)(g_utf8_next_char (end) - text) <= room;)
    {
      gpointer data;
      gsize length;
      char kept;

      end = g_utf8_next_char (end);
      if (!is_word_end (text, end))
        continue;
      length = (gsize)(end - text);
      kept = buffer[length];
      buffer[length] = '\0';
      if (g_hash_table_lookup_extended (phrases->phrases, buffer, NULL, &data))
        {
          found = length;
          if (value != NULL)
            *value = GPOINTER_TO_UINT (data);
        }
      buffer[length] = kept;
    }
  return found;
}

/**
 * outlay_read_words_match:
 * @text: folded, where a word starts
 * @value: (out) (optional): of a month its number
 *
 * Returns: how many bytes of @text the longest phrase of @kind takes; 0 where none stands there.
 */
gsize
outlay_read_words_match (const OutlayReadWords *words,
                         OutlayWordKind kind,
                         const char *text,
                         guint *value)
{
  const Phrases *phrases = &words->lists[kind];

  return may_match (phrases, text) ? match_phrases (phrases, text, value) : 0;
}

/**
 * outlay_read_words_find:
 * @text: folded
 * @length: (out): bytes of the phrase
 *
 * Returns: (nullable): the first place in @text where a phrase of @kind stands.
 */
const char *
outlay_read_words_find (const OutlayReadWords *words,
                        OutlayWordKind kind,
                        const char *text,
                        gsize *length)
{
  gunichar before = ' ';

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = outlay_text_get_char (at);

      if (!outlay_text_is_alnum (before) || outlay_read_words_is_wide (c)
          || outlay_read_words_is_wide (before))
        {
          *length = outlay_read_words_match (words, kind, at, NULL);
          if (*length > 0)
            return at;
        }
      before = c;
    }
  *length = 0;
  return NULL;
}
