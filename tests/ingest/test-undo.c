/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of whatever was done, in whatever order, also after the ledger was closed. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "fixture/dump.h"
#include "fixture/fixture.h"
#include "random-act.h"

#define N_ROUNDS 6
#define N_ACTS   20

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  GRand *random;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->random = g_rand_new_with_seed (1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  g_rand_free (fixture->random);
  fixture_remove_folder (fixture->folder);
}

static char *
dump (const Fixture *fixture)
{
  return fixture_dump (outlay_ledger_get_path (fixture->ledger));
}

static void
reopen (Fixture *fixture)
{
  g_clear_object (&fixture->ledger);
  fixture->ledger = fixture_open_ledger (fixture->folder);
}

/* Whether it changed anything. What cannot be done is refused, and changes nothing. */
static gboolean
run (const Fixture *fixture, OutlayAct *act)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (OutlayHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_act_run (act, fixture->ledger, &entry, &error))
    {
      g_autofree char *after = dump (fixture);

      g_assert_true (error->domain == OUTLAY_ACT_ERROR
                     || g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_REFUSED));
      g_assert_true (g_str_equal (after, before));
      return FALSE;
    }
  if (entry != NULL)
    {
      g_autofree char *words = outlay_act_describe (entry);

      g_test_message ("%s: %s", entry->kind, words);
      g_assert_cmpstr (words, !=, "");
      g_assert_null (strchr (words, '{'));
    }
  return entry != NULL;
}

static void
step (const Fixture *fixture, gboolean forward)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayHistoryEntry) entry = forward ? outlay_act_redo (fixture->ledger, &error)
                                                 : outlay_act_undo (fixture->ledger, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
}

/* What is taken back must have been said first. */
static void
say_first (Fixture *fixture, OutlayActKind kind)
{
  static const struct
  {
    OutlayActKind kind;
    OutlayActKind first;
  } pairs[] = {
    {OUTLAY_ACT_UNSTAR, OUTLAY_ACT_STAR},       {OUTLAY_ACT_UNREJECT, OUTLAY_ACT_REJECT},
    {OUTLAY_ACT_UNREVIEW, OUTLAY_ACT_REVIEW},   {OUTLAY_ACT_UNTAG, OUTLAY_ACT_TAG},
    {OUTLAY_ACT_UNCORRECT, OUTLAY_ACT_CORRECT}, {OUTLAY_ACT_UNPART, OUTLAY_ACT_PART},
    {OUTLAY_ACT_UNREAD, OUTLAY_ACT_READ_AS},
  };

  for (guint i = 0; i < 20 * G_N_ELEMENTS (pairs); i++)
    {
      if (pairs[i / 20].kind != kind)
        continue;
      g_autoptr (OutlayAct) act
        = random_act (fixture->random, fixture->ledger, pairs[i / 20].first);
      if (act != NULL)
        run (fixture, act);
    }
}

static void
test_each_kind (Fixture *fixture, gconstpointer data)
{
  OutlayActKind kind = (OutlayActKind)GPOINTER_TO_UINT (data);
  guint n_done = 0;

  say_first (fixture, kind);

  for (guint i = 0; i < 40 && n_done < 3; i++)
    {
      g_autofree char *before = dump (fixture);
      g_autoptr (OutlayAct) act = random_act (fixture->random, fixture->ledger, kind);

      if (act == NULL || !run (fixture, act))
        continue;
      n_done++;
      g_autofree char *after = dump (fixture);
      g_assert_true (!g_str_equal (after, before));
      step (fixture, FALSE);
      g_autofree char *undone = dump (fixture);
      g_assert_true (g_str_equal (undone, before));
      reopen (fixture);
      step (fixture, TRUE);
      g_autofree char *redone = dump (fixture);
      g_assert_true (g_str_equal (redone, after));
    }
  g_assert_cmpuint (n_done, >, 0);
}

static void
run_round (Fixture *fixture)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (dumps, dump (fixture));
  for (guint i = 0; i < N_ACTS; i++)
    {
      OutlayActKind kind
        = (OutlayActKind)g_rand_int_range (fixture->random, 0, OUTLAY_ACT_REEXTRACT);
      g_autoptr (OutlayAct) act = random_act (fixture->random, fixture->ledger, kind);

      if (act != NULL && run (fixture, act))
        g_ptr_array_add (dumps, dump (fixture));
    }
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      step (fixture, FALSE);
      g_autofree char *undone = dump (fixture);
      g_assert_true (g_str_equal (undone, g_ptr_array_index (dumps, i - 1)));
      if (g_rand_int_range (fixture->random, 0, 4) == 0)
        reopen (fixture);
    }
  for (guint i = 1; i < dumps->len; i++)
    {
      step (fixture, TRUE);
      g_autofree char *redone = dump (fixture);
      g_assert_true (g_str_equal (redone, g_ptr_array_index (dumps, i)));
      if (g_rand_int_range (fixture->random, 0, 4) == 0)
        reopen (fixture);
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    run_round (fixture);
}

static void
add_kinds (void)
{
  for (guint kind = 0; kind < OUTLAY_ACT_REEXTRACT; kind++)
    {
      g_autofree char *path = g_strdup_printf (
        "/undo/restores the dump before, redo the one after/%s", outlay_act_kind_to_string (kind));

      g_test_add (path, Fixture, GUINT_TO_POINTER (kind), set_up, test_each_kind, tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_kinds ();
  g_test_add ("/undo/any acts in any order are undone and done again across restarts", Fixture,
              NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
