/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

GtkWidget *outlay_claim_card_new (const OutlayDealRecord *deal,
                                  guint claim,
                                  const OutlayFields *fields,
                                  const OutlayFields *other,
                                  const GPtrArray *quotes,
                                  const char *action);

G_END_DECLS
