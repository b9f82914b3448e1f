/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/outlay-copies.h"
#include "ingest/outlay-ingest.h"
#include "ledger/outlay-connection.h"

#define AGENCY_HEAD                                                                                \
  "Acme Grid said on Tuesday it would spend billions of dollars on a data centre campus near "     \
  "Columbus, its largest single project so far. The site will draw 400 megawatts once all four "   \
  "halls are running in late 2028, the company said in a statement."
#define AGENCY_TAIL                                                                                \
  "The county will waive property taxes for fifteen years in return for a new substation and 180 " \
  "permanent jobs. Residents had asked for limits on noise and water use, and the council added "  \
  "both to the permit last week, its speaker said on the phone."
#define INTRODUCTION                                                                               \
  "Our region gets one of the biggest investments in its history, and here is what we know."
#define OWN                                                                                        \
  "Columbus is about to become home to a very large computing campus. After two years of talks a " \
  "former soybean farm was picked, where about two hundred neighbours came to ask about traffic, " \
  "wells and the hum of cooling fans. The first hall shall open in 2027 and the last a year "      \
  "later."
#define OTHER_OWN                                                                                  \
  "Bulldozers will arrive before the harvest is in, say two people who know the schedule. Taxes "  \
  "are waived for a long time, which not everyone on the council liked, and the grid operator has" \
  " yet to sign. Our reporter walked the fence and counted survey marks at every hundred steps."

#define LATE_OWN                                                                                   \
  "Six halls instead of four were on the drawings that lay open in the town library this week. "   \
  "An "                                                                                            \
  "engineer from Cleveland counted them for us and named the price of each. Whoever lives on the " \
  "south road will see cranes from the kitchen window for the better part of three winters."

typedef struct
{
  const char *name;
  const char *source;
  const char *day;
  const char *text;
  guint billions;
} Report;

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static GPtrArray *
make_claims (const Report *report)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  OutlayClaim *claim = outlay_claim_new ();

  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, "Acme Grid");
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_RECIPIENT, "Columbus");
  claim->fields.amount
    = (OutlayMoney){"USD", OUTLAY_MONEY_UNSET,
                    report->billions * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT,
                    OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
  claim->fields.announced = outlay_date_day (2026, 3, 3);
  for (OutlayField field = 0; field < OUTLAY_N_FIELDS; field++)
    claim->confidence[field] = 90;
  g_ptr_array_add (claims, claim);
  return claims;
}

static OutlayArticle *
make_article (const Report *report)
{
  OutlayArticle *article = outlay_article_new ();

  article->id = g_strdup (report->name);
  article->title = g_strdup (report->name);
  article->source = g_strdup (report->source);
  outlay_date_from_string (report->day, &article->published);
  g_free (article->text);
  article->text = g_strdup (report->text);
  return article;
}

static void
ingest (OutlayLedger *ledger, const Report *report, OutlayIngested *ingested)
{
  g_autoptr (OutlayArticle) article = make_article (report);
  g_autoptr (GPtrArray) claims = make_claims (report);
  g_autoptr (GError) error = NULL;

  outlay_ingest_article (ledger, article, claims, ingested, &error);
  g_assert_no_error (error);
  g_assert_false (ingested->duplicate);
}

/* An article that tells of no deal. */
static void
ingest_alone (OutlayLedger *ledger, const Report *report)
{
  g_autoptr (OutlayArticle) article = make_article (report);
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (GError) error = NULL;
  OutlayIngested ingested;

  outlay_ingest_article (ledger, article, claims, &ingested, &error);
  g_assert_no_error (error);
}

static OutlayDealRecord *
get_only_deal (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (deals->len, ==, 1);
  return outlay_deal_record_ref (g_ptr_array_index (deals, 0));
}

static void
assert_rests_on (OutlayLedger *ledger, guint n_articles, guint n_sources, guint n_copies)
{
  g_autoptr (OutlayDealRecord) deal = get_only_deal (ledger);

  g_assert_cmpuint (deal->claims->len, ==, n_articles);
  g_assert_cmpuint (outlay_deal_record_count_sources (deal), ==, n_sources);
  g_assert_cmpuint (outlay_deal_record_count_copies (deal), ==, n_copies);
}

static void
assert_billions (OutlayLedger *ledger, gint64 billions)
{
  g_autoptr (OutlayDealRecord) deal = get_only_deal (ledger);

  g_assert_cmpint (outlay_money_get_figure (&deal->fields.amount), ==,
                   billions * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT);
}

static const Report reports[] = {
  {"first", "agency.example", "2026-03-03", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
  {"retitled", "daily.example", "2026-03-04", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
  {"introduced", "paper.example", "2026-03-04", INTRODUCTION "\n\n" AGENCY_HEAD "\n\n" AGENCY_TAIL,
   5},
  {"shortened", NULL, "2026-03-05", AGENCY_HEAD, 5},
  {"own", "herald.example", "2026-03-04", OWN, 6},
  {"other", "times.example", "2026-03-02", OTHER_OWN, 6},
};

static void
test_voices (Fixture *fixture, gconstpointer data)
{
  OutlayIngested ingested;

  ingest (fixture->ledger, &reports[0], &ingested);
  g_assert_cmpint (ingested.copy_of, ==, 0);
  assert_rests_on (fixture->ledger, 1, 1, 0);
  for (guint i = 1; i < 4; i++)
    {
      ingest (fixture->ledger, &reports[i], &ingested);
      g_assert_cmpint (ingested.copy_of, !=, 0);
      assert_rests_on (fixture->ledger, i + 1, 1, i);
    }
  ingest (fixture->ledger, &reports[4], &ingested);
  g_assert_cmpint (ingested.copy_of, ==, 0);
  assert_rests_on (fixture->ledger, 5, 2, 3);
}

/* Four print 5 billion, but it is one voice; two say 6 billion independently. */
static void
test_agreement (Fixture *fixture, gconstpointer data)
{
  OutlayIngested ingested;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    ingest (fixture->ledger, &reports[i], &ingested);
  g_autoptr (OutlayDealRecord) deal = get_only_deal (fixture->ledger);
  assert_billions (fixture->ledger, 6);
  g_assert_cmpuint (deal->conflicts, ==, 1u << OUTLAY_FIELD_AMOUNT);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* What is known of the deal, whatever the order of its articles. */
static char *
describe (OutlayLedger *ledger)
{
  g_autoptr (OutlayDealRecord) deal = get_only_deal (ledger);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sources = outlay_format_sources (deal);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      g_autofree char *copy_of = outlay_format_copy_of (deal, i);

      g_ptr_array_add (
        lines, g_strdup_printf ("%s: %s", outlay_deal_record_get_claim (deal, i)->article->title,
                                copy_of != NULL ? copy_of : "own words"));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  g_autofree char *articles = g_strjoinv ("; ", (GStrv)lines->pdata);
  return g_strdup_printf ("%s, %s: %s", sources, amount, articles);
}

static void
test_order (void)
{
  static const guint orders[][G_N_ELEMENTS (reports)] = {
    {0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {3, 5, 1, 0, 4, 2},
    {2, 3, 4, 5, 0, 1}, {4, 2, 0, 5, 3, 1},
  };
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      Fixture fixture;
      OutlayIngested ingested;

      set_up (&fixture, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (reports); j++)
        ingest (fixture.ledger, &reports[orders[i][j]], &ingested);
      g_autofree char *found = describe (fixture.ledger);
      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
      tear_down (&fixture, NULL);
    }
  g_assert_nonnull (g_strstr_len (expected, -1, "3 sources, 3 copies"));
  g_assert_nonnull (g_strstr_len (expected, -1, "shortened: copy of agency.example"));
  g_assert_nonnull (g_strstr_len (expected, -1, "first: own words"));
}

/* Another source that prints it headline and all is another article; the same one twice is not. */
static void
test_word_for_word (Fixture *fixture, gconstpointer data)
{
  static const Report same[] = {
    {"same", "agency.example", "2026-03-03", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
    {"same", "daily.example", "2026-03-04", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
    {"same", "paper.example", "2026-03-04", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
  };
  OutlayIngested ingested;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    ingest (fixture->ledger, &same[i], &ingested);
  assert_rests_on (fixture->ledger, 3, 1, 2);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (OutlayArticle) article = make_article (&same[i]);
      g_autoptr (GPtrArray) claims = make_claims (&same[i]);

      outlay_ingest_article (fixture->ledger, article, claims, &ingested, &error);
      g_assert_no_error (error);
      g_assert_true (ingested.duplicate);
    }
  assert_rests_on (fixture->ledger, 3, 1, 2);
}

/* Beginning and end have nothing in common until the whole text comes. */
static void
test_bridge (Fixture *fixture, gconstpointer data)
{
  static const Report parts[] = {
    {"beginning", "daily.example", "2026-03-04", AGENCY_HEAD, 5},
    {"end", "paper.example", "2026-03-04", AGENCY_TAIL, 5},
    {"own", "herald.example", "2026-03-03", OWN, 6},
    {"whole", "agency.example", "2026-03-03", AGENCY_HEAD "\n\n" AGENCY_TAIL, 5},
  };
  OutlayIngested ingested;

  for (guint i = 0; i < 3; i++)
    ingest (fixture->ledger, &parts[i], &ingested);
  assert_rests_on (fixture->ledger, 3, 3, 0);
  ingest (fixture->ledger, &parts[3], &ingested);
  assert_rests_on (fixture->ledger, 4, 2, 2);
}

/* The whole text itself says nothing of the deal, but shows that two voices are one. */
static void
test_silent_bridge (Fixture *fixture, gconstpointer data)
{
  static const Report parts[] = {
    {"beginning", "daily.example", "2026-03-04", AGENCY_HEAD, 5},
    {"end", "paper.example", "2026-03-04", AGENCY_TAIL, 5},
    {"own", "herald.example", "2026-03-03", OWN, 6},
    {"other", "times.example", "2026-03-02", OTHER_OWN, 6},
    {"whole", "agency.example", "2026-03-03", AGENCY_HEAD "\n\n" AGENCY_TAIL, 0},
  };
  OutlayIngested ingested;

  for (guint i = 0; i < 4; i++)
    ingest (fixture->ledger, &parts[i], &ingested);
  assert_billions (fixture->ledger, 5);
  ingest_alone (fixture->ledger, &parts[4]);
  assert_billions (fixture->ledger, 6);
}

static void
run_script (const Fixture *fixture, const char *script)
{
  g_autofree char *path = g_strdup (outlay_ledger_get_path (fixture->ledger));
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_WRITE, &error);

  g_assert_no_error (error);
  outlay_connection_execute (connection, script, &error);
  g_assert_no_error (error);
}

static void
test_older_ledger (Fixture *fixture, gconstpointer data)
{
  OutlayIngested ingested;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    ingest (fixture->ledger, &reports[i], &ingested);
  g_autofree char *expected = describe (fixture->ledger);
  run_script (fixture, "DELETE FROM article_text; DELETE FROM article_sketch;"
                       "INSERT INTO article_pending SELECT id FROM article;");
  assert_rests_on (fixture->ledger, 6, 6, 0);
  g_assert_true (outlay_copies_catch_up (fixture->ledger, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *found = describe (fixture->ledger);
  g_assert_cmpstr (found, ==, expected);
  /* A second time there is nothing left to do. */
  g_assert_true (outlay_copies_catch_up (fixture->ledger, NULL, &error));
}

/* Before its articles are compared each of them is a voice. */
static void
test_older_votes (Fixture *fixture, gconstpointer data)
{
  static const Report late = {"late", "globe.example", "2026-03-06", LATE_OWN, 6};
  OutlayIngested ingested;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    ingest (fixture->ledger, &reports[i], &ingested);
  run_script (fixture, "DELETE FROM article_text; DELETE FROM article_sketch;"
                       "INSERT INTO article_pending SELECT id FROM article;");
  ingest (fixture->ledger, &late, &ingested);
  assert_billions (fixture->ledger, 5);
  g_assert_true (outlay_copies_catch_up (fixture->ledger, NULL, &error));
  g_assert_no_error (error);
  assert_billions (fixture->ledger, 6);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  OutlayIngested ingested;

  ingest (fixture->ledger, &reports[1], &ingested);
  ingest (fixture->ledger, &reports[0], &ingested);
  g_autoptr (OutlayDealRecord) deal = get_only_deal (fixture->ledger);
  g_autoptr (JsonObject) object = outlay_json_from_deal (deal);
  JsonArray *claims = json_object_get_array_member (object, "claims");
  g_assert_cmpint (json_object_get_int_member (object, "sources"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "copies"), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *claim = json_array_get_object_element (claims, i);
      const char *article = json_object_get_string_member (claim, "article");

      g_assert_cmpstr (json_object_get_string_member_with_default (claim, "copy_of", ""), ==,
                       strcmp (article, "retitled") == 0 ? "first" : "");
    }
}

static void
correct_amount (OutlayLedger *ledger, gint64 billions)
{
  g_autoptr (OutlayDealRecord) deal = get_only_deal (ledger);
  OutlayFields values;

  outlay_fields_init (&values);
  values.amount = (OutlayMoney){"USD", OUTLAY_MONEY_UNSET,
                                billions * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT,
                                OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
  fixture_act (ledger, outlay_act_new_correct (deal->id, 1u << OUTLAY_FIELD_AMOUNT, &values));
  outlay_fields_clear (&values);
}

static void
test_corrections_stay (Fixture *fixture, gconstpointer data)
{
  OutlayIngested ingested;

  ingest (fixture->ledger, &reports[0], &ingested);
  correct_amount (fixture->ledger, 7);
  for (guint i = 1; i < G_N_ELEMENTS (reports); i++)
    {
      ingest (fixture->ledger, &reports[i], &ingested);
      g_autoptr (OutlayDealRecord) deal = get_only_deal (fixture->ledger);

      assert_billions (fixture->ledger, 7);
      g_assert_true (deal->corrected & (1u << OUTLAY_FIELD_AMOUNT));
    }
}

#define ADD(name, function) g_test_add ("/copies/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a copy is one article more and no voice more", test_voices);
  ADD ("copies don’t outvote those who report themselves", test_agreement);
  g_test_add_func ("/copies/the order of import makes no difference", test_order);
  ADD ("a text that joins two others makes them copies", test_bridge);
  ADD ("another source that prints it word for word is an article more", test_word_for_word);
  ADD ("one that tells of no deal does so too, and the deal is weighed anew", test_silent_bridge);
  ADD ("the articles of an older ledger are compared", test_older_ledger);
  ADD ("its deals are weighed anew", test_older_votes);
  ADD ("what the user corrected stays when copies come in", test_corrections_stay);
  ADD ("the JSON form names the original", test_json);
  return g_test_run ();
}
