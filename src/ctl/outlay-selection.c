/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-selection.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "base/outlay-text.h"
#include "ingest/acts/outlay-rederive.h"
#include "model/index/outlay-sieve.h"
#include "model/outlay-facets.h"
#include "model/outlay-figure-text.h"
#include "model/outlay-search.h"
#include "model/settings/outlay-settings.h"
#include "model/outlay-sort.h"

/* The lists, in the order of the facets. */
enum
{
  LIST_KIND = OUTLAY_FACET_KIND,
  LIST_STATUS = OUTLAY_FACET_STATUS,
  LIST_PARTY = OUTLAY_FACET_PARTY,
  LIST_COUNTRY = OUTLAY_FACET_COUNTRY,
  LIST_LANGUAGE = OUTLAY_FACET_LANGUAGE,
  LIST_SOURCE = OUTLAY_FACET_SOURCE,
  LIST_YEAR = OUTLAY_FACET_YEAR,
};

G_STATIC_ASSERT (LIST_YEAR + 1 == OUTLAY_SELECTION_N_LISTS);

/** outlay_selection_clear: gives back what @selection holds. */
void
outlay_selection_clear (OutlaySelection *selection)
{
  g_free (selection->ledger);
  for (guint list = 0; list < OUTLAY_SELECTION_N_LISTS; list++)
    g_strfreev (selection->lists[list]);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    g_free (selection->ranges[measure]);
  g_free (selection->words);
  g_free (selection->search);
  g_free (selection->sort);
  g_free (selection->currency);
}

static GArray *
new_entries (OutlaySelection *selection, const GOptionEntry *more)
{
  const GOptionEntry own[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &selection->ledger,
     N_ ("Use this ledger, not the user’s own"), N_ ("FILE")},
    {"kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_KIND],
     N_ ("Only deals of this kind: build, equity, supply, acquisition, venture, financing, budget "
         "or grant"),
     N_ ("KIND")},
    {"status", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_STATUS],
     N_ ("Only deals of this status: rumoured, announced, agreed, under_way, completed or "
         "cancelled"),
     N_ ("STATUS")},
    {"party", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_PARTY],
     N_ ("Only deals of this party, in any role"), N_ ("NAME")},
    {"country", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_COUNTRY],
     N_ ("Only deals in this country or region: its name, or a code of two letters"), N_ ("PLACE")},
    {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_LANGUAGE],
     N_ ("Only deals that an article in this language tells: a code of two letters"), N_ ("CODE")},
    {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_SOURCE],
     N_ ("Only deals that this source tells"), N_ ("NAME")},
    {"year", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_YEAR],
     N_ ("Only deals announced in this year"), N_ ("YEAR")},
    {"amount", 0, 0, G_OPTION_ARG_FILENAME, &selection->ranges[OUTLAY_MEASURE_AMOUNT],
     N_ ("Only deals of such an amount: \"1 bn..\", \"..500 m\", \"1 bn..5 bn\""), N_ ("FROM..TO")},
    {"capacity", 0, 0, G_OPTION_ARG_FILENAME, &selection->ranges[OUTLAY_MEASURE_CAPACITY],
     N_ ("Only deals of such a capacity: \"100 MW..1 GW\""), N_ ("FROM..TO")},
    {"announced", 0, 0, G_OPTION_ARG_FILENAME, &selection->ranges[OUTLAY_MEASURE_DATE],
     N_ ("Only deals announced in such a time: \"2025-07..2025-12\""), N_ ("FROM..TO")},
    {"search", 0, 0, G_OPTION_ARG_FILENAME, &selection->search,
     N_ ("Only deals that hold, on the card or in an article, all these words; \"as it stands\", "
         "-not this"),
     N_ ("WORDS")},
    {"review", 0, 0, G_OPTION_ARG_NONE, &selection->review, N_ ("Only deals to review"), NULL},
    {"conflicts", 0, 0, G_OPTION_ARG_NONE, &selection->conflicts,
     N_ ("Only deals on which the articles disagree"), NULL},
    {"starred", 0, 0, G_OPTION_ARG_NONE, &selection->starred, N_ ("Only starred deals"), NULL},
    {"rejected", 0, 0, G_OPTION_ARG_NONE, &selection->rejected,
     N_ ("Only what you said is no deal, which is left out otherwise"), NULL},
    {"sort", 0, 0, G_OPTION_ARG_FILENAME, &selection->sort,
     N_ ("Order: newest, oldest, largest, capacity, sources or party"), N_ ("ORDER")},
    {"currency", 0, 0, G_OPTION_ARG_STRING, &selection->currency,
     N_ ("Add up in this currency, where a rate is known: EUR"), N_ ("CODE")},
  };
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; more[i].long_name != NULL; i++)
    g_array_append_val (entries, more[i]);
  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  return entries;
}

/* "!NAME" leaves out what NAME would choose. */
static const char *
skip_exclusion (const char *typed)
{
  return *typed == '!' ? typed + 1 : typed;
}

static gboolean
is_known (guint list, const char *value)
{
  OutlayKind kind;
  OutlayStatus status;

  if (list == LIST_KIND)
    return outlay_kind_from_string (value, &kind);
  if (list == LIST_STATUS)
    return outlay_status_from_string (value, &status);
  return TRUE;
}

/* "1 bn..5 bn", either of them left out; a single figure is both. */
static gboolean
read_range (OutlayMeasure measure, const char *typed, OutlayRange *range)
{
  g_autofree char *text = outlay_verb_dup_text (typed);
  char *parts = strstr (text, "..");
  const char *high = parts != NULL ? parts + strlen ("..") : text;

  if (parts != NULL)
    *parts = '\0';
  return outlay_figure_from_text (measure, text, FALSE, &range->low)
         && outlay_figure_from_text (measure, high, TRUE, &range->high)
         && (range->low != G_MININT64 || range->high != G_MAXINT64);
}

static char *
find_mistake (const OutlaySelection *selection)
{
  OutlaySort sort;

  for (guint list = LIST_KIND; list <= LIST_STATUS; list++)
    {
      for (guint i = 0; selection->lists[list] != NULL && selection->lists[list][i] != NULL; i++)
        {
          g_autofree char *value = outlay_verb_dup_text (selection->lists[list][i]);

          if (is_known (list, skip_exclusion (value)))
            continue;
          return list == LIST_KIND ? g_strdup_printf (_ ("“%s” is no kind of deal."), value)
                                   : g_strdup_printf (_ ("“%s” is no status of a deal."), value);
        }
    }
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      OutlayRange range = OUTLAY_RANGE_INIT;

      if (selection->ranges[measure] == NULL
          || read_range ((OutlayMeasure)measure, selection->ranges[measure], &range))
        continue;
      g_autofree char *value = outlay_verb_dup_text (selection->ranges[measure]);
      return g_strdup_printf (_ ("“%s” is not from one figure to another: “1 bn..5 bn”."), value);
    }
  if (selection->sort != NULL && !outlay_sort_from_string (selection->sort, &sort))
    {
      g_autofree char *value = outlay_verb_dup_text (selection->sort);

      return g_strdup_printf (_ ("“%s” is no order."), value);
    }
  if (selection->currency != NULL && !outlay_rates_knows (selection->currency))
    return g_strdup_printf (_ ("No rate of “%s” is known. “outlayctl rates” lists them."),
                            selection->currency);
  return NULL;
}

/**
 * outlay_selection_parse:
 * @selection: where the options go
 * @more: (array zero-terminated=1): the verb's own options
 *
 * Returns: whether there are only options, and they are right; where not, it has been told.
 */
gboolean
outlay_selection_parse (OutlaySelection *selection,
                        const OutlayVerb *verb,
                        const GOptionEntry *more,
                        char ***arguments)
{
  g_autoptr (GArray) entries = new_entries (selection, more);

  if (!outlay_verb_parse (verb, (const GOptionEntry *)(gpointer)entries->data, arguments))
    return FALSE;
  selection->apart = g_strcmp0 (selection->currency, "none") == 0;
  if (selection->apart)
    g_clear_pointer (&selection->currency, g_free);
  g_autofree char *mistake = find_mistake (selection);
  if (mistake == NULL && (*arguments)[1] == NULL)
    return TRUE;
  outlay_verb_refuse (verb, mistake != NULL ? mistake : _ ("Only options are wanted here."));
  return FALSE;
}

/**
 * outlay_selection_dup_path:
 * @typed: (nullable): path of a ledger, %NULL for the user's own
 *
 * Returns: (transfer full): the ledger's path.
 */
char *
outlay_selection_dup_path (const char *typed)
{
  return typed != NULL ? g_strdup (typed) : outlay_ledger_dup_default_path ();
}

/* What was chosen in the preferences of the window holds here as well: the two programs treat one
 * ledger alike. */
static void
follow_settings (void)
{
  g_autoptr (GSettings) settings = outlay_settings_load ();

  if (settings != NULL)
    outlay_rederive_ask_below ((guint)g_settings_get_int (settings, "review-below"));
}

/**
 * outlay_selection_open:
 * @path: (nullable): of the ledger; %NULL for the user's own
 *
 * Returns: (transfer full) (nullable): the ledger.
 */
OutlayLedger *
outlay_selection_open (const char *path, OutlayLedgerFlags flags, GError **error)
{
  g_autofree char *whole = outlay_selection_dup_path (path);

  if ((flags & OUTLAY_LEDGER_FLAGS_READ_ONLY) == 0)
    follow_settings ();
  return outlay_ledger_open (whole, flags, error);
}

static gboolean
is_typed (OutlayFacet facet, const char *key, const char *folded)
{
  g_autofree char *known = outlay_text_fold (key);
  g_autofree char *label = outlay_text_fold (outlay_facet_get_label (facet, key));

  return strcmp (known, folded) == 0 || strcmp (label, folded) == 0;
}

/* Chooses the keys of the deals that are typed so, whatever the case and accents. */
static void
choose_typed (OutlayFilter *filter,
              OutlayFacet facet,
              const char *typed,
              const OutlayDealIndex *index)
{
  OutlayChoice choice = *typed == '!' ? OUTLAY_CHOICE_EXCLUDE : OUTLAY_CHOICE_INCLUDE;
  const GPtrArray *keys = outlay_deal_index_get_keys (index, facet);
  g_autofree char *text = outlay_verb_dup_text (skip_exclusion (typed));
  g_autofree char *folded = outlay_text_fold (text);
  gboolean known = FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      if (!is_typed (facet, keys->pdata[i], folded))
        continue;
      outlay_filter_choose (filter, facet, keys->pdata[i], choice);
      known = TRUE;
    }
  if (!known)
    outlay_filter_choose (filter, facet, text, choice);
}

/**
 * outlay_selection_new_query:
 *
 * Returns: (transfer full): what is searched for.
 */
OutlayQuery *
outlay_selection_new_query (const OutlaySelection *selection)
{
  g_autofree char *typed = outlay_verb_dup_text (selection->search);

  return outlay_query_new (typed);
}

static gboolean
search (OutlayFilter *filter,
        const OutlaySelection *selection,
        OutlayLedger *ledger,
        OutlayDealIndex *index,
        GError **error)
{
  g_autoptr (OutlayQuery) query = outlay_selection_new_query (selection);

  if (outlay_query_is_empty (query))
    return TRUE;
  filter->found = outlay_search_find (ledger, index, query, NULL, error);
  return filter->found != NULL;
}

static void
want_trait (OutlayFilter *filter, OutlayTrait trait, gboolean wanted)
{
  if (wanted)
    outlay_filter_choose (filter, OUTLAY_FACET_TRAIT, outlay_trait_to_string (trait),
                          OUTLAY_CHOICE_INCLUDE);
}

static void
set_filter (OutlayFilter *filter, const OutlaySelection *selection, const OutlayDealIndex *index)
{
  for (guint list = 0; list < OUTLAY_SELECTION_N_LISTS; list++)
    {
      GStrv typed = selection->lists[list];

      for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
        choose_typed (filter, (OutlayFacet)list, typed[i], index);
    }
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      if (selection->ranges[measure] != NULL)
        read_range ((OutlayMeasure)measure, selection->ranges[measure], &filter->ranges[measure]);
    }
  if (selection->currency != NULL)
    g_strlcpy (filter->currency, selection->currency, sizeof filter->currency);
  want_trait (filter, OUTLAY_TRAIT_REVIEW, selection->review);
  want_trait (filter, OUTLAY_TRAIT_CONFLICTS, selection->conflicts);
  want_trait (filter, OUTLAY_TRAIT_STARRED, selection->starred);
}

static GPtrArray *
list_filtered (const OutlayDealIndex *index,
               const OutlayFilter *filter,
               OutlayOrder order,
               const GPtrArray *records)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autofree guint32 *rows = outlay_order_rows (index, order);
  g_auto (OutlaySieve) sieve;

  outlay_sieve_init (&sieve, index, filter);
  for (guint i = 0; i < records->len; i++)
    {
      if (outlay_sieve_get_misses (&sieve, rows[i]) == 0)
        g_ptr_array_add (shown, outlay_deal_record_ref (records->pdata[rows[i]]));
    }
  return shown;
}

static void
describe (OutlaySelection *selection, OutlayFilter *filter, guint n_shown, guint n_all)
{
  g_free (filter->search);
  filter->search = outlay_verb_dup_text (selection->search);
  if (filter->search == NULL)
    filter->search = g_strdup ("");
  g_free (selection->words);
  selection->words = outlay_filter_dup_sentence (filter, NULL, n_shown, n_all);
}

static GPtrArray *
list_shown (OutlaySelection *selection, OutlayLedger *ledger, GPtrArray *records, GError **error)
{
  g_autoptr (OutlayDealIndex) index = outlay_deal_index_new (TRUE);
  GPtrArray *shown = NULL;
  OutlayOrder order = {OUTLAY_SORT_NEWEST, FALSE};
  OutlayFilter filter;

  for (guint i = 0; i < records->len; i++)
    outlay_deal_index_add (index, records->pdata[i]);
  outlay_deal_index_finish (index);
  if (selection->sort != NULL)
    outlay_sort_from_string (selection->sort, &order.sort);
  if (selection->currency != NULL)
    g_strlcpy (order.currency, selection->currency, sizeof order.currency);
  outlay_filter_init (&filter);
  set_filter (&filter, selection, index);
  if (search (&filter, selection, ledger, index, error))
    shown = list_filtered (index, &filter, order, records);
  if (shown != NULL)
    describe (selection, &filter, shown->len, records->len);
  outlay_filter_clear (&filter);
  return shown;
}

/**
 * outlay_selection_load:
 * @ledger: (out) (transfer full) (nullable): the ledger that they are of
 * @n_all: (out): how many deals it has
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals wanted, in order.
 */
GPtrArray *
outlay_selection_load (OutlaySelection *selection,
                       OutlayLedger **ledger,
                       guint *n_all,
                       GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  *ledger = outlay_selection_open (selection->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, error);
  if (*ledger == NULL)
    return NULL;
  records = selection->rejected ? outlay_ledger_list_rejected (*ledger, NULL, error)
                                : outlay_ledger_list_deals (*ledger, NULL, error);
  if (records == NULL)
    return NULL;
  *n_all = records->len;
  return list_shown (selection, *ledger, records, error);
}
