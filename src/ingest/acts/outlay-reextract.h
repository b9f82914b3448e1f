/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the articles of a ledger anew after the engine was changed: first to see what would
 * change, then as one act. What the user said stays; only what the engine read is replaced.
 */
#pragma once

#include "base/outlay-deal-record.h"
#include "base/threads/outlay-progress.h"
#include "ledger/history/outlay-history.h"

G_BEGIN_DECLS

/**
 * OutlayDealChange:
 * @before: (nullable): the deal as it is; %NULL of one that is new
 * @after: (nullable): the deal as it would be; %NULL of one that is gone
 * @fields: bit (1 << field) where the two differ
 *
 * What becomes of a deal.
 */
typedef struct
{
  OutlayDealRecord *before;
  OutlayDealRecord *after;
  guint fields;
} OutlayDealChange;

/**
 * OutlayReextraction:
 * @n_articles: how many articles were read anew
 * @changes: (element-type OutlayDealChange): the deals that change, by their ids
 * @entry: (nullable): what the history keeps of it, where it was carried out and changed something
 */
typedef struct
{
  guint n_articles;
  GPtrArray *changes;
  OutlayHistoryEntry *entry;
} OutlayReextraction;

/**
 * OutlayReextractAim:
 * @articles: (nullable) (element-type gint64): which articles to read; %NULL for those that another
 * engine has read
 * @apply: %FALSE to see what would change alone
 * @progress: (nullable): what is told how far it is
 * @corrects: whether the one article is read by another text, which it has from then on
 * @text: (nullable): that text, by the user; %NULL for the one that was imported
 *
 * What to read anew, and what for.
 */
typedef struct
{
  const GArray *articles;
  gboolean apply;
  OutlayProgress *progress;
  gboolean corrects;
  const char *text;
} OutlayReextractAim;

/**
 * OutlayReadFunc:
 *
 * Returns: (transfer full) (element-type OutlayClaim): what an article claims.
 */
typedef GPtrArray *(*OutlayReadFunc) (const OutlayArticle *article, gpointer user_data);

gboolean outlay_reextract_count (OutlayLedger *ledger, guint *n_articles, GError **error);
const char *outlay_reextract_get_engine (void);
OutlayReextraction *outlay_reextract (OutlayLedger *ledger,
                                      const OutlayReextractAim *aim,
                                      GCancellable *cancellable,
                                      GError **error);
OutlayReextraction *outlay_reextract_with (OutlayLedger *ledger,
                                           const char *engine,
                                           OutlayReadFunc read,
                                           gpointer user_data,
                                           const OutlayReextractAim *aim,
                                           GCancellable *cancellable,
                                           GError **error);
void outlay_reextraction_count (const OutlayReextraction *reextraction,
                                guint *n_new,
                                guint *n_changed,
                                guint *n_gone);
void outlay_reextraction_free (OutlayReextraction *reextraction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReextraction, outlay_reextraction_free)

G_END_DECLS
