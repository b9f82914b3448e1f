/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

char *outlay_import_words_dup_counts (OutlayImport *import);
char *outlay_import_words_dup_deals (OutlayImport *import);
char *outlay_import_words_dup_problem (OutlayImport *import, const GError *error);
char *outlay_import_words_dup_text (OutlayImport *import, const GError *error, const char *when);
guint outlay_import_words_count_new_deals (OutlayImport *import);

G_END_DECLS
