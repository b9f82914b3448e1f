/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "outlay-print-preview.h"
#include "outlay-print-settings.h"

struct _OutlayPrint
{
  GtkPrintOperation parent_instance;

  GPtrArray *deals;
  GHashTable *quotes;
  char *filter;
  OutlayReport *report;
  GtkPrintOperationPreview *preview;
  GtkWindow *parent;
  gboolean previewed;
};

G_DEFINE_FINAL_TYPE (OutlayPrint, outlay_print, GTK_TYPE_PRINT_OPERATION)

static void
outlay_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  OutlayPrint *self = OUTLAY_PRINT (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_auto (OutlayReportOptions) options;

  outlay_report_options_init (&options);
  options.layout = OUTLAY_REPORT_DOSSIER;
  options.filter = g_strdup (self->filter);
  options.monochrome = settings != NULL && gtk_print_settings_has_key (settings, "use-color")
                       && !gtk_print_settings_get_use_color (settings);
  outlay_print_settings_set_paper (&options, gtk_print_context_get_page_setup (context));
  g_clear_object (&self->report);
  self->report = outlay_report_new (self->deals, self->quotes, &options);
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
preview_closed_cb (OutlayPrint *self)
{
  if (self->preview != NULL)
    gtk_print_operation_preview_end_preview (self->preview);
  self->preview = NULL;
}

static void
ready_cb (OutlayPrint *self, GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  GtkWidget *window = outlay_print_preview_new (
    self->parent, self->report, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
    gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));

  g_signal_connect_object (window, "destroy", G_CALLBACK (preview_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* The pages are drawn from the report, straight into the window; GTK's own way round would write a
 * file and start another program, where there is one. */
static gboolean
outlay_print_preview (GtkPrintOperation *operation,
                      GtkPrintOperationPreview *preview,
                      GtkPrintContext *context,
                      GtkWindow *parent)
{
  OutlayPrint *self = OUTLAY_PRINT (operation);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  self->preview = preview;
  self->previewed = TRUE;
  g_set_weak_pointer (&self->parent, parent);
  g_signal_connect_object (preview, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

static void
outlay_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || OUTLAY_PRINT (operation)->previewed)
    return;
  outlay_print_settings_save (gtk_print_operation_get_print_settings (operation));
  outlay_print_settings_save_page_setup (gtk_print_operation_get_default_page_setup (operation));
}

static void
outlay_print_constructed (GObject *object)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (object);
  g_autoptr (GtkPrintSettings) settings = outlay_print_settings_load ();
  g_autoptr (GtkPageSetup) setup = outlay_print_settings_load_page_setup ();

  G_OBJECT_CLASS (outlay_print_parent_class)->constructed (object);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          _ ("AI infrastructure deals"));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
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
  g_clear_pointer (&self->quotes, g_hash_table_unref);
  g_free (self->filter);
  g_clear_object (&self->report);
  g_clear_weak_pointer (&self->parent);
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
  operation_class->preview = outlay_print_preview;
  operation_class->done = outlay_print_done;
}

static void
outlay_print_init (OutlayPrint *self)
{
}

/**
 * outlay_print_new:
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @quotes: (nullable): of outlay_report_load_quotes()
 * @filter: (nullable): which deals they are, in words
 *
 * Returns: (transfer full): an operation to run; paper and printer are those of the last time.
 */
OutlayPrint *
outlay_print_new (GPtrArray *deals, GHashTable *quotes, const char *filter)
{
  OutlayPrint *self;

  g_return_val_if_fail (deals != NULL, NULL);

  self = g_object_new (OUTLAY_TYPE_PRINT, NULL);
  self->deals = g_ptr_array_ref (deals);
  self->quotes = quotes != NULL ? g_hash_table_ref (quotes) : NULL;
  self->filter = g_strdup (filter);
  return self;
}

/**
 * outlay_print_dup_today:
 *
 * Returns: (transfer full): the day of today in words, for the head of the pages.
 */
char *
outlay_print_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return outlay_format_date (outlay_date_day ((guint)g_date_time_get_year (now),
                                              (guint)g_date_time_get_month (now),
                                              (guint)g_date_time_get_day_of_month (now)));
}
