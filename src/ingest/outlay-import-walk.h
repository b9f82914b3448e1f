/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"

G_BEGIN_DECLS

/**
 * OutlayImportInput:
 * @file: (nullable): a file to read
 * @raw: (nullable): an article to clean, where there is no file
 * @error: (nullable): why a folder could not be looked into; @file is that folder
 *
 * One thing to import.
 */
typedef struct
{
  GFile *file;
  OutlayArticle *raw;
  GError *error;
} OutlayImportInput;

OutlayImportInput *outlay_import_input_new (GFile *file, OutlayArticle *raw);
void outlay_import_input_free (OutlayImportInput *input);
char *outlay_import_input_dup_label (const OutlayImportInput *input);
GPtrArray *outlay_import_walk (const GPtrArray *inputs, GCancellable *cancellable);

G_END_DECLS
