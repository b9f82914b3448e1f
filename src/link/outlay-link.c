/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link.h"

#include <string.h>

#include "base/outlay-text.h"
#include "outlay-link-compare.h"
#include "outlay-link-reason.h"

/* Of a consortium the first parties stand for it: keys of all pairs would grow by the square. */
#define MAX_KEY_PARTIES 8

/* A claim and a deal that may be one, as a step of the assignment. */
typedef struct
{
  guint claim;
  guint candidate;
  int points;
  int days;
  guint agreements;
} Pair;

/*
 * Two steps to each doubling. With the step above it, figures up to a third apart share one.
 */
static guint
get_step (gint64 figure)
{
  if (figure < 2)
    return 0;
  guint bits = 64 - (guint)__builtin_clzll ((guint64)figure);
  return bits * 2 + (guint)((figure >> (bits - 2)) & 1);
}

static void
add_figure_keys (GHashTable *keys, const char *party, const char *unit, gint64 figure)
{
  guint step = get_step (figure);

  for (guint i = step; i <= step + 1; i++)
    g_hash_table_add (keys, g_strdup_printf ("%s|%s|%u", party, unit, i));
}

/* A vague amount can be any up to ten times its lower bound: seven steps, which a doubling takes.
 */
static void
add_money_keys (GHashTable *keys, const char *party, const OutlayMoney *money)
{
  gint64 figure = outlay_money_get_figure (money);

  if (figure == OUTLAY_MONEY_UNSET)
    return;
  add_figure_keys (keys, party, money->currency, figure);
  for (guint i = 0; i < 3 && money->qualifier == OUTLAY_QUALIFIER_VAGUE; i++)
    {
      figure = figure <= G_MAXINT64 / 2 ? figure * 2 : figure;
      add_figure_keys (keys, party, money->currency, figure);
    }
}

static void
add_party_keys (GHashTable *keys, const char *party, const OutlayFields *fields)
{
  add_money_keys (keys, party, &fields->amount);
  for (guint i = 0; i < fields->amount_alt->len; i++)
    add_money_keys (keys, party, &g_array_index (fields->amount_alt, OutlayMoney, i));
  if (outlay_capacity_is_set (&fields->capacity))
    add_figure_keys (keys, party, "kW", fields->capacity.kilowatts);
  if (fields->kind == OUTLAY_KIND_BUDGET && outlay_date_is_set (fields->start))
    g_hash_table_add (keys, g_strdup_printf ("%s|budget|%u", party, fields->start.year));
  if (fields->kind == OUTLAY_KIND_BUDGET && outlay_date_is_set (fields->end))
    g_hash_table_add (keys, g_strdup_printf ("%s|budget|%u", party, fields->end.year));
}

static void
add_pair_key (GHashTable *keys, const char *a, const char *b)
{
  if (strcmp (a, b) > 0)
    add_pair_key (keys, b, a);
  else
    g_hash_table_add (keys, g_strconcat (a, "|", b, NULL));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_link_get_keys:
 *
 * Returns: (transfer full): what a claim of the same deal has one of: two of its parties, or one of
 *   them with a figure or a budget's year. In the order of their bytes.
 */
GStrv
outlay_link_get_keys (const OutlayClaim *claim)
{
  const OutlayFields *fields = &claim->fields;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *result = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < MIN (fields->parties->len, MAX_KEY_PARTIES); i++)
    {
      char *party = outlay_text_fold (outlay_fields_get_party (fields, i)->name);

      add_party_keys (keys, party, fields);
      for (guint j = 0; j < parties->len; j++)
        add_pair_key (keys, g_ptr_array_index (parties, j), party);
      g_ptr_array_add (parties, party);
    }
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (result, g_strdup (key));
  g_ptr_array_sort (result, compare_names);
  g_ptr_array_add (result, NULL);
  return (GStrv)g_ptr_array_free (result, FALSE);
}

static int
get_days_between (const OutlayArticle *a, const OutlayArticle *b)
{
  GDate day_a, day_b;

  if (a->published.unit != OUTLAY_DATE_DAY || b->published.unit != OUTLAY_DATE_DAY)
    return OUTLAY_DAYS_UNKNOWN;
  outlay_date_get_first_day (a->published, &day_a);
  outlay_date_get_first_day (b->published, &day_b);
  return ABS (g_date_days_between (&day_a, &day_b));
}

/*
 * The likest claim of the deal speaks for it, as long as the others that name one of its parties
 * don't plainly speak against it: so a short report joins a long one, and a chain of small
 * differences doesn't join two deals.
 */
static gboolean
compare_with_deal (const OutlayClaim *claim,
                   const OutlayArticle *article,
                   const OutlayDealRecord *deal,
                   Pair *pair)
{
  int sum = 0;
  int n_compared = 0;

  pair->points = OUTLAY_LIKENESS_NONE;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *other = outlay_deal_record_get_claim (deal, i);
      OutlayLikeness likeness = outlay_link_compare (&claim->fields, &other->claim->fields);

      if (likeness.agreements == 0 && likeness.points == 0)
        continue;
      n_compared++;
      sum += MAX (likeness.points, -OUTLAY_LIKENESS_ENOUGH);
      if (likeness.points <= pair->points)
        continue;
      pair->points = likeness.points;
      pair->agreements = likeness.agreements;
      pair->days = get_days_between (article, other->article);
    }
  return pair->points >= OUTLAY_LIKENESS_ENOUGH && sum * 2 >= OUTLAY_LIKENESS_ENOUGH * n_compared;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *pair_a = a, *pair_b = b;

  if (pair_a->points != pair_b->points)
    return pair_b->points - pair_a->points;
  if (pair_a->claim != pair_b->claim)
    return pair_a->claim < pair_b->claim ? -1 : 1;
  return pair_a->candidate < pair_b->candidate ? -1 : pair_a->candidate > pair_b->candidate;
}

static GArray *
find_pairs (const GPtrArray *claims, const OutlayArticle *article, const GPtrArray *candidates)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < claims->len; i++)
    {
      for (guint j = 0; j < candidates->len; j++)
        {
          Pair pair = {.claim = i, .candidate = j};

          if (compare_with_deal (g_ptr_array_index (claims, i), article,
                                 g_ptr_array_index (candidates, j), &pair))
            g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/**
 * outlay_link_choose:
 * @claims: (element-type OutlayClaim): all claims of one article
 * @article: the article
 * @candidates: (element-type OutlayDealRecord): deals, each with its claims; none with one of
 *   @article
 *
 * Finds the deal that each claim speaks of. The claims of one article are of different deals, so
 * each deal is chosen once at most, by the claim that is likest to it.
 *
 * Returns: (transfer full) (element-type OutlayLinkChoice): one choice a claim, in their order.
 */
GPtrArray *
outlay_link_choose (const GPtrArray *claims,
                    const OutlayArticle *article,
                    const GPtrArray *candidates)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_link_choice_free);
  g_autoptr (GArray) pairs = find_pairs (claims, article, candidates);
  g_autofree gboolean *taken = g_new0 (gboolean, candidates->len);

  for (guint i = 0; i < claims->len; i++)
    {
      OutlayLinkChoice *choice = g_new0 (OutlayLinkChoice, 1);

      choice->candidate = -1;
      g_ptr_array_add (choices, choice);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      OutlayLinkChoice *choice = g_ptr_array_index (choices, pair->claim);

      if (choice->candidate >= 0 || taken[pair->candidate])
        continue;
      choice->candidate = (int)pair->candidate;
      choice->reason = outlay_link_make_reason (pair->agreements, pair->days);
      taken[pair->candidate] = TRUE;
    }
  return choices;
}

/** outlay_link_choice_free: frees @choice. */
void
outlay_link_choice_free (OutlayLinkChoice *choice)
{
  g_free (choice->reason);
  g_free (choice);
}
