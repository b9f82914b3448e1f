/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <sqlite3.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "ledger/safety/outlay-check.h"
#include "ingest/outlay-ingest.h"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
}

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
list_deals (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deals = outlay_ledger_list_deals (ledger, NULL, &error);

  g_assert_no_error (error);
  return deals;
}

static GPtrArray *
list_articles (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *articles = outlay_ledger_list_articles (ledger, NULL, &error);

  g_assert_no_error (error);
  return articles;
}

/* All that a deal says, for comparison: evidence is not in the JSON form of a deal. */
static char *
print_deal (const OutlayDealRecord *deal)
{
  g_autoptr (JsonObject) object = outlay_json_from_deal (deal);
  GString *text = g_string_new (NULL);
  g_autofree char *json = outlay_json_print (object);

  g_string_append (text, json);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    g_string_append_printf (text, " %d", deal->chosen[field]);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %s", claim->id, claim->reason);
      for (guint j = 0; j < claim->claim->evidence->len; j++)
        {
          const OutlayEvidence *evidence
            = &g_array_index (claim->claim->evidence, OutlayEvidence, j);

          g_string_append_printf (text, "\n%u %u %u %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " %s",
                                  evidence->field, evidence->index, evidence->part,
                                  evidence->span.start, evidence->span.end, evidence->rule);
        }
    }
  return g_string_free (text, FALSE);
}

static char *
print_deals (OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) deals = list_deals (ledger);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < deals->len; i++)
    {
      g_autofree char *deal = print_deal (g_ptr_array_index (deals, i));

      g_string_append_printf (text, "%s\n", deal);
    }
  return g_string_free (text, FALSE);
}

static void
fill (OutlayLedger *ledger)
{
  g_autofree char *path = fixture_dup_path ("articles.jsonl");
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_fill (ledger, path, &error));
  g_assert_no_error (error);
}

static void
test_default_path (void)
{
  g_autofree char *path = outlay_ledger_dup_default_path ();
  g_autofree char *expected
    = g_build_filename (g_get_user_data_dir (), "io.github.outlay.Outlay", "ledger.db", NULL);

  if (g_str_has_suffix (expected, "Outlay/ledger.db") && strstr (path, ".Devel") == NULL)
    g_assert_cmpstr (path, ==, expected);
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a", "b", "ledger.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outlay_ledger_get_path (ledger), ==, path);
  g_autoptr (GPtrArray) deals = list_deals (ledger);
  g_assert_cmpuint (deals->len, ==, 0);
}

static OutlayClaim *
make_full_claim (void)
{
  OutlayClaim *claim = outlay_claim_new ();
  OutlayMoney alternative = {"EUR", 100, OUTLAY_MONEY_UNSET, OUTLAY_QUALIFIER_AT_LEAST};

  claim->main = TRUE;
  claim->fields.kind = OUTLAY_KIND_GRANT;
  claim->fields.status = OUTLAY_STATUS_UNDER_WAY;
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, "Bộ Khoa học; DROP TABLE deal");
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_RECIPIENT, "O’Brien \"Labs\"");
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_PARTNER, "電力");
  claim->fields.amount
    = (OutlayMoney){"USD", 150, G_MAXINT64 / 4, OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_EACH};
  g_array_append_val (claim->fields.amount_alt, alternative);
  claim->fields.capacity = (OutlayCapacity){1750, OUTLAY_QUALIFIER_UP_TO};
  outlay_fields_add_place (&claim->fields, "VN");
  outlay_fields_add_place (&claim->fields, "NO");
  claim->fields.announced = outlay_date_day (2026, 2, 28);
  claim->fields.start = outlay_date_half (2026, 2);
  claim->fields.end = outlay_date_quarter (2031, 4);
  outlay_claim_add_evidence (claim, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, (OutlaySpan){0, 4},
                             "a-rule");
  outlay_claim_add_evidence (claim, OUTLAY_FIELD_PARTIES, 2, OUTLAY_PART_TITLE, (OutlaySpan){1, 3},
                             NULL);
  for (guint8 field = 0; field < OUTLAY_N_FIELDS; field++)
    claim->confidence[field] = (guint8)(60 + field);
  return claim;
}

static OutlayArticle *
make_full_article (void)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  g_free (article->lang);
  article->id = g_strdup ("an id");
  article->file = g_strdup ("/folder/caf\xe9.txt");
  article->title = g_strdup ("Tiêu đề");
  article->text = g_strdup ("Text with 'quotes' and ? marks.");
  article->lang = g_strdup ("vi");
  article->source = g_strdup ("Báo");
  article->author = g_strdup ("Somebody");
  article->url = g_strdup ("https://example.org/?a=1&b=2");
  article->published = outlay_date_month (2026, 2);
  article->note = g_strdup ("shortened");
  return article;
}

static void
assert_same_article (const OutlayArticle *a, const OutlayArticle *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->file, ==, b->file);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->lang, ==, b->lang);
  g_assert_cmpstr (a->source, ==, b->source);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_true (outlay_date_equal (a->published, b->published));
}

static void
test_all_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayArticle) article = make_full_article ();
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (GError) error = NULL;
  OutlayIngested ingested;

  g_ptr_array_add (claims, make_full_claim ());
  g_assert_true (outlay_ingest_article (fixture->ledger, article, claims, &ingested, &error));
  g_autoptr (GPtrArray) deals = list_deals (fixture->ledger);
  g_assert_cmpuint (deals->len, ==, 1);
  OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
  const OutlayDealClaim *stored = outlay_deal_record_get_claim (deal, 0);
  g_autoptr (OutlayDealRecord) expected = outlay_deal_record_new ();
  OutlayDealClaim *claim = outlay_deal_claim_new (stored->id, ingested.article_id,
                                                  outlay_claim_ref (g_ptr_array_index (claims, 0)),
                                                  outlay_article_ref (article));
  g_ptr_array_add (expected->claims, claim);
  expected->id = deal->id;
  outlay_fields_clear (&expected->fields);
  outlay_fields_copy (&expected->fields, &claim->claim->fields);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    expected->chosen[field] = 0;
  g_autofree char *got = print_deal (deal);
  g_autofree char *wanted = print_deal (expected);
  g_assert_cmpstr (got, ==, wanted);
  assert_same_article (stored->article, article);
  g_assert_cmpstr (stored->article->text, ==, "");
  g_autoptr (OutlayArticle) whole
    = outlay_ledger_get_article (fixture->ledger, ingested.article_id, &error);
  assert_same_article (whole, article);
  g_assert_cmpstr (whole->text, ==, article->text);
  g_autoptr (OutlayDealRecord) alone = outlay_ledger_get_deal (fixture->ledger, deal->id, &error);
  g_autofree char *got_alone = print_deal (alone);
  g_assert_cmpstr (got_alone, ==, wanted);
}

static void
test_articles_count_their_deals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = list_articles (fixture->ledger);
  const OutlayLedgerArticle *third = g_ptr_array_index (articles, 2);

  g_assert_cmpuint (articles->len, ==, 8);
  g_assert_cmpstr (third->article->id, ==, "nordlicht-vi");
  g_assert_cmpuint (third->n_deals, ==, 2);
  g_assert_cmpint (third->imported, >, 0);
}

static void
test_deals_join_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) deals = list_deals (fixture->ledger);
  OutlayDealRecord *first = g_ptr_array_index (deals, 0);
  OutlayDealRecord *loan = g_ptr_array_index (deals, deals->len - 1);

  g_assert_cmpuint (deals->len, ==, 6);
  g_assert_cmpuint (first->claims->len, ==, 3);
  g_assert_cmpuint (outlay_deal_record_count_sources (first), ==, 3);
  g_assert_null (outlay_deal_record_get_claim (first, 0)->reason);
  g_assert_nonnull (outlay_deal_record_get_claim (first, 2)->reason);
  g_assert_cmpuint (loan->conflicts, ==, 1u << OUTLAY_FIELD_AMOUNT);
  g_assert_true (loan->review);
}

static void
test_import_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print_deals (fixture->ledger);

  fill (fixture->ledger);
  g_autofree char *after = print_deals (fixture->ledger);
  g_assert_cmpstr (after, ==, before);
  g_autoptr (GPtrArray) articles = list_articles (fixture->ledger);
  g_assert_cmpuint (articles->len, ==, 8);
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print_deals (fixture->ledger);

  g_clear_object (&fixture->ledger);
  fixture->ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *after = print_deals (fixture->ledger);
  g_assert_cmpstr (after, ==, before);
}

static void
test_digest (void)
{
  g_autoptr (OutlayArticle) a = outlay_article_new ();
  g_autoptr (OutlayArticle) b = outlay_article_new ();
  g_autoptr (OutlayArticle) c = outlay_article_new ();

  g_free (a->text);
  g_free (b->text);
  g_free (c->text);
  a->title = g_strdup ("Đầu tư");
  a->text = g_strdup ("Một câu.\n\nHai câu.");
  a->file = g_strdup ("a.txt");
  b->title = g_strdup ("Dau tu");
  b->text = g_strdup ("Mo\xcc\xa3\xcc\x82t   c\xc3\xa2u.\r\nHAI c\xc3\xa2u. ");
  c->title = g_strdup ("Đầu tư");
  c->text = g_strdup ("Một câu.\n\nBa câu.");
  g_autofree char *digest_a = outlay_ledger_dup_digest (a);
  g_autofree char *digest_b = outlay_ledger_dup_digest (b);
  g_autofree char *digest_c = outlay_ledger_dup_digest (c);
  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_a, !=, digest_c);
}

static void
test_starred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) deals = list_deals (fixture->ledger);
  OutlayDealRecord *first = g_ptr_array_index (deals, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (first->starred);
  g_assert_true (fixture_star (fixture->ledger, first->id, TRUE, &error));
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (fixture->ledger, first->id, &error);
  g_assert_true (deal->starred);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_ledger_get_deal (fixture->ledger, 4711, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (outlay_ledger_get_article (fixture->ledger, 4711, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
}

static void
test_reader_beside_writer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print_deals (fixture->ledger);
  g_autoptr (OutlayArticle) article = make_full_article ();
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  g_assert_cmpint (outlay_ledger_add_article (fixture->ledger, article, "digest", &error), >, 0);
  g_autofree char *during = print_deals (fixture->ledger);
  g_autoptr (GPtrArray) articles = list_articles (fixture->ledger);
  g_assert_cmpstr (during, ==, before);
  g_assert_cmpuint (articles->len, ==, 8);
  g_assert_true (outlay_ledger_commit (fixture->ledger, &error));
  g_autoptr (GPtrArray) after = list_articles (fixture->ledger);
  g_assert_cmpuint (after->len, ==, 9);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print_deals (fixture->ledger);
  g_autoptr (OutlayArticle) article = make_full_article ();
  g_autoptr (OutlayClaim) claim = make_full_claim ();
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  const char *keys[] = {"a key", NULL};
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  gint64 article_id = outlay_ledger_add_article (fixture->ledger, article, "digest", &error);
  g_assert_cmpint (outlay_ledger_add_claim (fixture->ledger, article_id, claim, keys, &error), >,
                   0);
  g_assert_true (outlay_ledger_store_deal (fixture->ledger, deal, &error));
  outlay_ledger_rollback (fixture->ledger);
  g_autofree char *after = print_deals (fixture->ledger);
  g_autoptr (GPtrArray) articles = list_articles (fixture->ledger);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (articles->len, ==, 8);
}

static gint64
ask (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "ledger.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  gint64 number = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

static void
test_integrity (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damages = outlay_check (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (damages->len, ==, 0);
  g_assert_cmpint (
    ask (fixture->folder, "SELECT count(*) FROM fields"), ==,
    ask (fixture->folder, "SELECT (SELECT count(*) FROM claim) + (SELECT count(*) FROM deal)"));
}

static void
test_foreign_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayClaim) claim = make_full_claim ();
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  g_assert_cmpint (outlay_ledger_add_claim (fixture->ledger, 4711, claim, NULL, &error), ==, 0);
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_FAILED);
  outlay_ledger_rollback (fixture->ledger);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (outlay_ledger_list_deals (fixture->ledger, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autoptr (GPtrArray) deals = list_deals (fixture->ledger);
  g_assert_cmpuint (deals->len, >, 0);
}

static gpointer
star_many_times (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_star (fixture->ledger, 1, i % 2 == 0, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static gpointer
list_many_times (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GPtrArray) deals = list_deals (fixture->ledger);

      g_assert_cmpuint (deals->len, ==, 6);
    }
  return NULL;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, i % 2 ? list_many_times : star_many_times, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
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
  g_test_add_func ("/ledger/the user’s own lies in the data folder", test_default_path);
  g_test_add_func ("/ledger/the digest overlooks space, case, accents and file", test_digest);
  g_test_add ("/ledger/a missing folder is made", Fixture, NULL, set_up_empty, test_missing_folder,
              tear_down);
  g_test_add ("/ledger/all that goes in comes back", Fixture, NULL, set_up_empty,
              test_all_comes_back, tear_down);
  add ("/ledger/articles count their deals", test_articles_count_their_deals);
  add ("/ledger/deals join their articles and keep why", test_deals_join_articles);
  add ("/ledger/importing twice is importing once", test_import_twice);
  add ("/ledger/what is stored is there after opening again", test_reopen);
  add ("/ledger/a star stays", test_starred);
  add ("/ledger/what is not there is not found", test_not_found);
  add ("/ledger/a reader sees the last committed state while one writes",
       test_reader_beside_writer);
  add ("/ledger/a rollback leaves nothing", test_rollback);
  add ("/ledger/the file is whole", test_integrity);
  add ("/ledger/a claim needs its article", test_foreign_keys);
  add ("/ledger/a cancelled reading stops, the next goes on", test_cancelled);
  add ("/ledger/threads read and write side by side", test_threads);
  return g_test_run ();
}
