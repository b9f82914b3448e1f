/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void outlay_worker_run (GTask *task, GTaskThreadFunc run);
void outlay_worker_free (gpointer data, GDestroyNotify destroy);

G_END_DECLS
