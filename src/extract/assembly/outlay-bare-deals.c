/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

#include <string.h>

/* In tenths of words: how far the parties of a deal without a figure may stand from the word that
 * says what it is. */
#define PARTY_REACH 220

static const OutlayFind *
get_find (const OutlayScene *scene, guint index)
{
  return outlay_document_get_find (scene->document, index);
}

static gboolean
has_figure (const OutlayScene *scene, guint sentence)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      OutlayMentionType type = get_find (scene, i)->mention.type;

      if (type == OUTLAY_MENTION_MONEY || type == OUTLAY_MENTION_CAPACITY)
        return TRUE;
    }
  return FALSE;
}

/* The word of the sentence that says what is agreed between two parties. A building needs no
 * second party and a programme has none, so neither is a deal without a figure. */
static guint
find_bond (const OutlayScene *scene, guint sentence)
{
  static const char *const bonds[] = {"acquisition", "supply", "venture", "financing", "equity"};

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (bonds); k++)
        {
          if (outlay_find_is_cue (get_find (scene, i), "kind", bonds[k]))
            return i;
        }
    }
  return OUTLAY_NO_FIND;
}

static guint
count_near (const OutlayScene *scene, guint bond)
{
  const OutlayFind *cue = get_find (scene, bond);
  g_autoptr (GArray) actors = outlay_grammar_find_actors (scene, cue->sentence);
  int first = -1;
  guint n = 0;

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);

      if (actor->placing == OUTLAY_PLACING_OF || actor->entity == first
          || outlay_scene_distance (scene, cue, get_find (scene, actor->find)) > PARTY_REACH)
        continue;
      first = actor->entity;
      n++;
    }
  return n;
}

static gboolean
is_settled (const OutlayScene *scene, guint sentence)
{
  static const char *const settled[] = {"agreed", "completed", "announced", "under_way"};

  if (outlay_scene_has_cue (scene, sentence, "negation", NULL)
      || outlay_scene_has_cue (scene, sentence, "negative", NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    {
      if (outlay_scene_has_cue (scene, sentence, "status", settled[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_bare_deals_find:
 * @frames: (element-type OutlayFrame): to add to
 *
 * Adds frames for what two named parties have agreed without a figure.
 */
void
outlay_bare_deals_find (const OutlayScene *scene, GPtrArray *frames)
{
  guint n_sentences = outlay_scene_get_n_sentences (scene);

  for (guint sentence = 0; sentence < n_sentences; sentence++)
    {
      const OutlaySentence *s = outlay_document_get_sentence (scene->document, sentence);
      OutlayWindow window = {sentence, s->first_token, s->end_token};
      guint bond;
      OutlayFrame *frame;

      if (has_figure (scene, sentence) || !is_settled (scene, sentence))
        continue;
      bond = find_bond (scene, sentence);
      if (bond == OUTLAY_NO_FIND || count_near (scene, bond) < 2)
        continue;
      frame = outlay_frame_new (window);
      frame->bond = bond;
      g_ptr_array_add (frames, frame);
    }
}
