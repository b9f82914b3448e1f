/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-application.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "outlay-config.h"
#include "base/format/outlay-format.h"
#include "model/settings/outlay-settings.h"
#include "model/outlay-store-acts.h"
#include "outlay-display.h"
#include "outlay-window.h"
#include "ui/access/outlay-program-keys.h"
#include "ui/access/outlay-spoken-parts.h"
#include "ui/help/outlay-help.h"
#include "ui/help/outlay-shortcuts.h"
#include "ui/import/outlay-import-stream.h"
#include "ui/preferences/outlay-preferences.h"
#include "ui/style/outlay-style.h"

#define RESOURCE_BASE "/io/github/outlay/Outlay"
#define WEBSITE       "https://github.com/outlay/Outlay"

/* Blocks of so many bytes are given back to the system when they are freed. */
#define LARGE_BLOCK (1024 * 1024)

struct _OutlayApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  OutlayStyle *style;
  OutlayStore *store;
  GCancellable *opening;
  char *ledger;
  GtkWidget *about;
  GtkWidget *preferences;
  GtkWidget *help;
  GtkWidget *shortcuts;
};

G_DEFINE_FINAL_TYPE (OutlayApplication, outlay_application, GTK_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  {"win.import-files", {"<Control>o"}},
  {"win.import-folder", {"<Control><Shift>o"}},
  {"win.read-again", {"<Control>r"}},
  {"win.find", {"<Control>f"}},
  {"win.print", {"<Control>p", "<Control><Shift>p"}},
  {"win.export", {"<Control><Shift>e"}},
  {"win.view::cards", {"<Alt>1"}},
  {"win.view::table", {"<Alt>2"}},
  {"win.view::timeline", {"<Alt>3"}},
  {"win.view::flows", {"<Alt>4"}},
  {"win.sidebar", {"F9"}},
  {"win.clear-filters", {"<Control><Shift>x"}},
  {"app.shortcuts", {"<Control>question", "<Control>F1"}},
  {"win.next-pane", {"F6"}},
  {"win.back", {"<Alt>Left", "Back"}},
  {"win.forward", {"<Alt>Right", "Forward"}},
  {"app.preferences", {"<Control>comma"}},
  {"app.help", {"F1"}},
  {"window.close", {"<Control>w"}},
  {"app.quit", {"<Control>q"}},
};

static const GOptionEntry options[] = {
  {"ledger", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use this ledger instead of your own"),
   N_ ("FILE")},
  {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL},
  {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]")},
  {NULL},
};

static OutlayWindow *
present_window (OutlayApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (
      outlay_window_new (GTK_APPLICATION (application), application->store, application->settings));
  gtk_window_present (window);
  return OUTLAY_WINDOW (window);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* A window that is closed keeps its size; the last one ends the program. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

/* One window of each kind, which is forgotten when it is closed. */
static void
present_once (GtkWidget **place, GtkWidget *made)
{
  if (made != NULL)
    {
      *place = made;
      g_object_add_weak_pointer (G_OBJECT (made), (gpointer *)place);
      outlay_program_keys_add (made);
    }
  gtk_window_present (GTK_WINDOW (*place));
}

/* What must be answered first holds the windows of its group; the help can be read beside it. */
static GtkWidget *
part_from_modal (GtkWidget *made)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_window_group_add_window (group, GTK_WINDOW (made));
  return made;
}

/* The pages of credits and licence are chosen in its title bar, which has no name of its own. */
static GtkWidget *
make_about (GtkWindow *parent)
{
  static const char *const authors[] = {"The Outlay developers", NULL};
  GtkWidget *made = g_object_new (
    GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, "program-name",
    _ ("Outlay"), "version", OUTLAY_VERSION, "logo-icon-name", OUTLAY_APP_ID, "website", WEBSITE,
    "authors", authors, "comments",
    _ ("Reads news about money going into AI infrastructure and keeps a ledger of the deals"),
    "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
    /* Translators: your names, one a line */
    C_ ("about", "translator-credits"), NULL);
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (made));
  GtkWidget *pages
    = GTK_IS_HEADER_BAR (bar) ? gtk_header_bar_get_title_widget (GTK_HEADER_BAR (bar)) : NULL;

  if (pages != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    C_ ("about", "Pages"), -1);
  return made;
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayApplication *application = OUTLAY_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  present_once (&application->about,
                application->about == NULL ? part_from_modal (make_about (window)) : NULL);
}

static void
show_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayApplication *application = OUTLAY_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  present_once (&application->help,
                application->help == NULL ? part_from_modal (outlay_help_new (window)) : NULL);
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayApplication *application = OUTLAY_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  present_once (&application->shortcuts, application->shortcuts == NULL
                                           ? part_from_modal (outlay_shortcuts_new (window))
                                           : NULL);
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayApplication *application = OUTLAY_APPLICATION (user_data);

  present_once (&application->preferences,
                application->preferences == NULL ? outlay_preferences_new (
                  GTK_WINDOW (present_window (application)), application->settings)
                                                 : NULL);
}

/* What the desktop offers beside the icon, or a notification leads to, is done in the window. */
static void
do_in_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OutlayWindow *window = present_window (OUTLAY_APPLICATION (user_data));

  g_action_group_activate_action (G_ACTION_GROUP (window), g_action_get_name (G_ACTION (action)),
                                  NULL);
}

static const GActionEntry entries[] = {
  {"about", about},
  {"help", show_help},
  {"shortcuts", show_shortcuts},
  {"preferences", show_preferences},
  {"import-files", do_in_window},
  {"review", do_in_window},
  {"show-report", do_in_window},
  {"quit", quit},
};

static void
outlay_application_activate (GApplication *application)
{
  present_window (OUTLAY_APPLICATION (application));
}

static void
outlay_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);
  OutlayWindow *window = present_window (OUTLAY_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  outlay_window_import (window, G_LIST_MODEL (list));
}

/* The command line ends, with its exit status, when it is let go of. */
static void
stdin_read_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GApplicationCommandLine) line = data;
  OutlayApplication *application = OUTLAY_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content
    = outlay_import_stream_read_finish (G_INPUT_STREAM (stream), result, &error);

  if (content != NULL)
    {
      outlay_store_import_content (application->store, content, NULL, _ ("Standard input"));
      return;
    }
  g_application_command_line_printerr (line, "outlay: %s\n", error->message);
  g_application_command_line_set_exit_status (line, EXIT_FAILURE);
}

/* A second start hands its own standard input to the program that runs. */
static void
read_stdin (GApplicationCommandLine *line)
{
  g_autoptr (GInputStream) stream = g_application_command_line_get_stdin (line);

  if (stream != NULL)
    outlay_import_stream_read_async (stream, stdin_read_cb, g_object_ref (line));
}

static int
outlay_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "-"))
        read_stdin (line);
      else
        g_ptr_array_add (files, g_application_command_line_create_file_for_arg (line, names[i]));
    }
  if (files->len > 0)
    outlay_application_open (application, (GFile **)files->pdata, (int)files->len, "");
  else
    outlay_application_activate (application);
  return 0;
}

/* A ledger named on the command line has a program of its own beside the one of the user's ledger;
 * a second start on the same ledger raises its window. */
static void
take_ledger (OutlayApplication *application, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *digest = NULL;
  g_autofree char *id = NULL;

  application->ledger = g_file_get_path (file);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, application->ledger, -1);
  digest[16] = '\0';
  id = g_strdup_printf ("%s.Ledger%s", OUTLAY_APP_ID, digest);
  g_application_set_application_id (G_APPLICATION (application), id);
}

static int
outlay_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  const char *path = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("outlay %s\n", OUTLAY_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (given, "ledger", "^&ay", &path))
    take_ledger (OUTLAY_APPLICATION (application), path);
  return -1;
}

static OutlayScheme
get_scheme (GSettings *settings)
{
  static const char *const names[] = {"desktop", "light", "dark", NULL};
  g_autofree char *name
    = settings != NULL ? g_settings_get_string (settings, "color-scheme") : NULL;

  for (guint i = 0; name != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return (OutlayScheme)i;
    }
  return OUTLAY_SCHEME_DESKTOP;
}

static void
apply_date_style (OutlayApplication *application)
{
  g_autofree char *name = g_settings_get_string (application->settings, "date-style");

  outlay_format_set_date_style (g_str_equal (name, "numbers") ? OUTLAY_DATES_IN_NUMBERS
                                                              : OUTLAY_DATES_IN_WORDS);
}

static void
setting_changed_cb (OutlayApplication *application, const char *key)
{
  GSettings *settings = application->settings;

  if (g_str_equal (key, "color-scheme"))
    outlay_style_set_scheme (application->style, get_scheme (settings));
  else if (g_str_equal (key, "copies-kept"))
    outlay_store_set_copies_kept (application->store, (guint)g_settings_get_int (settings, key));
  else if (g_str_equal (key, "review-below"))
    outlay_store_set_review_below (application->store, (guint)g_settings_get_int (settings, key));
  else if (g_str_equal (key, "date-style"))
    {
      apply_date_style (application);
      outlay_store_retell (application->store);
    }
}

static void
follow_settings (OutlayApplication *application)
{
  static const char *const keys[] = {"copies-kept", "review-below"};

  if (application->settings == NULL)
    return;
  apply_date_style (application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    setting_changed_cb (application, keys[i]);
  g_signal_connect_object (application->settings, "changed", G_CALLBACK (setting_changed_cb),
                           application, G_CONNECT_SWAPPED);
}

/* Reading the ledger and opening the display take about as long, so both begin at once. */
static void
open_store (OutlayApplication *application)
{
  application->settings = outlay_settings_load ();
  application->store = outlay_store_new ();
  follow_settings (application);
  if (application->ledger == NULL)
    application->ledger = outlay_ledger_dup_default_path ();
  outlay_store_open_async (application->store, application->ledger, application->opening, NULL,
                           NULL);
}

/* Where there is no display no ledger is made; one that is just being opened is let go of first. */
static void
exit_without_display (OutlayApplication *application)
{
  g_printerr ("outlay: %s\n",
              _ ("There is no display to open a window on. “outlayctl” works without one."));
  if (application->store != NULL)
    {
      g_cancellable_cancel (application->opening);
      while (outlay_store_get_loading (application->store))
        g_main_context_iteration (NULL, TRUE);
    }
  exit (OUTLAY_EXIT_NO_DISPLAY);
}

static gboolean
expects_display (void)
{
  return g_getenv ("WAYLAND_DISPLAY") != NULL || g_getenv ("DISPLAY") != NULL;
}

static void
outlay_application_startup (GApplication *application)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);

  /* By it the desktop knows windows; help on the command line has told the program's own name. */
  g_set_prgname (OUTLAY_APP_ID);
  /* From now on the fonts of the system are looked for in a thread; the first text waits for them.
   */
  pango_cairo_font_map_get_default ();
  if (expects_display ())
    open_store (self);
  /* The toolkit would end the program as well, but with no status to tell this from other ends. */
  if (!outlay_display_open ())
    exit_without_display (self);
  if (self->store == NULL)
    open_store (self);
  G_APPLICATION_CLASS (outlay_application_parent_class)->startup (application);
  outlay_spoken_parts_init ();
  gtk_window_set_default_icon_name (OUTLAY_APP_ID);
  self->style = outlay_style_new (gdk_display_get_default (), get_scheme (self->settings));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings == NULL)
    g_action_map_remove_action (G_ACTION_MAP (self), "preferences");
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
outlay_application_finalize (GObject *object)
{
  OutlayApplication *application = OUTLAY_APPLICATION (object);

  g_clear_object (&application->settings);
  g_clear_object (&application->style);
  g_clear_object (&application->store);
  g_clear_object (&application->opening);
  g_clear_pointer (&application->ledger, g_free);
  G_OBJECT_CLASS (outlay_application_parent_class)->finalize (object);
}

static void
outlay_application_class_init (OutlayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_application_finalize;
  application_class->startup = outlay_application_startup;
  application_class->activate = outlay_application_activate;
  application_class->open = outlay_application_open;
  application_class->command_line = outlay_application_command_line;
  application_class->handle_local_options = outlay_application_handle_local_options;
}

static void
outlay_application_init (OutlayApplication *application)
{
  application->opening = g_cancellable_new ();
  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_application_set_option_context_summary (
    G_APPLICATION (application),
    _ ("Imports each FILE, a folder too, and standard input where FILE is “-”."));
}

/* The first large block that is freed has the library keep all of its size for later ones, of which
 * each thread then has its own: what a window once needed for its deals stays twice and thrice. */
static void
give_back_large_blocks (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
#endif
}

/**
 * outlay_application_new:
 *
 * Returns: (transfer full): the program.
 */
OutlayApplication *
outlay_application_new (void)
{
  give_back_large_blocks ();
  outlay_display_prepare ();
  return g_object_new (OUTLAY_TYPE_APPLICATION, "application-id", OUTLAY_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", RESOURCE_BASE, NULL);
}
