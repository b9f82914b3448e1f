/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/outlay-names.h"

#include <string.h>

/* A data file being read: where its names go. */
typedef struct
{
  OutlayNames *names;
  OutlayDataFile *file;
  OutlayNamesLanguage language;
  gpointer data;
} Reading;

static const char *const type_names[]
  = {"company", "fund", "bank", "government", "agency", "observer"};
static const char *const goods_names[] = {"none", "cloud", "hosting", "power", "chips"};

/** outlay_names_new: Returns: (transfer full): no names yet; their words go to @vocabulary. */
OutlayNames *
outlay_names_new (OutlayVocabulary *vocabulary)
{
  OutlayNames *names = g_new0 (OutlayNames, 1);

  names->phrases = outlay_phrases_new (vocabulary);
  names->organisations = g_ptr_array_new_with_free_func (g_free);
  names->governments = g_hash_table_new (g_str_hash, g_str_equal);
  return names;
}

void
outlay_names_free (OutlayNames *names)
{
  outlay_phrases_free (names->phrases);
  g_ptr_array_unref (names->organisations);
  g_hash_table_unref (names->governments);
  g_free (names);
}

/* Adds @value as a name; "de: Name" is German's alone. */
static void
add_name (const Reading *reading,
          const OutlayDataEntry *entry,
          const char *value,
          OutlayEntryClass class,
          gint64 number,
          const void *data)
{
  OutlayPhrases *phrases = reading->names->phrases;

  if (g_ascii_islower (value[0]) && g_ascii_islower (value[1]) && value[2] == ':')
    {
      g_autofree char *code = g_strndup (value, 2);

      /* A language without a lexicon is none that a text could be in. */
      phrases = reading->language (code, reading->data);
      value += 3;
      value += strspn (value, " ");
      if (phrases == NULL)
        return;
    }
  if (*value == '\0')
    outlay_data_file_report (reading->file, entry->line, "an empty name");
  else
    outlay_phrases_add_name (phrases, value, class, number, data);
}

static void
add_names (const Reading *reading,
           const OutlayDataEntry *entry,
           OutlayEntryClass class,
           gint64 number,
           const void *data)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    add_name (reading, entry, entry->values[i], class, number, data);
}

static gboolean
is_country (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

/* The index of the entry's value among @names; the first one where it is none of them. */
static guint
read_choice (const Reading *reading,
             const OutlayDataEntry *entry,
             const char *const *names,
             guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (entry->values[0], names[i]) == 0)
        return i;
    }
  outlay_data_file_report (reading->file, entry->line, "“%s” is no value of “%s”",
                           entry->values[0] != NULL ? entry->values[0] : "", entry->key);
  return 0;
}

static void
read_organisation_entry (const Reading *reading,
                         const OutlayDataEntry *entry,
                         OutlayOrganisation *organisation)
{
  if (strcmp (entry->key, "alias") == 0 || strcmp (entry->key, "brand") == 0)
    add_names (reading, entry, OUTLAY_ENTRY_ORGANISATION, 0, organisation);
  else if (strcmp (entry->key, "epithet") == 0 || strcmp (entry->key, "head") == 0)
    add_names (reading, entry, OUTLAY_ENTRY_EPITHET, 0, organisation);
  else if (strcmp (entry->key, "type") == 0)
    organisation->type = read_choice (reading, entry, type_names, G_N_ELEMENTS (type_names));
  else if (strcmp (entry->key, "sells") == 0)
    organisation->sells = read_choice (reading, entry, goods_names, G_N_ELEMENTS (goods_names));
  else if (strcmp (entry->key, "country") == 0)
    {
      if (entry->values[0] != NULL && is_country (entry->values[0]))
        g_strlcpy (organisation->country, entry->values[0], sizeof organisation->country);
      else
        outlay_data_file_report (reading->file, entry->line, "not a country code");
    }
  else
    outlay_data_file_report (reading->file, entry->line, "unknown key “%s”", entry->key);
}

/**
 * outlay_names_read_organisations:
 * @file: organisations.ini; what is wrong in it is reported to it
 * @language: finds the phrases of a language, for names that are one language's
 * @data: for @language
 */
void
outlay_names_read_organisations (OutlayNames *names,
                                 OutlayDataFile *file,
                                 OutlayNamesLanguage language,
                                 gpointer data)
{
  const Reading reading = {names, file, language, data};
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *name = g_ptr_array_index (sections, i);
      const GPtrArray *entries = outlay_data_file_get_entries (file, name);
      OutlayOrganisation *organisation = g_new0 (OutlayOrganisation, 1);

      organisation->name = g_intern_string (name);
      g_ptr_array_add (names->organisations, organisation);
      outlay_phrases_add_name (names->phrases, name, OUTLAY_ENTRY_ORGANISATION, 0, organisation);
      for (guint k = 0; k < entries->len; k++)
        read_organisation_entry (&reading, g_ptr_array_index (entries, k), organisation);
      if (organisation->type == OUTLAY_ORGANISATION_GOVERNMENT && organisation->country[0] != '\0'
          && !g_hash_table_contains (names->governments, organisation->country))
        g_hash_table_insert (names->governments, organisation->country, organisation);
    }
}

/**
 * outlay_names_read_places:
 * @file: places.ini; the rest as of outlay_names_read_organisations()
 */
void
outlay_names_read_places (OutlayNames *names,
                          OutlayDataFile *file,
                          OutlayNamesLanguage language,
                          gpointer data)
{
  static const char *const keys[] = {"name", "adjective", "region", "city"};
  const Reading reading = {names, file, language, data};
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *code = g_intern_string (g_ptr_array_index (sections, i));
      const GPtrArray *entries = outlay_data_file_get_entries (file, code);

      for (guint k = 0; k < entries->len; k++)
        {
          const OutlayDataEntry *entry = g_ptr_array_index (entries, k);
          guint form = 0;

          while (form < G_N_ELEMENTS (keys) && strcmp (entry->key, keys[form]) != 0)
            form++;
          if (!is_country (code))
            outlay_data_file_report (file, entry->line, "[%s] is not a country code", code);
          else if (form == G_N_ELEMENTS (keys))
            outlay_data_file_report (file, entry->line, "unknown key “%s”", entry->key);
          else
            add_names (&reading, entry, OUTLAY_ENTRY_PLACE, form, code);
        }
    }
}

/**
 * outlay_names_read_currencies:
 * @file: currencies.ini; the rest as of outlay_names_read_organisations()
 */
void
outlay_names_read_currencies (OutlayNames *names,
                              OutlayDataFile *file,
                              OutlayNamesLanguage language,
                              gpointer data)
{
  const Reading reading = {names, file, language, data};
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *code = g_intern_string (g_ptr_array_index (sections, i));
      const GPtrArray *entries = outlay_data_file_get_entries (file, code);

      outlay_phrases_add_name (names->phrases, code, OUTLAY_ENTRY_CURRENCY_SIGN, 0, code);
      for (guint k = 0; k < entries->len; k++)
        {
          const OutlayDataEntry *entry = g_ptr_array_index (entries, k);

          if (strlen (code) != 3)
            outlay_data_file_report (file, entry->line, "[%s] is not a currency code", code);
          else if (strcmp (entry->key, "symbol") == 0)
            add_names (&reading, entry, OUTLAY_ENTRY_CURRENCY_SIGN, 0, code);
          else if (strcmp (entry->key, "word") == 0)
            add_names (&reading, entry, OUTLAY_ENTRY_CURRENCY_WORD, 0, code);
          else
            outlay_data_file_report (file, entry->line, "unknown key “%s”", entry->key);
        }
    }
}

/**
 * outlay_names_get_government:
 *
 * Returns: (transfer none) (nullable): the listed government of the country of code @country.
 */
const OutlayOrganisation *
outlay_names_get_government (const OutlayNames *names, const char *country)
{
  return g_hash_table_lookup (names->governments, country);
}
