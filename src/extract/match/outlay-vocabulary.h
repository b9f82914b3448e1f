/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayVocabulary:
 *
 * The folded words that the data files know, each with a number from 1. A word may be known whole,
 * by its beginning ("invest*") or by its end ("*zentrum").
 */
typedef struct _OutlayVocabulary OutlayVocabulary;

OutlayVocabulary *outlay_vocabulary_new (void);
void outlay_vocabulary_free (OutlayVocabulary *vocabulary);
guint32 outlay_vocabulary_add (OutlayVocabulary *vocabulary, const char *folded, gsize length);
guint32
outlay_vocabulary_add_beginning (OutlayVocabulary *vocabulary, const char *folded, gsize length);
guint32 outlay_vocabulary_add_end (OutlayVocabulary *vocabulary, const char *folded, gsize length);
void outlay_vocabulary_close (OutlayVocabulary *vocabulary);
guint32
outlay_vocabulary_find (const OutlayVocabulary *vocabulary, const char *folded, gsize length);
guint32
outlay_vocabulary_find_end (const OutlayVocabulary *vocabulary, const char *folded, gsize length);
guint32 outlay_vocabulary_get_shorter (const OutlayVocabulary *vocabulary, guint32 word);
guint outlay_vocabulary_get_size (const OutlayVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayVocabulary, outlay_vocabulary_free)

G_END_DECLS
