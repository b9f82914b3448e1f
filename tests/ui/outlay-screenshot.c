/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the window on a ledger, brings it into the state asked for and writes a picture of it. */
#define G_LOG_DOMAIN "outlay-screenshot"

#include <locale.h>
#include <glib/gi18n.h>

#include "ui/outlay-window.h"
#include "ui/style/outlay-style.h"

/* The window has come to rest after so many milliseconds without a new frame. */
#define REST     600
#define PATIENCE 20000

static char *ledger_path;
static char *output;
static char *select_words;
static char *search_text;
static char *scope_name;
static char *sort_name;
static char *view_name;
static char **choices;
static char **actions;
static int width = 1280;
static int height = 800;
static int scale = 1;
static double text_scale = 1;
static gboolean dark;
static gboolean details;

static const GOptionEntry options[] = {
  {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &ledger_path, "Ledger to show", "FILE"},
  {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Picture to write", "FILE.png"},
  {"width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS"},
  {"height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS"},
  {"scale", 0, 0, G_OPTION_ARG_INT, &scale, "Pixels of the picture for one of the window", "N"},
  {"text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, "Size of the text", "FACTOR"},
  {"dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Show it dark", NULL},
  {"details", 0, 0, G_OPTION_ARG_NONE, &details, "Open the details of the deal selected", NULL},
  {"select", 0, 0, G_OPTION_ARG_STRING, &select_words, "Select the first deal with these words",
   "WORDS"},
  {"search", 0, 0, G_OPTION_ARG_STRING, &search_text, "Search for these words", "WORDS"},
  {"scope", 0, 0, G_OPTION_ARG_STRING, &scope_name, "all, review, conflicts or starred", "SCOPE"},
  {"sort", 0, 0, G_OPTION_ARG_STRING, &sort_name, "newest, oldest, largest, …", "ORDER"},
  {"view", 0, 0, G_OPTION_ARG_STRING, &view_name, "cards, table, …", "VIEW"},
  {"include", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices, "Include a facet's value: 0=build",
   "FACET=KEY"},
  {"action", 0, 0, G_OPTION_ARG_STRING_ARRAY, &actions, "Activate an action of the window", "NAME"},
  {NULL},
};

static void
painted_cb (GdkFrameClock *clock, gint64 *last)
{
  *last = g_get_monotonic_time ();
}

/* Runs the main loop until nothing is due and nothing has been drawn for a while. */
static void
settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 last = g_get_monotonic_time ();
  gint64 end = last + (gint64)PATIENCE * 1000;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &last);

  while (g_get_monotonic_time () < end && g_get_monotonic_time () - last < REST * 1000)
    {
      if (g_main_context_iteration (NULL, FALSE))
        last = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
opened_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_store_open_finish (OUTLAY_STORE (store), result, &error))
    g_printerr ("%s\n", error->message);
  *(gboolean *)user_data = TRUE;
}

static void
open_ledger (OutlayStore *store)
{
  gint64 end = g_get_monotonic_time () + (gint64)PATIENCE * 1000;
  gboolean opened = FALSE;

  if (ledger_path == NULL)
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      outlay_store_set_records (store, nothing, nothing);
      return;
    }
  outlay_store_open_async (store, ledger_path, NULL, opened_cb, &opened);
  while (!opened && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
choose (OutlayViewState *state, const char *choice)
{
  g_auto (GStrv) parts = g_strsplit (choice, "=", 2);
  guint64 facet = 0;

  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[0], 10, 0, OUTLAY_N_FACETS - 1, &facet, NULL))
    outlay_view_state_choose (state, (OutlayFacet)facet, parts[1], OUTLAY_CHOICE_INCLUDE);
}

static void
select_deal (OutlayViewState *state, const char *words)
{
  GListModel *deals = outlay_view_state_get_deals (state);
  guint count = g_list_model_get_n_items (deals);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (OutlayDeal) deal = g_list_model_get_item (deals, i);

      if (strstr (outlay_deal_get_sentence (deal), words) != NULL)
        {
          outlay_view_state_set_selected (state, deal);
          return;
        }
    }
}

static void
prepare (OutlayWindow *window)
{
  static const char *const scopes[] = {"all", "review", "conflicts", "starred", NULL};
  OutlayViewState *state = outlay_window_get_state (window);
  OutlaySort sort;

  for (guint i = 0; scope_name != NULL && scopes[i] != NULL; i++)
    {
      if (g_str_equal (scopes[i], scope_name))
        outlay_view_state_set_scope (state, (OutlayScope)i);
    }
  if (sort_name != NULL && outlay_sort_from_string (sort_name, &sort))
    outlay_view_state_set_sort (state, sort);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    choose (state, choices[i]);
  if (search_text != NULL)
    outlay_view_state_set_search_text (state, search_text);
  while (outlay_view_state_is_searching (state))
    g_main_context_iteration (NULL, TRUE);
  if (select_words != NULL)
    select_deal (state, select_words);
  if (view_name != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                        g_variant_new_string (view_name));
  if (details)
    outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
  for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
}

static gboolean
write_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  int picture_width = gtk_widget_get_width (window);
  int picture_height = gtk_widget_get_height (window);

  gtk_snapshot_scale (snapshot, (float)scale, (float)scale);
  gdk_paintable_snapshot (paintable, snapshot, picture_width, picture_height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (
    renderer, node,
    &GRAPHENE_RECT_INIT (0, 0, (float)(picture_width * scale), (float)(picture_height * scale)));
  return gdk_texture_save_to_png (texture, output);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (OutlayStore) store = NULL;
  g_autoptr (OutlayStyle) style = NULL;
  g_autoptr (GError) error = NULL;
  OutlayWindow *window;
  int dpi = 0;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("OUTLAY_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || output == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Name the picture with --output");
      return 2;
    }
  application = gtk_application_new ("io.github.outlay.Screenshot", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/outlay/Outlay");
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-xft-dpi",
                (int)((dpi > 0 ? dpi : 96 * 1024) * text_scale), NULL);
  style = outlay_style_new (gdk_display_get_default (),
                            dark ? OUTLAY_SCHEME_DARK : OUTLAY_SCHEME_LIGHT);
  store = outlay_store_new ();
  open_ledger (store);
  window = outlay_window_new (application, store, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  settle (GTK_WIDGET (window));
  prepare (window);
  settle (GTK_WIDGET (window));
  if (!write_picture (GTK_WIDGET (window)))
    {
      g_printerr ("Cannot write %s\n", output);
      return 1;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
