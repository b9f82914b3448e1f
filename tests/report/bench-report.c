/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long ten thousand deals take as a table, beside what Pango and cairo take to draw the same
 * text bare: each cell of the pages, laid out once and shown once. Both in one run, so that the
 * ratio means the same on every machine.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#include "report/layout/outlay-report-cell.h"
#include "report/layout/outlay-report-frame.h"
#include "report/outlay-report.h"

#define N_DEALS    10000
#define MOST_RATIO 4.0
#define MOST_BYTES (192 * 1024L)

static OutlayDealRecord *
new_deal (guint index)
{
  static const char *const names[]
    = {"Borealis", "Meridian Cloud", "Fjordkraft Grid", "Corvid AI", "Tern Labs", "Polder Compute"};
  OutlayDealRecord *deal = outlay_deal_record_new ();
  g_autofree char *payer = g_strdup_printf ("%s %u", names[index % 6], index % 97);

  deal->id = index + 1;
  deal->fields.kind = index % OUTLAY_N_KINDS;
  deal->fields.status = index % OUTLAY_N_STATUSES;
  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, payer);
  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_RECIPIENT, names[(index + 1) % 6]);
  g_strlcpy (deal->fields.amount.currency, index % 3 ? "USD" : "EUR", 4);
  deal->fields.amount.high = (gint64)(1 + index % 900) * 1000000 * 100;
  deal->fields.amount.qualifier = index % 2 ? OUTLAY_QUALIFIER_EXACT : OUTLAY_QUALIFIER_UP_TO;
  deal->fields.capacity.kilowatts = index % 4 ? 0 : (gint64)(100 + index % 900) * 1000;
  outlay_fields_add_place (&deal->fields, index % 5 ? "NO" : "VN");
  deal->fields.announced = outlay_date_day (2024 + index % 3, 1 + index % 12, 1 + index % 28);
  deal->fields.start = outlay_date_year (2026 + index % 4);
  return deal;
}

static double
print_table (GPtrArray *deals, GFile *file)
{
  g_auto (OutlayReportOptions) options;
  g_autoptr (OutlayReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  outlay_report_options_init (&options);
  options.layout = OUTLAY_REPORT_TABLE;
  report = outlay_report_new (deals, NULL, &options);
  g_assert_true (outlay_report_write_pdf (report, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_print ("# %u pages\n", outlay_report_get_n_pages (report));
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72);
  return context;
}

/* The same texts in the same face and size; one layout serves them all. */
static double
draw_bare (const OutlayReportFrame *frame, GFile *file)
{
  static const OutlayFact facts[]
    = {OUTLAY_FACT_NUMBER,   OUTLAY_FACT_PARTIES,   OUTLAY_FACT_AMOUNT,
       OUTLAY_FACT_CAPACITY, OUTLAY_FACT_WHERE,     OUTLAY_FACT_WHEN,
       OUTLAY_FACT_STATUS,   OUTLAY_FACT_ANNOUNCED, OUTLAY_FACT_SOURCES};
  g_autofree char *path = g_file_get_path (file);
  PangoContext *context = new_context ();
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans 8.2");
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cr = cairo_create (surface);

  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < frame->plan->entries->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (facts); j++)
        {
          g_autofree char *text = outlay_fact_dup_text (frame, i, facts[j]);

          pango_layout_set_text (layout, text, -1);
          cairo_move_to (cr, 40 + 60 * j, 60 + 18 * (i % 40));
          pango_cairo_show_layout (cr, layout);
        }
      if (i % 40 == 39)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_bare (GPtrArray *deals, GFile *file)
{
  OutlayReportFrame frame = {.title = NULL};
  double time;

  outlay_report_options_init (&frame.options);
  frame.options.layout = OUTLAY_REPORT_TABLE;
  frame.plan = outlay_report_plan_new (deals, &frame.options);
  time = draw_bare (&frame, file);
  outlay_report_plan_free (frame.plan);
  outlay_report_options_clear (&frame.options);
  return time;
}

int
main (void)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autofree char *folder = g_dir_make_tmp ("outlay-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct rusage usage;

  for (guint i = 0; i < N_DEALS; i++)
    g_ptr_array_add (deals, new_deal (i));
  time_bare (deals, file);
  double bare = time_bare (deals, file);
  double table = print_table (deals, file);
  getrusage (RUSAGE_SELF, &usage);
  g_file_delete (file, NULL, NULL);
  g_remove (folder);
  g_print ("%u deals: table %.2f s, the same text bare %.2f s, ratio %.2f; %ld MiB at most\n",
           N_DEALS, table, bare, table / bare, usage.ru_maxrss / 1024);
  return table / bare <= MOST_RATIO && usage.ru_maxrss < MOST_BYTES ? 0 : 1;
}
