/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-connection.h"

G_BEGIN_DECLS

/**
 * OutlayRecorder:
 *
 * Keeps, while an act goes on, an image of each row before and after every change: triggers of the
 * connection that writes stand on every table, those of later versions too, so that no act can
 * forget how it is undone.
 */
typedef struct _OutlayRecorder OutlayRecorder;

OutlayRecorder *outlay_recorder_new (OutlayConnection *connection, GError **error);
void outlay_recorder_free (OutlayRecorder *recorder);
void outlay_recorder_start (OutlayRecorder *recorder, gint64 act_id);
void outlay_recorder_stop (OutlayRecorder *recorder);
gint64 outlay_recorder_get_act (OutlayRecorder *recorder);
gboolean outlay_recorder_play (
  OutlayRecorder *recorder, gint64 act_id, gboolean forward, GHashTable *deals, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRecorder, outlay_recorder_free)

G_END_DECLS
