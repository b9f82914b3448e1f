/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/words/outlay-read-words.h"

#include <string.h>

#include "base/outlay-data-file.h"
#include "base/outlay-data.h"
#include "base/outlay-text.h"

/* The language whose words are looked for in pages of every language. */
#define COMMON_LANGUAGE "en"

typedef struct
{
  GHashTable *phrases; /* folded phrase → value */
  guint longest;       /* bytes of the longest phrase */
} Phrases;

typedef struct
{
  char *code;
  Phrases lists[OUTLAY_N_WORD_KINDS];
  OutlayDateOrder order;
} Lexicon;

struct _OutlayReadWords
{
  const Lexicon *lexicons[2];
  guint n_lexicons;
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

static void
add_phrases (
  Phrases *phrases, const OutlayDataFile *file, const char *section, const char *key, guint value)
{
  GStrv values = outlay_data_file_get_values (file, section, key);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *spaced = outlay_text_collapse_space (values[i]);
      char *folded = outlay_read_words_fold (spaced, -1);

      phrases->longest = MAX (phrases->longest, (guint)strlen (folded));
      g_hash_table_insert (phrases->phrases, folded, GUINT_TO_POINTER (value));
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

static Lexicon *
load_lexicon (const char *name)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load (name, NULL);
  GStrv code = file != NULL ? outlay_data_file_get_values (file, "language", "code") : NULL;
  Lexicon *lexicon;

  if (code == NULL || code[0] == NULL)
    return NULL;
  lexicon = g_new0 (Lexicon, 1);
  lexicon->code = g_strdup (code[0]);
  lexicon->order = read_order (file);
  for (guint kind = 0; kind < OUTLAY_N_WORD_KINDS; kind++)
    lexicon->lists[kind].phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_phrases (&lexicon->lists[lists[i].kind], file, lists[i].section, lists[i].key, 1);
  for (guint month = 1; month <= 12; month++)
    {
      char key[4];

      g_snprintf (key, sizeof key, "%u", month);
      add_phrases (&lexicon->lists[OUTLAY_WORD_MONTH], file, "months", key, month);
    }
  return lexicon;
}

/* All lexicons, as the word sets of their languages; made once and kept. */
static GHashTable *
load_all (void)
{
  GHashTable *all = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) names = outlay_data_list ("lexicon");
  const OutlayReadWords *common;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; names[i] != NULL; i++)
    {
      Lexicon *lexicon = g_str_has_suffix (names[i], ".ini") ? load_lexicon (names[i]) : NULL;
      OutlayReadWords *words;

      if (lexicon == NULL)
        continue;
      words = g_new0 (OutlayReadWords, 1);
      words->lexicons[words->n_lexicons++] = lexicon;
      g_hash_table_insert (all, lexicon->code, words);
    }
  common = g_hash_table_lookup (all, COMMON_LANGUAGE);
  g_hash_table_iter_init (&iter, all);
  while (common != NULL && g_hash_table_iter_next (&iter, NULL, &value))
    {
      OutlayReadWords *words = value;

      if (words != common)
        words->lexicons[words->n_lexicons++] = common->lexicons[0];
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
  static const OutlayReadWords none;
  const OutlayReadWords *words;

  if (g_once_init_enter (&all))
    g_once_init_leave (&all, load_all ());
  words = g_hash_table_lookup (all, lang);
  if (words == NULL)
    words = g_hash_table_lookup (all, COMMON_LANGUAGE);
  return words != NULL ? words : &none;
}

/**
 * outlay_read_words_get_order:
 *
 * Returns: how the language writes a day in figures.
 */
OutlayDateOrder
outlay_read_words_get_order (const OutlayReadWords *words)
{
  return words->n_lexicons > 0 ? words->lexicons[0]->order : OUTLAY_DATE_ORDER_UNSURE;
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
  gunichar after = g_utf8_get_char (next);
  const char *last = g_utf8_prev_char (next);
  gunichar before = g_utf8_get_char (last);

  if (*next == '\0' || !g_unichar_isalnum (after) || !g_unichar_isalnum (before))
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
  gsize longest = 0;

  for (guint i = 0; i < words->n_lexicons; i++)
    {
      guint its_value = 0;
      gsize length = match_phrases (&words->lexicons[i]->lists[kind], text, &its_value);

      if (length > longest)
        {
          longest = length;
          if (value != NULL)
            *value = its_value;
        }
    }
  return longest;
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
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalnum (before) || outlay_read_words_is_wide (c)
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

/**
 * outlay_read_words_fold:
 * @length: bytes, or -1 for all
 *
 * Returns: (transfer full): @text without case and in compatibility forms, its marks kept.
 */
char *
outlay_read_words_fold (const char *text, gssize length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
