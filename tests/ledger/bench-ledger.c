/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "fixture/fixture.h"
#include "ingest/outlay-ingest.h"
#include "ingest/outlay-suggestions.h"
#include "ledger/outlay-ledger-private.h"
#include "link/outlay-link.h"

#define N_INVESTORS 997

static OutlayClaim *
make_claim (guint number, guint n_investors)
{
  OutlayClaim *claim = outlay_claim_new ();
  g_autofree char *investor = g_strdup_printf ("Investor %u", number % n_investors);
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
fill (OutlayLedger *ledger, guint first, guint n_deals, guint n_investors)
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
      g_ptr_array_add (claims, make_claim (i, n_investors));
      if (i > 0)
        g_ptr_array_add (claims, make_claim (i - 1, n_investors));
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

  fill (ledger, 0, n_small, N_INVESTORS);
  double small = time_list (ledger, n_small);
  gint64 start = g_get_monotonic_time ();
  fill (ledger, n_small, n_large - n_small, N_INVESTORS);
  g_test_message ("%u articles stored in %.2f s", n_large - n_small,
                  (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  double large = time_list (ledger, n_large);
  g_test_message ("%u deals listed in %.3f s, %u in %.3f s", n_small, small, n_large, large);
  g_assert_cmpfloat (large, <, small * 30);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

static double
time_fill (guint n_articles)
{
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);
  gint64 start = g_get_monotonic_time ();

  fill (ledger, 0, n_articles, N_INVESTORS);
  double seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_object_unref (ledger);
  fixture_remove_folder (folder);
  return seconds;
}

static void
bench_linking (void)
{
  double small = time_fill (300);
  double large = time_fill (3000);

  g_test_message ("300 articles linked in %.2f s, 3,000 in %.2f s", small, large);
  g_assert_cmpfloat (large, <, small * 20);
}

/* All is worked out anew that is suggested of deals of which every tenth is called a part; of each
 * investor there are ten. */
static double
time_suggestions (guint n_articles)
{
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);
  g_autoptr (GError) error = NULL;

  fill (ledger, 0, n_articles, n_articles / 10);
  g_assert_true (outlay_ledger_begin (ledger, &error));
  g_assert_true (outlay_connection_execute (
    outlay_ledger_get_writer (ledger),
    "UPDATE claim SET called_part = 1 WHERE id % 10 = 0;"
    "INSERT INTO suggestion_stale SELECT id FROM deal WHERE true ON CONFLICT DO NOTHING",
    &error));
  g_assert_true (outlay_ledger_commit (ledger, &error));
  gint64 start = g_get_monotonic_time ();
  g_assert_true (outlay_suggestions_catch_up (ledger, NULL, &error));
  g_assert_no_error (error);
  double seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_object_unref (ledger);
  fixture_remove_folder (folder);
  return seconds;
}

static void
bench_suggestions (void)
{
  double small = time_suggestions (400);
  double large = time_suggestions (4000);

  g_test_message ("suggestions of 400 deals in %.2f s, of 4,000 in %.2f s", small, large);
  g_assert_cmpfloat (large, <, small * 25);
}

/* A deal of very many articles of as many sources, which give 20 figures. */
static double
time_reconcile (guint n_claims)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      OutlayArticle *article = outlay_article_new ();
      OutlayClaim *claim = make_claim (0, N_INVESTORS);

      article->source = g_strdup_printf ("Source %u", i);
      article->published = outlay_date_day (2026, 1 + i % 12, 1 + i % 28);
      claim->fields.amount.high += i % 20;
      g_ptr_array_add (deal->claims, outlay_deal_claim_new (i + 1, i + 1, claim, article));
    }
  gint64 start = g_get_monotonic_time ();
  outlay_link_reconcile (deal);
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_best_reconcile (guint n_claims)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    best = MIN (best, time_reconcile (n_claims));
  return best;
}

/* What is more than ten times is memory that no longer fits the processor's own; a time that grew
 * with the square would be a hundred times. */
static void
bench_reconcile (void)
{
  double small = time_best_reconcile (1000);
  double large = time_best_reconcile (10000);

  g_test_message ("1,000 claims of one deal reconciled in %.3f s, 10,000 in %.3f s", small, large);
  g_assert_cmpfloat (large, <, small * 70);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/ten times the deals take about ten times as long to list", bench_size);
  g_test_add_func ("/link/ten times the articles take about ten times as long to link",
                   bench_linking);
  g_test_add_func ("/link/ten times the deals take about ten times as long to suggest links of",
                   bench_suggestions);
  g_test_add_func ("/link/a deal of ten times the claims takes about ten times as long to work out",
                   bench_reconcile);
  return g_test_run ();
}
