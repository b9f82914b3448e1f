/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

gboolean outlay_import_notice_is_due (GTimeSpan duration, guint n_failed, const GError *error);
void outlay_import_notice_send (GtkWindow *window, OutlayImport *import, const GError *error);

G_END_DECLS
