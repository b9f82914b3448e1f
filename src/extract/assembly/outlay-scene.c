/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-scene.h"

#include <string.h>

#include "extract/outlay-extractor.h"

#include "base/outlay-text.h"

/* What a token adds to the distance between what stands on its two sides. A mark that parts clauses
 * weighs as much as the words of a short clause; a character of a text without spaces is about half
 * a word. */
#define COST_WORD      10
#define COST_IDEOGRAPH 5
#define COST_COMMA     30
#define COST_BREAK     80

static guint
cost_of_mark (const char *mark, gsize length)
{
  static const char *const breaks[] = {";", ":", "–", "—", "；", "：", "…", "|", "•", NULL};
  static const char *const commas[] = {",", "，", "、", "(", ")", "（", "）", NULL};

  for (guint i = 0; breaks[i] != NULL; i++)
    {
      if (strlen (breaks[i]) == length && memcmp (breaks[i], mark, length) == 0)
        return COST_BREAK;
    }
  for (guint i = 0; commas[i] != NULL; i++)
    {
      if (strlen (commas[i]) == length && memcmp (commas[i], mark, length) == 0)
        return COST_COMMA;
    }
  return 0;
}

static guint
cost_of_token (const OutlayDocument *document, const OutlayToken *token, guint index)
{
  const char *text;

  if (token->flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
    return COST_IDEOGRAPH;
  if (!(token->flags & OUTLAY_TOKEN_PUNCTUATION))
    return COST_WORD;
  text = outlay_document_get_text (document, outlay_document_get_part (document, index));
  return cost_of_mark (text + token->start, token->end - token->start);
}

static void
measure_tokens (OutlayScene *scene)
{
  const OutlayDocument *document = scene->document;
  guint n_tokens = document->tokens->len;
  guint sum = 0;

  scene->cost = g_new (guint, n_tokens + 1);
  for (guint i = 0; i < n_tokens; i++)
    {
      scene->cost[i] = sum;
      sum += cost_of_token (document, outlay_document_get_token (document, i), i);
    }
  scene->cost[n_tokens] = sum;
}

static void
index_finds (OutlayScene *scene)
{
  const OutlayDocument *document = scene->document;
  guint n_sentences = document->sentences->len;
  guint find = 0;

  scene->first_find = g_new (guint, n_sentences + 1);
  for (guint sentence = 0; sentence <= n_sentences; sentence++)
    {
      while (find < document->finds->len
             && outlay_document_get_find (document, find)->sentence < sentence)
        find++;
      scene->first_find[sentence] = find;
    }
}

static void
count_figures (OutlayScene *scene)
{
  const OutlayDocument *document = scene->document;

  scene->figures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < document->finds->len; i++)
    {
      const OutlayFind *find = outlay_document_get_find (document, i);
      gint64 figure;
      guint n;

      if (find->mention.type != OUTLAY_MENTION_MONEY)
        continue;
      figure = outlay_money_get_figure (&find->mention.money);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (scene->figures, &figure));
      g_hash_table_insert (scene->figures, g_memdup2 (&figure, sizeof figure),
                           GUINT_TO_POINTER (n + 1));
    }
}

static void
find_main_kind (OutlayScene *scene)
{
  const OutlayDocument *document = scene->document;
  guint counts[OUTLAY_N_KINDS] = {0};
  guint most = 0;

  for (guint i = 0; i < document->finds->len; i++)
    {
      const OutlayFind *find = outlay_document_get_find (document, i);
      OutlayKind kind;

      if (outlay_find_is_cue (find, "kind", NULL)
          && outlay_kind_from_string (find->value.text, &kind))
        counts[kind]++;
    }
  for (guint kind = 1; kind < OUTLAY_N_KINDS; kind++)
    most = counts[kind] > counts[most] ? kind : most;
  if (counts[most] > 0)
    scene->main_kind = outlay_kind_to_string ((OutlayKind)most);
}

/**
 * outlay_scene_new:
 * @document: must outlive the scene
 *
 * Returns: (transfer full): a view of @document.
 */
OutlayScene *
outlay_scene_new (const OutlayDocument *document)
{
  OutlayScene *scene = g_new0 (OutlayScene, 1);

  scene->document = document;
  scene->figure_shares = g_new0 (double, document->finds->len + 1);
  scene->dates = g_new0 (OutlayFeatureGroup *, document->finds->len + 1);
  scene->actors = g_new0 (GArray *, document->sentences->len + 1);
  scene->name_words = g_new0 (GStrv, document->entities->len + 1);
  measure_tokens (scene);
  index_finds (scene);
  count_figures (scene);
  find_main_kind (scene);
  return scene;
}

/** outlay_scene_free: frees @scene, not its document. */
void
outlay_scene_free (OutlayScene *scene)
{
  for (guint i = 0; i < scene->document->sentences->len; i++)
    g_clear_pointer (&scene->actors[i], g_array_unref);
  for (guint i = 0; i < scene->document->entities->len; i++)
    g_strfreev (scene->name_words[i]);
  for (guint i = 0; i < scene->document->finds->len; i++)
    g_clear_pointer (&scene->dates[i], outlay_feature_group_free);
  g_free (scene->actors);
  g_free (scene->name_words);
  g_free (scene->dates);
  g_free (scene->figure_shares);
  g_hash_table_unref (scene->figures);
  g_free (scene->first_find);
  g_free (scene->cost);
  g_free (scene);
}

/**
 * outlay_scene_get_n_sentences:
 *
 * Returns: how many sentences the document has, those of the title among them.
 */
guint
outlay_scene_get_n_sentences (const OutlayScene *scene)
{
  return scene->document->sentences->len;
}

/**
 * outlay_scene_nearest_cue:
 * @value: (nullable): %NULL for any of the class
 * @distance: (out) (optional): how far it is
 *
 * Returns: the index of the cue of @anchor's sentence that is nearest to it, %OUTLAY_NO_FIND where
 *   there is none.
 */
guint
outlay_scene_nearest_cue (const OutlayScene *scene,
                          const OutlayFind *anchor,
                          const char *class_name,
                          const char *value,
                          guint *distance)
{
  guint nearest = OUTLAY_NO_FIND;
  guint least = OUTLAY_NOWHERE;

  for (guint i = scene->first_find[anchor->sentence]; i < scene->first_find[anchor->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      guint apart;

      if (!outlay_find_is_cue (find, class_name, value))
        continue;
      apart = outlay_scene_distance (scene, anchor, find);
      if (apart < least)
        {
          least = apart;
          nearest = i;
        }
    }
  if (distance != NULL)
    *distance = least;
  return nearest;
}

/**
 * outlay_scene_has_cue:
 * @value: (nullable): %NULL for any of the class
 *
 * Returns: whether the sentence holds such a cue.
 */
gboolean
outlay_scene_has_cue (const OutlayScene *scene,
                      guint sentence,
                      const char *class_name,
                      const char *value)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      if (outlay_find_is_cue (outlay_document_get_find (scene->document, i), class_name, value))
        return TRUE;
    }
  return FALSE;
}

/* Whether nothing but commas, words that join names and one word more ("Borealis, the chip maker
 * NCD and Calder") stands between the tokens @from and @to. */
static gboolean
only_joins (const OutlayScene *scene, guint from, guint to, guint sentence)
{
  const OutlayDocument *document = scene->document;
  guint others = 0;
  gboolean joins = FALSE;

  for (guint token = from; token < to; token++)
    {
      const OutlayToken *t = outlay_document_get_token (document, token);
      gboolean is_join = FALSE;

      for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
        {
          const OutlayFind *find = outlay_document_get_find (document, i);

          is_join |= find->first_token <= token && token < find->end_token
                     && outlay_find_is_cue (find, "join", NULL);
        }
      if (t->flags & OUTLAY_TOKEN_PUNCTUATION)
        {
          if (scene->cost[token + 1] - scene->cost[token] == COST_BREAK)
            return FALSE;
          joins |= scene->cost[token + 1] != scene->cost[token];
        }
      else if (is_join)
        joins = TRUE;
      else if (++others > 2)
        return FALSE;
    }
  return joins;
}

/**
 * outlay_scene_joined:
 * @a: stands before @b
 *
 * Returns: whether the two are members of one list ("Borealis, Acme and Calder").
 */
gboolean
outlay_scene_joined (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  return a->sentence == b->sentence && a->end_token < b->first_token
         && only_joins (scene, a->end_token, b->first_token, a->sentence);
}

/** outlay_scene_is_bracket: Returns: whether the token opens a bracket. */
gboolean
outlay_scene_is_bracket (const OutlayScene *scene, guint token)
{
  const OutlayToken *t = outlay_document_get_token (scene->document, token);
  const char *text
    = outlay_document_get_text (scene->document, outlay_document_get_part (scene->document, token));

  return outlay_text_begins (text + t->start, "(") || outlay_text_begins (text + t->start, "（");
}

/* Whether @name ends like a model's, in a number that follows upon capitals ("GB300"). */
static gboolean
is_model (const char *name)
{
  const char *end = name + strlen (name);
  const char *digits = end;

  while (digits > name && g_ascii_isdigit (digits[-1]))
    digits--;
  return digits != end && digits - name >= 2 && g_ascii_isupper (digits[-1]);
}

/**
 * outlay_scene_is_party:
 *
 * Returns: whether @find names an organisation that can be a party; what is named like a model of
 *   chips is none.
 */
gboolean
outlay_scene_is_party (const OutlayScene *scene, const OutlayFind *find)
{
  const OutlayEntity *entity;

  if (find->mention.type != OUTLAY_MENTION_ORGANISATION || find->entity < 0)
    return FALSE;
  entity = outlay_document_get_entity (scene->document, (guint)find->entity);
  return (entity->organisation != NULL || !is_model (entity->name))
         && outlay_scene_get_type (scene, find->entity) != OUTLAY_ORGANISATION_OBSERVER;
}

/**
 * outlay_scene_get_type:
 *
 * Returns: what the organisation is; one that no data file lists counts as a company.
 */
OutlayOrganisationType
outlay_scene_get_type (const OutlayScene *scene, int entity)
{
  const OutlayEntity *e = outlay_document_get_entity (scene->document, (guint)entity);

  if (e->flags & OUTLAY_FIND_GOVERNMENT)
    return OUTLAY_ORGANISATION_GOVERNMENT;
  return e->organisation == NULL ? OUTLAY_ORGANISATION_COMPANY : e->organisation->type;
}

/**
 * outlay_scene_get_name_words:
 *
 * Returns: (transfer none): the words of the organisation's name, folded.
 */
const char *const *
outlay_scene_get_name_words (const OutlayScene *scene, int entity)
{
  GStrv *words = &scene->name_words[entity];

  if (*words == NULL)
    {
      const OutlayEntity *e = outlay_document_get_entity (scene->document, (guint)entity);
      g_autofree char *folded = g_utf8_casefold (e->name, -1);

      *words = g_strsplit (folded, " ", -1);
    }
  return (const char *const *)*words;
}

/** outlay_scene_get_worth: Returns: what @money is worth in US dollars; 0 where nobody knows. */
double
outlay_scene_get_worth (const OutlayScene *scene, const OutlayMoney *money)
{
  const OutlayNames *names = outlay_extractor_get_names (scene->document->extractor);

  return (double)outlay_money_get_figure (money) / OUTLAY_MONEY_UNIT
         * outlay_names_get_worth (names, money->currency);
}
