/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * link: which claims of different articles speak of one deal, and what their fields come to. Pure
 * functions; uses base alone.
 */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/**
 * OutlayLinkChoice:
 * @candidate: index of the deal that the claim speaks of, -1 where it is a new one
 * @reason: (nullable): why, for outlay_link_describe_reason(); %NULL for a new deal
 */
typedef struct
{
  int candidate;
  char *reason;
} OutlayLinkChoice;

GStrv outlay_link_get_keys (const OutlayClaim *claim);
GPtrArray *outlay_link_choose (const GPtrArray *claims,
                               const OutlayArticle *article,
                               const GPtrArray *candidates);
void outlay_link_choice_free (OutlayLinkChoice *choice);
char *outlay_link_describe_reason (const char *reason);
void outlay_link_reconcile (OutlayDealRecord *deal);

G_END_DECLS
