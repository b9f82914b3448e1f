/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user writes as the text of an article, kept until it is saved or thrown away, also where
 * the window closes or the program is killed. */
#pragma once

#include "model/outlay-store.h"

G_BEGIN_DECLS

char *outlay_text_draft_dup_path (OutlayLedger *ledger, gint64 article_id);
char *outlay_text_draft_load (const char *path);
gboolean outlay_text_draft_save (const char *path, const char *text, GError **error);
void outlay_text_draft_remove (const char *path);

G_END_DECLS
