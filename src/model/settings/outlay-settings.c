/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-settings.h"

#define SCHEMA_ID "io.github.outlay.Outlay"

/**
 * outlay_settings_load:
 *
 * Returns: (transfer full) (nullable): what the user chose in the preferences; %NULL where the
 *   schema is not installed, and the defaults hold.
 */
GSettings *
outlay_settings_load (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
