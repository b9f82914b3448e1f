/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OutlayWordKind: the lists of the lexicons that reading uses, by section and key. */
typedef enum
{
  OUTLAY_WORD_MONTH,
  OUTLAY_WORD_PUBLISHED,
  OUTLAY_WORD_UPDATED,
  OUTLAY_WORD_WEEKDAY,
  OUTLAY_WORD_FILLER,
  OUTLAY_WORD_SOURCE,
  OUTLAY_WORD_BYLINE,
  OUTLAY_WORD_AGENCY,
  OUTLAY_WORD_RELATED,
  OUTLAY_WORD_MENU,
  OUTLAY_WORD_AD,
  OUTLAY_WORD_CAPTION,
  OUTLAY_WORD_PROMO,
  OUTLAY_WORD_COMMENTS,
  OUTLAY_WORD_TAGS,
} OutlayWordKind;

#define OUTLAY_N_WORD_KINDS (OUTLAY_WORD_TAGS + 1)

/**
 * OutlayDateOrder:
 * @OUTLAY_DATE_ORDER_DAY_FIRST: 24/11/2025
 * @OUTLAY_DATE_ORDER_UNSURE: 11/24/2025 or 24/11/2025: sure only where a figure is above 12
 * @OUTLAY_DATE_ORDER_YEAR_FIRST: 2025/11/24; otherwise as unsure
 *
 * How a language writes a day in figures.
 */
typedef enum
{
  OUTLAY_DATE_ORDER_DAY_FIRST,
  OUTLAY_DATE_ORDER_UNSURE,
  OUTLAY_DATE_ORDER_YEAR_FIRST,
} OutlayDateOrder;

/**
 * OutlayReadWords:
 *
 * What reading knows of a language: the words of its own lexicon and, as pages of every language
 * use them, those of the English one. Not changed once it is made; any thread may use it.
 */
typedef struct _OutlayReadWords OutlayReadWords;

const OutlayReadWords *outlay_read_words_get (const char *lang);
OutlayDateOrder outlay_read_words_get_order (const OutlayReadWords *words);
gsize outlay_read_words_match (const OutlayReadWords *words,
                               OutlayWordKind kind,
                               const char *text,
                               guint *value);
const char *outlay_read_words_find (const OutlayReadWords *words,
                                    OutlayWordKind kind,
                                    const char *text,
                                    gsize *length);
gboolean outlay_read_words_is_wide (gunichar c);

G_END_DECLS
