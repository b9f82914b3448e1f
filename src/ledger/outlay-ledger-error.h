/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void outlay_ledger_set_gone (GError **error, const char *path);
void outlay_ledger_set_error (GError **error, const char *path, int result, const char *detail);

G_END_DECLS
