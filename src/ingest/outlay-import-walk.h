/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"
#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayImportInput:
 * @file: (nullable): a file to read
 * @raw: (nullable): an article to clean, where there is no file
 * @content: (nullable): what was pasted or dropped, where there is neither
 * @plain: (nullable): the same as plain text, where @content is a page
 * @label: (nullable): what to call @content before its article is known
 * @ledger: (nullable): where there is no file, the ledger that has kept the bytes
 * @original_id: of those bytes in @ledger
 * @path: (nullable): where those bytes lay
 * @anyway: whether its articles come in also where they are there already
 * @only: the how manieth of its articles alone is meant, from 1; 0 for all
 * @error: (nullable): why a folder could not be looked into; @file is that folder
 *
 * One thing to import.
 */
typedef struct
{
  GFile *file;
  OutlayArticle *raw;
  GBytes *content;
  GBytes *plain;
  char *label;
  OutlayLedger *ledger;
  gint64 original_id;
  char *path;
  gboolean anyway;
  guint only;
  GError *error;
} OutlayImportInput;

OutlayImportInput *outlay_import_input_new (GFile *file, OutlayArticle *raw);
OutlayImportInput *
outlay_import_input_new_content (GBytes *content, GBytes *plain, const char *label);
OutlayImportInput *outlay_import_input_copy (const OutlayImportInput *input);
OutlayImportInput *
outlay_import_input_new_kept (OutlayLedger *ledger, const OutlayLedgerOrigin *origin);
void outlay_import_input_free (OutlayImportInput *input);
char *outlay_import_input_dup_label (const OutlayImportInput *input);
GPtrArray *outlay_import_walk (const GPtrArray *inputs, GCancellable *cancellable);

G_END_DECLS
