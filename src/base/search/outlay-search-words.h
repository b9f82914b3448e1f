/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-span.h"

G_BEGIN_DECLS

/**
 * OutlaySearchWordFunc:
 * @word: the folded word, not terminated
 * @length: its bytes
 * @span: where it stands in the text
 *
 * Returns: whether to go on.
 */
typedef gboolean (*OutlaySearchWordFunc) (const char *word,
                                          gsize length,
                                          OutlaySpan span,
                                          gpointer user_data);

gboolean outlay_search_words_foreach (const char *text,
                                      gsize length,
                                      OutlaySearchWordFunc func,
                                      gpointer user_data);

G_END_DECLS
