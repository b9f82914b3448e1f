/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-mention.h"

static const char *const type_names[OUTLAY_N_MENTION_TYPES] = {
  "money", "capacity", "date", "organisation", "place", "cue",
};

/**
 * outlay_mention_type_to_string:
 *
 * Returns: (transfer none): the name in the JSON form.
 */
const char *
outlay_mention_type_to_string (OutlayMentionType type)
{
  g_return_val_if_fail (type < OUTLAY_N_MENTION_TYPES, NULL);

  return type_names[type];
}
