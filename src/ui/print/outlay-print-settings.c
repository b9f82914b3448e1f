/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose for printing, kept from one time to the next. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-settings.h"

#include "outlay-config.h"

#define SETTINGS_FILE "print-settings.ini"

#define FOLDER_MODE 0700

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, name, NULL);
}

/**
 * outlay_print_settings_load_file:
 * @name: of a file beside the others
 *
 * Returns: (transfer full): what it holds; nothing where there is none, or none that can be read.
 */
GKeyFile *
outlay_print_settings_load_file (const char *name)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path (name);

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

/** outlay_print_settings_save_file: keeps @file under @name. */
void
outlay_print_settings_save_file (GKeyFile *file, const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, FOLDER_MODE);
  /* Choices that cannot be kept are chosen again; that is no reason to disturb the user. */
  if (!g_key_file_save_to_file (file, path, &error))
    g_debug ("%s", error->message);
}

/**
 * outlay_print_settings_load:
 *
 * Returns: (transfer full): the printer and its settings as the user last chose them, empty where
 *   nothing is kept.
 */
GtkPrintSettings *
outlay_print_settings_load (void)
{
  g_autofree char *path = dup_path (SETTINGS_FILE);
  GtkPrintSettings *settings = gtk_print_settings_new_from_file (path, NULL);

  return settings != NULL ? settings : gtk_print_settings_new ();
}

/** outlay_print_settings_save: keeps @settings, but for what goes for one print alone. */
void
outlay_print_settings_save (GtkPrintSettings *settings)
{
  static const char *const of_one_print[] = {
    GTK_PRINT_SETTINGS_N_COPIES,        GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES,     GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_REVERSE,         GTK_PRINT_SETTINGS_OUTPUT_URI,
    GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (of_one_print); i++)
    gtk_print_settings_unset (kept, of_one_print[i]);
  gtk_print_settings_to_key_file (kept, file, NULL);
  outlay_print_settings_save_file (file, SETTINGS_FILE);
}

static double
get_widest_margin (GtkPageSetup *setup)
{
  double margin = gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS);

  margin = MAX (margin, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  margin = MAX (margin, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  return MAX (margin, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
}

/**
 * outlay_print_settings_set_paper:
 * @options: gets the size of the paper, and the widest of the margins that @setup keeps free
 */
void
outlay_print_settings_set_paper (OutlayReportOptions *options, GtkPageSetup *setup)
{
  options->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  options->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  options->edge = get_widest_margin (setup);
}

/**
 * outlay_print_settings_new_page_setup:
 *
 * Returns: (transfer full): the paper of @options as a printer knows it.
 */
GtkPageSetup *
outlay_print_settings_new_page_setup (const OutlayReportOptions *options)
{
  static const struct
  {
    const char *paper;
    const char *name;
  } papers[] = {
    {"a4", GTK_PAPER_NAME_A4}, {"letter", GTK_PAPER_NAME_LETTER}, {"a5", GTK_PAPER_NAME_A5},
    {"a3", GTK_PAPER_NAME_A3}, {"legal", GTK_PAPER_NAME_LEGAL},
  };
  GtkPageSetup *setup = gtk_page_setup_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GtkPaperSize) size = NULL;

      if (g_strcmp0 (options->paper, papers[i].paper) != 0)
        continue;
      size = gtk_paper_size_new (papers[i].name);
      gtk_page_setup_set_paper_size_and_default_margins (setup, size);
    }
  /* The printer is asked for the margins that the pages were laid out for. */
  gtk_page_setup_set_left_margin (setup, options->edge, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, options->edge, GTK_UNIT_POINTS);
  gtk_page_setup_set_top_margin (setup, options->edge, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, options->edge, GTK_UNIT_POINTS);
  gtk_page_setup_set_orientation (setup, options->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                            : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}
