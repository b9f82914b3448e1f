/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <locale.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "report/outlay-export.h"

static GPtrArray *
export_lines (OutlayExportFormat format, const char *mark, gboolean evidence)
{
  char *folder = fixture_make_folder ();
  g_autofree char *hard = g_test_build_filename (G_TEST_DIST, "report", "hard.jsonl", NULL);
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  fixture_fill (ledger, hard, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  outlay_export_write (deals, evidence ? ledger : NULL, format, "all", stream, NULL, NULL, NULL,
                       &error);
  g_assert_no_error (error);
  g_autofree char *text
    = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                 g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_true (g_str_has_suffix (text, mark));
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);
  for (guint i = 0; parts[i + 1] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (parts[i]));
  fixture_remove_folder (folder);
  return lines;
}

/* Cells of a row as RFC 4180 has them. */
static GPtrArray *
read_row (const char *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *at = row; *at != '\0'; at++)
    {
      if (*at == '"' && quoted && at[1] == '"')
        g_string_append_c (cell, *at++);
      else if (*at == '"')
        quoted = !quoted;
      else if (*at == ',' && !quoted)
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
        }
      else
        g_string_append_c (cell, *at);
    }
  g_assert_false (quoted);
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
  return cells;
}

static const char *
find_cell (GPtrArray *head, GPtrArray *row, const char *column)
{
  guint index;

  g_assert_true (g_ptr_array_find_with_equal_func (head, column, g_str_equal, &index));
  return g_ptr_array_index (row, index);
}

static GPtrArray *
find_row (GPtrArray *lines, GPtrArray *head, const char *column, const char *value)
{
  for (guint i = 1; i < lines->len; i++)
    {
      g_autoptr (GPtrArray) row = read_row (g_ptr_array_index (lines, i));

      g_assert_cmpuint (row->len, ==, head->len);
      if (strcmp (find_cell (head, row, column), value) == 0)
        return g_steal_pointer (&row);
    }
  g_assert_not_reached ();
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) lines = export_lines (OUTLAY_EXPORT_CSV, "\r\n", FALSE);
  g_autoptr (GPtrArray) head = read_row (g_ptr_array_index (lines, 0));
  g_autoptr (GPtrArray) row = find_row (lines, head, "investors", "Sao Khuê");

  g_assert_cmpstr (find_cell (head, row, "kind"), ==, "build");
  g_assert_cmpstr (find_cell (head, row, "currency"), ==, "USD");
  g_assert_cmpstr (find_cell (head, row, "amount_low"), ==, "900000000");
  g_assert_cmpstr (find_cell (head, row, "amount_high"), ==, "");
  g_assert_cmpstr (find_cell (head, row, "amount_qualifier"), ==, "at_least");
  g_assert_cmpstr (find_cell (head, row, "capacity_mw"), ==, "48");
  g_assert_cmpstr (find_cell (head, row, "places"), ==, "VN");
  g_assert_cmpstr (find_cell (head, row, "languages"), ==, "vi");
}

static void
test_csv_formulas (void)
{
  g_autoptr (GPtrArray) lines = export_lines (OUTLAY_EXPORT_CSV, "\r\n", FALSE);
  g_autoptr (GPtrArray) head = read_row (g_ptr_array_index (lines, 0));
  g_autoptr (GPtrArray) row = find_row (lines, head, "investors", "'@Cell Works");

  g_assert_cmpstr (find_cell (head, row, "recipients"), ==, "'-Row Labs");
  g_assert_cmpstr (find_cell (head, row, "titles"), ==, "'+1+2, or how a title becomes a sum");
  for (guint i = 1; i < lines->len; i++)
    {
      g_autoptr (GPtrArray) cells = read_row (g_ptr_array_index (lines, i));

      for (guint j = 0; j < cells->len; j++)
        {
          const char *cell = g_ptr_array_index (cells, j);

          g_assert_true (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL);
        }
    }
}

static void
test_json (void)
{
  g_autoptr (GPtrArray) lines = export_lines (OUTLAY_EXPORT_JSON, "\n", TRUE);
  guint n_words = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) deal = outlay_json_parse (g_ptr_array_index (lines, i), -1, &error);

      g_assert_no_error (error);
      JsonArray *claims = json_object_get_array_member (deal, "claims");
      for (guint j = 0; j < json_array_get_length (claims); j++)
        {
          JsonObject *claim = json_array_get_object_element (claims, j);
          JsonArray *evidence = json_object_get_array_member (claim, "evidence");

          g_assert_nonnull (outlay_json_get_string (claim, "article"));
          for (guint k = 0; k < json_array_get_length (evidence); k++)
            {
              JsonObject *entry = json_array_get_object_element (evidence, k);

              g_assert_cmpuint (strlen (outlay_json_get_string (entry, "text")), >, 0);
              n_words++;
            }
        }
    }
  g_assert_cmpuint (n_words, >, 8);
}

static void
test_locale (void)
{
  g_autoptr (GPtrArray) plain = export_lines (OUTLAY_EXPORT_CSV, "\r\n", FALSE);

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL && setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma is here");
      return;
    }
  g_autoptr (GPtrArray) comma = export_lines (OUTLAY_EXPORT_CSV, "\r\n", FALSE);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpuint (plain->len, ==, comma->len);
  for (guint i = 0; i < plain->len; i++)
    g_assert_cmpstr (g_ptr_array_index (plain, i), ==, g_ptr_array_index (comma, i));
}

static void
test_format_names (void)
{
  OutlayExportFormat format;

  g_assert_true (outlay_export_format_from_string ("csv", &format));
  g_assert_cmpint (format, ==, OUTLAY_EXPORT_CSV);
  g_assert_true (outlay_export_format_from_string ("json", &format));
  g_assert_cmpint (format, ==, OUTLAY_EXPORT_JSON);
  for (guint i = 0; i < OUTLAY_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *file = g_strdup_printf ("a deal.%s", outlay_export_format_get_suffix (i));

      g_assert_true (
        outlay_export_format_from_string (outlay_export_format_to_string (i), &format));
      g_assert_cmpint (format, ==, i);
      g_assert_true (outlay_export_format_from_file (file, &format));
      g_assert_cmpint (format, ==, i);
      g_assert_cmpuint (strlen (outlay_export_format_get_title (i)), >, 4);
    }
  g_assert_false (outlay_export_format_from_file ("csv", &format));
  g_assert_false (outlay_export_format_from_string ("xls", &format));
  g_assert_false (outlay_export_format_from_string (NULL, &format));
}

static void
test_unwritable (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/outlay/deals.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (
    outlay_export_save (none, NULL, OUTLAY_EXPORT_CSV, NULL, file, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "/proc/outlay/deals.csv"));
}

/* What a person does when half of it is written. */
static void
cancel_cb (goffset current, goffset total, gpointer data)
{
  g_assert_cmpint (current, <, total);
  if (current == 2)
    g_cancellable_cancel (data);
}

static void
assert_cancelled (OutlayLedger *ledger, GPtrArray *deals, OutlayExportFormat format, gboolean late)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  g_file_set_contents (path, "old", -1, NULL);
  if (!late)
    g_cancellable_cancel (cancellable);
  g_assert_false (outlay_export_save (deals, ledger, format, "all", file, late ? cancel_cb : NULL,
                                      cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
test_cancelled (void)
{
  char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);

  g_assert_cmpuint (deals->len, >, 3);
  for (guint format = 0; format < OUTLAY_N_EXPORT_FORMATS; format++)
    {
      if (!outlay_export_format_is_here (format))
        continue;
      assert_cancelled (ledger, deals, format, FALSE);
      /* The flows and the references are written at once. */
      if (format <= OUTLAY_EXPORT_XLSX)
        assert_cancelled (ledger, deals, format, TRUE);
    }
  g_clear_object (&ledger);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/CSV has a head and a row a deal, in plain figures", test_csv);
  g_test_add_func ("/export/CSV has nothing that a spreadsheet reckons", test_csv_formulas);
  g_test_add_func ("/export/JSON has the words of every claim", test_json);
  g_test_add_func ("/export/the locale changes nothing", test_locale);
  g_test_add_func ("/export/formats go by their names", test_format_names);
  g_test_add_func ("/export/an error names the path that can't be written", test_unwritable);
  g_test_add_func ("/export/what is cancelled leaves the old file as it was", test_cancelled);

  return g_test_run ();
}
