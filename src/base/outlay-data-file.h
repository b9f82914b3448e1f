/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayDataEntry:
 * @key: what stands before the equals sign
 * @values: (array zero-terminated=1): what stands behind it, split at semicolons, without the
 *   space about them
 * @line: in the file, from 1
 */
typedef struct
{
  char *key;
  GStrv values;
  guint line;
} OutlayDataEntry;

/**
 * OutlayDataFile:
 *
 * A data file as people write it: sections in brackets, entries "key = value; value", comments
 * behind a number sign at a line's start. A key may return; an entry may go on in the next line
 * where that is indented.
 */
typedef struct _OutlayDataFile OutlayDataFile;

OutlayDataFile *outlay_data_file_load (const char *name, GError **error);
OutlayDataFile *outlay_data_file_parse (const char *name, const char *content, gsize length);
void outlay_data_file_free (OutlayDataFile *file);
const GPtrArray *outlay_data_file_get_sections (const OutlayDataFile *file);
const GPtrArray *outlay_data_file_get_entries (const OutlayDataFile *file, const char *section);
GStrv
outlay_data_file_get_values (const OutlayDataFile *file, const char *section, const char *key);
void outlay_data_file_report (OutlayDataFile *file, guint line, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
const GPtrArray *outlay_data_file_get_problems (const OutlayDataFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDataFile, outlay_data_file_free)

G_END_DECLS
