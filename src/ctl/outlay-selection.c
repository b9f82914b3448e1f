/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-selection.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "model/outlay-filter.h"
#include "model/outlay-search.h"
#include "model/outlay-sort.h"

/* The lists, in the order of the facets, the source behind them. */
enum
{
  LIST_KIND = OUTLAY_FACET_KIND,
  LIST_STATUS = OUTLAY_FACET_STATUS,
  LIST_PARTY = OUTLAY_FACET_PARTY,
  LIST_COUNTRY = OUTLAY_FACET_COUNTRY,
  LIST_LANGUAGE = OUTLAY_FACET_LANGUAGE,
  LIST_SOURCE,
};

G_STATIC_ASSERT (LIST_SOURCE + 1 == OUTLAY_SELECTION_N_LISTS);

/** outlay_selection_clear: gives back what @selection holds. */
void
outlay_selection_clear (OutlaySelection *selection)
{
  g_free (selection->ledger);
  for (guint list = 0; list < OUTLAY_SELECTION_N_LISTS; list++)
    g_strfreev (selection->lists[list]);
  g_free (selection->search);
  g_free (selection->sort);
}

/**
 * outlay_selection_new_entries:
 * @selection: where the options go
 * @more: the verb's own options, the last one empty
 *
 * Returns: (transfer full) (element-type GOptionEntry): all options of the verb.
 */
GArray *
outlay_selection_new_entries (OutlaySelection *selection, const GOptionEntry *more)
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
     N_ ("Only deals in this country: a code of two letters"), N_ ("CODE")},
    {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_LANGUAGE],
     N_ ("Only deals that an article in this language tells: a code of two letters"), N_ ("CODE")},
    {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &selection->lists[LIST_SOURCE],
     N_ ("Only deals that this source tells"), N_ ("NAME")},
    {"search", 0, 0, G_OPTION_ARG_FILENAME, &selection->search,
     N_ ("Only deals that hold, on the card or in an article, all these words; \"as it stands\", "
         "-not this"),
     N_ ("WORDS")},
    {"review", 0, 0, G_OPTION_ARG_NONE, &selection->review, N_ ("Only deals to review"), NULL},
    {"conflicts", 0, 0, G_OPTION_ARG_NONE, &selection->conflicts,
     N_ ("Only deals on which the articles disagree"), NULL},
    {"starred", 0, 0, G_OPTION_ARG_NONE, &selection->starred, N_ ("Only starred deals"), NULL},
    {"sort", 0, 0, G_OPTION_ARG_FILENAME, &selection->sort,
     N_ ("Order: newest, oldest, largest, capacity, sources or party"), N_ ("ORDER")},
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

/**
 * outlay_selection_find_mistake:
 *
 * Returns: (transfer full) (nullable): what is wrong with the options' values.
 */
char *
outlay_selection_find_mistake (const OutlaySelection *selection)
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
  if (selection->sort != NULL && !outlay_sort_from_string (selection->sort, &sort))
    {
      g_autofree char *value = outlay_verb_dup_text (selection->sort);

      return g_strdup_printf (_ ("“%s” is no order."), value);
    }
  return NULL;
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
  g_autofree char *own = path == NULL ? outlay_ledger_dup_default_path () : NULL;

  return outlay_ledger_open (path != NULL ? path : own, flags, error);
}

/* Chooses the keys of the deals that are typed so, whatever the case and accents. */
static void
choose_typed (OutlayFilter *filter, OutlayFacet facet, const char *typed, GPtrArray *deals)
{
  OutlayChoice choice = *typed == '!' ? OUTLAY_CHOICE_EXCLUDE : OUTLAY_CHOICE_INCLUDE;
  g_autofree char *text = outlay_verb_dup_text (skip_exclusion (typed));
  g_autofree char *folded = outlay_text_fold (text);

  outlay_filter_choose (filter, facet, text, choice);
  for (guint i = 0; i < deals->len; i++)
    {
      const char *const *keys = outlay_deal_get_keys (g_ptr_array_index (deals, i), facet);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *key = outlay_text_fold (keys[j]);

          if (strcmp (key, folded) == 0)
            outlay_filter_choose (filter, facet, keys[j], choice);
        }
    }
}

static gboolean
is_source (const OutlayDealRecord *deal, const char *folded)
{
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const char *source = outlay_deal_record_get_claim (deal, i)->article->source;
      g_autofree char *known
        = outlay_text_fold (source != NULL ? source : C_ ("source", "Unknown source"));

      if (strcmp (known, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches_sources (const OutlayDealRecord *deal, GStrv sources)
{
  gboolean included = FALSE, wanted = FALSE;

  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    {
      g_autofree char *text = outlay_verb_dup_text (skip_exclusion (sources[i]));
      g_autofree char *folded = outlay_text_fold (text);
      gboolean is = is_source (deal, folded);

      if (*sources[i] == '!' && is)
        return FALSE;
      wanted |= *sources[i] != '!';
      included |= *sources[i] != '!' && is;
    }
  return included || !wanted;
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
        const GPtrArray *deals,
        GError **error)
{
  g_autoptr (OutlayQuery) query = outlay_selection_new_query (selection);

  if (outlay_query_is_empty (query))
    return TRUE;
  g_autoptr (GArray) cards = outlay_search_list_cards (deals);
  g_autoptr (GHashTable) found = outlay_search_find (ledger, cards, query, NULL, error);
  outlay_filter_set_found (filter, found);
  return found != NULL;
}

static void
set_filter (OutlayFilter *filter, const OutlaySelection *selection, GPtrArray *deals)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      GStrv typed = selection->lists[facet];

      for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
        choose_typed (filter, facet, typed[i], deals);
    }
}

static gboolean
is_shown (const OutlaySelection *selection, const OutlayFilter *filter, OutlayDeal *deal)
{
  const OutlayDealRecord *record = outlay_deal_get_record (deal);

  if ((selection->review && !record->review) || (selection->conflicts && record->conflicts == 0)
      || (selection->starred && !record->starred))
    return FALSE;
  return outlay_filter_get_misses (filter, deal) == 0
         && matches_sources (record, selection->lists[LIST_SOURCE]);
}

static GPtrArray *
list_shown (const OutlaySelection *selection,
            OutlayLedger *ledger,
            GPtrArray *records,
            GError **error)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) result
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  OutlaySort sort = OUTLAY_SORT_NEWEST;
  OutlayFilter filter;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (deals, outlay_deal_new (g_ptr_array_index (records, i)));
  outlay_filter_init (&filter);
  set_filter (&filter, selection, deals);
  gboolean searched = search (&filter, selection, ledger, deals, error);
  for (guint i = 0; searched && i < deals->len; i++)
    {
      if (is_shown (selection, &filter, g_ptr_array_index (deals, i)))
        g_ptr_array_add (shown, g_ptr_array_index (deals, i));
    }
  outlay_filter_clear (&filter);
  if (!searched)
    return NULL;
  if (selection->sort != NULL)
    outlay_sort_from_string (selection->sort, &sort);
  outlay_sort_deals (shown, sort);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (
      result, outlay_deal_record_ref (outlay_deal_get_record (g_ptr_array_index (shown, i))));
  return g_steal_pointer (&result);
}

/**
 * outlay_selection_load:
 * @n_all: (out): how many deals the ledger has
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals wanted, in order.
 */
GPtrArray *
outlay_selection_load (const OutlaySelection *selection,
                       OutlayLedger *ledger,
                       guint *n_all,
                       GError **error)
{
  g_autoptr (GPtrArray) records = outlay_ledger_list_deals (ledger, NULL, error);

  if (records == NULL)
    return NULL;
  *n_all = records->len;
  return list_shown (selection, ledger, records, error);
}

static const char *
get_list_title (guint list)
{
  switch (list)
    {
    case LIST_KIND:
      return C_ ("filter", "kind");
    case LIST_STATUS:
      return C_ ("filter", "status");
    case LIST_PARTY:
      return C_ ("filter", "party");
    case LIST_COUNTRY:
      return C_ ("filter", "country");
    case LIST_LANGUAGE:
      return C_ ("filter", "language");
    default:
      return C_ ("filter", "source");
    }
}

static void
append_part (GString *words, const char *title, const char *value)
{
  g_autofree char *part = outlay_format_labelled (title, value);

  g_string_append_printf (words, " · %s", part);
}

/**
 * outlay_selection_describe:
 *
 * Returns: (transfer full): what is shown, in words: "7 of 48 deals · kind: build".
 */
char *
outlay_selection_describe (const OutlaySelection *selection, guint n_deals, guint n_all)
{
  GString *words = g_string_new (NULL);

  if (n_deals == n_all)
    g_string_append_printf (words, ngettext ("%u deal", "%u deals", n_all), n_all);
  else
    g_string_append_printf (words, ngettext ("%u of %u deal", "%u of %u deals", n_all), n_deals,
                            n_all);
  for (guint list = 0; list < OUTLAY_SELECTION_N_LISTS; list++)
    {
      if (selection->lists[list] == NULL)
        continue;
      g_autofree char *typed = g_strjoinv (", ", selection->lists[list]);
      g_autofree char *value = outlay_verb_dup_text (typed);

      append_part (words, get_list_title (list), value);
    }
  if (selection->search != NULL)
    {
      g_autofree char *value = outlay_verb_dup_text (selection->search);

      append_part (words, C_ ("filter", "search"), value);
    }
  if (selection->review)
    g_string_append_printf (words, " · %s", C_ ("filter", "to review"));
  if (selection->conflicts)
    g_string_append_printf (words, " · %s", C_ ("filter", "in conflict"));
  if (selection->starred)
    g_string_append_printf (words, " · %s", C_ ("filter", "starred"));
  return g_string_free (words, FALSE);
}
