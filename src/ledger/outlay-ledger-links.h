/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the ledger keeps so that claims can be linked, and linked anew: which deals to look at, and
 * the user's word on pairs of claims (bonds). All of it is called between begin and commit.
 */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayBondKind:
 * @OUTLAY_BOND_NONE: the user has said nothing
 * @OUTLAY_BOND_TOGETHER: the two claims are of one deal
 * @OUTLAY_BOND_APART: they are of two, neither of which is a part of the other
 * @OUTLAY_BOND_PART: the first one's deal is a part of the second one's
 * @OUTLAY_BOND_WHOLE: the second one's deal is a part of the first one's
 */
typedef enum
{
  OUTLAY_BOND_NONE,
  OUTLAY_BOND_TOGETHER,
  OUTLAY_BOND_APART,
  OUTLAY_BOND_PART,
  OUTLAY_BOND_WHOLE,
} OutlayBondKind;

/**
 * OutlayBond:
 * @a: key of a claim, see #OutlayDealClaim
 * @b: key of another
 * @kind: what the user said of the two
 *
 * The user's word on two claims. It names no row, so it holds also when an article was deleted and
 * imported again, or read anew by another version.
 */
typedef struct
{
  char *a;
  char *b;
  OutlayBondKind kind;
} OutlayBond;

/**
 * OutlayLedgerTelling:
 * @article_id: of an article
 * @n_first: how many deals it tells that no article before it in the ledger tells
 * @n_more: how many deals it tells besides
 */
typedef struct
{
  gint64 article_id;
  guint n_first;
  guint n_more;
} OutlayLedgerTelling;

OutlayBond *outlay_bond_new (const char *a, const char *b, OutlayBondKind kind);
void outlay_bond_free (OutlayBond *bond);

GPtrArray *
outlay_ledger_list_bonds_of_families (OutlayLedger *ledger, const GArray *families, GError **error);
gboolean outlay_ledger_set_bond (OutlayLedger *ledger, const OutlayBond *bond, GError **error);

GPtrArray *outlay_ledger_find_candidates (OutlayLedger *ledger, GHashTable *keys, GError **error);
GPtrArray *
outlay_ledger_load_families (OutlayLedger *ledger, const GArray *families, GError **error);
GPtrArray *
outlay_ledger_load_deals_of (OutlayLedger *ledger, const GArray *deal_ids, GError **error);
GArray *
outlay_ledger_list_deals_of_claims (OutlayLedger *ledger, const GArray *claim_ids, GError **error);
GArray *
outlay_ledger_count_tellings (OutlayLedger *ledger, const GArray *claim_ids, GError **error);
gboolean
outlay_ledger_link_claim (OutlayLedger *ledger, gint64 claim_id, gint64 deal_id, GError **error);
gboolean
outlay_ledger_unite_families (OutlayLedger *ledger, const GArray *families, GError **error);
gboolean outlay_ledger_find_bonded_families (OutlayLedger *ledger,
                                             gint64 article_id,
                                             GArray *families,
                                             GError **error);
gboolean outlay_ledger_find_claim (
  OutlayLedger *ledger, const char *key, gint64 *claim_id, gint64 *deal_id, GError **error);
gboolean outlay_ledger_clear_wholes (OutlayLedger *ledger, const GArray *families, GError **error);
gboolean outlay_ledger_set_whole (
  OutlayLedger *ledger, gint64 deal_id, gint64 whole_id, gboolean *cycle, GError **error);
gboolean outlay_ledger_remove_deal (OutlayLedger *ledger, gint64 deal_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBond, outlay_bond_free)

G_END_DECLS
