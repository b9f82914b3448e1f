/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

#include <string.h>

/* Words between an article and its noun: "the Leipzig-based chip maker". */
#define MOST_BETWEEN 4

/* What stands for an organisation without naming it. */
typedef struct
{
  guint first;
  guint end;
} Description;

/* Where languages write only names with a capital, such a noun is part of one. */
static gboolean
looks_like_name (const OutlayScan *scan, guint at)
{
  return scan->lexicon->counted != OUTLAY_COUNTED_CAPITAL
         && outlay_scan_looks (scan, at, OUTLAY_TOKEN_CAPITAL);
}

static gboolean
is_hyphen (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, "-") || outlay_scan_is (scan, at, "‑");
}

/* What a hyphen ties to the word before it is no function word there: "the Lyon-based firm". */
static gboolean
is_word (const OutlayScan *scan, guint at)
{
  return at < scan->n_tokens && !scan->used[at]
         && (scan->tokens[at].flags & (OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_NUMBER))
         && (!outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION)
             || (at > 0 && is_hyphen (scan, at - 1)));
}

/* The end of the noun behind the article that ends at @at, 0 where there is none. */
static guint
find_noun (const OutlayScan *scan, guint at)
{
  guint sentence = scan->tokens[at - 1].sentence;
  guint end = 0;

  for (guint i = at; i < at + MOST_BETWEEN && i < scan->n_tokens; i++)
    {
      const OutlayHit *noun = outlay_scan_find (scan, i, OUTLAY_ENTRY_DESCRIPTION);

      if (scan->tokens[i].sentence != sentence || (!is_word (scan, i) && !is_hyphen (scan, i)))
        break;
      if (noun != NULL && looks_like_name (scan, noun->end - 1))
        return 0;
      if (noun != NULL)
        {
          end = noun->end;
          i = end - 1;
        }
      else if (end != 0)
        break;
    }
  return end;
}

/* Whether the word at @at goes on with a phrase that an adjective alone before it is part of. */
static gboolean
needs_noun (const OutlayScan *scan, guint at)
{
  return is_word (scan, at) && scan->tokens[at].sentence == scan->tokens[at - 1].sentence
         && !outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE);
}

/* "The American" alone: an adjective of a place that no noun follows. */
static guint
find_native (const OutlayScan *scan, guint at)
{
  const OutlayHit *place = outlay_scan_find (scan, at, OUTLAY_ENTRY_PLACE);

  if (place == NULL || place->entry->number != OUTLAY_PLACE_ADJECTIVE
      || scan->tokens[at].sentence != scan->tokens[at - 1].sentence || is_hyphen (scan, place->end)
      || needs_noun (scan, place->end))
    return 0;
  return place->end;
}

static gboolean
is_link (const OutlayScan *scan, guint at)
{
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayEntry *entry = scan->hits[i].entry;

      if (entry->class == OUTLAY_ENTRY_CUE
          && outlay_feature_part_is (((const OutlayCue *)entry->data)->class_name, "link"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_description (const OutlayScan *scan, guint at, Description *description)
{
  const OutlayHit *article = outlay_scan_find (scan, at, OUTLAY_ENTRY_DEFINITE);
  guint end;

  if (article == NULL || article->end >= scan->n_tokens)
    return FALSE;
  end = find_noun (scan, article->end);
  if (end == 0)
    end = find_native (scan, article->end);
  /* A preposition that has melted into the article governs the noun. */
  *description = (Description){is_link (scan, at) ? article->end : at, end};
  return end != 0;
}

/* What is found at each token already: one more than the index of a pronoun, the end of a name. */
typedef struct
{
  guint32 *pronoun;
  guint32 *name_end;
} Taken;

static void
note_taken (const OutlayScan *scan, Taken *taken)
{
  const GArray *finds = scan->document->finds;

  taken->pronoun = g_new0 (guint32, scan->n_tokens + 1);
  taken->name_end = g_new0 (guint32, scan->n_tokens + 1);
  for (guint i = 0; i < finds->len; i++)
    {
      const OutlayFind *find = &g_array_index (finds, OutlayFind, i);

      for (guint at = find->first_token; at < find->end_token; at++)
        {
          if (find->mention.type == OUTLAY_MENTION_ORGANISATION)
            taken->name_end[at] = find->flags & OUTLAY_FIND_EPITHET ? G_MAXUINT32 : find->end_token;
          else if (find->mention.type == OUTLAY_MENTION_CUE
                   && outlay_feature_part_is (find->class_name, "pronoun"))
            taken->pronoun[at] = i + 1;
        }
    }
}

/* Lets a pronoun of the lexicon go on to the end of what it begins. */
static void
stretch (const OutlayScan *scan, OutlayFind *pronoun, guint end)
{
  if (!outlay_feature_part_is (pronoun->value, "company") || pronoun->end_token >= end)
    return;
  pronoun->end_token = end;
  pronoun->mention.span.end = scan->tokens[end - 1].end;
}

/* What a name stands for already, or a pronoun of the lexicon, is told. */
static gboolean
is_taken (const OutlayScan *scan, const Taken *taken, const Description *description)
{
  for (guint at = description->first; at < description->end; at++)
    {
      if (taken->name_end[at] >= description->end)
        return TRUE;
      if (taken->pronoun[at] != 0)
        {
          stretch (scan, &g_array_index (scan->document->finds, OutlayFind, taken->pronoun[at] - 1),
                   description->end);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_recognise_descriptions:
 *
 * Finds what stands for an organisation that the article has named ("the Leipzig firm", "the
 * American"), as cues "pronoun:company". Organisations and cues must have been found.
 */
void
outlay_recognise_descriptions (OutlayScan *scan)
{
  Description description;
  Taken taken;

  note_taken (scan, &taken);
  for (guint at = 0; at < scan->n_tokens; at++)
    {
      if (!find_description (scan, at, &description) || is_taken (scan, &taken, &description))
        continue;
      OutlayFind *find
        = outlay_scan_add (scan, OUTLAY_MENTION_CUE, description.first, description.end);
      find->mention.name = g_intern_static_string ("pronoun:company");
      find->class_name = outlay_feature_part_hash ("pronoun");
      find->value = outlay_feature_part_hash ("company");
    }
  g_free (taken.pronoun);
  g_free (taken.name_end);
}
