/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "ingest/outlay-import.h"
#include "ingest/outlay-verify.h"
#include "outlay-config.h"

/* Each line a form in which articles come in. */
static const char mbox[]
  = "From a Mon Jan  5 08:00:00 2026\nFrom: Desk <desk@paper.example>\n"
    "Date: Mon, 5 Jan 2026 08:00:00 +0000\nSubject: Acme to invest $2 billion in a data centre\n"
    "Content-Type: text/plain; charset=utf-8\n\nAcme said on Monday it would invest $2 billion in "
    "a 300 MW data centre in Texas. Construction begins in 2027, the company said.\n\n"
    "From b Tue Jan  6 08:00:00 2026\nFrom: Desk <desk@paper.example>\n"
    "Date: Tue, 6 Jan 2026 08:00:00 +0000\nSubject: Borealis invests in Norway\n"
    "Content-Type: text/plain; charset=utf-8\n\nBorealis will spend €500 million on a data centre "
    "in Norway, it announced on Tuesday. The site will open in 2028.\n";

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static void
run_import (OutlayImport *import)
{
  g_autoptr (GError) error = NULL;

  outlay_import_run (import, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_FAILED), ==, 0);
}

static void
add_samples (OutlayImport *import)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, name, NULL);

      outlay_import_add_file (import, file);
    }
}

/* The last two are suggested to be a part and its whole. */
static void
add_raw (OutlayImport *import)
{
  static const struct
  {
    const char *id, *title, *text;
  } raws[] = {
    {"raw 1", "Corvid kauft Dunlin",
     "Startseite | Menü\n\nDer Konzern Corvid übernimmt den Rechenzentrumsbetreiber Dunlin für 3,5 "
     "Milliarden Euro, wie er am 5. Januar 2026 mitteilte.\n\nTeilen auf Facebook"},
    {"raw 2", "Tern plans data centres",
     "Tern will invest $40 billion in data centres in Norway, it said on Monday."},
    {"raw 3", "Tern begins",
     "Tern will invest $3 billion in a data centre in Norway as part of its programme."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      g_autoptr (OutlayArticle) raw = outlay_article_new ();

      g_free (raw->text);
      raw->id = g_strdup (raws[i].id);
      raw->title = g_strdup (raws[i].title);
      raw->source = g_strdup ("Blatt");
      raw->text = g_strdup (raws[i].text);
      outlay_import_add_article (import, raw);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *box = g_build_filename (fixture->folder, "mails.mbox", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (box);
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_assert_true (g_file_set_contents (box, mbox, -1, NULL));
  add_samples (import);
#ifdef OUTLAY_HAVE_GMIME
  outlay_import_add_file (import, file);
#endif
  add_raw (import);
  run_import (import);
  g_remove (box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static GPtrArray *
verify (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *proofs = outlay_verify (ledger, NULL, &error);

  g_assert_no_error (error);
  return proofs;
}

static void
execute (OutlayLedger *ledger, const char *script)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (outlay_ledger_get_path (ledger), &db), ==, SQLITE_OK);
  sqlite3_exec (db, script, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static gint64
ask (OutlayLedger *ledger, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (outlay_ledger_get_path (ledger), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  gint64 number = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

static void
prove_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) proofs = verify (fixture->ledger);

  g_assert_cmpuint (proofs->len, ==, ask (fixture->ledger, "SELECT count(*) FROM article"));
  for (guint i = 0; i < proofs->len; i++)
    {
      const OutlayVerified *verified = g_ptr_array_index (proofs, i);

      g_test_message ("%s", verified->label);
      g_assert_cmpint (verified->proof, ==, OUTLAY_PROOF_SAME);
    }
}

static void
keep_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "en-openai-aws.txt", NULL);
  g_autoptr (GArray) origins = outlay_ledger_list_origins (fixture->ledger, NULL, NULL);
  g_autofree char *content = NULL;
  gsize length;
  gboolean found = FALSE;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (guint i = 0; i < origins->len; i++)
    {
      const OutlayLedgerOrigin *origin = &g_array_index (origins, OutlayLedgerOrigin, i);

      if (origin->path == NULL || !g_str_has_suffix (origin->path, "en-openai-aws.txt"))
        continue;
      g_autoptr (OutlayOriginal) original
        = outlay_ledger_get_original (fixture->ledger, origin->original_id, NULL);
      g_autoptr (GBytes) bytes = outlay_original_unpack (original);
      gsize size;
      gconstpointer kept = g_bytes_get_data (bytes, &size);

      g_assert_cmpmem (kept, size, content, length);
      found = TRUE;
    }
  g_assert_true (found);
}

static void
keep_once (Fixture *fixture, gconstpointer data)
{
  gint64 before = ask (fixture->ledger, "SELECT count(*) FROM original");
  g_autoptr (OutlayImport) again = outlay_import_new (fixture->ledger);

  add_samples (again);
  run_import (again);
  g_assert_cmpint (ask (fixture->ledger, "SELECT count(*) FROM original"), ==, before);
#ifdef OUTLAY_HAVE_GMIME
  g_assert_cmpint (ask (fixture->ledger,
                        "SELECT count(*) FROM article_original GROUP BY original_id"
                        " ORDER BY 1 DESC"),
                   ==, 2);
#endif
}

static void
tell_what_fails (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    OutlayProof proof;
  } cases[] = {
    {"DELETE FROM article_original WHERE article_id = 1", OUTLAY_PROOF_NO_ORIGINAL},
    {"UPDATE original SET bytes = zeroblob (length (bytes)) WHERE id ="
     " (SELECT original_id FROM article_original WHERE article_id = 2)",
     OUTLAY_PROOF_CHANGED_BYTES},
    {"UPDATE article SET text = replace (text, '.', '!') WHERE id = 3", OUTLAY_PROOF_OTHER_TEXT},
    {"UPDATE fields SET status = 'cancelled' WHERE claim_id ="
     " (SELECT min (id) FROM claim WHERE article_id = 4)",
     OUTLAY_PROOF_OTHER_CLAIMS},
    {"UPDATE evidence SET span_start = 99990, span_end = 99999 WHERE claim_id ="
     " (SELECT min (id) FROM claim WHERE article_id = 5)",
     OUTLAY_PROOF_BAD_EVIDENCE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    execute (fixture->ledger, cases[i].script);
  g_autoptr (GPtrArray) proofs = verify (fixture->ledger);
  for (guint i = 0; i < proofs->len; i++)
    {
      const OutlayVerified *verified = g_ptr_array_index (proofs, i);
      g_autofree char *words = outlay_verify_describe (verified);

      g_assert_cmpint (verified->proof, ==,
                       i < G_N_ELEMENTS (cases) ? cases[i].proof : OUTLAY_PROOF_SAME);
      g_assert_nonnull (strstr (words, verified->label));
    }
}

static char *
print_deals (OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < deals->len; i++)
    {
      g_autoptr (JsonObject) object = outlay_json_from_deal (g_ptr_array_index (deals, i));
      g_autofree char *printed = outlay_json_print (object);

      g_string_append_printf (all, "%s\n", printed);
    }
  return g_string_free (all, FALSE);
}

static void
rebuild (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rebuilt.db", NULL);
  g_autofree char *before = print_deals (fixture->ledger);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) newer = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  guint n_missing = 99;

  g_assert_nonnull (strstr (before, "\"review\":true"));

  /* What the program itself has written is lost; only articles' places and originals are left. */
  execute (fixture->ledger,
           "DELETE FROM claim; DELETE FROM deal; UPDATE article SET text = 'lost'");
  g_assert_true (outlay_verify_rebuild (fixture->ledger, newer, &n_missing, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_missing, ==, 0);
  g_autofree char *after = print_deals (newer);
  g_assert_cmpstr (after, ==, before);
  g_autoptr (GPtrArray) proofs = verify (newer);
  for (guint i = 0; i < proofs->len; i++)
    g_assert_cmpint (((OutlayVerified *)g_ptr_array_index (proofs, i))->proof, ==,
                     OUTLAY_PROOF_SAME);
}

static void
cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (outlay_verify (fixture->ledger, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  add ("/verify/every article is proved from the bytes it was read from", prove_all);
  add ("/verify/the bytes of a file are kept as they were", keep_bytes);
  add ("/verify/a file of several articles, and one imported twice, is kept once", keep_once);
  add ("/verify/what cannot be proved is told, each for its reason", tell_what_fails);
  add ("/verify/all that the program has written is made anew from the originals", rebuild);
  add ("/verify/it can be cancelled", cancel);
  return g_test_run ();
}
