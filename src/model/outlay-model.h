/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * model: what the window is driven by. The store loads a ledger's deals in worker threads and runs
 * imports; the view state owns filters, order, search and selection and gives the deals shown as a
 * GListModel, with facets and totals. Uses ingest, ledger, base and GIO, and no widgets.
 */
#pragma once

#include "outlay-deal.h"
#include "outlay-filter.h"
#include "outlay-source.h"
#include "outlay-store.h"
#include "outlay-totals.h"
#include "outlay-view-state.h"
