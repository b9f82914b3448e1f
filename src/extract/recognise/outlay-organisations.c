/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

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
      i = hit->end;
    }
}
