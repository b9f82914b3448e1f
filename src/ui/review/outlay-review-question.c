/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person is asked of a deal: whether it is another one too, which article is right, or
 * whether it is read as the article means it. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-question.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ui/details/outlay-deal-words.h"

/**
 * outlay_review_question_find_conflict:
 * @field: (out): the first field on which the articles disagree
 *
 * Returns: whether there is one; if not, it is the reading that is doubted.
 */
gboolean
outlay_review_question_find_conflict (const OutlayDealRecord *deal, OutlayField *field)
{
  for (*field = 0; *field < OUTLAY_N_FIELDS; (*field)++)
    {
      if ((deal->conflicts & (1u << *field)) != 0)
        return TRUE;
    }
  return FALSE;
}

/* What made a deal wait where no article contradicts another. */
typedef struct
{
  OutlayField field;
  guint claim;

  /* In percent. */
  guint8 confidence;

  /* The end that was read lies before the start, so it is not on the card. */
  gboolean backward;
} Doubt;

static gboolean
find_backward_end (const OutlayDealRecord *deal, Doubt *doubt)
{
  GDate first, last;

  if (!outlay_date_is_set (deal->fields.start) || outlay_date_is_set (deal->fields.end))
    return FALSE;
  outlay_date_get_first_day (deal->fields.start, &first);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayClaim *claim = outlay_deal_record_get_claim (deal, i)->claim;

      if (!outlay_date_is_set (claim->fields.end))
        continue;
      outlay_date_get_last_day (claim->fields.end, &last);
      if (g_date_compare (&last, &first) >= 0)
        continue;
      *doubt = (Doubt){OUTLAY_FIELD_END, i, claim->confidence[OUTLAY_FIELD_END], TRUE};
      return TRUE;
    }
  return FALSE;
}

/* The first of the fields that were read with the least certainty. */
static gboolean
find_least_certain (const OutlayDealRecord *deal, Doubt *doubt)
{
  doubt->confidence = 100;
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      int chosen = deal->chosen[i];
      const OutlayClaim *claim = chosen >= 0 && (guint)chosen < deal->claims->len
                                   ? outlay_deal_record_get_claim (deal, (guint)chosen)->claim
                                   : NULL;

      if (claim != NULL && claim->confidence[i] < doubt->confidence)
        *doubt = (Doubt){(OutlayField)i, (guint)chosen, claim->confidence[i], FALSE};
    }
  return doubt->confidence < 100;
}

static gboolean
find_doubt (const OutlayDealRecord *deal, Doubt *doubt)
{
  return deal->review && deal->conflicts == 0
         && (find_backward_end (deal, doubt) || find_least_certain (deal, doubt));
}

/**
 * outlay_review_question_find_field:
 * @field: (out): the field that is asked about: where the articles disagree, or what was read with
 *   the least certainty
 * @claim: (out) (optional): the index of the claim that gives it
 *
 * Returns: whether a single field is asked about.
 */
gboolean
outlay_review_question_find_field (const OutlayDealRecord *deal, OutlayField *field, guint *claim)
{
  Doubt doubt = {0};

  if (deal->suggestions->len > 0)
    return FALSE;
  if (outlay_review_question_find_conflict (deal, &doubt.field))
    doubt.claim = (guint)MAX (deal->chosen[doubt.field], 0);
  else if (!find_doubt (deal, &doubt))
    return FALSE;
  *field = doubt.field;
  if (claim != NULL)
    *claim = doubt.claim;
  return TRUE;
}

/**
 * outlay_review_question_get_suggestion:
 *
 * Returns: (transfer none) (nullable): the likest that is suggested of the deal.
 */
const OutlayDealSuggestion *
outlay_review_question_get_suggestion (const OutlayDealRecord *deal)
{
  return deal->suggestions->len > 0 ? g_ptr_array_index (deal->suggestions, 0) : NULL;
}

/**
 * outlay_review_question_dup:
 * @suggested: whether something is suggested of the deal, also where @deal does not hold what
 *
 * Returns: (transfer full): what a person is asked of it.
 */
char *
outlay_review_question_dup (const OutlayDealRecord *deal, gboolean suggested)
{
  const OutlayDealSuggestion *suggestion = outlay_review_question_get_suggestion (deal);
  OutlayField field;

  if (suggestion != NULL && suggestion->kind == OUTLAY_SUGGESTION_PART)
    return g_strdup (_ ("Is the first a part of the second?"));
  if (suggestion != NULL && suggestion->kind == OUTLAY_SUGGESTION_WHOLE)
    return g_strdup (_ ("Is the second a part of the first?"));
  if (suggestion != NULL)
    return g_strdup (_ ("Is this the same deal?"));
  if (suggested)
    return g_strdup (_ ("Same as another?"));
  if (outlay_review_question_find_conflict (deal, &field))
    /* Translators: {field} is the name of a field, as “Amount” */
    return outlay_format_fill (_ ("{field}: which article is right?"), "field",
                               outlay_format_field (field), NULL);
  return g_strdup (_ ("Is this right?"));
}

/**
 * outlay_review_question_dup_figure:
 *
 * Returns: (transfer full) (nullable): what tells the deal from others of the same parties: its
 *   amount, or else its capacity.
 */
char *
outlay_review_question_dup_figure (const OutlayDealRecord *deal)
{
  const OutlayMoney *amount = &deal->fields.amount;
  const char *sign = outlay_format_hedge_sign (amount->qualifier);
  g_autofree char *figure = NULL;

  if (outlay_capacity_is_set (&deal->fields.capacity) && !outlay_money_is_set (amount))
    return outlay_format_capacity (&deal->fields.capacity);
  if (!outlay_money_is_set (amount))
    return NULL;
  figure = outlay_format_amount_short (amount);
  return *sign != '\0' ? g_strconcat (sign, "\302\240", figure, NULL) : g_steal_pointer (&figure);
}

/* The value by which the deal came to be asked about. */
static char *
dup_doubt (const OutlayDealRecord *deal)
{
  g_autofree char *percent = NULL;
  Doubt doubt = {0};

  if (!find_doubt (deal, &doubt))
    return NULL;
  if (doubt.backward)
    return g_strdup (_ ("The end that was read lies before the start"));
  percent = g_strdup_printf ("%u", doubt.confidence);
  /* Translators: {field} is the name of a field, as “Amount” */
  return outlay_format_fill (_ ("{field}: read with a certainty of {percent} %"), "field",
                             outlay_format_field (doubt.field), "percent", percent, NULL);
}

/**
 * outlay_review_question_dup_hint:
 *
 * Returns: (transfer full): beneath the question: what speaks for what is suggested, which value is
 *   in doubt, or the deal.
 */
char *
outlay_review_question_dup_hint (const OutlayDealRecord *deal)
{
  const OutlayDealSuggestion *suggestion = outlay_review_question_get_suggestion (deal);
  char *reason = suggestion != NULL ? outlay_format_link_reason (suggestion->reason) : NULL;

  if (reason == NULL && suggestion == NULL)
    reason = dup_doubt (deal);
  return reason != NULL ? reason : outlay_deal_words_dup_title (&deal->fields);
}

/**
 * outlay_review_question_get_answer:
 *
 * Returns: (transfer none): what the button says that agrees.
 */
const char *
outlay_review_question_get_answer (const OutlayDealRecord *deal)
{
  const OutlayDealSuggestion *suggestion = outlay_review_question_get_suggestion (deal);

  if (suggestion == NULL)
    return _ ("Looks Right");
  return suggestion->kind == OUTLAY_SUGGESTION_SAME ? _ ("Same Deal") : _ ("It Is a Part");
}

/**
 * outlay_review_question_new_answer:
 *
 * Returns: (transfer full): the act that agrees: merges, makes a part of, or takes off the list.
 */
OutlayAct *
outlay_review_question_new_answer (const OutlayDealRecord *deal)
{
  const OutlayDealSuggestion *suggestion = outlay_review_question_get_suggestion (deal);
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (deals, deal->id);
  if (suggestion == NULL)
    return outlay_act_new_review (deals, TRUE);
  if (suggestion->kind == OUTLAY_SUGGESTION_PART)
    return outlay_act_new_part (deal->id, suggestion->deal_id);
  if (suggestion->kind == OUTLAY_SUGGESTION_WHOLE)
    return outlay_act_new_part (suggestion->deal_id, deal->id);
  g_array_append_val (deals, suggestion->deal_id);
  return outlay_act_new_merge (deals);
}
