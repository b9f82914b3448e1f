/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayOffer:
 * @files: (nullable): a list of #GFile
 * @page: (nullable): a web page or a part of one, where there are no files
 * @text: (nullable): plain text, where there are no files
 *
 * What was dropped or lies in the clipboard, as far as it can be imported.
 */
typedef struct
{
  GListModel *files;
  GBytes *page;
  GBytes *text;
} OutlayOffer;

GdkContentFormats *outlay_offer_get_formats (void);
void outlay_offer_read_async (GObject *giver,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
OutlayOffer *outlay_offer_read_finish (GObject *giver, GAsyncResult *result, GError **error);
void outlay_offer_free (OutlayOffer *offer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayOffer, outlay_offer_free)

G_END_DECLS
