/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A filter that the user keeps by name. Not changed once it is made. */
#define OUTLAY_TYPE_SAVED_FILTER (outlay_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySavedFilter, outlay_saved_filter, OUTLAY, SAVED_FILTER, GObject)

const char *outlay_saved_filter_get_name (OutlaySavedFilter *filter);
const char *outlay_saved_filter_get_line (OutlaySavedFilter *filter);

/* All of them, a #GListModel of #OutlaySavedFilter, kept in a file that is written after each
 * change. */
#define OUTLAY_TYPE_SAVED_FILTERS (outlay_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySavedFilters, outlay_saved_filters, OUTLAY, SAVED_FILTERS, GObject)

char *outlay_saved_filters_dup_default_path (void);
OutlaySavedFilters *outlay_saved_filters_new (const char *path);
void outlay_saved_filters_insert (OutlaySavedFilters *filters,
                                  guint position,
                                  const char *name,
                                  const char *line);
void outlay_saved_filters_rename (OutlaySavedFilters *filters, guint position, const char *name);
void outlay_saved_filters_remove (OutlaySavedFilters *filters, guint position);

G_END_DECLS
