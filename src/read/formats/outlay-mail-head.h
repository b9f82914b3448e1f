/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OutlayMailKind: what the header at the start of a file says that it is. */
typedef enum
{
  OUTLAY_MAIL_NONE,
  OUTLAY_MAIL_MESSAGE,
  OUTLAY_MAIL_BOX,
  OUTLAY_MAIL_PAGE,
} OutlayMailKind;

OutlayMailKind outlay_mail_recognise (const guint8 *data, gsize size);
gsize outlay_mail_find_next (const guint8 *data, gsize size, gsize from);
gboolean outlay_mail_is_bearable (const guint8 *data, gsize size);

G_END_DECLS
