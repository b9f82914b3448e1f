/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hundreds of articles tell one large deal, each in its own way; an article among them must not
 * take longer the more there are. OUTLAY_FAMILY sets how many. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>
#include <time.h>

#include "fixture/fixture.h"
#include "ingest/outlay-batch.h"

#define N_ARTICLES 2000

/* What the whole is held against: an import of so few of them. */
#define PORTION 8

/* What is known of the deal is looked through a few times more, and the tables grow. */
#define MAX_RATIO 2.5

#define N_WORDS      120
#define N_VOCABULARY 4000

static guint
get_number (void)
{
  const char *value = g_getenv ("OUTLAY_FAMILY");

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : N_ARTICLES;
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "%sw%d", i > 0 ? " " : "",
                            g_rand_int_range (random, 0, N_VOCABULARY));
  return g_string_free (text, FALSE);
}

static OutlayArticle *
make_article (GRand *random, guint number)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->text = make_text (random);
  article->title = g_strdup_printf ("Article %u", number);
  article->source = g_strdup_printf ("Paper %u", number % 80);
  article->published = outlay_date_day (2026, (guint)g_rand_int_range (random, 1, 13),
                                        (guint)g_rand_int_range (random, 1, 29));
  return article;
}

/* One investor and one figure, and what some articles know besides. */
static GPtrArray *
make_claims (GRand *random)
{
  static const char *const partners[] = {"Tern", "Meridian", "Narvik Power", "Dray"};
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  OutlayClaim *claim = outlay_claim_new ();
  OutlayFields *fields = &claim->fields;

  outlay_fields_add_party (fields, OUTLAY_ROLE_INVESTOR, "Borealis");
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      if (g_rand_boolean (random))
        outlay_fields_add_party (fields, OUTLAY_ROLE_PARTNER, partners[i]);
    }
  if (g_rand_boolean (random))
    outlay_fields_add_place (fields, "NO");
  fields->amount = (OutlayMoney){"EUR", OUTLAY_MONEY_UNSET,
                                 500 * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT,
                                 (OutlayQualifier)g_rand_int_range (random, 0, 3), OUTLAY_PER_DEAL};
  fields->announced = outlay_date_day (2026, 1, (guint)g_rand_int_range (random, 1, 6));
  fields->end = outlay_date_year ((guint)g_rand_int_range (random, 2029, 2031));
  memset (claim->confidence, 90, sizeof claim->confidence);
  outlay_claim_add_evidence (claim, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, (OutlaySpan){0, 9},
                             NULL);
  g_ptr_array_add (claims, claim);
  return claims;
}

static void
store (OutlayBatch *batch)
{
  g_autoptr (GError) error = NULL;

  outlay_batch_store (batch, &error);
  g_assert_no_error (error);
  outlay_batch_clear (batch);
}

static guint
count_deals (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);

  g_assert_no_error (error);
  return deals->len;
}

/* Processor seconds for @n articles of one deal into an empty ledger. */
static double
time_import (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  char *folder = fixture_make_folder ();
  OutlayLedger *ledger = fixture_open_ledger (folder);
  g_autoptr (OutlayBatch) batch = outlay_batch_new (ledger);
  clock_t start = clock ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OutlayArticle) article = make_article (random, i);
      g_autoptr (GPtrArray) claims = make_claims (random);

      outlay_batch_add (batch, article, claims, FALSE);
      if (outlay_batch_is_full (batch))
        store (batch);
    }
  store (batch);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
  g_assert_cmpuint (count_deals (ledger), ==, 1);
  g_clear_pointer (&batch, outlay_batch_free);
  g_object_unref (ledger);
  fixture_remove_folder (folder);
  return seconds;
}

static void
bench_linear (void)
{
  guint n = MAX (get_number (), 100 * PORTION);
  double few = time_import (n / PORTION) * PORTION;
  double all = time_import (n);

  g_test_message ("%u articles: %.2f ms an article; of %u of them %.2f ms: %.2f times as long", n,
                  all * 1000 / n, n / PORTION, few * 1000 / n, all / few);
  g_assert_cmpfloat (all, <=, few * MAX_RATIO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/eight times the articles on one deal take about eight times as long",
                   bench_linear);
  return g_test_run ();
}
