/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json/outlay-json.h"
#include "base/outlay-deal-record.h"
#include "ingest/outlay-ingest.h"
#include "outlay-act.h"

G_BEGIN_DECLS

/*
 * @deals: (element-type gint64): of merges the first one stays, of parts the whole is the second
 * @items: (element-type gint64): articles, or claims of the one deal
 */
struct _OutlayAct
{
  OutlayActKind kind;
  GArray *deals;
  GArray *items;
  char *text;
  char *other;
  OutlayImportInput *input;
  guint fields;
  OutlayFields values;
};

/**
 * OutlayActRun:
 * @touched: (element-type gint64): deals to work out anew when it is done
 * @arrival: (nullable): the article to bring in, which is read before the transaction
 * @details: what the history tells of it, for outlay_act_describe()
 *
 * An act that is being carried out, within a transaction.
 */
typedef struct
{
  const OutlayAct *act;
  OutlayLedger *ledger;
  GArray *touched;
  JsonObject *details;
  OutlayArrival *arrival;
} OutlayActRun;

typedef gboolean (*OutlayActFunc) (OutlayActRun *run, GError **error);

gboolean outlay_act_refuse (GError **error, OutlayActError code, const char *message);
gboolean outlay_act_check_name (const char *name, GError **error);
void outlay_act_touch (OutlayActRun *run, gint64 deal);
GPtrArray *outlay_act_load_deals (OutlayActRun *run, GError **error);
void outlay_act_tell_deals (OutlayActRun *run, const GPtrArray *deals);

gboolean outlay_act_say (OutlayActRun *run, GError **error);
gboolean outlay_act_correct (OutlayActRun *run, GError **error);
gboolean outlay_act_link (OutlayActRun *run, GError **error);
gboolean outlay_act_read_as (OutlayActRun *run, GError **error);
gboolean outlay_act_delete (OutlayActRun *run, GError **error);
gboolean outlay_act_read_input (OutlayActRun *run, GError **error);
gboolean outlay_act_import_anyway (OutlayActRun *run, GError **error);

G_END_DECLS
