/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-config.h"
#include "report/export/outlay-export-private.h"
#include "report/export/outlay-export-rows.h"
#include "report/outlay-whole-file.h"

typedef struct
{
  const char *name;
  const char *suffix;
  const char *title;
} Format;

static const Format formats[OUTLAY_N_EXPORT_FORMATS] = {
  [OUTLAY_EXPORT_JSON]
  = {"json", "json", NC_ ("format", "Deals, to be imported again (JSON lines)")},
  [OUTLAY_EXPORT_CSV] = {"csv", "csv", NC_ ("format", "Deals as a table (CSV)")},
  [OUTLAY_EXPORT_CSV_CLAIMS] = {"claims", "claims.csv", NC_ ("format", "Claims as a table (CSV)")},
  [OUTLAY_EXPORT_TSV] = {"tsv", "tsv", NC_ ("format", "Deals as a table, parted by tabs (TSV)")},
  [OUTLAY_EXPORT_ARTICLES]
  = {"articles", "jsonl", NC_ ("format", "Articles, to be imported again (JSON lines)")},
  [OUTLAY_EXPORT_MARKDOWN] = {"md", "md", NC_ ("format", "Text with quotes (Markdown)")},
  [OUTLAY_EXPORT_HTML] = {"html", "html", NC_ ("format", "Web page (HTML)")},
  [OUTLAY_EXPORT_XLSX] = {"xlsx", "xlsx", NC_ ("format", "Workbook (XLSX)")},
  [OUTLAY_EXPORT_GRAPHML] = {"graphml", "graphml", NC_ ("format", "Flows of money (GraphML)")},
  [OUTLAY_EXPORT_DOT] = {"dot", "dot", NC_ ("format", "Flows of money (Graphviz)")},
  [OUTLAY_EXPORT_BIBTEX] = {"bibtex", "bib", NC_ ("format", "References (BibTeX)")},
  [OUTLAY_EXPORT_CSL] = {"csl", "csl.json", NC_ ("format", "References (CSL-JSON)")},
};

/**
 * outlay_export_format_from_string:
 * @string: (nullable): "json", "csv" and so on
 * @format: (out): set where the result is %TRUE
 *
 * Returns: whether @string names a format.
 */
gboolean
outlay_export_format_from_string (const char *string, OutlayExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (string, formats[i].name) == 0)
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

/** outlay_export_format_to_string: returns (transfer none): "json", "csv" and so on. */
const char *
outlay_export_format_to_string (OutlayExportFormat format)
{
  return formats[format].name;
}

/**
 * outlay_export_format_from_file:
 * @file: name of a file
 * @format: (out): set where the result is %TRUE
 *
 * Returns: whether the end of @file tells a format.
 */
gboolean
outlay_export_format_from_file (const char *file, OutlayExportFormat *format)
{
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].suffix, NULL);

      if (g_str_has_suffix (file, ending) && strlen (ending) > best)
        {
          *format = i;
          best = strlen (ending);
        }
    }
  return best > 0;
}

/** outlay_export_format_get_suffix: returns (transfer none): "csv", without the point. */
const char *
outlay_export_format_get_suffix (OutlayExportFormat format)
{
  return formats[format].suffix;
}

/** outlay_export_format_get_title: returns (transfer none): its name for people. */
const char *
outlay_export_format_get_title (OutlayExportFormat format)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "format", formats[format].title);
}

/** outlay_export_format_is_here: returns whether this build can write it. */
gboolean
outlay_export_format_is_here (OutlayExportFormat format)
{
#ifdef OUTLAY_HAVE_XLSXWRITER
  return TRUE;
#else
  return format != OUTLAY_EXPORT_XLSX;
#endif
}

/** outlay_export_put: writes @text; returns whether all of it was written. */
gboolean
outlay_export_put (const OutlayExportJob *job, const char *text, GError **error)
{
  return g_output_stream_write_all (job->stream, text, strlen (text), NULL, job->cancellable,
                                    error);
}

/**
 * outlay_export_step:
 * @done: how many are done
 * @total: of how many
 *
 * To be called before each deal or article that is written.
 *
 * Returns: whether to go on; %FALSE with @error set where it was cancelled.
 */
gboolean
outlay_export_step (const OutlayExportJob *job, guint done, guint total, GError **error)
{
  if (job->progress != NULL)
    job->progress (done, total, job->progress_data);
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

/**
 * outlay_export_list_articles:
 *
 * Returns: (transfer container) (element-type OutlayDealClaim): of each article of the deals its
 *   first claim, in the order of the deals.
 */
GPtrArray *
outlay_export_list_articles (const OutlayExportJob *job)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < job->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (job->deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);

          if (g_hash_table_add (known, &claim->article_id))
            g_ptr_array_add (claims, claim);
        }
    }
  return claims;
}

static const OutlayEvidence *
find_evidence (const OutlayClaim *claim, OutlayField field)
{
  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);

      if (evidence->field == field)
        return evidence;
    }
  return NULL;
}

/* The words of the article that prove the amount, or else the capacity. */
static char *
dup_words (const OutlayClaim *claim, const OutlayArticle *article)
{
  const OutlayEvidence *evidence = find_evidence (claim, OUTLAY_FIELD_AMOUNT);

  if (evidence == NULL)
    evidence = find_evidence (claim, OUTLAY_FIELD_CAPACITY);
  return evidence != NULL ? outlay_article_dup_span (article, evidence->part, evidence->span)
                          : NULL;
}

/**
 * outlay_export_load_claim_row:
 * @index: of the claim in @deal
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the cells of a claim, with words of its
 *   article where the ledger is at hand.
 */
GPtrArray *
outlay_export_load_claim_row (const OutlayExportJob *job,
                              const OutlayDealRecord *deal,
                              guint index,
                              GError **error)
{
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, index);
  g_autoptr (OutlayArticle) article = NULL;
  g_autofree char *words = NULL;

  if (job->ledger != NULL)
    {
      article = outlay_ledger_get_article (job->ledger, claim->article_id, error);
      if (article == NULL)
        return NULL;
      words = dup_words (claim->claim, article);
    }
  return outlay_export_claim_row (deal, index, words);
}

static gboolean
put_row (const OutlayExportJob *job, const GPtrArray *cells, gboolean tabs, GError **error)
{
  g_autofree char *line
    = outlay_export_dup_line ((const char *const *)cells->pdata, cells->len, tabs);

  return outlay_export_put (job, line, error);
}

static gboolean
put_head (const OutlayExportJob *job, OutlayExportTable table, gboolean tabs, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint n_columns;
  const OutlayExportColumn *columns = outlay_export_get_columns (table, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, (gpointer)columns[i].name);
  return put_row (job, cells, tabs, error);
}

static gboolean
put_deals (const OutlayExportJob *job, gboolean tabs, GError **error)
{
  if (!put_head (job, OUTLAY_EXPORT_DEALS, tabs, error))
    return FALSE;
  for (guint i = 0; i < job->deals->len; i++)
    {
      g_autoptr (GPtrArray) cells = outlay_export_deal_row (g_ptr_array_index (job->deals, i));

      if (!outlay_export_step (job, i, job->deals->len, error)
          || !put_row (job, cells, tabs, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_claims (const OutlayExportJob *job, GError **error)
{
  if (!put_head (job, OUTLAY_EXPORT_CLAIMS, FALSE, error))
    return FALSE;
  for (guint i = 0; i < job->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (job->deals, i);

      if (!outlay_export_step (job, i, job->deals->len, error))
        return FALSE;
      for (guint j = 0; j < deal->claims->len; j++)
        {
          g_autoptr (GPtrArray) cells = outlay_export_load_claim_row (job, deal, j, error);

          if (cells == NULL || !put_row (job, cells, FALSE, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
put_format (const OutlayExportJob *job, OutlayExportFormat format, GError **error)
{
  switch (format)
    {
    case OUTLAY_EXPORT_JSON:
      return outlay_export_json (job, error);
    case OUTLAY_EXPORT_CSV:
      return put_deals (job, FALSE, error);
    case OUTLAY_EXPORT_CSV_CLAIMS:
      return put_claims (job, error);
    case OUTLAY_EXPORT_TSV:
      return put_deals (job, TRUE, error);
    case OUTLAY_EXPORT_ARTICLES:
      return outlay_export_articles (job, error);
    case OUTLAY_EXPORT_MARKDOWN:
      return outlay_export_markdown (job, error);
    case OUTLAY_EXPORT_HTML:
      return outlay_export_html (job, error);
    case OUTLAY_EXPORT_XLSX:
      return outlay_export_spreadsheet (job, error);
    case OUTLAY_EXPORT_GRAPHML:
      return outlay_export_graphml (job, error);
    case OUTLAY_EXPORT_DOT:
      return outlay_export_dot (job, error);
    case OUTLAY_EXPORT_BIBTEX:
      return outlay_export_bibtex (job, error);
    case OUTLAY_EXPORT_CSL:
      return outlay_export_csl (job, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * outlay_export_write:
 * @deals: (element-type OutlayDealRecord): what is exported, in this order
 * @ledger: (nullable): where their articles are; without it no words of theirs are written
 * @filter: (nullable): which deals they are, in words
 * @stream: where to
 * @progress: (nullable): told from the same thread how many of how many are done
 * @progress_data: for @progress
 *
 * Writes @deals, whatever the locale; memory does not grow with their articles.
 *
 * Returns: whether all was written.
 */
gboolean
outlay_export_write (GPtrArray *deals,
                     OutlayLedger *ledger,
                     OutlayExportFormat format,
                     const char *filter,
                     GOutputStream *stream,
                     GFileProgressCallback progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error)
{
  OutlayExportJob job = {deals, ledger, filter, stream, progress, progress_data, cancellable};

  return put_format (&job, format, error);
}

/**
 * outlay_export_save:
 *
 * As outlay_export_write(), into @file.
 *
 * Returns: whether @file holds all of it; where not, it is as it was.
 */
gboolean
outlay_export_save (GPtrArray *deals,
                    OutlayLedger *ledger,
                    OutlayExportFormat format,
                    const char *filter,
                    GFile *file,
                    GFileProgressCallback progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (OutlayWholeFile) whole = outlay_whole_file_open (file, cancellable, error);

  return whole != NULL
         && outlay_export_write (deals, ledger, format, filter,
                                 outlay_whole_file_get_stream (whole), progress, progress_data,
                                 cancellable, error)
         && outlay_whole_file_commit (whole, cancellable, error);
}
