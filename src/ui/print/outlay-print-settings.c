/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose for printing, kept from one time to the next. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-settings.h"

#include "outlay-config.h"

#define SETTINGS_FILE   "print-settings.ini"
#define PAGE_SETUP_FILE "page-setup.ini"

#define FOLDER_MODE 0700

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, name, NULL);
}

static void
save (GKeyFile *file, const char *name)
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
  save (file, SETTINGS_FILE);
}

/**
 * outlay_print_settings_load_page_setup:
 *
 * Returns: (transfer full): paper and orientation as the user last chose them, those of the locale
 *   where nothing is kept.
 */
GtkPageSetup *
outlay_print_settings_load_page_setup (void)
{
  g_autofree char *path = dup_path (PAGE_SETUP_FILE);
  GtkPageSetup *setup = gtk_page_setup_new_from_file (path, NULL);

  return setup != NULL ? setup : gtk_page_setup_new ();
}

/** outlay_print_settings_save_page_setup: keeps @setup for the next time. */
void
outlay_print_settings_save_page_setup (GtkPageSetup *setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  gtk_page_setup_to_key_file (setup, file, NULL);
  save (file, PAGE_SETUP_FILE);
}

/**
 * outlay_print_settings_set_paper:
 * @options: gets the size of the paper, and the widest of the margins that @setup keeps free
 */
void
outlay_print_settings_set_paper (OutlayReportOptions *options, GtkPageSetup *setup)
{
  double margin = gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS);

  margin = MAX (margin, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  margin = MAX (margin, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  margin = MAX (margin, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  options->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  options->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  options->edge = margin;
}
