/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "fixture/fixture.h"
#include "ingest/outlay-ingest.h"

static OutlayClaim *
make_claim (guint number)
{
  OutlayClaim *claim = outlay_claim_new ();
  g_autofree char *investor = g_strdup_printf ("Investor %u", number % 997);
  g_autofree char *recipient = g_strdup_printf ("Recipient %u", number);

  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, investor);
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_RECIPIENT, recipient);
  claim->fields.amount = (OutlayMoney){"USD", OUTLAY_MONEY_UNSET, (number + 1) * (gint64)100000000,
                                       OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
  claim->fields.announced = outlay_date_day (2020 + number % 7, 1 + number % 12, 1 + number % 28);
  outlay_fields_add_place (&claim->fields, "US");
  for (OutlayField field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      claim->confidence[field] = 90;
      outlay_claim_add_evidence (claim, field, 0, OUTLAY_PART_TEXT, (OutlaySpan){field, field + 5},
                                 "rule");
    }
  return claim;
}

/* Each article tells two deals, and every deal is told twice. */
static void
fill (OutlayLedger *ledger, guint first, guint n_deals)
{
  for (guint i = first; i < first + n_deals; i++)
    {
      g_autoptr (OutlayArticle) article = outlay_article_new ();
      g_autoptr (GPtrArray) claims
        = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
      g_autoptr (GError) error = NULL;
      OutlayIngested ingested;

      g_free (article->text);
      article->text = g_strdup_printf ("%u%2000s", i, "text");
      article->title = g_strdup_printf ("Title %u", i);
      article->source = g_strdup_printf ("Source %u", i % 40);
      g_ptr_array_add (claims, make_claim (i));
      if (i > 0)
        g_ptr_array_add (claims, make_claim (i - 1));
      outlay_ingest_article (ledger, article, claims, &ingested, &error);
      g_assert_no_error (error);
    }
}

static double
time_list (OutlayLedger *ledger, guint expected)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);

      best = MIN (best, (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_assert_no_error (error);
      g_assert_cmpuint (deals->len, ==, expected);
    }
  return best;
}

static void
bench_size (void)
{
  guint n_small = 1000;
  guint n_large = n_small * 10;
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);

  fill (ledger, 0, n_small);
  double small = time_list (ledger, n_small);
  gint64 start = g_get_monotonic_time ();
  fill (ledger, n_small, n_large - n_small);
  g_test_message ("%u articles stored in %.2f s", n_large - n_small,
                  (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  double large = time_list (ledger, n_large);
  g_test_message ("%u deals listed in %.3f s, %u in %.3f s", n_small, small, n_large, large);
  g_assert_cmpfloat (large, <, small * 30);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/ten times the deals take about ten times as long to list", bench_size);
  return g_test_run ();
}
