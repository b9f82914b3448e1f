/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user does with deals, and what holds when articles come and go. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/outlay-ingest.h"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static GPtrArray *
list_deals (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  return deals;
}

/* The deal that an article of the caller's name @article is about. */
static OutlayDealRecord *
find_deal (Fixture *fixture, const char *article)
{
  g_autoptr (GPtrArray) deals = list_deals (fixture);

  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);

          if (claim->claim->main && g_strcmp0 (claim->article->id, article) == 0)
            return outlay_deal_record_ref (deal);
        }
    }
  return NULL;
}

static gint64
get_id (Fixture *fixture, const char *article)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, article);

  g_assert_nonnull (deal);
  return deal->id;
}

static void
assert_refused (Fixture *fixture, OutlayAct *act, OutlayActError code)
{
  g_autoptr (OutlayAct) owned = act;
  g_autofree char *before = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_act_run (owned, fixture->ledger, NULL, &error));
  g_assert_error (error, OUTLAY_ACT_ERROR, (int)code);
  g_autofree char *after = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_assert_true (g_str_equal (before, after));
}

static OutlayAct *
correct_amount (gint64 deal, gint64 hundredths)
{
  g_auto (OutlayFields) fields = {0};

  outlay_fields_init (&fields);
  fields.amount
    = (OutlayMoney){"EUR", OUTLAY_MONEY_UNSET, hundredths, OUTLAY_QUALIFIER_UP_TO, OUTLAY_PER_YEAR};
  return outlay_act_new_correct (deal, 1u << OUTLAY_FIELD_AMOUNT, &fields);
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayFields) fields = {0};
  g_autoptr (OutlayDealRecord) before = find_deal (fixture, "nordlicht-en");

  outlay_fields_init (&fields);
  fields.kind = OUTLAY_KIND_VENTURE;
  fields.status = OUTLAY_STATUS_COMPLETED;
  fields.amount = (OutlayMoney){"EUR", 100, 700, OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_EACH};
  fields.capacity = (OutlayCapacity){1750, OUTLAY_QUALIFIER_AT_LEAST};
  outlay_fields_add_party (&fields, OUTLAY_ROLE_PARTNER, "Acme");
  outlay_fields_add_place (&fields, "SE");
  fields.announced = outlay_date_half (2025, 2);
  fields.start = outlay_date_quarter (2026, 3);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    fixture_act (fixture->ledger, outlay_act_new_correct (before->id, 1u << field, &fields));
  g_autoptr (OutlayDealRecord) after = find_deal (fixture, "nordlicht-en");
  g_assert_cmpint (after->id, ==, before->id);
  g_assert_cmpuint (after->corrected, ==, (1u << OUTLAY_N_FIELDS) - 1);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      g_assert_true (outlay_fields_equal_field (&after->fields, &fields, field));
      g_assert_cmpint (after->chosen[field], ==, -1);
    }
  g_assert_cmpuint (after->conflicts, ==, 0);
  fixture_act (fixture->ledger, outlay_act_new_uncorrect (before->id, G_MAXUINT));
  g_autoptr (OutlayDealRecord) again = find_deal (fixture, "nordlicht-en");
  g_assert_cmpuint (again->corrected, ==, 0);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    g_assert_true (outlay_fields_equal_field (&again->fields, &before->fields, field));
}

static void
test_wrong_values (Fixture *fixture, gconstpointer data)
{
  static const OutlayMoney amounts[] = {
    {"usd", OUTLAY_MONEY_UNSET, 100, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL},
    {"USD", 200, 100, OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_DEAL},
    {"USD", 200, OUTLAY_MONEY_UNSET, OUTLAY_QUALIFIER_UP_TO, OUTLAY_PER_DEAL},
    {"USD", OUTLAY_MONEY_UNSET, -100, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL},
    {"USD", OUTLAY_MONEY_UNSET, 100, OUTLAY_QUALIFIER_AT_LEAST, OUTLAY_PER_DEAL},
  };
  gint64 id = get_id (fixture, "nordlicht-en");
  g_auto (OutlayFields) fields = {0};

  outlay_fields_init (&fields);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      fields.amount = amounts[i];
      assert_refused (fixture, outlay_act_new_correct (id, 1u << OUTLAY_FIELD_AMOUNT, &fields),
                      OUTLAY_ACT_ERROR_VALUE);
    }
  outlay_fields_add_place (&fields, "QQ");
  assert_refused (fixture, outlay_act_new_correct (id, 1u << OUTLAY_FIELD_PLACES, &fields),
                  OUTLAY_ACT_ERROR_VALUE);
  outlay_fields_add_party (&fields, OUTLAY_ROLE_PARTNER, " ");
  assert_refused (fixture, outlay_act_new_correct (id, 1u << OUTLAY_FIELD_PARTIES, &fields),
                  OUTLAY_ACT_ERROR_VALUE);
  fields.start = outlay_date_year (2031);
  fields.end = outlay_date_year (2030);
  assert_refused (
    fixture,
    outlay_act_new_correct (id, 1u << OUTLAY_FIELD_START | 1u << OUTLAY_FIELD_END, &fields),
    OUTLAY_ACT_ERROR_VALUE);
}

static void
test_merge_and_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids
    = fixture_ids (get_id (fixture, "nordlicht-en"), get_id (fixture, "tern-de"));
  g_autoptr (GPtrArray) before = list_deals (fixture);

  fixture_act (fixture->ledger, outlay_act_new_merge (ids));
  g_autoptr (GPtrArray) merged = list_deals (fixture);
  g_assert_cmpuint (merged->len, ==, before->len - 1);
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "tern-de");
  g_assert_cmpint (deal->id, ==, get_id (fixture, "nordlicht-en"));
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      if (g_strcmp0 (claim->article->id, "tern-de") == 0)
        g_array_append_val (claims, claim->id);
    }
  fixture_act (fixture->ledger, outlay_act_new_split (deal->id, claims));
  g_assert_cmpint (get_id (fixture, "tern-de"), !=, get_id (fixture, "nordlicht-en"));
  assert_refused (fixture, outlay_act_new_split (get_id (fixture, "tern-de"), claims),
                  OUTLAY_ACT_ERROR_LINK);
  g_array_set_size (ids, 1);
  assert_refused (fixture, outlay_act_new_merge (ids), OUTLAY_ACT_ERROR_LINK);
}

static void
test_reject (Fixture *fixture, gconstpointer data)
{
  gint64 id = get_id (fixture, "loan-en");
  g_autoptr (GArray) ids = fixture_ids (id, 0);
  g_autoptr (GPtrArray) before = list_deals (fixture);

  fixture_act (fixture->ledger, outlay_act_new_reject (ids, TRUE));
  g_autoptr (GPtrArray) after = list_deals (fixture);
  g_assert_cmpuint (after->len, ==, before->len - 1);
  g_autoptr (GPtrArray) rejected = outlay_ledger_list_rejected (fixture->ledger, NULL, NULL);
  g_assert_cmpuint (rejected->len, ==, 1);
  g_assert_cmpint (((OutlayDealRecord *)g_ptr_array_index (rejected, 0))->id, ==, id);
  g_autoptr (GHashTable) times = outlay_history_list_times (fixture->ledger, "reject", NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (times), ==, 1);
  g_assert_nonnull (g_hash_table_lookup (times, &id));
  fixture_act (fixture->ledger, outlay_act_new_reject (ids, FALSE));
  g_assert_cmpint (get_id (fixture, "loan-en"), ==, id);
  g_autoptr (GPtrArray) none = outlay_ledger_list_rejected (fixture->ledger, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gint64 id = get_id (fixture, "loan-en");
  g_autoptr (GArray) ids = fixture_ids (id, 0);

  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  fixture_act (fixture->ledger, outlay_act_new_note (id, "Ask them."));
  fixture_act (fixture->ledger, outlay_act_new_tag (ids, "đáng ngờ", TRUE));
  fixture_act (fixture->ledger, outlay_act_new_tag (ids, "later", TRUE));
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "loan-en");
  g_assert_true (deal->starred);
  g_assert_cmpstr (deal->note, ==, "Ask them.");
  g_assert_cmpuint (deal->tags->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (deal->tags, 0), ==, "later");
  fixture_act (fixture->ledger, outlay_act_new_note (id, ""));
  fixture_act (fixture->ledger, outlay_act_new_tag (ids, "later", FALSE));
  g_autoptr (OutlayDealRecord) after = find_deal (fixture, "loan-en");
  g_assert_null (after->note);
  g_assert_cmpuint (after->tags->len, ==, 1);
  assert_refused (fixture, outlay_act_new_tag (ids, "  ", TRUE), OUTLAY_ACT_ERROR_VALUE);
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  gint64 id = get_id (fixture, "loan-en");
  g_autoptr (GArray) ids = fixture_ids (id, 0);
  g_autoptr (OutlayDealRecord) before = find_deal (fixture, "loan-en");

  g_assert_true (before->review);
  fixture_act (fixture->ledger, outlay_act_new_review (ids, TRUE));
  g_autoptr (OutlayDealRecord) reviewed = find_deal (fixture, "loan-en");
  g_assert_false (reviewed->review);
  g_assert_cmpuint (reviewed->conflicts, !=, 0);
  /* What the card says changes: it is to be looked at again. */
  g_auto (OutlayFields) fields = {0};
  outlay_fields_init (&fields);
  fields.status = OUTLAY_STATUS_CANCELLED;
  fixture_act (fixture->ledger, outlay_act_new_correct (id, 1u << OUTLAY_FIELD_STATUS, &fields));
  g_autoptr (OutlayDealRecord) changed = find_deal (fixture, "loan-en");
  g_assert_true (changed->review);
}

static gboolean
has_party (const OutlayDealRecord *deal, const char *name)
{
  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      if (g_str_equal (outlay_fields_get_party (&deal->fields, i)->name, name))
        return TRUE;
    }
  return FALSE;
}

/* As an engine reads it that takes a letter less for a figure's words. */
static void
move_evidence (const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      OutlayClaim *claim = g_ptr_array_index (claims, i);

      for (guint j = 0; j < claim->evidence->len; j++)
        g_array_index (claim->evidence, OutlayEvidence, j).span.end--;
    }
}

static OutlayArticle *
import_as (Fixture *fixture, const char *name, gboolean moved)
{
  g_autofree char *path = fixture_dup_path ("articles.jsonl");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fixture_read (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FixtureArticle *entry = g_ptr_array_index (entries, i);
      OutlayArrival arrival = {.article = entry->article, .claims = entry->claims, .anyway = TRUE};
      g_autoptr (GPtrArray) arrivals = g_ptr_array_new ();

      if (g_strcmp0 (entry->article->id, name) != 0)
        continue;
      if (moved)
        move_evidence (entry->claims);
      g_ptr_array_add (arrivals, &arrival);
      outlay_ingest_articles (fixture->ledger, arrivals, &error);
      g_assert_no_error (error);
      return outlay_article_ref (entry->article);
    }
  g_assert_not_reached ();
}

static OutlayArticle *
import (Fixture *fixture, const char *name)
{
  return import_as (fixture, name, FALSE);
}

static void delete (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < articles->len; i++)
    {
      const OutlayLedgerArticle *article = g_ptr_array_index (articles, i);

      if (g_strcmp0 (article->article->id, name) == 0)
        g_array_append_val (ids, article->id);
    }
  g_assert_cmpuint (ids->len, ==, 1);
  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
}

static void
reopen (Fixture *fixture)
{
  g_object_unref (fixture->ledger);
  fixture->ledger = fixture_open_ledger (fixture->folder);
}

/* Each step by a program that has just been started. */
static void
test_read_as_across_restarts (Fixture *fixture, gconstpointer data)
{
  static const gboolean renamed[] = {TRUE, FALSE, TRUE};

  fixture_act (fixture->ledger, outlay_act_new_read_as ("Meridian Cloud", "Borealis"));
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayHistoryEntry) entry = NULL;

      reopen (fixture);
      if (i > 0)
        {
          entry = renamed[i] ? outlay_act_redo (fixture->ledger, &error)
                             : outlay_act_undo (fixture->ledger, &error);
          g_assert_nonnull (entry);
          g_assert_cmpstr (entry->kind, ==, "read-as");
        }
      g_assert_no_error (error);
      g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "nordlicht-de");
      g_assert_cmpint (has_party (deal, "Borealis"), ==, renamed[i]);
      g_assert_cmpint (has_party (deal, "Meridian Cloud"), ==, !renamed[i]);
    }
}

static void
test_read_as (Fixture *fixture, gconstpointer data)
{
  delete (fixture, "nordlicht-de");
  fixture_act (fixture->ledger, outlay_act_new_read_as ("meridian CLOUD", "Borealis"));
  g_autoptr (OutlayDealRecord) present = find_deal (fixture, "nordlicht-en");
  g_assert_true (has_party (present, "Borealis"));
  g_assert_false (has_party (present, "Meridian Cloud"));
  /* An article that comes later is read so, and joins the deal by the new name. */
  g_autoptr (OutlayArticle) article = import (fixture, "nordlicht-de");
  g_autoptr (OutlayDealRecord) joined = find_deal (fixture, "nordlicht-de");
  g_assert_cmpint (joined->id, ==, present->id);
  fixture_act (fixture->ledger, outlay_act_new_unread ("Meridian Cloud"));
  g_autoptr (OutlayDealRecord) back = find_deal (fixture, "nordlicht-en");
  g_assert_true (has_party (back, "Meridian Cloud"));
  g_assert_false (has_party (back, "Borealis"));
}

static void
test_delete_source (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_autoptr (GError) error = NULL;

  fixture_act (fixture->ledger, outlay_act_new_delete_source ("Harbour Ledger"));
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, NULL);
  for (guint i = 0; i < articles->len; i++)
    g_assert_cmpstr (((OutlayLedgerArticle *)g_ptr_array_index (articles, i))->article->source, !=,
                     "Harbour Ledger");
  g_assert_null (find_deal (fixture, "budget-en"));
  g_autoptr (OutlayHistoryEntry) entry = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *after = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_assert_true (g_str_equal (before, after));
}

static void
test_outlives_deletion (Fixture *fixture, gconstpointer data)
{
  gint64 id = get_id (fixture, "budget-en");
  g_autoptr (GArray) ids = fixture_ids (id, 0);

  fixture_act (fixture->ledger, correct_amount (id, 12300));
  fixture_act (fixture->ledger, outlay_act_new_tag (ids, "mine", TRUE));
  delete (fixture, "budget-en");
  g_assert_null (find_deal (fixture, "budget-en"));
  g_autoptr (OutlayArticle) article = import_as (fixture, "budget-en", GPOINTER_TO_INT (data));
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "budget-en");
  g_assert_cmpint (deal->fields.amount.high, ==, 12300);
  g_assert_cmpint (deal->fields.amount.per, ==, OUTLAY_PER_YEAR);
  g_assert_cmpuint (deal->corrected, ==, 1u << OUTLAY_FIELD_AMOUNT);
  g_assert_cmpuint (deal->tags->len, ==, 1);
}

static void
test_undo_after_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  delete (fixture, "budget-en");
  g_autoptr (OutlayArticle) article = import (fixture, "budget-en");
  g_autoptr (OutlayHistoryEntry) entry = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, NULL);
  g_assert_cmpuint (articles->len, ==, 8);
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "budget-en");
  g_assert_nonnull (deal);
}

/* What an import brought meanwhile stays when an older act is undone. */
static void
test_import_between (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  delete (fixture, "nordlicht-de");
  gint64 id = get_id (fixture, "nordlicht-en");
  fixture_act (fixture->ledger, correct_amount (id, 12300));
  g_autoptr (OutlayArticle) article = import (fixture, "nordlicht-de");
  g_autoptr (OutlayHistoryEntry) entry = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "nordlicht-de");
  g_assert_cmpint (deal->id, ==, id);
  g_assert_cmpuint (deal->corrected, ==, 0);
  g_assert_cmpint (deal->fields.amount.high, ==, G_GINT64_CONSTANT (600000000000));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  gint64 id = get_id (fixture, "loan-en");
  g_autoptr (GArray) ids = fixture_ids (id, 0);
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  fixture_act (fixture->ledger, correct_amount (id, 12300));
  g_autoptr (GPtrArray) entries = outlay_history_list (fixture->ledger, 0, 0, NULL, &error);
  g_assert_no_error (error);
  /* Starring what is starred is nothing. */
  g_assert_cmpuint (entries->len, ==, 2);
  const OutlayHistoryEntry *latest = g_ptr_array_index (entries, 0);
  g_autofree char *words = outlay_act_describe (latest);
  g_assert_nonnull (strstr (words, "Banque du Port → Polder Compute"));
  g_assert_nonnull (strstr (words, "123"));
  g_assert_cmpint (latest->made, >=, now);
  g_autoptr (GPtrArray) other
    = outlay_history_list (fixture->ledger, get_id (fixture, "tern-de"), 0, NULL, &error);
  g_assert_cmpuint (other->len, ==, 0);
}

static void
test_new_act_drops_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = fixture_ids (get_id (fixture, "loan-en"), 0);
  g_autoptr (GError) error = NULL;

  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (fixture->ledger, &error);
  g_assert_true (undone->undone);
  fixture_act (fixture->ledger, outlay_act_new_note (g_array_index (ids, gint64, 0), "x"));
  g_assert_null (outlay_act_redo (fixture->ledger, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
}

#define ADD(sentence, test) g_test_add ("/acts/" sentence, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("any field of a deal can be set, emptied and given back", test_correct);
  ADD ("a value that makes no sense is refused and changes nothing", test_wrong_values);
  ADD ("deals are merged and split again", test_merge_and_split);
  ADD ("what is no deal is rejected and taken back", test_reject);
  ADD ("deals are starred, noted and tagged", test_marks);
  ADD ("a review holds until the card says something else", test_review);
  ADD ("an organisation is renamed once for all articles and those to come", test_read_as);
  ADD ("a renaming is undone and done again across restarts", test_read_as_across_restarts);
  ADD ("a source is deleted, and comes back exactly", test_delete_source);
  ADD ("corrections outlive deletion and a new import", test_outlives_deletion);
  g_test_add ("/acts/they do when another engine reads the figure by other words", Fixture,
              GINT_TO_POINTER (1), set_up, test_outlives_deletion, tear_down);
  ADD ("undoing a deletion takes the place of a new import", test_undo_after_import);
  ADD ("undoing leaves what imports brought meanwhile", test_import_between);
  ADD ("the history tells when and what, and leaves out what changed nothing", test_history);
  ADD ("a new act ends what could be done again", test_new_act_drops_redo);
  return g_test_run ();
}
