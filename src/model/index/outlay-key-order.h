/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayKeyed:
 * @key: what it is ordered by, the least first
 * @row: of the index
 */
typedef struct
{
  gint64 key;
  guint32 row;
} OutlayKeyed;

void outlay_keyed_order (OutlayKeyed *entries, guint count);

G_END_DECLS
