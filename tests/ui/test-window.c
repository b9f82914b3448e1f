/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "base/format/outlay-format.h"
#include "fixture/fixture.h"
#include "ui/cards/outlay-card.h"
#include "ui/cards/outlay-cards-view.h"
#include "ui/details/outlay-details-pane.h"
#include "ui/filter/outlay-facet-button.h"
#include "ui/filter/outlay-range-sketch.h"
#include "ui/layout/outlay-strip.h"
#include "ui/outlay-window.h"
#include "ui/pages/outlay-first-run-page.h"
#include "ui/sidebar/outlay-sidebar.h"
#include "ui/style/outlay-style.h"
#include "widgets.h"

/* Text twice as large as it usually is. */
#define LARGE_DPI (2 * 96 * 1024)

/* The least width of a window. */
#define FLOOR 360

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  OutlayStore *store;
  OutlayWindow *window;
  OutlayViewState *state;
  guint n_articles; /* before the paste */
} Fixture;

/* One for all tests: a name on the bus is not free again at once. */
static GtkApplication *application;

static void
open_window (Fixture *fixture, int width, int height)
{
  fixture->window = outlay_window_new (application, fixture->store, NULL);
  fixture->state = outlay_window_get_state (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_opened (gpointer data)
{
  return outlay_store_get_opened (((Fixture *)data)->store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->store = outlay_store_new ();
  open_window (fixture, 1280, 800);
  outlay_store_open_async (fixture->store, outlay_ledger_get_path (fixture->ledger), NULL, NULL,
                           NULL);
  g_assert_true (widgets_wait (is_opened, fixture));
}

static void
set_up_unopened (Fixture *fixture, gconstpointer data)
{
  fixture->store = outlay_store_new ();
  open_window (fixture, 1280, 800);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  set_up_unopened (fixture, data);
  outlay_store_set_records (fixture->store, nothing, nothing);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widgets_settle ();
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->ledger);
  if (fixture->folder != NULL)
    fixture_remove_folder (fixture->folder);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (outlay_view_state_get_deals (fixture->state));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static gboolean
get_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static gboolean
has_cards (gpointer data)
{
  return widgets_count (GTK_WIDGET (((Fixture *)data)->window), OUTLAY_TYPE_CARD) > 0;
}

static void
show_cards (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_shown (fixture), >, 3);
  g_assert_true (widgets_wait (has_cards, fixture));
  for (guint i = 0; i < count_shown (fixture); i++)
    {
      g_autoptr (OutlayDeal) deal
        = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), i);

      g_assert_true (
        widgets_have_text (GTK_WIDGET (fixture->window), outlay_deal_get_facts (deal)));
    }
}

/* Of the first card what its deal comes to in yen, and below it the facts. */
static gboolean
tells_in_yen (gpointer data)
{
  GtkWidget *card = widgets_find (GTK_WIDGET (((Fixture *)data)->window), OUTLAY_TYPE_CARD, 0);
  OutlayDeal *deal = outlay_card_get_deal (OUTLAY_CARD (card));
  g_autofree char *converted
    = outlay_format_converted_total (outlay_deal_get_summary (deal), "JPY");
  g_autofree char *both = g_strdup_printf ("%s\n%s", converted, outlay_deal_get_facts (deal));

  return widgets_have_text (card, both) && widgets_have_text (card, outlay_deal_get_amount (deal));
}

static void
convert_cards (Fixture *fixture, gconstpointer data)
{
  g_assert_true (widgets_wait (has_cards, fixture));
  outlay_view_state_set_totals_currency (fixture->state, "JPY");
  g_assert_true (widgets_wait (tells_in_yen, fixture));
  widgets_save_picture (GTK_WINDOW (fixture->window), "window-yen.png");
}

static gboolean
has_spoken_card (gpointer data)
{
  GtkWidget *card = widgets_find (GTK_WIDGET (((Fixture *)data)->window), OUTLAY_TYPE_CARD, 0);

  return card != NULL && gtk_widget_get_parent (card) != NULL
         && outlay_card_get_deal (OUTLAY_CARD (card)) != NULL
         && gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
set_up_moving (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  set_up (fixture, data);
}

static void
frame_cb (GdkFrameClock *clock, gint64 *last)
{
  *last = g_get_monotonic_time ();
}

static gboolean
is_at_rest (gpointer last)
{
  return g_get_monotonic_time () - *(gint64 *)last > G_USEC_PER_SEC / 2;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What moves on a page that is not seen would show the same picture sixty times a second. */
static void
come_to_rest (Fixture *fixture, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gint64 last = g_get_monotonic_time ();
  guint wake = g_timeout_add (100, wake_cb, NULL);

  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_cb), &last);
  g_assert_true (widgets_wait (is_at_rest, &last));
  g_source_remove (wake);
  g_signal_handlers_disconnect_by_data (clock, &last);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
speak_cards (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  g_assert_true (widgets_wait (has_spoken_card, fixture));
  card = widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_CARD, 0);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    outlay_deal_get_sentence (outlay_card_get_deal (OUTLAY_CARD (card))));
}

static gboolean
needs_name (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget)
         && !GTK_IS_PANED (widget) && !GTK_IS_TEXT (widget) && !GTK_IS_POPOVER (widget)
         && !GTK_IS_LABEL (widget) && !GTK_IS_WINDOW (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *label = widgets_find (widget, GTK_TYPE_LABEL, 0);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* The button within a menu button takes its name from it. */
  if (GTK_IS_MENU_BUTTON (parent))
    return has_name (parent);
  return label != NULL && *gtk_label_get_text (GTK_LABEL (label)) != '\0';
}

static guint
count_nameless (GtkWidget *widget)
{
  guint count = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (needs_name (widget) && !has_name (widget))
    {
      for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
        g_test_message ("%s %s", at == widget ? "without a name:" : "in", G_OBJECT_TYPE_NAME (at));
      count++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_nameless (child);
  return count;
}

static void
name_everything (Fixture *fixture, gconstpointer data)
{
  g_assert_true (widgets_wait (has_cards, fixture));
  g_assert_cmpuint (count_nameless (GTK_WIDGET (fixture->window)), ==, 0);
}

static gboolean
is_found (gpointer data)
{
  return !outlay_view_state_is_searching (((Fixture *)data)->state);
}

static void
filter_by_action (Fixture *fixture, gconstpointer data)
{
  guint all = count_shown (fixture);

  g_assert_true (get_enabled (fixture, "print"));
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_set_search_text (fixture->state, "no such words at all");
  g_assert_true (widgets_wait (is_found, fixture));
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_true (widgets_have_text (GTK_WIDGET (fixture->window), "No deals match"));
  g_assert_false (get_enabled (fixture, "print"));
  activate (fixture, "win.clear-filters");
  g_assert_cmpuint (count_shown (fixture), ==, all);
  g_assert_true (get_enabled (fixture, "print"));
}

static void
sort_by_action (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "sort",
                                  g_variant_new_string ("largest"));
  g_assert_cmpuint (outlay_view_state_get_sort (fixture->state), ==, OUTLAY_SORT_LARGEST);
  g_assert_true (widgets_have_text (GTK_WIDGET (fixture->window), "Largest first"));
}

static gboolean
has_facet_rows (gpointer data)
{
  return widgets_have_text (GTK_WIDGET (((Fixture *)data)->window), "Announced");
}

static void
choose_in_facet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button
    = widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_FACET_BUTTON, OUTLAY_FACET_STATUS);
  GtkWidget *list;
  guint all = count_shown (fixture);

  outlay_facet_button_popup (OUTLAY_FACET_BUTTON (button));
  g_assert_true (widgets_wait (has_facet_rows, fixture));
  list = widgets_find (button, GTK_TYPE_LIST_VIEW, 0);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_true (outlay_view_state_has_choices (fixture->state, OUTLAY_FACET_STATUS));
  g_assert_cmpuint (count_shown (fixture), <, all);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_shown (fixture), ==, all);
}

/* Of the deals that the histogram counts none is left out of the button's outline of it. */
static void
sketch_range (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sketch = widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_RANGE_SKETCH, 0);
  const OutlayHistogram *histogram
    = outlay_view_state_get_histogram (fixture->state, OUTLAY_MEASURE_AMOUNT);
  guint columns[OUTLAY_SKETCH_COLUMNS];
  guint n_columns = outlay_range_sketch_count (OUTLAY_RANGE_SKETCH (sketch), columns);
  guint n_sketched = 0, n_counted = 0;

  for (guint i = 0; i < n_columns; i++)
    n_sketched += columns[i];
  for (guint i = 0; i < histogram->n_bars; i++)
    n_counted += histogram->live[i];
  g_assert_cmpuint (n_columns, >, 1);
  g_assert_cmpuint (n_sketched, >, 1);
  g_assert_cmpuint (n_sketched, ==, n_counted);
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "none", OUTLAY_CHOICE_INCLUDE);
  n_columns = outlay_range_sketch_count (OUTLAY_RANGE_SKETCH (sketch), columns);
  for (guint i = 0; i < n_columns; i++)
    g_assert_cmpuint (columns[i], ==, 0);
}

static void
show_circles (Fixture *fixture, gconstpointer data)
{
  outlay_view_state_set_scope (fixture->state, OUTLAY_SCOPE_CONFLICTS);
  activate (fixture, "win.circles");
  g_assert_cmpuint (outlay_window_get_view (fixture->window), ==, OUTLAY_VIEW_FLOWS);
  g_assert_cmpuint (outlay_view_state_get_scope (fixture->state), ==, OUTLAY_SCOPE_ALL);
}

/* Neither that there are no deals nor where they would come from. */
static void
claim_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_false (widgets_have_text (window, "No deals yet"));
  outlay_store_set_records (fixture->store, nothing, nothing);
  g_assert_true (widgets_have_text (window, "No deals yet"));
}

static gboolean
is_thin (gpointer data)
{
  return outlay_window_get_layout (((Fixture *)data)->window) >= OUTLAY_LAYOUT_THIN;
}

static void
follow_width (Fixture *fixture, gconstpointer data)
{
  GVariant *shown = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "sidebar");

  g_assert_true (g_variant_get_boolean (shown));
  g_variant_unref (shown);
  g_autoptr (OutlayDeal) first
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 0);
  outlay_view_state_set_selected (fixture->state, first);
  outlay_window_show_side (fixture->window, OUTLAY_SIDE_DETAILS);
  /* A size asked for before the first one has come is lost. */
  g_assert_true (widgets_wait (has_cards, fixture));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  g_assert_true (widgets_wait (is_thin, fixture));
  g_assert_cmpuint (outlay_window_get_side (fixture->window), ==, OUTLAY_SIDE_DETAILS);
  activate (fixture, "win.close-side");
  g_assert_cmpuint (outlay_window_get_side (fixture->window), ==, OUTLAY_SIDE_NONE);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "sidebar", NULL);
  shown = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "sidebar");
  g_assert_true (g_variant_get_boolean (shown));
  g_variant_unref (shown);
}

/* Whether the sidebar is there with room for what it says. */
static gboolean
sidebar_fits (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (((Fixture *)data)->window);
  int width = gtk_widget_get_width (widgets_find (window, OUTLAY_TYPE_SIDEBAR, 0));

  return width > 0 && width < FLOOR;
}

static void
fit_large_text (Fixture *fixture, gconstpointer data)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI, NULL);
  g_assert_true (widgets_wait (has_cards, fixture));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), FLOOR, 700);
  g_assert_true (widgets_wait (is_thin, fixture));
  activate (fixture, "win.sidebar");
  g_assert_true (widgets_wait (sidebar_fits, fixture));
  widgets_save_picture (GTK_WINDOW (fixture->window), "window-tight.png");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static gboolean
details_have_keyboard (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Fixture *)data)->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, OUTLAY_TYPE_DETAILS_PANE) != NULL;
}

static void
keep_keyboard_on_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) first
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 0);

  g_assert_true (widgets_wait (has_cards, fixture));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  g_assert_true (widgets_wait (is_thin, fixture));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  outlay_view_state_set_selected (fixture->state, first);
  outlay_window_show_side (fixture->window, OUTLAY_SIDE_DETAILS);
  g_assert_true (widgets_wait (details_have_keyboard, fixture));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "view",
                                  g_variant_new_string ("table"));
  g_assert_cmpuint (outlay_window_get_side (fixture->window), ==, OUTLAY_SIDE_NONE);
  g_assert_cmpuint (outlay_window_get_view (fixture->window), ==, OUTLAY_VIEW_TABLE);
}

static guint
count_articles (Fixture *fixture)
{
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, NULL);

  return articles->len;
}

static gboolean
has_one_more (gpointer data)
{
  Fixture *fixture = data;

  return count_articles (fixture) == fixture->n_articles + 1;
}

static gboolean
has_told (gpointer data)
{
  return widgets_have_text (GTK_WIDGET (((Fixture *)data)->window), "empty.txt");
}

/* A folder with an article and an empty file, copied as a file manager copies it. */
static void
paste_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "copied", NULL);
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
    good, "The harbour board will build a hall for servers. It costs $30 million.\n", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  fixture->n_articles = count_articles (fixture);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  gdk_clipboard_set_value (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), &value);
  activate (fixture, "win.paste");
  g_assert_true (widgets_wait (has_one_more, fixture));
  g_assert_true (widgets_wait (has_told, fixture));
}

static void
paste_text (Fixture *fixture, gconstpointer data)
{
  fixture->n_articles = count_articles (fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                          "The harbour board will build a hall for servers for $30 million.");
  activate (fixture, "win.paste");
  g_assert_true (widgets_wait (has_one_more, fixture));
}

static gboolean
says_nothing_to_paste (gpointer data)
{
  return widgets_have_text (
    GTK_WIDGET (((Fixture *)data)->window),
    "There is nothing to paste. Copy the text of an article, or files, first.");
}

static void
paste_nothing (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL);
  activate (fixture, "win.paste");
  g_assert_true (widgets_wait (says_nothing_to_paste, fixture));
}

static void
invite_in_narrow_window (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (OUTLAY_TYPE_FIRST_RUN_PAGE, NULL));
  int least;

  outlay_first_run_page_set_tight (OUTLAY_FIRST_RUN_PAGE (page), TRUE);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_object_unref (page);
}

static void
invite_to_import (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_FIRST_RUN_PAGE, 0));
  g_assert_true (widgets_have_text (GTK_WIDGET (fixture->window), "No deals yet"));
  g_assert_false (get_enabled (fixture, "print"));
  g_assert_false (get_enabled (fixture, "find"));
  g_assert_true (get_enabled (fixture, "import-files"));
  g_assert_cmpuint (count_nameless (GTK_WIDGET (fixture->window)), ==, 0);
}

static gboolean
has_failed (gpointer data)
{
  return outlay_store_get_error (((Fixture *)data)->store) != NULL;
}

static void
tell_of_failure (void)
{
  Fixture fixture = {0};
  g_autofree char *path = NULL;

  fixture.folder = fixture_make_folder ();
  fixture.store = outlay_store_new ();
  path = g_build_filename (fixture.folder, "text.db", NULL);
  g_assert_true (g_file_set_contents (path, "no ledger, but words and words\n", -1, NULL));
  open_window (&fixture, 900, 700);
  outlay_store_open_async (fixture.store, path, NULL, NULL, NULL);
  g_assert_true (widgets_wait (has_failed, &fixture));
  g_assert_true (widgets_have_text (GTK_WIDGET (fixture.window), "The ledger cannot be opened"));
  tear_down (&fixture, NULL);
}

/* Of three buttons the last gives way first, then the second; the first always stays. */
static void
give_way (void)
{
  static const struct
  {
    int width;
    guint n_shown;
  } cases[] = {{400, 3}, {308, 3}, {307, 2}, {204, 2}, {203, 1}, {100, 1}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *strip = outlay_strip_new (4);
      GtkWidget *box = gtk_fixed_new ();
      GtkWidget *child;
      GtkWindow *window;
      guint n_shown = 0;

      for (guint order = 0; order < 3; order++)
        {
          child = gtk_drawing_area_new ();
          gtk_widget_set_size_request (child, 100, 20);
          outlay_strip_append (OUTLAY_STRIP (strip), child, order > 0 ? 3 - order : 0);
        }
      gtk_widget_set_size_request (strip, cases[i].width, 20);
      gtk_fixed_put (GTK_FIXED (box), strip, 0, 0);
      window = widgets_show (box, 500, 100);
      gtk_widget_size_allocate (strip, &(GtkAllocation){0, 0, cases[i].width, 20}, -1);
      for (child = gtk_widget_get_first_child (strip); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          g_assert_true (gtk_widget_get_child_visible (child) == (n_shown < cases[i].n_shown));
          n_shown += (guint)gtk_widget_get_child_visible (child);
        }
      g_assert_cmpuint (n_shown, ==, cases[i].n_shown);
      gtk_window_destroy (window);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (OutlayStyle) style = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = gtk_application_new ("io.github.outlay.Test", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/outlay/Outlay");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  style = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_LIGHT);
#define ADD(path, set_up_func, func) g_test_add (path, Fixture, NULL, set_up_func, func, tear_down)
  ADD ("/window/a ledger's deals are cards", set_up, show_cards);
  ADD ("/window/a card tells its figure in the currency of sums below its own", set_up,
       convert_cards);
  ADD ("/window/a card is spoken in one sentence", set_up, speak_cards);
  ADD ("/window/the window comes to rest", set_up_moving, come_to_rest);
  ADD ("/window/all that takes the focus has a name", set_up, name_everything);
  ADD ("/window/filters are cleared by an action", set_up, filter_by_action);
  ADD ("/window/the order is chosen by an action", set_up, sort_by_action);
  ADD ("/window/a facet's row chooses and frees its value", set_up, choose_in_facet);
  ADD ("/window/the button of a range outlines its histogram", set_up, sketch_range);
  ADD ("/window/circles of money are shown in the flows of all deals", set_up, show_circles);
  ADD ("/window/the panes follow the width", set_up, follow_width);
  ADD ("/window/in the narrowest window large text fits into the sidebar", set_up, fit_large_text);
  ADD ("/window/a pasted folder’s articles are imported", set_up, paste_folder);
  ADD ("/window/a pasted text becomes an article", set_up, paste_text);
  ADD ("/window/a page over the deals has the keyboard, and makes way for a view", set_up,
       keep_keyboard_on_page);
  ADD ("/window/what is no article is not pasted, and the window says so", set_up, paste_nothing);
  ADD ("/window/an empty ledger invites to import", set_up_empty, invite_to_import);
  ADD ("/window/nothing is said of a ledger that is not open yet", set_up_unopened, claim_nothing);
  g_test_add_func ("/window/where a row is short the lesser buttons give way", give_way);
  g_test_add_func ("/window/the first page fits the narrowest window", invite_in_narrow_window);
  g_test_add_func ("/window/a ledger that cannot be opened is told of", tell_of_failure);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
