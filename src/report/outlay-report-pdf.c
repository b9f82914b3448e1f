/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "report/outlay-report-private.h"
#include "report/outlay-report-section.h"
#include "report/outlay-whole-file.h"

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error);
  return sink->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* The day that the document is of: the one that a reproducible build asks for, else the newest that
   the deals tell, so that the same ledger gives the same bytes. */
static char *
dup_creation_date (OutlayDate newest)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) time = NULL;
  char *end = NULL;

  if (epoch != NULL && *epoch != '\0')
    {
      gint64 seconds = g_ascii_strtoll (epoch, &end, 10);

      time = *end == '\0' ? g_date_time_new_from_unix_utc (seconds) : NULL;
    }
  if (time == NULL && newest.unit == OUTLAY_DATE_DAY)
    time = g_date_time_new_utc (newest.year, newest.part, newest.day, 0, 0, 0);
  if (time == NULL)
    time = g_date_time_new_from_unix_utc (0);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (OutlayReport *self, cairo_surface_t *surface)
{
  g_autofree char *date = dup_creation_date (outlay_report_get_newest (self));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  outlay_report_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Outlay");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
add_outline (OutlayReport *self, cairo_surface_t *surface)
{
  GPtrArray *deals = outlay_report_get_deals (self);

  for (guint i = 0; i < deals->len; i++)
    {
      g_autofree char *title = outlay_report_section_dup_title (g_ptr_array_index (deals, i));
      g_autofree char *entry = g_strdup_printf ("%u  %s", i + 1, title);
      g_autofree char *dest = g_strdup_printf ("dest='deal-%u'", i + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, entry, dest, 0);
    }
}

static gboolean
draw_pages (OutlayReport *self, cairo_surface_t *surface, Sink *sink)
{
  cairo_t *cr = cairo_create (surface);
  guint n_pages = outlay_report_get_n_pages (self);

  for (guint page = 0; page < n_pages && sink->error == NULL; page++)
    {
      if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
        break;
      outlay_report_draw (self, cr, page, TRUE);
      cairo_show_page (cr);
    }
  add_outline (self, surface);
  cairo_destroy (cr);
  return sink->error == NULL;
}

static gboolean
check_surface (cairo_surface_t *surface, Sink *sink)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (sink->error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&sink->error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF cannot be made: %s"),
                 cairo_status_to_string (status));
  return sink->error == NULL;
}

static gboolean
write_pages (OutlayReport *self, Sink *sink)
{
  double width, height;

  outlay_report_get_paper (self, &width, &height);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, sink, width, height);
  set_metadata (self, surface);
  if (draw_pages (self, surface, sink))
    cairo_surface_finish (surface);
  gboolean fine = check_surface (surface, sink);
  cairo_surface_destroy (surface);
  return fine;
}

/**
 * outlay_report_write_pdf:
 * @error: return location for a %G_IO_ERROR; its message says what cannot be written and why
 *
 * Lays out what is still to be laid out and writes all pages, with an outline, and links from the
 * table to the sections. The same report gives the same bytes.
 *
 * Returns: whether @file holds the whole document; where not, it is as it was.
 */
gboolean
outlay_report_write_pdf (OutlayReport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayWholeFile) whole = NULL;
  Sink sink = {NULL, cancellable, NULL};

  g_return_val_if_fail (OUTLAY_IS_REPORT (self), FALSE);

  whole = outlay_whole_file_open (file, cancellable, error);
  if (whole == NULL)
    return FALSE;
  while (outlay_report_layout_some (self))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  sink.stream = outlay_whole_file_get_stream (whole);
  if (!write_pages (self, &sink))
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  return outlay_whole_file_commit (whole, cancellable, error);
}
