/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <gtk/gtk.h>

#include "ui/review/outlay-claim-card.h"
#include "ui/review/outlay-review-question.h"
#include "widgets.h"

/* A deal of one article, read with certainty but for its amount. */
static OutlayDealRecord *
make_doubted (void)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();
  OutlayArticle *article = outlay_article_new ();
  OutlayClaim *claim = outlay_claim_new ();
  OutlayMoney amount
    = {"USD", OUTLAY_MONEY_UNSET, 400000000000, OUTLAY_QUALIFIER_ABOUT, OUTLAY_PER_DEAL};

  deal->review = TRUE;
  deal->fields.amount = amount;
  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, "Halden Grid");
  deal->chosen[OUTLAY_FIELD_AMOUNT] = deal->chosen[OUTLAY_FIELD_PARTIES] = 0;
  claim->confidence[OUTLAY_FIELD_AMOUNT] = 45;
  claim->confidence[OUTLAY_FIELD_PARTIES] = 80;
  article->title = g_strdup ("A title");
  g_ptr_array_add (deal->claims, outlay_deal_claim_new (1, 1, claim, article));
  return deal;
}

static void
test_doubt (void)
{
  g_autoptr (OutlayDealRecord) deal = make_doubted ();
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();
  g_autofree char *hint = outlay_review_question_dup_hint (deal);
  GtkWidget *card
    = outlay_claim_card_new (deal, 0, &deal->fields, NULL, quotes, "review.open-quote");
  OutlayField field;
  guint claim;

  g_object_ref_sink (card);
  g_assert_true (outlay_review_question_find_field (deal, &field, &claim));
  g_assert_cmpint (field, ==, OUTLAY_FIELD_AMOUNT);
  g_assert_cmpuint (claim, ==, 0);
  g_assert_cmpstr (hint, ==, "Amount: read with a certainty of 45 %");
  g_assert_true (widgets_have_text (card, "?"));
  deal->review = FALSE;
  g_assert_false (outlay_review_question_find_field (deal, &field, &claim));
  g_object_unref (card);
}

static void
test_backward_end (void)
{
  g_autoptr (OutlayDealRecord) deal = make_doubted ();
  OutlayFields *said = &outlay_deal_record_get_claim (deal, 0)->claim->fields;
  g_autofree char *hint = NULL;
  OutlayField field;
  guint claim;

  deal->fields.start = said->start = outlay_date_year (2027);
  said->end = outlay_date_year (2026);
  hint = outlay_review_question_dup_hint (deal);
  g_assert_cmpstr (hint, ==, "The end that was read lies before the start");
  g_assert_true (outlay_review_question_find_field (deal, &field, &claim));
  g_assert_cmpint (field, ==, OUTLAY_FIELD_END);
}

static void
test_figure (void)
{
  g_autoptr (OutlayDealRecord) deal = make_doubted ();
  g_autofree char *figure = outlay_review_question_dup_figure (deal);

  g_assert_cmpstr (figure, ==, "≈\302\240$4\342\200\257bn");
  deal->fields.amount = (OutlayMoney)OUTLAY_MONEY_INIT;
  g_assert_null (outlay_review_question_dup_figure (deal));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/what was read with the least certainty is told and marked", test_doubt);
  g_test_add_func ("/review/an end before the start is told before what is uncertain",
                   test_backward_end);
  g_test_add_func ("/review/the figure tells deals of the same parties apart", test_figure);
  return g_test_run ();
}
