/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/formats/outlay-entry.h"

G_BEGIN_DECLS

/**
 * OutlayEntryList:
 * @entries: (element-type OutlayEntry)
 * @max_entries: how many are taken at most
 * @n_bytes: how long their contents are together
 * @full: whether there were more
 * @cut: whether the file ends in the middle
 * @source: (nullable): who published the entries that don't say it
 * @no_text: (nullable): what to say where no entry has a text
 * @language: (nullable): the language of those whose text doesn't tell it
 *
 * The entries of one file.
 */
typedef struct
{
  GPtrArray *entries;
  guint max_entries;
  gsize n_bytes;
  gboolean full;
  gboolean cut;
  char *source;
  const char *no_text;
  char *language;
} OutlayEntryList;

OutlayEntryList *outlay_entry_list_new (guint max_entries);
void outlay_entry_list_free (OutlayEntryList *list);
gboolean outlay_entry_list_has_room (OutlayEntryList *list);
void outlay_entry_list_add (OutlayEntryList *list, OutlayEntry *entry);
void outlay_entry_list_set_language (OutlayEntryList *list, const char *language);
GPtrArray *
outlay_entry_list_read (OutlayEntryList *list, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayEntryList, outlay_entry_list_free)

G_END_DECLS
