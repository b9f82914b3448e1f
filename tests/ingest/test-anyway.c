/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there already and is wanted once more. */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ingest/acts/outlay-act.h"
#include "ingest/acts/outlay-reextract.h"
#include "ingest/outlay-import.h"
#include "ingest/outlay-verify.h"

/* Too few words to be known as a copy by what they share. */
#define SHORT "Meridian Cloud will invest $3 billion in a data centre in Norway."
#define OTHER "Acme will invest $5 billion in a data centre in Oulu."
#define MAILS                                                                                      \
  "From a@b.c Mon Jan  5 10:00:00 2026\nFrom: a@b.c\nSubject: First\n\n" OTHER "\n\n"              \
  "From a@b.c Mon Jan  5 11:00:00 2026\nFrom: a@b.c\nSubject: Second\n\n" SHORT "\n"

typedef struct
{
  char *folder;
  GFile *file;
  OutlayLedger *ledger;
} Fixture;

static void
write_file (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE,
                           NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (fixture->folder, "article.txt", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->ledger = fixture_open_ledger (fixture->folder);
  write_file (fixture, SHORT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  g_object_unref (fixture->file);
  fixture_remove_folder (fixture->folder);
}

static OutlayImport *
import (const Fixture *fixture, gboolean anyway)
{
  OutlayImport *import = outlay_import_new (fixture->ledger);
  g_autoptr (GError) error = NULL;

  outlay_import_set_anyway (import, anyway);
  outlay_import_add_file (import, fixture->file);
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  return import;
}

static const OutlayImportItem *
get_item (OutlayImport *import, guint index)
{
  return g_ptr_array_index (outlay_import_get_items (import), index);
}

/* Imports the file, and what it has of it already once more as the user does. */
static gboolean
act (const Fixture *fixture, guint index, GError **error)
{
  g_autoptr (OutlayImport) first = import (fixture, FALSE);

  g_assert_cmpint (get_item (first, index)->outcome, ==, OUTLAY_IMPORT_DUPLICATE);
  g_autoptr (OutlayAct) act = outlay_act_new_import_anyway (get_item (first, index)->input);
  g_clear_object (&first);
  return outlay_act_run (act, fixture->ledger, NULL, error);
}

static void
assert_holds (const Fixture *fixture, guint n_articles, guint n_sources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, &error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, n_articles);
  g_assert_cmpuint (deals->len, ==, 1);
  const OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
  g_assert_cmpuint (deal->claims->len, ==, n_articles);
  g_assert_cmpuint (outlay_deal_record_count_sources (deal), ==, n_sources);
  g_assert_cmpuint (outlay_deal_record_count_copies (deal), ==, n_articles - n_sources);
}

static void
delete_article (const Fixture *fixture, gint64 id)
{
  g_autoptr (GArray) ids = fixture_ids (id, 0);

  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) first = import (fixture, TRUE);
  g_autoptr (OutlayImport) second = import (fixture, TRUE);
  g_autoptr (OutlayImport) third = import (fixture, TRUE);

  g_assert_cmpint (get_item (first, 0)->outcome, ==, OUTLAY_IMPORT_NEW);
  g_assert_null (get_item (first, 0)->message);
  g_assert_cmpint (get_item (third, 0)->outcome, ==, OUTLAY_IMPORT_NEW);
  g_assert_cmpuint (get_item (third, 0)->n_more_deals, ==, 1);
  g_assert_nonnull (strstr (get_item (third, 0)->message, "counts as a copy of it"));
  assert_holds (fixture, 3, 1);
  sound_assert_proven (fixture->ledger);
}

static void
test_duplicate_of_either (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) first = import (fixture, FALSE);
  g_autoptr (OutlayImport) copy = import (fixture, TRUE);
  g_autoptr (OutlayImport) again = import (fixture, FALSE);

  g_assert_cmpint (get_item (again, 0)->outcome, ==, OUTLAY_IMPORT_DUPLICATE);
  g_assert_cmpint (get_item (again, 0)->article_id, ==, get_item (first, 0)->article_id);
  delete_article (fixture, get_item (first, 0)->article_id);
  g_autoptr (OutlayImport) later = import (fixture, FALSE);
  g_assert_cmpint (get_item (later, 0)->outcome, ==, OUTLAY_IMPORT_DUPLICATE);
  g_assert_cmpint (get_item (later, 0)->article_id, ==, get_item (copy, 0)->article_id);
  assert_holds (fixture, 1, 1);
  sound_assert_proven (fixture->ledger);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  const char *path = outlay_ledger_get_path (fixture->ledger);
  g_autoptr (OutlayImport) first = import (fixture, FALSE);
  g_autofree char *before = fixture_dump (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (act (fixture, 0, &error));
  assert_holds (fixture, 2, 1);
  g_autofree char *after = fixture_dump (path);
  g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *words = outlay_act_describe (undone);
  g_assert_cmpstr (words, ==, "Imported “article.txt” once more");
  g_autofree char *back = fixture_dump (path);
  g_assert_cmpstr (back, ==, before);
  g_autoptr (OutlayHistoryEntry) redone = outlay_act_redo (fixture->ledger, &error);
  g_assert_no_error (error);
  g_autofree char *again = fixture_dump (path);
  g_assert_cmpstr (again, ==, after);
  sound_assert_proven (fixture->ledger);
}

static void
test_one_of_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mails.mbox", NULL);
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
  write_file (fixture, MAILS);
  g_autoptr (OutlayImport) first = import (fixture, FALSE);
  if (outlay_import_count (first, OUTLAY_IMPORT_NEW) == 0)
    {
      g_test_skip ("built without mails");
      return;
    }
  g_assert_true (act (fixture, 1, &error));
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 3);
  const OutlayLedgerArticle *last = g_ptr_array_index (articles, 2);
  g_assert_cmpstr (last->article->title, ==, "Second");
  sound_assert_proven (fixture->ledger);
}

/* The file is read once more when the user asks for it, and may be another by then. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) first = import (fixture, FALSE);
  g_autoptr (OutlayImport) second = import (fixture, FALSE);
  g_autoptr (OutlayAct) act = outlay_act_new_import_anyway (get_item (second, 0)->input);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_assert_false (outlay_act_run (act, fixture->ledger, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  write_file (fixture, "");
  g_assert_false (outlay_act_run (act, fixture->ledger, NULL, &error));
  g_assert_nonnull (error);
  assert_holds (fixture, 1, 1);
}

/* What a newer engine reads, and what is made from the originals alone, has the copy too. */
static void
test_made_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (OutlayImport) first = import (fixture, FALSE);
  g_autoptr (OutlayImport) copy = import (fixture, TRUE);
  g_autoptr (GArray) ids
    = fixture_ids (get_item (first, 0)->article_id, get_item (copy, 0)->article_id);
  OutlayReextractAim aim = {.articles = ids, .apply = TRUE};
  g_autoptr (GError) error = NULL;
  guint n_missing;

  g_autoptr (OutlayReextraction) done = outlay_reextract (fixture->ledger, &aim, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done->changes->len, ==, 0);
  g_autoptr (OutlayLedger) other = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_true (outlay_verify_rebuild (fixture->ledger, other, &n_missing, NULL, &error));
  g_assert_no_error (error);
  g_set_object (&fixture->ledger, other);
  assert_holds (fixture, 2, 1);
  sound_assert_proven (fixture->ledger);
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
  add ("/anyway/one more of the same counts as a copy, however short, and harms nothing",
       test_copies);
  add ("/anyway/what was imported more than once is a duplicate of whichever is left",
       test_duplicate_of_either);
  add ("/anyway/the user’s word for it is undone and done again whole", test_undo);
  add ("/anyway/of a file of several articles the one alone comes in", test_one_of_many);
  add ("/anyway/a file that is gone or another says so, and changes nothing", test_gone);
  add ("/anyway/reading again and making anew keep the copy", test_made_anew);
  return g_test_run ();
}
