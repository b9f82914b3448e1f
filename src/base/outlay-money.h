/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayQualifier:
 * @OUTLAY_QUALIFIER_EXACT: the figure stands without a hedge
 * @OUTLAY_QUALIFIER_ABOUT: about, nearly, around
 * @OUTLAY_QUALIFIER_UP_TO: at most
 * @OUTLAY_QUALIFIER_AT_LEAST: more than, over, from
 * @OUTLAY_QUALIFIER_RANGE: between two figures
 * @OUTLAY_QUALIFIER_VAGUE: several billions, tens of millions
 *
 * How sure a figure is.
 */
typedef enum
{
  OUTLAY_QUALIFIER_EXACT,
  OUTLAY_QUALIFIER_ABOUT,
  OUTLAY_QUALIFIER_UP_TO,
  OUTLAY_QUALIFIER_AT_LEAST,
  OUTLAY_QUALIFIER_RANGE,
  OUTLAY_QUALIFIER_VAGUE,
} OutlayQualifier;

#define OUTLAY_N_QUALIFIERS (OUTLAY_QUALIFIER_VAGUE + 1)

/**
 * OutlayPer:
 * @OUTLAY_PER_DEAL: the figure is the deal's
 * @OUTLAY_PER_EACH: every recipient gets the figure; totals multiply
 * @OUTLAY_PER_YEAR: the figure is a year's; totals don't multiply
 */
typedef enum
{
  OUTLAY_PER_DEAL,
  OUTLAY_PER_EACH,
  OUTLAY_PER_YEAR,
} OutlayPer;

/** OUTLAY_MONEY_UNSET: the value of a bound that is not given. */
#define OUTLAY_MONEY_UNSET G_MININT64

/** OUTLAY_MONEY_UNIT: how many of the integers of an #OutlayMoney make one unit of its currency. */
#define OUTLAY_MONEY_UNIT 100

/** OUTLAY_MONEY_MOST: more hundredths of a unit than are paid in any currency, also in one of which
 * many thousands make a dollar. */
#define OUTLAY_MONEY_MOST G_GINT64_CONSTANT (9000000000000000000)

/**
 * OutlayMoney:
 * @currency: ISO 4217 code, or "" where there is no amount
 * @low: lower bound in hundredths of the currency's unit, or %OUTLAY_MONEY_UNSET
 * @high: upper bound in hundredths, or %OUTLAY_MONEY_UNSET
 * @qualifier: how sure it is; it says which bounds are set: exact, about and up to set @high
 *   alone, at least sets @low alone, a range both, vague either or none
 * @per: what the figure is for
 *
 * An amount of money, in fixed point. A plain value: copy it by assignment.
 */
typedef struct
{
  char currency[4];
  gint64 low;
  gint64 high;
  OutlayQualifier qualifier;
  OutlayPer per;
} OutlayMoney;

#define OUTLAY_MONEY_INIT                                                                          \
  {                                                                                                \
    "", OUTLAY_MONEY_UNSET, OUTLAY_MONEY_UNSET, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL            \
  }

gboolean outlay_money_is_set (const OutlayMoney *money);
gboolean outlay_money_is_valid (const OutlayMoney *money);
gboolean outlay_money_equal (const OutlayMoney *a, const OutlayMoney *b);
gint64 outlay_money_get_figure (const OutlayMoney *money);
const char *outlay_qualifier_to_string (OutlayQualifier qualifier);
gboolean outlay_qualifier_from_string (const char *string, OutlayQualifier *qualifier);
const char *outlay_per_to_string (OutlayPer per);
gboolean outlay_per_from_string (const char *string, OutlayPer *per);

G_END_DECLS
