/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "extract/outlay-extract.h"
#include "ingest/outlay-import-load.h"
#include "ledger/outlay-ledger-edit.h"
#include "outlay-act-private.h"

/** outlay_act_read_input: reads the article that the act brings in, and what it claims. */
gboolean
outlay_act_read_input (OutlayActRun *run, GError **error)
{
  g_autoptr (GPtrArray) articles = outlay_import_load (run->act->input, NULL, error);

  if (articles == NULL)
    return FALSE;
  OutlayArticle *article = g_ptr_array_index (articles, 0);
  run->arrival
    = outlay_arrival_new (outlay_article_ref (article),
                          outlay_extractor_find_claims (outlay_extractor_get_default (), article));
  run->arrival->anyway = TRUE;
  return TRUE;
}

/** outlay_act_import_anyway: carries out an act that brings an article in once more. */
gboolean
outlay_act_import_anyway (OutlayActRun *run, GError **error)
{
  g_autofree char *label = outlay_article_dup_label (run->arrival->article);
  g_autoptr (GPtrArray) arrivals = g_ptr_array_new ();

  json_object_set_string_member (run->details, "text", label);
  g_ptr_array_add (arrivals, run->arrival);
  return outlay_ingest_within (run->ledger, arrivals, error)
         && outlay_ledger_find_deals_of (run->ledger, run->arrival->ingested.article_id,
                                         run->touched, error);
}
