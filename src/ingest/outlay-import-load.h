/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-import-walk.h"

G_BEGIN_DECLS

GPtrArray *
outlay_import_load (const OutlayImportInput *input, GCancellable *cancellable, GError **error);

G_END_DECLS
