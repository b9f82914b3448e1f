/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayWait:
 *
 * Tells in a window how far something is that takes long, with a button that ends it. What is done
 * soon is not told of. It ends with the window, too.
 */
typedef struct _OutlayWait OutlayWait;

OutlayWait *outlay_wait_new (GtkWindow *window, const char *pattern, const char *file);
void outlay_wait_free (OutlayWait *wait);
GCancellable *outlay_wait_get_cancellable (OutlayWait *wait);
void outlay_wait_progress (goffset current, goffset total, gpointer wait);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWait, outlay_wait_free)

G_END_DECLS
