/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/*
 * A deal as the window shows it: its record and the texts of its card, made when they are first
 * asked for. Properties, read-only: "record" (boxed in no type, notified alone), "starred"
 * (boolean). The texts follow the record: watch "notify::record".
 */
#define OUTLAY_TYPE_DEAL (outlay_deal_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDeal, outlay_deal, OUTLAY, DEAL, GObject)

OutlayDeal *outlay_deal_new (OutlayDealRecord *record);
gint64 outlay_deal_get_id (OutlayDeal *deal);
OutlayDealRecord *outlay_deal_get_record (OutlayDeal *deal);
void outlay_deal_set_record (OutlayDeal *deal, OutlayDealRecord *record);
void outlay_deal_set_ledger (OutlayDeal *deal, OutlayLedger *ledger);
const OutlayDealRecord *outlay_deal_get_summary (OutlayDeal *deal);
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

guint outlay_deal_get_n_sources (OutlayDeal *deal);
gint64 outlay_deal_get_worth (OutlayDeal *deal);

G_END_DECLS
