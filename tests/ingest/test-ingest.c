/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "fixture/fixture.h"
#include "ingest/outlay-ingest.h"

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
join_sorted (GPtrArray *strings, const char *separator)
{
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);
  return g_strjoinv (separator, (GStrv)strings->pdata);
}

/* Which articles each deal joins, whatever the order of either. */
static char *
print_clusters (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint j = 0; j < deal->claims->len; j++)
        g_ptr_array_add (names, outlay_deal_record_get_claim (deal, j)->article->id);
      g_ptr_array_add (clusters, join_sorted (names, "+"));
    }
  return join_sorted (clusters, " ");
}

static char *
ingest_in_order (const GPtrArray *entries, const guint *order)
{
  char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (folder);

  for (guint i = 0; i < entries->len; i++)
    {
      const FixtureArticle *entry = g_ptr_array_index (entries, order[i]);
      g_autoptr (GError) error = NULL;
      OutlayIngested ingested;

      outlay_ingest_article (ledger, entry->article, entry->claims, &ingested, &error);
      g_assert_no_error (error);
      g_assert_false (ingested.duplicate);
      g_assert_cmpuint (ingested.n_new_deals + ingested.n_more_deals, ==, entry->claims->len);
    }
  char *clusters = print_clusters (ledger);
  g_clear_object (&ledger);
  fixture_remove_folder (folder);
  return clusters;
}

/* The next permutation in lexicographic order. */
static gboolean
permute (guint *order, guint n)
{
  guint i = n - 1, j = n - 1;

  while (i > 0 && order[i - 1] >= order[i])
    i--;
  if (i == 0)
    return FALSE;
  while (order[j] <= order[i - 1])
    j--;
  guint last = order[i - 1];
  order[i - 1] = order[j];
  order[j] = last;
  for (guint low = i, high = n - 1; low < high; low++, high--)
    {
      guint low_value = order[low];

      order[low] = order[high];
      order[high] = low_value;
    }
  return TRUE;
}

static void
assert_any_order (const GPtrArray *entries, guint step)
{
  g_autofree guint *order = g_new (guint, entries->len);
  gboolean more = TRUE;

  for (guint i = 0; i < entries->len; i++)
    order[i] = i;
  g_autofree char *expected = ingest_in_order (entries, order);
  g_test_message ("%s", expected);
  while (more)
    {
      g_autofree char *clusters = ingest_in_order (entries, order);

      g_assert_cmpstr (clusters, ==, expected);
      for (guint i = 0; i < step && more; i++)
        more = permute (order, entries->len);
    }
}

static void
test_order_of_own (void)
{
  g_autofree char *path = fixture_dup_path ("articles.jsonl");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fixture_read (path, &error);

  g_assert_no_error (error);
  assert_any_order (entries, 997);
}

static void
test_order_of_seeds (void)
{
  g_autofree char *path = fixture_dup_shared_path ("gold/seeds.jsonl");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_test_skip ("the annotated articles are not there");
      return;
    }
  g_autoptr (GPtrArray) entries = fixture_read (path, &error);
  g_assert_no_error (error);
  assert_any_order (entries, 3);
}

static void
test_seeds (void)
{
  g_autofree char *path = fixture_dup_shared_path ("gold/seeds.jsonl");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_test_skip ("the annotated articles are not there");
      return;
    }
  char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (folder);
  g_assert_true (fixture_fill (ledger, path, &error));
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  guint n_joined = 0;
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (deal);

      if (languages->len != 3)
        continue;
      n_joined++;
      g_assert_cmpint (outlay_money_get_figure (&deal->fields.amount), ==,
                       G_GINT64_CONSTANT (50000000000) * OUTLAY_MONEY_UNIT);
      g_assert_cmpuint (deal->fields.parties->len, ==, 2);
      g_assert_cmpuint (deal->conflicts, ==, 0);
    }
  g_assert_cmpuint (n_joined, ==, 1);
  g_assert_cmpuint (deals->len, >=, 6);
  g_assert_cmpuint (deals->len, <=, 7);
  g_clear_object (&ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingest/the order of import doesn’t change which articles a deal joins",
                   test_order_of_own);
  g_test_add_func ("/ingest/nor does it for the seeds", test_order_of_seeds);
  g_test_add_func ("/ingest/three seeds in three languages tell one deal", test_seeds);
  return g_test_run ();
}
