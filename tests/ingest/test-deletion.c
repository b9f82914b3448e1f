/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user deleted or rejected does not come back by itself. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/format/outlay-format.h"
#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ingest/outlay-import.h"

#define TEXT "Meridian Cloud will invest $3 billion in a data centre in Norway, it said on Tuesday."

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

static OutlayImport *
import_of (const Fixture *fixture, const char *source, gboolean anyway)
{
  OutlayImport *import = outlay_import_new (fixture->ledger);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;

  article->text = g_strdup (TEXT);
  article->source = g_strdup (source);
  outlay_import_set_anyway (import, anyway);
  outlay_import_add_article (import, article);
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  return import;
}

static const OutlayImportItem *
get_item (OutlayImport *import)
{
  return g_ptr_array_index (outlay_import_get_items (import), 0);
}

static void
assert_outcome (const Fixture *fixture, const char *source, OutlayImportOutcome outcome)
{
  g_autoptr (OutlayImport) import = import_of (fixture, source, FALSE);

  g_assert_cmpint (get_item (import)->outcome, ==, outcome);
}

static guint
count_articles (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  return articles->len;
}

/* Imports the article of a source and deletes it again. */
static void
bury (const Fixture *fixture, const char *source)
{
  g_autoptr (OutlayImport) import = import_of (fixture, source, FALSE);
  g_autoptr (GArray) ids = fixture_ids (get_item (import)->article_id, 0);

  g_assert_cmpint (get_item (import)->outcome, ==, OUTLAY_IMPORT_NEW);
  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
}

static void
undo (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayHistoryEntry) entry = outlay_act_undo (fixture->ledger, &error);

  g_assert_no_error (error);
}

static void
test_stays_away (Fixture *fixture, gconstpointer data)
{
  const char *path = outlay_ledger_get_path (fixture->ledger);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  bury (fixture, "Quayside Post");
  g_autofree char *before = fixture_dump (path);
  g_autoptr (OutlayImport) import = import_of (fixture, "Quayside Post", FALSE);
  const OutlayImportItem *item = get_item (import);
  g_assert_cmpint (item->outcome, ==, OUTLAY_IMPORT_DELETED);
  g_assert_cmpint (item->article_id, ==, 0);
  g_assert_nonnull (item->input);
  g_autofree char *day = outlay_format_day (now);
  g_autofree char *wanted = g_strdup_printf ("You deleted it on %s.", day);
  g_assert_cmpstr (item->message, ==, wanted);
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_DELETED), ==, 1);
  g_autofree char *after = fixture_dump (path);
  g_assert_cmpstr (after, ==, before);
  sound_assert_proven (fixture->ledger);
}

static void
test_undo_lifts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bury (fixture, "Quayside Post");
  undo (fixture);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DUPLICATE);
  g_autoptr (OutlayHistoryEntry) entry = outlay_act_redo (fixture->ledger, &error);
  g_assert_no_error (error);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
}

static void
test_anyway_lifts (Fixture *fixture, gconstpointer data)
{
  bury (fixture, "Quayside Post");
  g_autoptr (OutlayImport) import = import_of (fixture, "Quayside Post", FALSE);
  fixture_act (fixture->ledger, outlay_act_new_import_anyway (get_item (import)->input));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DUPLICATE);
  undo (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
}

static void
test_anyway_import_lifts (Fixture *fixture, gconstpointer data)
{
  bury (fixture, "Quayside Post");
  g_autoptr (OutlayImport) away = import_of (fixture, "Quayside Post", FALSE);
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  outlay_import_add_input (import, get_item (away)->input);
  g_assert_true (outlay_import_run (import, NULL, NULL));
  g_assert_cmpint (get_item (import)->outcome, ==, OUTLAY_IMPORT_NEW);
  g_autoptr (GArray) ids = fixture_ids (get_item (import)->article_id, 0);
  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
  undo (fixture);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DUPLICATE);
}

static void
test_whole_source (Fixture *fixture, gconstpointer data)
{
  g_object_unref (import_of (fixture, "Quayside Post", FALSE));
  fixture_act (fixture->ledger, outlay_act_new_delete_source ("Quayside Post"));
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
  assert_outcome (fixture, "Harbour Ledger", OUTLAY_IMPORT_NEW);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
}

/* Of two sources that print the same the second is told apart by its source. */
static void
test_copy_is_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) first = import_of (fixture, "Quayside Post", FALSE);
  g_autoptr (GArray) ids = fixture_ids (get_item (first)->article_id, 0);

  assert_outcome (fixture, "Harbour Ledger", OUTLAY_IMPORT_NEW);
  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
  assert_outcome (fixture, "Harbour Ledger", OUTLAY_IMPORT_DUPLICATE);
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DELETED);
  sound_assert (outlay_ledger_get_path (fixture->ledger));
}

static void
assert_rejected (const Fixture *fixture)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, NULL);
  g_autoptr (GPtrArray) rejected = outlay_ledger_list_rejected (fixture->ledger, NULL, NULL);

  g_assert_cmpuint (deals->len, ==, 0);
  g_assert_cmpuint (rejected->len, ==, 1);
}

static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = import_of (fixture, "Quayside Post", FALSE);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  g_autoptr (GArray) ids = fixture_ids (((OutlayDealRecord *)g_ptr_array_index (deals, 0))->id, 0);

  fixture_act (fixture->ledger, outlay_act_new_reject (ids, TRUE));
  assert_outcome (fixture, "Quayside Post", OUTLAY_IMPORT_DUPLICATE);
  assert_rejected (fixture);
  g_object_unref (import_of (fixture, "Quayside Post", TRUE));
  assert_rejected (fixture);
  fixture_act (fixture->ledger, outlay_act_new_delete_source ("Quayside Post"));
  g_object_unref (import_of (fixture, "Quayside Post", TRUE));
  assert_rejected (fixture);
}

static void
add (const char *path, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/deletion/a deleted article stays away from imports, which say when it was deleted",
       test_stays_away);
  add ("/deletion/undo lifts it, and redo brings it back", test_undo_lifts);
  add ("/deletion/the user’s word for the article lifts it, and undo of that brings it back",
       test_anyway_lifts);
  add ("/deletion/so does an import of what stayed away, until it is deleted again",
       test_anyway_import_lifts);
  add ("/deletion/of a deleted source all articles stay away, and those of others come in",
       test_whole_source);
  add ("/deletion/what another source prints is known when the first is deleted",
       test_copy_is_known);
  add ("/deletion/a rejected deal stays rejected when its article is imported again",
       test_rejected);
  return g_test_run ();
}
