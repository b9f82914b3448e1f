/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

/* Where the last cue of each class stands; the few classes are searched in line. */
typedef struct
{
  const char *class_name;
  guint first;
  guint end;
} Reach;

static Reach *
get_reach (GArray *reaches, const char *class_name)
{
  for (guint i = 0; i < reaches->len; i++)
    {
      if (g_array_index (reaches, Reach, i).class_name == class_name)
        return &g_array_index (reaches, Reach, i);
    }
  Reach reach = {class_name, 0, 0};
  g_array_append_val (reaches, reach);
  return &g_array_index (reaches, Reach, reaches->len - 1);
}

static gboolean
is_longest (const OutlayScan *scan, const OutlayHit *hit)
{
  const OutlayCue *cue = hit->entry->data;

  for (guint i = scan->first_hit[hit->first]; i < scan->first_hit[hit->first + 1]; i++)
    {
      const OutlayHit *other = &scan->hits[i];

      if (other->entry->class == OUTLAY_ENTRY_CUE && other->end > hit->end
          && ((const OutlayCue *)other->entry->data)->class_name.text == cue->class_name.text)
        return FALSE;
    }
  return TRUE;
}

static void
add_cue (OutlayScan *scan, GArray *reaches, const OutlayHit *hit)
{
  const OutlayCue *cue = hit->entry->data;
  Reach *reach = get_reach (reaches, cue->class_name.text);
  gboolean same = hit->first == reach->first && hit->end == reach->end;

  if ((hit->first < reach->end && !same) || !is_longest (scan, hit))
    return;
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_CUE, hit->first, hit->end);
  find->mention.name = cue->name;
  find->class_name = cue->class_name;
  find->value = cue->value;
  reach->first = hit->first;
  reach->end = hit->end;
}

/** outlay_recognise_cues: finds the cues; those of one class don't overlap. */
void
outlay_recognise_cues (OutlayScan *scan)
{
  g_autoptr (GArray) reaches = g_array_new (FALSE, FALSE, sizeof (Reach));

  for (guint at = 0; at < scan->n_tokens; at++)
    {
      if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
        continue;
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (hit->entry->class == OUTLAY_ENTRY_CUE)
            add_cue (scan, reaches, hit);
        }
    }
}
