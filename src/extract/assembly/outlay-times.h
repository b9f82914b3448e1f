/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-frame.h"

G_BEGIN_DECLS

/**
 * OutlayTimes:
 * @announced: when the deal was made known
 * @start: when work, delivery or spending starts
 * @end: when it ends, or by when
 * @announced_proof: what says so
 * @start_proof: what says so
 * @end_proof: what says so
 *
 * The dates of a deal.
 */
typedef struct
{
  OutlayDate announced;
  OutlayDate start;
  OutlayDate end;
  OutlayProof announced_proof;
  OutlayProof start_proof;
  OutlayProof end_proof;
} OutlayTimes;

void outlay_times_find (const OutlayScene *scene,
                        const OutlayFrame *frame,
                        guint index,
                        OutlayTimes *times);
guint outlay_times_find_news_day (const OutlayScene *scene);
gboolean outlay_places_hold (const OutlayScene *scene, const GArray *places, const char *code);
GArray *outlay_places_find (const OutlayScene *scene, const OutlayFrame *frame);

G_END_DECLS
