/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal.h"

#include "base/outlay-country.h"
#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "base/outlay-text.h"

struct _OutlayDeal
{
  GObject parent_instance;

  OutlayDealRecord *record;
  /* Where the whole record is read; NULL where @record is whole. */
  OutlayLedger *ledger;
  gboolean starred;

  gboolean has_texts;
  char *who;
  char *whom;
  char *hedge;
  char *amount;
  char *facts;
  char *date;
  char *languages;
  char *sources;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (OutlayDeal, outlay_deal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECORD,
  PROP_STARRED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clear_texts (OutlayDeal *deal)
{
  deal->has_texts = FALSE;
  g_clear_pointer (&deal->who, g_free);
  g_clear_pointer (&deal->whom, g_free);
  g_clear_pointer (&deal->hedge, g_free);
  g_clear_pointer (&deal->amount, g_free);
  g_clear_pointer (&deal->facts, g_free);
  g_clear_pointer (&deal->date, g_free);
  g_clear_pointer (&deal->languages, g_free);
  g_clear_pointer (&deal->sources, g_free);
  g_clear_pointer (&deal->sentence, g_free);
}

static char *
join_languages (const OutlayDealRecord *record)
{
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (record);

  g_ptr_array_add (languages, NULL);
  return g_strjoinv (" ", (GStrv)languages->pdata);
}

static void
ensure_texts (OutlayDeal *deal)
{
  const OutlayFields *fields = &deal->record->fields;
  const OutlayMoney *amount = &fields->amount;

  if (deal->has_texts)
    return;
  deal->has_texts = TRUE;
  deal->who = outlay_format_who (fields);
  deal->whom = outlay_format_counterpart (fields);
  deal->hedge
    = g_strdup (outlay_money_is_set (amount) ? outlay_format_hedge (amount->qualifier) : "");
  deal->amount = outlay_format_amount (amount);
  deal->facts = outlay_format_facts (fields);
  deal->date = outlay_format_date (fields->announced);
  deal->languages = join_languages (deal->record);
  deal->sources = outlay_format_sources (deal->record);
  deal->sentence = outlay_format_sentence (deal->record);
}

static void
outlay_deal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayDeal *deal = OUTLAY_DEAL (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_pointer (value, deal->record);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, deal->starred);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_deal_finalize (GObject *object)
{
  OutlayDeal *deal = OUTLAY_DEAL (object);

  clear_texts (deal);
  g_clear_pointer (&deal->record, outlay_deal_record_unref);
  g_clear_object (&deal->ledger);
  G_OBJECT_CLASS (outlay_deal_parent_class)->finalize (object);
}

static void
outlay_deal_class_init (OutlayDealClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_deal_get_property;
  object_class->finalize = outlay_deal_finalize;
  properties[PROP_RECORD]
    = g_param_spec_pointer ("record", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_deal_init (OutlayDeal *deal)
{
}

/**
 * outlay_deal_new:
 * @record: (transfer none): the deal as the ledger gave it
 *
 * Returns: (transfer full): a deal for the window.
 */
OutlayDeal *
outlay_deal_new (OutlayDealRecord *record)
{
  OutlayDeal *deal = g_object_new (OUTLAY_TYPE_DEAL, NULL);

  outlay_deal_set_record (deal, record);
  return deal;
}

/**
 * outlay_deal_get_id:
 *
 * Returns: the deal's id in the ledger.
 */
gint64
outlay_deal_get_id (OutlayDeal *deal)
{
  g_return_val_if_fail (OUTLAY_IS_DEAL (deal), 0);

  return deal->record->id;
}

/**
 * outlay_deal_get_summary:
 *
 * Returns: (transfer none): what the card says of the deal: its values and marks, and of its claims
 *   the sources and languages alone; costs nothing.
 */
const OutlayDealRecord *
outlay_deal_get_summary (OutlayDeal *deal)
{
  g_return_val_if_fail (OUTLAY_IS_DEAL (deal), NULL);

  return deal->record;
}

/**
 * outlay_deal_get_record:
 *
 * Reads what the summary lacks from the ledger when it is first asked for.
 *
 * Returns: (transfer none): all that is known of the deal; its summary where the ledger can't be
 *   read.
 */
OutlayDealRecord *
outlay_deal_get_record (OutlayDeal *deal)
{
  g_return_val_if_fail (OUTLAY_IS_DEAL (deal), NULL);

  if (deal->ledger != NULL)
    {
      g_autoptr (OutlayLedger) ledger = g_steal_pointer (&deal->ledger);
      g_autoptr (OutlayDealRecord) whole = outlay_ledger_get_deal (ledger, deal->record->id, NULL);

      if (whole != NULL)
        {
          outlay_deal_record_unref (deal->record);
          deal->record = g_steal_pointer (&whole);
        }
    }
  return deal->record;
}

/** outlay_deal_set_ledger: has the whole record read from @ledger; %NULL where it is whole. */
void
outlay_deal_set_ledger (OutlayDeal *deal, OutlayLedger *ledger)
{
  g_set_object (&deal->ledger, ledger);
}

/**
 * outlay_deal_set_record:
 * @record: (transfer none): the deal as the ledger now has it
 *
 * Takes the texts of @record and notifies "record".
 */
void
outlay_deal_set_record (OutlayDeal *deal, OutlayDealRecord *record)
{
  g_return_if_fail (OUTLAY_IS_DEAL (deal));
  g_return_if_fail (record != NULL);

  if (deal->record == record)
    return;
  outlay_deal_record_ref (record);
  g_clear_pointer (&deal->record, outlay_deal_record_unref);
  deal->record = record;
  clear_texts (deal);
  g_object_notify_by_pspec (G_OBJECT (deal), properties[PROP_RECORD]);
  outlay_deal_set_starred (deal, record->starred);
}

/**
 * outlay_deal_get_starred:
 *
 * Returns: whether the user starred it.
 */
gboolean
outlay_deal_get_starred (OutlayDeal *deal)
{
  g_return_val_if_fail (OUTLAY_IS_DEAL (deal), FALSE);

  return deal->starred;
}

/** outlay_deal_set_starred: shows the star; outlay_store_set_starred() also keeps it. */
void
outlay_deal_set_starred (OutlayDeal *deal, gboolean starred)
{
  g_return_if_fail (OUTLAY_IS_DEAL (deal));

  if (deal->starred == starred)
    return;
  deal->starred = starred;
  g_object_notify_by_pspec (G_OBJECT (deal), properties[PROP_STARRED]);
}

/**
 * outlay_deal_get_who:
 *
 * Returns: (transfer none): the first line of the card: who commits.
 */
const char *
outlay_deal_get_who (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->who;
}

/**
 * outlay_deal_get_whom:
 *
 * Returns: (transfer none): the second line of the card without the kind: "→ Norland".
 */
const char *
outlay_deal_get_whom (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->whom;
}

/**
 * outlay_deal_get_kind_word:
 *
 * Returns: (transfer none): the kind behind the second line, "" where that says it.
 */
const char *
outlay_deal_get_kind_word (OutlayDeal *deal)
{
  return outlay_format_counterpart_kind (&deal->record->fields);
}

/**
 * outlay_deal_get_hedge:
 *
 * Returns: (transfer none): what stands before the amount: "up to", or "".
 */
const char *
outlay_deal_get_hedge (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->hedge;
}

/**
 * outlay_deal_get_amount:
 *
 * Returns: (transfer none): the amount: "$50 billion", or the words for none.
 */
const char *
outlay_deal_get_amount (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->amount;
}

/**
 * outlay_deal_get_facts:
 *
 * Returns: (transfer none): capacity, place and period.
 */
const char *
outlay_deal_get_facts (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->facts;
}

/**
 * outlay_deal_get_date:
 *
 * Returns: (transfer none): the day it was made known, as exact as known, "" where it is not.
 */
const char *
outlay_deal_get_date (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->date;
}

/**
 * outlay_deal_get_languages:
 *
 * Returns: (transfer none): the codes of its articles' languages: "vi de fr".
 */
const char *
outlay_deal_get_languages (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->languages;
}

/**
 * outlay_deal_get_sources:
 *
 * Returns: (transfer none): how many sources: "3 sources".
 */
const char *
outlay_deal_get_sources (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->sources;
}

/**
 * outlay_deal_get_sentence:
 *
 * Returns: (transfer none): the whole card in one sentence, for those who hear it.
 */
const char *
outlay_deal_get_sentence (OutlayDeal *deal)
{
  ensure_texts (deal);
  return deal->sentence;
}

/**
 * outlay_deal_get_n_sources:
 *
 * Returns: how many sources speak of it.
 */
guint
outlay_deal_get_n_sources (OutlayDeal *deal)
{
  return outlay_deal_record_count_sources (deal->record);
}

/**
 * outlay_deal_get_worth:
 *
 * Returns: about how many hundredths of a US dollar the deal adds to a total;
 *   %OUTLAY_MONEY_UNSET where it states no figure, or in a currency of unknown worth.
 */
gint64
outlay_deal_get_worth (OutlayDeal *deal)
{
  gint64 worth;

  if (!outlay_deal_record_convert_total (deal->record, OUTLAY_RATES_BASE, &worth, NULL))
    return OUTLAY_MONEY_UNSET;
  return worth;
}
