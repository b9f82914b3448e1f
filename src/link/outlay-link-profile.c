/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-profile.h"

#include <string.h>

#include "base/outlay-text.h"
#include "outlay-link.h"

/* Of a consortium the first parties stand for it: keys of all pairs would grow by the square. */
#define MAX_KEY_PARTIES 8

/*
 * Two steps to each doubling. With the step above it, figures up to a third apart share one.
 */
static guint
get_step (gint64 figure)
{
  if (figure < 2)
    return 0;
  guint bits = 64 - (guint)__builtin_clzll ((guint64)figure);
  return bits * 2 + (guint)((figure >> (bits - 2)) & 1);
}

static void
add_figure_keys (GHashTable *keys, const char *party, const char *unit, gint64 figure)
{
  guint step = get_step (figure);

  for (guint i = step; i <= step + 1; i++)
    g_hash_table_add (keys, g_strdup_printf ("%s|%s|%u", party, unit, i));
}

/* A vague amount can be any up to ten times its lower bound: seven steps, which a doubling takes.
 */
static void
add_money_keys (GHashTable *keys, const char *party, const OutlayMoney *money)
{
  gint64 figure = outlay_money_get_figure (money);

  if (figure == OUTLAY_MONEY_UNSET)
    return;
  add_figure_keys (keys, party, money->currency, figure);
  for (guint i = 0; i < 3 && money->qualifier == OUTLAY_QUALIFIER_VAGUE; i++)
    {
      figure = figure <= G_MAXINT64 / 2 ? figure * 2 : figure;
      add_figure_keys (keys, party, money->currency, figure);
    }
}

static void
add_party_keys (GHashTable *keys, const char *party, const OutlayFields *fields)
{
  add_money_keys (keys, party, &fields->amount);
  for (guint i = 0; i < fields->amount_alt->len; i++)
    add_money_keys (keys, party, &g_array_index (fields->amount_alt, OutlayMoney, i));
  if (outlay_capacity_is_set (&fields->capacity))
    add_figure_keys (keys, party, "kW", fields->capacity.kilowatts);
  if (fields->kind == OUTLAY_KIND_BUDGET && outlay_date_is_set (fields->start))
    g_hash_table_add (keys, g_strdup_printf ("%s|budget|%u", party, fields->start.year));
  if (fields->kind == OUTLAY_KIND_BUDGET && outlay_date_is_set (fields->end))
    g_hash_table_add (keys, g_strdup_printf ("%s|budget|%u", party, fields->end.year));
}

static void
add_pair_key (GHashTable *keys, const char *a, const char *b)
{
  if (strcmp (a, b) > 0)
    add_pair_key (keys, b, a);
  else
    g_hash_table_add (keys, g_strconcat (a, "|", b, NULL));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_link_get_keys:
 *
 * Returns: (transfer full): what a claim of the same deal has one of: two of its parties, or one of
 *   them with a figure or a budget's year. In the order of their bytes.
 */
GStrv
outlay_link_get_keys (const OutlayClaim *claim)
{
  const OutlayFields *fields = &claim->fields;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *result = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < MIN (fields->parties->len, MAX_KEY_PARTIES); i++)
    {
      char *party = outlay_text_fold (outlay_fields_get_party (fields, i)->name);

      add_party_keys (keys, party, fields);
      for (guint j = 0; j < parties->len; j++)
        add_pair_key (keys, g_ptr_array_index (parties, j), party);
      g_ptr_array_add (parties, party);
    }
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (result, g_strdup (key));
  g_ptr_array_sort (result, compare_names);
  g_ptr_array_add (result, NULL);
  return (GStrv)g_ptr_array_free (result, FALSE);
}

static void
clear_party (gpointer party)
{
  g_free (((OutlayLinkParty *)party)->name);
}

/* FNV-1a: two keys of different texts are never taken for one in practice. */
static guint64
hash_key (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar)*key) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint64 *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/**
 * outlay_link_profile_new:
 * @claim: must outlive the profile
 *
 * Returns: (transfer full): the claim, ready to be compared.
 */
OutlayLinkProfile *
outlay_link_profile_new (const OutlayClaim *claim)
{
  OutlayLinkProfile *profile = g_new0 (OutlayLinkProfile, 1);
  g_auto (GStrv) keys = outlay_link_get_keys (claim);

  profile->fields = &claim->fields;
  profile->announced = outlay_days_of (claim->fields.announced);
  profile->start = outlay_days_of (claim->fields.start);
  profile->end = outlay_days_of (claim->fields.end);
  profile->parties = g_array_new (FALSE, FALSE, sizeof (OutlayLinkParty));
  g_array_set_clear_func (profile->parties, clear_party);
  for (guint i = 0; i < claim->fields.parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (&claim->fields, i);
      OutlayLinkParty folded = {party->role, outlay_text_fold (party->name), 0};

      folded.hash = g_str_hash (folded.name);
      g_array_append_val (profile->parties, folded);
    }
  profile->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint64 hash = hash_key (keys[i]);

      g_array_append_val (profile->keys, hash);
    }
  g_array_sort (profile->keys, compare_hashes);
  return profile;
}

/** outlay_link_profile_free: frees @profile. */
void
outlay_link_profile_free (OutlayLinkProfile *profile)
{
  g_array_unref (profile->parties);
  g_array_unref (profile->keys);
  g_free (profile);
}

/**
 * outlay_link_profile_shares_key:
 *
 * Returns: whether two claims may speak of one deal at all: whether they have one of their keys in
 *   common.
 */
gboolean
outlay_link_profile_shares_key (const OutlayLinkProfile *a, const OutlayLinkProfile *b)
{
  guint i = 0, j = 0;

  while (i < a->keys->len && j < b->keys->len)
    {
      guint64 first = g_array_index (a->keys, guint64, i);
      guint64 second = g_array_index (b->keys, guint64, j);

      if (first == second)
        return TRUE;
      i += first < second;
      j += second < first;
    }
  return FALSE;
}
