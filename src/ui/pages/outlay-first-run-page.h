/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an empty ledger shows: how to get the first articles in. It looks like the drop zone that
 * the whole window is. */
#define OUTLAY_TYPE_FIRST_RUN_PAGE (outlay_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFirstRunPage, outlay_first_run_page, OUTLAY, FIRST_RUN_PAGE, GtkWidget)

void outlay_first_run_page_set_tight (OutlayFirstRunPage *page, gboolean tight);

G_END_DECLS
