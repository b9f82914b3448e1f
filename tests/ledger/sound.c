/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "sound.h"

#include <sqlite3.h>
#include <string.h>

#include "fixture/fixture.h"
#include "ledger/safety/outlay-check.h"

static void
set_up (SoundFixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_object_unref (fixture_open_filled_ledger (fixture->folder));
}

static void
tear_down (SoundFixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

/** sound_execute: runs a script on the file of a ledger. */
void
sound_execute (const char *path, const char *script)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, script, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/** sound_check: returns (transfer full) what is wrong with a ledger, each told in a way that people
 * can read. */
GPtrArray *
sound_check (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *damages = outlay_check (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < damages->len; i++)
    {
      const OutlayDamage *damage = g_ptr_array_index (damages, i);

      g_assert_true (g_utf8_validate (damage->message, -1, NULL));
      g_assert_null (strstr (damage->message, "{what}"));
      g_test_message ("%s", damage->message);
    }
  return damages;
}

/** sound_assert: fails where anything is wrong with a ledger. */
void
sound_assert (const char *path)
{
  g_autoptr (GPtrArray) damages = sound_check (path);

  g_assert_cmpuint (damages->len, ==, 0);
}

/** sound_add: adds a test on a filled ledger of its own. */
void
sound_add (const char *path, void (*run) (SoundFixture *, gconstpointer))
{
  g_test_add (path, SoundFixture, NULL, set_up, run, tear_down);
}
