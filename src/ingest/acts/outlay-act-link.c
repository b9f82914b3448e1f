/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts by which the user links, separates and makes a part of a whole. */
#define G_LOG_DOMAIN "outlay-ingest"

#include <glib/gi18n-lib.h>

#include "ingest/outlay-bonds.h"
#include "ledger/outlay-remarks.h"
#include "outlay-act-private.h"

static gboolean
are_different (const GArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (g_array_index (deals, gint64, i) == g_array_index (deals, gint64, j))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_deals (const OutlayAct *act, GError **error)
{
  gboolean pairs = act->kind != OUTLAY_ACT_SPLIT && act->kind != OUTLAY_ACT_UNPART;

  if (pairs && (act->deals->len < 2 || !are_different (act->deals)))
    return outlay_act_refuse (error, OUTLAY_ACT_ERROR_LINK, _ ("Two different deals are wanted."));
  return TRUE;
}

/* What was said of the deal stays with the claims that stay in it. */
static gboolean
split (OutlayActRun *run, const OutlayDealRecord *deal, GError **error)
{
  const GArray *claims = run->act->items;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      for (guint j = 0; j < claims->len; j++)
        {
          if (g_array_index (claims, gint64, j) == claim->id)
            g_ptr_array_add (keys, claim->key);
        }
    }
  if (keys->len == 0 || keys->len != claims->len || keys->len == deal->claims->len)
    return outlay_act_refuse (
      error, OUTLAY_ACT_ERROR_LINK,
      _ ("Some of the deal’s articles are split off, and some stay. Choose those that go."));
  for (guint i = 0; i < keys->len; i++)
    {
      if (!outlay_remarks_forget_claim (run->ledger, g_ptr_array_index (keys, i), error))
        return FALSE;
    }
  return outlay_bonds_split (run->ledger, claims, error);
}

static gboolean
link_deals (OutlayActRun *run, const GPtrArray *deals, GError **error)
{
  const OutlayAct *act = run->act;
  gint64 first = g_array_index (act->deals, gint64, 0);

  switch (act->kind)
    {
    case OUTLAY_ACT_MERGE:
      return outlay_bonds_link (run->ledger, act->deals, error);
    case OUTLAY_ACT_SPLIT:
      return split (run, g_ptr_array_index (deals, 0), error);
    case OUTLAY_ACT_SEPARATE:
      return outlay_bonds_keep_apart (run->ledger, first, g_array_index (act->deals, gint64, 1),
                                      error);
    case OUTLAY_ACT_PART:
      return outlay_bonds_set_whole (run->ledger, first, g_array_index (act->deals, gint64, 1),
                                     error);
    default:
      return outlay_bonds_set_whole (run->ledger, first, 0, error);
    }
}

/** outlay_act_link: carries out an act that merges, splits, separates or makes a part of a whole.
 */
gboolean
outlay_act_link (OutlayActRun *run, GError **error)
{
  if (!check_deals (run->act, error))
    return FALSE;
  g_autoptr (GPtrArray) deals = outlay_act_load_deals (run, error);
  if (deals == NULL)
    return FALSE;
  outlay_act_tell_deals (run, deals);
  for (guint i = 0; i < deals->len; i++)
    outlay_act_touch (run, g_array_index (run->act->deals, gint64, i));
  return link_deals (run, deals, error);
}
