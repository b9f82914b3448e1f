/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayJsonFunc:
 * @start: an object of JSON, @length bytes long
 * @bearable: whether a parser can bear it: it has no more members than an article
 * @user_data: as given
 *
 * Returns: whether the object is taken as a whole; else those in it are handed on.
 */
typedef gboolean (*OutlayJsonFunc) (const char *start,
                                    gsize length,
                                    gboolean bearable,
                                    gpointer user_data);

gboolean outlay_json_scan (const char *text, OutlayJsonFunc func, gpointer user_data);

G_END_DECLS
