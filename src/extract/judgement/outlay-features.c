/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-features.h"

#include <string.h>

/* What the hash of a name begins with, so that it matters how long the name is. */
#define HASH_BASIS G_GUINT64_CONSTANT (14695981039346656037)

/* How many keys there is room for at first. */
#define ROOM_AT_FIRST 32

static inline guint64
hash_on (guint64 hash, OutlayFeaturePart part)
{
  if (part.power == 0)
    part = outlay_feature_part_hash (part.text);
  return hash * part.power + part.hash;
}

/** outlay_features_hash: Returns: the key of the feature @name. */
guint64
outlay_features_hash (const char *name)
{
  return hash_on (HASH_BASIS, outlay_feature_part_hash (name));
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
  g_free (features);
}

/** outlay_features_clear: empties @features for the next thing. */
void
outlay_features_clear (OutlayFeatures *features)
{
  features->n_keys = 0;
  features->n_groups = 0;
  memset (features->marks, 0, sizeof features->marks);
  if (features->names != NULL)
    g_ptr_array_set_size (features->names, 0);
}

/* Whether @key is there already; it is marked. */
static gboolean
mark_key (OutlayFeatures *features, guint64 key)
{
  guint64 *mark = &features->marks[(key % OUTLAY_FEATURE_MARKS) / 64];
  guint64 bit = G_GUINT64_CONSTANT (1) << (key % 64);
  gboolean marked = (*mark & bit) != 0;

  *mark |= bit;
  for (guint i = 0; marked && i < features->n_keys; i++)
    {
      if (features->keys[i] == key)
        return TRUE;
    }
  return FALSE;
}

/* Adds @key where it is new. Returns whether it is. */
static gboolean
add_key (OutlayFeatures *features, guint64 key)
{
  if (mark_key (features, key))
    return FALSE;
  if (features->n_keys == features->room)
    {
      features->room *= 2;
      features->keys = g_renew (guint64, features->keys, features->room);
    }
  features->keys[features->n_keys++] = key;
  return TRUE;
}

static char *
join_parts (const OutlayFeaturePart *parts)
{
  GString *name = g_string_new (parts->text);

  while ((++parts)->text != NULL)
    {
      g_string_append_c (name, '/');
      g_string_append (name, parts->text);
    }
  return g_string_free (name, FALSE);
}

/**
 * outlay_features_add_parts:
 * @parts: the parts of the name, one without a text behind the last
 *
 * Adds the feature whose name the parts joined by slashes are, once.
 */
void
outlay_features_add_parts (OutlayFeatures *features, const OutlayFeaturePart *parts)
{
  guint64 key = hash_on (HASH_BASIS, parts[0]);

  for (guint i = 1; parts[i].text != NULL; i++)
    key = hash_on (key * OUTLAY_FEATURE_PRIME + '/', parts[i]);
  if (add_key (features, key) && features->names != NULL)
    g_ptr_array_add (features->names, join_parts (parts));
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
      if (add_key (features, others->keys[i]) && features->names != NULL)
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

/** outlay_feature_group_free: frees @group. */
void
outlay_feature_group_free (OutlayFeatureGroup *group)
{
  outlay_features_free (group->features);
  g_free (group);
}
