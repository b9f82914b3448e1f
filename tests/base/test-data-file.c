/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "base/outlay-country.h"
#include "base/outlay-data-file.h"
#include "base/outlay-data.h"

static void
test_reading (void)
{
  static const char content[] = "# a comment\n"
                                "[scale]\n"
                                "1000000000 = tỷ; tỉ ;;\n"
                                "12 = nghìn tỷ;\n"
                                "  ngàn tỷ\n"
                                "12 = second\n"
                                "\n"
                                "[a name = with; signs]\n"
                                "key = with = sign\n"
                                "[scale]\n"
                                "more = yes\r\n";
  g_autoptr (OutlayDataFile) file = outlay_data_file_parse ("x.ini", content, strlen (content));
  const GPtrArray *scale = outlay_data_file_get_entries (file, "scale");
  GStrv values = outlay_data_file_get_values (file, "scale", "12");

  g_assert_cmpuint (outlay_data_file_get_problems (file)->len, ==, 0);
  g_assert_cmpuint (outlay_data_file_get_sections (file)->len, ==, 2);
  g_assert_cmpuint (scale->len, ==, 4);
  g_assert_cmpuint (((OutlayDataEntry *)g_ptr_array_index (scale, 1))->line, ==, 4);
  g_assert_cmpuint (g_strv_length (values), ==, 2);
  g_assert_cmpstr (values[1], ==, "ngàn tỷ");
  g_assert_cmpstr (outlay_data_file_get_values (file, "scale", "more")[0], ==, "yes");
  g_assert_cmpstr (outlay_data_file_get_values (file, "a name = with; signs", "key")[0], ==,
                   "with = sign");
  g_assert_null (outlay_data_file_get_values (file, "scale", "none"));
  g_assert_null (outlay_data_file_get_entries (file, "none"));
}

static void
test_problems (void)
{
  static const char content[] = "lost = 1\n[good]\nno sign here\n[bad\nlost = 2\n[good]\nk = v\n";
  g_autoptr (OutlayDataFile) file = outlay_data_file_parse ("y.ini", content, strlen (content));
  const GPtrArray *problems = outlay_data_file_get_problems (file);

  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), "y.ini:1: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 1), "y.ini:3: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 2), "y.ini:4: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 3), "y.ini:5: "));
  g_assert_cmpstr (outlay_data_file_get_values (file, "good", "k")[0], ==, "v");
}

static void
test_bytes (void)
{
  static const char content[] = "[s]\nk = \xff\xfe;ok\n";
  g_autoptr (OutlayDataFile) file = outlay_data_file_parse ("z.ini", content, sizeof content - 1);

  g_assert_cmpuint (outlay_data_file_get_problems (file)->len, ==, 1);
  g_assert_cmpstr (outlay_data_file_get_values (file, "s", "k")[1], ==, "ok");
}

static void
test_folders (void)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-data-XXXXXX", NULL);
  g_autofree char *sub = g_build_filename (folder, "lexicon", NULL);
  g_autofree char *path = g_build_filename (sub, "xx.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_data_load ("lexicon/xx.ini", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[language]\ncode = xx\n", -1, NULL));
  g_setenv ("OUTLAY_DATA_DIR", folder, TRUE);
  g_autoptr (GBytes) bytes = outlay_data_load ("lexicon/xx.ini", NULL);
  g_auto (GStrv) names = outlay_data_list ("lexicon");
  g_unsetenv ("OUTLAY_DATA_DIR");
  g_assert_nonnull (bytes);
  g_assert_true (g_strv_contains ((const char *const *)names, "lexicon/xx.ini"));
  g_assert_true (g_strv_contains ((const char *const *)names, "lexicon/vi.ini"));
  g_unlink (path);
  g_rmdir (sub);
  g_rmdir (folder);
}

static void
assert_sound (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayDataFile) file = outlay_data_file_load (names[i], &error);

      g_assert_no_error (error);
      const GPtrArray *problems = outlay_data_file_get_problems (file);
      g_assert_cmpstr (problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL, ==, NULL);
    }
}

static void
test_own_files (void)
{
  static const char *const names[]
    = {"countries.ini", "places.ini", "currencies.ini", "given-names.ini", NULL};
  static const char *const folders[] = {"lexicon", "organisations", "words"};

  assert_sound (names);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto (GStrv) files = outlay_data_list (folders[i]);

      g_assert_cmpuint (g_strv_length (files), >, 0);
      assert_sound ((const char *const *)files);
    }
  g_assert_cmpstr (outlay_country_get_name ("KR"), ==, "South Korea");
  g_assert_cmpstr (outlay_country_get_name ("??"), ==, "??");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data file/sections, lists, comments and long entries are read", test_reading);
  g_test_add_func ("/data file/an error is told with its line and the rest is read", test_problems);
  g_test_add_func ("/data file/what is not UTF-8 is told", test_bytes);
  g_test_add_func ("/data/a folder's files stand before the built-in ones", test_folders);
  g_test_add_func ("/data/the files of the program are without errors", test_own_files);
  return g_test_run ();
}
