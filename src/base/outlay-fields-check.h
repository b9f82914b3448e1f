/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-fields.h"

G_BEGIN_DECLS

char *outlay_fields_find_mistake (const OutlayFields *fields, guint which);

G_END_DECLS
