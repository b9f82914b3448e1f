/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-decide.h"

#include "extract/outlay-extractor.h"

/**
 * outlay_decide:
 * @subject: (nullable): what is decided on, as the record names it; %NULL where none is kept
 *
 * Decides, and writes down what was seen where the document keeps a record.
 *
 * Returns: the verdict.
 */
OutlayVerdict
outlay_decide (const OutlayDocument *document,
               OutlayDecision decision,
               const char *subject,
               const OutlayFeatures *features)
{
  if (document->record != NULL)
    {
      g_string_append_printf (document->record, "%s\t%s", outlay_decision_get_name (decision),
                              subject);
      for (guint i = 0; i < features->names->len; i++)
        g_string_append_printf (document->record, "\t%s",
                                (const char *)g_ptr_array_index (features->names, i));
      g_string_append_c (document->record, '\n');
    }
  return outlay_weights_decide (outlay_extractor_get_weights (document->extractor), decision,
                                features);
}
