/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"

G_BEGIN_DECLS

/**
 * OutlayEntry:
 * @article: what is known of the article besides its text
 * @content: (nullable): its text as it stands in what holds it, UTF-8
 * @markup: whether @content is HTML
 * @summary: whether @content may be less than the article
 * @cut: whether the file ends inside it
 *
 * An article in a file that may hold many: a feed, a mail box, a list.
 */
typedef struct
{
  OutlayArticle *article;
  char *content;
  gboolean markup;
  gboolean summary;
  gboolean cut;
} OutlayEntry;

OutlayEntry *outlay_entry_new (void);
void outlay_entry_free (OutlayEntry *entry);
void outlay_entry_set (char **member, const char *text);
void outlay_entry_set_address (OutlayEntry *entry, const char *address);
OutlayArticle *outlay_entry_read (OutlayEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayEntry, outlay_entry_free)

G_END_DECLS
