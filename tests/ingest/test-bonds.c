/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "base/sums/outlay-tally.h"
#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/outlay-bonds.h"
#include "ingest/outlay-import.h"
#include "ingest/outlay-ingest.h"
#include "ingest/outlay-suggestions.h"
#include "ledger/outlay-ledger-private.h"

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
  g_object_unref (fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

/* An article of the day @published that tells a build of @investor's for @millions in @country; its
 * name is its text. */
static OutlayArrival *
make_arrival (const char *name,
              const char *published,
              const char *investor,
              gint64 millions,
              const char *country)
{
  OutlayArticle *article = outlay_article_new ();
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  OutlayClaim *claim = outlay_claim_new ();

  g_free (article->text);
  article->text = g_strdup (name);
  article->id = g_strdup (name);
  article->source = g_strdup (name);
  outlay_date_from_string (published, &article->published);
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, investor);
  outlay_fields_add_place (&claim->fields, country);
  claim->fields.amount
    = (OutlayMoney){"EUR", OUTLAY_MONEY_UNSET, millions * 1000000 * OUTLAY_MONEY_UNIT,
                    OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
  memset (claim->confidence, 90, sizeof claim->confidence);
  outlay_claim_add_evidence (claim, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, (OutlaySpan){0, 1},
                             NULL);
  g_ptr_array_add (claims, claim);
  return outlay_arrival_new (article, claims);
}

static GPtrArray *
make_arrivals (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_arrival_free);
}

static void
ingest_together (Fixture *fixture, const GPtrArray *arrivals)
{
  g_autoptr (GError) error = NULL;

  outlay_ingest_articles (fixture->ledger, arrivals, &error);
  g_assert_no_error (error);
}

static gint64
ingest (Fixture *fixture,
        const char *name,
        const char *published,
        const char *investor,
        gint64 millions,
        const char *country)
{
  g_autoptr (GPtrArray) arrivals = make_arrivals ();
  OutlayArrival *arrival = make_arrival (name, published, investor, millions, country);

  g_ptr_array_add (arrivals, arrival);
  ingest_together (fixture, arrivals);
  return arrival->ingested.article_id;
}

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

static char *
print_deal (const OutlayDealRecord *deal)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < deal->claims->len; i++)
    g_ptr_array_add (names, outlay_deal_record_get_claim (deal, i)->article->id);
  return join_sorted (names, "+");
}

/* The names of each deal's articles: "a+b c". */
static void
assert_deals (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_add (printed, print_deal (g_ptr_array_index (deals, i)));
  g_autofree char *all = join_sorted (printed, " ");
  g_assert_cmpstr (all, ==, expected);
}

/* The deal with the claim of the article @name, and that claim. */
static OutlayDealRecord *
find_deal (Fixture *fixture, const char *name, gint64 *claim_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          if (strcmp (outlay_deal_record_get_claim (deal, j)->article->id, name) != 0)
            continue;
          if (claim_id != NULL)
            *claim_id = outlay_deal_record_get_claim (deal, j)->id;
          return outlay_deal_record_ref (deal);
        }
    }
  g_assert_not_reached ();
}

static gint64
find_deal_id (Fixture *fixture, const char *name)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, name, NULL);

  return deal->id;
}

static void
end_act (Fixture *fixture, gboolean done, const GError *error)
{
  g_autoptr (GError) failure = NULL;

  g_assert_no_error (error);
  g_assert_true (done);
  outlay_ledger_commit (fixture->ledger, &failure);
  g_assert_no_error (failure);
}

static void
link_deals (Fixture *fixture, const char *a, const char *b)
{
  g_autoptr (GArray) ids = fixture_ids (find_deal_id (fixture, a), find_deal_id (fixture, b));
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  end_act (fixture, outlay_bonds_link (fixture->ledger, ids, &error), error);
}

static void
split (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 claim_id = 0;
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, name, &claim_id);
  g_autoptr (GArray) ids = fixture_ids (claim_id, 0);

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  end_act (fixture, outlay_bonds_split (fixture->ledger, ids, &error), error);
}

/* Deletes an article with what was read out of it, as if it had never been there. */
static void
delete_article (Fixture *fixture, gint64 id)
{
  g_autofree char *script = g_strdup_printf (
    "DELETE FROM deal WHERE id IN (SELECT deal_id FROM deal_claim GROUP BY deal_id HAVING"
    " min (claim_id IN (SELECT id FROM claim WHERE article_id = %" G_GINT64_FORMAT ")) = 1);"
    "DELETE FROM article WHERE id = %" G_GINT64_FORMAT,
    id, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  end_act (fixture,
           outlay_connection_execute (outlay_ledger_get_writer (fixture->ledger), script, &error),
           error);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  gint64 b = ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  assert_deals (fixture, "a b");
  link_deals (fixture, "a", "b");
  assert_deals (fixture, "a+b");
  delete_article (fixture, b);
  ingest (fixture, "c", "2026-01-03", "Polder", 90, "NL");
  assert_deals (fixture, "a c");
  ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  assert_deals (fixture, "a+b+c");
}

/* Both ends of what the user said come back in one transaction. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) arrivals = make_arrivals ();
  gint64 a = ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  gint64 b = ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  gint64 c = ingest (fixture, "c", "2026-01-03", "Polder", 90, "NL");

  link_deals (fixture, "a", "b");
  split (fixture, "c");
  assert_deals (fixture, "a+b c");
  delete_article (fixture, a);
  delete_article (fixture, b);
  delete_article (fixture, c);
  g_ptr_array_add (arrivals, make_arrival ("c", "2026-01-03", "Polder", 90, "NL"));
  g_ptr_array_add (arrivals, make_arrival ("a", "2026-01-01", "Tern", 500, "DE"));
  g_ptr_array_add (arrivals, make_arrival ("d", "2026-01-04", "Tern", 500, "DE"));
  g_ptr_array_add (arrivals, make_arrival ("b", "2026-01-02", "Polder", 90, "NL"));
  ingest_together (fixture, arrivals);
  assert_deals (fixture, "a+b+d c");
}

/* All was linked to the article that comes last, both by its day and into the ledger. */
static void
test_last_holds_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 last = ingest (fixture, "x", "2026-01-09", "Corvid", 7, "SE");

  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  for (const char *name = "xab"; *name != '\0'; name++)
    {
      gint64 id = find_deal_id (fixture, (char[]){*name, '\0'});

      g_array_append_val (ids, id);
    }
  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  end_act (fixture, outlay_bonds_link (fixture->ledger, ids, &error), error);
  assert_deals (fixture, "a+b+x");
  delete_article (fixture, last);
  ingest (fixture, "c", "2026-01-03", "Polder", 90, "NL");
  assert_deals (fixture, "a b+c");
  ingest (fixture, "x", "2026-01-09", "Corvid", 7, "SE");
  assert_deals (fixture, "a+b+c+x");
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  gint64 b = ingest (fixture, "b", "2026-01-02", "Tern", 500, "DE");
  assert_deals (fixture, "a+b");
  split (fixture, "b");
  assert_deals (fixture, "a b");
  delete_article (fixture, b);
  ingest (fixture, "b", "2026-01-02", "Tern", 500, "DE");
  assert_deals (fixture, "a b");
  link_deals (fixture, "a", "b");
  assert_deals (fixture, "a+b");
}

static void
test_rest_stays_linked (Fixture *fixture, gconstpointer data)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  ingest (fixture, "c", "2026-01-03", "Corvid", 7, "SE");
  link_deals (fixture, "a", "b");
  link_deals (fixture, "a", "c");
  split (fixture, "a");
  assert_deals (fixture, "a b+c");
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  ingest (fixture, "b", "2026-01-02", "Polder", 90, "NL");
  link_deals (fixture, "a", "b");
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "b", NULL);
  g_assert_cmpstr (outlay_deal_record_get_claim (deal, 1)->reason, ==, "user");
}

static void
set_whole (Fixture *fixture, const char *part, const char *whole)
{
  g_autoptr (GError) error = NULL;
  gint64 part_id = find_deal_id (fixture, part);
  gint64 whole_id = whole != NULL ? find_deal_id (fixture, whole) : 0;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  end_act (fixture, outlay_bonds_set_whole (fixture->ledger, part_id, whole_id, &error), error);
}

static void
assert_whole (Fixture *fixture, const char *part, const char *whole)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, part, NULL);

  g_assert_cmpint (deal->whole, ==, whole != NULL ? find_deal_id (fixture, whole) : 0);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  gint64 b = ingest (fixture, "b", "2026-01-02", "Tern", 90, "DE");
  ingest (fixture, "c", "2026-01-02", "Tern", 2000, "DE");
  set_whole (fixture, "b", "a");
  assert_whole (fixture, "b", "a");
  delete_article (fixture, b);
  ingest (fixture, "b", "2026-01-02", "Tern", 90, "DE");
  assert_whole (fixture, "b", "a");
  set_whole (fixture, "b", "c");
  assert_whole (fixture, "b", "c");
  set_whole (fixture, "b", NULL);
  assert_whole (fixture, "b", NULL);
}

static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  ingest (fixture, "b", "2026-01-02", "Tern", 90, "DE");
  ingest (fixture, "c", "2026-01-02", "Tern", 2000, "DE");
  set_whole (fixture, "b", "a");
  set_whole (fixture, "a", "c");
  gint64 b = find_deal_id (fixture, "b"), c = find_deal_id (fixture, "c");
  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  g_assert_false (outlay_bonds_set_whole (fixture->ledger, c, b, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_REFUSED);
  outlay_ledger_rollback (fixture->ledger);
  assert_whole (fixture, "c", NULL);
}

/* What is suggested of the deal of the article @name: "a same (investor amount-close)", by the
 * names of the other deals' articles. */
static void
assert_suggested (Fixture *fixture, const char *name, const char *expected)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, name, NULL);
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < deal->suggestions->len; i++)
    {
      const OutlayDealSuggestion *suggestion = g_ptr_array_index (deal->suggestions, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayDealRecord) other
        = outlay_ledger_get_deal (fixture->ledger, suggestion->deal_id, &error);

      g_assert_no_error (error);
      g_autofree char *articles = print_deal (other);
      g_ptr_array_add (printed,
                       g_strdup_printf ("%s %s (%s)", articles,
                                        outlay_suggestion_kind_to_string (suggestion->kind),
                                        suggestion->reason));
    }
  g_autofree char *all = join_sorted (printed, ", ");
  g_assert_cmpstr (all, ==, expected);
  g_assert_true (deal->review || deal->suggestions->len == 0);
}

static void
catch_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  outlay_suggestions_catch_up (fixture->ledger, NULL, &error);
  g_assert_no_error (error);
}

#define SUGGESTED_OF_A "a same (investor amount-close place days=3)"
#define SUGGESTED_OF_B "b same (investor amount-close place days=3)"

static void
ingest_alike (Fixture *fixture)
{
  ingest (fixture, "a", "2026-01-01", "Tern", 500, "DE");
  ingest (fixture, "b", "2026-01-04", "Tern", 540, "DE");
  catch_up (fixture);
  assert_deals (fixture, "a b");
  assert_suggested (fixture, "a", SUGGESTED_OF_B);
  assert_suggested (fixture, "b", SUGGESTED_OF_A);
}

static void
test_suggestion_accepted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ingest_alike (fixture);
  g_autoptr (GArray) ids = fixture_ids (find_deal_id (fixture, "a"), find_deal_id (fixture, "b"));
  fixture_act (fixture->ledger, outlay_act_new_merge (ids));
  assert_deals (fixture, "a+b");
  assert_suggested (fixture, "a", "");
  outlay_history_entry_free (outlay_act_undo (fixture->ledger, &error));
  g_assert_no_error (error);
  assert_deals (fixture, "a b");
  assert_suggested (fixture, "a", SUGGESTED_OF_B);
}

static void
test_suggestion_dismissed (Fixture *fixture, gconstpointer data)
{
  ingest_alike (fixture);
  gint64 a = find_deal_id (fixture, "a"), b = find_deal_id (fixture, "b");
  fixture_act (fixture->ledger, outlay_act_new_separate (a, b));
  assert_suggested (fixture, "a", "");
  assert_suggested (fixture, "b", "");
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "b", NULL);
  delete_article (fixture, outlay_deal_record_get_claim (deal, 0)->article_id);
  ingest (fixture, "b", "2026-01-04", "Tern", 540, "DE");
  ingest (fixture, "c", "2026-01-05", "Tern", 540, "DE");
  catch_up (fixture);
  assert_deals (fixture, "a b+c");
  assert_suggested (fixture, "a", "");
  assert_suggested (fixture, "b", "");
}

static void
test_rejected_is_not_suggested (Fixture *fixture, gconstpointer data)
{
  ingest_alike (fixture);
  g_autoptr (GArray) ids = fixture_ids (find_deal_id (fixture, "b"), 0);
  fixture_act (fixture->ledger, outlay_act_new_reject (ids, TRUE));
  assert_suggested (fixture, "a", "");
}

/* An article whose words say that what it tells is a part. */
static void
read_article (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;

  g_free (article->text);
  article->text = g_strdup (text);
  article->id = g_strdup (name);
  article->source = g_strdup (name);
  outlay_import_add_article (import, article);
  outlay_import_run (import, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_total (Fixture *fixture)
{
  g_auto (OutlayTally) tally = {NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  outlay_tally_init (&tally);
  for (guint i = 0; i < deals->len; i++)
    outlay_tally_add_record (&tally, g_ptr_array_index (deals, i));
  outlay_tally_finish (&tally, NULL);
  g_assert_cmpuint (tally.sums->len, ==, 1);
  return g_array_index (tally.sums, OutlaySum, 0).hundredths / OUTLAY_MONEY_UNIT / 1000000000;
}

static void
test_called_part (Fixture *fixture, gconstpointer data)
{
  read_article (fixture, "a",
                "Acme Cloud will invest $40 billion in data centres in Norway, it said on Monday.");
  read_article (fixture, "b",
                "Acme Cloud will invest $3 billion in a data centre in Norway in the first phase, "
                "it said on Friday.");
  assert_deals (fixture, "a b");
  g_autoptr (OutlayDealRecord) part = find_deal (fixture, "b", NULL);
  g_assert_cmpuint (part->suggestions->len, ==, 1);
  const OutlayDealSuggestion *suggestion = g_ptr_array_index (part->suggestions, 0);
  g_assert_cmpint (suggestion->kind, ==, OUTLAY_SUGGESTION_PART);
  g_assert_cmpint (suggestion->deal_id, ==, find_deal_id (fixture, "a"));
  g_assert_nonnull (strstr (suggestion->reason, "called-part"));
  g_assert_cmpint (count_total (fixture), ==, 43);
  fixture_act (fixture->ledger, outlay_act_new_part (part->id, suggestion->deal_id));
  assert_whole (fixture, "b", "a");
  assert_suggested (fixture, "b", "");
  g_assert_cmpint (count_total (fixture), ==, 40);
}

/* The whole in one language, the part in another, without saying how large the whole is. */
static const struct
{
  const char *lang;
  const char *text;
} called_parts[] = {
  {"en", "Acme will invest $3 billion in a data centre in Norway as part of its programme."},
  {"de", "Acme investiert im Rahmen seines Programms 3 Milliarden Dollar in ein Rechenzentrum "
         "in Norwegen."},
  {"es", "Acme invertirá 3.000 millones de dólares en un centro de datos en Noruega como "
         "parte de su programa."},
  {"fr", "Acme va investir 3 milliards de dollars dans un centre de données en Norvège dans "
         "le cadre de son programme."},
  {"it", "Acme investirà 3 miliardi di dollari in un data center in Norvegia nell'ambito del "
         "suo programma."},
  {"pt", "A Acme vai investir 3 mil milhões de dólares num centro de dados na Noruega no "
         "âmbito do seu programa."},
  {"vi", "Acme sẽ đầu tư 3 tỷ USD vào một trung tâm dữ liệu ở Na Uy, nằm trong chương trình "
         "của hãng."},
  {"ja", "Acmeは計画の一環として、ノルウェーのデータセンターに30億ドルを投資する。"},
  {"ko", "Acme는 프로그램의 일환으로 노르웨이 데이터센터에 30억 달러를 투자한다."},
  {"zh", "作为其计划的一部分，Acme将在挪威投资30亿美元建设数据中心。"},
};

static void
test_called_part_of_programme (Fixture *fixture, gconstpointer data)
{
  read_article (fixture, "a",
                "Acme will invest $40 billion in data centres in Norway, it said on Monday.");
  for (guint i = 0; i < G_N_ELEMENTS (called_parts); i++)
    {
      read_article (fixture, called_parts[i].lang, called_parts[i].text);
      g_autoptr (OutlayDealRecord) part = find_deal (fixture, called_parts[i].lang, NULL);
      const OutlayDealSuggestion *suggestion = NULL;

      g_test_message ("%s", called_parts[i].text);
      g_assert_cmpuint (part->suggestions->len, ==, 1);
      suggestion = g_ptr_array_index (part->suggestions, 0);
      g_assert_cmpint (suggestion->kind, ==, OUTLAY_SUGGESTION_PART);
      g_assert_cmpint (suggestion->deal_id, ==, find_deal_id (fixture, "a"));
    }
  assert_deals (fixture, "a de+en+es+fr+it+ja+ko+pt+vi+zh");
}

/* Of those that say nowhere where they are, a part is one of the programme of its own payers. */
static void
test_called_part_of_placeless (Fixture *fixture, gconstpointer data)
{
  read_article (fixture, "a", "Acme will invest $40 billion in data centres.");
  read_article (fixture, "b", "Acme and Borealis will invest $90 billion in data centres.");
  read_article (fixture, "c",
                "Acme will invest $3 billion in a data centre in Norway as part of its programme.");
  assert_deals (fixture, "a b c");
  g_autoptr (OutlayDealRecord) part = find_deal (fixture, "c", NULL);
  g_assert_cmpuint (part->suggestions->len, ==, 1);
  const OutlayDealSuggestion *suggestion = g_ptr_array_index (part->suggestions, 0);
  g_assert_cmpint (suggestion->kind, ==, OUTLAY_SUGGESTION_PART);
  g_assert_cmpint (suggestion->deal_id, ==, find_deal_id (fixture, "a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/bonds/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("what the user links stays linked when an article is imported again", test_link);
  ADD ("it does when both articles come back together", test_together);
  ADD ("what one article held together is one deal again when it comes back last",
       test_last_holds_together);
  ADD ("what the user separates stays apart when an article is imported again", test_split);
  ADD ("what is left of a linked deal stays linked when a claim leaves it", test_rest_stays_linked);
  ADD ("a link of the user’s says so", test_reason);
  ADD ("a part stays a part when its article is imported again, until it is none", test_whole);
  ADD ("a deal cannot be part of its own part", test_cycle);
  ADD ("an unsure link is suggested with its reason, and made when the user says so",
       test_suggestion_accepted);
  ADD ("a suggestion that the user dismisses never returns", test_suggestion_dismissed);
  ADD ("what the user rejected is not suggested", test_rejected_is_not_suggested);
  ADD ("what an article calls a part is suggested as one, and totals count the whole once",
       test_called_part);
  ADD ("a part of a programme is suggested as one in all languages, and is one deal in them",
       test_called_part_of_programme);
  ADD ("a part lies somewhere in a programme that doesn’t say where it is",
       test_called_part_of_placeless);
  return g_test_run ();
}
