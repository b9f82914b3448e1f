/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pixels of one em for which the pictures of the design give their measures. */
#define OUTLAY_PLAIN_EM 14.67

double outlay_em_of (GtkWidget *widget);

G_END_DECLS
