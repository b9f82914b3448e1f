/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *outlay_country_get_name (const char *code);
const char *outlay_country_find (const char *name);

G_END_DECLS
