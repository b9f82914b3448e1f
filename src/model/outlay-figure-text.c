/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of ranges as people read and type them: "$5 bn", "300 MW", "2026-Q3". */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-figure-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

static const char *const measure_titles[OUTLAY_N_MEASURES] = {
  NC_ ("facet", "Amount"),
  NC_ ("facet", "Capacity"),
  NC_ ("facet", "Date"),
};

/* What may stand behind a typed figure, by its first letters, and what it multiplies by. A
 * translation may name several spellings, parted by bars. */
typedef struct
{
  const char *letters;
  gint64 factor;
} Scale;

static const Scale amount_scales[] = {
  {NC_ ("typed amount", "k"), G_GINT64_CONSTANT (1000)},
  {NC_ ("typed amount", "m"), G_GINT64_CONSTANT (1000000)},
  {NC_ ("typed amount", "b"), G_GINT64_CONSTANT (1000000000)},
  {NC_ ("typed amount", "t"), G_GINT64_CONSTANT (1000000000000)},
  /* Translators: for languages that count by ten thousands; others keep these */
  {NC_ ("typed amount", "×10⁴"), G_GINT64_CONSTANT (10000)},
  {NC_ ("typed amount", "×10⁸"), G_GINT64_CONSTANT (100000000)},
};

static const Scale power_scales[] = {
  {NC_ ("typed capacity", "k"), G_GINT64_CONSTANT (1)},
  {NC_ ("typed capacity", "m"), G_GINT64_CONSTANT (1000)},
  {NC_ ("typed capacity", "g"), G_GINT64_CONSTANT (1000000)},
};

/**
 * outlay_measure_get_title:
 *
 * Returns: (transfer none): what people call the measure.
 */
const char *
outlay_measure_get_title (OutlayMeasure measure)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "facet", measure_titles[measure]);
}

static char *
day_to_text (gint64 julian)
{
  GDate day;

  g_date_set_julian (&day, (guint32)julian);
  return outlay_date_to_string (
    outlay_date_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day)));
}

/**
 * outlay_figure_to_text:
 * @figure: as the bounds of an #OutlayRange are
 * @currency: of amounts
 *
 * Returns: (transfer full): @figure as people read and type it, in short.
 */
char *
outlay_figure_to_text (OutlayMeasure measure, gint64 figure, const char *currency)
{
  switch (measure)
    {
    case OUTLAY_MEASURE_AMOUNT:
      return outlay_format_sum_compact (currency, figure);
    case OUTLAY_MEASURE_CAPACITY:
      return outlay_format_power_compact (figure);
    default:
      return day_to_text (figure);
    }
}

/* The quarter of which the day is the first or @last one; else the day. */
static OutlayDate
find_period (gint64 julian, gboolean last)
{
  GDate day, edge;
  OutlayDate quarter;

  g_date_set_julian (&day, (guint32)julian);
  quarter = outlay_date_quarter (g_date_get_year (&day), (g_date_get_month (&day) + 2u) / 3);
  if (last)
    outlay_date_get_last_day (quarter, &edge);
  else
    outlay_date_get_first_day (quarter, &edge);
  if (g_date_compare (&day, &edge) == 0)
    return quarter;
  return outlay_date_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

/**
 * outlay_bound_to_text:
 * @figure: as the bounds of an #OutlayRange are
 * @currency: of amounts
 * @last: whether it is the upper bound
 *
 * Returns: (transfer full): @figure to be read, not typed: a day as all days are told, or the
 *   quarter that it begins or ends.
 */
char *
outlay_bound_to_text (OutlayMeasure measure, gint64 figure, const char *currency, gboolean last)
{
  if (measure == OUTLAY_MEASURE_DATE)
    return outlay_format_date (find_period (figure, last));
  return outlay_figure_to_text (measure, figure, currency);
}

/* Returns: the length of the longest of @spellings, parted by bars, that @text begins with. */
static gsize
match_spelling (const char *text, const char *spellings)
{
  g_auto (GStrv) each = g_strsplit (spellings, "|", -1);
  gsize longest = 0;

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (each[i], -1);

      if (g_str_has_prefix (text, folded))
        longest = MAX (longest, strlen (folded));
    }
  return longest;
}

/* What @text begins with multiplies by; 0 where it is no scale. Figures without one are millions,
 * or megawatts: nobody looks for deals of five dollars. The letters of English hold everywhere, but
 * those of the reader's language come before them: a Billion is no billion. */
static gint64
find_scale (OutlayMeasure measure, const char *text)
{
  const Scale *scales = measure == OUTLAY_MEASURE_AMOUNT ? amount_scales : power_scales;
  const char *context = measure == OUTLAY_MEASURE_AMOUNT ? "typed amount" : "typed capacity";
  guint count
    = measure == OUTLAY_MEASURE_AMOUNT ? G_N_ELEMENTS (amount_scales) : G_N_ELEMENTS (power_scales);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gint64 factor = *text == '\0' ? scales[1].factor : 0;
  gsize longest = 0;

  for (guint i = 0; i < 2 * count; i++)
    {
      const Scale *scale = &scales[i % count];
      const char *letters
        = i < count ? g_dpgettext2 (GETTEXT_PACKAGE, context, scale->letters) : scale->letters;
      gsize length = match_spelling (folded, letters);

      if (length > longest)
        {
          longest = length;
          factor = scale->factor;
        }
    }
  return factor;
}

/* Returns: how long the mark between groups of three digits is with which @text begins, 0 where
 * there is none. */
static gsize
measure_group_mark (const char *text)
{
  const char *const marks[] = {C_ ("number", ","), " ", "\302\240", "\342\200\257"};

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if (g_str_has_prefix (text, marks[i]) && g_ascii_isdigit (text[length])
          && g_ascii_isdigit (text[length + 1]) && g_ascii_isdigit (text[length + 2])
          && !g_ascii_isdigit (text[length + 3]))
        return length;
    }
  return 0;
}

/* A figure with at most six decimals, in millionths; @text is moved behind it. */
static gboolean
read_millionths (const char **text, gint64 *millionths)
{
  const char *c = *text;
  gint64 whole = 0;
  gint64 part = 0;
  gint64 unit = 1000000;

  if (!g_ascii_isdigit (*c))
    return FALSE;
  for (; g_ascii_isdigit (*c) && whole < G_MAXINT64 / 10000000000; c++)
    {
      whole = whole * 10 + g_ascii_digit_value (*c);
      c += measure_group_mark (c + 1);
    }
  if ((*c == '.' || *c == ',') && g_ascii_isdigit (c[1]))
    for (c++; g_ascii_isdigit (*c); c++)
      {
        unit /= 10;
        part += unit * g_ascii_digit_value (*c);
      }
  *millionths = whole * 1000000 + part;
  *text = c;
  return TRUE;
}

static gboolean
read_day (const char *text, gboolean upper, gint64 *figure)
{
  OutlayDate date;
  GDate day;

  if (!outlay_date_from_string (text, &date) || !outlay_date_is_valid (date))
    return FALSE;
  if (upper)
    outlay_date_get_last_day (date, &day);
  else
    outlay_date_get_first_day (date, &day);
  *figure = g_date_get_julian (&day);
  return TRUE;
}

/**
 * outlay_figure_from_text:
 * @text: what a person typed: "5 bn", "1.5 trillion", "300", "2 GW", "2026-Q3", "" for no bound
 * @upper: whether it is an upper bound
 * @figure: (out): the bound of a range
 *
 * Returns: whether @text is a figure.
 */
gboolean
outlay_figure_from_text (OutlayMeasure measure, const char *text, gboolean upper, gint64 *figure)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *rest = copy;
  gint64 millionths, scale;
  __int128 product;

  *figure = upper ? G_MAXINT64 : G_MININT64;
  if (*copy == '\0')
    return TRUE;
  if (measure == OUTLAY_MEASURE_DATE)
    return read_day (copy, upper, figure);
  while (*rest != '\0' && !g_ascii_isdigit (*rest))
    rest++;
  if (!read_millionths (&rest, &millionths))
    return FALSE;
  while (*rest != '\0' && !g_unichar_isalpha (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  scale = find_scale (measure, rest);
  if (scale == 0)
    return FALSE;
  product = (__int128)millionths * scale
            * (measure == OUTLAY_MEASURE_AMOUNT ? OUTLAY_MONEY_UNIT : 1) / 1000000;
  *figure = product > G_MAXINT64 / 100 ? G_MAXINT64 / 100 : (gint64)product;
  return TRUE;
}

/**
 * outlay_range_to_text:
 * @currency: of amounts
 *
 * Returns: (transfer full): @range in words: "from $5 bn", "300 MW – 1 GW", "Q4 2025".
 */
char *
outlay_range_to_text (OutlayMeasure measure, const OutlayRange *range, const char *currency)
{
  g_autofree char *low
    = range->low != G_MININT64 ? outlay_bound_to_text (measure, range->low, currency, FALSE) : NULL;
  g_autofree char *high = range->high != G_MAXINT64
                            ? outlay_bound_to_text (measure, range->high, currency, TRUE)
                            : NULL;

  if (low == NULL && high == NULL)
    return g_strdup (C_ ("range", "any"));
  if (high == NULL)
    return outlay_format_fill (C_ ("range", "from {low}"), "low", low, NULL);
  if (low == NULL)
    return outlay_format_fill (C_ ("range", "to {high}"), "high", high, NULL);
  /* A quarter is its own first and last one. */
  if (strcmp (low, high) == 0)
    return g_steal_pointer (&low);
  return outlay_format_join_wide_range (low, high);
}
