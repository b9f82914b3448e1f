/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-readings.h"

#include <string.h>

#include "outlay-text.h"

/* Longest way from a name over others to the one that is shown. */
#define MOST_STEPS 8

struct _OutlayReadings
{
  GHashTable *by_key;
};

static void
reading_free (gpointer data)
{
  OutlayReading *reading = data;

  g_free (reading->name);
  g_free (reading->reads_as);
  g_free (reading);
}

/**
 * outlay_readings_new:
 *
 * Returns: (transfer full): readings of which there are none; all names stand as they are.
 */
OutlayReadings *
outlay_readings_new (void)
{
  OutlayReadings *readings = g_new0 (OutlayReadings, 1);

  readings->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reading_free);
  return readings;
}

/** outlay_readings_free: frees @readings. */
void
outlay_readings_free (OutlayReadings *readings)
{
  if (readings == NULL)
    return;
  g_hash_table_unref (readings->by_key);
  g_free (readings);
}

/** outlay_readings_add: reads @name as @reads_as from now on. */
void
outlay_readings_add (OutlayReadings *readings, const char *name, const char *reads_as)
{
  OutlayReading *reading = g_new0 (OutlayReading, 1);

  *reading = (OutlayReading){g_strdup (name), g_strdup (reads_as)};
  g_hash_table_insert (readings->by_key, outlay_text_fold (name), reading);
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const OutlayReading *const *)a)->name,
                 (*(const OutlayReading *const *)b)->name);
}

/**
 * outlay_readings_list:
 *
 * Returns: (transfer container) (element-type OutlayReading): all of them, by their names.
 */
GPtrArray *
outlay_readings_list (OutlayReadings *readings)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer reading;

  g_hash_table_iter_init (&iter, readings->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &reading))
    g_ptr_array_add (list, reading);
  g_ptr_array_sort (list, compare_readings);
  return list;
}

/**
 * outlay_readings_read:
 *
 * Returns: (transfer none): the name that @name is read as; @name itself where it is read as it is.
 */
const char *
outlay_readings_read (OutlayReadings *readings, const char *name)
{
  for (guint i = 0; i < MOST_STEPS && g_hash_table_size (readings->by_key) > 0; i++)
    {
      g_autofree char *key = outlay_text_fold (name);
      const OutlayReading *reading = g_hash_table_lookup (readings->by_key, key);

      if (reading == NULL)
        break;
      name = reading->reads_as;
    }
  return name;
}

/** outlay_readings_apply: names the parties of @fields as they are read. */
void
outlay_readings_apply (OutlayReadings *readings, OutlayFields *fields)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      OutlayParty *party = outlay_fields_get_party (fields, i);
      const char *read = outlay_readings_read (readings, party->name);

      if (read == party->name)
        continue;
      char *name = g_strdup (read);
      g_free (party->name);
      party->name = name;
    }
}

/**
 * outlay_readings_read_claim:
 *
 * Returns: (transfer full): @claim itself where its parties are read as they are, else a copy with
 *   the names that they are read as.
 */
OutlayClaim *
outlay_readings_read_claim (OutlayReadings *readings, OutlayClaim *claim)
{
  gboolean same = TRUE;

  for (guint i = 0; same && i < claim->fields.parties->len; i++)
    {
      const char *name = outlay_fields_get_party (&claim->fields, i)->name;

      same = outlay_readings_read (readings, name) == name;
    }
  if (same)
    return outlay_claim_ref (claim);
  OutlayClaim *copy = outlay_claim_new ();
  copy->main = claim->main;
  copy->part = claim->part;
  outlay_fields_clear (&copy->fields);
  outlay_fields_copy (&copy->fields, &claim->fields);
  if (claim->evidence->len > 0)
    g_array_append_vals (copy->evidence, claim->evidence->data, claim->evidence->len);
  memcpy (copy->confidence, claim->confidence, sizeof copy->confidence);
  outlay_readings_apply (readings, &copy->fields);
  return copy;
}
