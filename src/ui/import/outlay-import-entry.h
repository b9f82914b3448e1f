/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/outlay-store-acts.h"

G_BEGIN_DECLS

/** OutlayImportSection: the parts of an import's report, in their order. */
typedef enum
{
  OUTLAY_IMPORT_SECTION_FAILED,
  OUTLAY_IMPORT_SECTION_LOOK,
  OUTLAY_IMPORT_SECTION_DELETED,
  OUTLAY_IMPORT_SECTION_DUPLICATE,
} OutlayImportSection;

#define OUTLAY_N_IMPORT_SECTIONS (OUTLAY_IMPORT_SECTION_DUPLICATE + 1)

/* A line of an import's report: the heading of a section, or a file that needs a word. Signal:
 * "changed", when what it says or offers is another. */
#define OUTLAY_TYPE_IMPORT_ENTRY (outlay_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportEntry, outlay_import_entry, OUTLAY, IMPORT_ENTRY, GObject)

GListModel *outlay_import_entry_list (const GPtrArray *items);
gboolean outlay_import_entry_is_heading (OutlayImportEntry *entry);
OutlayImportSection outlay_import_entry_get_section (OutlayImportEntry *entry);
const char *outlay_import_entry_get_name (OutlayImportEntry *entry);
const char *outlay_import_entry_get_text (OutlayImportEntry *entry);
GFile *outlay_import_entry_get_file (OutlayImportEntry *entry);
gint64 outlay_import_entry_get_article_id (OutlayImportEntry *entry);
guint outlay_import_entry_get_number (OutlayImportEntry *entry);
guint outlay_import_entry_count_deleted (OutlayImportEntry *entry);
const OutlayImportInput *outlay_import_entry_get_input (OutlayImportEntry *entry);
void outlay_import_entry_set_waiting (OutlayImportEntry *entry, gboolean waiting);
gboolean outlay_import_entry_is_waiting (OutlayImportEntry *entry);
void outlay_import_entry_set_imported (OutlayImportEntry *entry);

G_END_DECLS
