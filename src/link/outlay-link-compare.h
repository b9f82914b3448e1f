/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-link-profile.h"

G_BEGIN_DECLS

/** OutlayAgreement: what speaks for one deal; the names stand in the reason that is kept. */
typedef enum
{
  OUTLAY_AGREEMENT_INVESTOR,
  OUTLAY_AGREEMENT_RECIPIENT,
  OUTLAY_AGREEMENT_PARTY,
  OUTLAY_AGREEMENT_AMOUNT,
  OUTLAY_AGREEMENT_AMOUNT_CLOSE,
  OUTLAY_AGREEMENT_CAPACITY,
  OUTLAY_AGREEMENT_PLACE,
  OUTLAY_AGREEMENT_BUDGET,
  OUTLAY_AGREEMENT_ANNOUNCED,
  OUTLAY_AGREEMENT_CALLED_PART,
} OutlayAgreement;

#define OUTLAY_N_AGREEMENTS (OUTLAY_AGREEMENT_CALLED_PART + 1)

/**
 * OutlayLikeness:
 * @points: how much speaks for one deal, against it below 0
 * @agreements: bits (1 << agreement)
 */
typedef struct
{
  int points;
  guint agreements;
} OutlayLikeness;

/** OUTLAY_LIKENESS_ENOUGH: the points from which two claims are taken to speak of one deal. */
#define OUTLAY_LIKENESS_ENOUGH 7

/** OUTLAY_LIKENESS_MAYBE: the points from which a person should decide. */
#define OUTLAY_LIKENESS_MAYBE 5

/** OUTLAY_LIKENESS_NONE: the points of claims that cannot speak of one deal. */
#define OUTLAY_LIKENESS_NONE (-100)

gboolean outlay_link_same_name (const char *a, const char *b);
OutlayLikeness outlay_link_compare (const OutlayLinkProfile *a, const OutlayLinkProfile *b);

G_END_DECLS
