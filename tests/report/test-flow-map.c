/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of who commits how much to whom: where all stands, and that it can be read. */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "report/charts/outlay-chart-file.h"
#include "flows.h"

static PangoContext *context;

static void
test_direction (void)
{
  g_autoptr (GPtrArray) deals = flows_read_deals ("A > B 50; B > C 30; C > A 4; A > C");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  guint n_back = 0;

  flows_lay_out (map, context, 900, 600);
  g_assert_cmpfloat (flows_find (map, "A")->x, <, flows_find (map, "B")->x);
  g_assert_cmpfloat (flows_find (map, "B")->x, <, flows_find (map, "C")->x);
  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      if (!edge->back)
        continue;
      n_back++;
      /* The smallest of the circle runs back, over the top of both. */
      g_assert_cmpint (edge->worth, ==, 4 * BILLION);
      g_assert_cmpfloat (edge->points[1].y, <, fmin (edge->points[0].y, edge->points[3].y));
    }
  g_assert_cmpuint (n_back, ==, 1);
}

static void
test_sizes (void)
{
  g_autoptr (GPtrArray) deals = flows_read_deals ("A > B 100; C > D 25; E > F");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");

  flows_lay_out (map, context, 900, 600);
  g_assert_cmpfloat (flows_find (map, "A")->radius, >, flows_find (map, "C")->radius);
  g_assert_cmpfloat (flows_find (map, "C")->radius, >, flows_find (map, "E")->radius);
  g_assert_cmpfloat_with_epsilon (outlay_flow_map_get_edge (map, 0)->width,
                                  4 * outlay_flow_map_get_edge (map, 1)->width, 0.01);
  g_assert_cmpint (outlay_flow_map_get_edge (map, 2)->worth, ==, 0);
}

static void
test_circles (void)
{
  g_autoptr (GPtrArray) deals
    = flows_read_deals ("A > B 9; B > A 3; B > C 7; C > D 5; D > A 2; X > Y 8; Y > Z 1");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  g_autoptr (GArray) two = NULL;
  g_autoptr (GArray) four = NULL;
  g_autofree char *name = NULL;
  guint n_marked = 0;

  g_assert_cmpuint (map->flows->circles->len, ==, 2);
  two = outlay_flow_map_list_circle_edges (map, 0);
  four = outlay_flow_map_list_circle_edges (map, 1);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (four->len, ==, 4);
  name = outlay_flow_map_dup_circle (map, 1);
  g_assert_cmpstr (name, ==, "A\u00a0→ B\u00a0→ C\u00a0→ D\u00a0→ A");
  for (guint i = 0; i < map->edges->len; i++)
    n_marked += (guint)outlay_flow_map_get_edge (map, i)->in_circle;
  g_assert_cmpuint (n_marked, ==, 5);
}

static void
test_crossings (void)
{
  g_autoptr (GPtrArray) deals
    = flows_read_deals ("A > Z 5; B > Y 5; C > X 5; D > W 5; E > V 5; F > U 5");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");

  flows_lay_out (map, context, 900, 600);
  g_assert_cmpuint (outlay_flow_map_count_crossings (map), ==, 0);
}

static gboolean
overlap (const OutlayChartArea *a, const OutlayChartArea *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01
         && a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static void
test_sixty (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GPtrArray) deals = flows_invent_deals (60, 110, seed);
      g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");

      flows_lay_out (map, context, 1000, 700);
      for (guint i = 0; i < map->nodes->len; i++)
        {
          const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

          g_assert_cmpfloat (node->label.x, >=, 0);
          g_assert_cmpfloat (node->label.width, >=, 50);
          g_assert_cmpfloat (node->label.x + node->label.width, <=, map->width);
          g_assert_cmpfloat (node->y + node->radius, <=, map->height);
          for (guint j = 0; j < i; j++)
            {
              const OutlayFlowNode *other = outlay_flow_map_get_node (map, j);

              g_assert_false (overlap (&node->label, &other->label));
              g_assert_cmpfloat (hypot (node->x - other->x, node->y - other->y), >,
                                 node->radius + other->radius);
            }
        }
    }
}

/* A name beside a chart is cut only where the columns would come too close. */
static void
test_long_names (void)
{
  const OutlayChartStyle style = {context, 14, OUTLAY_CHART_LIGHT, FALSE};
  static const char name[] = "Borealis-Harbour-Grid";
  g_autoptr (GPtrArray) deals = flows_read_deals ("Borealis-Harbour-Grid > B 50; B > C 30");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  double whole = outlay_chart_measure (&style, name, 0.92, TRUE);

  flows_lay_out (map, context, 1000, 600);
  g_assert_cmpfloat (flows_find (map, name)->label.width, >=, whole);
  flows_lay_out (map, context, 0, 600);
  g_assert_cmpfloat (flows_find (map, name)->label.width, <, whole);
}

/* A way of many steps is no reason to heap all that comes late in the last column. */
static void
test_long_ways (void)
{
  g_autoptr (GString) text = g_string_new ("A > B 50");
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (OutlayFlowMap) map = NULL;
  guint counts[12] = {0};

  for (char party = 'B'; party < 'L'; party++)
    g_string_append_printf (text, "; %c > %c 50", party, party + 1);
  deals = flows_read_deals (text->str);
  map = flows_make_map (deals, "USD");
  g_assert_cmpuint (map->n_columns, ==, 6);
  for (guint i = 0; i < map->nodes->len; i++)
    counts[outlay_flow_map_get_node (map, i)->column]++;
  for (guint column = 0; column < map->n_columns; column++)
    {
      g_assert_cmpuint (counts[column], >=, 1);
      g_assert_cmpuint (counts[column], <=, 3);
    }
}

/* Among very many circles only the greatest are marked, but each can be lit. */
static void
test_many_circles (void)
{
  g_autoptr (GPtrArray) deals = flows_invent_deals (40, 300, 11);
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  guint n_in_circle = 0;
  guint n_marked = 0;

  for (guint i = 0; i < map->edges->len; i++)
    {
      n_in_circle += (guint)outlay_flow_map_get_edge (map, i)->in_circle;
      n_marked += (guint)outlay_flow_map_get_edge (map, i)->marked;
    }
  g_assert_cmpuint (map->flows->circles->len, >, 100);
  g_assert_cmpuint (n_marked, >, 1);
  g_assert_cmpuint (2 * n_marked, <, n_in_circle);
}

/* How many of the pixels of a flow that comes back are dark, where no colour can say so. */
static double
get_ink (gboolean in_circle, OutlayChartScheme scheme)
{
  g_autoptr (GPtrArray) deals = flows_read_deals (in_circle ? "A > B 50; B > A 50" : "A > B 50");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  OutlayChartStyle style = {context, 14, scheme, FALSE};
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 300);
  OutlayCanvas canvas = {cairo_create (surface), &style, 900, 1, NULL};
  const OutlayFlowNode *from;
  const guchar *row;
  guint n_dark = 0;
  guint from_x, until_x;

  flows_lay_out (map, context, 900, 300);
  outlay_canvas_fill (&canvas, OUTLAY_CHART_GROUND, &(OutlayChartArea){0, 0, 900, 300});
  outlay_flow_map_draw (map, &canvas);
  cairo_surface_flush (surface);
  from = flows_find (map, "A");
  from_x = (guint)(from->x + from->radius + 6);
  until_x = (guint)(flows_find (map, "B")->x - flows_find (map, "B")->radius - 24);
  row = cairo_image_surface_get_data (surface)
        + (gsize)from->y * (gsize)cairo_image_surface_get_stride (surface);
  for (guint x = from_x; x < until_x; x++)
    n_dark += row[x * 4] < 200;
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (surface);
  return (double)n_dark / (until_x - from_x);
}

static void
test_without_colour (void)
{
  g_assert_cmpfloat (get_ink (TRUE, OUTLAY_CHART_LIGHT), >, 0.99);
  g_assert_cmpfloat (get_ink (FALSE, OUTLAY_CHART_CONTRAST), >, 0.99);
  g_assert_cmpfloat (get_ink (TRUE, OUTLAY_CHART_CONTRAST), <, 0.9);
  g_assert_cmpfloat (get_ink (TRUE, OUTLAY_CHART_CONTRAST), >, 0.5);
}

/* Brightness as WCAG 2.1 measures it, of a colour laid over another. */
static double
get_luminance (const double *rgb, const double *ground, double alpha)
{
  static const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = ground[i] + (rgb[i] - ground[i]) * alpha;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (OutlayChartScheme scheme, guint role)
{
  const OutlayChartStyle style = {context, 14, scheme, FALSE};
  double rgb[3], ground[3], a, b;

  outlay_chart_get_colour (&style, OUTLAY_CHART_GROUND, ground);
  outlay_chart_get_colour (&style, role, rgb);
  a = get_luminance (rgb, ground, outlay_chart_get_strength (&style, role) * OUTLAY_FLOW_MAP_UNLIT);
  b = get_luminance (ground, ground, 1);
  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

static void
test_unlit (void)
{
  static const OutlayChartRole drawn[]
    = {OUTLAY_CHART_COMMITS, OUTLAY_CHART_RECEIVES, OUTLAY_CHART_EDGE, OUTLAY_CHART_CIRCLE};

  for (guint scheme = OUTLAY_CHART_LIGHT; scheme <= OUTLAY_CHART_CONTRAST_DARK; scheme++)
    {
      g_assert_cmpfloat (get_contrast (scheme, OUTLAY_CHART_TEXT), >=, 3);
      g_assert_cmpfloat (get_contrast (scheme, OUTLAY_CHART_DIM), >=, 3);
      for (guint i = 0; scheme >= OUTLAY_CHART_CONTRAST && i < G_N_ELEMENTS (drawn); i++)
        g_assert_cmpfloat (get_contrast (scheme, drawn[i]), >=, 3);
    }
}

static void
test_more (void)
{
  g_autoptr (GPtrArray) deals = flows_invent_deals (90, 400, 7);
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  g_autofree char *name = NULL;

  g_assert_cmpuint (map->nodes->len, ==, OUTLAY_FLOW_MAP_MOST + 1);
  g_assert_cmpuint (map->n_others, >, 20);
  name = g_strdup_printf ("and %u more", map->n_others);
  g_assert_nonnull (flows_find (map, name));
  g_assert_cmpuint (map->edges->len, <=, OUTLAY_FLOW_MAP_MOST_EDGES);
}

static char *
describe (OutlayFlowMap *map)
{
  g_autofree char *words = outlay_flow_map_dup_words (map);
  GString *text = g_string_new (words);

  flows_lay_out (map, context, 1000, 700);
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      g_string_append_printf (text, "%s %.3f %.3f\n", node->name, node->x, node->y);
    }
  return g_string_free (text, FALSE);
}

static void
test_any_order (void)
{
  g_autoptr (GPtrArray) deals = flows_invent_deals (40, 90, 3);
  g_autoptr (GPtrArray) turned = g_ptr_array_new ();
  g_autoptr (OutlayFlowMap) there = flows_make_map (deals, "USD");
  g_autoptr (OutlayFlowMap) back = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = deals->len; i > 0; i--)
    g_ptr_array_add (turned, deals->pdata[i - 1]);
  back = flows_make_map (turned, "USD");
  first = describe (there);
  second = describe (back);
  g_assert_cmpstr (first, ==, second);
}

static void
test_pointing (void)
{
  g_autoptr (GPtrArray) deals = flows_read_deals ("A > B 50; B > C 30; C > A 4; D > C 1");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");

  flows_lay_out (map, context, 900, 600);
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      g_assert_cmpint (outlay_flow_map_find_node (map, node->x, node->y), ==, i);
    }
  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
      double x
        = (edge->points[0].x + 3 * edge->points[1].x + 3 * edge->points[2].x + edge->points[3].x)
          / 8;
      double y
        = (edge->points[0].y + 3 * edge->points[1].y + 3 * edge->points[2].y + edge->points[3].y)
          / 8;

      g_assert_cmpint (outlay_flow_map_find_edge (map, x, y), ==, i);
    }
  g_assert_cmpint (outlay_flow_map_find_node (map, 899, 1), ==, -1);
  g_assert_cmpint (outlay_flow_map_find_edge (map, 899, 1), ==, -1);
}

static void
test_nothing (void)
{
  static const char *const cases[] = {"", "A > A 5", "A > B"};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) deals = flows_read_deals (cases[i]);
      g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
      OutlayChartStyle style = {context, 14, OUTLAY_CHART_CONTRAST, TRUE};
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
      OutlayCanvas canvas = {cairo_create (surface), &style, 400, 1, NULL};

      flows_lay_out (map, context, 400, 300);
      outlay_flow_map_draw (map, &canvas);
      g_assert_cmpint (cairo_status (canvas.cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (canvas.cr);
      cairo_surface_destroy (surface);
    }
}

static void
draw_map (const OutlayCanvas *canvas, gpointer data)
{
  outlay_flow_map_draw (data, canvas);
}

/* The words of an SVG file: what stands in its elements of text. */
static void
keep_text (
  GMarkupParseContext *parser, const char *text, gsize length, gpointer words, GError **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (parser), "text"))
    g_hash_table_add (words, g_strndup (text, length));
}

static GHashTable *
read_words (const char *path)
{
  const GMarkupParser parser = {.text = keep_text};
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) reader
    = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, words, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  /* No outlines of letters. */
  g_assert_null (strstr (content, "glyph"));
  g_markup_parse_context_parse (reader, content, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (reader, &error));
  return words;
}

/* The file of sixty parties says in words whatever the drawing says. */
static void
test_words_in_file (void)
{
  g_autoptr (GPtrArray) deals = flows_invent_deals (60, 110, 5);
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  const OutlayChartStyle style = {context, 14, OUTLAY_CHART_LIGHT, FALSE};
  g_autofree char *folder = g_dir_make_tmp ("outlay-flows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "flows.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GError) error = NULL;
  OutlayChartArea size;
  cairo_surface_t *picture;

  flows_lay_out (map, context, 1200, 800);
  size = (OutlayChartArea){0, 0, map->width, map->height};
  picture = outlay_chart_record (&size, &style, draw_map, map);
  g_assert_true (outlay_chart_write (file, OUTLAY_CHART_SVG, picture, NULL, &error));
  g_assert_no_error (error);
  cairo_surface_destroy (picture);
  words = read_words (path);
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);
      g_autofree char *sum = outlay_flow_map_dup_sum (map, node->commits + node->receives);

      g_assert_true (g_hash_table_contains (words, node->name));
      g_assert_true (g_hash_table_contains (words, sum));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* What is drawn behind a text begins a path of its own. */
static void
test_texts_stand_alone (void)
{
  const OutlayChartStyle style = {context, 14, OUTLAY_CHART_LIGHT, FALSE};
  const OutlayChartText text = {.role = OUTLAY_CHART_TEXT, .scale = 1, .halo = TRUE};
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  OutlayCanvas canvas = {cairo_create (surface), &style, 400, 1, NULL};

  outlay_canvas_text (&canvas, &text, "Acme", 20, 20);
  g_assert_false (cairo_has_current_point (canvas.cr));
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_test_add_func ("/flow-map/payers stand left of those they pay, and the way back runs above",
                   test_direction);
  g_test_add_func ("/flow-map/parties and flows are as large as their amounts", test_sizes);
  g_test_add_func ("/flow-map/circles of two and four parties are marked", test_circles);
  g_test_add_func ("/flow-map/what need not cross does not", test_crossings);
  g_test_add_func ("/flow-map/of sixty parties no name lies over another", test_sixty);
  g_test_add_func ("/flow-map/a long name is seen whole where there is room", test_long_names);
  g_test_add_func ("/flow-map/a long way is spread over the columns", test_long_ways);
  g_test_add_func ("/flow-map/of very many circles the greatest are marked", test_many_circles);
  g_test_add_func ("/flow-map/without colours what comes back is dashed", test_without_colour);
  g_test_add_func ("/flow-map/what is not lit can still be read, and seen under contrast",
                   test_unlit);
  g_test_add_func ("/flow-map/beyond sixty the smallest join in one", test_more);
  g_test_add_func ("/flow-map/the order of the deals changes nothing", test_any_order);
  g_test_add_func ("/flow-map/what is drawn is found where it stands", test_pointing);
  g_test_add_func ("/flow-map/nothing to draw is no trap", test_nothing);
  g_test_add_func ("/flow-map/no line leads from a text to what is drawn next",
                   test_texts_stand_alone);
  g_test_add_func ("/flow-map/a file of the drawing says its names and sums in words",
                   test_words_in_file);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
