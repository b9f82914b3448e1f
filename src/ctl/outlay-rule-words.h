/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_rule_words (const char *rule);

G_END_DECLS
