/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rows become deals: what loading deals whole and loading their summaries share. */
#pragma once

#include <sqlite3.h>

#include "base/outlay-readings.h"
#include "outlay-connection.h"
#include "outlay-row.h"

G_BEGIN_DECLS

/** OUTLAY_LOADER_DEAL_COLUMNS: a deal's; what it is part of must be there, and another. */
#define OUTLAY_LOADER_DEAL_COLUMNS                                                                 \
  "id, review, family, (SELECT whole.id FROM deal AS whole"                                        \
  " WHERE whole.id = deal.whole_id AND whole.id <> deal.id)"

/**
 * OutlayLoader:
 * @deals: (element-type OutlayDealRecord): in the order of their ids
 * @readings: the organisations that the user reads as others
 * @nonsense: (nullable) (element-type OutlayNonsense): takes what had to be left blank
 *
 * Deals on their way out of the ledger, a table at a time; the tables keep what rows of later
 * tables refer to, by id.
 */
typedef struct
{
  GPtrArray *deals;
  GHashTable *deals_by_id;
  GHashTable *articles_by_id;
  GHashTable *claims_by_id;
  GHashTable *fields_by_id;
  OutlayReadings *readings;
  GArray *nonsense;
} OutlayLoader;

/* Takes one row in; %FALSE where the row makes no sense. */
typedef gboolean (*OutlayTakeRow) (OutlayLoader *loader, sqlite3_stmt *row);

gpointer outlay_loader_find (GHashTable *rows, sqlite3_stmt *row, int column);
gboolean outlay_loader_take_deal (OutlayLoader *loader, sqlite3_stmt *row);
gboolean outlay_loader_take_fields (OutlayLoader *loader, sqlite3_stmt *row);
gboolean outlay_loader_take_party (OutlayLoader *loader, sqlite3_stmt *row);
gboolean outlay_loader_take_place (OutlayLoader *loader, sqlite3_stmt *row);
gboolean outlay_loader_run (OutlayLoader *loader,
                            OutlayConnection *connection,
                            sqlite3_stmt *statement,
                            OutlayTakeRow take,
                            GError **error);
void outlay_loader_sort_claims (const GPtrArray *deals);

G_END_DECLS
