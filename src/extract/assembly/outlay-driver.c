/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-driver.h"

#include <string.h>

/* In tenths of words: how far a verb may stand from the figure that it governs. */
#define DRIVER_REACH 260

/**
 * outlay_window_holds:
 *
 * Returns: whether @find stands in @window.
 */
gboolean
outlay_window_holds (const OutlayWindow *window, const OutlayFind *find)
{
  return find->first_token >= window->first_token && find->end_token <= window->end_token;
}

/* Whether the word is but a part of the name of a kind of deal: "funding round". */
static gboolean
is_in_term (const OutlayScene *scene, const OutlayFind *word)
{
  for (guint i = scene->first_find[word->sentence]; i < scene->first_find[word->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (find, "kind", NULL) && find->first_token <= word->first_token
          && find->end_token > word->end_token)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_driver_find:
 * @window: where to look first
 * @anchor: (nullable): the figure
 *
 * Returns: the verb or noun of paying that is nearest to @anchor, verbs before nouns.
 */
OutlayDriver
outlay_driver_find (const OutlayScene *scene, const OutlayWindow *window, const OutlayFind *anchor)
{
  OutlayDriver driver = {OUTLAY_NO_FIND, TRUE, FALSE, FALSE};
  guint least = OUTLAY_NOWHERE;

  for (guint i = scene->first_find[window->sentence]; i < scene->first_find[window->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      guint distance;

      if (!outlay_find_is_cue (find, "pays", NULL) || is_in_term (scene, find))
        continue;
      distance = anchor == NULL ? 0 : outlay_scene_distance (scene, anchor, find);
      if (distance > DRIVER_REACH)
        continue;
      distance += outlay_feature_part_is (find->value, "noun") ? DRIVER_REACH : 0;
      distance += outlay_window_holds (window, find) ? 0 : 2 * DRIVER_REACH;
      if (distance < least)
        {
          least = distance;
          driver.find = i;
        }
    }
  if (driver.find != OUTLAY_NO_FIND)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, driver.find);

      driver.noun = outlay_feature_part_is (find->value, "noun");
      driver.subject_pays = !outlay_feature_part_is (find->value, "object");
      driver.passive = !driver.noun && outlay_grammar_is_passive (scene, find);
    }
  return driver;
}

/**
 * outlay_driver_names_getting:
 *
 * Returns: whether the noun names money from the side of who gets it: a round, a loan, a grant.
 */
gboolean
outlay_driver_names_getting (const OutlayScene *scene, const OutlayDriver *driver)
{
  static const char *const kinds[] = {"equity", "financing", "grant"};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint distance;

      outlay_scene_nearest_cue (scene, outlay_scene_get_find (scene, driver->find), "kind",
                                kinds[i], &distance);
      if (distance == 0)
        return TRUE;
    }
  return FALSE;
}
