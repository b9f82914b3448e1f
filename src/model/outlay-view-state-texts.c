/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view state says of itself in words: chips, titles, the head of a page. */
#define G_LOG_DOMAIN "outlay-model"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-figure-text.h"
#include "outlay-view-state-private.h"
#include "outlay-view-state.h"

/* The labels of all values of @choice, joined by @pattern with the places {first} and {last}. */
static char *
join_choices (GArray *values, OutlayChoice choice, const char *pattern)
{
  g_autofree char *joined = NULL;

  for (guint i = 0; i < values->len; i++)
    {
      const OutlayFacetValue *value = &g_array_index (values, OutlayFacetValue, i);
      char *longer;

      if (value->choice != choice)
        continue;
      longer = joined == NULL
                 ? g_strdup (value->label)
                 : outlay_format_fill (pattern, "first", joined, "last", value->label, NULL);
      g_free (joined);
      joined = longer;
    }
  return g_steal_pointer (&joined);
}

static char *
dup_choices (OutlayViewState *state, OutlayFacet facet)
{
  g_autoptr (GArray) values = outlay_view_state_list_facet (state, facet);
  g_autofree char *included
    = join_choices (values, OUTLAY_CHOICE_INCLUDE, C_ ("filter", "{first} or {last}"));
  g_autofree char *excluded
    = join_choices (values, OUTLAY_CHOICE_EXCLUDE, C_ ("filter", "{first} or {last}"));

  if (excluded == NULL)
    return g_steal_pointer (&included);
  if (included == NULL)
    return outlay_format_fill (C_ ("filter", "not {values}"), "values", excluded, NULL);
  /* Translators: of a facet's values: "Acme or Borealis, not Calder" */
  return outlay_format_fill (C_ ("filter", "{included}, not {excluded}"), "included", included,
                             "excluded", excluded, NULL);
}

/**
 * outlay_view_state_dup_choices:
 *
 * Returns: (transfer full) (nullable): what is chosen of @facet, in words: "Acme or Borealis, not
 *   Calder", of parties with the role that is asked for; %NULL where nothing is.
 */
char *
outlay_view_state_dup_choices (OutlayViewState *state, OutlayFacet facet)
{
  g_autofree char *choices = NULL;
  int role = outlay_view_state_get_role (state);

  if (!outlay_view_state_has_choices (state, facet))
    return NULL;
  choices = dup_choices (state, facet);
  if (facet != OUTLAY_FACET_PARTY || role == OUTLAY_ANY_ROLE)
    return g_steal_pointer (&choices);
  return outlay_filter_dup_in_role (choices, (OutlayRole)role);
}

/**
 * outlay_view_state_dup_range:
 *
 * Returns: (transfer full) (nullable): which figures of @measure are wanted, in words; %NULL where
 *   all are.
 */
char *
outlay_view_state_dup_range (OutlayViewState *state, OutlayMeasure measure)
{
  if (!outlay_view_state_has_range (state, measure))
    return NULL;
  return outlay_range_to_text (measure, outlay_view_state_get_range (state, measure),
                               outlay_view_state_get_currency (state));
}

/**
 * outlay_view_state_dup_flow:
 *
 * Returns: (transfer full) (nullable): the flow whose deals alone are wanted, in words: "Acme →
 *   Borealis"; %NULL where those of any are.
 */
char *
outlay_view_state_dup_flow (OutlayViewState *state)
{
  return outlay_filter_dup_flow (&state->filter);
}

static const char *const scope_titles[] = {
  NC_ ("scope", "All deals"),
  NC_ ("scope", "To review"),
  NC_ ("scope", "Conflicts"),
  NC_ ("scope", "Starred"),
};

/**
 * outlay_scope_get_title:
 * @scope: one that is no source and no article
 *
 * Returns: (transfer none): what people call it.
 */
const char *
outlay_scope_get_title (OutlayScope scope)
{
  g_return_val_if_fail (scope <= OUTLAY_SCOPE_STARRED, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "scope", scope_titles[scope]);
}

/**
 * outlay_view_state_dup_title:
 *
 * Returns: (transfer full): the name of what the sidebar points at.
 */
char *
outlay_view_state_dup_title (OutlayViewState *state)
{
  OutlaySourceArticle *article;

  if (outlay_view_state_get_scope (state) == OUTLAY_SCOPE_SOURCE)
    return g_strdup (outlay_source_get_title (outlay_view_state_get_source (state)));
  if (outlay_view_state_get_scope (state) == OUTLAY_SCOPE_IMPORT)
    return g_strdup (C_ ("scope", "New from the last import"));
  if (outlay_view_state_get_scope (state) != OUTLAY_SCOPE_ARTICLE)
    return g_strdup (outlay_scope_get_title (outlay_view_state_get_scope (state)));
  article = outlay_store_find_article (outlay_view_state_get_store (state),
                                       outlay_view_state_get_article (state));
  return g_strdup (article != NULL ? outlay_source_article_get_label (article)
                                   : outlay_scope_get_title (OUTLAY_SCOPE_ALL));
}

/**
 * outlay_view_state_dup_filter:
 *
 * Returns: (transfer full): which deals are shown, in words for a page's head: "Deals of 2025 in
 *   Norway over $1 billion, 37 of 1,204".
 */
char *
outlay_view_state_dup_filter (OutlayViewState *state)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (state);
  g_autofree char *place = outlay_view_state_dup_title (state);

  return outlay_filter_dup_sentence (&state->filter, place, totals->n_deals, totals->n_all);
}

/**
 * outlay_view_state_dup_filter_of_some:
 * @n_some: how many of the deals shown are meant
 *
 * Returns: (transfer full): which deals they are, in words for a page's head: "3 selected from:
 *   Deals of 2025, 37 of 1,204".
 */
char *
outlay_view_state_dup_filter_of_some (OutlayViewState *state, guint n_some)
{
  g_autofree char *deals = outlay_view_state_dup_filter (state);
  g_autofree char *count = outlay_format_count (n_some);

  /* Translators: {count} deals that were selected by hand, from {deals}: "Deals of 2025, 37 of
   * 1,204" */
  return outlay_format_fill (_ ("{count} selected from: {deals}"), "count", count, "deals", deals,
                             NULL);
}
