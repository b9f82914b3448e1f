/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-features.h"

#include <string.h>

/* How many keys there is room for at first. */
#define ROOM_AT_FIRST 32

/**
 * outlay_features_hash_on:
 * @hash: of what stands before @text
 *
 * Returns: the hash of both.
 */
guint64
outlay_features_hash_on (guint64 hash, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    hash = hash * OUTLAY_FEATURE_PRIME + (guchar)*c;
  return hash;
}

/** outlay_features_hash: Returns: the key of the feature @name. */
guint64
outlay_features_hash (const char *name)
{
  return outlay_features_hash_on (OUTLAY_FEATURE_BASIS, name);
}

/**
 * outlay_features_new:
 * @record: whether names are kept beside the keys
 *
 * Returns: (transfer full): an empty set.
 */
OutlayFeatures *
outlay_features_new (gboolean record)
{
  OutlayFeatures *features = g_new0 (OutlayFeatures, 1);

  features->room = ROOM_AT_FIRST;
  features->keys = g_new (guint64, features->room);
  features->names = record ? g_ptr_array_new_with_free_func (g_free) : NULL;
  return features;
}

/** outlay_features_free: frees @features. */
void
outlay_features_free (OutlayFeatures *features)
{
  g_free (features->keys);
  g_clear_pointer (&features->names, g_ptr_array_unref);
  g_free (features->stems);
  g_free (features);
}

/** outlay_features_clear: empties @features for the next thing. */
void
outlay_features_clear (OutlayFeatures *features)
{
  features->n_keys = 0;
  features->n_groups = 0;
  features->last = NULL;
  features->n_stems = 0;
  memset (features->marks, 0, sizeof features->marks);
  if (features->names != NULL)
    g_ptr_array_set_size (features->names, 0);
}

static gboolean
has_key (const OutlayFeatures *features, guint64 key)
{
  for (guint i = 0; i < features->n_keys; i++)
    {
      if (features->keys[i] == key)
        return TRUE;
    }
  return FALSE;
}

static gboolean
make_room (OutlayFeatures *features)
{
  features->room *= 2;
  features->keys = g_renew (guint64, features->keys, features->room);
  return TRUE;
}

/**
 * outlay_features_add_key:
 * @key: of a feature, whose name must be added too where @features has names
 *
 * Returns: whether @key is new.
 */
gboolean
outlay_features_add_key (OutlayFeatures *features, guint64 key)
{
  guint64 *mark = &features->marks[(key % OUTLAY_FEATURE_MARKS) / 64];
  guint64 bit = G_GUINT64_CONSTANT (1) << (key % 64);

  if (*mark & bit && has_key (features, key))
    return FALSE;
  *mark |= bit;
  features->keys[features->n_keys++] = key;
  return features->n_keys < features->room || make_room (features);
}

/**
 * outlay_features_add_name:
 * @parts: (array zero-terminated=1): those of its name
 *
 * Adds the name of the feature added last to @features, which has names.
 */
void
outlay_features_add_name (OutlayFeatures *features, const char *const *parts)
{
  g_ptr_array_add (features->names, g_strjoinv ("/", (char **)parts));
}

/** outlay_features_add_stem: notes that the feature added last can be exchanged. */
void
outlay_features_add_stem (OutlayFeatures *features, guint64 hash)
{
  if (features->n_stems == features->stem_room)
    {
      features->stem_room = features->room;
      features->stems = g_renew (OutlayFeatureStem, features->stems, features->stem_room);
    }
  features->stems[features->n_stems++] = (OutlayFeatureStem){features->n_keys - 1, hash};
}

static void
exchange_name (const OutlayFeatures *features, guint index, const char *last)
{
  char **name = (char **)&g_ptr_array_index (features->names, index);
  g_autofree char *old = *name;

  *name = g_strdup_printf ("%.*s%s", (int)(strlen (old) - strlen (features->last)), old, last);
}

/**
 * outlay_features_exchange:
 * @last: what must last as long as @features
 *
 * Has the names that end in features->last end in @last from now on; nothing may be added until
 * @features are cleared. For what is asked of several things that differ in a word alone.
 */
void
outlay_features_exchange (OutlayFeatures *features, const char *last)
{
  OutlayFeaturePart part = outlay_feature_part_hash (last);

  for (guint i = 0; i < features->n_stems && last != features->last; i++)
    {
      const OutlayFeatureStem *stem = &features->stems[i];

      features->keys[stem->index] = stem->hash * part.power + part.hash;
      if (features->names != NULL)
        exchange_name (features, stem->index, last);
    }
  features->last = last;
}

/**
 * outlay_features_add_all:
 * @others: with names where @features has names
 *
 * Adds the features of @others: for what several things show in the same way.
 */
void
outlay_features_add_all (OutlayFeatures *features, const OutlayFeatures *others)
{
  for (guint i = 0; i < others->n_keys; i++)
    {
      if (outlay_features_add_key (features, others->keys[i]) && features->names != NULL)
        g_ptr_array_add (features->names, g_strdup (g_ptr_array_index (others->names, i)));
    }
}

/**
 * outlay_features_join:
 * @group: (transfer none): none of its features is one of @features or of another group's
 *
 * Has @features show what @group has, too, until they are cleared. Of decisions of which it is told
 * what spoke for them only the features themselves are told.
 */
void
outlay_features_join (OutlayFeatures *features, OutlayFeatureGroup *group)
{
  g_assert (features->n_groups < OUTLAY_FEATURE_GROUPS);
  features->groups[features->n_groups++] = group;
}

/** outlay_feature_group_new: Returns: (transfer full): a group without features. */
OutlayFeatureGroup *
outlay_feature_group_new (gboolean record)
{
  OutlayFeatureGroup *group = g_new0 (OutlayFeatureGroup, 1);

  group->features = outlay_features_new (record);
  return group;
}

/** outlay_feature_group_clear: empties @group, which nothing is joined with any more. */
void
outlay_feature_group_clear (OutlayFeatureGroup *group)
{
  outlay_features_clear (group->features);
  group->summed = 0;
  memset (group->sums, 0, sizeof group->sums);
}

/** outlay_feature_group_free: frees @group. */
void
outlay_feature_group_free (OutlayFeatureGroup *group)
{
  outlay_features_free (group->features);
  g_free (group);
}
