/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

/** OutlayFact: what a cell of a table tells of a deal, in the order of the columns. */
typedef enum
{
  OUTLAY_FACT_NUMBER,
  OUTLAY_FACT_PARTIES,
  OUTLAY_FACT_KIND,
  OUTLAY_FACT_AMOUNT,
  OUTLAY_FACT_CONVERTED,
  OUTLAY_FACT_CAPACITY,
  OUTLAY_FACT_WHERE,
  OUTLAY_FACT_WHEN,
  OUTLAY_FACT_STATUS,
  OUTLAY_FACT_ANNOUNCED,
  OUTLAY_FACT_SOURCES,
} OutlayFact;

#define OUTLAY_N_FACTS (OUTLAY_FACT_SOURCES + 1)

guint outlay_facts_from_columns (guint columns);
const char *outlay_fact_get_heading (OutlayFact fact);
gboolean outlay_fact_is_figure (OutlayFact fact);
OutlayTextStyle outlay_fact_get_style (OutlayFact fact, gboolean first);
char *outlay_fact_dup_text (const OutlayReportFrame *frame, guint entry, OutlayFact fact);
void outlay_fact_style (const OutlayReportFrame *frame,
                        guint entry,
                        OutlayFact fact,
                        PangoLayout *layout);

G_END_DECLS
