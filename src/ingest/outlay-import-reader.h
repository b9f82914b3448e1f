/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-import-walk.h"

G_BEGIN_DECLS

/**
 * OutlayImportReading:
 * @input: what was read
 * @articles: (nullable) (element-type OutlayArticle): the articles in it
 * @claims: (nullable) (element-type GPtrArray): of each article its claims
 * @error: (nullable): why there are no articles
 */
typedef struct
{
  const OutlayImportInput *input;
  GPtrArray *articles;
  GPtrArray *claims;
  GError *error;
} OutlayImportReading;

/**
 * OutlayImportReader:
 *
 * Reads inputs in a few threads, some way ahead, and hands the results on in the inputs' order.
 */
typedef struct _OutlayImportReader OutlayImportReader;

OutlayImportReader *outlay_import_reader_new (const GPtrArray *inputs, GCancellable *cancellable);
OutlayImportReading *outlay_import_reader_next (OutlayImportReader *reader);
void outlay_import_reader_free (OutlayImportReader *reader);
void outlay_import_reading_free (OutlayImportReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayImportReader, outlay_import_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayImportReading, outlay_import_reading_free)

G_END_DECLS
