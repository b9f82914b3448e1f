/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run of the program on a ledger, or, without one, of an empty window, with what each step of
 * it took: a line "name value" each, milliseconds or kilobytes. MICROSECONDS is the monotonic time
 * at which it was started, PARTS names what is timed after the start: "facets,search".
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/outlay-store-acts.h"
#include "ui/cards/outlay-card.h"
#include "ui/filter/outlay-facet-button.h"
#include "ui/filter/outlay-facet-list.h"
#include "ui/outlay-application.h"
#include "ui/outlay-window-private.h"
#include "ui/widgets.h"

#define WIDTH  1280
#define HEIGHT 800

#define WAIT_SECONDS 60

/* How long between two keys of somebody who types fast. */
#define KEY_PAUSE 70

/* How often each thing is done; the median tells. */
#define ROUNDS 9

static GtkWindow *window;
static const char *wanted;
static gint64 began;
static gint64 step_began;
static gint64 frame_began;
static gint64 frame_time;
static gint64 longest_step;
static gint64 longest_own;
static guint n_frames;
static gboolean watched;

/* How long this thread has worked, in microseconds; what others do meanwhile is not its own. */
static gint64
get_busy_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Between two polls of the main loop lies one step of it; what the frame clock does in it is
 * GTK's laying out and drawing. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 step = get_busy_time () - step_began;

  if (watched)
    {
      longest_step = MAX (longest_step, step);
      longest_own = MAX (longest_own, step - frame_time);
    }
  int result = g_poll (fds, n_fds, timeout);
  frame_time = 0;
  step_began = get_busy_time ();
  return result;
}

static void
tell (const char *name, double value)
{
  printf ("%s %.2f\n", name, value);
  fflush (stdout);
}

static double
get_milliseconds (gint64 since)
{
  return (double)(g_get_monotonic_time () - since) / 1000;
}

static void
tell_memory (const char *name, const char *key)
{
  g_autofree char *status = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  const char *line = status != NULL ? strstr (status, key) : NULL;
  tell (name, line != NULL ? atof (line + strlen (key) + 1) : 0);
}

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64)milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (500);
    }
}

static void
wait_until (gboolean (*is_done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!is_done (data))
    {
      /* Workers need the processor too. */
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
      if (g_get_monotonic_time () > end)
        {
          fprintf (stderr, "nothing more happens\n");
          exit (EXIT_FAILURE);
        }
    }
}

static void
before_paint_cb (void)
{
  frame_began = get_busy_time ();
}

static gboolean
shows_cards (void)
{
  GtkWidget *card = widgets_find (GTK_WIDGET (window), OUTLAY_TYPE_CARD, 0);

  return card != NULL && gtk_widget_get_mapped (card)
         && outlay_card_get_deal (OUTLAY_CARD (card)) != NULL;
}

static void
after_paint_cb (gpointer data)
{
  static gboolean drawn;
  static gboolean carded;

  frame_time += get_busy_time () - frame_began;
  n_frames++;
  if (!drawn)
    {
      tell ("first-frame", get_milliseconds (began));
      tell ("first-frame-busy", (double)get_busy_time () / 1000);
    }
  drawn = TRUE;
  if (!carded && OUTLAY_IS_WINDOW (window) && shows_cards ())
    {
      carded = TRUE;
      tell ("first-cards-busy", (double)get_busy_time () / 1000);
      tell ("first-cards", get_milliseconds (began));
    }
}

static void
realized_cb (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static OutlayViewState *
get_state (void)
{
  return outlay_window_get_state (OUTLAY_WINDOW (window));
}

static OutlayStore *
get_store (void)
{
  return outlay_view_state_get_store (get_state ());
}

static gboolean
is_drawn (gpointer before)
{
  return n_frames > GPOINTER_TO_UINT (before);
}

static gboolean
is_loaded (gpointer n_deals)
{
  return !outlay_store_get_loading (get_store ()) && outlay_store_get_n_deals (get_store ()) > 0;
}

static void
changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *)flag;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

typedef void (*Action) (guint round);

/* From an action to the frame that shows what it came to. */
static void
time_action (const char *name, Action action, gboolean changes)
{
  g_autofree char *own = g_strconcat (name, "-step", NULL);
  g_autofree char *busy = g_strconcat (name, "-busy", NULL);
  double times[ROUNDS];
  double busy_times[ROUNDS];

  longest_own = longest_step = 0;
  for (guint round = 0; round < ROUNDS; round++)
    {
      gboolean changed = FALSE;
      gulong handler = changes ? g_signal_connect_swapped (get_state (), "changed",
                                                           G_CALLBACK (changed_cb), &changed)
                               : 0;
      gint64 start = g_get_monotonic_time ();
      gint64 busy_start = get_busy_time ();

      step_began = busy_start;
      watched = TRUE;
      action (round);
      if (changes)
        wait_until (is_set, &changed);
      gtk_widget_queue_draw (GTK_WIDGET (window));
      wait_until (is_drawn, GUINT_TO_POINTER (n_frames));
      times[round] = get_milliseconds (start);
      busy_times[round] = (double)(get_busy_time () - busy_start) / 1000;
      watched = FALSE;
      if (changes)
        g_signal_handler_disconnect (get_state (), handler);
      run_for (60);
    }
  qsort (times, ROUNDS, sizeof *times, compare_times);
  qsort (busy_times, ROUNDS, sizeof *busy_times, compare_times);
  tell (name, times[ROUNDS / 2]);
  tell (busy, busy_times[ROUNDS / 2]);
  tell (own, (double)longest_own / 1000);
}

static GtkWidget *
find_facet_list (void)
{
  GtkWidget *bar = GTK_WIDGET (OUTLAY_WINDOW (window)->filter_bar);

  return widgets_find (bar, OUTLAY_TYPE_FACET_LIST, 0);
}

static void
click_facet (guint round)
{
  GtkWidget *list = widgets_find (find_facet_list (), GTK_TYPE_LIST_VIEW, 0);

  g_signal_emit_by_name (list, "activate", round / 2 % 3);
}

static void
order (guint round)
{
  outlay_view_state_set_sort (get_state (), (OutlaySort)(1 + round % (OUTLAY_N_CARD_SORTS - 1)));
}

static void
scroll (guint round)
{
  GtkWidget *scroller
    = widgets_find (GTK_WIDGET (OUTLAY_WINDOW (window)->cards), GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) * round / ROUNDS);
}

static void
star (guint round)
{
  g_autoptr (OutlayDeal) deal
    = g_list_model_get_item (outlay_view_state_get_deals (get_state ()), round);

  outlay_store_set_starred (get_store (), deal, !outlay_deal_get_starred (deal));
}

static void
undo (guint round)
{
  outlay_store_undo_async (get_store (), 1, NULL, NULL, NULL);
}

static void
open_details (guint round)
{
  g_autoptr (OutlayDeal) deal
    = g_list_model_get_item (outlay_view_state_get_deals (get_state ()), 100 + round * 7);

  outlay_view_state_set_selected (get_state (), deal);
  outlay_window_show_side (OUTLAY_WINDOW (window), OUTLAY_SIDE_DETAILS);
}

static void
show_table (guint round)
{
  outlay_window_set_view (OUTLAY_WINDOW (window),
                          round % 2 == 0 ? OUTLAY_VIEW_TABLE : OUTLAY_VIEW_CARDS);
}

static void
show_timeline (guint round)
{
  outlay_window_set_view (OUTLAY_WINDOW (window),
                          round % 2 == 0 ? OUTLAY_VIEW_TIMELINE : OUTLAY_VIEW_CARDS);
}

static void
show_flows (guint round)
{
  outlay_window_set_view (OUTLAY_WINDOW (window),
                          round % 2 == 0 ? OUTLAY_VIEW_FLOWS : OUTLAY_VIEW_CARDS);
}

static void
select_all (guint round)
{
  GtkWidget *table = OUTLAY_WINDOW (window)->views[OUTLAY_VIEW_TABLE];
  GtkWidget *rows = widgets_find (table, GTK_TYPE_LIST_VIEW, 0);

  gtk_widget_activate_action (rows, round % 2 == 0 ? "list.select-all" : "list.unselect-all", NULL);
}

static void
type_search (const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (OUTLAY_WINDOW (window)->search_entry);
  int position = 0;

  g_action_group_change_action_state (G_ACTION_GROUP (window), "search",
                                      g_variant_new_boolean (TRUE));
  run_for (500);
  longest_own = longest_step = 0;
  step_began = get_busy_time ();
  watched = TRUE;
  for (const char *key = text; *key != '\0'; key++)
    {
      gtk_editable_insert_text (entry, key, 1, &position);
      run_for (KEY_PAUSE);
    }
  run_for (1500);
  while (position > 0)
    {
      gtk_editable_delete_text (entry, position - 1, position);
      position--;
      run_for (KEY_PAUSE);
    }
  run_for (1500);
  watched = FALSE;
  tell ("search-step", (double)longest_own / 1000);
  tell ("search-whole-step", (double)longest_step / 1000);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "search",
                                      g_variant_new_boolean (FALSE));
  run_for (500);
}

static void
time_facets (void)
{
  GtkWidget *button
    = widgets_find (GTK_WIDGET (OUTLAY_WINDOW (window)->filter_bar), GTK_TYPE_MENU_BUTTON, 0);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  run_for (500);
  time_action ("facet", click_facet, TRUE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  outlay_view_state_clear_filters (get_state ());
  run_for (500);
}

static void
time_start (void)
{
  watched = TRUE;
  wait_until (is_loaded, NULL);
  watched = FALSE;
  tell ("loaded", get_milliseconds (began));
  tell ("loading-step", (double)longest_own / 1000);
  run_for (1500);
  tell_memory ("memory", "VmRSS:");
  tell_memory ("memory-peak", "VmHWM:");
}

static void
time_search (void)
{
  type_search ("harbour");
}

static void
time_orders (void)
{
  time_action ("order", order, TRUE);
  time_action ("scroll", scroll, FALSE);
}

static void
time_acts (void)
{
  time_action ("star", star, TRUE);
  run_for (3000);
  time_action ("undo", undo, TRUE);
  run_for (3000);
  time_action ("details", open_details, FALSE);
}

static void
time_views (void)
{
  time_action ("table", show_table, FALSE);
  time_action ("select-all", select_all, FALSE);
  outlay_window_set_view (OUTLAY_WINDOW (window), OUTLAY_VIEW_CARDS);
  time_action ("timeline", show_timeline, FALSE);
  time_action ("flows", show_flows, FALSE);
  run_for (3000);
}

/* A grid as long as the one of cards and as wide, of labels and nothing else. */
#define BARE_ITEMS   12500
#define BARE_COLUMNS 3

static GtkStringList *bare;

static void
set_up_bare_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_bare_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
change_bare (guint round)
{
  g_autofree const char **texts = g_new0 (const char *, BARE_ITEMS + 1);

  for (guint i = 0; i < BARE_ITEMS; i++)
    texts[i] = (i + round) % 2 == 0 ? "one" : "other";
  gtk_string_list_splice (bare, 0, g_list_model_get_n_items (G_LIST_MODEL (bare)), NULL);
  gtk_string_list_splice (bare, 0, 0, texts);
}

/* What GTK itself takes for other items in a grid. */
static void
time_bare (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid;

  bare = gtk_string_list_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_bare_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_bare_cb), NULL);
  grid
    = gtk_grid_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (bare))), factory);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (grid), BARE_COLUMNS);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (window, scroller);
  time_action ("bare", change_bare, FALSE);
}

static const struct
{
  const char *name;
  void (*time) (void);
} parts[] = {
  {"facets", time_facets}, {"search", time_search}, {"orders", time_orders},
  {"acts", time_acts},     {"views", time_views},
};

static void
time_window (void)
{
  time_start ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strstr (wanted, parts[i].name) != NULL)
        parts[i].time ();
    }
  tell_memory ("memory-after", "VmRSS:");
  tell_memory ("memory-peak-after", "VmHWM:");
}

static gboolean
run_cb (gpointer application)
{
  wait_until (is_drawn, GUINT_TO_POINTER (0));
  if (OUTLAY_IS_WINDOW (window))
    time_window ();
  else
    {
      run_for (1500);
      tell_memory ("memory", "VmRSS:");
      time_bare ();
    }
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *added)
{
  if (window != NULL)
    return;
  window = added;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
  g_idle_add_full (G_PRIORITY_LOW, run_cb, application, NULL);
}

static void
activate_cb (GtkApplication *application)
{
  gtk_window_present (GTK_WINDOW (gtk_application_window_new (application)));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  if (argc < 3)
    {
      fprintf (stderr, "Usage: window-times MICROSECONDS PARTS [--ledger LEDGER]\n");
      return 2;
    }
  began = g_ascii_strtoll (argv[1], NULL, 10);
  wanted = argv[2];
  argv[2] = argv[0];
  g_main_context_set_poll_func (NULL, poll_cb);
  if (argc > 3)
    application = GTK_APPLICATION (outlay_application_new ());
  else
    {
      application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc - 2, argv + 2);
}
