/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * extract: from an article to what it claims of deals. A pure function of the article and the data
 * files (lexicons, organisations, places, currencies): same input, same output, in any thread.
 * Uses base alone.
 */
#pragma once

#include "base/outlay-article.h"
#include "base/outlay-mention.h"

G_BEGIN_DECLS

/** OUTLAY_RULE_WEIGHED: the rule of what was weighed; the feature that spoke most for it follows.
 */
#define OUTLAY_RULE_WEIGHED "weighed"

/**
 * OutlayExtractor:
 *
 * The data files, compiled for use. Not changed once it is made, so any number of threads may
 * share one.
 */
typedef struct _OutlayExtractor OutlayExtractor;

OutlayExtractor *outlay_extractor_new (void);
void outlay_extractor_free (OutlayExtractor *extractor);
const OutlayExtractor *outlay_extractor_get_default (void);
const GPtrArray *outlay_extractor_get_problems (const OutlayExtractor *extractor);
GArray *
outlay_extractor_find_mentions (const OutlayExtractor *extractor, const OutlayArticle *article);
GPtrArray *
outlay_extractor_find_claims (const OutlayExtractor *extractor, const OutlayArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayExtractor, outlay_extractor_free)

G_END_DECLS
