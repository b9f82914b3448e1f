/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rest of extraction asks an extractor for. Internal to extract. */
#pragma once

#include "extract/outlay-extract.h"
#include "extract/outlay-lexicon.h"
#include "extract/outlay-names.h"

G_BEGIN_DECLS

const OutlayVocabulary *outlay_extractor_get_vocabulary (const OutlayExtractor *extractor);
const OutlayNames *outlay_extractor_get_names (const OutlayExtractor *extractor);
const OutlayLexicon *
outlay_extractor_get_lexicon (const OutlayExtractor *extractor, const char *language);

G_END_DECLS
