/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-operand.h"

#include <string.h>

static gboolean
is_digit_start (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_NUMBER) && outlay_scan_goes_on (scan, at);
}

/* A sign behind a figure is that of the next figure where one follows: "in 2025 $5 billion". */
static const OutlayHit *
find_sign_behind (const OutlayScan *scan, guint at)
{
  const OutlayHit *sign = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN);

  if (sign == NULL || is_digit_start (scan, sign->end))
    return NULL;
  /* Letters are a code only where they end a word: the "m" of "5 m$" is none. */
  return sign;
}

static const OutlayHit *
find_shared_behind (const OutlayScan *scan, guint at)
{
  const OutlayHit *shared = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SHARED);

  return shared != NULL && !is_digit_start (scan, shared->end) ? shared : NULL;
}

/* "mdd", millions of dollars: a scale word that says the currency too. */
static gboolean
read_scale_with_currency (const OutlayScan *scan, OutlayOperand *operand)
{
  const OutlayHit *word
    = outlay_scan_find_before (scan, operand->quantity.end, OUTLAY_ENTRY_CURRENCY_WORD);

  if (word == NULL)
    word = outlay_scan_find_before (scan, operand->quantity.end, OUTLAY_ENTRY_CURRENCY_SHARED);
  if (word == NULL || operand->quantity.scale == 0
      || outlay_scan_find_before (scan, operand->quantity.end, OUTLAY_ENTRY_SCALE) == NULL)
    return FALSE;
  operand->currency = word->entry->data;
  return TRUE;
}

/* Where the unit of a quantity may stand: past a hyphen, a filler and a link. */
static guint
find_unit (const OutlayScan *scan, const OutlayOperand *operand)
{
  guint at = outlay_quantity_skip_hyphen (scan, operand->end);
  const OutlayHit *filler = outlay_scan_find (scan, at, OUTLAY_ENTRY_FILLER);

  if (filler != NULL)
    at = filler->end;
  const OutlayHit *link = outlay_scan_find (scan, at, OUTLAY_ENTRY_LINK);
  if (link != NULL && (operand->quantity.scale > 0 || operand->quantity.vague))
    at = link->end;
  return at;
}

/* Reads the currency behind a quantity. Returns whether there is one. */
static gboolean
read_currency (const OutlayScan *scan, OutlayOperand *operand)
{
  guint at = find_unit (scan, operand);

  if (!outlay_scan_goes_on (scan, at))
    return FALSE;
  const OutlayHit *word = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_WORD);
  const OutlayHit *sign = find_sign_behind (scan, at);
  if (sign != NULL && (word == NULL || sign->end > word->end))
    word = sign;
  if (word == NULL)
    word = find_shared_behind (scan, at);
  if (word == NULL)
    return read_scale_with_currency (scan, operand);
  operand->currency = word->entry->data;
  operand->end = word->end;
  return TRUE;
}

static gboolean
read_power (const OutlayScan *scan, OutlayOperand *operand)
{
  guint at = find_unit (scan, operand);
  const OutlayHit *unit = outlay_scan_find (scan, at, OUTLAY_ENTRY_POWER);
  const OutlayHit *other = outlay_scan_find (scan, at, OUTLAY_ENTRY_NOT_POWER);

  if (unit == NULL || !outlay_scan_goes_on (scan, at) || (other != NULL && other->end >= unit->end))
    return FALSE;
  operand->is_power = TRUE;
  operand->power = (int)unit->entry->number;
  operand->end = unit->end;
  return TRUE;
}

/* What may say the currency before a figure: a sign; where words are not apart, a word too. */
static const OutlayHit *
find_sign_before (const OutlayScan *scan, guint at)
{
  const OutlayHit *sign = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN);

  if (sign == NULL && scan->lexicon->counted == OUTLAY_COUNTED_LISTED)
    return outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_WORD);
  return sign;
}

/* A hedge between the sign and the figure: "新台幣約2112億元". */
static guint
skip_hedge (const OutlayScan *scan, guint at, OutlayQualifier *qualifier)
{
  const OutlayHit *hedge = outlay_scan_find (scan, at, OUTLAY_ENTRY_HEDGE_BEFORE);

  *qualifier = OUTLAY_QUALIFIER_EXACT;
  if (hedge == NULL || !outlay_scan_goes_on (scan, at))
    return at;
  *qualifier = (OutlayQualifier)hedge->entry->number;
  return hedge->end;
}

/* "$5 billion AUD" says which dollar; "新台幣5億元" has said it before. */
static void
refine_currency (const OutlayScan *scan, OutlayOperand *operand)
{
  OutlayOperand behind = *operand;

  if (!read_currency (scan, &behind))
    return;
  if (outlay_scan_find_before (scan, behind.end, OUTLAY_ENTRY_CURRENCY_SHARED) == NULL)
    operand->currency = behind.currency;
  operand->end = behind.end;
}

/**
 * outlay_operand_read:
 * @operand: (out): one side of a figure: "$5 billion", "5 Mrd. Euro", "5 GW", "5"
 *
 * Returns: whether the token @at begins a quantity, be it without a unit.
 */
gboolean
outlay_operand_read (const OutlayScan *scan, guint at, OutlayOperand *operand)
{
  const OutlayHit *sign = find_sign_before (scan, at);
  OutlayQualifier hedge;

  *operand = (OutlayOperand){0};
  if (sign != NULL && outlay_scan_goes_on (scan, sign->end)
      && outlay_quantity_read (scan, skip_hedge (scan, sign->end, &hedge), &operand->quantity)
      && (operand->quantity.digits || operand->quantity.scale > 0))
    {
      if (hedge != OUTLAY_QUALIFIER_EXACT)
        operand->quantity.hedge = (int)hedge;
      operand->currency = sign->entry->data;
      operand->end = operand->quantity.end;
      refine_currency (scan, operand);
      return TRUE;
    }
  if (!outlay_quantity_read (scan, at, &operand->quantity))
    return FALSE;
  operand->end = operand->quantity.end;
  if (!read_power (scan, operand))
    read_currency (scan, operand);
  return TRUE;
}

/**
 * outlay_operand_has_unit:
 *
 * Returns: whether @operand says what it counts.
 */
gboolean
outlay_operand_has_unit (const OutlayOperand *operand)
{
  return operand->currency != NULL || operand->is_power;
}

static gint64
compare_value (const OutlayOperand *a, const OutlayOperand *b)
{
  gint64 low, high;
  int shift
    = a->quantity.exponent < b->quantity.exponent ? -a->quantity.exponent : -b->quantity.exponent;

  if (!outlay_quantity_get_value (&a->quantity, shift + (a->is_power ? a->power : 0), &low)
      || !outlay_quantity_get_value (&b->quantity, shift + (b->is_power ? b->power : 0), &high))
    return 1;
  return low < high ? -1 : low > high;
}

/* Whether @operand counts thousands without saying of what: "115 mil", "dos mil". */
static gboolean
counts_thousands (const OutlayOperand *operand)
{
  gint64 value;

  if (outlay_operand_has_unit (operand))
    return FALSE;
  if (operand->quantity.scale == 3)
    return TRUE;
  return operand->quantity.scale == 0 && !operand->quantity.digits
         && outlay_quantity_get_value (&operand->quantity, 0, &value) && value >= 1000
         && value % 1000 == 0;
}

static void
share_scale (OutlayOperand *low, const OutlayOperand *high)
{
  int scale = high->quantity.scale;

  if (scale >= 9 && counts_thousands (low))
    low->quantity.exponent += scale - 3;
  else if (low->quantity.scale == 0 && scale > 0 && !low->is_power)
    low->quantity.exponent += scale;
  else
    return;
  low->quantity.scale = scale;
}

/**
 * outlay_operand_share_unit:
 * @low: (inout): the lower side of a range
 * @high: (inout): its upper side
 *
 * Gives one side what only the other says: "10-15 billion dollars", "115 mil y 135 mil millones".
 *
 * Returns: whether the two can be a range.
 */
gboolean
outlay_operand_share_unit (OutlayOperand *low, OutlayOperand *high)
{
  if (low->currency != NULL && high->currency != NULL
      && strcmp (low->currency, high->currency) != 0)
    return FALSE;
  if (low->is_power != high->is_power && outlay_operand_has_unit (low))
    return FALSE;
  if (!outlay_operand_has_unit (high) && high->quantity.scale == 0)
    return FALSE;
  share_scale (low, high);
  if (!outlay_operand_has_unit (low))
    {
      low->currency = high->currency;
      low->is_power = high->is_power;
      low->power = high->power;
    }
  if (high->currency == NULL)
    high->currency = low->currency;
  return compare_value (low, high) < 0;
}
