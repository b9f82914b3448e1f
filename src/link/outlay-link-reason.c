/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-reason.h"

#define DAYS "days="
#define USER "user"

/* The words for people are outlay_format_link_reason()'s. */
static const char *const agreement_names[OUTLAY_N_AGREEMENTS] = {
  [OUTLAY_AGREEMENT_INVESTOR] = "investor",
  [OUTLAY_AGREEMENT_RECIPIENT] = "recipient",
  [OUTLAY_AGREEMENT_PARTY] = "party",
  [OUTLAY_AGREEMENT_AMOUNT] = "amount",
  [OUTLAY_AGREEMENT_AMOUNT_CLOSE] = "amount-close",
  [OUTLAY_AGREEMENT_CAPACITY] = "capacity",
  [OUTLAY_AGREEMENT_PLACE] = "place",
  [OUTLAY_AGREEMENT_BUDGET] = "budget",
  [OUTLAY_AGREEMENT_ANNOUNCED] = "announced",
  [OUTLAY_AGREEMENT_CALLED_PART] = "called-part",
};

/**
 * outlay_link_count_days:
 *
 * Returns: how many days lie between the days of two articles, or %OUTLAY_DAYS_UNKNOWN.
 */
int
outlay_link_count_days (const OutlayArticle *a, const OutlayArticle *b)
{
  GDate day_a, day_b;

  if (a->published.unit != OUTLAY_DATE_DAY || b->published.unit != OUTLAY_DATE_DAY)
    return OUTLAY_DAYS_UNKNOWN;
  outlay_date_get_first_day (a->published, &day_a);
  outlay_date_get_first_day (b->published, &day_b);
  return ABS (g_date_days_between (&day_a, &day_b));
}

/**
 * outlay_link_make_reason:
 * @agreements: bits (1 << #OutlayAgreement)
 * @days: between the days of the articles, or %OUTLAY_DAYS_UNKNOWN
 *
 * Returns: (transfer full): why claims were linked, in a form that is kept: names apart by spaces.
 */
char *
outlay_link_make_reason (guint agreements, int days)
{
  GString *reason = g_string_new (NULL);

  for (guint i = 0; i < OUTLAY_N_AGREEMENTS; i++)
    {
      if (agreements & (1u << i))
        g_string_append_printf (reason, "%s%s", reason->len > 0 ? " " : "", agreement_names[i]);
    }
  if (days != OUTLAY_DAYS_UNKNOWN)
    g_string_append_printf (reason, "%s" DAYS "%d", reason->len > 0 ? " " : "", days);
  return g_string_free (reason, FALSE);
}

/**
 * outlay_link_make_reason_user:
 *
 * Returns: (transfer full): the reason of a link that the user made.
 */
char *
outlay_link_make_reason_user (void)
{
  return g_strdup (USER);
}
