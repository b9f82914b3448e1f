/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-compare.h"
#include "outlay-link-values.h"
#include "outlay-link.h"

/* From how many articles on a party that only one names needs that one to be as sure, in percent.
 */
#define MANY_ARTICLES    3
#define CONFIDENCE_ALONE 75

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

static const OutlayClaim *
get_claim (const OutlayDealRecord *deal, guint index)
{
  return outlay_deal_record_get_claim (deal, index)->claim;
}

static gboolean
is_sure (const OutlayClaim *claim, OutlayField field)
{
  return outlay_fields_has (&claim->fields, field)
         && claim->confidence[field] >= OUTLAY_CONFIDENCE_SURE;
}

/* The claims that tell @field: those that are sure of it, or, where none is, all. */
static GArray *
list_voices (const OutlayDealRecord *deal, OutlayField field)
{
  g_autoptr (GArray) sure = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < deal->claims->len; i++)
    {
      if (is_sure (get_claim (deal, i), field))
        g_array_append_val (sure, i);
      if (outlay_fields_has (&get_claim (deal, i)->fields, field))
        g_array_append_val (all, i);
    }
  return sure->len > 0 ? g_steal_pointer (&sure) : g_steal_pointer (&all);
}

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

/* How many of @voices agree with the claim @index; claims that don't speak independently, as
 * @speakers tells, count once. */
static guint
count_sources (const OutlayDealRecord *deal,
               const GArray *voices,
               const GArray *speakers,
               const Rule *rule,
               gboolean (*agrees) (const Rule *, const OutlayFields *, const OutlayFields *),
               guint index)
{
  const OutlayFields *fields = &get_claim (deal, index)->fields;
  g_autoptr (GHashTable) agreeing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);

      if (agrees (rule, &get_claim (deal, voice)->fields, fields))
        g_hash_table_add (agreeing, GUINT_TO_POINTER (g_array_index (speakers, guint, voice)));
    }
  return g_hash_table_size (agreeing);
}

static gboolean
is_later (const OutlayDealRecord *deal, guint a, guint b)
{
  int order = outlay_date_compare (outlay_deal_record_get_claim (deal, a)->article->published,
                                   outlay_deal_record_get_claim (deal, b)->article->published);

  return order != 0 ? order > 0 : a > b;
}

static gboolean
is_better (const OutlayDealRecord *deal,
           const GArray *voices,
           const GArray *speakers,
           const Rule *rule,
           guint a,
           guint b)
{
  const OutlayClaim *claim_a = get_claim (deal, a), *claim_b = get_claim (deal, b);
  OutlayRelation relation = rule->relate (&claim_a->fields, &claim_b->fields);
  int more = (int)count_sources (deal, voices, speakers, rule, supports, a)
             - (int)count_sources (deal, voices, speakers, rule, supports, b);

  if (more == 0 && relation == OUTLAY_RELATION_SAME)
    more = (int)count_sources (deal, voices, speakers, rule, hedges_alike, a)
           - (int)count_sources (deal, voices, speakers, rule, hedges_alike, b);
  if (more == 0 && (relation <= OUTLAY_RELATION_SHADE || rule->field == OUTLAY_FIELD_KIND))
    more = rule->get_exactness (claim_a) - rule->get_exactness (claim_b);
  if (more != 0)
    return more > 0;
  return is_later (deal, a, b) != rule->earliest;
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
  const OutlayFields *raised = &get_claim (deal, g_array_index (voices, guint, claim))->fields;

  for (guint i = first; i < claim; i++)
    {
      const OutlayFields *fields = &get_claim (deal, g_array_index (voices, guint, i))->fields;

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
  g_autoptr (GArray) voices = list_voices (deal, rule->field);

  drop_outgrown (deal, voices, rule);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      int best = deal->chosen[rule->field];

      if (best < 0 || is_better (deal, voices, speakers, rule, voice, (guint)best))
        deal->chosen[rule->field] = (int)voice;
    }
  if (voices->len == 0)
    return;
  const OutlayFields *chosen = &get_claim (deal, (guint)deal->chosen[rule->field])->fields;
  copy_field (&deal->fields, chosen, rule->field);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);

      if (rule->relate (chosen, &get_claim (deal, voice)->fields) > rule->agrees)
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
  OutlayStatus from = get_claim (deal, best)->fields.status;
  OutlayStatus to = get_claim (deal, voice)->fields.status;
  int order = outlay_date_compare (outlay_deal_record_get_claim (deal, voice)->article->published,
                                   outlay_deal_record_get_claim (deal, best)->article->published);

  if (from == OUTLAY_STATUS_CANCELLED || to == OUTLAY_STATUS_CANCELLED)
    return order > 0 || (order == 0 && to >= from);
  return to >= from;
}

static void
reconcile_status (OutlayDealRecord *deal)
{
  g_autoptr (GArray) voices = list_voices (deal, OUTLAY_FIELD_STATUS);
  guint best = g_array_index (voices, guint, 0);

  for (guint i = 1; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);

      if (moves_status (deal, voice, best))
        best = voice;
    }
  deal->chosen[OUTLAY_FIELD_STATUS] = (int)best;
  deal->fields.status = get_claim (deal, best)->fields.status;
}

/* The conversions of the amount that was chosen, from the claim that gave it or one that agrees. */
static void
reconcile_amount_alt (OutlayDealRecord *deal)
{
  const OutlayMoney *amount = &deal->fields.amount;
  int best = -1;

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayFields *fields = &get_claim (deal, i)->fields;

      if (fields->amount_alt->len > 0
          && outlay_money_relate (&fields->amount, amount) == OUTLAY_RELATION_SAME
          && best != deal->chosen[OUTLAY_FIELD_AMOUNT])
        best = (int)i;
    }
  if (best < 0)
    return;
  const GArray *alternatives = get_claim (deal, (guint)best)->fields.amount_alt;
  g_array_append_vals (deal->fields.amount_alt, alternatives->data, alternatives->len);
  deal->chosen[OUTLAY_FIELD_AMOUNT_ALT] = best;
}

typedef struct
{
  guint n_sources;
  guint surest;
  guint by_role[OUTLAY_N_ROLES];
} Votes;

/* How many independent articles name the organisation, and how sure they are of each role. */
static Votes
count_votes (const OutlayDealRecord *deal,
             const GArray *voices,
             const GArray *speakers,
             const char *name)
{
  Votes votes = {0};
  g_autoptr (GHashTable) voted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      const OutlayClaim *claim = get_claim (deal, voice);
      gpointer speaker = GUINT_TO_POINTER (g_array_index (speakers, guint, voice));
      guint confidence = claim->confidence[OUTLAY_FIELD_PARTIES];

      for (guint j = 0; j < claim->fields.parties->len; j++)
        {
          const OutlayParty *party = outlay_fields_get_party (&claim->fields, j);

          if (!outlay_link_same_name (party->name, name))
            continue;
          votes.surest = MAX (votes.surest, confidence);
          if (g_hash_table_add (voted, speaker))
            votes.by_role[party->role] += confidence;
        }
    }
  votes.n_sources = g_hash_table_size (voted);
  return votes;
}

/* Where several articles tell the deal, one alone must be rather sure of a party. */
static gboolean
is_believed (const Votes *votes, const GArray *voices)
{
  return voices->len < MANY_ARTICLES || votes->n_sources > 1 || votes->surest >= CONFIDENCE_ALONE;
}

static gboolean
has_party (const OutlayFields *fields, const char *name)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      if (outlay_link_same_name (outlay_fields_get_party (fields, i)->name, name))
        return TRUE;
    }
  return FALSE;
}

static OutlayRole
get_role (const Votes *votes)
{
  OutlayRole best = OUTLAY_ROLE_INVESTOR;

  for (guint role = OUTLAY_ROLE_INVESTOR + 1; role < OUTLAY_N_ROLES; role++)
    {
      if (votes->by_role[role] > votes->by_role[best])
        best = role;
    }
  return best;
}

static void
add_parties_of_role (OutlayDealRecord *deal,
                     const GArray *voices,
                     const GArray *speakers,
                     OutlayRole role)
{
  for (guint i = 0; i < voices->len; i++)
    {
      const OutlayFields *fields = &get_claim (deal, g_array_index (voices, guint, i))->fields;

      for (guint j = 0; j < fields->parties->len; j++)
        {
          const char *name = outlay_fields_get_party (fields, j)->name;
          Votes votes = count_votes (deal, voices, speakers, name);

          if (get_role (&votes) == role && is_believed (&votes, voices)
              && !has_party (&deal->fields, name))
            outlay_fields_add_party (&deal->fields, role, name);
        }
    }
}

static guint
count_common_parties (const OutlayFields *a, const OutlayFields *b)
{
  guint count = 0;

  for (guint i = 0; i < a->parties->len; i++)
    count += has_party (b, outlay_fields_get_party (a, i)->name);
  return count;
}

/*
 * The organisations that sure claims name, each once, in the role that most are sure of; chosen is
 * the claim that names the most of them.
 */
static void
reconcile_parties (OutlayDealRecord *deal, const GArray *speakers)
{
  g_autoptr (GArray) voices = list_voices (deal, OUTLAY_FIELD_PARTIES);
  guint most = 0;

  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    add_parties_of_role (deal, voices, speakers, role);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      guint n_parties = count_common_parties (&get_claim (deal, voice)->fields, &deal->fields);

      if (n_parties <= most)
        continue;
      most = n_parties;
      deal->chosen[OUTLAY_FIELD_PARTIES] = (int)voice;
    }
}

static gboolean
share_place (const OutlayFields *a, const OutlayFields *b)
{
  for (guint i = 0; i < a->places->len; i++)
    {
      if (g_ptr_array_find_with_equal_func (b->places, g_ptr_array_index (a->places, i),
                                            g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

/* All countries that a sure claim names; claims without one in common disagree. */
static void
reconcile_places (OutlayDealRecord *deal)
{
  g_autoptr (GArray) voices = list_voices (deal, OUTLAY_FIELD_PLACES);
  guint most = 0;

  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      const OutlayFields *fields = &get_claim (deal, voice)->fields;

      if (i > 0 && !share_place (&deal->fields, fields))
        deal->conflicts |= 1u << OUTLAY_FIELD_PLACES;
      for (guint j = 0; j < fields->places->len; j++)
        outlay_fields_add_place (&deal->fields, g_ptr_array_index (fields->places, j));
      if (fields->places->len <= most)
        continue;
      most = fields->places->len;
      deal->chosen[OUTLAY_FIELD_PLACES] = (int)voice;
    }
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
          && get_claim (deal, (guint)deal->chosen[field])->confidence[field] < sure)
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
  reconcile_parties (deal, speakers);
  reconcile_places (deal);
  gboolean in_order = keep_period_forward (deal);
  outlay_deal_record_apply_corrections (deal);
  deal->review = (!in_order || needs_review (deal)) && !outlay_deal_record_is_reviewed (deal);
}
