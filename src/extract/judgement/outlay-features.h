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

G_BEGIN_DECLS

/** OUTLAY_FEATURE_MARKS: bits that tell whether a key may be there already; a power of two. */
#define OUTLAY_FEATURE_MARKS 1024

/**
 * OutlayFeatures:
 * @keys: (array length=n_keys): hashes of the names
 * @room: how many @keys has room for
 * @names: (nullable) (element-type utf8): the names, where they are recorded
 * @marks: a bit set for each key, so that most new keys are known to be new at once
 *
 * What is seen of one thing that is to be decided.
 */
typedef struct
{
  guint64 *keys;
  guint n_keys;
  guint room;
  GPtrArray *names;
  guint64 marks[OUTLAY_FEATURE_MARKS / 64];
} OutlayFeatures;

OutlayFeatures *outlay_features_new (gboolean record);
void outlay_features_free (OutlayFeatures *features);
void outlay_features_clear (OutlayFeatures *features);
void outlay_features_add (OutlayFeatures *features, ...) G_GNUC_NULL_TERMINATED;
void outlay_features_add_all (OutlayFeatures *features, const OutlayFeatures *others);
guint64 outlay_features_hash (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFeatures, outlay_features_free)

G_END_DECLS
