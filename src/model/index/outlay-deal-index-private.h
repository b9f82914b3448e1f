/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index' two files share: -build.c makes it, outlay-deal-index.c reads it. */
#pragma once

#include "outlay-deal-index.h"

G_BEGIN_DECLS

/*
 * A facet's values of all deals, one deal behind the other: those of row i are @values from
 * @first[i] to before @first[i + 1], as places in @keys.
 */
typedef struct
{
  GArray *first;
  GArray *values;
  GPtrArray *keys;
  GHashTable *by_key;
} OutlayIndexColumn;

/* What an article tells of itself on a card; many articles share one. */
typedef struct
{
  gint64 article_id;
  guint32 article;
} OutlayIndexVoice;

struct _OutlayDealIndex
{
  gatomicrefcount ref_count;
  GArray *rows;
  GPtrArray *records;
  OutlayIndexColumn columns[OUTLAY_N_FACETS];
  /* Parties and places of each deal in the order of the card; with each facet value of a party
   * the bits of the roles that it has in the deal. */
  GArray *parties;
  GArray *party_roles;
  GArray *value_roles;
  GArray *places;
  GArray *voices;
  GPtrArray *articles;
  GHashTable *articles_by_voice;
  GMutex texts_lock;
  GString *texts;
  GArray *text_starts;
};

G_END_DECLS
