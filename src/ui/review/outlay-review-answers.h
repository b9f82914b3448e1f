/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be answered to a question of the review, with the keys that do the same. */
#define OUTLAY_TYPE_REVIEW_ANSWERS (outlay_review_answers_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReviewAnswers, outlay_review_answers, OUTLAY, REVIEW_ANSWERS, GtkWidget)

GtkWidget *outlay_review_answers_new (void);
void outlay_review_answers_set_accept (OutlayReviewAnswers *self, const char *text);
void outlay_review_answers_offer (OutlayReviewAnswers *self, gboolean apart, gboolean take);

G_END_DECLS
