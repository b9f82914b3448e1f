/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Articles that come into the ledger together come to what they come to one by one: however they
 * are parted into transactions, and whatever the user did before.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/outlay-ingest.h"
#include "ingest/outlay-suggestions.h"
#include "ledger/outlay-ledger-deletions.h"

#define N_ROUNDS   8
#define N_ARTICLES 40
#define MOST_APART 12
#define N_WORDS    60

/* Of few parties, figures and days, so that most claims are alike to some others and few to all. */
static OutlayClaim *
make_claim (GRand *random)
{
  static const char *const names[] = {"Tern", "Meridian", "Borealis", "Narvik Power"};
  static const char *const countries[] = {"NO", "SE"};
  static const guint billions[] = {10, 10, 10, 11, 12, 14, 20, 40};
  OutlayClaim *claim = outlay_claim_new ();
  guint n_parties = (guint)g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n_parties; i++)
    outlay_fields_add_party (&claim->fields,
                             (OutlayRole)g_rand_int_range (random, 0, OUTLAY_N_ROLES),
                             names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))]);
  if (g_rand_int_range (random, 0, 3) == 0)
    outlay_fields_add_place (&claim->fields, countries[g_rand_int_range (random, 0, 2)]);
  claim->fields.kind
    = g_rand_int_range (random, 0, 4) == 0 ? OUTLAY_KIND_EQUITY : OUTLAY_KIND_BUILD;
  claim->fields.amount
    = (OutlayMoney){"EUR", OUTLAY_MONEY_UNSET,
                    billions[g_rand_int_range (random, 0, G_N_ELEMENTS (billions))]
                      * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT,
                    (OutlayQualifier)g_rand_int_range (random, 0, 3), OUTLAY_PER_DEAL};
  memset (claim->confidence, g_rand_int_range (random, 50, 99), sizeof claim->confidence);
  outlay_claim_add_evidence (claim, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT,
                             (OutlaySpan){(gsize)g_rand_int_range (random, 0, 50), 60}, NULL);
  return claim;
}

static char *
make_text (guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "%sw%d", i > 0 ? " " : "", g_rand_int_range (random, 0, 2000));
  return g_string_free (text, FALSE);
}

/* Some print the text of another, and some are there already. */
static OutlayArrival *
make_arrival (GRand *random, guint number)
{
  OutlayArticle *article = outlay_article_new ();
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  guint text
    = g_rand_int_range (random, 0, 4) == 0 ? (guint)g_rand_int_range (random, 0, 5) : number;

  g_free (article->text);
  article->text = make_text (text);
  article->title = g_strdup_printf ("Report %u", text);
  article->source = g_strdup_printf ("Paper %d", g_rand_int_range (random, 0, 6));
  if (g_rand_int_range (random, 0, 8) > 0)
    article->published = outlay_date_day (2026, 3, (guint)g_rand_int_range (random, 1, 12));
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    g_ptr_array_add (claims, make_claim (random));
  return outlay_arrival_new (article, claims);
}

static GPtrArray *
make_arrivals (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GPtrArray *arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_arrival_free);

  for (guint i = 0; i < N_ARTICLES; i++)
    g_ptr_array_add (arrivals, make_arrival (random, i + 10));
  return arrivals;
}

/* @random parts them; without it they come one by one. */
static void
ingest (OutlayLedger *ledger, const GPtrArray *arrivals, guint first, guint n, GRand *random)
{
  for (guint i = 0, together; i < n; i += together)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;

      together = random != NULL ? (guint)g_rand_int_range (random, 1, MOST_APART) : 1;
      together = MIN (together, n - i);
      for (guint j = 0; j < together; j++)
        g_ptr_array_add (batch, g_ptr_array_index (arrivals, first + i + j));
      outlay_ingest_articles (ledger, batch, &error);
      g_assert_no_error (error);
    }
}

static gint64
get_first_claim (const GPtrArray *deals, gint64 deal_id)
{
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->id == deal_id)
        return outlay_deal_record_get_claim (deal, 0)->id;
    }
  return 0;
}

/* The deals of a family by the one that begins first. */
static gint64
get_family (const GPtrArray *deals, gint64 family)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->family == family)
        first = MIN (first, outlay_deal_record_get_claim (deal, 0)->id);
    }
  return first;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
print_deal (const GPtrArray *deals, const OutlayDealRecord *deal)
{
  GString *line = g_string_new (NULL);
  g_autoptr (JsonObject) fields = outlay_json_from_fields (&deal->fields);
  g_autofree char *json = outlay_json_print (fields);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      g_string_append_printf (line, "%" G_GINT64_FORMAT " (%" G_GINT64_FORMAT ": %s) ", claim->id,
                              claim->text_id, claim->reason != NULL ? claim->reason : "");
    }
  g_string_append_printf (
    line, "%s conflicts %u grown %u review %d whole %" G_GINT64_FORMAT " family %" G_GINT64_FORMAT,
    json, deal->conflicts, deal->grown, deal->review, get_first_claim (deals, deal->whole),
    get_family (deals, deal->family));
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    g_string_append_printf (line, " %d", deal->chosen[field]);
  return g_string_free (line, FALSE);
}

static void
print_suggestions (GPtrArray *lines, const GPtrArray *deals, const OutlayDealRecord *deal)
{
  for (guint i = 0; i < deal->suggestions->len; i++)
    {
      const OutlayDealSuggestion *suggestion = g_ptr_array_index (deal->suggestions, i);

      g_ptr_array_add (
        lines, g_strdup_printf ("%" G_GINT64_FORMAT " suggested %" G_GINT64_FORMAT " %d %d %s",
                                get_first_claim (deals, deal->id),
                                get_first_claim (deals, suggestion->deal_id), suggestion->kind,
                                suggestion->points, suggestion->reason));
    }
}

/* All of the deals but their own ids, which tell how they came to be. */
static char *
print_ledger (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  outlay_suggestions_catch_up (ledger, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      g_ptr_array_add (lines, print_deal (deals, g_ptr_array_index (deals, i)));
      print_suggestions (lines, deals, g_ptr_array_index (deals, i));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv)lines->pdata);
}

static OutlayDealRecord *
pick_deal (const GPtrArray *deals, GRand *random)
{
  return g_ptr_array_index (deals, g_rand_int_range (random, 0, (gint32)deals->len));
}

/* Links, separates and makes parts, and deletes articles of all of that, which then come again. */
static void
do_acts (OutlayLedger *ledger, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
      g_assert_no_error (error);
      const OutlayDealRecord *deal = pick_deal (deals, random), *other = pick_deal (deals, random);
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, 0);
      g_autoptr (GArray) both = fixture_ids (deal->id, other->id);
      g_autoptr (GArray) claims = fixture_ids (claim->id, 0);
      g_autoptr (GArray) article = fixture_ids (claim->article_id, 0);

      if (i >= 3)
        fixture_act (ledger, outlay_act_new_delete_articles (article));
      else if (deal == other)
        continue;
      else if (i == 0)
        fixture_act (ledger, outlay_act_new_merge (both));
      else if (i == 1 && deal->claims->len > 1)
        fixture_act (ledger, outlay_act_new_split (deal->id, claims));
      else if (i == 2)
        fixture_act (ledger, outlay_act_new_separate (deal->id, other->id));
    }
}

/* What was deleted may come again. */
static void
forget_deletions (OutlayLedger *ledger, const GPtrArray *arrivals)
{
  g_assert_true (outlay_ledger_begin (ledger, NULL));
  for (guint i = 0; i < arrivals->len; i++)
    {
      const OutlayArticle *article = ((OutlayArrival *)g_ptr_array_index (arrivals, i))->article;
      g_autofree char *digest = outlay_ledger_dup_digest (article);
      g_autofree char *copy = outlay_ledger_dup_copy_digest (digest, article->source);

      g_assert_true (outlay_ledger_forget_deletion (ledger, copy, NULL));
    }
  g_assert_true (outlay_ledger_commit (ledger, NULL));
}

/* The ledger that a sequence of articles comes to, in random batches or one by one; half of them
 * may have come before, and the user have dealt with what they told. */
static char *
ingest_all (guint32 seed, GRand *random, gboolean acts)
{
  g_autoptr (GPtrArray) arrivals = make_arrivals (seed);
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);

  if (acts)
    {
      ingest (ledger, arrivals, 0, arrivals->len / 2, NULL);
      do_acts (ledger, seed);
      forget_deletions (ledger, arrivals);
    }
  ingest (ledger, arrivals, 0, arrivals->len, random);
  char *printed = print_ledger (ledger);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
  return printed;
}

static void
assert_same_together (guint32 first_seed, gboolean acts)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (first_seed);

  for (guint32 seed = first_seed; seed < first_seed + N_ROUNDS; seed++)
    {
      g_autofree char *one_by_one = ingest_all (seed, NULL, acts);
      g_autofree char *together = ingest_all (seed, random, acts);

      g_assert_cmpstr (together, ==, one_by_one);
    }
}

static void
test_batches (void)
{
  assert_same_together (0, FALSE);
}

static void
test_acts (void)
{
  assert_same_together (100, TRUE);
}

/* A deal is new with the first article that tells it, and known to those that come with it. */
static void
test_counts (void)
{
  g_autoptr (GPtrArray) arrivals = make_arrivals (7);
  g_autoptr (GError) error = NULL;
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);
  guint n_new = 0, n_more = 0, n_claims = 0;

  outlay_ingest_articles (ledger, arrivals, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < arrivals->len; i++)
    {
      const OutlayArrival *arrival = g_ptr_array_index (arrivals, i);

      n_new += arrival->ingested.n_new_deals;
      n_more += arrival->ingested.n_more_deals;
      n_claims += arrival->ingested.duplicate ? 0 : arrival->claims->len;
      g_assert_true (!arrival->ingested.duplicate || arrival->ingested.n_new_deals == 0);
    }
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deals->len, <, n_claims);
  g_assert_cmpuint (n_new, ==, deals->len);
  g_assert_cmpuint (n_more, ==, n_claims - deals->len);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/articles in batches give the ledger that they give one by one",
                   test_batches);
  g_test_add_func ("/together/they do after what the user linked, separated and deleted",
                   test_acts);
  g_test_add_func ("/together/a deal is new with the first of the articles that tell it",
                   test_counts);
  return g_test_run ();
}
