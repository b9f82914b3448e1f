/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the deals are filtered by, and the way back to what they were filtered by before. */
#define G_LOG_DOMAIN "outlay-model"

#include <string.h>

#include "outlay-view-state-private.h"

/* A word that is typed on replaces the one before it. */
static gboolean
goes_on (const char *before, const char *now)
{
  OutlayFilter first, second;
  gboolean typed;

  outlay_filter_from_string (&first, before);
  outlay_filter_from_string (&second, now);
  typed = *first.search != '\0' && *second.search != '\0';
  g_free (first.search);
  first.search = g_strdup (second.search);
  g_autofree char *same = outlay_filter_to_string (&first);
  typed = typed && g_str_equal (same, now);
  outlay_filter_clear (&first);
  outlay_filter_clear (&second);
  return typed;
}

static void
remember (OutlayViewState *state)
{
  g_autofree char *now = outlay_filter_to_string (&state->filter);
  const char *before = state->history->pdata[state->history_place];

  if (g_str_equal (before, now))
    return;
  if (!goes_on (before, now))
    state->history_place++;
  g_ptr_array_set_size (state->history, (int)state->history_place);
  g_ptr_array_add (state->history, g_steal_pointer (&now));
}

/** outlay_view_state_apply: shows what the filter as it now is lets through, and can go back. */
void
outlay_view_state_apply (OutlayViewState *state)
{
  remember (state);
  outlay_view_state_show_filtered (state);
}

/**
 * outlay_view_state_dup_filter_line:
 *
 * Returns: (transfer full): the filter as outlay_view_state_take_filter_line() understands it.
 */
char *
outlay_view_state_dup_filter_line (OutlayViewState *state)
{
  return outlay_filter_to_string (&state->filter);
}

static void
take_filter (OutlayViewState *state, const char *line)
{
  OutlayFilter before = state->filter;
  g_autofree char *currency = g_strdup (before.currency);

  outlay_filter_from_string (&state->filter, line);
  if (!outlay_filter_has_range (&state->filter, OUTLAY_MEASURE_AMOUNT))
    g_strlcpy (state->filter.currency, currency, sizeof state->filter.currency);
  state->filter.found = g_steal_pointer (&before.found);
  outlay_filter_clear (&before);
}

/* The deals that the words find follow when they are found. */
static void
show_line (OutlayViewState *state, const char *line)
{
  gboolean searched;
  g_autofree char *search = NULL;

  take_filter (state, line);
  search = g_strdup (state->filter.search);
  searched = !g_str_equal (search, outlay_search_get_text (state->search));
  if (searched)
    outlay_view_state_set_search_text (state, search);
  if (!searched || outlay_search_is_running (state->search))
    outlay_view_state_show_filtered (state);
}

/**
 * outlay_view_state_take_filter_line:
 * @line: as outlay_view_state_dup_filter_line() gave it
 *
 * Filters by @line from now on.
 */
void
outlay_view_state_take_filter_line (OutlayViewState *state, const char *line)
{
  g_autofree char *copy = g_strdup (line);

  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  show_line (state, copy);
  remember (state);
}

/**
 * outlay_view_state_count_filter_line:
 * @line: as outlay_view_state_dup_filter_line() gave it
 * @count: (out): how many deals of the ledger it would show
 *
 * Returns: whether that is known; it is not of a line with words to search for.
 */
gboolean
outlay_view_state_count_filter_line (OutlayViewState *state, const char *line, guint *count)
{
  OutlayFilter filter;
  gboolean known;

  *count = 0;
  outlay_filter_init (&filter);
  known = outlay_filter_from_string (&filter, line) && *filter.search == '\0';
  if (known)
    {
      g_auto (OutlaySieve) sieve;

      outlay_sieve_init (&sieve, state->sifting->index, &filter);
      for (guint row = 0; row < outlay_deal_index_get_n_deals (state->sifting->index); row++)
        *count += outlay_sieve_get_misses (&sieve, row) == 0;
    }
  outlay_filter_clear (&filter);
  return known;
}

/**
 * outlay_view_state_can_go:
 * @steps: -1 back, 1 forward
 *
 * Returns: whether there is a filter to go to.
 */
gboolean
outlay_view_state_can_go (OutlayViewState *state, int steps)
{
  gint64 place = (gint64)state->history_place + steps;

  return place >= 0 && place < (gint64)state->history->len;
}

/** outlay_view_state_go: goes back to the filter before, or forward again. */
void
outlay_view_state_go (OutlayViewState *state, int steps)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (!outlay_view_state_can_go (state, steps))
    return;
  state->history_place = (guint)((int)state->history_place + steps);
  g_autofree char *line = g_strdup (state->history->pdata[state->history_place]);
  show_line (state, line);
}

/**
 * outlay_view_state_get_scope:
 *
 * Returns: which part of the ledger is shown.
 */
OutlayScope
outlay_view_state_get_scope (OutlayViewState *state)
{
  return state->filter.scope;
}

/**
 * outlay_view_state_get_source:
 *
 * Returns: (transfer none) (nullable): the key of the source shown, under %OUTLAY_SCOPE_SOURCE.
 */
const char *
outlay_view_state_get_source (OutlayViewState *state)
{
  return state->filter.source;
}

/**
 * outlay_view_state_get_article:
 *
 * Returns: the id of the article shown, under %OUTLAY_SCOPE_ARTICLE.
 */
gint64
outlay_view_state_get_article (OutlayViewState *state)
{
  return state->filter.article;
}

static void
point_at (OutlayViewState *state, OutlayScope scope, const char *source, gint64 article)
{
  OutlayFilter *filter = &state->filter;

  if (filter->scope == scope && filter->article == article
      && g_strcmp0 (filter->source, source) == 0)
    return;
  filter->scope = scope;
  filter->article = article;
  g_free (filter->source);
  filter->source = g_strdup (source);
  outlay_view_state_apply (state);
}

/** outlay_view_state_set_scope: shows a part of the ledger that is no source and no article. */
void
outlay_view_state_set_scope (OutlayViewState *state, OutlayScope scope)
{
  g_return_if_fail (scope <= OUTLAY_SCOPE_STARRED);

  point_at (state, scope, NULL, 0);
}

/** outlay_view_state_show_source: shows the deals of the source whose key is @source. */
void
outlay_view_state_show_source (OutlayViewState *state, const char *source)
{
  g_return_if_fail (source != NULL);

  point_at (state, OUTLAY_SCOPE_SOURCE, source, 0);
}

/** outlay_view_state_show_article: shows the deals of one article. */
void
outlay_view_state_show_article (OutlayViewState *state, gint64 article)
{
  point_at (state, OUTLAY_SCOPE_ARTICLE, NULL, article);
}

/** outlay_view_state_show_import: shows the deals that only the new articles of @import tell. */
void
outlay_view_state_show_import (OutlayViewState *state, OutlayImport *import)
{
  const GPtrArray *items = outlay_import_get_items (import);
  GHashTable *articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      if (item->outcome == OUTLAY_IMPORT_NEW)
        g_hash_table_add (articles, g_memdup2 (&item->article_id, sizeof item->article_id));
    }
  g_clear_pointer (&state->filter.articles, g_hash_table_unref);
  state->filter.articles = articles;
  state->filter.scope = OUTLAY_SCOPE_ALL;
  point_at (state, OUTLAY_SCOPE_IMPORT, NULL, 0);
}

/* Shows all that the filter as it now is lets through, where it is searched for nothing. */
static void
end_search (OutlayViewState *state)
{
  if (*outlay_search_get_text (state->search) != '\0')
    outlay_view_state_set_search_text (state, NULL);
  else
    outlay_view_state_apply (state);
}

/**
 * outlay_view_state_show_reread:
 * @ids: (array length=n_ids): of deals that a reading of articles again has changed
 *
 * Filters by nothing but that, in the whole ledger.
 */
void
outlay_view_state_show_reread (OutlayViewState *state, const gint64 *ids, gsize n_ids)
{
  OutlayFilter *filter = &state->filter;

  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  outlay_filter_reset (filter);
  filter->scope = OUTLAY_SCOPE_ALL;
  filter->reread = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < n_ids; i++)
    g_hash_table_add (filter->reread, g_memdup2 (&ids[i], sizeof ids[i]));
  end_search (state);
}

/**
 * outlay_view_state_shows_reread:
 *
 * Returns: whether only deals are wanted that a reading of articles again has changed.
 */
gboolean
outlay_view_state_shows_reread (OutlayViewState *state)
{
  return state->filter.reread != NULL;
}

/** outlay_view_state_clear_reread: wants deals whether a reading has changed them or not. */
void
outlay_view_state_clear_reread (OutlayViewState *state)
{
  if (state->filter.reread == NULL)
    return;
  g_clear_pointer (&state->filter.reread, g_hash_table_unref);
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_show_flow:
 * @payer: who pays
 * @recipients: (element-type utf8): of whom one must get it
 *
 * Wants, beside what else is asked for, the deals of just this flow.
 */
void
outlay_view_state_show_flow (OutlayViewState *state, const char *payer, const GPtrArray *recipients)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));
  g_return_if_fail (payer != NULL && recipients->len > 0);

  if (outlay_view_state_shows_flow (state, payer, recipients))
    return;
  outlay_filter_set_flow (&state->filter, payer, recipients);
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_shows_flow:
 *
 * Returns: whether the deals of just this flow are wanted.
 */
gboolean
outlay_view_state_shows_flow (OutlayViewState *state,
                              const char *payer,
                              const GPtrArray *recipients)
{
  return outlay_filter_is_flow (&state->filter, payer, recipients);
}

/** outlay_view_state_clear_flow: wants deals of any flow, and of none. */
void
outlay_view_state_clear_flow (OutlayViewState *state)
{
  if (state->filter.payer == NULL)
    return;
  outlay_filter_set_flow (&state->filter, NULL, NULL);
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_get_search_text:
 *
 * Returns: (transfer none): what is searched for, "" for nothing.
 */
const char *
outlay_view_state_get_search_text (OutlayViewState *state)
{
  return outlay_search_get_text (state->search);
}

/**
 * outlay_view_state_is_searching:
 *
 * Returns: whether the deals shown are not yet those that the search text finds.
 */
gboolean
outlay_view_state_is_searching (OutlayViewState *state)
{
  return outlay_search_is_running (state->search);
}

/**
 * outlay_view_state_set_search_text:
 * @text: (nullable): as outlay_query_new() understands it
 *
 * The deals found are shown as soon as they are: where a ledger is open, that is later.
 */
void
outlay_view_state_set_search_text (OutlayViewState *state, const char *text)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  g_free (state->filter.search);
  state->filter.search = g_strdup (text != NULL ? text : "");
  if (outlay_search_set_text (state->search, text))
    outlay_view_state_notify_search_text (state);
}

/** outlay_view_state_choose: includes, excludes or frees the value @key of @facet. */
void
outlay_view_state_choose (OutlayViewState *state,
                          OutlayFacet facet,
                          const char *key,
                          OutlayChoice choice)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));
  g_return_if_fail (key != NULL);

  if (outlay_filter_choose (&state->filter, facet, key, choice))
    outlay_view_state_apply (state);
}

/**
 * outlay_view_state_get_choice:
 *
 * Returns: what the value @key of @facet is chosen for by now, though the deals that are shown may
 *   not follow it yet.
 */
OutlayChoice
outlay_view_state_get_choice (OutlayViewState *state, OutlayFacet facet, const char *key)
{
  g_return_val_if_fail (OUTLAY_IS_VIEW_STATE (state), OUTLAY_CHOICE_NONE);

  return outlay_filter_get_choice (&state->filter, facet, key);
}

/** outlay_view_state_clear_facet: frees all values of @facet, and of parties their role. */
void
outlay_view_state_clear_facet (OutlayViewState *state, OutlayFacet facet)
{
  if (!outlay_filter_has_choices (&state->filter, facet))
    return;
  g_hash_table_remove_all (state->filter.choices[facet]);
  if (facet == OUTLAY_FACET_PARTY)
    state->filter.role = OUTLAY_ANY_ROLE;
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_get_role:
 *
 * Returns: the #OutlayRole in which the parties chosen must be, or %OUTLAY_ANY_ROLE.
 */
int
outlay_view_state_get_role (OutlayViewState *state)
{
  return state->filter.role;
}

/** outlay_view_state_set_role: has parties count in @role alone, or in any (%OUTLAY_ANY_ROLE). */
void
outlay_view_state_set_role (OutlayViewState *state, int role)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (state->filter.role == role)
    return;
  state->filter.role = role;
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_get_range:
 *
 * Returns: (transfer none): the figures of @measure that are wanted.
 */
const OutlayRange *
outlay_view_state_get_range (OutlayViewState *state, OutlayMeasure measure)
{
  return &state->filter.ranges[measure];
}

/**
 * outlay_view_state_has_range:
 *
 * Returns: whether figures of @measure have a bound.
 */
gboolean
outlay_view_state_has_range (OutlayViewState *state, OutlayMeasure measure)
{
  return outlay_filter_has_range (&state->filter, measure);
}

/** outlay_view_state_set_range: wants deals whose figure of @measure lies in @range. */
void
outlay_view_state_set_range (OutlayViewState *state, OutlayMeasure measure, OutlayRange range)
{
  OutlayRange *known = &state->filter.ranges[measure];

  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (known->low == range.low && known->high == range.high && known->unstated == range.unstated)
    return;
  *known = range;
  outlay_view_state_apply (state);
}

/** outlay_view_state_clear_range: wants deals of any figure of @measure. */
void
outlay_view_state_clear_range (OutlayViewState *state, OutlayMeasure measure)
{
  outlay_view_state_set_range (state, measure, (OutlayRange)OUTLAY_RANGE_INIT);
}

/**
 * outlay_view_state_get_currency:
 *
 * Returns: (transfer none): ISO 4217 code of what the range of amounts is in.
 */
const char *
outlay_view_state_get_currency (OutlayViewState *state)
{
  return state->filter.currency;
}

/** outlay_view_state_set_currency: tells the range of amounts in another currency; it ends. */
void
outlay_view_state_set_currency (OutlayViewState *state, const char *currency)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));
  g_return_if_fail (strlen (currency) == 3);

  if (g_str_equal (state->filter.currency, currency))
    return;
  g_strlcpy (state->filter.currency, currency, sizeof state->filter.currency);
  state->filter.ranges[OUTLAY_MEASURE_AMOUNT] = (OutlayRange)OUTLAY_RANGE_INIT;
  outlay_view_state_apply (state);
}

/** outlay_view_state_clear_filters: ends all filters and the search; the scope stays. */
void
outlay_view_state_clear_filters (OutlayViewState *state)
{
  if (outlay_view_state_count_filters (state) == 0)
    return;
  outlay_filter_reset (&state->filter);
  end_search (state);
}

/**
 * outlay_view_state_count_filters:
 *
 * Returns: how many filters are on, as outlay_filter_count() counts them.
 */
guint
outlay_view_state_count_filters (OutlayViewState *state)
{
  return outlay_filter_count (&state->filter);
}

/**
 * outlay_view_state_has_choices:
 *
 * Returns: whether any value of @facet is included or excluded.
 */
gboolean
outlay_view_state_has_choices (OutlayViewState *state, OutlayFacet facet)
{
  return outlay_filter_has_choices (&state->filter, facet);
}
