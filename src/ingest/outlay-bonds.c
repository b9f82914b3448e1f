/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-bonds.h"

#include <glib/gi18n-lib.h>

#include "outlay-relink.h"

/* A part is bound to so many claims of its whole by so many of its own: it stays a part when one of
 * the articles is deleted, and a deal of a hundred articles doesn't take ten thousand bonds. */
#define MAX_PART_CLAIMS 4

static gboolean
bind (OutlayLedger *ledger,
      const OutlayDealClaim *a,
      const OutlayDealClaim *b,
      OutlayBondKind kind,
      GError **error)
{
  g_autoptr (OutlayBond) bond = outlay_bond_new (a->key, b->key, kind);

  return outlay_ledger_set_bond (ledger, bond, error);
}

/* Binds each of @claims to each of @others. */
static gboolean
bind_all (OutlayLedger *ledger,
          const GPtrArray *claims,
          const GPtrArray *others,
          OutlayBondKind kind,
          GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      for (guint j = 0; j < others->len; j++)
        {
          if (!bind (ledger, g_ptr_array_index (claims, i), g_ptr_array_index (others, j), kind,
                     error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Binds the first of @claims to all others. */
static gboolean
bind_together (OutlayLedger *ledger, const GPtrArray *claims, GError **error)
{
  for (guint i = 1; i < claims->len; i++)
    {
      if (!bind (ledger, g_ptr_array_index (claims, 0), g_ptr_array_index (claims, i),
                 OUTLAY_BOND_TOGETHER, error))
        return FALSE;
    }
  return TRUE;
}

static OutlayDealRecord *
get_deal (const GPtrArray *deals, gint64 id)
{
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->id == id)
        return deal;
    }
  return NULL;
}

static void
add_once (GArray *numbers, gint64 number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, gint64, i) == number)
        return;
    }
  g_array_append_val (numbers, number);
}

static GArray *
list_families (const GPtrArray *deals)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < deals->len; i++)
    add_once (families, ((OutlayDealRecord *)g_ptr_array_index (deals, i))->family);
  return families;
}

/**
 * outlay_bonds_link:
 * @deal_ids: (element-type gint64): two deals or more
 * @error: return location for an #OutlayLedgerError
 *
 * Makes one deal of several, whatever speaks against it. What separated their claims before, or
 * made one a part of the other, is taken back.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_bonds_link (OutlayLedger *ledger, const GArray *deal_ids, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_load_deals_of (ledger, deal_ids, error);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (deals == NULL)
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_extend (claims, ((OutlayDealRecord *)g_ptr_array_index (deals, i))->claims, NULL,
                        NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (!bind_all (ledger, ((OutlayDealRecord *)g_ptr_array_index (deals, i))->claims,
                         ((OutlayDealRecord *)g_ptr_array_index (deals, j))->claims,
                         OUTLAY_BOND_NONE, error))
            return FALSE;
        }
    }
  g_autoptr (GArray) families = list_families (deals);
  return bind_together (ledger, claims, error)
         && outlay_ledger_unite_families (ledger, families, error)
         && outlay_relink_families (ledger, families, NULL, error);
}

static gboolean
has_number (const GArray *numbers, gint64 number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, gint64, i) == number)
        return TRUE;
    }
  return FALSE;
}

/* Whether the user linked claims of the deal. */
static gboolean
is_bound (const OutlayDealRecord *deal, const GPtrArray *bonds)
{
  for (guint i = 0; i < bonds->len; i++)
    {
      const OutlayBond *bond = g_ptr_array_index (bonds, i);

      for (guint j = 0; bond->kind == OUTLAY_BOND_TOGETHER && j < deal->claims->len; j++)
        {
          if (g_strcmp0 (outlay_deal_record_get_claim (deal, j)->key, bond->a) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
split (OutlayLedger *ledger,
       const OutlayDealRecord *deal,
       const GArray *claim_ids,
       const GArray *families,
       GError **error)
{
  g_autoptr (GPtrArray) bonds = outlay_ledger_list_bonds_of_families (ledger, families, error);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  if (bonds == NULL)
    return FALSE;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      g_ptr_array_add (has_number (claim_ids, claim->id) ? out : rest, claim);
    }
  /* What held the rest together may have been a claim that leaves. */
  return bind_all (ledger, out, rest, OUTLAY_BOND_APART, error)
         && bind_together (ledger, out, error)
         && (!is_bound (deal, bonds) || bind_together (ledger, rest, error));
}

/**
 * outlay_bonds_split:
 * @claim_ids: (element-type gint64): some claims of one deal
 * @error: return location for an #OutlayLedgerError
 *
 * Makes a deal of its own of them, whatever speaks for one.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_bonds_split (OutlayLedger *ledger, const GArray *claim_ids, GError **error)
{
  g_autoptr (GArray) deal_ids = outlay_ledger_list_deals_of_claims (ledger, claim_ids, error);
  g_autoptr (GPtrArray) deals
    = deal_ids != NULL ? outlay_ledger_load_deals_of (ledger, deal_ids, error) : NULL;

  if (deals == NULL)
    return FALSE;
  g_autoptr (GArray) families = list_families (deals);
  for (guint i = 0; i < deals->len; i++)
    {
      if (!split (ledger, g_ptr_array_index (deals, i), claim_ids, families, error))
        return FALSE;
    }
  return outlay_relink_families (ledger, families, NULL, error);
}

static gboolean
bind_deals (
  OutlayLedger *ledger, gint64 a, gint64 b, OutlayBondKind kind, guint most, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, a);
  g_array_append_val (ids, b);
  g_autoptr (GPtrArray) deals = outlay_ledger_load_deals_of (ledger, ids, error);
  if (deals == NULL)
    return FALSE;
  OutlayDealRecord *first = get_deal (deals, a), *second = get_deal (deals, b);
  if (first == NULL || second == NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                           _ ("One of the deals is no longer in the ledger."));
      return FALSE;
    }
  g_autoptr (GArray) families = list_families (deals);
  for (guint i = 0; i < MIN (first->claims->len, most); i++)
    {
      for (guint j = 0; j < MIN (second->claims->len, most); j++)
        {
          if (!bind (ledger, outlay_deal_record_get_claim (first, i),
                     outlay_deal_record_get_claim (second, j), kind, error))
            return FALSE;
        }
    }
  return outlay_relink_families (ledger, families, NULL, error);
}

/**
 * outlay_bonds_keep_apart:
 * @a: id of a deal
 * @b: id of another
 * @error: return location for an #OutlayLedgerError
 *
 * Keeps that the two are different deals, neither a part of the other: it is not suggested again.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_bonds_keep_apart (OutlayLedger *ledger, gint64 a, gint64 b, GError **error)
{
  return bind_deals (ledger, a, b, OUTLAY_BOND_APART, G_MAXUINT, error);
}

static gboolean
leave_wholes (OutlayLedger *ledger, const OutlayDealRecord *deal, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (families, deal->family);
  g_autoptr (GPtrArray) bonds = outlay_ledger_list_bonds_of_families (ledger, families, error);
  if (bonds == NULL)
    return FALSE;
  for (guint i = 0; i < bonds->len; i++)
    {
      OutlayBond *bond = g_ptr_array_index (bonds, i);
      const char *part = bond->kind == OUTLAY_BOND_PART    ? bond->a
                         : bond->kind == OUTLAY_BOND_WHOLE ? bond->b
                                                           : NULL;

      for (guint j = 0; part != NULL && j < deal->claims->len; j++)
        {
          if (g_strcmp0 (outlay_deal_record_get_claim (deal, j)->key, part) != 0)
            continue;
          bond->kind = OUTLAY_BOND_NONE;
          if (!outlay_ledger_set_bond (ledger, bond, error))
            return FALSE;
          break;
        }
    }
  return outlay_relink_families (ledger, families, NULL, error);
}

static gboolean
refuse_cycle (GError **error)
{
  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_REFUSED,
                       _ ("A deal cannot be part of one that is itself part of it."));
  return FALSE;
}

/**
 * outlay_bonds_set_whole:
 * @deal_id: of the part
 * @whole_id: of the deal that it is part of, 0 for none
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_REFUSED where the whole
 *   is itself within the part
 *
 * Makes a deal a part of another and of no other, or of none.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_bonds_set_whole (OutlayLedger *ledger, gint64 deal_id, gint64 whole_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean cycle = FALSE;

  g_array_append_val (ids, deal_id);
  if (whole_id != 0 && !outlay_ledger_set_whole (ledger, deal_id, whole_id, &cycle, error))
    return FALSE;
  if (cycle)
    return refuse_cycle (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_load_deals_of (ledger, ids, error);
  if (deals == NULL)
    return FALSE;
  OutlayDealRecord *deal = get_deal (deals, deal_id);
  if (deal != NULL && !leave_wholes (ledger, deal, error))
    return FALSE;
  return whole_id == 0
         || bind_deals (ledger, deal_id, whole_id, OUTLAY_BOND_PART, MAX_PART_CLAIMS, error);
}
