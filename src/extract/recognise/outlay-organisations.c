/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

/* The index of the entity that is @organisation, which is added where it is new. */
static int
find_entity (GArray *entities, const OutlayOrganisation *organisation, guint flags)
{
  OutlayEntity entity = {organisation->name, organisation, flags, 0};

  for (guint i = 0; i < entities->len; i++)
    {
      if (g_array_index (entities, OutlayEntity, i).organisation == organisation)
        return (int)i;
    }
  g_array_append_val (entities, entity);
  return (int)entities->len - 1;
}

/** outlay_recognise_organisations: finds organisations. */
void
outlay_recognise_organisations (OutlayScan *scan)
{
  for (guint i = 0; i < scan->n_tokens;)
    {
      const OutlayHit *hit = outlay_scan_find (scan, i, OUTLAY_ENTRY_ORGANISATION);

      if (hit == NULL)
        {
          i++;
          continue;
        }
      const OutlayOrganisation *organisation = hit->entry->data;
      OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_ORGANISATION, i, hit->end);
      find->mention.name = organisation->name;
      find->flags = OUTLAY_FIND_KNOWN;
      if (organisation->type == OUTLAY_ORGANISATION_GOVERNMENT)
        find->flags |= OUTLAY_FIND_GOVERNMENT;
      find->entity = find_entity (scan->document->entities, organisation, find->flags);
      g_array_index (scan->document->entities, OutlayEntity, find->entity).n_mentions++;
      i = hit->end;
    }
}
