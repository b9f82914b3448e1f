/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-operand.h"

#include <string.h>

/* Power of ten from which on a number without a currency may be an amount. */
#define BARE_SCALE 6

/* Power of ten, in kilowatts, of the least unit that may stand without a number. */
#define BARE_POWER 6

/* How many small words stand between a number and what it counts. */
#define MOST_SMALL_WORDS 3

/* An amount or capacity while it is read. */
typedef struct
{
  OutlayOperand low;
  OutlayOperand high;
  gboolean range;
  OutlayQualifier qualifier;
  OutlayPer per;
  guint first;
  guint end;
} Figure;

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
  OutlayOperand low = figure->low, high;

  /* A hyphen between words makes one word of them: "half-a-billion". */
  if (join != NULL && scan->tokens[join->first].flags & OUTLAY_TOKEN_PUNCTUATION
      && !low.quantity.digits)
    return FALSE;
  if (join == NULL || !outlay_scan_goes_on (scan, join->end)
      || !outlay_operand_read (scan, join->end, &high) || high.quantity.vague || low.quantity.vague
      || !outlay_operand_share_unit (&low, &high))
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
          || !outlay_operand_read (scan, hit->end, &figure->low)
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
  if (!set_bounds (&money, figure) || !outlay_money_is_valid (&money))
    return;
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_MONEY, figure->first, figure->end);
  find->mention.money = money;
  if (is_bracketed (scan, figure->first))
    find->flags |= OUTLAY_FIND_BRACKETED;
}

static void
add_capacity (const OutlayScan *scan, const Figure *figure)
{
  const OutlayOperand *operand = figure->range ? &figure->high : &figure->low;
  gint64 kilowatts;

  if (!outlay_quantity_get_value (&operand->quantity, operand->power, &kilowatts) || kilowatts <= 0
      || kilowatts > OUTLAY_CAPACITY_MOST)
    return;
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_CAPACITY, figure->first, figure->end);
  find->mention.capacity.kilowatts = kilowatts;
  find->mention.capacity.qualifier = get_qualifier (figure);
  if (is_bracketed (scan, figure->first))
    find->flags |= OUTLAY_FIND_BRACKETED;
}

/* Whether a number counts what is listed, be it behind small words: "160 million of its shares". */
static gboolean
leads_to_thing (const OutlayScan *scan, guint at)
{
  for (guint i = at; i <= at + MOST_SMALL_WORDS && outlay_scan_goes_on (scan, i); i++)
    {
      if (outlay_scan_has (scan, i, OUTLAY_ENTRY_THING))
        return TRUE;
      if (!outlay_scan_has (scan, i, OUTLAY_ENTRY_FUNCTION)
          && !outlay_scan_has (scan, i, OUTLAY_ENTRY_FILLER))
        return FALSE;
    }
  return FALSE;
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
  if (leads_to_thing (scan, at))
    return TRUE;
  switch (scan->lexicon->counted)
    {
    case OUTLAY_COUNTED_CAPITAL:
      return flags & OUTLAY_TOKEN_CAPITAL;
    case OUTLAY_COUNTED_LINK:
      return link;
    case OUTLAY_COUNTED_LISTED:
      return FALSE;
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
  figure->low = (OutlayOperand){.quantity = {.mantissa = 1, .hedge = -1, .end = unit->end},
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
  if (is_part_of_word (scan, at) || !outlay_operand_read (scan, at, &figure->low))
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
  gboolean unit = outlay_operand_has_unit (&figure.low);
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
