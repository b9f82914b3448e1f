/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article is looked for among all that print the same; that must not take longer the more there
 * are. OUTLAY_COPIES sets how many: a hundred thousand take some minutes. */
#define G_LOG_DOMAIN "outlay-tests"

#include <time.h>

#include "fixture/fixture.h"
#include "ingest/outlay-ingest.h"

#define N_ARTICLES 6000

/* What is compared: so many articles after a tenth of them all, and as many at the end. */
#define N_MEASURED 300

/* The tables grow, and with them the paths through them. */
#define MAX_RATIO 2.5

#define N_WORDS      180
#define N_VOCABULARY 4000

/* Every so manieth article prints the text of an earlier one, below a line of its own. */
#define COPY_EVERY 5

static guint
get_number (void)
{
  const char *value = g_getenv ("OUTLAY_COPIES");

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : N_ARTICLES;
}

/* The text of article @number is always the same. */
static char *
make_text (guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "%sw%d%s", i > 0 ? " " : "",
                            g_rand_int_range (random, 0, N_VOCABULARY), i % 18 == 17 ? "." : "");
  return g_string_free (text, FALSE);
}

static char *
make_article_text (guint number)
{
  guint original = number / 2 - (number / 2) % COPY_EVERY;

  if (number % COPY_EVERY != 1)
    return make_text (number);
  g_autofree char *text = make_text (original);
  return g_strdup_printf ("Paper %u has this from an agency.\n\n%s", number, text);
}

static void
add_article (OutlayLedger *ledger, guint number, guint *n_copies)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (GError) error = NULL;
  OutlayIngested ingested;

  g_free (article->text);
  article->text = make_article_text (number);
  article->title = g_strdup_printf ("Article %u", number);
  outlay_ingest_article (ledger, article, claims, &ingested, &error);
  g_assert_no_error (error);
  *n_copies += ingested.copy_of != 0;
}

/* Processor seconds. */
static double
time_articles (OutlayLedger *ledger, guint first, guint n, guint *n_copies)
{
  clock_t start = clock ();

  for (guint i = first; i < first + n; i++)
    add_article (ledger, i, n_copies);
  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

static void
bench_linear (void)
{
  guint n = MAX (get_number (), 20 * N_MEASURED), n_copies = 0;
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);

  time_articles (ledger, 0, n / 10, &n_copies);
  double early = time_articles (ledger, n / 10, N_MEASURED, &n_copies);
  time_articles (ledger, n / 10 + N_MEASURED, n - n / 10 - 2 * N_MEASURED, &n_copies);
  double late = time_articles (ledger, n - N_MEASURED, N_MEASURED, &n_copies);
  g_test_message (
    "%u articles, %u copies: after %u of them %.2f ms an article, at the end %.2f ms: "
    "%.2f times as long",
    n, n_copies, n / 10, early * 1000 / N_MEASURED, late * 1000 / N_MEASURED, late / early);
  g_assert_cmpuint (n_copies, ==, n / COPY_EVERY);
  g_assert_cmpfloat (late, <=, early * MAX_RATIO);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/ten times the articles take about ten times as long", bench_linear);
  return g_test_run ();
}
