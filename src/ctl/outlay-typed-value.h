/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-fields.h"

G_BEGIN_DECLS

gboolean outlay_typed_value_read (const char *typed,
                                  const char *lang,
                                  OutlayFields *fields,
                                  OutlayField *field);

G_END_DECLS
