/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-times.h"

#include <string.h>

/* How many sentences from its figure a deal's places may stand. */
#define SENTENCES_AROUND 2

static gboolean
has_places (OutlayKind kind)
{
  return kind == OUTLAY_KIND_BUILD || kind == OUTLAY_KIND_VENTURE || kind == OUTLAY_KIND_SUPPLY
         || kind == OUTLAY_KIND_GRANT;
}

static void
add_places (const OutlayScene *scene, const OutlayWindow *window, guint8 confidence, GArray *places)
{
  for (guint i = scene->first_find[window->sentence]; i < scene->first_find[window->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      OutlayProof proof = {i, "place-of-sentence", confidence};

      if (find->mention.type != OUTLAY_MENTION_PLACE || (find->flags & OUTLAY_FIND_ADJECTIVE)
          || find->first_token < window->first_token || find->end_token > window->end_token
          || outlay_places_hold (scene, places, find->mention.name))
        continue;
      g_array_append_val (places, proof);
    }
}

static OutlayWindow
whole_sentence (const OutlayScene *scene, guint sentence)
{
  const OutlaySentence *s = outlay_document_get_sentence (scene->document, sentence);

  return (OutlayWindow){sentence, s->first_token, s->end_token};
}

/**
 * outlay_places_hold:
 * @places: (element-type OutlayProof): mentions of countries
 *
 * Returns: whether one of @places is in the country @code.
 */
gboolean
outlay_places_hold (const OutlayScene *scene, const GArray *places, const char *code)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint index = g_array_index (places, OutlayProof, i).find;

      if (strcmp (outlay_scene_get_find (scene, index)->mention.name, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_places_find:
 *
 * Returns: (transfer full) (element-type OutlayProof): the mentions of the countries where the deal
 *   is done, each country once; none where the deal is of money alone.
 */
GArray *
outlay_places_find (const OutlayScene *scene, const OutlayFrame *frame)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (OutlayProof));
  guint sentence = frame->window.sentence;

  if (!has_places (frame->kind))
    return places;
  add_places (scene, &frame->window, 75, places);
  for (guint away = 1; away <= SENTENCES_AROUND && places->len == 0; away++)
    {
      OutlayWindow window;

      if (away <= sentence)
        {
          window = whole_sentence (scene, sentence - away);
          add_places (scene, &window, 50, places);
        }
      if (places->len == 0 && sentence + away < outlay_scene_get_n_sentences (scene))
        {
          window = whole_sentence (scene, sentence + away);
          add_places (scene, &window, 45, places);
        }
    }
  if (places->len == 0 && sentence > 0)
    {
      OutlayWindow window = whole_sentence (scene, 0);

      add_places (scene, &window, 40, places);
    }
  return places;
}
