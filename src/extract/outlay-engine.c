/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-engine.h"

#include "base/outlay-data.h"
#include "extract/outlay-engine-sources.h"

/* The data files that extraction reads. */
static const char *const files[]
  = {"currencies.ini", "given-names.ini", "places.ini", "weights.ini"};
static const char *const folders[] = {"lexicon", "organisations", "words"};

static void
add_file (GChecksum *checksum, const char *name)
{
  g_autoptr (GBytes) bytes = outlay_data_load (name, NULL);
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  g_checksum_update (checksum, (const guint8 *)name, -1);
  if (size > 0)
    g_checksum_update (checksum, data, (gssize)size);
}

static gpointer
make_version (gpointer data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guint8 *)OUTLAY_ENGINE_SOURCES, -1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    add_file (checksum, files[i]);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto (GStrv) names = outlay_data_list (folders[i]);

      for (guint j = 0; names[j] != NULL; j++)
        add_file (checksum, names[j]);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * outlay_engine_get_version:
 *
 * Returns: (transfer none): what is the same as long as extraction comes to the same: a checksum of
 *   its sources and of the data files that it reads, the user's own among them.
 */
const char *
outlay_engine_get_version (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_version, NULL);
}
