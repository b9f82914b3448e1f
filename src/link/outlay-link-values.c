/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-values.h"

#include <string.h>

#define BIT(kind) (1u << OUTLAY_KIND_##kind)

/* What one reporter calls by one kind and another by the other. */
static const guint related_kinds[OUTLAY_N_KINDS] = {
  [OUTLAY_KIND_BUILD] = BIT (SUPPLY) | BIT (VENTURE) | BIT (BUDGET) | BIT (GRANT),
  [OUTLAY_KIND_EQUITY] = BIT (ACQUISITION) | BIT (VENTURE) | BIT (FINANCING) | BIT (SUPPLY),
  [OUTLAY_KIND_SUPPLY] = BIT (BUILD) | BIT (VENTURE) | BIT (EQUITY),
  [OUTLAY_KIND_ACQUISITION] = BIT (EQUITY) | BIT (VENTURE),
  [OUTLAY_KIND_VENTURE] = BIT (BUILD) | BIT (EQUITY) | BIT (SUPPLY) | BIT (ACQUISITION),
  [OUTLAY_KIND_FINANCING] = BIT (EQUITY) | BIT (BUDGET),
  [OUTLAY_KIND_BUDGET] = BIT (BUILD) | BIT (FINANCING),
  [OUTLAY_KIND_GRANT] = BIT (BUILD),
};

/* What a hedged figure can stand for. */
typedef struct
{
  gint64 low;
  gint64 high;
  gint64 figure;
} Stretch;

/* "Several billion" has no upper bound, but ten times its lower one is another order. */
static gint64
ten_times (gint64 figure)
{
  return figure <= G_MAXINT64 / 10 ? figure * 10 : G_MAXINT64;
}

static Stretch
get_stretch (gint64 low, gint64 high, OutlayQualifier qualifier)
{
  gint64 figure = high != OUTLAY_MONEY_UNSET ? high : low;

  switch (qualifier)
    {
    case OUTLAY_QUALIFIER_ABOUT:
      return (Stretch){figure - figure / 20, figure + figure / 20, figure};
    case OUTLAY_QUALIFIER_UP_TO:
      return (Stretch){figure - figure / 50, figure, figure};
    case OUTLAY_QUALIFIER_AT_LEAST:
      return (Stretch){figure, figure + figure / 8, figure};
    case OUTLAY_QUALIFIER_RANGE:
      return (Stretch){low != OUTLAY_MONEY_UNSET ? low : figure, figure, figure};
    case OUTLAY_QUALIFIER_VAGUE:
      return (Stretch){low != OUTLAY_MONEY_UNSET ? low : 0,
                       high != OUTLAY_MONEY_UNSET ? high : ten_times (figure), figure};
    default:
      return (Stretch){figure, figure, figure};
    }
}

static OutlayRelation
relate_stretches (const Stretch *a, const Stretch *b)
{
  gint64 smaller = MIN (a->figure, b->figure);
  gint64 larger = MAX (a->figure, b->figure);

  if (smaller == larger)
    return OUTLAY_RELATION_SAME;
  if (a->low <= b->high && b->low <= a->high)
    return OUTLAY_RELATION_SHADE;
  if (larger - smaller <= larger / 10)
    return OUTLAY_RELATION_CLOSE;
  return smaller >= larger / 2 ? OUTLAY_RELATION_APART : OUTLAY_RELATION_FAR;
}

/**
 * outlay_kind_relate:
 *
 * Returns: how two kinds stand to each other: a shade where reporters take one for the other.
 */
OutlayRelation
outlay_kind_relate (OutlayKind a, OutlayKind b)
{
  if (a == b)
    return OUTLAY_RELATION_SAME;
  return related_kinds[a] & (1u << b) ? OUTLAY_RELATION_SHADE : OUTLAY_RELATION_APART;
}

/**
 * outlay_money_relate:
 *
 * Returns: how two amounts stand to each other; unknown where their currencies differ.
 */
OutlayRelation
outlay_money_relate (const OutlayMoney *a, const OutlayMoney *b)
{
  if (!outlay_money_is_set (a) || strcmp (a->currency, b->currency) != 0)
    return OUTLAY_RELATION_UNKNOWN;
  if (outlay_money_get_figure (a) == OUTLAY_MONEY_UNSET
      || outlay_money_get_figure (b) == OUTLAY_MONEY_UNSET)
    return OUTLAY_RELATION_SHADE;
  Stretch stretch_a = get_stretch (a->low, a->high, a->qualifier);
  Stretch stretch_b = get_stretch (b->low, b->high, b->qualifier);
  return relate_stretches (&stretch_a, &stretch_b);
}

static const OutlayMoney *
get_amount (const OutlayFields *fields, guint index)
{
  return index == 0 ? &fields->amount : &g_array_index (fields->amount_alt, OutlayMoney, index - 1);
}

/**
 * outlay_amounts_relate:
 *
 * Returns: how two claims' amounts stand to each other in the currency in which they are nearest,
 *   conversions included.
 */
OutlayRelation
outlay_amounts_relate (const OutlayFields *a, const OutlayFields *b)
{
  OutlayRelation nearest = OUTLAY_RELATION_UNKNOWN;

  for (guint i = 0; i <= a->amount_alt->len; i++)
    {
      for (guint j = 0; j <= b->amount_alt->len; j++)
        {
          OutlayRelation relation = outlay_money_relate (get_amount (a, i), get_amount (b, j));

          if (nearest == OUTLAY_RELATION_UNKNOWN
              || (relation != OUTLAY_RELATION_UNKNOWN && relation < nearest))
            nearest = relation;
        }
    }
  return nearest;
}

/**
 * outlay_capacity_relate:
 *
 * Returns: how two capacities stand to each other.
 */
OutlayRelation
outlay_capacity_relate (const OutlayCapacity *a, const OutlayCapacity *b)
{
  if (!outlay_capacity_is_set (a) || !outlay_capacity_is_set (b))
    return OUTLAY_RELATION_UNKNOWN;
  Stretch stretch_a = get_stretch (OUTLAY_MONEY_UNSET, a->kilowatts, a->qualifier);
  Stretch stretch_b = get_stretch (OUTLAY_MONEY_UNSET, b->kilowatts, b->qualifier);
  return relate_stretches (&stretch_a, &stretch_b);
}

/**
 * outlay_days_of:
 * @date: a date, set or not
 *
 * Returns: the days that it can be.
 */
OutlayDays
outlay_days_of (OutlayDate date)
{
  OutlayDays days = {date, 0, 0};
  GDate day;

  if (!outlay_date_is_set (date))
    return days;
  outlay_date_get_first_day (date, &day);
  days.first = days.last = (int)g_date_get_julian (&day);
  if (date.unit == OUTLAY_DATE_DAY)
    return days;
  outlay_date_get_last_day (date, &day);
  days.last = (int)g_date_get_julian (&day);
  return days;
}

/**
 * outlay_days_relate:
 *
 * Returns: how two dates stand to each other: days or months within a fortnight are close, dates
 *   within a year are apart.
 */
OutlayRelation
outlay_days_relate (const OutlayDays *a, const OutlayDays *b)
{
  if (!outlay_date_is_set (a->date) || !outlay_date_is_set (b->date))
    return OUTLAY_RELATION_UNKNOWN;
  if (outlay_date_equal (a->date, b->date))
    return OUTLAY_RELATION_SAME;
  int days = MAX (MAX (b->first - a->last, a->first - b->last), 0);
  if (days == 0)
    return OUTLAY_RELATION_SHADE;
  if (days <= 14 && MIN (a->date.unit, b->date.unit) >= OUTLAY_DATE_MONTH)
    return OUTLAY_RELATION_CLOSE;
  return days <= 366 ? OUTLAY_RELATION_APART : OUTLAY_RELATION_FAR;
}

/**
 * outlay_date_relate:
 *
 * Returns: what outlay_days_relate() does of the days of two dates.
 */
OutlayRelation
outlay_date_relate (OutlayDate a, OutlayDate b)
{
  OutlayDays days_a = outlay_days_of (a), days_b = outlay_days_of (b);

  return outlay_days_relate (&days_a, &days_b);
}
