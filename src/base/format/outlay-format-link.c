/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "outlay-format-private.h"
#include "outlay-format.h"

#define DAYS "days="

/* The names that the reason of a link is kept by, and the words for people. */
static const struct
{
  const char *name;
  const char *words;
} names_table[] = {
  {"user", N_ ("linked by you")},
  {"investor", N_ ("same investor")},
  {"recipient", N_ ("same recipient")},
  {"party", N_ ("more parties in common")},
  {"amount", N_ ("same amount")},
  {"amount-close", N_ ("nearly the same amount")},
  {"capacity", N_ ("same capacity")},
  {"place", N_ ("same country")},
  {"budget", N_ ("budget of the same period")},
  {"announced", N_ ("announced at the same time")},
  {"called-part", N_ ("an article calls it a part")},
};

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
  for (guint i = 0; i < G_N_ELEMENTS (names_table); i++)
    {
      if (g_str_equal (name, names_table[i].name))
        return g_strdup (_ (names_table[i].words));
    }
  return NULL;
}

/**
 * outlay_format_link_reason:
 * @reason: (nullable): as an #OutlayDealClaim or an #OutlayDealSuggestion holds it
 *
 * Returns: (transfer full) (nullable): the reason in words: "same investor, same amount, published
 *   3 days apart"; %NULL where there is none.
 */
char *
outlay_format_link_reason (const char *reason)
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
