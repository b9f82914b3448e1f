/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-reason.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/format/outlay-format-private.h"
#include "outlay-link.h"

#define DAYS "days="
#define USER "user"

/* The name that is kept, and the words for people. */
static const struct
{
  const char *name;
  const char *words;
} agreements_table[OUTLAY_N_AGREEMENTS] = {
  [OUTLAY_AGREEMENT_INVESTOR] = {"investor", N_ ("same investor")},
  [OUTLAY_AGREEMENT_RECIPIENT] = {"recipient", N_ ("same recipient")},
  [OUTLAY_AGREEMENT_PARTY] = {"party", N_ ("more parties in common")},
  [OUTLAY_AGREEMENT_AMOUNT] = {"amount", N_ ("same amount")},
  [OUTLAY_AGREEMENT_AMOUNT_CLOSE] = {"amount-close", N_ ("nearly the same amount")},
  [OUTLAY_AGREEMENT_CAPACITY] = {"capacity", N_ ("same capacity")},
  [OUTLAY_AGREEMENT_PLACE] = {"place", N_ ("same country")},
  [OUTLAY_AGREEMENT_BUDGET] = {"budget", N_ ("budget of the same period")},
  [OUTLAY_AGREEMENT_ANNOUNCED] = {"announced", N_ ("announced at the same time")},
};

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
        g_string_append_printf (reason, "%s%s", reason->len > 0 ? " " : "",
                                agreements_table[i].name);
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

static char *
describe_days (int days)
{
  g_autofree char *number = g_strdup_printf ("%d", days);

  if (days == 0)
    return g_strdup (_ ("published on the same day"));
  return outlay_format_fill (
    ngettext ("published {days} day apart", "published {days} days apart", (gulong)days), "days",
    number, NULL);
}

static char *
describe_name (const char *name)
{
  if (g_str_has_prefix (name, DAYS))
    return describe_days (abs (atoi (name + strlen (DAYS))));
  if (g_str_equal (name, USER))
    return g_strdup (_ ("linked by you"));
  for (guint i = 0; i < OUTLAY_N_AGREEMENTS; i++)
    {
      if (g_str_equal (name, agreements_table[i].name))
        return g_strdup (_ (agreements_table[i].words));
    }
  return NULL;
}

/**
 * outlay_link_describe_reason:
 * @reason: (nullable): as an #OutlayDealClaim holds it
 *
 * Returns: (transfer full) (nullable): the reason in words: "same investor, same amount, published
 *   3 days apart"; %NULL where there is none.
 */
char *
outlay_link_describe_reason (const char *reason)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = g_strsplit (reason != NULL ? reason : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *described = describe_name (names[i]);

      if (described != NULL)
        g_ptr_array_add (words, described);
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  /* Translators: stands between the items of a list */
  return g_strjoinv (_ (", "), (GStrv)words->pdata);
}
