/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-said.h"

#include "acts/outlay-rederive.h"
#include "ledger/outlay-ledger-links.h"
#include "ledger/outlay-ledger-said.h"
#include "outlay-relink.h"

static gboolean
link_anew (OutlayLedger *ledger, const GArray *ids, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) deals = outlay_ledger_load_deals_of (ledger, ids, error);

  for (guint i = 0; deals != NULL && i < deals->len; i++)
    g_array_append_val (families, ((OutlayDealRecord *)g_ptr_array_index (deals, i))->family);
  return deals != NULL && outlay_relink_families (ledger, families, NULL, error)
         && outlay_rederive_deals (ledger, ids, error);
}

static gboolean
take (OutlayLedger *ledger, const char *said, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  return outlay_ledger_take_said (ledger, said, deals, error)
         && (deals->len == 0 || link_anew (ledger, deals, error));
}

/**
 * outlay_said_import:
 * @said: what goes with an article in the JSON form: the user's word in another ledger
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_REFUSED where @said makes
 *   no sense
 *
 * Takes over what the user said, in a transaction of its own: before the article comes in or after.
 *
 * Returns: whether it is in the ledger; if not, nothing of it is.
 */
gboolean
outlay_said_import (OutlayLedger *ledger, const char *said, GError **error)
{
  if (!outlay_ledger_begin (ledger, error))
    return FALSE;
  if (take (ledger, said, error))
    return outlay_ledger_commit (ledger, error);
  outlay_ledger_rollback (ledger);
  return FALSE;
}
