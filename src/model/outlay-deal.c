/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal.h"

#include "base/outlay-country.h"
#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "base/outlay-text.h"

/* All that is made of a record, apart, so that a worker thread can make it. */
typedef struct
{
  OutlayDealRecord *record;
  char *who;
  char *whom;
  char *hedge;
  char *amount;
  char *facts;
  char *date;
  char *languages;
  char *sources;
  char *sentence;
  GRefString *search_key;
  char *party_key;
  char *recipient_key;
  guint n_sources;
  guint date_key;
  gint64 worth;
  GPtrArray *keys[OUTLAY_N_FACETS];
} Content;

struct _OutlayDeal
{
  GObject parent_instance;

  Content content;
  gboolean starred;
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
  g_clear_pointer (&deal->content.who, g_free);
  g_clear_pointer (&deal->content.whom, g_free);
  g_clear_pointer (&deal->content.hedge, g_free);
  g_clear_pointer (&deal->content.amount, g_free);
  g_clear_pointer (&deal->content.facts, g_free);
  g_clear_pointer (&deal->content.date, g_free);
  g_clear_pointer (&deal->content.languages, g_free);
  g_clear_pointer (&deal->content.sources, g_free);
  g_clear_pointer (&deal->content.sentence, g_free);
  g_clear_pointer (&deal->content.search_key, g_ref_string_release);
  g_clear_pointer (&deal->content.party_key, g_free);
  g_clear_pointer (&deal->content.recipient_key, g_free);
}

static void
add_key (OutlayDeal *deal, OutlayFacet facet, const char *key)
{
  const char *interned = g_intern_string (key);

  if (!g_ptr_array_find (deal->content.keys[facet], interned, NULL))
    g_ptr_array_add (deal->content.keys[facet], (gpointer)interned);
}

static void
prepare_keys (OutlayDeal *deal)
{
  const OutlayFields *fields = &deal->content.record->fields;
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (deal->content.record);

  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_ptr_array_set_size (deal->content.keys[facet], 0);
  add_key (deal, OUTLAY_FACET_KIND, outlay_kind_to_string (fields->kind));
  add_key (deal, OUTLAY_FACET_STATUS, outlay_status_to_string (fields->status));
  for (guint i = 0; i < fields->parties->len; i++)
    add_key (deal, OUTLAY_FACET_PARTY, outlay_fields_get_party (fields, i)->name);
  for (guint i = 0; i < fields->places->len; i++)
    add_key (deal, OUTLAY_FACET_COUNTRY, g_ptr_array_index (fields->places, i));
  for (guint i = 0; i < languages->len; i++)
    add_key (deal, OUTLAY_FACET_LANGUAGE, g_ptr_array_index (languages, i));
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_ptr_array_add (deal->content.keys[facet], NULL);
}

static void
append_word (GString *words, const char *word)
{
  if (word != NULL)
    g_string_append_printf (words, "%s\n", word);
}

/* All that a person may search a deal by: what its card says, whole, and its articles' titles. */
static GRefString *
make_search_key (OutlayDeal *deal)
{
  const OutlayFields *fields = &deal->content.record->fields;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < fields->parties->len; i++)
    append_word (words, outlay_fields_get_party (fields, i)->name);
  for (guint i = 0; i < fields->places->len; i++)
    append_word (words, outlay_country_get_name (g_ptr_array_index (fields->places, i)));
  append_word (words, deal->content.amount);
  append_word (words, deal->content.facts);
  append_word (words, deal->content.date);
  append_word (words, outlay_format_kind_in_text (fields->kind));
  append_word (words, outlay_format_status (fields->status));
  for (guint i = 0; i < deal->content.record->claims->len; i++)
    {
      const OutlayArticle *article
        = outlay_deal_record_get_claim (deal->content.record, i)->article;

      append_word (words, article->title);
      append_word (words, article->source);
    }
  g_autofree char *folded = outlay_text_fold (words->str);

  return g_ref_string_new (folded);
}

static char *
join_languages (const OutlayDealRecord *record)
{
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (record);

  g_ptr_array_add (languages, NULL);
  return g_strjoinv (" ", (GStrv)languages->pdata);
}

/* Partial dates as numbers in the order of outlay_date_compare(), so that sorting is cheap. */
static guint
make_date_key (OutlayDate date)
{
  GDate first;

  if (!outlay_date_is_valid (date))
    return 0;
  outlay_date_get_first_day (date, &first);
  return g_date_get_julian (&first) * 8 + date.unit;
}

static char *
make_recipient_key (const OutlayFields *fields)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      if (party->role == OUTLAY_ROLE_RECIPIENT)
        return outlay_text_fold (party->name);
    }
  return g_strdup ("");
}

static void
prepare_texts (OutlayDeal *deal)
{
  const OutlayFields *fields = &deal->content.record->fields;
  const OutlayMoney *amount = &fields->amount;
  const OutlayParty *first = fields->parties->len > 0 ? outlay_fields_get_party (fields, 0) : NULL;

  clear_texts (deal);
  deal->content.who = outlay_format_who (fields);
  deal->content.whom = outlay_format_counterpart (fields);
  deal->content.hedge
    = g_strdup (outlay_money_is_set (amount) ? outlay_format_hedge (amount->qualifier) : "");
  deal->content.amount = outlay_format_amount (amount);
  deal->content.facts = outlay_format_facts (fields);
  deal->content.date = outlay_format_date (fields->announced);
  deal->content.languages = join_languages (deal->content.record);
  deal->content.sources = outlay_format_sources (deal->content.record);
  deal->content.n_sources = outlay_deal_record_count_sources (deal->content.record);
  deal->content.date_key = make_date_key (fields->announced);
  deal->content.sentence = outlay_format_sentence (deal->content.record);
  deal->content.search_key = make_search_key (deal);
  deal->content.party_key = first != NULL ? outlay_text_fold (first->name) : g_strdup ("");
  deal->content.recipient_key = make_recipient_key (fields);
  deal->content.worth = outlay_rates_get_rough_worth (
    amount->currency, outlay_deal_record_get_total (deal->content.record));
}

static void
outlay_deal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayDeal *deal = OUTLAY_DEAL (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_pointer (value, deal->content.record);
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
  g_clear_pointer (&deal->content.record, outlay_deal_record_unref);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_ptr_array_unref (deal->content.keys[facet]);
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
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    deal->content.keys[facet] = g_ptr_array_new ();
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

  return deal->content.record->id;
}

/**
 * outlay_deal_get_record:
 *
 * Returns: (transfer none): all that is known of the deal.
 */
OutlayDealRecord *
outlay_deal_get_record (OutlayDeal *deal)
{
  g_return_val_if_fail (OUTLAY_IS_DEAL (deal), NULL);

  return deal->content.record;
}

/**
 * outlay_deal_set_record:
 * @record: (transfer none): the deal as the ledger now has it
 *
 * Makes all texts and keys anew and notifies "record".
 */
void
outlay_deal_set_record (OutlayDeal *deal, OutlayDealRecord *record)
{
  g_return_if_fail (OUTLAY_IS_DEAL (deal));
  g_return_if_fail (record != NULL);

  if (deal->content.record == record)
    return;
  outlay_deal_record_ref (record);
  g_clear_pointer (&deal->content.record, outlay_deal_record_unref);
  deal->content.record = record;
  prepare_texts (deal);
  prepare_keys (deal);
  g_object_notify_by_pspec (G_OBJECT (deal), properties[PROP_RECORD]);
  outlay_deal_set_starred (deal, record->starred);
}

/**
 * outlay_deal_take_over:
 * @newer: the same deal, made of the record that the ledger now has; it is left with the older one
 *
 * Does what outlay_deal_set_record() does with texts that are made already.
 */
void
outlay_deal_take_over (OutlayDeal *deal, OutlayDeal *newer)
{
  Content older = deal->content;

  g_return_if_fail (outlay_deal_get_id (deal) == outlay_deal_get_id (newer));

  deal->content = newer->content;
  newer->content = older;
  g_object_notify_by_pspec (G_OBJECT (deal), properties[PROP_RECORD]);
  outlay_deal_set_starred (deal, deal->content.record->starred);
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
  return deal->content.who;
}

/**
 * outlay_deal_get_whom:
 *
 * Returns: (transfer none): the second line of the card without the kind: "→ Norland".
 */
const char *
outlay_deal_get_whom (OutlayDeal *deal)
{
  return deal->content.whom;
}

/**
 * outlay_deal_get_kind_word:
 *
 * Returns: (transfer none): the kind behind the second line, "" where that says it.
 */
const char *
outlay_deal_get_kind_word (OutlayDeal *deal)
{
  return outlay_format_counterpart_kind (&deal->content.record->fields);
}

/**
 * outlay_deal_get_hedge:
 *
 * Returns: (transfer none): what stands before the amount: "up to", or "".
 */
const char *
outlay_deal_get_hedge (OutlayDeal *deal)
{
  return deal->content.hedge;
}

/**
 * outlay_deal_get_amount:
 *
 * Returns: (transfer none): the amount: "$50 billion", or the words for none.
 */
const char *
outlay_deal_get_amount (OutlayDeal *deal)
{
  return deal->content.amount;
}

/**
 * outlay_deal_get_facts:
 *
 * Returns: (transfer none): capacity, place and period.
 */
const char *
outlay_deal_get_facts (OutlayDeal *deal)
{
  return deal->content.facts;
}

/**
 * outlay_deal_get_date:
 *
 * Returns: (transfer none): the day it was made known, as exact as known, "" where it is not.
 */
const char *
outlay_deal_get_date (OutlayDeal *deal)
{
  return deal->content.date;
}

/**
 * outlay_deal_get_languages:
 *
 * Returns: (transfer none): the codes of its articles' languages: "vi de fr".
 */
const char *
outlay_deal_get_languages (OutlayDeal *deal)
{
  return deal->content.languages;
}

/**
 * outlay_deal_get_sources:
 *
 * Returns: (transfer none): how many sources: "3 sources".
 */
const char *
outlay_deal_get_sources (OutlayDeal *deal)
{
  return deal->content.sources;
}

/**
 * outlay_deal_get_sentence:
 *
 * Returns: (transfer none): the whole card in one sentence, for those who hear it.
 */
const char *
outlay_deal_get_sentence (OutlayDeal *deal)
{
  return deal->content.sentence;
}

/**
 * outlay_deal_get_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the interned keys of @facet that the deal
 *   has; equal keys are the same pointer.
 */
const char *const *
outlay_deal_get_keys (OutlayDeal *deal, OutlayFacet facet)
{
  return (const char *const *)deal->content.keys[facet]->pdata;
}

/**
 * outlay_deal_ref_search_key:
 *
 * Returns: (transfer full): all that stands on the card, folded by outlay_text_fold(); it may go to
 *   another thread.
 */
GRefString *
outlay_deal_ref_search_key (OutlayDeal *deal)
{
  return g_ref_string_acquire (deal->content.search_key);
}

/**
 * outlay_deal_get_recipient_key:
 *
 * Returns: (transfer none): the folded name of the first recipient, "" where there is none.
 */
const char *
outlay_deal_get_recipient_key (OutlayDeal *deal)
{
  return deal->content.recipient_key;
}

/**
 * outlay_deal_get_party_key:
 *
 * Returns: (transfer none): the first party's name, folded; "" where no party is named.
 */
const char *
outlay_deal_get_party_key (OutlayDeal *deal)
{
  return deal->content.party_key;
}

/**
 * outlay_deal_get_date_key:
 *
 * Returns: a number that orders by the day it was made known; 0 where that is not known.
 */
guint
outlay_deal_get_date_key (OutlayDeal *deal)
{
  return deal->content.date_key;
}

/**
 * outlay_deal_get_n_sources:
 *
 * Returns: how many sources speak of the deal.
 */
guint
outlay_deal_get_n_sources (OutlayDeal *deal)
{
  return deal->content.n_sources;
}

/**
 * outlay_deal_get_worth:
 *
 * Returns: about how many hundredths of a US dollar it is worth, to order deals of different
 *   currencies by; %OUTLAY_MONEY_UNSET where that is not known.
 */
gint64
outlay_deal_get_worth (OutlayDeal *deal)
{
  return deal->content.worth;
}

/**
 * outlay_deal_has_source:
 * @source: a source's key, "" for the unknown one
 *
 * Returns: whether an article of @source speaks of the deal.
 */
gboolean
outlay_deal_has_source (OutlayDeal *deal, const char *source)
{
  for (guint i = 0; i < deal->content.record->claims->len; i++)
    {
      const OutlayArticle *article
        = outlay_deal_record_get_claim (deal->content.record, i)->article;

      if (g_strcmp0 (article->source != NULL ? article->source : "", source) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_deal_has_article:
 *
 * Returns: whether the article of that id speaks of the deal.
 */
gboolean
outlay_deal_has_article (OutlayDeal *deal, gint64 article_id)
{
  for (guint i = 0; i < deal->content.record->claims->len; i++)
    {
      if (outlay_deal_record_get_claim (deal->content.record, i)->article_id == article_id)
        return TRUE;
    }
  return FALSE;
}
