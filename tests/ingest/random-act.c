/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "random-act.h"

#include "fixture/fixture.h"

static gint64
pick (GRand *random, const GArray *ids)
{
  return g_array_index (ids, gint64, g_rand_int_range (random, 0, (int)ids->len));
}

static GArray *
pick_some (GRand *random, const GArray *ids, guint least)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint wanted = least + (guint)g_rand_int_range (random, 0, 3);
  guint count = MIN (wanted, ids->len);

  while (some->len < count)
    {
      gint64 id = pick (random, ids);
      gboolean known = FALSE;

      for (guint i = 0; i < some->len; i++)
        known |= g_array_index (some, gint64, i) == id;
      if (!known)
        g_array_append_val (some, id);
    }
  return some;
}

static OutlayMoney
pick_amount (GRand *random)
{
  OutlayMoney money = OUTLAY_MONEY_INIT;

  if (g_rand_boolean (random))
    return money;
  g_strlcpy (money.currency, g_rand_boolean (random) ? "EUR" : "VND", sizeof money.currency);
  money.high = g_rand_int_range (random, 1, 1000000) * G_GINT64_CONSTANT (100000);
  money.qualifier = g_rand_boolean (random) ? OUTLAY_QUALIFIER_UP_TO : OUTLAY_QUALIFIER_EXACT;
  money.per = g_rand_boolean (random) ? OUTLAY_PER_YEAR : OUTLAY_PER_DEAL;
  return money;
}

static OutlayAct *
correct (GRand *random, gint64 deal)
{
  g_auto (OutlayFields) fields = {0};
  guint which = (guint)g_rand_int_range (random, 1, 1 << OUTLAY_N_FIELDS);

  outlay_fields_init (&fields);
  fields.kind = (OutlayKind)g_rand_int_range (random, 0, OUTLAY_N_KINDS);
  fields.status = (OutlayStatus)g_rand_int_range (random, 0, OUTLAY_N_STATUSES);
  fields.amount = pick_amount (random);
  fields.capacity.kilowatts = g_rand_int_range (random, 0, 3) * 750;
  if (g_rand_boolean (random))
    outlay_fields_add_place (&fields, "NO");
  outlay_fields_add_party (&fields, OUTLAY_ROLE_INVESTOR, "Borealis");
  fields.announced = outlay_date_month (2026, (guint)g_rand_int_range (random, 1, 13));
  fields.end = outlay_date_half (2031, 2);
  fields.start = outlay_date_year (2027);
  /* A start without its end may come after the end that is there. */
  if (which & (1u << OUTLAY_FIELD_START) || which & (1u << OUTLAY_FIELD_END))
    which |= 1u << OUTLAY_FIELD_START | 1u << OUTLAY_FIELD_END;
  return outlay_act_new_correct (deal, which, &fields);
}

/* Some claims of a deal that has two or more; %NULL where none has. */
static OutlayAct *
split (GRand *random, const GPtrArray *deals)
{
  guint first = (guint)g_rand_int_range (random, 0, (int)deals->len);

  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, (first + i) % deals->len);

      if (deal->claims->len < 2)
        continue;
      g_autoptr (GArray) claims = fixture_ids (outlay_deal_record_get_claim (deal, 0)->id, 0);
      return outlay_act_new_split (deal->id, claims);
    }
  return NULL;
}

static const char *
pick_name (GRand *random, const GPtrArray *deals)
{
  for (guint i = 0; i < 20; i++)
    {
      const OutlayDealRecord *deal
        = g_ptr_array_index (deals, g_rand_int_range (random, 0, (int)deals->len));

      if (deal->fields.parties->len > 0)
        return outlay_fields_get_party (&deal->fields, 0)->name;
    }
  return "Nobody";
}

static GArray *
list_articles (OutlayLedger *ledger)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    g_array_append_val (ids, ((OutlayLedgerArticle *)g_ptr_array_index (articles, i))->id);
  return ids;
}

static char *
pick_source (GRand *random, OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, NULL);
  const OutlayLedgerArticle *article
    = g_ptr_array_index (articles, g_rand_int_range (random, 0, (int)articles->len));

  return g_strdup (article->article->source != NULL ? article->article->source : "");
}

static OutlayAct *
act_on_all (GRand *random, OutlayLedger *ledger, const GPtrArray *deals, OutlayActKind kind)
{
  g_autoptr (GArray) articles = list_articles (ledger);
  g_autoptr (GArray) some = articles->len > 0 ? pick_some (random, articles, 1) : NULL;
  g_autofree char *source = NULL;
  g_autoptr (OutlayArticle) article = NULL;
  OutlayImportInput *input;
  OutlayAct *act;

  if (articles->len == 0)
    return NULL;
  switch (kind)
    {
    case OUTLAY_ACT_READ_AS:
      return outlay_act_new_read_as (pick_name (random, deals),
                                     g_rand_boolean (random) ? "Acme" : "Borealis");
    case OUTLAY_ACT_UNREAD:
      return outlay_act_new_unread (g_rand_boolean (random) ? "Acme" : pick_name (random, deals));
    case OUTLAY_ACT_DELETE_SOURCE:
      source = pick_source (random, ledger);
      return outlay_act_new_delete_source (source);
    case OUTLAY_ACT_IMPORT_ANYWAY:
      article = outlay_ledger_get_article (ledger, pick (random, articles), NULL);
      input = outlay_import_input_new (NULL, article);
      act = outlay_act_new_import_anyway (input);
      outlay_import_input_free (input);
      return act;
    default:
      return outlay_act_new_delete_articles (some);
    }
}

static OutlayAct *
act_on_deals (GRand *random, const GArray *ids, const GPtrArray *deals, OutlayActKind kind)
{
  g_autoptr (GArray) some = pick_some (random, ids, kind == OUTLAY_ACT_MERGE ? 2 : 1);
  gint64 first = pick (random, ids), second = pick (random, ids);

  switch (kind)
    {
    case OUTLAY_ACT_STAR:
    case OUTLAY_ACT_UNSTAR:
      return outlay_act_new_star (some, kind == OUTLAY_ACT_STAR);
    case OUTLAY_ACT_REJECT:
    case OUTLAY_ACT_UNREJECT:
      return outlay_act_new_reject (some, kind == OUTLAY_ACT_REJECT);
    case OUTLAY_ACT_REVIEW:
    case OUTLAY_ACT_UNREVIEW:
      return outlay_act_new_review (some, kind == OUTLAY_ACT_REVIEW);
    case OUTLAY_ACT_NOTE:
      return outlay_act_new_note (first,
                                  g_rand_boolean (random) ? "“Look” here;\nthen there" : NULL);
    case OUTLAY_ACT_TAG:
    case OUTLAY_ACT_UNTAG:
      return outlay_act_new_tag (some, g_rand_boolean (random) ? "đáng ngờ" : "later",
                                 kind == OUTLAY_ACT_TAG);
    case OUTLAY_ACT_CORRECT:
      return correct (random, first);
    case OUTLAY_ACT_UNCORRECT:
      return outlay_act_new_uncorrect (first, G_MAXUINT);
    case OUTLAY_ACT_MERGE:
      return some->len > 1 ? outlay_act_new_merge (some) : NULL;
    case OUTLAY_ACT_SPLIT:
      return split (random, deals);
    case OUTLAY_ACT_SEPARATE:
      return first != second ? outlay_act_new_separate (first, second) : NULL;
    case OUTLAY_ACT_PART:
      return first != second ? outlay_act_new_part (first, second) : NULL;
    default:
      return outlay_act_new_unpart (first);
    }
}

/**
 * random_act:
 *
 * Returns: (transfer full) (nullable): an act of the kind on deals and articles that are there;
 *   %NULL where there are none for it.
 */
OutlayAct *
random_act (GRand *random, OutlayLedger *ledger, OutlayActKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = kind == OUTLAY_ACT_UNREJECT
                                  ? outlay_ledger_list_rejected (ledger, NULL, &error)
                                  : outlay_ledger_list_deals (ledger, NULL, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    g_array_append_val (ids, ((OutlayDealRecord *)g_ptr_array_index (deals, i))->id);
  if (ids->len == 0)
    return NULL;
  return kind < OUTLAY_ACT_READ_AS ? act_on_deals (random, ids, deals, kind)
                                   : act_on_all (random, ledger, deals, kind);
}
