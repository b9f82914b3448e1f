/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ledger/outlay-ledger-summaries.h"
#include "ledger/safety/outlay-check.h"

static void
sound (SoundFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  sound_assert (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static gboolean
mentions (const GPtrArray *damages, const char *words)
{
  for (guint i = 0; i < damages->len; i++)
    {
      if (strstr (((OutlayDamage *)g_ptr_array_index (damages, i))->message, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
copy_ledger (SoundFixture *fixture)
{
  char *copy = g_strconcat (fixture->path, ".case", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, (gssize)length, NULL));
  return copy;
}

/* Rows that are dropped or changed by a hand that overlooks what belongs together. */
static void
explain_rows (SoundFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script, *words;
  } cases[] = {
    {"DELETE FROM article WHERE id = 1", "claim → article"},
    {"DELETE FROM deal_claim WHERE claim_id = 2", "Claim 2 belongs to no deal"},
    {"DELETE FROM fields WHERE claim_id = 3", "Claim 3 has lost its fields"},
    {"DELETE FROM fields WHERE deal_id = 1", "Deal 1 has lost its fields"},
    {"UPDATE deal_claim SET deal_id = 2 WHERE deal_id = 1", "Deal 1 has lost its claims"},
    {"UPDATE fields SET kind = 'party' WHERE deal_id = 2", "deal 2 makes no sense"},
    {"UPDATE evidence SET span_end = 99999 WHERE claim_id = 2 AND position = 0",
     "claim 2 lie beyond"},
    {"UPDATE article SET text = text || '!' WHERE id = 4", "has changed since"},
    {"DELETE FROM article_words_docsize WHERE id = 2", "search does not know: 1"},
    {"DELETE FROM deal_words_content WHERE id = 2", "index of words is damaged"},
    {"UPDATE article_words_data SET block = zeroblob(20) WHERE id > 10",
     "index of words is damaged"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);

      sound_execute (copy, cases[i].script);
      g_autoptr (GPtrArray) damages = sound_check (copy);
      g_test_message ("%s", cases[i].script);
      g_assert_true (mentions (damages, cases[i].words));
    }
}

/* Of a file whose bytes flipped: figures, days and numbers that no deal has. What is blank then,
 * and what is said of it; the first deal has all fields. */
static const struct
{
  const char *script;
  const char *words;
  OutlayField field;
} nonsense[] = {
  {"UPDATE fields SET high = -1 WHERE deal_id = 1", "deal 1 has as “Amount”", OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET high = 9223372036854775807 WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET low = high + 1 WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET currency = 'U_D' WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET qualifier = 'exacu' WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE amount_alt SET high = -5 WHERE fields_id = 3", "deal 1 has as “Converted”",
   OUTLAY_FIELD_AMOUNT_ALT},
  {"UPDATE fields SET kilowatts = 1000000000001 WHERE deal_id = 1", "deal 1 has as “Capacity”",
   OUTLAY_FIELD_CAPACITY},
  {"UPDATE fields SET announced = '2026-02-31' WHERE deal_id = 1", "deal 1 has as “Announced”",
   OUTLAY_FIELD_ANNOUNCED},
  {"UPDATE fields SET \"end\" = '7027-H2' WHERE deal_id = 1", "deal 1 has as “End”",
   OUTLAY_FIELD_END},
};

/* What is shown of deal 1, as its details and as its card have it. */
static void
assert_blank (const char *path, OutlayField field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) ids = fixture_ids (1, 0);
  g_autoptr (GPtrArray) summaries = outlay_ledger_list_summaries (ledger, ids, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (deals->len, ==, 6);
  g_assert_cmpuint (summaries->len, ==, 1);
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
      const OutlayDealRecord *summary = g_ptr_array_index (summaries, 0);
      gboolean blank = i == field || i == OUTLAY_FIELD_START;

      g_assert_cmpint (outlay_fields_has (&deal->fields, i), ==, !blank);
      g_assert_true (i == OUTLAY_FIELD_AMOUNT_ALT
                     || outlay_fields_has (&summary->fields, i) == !blank);
    }
}

static void
leave_blank (SoundFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);

      g_test_message ("%s", nonsense[i].script);
      sound_execute (copy, nonsense[i].script);
      g_autoptr (GPtrArray) damages = sound_check (copy);
      g_assert_cmpuint (damages->len, ==, 1);
      g_assert_true (mentions (damages, nonsense[i].words));
      assert_blank (copy, nonsense[i].field);
    }
}

/* A correction that makes no sense leaves what the articles say. */
static void
overlook_correction (SoundFixture *fixture, gconstpointer data)
{
  static const char *const values[] = {"{\"mw\": -3, \"qualifier\": \"exact\"}", "{\"mw"};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);
      g_autofree char *script
        = g_strdup_printf ("INSERT INTO remark (id) VALUES (1);"
                           "INSERT INTO remark_claim SELECT key, 1 FROM claim WHERE id = 1;"
                           "INSERT INTO correction VALUES (1, 'capacity', '{\"capacity\": %s}', 0)",
                           values[i]);

      sound_execute (copy, script);
      g_autoptr (GPtrArray) damages = sound_check (copy);
      g_assert_true (mentions (damages, "deal 1 has as “Capacity”"));
      g_autoptr (OutlayLedger) ledger = outlay_ledger_open (copy, OUTLAY_LEDGER_FLAGS_NONE, &error);
      g_assert_no_error (error);
      g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (deal->corrected, ==, 0);
      g_assert_cmpint (deal->fields.capacity.kilowatts, ==, 400000);
    }
}

/* Numbers and times of rows. */
static void
explain_numbers (SoundFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script, *words;
  } cases[] = {
    {"UPDATE deal SET whole_id = 1 WHERE id = 1", "Deal 1 is part of itself"},
    {"UPDATE deal SET whole_id = 3 - id WHERE id < 3", "Deal 2 is part of itself"},
    {"PRAGMA foreign_keys = OFF; UPDATE deal SET whole_id = -7 WHERE id = 2", "deal → deal"},
    {"INSERT INTO act VALUES (1, 9223372036854775807, 'star', '{}', 0)", "time of act 1 makes no"},
    {"INSERT INTO remark (id) VALUES (-4)", "never given: remark -4"},
    {"UPDATE article SET published = '0026-02-10' WHERE id = 1",
     "“Meridian Cloud to build 400 MW campus in Norway” makes no sense"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].script);
      sound_execute (copy, cases[i].script);
      g_autoptr (GPtrArray) damages = sound_check (copy);
      g_assert_true (mentions (damages, cases[i].words));
      g_autoptr (OutlayLedger) ledger = outlay_ledger_open (copy, OUTLAY_LEDGER_FLAGS_NONE, &error);
      g_assert_no_error (error);
      g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (deal->whole, ==, i == 1 ? 2 : 0);
    }
}

static void
reindex (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sound_execute (fixture->path, "DELETE FROM article_words_docsize WHERE id = 2;"
                                "DELETE FROM deal_words_docsize WHERE id = 1;"
                                "UPDATE article_words_data SET block = zeroblob(20) WHERE id > 10");
  g_autoptr (GPtrArray) damages = sound_check (fixture->path);
  g_assert_cmpuint (damages->len, >, 0);
  for (guint i = 0; i < damages->len; i++)
    g_assert_cmpint (((OutlayDamage *)g_ptr_array_index (damages, i))->remedy, ==,
                     OUTLAY_REMEDY_REINDEX);
  g_assert_true (outlay_check_reindex (fixture->path, &error));
  g_assert_no_error (error);
  sound_assert (fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  sound_add ("/check/a sound ledger is sound, and is not changed", sound);
  sound_add ("/check/rows that do not fit together are explained", explain_rows);
  sound_add ("/check/figures and days that no deal has are left blank and told", leave_blank);
  sound_add ("/check/a correction that makes no sense is overlooked and told", overlook_correction);
  sound_add ("/check/numbers and times of rows that cannot be are told", explain_numbers);
  sound_add ("/check/a damaged index of words is made anew", reindex);
  return g_test_run ();
}
