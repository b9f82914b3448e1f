/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-connection.h"

G_BEGIN_DECLS

/**
 * OutlayTouched:
 *
 * Which deals transactions have changed, so that nobody need read all of them anew: triggers of
 * the connection that writes tell of each row that a deal is made of.
 */
typedef struct _OutlayTouched OutlayTouched;

OutlayTouched *outlay_touched_new (OutlayConnection *connection, GError **error);
void outlay_touched_free (OutlayTouched *touched);
gboolean outlay_touched_settle (OutlayTouched *touched, GError **error);
void outlay_touched_end (OutlayTouched *touched, gboolean committed);
GArray *outlay_touched_take (OutlayTouched *touched);

G_END_DECLS
