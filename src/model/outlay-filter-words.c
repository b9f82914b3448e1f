/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter as a person would say it: "Deals of 2025 in Norway over $1 billion, 37 of 1,204". What
 * is asked for is put round what was said before it, one after the other, so that each language can
 * put it where it belongs. */
#define G_LOG_DOMAIN "outlay-model"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-fields.h"
#include "base/outlay-region.h"
#include "outlay-facets.h"
#include "outlay-filter.h"

/* So many recipients of a flow are named; the others are counted. */
#define MOST_RECIPIENTS 3

/* Of each facet how deals are called that have one of the values, and that have none of them. */
typedef struct
{
  const char *with;
  const char *without;
} Phrase;

/* Translators: each is put round what was said so far, {deals}: "Deals", "Deals of 2025", … */
static const Phrase phrases[OUTLAY_N_FACETS] = {
  [OUTLAY_FACET_YEAR] = {NC_ ("filter sentence", "{deals} of {values}"),
                         NC_ ("filter sentence", "{deals} not of {values}")},
  [OUTLAY_FACET_KIND] = {NC_ ("filter sentence", "{deals} of the kind {values}"),
                         NC_ ("filter sentence", "{deals} not of the kind {values}")},
  [OUTLAY_FACET_PARTY] = {NC_ ("filter sentence", "{deals} with {values}"),
                          NC_ ("filter sentence", "{deals} without {values}")},
  [OUTLAY_FACET_COUNTRY] = {NC_ ("filter sentence", "{deals} in {values}"),
                            NC_ ("filter sentence", "{deals} not in {values}")},
  [OUTLAY_FACET_STATUS] = {NC_ ("filter sentence", "{deals}, status {values}"),
                           NC_ ("filter sentence", "{deals}, status not {values}")},
  [OUTLAY_FACET_LANGUAGE] = {NC_ ("filter sentence", "{deals} told in {values}"),
                             NC_ ("filter sentence", "{deals} not told in {values}")},
  [OUTLAY_FACET_SOURCE] = {NC_ ("filter sentence", "{deals} told by {values}"),
                           NC_ ("filter sentence", "{deals} not told by {values}")},
  [OUTLAY_FACET_TAG] = {NC_ ("filter sentence", "{deals} tagged {values}"),
                        NC_ ("filter sentence", "{deals} not tagged {values}")},
  [OUTLAY_FACET_TRAIT] = {NC_ ("filter sentence", "{deals}, {values}"),
                          NC_ ("filter sentence", "{deals}, not {values}")},
};

/* The order in which they are said. */
static const OutlayFacet facet_order[OUTLAY_N_FACETS] = {
  OUTLAY_FACET_KIND,    OUTLAY_FACET_YEAR,   OUTLAY_FACET_PARTY,
  OUTLAY_FACET_COUNTRY, OUTLAY_FACET_STATUS, OUTLAY_FACET_LANGUAGE,
  OUTLAY_FACET_SOURCE,  OUTLAY_FACET_TAG,    OUTLAY_FACET_TRAIT,
};

static const char *const role_phrases[OUTLAY_N_ROLES] = {
  [OUTLAY_ROLE_INVESTOR] = NC_ ("filter sentence", "{deals} as investor"),
  [OUTLAY_ROLE_RECIPIENT] = NC_ ("filter sentence", "{deals} as recipient"),
  [OUTLAY_ROLE_PARTNER] = NC_ ("filter sentence", "{deals} as partner"),
};

typedef struct
{
  const char *from;
  const char *to;
  const char *between;
} RangePhrase;

static const RangePhrase range_phrases[OUTLAY_N_MEASURES] = {
  [OUTLAY_MEASURE_AMOUNT]
  = {NC_ ("filter sentence", "{deals} over {low}"), NC_ ("filter sentence", "{deals} up to {high}"),
     NC_ ("filter sentence", "{deals} from {low} to {high}")},
  [OUTLAY_MEASURE_CAPACITY] = {NC_ ("filter sentence", "{deals} of at least {low}"),
                               NC_ ("filter sentence", "{deals} of at most {high}"),
                               NC_ ("filter sentence", "{deals} of {low} to {high}")},
  [OUTLAY_MEASURE_DATE] = {NC_ ("filter sentence", "{deals} since {low}"),
                           NC_ ("filter sentence", "{deals} until {high}"),
                           NC_ ("filter sentence", "{deals} between {low} and {high}")},
};

static char *
begin_sentence (const OutlayFilter *filter, const char *place)
{
  switch (filter->scope)
    {
    case OUTLAY_SCOPE_REVIEW:
      return g_strdup (C_ ("filter sentence", "Deals to review"));
    case OUTLAY_SCOPE_CONFLICTS:
      return g_strdup (C_ ("filter sentence", "Deals on which the articles disagree"));
    case OUTLAY_SCOPE_STARRED:
      return g_strdup (C_ ("filter sentence", "Starred deals"));
    case OUTLAY_SCOPE_IMPORT:
      return g_strdup (C_ ("filter sentence", "Deals new from the last import"));
    case OUTLAY_SCOPE_SOURCE:
      return outlay_format_fill (C_ ("filter sentence", "Deals told by {place}"), "place", place,
                                 NULL);
    case OUTLAY_SCOPE_ARTICLE:
      return outlay_format_fill (C_ ("filter sentence", "Deals in “{place}”"), "place", place,
                                 NULL);
    case OUTLAY_SCOPE_ALL:
    default:
      return g_strdup (C_ ("filter sentence", "Deals"));
    }
}

/* What a value is called within a sentence. */
static const char *
get_label (OutlayFacet facet, const char *key)
{
  OutlayKind kind;

  if (facet == OUTLAY_FACET_KIND && outlay_kind_from_string (key, &kind))
    return outlay_format_kind_in_text (kind);
  if (facet == OUTLAY_FACET_COUNTRY && outlay_region_get_name (key, TRUE) != NULL)
    return outlay_region_get_name (key, TRUE);
  return outlay_facet_get_label (facet, key);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* What is chosen of a facet, joined: "Acme, Borealis or Calder"; %NULL where nothing is. */
static char *
join_values (const OutlayFilter *filter, OutlayFacet facet, OutlayChoice wanted)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, choice;

  g_hash_table_iter_init (&iter, filter->choices[facet]);
  while (g_hash_table_iter_next (&iter, &key, &choice))
    {
      if (GPOINTER_TO_UINT (choice) == (guint)wanted)
        g_ptr_array_add (labels, (gpointer)get_label (facet, key));
    }
  if (labels->len == 0)
    return NULL;
  g_ptr_array_sort (labels, compare_labels);
  GString *joined = g_string_new (g_ptr_array_index (labels, 0));
  for (guint i = 1; i + 1 < labels->len; i++)
    g_string_append_printf (joined, "%s%s", C_ ("list", ", "),
                            (const char *)g_ptr_array_index (labels, i));
  if (labels->len < 2)
    return g_string_free (joined, FALSE);
  char *all = outlay_format_fill (C_ ("filter", "{first} or {last}"), "first", joined->str, "last",
                                  g_ptr_array_index (labels, labels->len - 1), NULL);
  g_string_free (joined, TRUE);
  return all;
}

static void
put_round (char **sentence, const char *pattern, const char *name, const char *value)
{
  char *longer = outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "filter sentence", pattern),
                                     "deals", *sentence, name, value, NULL);

  g_free (*sentence);
  *sentence = longer;
}

static void
add_facet (char **sentence, const OutlayFilter *filter, OutlayFacet facet)
{
  g_autofree char *with = join_values (filter, facet, OUTLAY_CHOICE_INCLUDE);
  g_autofree char *without = join_values (filter, facet, OUTLAY_CHOICE_EXCLUDE);

  if (with != NULL)
    put_round (sentence, phrases[facet].with, "values", with);
  if (with != NULL && facet == OUTLAY_FACET_PARTY && filter->role != OUTLAY_ANY_ROLE)
    put_round (sentence, role_phrases[filter->role], "values", with);
  if (without != NULL)
    put_round (sentence, phrases[facet].without, "values", without);
}

static char *
dup_figure (OutlayMeasure measure, gint64 figure, const char *currency)
{
  GDate day;

  if (measure == OUTLAY_MEASURE_AMOUNT)
    return outlay_format_sum (currency, figure);
  if (measure == OUTLAY_MEASURE_CAPACITY)
    return outlay_format_power (figure);
  g_date_set_julian (&day, (guint32)figure);
  return outlay_format_date (
    outlay_date_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day)));
}

static void
add_range (char **sentence, const OutlayFilter *filter, OutlayMeasure measure)
{
  const OutlayRange *range = &filter->ranges[measure];
  const RangePhrase *phrase = &range_phrases[measure];
  gboolean from = range->low != G_MININT64, to = range->high != G_MAXINT64;
  g_autofree char *low = from ? dup_figure (measure, range->low, filter->currency) : g_strdup ("");
  g_autofree char *high = to ? dup_figure (measure, range->high, filter->currency) : g_strdup ("");
  const char *pattern = from && to ? phrase->between : from ? phrase->from : phrase->to;
  char *longer;

  if (!from && !to)
    return;
  longer = outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "filter sentence", pattern), "deals",
                               *sentence, "low", low, "high", high, NULL);
  g_free (*sentence);
  *sentence = longer;
}

/* Who may get the money of the flow that is wanted: "Acme, Borealis and 3 more". */
static char *
join_recipients (const OutlayFilter *filter)
{
  g_auto (OutlayFields) fields;

  outlay_fields_init (&fields);
  for (guint i = 0; i < filter->recipients->len; i++)
    outlay_fields_add_party (&fields, OUTLAY_ROLE_RECIPIENT, filter->recipients->pdata[i]);
  return outlay_format_parties (&fields, OUTLAY_ROLE_RECIPIENT, MOST_RECIPIENTS);
}

static void
add_flow (char **sentence, const OutlayFilter *filter)
{
  g_autofree char *recipients = join_recipients (filter);
  char *longer
    = outlay_format_fill (C_ ("filter sentence", "{deals} from {payer} to {recipients}"), "deals",
                          *sentence, "payer", filter->payer, "recipients", recipients, NULL);

  g_free (*sentence);
  *sentence = longer;
}

/**
 * outlay_filter_dup_flow:
 *
 * Returns: (transfer full) (nullable): the flow whose deals are wanted: "Acme → Borealis"; %NULL
 *   where any are.
 */
char *
outlay_filter_dup_flow (const OutlayFilter *filter)
{
  g_autofree char *recipients = NULL;

  if (filter->payer == NULL)
    return NULL;
  recipients = join_recipients (filter);
  return outlay_format_fill (C_ ("deal", "{who} → {whom}"), "who", filter->payer, "whom",
                             recipients, NULL);
}

/**
 * outlay_filter_dup_sentence:
 * @place: (nullable): the name of the source or the article of the scope
 * @n_deals: how many deals the filter lets through
 * @n_all: of how many
 *
 * Returns: (transfer full): which deals are shown, for the head or the foot of a page: "Deals of
 *   2025 in Norway over $1 billion, 37 of 1,204"; "1,204 deals" where all are.
 */
char *
outlay_filter_dup_sentence (const OutlayFilter *filter,
                            const char *place,
                            guint n_deals,
                            guint n_all)
{
  g_autofree char *count = outlay_format_count (n_deals);
  g_autofree char *all = outlay_format_count (n_all);
  g_autofree char *sentence = NULL;

  if (filter->scope == OUTLAY_SCOPE_ALL && outlay_filter_count (filter) == 0 && n_deals == n_all)
    return outlay_format_fill (
      g_dngettext (GETTEXT_PACKAGE, "{count} deal", "{count} deals", n_all), "count", all, NULL);
  sentence = begin_sentence (filter, place != NULL ? place : "");
  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    add_facet (&sentence, filter, facet_order[i]);
  if (filter->payer != NULL)
    add_flow (&sentence, filter);
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      if (outlay_filter_has_range (filter, (OutlayMeasure)i))
        add_range (&sentence, filter, (OutlayMeasure)i);
    }
  if (filter->reread != NULL)
    put_round (&sentence, NC_ ("filter sentence", "{deals} changed by reading again"), "text", "");
  if (*filter->search != '\0')
    put_round (&sentence, NC_ ("filter sentence", "{deals} that hold “{text}”"), "text",
               filter->search);
  /* Translators: which deals, and how many they are of how many */
  return outlay_format_fill (C_ ("filter sentence", "{deals}, {count} of {all}"), "deals", sentence,
                             "count", count, "all", all, NULL);
}

/**
 * outlay_filter_dup_in_role:
 * @words: of deals or of parties
 *
 * Returns: (transfer full): @words, said of parties in @role: "Acme as investor".
 */
char *
outlay_filter_dup_in_role (const char *words, OutlayRole role)
{
  return outlay_format_fill (g_dpgettext2 (GETTEXT_PACKAGE, "filter sentence", role_phrases[role]),
                             "deals", words, NULL);
}
