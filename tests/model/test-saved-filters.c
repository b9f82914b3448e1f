/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture/fixture.h"
#include "model/outlay-saved-filters.h"

/* The names of all filters, as a new start finds them. */
static char *
list_names (const char *path)
{
  g_autoptr (OutlaySavedFilters) filters = outlay_saved_filters_new (path);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (filters)); i++)
    {
      g_autoptr (OutlaySavedFilter) filter = g_list_model_get_item (G_LIST_MODEL (filters), i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              outlay_saved_filter_get_name (filter));
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (const char *path, const char *expected)
{
  g_autofree char *names = list_names (path);

  g_assert_cmpstr (names, ==, expected);
}

static void
keep_filters (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "own", "filters.ini", NULL);
  g_autoptr (OutlaySavedFilters) filters = outlay_saved_filters_new (path);

  outlay_saved_filters_insert (filters, G_MAXUINT, "Europe [from €1 bn]", "{'a': <'b'>}");
  outlay_saved_filters_insert (filters, G_MAXUINT, "Power", "{}");
  assert_names (path, "Europe [from €1 bn], Power");
  outlay_saved_filters_rename (filters, 0, "Europe");
  assert_names (path, "Europe, Power");
  outlay_saved_filters_remove (filters, 0);
  assert_names (path, "Power");
  outlay_saved_filters_insert (filters, 0, "Europe", "{'a': <'b'>}");
  assert_names (path, "Europe, Power");
  fixture_remove_folder (folder);
}

static void
keep_words (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "filters.ini", NULL);
  g_autoptr (OutlaySavedFilters) filters = outlay_saved_filters_new (path);
  g_autoptr (OutlaySavedFilters) again = NULL;
  g_autoptr (OutlaySavedFilter) filter = NULL;

  outlay_saved_filters_insert (filters, 0, "Tab\there", "{'search': <'a;b\\\\nü'>}");
  again = outlay_saved_filters_new (path);
  filter = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_cmpstr (outlay_saved_filter_get_name (filter), ==, "Tab\there");
  g_assert_cmpstr (outlay_saved_filter_get_line (filter), ==, "{'search': <'a;b\\\\nü'>}");
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved filters/what is saved, renamed and deleted is so at the next start",
                   keep_filters);
  g_test_add_func ("/saved filters/names and words are kept as they are", keep_words);
  return g_test_run ();
}
