/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who funds whom, and where the money comes back to its payer. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/outlay-base.h"

/* "A,B > C 5": A and B pay 5 billion dollars to C; a leading "!" is a deal called off, "?" one
   without an amount. */
static OutlayDealRecord *
read_deal (const char *text)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();
  g_auto (GStrv) words = g_strsplit (text + (strchr ("!?", *text) != NULL), " ", -1);

  for (guint side = 0; side < 2; side++)
    {
      g_auto (GStrv) names = g_strsplit (words[side * 2], ",", -1);

      for (guint i = 0; names[i] != NULL; i++)
        outlay_fields_add_party (
          &deal->fields, side == 0 ? OUTLAY_ROLE_INVESTOR : OUTLAY_ROLE_RECIPIENT, names[i]);
    }
  deal->fields.status = *text == '!' ? OUTLAY_STATUS_CANCELLED : OUTLAY_STATUS_AGREED;
  if (*text == '?')
    return deal;
  g_strlcpy (deal->fields.amount.currency, "USD", sizeof deal->fields.amount.currency);
  deal->fields.amount.high = g_ascii_strtoll (words[3], NULL, 10) * 1000000000 * OUTLAY_MONEY_UNIT;
  return deal;
}

static OutlayFlows *
read_flows (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "; ", -1);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (deals, read_deal (lines[i]));
  return outlay_flows_new (deals, "USD");
}

static char *
describe_circles (const OutlayFlows *flows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flows->circles->len; i++)
    {
      const OutlayCircle *circle = outlay_flows_get_circle (flows, i);

      g_string_append (text, i > 0 ? "; " : "");
      for (guint j = 0; j < circle->flows->len; j++)
        {
          const OutlayFlow *flow
            = outlay_flows_get_flow (flows, g_array_index (circle->flows, guint, j));

          g_string_append_printf (text, "%s ", outlay_flows_get_party (flows, flow->payer));
        }
      g_string_append_printf (text, "%" G_GINT64_FORMAT,
                              circle->worth / OUTLAY_MONEY_UNIT / 1000000000);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *deals;
  const char *circles;
} cases[] = {
  {"money that only goes on comes not back", "A > B 5; B > C 3", ""},
  {"two that pay each other are a circle", "A > B 5; B > A 3", "A B 3"},
  {"a circle begins with its greatest flow", "A > B 5; B > C 30; C > A 4", "B C A 4"},
  {"what goes round is the least of the flows", "A > B 100; B > C 300; C > A 40", "B C A 40"},
  {"the greatest circle stands first", "A > B 5; B > A 3; C > D 9; D > C 8", "C D 8; A B 3"},
  {"of equal ones the shorter stands first", "A > B 2; B > C 2; C > A 2; B > A 2",
   "A B 2; A B C 2"},
  {"two deals of a pair are one flow", "A > B 5; A > B 7; B > A 20", "B A 12"},
  {"several payers share a deal evenly", "A,B > C 10; C > A 7", "C A 5"},
  {"a deal called off pays nothing", "A > B 5; !B > A 3", ""},
  {"a deal without an amount closes a circle all the same", "A > B 5; ?B > A", "A B 0"},
  {"who pays itself is no circle", "A > A 5", ""},
  {"no deals have no circles", "!A > B 1", ""},
};

static void
test_circles (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (OutlayFlows) flows = read_flows (cases[index].deals);
  g_autofree char *circles = describe_circles (flows);

  g_assert_cmpstr (circles, ==, cases[index].circles);
  g_assert_true (flows->complete);
}

static void
test_deals_of_circles (void)
{
  g_autoptr (OutlayFlows) flows = read_flows ("A > B 5; A > B 7; B > C 1; C > A 1; C > D 9");

  g_assert_cmpuint (flows->n_circle_deals, ==, 4);
  g_assert_cmpuint (flows->flows->len, ==, 4);
}

/* Everyone pays everyone: more circles than there are atoms, and the search ends all the same. */
static void
test_dense (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    {
      for (guint j = 0; j < 40; j++)
        g_string_append_printf (text, "%sP%u > P%u 1", text->len > 0 ? "; " : "", i, j);
    }
  g_autoptr (OutlayFlows) flows = read_flows (text->str);
  g_assert_false (flows->complete);
  g_assert_cmpuint (flows->circles->len, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/flows/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_circles);
    }
  g_test_add_func ("/flows/the deals of circles are counted once", test_deals_of_circles);
  g_test_add_func ("/flows/a ledger with too many circles to list is no trap", test_dense);
  return g_test_run ();
}
