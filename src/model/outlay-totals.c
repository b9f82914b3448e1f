/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-totals.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format.h"

/** outlay_totals_init: makes @totals count nothing. */
void
outlay_totals_init (OutlayTotals *totals)
{
  *totals = (OutlayTotals){0};
  totals->sums = outlay_sums_new ();
}

/** outlay_totals_clear: frees what @totals holds. */
void
outlay_totals_clear (OutlayTotals *totals)
{
  g_clear_pointer (&totals->sums, g_array_unref);
}

/** outlay_totals_reset: starts counting from nothing. */
void
outlay_totals_reset (OutlayTotals *totals)
{
  g_array_set_size (totals->sums, 0);
  totals->n_deals = 0;
  totals->n_all = 0;
  totals->n_without_amount = 0;
  totals->kilowatts = 0;
}

/** outlay_totals_add: counts @deal, and its amount and capacity where totals count it. */
void
outlay_totals_add (OutlayTotals *totals, const OutlayDealRow *deal)
{
  totals->n_deals++;
  if (!deal->counts)
    {
      totals->n_without_amount++;
      return;
    }
  totals->kilowatts = outlay_add_saturated (totals->kilowatts, deal->kilowatts);
  if (deal->total == OUTLAY_MONEY_UNSET)
    {
      totals->n_without_amount++;
      return;
    }
  outlay_sums_add (totals->sums, deal->currency, deal->total);
}

/**
 * outlay_totals_finish:
 * @n_all: how many deals there are under no filter
 *
 * Puts the sums in order when all deals shown are counted.
 */
void
outlay_totals_finish (OutlayTotals *totals, guint n_all)
{
  totals->n_all = n_all;
  outlay_sums_sort (totals->sums);
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
  if (totals->n_deals == totals->n_all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", totals->n_all),
                            totals->n_all);
  return g_strdup_printf (
    /* Translators: how many are shown of how many, which the plural form goes by */
    g_dngettext (GETTEXT_PACKAGE, "%u of %u deal", "%u of %u deals", totals->n_all),
    totals->n_deals, totals->n_all);
}

/**
 * outlay_totals_dup_text:
 * @most: name so many currencies, count the rest
 *
 * Returns: (transfer full): the totals on one line: "7 deals · $776 bn · €2 bn · 11.6 GW".
 */
char *
outlay_totals_dup_text (const OutlayTotals *totals, guint most)
{
  g_autofree char *count = outlay_totals_dup_count (totals);
  GString *text = g_string_new (count);

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
  if (totals->kilowatts > 0)
    {
      g_autofree char *power = outlay_format_power_compact (totals->kilowatts);

      g_string_append_printf (text, " · %s", power);
    }
  return g_string_free (text, FALSE);
}
