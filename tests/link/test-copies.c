/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "link/outlay-link-copies.h"

/* What others make of an agency's report. */
typedef char *(*Edit) (const char *text, const char *intro);

static char *
trim_end (const char *text, const char *intro)
{
  glong n_chars = g_utf8_strlen (text, -1);

  return g_utf8_substring (text, 0, n_chars * 2 / 5);
}

static char *
add_intro (const char *text, const char *intro)
{
  return g_strconcat (intro, "\n\n", text, NULL);
}

static char *
swap_ends (const char *text, const char *intro)
{
  g_autofree char *trimmed = trim_end (text, intro);

  return g_strconcat (intro, "\n\n", trimmed, "\n\n", intro, NULL);
}

/* Another word at every sixteenth place, another character at every 32nd of a text without spaces.
 */
static char *
touch_words (const char *text, const char *intro)
{
  GString *touched = g_string_new (NULL);
  guint n_places = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean place = g_unichar_isspace (c) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN
                       || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HIRAGANA;

      n_places += place;
      if (place && n_places % (g_unichar_isspace (c) ? 16 : 32) == 0)
        g_string_append (touched, g_unichar_isspace (c) ? " x" : "乙");
      else
        g_string_append_unichar (touched, c);
    }
  return g_string_free (touched, FALSE);
}

static char *
respell (const char *text, const char *intro)
{
  g_autofree char *upper = g_utf8_strup (text, -1);
  g_auto (GStrv) paragraphs = g_strsplit (upper, "\n\n", -1);

  return g_strjoinv (" — ", paragraphs);
}

static const struct
{
  const char *name;
  Edit edit;
} edits[] = {
  {"a trimmed end", trim_end},
  {"an introduction", add_intro},
  {"an introduction, a trimmed end and an own ending", swap_ends},
  {"words touched here and there", touch_words},
  {"capitals, dashes and no paragraphs", respell},
};

static GPtrArray *
load_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "link", "copies.jsonl", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify)json_object_unref);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_ptr_array_add (cases, outlay_json_parse (lines[i], -1, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (cases->len, ==, 10);
  return cases;
}

static gboolean
is_copy (const char *a, const char *b)
{
  g_autoptr (GArray) first = outlay_link_get_shingles (a);
  g_autoptr (GArray) second = outlay_link_get_shingles (b);
  gboolean copy = outlay_link_is_copy (first, second);

  g_assert_cmpint (copy, ==, outlay_link_is_copy (second, first));
  return copy;
}

static void
test_edits (void)
{
  g_autoptr (GPtrArray) cases = load_cases ();

  for (guint i = 0; i < cases->len; i++)
    {
      JsonObject *entry = g_ptr_array_index (cases, i);
      const char *text = outlay_json_get_string (entry, "text");

      for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
        {
          g_autofree char *copy = edits[j].edit (text, outlay_json_get_string (entry, "intro"));

          if (!is_copy (text, copy))
            g_test_message ("%s, %s: no copy:\n%s", outlay_json_get_string (entry, "lang"),
                            edits[j].name, copy);
          g_assert_true (is_copy (text, copy));
        }
    }
}

static void
test_others (void)
{
  g_autoptr (GPtrArray) cases = load_cases ();

  for (guint i = 0; i < cases->len; i++)
    {
      JsonObject *entry = g_ptr_array_index (cases, i);
      const char *text = outlay_json_get_string (entry, "text");
      const char *other = outlay_json_get_string (entry, "other");
      g_autofree char *quote
        = g_strconcat (other, " ", outlay_json_get_string (entry, "intro"), NULL);

      g_assert_false (is_copy (text, other));
      g_assert_false (is_copy (text, quote));
      for (guint j = 0; j < cases->len; j++)
        g_assert_cmpint (
          is_copy (text, outlay_json_get_string (g_ptr_array_index (cases, j), "text")), ==,
          i == j);
    }
}

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint count = 0;

  for (guint i = 0; i < a->len; i++)
    {
      for (guint j = 0; j < b->len; j++)
        count += g_array_index (a, guint32, i) == g_array_index (b, guint32, j);
    }
  return count;
}

static void
test_sketches (void)
{
  g_autoptr (GPtrArray) cases = load_cases ();

  for (guint i = 0; i < cases->len; i++)
    {
      JsonObject *entry = g_ptr_array_index (cases, i);
      const char *text = outlay_json_get_string (entry, "text");
      g_autoptr (GArray) shingles = outlay_link_get_shingles (text);
      g_autoptr (GArray) sketch = outlay_link_get_sketch (shingles);

      g_assert_cmpuint (sketch->len, <=, 32);
      for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
        {
          g_autofree char *copy = edits[j].edit (text, outlay_json_get_string (entry, "intro"));
          g_autoptr (GArray) copy_shingles = outlay_link_get_shingles (copy);
          g_autoptr (GArray) copy_sketch = outlay_link_get_sketch (copy_shingles);

          g_assert_cmpuint (count_shared (sketch, copy_sketch), >=, 2);
        }
    }
}

static void
test_short (void)
{
  static const char *const texts[] = {
    "",
    "Acme",
    "Acme Grid said on Tuesday it would spend 3.2 billion dollars.",
    "晨岸云计算周三宣布",
    "— … —",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) shingles = outlay_link_get_shingles (texts[i]);
      g_autoptr (GArray) sketch = outlay_link_get_sketch (shingles);

      g_assert_cmpuint (sketch->len, ==, 0);
      g_assert_false (is_copy (texts[i], texts[i]));
    }
}

/* A ledger is carried from one machine to another. */
static void
test_stable (void)
{
  g_autoptr (GArray) shingles = outlay_link_get_shingles ("one two three four, 五六七八九十百千");

  g_assert_cmpuint (shingles->len, ==, 5);
  g_assert_cmpuint (g_array_index (shingles, guint32, 0), ==, 1275693436);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/a report under another introduction or cut short is a copy",
                   test_edits);
  g_test_add_func ("/copies/an own report with the same quote is none", test_others);
  g_test_add_func ("/copies/the sketch of a copy shares numbers with that of the text",
                   test_sketches);
  g_test_add_func ("/copies/a few words are never a copy", test_short);
  g_test_add_func ("/copies/the numbers are the same on every machine", test_stable);
  return g_test_run ();
}
