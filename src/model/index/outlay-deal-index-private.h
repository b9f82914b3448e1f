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
  /* Which index it is, which one it was made from, 0 for none, and what may differ between them. */
  guint serial;
  guint before;
  GArray *changed;
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
  /* What stands for the claims of all records that a card's words are made from: none was read. */
  OutlayClaim *unread;
  guint32 *ties;
  GMutex texts_lock;
  GString *texts;
  GArray *text_starts;
};

OutlayDealRow outlay_deal_index_get_end (const OutlayDealIndex *index, guint row);
void outlay_deal_index_begin_texts (OutlayDealIndex *index);
void outlay_deal_index_write_text (OutlayDealIndex *index, guint row);

G_END_DECLS
