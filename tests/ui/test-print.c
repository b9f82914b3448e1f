/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "base/outlay-base.h"
#include "fixture/fixture.h"
#include "ui/print/outlay-export-deals.h"
#include "ui/print/outlay-print-deals.h"
#include "ui/print/outlay-print-preview.h"
#include "ui/print/outlay-print-settings.h"
#include "ui/print/outlay-print.h"
#include "ui/print/outlay-wait.h"
#include "ui/toast/outlay-toast-overlay.h"
#include "widgets.h"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  GPtrArray *deals;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->deals = outlay_ledger_list_deals (fixture->ledger, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->deals->len, >, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->deals);
  g_object_unref (fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static char *
read_pdf (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *const argv[] = {"pdftotext", "-layout", path, "-", NULL};
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Spaces of a PDF are where the lines were broken. */
static void
assert_holds_deals (const char *path, GPtrArray *deals)
{
  g_autofree char *raw = read_pdf (path);
  g_autofree char *text = NULL;
  gsize last = 0;

  if (raw == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text = outlay_text_collapse_space (raw);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      g_autofree char *amount = outlay_format_field_value (&deal->fields, OUTLAY_FIELD_AMOUNT);
      const OutlayParty *party = outlay_fields_get_party (&deal->fields, 0);
      const char *place = strstr (text + last, party->name);

      g_assert_nonnull (place);
      g_assert_nonnull (strstr (text, amount));
      last = (gsize)(place - text);
    }
}

static void
init_dossier (OutlayReportOptions *options)
{
  outlay_report_options_init (options);
  options->layout = OUTLAY_REPORT_DOSSIER;
  options->filter = g_strdup ("Kind: build");
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (OutlayReportOptions) options;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (OutlayPrint) print = NULL;

  init_dossier (&options);
  words = outlay_report_load_words (fixture->ledger, fixture->deals, &options, NULL, &error);
  g_assert_no_error (error);
  print = outlay_print_new (fixture->deals, words, &options);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), path);
  g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (print),
                                            GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  assert_holds_deals (path, fixture->deals);
  text = read_pdf (path);
  g_assert_true (text == NULL || strstr (text, "Kind: build") != NULL);
}

static void
test_export_fails (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayReportOptions) options;
  g_autoptr (OutlayPrint) print = NULL;
  g_autoptr (GError) error = NULL;

  init_dossier (&options);
  print = outlay_print_new (fixture->deals, NULL, &options);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), "/nowhere/at/all.pdf");
  g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (print),
                                            GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
}

static gboolean
is_told (gpointer overlay)
{
  return outlay_toast_overlay_get_text (overlay) != NULL;
}

/* Presses Print in the dialog of the desktop, as soon as it has found the printer. */
static gboolean
press_print (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    {
      g_autoptr (GObject) printer = NULL;

      if (g_strcmp0 (G_OBJECT_TYPE_NAME (at->data), "GtkPrintUnixDialog") != 0)
        continue;
      g_object_get (at->data, "selected-printer", &printer, NULL);
      if (printer == NULL)
        continue;
      gtk_dialog_response (at->data, GTK_RESPONSE_OK);
      return TRUE;
    }
  return FALSE;
}

/* The file that the printer writes is opened when all pages have been drawn. */
static void
test_printer_fails (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWindow *window = widgets_show (overlay, 400, 300);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_auto (OutlayReportOptions) options;
  g_autoptr (OutlayPrint) print = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  init_dossier (&options);
  print = outlay_print_new (fixture->deals, NULL, &options);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///nowhere/all.pdf");
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (print), settings);
  outlay_print_operate (window, print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  g_assert_true (widgets_wait (press_print, NULL));
  g_assert_true (widgets_wait (is_told, overlay));
  g_assert_nonnull (
    strstr (outlay_toast_overlay_get_text (OUTLAY_TOAST_OVERLAY (overlay)), "/nowhere/all.pdf"));
  gtk_window_destroy (window);
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "saved.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.pdf");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (OutlayPrintChoices) choices;

  outlay_print_choices_init (&choices);
  choices.report.layout = OUTLAY_REPORT_DOSSIER;
  outlay_print_write_pdf_async (fixture->ledger, fixture->deals, NULL, &choices, file, NULL, NULL,
                                NULL, finished_cb, &result);
  g_assert_true (widgets_wait (is_set, &result));
  g_assert_true (outlay_print_write_pdf_finish (result, &error));
  g_assert_no_error (error);
  assert_holds_deals (path, fixture->deals);
  outlay_print_write_pdf_async (fixture->ledger, fixture->deals, NULL, &choices, nowhere, NULL,
                                NULL, NULL, finished_cb, &failed);
  g_assert_true (widgets_wait (is_set, &failed));
  g_assert_false (outlay_print_write_pdf_finish (failed, &error));
  g_assert_nonnull (error);
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  g_auto (OutlayReportOptions) options;
  g_auto (OutlayReportOptions) back;

  outlay_report_options_init (&options);
  outlay_report_options_init (&back);
  g_assert_true (outlay_report_options_set_paper (&options, "letter", TRUE));
  setup = outlay_print_settings_new_page_setup (&options);
  outlay_print_settings_set_paper (&back, setup);
  g_assert_cmpfloat_with_epsilon (back.width, 792, 0.01);
  g_assert_cmpfloat_with_epsilon (back.height, 612, 0.01);
  /* The pages printed are those of the preview. */
  g_assert_cmpfloat_with_epsilon (back.edge, options.edge, 0.1);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayPrintChoices) choices;
  g_auto (OutlayPrintChoices) kept;
  g_auto (GStrv) names = NULL;

  outlay_print_choices_init (&choices);
  outlay_print_choices_init (&kept);
  choices.report.layout = OUTLAY_REPORT_TABLE;
  choices.report.group = OUTLAY_REPORT_GROUP_COUNTRY;
  choices.report.title = g_strdup ("Deals of the spring");
  choices.report.size = 10;
  choices.order = OUTLAY_SORT_LARGEST;
  outlay_report_options_set_part (&choices.report, OUTLAY_REPORT_PART_SUMS, FALSE);
  outlay_print_choices_save (&choices);
  outlay_print_choices_load (&kept);
  g_assert_cmpint (kept.report.layout, ==, OUTLAY_REPORT_TABLE);
  g_assert_cmpint (kept.report.group, ==, OUTLAY_REPORT_GROUP_COUNTRY);
  g_assert_cmpstr (kept.report.title, ==, "Deals of the spring");
  g_assert_cmpfloat_with_epsilon (kept.report.size, 10, 0.01);
  g_assert_cmpint (kept.order, ==, OUTLAY_SORT_LARGEST);
  g_assert_false (outlay_report_options_has (&kept.report, OUTLAY_REPORT_PART_SUMS));

  outlay_print_preset_save ("Monday [all]", &choices);
  choices.report.layout = OUTLAY_REPORT_CARDS;
  outlay_print_preset_save ("Cards", &choices);
  names = outlay_print_presets_list ();
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_true (outlay_print_preset_load (names[0], &kept));
  g_assert_cmpint (kept.report.layout, ==, OUTLAY_REPORT_TABLE);
  outlay_print_preset_remove (names[0]);
  g_assert_false (outlay_print_preset_load (names[0], &kept));
}

static void
test_follows_window (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayPrintChoices) choices;
  g_auto (OutlayPrintChoices) kept;

  outlay_print_choices_init (&choices);
  outlay_print_choices_init (&kept);
  outlay_print_choices_follow (&choices, "");
  g_assert_cmpstr (choices.report.currency, ==, "USD");
  outlay_print_choices_follow (&choices, "EUR");
  g_assert_cmpstr (choices.report.currency, ==, "EUR");
  /* What is chosen for print stays until the window is changed. */
  g_strlcpy (choices.report.currency, "JPY", sizeof choices.report.currency);
  outlay_print_choices_save (&choices);
  outlay_print_choices_load (&kept);
  outlay_print_choices_follow (&kept, "EUR");
  g_assert_cmpstr (kept.report.currency, ==, "JPY");
  outlay_print_choices_follow (&kept, "");
  g_assert_cmpstr (kept.report.currency, ==, "");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_auto (OutlayPrintChoices) choices;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) oldest = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  outlay_print_choices_init (&choices);
  shown = outlay_print_choices_order (&choices, fixture->deals);
  g_assert_true (shown == fixture->deals);
  choices.order = OUTLAY_SORT_OLDEST;
  oldest = outlay_print_choices_order (&choices, fixture->deals);
  choices.order = OUTLAY_SORT_NEWEST;
  newest = outlay_print_choices_order (&choices, fixture->deals);
  g_assert_cmpuint (oldest->len, ==, fixture->deals->len);
  g_assert_true (g_ptr_array_index (oldest, 0) != g_ptr_array_index (newest, 0));
}

static gboolean
has_preview (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    {
      if (OUTLAY_IS_PRINT_PREVIEW (at->data))
        *(GtkWidget **)data = at->data;
    }
  return *(GtkWidget **)data != NULL;
}

static gboolean
has_pages (gpointer data)
{
  return outlay_print_preview_get_n_pages (data) > 0;
}

static gboolean
is_laying_out (gpointer data)
{
  return outlay_print_preview_get_n_pages (data) == 0;
}

/* What a click would choose. */
static void
choose_layout (GtkWidget *preview, OutlayReportLayout layout)
{
  OutlayPrintOptions *options = outlay_print_preview_get_options (OUTLAY_PRINT_PREVIEW (preview));
  GtkWidget *drop = gtk_widget_get_first_child (GTK_WIDGET (options));

  while (!GTK_IS_DROP_DOWN (drop))
    drop = gtk_widget_get_next_sibling (drop);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), layout);
  g_assert_cmpint (outlay_print_options_get_choices (options)->report.layout, ==, layout);
}

/* What a window shows: of each deal what its card says. */
static OutlayShown *
show_deals (Fixture *fixture)
{
  g_autoptr (OutlayDealIndex) index = outlay_deal_index_new (FALSE);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < fixture->deals->len; i++)
    {
      guint32 row = fixture->deals->len - 1 - i;

      outlay_deal_index_add (index, g_ptr_array_index (fixture->deals, i));
      g_array_append_val (rows, row);
    }
  outlay_deal_index_finish (index);
  return outlay_shown_new (index, rows, "USD");
}

static void
count_progress (goffset current, goffset total, gpointer data)
{
  goffset *last = data;

  g_assert_cmpint (current, >, *last);
  g_assert_cmpint (current, <=, total);
  *last = current;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayShown) shown = show_deals (fixture);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  goffset last = 0;
  g_autoptr (GPtrArray) deals
    = outlay_shown_read_deals (shown, fixture->ledger, count_progress, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (last, ==, fixture->deals->len);
  g_assert_cmpuint (deals->len, ==, fixture->deals->len);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *read = g_ptr_array_index (deals, deals->len - 1 - i);
      const OutlayDealRecord *deal = g_ptr_array_index (fixture->deals, i);

      g_assert_cmpint (read->id, ==, deal->id);
      for (guint j = 0; j < deal->claims->len; j++)
        g_assert_cmpuint (outlay_deal_record_get_claim (read, j)->claim->evidence->len, ==,
                          outlay_deal_record_get_claim (deal, j)->claim->evidence->len);
    }
  g_cancellable_cancel (cancelled);
  g_assert_null (outlay_shown_read_deals (shown, fixture->ledger, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
tells_percent (gpointer overlay)
{
  const char *text = outlay_toast_overlay_get_text (overlay);

  return text != NULL && strstr (text, "“all.csv”, 40 %") != NULL;
}

static void
test_wait (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWindow *window = widgets_show (overlay, 400, 300);
  OutlayWait *wait = outlay_wait_new (window, "“{file}”, {percent} %", "all.csv");
  GCancellable *cancellable = outlay_wait_get_cancellable (wait);

  outlay_wait_progress (2, 5, wait);
  g_assert_true (widgets_wait (tells_percent, overlay));
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  widgets_click (widgets_find (overlay, GTK_TYPE_BUTTON, 1));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  outlay_wait_free (wait);

  wait = outlay_wait_new (window, "{percent}", NULL);
  g_assert_false (g_cancellable_is_cancelled (outlay_wait_get_cancellable (wait)));
  gtk_window_destroy (window);
  g_assert_true (g_cancellable_is_cancelled (outlay_wait_get_cancellable (wait)));
  outlay_wait_free (wait);
}

static gboolean
has_run (gpointer data)
{
  (*(guint *)data)++;
  return G_SOURCE_CONTINUE;
}

/* The window answers while the deals are read, and what it waited for goes with it. */
static void
test_read_aside (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = widgets_show (outlay_toast_overlay_new (), 400, 300);
  guint n_runs = 0;
  GtkWidget *preview = NULL;
  guint ticking = g_timeout_add (1, has_run, &n_runs);

  outlay_print_deals (window, fixture->ledger, show_deals (fixture), "All deals", "");
  g_assert_false (has_preview (&preview));
  g_assert_true (widgets_wait (has_preview, &preview));
  g_assert_cmpuint (n_runs, >, 0);
  g_source_remove (ticking);
  gtk_window_destroy (GTK_WINDOW (preview));
  preview = NULL;
  outlay_print_deals (window, fixture->ledger, show_deals (fixture), "All deals", "");
  gtk_window_destroy (window);
  widgets_settle ();
  g_assert_false (has_preview (&preview));
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWindow *window = widgets_show (overlay, 400, 300);
  GtkWidget *preview = NULL;

  outlay_print_deals (window, fixture->ledger, show_deals (fixture), "All deals", "");
  g_assert_true (widgets_wait (has_preview, &preview));
  g_assert_true (widgets_wait (has_pages, preview));
  for (guint layout = 0; layout < OUTLAY_N_REPORT_LAYOUTS; layout++)
    {
      g_autofree char *picture = g_strdup_printf ("preview-%u.png", layout);

      if (layout > 0)
        {
          choose_layout (preview, layout);
          g_assert_true (widgets_wait (is_laying_out, preview));
        }
      g_assert_true (widgets_wait (has_pages, preview));
      gtk_test_widget_wait_for_draw (preview);
      widgets_settle ();
      widgets_assert_named (preview);
      widgets_save_picture (GTK_WINDOW (preview), picture);
    }
  choose_layout (preview, OUTLAY_REPORT_DOSSIER);
  g_assert_true (widgets_wait (is_laying_out, preview));
  g_assert_true (widgets_wait (has_pages, preview));
  gtk_widget_activate_action (preview, "preview.next", NULL);
  g_assert_cmpuint (outlay_print_preview_get_page (OUTLAY_PRINT_PREVIEW (preview)), ==, 1);
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  gtk_widget_activate_action (preview, "preview.last", NULL);
  gtk_widget_activate_action (preview, "preview.next", NULL);
  gtk_widget_activate_action (preview, "preview.first", NULL);
  g_assert_cmpuint (outlay_print_preview_get_page (OUTLAY_PRINT_PREVIEW (preview)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (preview));
  widgets_settle ();
  gtk_window_destroy (window);
}

static void
test_currencies (void)
{
  g_auto (OutlayPrintChoices) choices;
  OutlayPrintOptions *options = g_object_new (OUTLAY_TYPE_PRINT_OPTIONS, NULL);
  GtkWidget *drop = gtk_widget_get_first_child (GTK_WIDGET (options));

  g_object_ref_sink (options);
  outlay_print_choices_init (&choices);
  outlay_print_options_set_choices (options, &choices);
  g_assert_cmpstr (outlay_print_options_get_choices (options)->report.currency, ==, "USD");
  for (; drop != NULL; drop = gtk_widget_get_next_sibling (drop))
    {
      GListModel *names
        = GTK_IS_DROP_DOWN (drop) ? gtk_drop_down_get_model (GTK_DROP_DOWN (drop)) : NULL;
      guint euro = 0;

      if (names == NULL || g_list_model_get_n_items (names) < 20)
        continue;
      g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 1), ==, "US dollars");
      while (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (names), euro), "Euros") != 0)
        euro++;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), euro);
      g_assert_cmpstr (outlay_print_options_get_choices (options)->report.currency, ==, "EUR");
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 0);
      g_assert_cmpstr (outlay_print_options_get_choices (options)->report.currency, ==, "");
      g_object_unref (options);
      return;
    }
  g_assert_not_reached ();
}

static void
test_export_formats (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < OUTLAY_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *path
        = g_build_filename (fixture->folder, outlay_export_format_to_string (i), NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      outlay_export_deals_async (fixture->ledger, fixture->deals, i, "All", file, NULL, NULL, NULL,
                                 finished_cb, &result);
      g_assert_true (widgets_wait (is_set, &result));
      g_assert_true (outlay_export_deals_finish (result, &error)
                     == outlay_export_format_is_here (i));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == outlay_export_format_is_here (i));
    }
}

static void
test_toast (void)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWidget *child = gtk_label_new ("content");
  GtkWindow *window = widgets_show (overlay, 400, 300);

  outlay_toast_overlay_set_child (OUTLAY_TOAST_OVERLAY (overlay), child);
  outlay_toast_show (child, "<b>Saved</b>", "_Undo", "toast.open-uri",
                     g_variant_new_string ("file:///"));
  g_assert_cmpstr (outlay_toast_overlay_get_text (OUTLAY_TOAST_OVERLAY (overlay)), ==,
                   "<b>Saved</b>");
  outlay_toast_show (child, "Another", NULL, NULL, NULL);
  g_assert_cmpstr (outlay_toast_overlay_get_text (OUTLAY_TOAST_OVERLAY (overlay)), ==, "Another");
  widgets_assert_named (overlay);
  widgets_save_picture (window, "toast.png");
  outlay_toast_overlay_hide (OUTLAY_TOAST_OVERLAY (overlay));
  g_assert_null (outlay_toast_overlay_get_text (OUTLAY_TOAST_OVERLAY (overlay)));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = fixture_make_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/print/an export holds every deal in its order and says the filter", Fixture, NULL,
              set_up, test_export, tear_down);
  g_test_add ("/print/an export that cannot be written is an error", Fixture, NULL, set_up,
              test_export_fails, tear_down);
  g_test_add ("/print/a printer that fails in the middle is told of", Fixture, NULL, set_up,
              test_printer_fails, tear_down);
  g_test_add ("/print/saving a PDF holds every deal, or is an error", Fixture, NULL, set_up,
              test_save, tear_down);
  g_test_add ("/print/the deals shown are read whole and in order, with progress and cancel",
              Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/print/a wait tells how far it is, and ends by its button or the window", Fixture,
              NULL, set_up, test_wait, tear_down);
  g_test_add ("/print/the window goes on while the deals are read", Fixture, NULL, set_up,
              test_read_aside, tear_down);
  g_test_add ("/print/the preview shows page after page of every layout", Fixture, NULL, set_up,
              test_preview, tear_down);
  g_test_add ("/print/the printer gets the paper and margins of the preview", Fixture, NULL, set_up,
              test_paper, tear_down);
  g_test_add ("/print/choices are remembered, and kept as presets", Fixture, NULL, set_up,
              test_choices, tear_down);
  g_test_add ("/print/sums are told in the currency of the window", Fixture, NULL, set_up,
              test_follows_window, tear_down);
  g_test_add ("/print/deals are printed as shown or in another order", Fixture, NULL, set_up,
              test_order, tear_down);
  g_test_add ("/print/the window exports in every format that the build has", Fixture, NULL, set_up,
              test_export_formats, tear_down);
  g_test_add_func ("/print/sums can be told in any currency that has a rate", test_currencies);
  g_test_add_func ("/toast/a message takes the place of the one before", test_toast);
  status = g_test_run ();
  fixture_remove_folder (g_steal_pointer (&home));
  return status;
}
