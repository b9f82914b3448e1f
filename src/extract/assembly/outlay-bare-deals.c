/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

/* Of each sentence whether a frame is built about a figure of it: what it says belongs to that. */
static gboolean *
mark_figured (const GPtrArray *frames, guint n_sentences)
{
  gboolean *figured = g_new0 (gboolean, n_sentences);

  for (guint i = 0; i < frames->len; i++)
    {
      const OutlayFrame *frame = g_ptr_array_index (frames, i);

      figured[frame->window.sentence] |= !frame->weak;
    }
  return figured;
}

/* The word of the sentence that says what is done: one for a kind of deal before one of paying. */
static guint
find_bond (const OutlayScene *scene, guint sentence)
{
  guint other = OUTLAY_NO_FIND;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (find, "kind", NULL))
        return i;
      if (other == OUTLAY_NO_FIND
          && (outlay_find_is_cue (find, "pays", NULL) || outlay_find_is_cue (find, "hint", NULL)))
        other = i;
    }
  return other;
}

/**
 * outlay_bare_deals_find:
 * @frames: (element-type OutlayFrame): to add to
 *
 * Adds frames for what named parties may have agreed without a figure.
 */
void
outlay_bare_deals_find (const OutlayScene *scene, GPtrArray *frames)
{
  guint n_sentences = outlay_scene_get_n_sentences (scene);
  g_autofree gboolean *figured = mark_figured (frames, n_sentences);

  for (guint sentence = 0; sentence < n_sentences; sentence++)
    {
      const OutlaySentence *s = outlay_document_get_sentence (scene->document, sentence);
      OutlayWindow window = {sentence, s->first_token, s->end_token};
      guint bond;
      OutlayFrame *frame;

      if (figured[sentence] || outlay_scene_get_actors (scene, sentence)->len == 0)
        continue;
      bond = find_bond (scene, sentence);
      if (bond == OUTLAY_NO_FIND)
        continue;
      frame = outlay_frame_new (window);
      frame->bond = bond;
      g_ptr_array_add (frames, frame);
    }
}
