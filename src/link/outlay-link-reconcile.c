/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-reconcile-private.h"
#include "outlay-link-values.h"
#include "outlay-link.h"

/* A larger figure is news, and no disagreement, when it comes so many days after the last word of
 * the smaller one: by then the round of reports on one announcement is over. */
#define GROWTH_DAYS 14

/*
 * How a field is chosen among its claims: first by how many sources support a value, then by how
 * exact it is where the values can both be true, then by the day of the article.
 */
typedef struct
{
  OutlayField field;
  OutlayRelation (*relate) (const OutlayFields *a, const OutlayFields *b);
  int (*get_exactness) (const OutlayClaim *claim);
  /* The farthest relation that still supports a value, and the farthest that is no conflict. */
  OutlayRelation supports;
  OutlayRelation agrees;
  /* Who was first to tell knows the day of an announcement; all else is updated. */
  gboolean earliest;
} Rule;

static OutlayRelation
relate_kind (const OutlayFields *a, const OutlayFields *b)
{
  return outlay_kind_relate (a->kind, b->kind);
}

static OutlayRelation
relate_capacity (const OutlayFields *a, const OutlayFields *b)
{
  return outlay_capacity_relate (&a->capacity, &b->capacity);
}

static OutlayRelation
relate_announced (const OutlayFields *a, const OutlayFields *b)
{
  return outlay_date_relate (a->announced, b->announced);
}

static OutlayRelation
relate_start (const OutlayFields *a, const OutlayFields *b)
{
  return outlay_date_relate (a->start, b->start);
}

static OutlayRelation
relate_end (const OutlayFields *a, const OutlayFields *b)
{
  return outlay_date_relate (a->end, b->end);
}

static int
get_kind_exactness (const OutlayClaim *claim)
{
  return claim->main;
}

static int
get_qualifier_exactness (OutlayQualifier qualifier)
{
  static const int exactness[OUTLAY_N_QUALIFIERS] = {
    [OUTLAY_QUALIFIER_EXACT] = 5, [OUTLAY_QUALIFIER_ABOUT] = 4,    [OUTLAY_QUALIFIER_RANGE] = 3,
    [OUTLAY_QUALIFIER_UP_TO] = 2, [OUTLAY_QUALIFIER_AT_LEAST] = 1, [OUTLAY_QUALIFIER_VAGUE] = 0,
  };

  return exactness[qualifier];
}

static int
get_amount_exactness (const OutlayClaim *claim)
{
  return get_qualifier_exactness (claim->fields.amount.qualifier);
}

static int
get_capacity_exactness (const OutlayClaim *claim)
{
  return get_qualifier_exactness (claim->fields.capacity.qualifier);
}

static int
get_announced_exactness (const OutlayClaim *claim)
{
  return claim->fields.announced.unit;
}

static int
get_start_exactness (const OutlayClaim *claim)
{
  return claim->fields.start.unit;
}

static int
get_end_exactness (const OutlayClaim *claim)
{
  return claim->fields.end.unit;
}

static const Rule rules[] = {
  {OUTLAY_FIELD_KIND, relate_kind, get_kind_exactness, OUTLAY_RELATION_SAME, OUTLAY_RELATION_SHADE,
   FALSE},
  {OUTLAY_FIELD_AMOUNT, outlay_amounts_relate, get_amount_exactness, OUTLAY_RELATION_SHADE,
   OUTLAY_RELATION_SHADE, FALSE},
  {OUTLAY_FIELD_CAPACITY, relate_capacity, get_capacity_exactness, OUTLAY_RELATION_SHADE,
   OUTLAY_RELATION_SHADE, FALSE},
  {OUTLAY_FIELD_ANNOUNCED, relate_announced, get_announced_exactness, OUTLAY_RELATION_SHADE,
   OUTLAY_RELATION_CLOSE, TRUE},
  {OUTLAY_FIELD_START, relate_start, get_start_exactness, OUTLAY_RELATION_SHADE,
   OUTLAY_RELATION_CLOSE, FALSE},
  {OUTLAY_FIELD_END, relate_end, get_end_exactness, OUTLAY_RELATION_SHADE, OUTLAY_RELATION_CLOSE,
   FALSE},
};

static gboolean
supports (const Rule *rule, const OutlayFields *voice, const OutlayFields *fields)
{
  OutlayRelation relation = rule->relate (voice, fields);

  return relation != OUTLAY_RELATION_UNKNOWN && relation <= rule->supports;
}

static gboolean
hedges_alike (const Rule *rule, const OutlayFields *voice, const OutlayFields *fields)
{
  if (rule->field == OUTLAY_FIELD_AMOUNT)
    return outlay_money_equal (&voice->amount, &fields->amount);
  if (rule->field == OUTLAY_FIELD_CAPACITY)
    return outlay_capacity_equal (&voice->capacity, &fields->capacity);
  return FALSE;
}

/*
 * What is told of one field. Many articles say the same: they are counted once for each of what is
 * said, so that a deal of very many articles is worked out in little more than their number.
 */
typedef struct
{
  const OutlayDealRecord *deal;
  const GArray *voices;
  const GArray *speakers;
  const Rule *rule;
  /* Of each claim the first that says the same, and of that one how many sources support it, and
   * how many hedge alike; -1 where it was not counted yet. */
  guint *same_as;
  int *n_supporting;
  int *n_alike;
} Telling;

static gboolean
say_same (const Rule *rule, const OutlayFields *a, const OutlayFields *b)
{
  return outlay_fields_equal_field (a, b, rule->field)
         && (rule->field != OUTLAY_FIELD_AMOUNT
             || outlay_fields_equal_field (a, b, OUTLAY_FIELD_AMOUNT_ALT));
}

static void
find_same (Telling *telling)
{
  g_autoptr (GArray) different = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < telling->voices->len; i++)
    {
      guint voice = g_array_index (telling->voices, guint, i);
      const OutlayFields *fields = &outlay_link_get_claim (telling->deal, voice)->fields;
      guint k = 0;

      while (k < different->len
             && !say_same (
               telling->rule,
               &outlay_link_get_claim (telling->deal, g_array_index (different, guint, k))->fields,
               fields))
        k++;
      if (k == different->len)
        g_array_append_val (different, voice);
      telling->same_as[voice] = g_array_index (different, guint, k);
      telling->n_supporting[voice] = telling->n_alike[voice] = -1;
    }
}

/* How many voices agree with the claim @index; those that don't speak independently count once. */
static int
count_sources (const Telling *telling,
               gboolean (*agrees) (const Rule *, const OutlayFields *, const OutlayFields *),
               int *counts,
               guint index)
{
  guint first = telling->same_as[index];
  const OutlayFields *fields = &outlay_link_get_claim (telling->deal, first)->fields;

  if (counts[first] >= 0)
    return counts[first];
  g_autoptr (GHashTable) agreeing = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < telling->voices->len; i++)
    {
      guint voice = g_array_index (telling->voices, guint, i);

      if (agrees (telling->rule, &outlay_link_get_claim (telling->deal, voice)->fields, fields))
        g_hash_table_add (agreeing,
                          GUINT_TO_POINTER (g_array_index (telling->speakers, guint, voice)));
    }
  counts[first] = (int)g_hash_table_size (agreeing);
  return counts[first];
}

static gboolean
is_later (const OutlayDealRecord *deal, guint a, guint b)
{
  int order = outlay_date_compare (outlay_deal_record_get_claim (deal, a)->article->published,
                                   outlay_deal_record_get_claim (deal, b)->article->published);

  return order != 0 ? order > 0 : a > b;
}

static gboolean
is_better (const Telling *telling, guint a, guint b)
{
  const Rule *rule = telling->rule;
  const OutlayClaim *claim_a = outlay_link_get_claim (telling->deal, a);
  const OutlayClaim *claim_b = outlay_link_get_claim (telling->deal, b);
  OutlayRelation relation = rule->relate (&claim_a->fields, &claim_b->fields);
  int more = count_sources (telling, supports, telling->n_supporting, a)
             - count_sources (telling, supports, telling->n_supporting, b);

  if (more == 0 && relation == OUTLAY_RELATION_SAME)
    more = count_sources (telling, hedges_alike, telling->n_alike, a)
           - count_sources (telling, hedges_alike, telling->n_alike, b);
  if (more == 0 && (relation <= OUTLAY_RELATION_SHADE || rule->field == OUTLAY_FIELD_KIND))
    more = rule->get_exactness (claim_a) - rule->get_exactness (claim_b);
  if (more != 0)
    return more > 0;
  return is_later (telling->deal, a, b) != rule->earliest;
}

static void
copy_field (OutlayFields *to, const OutlayFields *from, OutlayField field)
{
  switch (field)
    {
    case OUTLAY_FIELD_KIND:
      to->kind = from->kind;
      break;
    case OUTLAY_FIELD_AMOUNT:
      to->amount = from->amount;
      break;
    case OUTLAY_FIELD_CAPACITY:
      to->capacity = from->capacity;
      break;
    case OUTLAY_FIELD_ANNOUNCED:
      to->announced = from->announced;
      break;
    case OUTLAY_FIELD_START:
      to->start = from->start;
      break;
    case OUTLAY_FIELD_END:
      to->end = from->end;
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
get_days_between (const OutlayDealRecord *deal, guint earlier, guint later)
{
  OutlayDate first = outlay_deal_record_get_claim (deal, earlier)->article->published;
  OutlayDate second = outlay_deal_record_get_claim (deal, later)->article->published;
  GDate first_day, second_day;

  if (first.unit != OUTLAY_DATE_DAY || second.unit != OUTLAY_DATE_DAY)
    return 0;
  outlay_date_get_first_day (first, &first_day);
  outlay_date_get_first_day (second, &second_day);
  return g_date_days_between (&first_day, &second_day);
}

static gint64
get_figure (const OutlayFields *fields, OutlayField field)
{
  return field == OUTLAY_FIELD_AMOUNT ? outlay_money_get_figure (&fields->amount)
                                      : fields->capacity.kilowatts;
}

/* Whether @claim raises what @voices from @first on say, and none of them says it. */
static gboolean
is_raised (
  const OutlayDealRecord *deal, const GArray *voices, const Rule *rule, guint first, guint claim)
{
  const OutlayFields *raised
    = &outlay_link_get_claim (deal, g_array_index (voices, guint, claim))->fields;

  for (guint i = first; i < claim; i++)
    {
      const OutlayFields *fields
        = &outlay_link_get_claim (deal, g_array_index (voices, guint, i))->fields;

      if (rule->relate (fields, raised) <= rule->agrees
          || get_figure (fields, rule->field) >= get_figure (raised, rule->field))
        return FALSE;
    }
  return get_days_between (deal, g_array_index (voices, guint, claim - 1),
                           g_array_index (voices, guint, claim))
         > GROWTH_DAYS;
}

/*
 * A figure that grows over time is a history: the voices before the last rise are heard no more.
 * Claims stand by the day of their articles.
 */
static void
drop_outgrown (OutlayDealRecord *deal, GArray *voices, const Rule *rule)
{
  guint first = 0;

  if (rule->field != OUTLAY_FIELD_AMOUNT && rule->field != OUTLAY_FIELD_CAPACITY)
    return;
  for (guint i = 1; i < voices->len; i++)
    {
      if (is_raised (deal, voices, rule, first, i))
        first = i;
    }
  if (first == 0)
    return;
  deal->grown |= 1u << rule->field;
  g_array_remove_range (voices, 0, first);
}

static void
reconcile_by_rule (OutlayDealRecord *deal, const GArray *speakers, const Rule *rule)
{
  g_autoptr (GArray) voices = outlay_link_list_voices (deal, rule->field);
  g_autofree guint *same_as = g_new (guint, deal->claims->len);
  g_autofree int *n_supporting = g_new (int, deal->claims->len);
  g_autofree int *n_alike = g_new (int, deal->claims->len);
  Telling telling = {deal, voices, speakers, rule, same_as, n_supporting, n_alike};

  drop_outgrown (deal, voices, rule);
  find_same (&telling);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      int best = deal->chosen[rule->field];

      if (best < 0 || is_better (&telling, voice, (guint)best))
        deal->chosen[rule->field] = (int)voice;
    }
  if (voices->len == 0)
    return;
  const OutlayFields *chosen
    = &outlay_link_get_claim (deal, (guint)deal->chosen[rule->field])->fields;
  copy_field (&deal->fields, chosen, rule->field);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);

      if (rule->relate (chosen, &outlay_link_get_claim (deal, voice)->fields) > rule->agrees)
        deal->conflicts |= 1u << rule->field;
    }
}

/*
 * A deal gets on with time, so an older status is no conflict, and what a later article only
 * repeats of its beginnings doesn't set it back. It is called off when the latest article says so,
 * and goes on when a later one speaks of it as going on.
 */
static gboolean
moves_status (const OutlayDealRecord *deal, guint voice, guint best)
{
  OutlayStatus from = outlay_link_get_claim (deal, best)->fields.status;
  OutlayStatus to = outlay_link_get_claim (deal, voice)->fields.status;
  int order = outlay_date_compare (outlay_deal_record_get_claim (deal, voice)->article->published,
                                   outlay_deal_record_get_claim (deal, best)->article->published);

  if (from == OUTLAY_STATUS_CANCELLED || to == OUTLAY_STATUS_CANCELLED)
    return order > 0 || (order == 0 && to >= from);
  return to >= from;
}

static void
reconcile_status (OutlayDealRecord *deal)
{
  g_autoptr (GArray) voices = outlay_link_list_voices (deal, OUTLAY_FIELD_STATUS);
  guint best = g_array_index (voices, guint, 0);

  for (guint i = 1; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);

      if (moves_status (deal, voice, best))
        best = voice;
    }
  deal->chosen[OUTLAY_FIELD_STATUS] = (int)best;
  deal->fields.status = outlay_link_get_claim (deal, best)->fields.status;
}

/* The conversions of the amount that was chosen, from the claim that gave it or one that agrees. */
static void
reconcile_amount_alt (OutlayDealRecord *deal)
{
  const OutlayMoney *amount = &deal->fields.amount;
  int best = -1;

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayFields *fields = &outlay_link_get_claim (deal, i)->fields;

      if (fields->amount_alt->len > 0
          && outlay_money_relate (&fields->amount, amount) == OUTLAY_RELATION_SAME
          && best != deal->chosen[OUTLAY_FIELD_AMOUNT])
        best = (int)i;
    }
  if (best < 0)
    return;
  const GArray *alternatives = outlay_link_get_claim (deal, (guint)best)->fields.amount_alt;
  g_array_append_vals (deal->fields.amount_alt, alternatives->data, alternatives->len);
  deal->chosen[OUTLAY_FIELD_AMOUNT_ALT] = best;
}

/* How sure a reading must be for nobody to be asked: the user's word on all deals, which any thread
 * may read. */
static int review_below = OUTLAY_CONFIDENCE_SURE;

/**
 * outlay_link_set_review_below:
 * @percent: up to 100
 *
 * Lets outlay_link_reconcile() ask about values that were read with less certainty from now on.
 */
void
outlay_link_set_review_below (guint percent)
{
  g_return_if_fail (percent <= 100);

  g_atomic_int_set (&review_below, (int)percent);
}

static gboolean
needs_review (const OutlayDealRecord *deal)
{
  int sure = g_atomic_int_get (&review_below);

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->chosen[field] >= 0
          && outlay_link_get_claim (deal, (guint)deal->chosen[field])->confidence[field] < sure)
        return TRUE;
    }
  return deal->conflicts != 0;
}

/*
 * An end before the start was read from other words than the deal's: it stays with its claim and
 * off the card, which a person shall look at.
 *
 * Returns: whether the period was in order.
 */
static gboolean
keep_period_forward (OutlayDealRecord *deal)
{
  GDate first, last;

  if (!outlay_date_is_set (deal->fields.start) || !outlay_date_is_set (deal->fields.end))
    return TRUE;
  outlay_date_get_first_day (deal->fields.start, &first);
  outlay_date_get_last_day (deal->fields.end, &last);
  if (g_date_compare (&first, &last) <= 0)
    return TRUE;
  deal->fields.end = (OutlayDate)OUTLAY_DATE_INIT;
  deal->chosen[OUTLAY_FIELD_END] = -1;
  deal->conflicts &= ~(1u << OUTLAY_FIELD_END);
  return FALSE;
}

/**
 * outlay_link_reconcile:
 * @deal: with one claim at least
 *
 * Works out anew what the deal's claims come to: its fields, which claim gave each, where the
 * articles disagree, and whether a person should look. Each field is the value that the user set,
 * else the one that most sources support, then the most exact of those that can both be true, then
 * the latest; organisations and countries are united.
 */
void
outlay_link_reconcile (OutlayDealRecord *deal)
{
  g_return_if_fail (deal->claims->len > 0);

  g_autoptr (GArray) speakers = outlay_deal_record_get_voices (deal);

  outlay_fields_clear (&deal->fields);
  outlay_fields_init (&deal->fields);
  deal->conflicts = deal->grown = 0;
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    deal->chosen[field] = -1;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    reconcile_by_rule (deal, speakers, &rules[i]);
  reconcile_status (deal);
  reconcile_amount_alt (deal);
  outlay_link_reconcile_parties (deal, speakers);
  outlay_link_reconcile_places (deal);
  gboolean in_order = keep_period_forward (deal);
  outlay_deal_record_apply_corrections (deal);
  deal->review = (!in_order || needs_review (deal)) && !outlay_deal_record_is_reviewed (deal);
}
