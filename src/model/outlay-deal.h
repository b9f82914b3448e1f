/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/** OutlayFacet: what deals can be filtered by, value by value. */
typedef enum
{
  OUTLAY_FACET_KIND,
  OUTLAY_FACET_STATUS,
  OUTLAY_FACET_PARTY,
  OUTLAY_FACET_COUNTRY,
  OUTLAY_FACET_LANGUAGE,
} OutlayFacet;

#define OUTLAY_N_FACETS (OUTLAY_FACET_LANGUAGE + 1)

/*
 * A deal as the window shows it: its record and, made once, the texts of its card and the keys that
 * it is found and ordered by. Properties, read-only: "record" (boxed in no type, notified alone),
 * "starred" (boolean). The texts follow the record: watch "notify::record".
 */
#define OUTLAY_TYPE_DEAL (outlay_deal_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDeal, outlay_deal, OUTLAY, DEAL, GObject)

OutlayDeal *outlay_deal_new (OutlayDealRecord *record);
gint64 outlay_deal_get_id (OutlayDeal *deal);
OutlayDealRecord *outlay_deal_get_record (OutlayDeal *deal);
void outlay_deal_set_record (OutlayDeal *deal, OutlayDealRecord *record);
void outlay_deal_take_over (OutlayDeal *deal, OutlayDeal *newer);
gboolean outlay_deal_get_starred (OutlayDeal *deal);
void outlay_deal_set_starred (OutlayDeal *deal, gboolean starred);

const char *outlay_deal_get_who (OutlayDeal *deal);
const char *outlay_deal_get_whom (OutlayDeal *deal);
const char *outlay_deal_get_kind_word (OutlayDeal *deal);
const char *outlay_deal_get_hedge (OutlayDeal *deal);
const char *outlay_deal_get_amount (OutlayDeal *deal);
const char *outlay_deal_get_facts (OutlayDeal *deal);
const char *outlay_deal_get_date (OutlayDeal *deal);
const char *outlay_deal_get_languages (OutlayDeal *deal);
const char *outlay_deal_get_sources (OutlayDeal *deal);
const char *outlay_deal_get_sentence (OutlayDeal *deal);

const char *const *outlay_deal_get_keys (OutlayDeal *deal, OutlayFacet facet);
GRefString *outlay_deal_ref_search_key (OutlayDeal *deal);
const char *outlay_deal_get_party_key (OutlayDeal *deal);
const char *outlay_deal_get_recipient_key (OutlayDeal *deal);
guint outlay_deal_get_date_key (OutlayDeal *deal);
guint outlay_deal_get_n_sources (OutlayDeal *deal);
gint64 outlay_deal_get_worth (OutlayDeal *deal);
gboolean outlay_deal_has_source (OutlayDeal *deal, const char *source);
gboolean outlay_deal_has_article (OutlayDeal *deal, gint64 article_id);

G_END_DECLS
