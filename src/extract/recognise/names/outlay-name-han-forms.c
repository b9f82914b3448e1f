/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-han.h"
#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* Tokens of the shortest short form. */
#define SHORTEST_FORM 2

static gboolean
is_latin (const OutlayScan *scan, const OutlayNameSpan *span)
{
  for (guint at = span->first; at < span->end; at++)
    {
      if (scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
        return FALSE;
    }
  return TRUE;
}

/* Behind the place that a full name begins with: "北京" is left out of short forms. */
static const char *
fold_brand (const OutlayScan *scan, const OutlayNameSpan *span)
{
  const OutlayHit *place = outlay_scan_find (scan, span->first, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->end < span->end ? outlay_name_fold (scan, place->end, span->end)
                                                 : span->key;
}

/* The full name that @span is short for; where several might be, the first that the text has.
 * @brands has of each name what it is without its place. */
static const OutlayNameSpan *
find_full (const OutlayScan *scan,
           GArray *spans,
           guint from,
           const char **brands,
           const OutlayNameSpan *span)
{
  const OutlayNameSpan *full = NULL;
  gsize length = strlen (span->key);

  if (span->end - span->first < SHORTEST_FORM || is_latin (scan, span))
    return NULL;
  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *other = &g_array_index (spans, OutlayNameSpan, i);

      if (strlen (other->key) > length && (full == NULL || other->first < full->first)
          && (g_str_has_prefix (other->key, span->key) || g_str_has_prefix (brands[i], span->key)))
        full = other;
    }
  return full;
}

/**
 * outlay_name_tie_han:
 * @spans: (element-type OutlayNameSpan): the names found
 * @from: index of the first of them that no data file lists
 *
 * Gives short forms the key of the full name that they stand for.
 */
void
outlay_name_tie_han (const OutlayScan *scan, GArray *spans, guint from)
{
  g_autofree const char **keys = g_new (const char *, spans->len + 1);
  g_autofree const char **brands = g_new (const char *, spans->len + 1);

  for (guint i = from; i < spans->len; i++)
    brands[i] = fold_brand (scan, &g_array_index (spans, OutlayNameSpan, i));
  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      const OutlayNameSpan *full = find_full (scan, spans, from, brands, span);
      /* A short form's full name may have a fuller one. */
      const OutlayNameSpan *fuller
        = full != NULL ? find_full (scan, spans, from, brands, full) : NULL;

      keys[i] = fuller != NULL ? fuller->key : full != NULL ? full->key : span->key;
    }
  for (guint i = from; i < spans->len; i++)
    g_array_index (spans, OutlayNameSpan, i).key = keys[i];
}
