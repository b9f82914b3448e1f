/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-data-file.h"

static const struct
{
  const char *key;
  const char *name;
  const char *in_text;
} names[] = {
  {"africa", NC_ ("region", "Africa"), NC_ ("region in a sentence", "Africa")},
  {"latin-america", NC_ ("region", "Latin America"), NC_ ("region in a sentence", "Latin America")},
  {"north-america", NC_ ("region", "North America"), NC_ ("region in a sentence", "North America")},
  {"asia", NC_ ("region", "Asia"), NC_ ("region in a sentence", "Asia")},
  {"middle-east", NC_ ("region", "Middle East"), NC_ ("region in a sentence", "the Middle East")},
  {"europe", NC_ ("region", "Europe"), NC_ ("region in a sentence", "Europe")},
  {"EU", NC_ ("region", "EU"), NC_ ("region in a sentence", "the EU")},
  {"oceania", NC_ ("region", "Oceania"), NC_ ("region in a sentence", "Oceania")},
};

/* What regions.ini says, the other way round; all keys are interned. */
typedef struct
{
  GHashTable *by_country; /* code → GPtrArray of regions, in the order of the file */
  GHashTable *continents; /* region or country → the region that it is listed below */
} Regions;

static void
add_country (Regions *regions, const char *country, const char *region)
{
  const char *code = g_intern_string (country);
  GPtrArray *list = g_hash_table_lookup (regions->by_country, code);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (regions->by_country, (gpointer)code, list);
      g_hash_table_insert (regions->continents, (gpointer)code,
                           g_hash_table_lookup (regions->continents, region));
    }
  g_ptr_array_add (list, (gpointer)region);
}

static void
add_region (Regions *regions, const OutlayDataFile *file, const char *section)
{
  const char *region = g_intern_string (section);
  GStrv within = outlay_data_file_get_values (file, section, "within");
  GStrv countries = outlay_data_file_get_values (file, section, "country");

  g_hash_table_insert (regions->continents, (gpointer)region,
                       (gpointer)(within != NULL ? g_intern_string (within[0]) : region));
  for (guint i = 0; countries != NULL && countries[i] != NULL; i++)
    add_country (regions, countries[i], region);
}

static gpointer
load_regions (gpointer data)
{
  Regions *regions = g_new0 (Regions, 1);
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("regions.ini", NULL);
  const GPtrArray *sections = file != NULL ? outlay_data_file_get_sections (file) : NULL;

  regions->by_country = g_hash_table_new (g_str_hash, g_str_equal);
  regions->continents = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    add_region (regions, file, g_ptr_array_index (sections, i));
  return regions;
}

static const Regions *
get_regions (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_regions, NULL);
}

/**
 * outlay_region_list_of:
 * @country: ISO 3166-1 alpha-2 code
 *
 * Returns: (transfer none) (nullable) (element-type utf8): keys, interned, of the regions that
 *   @country lies in.
 */
const GPtrArray *
outlay_region_list_of (const char *country)
{
  return g_hash_table_lookup (get_regions ()->by_country, country);
}

/**
 * outlay_region_get_continent:
 * @place: key of a region or ISO 3166-1 alpha-2 code of a country
 *
 * Returns: (transfer none) (nullable): key, interned, of the region that @place is listed below;
 *   @place itself where that is listed below none.
 */
const char *
outlay_region_get_continent (const char *place)
{
  return g_hash_table_lookup (get_regions ()->continents, place);
}

/**
 * outlay_region_get_name:
 * @in_text: whether it is told within a sentence
 *
 * Returns: (transfer none) (nullable): what people call the region of that key; %NULL where there
 *   is none.
 */
const char *
outlay_region_get_name (const char *key, gboolean in_text)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].key, key) == 0)
        return in_text ? g_dpgettext2 (GETTEXT_PACKAGE, "region in a sentence", names[i].in_text)
                       : g_dpgettext2 (GETTEXT_PACKAGE, "region", names[i].name);
    }
  return NULL;
}
