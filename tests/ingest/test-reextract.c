/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a ledger anew by another engine. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "extract/outlay-engine.h"
#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/acts/outlay-reextract.h"
#include "ledger/outlay-ledger-extraction.h"

/** What the newer engine does: raises amounts, and doesn't see what stands in this article. */
typedef struct
{
  GPtrArray *entries;
  gint64 times;
  const char *blind;
} Engine;

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  Engine engine;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path ("articles.jsonl");
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->engine = (Engine){fixture_read (path, &error), 1, ""};
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->engine.entries);
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static OutlayClaim *
read_claim (const Engine *engine, const OutlayClaim *claim)
{
  OutlayClaim *copy = outlay_claim_new ();

  copy->main = claim->main;
  outlay_fields_clear (&copy->fields);
  outlay_fields_copy (&copy->fields, &claim->fields);
  g_array_append_vals (copy->evidence, claim->evidence->data, claim->evidence->len);
  memcpy (copy->confidence, claim->confidence, sizeof copy->confidence);
  if (copy->fields.amount.high != OUTLAY_MONEY_UNSET)
    copy->fields.amount.high *= engine->times;
  return copy;
}

static GPtrArray *
read_article (const OutlayArticle *article, gpointer user_data)
{
  const Engine *engine = user_data;
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);

  for (guint i = 0; i < engine->entries->len; i++)
    {
      const FixtureArticle *entry = g_ptr_array_index (engine->entries, i);

      if (g_strcmp0 (entry->article->id, article->id) != 0
          || g_str_equal (article->id, engine->blind))
        continue;
      for (guint j = 0; j < entry->claims->len; j++)
        g_ptr_array_add (claims, read_claim (engine, g_ptr_array_index (entry->claims, j)));
    }
  return claims;
}

static OutlayReextraction *
aim_at (Fixture *fixture, const char *engine, const OutlayReextractAim *aim)
{
  g_autoptr (GError) error = NULL;
  OutlayReextraction *done = outlay_reextract_with (fixture->ledger, engine, read_article,
                                                    &fixture->engine, aim, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static OutlayReextraction *
reextract (Fixture *fixture, const char *engine, gboolean apply)
{
  return aim_at (fixture, engine, &(OutlayReextractAim){.apply = apply});
}

static char *
dump (Fixture *fixture)
{
  return fixture_dump (outlay_ledger_get_path (fixture->ledger));
}

static gint64
get_high (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (fixture->ledger, id, &error);

  g_assert_no_error (error);
  return deal->fields.amount.high;
}

static void
test_same_engine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayReextraction) done = reextract (fixture, outlay_engine_get_version (), TRUE);
  guint n_articles;

  g_assert_cmpuint (done->n_articles, ==, 0);
  g_assert_cmpuint (done->changes->len, ==, 0);
  g_assert_null (done->entry);
  g_assert_true (outlay_reextract_count (fixture->ledger, &n_articles, NULL));
  g_assert_cmpuint (n_articles, ==, 0);
}

static void
test_same_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = outlay_ledger_list_deals (fixture->ledger, NULL, NULL);
  g_autoptr (OutlayReextraction) done = reextract (fixture, "newer", TRUE);
  g_autoptr (GPtrArray) after = outlay_ledger_list_deals (fixture->ledger, NULL, NULL);
  g_autoptr (GPtrArray) acts = outlay_history_list (fixture->ledger, 0, 0, NULL, NULL);

  g_assert_cmpuint (done->n_articles, ==, 8);
  g_assert_cmpuint (done->changes->len, ==, 0);
  g_assert_null (done->entry);
  g_assert_cmpuint (acts->len, ==, 0);
  g_assert_cmpuint (before->len, ==, after->len);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture);

  fixture->engine.times = 2;
  g_autoptr (OutlayReextraction) done = reextract (fixture, "newer", FALSE);
  g_autofree char *after = dump (fixture);
  g_assert_true (g_str_equal (before, after));
  g_assert_null (done->entry);
  g_assert_cmpuint (done->changes->len, >, 0);
  const OutlayDealChange *first = g_ptr_array_index (done->changes, 0);
  g_assert_cmpint (first->before->id, ==, 1);
  g_assert_cmpuint (first->fields & (1u << OUTLAY_FIELD_AMOUNT), !=, 0);
  g_assert_cmpint (first->after->fields.amount.high, ==, first->before->fields.amount.high * 2);
}

static void
test_one_act (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture);
  gint64 high = get_high (fixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->engine.times = 2;
  g_autoptr (OutlayReextraction) done = reextract (fixture, "newer", TRUE);
  g_assert_cmpint (get_high (fixture, 1), ==, high * 2);
  g_assert_nonnull (done->entry);
  g_autofree char *words = outlay_act_describe (done->entry);
  g_assert_nonnull (strstr (words, "anew"));
  g_autofree char *after = dump (fixture);
  g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *back = dump (fixture);
  g_assert_true (g_str_equal (back, before));
  g_autoptr (OutlayHistoryEntry) redone = outlay_act_redo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *again = dump (fixture);
  g_assert_true (g_str_equal (again, after));
}

/* The deal that the article @name tells. */
static gint64
find_deal (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          if (g_str_equal (outlay_deal_record_get_claim (deal, j)->article->id, name))
            return deal->id;
        }
    }
  g_assert_not_reached ();
}

static void
test_words_stay (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayFields) fields = {0};
  g_autoptr (GError) error = NULL;
  gint64 starred = find_deal (fixture, "loan-en");

  outlay_fields_init (&fields);
  fields.amount = (OutlayMoney){"USD", OUTLAY_MONEY_UNSET, 12300, OUTLAY_QUALIFIER_EXACT};
  g_autoptr (OutlayAct) act = outlay_act_new_correct (1, 1u << OUTLAY_FIELD_AMOUNT, &fields);
  g_assert_true (outlay_act_run (act, fixture->ledger, NULL, &error));
  g_assert_true (fixture_star (fixture->ledger, starred, TRUE, &error));
  fixture->engine.times = 2;
  /* The starred deal isn't seen any more: it stays, for the user said something of it. */
  fixture->engine.blind = "loan-en";
  g_autoptr (OutlayReextraction) done = reextract (fixture, "newer", TRUE);
  g_assert_cmpint (get_high (fixture, 1), ==, 12300);
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (fixture->ledger, starred, &error);
  g_assert_no_error (error);
  g_assert_true (deal->starred);
  g_assert_cmpuint (deal->claims->len, ==, 2);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gboolean gone = FALSE;

  fixture->engine.blind = "budget-en";
  g_autoptr (OutlayReextraction) done = reextract (fixture, "newer", TRUE);
  for (guint i = 0; i < done->changes->len; i++)
    gone |= ((OutlayDealChange *)g_ptr_array_index (done->changes, i))->after == NULL;
  g_assert_true (gone);
  fixture->engine.blind = "";
  g_autoptr (OutlayReextraction) again = reextract (fixture, "newest", TRUE);
  gone = FALSE;
  for (guint i = 0; i < again->changes->len; i++)
    gone |= ((OutlayDealChange *)g_ptr_array_index (again->changes, i))->before == NULL;
  g_assert_true (gone);
}

/* Of an article of one deal that no other tells. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  gint64 id = find_deal (fixture, "loan-en"), other = get_high (fixture, 1);
  gint64 high = get_high (fixture, id);
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (fixture->ledger, id, NULL);
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OutlayProgress) progress = outlay_progress_new ();
  gint64 gone = 999;
  guint n_done, n_total, n_new, n_changed, n_gone;

  for (guint i = 0; i < deal->claims->len; i++)
    g_array_append_val (articles, outlay_deal_record_get_claim (deal, i)->article_id);
  g_array_append_val (articles, gone);
  fixture->engine.times = 2;
  g_autoptr (OutlayReextraction) done = aim_at (fixture, outlay_engine_get_version (),
                                                &(OutlayReextractAim){articles, TRUE, progress});
  g_assert_cmpint (get_high (fixture, id), ==, high * 2);
  g_assert_cmpint (get_high (fixture, 1), ==, other);
  g_assert_cmpuint (done->n_articles, ==, articles->len - 1);
  outlay_reextraction_count (done, &n_new, &n_changed, &n_gone);
  g_assert_cmpuint (n_new, ==, 0);
  g_assert_cmpuint (n_changed, ==, done->changes->len);
  g_assert_cmpuint (n_gone, ==, 0);
  g_object_get (progress, "n-done", &n_done, "n-total", &n_total, NULL);
  g_assert_cmpuint (n_done, ==, articles->len);
  g_assert_cmpuint (n_total, ==, articles->len);
}

/* What is read to the same words again is no act that could be undone. */
static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (GArray) articles = outlay_ledger_list_outdated (fixture->ledger, "", NULL, NULL);
  g_autoptr (OutlayReextraction) done = aim_at (
    fixture, outlay_engine_get_version (), &(OutlayReextractAim){.articles = articles, .apply = 1});
  g_autofree char *after = dump (fixture);

  g_assert_cmpuint (done->n_articles, ==, 8);
  g_assert_cmpuint (done->changes->len, ==, 0);
  g_assert_null (done->entry);
  g_assert_true (g_str_equal (before, after));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->engine.times = 2;
  g_cancellable_cancel (cancellable);
  g_autoptr (OutlayReextraction) done
    = outlay_reextract_with (fixture->ledger, "newer", read_article, &fixture->engine,
                             &(OutlayReextractAim){.apply = TRUE}, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (done);
  g_autofree char *after = dump (fixture);
  g_assert_true (g_str_equal (before, after));
}

#define ADD(sentence, test)                                                                        \
  g_test_add ("/reextract/" sentence, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what this engine has read is not read anew", test_same_engine);
  ADD ("an engine that reads the same changes no deal, and is no act", test_same_reading);
  ADD ("what would change is shown, field by field, and nothing changes", test_preview);
  ADD ("it is one act, undone and done again as one", test_one_act);
  ADD ("what the user said stays", test_words_stay);
  ADD ("deals go that are seen no more, and come that are seen anew", test_gone);
  ADD ("articles that are named are read anew, those alone, also by the same engine", test_chosen);
  ADD ("what is read to the same again changes nothing, and is no act", test_same_again);
  ADD ("what is cancelled changes nothing", test_cancelled);
  return g_test_run ();
}
