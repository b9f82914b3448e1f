/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "base/outlay-country.h"
#include "base/outlay-data-file.h"
#include "base/outlay-region.h"

/* Keys of the regions of @country: "europe EU". */
static char *
dup_regions (const char *country)
{
  const GPtrArray *regions = outlay_region_list_of (country);
  GString *text = g_string_new (NULL);

  for (guint i = 0; regions != NULL && i < regions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *)regions->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_countries (void)
{
  static const struct
  {
    const char *country;
    const char *regions;
    const char *continent;
  } cases[] = {
    {"DE", "europe EU", "europe"},
    {"GB", "europe", "europe"},
    {"NO", "europe", "europe"},
    {"CY", "asia middle-east EU", "asia"},
    {"US", "north-america", "north-america"},
    {"MX", "latin-america north-america", "latin-america"},
    {"BR", "latin-america", "latin-america"},
    {"VN", "asia", "asia"},
    {"TW", "asia", "asia"},
    {"AE", "asia middle-east", "asia"},
    {"EG", "africa middle-east", "africa"},
    {"KE", "africa", "africa"},
    {"AU", "oceania", "oceania"},
    {"AQ", "", NULL},
    {"QQ", "", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *regions = dup_regions (cases[i].country);

      g_test_message ("%s", cases[i].country);
      g_assert_cmpstr (regions, ==, cases[i].regions);
      g_assert_cmpstr (outlay_region_get_continent (cases[i].country), ==, cases[i].continent);
    }
}

static void
test_whole (void)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("countries.ini", NULL);
  const GPtrArray *entries = outlay_data_file_get_entries (file, "countries");

  for (guint i = 0; i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      g_test_message ("%s", entry->key);
      g_assert_cmpint (outlay_region_list_of (entry->key) == NULL, ==,
                       g_str_equal (entry->key, "AQ"));
    }
}

static void
test_file (void)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("regions.ini", NULL);
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *region = g_ptr_array_index (sections, i);
      const char *continent = outlay_region_get_continent (region);
      GStrv countries = outlay_data_file_get_values (file, region, "country");

      g_test_message ("%s", region);
      g_assert_nonnull (outlay_region_get_name (region, FALSE));
      g_assert_cmpstr (outlay_region_get_continent (continent), ==, continent);
      g_assert_nonnull (outlay_region_get_name (continent, FALSE));
      for (guint j = 0; countries[j] != NULL; j++)
        g_assert_cmpstr (outlay_country_get_name (countries[j]), !=, countries[j]);
    }
  g_assert_cmpuint (g_strv_length (outlay_data_file_get_values (file, "EU", "country")), ==, 27);
  g_assert_null (outlay_region_get_name ("DE", FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/a country lies in the regions that the standard says", test_countries);
  g_test_add_func ("/region/every country lies in a region, but Antarctica", test_whole);
  g_test_add_func ("/region/every region has a name, a continent and known countries", test_file);
  return g_test_run ();
}
