/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands about a figure, nearer and farther than its sentence: the words beside it whether or
 * not they are cues, who is named before it, what its paragraph and its article speak of.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-surroundings.h"

#include "outlay-relations.h"

/* How many words on each side of a figure are told. */
#define WORDS_BESIDE 6

/* How many bytes a word has at least, and how many characters of it are told. */
#define LEAST_BYTES 3
#define STEM        6

/* How many sentences before a figure those named there count. */
#define SENTENCES_BEFORE 2

/* How many sentences of a paragraph are heard on each side. */
#define PARAGRAPH_REACH 6

/* In words: what is shorter is a line, not a sentence. */
#define SHORT 12

static void
add_stems (const OutlayScene *scene,
           const char *where,
           const OutlaySentence *sentence,
           guint first,
           guint end,
           OutlayFeatures *features)
{
  const OutlayDocument *document = scene->document;
  char stem[STEM * 6 + 1];

  for (guint i = MAX (first, sentence->first_token); i < MIN (end, sentence->end_token); i++)
    {
      const OutlayToken *token = outlay_document_get_token (document, i);

      if (!(token->flags & OUTLAY_TOKEN_WORD) || token->end - token->start < LEAST_BYTES)
        continue;
      g_utf8_strncpy (stem, outlay_document_get_folded (document, i), STEM);
      outlay_features_add (features, where, document->lexicon->language, stem, NULL);
    }
}

/**
 * outlay_surroundings_add_beside:
 *
 * Adds the words beside @anchor, and in what kind of line it stands.
 */
void
outlay_surroundings_add_beside (const OutlayScene *scene,
                                const OutlayFind *anchor,
                                OutlayFeatures *features)
{
  const OutlaySentence *sentence = outlay_document_get_sentence (scene->document, anchor->sentence);
  guint first = anchor->first_token > WORDS_BESIDE ? anchor->first_token - WORDS_BESIDE : 0;

  add_stems (scene, "about-before", sentence, first, anchor->first_token, features);
  add_stems (scene, "about-behind", sentence, anchor->end_token, anchor->end_token + WORDS_BESIDE,
             features);
  outlay_features_add (features, sentence->heading ? "heading" : "no-heading",
                       sentence->end_token - sentence->first_token < SHORT ? "short" : "long",
                       NULL);
}

static void
add_company (const OutlayScene *scene,
             const char *where,
             const OutlayFind *party,
             OutlayFeatures *features)
{
  if (outlay_scene_is_party (scene, party))
    outlay_features_add (features, where, outlay_relations_name_type (scene, party->entity),
                         outlay_relations_name_goods (scene, party->entity), NULL);
}

/* What those are who are named in the sentence of @figure and before it. */
static void
add_named (const OutlayScene *scene, const OutlayFind *figure, OutlayFeatures *features)
{
  guint own = figure->sentence;
  guint first = own > SENTENCES_BEFORE ? own - SENTENCES_BEFORE : 0;

  for (guint i = scene->first_find[first]; i < scene->first_find[own]; i++)
    add_company (scene, "named-before", outlay_scene_get_find (scene, i), features);
  for (guint i = scene->first_find[own]; i < scene->first_find[own + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      add_company (scene, find->first_token < figure->first_token ? "named-left" : "named-right",
                   find, features);
    }
}

/* Of which kinds of deals the paragraph speaks. */
static void
add_paragraph (const OutlayScene *scene, const OutlayFind *anchor, OutlayFeatures *features)
{
  const OutlayDocument *document = scene->document;
  guint paragraph = outlay_document_get_sentence (document, anchor->sentence)->paragraph;
  guint first = anchor->sentence > PARAGRAPH_REACH ? anchor->sentence - PARAGRAPH_REACH : 0;
  guint end = MIN (outlay_scene_get_n_sentences (scene), anchor->sentence + PARAGRAPH_REACH + 1);

  for (guint i = scene->first_find[first]; i < scene->first_find[end]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (find, "kind", NULL)
          && outlay_document_get_sentence (document, find->sentence)->paragraph == paragraph)
        outlay_features_add (features, "paragraph", find->value, NULL);
    }
}

/**
 * outlay_surroundings_add_figure:
 *
 * Adds what tells whether @figure is that of a deal.
 */
void
outlay_surroundings_add_figure (const OutlayScene *scene,
                                const OutlayFind *figure,
                                OutlayFeatures *features)
{
  outlay_surroundings_add_beside (scene, figure, features);
  add_named (scene, figure, features);
}

/**
 * outlay_surroundings_add_frame:
 * @anchor: the figure of a deal
 *
 * Adds what tells of which kind a deal is and how far.
 */
void
outlay_surroundings_add_frame (const OutlayScene *scene,
                               const OutlayFind *anchor,
                               OutlayFeatures *features)
{
  outlay_surroundings_add_beside (scene, anchor, features);
  add_paragraph (scene, anchor, features);
  outlay_features_add (features, "told-most", scene->main_kind == NULL ? "none" : scene->main_kind,
                       NULL);
}
