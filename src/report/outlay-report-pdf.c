/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "report/outlay-report-private.h"
#include "report/outlay-whole-file.h"

#define MOST_LEVELS 4

/* Laying out takes about as long as drawing. */
#define STEPS 1000
#define HALF  (STEPS / 2)

/* Who is told how far it is. */
typedef struct
{
  GFileProgressCallback callback;
  gpointer data;
} Progress;

static void
tell (const Progress *progress, goffset done)
{
  if (progress->callback != NULL)
    progress->callback (done, STEPS, progress->data);
}

static cairo_status_t
keep_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day that the document is of: the one that a reproducible build asks for, else the newest that
   the deals tell, so that the same ledger gives the same bytes. */
static char *
dup_creation_date (OutlayDate newest)
{
  gint64 seconds = 0;
  gboolean asked = outlay_report_get_epoch (&seconds);
  g_autoptr (GDateTime) time = NULL;

  if (!asked && newest.unit == OUTLAY_DATE_DAY)
    time = g_date_time_new_utc (newest.year, newest.part, newest.day, 0, 0, 0);
  if (time == NULL)
    time = g_date_time_new_from_unix_utc (seconds);
  if (time == NULL)
    time = g_date_time_new_from_unix_utc (0);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (OutlayReport *self, cairo_surface_t *surface)
{
  g_autofree char *date = dup_creation_date (outlay_report_get_newest (self));

  /* What newer versions write in compressed objects, outlay_pdf_set_lang() could not read. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  outlay_report_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  outlay_report_get_filter (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Outlay");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Each entry hangs below the last one of the level above it. */
static void
add_outline (OutlayReport *self, cairo_surface_t *surface)
{
  const GArray *outline = outlay_report_get_outline (self);
  int parents[MOST_LEVELS + 1] = {CAIRO_PDF_OUTLINE_ROOT};
  guint deepest = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const OutlayReportOutline *entry = &g_array_index (outline, OutlayReportOutline, i);
      g_autofree char *dest = g_strdup_printf ("dest='%s'", entry->dest);
      guint level = MIN (entry->level, deepest);

      parents[level + 1] = cairo_pdf_surface_add_outline (
        surface, parents[level], entry->title, dest, level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      deepest = MIN (level + 1, MOST_LEVELS - 1);
    }
}

static gboolean
draw_pages (OutlayReport *self,
            cairo_surface_t *surface,
            const Progress *progress,
            GCancellable *cancellable,
            GError **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n_pages = outlay_report_get_n_pages (self);
  gboolean going = TRUE;

  for (guint page = 0; page < n_pages && going; page++)
    {
      going = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (!going)
        break;
      outlay_report_draw (self, cr, page, TRUE);
      cairo_show_page (cr);
      tell (progress, HALF + (goffset)HALF * (page + 1) / n_pages);
    }
  if (going)
    add_outline (self, surface);
  cairo_destroy (cr);
  return going;
}

static GByteArray *
make_pages (OutlayReport *self, const Progress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;

  outlay_report_get_paper (self, &width, &height);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep_bytes, bytes, width, height);
  set_metadata (self, surface);
  gboolean drawn = draw_pages (self, surface, progress, cancellable, error);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return outlay_pdf_set_lang (g_steal_pointer (&bytes), outlay_report_get_lang (self));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF cannot be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * outlay_report_write_pdf:
 * @progress: (nullable): told from the same thread how much is done
 * @progress_data: for @progress
 * @error: return location for a %G_IO_ERROR; its message says what cannot be written and why
 *
 * Lays out what is still to be laid out and writes all pages, with an outline, and links from the
 * deals to their evidence. The same report gives the same bytes.
 *
 * Returns: whether @file holds the whole document; where not, it is as it was.
 */
gboolean
outlay_report_write_pdf (OutlayReport *self,
                         GFile *file,
                         GFileProgressCallback progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  const Progress told = {progress, progress_data};
  g_autoptr (OutlayWholeFile) whole = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (OUTLAY_IS_REPORT (self), FALSE);

  whole = outlay_whole_file_open (file, cancellable, error);
  if (whole == NULL)
    return FALSE;
  while (outlay_report_layout_some (self))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tell (&told, (goffset)(outlay_report_get_progress (self) * HALF));
    }
  bytes = make_pages (self, &told, cancellable, error);
  return bytes != NULL
         && g_output_stream_write_all (outlay_whole_file_get_stream (whole), bytes->data,
                                       bytes->len, NULL, cancellable, error)
         && outlay_whole_file_commit (whole, cancellable, error);
}
