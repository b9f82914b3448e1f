/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/judgement/outlay-features.h"
#include "extract/recognise/names/outlay-name-span.h"
#include "extract/recognise/outlay-scan.h"

G_BEGIN_DECLS

/**
 * OutlayNameSurvey:
 *
 * What a text as a whole says of the words that may be names in it.
 */
typedef struct _OutlayNameSurvey OutlayNameSurvey;

OutlayNameSurvey *outlay_name_survey_new (const OutlayScan *scan, const GArray *spans, guint from);
void outlay_name_survey_free (OutlayNameSurvey *survey);
void outlay_name_add_features (const OutlayNameSurvey *survey,
                               const OutlayNameSpan *span,
                               OutlayFeatures *features);

const char *outlay_name_number (guint number);
gboolean outlay_name_describe_sentence (
  const OutlayScan *scan, const char *group, guint first, guint end, OutlayFeatures *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayNameSurvey, outlay_name_survey_free)

G_END_DECLS
