/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ingest: leads files through read, extract, link and ledger, whole articles to a transaction, in
 * worker threads, with progress and cancel. Uses read, extract, link, ledger and base.
 */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"
#include "base/threads/outlay-progress.h"
#include "ledger/outlay-ledger.h"
#include "outlay-import-walk.h"

G_BEGIN_DECLS

/** OutlayImportOutcome: what became of a file or an article. What the user deleted before stays
 * away.
 */
typedef enum
{
  OUTLAY_IMPORT_NEW,
  OUTLAY_IMPORT_DUPLICATE,
  OUTLAY_IMPORT_DELETED,
  OUTLAY_IMPORT_FAILED,
} OutlayImportOutcome;

/**
 * OutlayImportItem:
 * @outcome: what became of it
 * @file: (nullable): the file; %NULL for an article handed in without one
 * @member: (nullable): name of the file in the archive @file that the article is from, for people
 * @label: the article's title or the file's name
 * @article_id: of the new article, or of the one that was already there; 0 where there is none
 * @n_new_deals: how many deals only this article tells
 * @n_more_deals: how many deals it gave one more article
 * @input: (nullable): of a duplicate and of what was deleted what it was read from, to import it
 *   anyway
 * @message: (nullable): for people: why it failed, which article is the same or prints the same
 *   text, when it was deleted, or what else a reader of the article must know
 */
typedef struct
{
  OutlayImportOutcome outcome;
  GFile *file;
  char *member;
  char *label;
  gint64 article_id;
  guint n_new_deals;
  guint n_more_deals;
  OutlayImportInput *input;
  char *message;
} OutlayImportItem;

/* An import: files and folders (walked recursively, in the order of their names) into a ledger. */
#define OUTLAY_TYPE_IMPORT (outlay_import_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImport, outlay_import, OUTLAY, IMPORT, OutlayProgress)

OutlayImport *outlay_import_new (OutlayLedger *ledger);
void outlay_import_set_anyway (OutlayImport *import, gboolean anyway);
void outlay_import_add_input (OutlayImport *import, const OutlayImportInput *input);
void outlay_import_add_file (OutlayImport *import, GFile *file);
void outlay_import_add_article (OutlayImport *import, OutlayArticle *raw);
void
outlay_import_add_content (OutlayImport *import, GBytes *content, GBytes *plain, const char *label);
gboolean outlay_import_run (OutlayImport *import, GCancellable *cancellable, GError **error);
void outlay_import_run_async (OutlayImport *import,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean outlay_import_run_finish (OutlayImport *import, GAsyncResult *result, GError **error);
const GPtrArray *outlay_import_get_items (OutlayImport *import);
GTimeSpan outlay_import_get_duration (OutlayImport *import);
char *outlay_import_dup_warning (OutlayImport *import);
guint outlay_import_count (OutlayImport *import, OutlayImportOutcome outcome);

void outlay_import_item_free (OutlayImportItem *item);

G_END_DECLS
