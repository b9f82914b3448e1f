/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money in words for people: "up to $50 billion", "billions of dollars". */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-format-myriads.h"
#include "outlay-format-private.h"
#include "outlay-format.h"

typedef struct
{
  const char *code;
  const char *symbol;
  const char *plural;
} Currency;

/* Symbols and plurals of the currencies that have one people know; others go by their code. */
static const Currency currencies[] = {
  {"USD", NC_ ("currency symbol", "$"), NC_ ("currency, plural", "dollars")},
  {"EUR", NC_ ("currency symbol", "€"), NC_ ("currency, plural", "euros")},
  {"GBP", NC_ ("currency symbol", "£"), NC_ ("currency, plural", "pounds")},
  {"JPY", NC_ ("currency symbol", "¥"), NC_ ("currency, plural", "yen")},
  {"CNY", NC_ ("currency symbol", "CN¥"), NC_ ("currency, plural", "yuan")},
  {"KRW", NC_ ("currency symbol", "₩"), NC_ ("currency, plural", "won")},
  {"VND", NC_ ("currency symbol", "₫"), NC_ ("currency, plural", "dong")},
  {"INR", NC_ ("currency symbol", "₹"), NC_ ("currency, plural", "rupees")},
  {"BRL", NC_ ("currency symbol", "R$"), NC_ ("currency, plural", "reais")},
  {"AUD", NC_ ("currency symbol", "A$"), NC_ ("currency, plural", "Australian dollars")},
  {"CAD", NC_ ("currency symbol", "C$"), NC_ ("currency, plural", "Canadian dollars")},
  {"HKD", NC_ ("currency symbol", "HK$"), NC_ ("currency, plural", "Hong Kong dollars")},
  {"TWD", NC_ ("currency symbol", "NT$"), NC_ ("currency, plural", "Taiwan dollars")},
  {"SGD", NC_ ("currency symbol", "S$"), NC_ ("currency, plural", "Singapore dollars")},
};

#define TRILLION G_GINT64_CONSTANT (1000000000000)
#define BILLION  G_GINT64_CONSTANT (1000000000)
#define MILLION  G_GINT64_CONSTANT (1000000)

/* Scales of the long form. The figure of a scale is what its pattern multiplies. */
typedef struct
{
  gint64 units;
  const char *compact;
  const char *vague[3];
  const char *vague_short[3];
} Scale;

static const Scale scales[] = {
  {TRILLION,
   /* Translators: the short form, before a narrow no-break space. {thousands} is the number in the
    * next smaller scale, for languages that say "$1,940 bn"; {myriads} is the number with the word
    * of its scale, for languages that count by ten thousands: "1.94兆" */
   NC_ ("amount, short", "{symbol}{number} tn"),
   {NC_ ("amount", "trillions of {currency}"), NC_ ("amount", "tens of trillions of {currency}"),
    NC_ ("amount", "hundreds of trillions of {currency}")},
   /* Translators: the short forms stand in a narrow column; {symbol} is the currency's sign */
   {NC_ ("amount, short", "trillions of {symbol}"), NC_ ("amount, short", "tens of {symbol}tn"),
    NC_ ("amount, short", "hundreds of {symbol}tn")}},
  {BILLION,
   /* Translators: the short form, before a narrow no-break space */
   NC_ ("amount, short", "{symbol}{number} bn"),
   {NC_ ("amount", "billions of {currency}"), NC_ ("amount", "tens of billions of {currency}"),
    NC_ ("amount", "hundreds of billions of {currency}")},
   {NC_ ("amount, short", "billions of {symbol}"), NC_ ("amount, short", "tens of {symbol}bn"),
    NC_ ("amount, short", "hundreds of {symbol}bn")}},
  {MILLION,
   /* Translators: the short form, before a narrow no-break space */
   NC_ ("amount, short", "{symbol}{number} m"),
   {NC_ ("amount", "millions of {currency}"), NC_ ("amount", "tens of millions of {currency}"),
    NC_ ("amount", "hundreds of millions of {currency}")},
   {NC_ ("amount, short", "millions of {symbol}"), NC_ ("amount, short", "tens of {symbol}m"),
    NC_ ("amount, short", "hundreds of {symbol}m")}},
  {1, NC_ ("amount, short", "{symbol}{number}"), {NULL}, {NULL}},
};

static const Currency *
find_currency (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      if (strcmp (currencies[i].code, code) == 0)
        return &currencies[i];
    }
  return NULL;
}

/* A figure of so many thousandths with @digits behind the decimal mark. */
static char *
format_digits (gint64 thousandths, guint digits, gboolean cut_zeroes)
{
  gint64 step = digits == 0 ? 1000 : digits == 1 ? 100 : digits == 2 ? 10 : 1;
  gint64 rounded = (thousandths + step / 2) / step * step;
  g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, rounded / 1000);
  g_autofree char *fraction = g_strdup_printf ("%03d", (int)(rounded % 1000));
  GString *result = g_string_new (NULL);
  gsize length = strlen (whole);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        /* Translators: the mark between groups of three digits: "1,121 MW" */
        g_string_append (result, C_ ("number", ","));
      g_string_append_c (result, whole[i]);
    }
  fraction[digits] = '\0';
  for (gsize end = digits; cut_zeroes && end > 0 && fraction[end - 1] == '0'; end--)
    fraction[end - 1] = '\0';
  if (*fraction != '\0')
    /* Translators: the decimal mark: "1.3 GW" */
    g_string_append_printf (result, "%s%s", C_ ("number", "."), fraction);
  return g_string_free (result, FALSE);
}

/**
 * outlay_format_thousandths:
 * @digits: behind the decimal mark, at most three
 *
 * Returns: (transfer full): a number of so many thousandths, zeroes at its end cut: "1.3".
 */
char *
outlay_format_thousandths (gint64 thousandths, guint digits)
{
  return format_digits (thousandths, digits, TRUE);
}

/**
 * outlay_format_decimal:
 * @digits: behind the decimal mark, at most three
 *
 * Returns: (transfer full): a number of so many thousandths with all its digits, so that the
 *   numbers of a column stand one below another: "1,937.4".
 */
char *
outlay_format_decimal (gint64 thousandths, guint digits)
{
  g_return_val_if_fail (digits <= 3, NULL);

  return format_digits (thousandths, digits, FALSE);
}

/** outlay_format_count: Returns: (transfer full): a number of things, its digits in groups. */
char *
outlay_format_count (guint count)
{
  return outlay_format_decimal ((gint64)count * 1000, 0);
}

static const Scale *
find_scale (gint64 hundredths)
{
  const Scale *scale = scales;

  while (scale->units > 1 && hundredths / OUTLAY_MONEY_UNIT < scale->units)
    scale++;
  return scale;
}

static gint64
count_thousandths (gint64 hundredths, const Scale *scale)
{
  gint64 per_thousandth = scale->units * OUTLAY_MONEY_UNIT / 1000;

  if (per_thousandth == 0)
    return hundredths * 1000 / OUTLAY_MONEY_UNIT;
  return (hundredths + per_thousandth / 2) / per_thousandth;
}

static char *
format_number (gint64 hundredths, const Scale *scale)
{
  return outlay_format_thousandths (count_thousandths (hundredths, scale),
                                    scale->units == 1 ? 2 : 3);
}

/* The number that the plural of a figure's scale goes by. A fraction below two goes by zero: like
 * zero it is singular in the languages that write "1,5 milliard", plural in those that write
 * "1,5 Milliarden". */
static gulong
get_plural_number (gint64 hundredths, const Scale *scale)
{
  gint64 thousandths = count_thousandths (hundredths, scale);

  if (thousandths < 2000 && thousandths != 1000)
    return 0;
  return (gulong)(thousandths / 1000);
}

static const char *
get_pattern (const Scale *scale, gulong number)
{
  switch (scale->units)
    {
    case TRILLION:
      /* Translators: the plural goes by the number; by 0 for a fraction below two ("1.5").
       * {thousands} is the number in the next smaller scale, for languages that say "$1,940
       * billion"; {myriads} is the number with the words of its scales, for languages that count
       * by ten thousands: "1兆9400億". Such a language has it in all patterns of amounts.
       */
      return g_dngettext (GETTEXT_PACKAGE, "{symbol}{number} trillion", "{symbol}{number} trillion",
                          number);
    case BILLION:
      /* Translators: the plural goes by the number; by 0 for a fraction below two ("1.5") */
      return g_dngettext (GETTEXT_PACKAGE, "{symbol}{number} billion", "{symbol}{number} billion",
                          number);
    case MILLION:
      /* Translators: the plural goes by the number; by 0 for a fraction below two ("1.5") */
      return g_dngettext (GETTEXT_PACKAGE, "{symbol}{number} million", "{symbol}{number} million",
                          number);
    default:
      return C_ ("amount", "{symbol}{number}");
    }
}

/* What stands for the currency beside a number: a symbol, or its code and a space. */
static char *
format_symbol (const char *code)
{
  const Currency *currency = find_currency (code);
  const char *symbol
    = currency != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "currency symbol", currency->symbol) : code;
  const char *pattern = C_ ("amount", "{symbol}{number}");
  gboolean leads = g_str_has_prefix (pattern, "{symbol}{");
  glong length = g_utf8_strlen (symbol, -1);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_offset_to_pointer (symbol, length - 1)) : 0;

  if (leads && g_unichar_isalpha (last))
    return g_strconcat (symbol, " ", NULL);
  return g_strdup (symbol);
}

static const Scale *
get_smaller_scale (const Scale *scale)
{
  return scale->units > 1 ? scale + 1 : scale;
}

static char *
format_numbers (gint64 low, gint64 high, const Scale *scale)
{
  g_autofree char *first = format_number (low, scale);
  g_autofree char *last = format_number (high, scale);

  return low == high ? g_steal_pointer (&last) : outlay_format_join_range (first, last);
}

static char *
format_myriads (gint64 low, gint64 high)
{
  g_autofree char *first = outlay_format_myriads (low);
  g_autofree char *last = outlay_format_myriads (high);

  return low == high ? g_steal_pointer (&last) : outlay_format_join_range (first, last);
}

/* From @low to @high, which may be one. */
static char *
format_scaled (const char *currency, gint64 low, gint64 high, const Scale *scale)
{
  g_autofree char *symbol = format_symbol (currency);
  g_autofree char *number = format_numbers (low, high, scale);
  g_autofree char *thousands = format_numbers (low, high, get_smaller_scale (scale));
  g_autofree char *myriads = format_myriads (low, high);
  const char *pattern = get_pattern (scale, get_plural_number (high, scale));

  return outlay_format_fill (pattern, "symbol", symbol, "number", number, "thousands", thousands,
                             "myriads", myriads, NULL);
}

/**
 * outlay_format_sum:
 *
 * Returns: (transfer full): an amount without a hedge: "$50 billion".
 */
char *
outlay_format_sum (const char *currency, gint64 hundredths)
{
  return format_scaled (currency, hundredths, hundredths, find_scale (hundredths));
}

/* At most three digits, so that sums stay short: 1.94, 52.1, 776. */
static char *
format_short_number (gint64 hundredths, const Scale *scale)
{
  gint64 thousandths = count_thousandths (hundredths, scale);

  if (thousandths >= 100000)
    return outlay_format_thousandths ((thousandths + 500) / 1000 * 1000, 1);
  return outlay_format_thousandths (thousandths, thousandths >= 10000 ? 1 : 2);
}

/**
 * outlay_format_sum_compact:
 *
 * Returns: (transfer full): an amount in short, rounded to three digits: "$1.94 tn".
 */
char *
outlay_format_sum_compact (const char *currency, gint64 hundredths)
{
  const Scale *scale = find_scale (hundredths);
  g_autofree char *number = format_short_number (hundredths, scale);
  g_autofree char *thousands = format_short_number (hundredths, get_smaller_scale (scale));
  g_autofree char *myriads = outlay_format_myriads_rounded (hundredths);
  g_autofree char *symbol = format_symbol (currency);

  return outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "amount, short", scale->compact),
                             "symbol", symbol, "number", number, "thousands", thousands, "myriads",
                             myriads, NULL);
}

/* The units that figures of a table or a chart are told in, the largest first. A trillion comes
   late: sums up to ten of them are compared more easily in billions. */
static const struct
{
  gint64 units;
  gint64 from;
  const char *heading;
} common_units[] = {
  /* Translators: what all figures below it are in: "$ trillion" */
  {TRILLION, 10 * TRILLION, NC_ ("amount, heading", "{symbol} trillion")},
  {BILLION, BILLION, NC_ ("amount, heading", "{symbol} billion")},
  {MILLION, MILLION, NC_ ("amount, heading", "{symbol} million")},
  {1, 0, NC_ ("amount, heading", "{symbol}")},
};

/**
 * outlay_format_choose_unit:
 * @hundredths: the largest of the figures
 *
 * Returns: how many units of a currency one unit of a table's figures stands for.
 */
gint64
outlay_format_choose_unit (gint64 hundredths)
{
  guint i = 0;

  if (outlay_format_counts_in_myriads ())
    return outlay_format_choose_myriad (hundredths);
  while (hundredths / OUTLAY_MONEY_UNIT < common_units[i].from)
    i++;
  return common_units[i].units;
}

/**
 * outlay_format_unit:
 * @units: from outlay_format_choose_unit()
 *
 * Returns: (transfer full): what figures are in, to stand above them: "$ billion".
 */
char *
outlay_format_unit (const char *currency, gint64 units)
{
  const Currency *known = find_currency (currency);
  const char *symbol
    = known != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "currency symbol", known->symbol) : currency;

  if (outlay_format_counts_in_myriads ())
    return outlay_format_fill (C_ ("amount", "{symbol}{number}"), "symbol", symbol, "myriads",
                               outlay_format_myriad_word (units), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (common_units); i++)
    {
      if (common_units[i].units == units)
        return outlay_format_fill (
          g_dpgettext2 (GETTEXT_PACKAGE, "amount, heading", common_units[i].heading), "symbol",
          symbol, NULL);
    }
  g_return_val_if_reached (NULL);
}

/**
 * outlay_format_in_unit:
 * @units: from outlay_format_choose_unit()
 *
 * Returns: (transfer full): a figure with one decimal, so that figures stand one below another:
 *   "1,352.3"; "< 0.1" where nothing would be left of it.
 */
char *
outlay_format_in_unit (gint64 hundredths, gint64 units)
{
  const Scale scale = {units, NULL, {NULL}};
  gint64 thousandths = count_thousandths (hundredths, &scale);

  if (thousandths >= 50 || hundredths <= 0)
    return outlay_format_decimal (thousandths, 1);
  g_autofree char *tenth = outlay_format_decimal (100, 1);
  return g_strdup_printf ("< %s", tenth);
}

static char *
format_range (const OutlayMoney *money)
{
  const Scale *low_scale = find_scale (money->low);
  const Scale *high_scale = find_scale (money->high);

  if (low_scale == high_scale)
    return format_scaled (money->currency, money->low, money->high, high_scale);
  g_autofree char *low = outlay_format_sum (money->currency, money->low);
  g_autofree char *high = outlay_format_sum (money->currency, money->high);
  return outlay_format_join_wide_range (low, high);
}

/* Of the scale that a vague figure speaks of, whether it says ones, tens or hundreds; the scale is
 * NULL where there is no figure to tell. */
static const Scale *
find_vague (const OutlayMoney *money, guint *rank)
{
  gint64 figure = outlay_money_get_figure (money);
  const Scale *scale = figure != OUTLAY_MONEY_UNSET ? find_scale (figure) : NULL;

  if (scale == NULL || scale->vague[0] == NULL)
    return NULL;
  gint64 times = figure / OUTLAY_MONEY_UNIT / scale->units;
  *rank = times >= 100 ? 2 : times >= 10 ? 1 : 0;
  return scale;
}

static char *
format_vague (const OutlayMoney *money)
{
  const Currency *currency = find_currency (money->currency);
  const char *plural = currency != NULL
                         ? g_dpgettext2 (GETTEXT_PACKAGE, "currency, plural", currency->plural)
                         : money->currency;
  guint rank = 0;
  const Scale *scale = find_vague (money, &rank);

  if (scale == NULL)
    return outlay_format_fill (C_ ("amount", "an unknown sum of {currency}"), "currency", plural,
                               NULL);
  return outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "amount", scale->vague[rank]),
                             "currency", plural, NULL);
}

static char *
format_vague_short (const OutlayMoney *money)
{
  g_autofree char *symbol = format_symbol (money->currency);
  guint rank = 0;
  const Scale *scale = find_vague (money, &rank);

  if (scale == NULL)
    return format_vague (money);
  return outlay_format_fill (
    g_dpgettext2 (GETTEXT_PACKAGE, "amount, short", scale->vague_short[rank]), "symbol", symbol,
    NULL);
}

/**
 * outlay_format_hedge:
 *
 * Returns: (transfer none): the words of a hedge that stand apart from the figure, "" where there
 *   are none.
 */
const char *
outlay_format_hedge (OutlayQualifier qualifier)
{
  switch (qualifier)
    {
    case OUTLAY_QUALIFIER_ABOUT:
      return C_ ("hedge", "about");
    case OUTLAY_QUALIFIER_UP_TO:
      return C_ ("hedge", "up to");
    case OUTLAY_QUALIFIER_AT_LEAST:
      return C_ ("hedge", "at least");
    default:
      return "";
    }
}

/**
 * outlay_format_amount:
 *
 * Returns: (transfer full): the amount without its hedge: "$50 billion", "$30–35 billion",
 *   "billions of dollars", "$200 million each"; where there is none, the words for that.
 */
char *
outlay_format_amount (const OutlayMoney *money)
{
  gint64 figure = outlay_money_get_figure (money);
  g_autofree char *amount = NULL;

  if (!outlay_money_is_set (money))
    return g_strdup (C_ ("card", "Amount not stated"));
  if (money->qualifier == OUTLAY_QUALIFIER_VAGUE || figure == OUTLAY_MONEY_UNSET)
    amount = format_vague (money);
  else if (money->qualifier == OUTLAY_QUALIFIER_RANGE && money->low != OUTLAY_MONEY_UNSET)
    amount = format_range (money);
  else
    amount = outlay_format_sum (money->currency, figure);
  if (money->per == OUTLAY_PER_EACH)
    return outlay_format_fill (C_ ("amount", "{amount} each"), "amount", amount, NULL);
  if (money->per == OUTLAY_PER_YEAR)
    return outlay_format_fill (C_ ("amount", "{amount} a year"), "amount", amount, NULL);
  return g_steal_pointer (&amount);
}

/**
 * outlay_format_hedge_sign:
 *
 * Returns: (transfer none): the hedge as a sign before a figure in tables and charts: "≤", "≥",
 *   "≈"; "" where there is none.
 */
const char *
outlay_format_hedge_sign (OutlayQualifier qualifier)
{
  switch (qualifier)
    {
    case OUTLAY_QUALIFIER_ABOUT:
      return "≈";
    case OUTLAY_QUALIFIER_UP_TO:
      return "≤";
    case OUTLAY_QUALIFIER_AT_LEAST:
      return "≥";
    default:
      return "";
    }
}

static char *
format_short (const char *currency, gint64 low, gint64 high, const Scale *scale)
{
  g_autofree char *symbol = format_symbol (currency);
  g_autofree char *number = format_numbers (low, high, scale);
  g_autofree char *thousands = format_numbers (low, high, get_smaller_scale (scale));
  g_autofree char *myriads = outlay_format_myriads_short (low, high);

  return outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "amount, short", scale->compact),
                             "symbol", symbol, "number", number, "thousands", thousands, "myriads",
                             myriads, NULL);
}

/**
 * outlay_format_amount_short:
 *
 * Returns: (transfer full): the amount without its hedge in short, every digit of it: "$17.4 bn",
 *   "$30–35 bn", "tens of $bn"; "" where there is none.
 */
char *
outlay_format_amount_short (const OutlayMoney *money)
{
  gint64 figure = outlay_money_get_figure (money);
  gint64 low = money->qualifier == OUTLAY_QUALIFIER_RANGE && money->low != OUTLAY_MONEY_UNSET
                 ? money->low
                 : figure;

  if (!outlay_money_is_set (money))
    return g_strdup ("");
  if (money->qualifier == OUTLAY_QUALIFIER_VAGUE || figure == OUTLAY_MONEY_UNSET)
    return format_vague_short (money);
  if (find_scale (low) == find_scale (figure))
    return format_short (money->currency, low, figure, find_scale (figure));
  g_autofree char *from = format_short (money->currency, low, low, find_scale (low));
  g_autofree char *until = format_short (money->currency, figure, figure, find_scale (figure));
  return outlay_format_join_wide_range (from, until);
}

/**
 * outlay_format_join_hedge:
 * @figure: (transfer full): what it hedges
 *
 * Returns: (transfer full): both: "up to $50 billion".
 */
char *
outlay_format_join_hedge (OutlayQualifier qualifier, char *figure)
{
  const char *hedge = outlay_format_hedge (qualifier);

  if (*hedge == '\0')
    return figure;
  /* Translators: "up to $50 billion"; the hedge must come first, for it is shown in grey */
  char *both = outlay_format_fill (C_ ("amount", "{hedge} {amount}"), "hedge", hedge, "amount",
                                   figure, NULL);
  g_free (figure);
  return both;
}

/**
 * outlay_format_money:
 *
 * Returns: (transfer full): the whole amount with its hedge: "up to $50 billion".
 */
char *
outlay_format_money (const OutlayMoney *money)
{
  return outlay_format_join_hedge (outlay_money_is_set (money) ? money->qualifier
                                                               : OUTLAY_QUALIFIER_EXACT,
                                   outlay_format_amount (money));
}
