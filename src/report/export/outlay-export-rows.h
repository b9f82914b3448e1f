/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/**
 * OutlayExportColumn:
 * @name: what stands above it
 * @number: whether its cells are numbers in plain figures, or empty
 */
typedef struct
{
  const char *name;
  gboolean number;
} OutlayExportColumn;

/** OutlayExportTable: deals, their claims, or the articles, as rows of plain values. */
typedef enum
{
  OUTLAY_EXPORT_DEALS,
  OUTLAY_EXPORT_CLAIMS,
} OutlayExportTable;

const OutlayExportColumn *outlay_export_get_columns (OutlayExportTable table, guint *n_columns);
GPtrArray *outlay_export_deal_row (const OutlayDealRecord *deal);
GPtrArray *outlay_export_claim_row (const OutlayDealRecord *deal, guint index, const char *words);

G_END_DECLS
