/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When money is committed and from when to when: what is counted, and where it stands. */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "report/charts/outlay-chart-file.h"
#include "report/charts/outlay-timeline-draw.h"

#define BILLION (G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT)

/* A deal in few words: "kind investors amount-in-billions megawatts announced start end"; "-" for
 * what is not told, "+" between investors, a leading "!" for one called off. */
static OutlayDealRecord *
read_deal (const char *text, gint64 id)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();
  g_auto (GStrv) words = g_strsplit (text + (*text == '!'), " ", -1);
  g_auto (GStrv) investors = g_strsplit (words[1], "+", -1);
  OutlayDate *dates[] = {&deal->fields.announced, &deal->fields.start, &deal->fields.end};

  deal->id = id;
  g_assert_true (outlay_kind_from_string (words[0], &deal->fields.kind));
  deal->fields.status = *text == '!' ? OUTLAY_STATUS_CANCELLED : OUTLAY_STATUS_AGREED;
  for (guint i = 0; investors[i] != NULL && *words[1] != '-'; i++)
    outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, investors[i]);
  if (*words[2] != '-')
    {
      g_strlcpy (deal->fields.amount.currency, "USD", sizeof deal->fields.amount.currency);
      deal->fields.amount.high = g_ascii_strtoll (words[2], NULL, 10) * BILLION;
    }
  if (*words[3] != '-')
    deal->fields.capacity.kilowatts = g_ascii_strtoll (words[3], NULL, 10) * 1000;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      if (*words[4 + i] != '-')
        g_assert_true (outlay_date_from_string (words[4 + i], dates[i]));
    }
  return deal;
}

static GPtrArray *
read_deals (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "; ", -1);
  GPtrArray *deals = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (deals, read_deal (lines[i], i + 1));
  return deals;
}

/* "2025-Q1 5; 2025-H1 2": the columns with their billions. */
static OutlayTimeline *
make_timeline (GPtrArray *deals, OutlayTimelineSeries series, const char *currency)
{
  g_auto (OutlayDealLookup) lookup;

  outlay_deal_lookup_init_array (&lookup, deals);
  return outlay_timeline_new (&lookup, series, currency);
}

static GPtrArray *
keep_deals (OutlayTimeline *timeline, GPtrArray *deals)
{
  g_auto (OutlayDealLookup) lookup;

  outlay_deal_lookup_init_array (&lookup, deals);
  return outlay_timeline_keep_deals (timeline, &lookup);
}

static char *
describe_columns (const OutlayTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->columns->len; i++)
    {
      const OutlayTimelineColumn *column = outlay_timeline_get_column (timeline, i);
      g_autofree char *date = outlay_date_to_string (column->date);

      g_string_append_printf (text, "%s%s %d", i > 0 ? "; " : "", date,
                              (int)(column->totals[OUTLAY_TIMELINE_MONEY] / BILLION));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *deals;
  const char *columns;
} cases[] = {
  {"a day falls into its quarter", "build A 5 - 2025-05-14 - -", "2025-Q2 5"},
  {"quarters without a deal stand between those with one",
   "build A 5 - 2025-01-02 - -; build A 7 - 2025-11 - -",
   "2025-Q1 5; 2025-Q2 0; 2025-Q3 0; 2025-Q4 7"},
  {"a year falls into the year, not into its first quarter",
   "build A 5 - 2025-Q1 - -; build A 7 - 2025 - -",
   "2025-Q1 5; 2025-Q2 0; 2025-Q3 0; 2025-Q4 0; 2025 7"},
  {"a half stands behind its quarters", "build A 5 - 2025-Q3 - -; build A 7 - 2025-H1 - -",
   "2025-H1 7; 2025-Q3 5"},
  {"a deal called off is in no bar", "build A 5 - 2025-Q3 - -; !build A 7 - 2025-Q3 - -",
   "2025-Q3 5"},
  {"no deals have no bars", "", ""},
  {"deals without a date have no bars", "build A 5 - - - -", ""},
};

static void
test_columns (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) deals = read_deals (cases[index].deals);
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  g_autofree char *columns = describe_columns (timeline);

  g_assert_cmpstr (columns, ==, cases[index].columns);
}

static void
test_left_out (void)
{
  g_autoptr (GPtrArray) deals
    = read_deals ("build A 5 - - - -; build A - - 2025 - -; !build A 5 - 2025 - -; "
                  "build A 5 20 2025 - -");
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  g_autofree char *text = outlay_timeline_dup_left_out (timeline);

  g_assert_cmpuint (timeline->n_undated, ==, 1);
  g_assert_cmpuint (timeline->n_unstated, ==, 1);
  g_assert_cmpuint (timeline->n_uncounted, ==, 1);
  g_assert_cmpstr (text, ==,
                   "Not in the bars: 1 without a date, 1 without amount or capacity, "
                   "1 cancelled or part of another.");
}

static void
test_early (void)
{
  g_autoptr (GString) text = g_string_new ("build Old 1 - 2009-03 - -");
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (OutlayTimeline) timeline = NULL;

  for (guint i = 0; i < 49; i++)
    g_string_append (text, "; build A 1 - 2025-06 - -");
  deals = read_deals (text->str);
  timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  g_assert_cmpuint (timeline->n_early, ==, 1);
  g_assert_cmpuint (outlay_timeline_get_column (timeline, 0)->date.year, ==, 2025);
}

static void
test_parties (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (OutlayTimeline) timeline = NULL;
  const OutlayTimelineColumn *column;
  gint64 sum = 0;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "%sbuild P%02u+Q %u - 2025-01 - -", i > 0 ? "; " : "", i,
                            101 + 10 * i);
  deals = read_deals (text->str);
  timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_PARTY, "USD");
  column = outlay_timeline_get_column (timeline, 0);
  g_assert_cmpstr (timeline->names[0], ==, "Q");
  g_assert_cmpstr (timeline->names[1], ==, "P11");
  g_assert_cmpuint (timeline->rest, ==, OUTLAY_CHART_N_SERIES - 1);
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    sum += column->parts[OUTLAY_TIMELINE_MONEY][i];
  g_assert_cmpint (sum, ==, column->totals[OUTLAY_TIMELINE_MONEY]);
}

static void
test_any_order (void)
{
  static const char words[]
    = "build A 5 10 2025-01 2026 -; equity B 7 - 2025 - 2027; supply A+C 9 - "
      "2025-H2 2026-03 2028; grant D 5 - 2025-04 - -";
  g_autoptr (GPtrArray) deals = read_deals (words);
  g_autoptr (GPtrArray) turned = g_ptr_array_new ();
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;

  for (guint i = deals->len; i > 0; i--)
    g_ptr_array_add (turned, deals->pdata[i - 1]);
  for (guint series = 0; series <= OUTLAY_TIMELINE_BY_PARTY; series++)
    {
      g_autoptr (OutlayTimeline) first = make_timeline (deals, series, "USD");
      g_autoptr (OutlayTimeline) second = make_timeline (turned, series, "USD");

      g_free (there);
      g_free (back);
      there = outlay_timeline_dup_words (first, deals);
      back = outlay_timeline_dup_words (second, turned);
      g_assert_cmpstr (there, ==, back);
    }
}

static void
test_kept (void)
{
  g_autoptr (GPtrArray) deals
    = read_deals ("build A 3 - 2025 - -; build B 9 - 2025-06-01 2026 2030; "
                  "build C 8 - 2025-06-01 - 2029");
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  g_autofree char *before = outlay_timeline_dup_words (timeline, deals);
  g_autoptr (GPtrArray) kept = keep_deals (timeline, deals);
  g_autofree char *after = outlay_timeline_dup_words (timeline, kept);

  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpstr (after, ==, before);
}

static PangoContext *context;

static OutlayChartStyle
make_style (void)
{
  OutlayChartStyle style = {context, 14, OUTLAY_CHART_LIGHT, FALSE};

  return style;
}

static void
test_bars (void)
{
  g_autoptr (GPtrArray) deals
    = read_deals ("build A 9 - 2025-06-01 2026 2030-06-30; build A 8 - 2025-06-01 - 2029; "
                  "build A 7 - 2025-06-01 2027-01-01 -; build A 6 - - - 2028");
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  OutlayChartStyle style = make_style ();
  OutlayTimelineLayout layout;
  OutlayTimelineBar bars[4];

  outlay_timeline_lay_out (timeline, &style, 1000, &layout);
  g_assert_cmpuint (timeline->lanes->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    outlay_timeline_get_bar (&layout, outlay_timeline_get_lane (timeline, i), &bars[i]);
  /* A year tells no day to begin on, a day tells one to end on. */
  g_assert_cmpfloat (bars[0].sure_from - bars[0].from, >, 20);
  g_assert_cmpfloat (bars[0].until - bars[0].sure_until, <, 2);
  /* Without a start the announcement is where the bar begins, and it is marked as such. */
  g_assert_true (bars[1].has_announced && !bars[1].has_start);
  g_assert_cmpfloat (bars[1].from, <, bars[0].from);
  /* Without an end, or without a start and an announcement, there is but a tail. */
  g_assert_false (bars[2].has_end);
  g_assert_cmpfloat (bars[2].until - bars[2].from, <, 40);
  g_assert_false (bars[3].has_start || bars[3].has_announced);
  g_assert_cmpfloat (bars[3].until - bars[3].from, <, 40);
}

static void
test_pointing (void)
{
  g_autoptr (GPtrArray) deals = read_deals (
    "build A 9 5 2025-02-01 2026 2030; equity A 8 - 2025-02-01 - 2029; build A 7 - 2025-10-01 - -");
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  OutlayChartStyle style = make_style ();

  for (guint width = 300; width < 3000; width += 300)
    {
      OutlayTimelineLayout layout;

      outlay_timeline_lay_out (timeline, &style, width, &layout);
      g_assert_cmpfloat (layout.width, >=, width);
      for (guint i = 0; i < timeline->columns->len; i++)
        {
          OutlayChartArea area = outlay_timeline_get_stretch (&layout, i, i);

          g_assert_cmpint (outlay_timeline_find_column (timeline, &layout, area.x + area.width / 2,
                                                        area.height / 2),
                           ==, i);
        }
      for (guint i = 0; i < timeline->lanes->len; i++)
        {
          OutlayChartArea area = outlay_timeline_get_lane_area (&layout, i);
          double middle = area.y + area.height / 2;

          g_assert_cmpint (outlay_timeline_find_lane (timeline, &layout, 20, middle), ==, i);
          g_assert_cmpint (outlay_timeline_find_column (timeline, &layout, 20, middle), ==, -1);
        }
    }
}

/* Of a stack the parts stand upon one another, none over another. */
static void
test_stack (void)
{
  g_autoptr (GPtrArray) deals
    = read_deals ("build A 9 - 2025-02-01 - -; equity A 8 - 2025-02-01 - -; "
                  "grant A 1 - 2025-03-01 - -");
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  OutlayChartStyle style = make_style ();
  OutlayTimelineLayout layout;
  double below;

  outlay_timeline_lay_out (timeline, &style, 800, &layout);
  below = layout.plots[0].y + layout.plots[0].height;
  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      OutlayChartArea part
        = outlay_timeline_get_part (timeline, &layout, 0, OUTLAY_TIMELINE_MONEY, i);

      if (part.height <= 0)
        continue;
      g_assert_cmpfloat (part.y + part.height, <=, below + 0.001);
      below = part.y;
    }
  g_assert_cmpfloat (below, >=, layout.plots[0].y - 0.001);
}

/* The figures of the grid stand whole before the plot, in currencies with long names too. */
static void
test_ticks (void)
{
  static const char *const currencies[] = {"USD", "IDR"};
  g_autoptr (GPtrArray) deals = read_deals ("build A 900 - 2025-02-01 - -");

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr (OutlayTimeline) timeline
        = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, currencies[i]);
      OutlayChartStyle style = make_style ();
      OutlayTimelineLayout layout;
      g_autofree char *figure = NULL;

      outlay_timeline_lay_out (timeline, &style, 800, &layout);
      figure = outlay_timeline_dup_figure (timeline, OUTLAY_TIMELINE_MONEY,
                                           layout.tops[OUTLAY_TIMELINE_MONEY]
                                             / layout.steps[OUTLAY_TIMELINE_MONEY]
                                             * layout.steps[OUTLAY_TIMELINE_MONEY]);
      g_assert_cmpfloat (outlay_chart_measure (&style, figure, OUTLAY_TIMELINE_TICK_SCALE, FALSE),
                         <, layout.plots[OUTLAY_TIMELINE_MONEY].x);
    }
}

static guint64
drop_zeros (guint64 figure)
{
  while (figure % 10 == 0)
    figure /= 10;
  return figure;
}

/* Three to five lines a round step apart, the last of them not below the highest bar. */
static void
test_steps (void)
{
  for (guint billions = 1; billions < 1200; billions += 1 + billions / 20)
    {
      g_autofree char *words = g_strdup_printf ("build A %u %u 2025-02-01 - -", billions, billions);
      g_autoptr (GPtrArray) deals = read_deals (words);
      g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
      OutlayChartStyle style = make_style ();
      OutlayTimelineLayout layout;

      outlay_timeline_lay_out (timeline, &style, 800, &layout);
      for (guint i = 0; i < OUTLAY_TIMELINE_N_MEASURES; i++)
        {
          gint64 count = layout.tops[i] / layout.steps[i];
          guint64 step = drop_zeros ((guint64)layout.steps[i]);

          g_assert_true (step == 1 || step == 2 || step == 25 || step == 5);
          g_assert_cmpint (layout.tops[i], ==, count * layout.steps[i]);
          g_assert_cmpint (count, >=, 3);
          g_assert_cmpint (count, <=, 5);
          g_assert_cmpint (layout.tops[i], >=, outlay_timeline_get_column (timeline, 0)->totals[i]);
        }
    }
}

/* "1 1 0": which of the bars have a figure. */
static char *
describe_figures (const char *words, double width)
{
  g_autoptr (GPtrArray) deals = read_deals (words);
  g_autoptr (OutlayTimeline) timeline = make_timeline (deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  OutlayChartStyle style = make_style ();
  OutlayTimelineLayout layout;
  g_autoptr (GArray) figures = NULL;
  GString *text = g_string_new (NULL);

  outlay_timeline_lay_out (timeline, &style, width, &layout);
  figures = outlay_timeline_place_figures (timeline, &layout, &style, OUTLAY_TIMELINE_MONEY);
  for (guint i = 0; i < figures->len; i++)
    {
      const OutlayChartArea *figure = &g_array_index (figures, OutlayChartArea, i);

      g_string_append_printf (text, "%s%d", i > 0 ? " " : "", figure->width > 0);
      g_assert_cmpfloat (figure->x + figure->width, <=, layout.width);
    }
  return g_string_free (text, FALSE);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *deals;
    double width;
    const char *figures;
  } shown[] = {
    {"build A 3 - 2025-Q1 - -; build A 9 - 2025-Q2 - -; build A 4 - 2025-Q3 - -", 800, "1 1 1"},
    /* One like the other, side by side in less than their width: the first is the highest. */
    {"build A 99 - 2025-Q1 - -; build A 98 - 2025-Q2 - -; build A 97 - 2025-Q3 - -", 170, "1 0 1"},
    /* Where the highest is beside a small one, the small one's figure would lie on its bar. */
    {"build A 1 - 2025-Q1 - -; build A 99 - 2025-Q2 - -", 100, "0 1"},
    /* A bar that stands alone has its figure in any room, the last one too. */
    {"build A 1 - 2024-Q1 - -; build A 99 - 2025-Q4 - -", 200, "1 0 0 0 0 0 0 1"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *figures = describe_figures (shown[i].deals, shown[i].width);

      g_assert_cmpstr (figures, ==, shown[i].figures);
    }
}

static void
test_titles (void)
{
  OutlayChartStyle style = make_style ();
  const char *whole = outlay_timeline_choose_title (OUTLAY_TIMELINE_MONEY, &style, 800);
  const char *brief = outlay_timeline_choose_title (OUTLAY_TIMELINE_MONEY, &style, 300);

  g_assert_cmpstr (whole, ==, "Money committed, by quarter of announcement");
  g_assert_cmpstr (brief, ==, "Money by quarter");
}

typedef struct
{
  OutlayTimeline *timeline;
  OutlayTimelineLayout layout;
  GPtrArray *deals;
} Drawing;

static void
draw (const OutlayCanvas *canvas, gpointer data)
{
  Drawing *drawing = data;

  outlay_timeline_draw (drawing->timeline, &drawing->layout, drawing->deals, canvas);
  outlay_timeline_draw_legend (drawing->timeline, canvas, drawing->layout.width,
                               drawing->layout.height);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-chart-XXXXXX", NULL);
  static const char *const names[] = {"chart.svg", "chart.png"};
  static const char *const beginnings[] = {"<?xml", "\211PNG"};
  Drawing drawing = {.deals = read_deals ("build A 9 5 2025-02-01 2026 2030")};
  OutlayChartStyle style = make_style ();

  drawing.timeline = make_timeline (drawing.deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  outlay_timeline_lay_out (drawing.timeline, &style, 800, &drawing.layout);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      OutlayChartArea size = {0, 0, drawing.layout.width, drawing.layout.height + 80};
      g_autofree char *content = NULL;
      cairo_surface_t *picture;

      style.scheme = i == 0 ? OUTLAY_CHART_LIGHT : OUTLAY_CHART_CONTRAST;
      style.mirrored = i == 1;
      picture = outlay_chart_record (&size, &style, draw, &drawing);
      outlay_chart_write (file, outlay_chart_guess_format (file), picture, NULL, &error);
      cairo_surface_destroy (picture);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, beginnings[i]));
      g_unlink (path);
    }
  g_rmdir (folder);
  outlay_timeline_free (drawing.timeline);
  g_ptr_array_unref (drawing.deals);
}

/* The file of one lane, as it is read in a window from right to left or not. */
static char *
save_lane (gboolean mirrored)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Drawing drawing = {.deals = read_deals ("build Acme 9 5 2025-02-01 2026 2030")};
  OutlayDealRecord *deal = drawing.deals->pdata[0];
  OutlayChartStyle style = make_style ();
  OutlayChartArea size = {0};
  cairo_surface_t *picture;
  char *content = NULL;

  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_RECIPIENT, "Borealis");
  style.mirrored = mirrored;
  drawing.timeline = make_timeline (drawing.deals, OUTLAY_TIMELINE_BY_KIND, "USD");
  outlay_timeline_lay_out (drawing.timeline, &style, 800, &drawing.layout);
  size.width = drawing.layout.width;
  size.height = drawing.layout.height + 80;
  picture = outlay_chart_record (&size, &style, draw, &drawing);
  g_assert_true (outlay_chart_write (file, OUTLAY_CHART_SVG, picture, NULL, NULL));
  cairo_surface_destroy (picture);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  outlay_timeline_free (drawing.timeline);
  g_ptr_array_unref (drawing.deals);
  return content;
}

static void
test_mirrored (void)
{
  g_autofree char *plain = save_lane (FALSE);
  g_autofree char *mirrored = save_lane (TRUE);

  g_assert_nonnull (strstr (plain, "Acme → Borealis"));
  g_assert_nonnull (strstr (mirrored, "←"));
  g_assert_null (strstr (mirrored, "→"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_columns);
    }
  g_test_add_func ("/timeline/deals that no bar shows are counted and said", test_left_out);
  g_test_add_func ("/timeline/one old deal does not squeeze the others", test_early);
  g_test_add_func ("/timeline/shares of several payers make the whole", test_parties);
  g_test_add_func ("/timeline/the order of the deals changes nothing", test_any_order);
  g_test_add_func ("/timeline/the deals of its lanes are all that it needs", test_kept);
  g_test_add_func ("/timeline/no start and no end is drawn that no article gives", test_bars);
  g_test_add_func ("/timeline/what is drawn is found where it stands", test_pointing);
  g_test_add_func ("/timeline/parts of a bar stand upon one another", test_stack);
  g_test_add_func ("/timeline/the figures of the grid stand whole before it", test_ticks);
  g_test_add_func ("/timeline/the grid has few round steps and reaches the highest bar",
                   test_steps);
  g_test_add_func ("/timeline/where not all figures find room the highest bars have theirs",
                   test_figures);
  g_test_add_func ("/timeline/a narrow chart has a short title", test_titles);
  g_test_add_func ("/timeline/the arrows of lanes turn with the chart", test_mirrored);
  g_test_add_func ("/timeline/a chart is written as a drawing and as a picture", test_files);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
