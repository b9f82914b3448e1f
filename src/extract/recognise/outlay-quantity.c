/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-quantity.h"

#include "extract/recognise/outlay-number-words.h"

/* Digits that a figure may have; more is no amount, and would not fit. */
#define MOST_DIGITS 17

static gboolean
scale_up (gint64 *value, int exponent)
{
  for (; exponent > 0 && *value != 0; exponent--)
    {
      if (*value > G_MAXINT64 / 10)
        return FALSE;
      *value *= 10;
    }
  for (; exponent < 0; exponent++)
    *value /= 10;
  return TRUE;
}

/**
 * outlay_quantity_get_value:
 * @exponent: power of ten of the unit wanted, below the unit that @quantity counts
 * @value: (out): how many of them
 *
 * Returns: whether it fits.
 */
gboolean
outlay_quantity_get_value (const OutlayQuantity *quantity, int exponent, gint64 *value)
{
  *value = quantity->mantissa;
  return scale_up (value, quantity->exponent + exponent);
}

static guint
append_digits (const OutlayScan *scan, guint at, gint64 *mantissa)
{
  const char *text = outlay_scan_get_text (scan, at);
  const char *end = text + (scan->tokens[at].end - scan->tokens[at].start);
  guint n_digits = 0;

  for (; text < end; text = g_utf8_next_char (text), n_digits++)
    {
      if (n_digits >= MOST_DIGITS || *mantissa > G_MAXINT64 / 100)
        return G_MAXUINT;
      *mantissa = *mantissa * 10 + g_unichar_digit_value (g_utf8_get_char (text));
    }
  return n_digits;
}

static guint
count_digits (const OutlayScan *scan, guint at)
{
  const OutlayToken *token = &scan->tokens[at];
  guint bytes = token->end - token->start;

  return (guchar)*outlay_scan_get_text (scan, at) < 0x80 ? bytes : bytes / 3;
}

/* The marks between runs of digits from @at on: their number, their sort and the groups' sizes. */
typedef struct
{
  guint n_runs;
  gunichar marks[8];
  guint at[9];
} Runs;

static gunichar
read_mark (const OutlayScan *scan, guint at)
{
  gunichar mark = g_utf8_get_char (outlay_scan_get_text (scan, at));

  switch (mark)
    {
    case 0x2019:
    case 0x2018:
      return '\'';
    case 0xff0c:
      return ',';
    case 0xff0e:
      return '.';
    default:
      return mark;
    }
}

static gboolean
is_group_mark (const OutlayScan *scan, gunichar mark)
{
  return g_utf8_strchr (scan->lexicon->groups, -1, mark) != NULL;
}

/* Whether digits follow @at behind a space that groups: exactly three, and no more digits glued. */
static gboolean
follows_by_space (const OutlayScan *scan, guint at)
{
  guint32 flags = at + 1 < scan->n_tokens ? scan->tokens[at + 1].flags : 0;

  if (!(flags & OUTLAY_TOKEN_NUMBER) || flags & (OUTLAY_TOKEN_GLUED | OUTLAY_TOKEN_NEW_LINE))
    return FALSE;
  return (flags & OUTLAY_TOKEN_NARROW || is_group_mark (scan, ' '))
         && count_digits (scan, at + 1) == 3;
}

static void
read_runs (const OutlayScan *scan, guint at, Runs *runs)
{
  runs->n_runs = 1;
  runs->at[0] = at;
  while (runs->n_runs < G_N_ELEMENTS (runs->at))
    {
      guint last = runs->at[runs->n_runs - 1];
      guint next;
      gunichar mark;

      if (outlay_scan_looks (scan, last + 1, OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_GLUED)
          && outlay_scan_looks (scan, last + 2, OUTLAY_TOKEN_NUMBER | OUTLAY_TOKEN_GLUED))
        {
          mark = read_mark (scan, last + 1);
          next = last + 2;
          if (mark != scan->decimal && !is_group_mark (scan, mark) && mark != '.' && mark != ',')
            return;
        }
      else if (count_digits (scan, last) <= 3 && follows_by_space (scan, last))
        {
          mark = ' ';
          next = last + 1;
        }
      else
        return;
      runs->marks[runs->n_runs - 1] = mark;
      runs->at[runs->n_runs++] = next;
    }
}

/* Groups are of three digits; in India those before the last are of two. */
static gboolean
is_grouped (const OutlayScan *scan, const Runs *runs, guint n_runs)
{
  if (count_digits (scan, runs->at[0]) > 3)
    return FALSE;
  for (guint i = 1; i < n_runs; i++)
    {
      guint n_digits = count_digits (scan, runs->at[i]);

      if (runs->marks[i - 1] != runs->marks[0])
        return FALSE;
      if (n_digits != 3 && (n_digits != 2 || i + 1 == n_runs))
        return FALSE;
    }
  return TRUE;
}

/* How many of @runs belong to one figure, and whether the last of them is its decimals. */
static guint
split_runs (const OutlayScan *scan, const Runs *runs, gboolean *decimals)
{
  guint n_runs = runs->n_runs;

  *decimals = FALSE;
  if (n_runs == 1)
    return 1;
  if (n_runs == 2)
    {
      gunichar mark = runs->marks[0];
      gboolean three = count_digits (scan, runs->at[1]) == 3;

      *decimals = mark != ' ' && mark != '\''
                  && (mark == scan->decimal || !three || count_digits (scan, runs->at[0]) > 3);
      return 2;
    }
  if (is_grouped (scan, runs, n_runs))
    return n_runs;
  *decimals = runs->marks[n_runs - 2] != runs->marks[0] && runs->marks[n_runs - 2] != ' ';
  return *decimals && is_grouped (scan, runs, n_runs - 1) ? n_runs : 0;
}

/**
 * outlay_quantity_read_digits:
 * @quantity: (out): the number, without a scale
 *
 * Reads digits with the marks that the language sets between them.
 *
 * Returns: whether the token @at begins such a number.
 */
gboolean
outlay_quantity_read_digits (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  gboolean decimals;
  Runs runs;

  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_NUMBER))
    return FALSE;
  *quantity = (OutlayQuantity){.digits = TRUE, .hedge = -1};
  read_runs (scan, at, &runs);
  guint n_runs = split_runs (scan, &runs, &decimals);
  if (n_runs == 0)
    return FALSE;
  for (guint i = 0; i < n_runs; i++)
    {
      guint n_digits = append_digits (scan, runs.at[i], &quantity->mantissa);

      if (n_digits == G_MAXUINT)
        return FALSE;
      if (decimals && i + 1 == n_runs)
        quantity->exponent = -(int)n_digits;
    }
  quantity->end = runs.at[n_runs - 1] + 1;
  return TRUE;
}

/**
 * outlay_quantity_skip_hyphen:
 *
 * Returns: @at, or behind the hyphen there that ties two parts of one word ("100-million").
 */
guint
outlay_quantity_skip_hyphen (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_GLUED)
      || !outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_GLUED))
    return at;
  gunichar c = g_utf8_get_char (outlay_scan_get_text (scan, at));
  return c == '-' || c == 0x2010 || c == 0x2011 ? at + 1 : at;
}

/* Digits before a multiplying word: "5천"; one that is a scale word too is read as that. */
static guint
multiply_digits (const OutlayScan *scan, OutlayQuantity *quantity)
{
  const OutlayHit *times = outlay_scan_find (scan, quantity->end, OUTLAY_ENTRY_NUMBER_TIMES);

  if (times == NULL || !outlay_scan_goes_on (scan, quantity->end)
      || outlay_scan_has (scan, quantity->end, OUTLAY_ENTRY_SCALE)
      || quantity->mantissa >= G_MAXINT64 / 10000 / times->entry->number)
    return 0;
  quantity->mantissa *= times->entry->number;
  quantity->end = times->end;
  return (guint)times->entry->number;
}

/* Digits and multiplying words in turn: "3천100", "2천5백". */
static void
read_mixed_digits (const OutlayScan *scan, OutlayQuantity *quantity)
{
  guint factor = multiply_digits (scan, quantity);
  OutlayQuantity rest;

  while (factor > 0 && quantity->exponent == 0
         && outlay_scan_looks (scan, quantity->end, OUTLAY_TOKEN_GLUED)
         && outlay_quantity_read_digits (scan, quantity->end, &rest) && rest.exponent == 0)
    {
      guint lesser = multiply_digits (scan, &rest);

      if (rest.mantissa >= factor)
        return;
      quantity->mantissa += rest.mantissa;
      quantity->end = rest.end;
      factor = lesser;
    }
}

/* "several", "tens of", "hàng trăm": one or more vague words, which multiply. */
static gboolean
read_vague (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  const OutlayHit *hit;

  *quantity = (OutlayQuantity){.mantissa = 1, .vague = TRUE, .hedge = -1, .end = at};
  while ((hit = outlay_scan_find (scan, quantity->end, OUTLAY_ENTRY_VAGUE)) != NULL
         && outlay_scan_goes_on (scan, quantity->end == at ? at + 1 : quantity->end)
         && quantity->mantissa <= 1000)
    {
      quantity->mantissa *= hit->entry->number;
      quantity->end = hit->end;
    }
  const OutlayHit *times = outlay_scan_find (scan, quantity->end, OUTLAY_ENTRY_NUMBER_TIMES);
  if (quantity->end > at && times != NULL)
    {
      quantity->mantissa *= times->entry->number;
      quantity->end = times->end;
    }
  return quantity->end > at;
}

/* Where a scale word may stand behind a number: past a hyphen and at most one
 * filler, or past the link of "une dizaine de". */
static guint
skip_filler (const OutlayScan *scan, guint at, gboolean about)
{
  const OutlayHit *filler = outlay_scan_find (scan, at, OUTLAY_ENTRY_FILLER);

  if (filler == NULL && about)
    filler = outlay_scan_find (scan, at, OUTLAY_ENTRY_LINK);
  return filler != NULL && outlay_scan_goes_on (scan, at) ? filler->end
                                                          : outlay_quantity_skip_hyphen (scan, at);
}

/* Whether a longer unit begins with the scale word: "兆瓦" is a megawatt. */
static gboolean
is_unit (const OutlayScan *scan, const OutlayHit *scale)
{
  const OutlayHit *unit = outlay_scan_find (scan, scale->first, OUTLAY_ENTRY_POWER);
  const OutlayHit *other = outlay_scan_find (scan, scale->first, OUTLAY_ENTRY_NOT_POWER);

  return (unit != NULL && unit->end > scale->end) || (other != NULL && other->end > scale->end);
}

/* Multiplies by all scale words from @at on: "nghìn tỷ", "lakh crore". Returns where they end. */
static guint
read_scales (const OutlayScan *scan, guint at, int *scale)
{
  const OutlayHit *hit;
  guint first = at, end = at;

  *scale = 0;
  while ((at == first || outlay_scan_goes_on (scan, at))
         && (hit = outlay_scan_find (scan, at, OUTLAY_ENTRY_SCALE)) != NULL
         && *scale + (int)hit->entry->number <= 16 && !is_unit (scan, hit))
    {
      *scale += (int)hit->entry->number;
      end = hit->end;
      at = outlay_quantity_skip_hyphen (scan, end);
    }
  return end;
}

/* "1.5 tỷ rưỡi", "un milliard et demi": adds a part of the scale. */
static void
add_plus (const OutlayScan *scan, OutlayQuantity *quantity, int scale)
{
  const OutlayHit *plus = outlay_scan_find (scan, quantity->end, OUTLAY_ENTRY_NUMBER_PLUS);
  gint64 value = quantity->mantissa;

  if (plus == NULL || quantity->exponent + 3 - scale < -3
      || !scale_up (&value, quantity->exponent + 3 - scale))
    return;
  quantity->mantissa = value + plus->entry->number;
  quantity->exponent = scale - 3;
  quantity->end = plus->end;
}

static gboolean
read_plain (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  if (outlay_quantity_read_digits (scan, at, quantity))
    {
      read_mixed_digits (scan, quantity);
      return TRUE;
    }
  return outlay_number_words_read (scan, at, quantity);
}

/* Number words count in thousandths; a whole number of them is wanted. */
static void
drop_noughts (OutlayQuantity *quantity, int exponent)
{
  while (quantity->exponent < exponent && quantity->mantissa % 10 == 0 && quantity->mantissa != 0)
    {
      quantity->mantissa /= 10;
      quantity->exponent++;
    }
}

/* Whether the number that ends before @end is the rest of the one glued before it: "2万4000" kW. */
static gboolean
is_rest (const OutlayScan *scan, guint at, guint end)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED)
         && outlay_scan_looks (scan, end, OUTLAY_TOKEN_GLUED)
         && (outlay_scan_has (scan, end, OUTLAY_ENTRY_POWER)
             || outlay_scan_has (scan, end, OUTLAY_ENTRY_CURRENCY_WORD));
}

/* A lesser scale with its own number behind a greater one: "1兆2000億", "1 tỷ 500 triệu", "um
 * bilhão e duzentos milhões". */
static void
add_tiers (const OutlayScan *scan, OutlayQuantity *quantity)
{
  while (outlay_scan_goes_on (scan, quantity->end) && quantity->exponent >= 0)
    {
      OutlayQuantity tier;
      gint64 value = quantity->mantissa;
      int scale;

      if (!read_plain (scan, quantity->end + outlay_scan_is_and (scan, quantity->end), &tier))
        return;
      drop_noughts (&tier, 0);
      guint end = read_scales (scan, tier.end, &scale);
      if ((end == tier.end && !is_rest (scan, quantity->end, end)) || scale >= quantity->exponent
          || tier.exponent != 0 || !scale_up (&value, quantity->exponent - scale)
          || tier.mantissa > value)
        return;
      quantity->mantissa = value + tier.mantissa;
      quantity->exponent = scale;
      quantity->end = end;
    }
}

/* "4 mil 800 millones": thousands and ones before one scale word. */
static void
add_ones (const OutlayScan *scan, OutlayQuantity *quantity)
{
  OutlayQuantity ones;
  int scale;

  if (quantity->scale != 3 || quantity->exponent != 3 || quantity->mantissa >= 1000
      || !outlay_scan_goes_on (scan, quantity->end) || !read_plain (scan, quantity->end, &ones))
    return;
  drop_noughts (&ones, 0);
  if (ones.exponent != 0 || ones.mantissa >= 1000)
    return;
  guint end = read_scales (scan, ones.end, &scale);
  if (scale < 6 || !outlay_scan_goes_on (scan, ones.end))
    return;
  quantity->mantissa = quantity->mantissa * 1000 + ones.mantissa;
  quantity->exponent = scale;
  quantity->scale = scale;
  quantity->end = end;
}

/* "mil 300 millones": the thousands in a word, the ones in digits. */
static void
add_digits_to_words (const OutlayScan *scan, OutlayQuantity *quantity)
{
  OutlayQuantity thousands = *quantity;

  drop_noughts (&thousands, 3);
  if (quantity->digits || quantity->vague || thousands.exponent != 3)
    return;
  thousands.scale = 3;
  add_ones (scan, &thousands);
  if (thousands.scale > 3)
    *quantity = thousands;
}

/* A hedge between a number and what it counts: "3800多亿", "100억여 달러". */
static guint
skip_hedge (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  const OutlayHit *hedge = outlay_scan_find (scan, at, OUTLAY_ENTRY_HEDGE_AFTER);

  if (hedge == NULL || !(scan->tokens[at].flags & OUTLAY_TOKEN_GLUED)
      || !(outlay_scan_has (scan, hedge->end, OUTLAY_ENTRY_SCALE)
           || outlay_scan_has (scan, hedge->end, OUTLAY_ENTRY_CURRENCY_WORD)
           || outlay_scan_has (scan, hedge->end, OUTLAY_ENTRY_POWER)))
    return at;
  quantity->hedge = (int)hedge->entry->number;
  return hedge->end;
}

/**
 * outlay_quantity_read:
 * @quantity: (out): the number with its scale
 *
 * Returns: whether the token @at begins a number, be it a scale word alone ("billions").
 */
gboolean
outlay_quantity_read (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  int scale;

  if (!read_vague (scan, at, quantity) && !read_plain (scan, at, quantity))
    {
      guint end = read_scales (scan, at, &scale);

      *quantity = (OutlayQuantity){
        .mantissa = 1, .vague = TRUE, .hedge = -1, .scale = scale, .exponent = scale};
      quantity->end = end;
      return scale > 0;
    }
  add_plus (scan, quantity, 0);
  guint scaled = skip_hedge (scan, quantity->end, quantity);
  if (scaled == quantity->end)
    scaled = skip_filler (scan, scaled, quantity->about);
  guint end = read_scales (scan, scaled, &scale);
  if (scale == 0 || !outlay_scan_goes_on (scan, scaled))
    {
      if (quantity->hedge >= 0)
        quantity->end = scaled;
      else
        add_digits_to_words (scan, quantity);
      return TRUE;
    }
  quantity->scale = scale;
  quantity->exponent += scale;
  quantity->end = end;
  /* Without the noughts a lesser scale can be added. */
  drop_noughts (quantity, scale);
  add_plus (scan, quantity, scale);
  add_ones (scan, quantity);
  add_tiers (scan, quantity);
  if (quantity->hedge < 0)
    quantity->end = skip_hedge (scan, quantity->end, quantity);
  return TRUE;
}
