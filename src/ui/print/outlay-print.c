/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "report/outlay-report.h"
#include "outlay-print-settings.h"

struct _OutlayPrint
{
  GtkPrintOperation parent_instance;

  GPtrArray *deals;
  GHashTable *words;
  cairo_surface_t *picture;
  OutlayReportOptions options;
  OutlayReport *report;
};

G_DEFINE_FINAL_TYPE (OutlayPrint, outlay_print, GTK_TYPE_PRINT_OPERATION)

/* The printer's paper and ink may be others than those that were previewed. */
static void
outlay_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  OutlayPrint *self = OUTLAY_PRINT (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_auto (OutlayReportOptions) options;

  outlay_report_options_copy (&options, &self->options);
  options.monochrome |= settings != NULL && gtk_print_settings_has_key (settings, "use-color")
                        && !gtk_print_settings_get_use_color (settings);
  outlay_print_settings_set_paper (&options, gtk_print_context_get_page_setup (context));
  g_clear_object (&self->report);
  self->report = self->picture != NULL
                   ? outlay_report_new_picture (self->deals, self->picture, &options)
                   : outlay_report_new (self->deals, self->words, &options);
}

/* Called again until it returns %TRUE, with the main loop running in between. */
static gboolean
outlay_print_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  OutlayPrint *self = OUTLAY_PRINT (operation);

  if (outlay_report_layout_some (self->report))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int)outlay_report_get_n_pages (self->report));
  return TRUE;
}

static void
outlay_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  OutlayPrint *self = OUTLAY_PRINT (operation);

  outlay_report_draw_page (self->report, gtk_print_context_get_cairo_context (context),
                           (guint)page);
}

static void
outlay_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    outlay_print_settings_save (gtk_print_operation_get_print_settings (operation));
}

static void
outlay_print_constructed (GObject *object)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (object);
  g_autoptr (GtkPrintSettings) settings = outlay_print_settings_load ();

  G_OBJECT_CLASS (outlay_print_parent_class)->constructed (object);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          _ ("AI infrastructure deals"));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, _ ("AI infrastructure deals"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The report keeps its own margins, and never less than the printer's. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
}

static void
outlay_print_finalize (GObject *object)
{
  OutlayPrint *self = OUTLAY_PRINT (object);

  g_ptr_array_unref (self->deals);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  outlay_report_options_clear (&self->options);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (outlay_print_parent_class)->finalize (object);
}

static void
outlay_print_class_init (OutlayPrintClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  object_class->constructed = outlay_print_constructed;
  object_class->finalize = outlay_print_finalize;
  operation_class->begin_print = outlay_print_begin_print;
  operation_class->paginate = outlay_print_paginate;
  operation_class->draw_page = outlay_print_draw_page;
  operation_class->done = outlay_print_done;
}

static void
outlay_print_init (OutlayPrint *self)
{
}

static OutlayPrint *
make_print (GPtrArray *deals, const OutlayReportOptions *options)
{
  OutlayPrint *self = g_object_new (OUTLAY_TYPE_PRINT, NULL);
  g_autoptr (GtkPageSetup) setup = outlay_print_settings_new_page_setup (options);

  self->deals = g_ptr_array_ref (deals);
  outlay_report_options_copy (&self->options, options);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  return self;
}

/**
 * outlay_print_new:
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @words: (nullable): of outlay_report_load_words()
 * @options: what the pages look like, and which deals they are
 *
 * Returns: (transfer full): an operation to run; the printer is that of the last time.
 */
OutlayPrint *
outlay_print_new (GPtrArray *deals, GHashTable *words, const OutlayReportOptions *options)
{
  OutlayPrint *self;

  g_return_val_if_fail (deals != NULL, NULL);

  self = make_print (deals, options);
  self->words = words != NULL ? g_hash_table_ref (words) : NULL;
  return self;
}

/**
 * outlay_print_new_chart:
 * @deals: (element-type OutlayDealRecord): what the chart shows
 * @picture: of outlay_chart_record()
 * @options: what the page looks like, and which deals they are
 *
 * Returns: (transfer full): an operation to run; the printer is that of the last time.
 */
OutlayPrint *
outlay_print_new_chart (GPtrArray *deals,
                        cairo_surface_t *picture,
                        const OutlayReportOptions *options)
{
  OutlayPrint *self;

  g_return_val_if_fail (deals != NULL, NULL);
  g_return_val_if_fail (picture != NULL, NULL);

  self = make_print (deals, options);
  self->picture = cairo_surface_reference (picture);
  return self;
}

/**
 * outlay_print_dup_today:
 *
 * Returns: (transfer full): the day of today in words, for the names of files.
 */
char *
outlay_print_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return outlay_format_day (now);
}
