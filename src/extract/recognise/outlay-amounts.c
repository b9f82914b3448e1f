/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-quantity.h"

#include <string.h>

/* Power of ten from which on a number without a currency may be an amount. */
#define BARE_SCALE 6

/* Power of ten, in kilowatts, of the least unit that may stand without a number. */
#define BARE_POWER 6

/* A quantity with its unit: one side of a range. */
typedef struct
{
  OutlayQuantity quantity;
  const char *currency; /* code, NULL where it has none */
  gboolean is_power;
  int power; /* power of ten in kilowatts */
  guint end;
} Operand;

/* An amount or capacity while it is read. */
typedef struct
{
  Operand low;
  Operand high;
  gboolean range;
  OutlayQualifier qualifier;
  OutlayPer per;
  guint first;
  guint end;
} Figure;

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
read_scale_with_currency (const OutlayScan *scan, Operand *operand)
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

/* Reads the currency behind a quantity, past a link and a hyphen. Returns whether there is one. */
static gboolean
read_currency (const OutlayScan *scan, Operand *operand)
{
  guint at = outlay_quantity_skip_hyphen (scan, operand->end);
  const OutlayHit *filler = outlay_scan_find (scan, at, OUTLAY_ENTRY_FILLER);

  if (filler != NULL)
    at = filler->end;
  const OutlayHit *link = outlay_scan_find (scan, at, OUTLAY_ENTRY_LINK);
  if (link != NULL && (operand->quantity.scale > 0 || operand->quantity.vague))
    at = link->end;
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
read_power (const OutlayScan *scan, Operand *operand)
{
  guint at = outlay_quantity_skip_hyphen (scan, operand->end);
  const OutlayHit *filler = outlay_scan_find (scan, at, OUTLAY_ENTRY_FILLER);

  if (filler != NULL)
    at = filler->end;
  const OutlayHit *link = outlay_scan_find (scan, at, OUTLAY_ENTRY_LINK);
  if (link != NULL && (operand->quantity.scale > 0 || operand->quantity.vague))
    at = link->end;
  const OutlayHit *unit = outlay_scan_find (scan, at, OUTLAY_ENTRY_POWER);
  const OutlayHit *other = outlay_scan_find (scan, at, OUTLAY_ENTRY_NOT_POWER);

  if (unit == NULL || !outlay_scan_goes_on (scan, at) || (other != NULL && other->end >= unit->end))
    return FALSE;
  operand->is_power = TRUE;
  operand->power = (int)unit->entry->number;
  operand->end = unit->end;
  return TRUE;
}

/* A number glued behind letters is part of a name or a version: "H200", "GPT-5". */
static gboolean
is_part_of_word (const OutlayScan *scan, guint at)
{
  if (at == 0 || !(scan->tokens[at].flags & OUTLAY_TOKEN_GLUED))
    return FALSE;
  guint32 before = scan->tokens[at - 1].flags;
  if (before & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
    return FALSE;
  if (before & (OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_NUMBER))
    return TRUE;
  /* Groups of digits that were not taken as one number are none one by one. */
  if (at >= 2 && before & OUTLAY_TOKEN_GLUED && scan->tokens[at - 2].flags & OUTLAY_TOKEN_NUMBER
      && (outlay_scan_is (scan, at - 1, ".") || outlay_scan_is (scan, at - 1, ",")))
    return TRUE;
  return before & OUTLAY_TOKEN_GLUED && outlay_quantity_skip_hyphen (scan, at - 1) == at && at >= 2
         && scan->tokens[at - 2].flags & OUTLAY_TOKEN_WORD
         && !(scan->tokens[at - 2].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
         && scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER;
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
refine_currency (const OutlayScan *scan, Operand *operand)
{
  Operand behind = *operand;

  if (!read_currency (scan, &behind))
    return;
  if (outlay_scan_find_before (scan, behind.end, OUTLAY_ENTRY_CURRENCY_SHARED) == NULL)
    operand->currency = behind.currency;
  operand->end = behind.end;
}

/* Reads one side of a figure from @at on: "$5 billion", "5 Mrd. Euro", "5 GW", "5". */
static gboolean
read_operand (const OutlayScan *scan, guint at, Operand *operand)
{
  const OutlayHit *sign = find_sign_before (scan, at);
  OutlayQualifier hedge;

  *operand = (Operand){0};
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

static gboolean
has_unit (const Operand *operand)
{
  return operand->currency != NULL || operand->is_power;
}

static gint64
compare_value (const Operand *a, const Operand *b)
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
counts_thousands (const Operand *operand)
{
  gint64 value;

  if (has_unit (operand))
    return FALSE;
  if (operand->quantity.scale == 3)
    return TRUE;
  return operand->quantity.scale == 0 && !operand->quantity.digits
         && outlay_quantity_get_value (&operand->quantity, 0, &value) && value >= 1000
         && value % 1000 == 0;
}

static void
share_scale (Operand *low, const Operand *high)
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

/* Gives the lower side of a range what only the upper one says: "10-15 billion dollars", "115 mil y
 * 135 mil millones". */
static gboolean
share_unit (Operand *low, Operand *high)
{
  if (low->currency != NULL && high->currency != NULL
      && strcmp (low->currency, high->currency) != 0)
    return FALSE;
  if (low->is_power != high->is_power && has_unit (low))
    return FALSE;
  if (!has_unit (high) && high->quantity.scale == 0)
    return FALSE;
  share_scale (low, high);
  if (!has_unit (low))
    {
      low->currency = high->currency;
      low->is_power = high->is_power;
      low->power = high->power;
    }
  if (high->currency == NULL)
    high->currency = low->currency;
  return compare_value (low, high) < 0;
}

static const OutlayHit *
find_join (const OutlayScan *scan, guint at, gint64 pair)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_RANGE_JOIN) || !outlay_scan_goes_on (scan, at))
    return NULL;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class == OUTLAY_ENTRY_RANGE_JOIN && hit->entry->number == pair)
        return hit;
    }
  return NULL;
}

/* How far behind its figures a verb of change may stand. */
#define REACH_OF_CHANGE 8

/* Where verbs come last, one of change behind "60億ドルから140億ドルに" makes the first figure the
 * one replaced. */
static gboolean
precedes_change (const OutlayScan *scan, guint at)
{
  if (scan->lexicon->counted != OUTLAY_COUNTED_LISTED)
    return FALSE;
  for (guint next = at; next < at + REACH_OF_CHANGE && outlay_scan_goes_on (scan, next); next++)
    {
      if (scan->tokens[next].sentence != scan->tokens[at].sentence)
        return FALSE;
      if (outlay_scan_has (scan, next, OUTLAY_ENTRY_CHANGE))
        return TRUE;
    }
  return FALSE;
}

/* Reads the upper side of a range behind figure->low. */
static gboolean
read_upper (const OutlayScan *scan, Figure *figure, gint64 pair)
{
  const OutlayHit *join = find_join (scan, figure->low.end, pair);
  Operand low = figure->low, high;

  /* A hyphen between words makes one word of them: "half-a-billion". */
  if (join != NULL && scan->tokens[join->first].flags & OUTLAY_TOKEN_PUNCTUATION
      && !low.quantity.digits)
    return FALSE;
  if (join == NULL || !outlay_scan_goes_on (scan, join->end)
      || !read_operand (scan, join->end, &high) || high.quantity.vague || low.quantity.vague
      || !share_unit (&low, &high))
    return FALSE;
  if (!(scan->tokens[join->first].flags & OUTLAY_TOKEN_PUNCTUATION)
      && precedes_change (scan, high.end))
    return FALSE;
  figure->low = low;
  figure->high = high;
  figure->range = TRUE;
  figure->end = high.end;
  return TRUE;
}

/* Behind "raised" from … to is no range: the first figure is the one replaced. */
static gboolean
follows_change (const OutlayScan *scan, guint at)
{
  guint sentence = scan->tokens[at].sentence;

  for (guint back = 1; back <= 10 && back <= at && scan->tokens[at - back].sentence == sentence;
       back++)
    {
      if (outlay_scan_has (scan, at - back, OUTLAY_ENTRY_CHANGE))
        return TRUE;
    }
  return FALSE;
}

/* Whether the figure @at is the old one of a change: "raised from 5 to 10 billion". */
static gboolean
is_replaced (const OutlayScan *scan, guint at)
{
  const OutlayHit *open = outlay_scan_find_before (scan, at, OUTLAY_ENTRY_RANGE_OPEN);

  return open != NULL && follows_change (scan, open->first);
}

/* Reads "between 5 and 10 billion" where the token @at opens a range. Behind a verb of change "from
 * 5 to 10 billion" is none. */
static gboolean
read_opened_range (const OutlayScan *scan, guint at, Figure *figure)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_RANGE_OPEN))
    return FALSE;
  gboolean change = follows_change (scan, at);
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class != OUTLAY_ENTRY_RANGE_OPEN || !outlay_scan_goes_on (scan, hit->end)
          || !read_operand (scan, hit->end, &figure->low)
          || (change && !outlay_scan_is_and (scan, figure->low.end)))
        continue;
      if (read_upper (scan, figure, hit->entry->number))
        {
          figure->first = at;
          return TRUE;
        }
    }
  return FALSE;
}

/* A hedge that bounds the figure says more than one that only blurs it. */
static void
add_hedge (Figure *figure, OutlayQualifier qualifier)
{
  if (figure->qualifier == OUTLAY_QUALIFIER_EXACT
      || (figure->qualifier == OUTLAY_QUALIFIER_ABOUT && qualifier != OUTLAY_QUALIFIER_EXACT))
    figure->qualifier = qualifier;
}

static gboolean
opens_range (const OutlayScan *scan, const OutlayHit *hedge)
{
  const OutlayHit *open = outlay_scan_find_before (scan, hedge->end, OUTLAY_ENTRY_RANGE_OPEN);

  return open != NULL && open->first == hedge->first;
}

/* "Ein Vertrag über 5 Millionen": right behind a noun the word says what the noun is about. And in
 * "hand over 5 million" it belongs to the verb. */
static gboolean
only_regards (const OutlayScan *scan, const OutlayHit *hedge)
{
  if (outlay_scan_find_before (scan, hedge->end, OUTLAY_ENTRY_NO_HEDGE) != NULL
      || (opens_range (scan, hedge) && is_replaced (scan, hedge->end)))
    return TRUE;
  const OutlayHit *regarding = outlay_scan_find (scan, hedge->first, OUTLAY_ENTRY_REGARDING);
  guint before = hedge->first - 1;

  return regarding != NULL && regarding->end == hedge->end && hedge->first > 0
         && outlay_scan_looks (scan, before, OUTLAY_TOKEN_CAPITAL)
         && !(scan->tokens[before].flags & OUTLAY_TOKEN_SENTENCE)
         && !outlay_scan_has (scan, before, OUTLAY_ENTRY_ORGANISATION);
}

static void
read_hedges (const OutlayScan *scan, Figure *figure)
{
  const OutlayHit *hit;

  for (guint n = 0; n < 3; n++)
    {
      hit = outlay_scan_find_before (scan, figure->first, OUTLAY_ENTRY_HEDGE_BEFORE);
      if (hit == NULL || !outlay_scan_goes_on (scan, figure->first) || only_regards (scan, hit))
        break;
      add_hedge (figure, (OutlayQualifier)hit->entry->number);
      figure->first = hit->first;
    }
  hit = outlay_scan_find (scan, figure->end, OUTLAY_ENTRY_HEDGE_AFTER);
  if (hit != NULL && outlay_scan_goes_on (scan, figure->end))
    {
      add_hedge (figure, (OutlayQualifier)hit->entry->number);
      figure->end = hit->end;
    }
}

static void
read_per (const OutlayScan *scan, Figure *figure)
{
  const OutlayHit *hit = outlay_scan_find_before (scan, figure->first, OUTLAY_ENTRY_PER_BEFORE);
  guint behind = figure->end;

  if (hit == NULL && outlay_scan_looks (scan, behind, OUTLAY_TOKEN_PUNCTUATION))
    behind += outlay_scan_is (scan, behind, ",");
  if (hit == NULL)
    hit = outlay_scan_find (scan, behind, OUTLAY_ENTRY_PER_AFTER);
  if (hit != NULL)
    figure->per = (OutlayPer)hit->entry->number;
}

static OutlayQualifier
get_qualifier (const Figure *figure)
{
  if (figure->range)
    return OUTLAY_QUALIFIER_RANGE;
  return figure->low.quantity.vague ? OUTLAY_QUALIFIER_VAGUE : figure->qualifier;
}

static gboolean
set_bounds (OutlayMoney *money, const Figure *figure)
{
  gint64 low, high;

  if (!outlay_quantity_get_value (&figure->low.quantity, 2, &low))
    return FALSE;
  switch (money->qualifier)
    {
    case OUTLAY_QUALIFIER_RANGE:
      if (!outlay_quantity_get_value (&figure->high.quantity, 2, &high))
        return FALSE;
      money->low = low;
      money->high = high;
      return TRUE;
    case OUTLAY_QUALIFIER_AT_LEAST:
    case OUTLAY_QUALIFIER_VAGUE:
      money->low = low;
      return TRUE;
    default:
      money->high = low;
      return TRUE;
    }
}

static gboolean
is_bracketed (const OutlayScan *scan, guint at)
{
  guint sentence = scan->tokens[at].sentence;

  for (guint back = 1; back <= 8 && back <= at && scan->tokens[at - back].sentence == sentence;
       back++)
    {
      if (outlay_scan_is (scan, at - back, ")") || outlay_scan_is (scan, at - back, "）"))
        return FALSE;
      if (outlay_scan_is (scan, at - back, "(") || outlay_scan_is (scan, at - back, "（"))
        return TRUE;
    }
  return FALSE;
}

static void
add_money (const OutlayScan *scan, const Figure *figure)
{
  OutlayMoney money = OUTLAY_MONEY_INIT;

  if (figure->low.currency != NULL)
    g_strlcpy (money.currency, figure->low.currency, sizeof money.currency);
  money.qualifier = get_qualifier (figure);
  money.per = figure->per;
  if (!set_bounds (&money, figure))
    return;
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_MONEY, figure->first, figure->end);
  find->mention.money = money;
  if (is_bracketed (scan, figure->first))
    find->flags |= OUTLAY_FIND_BRACKETED;
}

static void
add_capacity (const OutlayScan *scan, const Figure *figure)
{
  const Operand *operand = figure->range ? &figure->high : &figure->low;
  gint64 kilowatts;

  if (!outlay_quantity_get_value (&operand->quantity, operand->power, &kilowatts) || kilowatts <= 0)
    return;
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_CAPACITY, figure->first, figure->end);
  find->mention.capacity.kilowatts = kilowatts;
  find->mention.capacity.qualifier = get_qualifier (figure);
  if (is_bracketed (scan, figure->first))
    find->flags |= OUTLAY_FIND_BRACKETED;
}

/* Whether what follows a scale word without a currency is what it counts, not the next words. */
static gboolean
counts_things (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_goes_on (scan, at))
    return FALSE;
  guint32 flags = scan->tokens[at].flags;
  const OutlayHit *joint = outlay_scan_find (scan, at, OUTLAY_ENTRY_LINK);
  gboolean link = joint != NULL;
  if (outlay_scan_has (scan, link ? joint->end : at, OUTLAY_ENTRY_MONEY))
    return FALSE;
  if (flags & OUTLAY_TOKEN_PUNCTUATION)
    return outlay_scan_is (scan, at, "%") || (link && scan->lexicon->counted == OUTLAY_COUNTED_ANY);
  switch (scan->lexicon->counted)
    {
    case OUTLAY_COUNTED_CAPITAL:
      return flags & OUTLAY_TOKEN_CAPITAL;
    case OUTLAY_COUNTED_LINK:
      return link;
    case OUTLAY_COUNTED_LISTED:
      return outlay_scan_has (scan, at, OUTLAY_ENTRY_THING);
    default:
      return !outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION);
    }
}

/* An amount whose currency is left to the reader: "15 of the 20 billion euros". */
static gboolean
may_be_bare (const OutlayScan *scan, const Figure *figure)
{
  const OutlayQuantity *quantity = &figure->low.quantity;

  return quantity->scale >= BARE_SCALE && !(quantity->vague && quantity->mantissa == 1)
         && !counts_things (scan, figure->end);
}

/* "around the gigawatt": the unit alone, behind a hedge, counts once. */
static gboolean
read_bare_power (const OutlayScan *scan, guint at, Figure *figure)
{
  const OutlayHit *unit = outlay_scan_find (scan, at, OUTLAY_ENTRY_POWER);
  const OutlayHit *other = outlay_scan_find (scan, at, OUTLAY_ENTRY_NOT_POWER);

  if (unit == NULL || unit->entry->number < BARE_POWER || (other != NULL && other->end >= unit->end)
      || outlay_scan_find_before (scan, at, OUTLAY_ENTRY_HEDGE_BEFORE) == NULL)
    return FALSE;
  figure->low = (Operand){.quantity = {.mantissa = 1, .hedge = -1, .end = unit->end},
                          .is_power = TRUE,
                          .power = (int)unit->entry->number,
                          .end = unit->end};
  figure->end = unit->end;
  return TRUE;
}

static gboolean
read_figure (const OutlayScan *scan, guint at, Figure *figure)
{
  *figure = (Figure){.first = at};
  if (read_bare_power (scan, at, figure))
    return TRUE;
  if (read_opened_range (scan, at, figure))
    return TRUE;
  if (is_part_of_word (scan, at) || !read_operand (scan, at, &figure->low))
    return FALSE;
  figure->end = figure->low.end;
  if (!is_replaced (scan, at))
    read_upper (scan, figure, 0);
  return TRUE;
}

static gboolean
may_begin (const OutlayScan *scan, guint at)
{
  static const guint64 classes = G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_NUMBER
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_NUMBER_TIMES
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_NUMBER_ABOUT
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_VAGUE
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_SCALE
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_RANGE_OPEN
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_POWER
                                 | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_CURRENCY_SIGN;

  if (scan->lexicon->counted == OUTLAY_COUNTED_LISTED
      && outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_WORD))
    return TRUE;
  if (scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER || scan->classes[at] & classes)
    return TRUE;
  return scan->lexicon->compound_numbers && at + 1 < scan->n_tokens
         && (outlay_scan_has (scan, at + 1, OUTLAY_ENTRY_SCALE)
             || outlay_scan_has (scan, at + 1, OUTLAY_ENTRY_POWER));
}

/* Reads the amount or capacity at @at. Returns where it ends, @at where there is none. */
static guint
recognise_at (const OutlayScan *scan, guint at)
{
  Figure figure;

  if (!read_figure (scan, at, &figure))
    return at;
  gboolean unit = has_unit (&figure.low);
  if (!unit && !may_be_bare (scan, &figure))
    return at;
  if (figure.low.quantity.about)
    figure.qualifier = OUTLAY_QUALIFIER_ABOUT;
  if (figure.low.quantity.hedge >= 0)
    add_hedge (&figure, (OutlayQualifier)figure.low.quantity.hedge);
  read_hedges (scan, &figure);
  read_per (scan, &figure);
  if (figure.low.is_power)
    add_capacity (scan, &figure);
  else
    add_money (scan, &figure);
  memset (scan->used + figure.first, 1, figure.end - figure.first);
  return figure.end;
}

/**
 * outlay_recognise_amounts:
 *
 * Finds amounts of money and capacities; of some amounts the currency is still left open.
 */
void
outlay_recognise_amounts (OutlayScan *scan)
{
  for (guint i = 0; i < scan->n_tokens;)
    {
      guint end = may_begin (scan, i) ? recognise_at (scan, i) : i;

      i = end > i ? end : i + 1;
    }
}
