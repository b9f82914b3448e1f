/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals and claims as a workbook, with libxlsxwriter where the build has it. */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>

#include "outlay-config.h"
#include "report/export/outlay-export-private.h"
#include "report/export/outlay-export-rows.h"

#ifdef OUTLAY_HAVE_XLSXWRITER

#include <glib/gstdio.h>
#include <xlsxwriter.h>

/* A cell holds no more; what is longer is shortened rather than refused. */
#define MOST_LETTERS 32000

/* Columns are as wide as their heads, and no narrower than this many letters. */
#define LEAST_WIDTH 10

/* The workbook tells the day that it was made; so that the same deals give the same file, it tells
   this one. */
#define EPOCH 0

static void
write_head (lxw_worksheet *sheet, lxw_format *bold, OutlayExportTable table)
{
  guint n_columns;
  const OutlayExportColumn *columns = outlay_export_get_columns (table, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t)i, (lxw_col_t)i,
                            MAX (strlen (columns[i].name) + 2, LEAST_WIDTH), NULL);
      worksheet_write_string (sheet, 0, (lxw_col_t)i, columns[i].name, bold);
    }
  worksheet_freeze_panes (sheet, 1, 1);
}

/* Text stays text: no cell is ever reckoned. */
static void
write_row (lxw_worksheet *sheet, guint row, const GPtrArray *cells, OutlayExportTable table)
{
  guint n_columns;
  const OutlayExportColumn *columns = outlay_export_get_columns (table, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      g_autofree char *fitting
        = g_utf8_strlen (cell, -1) > MOST_LETTERS ? g_utf8_substring (cell, 0, MOST_LETTERS) : NULL;

      if (*cell == '\0')
        continue;
      if (columns[i].number)
        worksheet_write_number (sheet, row, (lxw_col_t)i, g_ascii_strtod (cell, NULL), NULL);
      else
        worksheet_write_string (sheet, row, (lxw_col_t)i, fitting != NULL ? fitting : cell, NULL);
    }
}

static void
end_sheet (lxw_worksheet *sheet, guint n_rows, OutlayExportTable table)
{
  guint n_columns;

  outlay_export_get_columns (table, &n_columns);
  worksheet_autofilter (sheet, 0, 0, MAX (n_rows, 1), (lxw_col_t)(n_columns - 1));
}

static void
write_deals (lxw_workbook *book, lxw_format *bold, const OutlayExportJob *job)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Deals");

  write_head (sheet, bold, OUTLAY_EXPORT_DEALS);
  for (guint i = 0; i < job->deals->len; i++)
    {
      g_autoptr (GPtrArray) cells = outlay_export_deal_row (g_ptr_array_index (job->deals, i));

      write_row (sheet, i + 1, cells, OUTLAY_EXPORT_DEALS);
    }
  end_sheet (sheet, job->deals->len, OUTLAY_EXPORT_DEALS);
}

static gboolean
write_claims (lxw_workbook *book, lxw_format *bold, const OutlayExportJob *job, GError **error)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Claims");
  guint row = 0;

  write_head (sheet, bold, OUTLAY_EXPORT_CLAIMS);
  for (guint i = 0; i < job->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (job->deals, i);

      if (!outlay_export_step (job, i, job->deals->len, error))
        return FALSE;
      for (guint j = 0; j < deal->claims->len; j++)
        {
          g_autoptr (GPtrArray) cells = outlay_export_load_claim_row (job, deal, j, error);

          if (cells == NULL)
            return FALSE;
          write_row (sheet, ++row, cells, OUTLAY_EXPORT_CLAIMS);
        }
    }
  end_sheet (sheet, row, OUTLAY_EXPORT_CLAIMS);
  return TRUE;
}

static gboolean
write_book (const OutlayExportJob *job, const char *path, GError **error)
{
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_doc_properties properties
    = {.title = (char *)_ ("AI infrastructure deals"), .created = EPOCH};
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_format *bold = workbook_add_format (book);

  format_set_bold (bold);
  workbook_set_properties (book, &properties);
  write_deals (book, bold, job);
  gboolean written = write_claims (book, bold, job, error);
  lxw_error status = workbook_close (book);
  if (written && status != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The workbook cannot be made: %s"),
                   lxw_strerror (status));
      return FALSE;
    }
  return written;
}

static gboolean
copy_file (const OutlayExportJob *job, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, job->cancellable, error);

  return input != NULL
         && g_output_stream_splice (job->stream, G_INPUT_STREAM (input),
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, job->cancellable, error)
              >= 0;
}

/** outlay_export_spreadsheet: writes a workbook (XLSX); returns whether all was written. */
gboolean
outlay_export_spreadsheet (const OutlayExportJob *job, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "deals.xlsx", NULL) : NULL;
  gboolean written;

  if (folder == NULL)
    return FALSE;
  written = write_book (job, path, error) && copy_file (job, path, error);
  g_unlink (path);
  g_rmdir (folder);
  return written;
}

#else

/** outlay_export_spreadsheet: tells that this build has no workbooks. */
gboolean
outlay_export_spreadsheet (const OutlayExportJob *job, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("This build of Outlay cannot write workbooks. Export CSV instead."));
  return FALSE;
}

#endif
