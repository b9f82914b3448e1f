/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * judgement: what the rules of assembly leave open is weighed. Every decision (is this figure a
 * deal's, is this frame a deal, of which kind, how far, who does what in it, where) looks at
 * features: short names of what the text shows, such as "kind.build/near". Each has a weight for
 * each outcome in a data file, learnt from annotated articles; the outcome with the largest sum is
 * taken, and how far it is ahead is the confidence.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** OUTLAY_FEATURE_MARKS: bits that tell whether a key may be there already; a power of two. */
#define OUTLAY_FEATURE_MARKS 1024

/** OUTLAY_FEATURE_GROUPS: how many groups a set can be joined with. */
#define OUTLAY_FEATURE_GROUPS 2

/** OUTLAY_FEATURE_DECISIONS: of how many decisions a group keeps what it counts for them. */
#define OUTLAY_FEATURE_DECISIONS 16

/** OUTLAY_FEATURE_PARTS: how many parts a name has at most, and what ends them. */
#define OUTLAY_FEATURE_PARTS 8

/** OUTLAY_FEATURE_BASIS: what the hash of a name begins with, so that it matters how long it is. */
#define OUTLAY_FEATURE_BASIS G_GUINT64_CONSTANT (14695981039346656037)

typedef struct _OutlayFeatures OutlayFeatures;

/**
 * OutlayFeatureGroup:
 * @features: what they are
 * @summed: bit by decision: whether it is known what they come to
 * @sums: what they come to, of decisions with two outcomes
 *
 * Features that many things show together, so that they are looked up once.
 */
typedef struct
{
  OutlayFeatures *features;
  guint32 summed;
  gint64 sums[OUTLAY_FEATURE_DECISIONS][2];
} OutlayFeatureGroup;

/**
 * OutlayFeatureStem:
 * @index: of the feature
 * @hash: of its name but for the last part
 *
 * A feature whose last part can be exchanged.
 */
typedef struct
{
  guint index;
  guint64 hash;
} OutlayFeatureStem;

/**
 * OutlayFeatures:
 * @keys: (array length=n_keys): hashes of the names
 * @room: how many @keys has room for
 * @names: (nullable) (element-type utf8): the names, where they are recorded
 * @marks: a bit set for each key, so that most new keys are known to be new at once
 * @groups: (array length=n_groups): what is shown besides
 * @last: (nullable): the part that outlay_features_exchange() exchanges where a name ends in it;
 *   known by its address
 * @stems: (array length=n_stems): of the features whose names end in @last
 *
 * What is seen of one thing that is to be decided.
 */
struct _OutlayFeatures
{
  guint64 *keys;
  guint n_keys;
  guint room;
  GPtrArray *names;
  guint64 marks[OUTLAY_FEATURE_MARKS / 64];
  OutlayFeatureGroup *groups[OUTLAY_FEATURE_GROUPS];
  guint n_groups;
  const char *last;
  OutlayFeatureStem *stems;
  guint n_stems;
  guint stem_room;
};

/**
 * OutlayFeaturePart:
 * @text: a part of a feature's name
 * @hash: what it is hashed to, where @power is set
 * @power: by what the hash of what stands before it is multiplied
 */
typedef struct
{
  const char *text;
  guint64 hash;
  guint64 power;
} OutlayFeaturePart;

/** OUTLAY_FEATURE_PRIME: names are hashed to numbers with their bytes as digits to this base. */
#define OUTLAY_FEATURE_PRIME G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/**
 * outlay_feature_part:
 *
 * The compiler works out the hash of a literal.
 *
 * Returns: the part of a name that @text is.
 */
static inline __attribute__ ((always_inline)) OutlayFeaturePart
outlay_feature_part (const char *text)
{
  OutlayFeaturePart part = {text, 0, 0};

  if (text != NULL && __builtin_constant_p (__builtin_strlen (text))
      && __builtin_constant_p (text[0]))
    {
      part.power = 1;
#pragma GCC unroll 32
      for (gsize i = 0; i < __builtin_strlen (text); i++)
        {
          part.hash = part.hash * OUTLAY_FEATURE_PRIME + (guchar)text[i];
          part.power *= OUTLAY_FEATURE_PRIME;
        }
    }
  return part;
}

/**
 * outlay_feature_part_hash:
 * @text: (nullable): what must last as long as the part
 *
 * Returns: the part of a name that @text is, hashed: for what many features have for a part.
 */
static inline OutlayFeaturePart
outlay_feature_part_hash (const char *text)
{
  OutlayFeaturePart part = {text, 0, 1};

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    {
      part.hash = part.hash * OUTLAY_FEATURE_PRIME + (guchar)*c;
      part.power *= OUTLAY_FEATURE_PRIME;
    }
  return part;
}

static inline OutlayFeaturePart
outlay_feature_part_itself (OutlayFeaturePart part)
{
  return part;
}

/**
 * outlay_feature_part_is:
 *
 * Returns: whether @part, which is hashed, is @text: the number of a literal the compiler knows.
 */
static inline __attribute__ ((always_inline)) gboolean
outlay_feature_part_is (OutlayFeaturePart part, const char *text)
{
  OutlayFeaturePart other = outlay_feature_part (text);

  if (other.power != 0)
    return part.hash == other.hash && part.power == other.power;
  return *part.text == *text && strcmp (part.text, text) == 0;
}

#define OUTLAY_FEATURE_PART(part)                                                                  \
  _Generic((part), OutlayFeaturePart                                                               \
           : outlay_feature_part_itself, default                                                   \
           : outlay_feature_part) (part)
#define OUTLAY_FEATURE_PARTS_1(part) OUTLAY_FEATURE_PART (part)
#define OUTLAY_FEATURE_PARTS_2(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_1 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_3(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_2 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_4(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_3 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_5(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_4 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_6(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_5 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_7(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_6 (__VA_ARGS__)
#define OUTLAY_FEATURE_PARTS_8(part, ...)                                                          \
  OUTLAY_FEATURE_PART (part), OUTLAY_FEATURE_PARTS_7 (__VA_ARGS__)
#define OUTLAY_FEATURE_CHOOSE(_1, _2, _3, _4, _5, _6, _7, _8, parts, ...) parts

/**
 * outlay_features_add:
 * @...: the parts of the name, texts or #OutlayFeaturePart, at most seven, %NULL-terminated
 *
 * Adds the feature whose name the parts joined by slashes are, once.
 */
#define outlay_features_add(features, ...)                                                         \
  outlay_features_add_parts (                                                                      \
    features,                                                                                      \
    (const OutlayFeaturePart[OUTLAY_FEATURE_PARTS]){OUTLAY_FEATURE_CHOOSE (                        \
      __VA_ARGS__, OUTLAY_FEATURE_PARTS_8, OUTLAY_FEATURE_PARTS_7, OUTLAY_FEATURE_PARTS_6,         \
      OUTLAY_FEATURE_PARTS_5, OUTLAY_FEATURE_PARTS_4, OUTLAY_FEATURE_PARTS_3,                      \
      OUTLAY_FEATURE_PARTS_2, OUTLAY_FEATURE_PARTS_1, ) (__VA_ARGS__)})

OutlayFeatures *outlay_features_new (gboolean record);
void outlay_features_free (OutlayFeatures *features);
void outlay_features_clear (OutlayFeatures *features);
void outlay_features_exchange (OutlayFeatures *features, const char *last);
void outlay_features_add_stem (OutlayFeatures *features, guint64 hash);
gboolean outlay_features_add_key (OutlayFeatures *features, guint64 key);
void outlay_features_add_name (OutlayFeatures *features, const char *const *parts);
guint64 outlay_features_hash_on (guint64 hash, const char *text) G_GNUC_PURE;
void outlay_features_add_all (OutlayFeatures *features, const OutlayFeatures *others);
void outlay_features_join (OutlayFeatures *features, OutlayFeatureGroup *group);
OutlayFeatureGroup *outlay_feature_group_new (gboolean record);
void outlay_feature_group_clear (OutlayFeatureGroup *group);
void outlay_feature_group_free (OutlayFeatureGroup *group);
guint64 outlay_features_hash (const char *name);

/**
 * outlay_features_add_parts:
 * @parts: (array fixed-size=8): the parts of the name, one without a text behind the last
 *
 * Adds the feature whose name the parts joined by slashes are, once. Inlined, so that what the
 * compiler knows of the parts is worked out by it, and no part is written to memory but to be
 * recorded.
 */
static inline __attribute__ ((always_inline)) void
outlay_features_add_parts (OutlayFeatures *features, const OutlayFeaturePart *parts)
{
  const char *last = "";
  guint64 key = OUTLAY_FEATURE_BASIS, stem = key;

#pragma GCC unroll 8
  for (guint i = 0; i < OUTLAY_FEATURE_PARTS; i++)
    {
      if (parts[i].text == NULL)
        break;
      if (i > 0)
        key = key * OUTLAY_FEATURE_PRIME + '/';
      last = parts[i].text;
      stem = key;
      key = parts[i].power == 0 ? outlay_features_hash_on (key, parts[i].text)
                                : key * parts[i].power + parts[i].hash;
    }
  if (!outlay_features_add_key (features, key))
    return;
  if (last == features->last)
    outlay_features_add_stem (features, stem);
  if (G_LIKELY (features->names == NULL))
    return;
  const char *texts[OUTLAY_FEATURE_PARTS];
#pragma GCC unroll 8
  for (guint i = 0; i < OUTLAY_FEATURE_PARTS; i++)
    texts[i] = parts[i].text;
  outlay_features_add_name (features, texts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFeatures, outlay_features_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFeatureGroup, outlay_feature_group_free)

G_END_DECLS
