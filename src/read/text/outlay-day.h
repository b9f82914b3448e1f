/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-date.h"
#include "read/words/outlay-read-words.h"

G_BEGIN_DECLS

/**
 * OutlayDayLine:
 * @published: the day that the line gives, unset where it gives none
 * @updated: the day of a change, unset where it gives none
 * @bare: whether the line holds nothing besides
 * @labelled: whether words before @published say that it is the day of publication
 */
typedef struct
{
  OutlayDate published;
  OutlayDate updated;
  gboolean bare;
  gboolean labelled;
} OutlayDayLine;

gboolean outlay_day_find (
  const OutlayReadWords *words, const char *folded, OutlayDate *day, gsize *start, gsize *end);
OutlayDayLine outlay_day_read_part (const OutlayReadWords *words, const char *folded);
OutlayDate outlay_day_read_lead (const OutlayReadWords *words, const char *folded);

G_END_DECLS
