/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "model/records.h"
#include "report/charts/outlay-timeline-draw.h"
#include "ui/charts/outlay-chart-pane.h"
#include "ui/charts/outlay-chart-style.h"
#include "ui/flows/outlay-flows-chart.h"
#include "ui/flows/outlay-flows-circles.h"
#include "ui/flows/outlay-flows-view.h"
#include "ui/print/outlay-print.h"
#include "ui/style/outlay-style.h"
#include "ui/timeline/outlay-timeline-chart.h"
#include "ui/timeline/outlay-timeline-legend.h"
#include "ui/timeline/outlay-timeline-view.h"
#include "widgets.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Acme", "Borealis", "USD up_to 50", "2025-06-01", "FR",
   1300, "a/en|b/de", FALSE, 0, FALSE},
  {OUTLAY_KIND_SUPPLY, OUTLAY_STATUS_ANNOUNCED, "Borealis", "Acme", "EUR exact 7", "2025-09", NULL,
   0, "a/en", FALSE, 0, FALSE},
  {OUTLAY_KIND_EQUITY, OUTLAY_STATUS_CANCELLED, "Dune", NULL, NULL, NULL, NULL, 20, NULL, TRUE, 0,
   FALSE},
};

typedef struct
{
  OutlayViewState *state;
  GtkWidget *view;
  OutlayTimelineChart *chart;
  GtkWindow *window;
  guint n_opened;
  gint64 from;
  gint64 until;
} Fixture;

static void
opened_cb (Fixture *fixture)
{
  fixture->n_opened++;
}

static void
period_wanted_cb (GtkWidget *view, gint64 from, gint64 until, Fixture *fixture)
{
  fixture->from = from;
  fixture->until = until;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = records_show (deals, G_N_ELEMENTS (deals));
  fixture->view = outlay_timeline_view_new (fixture->state);
  g_signal_connect_swapped (fixture->view, "opened", G_CALLBACK (opened_cb), fixture);
  g_signal_connect (fixture->view, "period-wanted", G_CALLBACK (period_wanted_cb), fixture);
  fixture->window = widgets_show (fixture->view, 1000, 700);
  fixture->chart
    = OUTLAY_TIMELINE_CHART (widgets_find (fixture->view, OUTLAY_TYPE_TIMELINE_CHART, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->state);
  widgets_settle ();
}

static guint
count_columns (Fixture *fixture)
{
  return outlay_timeline_chart_get_timeline (fixture->chart)->columns->len;
}

static void
follow_filters (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_columns (fixture), ==, 2);
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  g_assert_cmpuint (count_columns (fixture), ==, 1);
  outlay_view_state_clear_filters (fixture->state);
  g_assert_cmpuint (count_columns (fixture), ==, 2);
  widgets_save_picture (fixture->window, "timeline.png");
}

static void
rest_unseen (Fixture *fixture, gconstpointer data)
{
  OutlayTimeline *before = outlay_timeline_chart_get_timeline (fixture->chart);

  gtk_widget_set_visible (fixture->view, FALSE);
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  g_assert_true (outlay_timeline_chart_get_timeline (fixture->chart) == before);
  gtk_widget_set_visible (fixture->view, TRUE);
  g_assert_cmpuint (count_columns (fixture), ==, 1);
}

static void
want_period (Fixture *fixture, gconstpointer data)
{
  GDate day;
  GtkWidget *legend = widgets_find (fixture->view, OUTLAY_TYPE_TIMELINE_LEGEND, 0);

  g_assert_false (widgets_have_text (legend, "Q2 2025 – Q3 2025")
                  && gtk_widget_get_mapped (legend));
  outlay_timeline_chart_set_period (fixture->chart, 0, 1);
  g_assert_true (widgets_have_text (legend, "Q2 2025 – Q3 2025"));
  g_signal_emit_by_name (legend, "show-period");
  g_date_set_dmy (&day, 1, G_DATE_APRIL, 2025);
  g_assert_cmpint (fixture->from, ==, g_date_get_julian (&day));
  g_date_set_dmy (&day, 30, G_DATE_SEPTEMBER, 2025);
  g_assert_cmpint (fixture->until, ==, g_date_get_julian (&day));
  g_signal_emit_by_name (legend, "clear-period");
  g_assert_false (outlay_timeline_chart_get_period (fixture->chart, &(guint){0}, &(guint){0}));
}

static void
filter_by_legend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = widgets_find (fixture->view, OUTLAY_TYPE_TIMELINE_LEGEND, 0);

  g_signal_emit_by_name (legend, "series-clicked", outlay_chart_place_kind (OUTLAY_KIND_SUPPLY));
  g_assert_cmpuint (g_list_model_get_n_items (outlay_view_state_get_deals (fixture->state)), ==, 1);
  g_signal_emit_by_name (legend, "series-clicked", outlay_chart_place_kind (OUTLAY_KIND_SUPPLY));
  g_assert_cmpuint (g_list_model_get_n_items (outlay_view_state_get_deals (fixture->state)), ==, 3);
}

static void
say_in_words (Fixture *fixture, gconstpointer data)
{
  OutlayChartPane *pane
    = OUTLAY_CHART_PANE (widgets_find (fixture->view, OUTLAY_TYPE_CHART_PANE, 0));
  GtkTextView *words = GTK_TEXT_VIEW (widgets_find (fixture->view, GTK_TYPE_TEXT_VIEW, 0));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  outlay_chart_pane_set_in_words (pane, TRUE);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (words), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (words), &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "Q2 2025: 1 deal, $50"));
  g_assert_nonnull (strstr (text, "1 cancelled"));
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (words)));
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  guint *n_elements = data;

  if (*n_elements == 0)
    g_assert_cmpstr (element, ==, "svg");
  (*n_elements)++;
}

/* Is well-formed, and draws more than its ground. */
static void
assert_drawing (const char *content)
{
  static const GMarkupParser parser = {.start_element = start_cb};
  guint n_elements = 0;
  g_autoptr (GMarkupParseContext) context
    = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &n_elements, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_markup_parse_context_parse (context, content, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_elements, >, 20);
}

static void
save_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  picture = outlay_timeline_view_record (fixture->view, OUTLAY_CHART_LIGHT, &error);
  g_assert_no_error (error);
  g_assert_true (outlay_chart_write (file, OUTLAY_CHART_SVG, picture, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_drawing (content);
  g_assert_true (g_file_delete (file, NULL, NULL));
  /* What cannot be written says why, and leaves nothing. */
  g_remove (folder);
  g_assert_false (outlay_chart_write (file, OUTLAY_CHART_SVG, picture, NULL, &error));
  g_assert_nonnull (error);
  cairo_surface_destroy (picture);
}

/* Moves the pointer there, for the chart alone. */
static void
point_at (GtkWidget *chart, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
tell_on_hover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  const OutlayTimelineLayout *layout = outlay_timeline_chart_get_layout (fixture->chart);
  const OutlayChartArea *plot = &layout->plots[OUTLAY_TIMELINE_MONEY];

  point_at (chart, plot->x + layout->column_width / 2, plot->y + plot->height / 2);
  gtk_test_accessible_assert_property (
    chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Q2 2025\n1 deal · click to show it\nBuild  $50\342\200\257bn\nBuild  1.3 GW");
  point_at (chart, 1, 1);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

/* The pixels of an exported picture; @width and @height: (out) */
static GBytes *
save_pixels (cairo_surface_t *picture, int *width, int *height)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  guchar *pixels;

  g_assert_true (outlay_chart_write (file, OUTLAY_CHART_PNG, picture, NULL, &error));
  g_assert_no_error (error);
  texture = gdk_texture_new_from_file (file, &error);
  g_assert_no_error (error);
  *width = gdk_texture_get_width (texture);
  *height = gdk_texture_get_height (texture);
  pixels = g_malloc ((gsize)*width * (gsize)*height * 4);
  gdk_texture_download (texture, pixels, (gsize)*width * 4);
  g_remove (path);
  g_remove (folder);
  return g_bytes_new_take (pixels, (gsize)*width * (gsize)*height * 4);
}

/* Written on white whatever the window looks like: the first pixel is ground, and some are ink. */
static void
assert_picture (cairo_surface_t *picture)
{
  cairo_rectangle_t extents;
  g_autoptr (GBytes) pixels = NULL;
  const guchar *bytes;
  gsize size;
  guint n_dark = 0;
  int width, height;

  g_assert_true (cairo_recording_surface_get_extents (picture, &extents));
  pixels = save_pixels (picture, &width, &height);
  g_assert_cmpint (width, ==, (int)(2 * extents.width));
  g_assert_cmpint (height, ==, (int)(2 * extents.height));
  bytes = g_bytes_get_data (pixels, &size);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (bytes[i], ==, 0xff);
  for (gsize i = 0; i < size; i += 4)
    n_dark += bytes[i] < 0x60 && bytes[i + 1] < 0x60;
  g_assert_cmpuint (n_dark, >, 500);
  g_assert_cmpuint (n_dark, <, size / 4 / 4);
  cairo_surface_destroy (picture);
}

static char *
read_page (const char *path)
{
  const char *const argv[] = {"pdftotext", "-layout", path, "-", NULL};
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GSubprocess) process = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
  return text;
}

/* Prints into a file what the printer would get, and returns its text. */
static char *
print_chart (Fixture *fixture, cairo_surface_t *picture)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autoptr (OutlayShown) shown = outlay_view_state_dup_shown (fixture->state);
  g_autoptr (GPtrArray) summaries = outlay_shown_list_summaries (shown);
  g_autoptr (OutlayPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (OutlayReportOptions) options;
  char *text;

  outlay_report_options_init (&options);
  outlay_report_options_set_paper (&options, "a4", TRUE);
  options.filter = g_strdup ("Deals of 2025");
  print = outlay_print_new_chart (summaries, picture, &options);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (print), path);
  gtk_print_operation_run (GTK_PRINT_OPERATION (print), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                           &error);
  g_assert_no_error (error);
  text = read_page (path);
  g_remove (path);
  g_remove (folder);
  return text;
}

/* @words is what the chart alone has. */
static void
assert_printed (Fixture *fixture, cairo_surface_t *picture, const char *words)
{
  g_autofree char *text = print_chart (fixture, picture);

  cairo_surface_destroy (picture);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "Deals of 2025"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_assert_nonnull (strstr (text, words));
}

static void
print_timeline (Fixture *fixture, gconstpointer data)
{
  assert_printed (fixture, outlay_timeline_view_record (fixture->view, OUTLAY_CHART_LIGHT, NULL),
                  "Q2");
}

/* The drawing of flows in the timeline's place. */
static OutlayFlowsChart *
show_flows (Fixture *fixture)
{
  fixture->view = outlay_flows_view_new (fixture->state);
  g_signal_connect_swapped (fixture->view, "opened", G_CALLBACK (opened_cb), fixture);
  gtk_window_set_child (fixture->window, fixture->view);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  return OUTLAY_FLOWS_CHART (widgets_find (fixture->view, OUTLAY_TYPE_FLOWS_CHART, 0));
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (outlay_view_state_get_deals (fixture->state));
}

static void
follow_flows (Fixture *fixture, gconstpointer data)
{
  OutlayFlowsChart *chart = show_flows (fixture);

  g_assert_cmpuint (outlay_flows_chart_get_map (chart)->edges->len, ==, 2);
  g_assert_true (widgets_have_text (fixture->view, "1 circle of money"));
  g_assert_true (widgets_have_text (fixture->view, "Acme\u00a0→ Borealis\u00a0→ Acme"));
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  g_assert_cmpuint (outlay_flows_chart_get_map (chart)->edges->len, ==, 1);
  g_assert_true (widgets_have_text (fixture->view, "No circles of money in these deals"));
  widgets_save_picture (fixture->window, "flows.png");
}

static void
filter_by_flows (Fixture *fixture, gconstpointer data)
{
  OutlayFlowsChart *chart = show_flows (fixture);

  g_signal_emit_by_name (chart, "node-clicked", 0u);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_signal_emit_by_name (chart, "node-clicked", 0u);
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  g_signal_emit_by_name (chart, "edge-clicked", 0u);
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_nonnull (outlay_view_state_get_selected (fixture->state));
}

/* Both deals of it and no other of either party; the flow stays pointed at, so that it can be let
 * go as well. */
static void
filter_by_flow (Fixture *fixture, gconstpointer data)
{
  static const Record several[] = {
    {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Acme", "Borealis", "USD exact 50", "2025-06-01",
     "FR", 0, "a/en", FALSE, 0, FALSE},
    {OUTLAY_KIND_SUPPLY, OUTLAY_STATUS_AGREED, "Acme", "Borealis|Corvid", "USD exact 8", "2025-09",
     NULL, 0, "a/en", FALSE, 0, FALSE},
    {OUTLAY_KIND_EQUITY, OUTLAY_STATUS_AGREED, "Borealis", "Acme", "USD exact 2", "2025", NULL, 0,
     "a/en", FALSE, 0, FALSE},
    {OUTLAY_KIND_EQUITY, OUTLAY_STATUS_CANCELLED, "Acme", "Borealis", "USD exact 1", "2025", NULL,
     0, "a/en", FALSE, 0, FALSE},
  };
  OutlayFlowsChart *chart;
  g_autofree char *flow = NULL;

  records_put (outlay_view_state_get_store (fixture->state), several, G_N_ELEMENTS (several));
  chart = show_flows (fixture);
  widgets_press (GTK_WIDGET (chart), GDK_KEY_Right);
  widgets_press (GTK_WIDGET (chart), GDK_KEY_Right);
  gtk_test_accessible_assert_property (
    GTK_WIDGET (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Acme to Borealis, $54 billion, 2 deals\nA deal of several parties is split evenly.");
  widgets_press (GTK_WIDGET (chart), GDK_KEY_Return);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_cmpuint (fixture->n_opened, ==, 0);
  flow = outlay_view_state_dup_flow (fixture->state);
  g_assert_cmpstr (flow, ==, "Acme → Borealis");
  widgets_save_picture (fixture->window, "flow.png");
  widgets_press (GTK_WIDGET (chart), GDK_KEY_Return);
  g_assert_cmpuint (count_shown (fixture), ==, 4);
}

static void
open_circle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *circles;
  GtkWidget *expander;

  show_flows (fixture);
  circles = widgets_find (fixture->view, OUTLAY_TYPE_FLOWS_CIRCLES, 0);
  expander = widgets_find (circles, GTK_TYPE_EXPANDER, 0);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_cmpuint (widgets_count (expander, GTK_TYPE_BUTTON), ==, 2);
  widgets_click (widgets_find (expander, GTK_TYPE_BUTTON, 0));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
}

static GtkWidget *
get_circle (Fixture *fixture)
{
  GtkWidget *circles = widgets_find (fixture->view, OUTLAY_TYPE_FLOWS_CIRCLES, 0);

  return widgets_find (circles, GTK_TYPE_EXPANDER, 0);
}

/* Also where the map is only made when the view is shown. */
static void
open_first_circle (Fixture *fixture, gconstpointer data)
{
  show_flows (fixture);
  outlay_flows_view_open_circle (OUTLAY_FLOWS_VIEW (fixture->view));
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (get_circle (fixture))));
  gtk_widget_set_visible (fixture->view, FALSE);
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "grant", OUTLAY_CHOICE_EXCLUDE);
  outlay_flows_view_open_circle (OUTLAY_FLOWS_VIEW (fixture->view));
  gtk_widget_set_visible (fixture->view, TRUE);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (get_circle (fixture))));
}

static void
draw_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = widgets_find (fixture->view, OUTLAY_TYPE_TIMELINE_LEGEND, 0);

  for (guint i = 0; i < OUTLAY_N_LANE_KEYS; i++)
    {
      const char *name = outlay_timeline_get_key_name ((OutlayLaneKey)i);
      guint n_drawn = 0;

      for (guint j = 0; j < widgets_count (legend, GTK_TYPE_DRAWING_AREA); j++)
        {
          GtkWidget *area = widgets_find (legend, GTK_TYPE_DRAWING_AREA, j);
          GtkWidget *next = gtk_widget_get_next_sibling (area);

          n_drawn
            += GTK_IS_LABEL (next) && g_str_equal (gtk_label_get_text (GTK_LABEL (next)), name);
        }
      g_assert_cmpuint (n_drawn, ==, 1);
    }
}

static void
print_flows (Fixture *fixture, gconstpointer data)
{
  show_flows (fixture);
  assert_printed (fixture, outlay_flows_view_record (fixture->view, OUTLAY_CHART_CONTRAST, NULL),
                  "Borealis");
}

static double
measure_map (OutlayFlowsChart *chart)
{
  OutlayFlowMap *map = outlay_flows_chart_get_map (chart);
  OutlayChartStyle style;

  outlay_chart_style_init (&style, GTK_WIDGET (chart));
  outlay_flow_map_lay_out (map, &style, 0, 0);
  return map->width;
}

/* Until the user makes them larger; what is lit is then scrolled to. */
static void
fit_flows (Fixture *fixture, gconstpointer data)
{
  OutlayFlowsChart *chart = show_flows (fixture);
  double whole = measure_map (chart);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;
  OutlayChartArea lit;

  g_object_ref (fixture->view);
  gtk_window_set_child (fixture->window, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->view);
  window = widgets_show (scrolled, (int)(whole * 0.9), 500);
  g_object_unref (fixture->view);
  g_assert_true (outlay_flows_chart_is_placed (chart));
  g_assert_cmpfloat (outlay_flows_chart_get_map (chart)->width, <, whole);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (chart)), <, (int)whole);
  outlay_flows_chart_light_circle (chart, 0);
  g_assert_true (outlay_flows_chart_find_lit (chart, &lit));
  g_assert_cmpfloat (lit.x, >=, 0);
  g_assert_cmpfloat (lit.x + lit.width, <=, gtk_widget_get_width (GTK_WIDGET (chart)));
  outlay_flows_chart_zoom (chart, 2);
  widgets_settle ();
  g_assert_cmpfloat (outlay_flows_chart_get_map (chart)->width, >, whole);
  gtk_window_destroy (window);
}

/* From the party to all its flows, from a flow to the circle that it is part of. */
static void
light_path (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (show_flows (fixture));
  OutlayFlowMap *map = outlay_flows_chart_get_map (OUTLAY_FLOWS_CHART (chart));
  const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, 0);
  const OutlayFlowNode *node = outlay_flow_map_get_node (map, edge->from);
  g_autoptr (GArray) of_flow = NULL;
  g_autoptr (GArray) of_party = NULL;
  g_autoptr (GArray) of_none = NULL;

  point_at (chart, (edge->points[0].x + edge->points[3].x) / 2,
            (edge->points[0].y + edge->points[3].y) / 2);
  of_flow = outlay_flows_chart_list_lit (OUTLAY_FLOWS_CHART (chart));
  g_assert_cmpuint (of_flow->len, ==, 2);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Acme to Borealis, $50 billion, 1 deal");
  widgets_save_picture (fixture->window, "path.png");
  point_at (chart, node->x, node->y);
  of_party = outlay_flows_chart_list_lit (OUTLAY_FLOWS_CHART (chart));
  g_assert_cmpuint (of_party->len, ==, 2);
  point_at (chart, 1, 1);
  of_none = outlay_flows_chart_list_lit (OUTLAY_FLOWS_CHART (chart));
  g_assert_cmpuint (of_none->len, ==, 0);
}

static void
save_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayStyle) dark = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_DARK);

  assert_picture (outlay_timeline_view_record (fixture->view, OUTLAY_CHART_LIGHT, NULL));
  show_flows (fixture);
  assert_picture (outlay_flows_view_record (fixture->view, OUTLAY_CHART_LIGHT, NULL));
}

int
main (int argc, char *argv[])
{
  g_autoptr (OutlayStyle) style = NULL;

  gtk_test_init (&argc, &argv, NULL);
  style = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_LIGHT);
#define ADD(name, test) g_test_add ("/charts/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("the timeline follows the filters", follow_filters);
  ADD ("a timeline that is not seen counts nothing", rest_unseen);
  ADD ("a period chosen is told, wanted and cleared", want_period);
  ADD ("a click on what a colour stands for leaves it alone", filter_by_legend);
  ADD ("the timeline stands there in words as well", say_in_words);
  ADD ("the flows follow the filters", follow_flows);
  ADD ("a click on a party shows its deals, one on a flow opens it", filter_by_flows);
  ADD ("a flow of several deals shows just these, and lets them go again", filter_by_flow);
  ADD ("a circle lists its deals, which a click opens", open_circle);
  ADD ("the first circle is opened as soon as it is found", open_first_circle);
  ADD ("each way to draw a lane is explained beside one drawn so", draw_keys);
  ADD ("the timeline is printed on a page with the filter in words", print_timeline);
  ADD ("the flows are fitted to a narrow window", fit_flows);
  ADD ("the flows are printed, also without colours", print_flows);
  ADD ("hovering a quarter tells its deals", tell_on_hover);
  ADD ("hovering lights the path of the money", light_path);
  ADD ("a picture is twice as large and on white, from a dark window too", save_pictures);
  ADD ("the timeline is saved, or it is said why not", save_files);
  return g_test_run ();
}
