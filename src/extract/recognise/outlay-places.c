/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

static guint
get_flags (OutlayPlaceForm form)
{
  switch (form)
    {
    case OUTLAY_PLACE_COUNTRY:
      return OUTLAY_FIND_COUNTRY;
    case OUTLAY_PLACE_ADJECTIVE:
      return OUTLAY_FIND_ADJECTIVE;
    default:
      return 0;
    }
}

/** outlay_recognise_places: finds the countries, and the regions and cities that tell a country. */
void
outlay_recognise_places (OutlayScan *scan)
{
  for (guint i = 0; i < scan->n_tokens;)
    {
      const OutlayHit *hit = outlay_scan_find (scan, i, OUTLAY_ENTRY_PLACE);
      const OutlayHit *name = outlay_scan_find (scan, i, OUTLAY_ENTRY_ORGANISATION);

      if (hit == NULL || scan->used[i] || (name != NULL && name->end > hit->end))
        {
          i = hit != NULL && name != NULL && name->end > hit->end ? name->end : i + 1;
          continue;
        }
      OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_PLACE, i, hit->end);
      find->mention.name = hit->entry->data;
      find->flags = get_flags ((OutlayPlaceForm)hit->entry->number);
      i = hit->end;
    }
}
