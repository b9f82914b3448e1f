/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-totals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

/** outlay_totals_init: makes @totals count nothing. */
void
outlay_totals_init (OutlayTotals *totals)
{
  *totals = (OutlayTotals){0};
  outlay_tally_init (&totals->tally);
  totals->sums = totals->tally.sums;
}

/** outlay_totals_clear: frees what @totals holds. */
void
outlay_totals_clear (OutlayTotals *totals)
{
  outlay_tally_clear (&totals->tally);
  totals->sums = NULL;
}

/** outlay_totals_copy: makes @copy, which holds nothing yet, share what @totals came to. */
void
outlay_totals_copy (OutlayTotals *copy, const OutlayTotals *totals)
{
  *copy = *totals;
  outlay_tally_copy (&copy->tally, &totals->tally);
}

/** outlay_totals_add: counts @deal, and its amount and capacity where totals count it. */
void
outlay_totals_add (OutlayTotals *totals, const OutlayDealRow *deal)
{
  OutlayTallyDeal entry = {
    .id = deal->id,
    .whole = deal->whole,
    .total = deal->total,
    .kilowatts = deal->kilowatts,
    .day = deal->told,
    .counts = deal->counts,
  };

  memcpy (entry.currency, deal->currency, sizeof entry.currency);
  outlay_tally_add (&totals->tally, &entry);
  totals->n_deals++;
}

/**
 * outlay_totals_finish:
 * @n_all: how many deals there are under no filter
 * @currency: (nullable): ISO 4217 code of what all sums are converted to
 *
 * Adds up when all deals shown are counted.
 */
void
outlay_totals_finish (OutlayTotals *totals, guint n_all, const char *currency)
{
  outlay_tally_finish (&totals->tally, currency);
  totals->n_all = n_all;
  totals->kilowatts = totals->tally.kilowatts;
  totals->n_without_amount = totals->n_deals - totals->tally.n_with_money;
}

/**
 * outlay_totals_dup_count:
 *
 * Returns: (transfer full): how many deals are shown, of how many: "48 deals", "7 of 48 deals".
 */
char *
outlay_totals_dup_count (const OutlayTotals *totals)
{
  if (totals->n_all == 0)
    return g_strdup (C_ ("totals", "No deals yet"));
  g_autofree char *shown = outlay_format_count (totals->n_deals);
  g_autofree char *all = outlay_format_count (totals->n_all);
  if (totals->n_deals == totals->n_all)
    return outlay_format_fill (
      g_dngettext (GETTEXT_PACKAGE, "{count} deal", "{count} deals", totals->n_all), "count", all,
      NULL);
  return outlay_format_fill (
    /* Translators: how many are shown of how many, which the plural form goes by */
    g_dngettext (GETTEXT_PACKAGE, "{shown} of {count} deal", "{shown} of {count} deals",
                 totals->n_all),
    "shown", shown, "count", all, NULL);
}

static void
append_currencies (GString *text, const OutlayTotals *totals, guint most)
{
  for (guint i = 0; i < MIN (totals->sums->len, most); i++)
    {
      const OutlaySum *sum = &g_array_index (totals->sums, OutlaySum, i);
      g_autofree char *figure = outlay_format_sum_compact (sum->currency, sum->hundredths);

      g_string_append_printf (text, " · %s", figure);
    }
  if (totals->sums->len > most)
    {
      guint rest = totals->sums->len - most;

      g_string_append (text, " · ");
      g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "%u more currency", "%u more currencies", rest), rest);
    }
}

/* What no rate is known of is no part of the sum, and said so. */
static void
append_converted (GString *text, const OutlayTally *tally)
{
  if (tally->n_converted > 0)
    {
      g_autofree char *figure = outlay_format_sum_compact (tally->currency, tally->converted);

      g_string_append_printf (text, tally->exact ? " · %s" : " · ≈ %s", figure);
    }
  if (tally->n_without_rate == 0)
    return;
  g_string_append (text, " · ");
  g_string_append_printf (
    text,
    g_dngettext (GETTEXT_PACKAGE, "%u without a rate", "%u without a rate", tally->n_without_rate),
    tally->n_without_rate);
}

/**
 * outlay_totals_dup_text:
 * @most: where currencies stand apart, name so many and count the rest
 *
 * Returns: (transfer full): the totals on one line: "7 deals · $776 bn · €2 bn · 11.6 GW", or
 *   "7 deals · ≈ $778 bn · 11.6 GW".
 */
char *
outlay_totals_dup_text (const OutlayTotals *totals, guint most)
{
  g_autofree char *count = outlay_totals_dup_count (totals);
  GString *text = g_string_new (count);

  if (totals->tally.currency[0] != '\0')
    append_converted (text, &totals->tally);
  else
    append_currencies (text, totals, most);
  if (totals->kilowatts > 0)
    {
      g_autofree char *power = outlay_format_power_compact (totals->kilowatts);

      g_string_append_printf (text, " · %s", power);
    }
  return g_string_free (text, FALSE);
}
