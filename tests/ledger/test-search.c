/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <sqlite3.h>
#include <string.h>

#include "fixture/fixture.h"
#include "ingest/outlay-ingest.h"

/* Each article tells one deal, whose number is its place here, from 1. */
static const struct
{
  const char *party, *country, *title, *text;
} articles[] = {
  {"Acme", "VN", "Acme đầu tư vào Đồng Nai", "Dự án trị giá 2 tỷ USD ở Việt Nam."},
  {"Borealis", "DE", "Borealis baut in Köln", "Das Rechenzentrum an der Hauptstraße kostet viel."},
  {"Corvid", "FR", "Corvid s’engage", "Un investissement de 3 milliards à l’Élysée."},
  {"Dunlin", "JP", "ダンリン、日本で投資", "千葉県印西市にデータセンターを建てる。"},
  {"Egret", "CN", "白鹭建设数据中心", "公司将在上海投资一百亿元。"},
  {"Fulmar", "KR", "풀마, 세종에 투자", "데이터센터를 짓는 대규모 투자다."},
  {"Gannet", "ES", "Gannet invertirá en Aragón", "La compañía española ampliará la región."},
  {"Heron", "IT", "Heron e l’energia", "Un’università di Città del Sole collabora."},
  {"Ibis", "PT", "Ibis em São João", "Construção de um centro de dados em ação."},
  {"Jacana", "US", "Jacana builds", "A data centre beside Acme’s old one; ＧＷ scale in 2027."},
};

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
} Fixture;

static void
add_article (OutlayLedger *ledger, guint index)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  OutlayIngested ingested;

  g_free (article->text);
  article->title = g_strdup (articles[index].title);
  article->text = g_strdup (articles[index].text);
  article->source = g_strdup_printf ("Paper %u", index + 1);
  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, articles[index].party);
  outlay_fields_add_place (&claim->fields, articles[index].country);
  g_ptr_array_add (claims, claim);
  outlay_ingest_article (ledger, article, claims, &ingested, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    add_article (fixture->ledger, i);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (int)(*(const gint64 *)a - *(const gint64 *)b);
}

static void
assert_finds (OutlayLedger *ledger, const char *typed, const char *expected)
{
  g_autoptr (OutlayQuery) query = outlay_query_new (typed);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = outlay_ledger_search (ledger, query, NULL, &error);

  g_assert_no_error (error);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));
  g_test_message ("%s", typed);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
find_all_languages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *found;
  } cases[] = {
    {"dau tu", "1"},   {"đầu tư", "1"},      {"DONG NAI", "1"},     {"Đồng Nai", "1"},
    {"koln", "2"},     {"Köln", "2"},        {"hauptstrasse", "2"}, {"elysee", "3"},
    {"日本", "4"},     {"投資", "4"},        {"印西", "4"},         {"投资", "5"},
    {"数据中心", "5"}, {"上海", "5"},        {"투자", "6"},         {"세종", "6"},
    {"센터", "6"},     {"aragon", "7"},      {"compania", "7"},     {"citta", "8"},
    {"sao joao", "9"}, {"construcao", "9"},  {"gw", "10"},          {"2027", "10"},
    {"ﾃﾞｰﾀ", "4"},     {"nothing such", ""}, {"本日", ""},          {"心中", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds (fixture->ledger, cases[i].typed, cases[i].found);
}

static void
find_as_asked (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *found;
  } cases[] = {
    {"inv", "3 7"},
    {"\"inv\"", ""},
    {"data centre", "10"},
    {"centre data", "10"},
    {"\"data centre\"", "10"},
    {"\"centre data\"", ""},
    {"acme", "1 10"},
    {"acme -jacana", "1"},
    {"acme -dau", "10"},
    {"-acme", "2 3 4 5 6 7 8 9 10"},
    {"acme -\"old one\"", "1"},
    {"heron paper", "8"},
    {"\"paper 1\"", "1"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds (fixture->ledger, cases[i].typed, cases[i].found);
}

static void
find_places (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *found;
  } cases[] = {
    {"germany", "2"}, {"đức", "2"},  {"allemagne", "2"}, {"德国", "2"},
    {"vietnam", "1"}, {"越南", "1"}, {"giappone", "4"},  {"estados unidos", "10"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds (fixture->ledger, cases[i].typed, cases[i].found);
}

/* Whatever is typed, the ledger answers. */
static void
find_anything (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[]
    = {"\"", "-", "*",  "(", ")", ":", "^",    "+",   "{",     "}", "NEAR", "NOT",
       " ",  "a", "日", "'", ";", "%", "\xff", "AND", "title", ",", "\\"};

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (gint32 i = g_test_rand_int_range (1, 12); i > 0; i--)
        g_string_append (typed, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      g_autoptr (OutlayQuery) query = outlay_query_new (typed->str);
      if (outlay_query_is_empty (query))
        continue;
      g_autoptr (GArray) ids = outlay_ledger_search (fixture->ledger, query, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (ids);
    }
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

/* A transaction of the program, which indexes all that has changed. */
static void
commit (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (ledger, &error));
  g_assert_true (outlay_ledger_commit (ledger, &error));
}

/* By any hand, as the history's undo or another program writes. */
static void
follow_changes (Fixture *fixture, gconstpointer data)
{
  execute (fixture->ledger, "UPDATE party SET name = 'Zephyr' WHERE name = 'Acme'");
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "zephyr", "1");
  assert_finds (fixture->ledger, "acme -jacana", "1");
  execute (fixture->ledger,
           "UPDATE article SET title = 'Neues aus Ulm', text = 'Nichts' WHERE id = 2");
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "ulm", "2");
  assert_finds (fixture->ledger, "hauptstrasse", "");
  assert_finds (fixture->ledger, "koln", "");
  execute (fixture->ledger, "PRAGMA foreign_keys = ON; DELETE FROM article WHERE id = 3;"
                            "DELETE FROM deal WHERE id = 3");
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "corvid", "");
  assert_finds (fixture->ledger, "milliards", "");
  execute (fixture->ledger, "UPDATE deal_claim SET deal_id = 4 WHERE deal_id = 5;"
                            "DELETE FROM deal WHERE id = 5");
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "上海", "4");
  assert_finds (fixture->ledger, "egret", "4");
  execute (fixture->ledger, "DELETE FROM place WHERE country = 'KR'");
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "korea", "");
}

static void
forget_rollback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;

  g_free (article->text);
  article->text = g_strdup ("unheard of");
  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  g_assert_cmpint (outlay_ledger_add_article (fixture->ledger, article, "digest", &error), >, 0);
  outlay_ledger_rollback (fixture->ledger);
  commit (fixture->ledger);
  assert_finds (fixture->ledger, "unheard", "");
}

/* The index of a ledger that another program has written to, or that was migrated. */
static void
index_on_opening (Fixture *fixture, gconstpointer data)
{
  execute (fixture->ledger, "UPDATE article SET text = 'brandneu' WHERE id = 2");
  g_clear_object (&fixture->ledger);
  fixture->ledger = fixture_open_ledger (fixture->folder);
  assert_finds (fixture->ledger, "brandneu", "2");
}

static void
cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayQuery) query = outlay_query_new ("acme");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (outlay_ledger_search (fixture->ledger, query, cancellable, &error));
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
  add ("/search/words of all ten languages are found, with accents and without",
       find_all_languages);
  add ("/search/words may go on, quoted ones not, those behind minus are not there", find_as_asked);
  add ("/search/a country is found by its name in any language", find_places);
  add ("/search/whatever is typed, it is no mistake", find_anything);
  add ("/search/the index follows every change", follow_changes);
  add ("/search/the index forgets what was rolled back", forget_rollback);
  add ("/search/what another program wrote is indexed when the ledger is opened", index_on_opening);
  add ("/search/a cancelled search stops", cancel);
  return g_test_run ();
}
