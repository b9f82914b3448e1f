/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayIngested:
 * @duplicate: whether the article was there already
 * @deleted: when the user deleted the article, so that it stays away, in seconds since 1970; 0
 * where that is not why
 * @article_id: of the new article, or of the one that was there
 * @text_id: of the text that the new article prints
 * @copy_of: another article that prints it, 0 where there is none
 * @n_new_deals: how many deals only this article tells
 * @n_more_deals: how many deals it gave one more article
 */
typedef struct
{
  gboolean duplicate;
  gint64 deleted;
  gint64 article_id;
  gint64 text_id;
  gint64 copy_of;
  guint n_new_deals;
  guint n_more_deals;
} OutlayIngested;

/**
 * OutlayArrival:
 * @article: what comes in
 * @claims: (element-type OutlayClaim): what it claims
 * @anyway: whether it comes in also where it is there already, or was deleted
 * @ingested: what became of it
 */
typedef struct
{
  OutlayArticle *article;
  GPtrArray *claims;
  gboolean anyway;
  OutlayIngested ingested;
} OutlayArrival;

OutlayArrival *outlay_arrival_new (OutlayArticle *article, GPtrArray *claims);
void outlay_arrival_free (OutlayArrival *arrival);
gboolean outlay_ingest_articles (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error);
gboolean outlay_ingest_within (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error);
gboolean outlay_ingest_article (OutlayLedger *ledger,
                                OutlayArticle *article,
                                GPtrArray *claims,
                                OutlayIngested *ingested,
                                GError **error);
gboolean outlay_ingest_claims (OutlayLedger *ledger,
                               gint64 article_id,
                               OutlayArticle *article,
                               GPtrArray *claims,
                               GError **error);

G_END_DECLS
