/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names in Japanese. Nothing marks a name there but the change of script: Kanji, Katakana and
 * Latin letters stand in a row, Hiragana between the rows. Each row is a run, cut into segments
 * where the script changes or a known word begins or ends; every stretch of segments is a
 * candidate, and weights say which one of those that overlap is the name.
 */
#pragma once

#include "extract/judgement/outlay-features.h"
#include "extract/recognise/names/outlay-name-span.h"

G_BEGIN_DECLS

/** OUTLAY_NAME_MOST_CUTS: in how many places a run is cut at most. */
#define OUTLAY_NAME_MOST_CUTS 24

/**
 * OutlayNameRun:
 * @first: index of its first token
 * @end: index behind its last token
 * @cuts: where it is cut, its ends among them
 * @n_cuts: how many
 *
 * A row of characters that may hold a name.
 */
typedef struct
{
  guint first;
  guint end;
  guint cuts[OUTLAY_NAME_MOST_CUTS];
  guint n_cuts;
} OutlayNameRun;

/**
 * OutlayNameStretch:
 * @span: its tokens and key
 * @run: (nullable): the run that it is part of, of Japanese
 * @from: index of the cut that it begins at
 * @to: index of the cut that it ends at
 * @tail: index behind the particle that ends its last word, of Korean
 * @n_words: how many words with spaces between it has, of Korean
 * @n_returns: how often its words stand in the text
 * @varies: whether what is written right behind them differs from place to place
 * @in_title: whether they stand in the title too
 *
 * A stretch of segments that may be a name.
 */
typedef struct
{
  OutlayNameSpan span;
  const OutlayNameRun *run;
  guint from;
  guint to;
  guint tail;
  guint n_words;
  guint n_returns;
  gboolean varies;
  gboolean in_title;
} OutlayNameStretch;

gboolean outlay_name_is_kana (const OutlayScan *scan, guint at);
gboolean outlay_name_is_hiragana (const OutlayScan *scan, guint at);
GPtrArray *outlay_name_find_runs (const OutlayScan *scan);
GArray *outlay_name_cut_runs (const OutlayScan *scan, const GPtrArray *runs, const guint8 *taken);
void outlay_name_describe_stretch (const OutlayScan *scan,
                                   const OutlayNameStretch *stretch,
                                   const guint8 *taken,
                                   OutlayFeatures *features);
const char *outlay_name_spell (const OutlayScan *scan, guint first, guint end);
const char *outlay_name_classify (const OutlayScan *scan, guint first, guint end);
const char *outlay_name_classify_before (const OutlayScan *scan, guint end);
void outlay_name_weigh_runs (const OutlayScan *scan, GArray *spans, const guint8 *taken);

G_END_DECLS
