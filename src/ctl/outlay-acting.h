/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share that change a ledger. */
#pragma once

#include "ctl/outlay-verb.h"
#include "ingest/acts/outlay-act.h"

G_BEGIN_DECLS

/**
 * OutlayActing:
 * @ledger: path, as typed
 * @json: whether a JSON object is printed
 * @off: whether it is taken back
 *
 * The options of these verbs.
 */
typedef struct
{
  char *ledger;
  gboolean json;
  gboolean off;
} OutlayActing;

void outlay_acting_clear (OutlayActing *acting);
gboolean outlay_acting_parse (OutlayActing *acting,
                              const OutlayVerb *verb,
                              const GOptionEntry *more,
                              char ***arguments);
GArray *outlay_acting_read_ids (char **typed);
OutlayExit outlay_acting_run (const OutlayActing *acting, OutlayAct *act);
OutlayExit outlay_acting_tell (const OutlayActing *acting, const OutlayHistoryEntry *entry);
OutlayExit outlay_acting_fail (const GError *error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayActing, outlay_acting_clear)

G_END_DECLS
