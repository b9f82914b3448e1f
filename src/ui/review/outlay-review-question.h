/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-deal.h"
#include "model/outlay-store-acts.h"

G_BEGIN_DECLS

gboolean outlay_review_question_find_conflict (const OutlayDealRecord *deal, OutlayField *field);
gboolean
outlay_review_question_find_field (const OutlayDealRecord *deal, OutlayField *field, guint *claim);
const OutlayDealSuggestion *outlay_review_question_get_suggestion (const OutlayDealRecord *deal);
char *outlay_review_question_dup (const OutlayDealRecord *deal, gboolean suggested);
char *outlay_review_question_dup_figure (const OutlayDealRecord *deal);
char *outlay_review_question_dup_hint (const OutlayDealRecord *deal);
const char *outlay_review_question_get_answer (const OutlayDealRecord *deal);
OutlayAct *outlay_review_question_new_answer (const OutlayDealRecord *deal);

G_END_DECLS
