/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/outlay-extractor.h"

#include <string.h>

#include "base/outlay-data.h"
#include "extract/outlay-document.h"

/* The language whose words are taken where an article's own is not known or has no lexicon. */
#define FALLBACK "en"

struct _OutlayExtractor
{
  OutlayVocabulary *vocabulary;
  OutlayNames *names;
  OutlayWeights *weights;
  GPtrArray *lexicons; /* OutlayLexicon */
  GPtrArray *problems;
};

static OutlayLexicon *
find_lexicon (const OutlayExtractor *extractor, const char *language)
{
  for (guint i = 0; i < extractor->lexicons->len; i++)
    {
      OutlayLexicon *lexicon = g_ptr_array_index (extractor->lexicons, i);

      if (strcmp (lexicon->language, language) == 0)
        return lexicon;
    }
  return NULL;
}

static OutlayPhrases *
find_phrases (const char *language, gpointer data)
{
  OutlayLexicon *lexicon = find_lexicon (data, language);

  return lexicon != NULL ? lexicon->phrases : NULL;
}

static void
keep_problems (OutlayExtractor *extractor, const OutlayDataFile *file)
{
  const GPtrArray *problems = outlay_data_file_get_problems (file);

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (extractor->problems, g_strdup (g_ptr_array_index (problems, i)));
}

static OutlayDataFile *
load (OutlayExtractor *extractor, const char *name)
{
  g_autoptr (GError) error = NULL;
  OutlayDataFile *file = outlay_data_file_load (name, &error);

  if (file == NULL)
    g_ptr_array_add (extractor->problems, g_strdup_printf ("%s: %s", name, error->message));
  return file;
}

static void
read_lexicons (OutlayExtractor *extractor)
{
  g_auto (GStrv) names = outlay_data_list ("lexicon");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (OutlayDataFile) file = NULL;

      if (!g_str_has_suffix (names[i], ".ini") || (file = load (extractor, names[i])) == NULL)
        continue;
      OutlayLexicon *lexicon = outlay_lexicon_new (extractor->vocabulary, file);
      if (lexicon != NULL)
        g_ptr_array_add (extractor->lexicons, lexicon);
      keep_problems (extractor, file);
    }
}

static void
read_words (OutlayExtractor *extractor)
{
  g_auto (GStrv) names = outlay_data_list ("words");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (OutlayDataFile) file = NULL;

      if (!g_str_has_suffix (names[i], ".ini") || (file = load (extractor, names[i])) == NULL)
        continue;
      GStrv code = outlay_data_file_get_values (file, "language", "code");
      OutlayLexicon *lexicon
        = code != NULL && code[0] != NULL ? find_lexicon (extractor, code[0]) : NULL;
      if (lexicon != NULL)
        outlay_lexicon_read_words (lexicon, file);
      keep_problems (extractor, file);
    }
}

static void
read_names (OutlayExtractor *extractor,
            const char *name,
            void (*read) (OutlayNames *, OutlayDataFile *, OutlayNamesLanguage, gpointer))
{
  g_autoptr (OutlayDataFile) file = load (extractor, name);

  if (file == NULL)
    return;
  read (extractor->names, file, find_phrases, extractor);
  keep_problems (extractor, file);
}

static void
read_organisations (OutlayExtractor *extractor)
{
  g_auto (GStrv) files = outlay_data_list ("organisations");

  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ini"))
      read_names (extractor, files[i], outlay_names_read_organisations);
}

static void
read_weights (OutlayExtractor *extractor)
{
  g_autoptr (OutlayDataFile) file = load (extractor, "weights.ini");

  if (file == NULL)
    return;
  outlay_weights_read (extractor->weights, file);
  keep_problems (extractor, file);
}

/**
 * outlay_extractor_new:
 *
 * Reads the data files. What is wrong in them outlay_extractor_get_problems() tells; the rest
 * works.
 *
 * Returns: (transfer full): the extractor.
 */
OutlayExtractor *
outlay_extractor_new (void)
{
  OutlayExtractor *extractor = g_new0 (OutlayExtractor, 1);

  extractor->vocabulary = outlay_vocabulary_new ();
  extractor->lexicons = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_lexicon_free);
  extractor->problems = g_ptr_array_new_with_free_func (g_free);
  extractor->names = outlay_names_new (extractor->vocabulary);
  extractor->weights = outlay_weights_new ();
  read_lexicons (extractor);
  read_words (extractor);
  read_organisations (extractor);
  read_names (extractor, "places.ini", outlay_names_read_places);
  read_names (extractor, "currencies.ini", outlay_names_read_currencies);
  read_names (extractor, "given-names.ini", outlay_names_read_given_names);
  read_weights (extractor);
  if (find_lexicon (extractor, FALLBACK) == NULL)
    g_ptr_array_add (extractor->lexicons,
                     outlay_lexicon_new_empty (extractor->vocabulary, FALLBACK));
  outlay_vocabulary_close (extractor->vocabulary);
  outlay_phrases_close (extractor->names->phrases);
  outlay_phrases_close (extractor->names->patterns);
  for (guint i = 0; i < extractor->lexicons->len; i++)
    {
      OutlayLexicon *lexicon = g_ptr_array_index (extractor->lexicons, i);

      outlay_phrases_close (lexicon->phrases);
      outlay_phrases_close (lexicon->dates);
    }
  return extractor;
}

void
outlay_extractor_free (OutlayExtractor *extractor)
{
  g_ptr_array_unref (extractor->lexicons);
  outlay_names_free (extractor->names);
  outlay_weights_free (extractor->weights);
  outlay_vocabulary_free (extractor->vocabulary);
  g_ptr_array_unref (extractor->problems);
  g_free (extractor);
}

/**
 * outlay_extractor_get_default:
 *
 * Returns: (transfer none): one extractor for the whole program, made at the first call.
 */
const OutlayExtractor *
outlay_extractor_get_default (void)
{
  static OutlayExtractor *extractor = NULL;

  if (g_once_init_enter (&extractor))
    g_once_init_leave (&extractor, outlay_extractor_new ());
  return extractor;
}

/**
 * outlay_extractor_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): what is wrong in the data files: "file:line: what".
 */
const GPtrArray *
outlay_extractor_get_problems (const OutlayExtractor *extractor)
{
  return extractor->problems;
}

static void
clear_mention (gpointer data)
{
  OutlayMention *mention = data;

  g_free ((gpointer)mention->name);
}

/**
 * outlay_extractor_find_mentions:
 *
 * Returns: (transfer full) (element-type OutlayMention): all mentions in @article, in the order of
 *   its text, those of the title first. Their names last as long as the array.
 */
GArray *
outlay_extractor_find_mentions (const OutlayExtractor *extractor, const OutlayArticle *article)
{
  g_autoptr (OutlayDocument) document = outlay_document_new (extractor, article, NULL);
  GArray *mentions = g_array_sized_new (FALSE, FALSE, sizeof (OutlayMention), document->finds->len);

  g_array_set_clear_func (mentions, clear_mention);
  for (guint i = 0; i < document->finds->len; i++)
    {
      OutlayMention mention = g_array_index (document->finds, OutlayFind, i).mention;

      mention.name = g_strdup (mention.name);
      g_array_append_val (mentions, mention);
    }
  return mentions;
}

/** outlay_extractor_get_vocabulary: Returns: (transfer none): the words of all data files. */
const OutlayVocabulary *
outlay_extractor_get_vocabulary (const OutlayExtractor *extractor)
{
  return extractor->vocabulary;
}

/** outlay_extractor_get_names: Returns: (transfer none): what all languages share. */
const OutlayNames *
outlay_extractor_get_names (const OutlayExtractor *extractor)
{
  return extractor->names;
}

/** outlay_extractor_get_weights: Returns: (transfer none): what is weighed in doubt. */
const OutlayWeights *
outlay_extractor_get_weights (const OutlayExtractor *extractor)
{
  return extractor->weights;
}

/**
 * outlay_extractor_get_lexicon:
 *
 * Returns: (transfer none): the lexicon of @language, or one to make do with.
 */
const OutlayLexicon *
outlay_extractor_get_lexicon (const OutlayExtractor *extractor, const char *language)
{
  const OutlayLexicon *lexicon = find_lexicon (extractor, language);

  return lexicon != NULL ? lexicon : find_lexicon (extractor, FALLBACK);
}
