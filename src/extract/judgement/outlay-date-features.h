/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-times.h"
#include "outlay-features.h"
#include "outlay-weights.h"

G_BEGIN_DECLS

/** OUTLAY_DATE_BEFORE: how many sentences before that of the figure have their dates weighed. */
#define OUTLAY_DATE_BEFORE 2

/** OUTLAY_DATE_BEHIND: how many behind it. */
#define OUTLAY_DATE_BEHIND 4

/** OUTLAY_DATE_LEAD: how many at the start of the article. */
#define OUTLAY_DATE_LEAD 8

/**
 * OutlayDateCandidate:
 * @find: what gives it, %OUTLAY_NO_FIND of those that only the day of publication gives
 * @value: what it is
 * @source: how it comes from there
 *
 * A date that may be one of a deal's.
 */
typedef struct
{
  guint find;
  OutlayDate value;
  const char *source;
} OutlayDateCandidate;

/**
 * OutlayDateWeight:
 * @title: whether who is in the deal stands in the headline, in a word
 * @order: how many figures stand before the deal's, in a word
 * @main: whether it is the article's main deal, in a word
 * @kind: of the deal
 * @status: of the deal
 *
 * How much a deal is the news of its article, and what it is.
 */
typedef struct
{
  OutlayFeaturePart title;
  OutlayFeaturePart order;
  OutlayFeaturePart main;
  OutlayFeaturePart kind;
  OutlayFeaturePart status;
} OutlayDateWeight;

/**
 * OutlayDateView:
 * @candidate: the date
 * @features: how it stands to the deal, whichever of the deal's dates is asked for
 */
typedef struct
{
  OutlayDateCandidate candidate;
  OutlayFeatureGroup *features;
} OutlayDateView;

/**
 * OutlayDateQuestion:
 * @frame: the deal
 * @index: its number among the frames
 * @decision: which of its dates is asked for
 * @times: all its dates as far as they are known
 * @date: the one that is asked for, in @times
 * @proof: what gives it, in @times
 * @weight: how much the deal is the article's news
 * @views: (element-type OutlayDateView): how the dates stand to the deal that were asked for so far
 *
 * One of the dates of a deal while it is weighed.
 */
typedef struct
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  guint index;
  OutlayDecision decision;
  const OutlayTimes *times;
  OutlayDate *date;
  OutlayProof *proof;
  OutlayDateWeight weight;
  GPtrArray *views;
} OutlayDateQuestion;

OutlayDateWeight outlay_date_weight_find (const OutlayScene *scene, const OutlayFrame *frame);
void outlay_date_view_free (gpointer view);
void outlay_date_features_add (const OutlayDateQuestion *question,
                               const OutlayDateCandidate *candidate,
                               OutlayFeatures *features);

G_END_DECLS
