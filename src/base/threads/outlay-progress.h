/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * How far a task is that a worker thread does. Properties, all read-only, notified on the thread
 * that made the object: "running" (boolean), "n-done" and "n-total" (uint; the total is 0 until it
 * is known), "current" (string, nullable: the label of what is being done).
 */
#define OUTLAY_TYPE_PROGRESS (outlay_progress_get_type ())
G_DECLARE_DERIVABLE_TYPE (OutlayProgress, outlay_progress, OUTLAY, PROGRESS, GObject)

struct _OutlayProgressClass
{
  GObjectClass parent_class;
};

OutlayProgress *outlay_progress_new (void);
void outlay_progress_set (
  OutlayProgress *progress, gboolean running, guint n_done, guint n_total, char *current);
guint outlay_progress_get_n_done (OutlayProgress *progress);

G_END_DECLS
