/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayOriginalForm: how articles are read from an original
 * @OUTLAY_ORIGINAL_FILE: a file as it lay on the disk
 * @OUTLAY_ORIGINAL_ARTICLE: one article that a caller handed in, in the JSON form
 */
typedef enum
{
  OUTLAY_ORIGINAL_FILE,
  OUTLAY_ORIGINAL_ARTICLE,
} OutlayOriginalForm;

/**
 * OutlayOriginal:
 * @form: how articles are read from it
 * @digest: SHA-256 of its bytes, in hexadecimal digits
 * @size: how many bytes it has
 * @packed: its bytes, compressed by zlib
 * @path: (nullable): where it lay, in file name encoding
 *
 * The very bytes that articles were read from, so that what was read can be proved. Counted and
 * never changed.
 */
typedef struct
{
  OutlayOriginalForm form;
  char *digest;
  gsize size;
  GBytes *packed;
  char *path;
} OutlayOriginal;

OutlayOriginal *outlay_original_new (OutlayOriginalForm form, GBytes *bytes, const char *path);
OutlayOriginal *outlay_original_new_packed (OutlayOriginalForm form,
                                            const char *digest,
                                            gsize size,
                                            GBytes *packed);
OutlayOriginal *outlay_original_ref (OutlayOriginal *original);
void outlay_original_unref (OutlayOriginal *original);
GBytes *outlay_original_unpack (const OutlayOriginal *original);
const char *outlay_original_form_to_string (OutlayOriginalForm form);
gboolean outlay_original_form_from_string (const char *string, OutlayOriginalForm *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayOriginal, outlay_original_unref)

G_END_DECLS
