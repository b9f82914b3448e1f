/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter as a line of text, so that it can be kept: saved by name, gone back to, found again at
 * the next start. It is a GVariant dictionary; what it doesn't name is not filtered by. */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-filter.h"

#include <string.h>

static const char *const facet_names[OUTLAY_N_FACETS]
  = {"kind", "status", "party", "country", "language", "source", "year", "tag", "trait"};
static const char *const measure_names[OUTLAY_N_MEASURES] = {"amount", "capacity", "date"};
static const char *const scope_names[]
  = {"all", "review", "conflicts", "starred", "source", "article", "import"};

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_choices (GVariantDict *dict, GHashTable *choices, OutlayChoice wanted, const char *name)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, choice;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &key, &choice))
    {
      if (GPOINTER_TO_UINT (choice) == wanted)
        g_ptr_array_add (keys, key);
    }
  if (keys->len == 0)
    return;
  g_ptr_array_sort (keys, compare_strings);
  g_variant_dict_insert_value (
    dict, name, g_variant_new_strv ((const char *const *)keys->pdata, (gssize)keys->len));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static GVariant *
list_ids (GHashTable *set)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));
}

static void
add_scope (GVariantDict *dict, const OutlayFilter *filter)
{
  if (filter->scope != OUTLAY_SCOPE_ALL)
    g_variant_dict_insert (dict, "scope", "s", scope_names[filter->scope]);
  if (filter->scope == OUTLAY_SCOPE_SOURCE)
    g_variant_dict_insert (dict, "from", "s", filter->source);
  if (filter->scope == OUTLAY_SCOPE_ARTICLE)
    g_variant_dict_insert (dict, "article", "x", filter->article);
  if (filter->scope == OUTLAY_SCOPE_IMPORT && filter->articles != NULL)
    g_variant_dict_insert_value (dict, "articles", list_ids (filter->articles));
}

static void
add_flow (GVariantDict *dict, const OutlayFilter *filter)
{
  if (filter->payer == NULL)
    return;
  g_variant_dict_insert (dict, "payer", "s", filter->payer);
  g_variant_dict_insert_value (
    dict, "recipients",
    g_variant_new_strv ((const char *const *)filter->recipients->pdata, filter->recipients->len));
}

static GVariant *
sort_entries (GVariant *dict)
{
  GVariantBuilder builder;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, dict);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_strings);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (dict, names->pdata[i], NULL);

      g_variant_builder_add (&builder, "{sv}", names->pdata[i], value);
    }
  return g_variant_builder_end (&builder);
}

/**
 * outlay_filter_to_string:
 *
 * Returns: (transfer full): @filter as a line of text, the same for equal filters.
 */
char *
outlay_filter_to_string (const OutlayFilter *filter)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  add_scope (&dict, filter);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_autofree char *excluded = g_strconcat ("not-", facet_names[facet], NULL);

      add_choices (&dict, filter->choices[facet], OUTLAY_CHOICE_INCLUDE, facet_names[facet]);
      add_choices (&dict, filter->choices[facet], OUTLAY_CHOICE_EXCLUDE, excluded);
    }
  if (filter->role != OUTLAY_ANY_ROLE)
    g_variant_dict_insert (&dict, "role", "s", outlay_role_to_string ((OutlayRole)filter->role));
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      const OutlayRange *range = &filter->ranges[measure];

      if (outlay_filter_has_range (filter, (OutlayMeasure)measure))
        g_variant_dict_insert (&dict, measure_names[measure], "(xxb)", range->low, range->high,
                               range->unstated);
    }
  if (outlay_filter_has_range (filter, OUTLAY_MEASURE_AMOUNT))
    g_variant_dict_insert (&dict, "currency", "s", filter->currency);
  if (filter->reread != NULL)
    g_variant_dict_insert_value (&dict, "reread", list_ids (filter->reread));
  add_flow (&dict, filter);
  if (*filter->search != '\0')
    g_variant_dict_insert (&dict, "search", "s", filter->search);
  g_autoptr (GVariant) unsorted = g_variant_ref_sink (g_variant_dict_end (&dict));
  g_autoptr (GVariant) sorted = g_variant_ref_sink (sort_entries (unsorted));
  return g_variant_print (sorted, FALSE);
}

static void
read_choices (
  OutlayFilter *filter, GVariant *dict, OutlayFacet facet, const char *name, OutlayChoice choice)
{
  g_autofree const char **keys = NULL;

  if (!g_variant_lookup (dict, name, "^a&s", &keys))
    return;
  for (guint i = 0; keys[i] != NULL; i++)
    outlay_filter_choose (filter, facet, keys[i], choice);
}

/* Ids under @name; none where there is no such name. */
static GHashTable *
read_ids (GVariant *dict, const char *name)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dict, name, G_VARIANT_TYPE ("ax"));
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize n_ids = 0;
  const gint64 *ids
    = list != NULL ? g_variant_get_fixed_array (list, &n_ids, sizeof (gint64)) : NULL;

  for (gsize i = 0; i < n_ids; i++)
    g_hash_table_add (set, g_memdup2 (&ids[i], sizeof ids[i]));
  return set;
}

static void
read_scope (OutlayFilter *filter, GVariant *dict)
{
  const char *name = NULL;

  g_variant_lookup (dict, "scope", "&s", &name);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (scope_names); i++)
    {
      if (strcmp (scope_names[i], name) == 0)
        filter->scope = (OutlayScope)i;
    }
  if (filter->scope == OUTLAY_SCOPE_SOURCE
      && !g_variant_lookup (dict, "from", "s", &filter->source))
    filter->source = g_strdup ("");
  if (filter->scope == OUTLAY_SCOPE_ARTICLE)
    g_variant_lookup (dict, "article", "x", &filter->article);
  if (filter->scope == OUTLAY_SCOPE_IMPORT)
    filter->articles = read_ids (dict, "articles");
}

static void
read_ranges (OutlayFilter *filter, GVariant *dict)
{
  const char *currency = NULL;

  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      OutlayRange *range = &filter->ranges[measure];

      g_variant_lookup (dict, measure_names[measure], "(xxb)", &range->low, &range->high,
                        &range->unstated);
    }
  if (g_variant_lookup (dict, "currency", "&s", &currency) && strlen (currency) == 3)
    g_strlcpy (filter->currency, currency, sizeof filter->currency);
}

static void
read_flow (OutlayFilter *filter, GVariant *dict)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new ();
  g_autofree const char **names = NULL;
  const char *payer;

  if (!g_variant_lookup (dict, "payer", "&s", &payer)
      || !g_variant_lookup (dict, "recipients", "^a&s", &names))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (recipients, (gpointer)names[i]);
  if (recipients->len > 0)
    outlay_filter_set_flow (filter, payer, recipients);
}

/**
 * outlay_filter_from_string:
 * @filter: (out caller-allocates): made anew; what the deals found are is left to the caller
 * @string: as outlay_filter_to_string() gives it; what it names and this program doesn't know is
 *   left out
 *
 * Returns: whether @string is a filter; where it is none @filter lets all deals through.
 */
gboolean
outlay_filter_from_string (OutlayFilter *filter, const char *string)
{
  g_autoptr (GVariant) dict = g_variant_parse (G_VARIANT_TYPE_VARDICT, string, NULL, NULL, NULL);
  const char *text = NULL;
  OutlayRole role;

  outlay_filter_init (filter);
  if (dict == NULL)
    return FALSE;
  read_scope (filter, dict);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_autofree char *excluded = g_strconcat ("not-", facet_names[facet], NULL);

      read_choices (filter, dict, (OutlayFacet)facet, facet_names[facet], OUTLAY_CHOICE_INCLUDE);
      read_choices (filter, dict, (OutlayFacet)facet, excluded, OUTLAY_CHOICE_EXCLUDE);
    }
  if (g_variant_lookup (dict, "role", "&s", &text) && outlay_role_from_string (text, &role))
    filter->role = (int)role;
  read_ranges (filter, dict);
  if (g_variant_lookup (dict, "reread", "ax", NULL))
    filter->reread = read_ids (dict, "reread");
  read_flow (filter, dict);
  if (g_variant_lookup (dict, "search", "&s", &text))
    {
      g_free (filter->search);
      filter->search = g_strdup (text);
    }
  return TRUE;
}
