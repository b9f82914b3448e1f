/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-filter.h"

#include <string.h>

/* What the range of amounts is in until another currency is chosen. */
#define FIRST_CURRENCY "USD"

/** outlay_filter_init: makes @filter let all deals through. */
void
outlay_filter_init (OutlayFilter *filter)
{
  *filter = (OutlayFilter){.role = OUTLAY_ANY_ROLE, .currency = FIRST_CURRENCY};
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    filter->choices[facet] = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    filter->ranges[measure] = (OutlayRange)OUTLAY_RANGE_INIT;
  filter->search = g_strdup ("");
}

/** outlay_filter_copy: makes @copy, which holds nothing yet, want what @filter wants. */
void
outlay_filter_copy (OutlayFilter *copy, const OutlayFilter *filter)
{
  *copy = *filter;
  copy->source = g_strdup (filter->source);
  copy->search = g_strdup (filter->search);
  copy->found = filter->found != NULL ? g_hash_table_ref (filter->found) : NULL;
  copy->articles = filter->articles != NULL ? g_hash_table_ref (filter->articles) : NULL;
  copy->reread = filter->reread != NULL ? g_hash_table_ref (filter->reread) : NULL;
  copy->recipients = filter->recipients != NULL ? g_ptr_array_ref (filter->recipients) : NULL;
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      GHashTableIter iter;
      gpointer key, choice;

      copy->choices[facet] = g_hash_table_new (g_direct_hash, g_direct_equal);
      g_hash_table_iter_init (&iter, filter->choices[facet]);
      while (g_hash_table_iter_next (&iter, &key, &choice))
        g_hash_table_insert (copy->choices[facet], key, choice);
    }
}

/** outlay_filter_clear: frees what @filter holds. */
void
outlay_filter_clear (OutlayFilter *filter)
{
  g_clear_pointer (&filter->source, g_free);
  g_clear_pointer (&filter->search, g_free);
  g_clear_pointer (&filter->found, g_hash_table_unref);
  g_clear_pointer (&filter->articles, g_hash_table_unref);
  g_clear_pointer (&filter->reread, g_hash_table_unref);
  g_clear_pointer (&filter->recipients, g_ptr_array_unref);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_clear_pointer (&filter->choices[facet], g_hash_table_unref);
}

/** outlay_filter_reset: ends all that outlay_filter_count() counts; scope and currency stay. */
void
outlay_filter_reset (OutlayFilter *filter)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_hash_table_remove_all (filter->choices[facet]);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    filter->ranges[measure] = (OutlayRange)OUTLAY_RANGE_INIT;
  filter->role = OUTLAY_ANY_ROLE;
  g_clear_pointer (&filter->reread, g_hash_table_unref);
  outlay_filter_set_flow (filter, NULL, NULL);
  g_free (filter->search);
  filter->search = g_strdup ("");
  g_clear_pointer (&filter->found, g_hash_table_unref);
}

/**
 * outlay_filter_choose:
 *
 * Returns: whether that changed anything.
 */
gboolean
outlay_filter_choose (OutlayFilter *filter, OutlayFacet facet, const char *key, OutlayChoice choice)
{
  gpointer interned = (gpointer)g_intern_string (key);

  if (outlay_filter_get_choice (filter, facet, key) == choice)
    return FALSE;
  if (choice == OUTLAY_CHOICE_NONE)
    g_hash_table_remove (filter->choices[facet], interned);
  else
    g_hash_table_insert (filter->choices[facet], interned, GUINT_TO_POINTER (choice));
  return TRUE;
}

/**
 * outlay_filter_get_choice:
 *
 * Returns: what @key of @facet is chosen for.
 */
OutlayChoice
outlay_filter_get_choice (const OutlayFilter *filter, OutlayFacet facet, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (filter->choices[facet], g_intern_string (key)));
}

/**
 * outlay_filter_has_choices:
 *
 * Returns: whether any value of @facet is chosen.
 */
gboolean
outlay_filter_has_choices (const OutlayFilter *filter, OutlayFacet facet)
{
  return g_hash_table_size (filter->choices[facet]) > 0;
}

/**
 * outlay_filter_has_range:
 *
 * Returns: whether figures of @measure have a bound.
 */
gboolean
outlay_filter_has_range (const OutlayFilter *filter, OutlayMeasure measure)
{
  return filter->ranges[measure].low != G_MININT64 || filter->ranges[measure].high != G_MAXINT64;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_filter_set_flow:
 * @payer: (nullable): who pays, %NULL where deals of any flow are wanted
 * @recipients: (nullable) (element-type utf8): who may get it, in any order, at least one
 *
 * Wants the deals that count, of @payer as investor and any of @recipients as recipient.
 */
void
outlay_filter_set_flow (OutlayFilter *filter, const char *payer, const GPtrArray *recipients)
{
  g_clear_pointer (&filter->recipients, g_ptr_array_unref);
  filter->payer = g_intern_string (payer);
  if (payer == NULL)
    return;
  filter->recipients = g_ptr_array_sized_new (recipients->len);
  for (guint i = 0; i < recipients->len; i++)
    g_ptr_array_add (filter->recipients, (gpointer)g_intern_string (recipients->pdata[i]));
  g_ptr_array_sort (filter->recipients, compare_names);
}

/**
 * outlay_filter_is_flow:
 *
 * Returns: whether it wants the deals of just this flow, as outlay_filter_set_flow() takes it.
 */
gboolean
outlay_filter_is_flow (const OutlayFilter *filter, const char *payer, const GPtrArray *recipients)
{
  if (g_strcmp0 (filter->payer, payer) != 0 || filter->recipients->len != recipients->len)
    return FALSE;
  for (guint i = 0; i < recipients->len; i++)
    {
      if (!g_ptr_array_find (filter->recipients, g_intern_string (recipients->pdata[i]), NULL))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_filter_count:
 *
 * Returns: how many filters are on: facets with a choice, measures with a range, a flow, what was
 * changed by reading again, and the search.
 */
guint
outlay_filter_count (const OutlayFilter *filter)
{
  guint count = (*filter->search != '\0') + (filter->reread != NULL) + (filter->payer != NULL);

  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    count += outlay_filter_has_choices (filter, (OutlayFacet)facet);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    count += outlay_filter_has_range (filter, (OutlayMeasure)measure);
  return count;
}

/**
 * outlay_filter_equal:
 *
 * Returns: whether both let the same deals through, and compare amounts in the same currency.
 */
gboolean
outlay_filter_equal (const OutlayFilter *a, const OutlayFilter *b)
{
  g_autofree char *first = outlay_filter_to_string (a);
  g_autofree char *second = outlay_filter_to_string (b);

  return a->found == b->found && strcmp (a->currency, b->currency) == 0
         && strcmp (first, second) == 0;
}

/**
 * outlay_filter_get_id_key:
 *
 * Returns: (transfer none): what stands for the deal of that id in a set of deals found.
 */
gpointer
outlay_filter_get_id_key (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize)id);
}
