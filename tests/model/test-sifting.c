/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/outlay-text.h"
#include "model/index/outlay-card-text.h"
#include "model/index/outlay-key-order.h"
#include "model/index/outlay-sifting.h"
#include "records.h"

#define N_DEALS 300

/* More than are sifted on the main thread. */
#define N_MANY 5000

static const char *const names[] = {"Acme", "Borealis", "Calder", "Dunmore", "Épure", "Fjord"};
static const char *const amounts[]
  = {"USD exact 1", "EUR up_to 7", "JPY at_least 300", "USD vague 40", NULL};
static const char *const dates[] = {"2024", "2025-H2", "2026-03", "2026-03-14", NULL};
static const char *const countries[] = {"NO", "VN", "FR", NULL};
static const char *const voices[] = {"paper/en", "daily/de|paper/en", "báo/vi", "/en", NULL};

#define PICK(list) list[g_test_rand_int_range (0, G_N_ELEMENTS (list))]

static Record
invent (void)
{
  return (Record){
    .kind = (OutlayKind)g_test_rand_int_range (0, OUTLAY_N_KINDS),
    .status = (OutlayStatus)g_test_rand_int_range (0, OUTLAY_N_STATUSES),
    .investor = PICK (names),
    .recipient = PICK (names),
    .amount = PICK (amounts),
    .date = PICK (dates),
    .country = PICK (countries),
    .megawatts = g_test_rand_int_range (0, 4) * 250,
    .sources = PICK (voices),
    .review = g_test_rand_bit (),
    .conflicts = (guint)g_test_rand_int_range (0, 2),
  };
}

static OutlayDealRecord *
invent_deal (gint64 id)
{
  Record record = invent ();
  OutlayDealRecord *deal = record_make (&record, id);

  deal->starred = g_test_rand_bit ();
  if (g_test_rand_int_range (0, 5) == 0)
    deal->whole = g_test_rand_int_range (1, N_DEALS);
  return deal;
}

static GPtrArray *
invent_deals (guint count)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (deals, invent_deal (i + 1));
  return deals;
}

static OutlayDealIndex *
index_deals (const GPtrArray *deals)
{
  OutlayDealIndex *index = outlay_deal_index_new (FALSE);

  for (guint i = 0; i < deals->len; i++)
    outlay_deal_index_add (index, deals->pdata[i]);
  outlay_deal_index_finish (index);
  return index;
}

/* Chooses, ranges, points elsewhere or starts again. */
static void
change_filter (OutlayFilter *filter, const OutlayDealIndex *index)
{
  OutlayFacet facet = (OutlayFacet)g_test_rand_int_range (0, OUTLAY_N_FACETS);
  const GPtrArray *keys = outlay_deal_index_get_keys (index, facet);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      outlay_filter_reset (filter);
      return;
    case 1:
      filter->scope = (OutlayScope)g_test_rand_int_range (0, OUTLAY_SCOPE_STARRED + 1);
      return;
    case 2:
      filter->role = g_test_rand_int_range (OUTLAY_ANY_ROLE, OUTLAY_N_ROLES);
      return;
    case 3:
      filter->ranges[OUTLAY_MEASURE_CAPACITY]
        = (OutlayRange){g_test_rand_int_range (0, 600000), G_MAXINT64, g_test_rand_bit ()};
      return;
    default:
      if (keys->len > 0)
        outlay_filter_choose (filter, facet, keys->pdata[g_test_rand_int_range (0, (int)keys->len)],
                              (OutlayChoice)g_test_rand_int_range (0, 3));
    }
}

static OutlayOrder
pick_order (void)
{
  return (OutlayOrder){(OutlaySort)g_test_rand_int_range (0, OUTLAY_N_SORTS), g_test_rand_bit ()};
}

/* All that a sifting tells, in words that two indexes of the same deals share. */
static char *
tell (const OutlaySifting *sifting)
{
  GString *text = g_string_new (NULL);
  g_autofree char *totals = outlay_totals_dup_text (&sifting->totals, 9);

  g_string_append_printf (text, "%s, %u without\n", totals, sifting->totals.n_without_amount);
  g_string_append_printf (text, "largest %" G_GINT64_FORMAT "\n", sifting->largest);
  for (guint i = 0; i < sifting->rows->len; i++)
    g_string_append_printf (
      text, "%" G_GINT64_FORMAT " ",
      outlay_deal_index_get_row (sifting->index, g_array_index (sifting->rows, guint32, i))->id);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_auto (OutlayFacets) facets = {0};
      outlay_facets_copy (&facets, &sifting->facets);
      g_autoptr (GArray) values
        = outlay_facets_list_values (&facets, sifting->index, &sifting->filter, (OutlayFacet)facet);

      for (guint i = 0; i < values->len; i++)
        g_string_append_printf (text, "\n%s %u", g_array_index (values, OutlayFacetValue, i).label,
                                g_array_index (values, OutlayFacetValue, i).count);
    }
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      const OutlayHistogram *histogram = &sifting->histograms[measure];

      g_string_append_printf (text, "\nunstated %u:", histogram->n_unstated);
      for (guint i = 0; i < histogram->n_bars; i++)
        g_string_append_printf (text, " %u/%u", histogram->live[i], histogram->all[i]);
    }
  return g_string_free (text, FALSE);
}

static OutlaySifting *
sift (const OutlaySifting *before,
      OutlayDealIndex *index,
      const OutlayFilter *filter,
      OutlayOrder order)
{
  OutlaySifting *sifting = outlay_sifting_new (before, index, filter, order, "EUR");

  outlay_sifting_run (sifting);
  return sifting;
}

static void
assert_counted_anew (const OutlaySifting *sifting)
{
  g_autoptr (OutlaySifting) fresh = sift (NULL, sifting->index, &sifting->filter, sifting->order);
  g_autofree char *expected = tell (fresh);
  g_autofree char *told = tell (sifting);

  g_assert_cmpstr (told, ==, expected);
}

static void
keep_what_holds (void)
{
  g_autoptr (GPtrArray) deals = invent_deals (N_DEALS);
  g_autoptr (OutlayDealIndex) index = index_deals (deals);
  g_auto (OutlayFilter) filter;
  OutlayOrder order = pick_order ();

  outlay_filter_init (&filter);
  g_autoptr (OutlaySifting) sifting = sift (NULL, index, &filter, order);
  for (guint i = 0; i < 40; i++)
    {
      /* Now and then another order alone is asked for. */
      if (g_test_rand_bit ())
        change_filter (&filter, index);
      order = g_test_rand_bit () ? pick_order () : order;
      OutlaySifting *next = sift (sifting, index, &filter, order);
      outlay_sifting_free (sifting);
      sifting = next;
      assert_counted_anew (sifting);
    }
}

static void
count_stars (void)
{
  g_autoptr (GPtrArray) deals = invent_deals (N_DEALS);
  g_autoptr (OutlayDealIndex) index = index_deals (deals);
  g_auto (OutlayFilter) filter;
  guint n_counted = 0;

  outlay_filter_init (&filter);
  for (guint i = 0; i < 60; i++)
    {
      guint row = (guint)g_test_rand_int_range (0, N_DEALS);
      gboolean starred
        = (outlay_deal_index_get_row (index, row)->traits >> OUTLAY_TRAIT_STARRED) & 1;

      change_filter (&filter, index);
      g_autoptr (OutlaySifting) sifting = sift (NULL, index, &filter, pick_order ());
      g_assert_false (outlay_deal_index_set_starred (index, row, starred));
      g_assert_true (outlay_deal_index_set_starred (index, row, !starred));
      if (outlay_sifting_count_star (sifting, row))
        {
          n_counted++;
          assert_counted_anew (sifting);
        }
      g_autoptr (OutlaySifting) next = sift (sifting, index, &filter, sifting->order);
      assert_counted_anew (next);
    }
  g_assert_cmpuint (n_counted, >, 0);
}

/* What the cards say of all deals, and what a search finds in them. */
static void
assert_same_cards (OutlayDealIndex *index, OutlayDealIndex *expected)
{
  g_assert_cmpuint (outlay_deal_index_get_n_deals (index), ==,
                    outlay_deal_index_get_n_deals (expected));
  for (guint row = 0; row < outlay_deal_index_get_n_deals (index); row++)
    {
      gboolean whole;
      g_autoptr (OutlayDealRecord) told = outlay_deal_index_dup_record (index, row, &whole);
      g_autofree char *text = outlay_card_text_new (told);

      g_assert_cmpint (told->id, ==, outlay_deal_index_get_row (expected, row)->id);
      g_assert_cmpstr (text, ==, outlay_deal_index_get_card_text (expected, row));
      g_assert_cmpstr (outlay_deal_index_get_card_text (index, row), ==, text);
    }
}

/* Deals change, go and come; @ids tells which, and returns those of them that are there. */
static GPtrArray *
change_deals (GPtrArray *deals, GArray *ids)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GPtrArray) after
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  gint64 last = ((OutlayDealRecord *)deals->pdata[deals->len - 1])->id + 3;
  guint next = 0;

  for (gint64 id = 1; id <= last; id++)
    {
      OutlayDealRecord *before = next < deals->len ? deals->pdata[next] : NULL;
      gboolean known = before != NULL && before->id == id;
      gboolean touched = g_test_rand_int_range (0, 12) == 0;

      next += known;
      if (!touched && known)
        g_ptr_array_add (after, outlay_deal_record_ref (before));
      if (!touched)
        continue;
      g_array_append_val (ids, id);
      if (g_test_rand_int_range (0, 3) == 0)
        continue;
      g_ptr_array_add (after, invent_deal (id));
      g_ptr_array_add (changed, outlay_deal_record_ref (after->pdata[after->len - 1]));
    }
  g_ptr_array_set_size (deals, 0);
  for (guint i = 0; i < after->len; i++)
    g_ptr_array_add (deals, outlay_deal_record_ref (after->pdata[i]));
  return changed;
}

static void
change_index (void)
{
  g_autoptr (GPtrArray) deals = invent_deals (N_DEALS);
  g_autoptr (OutlayDealIndex) index = index_deals (deals);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_auto (OutlayFilter) filter;

      if (g_test_rand_bit ())
        outlay_deal_index_get_card_text (index, 0);
      g_autoptr (GPtrArray) changed = change_deals (deals, ids);
      OutlayDealIndex *next = outlay_deal_index_new_changed (index, ids, changed);
      g_autoptr (OutlayDealIndex) expected = index_deals (deals);
      assert_same_cards (next, expected);
      g_assert_true (ids->len == 0
                     || outlay_deal_index_may_differ (next, index, g_array_index (ids, gint64, 0)));
      g_assert_false (outlay_deal_index_may_differ (next, index, G_MAXINT64));
      g_assert_true (outlay_deal_index_may_differ (expected, index, G_MAXINT64));
      outlay_filter_init (&filter);
      change_filter (&filter, index);
      g_autoptr (OutlaySifting) sifting = sift (NULL, next, &filter, pick_order ());
      g_autoptr (OutlaySifting) wanted = sift (NULL, expected, &filter, sifting->order);
      g_autofree char *told = tell (sifting);
      g_autofree char *should = tell (wanted);
      g_assert_cmpstr (told, ==, should);
      outlay_deal_index_unref (index);
      index = next;
    }
}

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const OutlayKeyed *first = a;
  const OutlayKeyed *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

static void
order_keys (void)
{
  static const gint64 ends[] = {G_MININT64, G_MAXINT64, -1, 0, 1, 255, 256, -256};

  for (guint count = 0; count < 600; count += 99)
    {
      g_autofree OutlayKeyed *entries = g_new (OutlayKeyed, count + 1);
      g_autofree OutlayKeyed *expected = NULL;

      for (guint i = 0; i < count; i++)
        entries[i] = (OutlayKeyed){
          g_test_rand_bit () ? PICK (ends) : g_test_rand_int_range (-3000, 3000), i};
      expected = g_memdup2 (entries, (count + 1) * sizeof *entries);
      qsort (expected, count, sizeof *expected, compare_keyed);
      outlay_keyed_order (entries, count);
      for (guint i = 0; i < count; i++)
        {
          g_assert_cmpint (entries[i].key, ==, expected[i].key);
          g_assert_cmpuint (entries[i].row, ==, expected[i].row);
        }
    }
}

static void
wait_for_sifting (OutlayViewState *state)
{
  while (outlay_view_state_is_partial (state))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_equal (const OutlayFacetValue *value, const OutlayFacetValue *wanted)
{
  g_assert_true (value->key == wanted->key);
  g_assert_cmpstr (value->label, ==, wanted->label);
  g_assert_cmpuint (value->count, ==, wanted->count);
  g_assert_cmpuint (value->choice, ==, wanted->choice);
  g_assert_cmpint (value->within, ==, wanted->within);
}

static void
assert_shows (OutlayViewState *state, const OutlayFilter *filter, OutlayOrder order)
{
  OutlayDealIndex *index = outlay_store_get_index (outlay_view_state_get_store (state));
  g_autoptr (OutlaySifting) expected = outlay_sifting_new (NULL, index, filter, order, "");
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *shown = records_list_shown (state);

  outlay_sifting_run (expected);
  g_autofree char *sums = outlay_totals_dup_text (&expected->totals, 9);
  g_autofree char *shown_sums = outlay_totals_dup_text (outlay_view_state_get_totals (state), 9);
  for (guint i = 0; i < expected->rows->len; i++)
    g_string_append_printf (
      ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
      outlay_deal_index_get_row (index, g_array_index (expected->rows, guint32, i))->id);
  g_assert_cmpstr (shown, ==, ids->str);
  g_assert_cmpstr (shown_sums, ==, sums);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_autoptr (GArray) values = outlay_view_state_list_facet (state, (OutlayFacet)facet);
      g_autoptr (GArray) wanted
        = outlay_facets_list_values (&expected->facets, index, filter, (OutlayFacet)facet);

      g_assert_cmpuint (values->len, ==, wanted->len);
      for (guint i = 0; i < values->len; i++)
        assert_equal (&g_array_index (values, OutlayFacetValue, i),
                      &g_array_index (wanted, OutlayFacetValue, i));
    }
}

/* What was asked for last is shown, whatever the workers did in between. */
static void
sift_in_worker (void)
{
  g_autofree Record *records = g_new (Record, N_MANY);
  g_auto (OutlayFilter) filter;
  OutlayOrder order = {OUTLAY_SORT_NEWEST, FALSE};

  for (guint i = 0; i < N_MANY; i++)
    records[i] = invent ();
  g_autoptr (OutlayViewState) state = records_show (records, N_MANY);
  outlay_filter_init (&filter);
  for (guint i = 0; i < 12; i++)
    {
      const char *key = outlay_kind_to_string ((OutlayKind)(i % OUTLAY_N_KINDS));
      OutlayChoice choice = (OutlayChoice)(1 + i % 2);
      gboolean changed = outlay_filter_choose (&filter, OUTLAY_FACET_KIND, key, choice);

      outlay_view_state_choose (state, OUTLAY_FACET_KIND, key, choice);
      g_assert_true (!changed || outlay_view_state_is_partial (state));
      order.sort = (OutlaySort)(i % OUTLAY_N_CARD_SORTS);
      outlay_view_state_set_sort (state, order.sort);
      if (i % 3 == 0)
        continue;
      wait_for_sifting (state);
      assert_shows (state, &filter, order);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sifting/what is kept of the one before comes to what counting all would",
                   keep_what_holds);
  g_test_add_func ("/sifting/a star that is counted comes to what counting all would", count_stars);
  g_test_add_func ("/sifting/an index with changes tells what one read anew would", change_index);
  g_test_add_func ("/sifting/keys are ordered as comparing them would", order_keys);
  g_test_add_func ("/sifting/a worker thread finds what the main thread would", sift_in_worker);
  return g_test_run ();
}
