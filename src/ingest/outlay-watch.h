/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Watches a folder for articles that are saved into it. It looks once at the start, whenever the
 * desktop tells of a change, and from time to time, as network folders tell of none. A file is
 * found once it has stopped growing, and again only when it was changed. Signals: "found"
 * (#GListModel of #GFile), "failed" (#GError: the folder cannot be read; told once until it can
 * be again).
 */
#define OUTLAY_TYPE_WATCH (outlay_watch_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWatch, outlay_watch, OUTLAY, WATCH, GObject)

OutlayWatch *outlay_watch_new (GFile *folder, const char *memory);
GFile *outlay_watch_get_folder (OutlayWatch *watch);
void outlay_watch_look (OutlayWatch *watch);

G_END_DECLS
