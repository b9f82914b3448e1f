/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user said is no deal. */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger.h"

#include "outlay-ledger-private.h"

static GArray *
read_rejected (OutlayConnection *reader, GError **error)
{
  return outlay_connection_list_numbers (
    reader,
    outlay_connection_prepare (
      reader,
      "SELECT DISTINCT deal_id FROM remark JOIN remark_claim ON remark_id = remark.id"
      " JOIN claim ON key = claim_key JOIN deal_claim ON claim_id = claim.id WHERE rejected",
      error),
    error);
}

/* A deal that was taken back meanwhile is none of them. */
static GPtrArray *
leave_rejected (const GPtrArray *deals)
{
  GPtrArray *rejected = g_ptr_array_new_full (deals->len, (GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->rejected)
        g_ptr_array_add (rejected, outlay_deal_record_ref (deal));
    }
  return rejected;
}

/**
 * outlay_ledger_list_rejected:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Takes as long as there are rejected deals, however many others there are.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): what the user said is no
 *   deal, in the order in which it came in.
 */
GPtrArray *
outlay_ledger_list_rejected (OutlayLedger *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  g_autoptr (GArray) ids = reader != NULL ? read_rejected (reader, error) : NULL;
  if (reader != NULL)
    outlay_ledger_end_reading (self, reader);
  g_autoptr (GPtrArray) deals
    = ids != NULL ? outlay_ledger_list_some_deals (self, ids, cancellable, error) : NULL;
  return deals != NULL ? leave_rejected (deals) : NULL;
}
