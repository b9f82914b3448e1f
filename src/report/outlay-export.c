/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-export.h"

#include <string.h>

#include "base/json/outlay-json.h"
#include "report/export/outlay-export-private.h"
#include "report/outlay-whole-file.h"

static const char *const format_names[] = {
  [OUTLAY_EXPORT_JSON] = "json",
  [OUTLAY_EXPORT_CSV] = "csv",
};

/**
 * outlay_export_format_from_string:
 * @string: (nullable): "json" or "csv"
 * @format: (out): set where the result is %TRUE
 *
 * Returns: whether @string names a format.
 */
gboolean
outlay_export_format_from_string (const char *string, OutlayExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    {
      if (g_strcmp0 (string, format_names[i]) == 0)
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* The deal's claims have no evidence in their usual form; each gets its own here. */
static gboolean
add_evidence (JsonObject *object,
              const OutlayDealRecord *deal,
              OutlayLedger *ledger,
              GError **error)
{
  JsonArray *claims = json_object_get_array_member (object, "claims");

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autoptr (OutlayArticle) article
        = outlay_ledger_get_article (ledger, claim->article_id, error);

      if (article == NULL)
        return FALSE;
      g_autoptr (JsonObject) whole = outlay_json_from_claim (claim->claim, article);
      JsonNode *evidence = json_object_dup_member (whole, "evidence");
      json_object_set_member (json_array_get_object_element (claims, i), "evidence", evidence);
    }
  return TRUE;
}

/**
 * outlay_export_dup_json:
 * @ledger: (nullable): where the articles of @deal are; without it the claims have no evidence
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): @deal as a line of JSON, without its line break.
 */
char *
outlay_export_dup_json (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error)
{
  g_autoptr (JsonObject) object = outlay_json_from_deal (deal);

  if (ledger != NULL && !add_evidence (object, deal, ledger, error))
    return NULL;
  return outlay_json_print (object);
}

static gboolean
write_text (GOutputStream *stream, const char *text, GCancellable *cancellable, GError **error)
{
  return text != NULL
         && g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

/**
 * outlay_export_write:
 * @deals: (element-type OutlayDealRecord): what is exported, in this order
 * @ledger: (nullable): where their articles are; without it JSON has no evidence
 * @stream: where to
 *
 * Writes a line a deal, whatever the locale; memory does not grow with their number.
 *
 * Returns: whether all was written.
 */
gboolean
outlay_export_write (GPtrArray *deals,
                     OutlayLedger *ledger,
                     OutlayExportFormat format,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  if (format == OUTLAY_EXPORT_CSV)
    {
      g_autofree char *head = outlay_export_csv_head ();

      if (!write_text (stream, head, cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      g_autofree char *line = format == OUTLAY_EXPORT_CSV
                                ? outlay_export_csv_row (deal)
                                : outlay_export_dup_json (deal, ledger, error);

      if (!write_text (stream, line, cancellable, error)
          || (format == OUTLAY_EXPORT_JSON && !write_text (stream, "\n", cancellable, error)))
        return FALSE;
    }
  return TRUE;
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
                    GFile *file,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (OutlayWholeFile) whole = outlay_whole_file_open (file, cancellable, error);

  return whole != NULL
         && outlay_export_write (deals, ledger, format, outlay_whole_file_get_stream (whole),
                                 cancellable, error)
         && outlay_whole_file_commit (whole, cancellable, error);
}
