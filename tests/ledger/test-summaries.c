/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-summaries.h"

static void
run_act (OutlayLedger *ledger, OutlayAct *act)
{
  g_autoptr (OutlayAct) taken = act;
  g_autoptr (GError) error = NULL;

  outlay_act_run (taken, ledger, NULL, &error);
  g_assert_no_error (error);
}

/* The first is starred and tagged, the second rejected, a party of the third renamed. */
static void
say_something (OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);
  g_autoptr (GArray) first = fixture_ids (((OutlayDealRecord *)deals->pdata[0])->id, 0);
  g_autoptr (GArray) second = fixture_ids (((OutlayDealRecord *)deals->pdata[1])->id, 0);
  const OutlayDealRecord *third = deals->pdata[2];

  run_act (ledger, outlay_act_new_star (first, TRUE));
  run_act (ledger, outlay_act_new_tag (first, "later", TRUE));
  run_act (ledger, outlay_act_new_reject (second, TRUE));
  run_act (ledger, outlay_act_new_read_as (outlay_fields_get_party (&third->fields, 0)->name,
                                           "Acme Holding"));
}

static void
assert_same (const OutlayDealRecord *summary, const OutlayDealRecord *deal)
{
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (summary);
  g_autoptr (GPtrArray) expected = outlay_deal_record_get_languages (deal);

  g_assert_cmpint (summary->id, ==, deal->id);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (field != OUTLAY_FIELD_AMOUNT_ALT)
        g_assert_true (
          outlay_fields_equal_field (&summary->fields, &deal->fields, (OutlayField)field));
    }
  g_assert_cmpuint (summary->conflicts, ==, deal->conflicts);
  g_assert_cmpint (summary->whole, ==, deal->whole);
  g_assert_cmpint (summary->review, ==, deal->review);
  g_assert_cmpint (summary->starred, ==, deal->starred);
  g_assert_cmpuint (summary->tags->len, ==, deal->tags->len);
  g_assert_cmpuint (summary->claims->len, ==, deal->claims->len);
  g_assert_cmpuint (outlay_deal_record_count_sources (summary), ==,
                    outlay_deal_record_count_sources (deal));
  g_assert_cmpuint (outlay_deal_record_count_copies (summary), ==,
                    outlay_deal_record_count_copies (deal));
  g_assert_cmpuint (outlay_deal_record_count_notes (summary), ==,
                    outlay_deal_record_count_notes (deal));
  g_assert_cmpuint (summary->suggestions->len, ==, deal->suggestions->len);
  g_assert_true (
    outlay_date_equal (outlay_deal_record_get_day (summary), outlay_deal_record_get_day (deal)));
  g_assert_cmpuint (languages->len, ==, expected->len);
  for (guint i = 0; i < languages->len; i++)
    g_assert_cmpstr (languages->pdata[i], ==, expected->pdata[i]);
}

static void
collect (OutlayDealRecord *deal, gpointer deals)
{
  g_ptr_array_add (deals, outlay_deal_record_ref (deal));
}

static void
assert_all_same (const GPtrArray *summaries, const GPtrArray *deals)
{
  g_assert_cmpuint (summaries->len, ==, deals->len);
  for (guint i = 0; i < deals->len; i++)
    assert_same (summaries->pdata[i], deals->pdata[i]);
}

static void
test_same (void)
{
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GPtrArray) summaries
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  say_something (ledger);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);
  outlay_ledger_foreach_summary (ledger, collect, summaries, NULL, &error);
  g_assert_no_error (error);
  assert_all_same (summaries, deals);
  for (guint i = 0; i < deals->len; i++)
    g_array_append_val (ids, ((OutlayDealRecord *)deals->pdata[i])->id);
  g_autoptr (GPtrArray) some = outlay_ledger_list_summaries (ledger, ids, NULL, &error);
  g_assert_no_error (error);
  assert_all_same (some, deals);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

static void
test_sources (void)
{
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GPtrArray) all = outlay_ledger_list_articles (ledger, NULL, NULL);
  g_autoptr (GPtrArray) sources = outlay_ledger_list_sources (ledger, NULL, NULL);
  guint n_articles = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const char *source = sources->pdata[i];
      g_autoptr (GPtrArray) articles = outlay_ledger_list_articles_of (ledger, source, NULL, NULL);

      g_assert_cmpuint (articles->len, >, 0);
      for (guint j = 0; j < articles->len; j++)
        g_assert_cmpstr (((OutlayLedgerArticle *)articles->pdata[j])->article->source, ==, source);
      if (i > 0)
        g_assert_cmpstr (sources->pdata[i - 1], <, source);
      n_articles += articles->len;
    }
  g_assert_cmpuint (sources->len, >, 2);
  g_assert_cmpuint (n_articles, ==, all->len);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

static int
get_first_day (const OutlayDealRecord *deal)
{
  GDate day;

  if (!outlay_date_is_set (deal->fields.announced))
    return 0;
  outlay_date_get_first_day (deal->fields.announced, &day);
  return (int)g_date_get_julian (&day);
}

static gboolean
has_deal (const GPtrArray *deals, gint64 id)
{
  for (guint i = 0; i < deals->len; i++)
    {
      if (((const OutlayDealRecord *)deals->pdata[i])->id == id)
        return TRUE;
    }
  return FALSE;
}

static void
test_newest (void)
{
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GPtrArray) all = outlay_ledger_list_deals (ledger, NULL, NULL);
  guint n_some = 0;

  for (guint most = 1; most <= all->len + 1; most++)
    {
      g_autoptr (GPtrArray) newest = outlay_ledger_list_newest (ledger, most, NULL, NULL);
      int oldest = G_MAXINT;

      g_assert_cmpuint (newest->len, <=, most);
      n_some += newest->len > 0 && newest->len < all->len;
      for (guint i = 0; i < newest->len; i++)
        oldest = MIN (oldest, get_first_day (newest->pdata[i]));
      for (guint i = 0; i < all->len; i++)
        {
          const OutlayDealRecord *deal = all->pdata[i];

          if (newest->len > 0 && !has_deal (newest, deal->id))
            g_assert_cmpint (get_first_day (deal), <=, oldest);
        }
    }
  g_assert_cmpuint (n_some, >, 0);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summaries/a summary says of a deal what its card shows", test_same);
  g_test_add_func ("/summaries/each article is listed under its source, once", test_sources);
  g_test_add_func ("/summaries/the newest deals are found without looking at all", test_newest);
  return g_test_run ();
}
