/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-country.h"

#include <glib/gi18n-lib.h>

#include "outlay-data-file.h"
#include "outlay-text.h"

/* The gettext domain of iso-codes, which translates the English names of all countries. */
#define ISO_DOMAIN "iso_3166"

/* Names of which not all catalogues of iso-codes have a translation, or only one of the long form.
 */
static const char *const ours[] = {
  NC_ ("country", "Cabo Verde"),  NC_ ("country", "Eswatini"),
  NC_ ("country", "Iran"),        NC_ ("country", "Laos"),
  NC_ ("country", "North Korea"), NC_ ("country", "North Macedonia"),
  NC_ ("country", "South Korea"), NC_ ("country", "Syria"),
  NC_ ("country", "Tanzania"),    NC_ ("country", "Türkiye"),
};

static const char *
translate (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (g_str_equal (ours[i], name))
        {
          const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "country", name);

          /* What has no translation is given back as it is. */
          return translated != name ? translated : g_dgettext (ISO_DOMAIN, name);
        }
    }
  return g_dgettext (ISO_DOMAIN, name);
}

static gpointer
load_names (gpointer data)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("countries.ini", NULL);
  const GPtrArray *entries = file != NULL ? outlay_data_file_get_entries (file, "countries") : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      if (entry->values[0] != NULL)
        g_hash_table_insert (names, g_strdup (entry->key), g_strdupv (entry->values));
    }
  return names;
}

static GHashTable *
get_names (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_names, NULL);
}

/**
 * outlay_country_get_name:
 * @code: ISO 3166-1 alpha-2 code
 *
 * Returns: (transfer none): the country's name in the language of the program, @code itself where
 *   it is not known.
 */
const char *
outlay_country_get_name (const char *code)
{
  const GStrv known = g_hash_table_lookup (get_names (), code);

  if (known == NULL)
    return g_intern_string (code);
  for (guint i = 0; known[i] != NULL; i++)
    {
      const char *name = translate (known[i]);

      if (name != known[i])
        return name;
    }
  return known[0];
}

/**
 * outlay_country_find:
 * @name: a country's name in English or in the language of the program, or its code
 *
 * Returns: (transfer none) (nullable): its ISO 3166-1 alpha-2 code.
 */
const char *
outlay_country_find (const char *name)
{
  g_autofree char *folded = outlay_text_fold (name);
  GHashTableIter iter;
  gpointer code, names;

  g_hash_table_iter_init (&iter, get_names ());
  while (g_hash_table_iter_next (&iter, &code, &names))
    {
      g_autofree char *first = outlay_text_fold (((GStrv)names)[0]);
      g_autofree char *second = outlay_text_fold (outlay_country_get_name (code));

      if (g_str_equal (folded, first) || g_str_equal (folded, second)
          || g_ascii_strcasecmp (name, code) == 0)
        return code;
    }
  return NULL;
}
