/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/words/outlay-language.h"

#include <string.h>

#include "base/outlay-data-file.h"
#include "base/outlay-data.h"
#include "base/outlay-text.h"

/* So many languages fit the bit masks of the tables. */
#define MAX_LANGUAGES 32

#define MAX_SCRIPTS 4

/* Numbers of scripts that are counted, and the first letter that is wide. */
#define N_SCRIPTS  256
#define FIRST_WIDE 0x1100

/* Letters that are looked at: more tell nothing new. */
#define ROOM 6000

/* How many letters of other scripts an ideograph or a syllable of Hangul weighs. */
#define DENSE_WEIGHT 3

/* What a letter or a word's ending that is typical of a language counts beside one of its words. */
#define LETTER_WEIGHT 0.6
#define ENDING_WEIGHT 0.4

/* The least score a word, on average, and lead over the next language of a sure answer. */
#define MIN_SCORE 0.08
#define MIN_LEAD  1.03

/* A language that needs one more script than another must read so much more of the text. */
#define SCRIPT_MARGIN 0.03

#define LONGEST_ENDING 6

typedef struct
{
  char *code;
  GUnicodeScript scripts[MAX_SCRIPTS];
  guint n_scripts;
} Language;

typedef struct
{
  Language languages[MAX_LANGUAGES];
  guint n_languages;
  GHashTable *words;   /* word → mask of languages */
  GHashTable *letters; /* code point → mask */
  GHashTable *endings; /* ending → mask */
} Detector;

typedef struct
{
  double scores[MAX_LANGUAGES];
  guint n_words;
} Tally;

static void
add_mask (GHashTable *table, gpointer key, guint language)
{
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (mask | (1u << language)));
}

static void
add_strings (GHashTable *table, const OutlayDataFile *file, const char *key, guint language)
{
  GStrv values = outlay_data_file_get_values (file, "language", key);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *folded = outlay_text_fold_case (values[i], -1);

      add_mask (table, (gpointer)g_intern_string (folded), language);
    }
}

static void
add_letters (GHashTable *table, const OutlayDataFile *file, guint language)
{
  GStrv values = outlay_data_file_get_values (file, "language", "letters");

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add_mask (table, GUINT_TO_POINTER (g_utf8_get_char (values[i])), language);
}

static void
add_scripts (Language *language, const OutlayDataFile *file)
{
  GStrv values = outlay_data_file_get_values (file, "language", "scripts");

  for (guint i = 0; values != NULL && values[i] != NULL && i < MAX_SCRIPTS; i++)
    {
      guint32 tag = 0;

      for (const char *at = values[i]; *at != '\0'; at++)
        tag = (tag << 8) | (guint8)*at;
      language->scripts[language->n_scripts++] = g_unicode_script_from_iso15924 (tag);
    }
  if (language->n_scripts == 0)
    language->scripts[language->n_scripts++] = G_UNICODE_SCRIPT_LATIN;
}

static Detector *
load_detector (void)
{
  Detector *detector = g_new0 (Detector, 1);
  g_auto (GStrv) names = outlay_data_list ("lexicon");

  detector->words = g_hash_table_new (g_str_hash, g_str_equal);
  detector->letters = g_hash_table_new (NULL, NULL);
  detector->endings = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; names[i] != NULL && detector->n_languages < MAX_LANGUAGES; i++)
    {
      g_autoptr (OutlayDataFile) file
        = g_str_has_suffix (names[i], ".ini") ? outlay_data_file_load (names[i], NULL) : NULL;
      GStrv code = file != NULL ? outlay_data_file_get_values (file, "language", "code") : NULL;
      guint index = detector->n_languages;

      if (code == NULL || code[0] == NULL)
        continue;
      detector->languages[index].code = g_strdup (code[0]);
      add_scripts (&detector->languages[index], file);
      add_strings (detector->words, file, "words", index);
      add_strings (detector->endings, file, "endings", index);
      add_letters (detector->letters, file, index);
      detector->n_languages++;
    }
  return detector;
}

static const Detector *
get_detector (void)
{
  static Detector *detector;

  if (g_once_init_enter (&detector))
    g_once_init_leave (&detector, load_detector ());
  return detector;
}

static void
add_score (Tally *tally, guint mask, double weight)
{
  guint n = (guint)__builtin_popcount (mask);

  for (guint i = 0; mask != 0; i++, mask >>= 1)
    {
      if (mask & 1)
        tally->scores[i] += weight / n;
    }
}

static void
add_word (const Detector *detector, Tally *tally, const char *word)
{
  gsize length = strlen (word);
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (detector->words, word));

  tally->n_words++;
  add_score (tally, mask, 1);
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x80)
        add_score (tally,
                   GPOINTER_TO_UINT (g_hash_table_lookup (detector->letters, GUINT_TO_POINTER (c))),
                   LETTER_WEIGHT);
    }
  for (gsize cut = length > LONGEST_ENDING ? length - LONGEST_ENDING : 1; mask == 0 && cut < length;
       cut++)
    {
      guint endings = GPOINTER_TO_UINT (g_hash_table_lookup (detector->endings, word + cut));

      if (endings != 0 && cut >= 3)
        {
          add_score (tally, endings, ENDING_WEIGHT);
          break;
        }
    }
}

/* @folded is cut into its words in place. */
static void
tally_words (const Detector *detector, Tally *tally, char *folded)
{
  char *word = NULL;

  for (char *at = folded, *next;; at = next)
    {
      gunichar c = g_utf8_get_char (at);

      next = g_utf8_next_char (at);
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        {
          word = word != NULL ? word : at;
          continue;
        }
      *at = '\0';
      if (word != NULL)
        add_word (detector, tally, word);
      word = NULL;
      if (c == 0)
        break;
    }
}

/* How much of @text each script has, in letters; what letters of several share counts for none.
 * Returns how much all have. */
static double
weigh_scripts (const char *text, double *weights)
{
  double n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      GUnicodeScript script;
      double weight;

      if (!g_unichar_isalpha (c))
        continue;
      script = g_unichar_get_script (c);
      if (script <= G_UNICODE_SCRIPT_INHERITED || script >= N_SCRIPTS)
        continue;
      weight = c >= FIRST_WIDE && g_unichar_iswide (c) ? DENSE_WEIGHT : 1;
      weights[script] += weight;
      n += weight;
    }
  return n;
}

/* The share of each language's scripts in the letters of @text. */
static void
measure_scripts (const Detector *detector, const char *text, double *shares)
{
  double weights[N_SCRIPTS] = {0};
  double n = weigh_scripts (text, weights);

  for (guint i = 0; n > 0 && i < detector->n_languages; i++)
    {
      const Language *language = &detector->languages[i];

      for (guint j = 0; j < language->n_scripts; j++)
        shares[i] += weights[MAX (language->scripts[j], 0)];
      shares[i] = shares[i] / n - SCRIPT_MARGIN * (language->n_scripts - 1);
    }
}

static const char *
choose_by_words (const Detector *detector,
                 const char *text,
                 const double *shares,
                 double best_share)
{
  g_autofree char *folded = outlay_text_fold_case (text, -1);
  Tally tally = {{0}, 0};
  double best = 0, second = 0;
  guint found = 0;

  tally_words (detector, &tally, folded);
  for (guint i = 0; i < detector->n_languages; i++)
    {
      double score = shares[i] >= best_share ? tally.scores[i] : 0;

      if (score > best)
        {
          second = best;
          best = score;
          found = i;
        }
      else
        second = MAX (second, score);
    }
  if (best < MIN_SCORE * tally.n_words || best < second * MIN_LEAD || tally.n_words == 0
      || best <= 0)
    return "";
  return detector->languages[found].code;
}

/**
 * outlay_language_detect:
 * @text: UTF-8
 *
 * Tells a text's language, among those that have a lexicon: by its script, and where several
 * languages write it, by their commonest words, their letters and the ends of their words.
 *
 * Returns: (transfer none): ISO 639-1 code, "" where nothing tells.
 */
const char *
outlay_language_detect (const char *text)
{
  const Detector *detector = get_detector ();
  const char *end = text;
  double shares[MAX_LANGUAGES] = {0};
  double best = 0;
  guint n_best = 0, found = 0;

  for (guint n = 0; n < ROOM && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  g_autofree char *sample = g_strndup (text, (gsize)(end - text));
  measure_scripts (detector, sample, shares);
  for (guint i = 0; i < detector->n_languages; i++)
    {
      if (shares[i] > best + 1e-9)
        {
          best = shares[i];
          found = i;
          n_best = 0;
        }
      n_best += shares[i] >= best - 1e-9;
    }
  if (best < 0.5)
    return "";
  if (n_best == 1)
    return detector->languages[found].code;
  return choose_by_words (detector, sample, shares, best - 1e-9);
}
