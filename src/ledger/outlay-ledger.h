/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ledger: the SQLite file that holds articles, claims and deals. Uses base and SQLite. Every
 * function may be called from any thread and may wait for the disk: the window calls none of them
 * on the main thread but outlay_ledger_get_path() and outlay_ledger_get_n_commits().
 */
#pragma once

#include <gio/gio.h>

#include "base/outlay-deal-record.h"
#include "base/search/outlay-query.h"

G_BEGIN_DECLS

/** OutlayLedgerError: what callers can act on. */
typedef enum
{
  OUTLAY_LEDGER_ERROR_OPEN,
  OUTLAY_LEDGER_ERROR_BUSY,
  OUTLAY_LEDGER_ERROR_READ_ONLY,
  OUTLAY_LEDGER_ERROR_NO_SPACE,
  OUTLAY_LEDGER_ERROR_DAMAGED,
  OUTLAY_LEDGER_ERROR_NEWER,
  OUTLAY_LEDGER_ERROR_NOT_A_LEDGER,
  OUTLAY_LEDGER_ERROR_NOT_FOUND,
  OUTLAY_LEDGER_ERROR_REFUSED,
  OUTLAY_LEDGER_ERROR_GONE,
  OUTLAY_LEDGER_ERROR_FAILED,
} OutlayLedgerError;

#define OUTLAY_LEDGER_ERROR (outlay_ledger_error_quark ())

/**
 * OutlayLedgerFlags:
 * @OUTLAY_LEDGER_FLAGS_NONE: the file is made where there is none
 * @OUTLAY_LEDGER_FLAGS_READ_ONLY: nothing is written, and a missing file is an error
 */
typedef enum
{
  OUTLAY_LEDGER_FLAGS_NONE = 0,
  OUTLAY_LEDGER_FLAGS_READ_ONLY = 1 << 0,
} OutlayLedgerFlags;

/**
 * OutlayLedgerArticle:
 * @id: in the ledger
 * @article: the article without its text
 * @imported: when it was imported, in seconds since 1970
 * @n_deals: how many deals it speaks of
 */
typedef struct
{
  gint64 id;
  OutlayArticle *article;
  gint64 imported;
  guint n_deals;
} OutlayLedgerArticle;

/**
 * OutlayLedgerOrigin:
 * @article_id: an article
 * @original_id: what it was read from, 0 where that was not kept
 * @position: the how manieth article of the original it is, from 0
 * @path: (nullable): where the original lay
 */
typedef struct
{
  gint64 article_id;
  gint64 original_id;
  guint position;
  char *path;
} OutlayLedgerOrigin;

#define OUTLAY_TYPE_LEDGER (outlay_ledger_get_type ())
G_DECLARE_FINAL_TYPE (OutlayLedger, outlay_ledger, OUTLAY, LEDGER, GObject)

GQuark outlay_ledger_error_quark (void);
char *outlay_ledger_dup_default_path (void);
char *outlay_ledger_dup_digest (const OutlayArticle *article);
char *outlay_ledger_dup_copy_digest (const char *digest, const char *source);
gboolean outlay_ledger_is_digest (const char *kept, const char *digest);
OutlayLedger *outlay_ledger_open (const char *path, OutlayLedgerFlags flags, GError **error);
const char *outlay_ledger_get_path (OutlayLedger *ledger);
guint64 outlay_ledger_get_n_commits (OutlayLedger *ledger);

/* Reading: each sees the last committed state, also while another thread writes. */
GPtrArray *
outlay_ledger_list_deals (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
GPtrArray *
outlay_ledger_list_rejected (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
GPtrArray *outlay_ledger_list_some_deals (OutlayLedger *ledger,
                                          const GArray *ids,
                                          GCancellable *cancellable,
                                          GError **error);
OutlayDealRecord *outlay_ledger_get_deal (OutlayLedger *ledger, gint64 id, GError **error);
GPtrArray *
outlay_ledger_list_articles (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
OutlayArticle *outlay_ledger_get_article (OutlayLedger *ledger, gint64 id, GError **error);
GArray *
outlay_ledger_list_origins (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
OutlayOriginal *outlay_ledger_get_original (OutlayLedger *ledger, gint64 id, GError **error);
gboolean outlay_ledger_copy (OutlayLedger *ledger,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);
GArray *outlay_ledger_search (OutlayLedger *ledger,
                              const OutlayQuery *query,
                              GCancellable *cancellable,
                              GError **error);

GArray *outlay_ledger_take_touched (OutlayLedger *ledger);

/* Writing: between begin and commit or rollback, which one thread at a time holds. */
gboolean outlay_ledger_begin (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_commit (OutlayLedger *ledger, GError **error);
void outlay_ledger_rollback (OutlayLedger *ledger);
gboolean outlay_ledger_find_article (OutlayLedger *ledger,
                                     const char *digest,
                                     gint64 *article_id,
                                     GError **error);
char *outlay_ledger_dup_free_digest (OutlayLedger *ledger, const char *digest, GError **error);
gint64 outlay_ledger_add_article (OutlayLedger *ledger,
                                  const OutlayArticle *article,
                                  const char *digest,
                                  GError **error);
gint64 outlay_ledger_add_claim (OutlayLedger *ledger,
                                gint64 article_id,
                                const OutlayClaim *claim,
                                const char *const *keys,
                                GError **error);
gboolean outlay_ledger_store_deal (OutlayLedger *ledger, OutlayDealRecord *deal, GError **error);

void outlay_ledger_article_free (OutlayLedgerArticle *article);

G_END_DECLS
