/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * read: from the bytes of a file to articles. Detects the format, decodes the text, takes the
 * clutter of the page away and finds title, source, day and language. Uses base, libxml2 and the
 * libraries of the formats; knows nothing of deals.
 */
#pragma once

#include <gio/gio.h>

#include "base/outlay-article.h"

G_BEGIN_DECLS

/**
 * OutlayReadError:
 * @OUTLAY_READ_ERROR_EMPTY: the file holds nothing
 * @OUTLAY_READ_ERROR_NOT_FOUND: there is no such file
 * @OUTLAY_READ_ERROR_ACCESS: the file may not be read, or the disk fails
 * @OUTLAY_READ_ERROR_NOT_A_FILE: a device, a pipe or the like
 * @OUTLAY_READ_ERROR_TOO_LARGE: more than an article can be
 * @OUTLAY_READ_ERROR_FORMAT: of a format that is not known
 * @OUTLAY_READ_ERROR_DAMAGED: ends in the middle, or cannot be decoded
 * @OUTLAY_READ_ERROR_NO_TEXT: a page without an article's text
 * @OUTLAY_READ_ERROR_HELPER: the helper that reads files cannot be started
 *
 * Why a file gave no article. The messages are for people: what is wrong and what to do.
 */
typedef enum
{
  OUTLAY_READ_ERROR_EMPTY,
  OUTLAY_READ_ERROR_NOT_FOUND,
  OUTLAY_READ_ERROR_ACCESS,
  OUTLAY_READ_ERROR_NOT_A_FILE,
  OUTLAY_READ_ERROR_TOO_LARGE,
  OUTLAY_READ_ERROR_FORMAT,
  OUTLAY_READ_ERROR_DAMAGED,
  OUTLAY_READ_ERROR_NO_TEXT,
  OUTLAY_READ_ERROR_HELPER,
} OutlayReadError;

#define OUTLAY_READ_ERROR (outlay_read_error_quark ())

GQuark outlay_read_error_quark (void);
gboolean outlay_read_is_address (GFile *file);
GBytes *outlay_read_load (GFile *file, GCancellable *cancellable, GError **error);
GPtrArray *
outlay_read_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error);
OutlayArticle *outlay_read_clean (OutlayArticle *raw);

G_END_DECLS
