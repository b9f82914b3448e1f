/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-compare.h"
#include "outlay-link-reason.h"
#include "outlay-link-values.h"
#include "outlay-link.h"

/* Shares and sites that are nearly the whole are the whole, told with another figure. */
#define MOST_PART_PERCENT 90

struct _OutlayLinkDeal
{
  OutlayDealRecord *record;
  GPtrArray *profiles;
};

/* Two deals: first the one that begins first, so that it is the same from whichever side it is
 * asked. */
typedef struct
{
  const OutlayLinkDeal *deals[2];
} Pair;

/**
 * outlay_link_deal_new:
 * @record: a deal with its claims, of which there is one at least
 *
 * Returns: (transfer full): the deal made ready to be held against many others.
 */
OutlayLinkDeal *
outlay_link_deal_new (OutlayDealRecord *record)
{
  g_return_val_if_fail (record->claims->len > 0, NULL);

  OutlayLinkDeal *deal = g_new0 (OutlayLinkDeal, 1);

  deal->record = outlay_deal_record_ref (record);
  deal->profiles
    = g_ptr_array_new_full (record->claims->len, (GDestroyNotify)outlay_link_profile_free);
  for (guint i = 0; i < record->claims->len; i++)
    g_ptr_array_add (deal->profiles,
                     outlay_link_profile_new (outlay_deal_record_get_claim (record, i)->claim));
  return deal;
}

/** outlay_link_deal_free: frees @deal. */
void
outlay_link_deal_free (OutlayLinkDeal *deal)
{
  outlay_deal_record_unref (deal->record);
  g_ptr_array_unref (deal->profiles);
  g_free (deal);
}

/** outlay_link_deal_get_record: returns (transfer none) what @deal was made of. */
const OutlayDealRecord *
outlay_link_deal_get_record (const OutlayLinkDeal *deal)
{
  return deal->record;
}

/* What one article tells side by side is two deals. */
static gboolean
share_article (const Pair *pair)
{
  const OutlayDealRecord *a = pair->deals[0]->record, *b = pair->deals[1]->record;

  for (guint i = 0; i < a->claims->len; i++)
    {
      for (guint j = 0; j < b->claims->len; j++)
        {
          if (outlay_deal_record_get_claim (a, i)->article_id
              == outlay_deal_record_get_claim (b, j)->article_id)
            return TRUE;
        }
    }
  return FALSE;
}

static OutlayLinkSuggestion *
suggest (const Pair *pair, guint i, guint j, OutlaySuggestionKind kind, OutlayLikeness likeness)
{
  OutlayLinkSuggestion *suggestion = g_new0 (OutlayLinkSuggestion, 1);
  int days
    = outlay_link_count_days (outlay_deal_record_get_claim (pair->deals[0]->record, i)->article,
                              outlay_deal_record_get_claim (pair->deals[1]->record, j)->article);

  suggestion->claim = i;
  suggestion->other_claim = j;
  suggestion->suggestion = (OutlayDealSuggestion){
    .kind = kind,
    .points = likeness.points,
    .reason = outlay_link_make_reason (likeness.agreements, days),
  };
  return suggestion;
}

/* That one investor has two commitments of about one size says nothing yet. */
static gboolean
is_telling (OutlayLikeness likeness)
{
  const guint little = 1u << OUTLAY_AGREEMENT_INVESTOR | 1u << OUTLAY_AGREEMENT_RECIPIENT
                       | 1u << OUTLAY_AGREEMENT_PARTY | 1u << OUTLAY_AGREEMENT_AMOUNT_CLOSE;

  return (likeness.agreements & ~little) != 0;
}

/* The likest claims of the two, the first of them where several are. */
static OutlayLinkSuggestion *
suggest_same (const Pair *pair)
{
  OutlayLikeness best = {OUTLAY_LIKENESS_MAYBE - 1, 0};
  guint claim = 0, other_claim = 0;

  if (share_article (pair))
    return NULL;
  for (guint i = 0; i < pair->deals[0]->profiles->len; i++)
    {
      const OutlayLinkProfile *profile = g_ptr_array_index (pair->deals[0]->profiles, i);

      for (guint j = 0; j < pair->deals[1]->profiles->len; j++)
        {
          const OutlayLinkProfile *other = g_ptr_array_index (pair->deals[1]->profiles, j);

          if (!outlay_link_profile_shares_key (profile, other))
            continue;
          OutlayLikeness likeness = outlay_link_compare (profile, other);
          if (likeness.points <= best.points || !is_telling (likeness))
            continue;
          best = likeness;
          claim = i;
          other_claim = j;
        }
    }
  return best.points >= OUTLAY_LIKENESS_MAYBE
           ? suggest (pair, claim, other_claim, OUTLAY_SUGGESTION_SAME, best)
           : NULL;
}

/* Whether a figure of @part is plainly less than the same one of @whole. */
static gboolean
is_less (const OutlayFields *part, const OutlayFields *whole)
{
  gint64 a = outlay_money_get_figure (&part->amount);
  gint64 b = outlay_money_get_figure (&whole->amount);

  if (a != OUTLAY_MONEY_UNSET && b != OUTLAY_MONEY_UNSET)
    return g_str_equal (part->amount.currency, whole->amount.currency)
           && a < b / 100 * MOST_PART_PERCENT;
  return outlay_capacity_is_set (&part->capacity) && outlay_capacity_is_set (&whole->capacity)
         && part->capacity.kilowatts < whole->capacity.kilowatts / 100 * MOST_PART_PERCENT;
}

static guint
count_shared (const OutlayLinkProfile *a, const OutlayLinkProfile *b, gboolean investors)
{
  guint n_shared = 0;

  for (guint i = 0; i < a->parties->len; i++)
    {
      const OutlayLinkParty *party = &g_array_index (a->parties, OutlayLinkParty, i);

      for (guint j = 0; j < b->parties->len; j++)
        {
          const OutlayLinkParty *other = &g_array_index (b->parties, OutlayLinkParty, j);

          if (!g_str_equal (party->name, other->name)
              || (investors
                  && (party->role != OUTLAY_ROLE_INVESTOR || other->role != OUTLAY_ROLE_INVESTOR)))
            continue;
          n_shared++;
          break;
        }
    }
  return n_shared;
}

/* Whether those who pay for the one pay for the other too; of a venture each pays a share. */
static gboolean
is_of_same_payers (const OutlayLinkProfile *part, const OutlayLinkProfile *whole)
{
  guint n_shared = count_shared (part, whole, TRUE);

  if (whole->fields->kind == OUTLAY_KIND_VENTURE)
    return count_shared (part, whole, FALSE) > 0;
  return n_shared > 0
         && (n_shared == outlay_fields_count_role (part->fields, OUTLAY_ROLE_INVESTOR)
             || n_shared == outlay_fields_count_role (whole->fields, OUTLAY_ROLE_INVESTOR));
}

/* A programme, a venture and a budget have parts of many kinds, anything else such as itself. */
static gboolean
is_of_kind (const OutlayLinkProfile *part, const OutlayLinkProfile *whole)
{
  OutlayKind kind = whole->fields->kind;

  if (kind == OUTLAY_KIND_VENTURE)
    return TRUE;
  if (kind == OUTLAY_KIND_BUILD || kind == OUTLAY_KIND_BUDGET)
    return outlay_kind_relate (part->fields->kind, kind) <= OUTLAY_RELATION_SHADE;
  return kind == part->fields->kind && count_shared (part, whole, FALSE) > 1;
}

/* A part lies where the whole does, or has its counterparty; a programme that doesn't say where it
 * is has parts of the very same payers. */
static gboolean
is_beside (const OutlayLinkProfile *part, const OutlayLinkProfile *whole, guint agreements)
{
  guint n_payers = outlay_fields_count_role (whole->fields, OUTLAY_ROLE_INVESTOR);

  if ((agreements & 1u << OUTLAY_AGREEMENT_PLACE) != 0 || count_shared (part, whole, FALSE) > 1)
    return TRUE;
  return whole->fields->places->len == 0
         && (whole->fields->kind == OUTLAY_KIND_BUILD || whole->fields->kind == OUTLAY_KIND_BUDGET)
         && n_payers == outlay_fields_count_role (part->fields, OUTLAY_ROLE_INVESTOR)
         && n_payers == count_shared (part, whole, TRUE);
}

/* What an article calls a part is one of a larger deal of those who pay for it. */
static gboolean
is_part (const OutlayLinkProfile *part, const OutlayLinkProfile *whole, OutlayLikeness *likeness)
{
  *likeness = outlay_link_compare (part, whole);
  if (likeness->points <= OUTLAY_LIKENESS_NONE || !is_less (part->fields, whole->fields)
      || !is_of_same_payers (part, whole) || !is_of_kind (part, whole)
      || !is_beside (part, whole, likeness->agreements))
    return FALSE;
  likeness->agreements &= ~(1u << OUTLAY_AGREEMENT_AMOUNT | 1u << OUTLAY_AGREEMENT_AMOUNT_CLOSE);
  likeness->agreements |= 1u << OUTLAY_AGREEMENT_CALLED_PART;
  return TRUE;
}

static gboolean
says_part (const OutlayLinkDeal *deal, guint index)
{
  return outlay_deal_record_get_claim (deal->record, index)->claim->part;
}

/* Where claims of both are called parts neither is: they are two parts of a third. */
static gboolean
says_any_part (const OutlayLinkDeal *deal)
{
  for (guint i = 0; i < deal->record->claims->len; i++)
    {
      if (says_part (deal, i))
        return TRUE;
    }
  return FALSE;
}

static OutlayLinkSuggestion *
suggest_part (const Pair *pair)
{
  gboolean is_first = says_any_part (pair->deals[0]);
  OutlayLikeness likeness;

  if (is_first == says_any_part (pair->deals[1]))
    return NULL;
  for (guint i = 0; i < pair->deals[0]->profiles->len; i++)
    {
      for (guint j = 0; j < pair->deals[1]->profiles->len; j++)
        {
          const OutlayLinkProfile *profile = g_ptr_array_index (pair->deals[0]->profiles, i);
          const OutlayLinkProfile *other = g_ptr_array_index (pair->deals[1]->profiles, j);

          if (!says_part (pair->deals[is_first ? 0 : 1], is_first ? i : j)
              || !is_part (is_first ? profile : other, is_first ? other : profile, &likeness))
            continue;
          return suggest (pair, i, j, is_first ? OUTLAY_SUGGESTION_PART : OUTLAY_SUGGESTION_WHOLE,
                          likeness);
        }
    }
  return NULL;
}

static OutlayLinkSuggestion *
suggest_pair (const Pair *pair)
{
  OutlayLinkSuggestion *suggestion = suggest_same (pair);

  return suggestion != NULL ? suggestion : suggest_part (pair);
}

static void
turn_round (OutlayLinkSuggestion *suggestion)
{
  guint claim = suggestion->claim;
  OutlaySuggestionKind kind = suggestion->suggestion.kind;

  suggestion->claim = suggestion->other_claim;
  suggestion->other_claim = claim;
  if (kind != OUTLAY_SUGGESTION_SAME)
    suggestion->suggestion.kind
      = kind == OUTLAY_SUGGESTION_PART ? OUTLAY_SUGGESTION_WHOLE : OUTLAY_SUGGESTION_PART;
}

static void
suggestion_free (gpointer data)
{
  OutlayLinkSuggestion *suggestion = data;

  g_free (suggestion->suggestion.reason);
  g_free (suggestion);
}

static gboolean
begins_before (const OutlayLinkDeal *a, const OutlayLinkDeal *b)
{
  return outlay_deal_claim_compare (outlay_deal_record_get_claim (a->record, 0),
                                    outlay_deal_record_get_claim (b->record, 0))
         < 0;
}

/**
 * outlay_link_suggest:
 * @others: (element-type OutlayLinkDeal): deals that @deal may be one with, or a part or the whole
 *   of
 *
 * Finds what fell short of a link by a little, or what only the other claims of a deal spoke
 * against, and what is called a part.
 *
 * Returns: (transfer full) (element-type OutlayLinkSuggestion): what a person should decide, one
 *   for each other deal at most, in their order.
 */
GPtrArray *
outlay_link_suggest (const OutlayLinkDeal *deal, const GPtrArray *others)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (suggestion_free);

  for (guint i = 0; i < others->len; i++)
    {
      const OutlayLinkDeal *other = g_ptr_array_index (others, i);
      gboolean turned = begins_before (other, deal);
      Pair pair = {{turned ? other : deal, turned ? deal : other}};
      OutlayLinkSuggestion *suggestion = suggest_pair (&pair);

      if (suggestion == NULL)
        continue;
      if (turned)
        turn_round (suggestion);
      suggestion->suggestion.deal_id = other->record->id;
      suggestion->other = i;
      g_ptr_array_add (suggestions, suggestion);
    }
  return suggestions;
}
