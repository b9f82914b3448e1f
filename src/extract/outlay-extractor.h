/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rest of extraction asks an extractor for. Internal to extract. */
#pragma once

#include "extract/judgement/outlay-weights.h"
#include "extract/outlay-extract.h"
#include "extract/outlay-lexicon.h"
#include "extract/outlay-names.h"

G_BEGIN_DECLS

const OutlayVocabulary *outlay_extractor_get_vocabulary (const OutlayExtractor *extractor);
const OutlayNames *outlay_extractor_get_names (const OutlayExtractor *extractor);
const OutlayLexicon *
outlay_extractor_get_lexicon (const OutlayExtractor *extractor, const char *language);

const OutlayWeights *outlay_extractor_get_weights (const OutlayExtractor *extractor);
char *outlay_extractor_record (const OutlayExtractor *extractor, const OutlayArticle *article);

G_END_DECLS
