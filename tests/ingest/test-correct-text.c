/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article by the user, and what is read of it. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/acts/outlay-reextract.h"
#include "ingest/outlay-import.h"

#define BANNER                                                                                     \
  "The xylophones at the harbour played all night, and nobody slept before the morning came."
#define FIRST  "Meridian Cloud will invest $3 billion in a data centre in Norway."
#define MENDED "Meridian Cloud will invest $7 billion in a data centre in Norway."
#define SECOND                                                                                     \
  "Acme Grid will spend €2 billion on a campus of 400 megawatts near Oulu, it said on Friday."
#define TEXT BANNER "\n\n" FIRST "\n\n" SECOND

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  gint64 article;
} Fixture;

static OutlayImport *
import (OutlayLedger *ledger, OutlayArticle *raw)
{
  OutlayImport *import = outlay_import_new (ledger);
  g_autoptr (GError) error = NULL;

  outlay_import_add_article (import, raw);
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  return import;
}

static OutlayArticle *
make_article (void)
{
  OutlayArticle *article = outlay_article_new ();

  article->title = g_strdup ("Two plans");
  g_free (article->text);
  article->text = g_strdup (TEXT);
  return article;
}

static const OutlayImportItem *
get_item (OutlayImport *import)
{
  return g_ptr_array_index (outlay_import_get_items (import), 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayArticle) article = make_article ();

  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (OutlayImport) done = import (fixture->ledger, article);
  fixture->article = get_item (done)->article_id;
  g_assert_cmpuint (get_item (done)->n_new_deals, ==, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static OutlayReextraction *
correct (const Fixture *fixture, const char *text)
{
  g_autoptr (GArray) ids = fixture_ids (fixture->article, 0);
  const OutlayReextractAim aim = {.articles = ids, .apply = TRUE, .corrects = TRUE, .text = text};
  g_autoptr (GError) error = NULL;
  OutlayReextraction *done = outlay_reextract (fixture->ledger, &aim, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static OutlayDealRecord *
find_deal (const Fixture *fixture, const char *country)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->fields.places->len > 0
          && g_str_equal (g_ptr_array_index (deal->fields.places, 0), country))
        return outlay_deal_record_ref (deal);
    }
  return NULL;
}

static OutlayArticle *
get_article (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OutlayArticle *article = outlay_ledger_get_article (fixture->ledger, fixture->article, &error);

  g_assert_no_error (error);
  return article;
}

/* The words that prove the deal's amount or capacity. */
static char *
dup_words (const Fixture *fixture, const OutlayDealRecord *deal, OutlayField field)
{
  g_autoptr (OutlayArticle) article = get_article (fixture);
  const OutlayClaim *claim = outlay_deal_record_get_claim (deal, 0)->claim;

  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);

      if (evidence->field == field)
        return outlay_article_dup_span (article, evidence->part, evidence->span);
    }
  return NULL;
}

static gboolean
finds (const Fixture *fixture, const char *word)
{
  g_autoptr (OutlayQuery) query = outlay_query_new (word);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = outlay_ledger_search (fixture->ledger, query, NULL, &error);

  g_assert_no_error (error);
  return found->len > 0;
}

static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDealRecord) before = find_deal (fixture, "NO");
  g_autoptr (OutlayReextraction) done = correct (fixture, MENDED "\n\n" SECOND);
  g_autoptr (OutlayDealRecord) after = find_deal (fixture, "NO");
  g_autoptr (OutlayArticle) article = get_article (fixture);
  g_autofree char *words = dup_words (fixture, after, OUTLAY_FIELD_AMOUNT);
  g_autofree char *told = outlay_act_describe (done->entry);

  g_assert_cmpint (after->id, ==, before->id);
  g_assert_cmpint (after->fields.amount.high, ==,
                   G_GINT64_CONSTANT (7000000000) * OUTLAY_MONEY_UNIT);
  g_assert_cmpstr (words, ==, "$7 billion");
  g_assert_cmpstr (article->text, ==, MENDED "\n\n" SECOND);
  g_assert_cmpstr (article->imported_text, ==, TEXT);
  g_assert_cmpstr (told, ==, "Corrected the text of “Two plans”");
  g_assert_false (finds (fixture, "xylophones"));
  g_assert_true (finds (fixture, "megawatts"));
  sound_assert_proven (fixture->ledger);
}

/* Also where all that it stands by has moved. */
static void
test_keeps_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "FI");
  g_autoptr (GArray) ids = fixture_ids (deal->id, 0);
  g_auto (OutlayFields) values = {0};

  outlay_fields_init (&values);
  values.capacity = (OutlayCapacity){500000, OUTLAY_QUALIFIER_EXACT};
  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  fixture_act (fixture->ledger,
               outlay_act_new_correct (deal->id, 1u << OUTLAY_FIELD_CAPACITY, &values));
  g_autoptr (OutlayReextraction) done = correct (fixture, "More words.\n\n" FIRST "\n\n" SECOND);
  g_autoptr (OutlayDealRecord) after = find_deal (fixture, "FI");
  g_autofree char *words = dup_words (fixture, after, OUTLAY_FIELD_CAPACITY);
  g_assert_cmpint (after->id, ==, deal->id);
  g_assert_true (after->starred);
  g_assert_cmpint (after->fields.capacity.kilowatts, ==, 500000);
  g_assert_cmpstr (words, ==, "400 megawatts");
  sound_assert_proven (fixture->ledger);
}

static void
test_taken_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "FI");
  g_autoptr (GArray) ids = fixture_ids (deal->id, 0);
  g_autoptr (GError) error = NULL;

  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  g_autofree char *before = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_autoptr (OutlayReextraction) done = correct (fixture, FIRST);
  g_assert_null (find_deal (fixture, "FI"));
  sound_assert_proven (fixture->ledger);
  g_autofree char *after = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *back = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_assert_cmpstr (back, ==, before);
  sound_assert_proven (fixture->ledger);
  g_autoptr (OutlayHistoryEntry) redone = outlay_act_redo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *again = fixture_dump (outlay_ledger_get_path (fixture->ledger));
  g_assert_cmpstr (again, ==, after);
}

/* An act also where no deal changes, so that it can be undone. */
static void
test_go_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDealRecord) deal = find_deal (fixture, "FI");
  g_autoptr (GArray) ids = fixture_ids (deal->id, 0);

  fixture_act (fixture->ledger, outlay_act_new_star (ids, TRUE));
  g_autoptr (OutlayReextraction) once = correct (fixture, FIRST "\n\n" SECOND);
  g_autoptr (OutlayReextraction) twice = correct (fixture, FIRST);
  g_assert_cmpuint (once->changes->len, ==, 0);
  g_assert_nonnull (once->entry);
  g_autoptr (OutlayReextraction) back = correct (fixture, NULL);
  g_autofree char *told = outlay_act_describe (back->entry);
  g_assert_cmpstr (told, ==, "Went back to the imported text of “Two plans”");
  g_autoptr (OutlayArticle) article = get_article (fixture);
  g_assert_cmpstr (article->text, ==, TEXT);
  g_assert_null (article->imported_text);
  g_autoptr (OutlayDealRecord) again = find_deal (fixture, "FI");
  g_assert_nonnull (again);
  g_assert_true (again->starred);
  g_assert_true (finds (fixture, "xylophones"));
  sound_assert_proven (fixture->ledger);
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayArticle) raw = make_article ();
  g_autoptr (OutlayReextraction) done = correct (fixture, MENDED);
  g_autoptr (OutlayImport) again = import (fixture->ledger, raw);

  g_assert_cmpint (get_item (again)->outcome, ==, OUTLAY_IMPORT_DUPLICATE);
  g_assert_cmpint (get_item (again)->article_id, ==, fixture->article);
}

/* Reading again reads the text that is used, and so does another ledger that gets the article. */
static void
test_taken_along (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (GArray) ids = fixture_ids (fixture->article, 0);
  const OutlayReextractAim aim = {.articles = ids, .apply = TRUE};
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayReextraction) done = correct (fixture, MENDED);
  g_autoptr (OutlayReextraction) again = outlay_reextract (fixture->ledger, &aim, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->changes->len, ==, 0);
  g_autoptr (OutlayArticle) article = get_article (fixture);
  g_autoptr (JsonObject) object = outlay_json_from_article (article);
  g_autoptr (OutlayArticle) raw = outlay_json_read_article (object, &error);
  g_assert_no_error (error);
  g_autoptr (OutlayLedger) other = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_autoptr (OutlayImport) there = import (other, raw);
  g_set_object (&fixture->ledger, other);
  fixture->article = get_item (there)->article_id;
  g_autoptr (OutlayArticle) taken = get_article (fixture);
  g_assert_cmpstr (taken->text, ==, MENDED);
  g_assert_cmpstr (taken->imported_text, ==, TEXT);
  g_autoptr (OutlayArticle) imported = make_article ();
  g_autoptr (OutlayImport) twice = import (other, imported);
  g_assert_cmpint (get_item (twice)->outcome, ==, OUTLAY_IMPORT_DUPLICATE);
  sound_assert_proven (fixture->ledger);
}

static void
add (const char *path, void (*run_test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run_test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/correct-text/an article is read again by the text that the user gives it",
       test_read_again);
  add ("/correct-text/what the user said stays with words that have moved", test_keeps_word);
  add ("/correct-text/a deal whose words were taken out goes, and undo brings it back",
       test_taken_out);
  add ("/correct-text/the imported text is gone back to with all that was said", test_go_back);
  add ("/correct-text/importing the file again finds the article", test_identity);
  add ("/correct-text/a new reading and another ledger get the corrected text", test_taken_along);
  return g_test_run ();
}
