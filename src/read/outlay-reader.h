/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"

G_BEGIN_DECLS

/**
 * OutlayReadBudget:
 * @bytes: how many
 * @entries: of archives, how many
 *
 * What may still be unpacked of a file and of all archives in it.
 */
typedef struct
{
  gsize bytes;
  guint entries;
} OutlayReadBudget;

/**
 * OutlayReadInput:
 * @data: the file's bytes
 * @size: how many
 * @path: (nullable): where they came from, in file name encoding
 * @depth: in how many archives it lies
 * @budget: (nullable): of the outermost archive that it lies in
 */
typedef struct
{
  const guint8 *data;
  gsize size;
  const char *path;
  guint depth;
  OutlayReadBudget *budget;
} OutlayReadInput;

/**
 * OutlayReader:
 * @name: what people call the format, marked for translation
 * @recognise: whether the bytes are of the format
 * @read: (transfer full) (element-type OutlayArticle): the articles in them, at least one, with
 *   all but the path; or %NULL with an error
 *
 * How one format is read. The first reader that recognises a file reads it.
 */
typedef struct
{
  const char *name;
  gboolean (*recognise) (const OutlayReadInput *input);
  GPtrArray *(*read) (const OutlayReadInput *input, GCancellable *cancellable, GError **error);
} OutlayReader;

extern const OutlayReader outlay_reader_archive;
extern const OutlayReader outlay_reader_docx;
extern const OutlayReader outlay_reader_epub;
extern const OutlayReader outlay_reader_feed;
extern const OutlayReader outlay_reader_html;
extern const OutlayReader outlay_reader_json;
extern const OutlayReader outlay_reader_mail;
extern const OutlayReader outlay_reader_markdown;
extern const OutlayReader outlay_reader_mhtml;
extern const OutlayReader outlay_reader_news;
extern const OutlayReader outlay_reader_odt;
extern const OutlayReader outlay_reader_pdf;
extern const OutlayReader outlay_reader_text;

void outlay_reader_pdf_warm_up (void);

G_END_DECLS
