/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A ledger with all that a ledger can hold, of which bytes flipped or were lost. Whatever is asked
 * of it and whatever is done to it then has to end with an answer or a message.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "fixture/fixture.h"
#include "ingest/outlay-import.h"
#include "ingest/outlay-suggestions.h"
#include "ingest/outlay-verify.h"
#include "ledger/outlay-ledger-suggestions.h"
#include "ledger/outlay-ledger-summaries.h"
#include "ledger/outlay-remarks.h"
#include "ledger/safety/outlay-check.h"
#include "random-act.h"
#include "report/outlay-export.h"

#define N_ACTS 40

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static gboolean
import_article (OutlayLedger *ledger, const char *text)
{
  g_autoptr (OutlayImport) import = outlay_import_new (ledger);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;

  g_free (article->text);
  article->text = g_strdup (text);
  outlay_import_add_article (import, article);
  return outlay_import_run (import, NULL, &error);
}

/* What the user said of all kinds, the last of it undone. */
static void
act (OutlayLedger *ledger)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_ACTS; i++)
    {
      g_autoptr (OutlayAct) act
        = random_act (random, ledger, (OutlayActKind)(i % OUTLAY_ACT_DELETE_ARTICLES));

      if (act != NULL)
        outlay_act_run (act, ledger, NULL, NULL);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (ledger, NULL);

      g_assert_nonnull (undone);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (fixture->folder);
  g_assert_true (
    import_article (ledger, "Acme will invest $3 billion in a data centre in Norway."));
  act (ledger);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
assert_answered (gconstpointer answer, GError **error)
{
  g_assert_true ((answer == NULL) == (*error != NULL));
  g_assert_true (*error == NULL || *(*error)->message != '\0');
  g_clear_error (error);
}

static void export(OutlayLedger *ledger, GPtrArray *deals)
{
  static const OutlayExportFormat formats[] = {OUTLAY_EXPORT_JSON, OUTLAY_EXPORT_CSV_CLAIMS,
                                               OUTLAY_EXPORT_ARTICLES, OUTLAY_EXPORT_MARKDOWN};

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      gboolean written
        = outlay_export_write (deals, ledger, formats[i], NULL, stream, NULL, NULL, NULL, &error);

      assert_answered (written ? stream : NULL, &error);
    }
}

static void
count_summary (OutlayDealRecord *deal, gpointer user_data)
{
  ++*(guint *)user_data;
}

/* What the window asks for. */
static void
read_deals (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayQuery) query = outlay_query_new ("acme data -x");
  guint n_deals = 0;

  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  assert_answered (deals, &error);
  if (deals != NULL)
    export(ledger, deals);
  g_autoptr (GPtrArray) rejected = outlay_ledger_list_rejected (ledger, NULL, &error);
  assert_answered (rejected, &error);
  g_autoptr (GPtrArray) newest = outlay_ledger_list_newest (ledger, 4, NULL, &error);
  assert_answered (newest, &error);
  g_autoptr (GArray) found = outlay_ledger_search (ledger, query, NULL, &error);
  assert_answered (found, &error);
  g_autoptr (GArray) suggested = outlay_ledger_list_suggested (ledger, 0, &error);
  assert_answered (suggested, &error);
  g_autoptr (GPtrArray) acts = outlay_history_list (ledger, 0, 0, NULL, &error);
  assert_answered (acts, &error);
  g_autoptr (OutlayReadings) readings = outlay_ledger_list_readings (ledger, NULL, &error);
  assert_answered (readings, &error);
  gboolean gone_through
    = outlay_ledger_foreach_summary (ledger, count_summary, &n_deals, NULL, &error);
  assert_answered (gone_through ? ledger : NULL, &error);
}

static void
read_articles (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (GPtrArray) sources = outlay_ledger_list_sources (ledger, NULL, &error);
  assert_answered (sources, &error);
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, &error);
  assert_answered (articles, &error);
  g_autoptr (GArray) origins = outlay_ledger_list_origins (ledger, NULL, &error);
  assert_answered (origins, &error);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      const OutlayLedgerArticle *listed = g_ptr_array_index (articles, i);
      g_autoptr (OutlayArticle) article = outlay_ledger_get_article (ledger, listed->id, &error);

      assert_answered (article, &error);
    }
  for (guint i = 0; origins != NULL && i < origins->len; i++)
    {
      gint64 id = g_array_index (origins, OutlayLedgerOrigin, i).original_id;
      g_autoptr (OutlayOriginal) original = outlay_ledger_get_original (ledger, id, &error);

      assert_answered (original, &error);
      g_autoptr (GBytes) bytes = original != NULL ? outlay_original_unpack (original) : NULL;
    }
}

/* What the user does next: go back, forth, and on. */
static void
go_on (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id < 4; id++)
    {
      g_array_append_val (ids, id);
      g_autoptr (OutlayAct) star = outlay_act_new_star (ids, TRUE);
      gboolean starred = outlay_act_run (star, ledger, NULL, &error);

      assert_answered (starred ? star : NULL, &error);
    }
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (OutlayHistoryEntry) undone = outlay_act_undo (ledger, NULL);
      g_autofree char *words = undone != NULL ? outlay_act_describe (undone) : NULL;
    }
  g_autoptr (OutlayHistoryEntry) redone = outlay_act_redo (ledger, NULL);
  g_autoptr (OutlayAct) merge = outlay_act_new_merge (ids);
  gboolean merged = outlay_act_run (merge, ledger, NULL, &error);
  assert_answered (merged ? merge : NULL, &error);
  gboolean caught_up = outlay_suggestions_catch_up (ledger, NULL, &error);
  assert_answered (caught_up ? ledger : NULL, &error);
  g_autoptr (GPtrArray) verified = outlay_verify (ledger, NULL, &error);
  assert_answered (verified, &error);
  import_article (ledger, "Borealis will spend 2 billion euros on chips in Spain.");
}

/* Whatever became of the file: a message, and no crash, from each thing that is asked of it. */
static void
use_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damages = outlay_check (path, NULL, &error);

  assert_answered (damages, &error);
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  assert_answered (ledger, &error);
  if (ledger == NULL)
    return;
  read_deals (ledger);
  read_articles (ledger);
  go_on (ledger);
}

static void
survive_flips (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".flipped", NULL);
  g_autofree char *content = NULL;
  gsize length;
  guint n_told = 0;
  const guint rounds = 40, fixed = 25;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *flipped = g_memdup2 (content, length);
      guint32 seed = round < fixed ? round : (guint32)g_test_rand_int ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      gsize page = (gsize)g_rand_int_range (random, 0, (gint32)(length / 4096));

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 40; i++)
        flipped[page * 4096 + (gsize)g_rand_int_range (random, 0, 4096)]
          ^= (char)g_rand_int_range (random, 1, 256);
      g_assert_true (g_file_set_contents (copy, flipped, (gssize)length, NULL));
      g_autoptr (GPtrArray) damages = outlay_check (copy, NULL, NULL);
      n_told += damages == NULL || damages->len > 0;
      use_damaged (copy);
    }
  g_test_message ("%u of %u damaged files were told", n_told, rounds);
  /* The rest hit bytes that no row uses: small tables leave most of their pages empty. */
  g_assert_cmpuint (n_told, >, rounds / 4);
}

static void
survive_truncation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".short", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (gsize left = length - 4096; left > 0; left = left * 3 / 4)
    {
      g_assert_true (g_file_set_contents (copy, content, (gssize)left, NULL));
      g_autoptr (GPtrArray) damages = outlay_check (copy, NULL, NULL);
      g_assert_true (damages == NULL || damages->len > 0);
      use_damaged (copy);
    }
}

/* The log with the last articles is deleted while no program has the ledger open. */
static void
survive_lost_log (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = {"", "-wal", "-shm"};
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);

  g_assert_true (import_article (ledger, "Acme will build a data centre of 40 MW in Ohio."));
  for (guint missing = 0; missing < G_N_ELEMENTS (endings); missing++)
    {
      g_autofree char *copy = g_strdup_printf ("%s.lost-%u", fixture->path, missing);

      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          g_autofree char *from = g_strconcat (fixture->path, endings[i], NULL);
          g_autofree char *to = g_strconcat (copy, endings[i], NULL);
          g_autofree char *content = NULL;
          gsize length;

          if (i == missing)
            continue;
          g_assert_true (g_file_get_contents (from, &content, &length, NULL));
          g_assert_true (g_file_set_contents (to, content, (gssize)length, NULL));
        }
      g_autoptr (GPtrArray) damages = outlay_check (copy, NULL, NULL);
      g_assert_true (missing == 0 || damages->len == 0);
      use_damaged (copy);
    }
}

static void
add (const char *path, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/damage/bytes that flipped are told, and crash nothing", survive_flips);
  add ("/damage/a file cut short is told, and crashes nothing", survive_truncation);
  add ("/damage/a lost log or index of it crashes nothing", survive_lost_log);
  return g_test_run ();
}
