/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

#include "fixture/fixture.h"
#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-summaries.h"
#include "model/outlay-store-acts.h"

#define PATIENCE_SECONDS 60

typedef struct
{
  gboolean done;
  gboolean opened;
  guint n_new;
} Wait;

static gboolean
time_up_cb (gpointer user_data)
{
  g_error ("nothing came within %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
wait_for (gboolean *done)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, time_up_cb, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
opened_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Wait *wait = user_data;

  wait->opened = outlay_store_open_finish (OUTLAY_STORE (store), result, &error);
  wait->done = TRUE;
}

static void
set_cb (gboolean *flag)
{
  *flag = TRUE;
}

static gboolean
open_store (OutlayStore *store, const char *path)
{
  Wait wait = {0};

  outlay_store_open_async (store, path, NULL, opened_cb, &wait);
  g_assert_true (outlay_store_get_loading (store));
  wait_for (&wait.done);
  g_assert_false (outlay_store_get_loading (store));
  return wait.opened;
}

static void
open_ledger (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();

  g_assert_false (outlay_store_get_opened (store));
  g_assert_true (open_store (store, outlay_ledger_get_path (ledger)));
  g_assert_cmpuint (outlay_store_get_n_deals (store), >, 3);
  g_assert_cmpuint (g_list_model_get_n_items (outlay_store_get_sources (store)), >, 2);
  g_assert_null (outlay_store_get_error (store));
  g_clear_object (&store);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
list_when_asked (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  gboolean listed = FALSE;

  g_assert_true (open_store (store, outlay_ledger_get_path (ledger)));
  g_autoptr (OutlaySource) source = g_list_model_get_item (outlay_store_get_sources (store), 0);
  g_autoptr (GPtrArray) articles
    = outlay_ledger_list_articles_of (ledger, outlay_source_get_key (source), NULL, NULL);
  g_assert_cmpuint (outlay_source_get_n_deals (source), >, 0);
  g_assert_false (outlay_source_is_listed (source));
  g_signal_connect_swapped (source, "items-changed", G_CALLBACK (set_cb), &listed);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (source)), ==, 0);
  wait_for (&listed);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (source)), ==, articles->len);
  g_autoptr (OutlaySourceArticle) first = g_list_model_get_item (G_LIST_MODEL (source), 0);
  g_assert_true (outlay_store_find_article (store, outlay_source_article_get_id (first)) == first);
  g_clear_object (&store);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
wait_until_loaded (OutlayStore *store)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, time_up_cb, NULL);

  while (outlay_store_get_loading (store))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
assert_same_deals (OutlayStore *store, OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);

  g_assert_cmpuint (outlay_store_get_n_deals (store), ==, deals->len);
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *whole = deals->pdata[i];
      g_autoptr (OutlayDeal) expected = outlay_deal_new (whole);
      g_autoptr (OutlayDeal) deal = outlay_store_dup_deal (store, whole->id);

      g_assert_nonnull (deal);
      g_assert_cmpstr (outlay_deal_get_sentence (deal), ==, outlay_deal_get_sentence (expected));
      g_assert_cmpstr (outlay_deal_get_languages (deal), ==, outlay_deal_get_languages (expected));
      g_assert_cmpint (outlay_deal_get_starred (deal), ==, whole->starred);
      g_assert_cmpstr (outlay_deal_get_sources (deal), ==, outlay_deal_get_sources (expected));
      g_assert_cmpint (outlay_deal_get_summary (deal)->review, ==, whole->review);
      g_assert_cmpint (outlay_deal_get_worth (deal), ==, outlay_deal_get_worth (expected));
    }
}

static void
read_again (OutlayStore *store)
{
  outlay_store_refresh (store);
  wait_until_loaded (store);
}

static void
run_in_store (OutlayStore *store, OutlayAct *act)
{
  g_autoptr (OutlayAct) taken = act;
  g_autoptr (GError) error = NULL;

  outlay_act_run (taken, outlay_store_get_ledger (store), NULL, &error);
  g_assert_no_error (error);
  read_again (store);
}

/* What is read again after an act comes to what reading all would. */
static void
read_what_changed (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) filled = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (filled, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    g_array_append_val (two, ((OutlayDealRecord *)deals->pdata[i])->id);
  g_assert_true (open_store (store, outlay_ledger_get_path (filled)));
  OutlayLedger *ledger = outlay_store_get_ledger (store);
  assert_same_deals (store, ledger);
  run_in_store (store, outlay_act_new_star (two, TRUE));
  assert_same_deals (store, ledger);
  run_in_store (store, outlay_act_new_merge (two));
  assert_same_deals (store, ledger);
  g_assert_nonnull (outlay_act_undo (ledger, NULL));
  read_again (store);
  assert_same_deals (store, ledger);
  run_in_store (store, outlay_act_new_reject (two, TRUE));
  assert_same_deals (store, ledger);
  run_in_store (store, outlay_act_new_delete_source (
                         outlay_deal_record_get_claim (deals->pdata[2], 0)->article->source));
  assert_same_deals (store, ledger);
  g_assert_nonnull (outlay_act_undo (ledger, NULL));
  read_again (store);
  assert_same_deals (store, ledger);
  /* Another program's word is not told of: all is read again. */
  g_assert_true (fixture_star (filled, ((OutlayDealRecord *)deals->pdata[3])->id, TRUE, NULL));
  read_again (store);
  assert_same_deals (store, ledger);
  g_clear_object (&store);
  g_clear_object (&filled);
  fixture_remove_folder (g_steal_pointer (&folder));
}

/* A star is not read again after its act, so what came before it must not be forgotten. */
static void
star_while_reading (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) filled = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (filled, NULL, NULL);
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 2; i++)
    g_array_append_val (two, ((OutlayDealRecord *)deals->pdata[i])->id);
  g_autoptr (OutlayAct) merge = outlay_act_new_merge (two);
  g_assert_true (open_store (store, outlay_ledger_get_path (filled)));
  g_autoptr (OutlayDeal) deal
    = outlay_store_dup_deal (store, ((OutlayDealRecord *)deals->pdata[2])->id);
  outlay_store_act_async (store, merge, NULL, NULL, NULL);
  outlay_store_set_starred (store, deal, TRUE);
  wait_until_loaded (store);
  assert_same_deals (store, outlay_store_get_ledger (store));
  outlay_store_refresh (store);
  outlay_store_set_starred (store, deal, FALSE);
  wait_until_loaded (store);
  assert_same_deals (store, outlay_store_get_ledger (store));
  g_assert_false (outlay_deal_get_starred (deal));
  g_clear_object (&deal);
  g_clear_object (&store);
  g_clear_object (&filled);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
tell_why_not (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "no-ledger.db", NULL);
  g_autoptr (OutlayStore) store = outlay_store_new ();

  g_assert_true (g_file_set_contents (path, "This is a text and no ledger at all.\n", -1, NULL));
  g_assert_false (open_store (store, path));
  g_assert_nonnull (outlay_store_get_error (store));
  g_assert_false (outlay_store_get_opened (store));
  g_clear_object (&store);
  fixture_remove_folder (g_steal_pointer (&folder));
}

/* Which deals shall have a star. */
typedef struct
{
  OutlayDeal *deals[3];
  gboolean starred[3];
  guint n_changes;
} Stars;

static void
check_stars_cb (Stars *stars)
{
  for (guint i = 0; i < G_N_ELEMENTS (stars->deals); i++)
    g_assert_cmpint (outlay_deal_get_starred (stars->deals[i]), ==, stars->starred[i]);
  stars->n_changes++;
}

static void
star (OutlayStore *store, Stars *stars, guint index, gboolean starred)
{
  stars->starred[index] = starred;
  outlay_store_set_starred (store, stars->deals[index], starred);
}

static void
keep_order_of_acts (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  Stars stars = {0};

  g_assert_true (open_store (store, outlay_ledger_get_path (ledger)));
  for (guint i = 0; i < G_N_ELEMENTS (stars.deals); i++)
    stars.deals[i] = outlay_deal_pool_dup_deal (outlay_store_get_pool (store), i);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (check_stars_cb), &stars);
  g_signal_connect_swapped (store, "starred", G_CALLBACK (check_stars_cb), &stars);
  for (guint round = 0; round < 5; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (stars.deals); i++)
        star (store, &stars, i, (round + i) % 2 == 0);
    }
  wait_until_loaded (store);
  g_assert_cmpuint (stars.n_changes, >=, 14);
  /* The day's copy may still hold the store. */
  g_signal_handlers_disconnect_by_data (store, &stars);
  for (guint i = 0; i < G_N_ELEMENTS (stars.deals); i++)
    {
      g_autoptr (OutlayDealRecord) record
        = outlay_ledger_get_deal (ledger, outlay_deal_get_id (stars.deals[i]), NULL);

      g_assert_cmpint (record->starred, ==, stars.starred[i]);
      g_clear_object (&stars.deals[i]);
    }
  g_clear_object (&store);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

typedef struct
{
  gboolean done;
  GPtrArray *copies;
  char *kept;
} Copies;

static void
listed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  Copies *copies = user_data;

  copies->copies = outlay_store_list_copies_finish (OUTLAY_STORE (store), result, NULL);
  copies->done = TRUE;
}

static void
gone_back_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Copies *copies = user_data;

  copies->kept = outlay_store_go_back_finish (OUTLAY_STORE (store), result, &error);
  g_assert_true ((copies->kept == NULL)
                 == g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_BUSY));
  copies->done = TRUE;
}

/* Returns: (transfer full) (nullable): the path of the copy that was kept. */
static char *
go_back_to (OutlayStore *store, const char *path)
{
  Copies copies = {FALSE};

  outlay_store_go_back_async (store, path, gone_back_cb, &copies);
  wait_for (&copies.done);
  if (copies.kept != NULL)
    outlay_store_reopen (store);
  wait_until_loaded (store);
  return copies.kept;
}

static gboolean
is_first_starred (OutlayStore *store)
{
  g_autoptr (OutlayDeal) deal = outlay_store_dup_deal (store, 1);

  return outlay_deal_get_starred (deal);
}

static void
go_back (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  g_autoptr (OutlayDeal) deal = NULL;
  Copies copies = {FALSE};

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, NULL));
  g_assert_true (open_store (store, outlay_ledger_get_path (ledger)));
  outlay_store_list_copies_async (store, NULL, listed_cb, &copies);
  wait_for (&copies.done);
  g_assert_cmpuint (copies.copies->len, ==, 1);
  OutlayBackup *copy = g_ptr_array_index (copies.copies, 0);
  g_assert_cmpint (copy->n_deals, ==, outlay_store_get_n_deals (store));

  deal = outlay_store_dup_deal (store, 1);
  outlay_store_set_starred (store, deal, TRUE);
  wait_until_loaded (store);
  g_autofree char *kept = go_back_to (store, copy->path);
  g_assert_nonnull (kept);
  g_assert_false (is_first_starred (store));
  g_autofree char *again = go_back_to (store, kept);
  g_assert_nonnull (again);
  g_assert_true (is_first_starred (store));

  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_list_store_append (files, file);
  outlay_store_import (store, G_LIST_MODEL (files));
  g_assert_null (go_back_to (store, copy->path));
  outlay_store_cancel_import (store);
  while (outlay_store_get_import (store) != NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_until_loaded (store);
  g_ptr_array_unref (copies.copies);
  g_clear_object (&store);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
keep_star (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  g_autoptr (OutlayDeal) deal = NULL;
  gint64 id;

  g_assert_true (open_store (store, outlay_ledger_get_path (ledger)));
  deal = outlay_store_dup_deal (store, 1);
  id = outlay_deal_get_id (deal);
  outlay_store_set_starred (store, deal, TRUE);
  g_assert_true (outlay_deal_get_starred (deal));
  for (guint i = 0; i < PATIENCE_SECONDS * 100; i++)
    {
      g_autoptr (OutlayDealRecord) record = outlay_ledger_get_deal (ledger, id, NULL);

      if (record->starred)
        break;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_autoptr (OutlayDealRecord) kept = outlay_ledger_get_deal (ledger, id, NULL);
  g_assert_true (kept->starred);
  g_clear_object (&store);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
imported_cb (OutlayStore *store, OutlayImport *import, const GError *error, Wait *wait)
{
  g_assert_no_error (error);
  g_assert_null (outlay_store_get_import (store));
  wait->n_new = outlay_import_count (import, OUTLAY_IMPORT_NEW);
  wait->done = TRUE;
}

static void
import_files (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "new.db", NULL);
  g_autofree char *text = g_build_filename (folder, "article.txt", NULL);
  g_autoptr (OutlayStore) store = outlay_store_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (text);
  Wait wait = {0};

  g_assert_true (g_file_set_contents (
    text, "A campus in Norway\n\nThe firm will spend $6 billion on a data centre.\n", -1, NULL));
  g_list_store_append (files, file);
  g_signal_connect (store, "imported", G_CALLBACK (imported_cb), &wait);
  /* Files that come before the ledger is open wait for it. */
  outlay_store_import (store, G_LIST_MODEL (files));
  g_assert_null (outlay_store_get_import (store));
  g_assert_true (open_store (store, path));
  g_assert_nonnull (outlay_store_get_import (store));
  wait_for (&wait.done);
  wait_until_loaded (store);
  g_assert_cmpuint (wait.n_new, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (outlay_store_get_sources (store)), ==, 1);
  g_clear_object (&store);
  fixture_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/a ledger is read in the background", open_ledger);
  g_test_add_func ("/store/the articles of a source are read when they are asked for",
                   list_when_asked);
  g_test_add_func ("/store/what an act changed is read again and nothing else has to be",
                   read_what_changed);
  g_test_add_func ("/store/a file that is no ledger is told of", tell_why_not);
  g_test_add_func ("/store/a star is kept in the ledger", keep_star);
  g_test_add_func ("/store/a star hides nothing that other acts and reads bring",
                   star_while_reading);
  g_test_add_func ("/store/quick acts are done in their order and no older deals show meanwhile",
                   keep_order_of_acts);
  g_test_add_func ("/store/the ledger goes back to a copy and again, not during an import",
                   go_back);
  g_test_add_func ("/store/files wait for the ledger and are shown when they are in", import_files);
  return g_test_run ();
}
