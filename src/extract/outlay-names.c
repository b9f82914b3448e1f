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
  gboolean strict;
} Reading;

static const char *const type_names[]
  = {"company", "fund", "bank", "government", "agency", "project", "observer"};
static const char *const goods_names[] = {"none", "cloud", "hosting", "power", "chips", "works"};

/** outlay_names_new: Returns: (transfer full): no names yet; their words go to @vocabulary. */
OutlayNames *
outlay_names_new (OutlayVocabulary *vocabulary)
{
  OutlayNames *names = g_new0 (OutlayNames, 1);

  names->phrases = outlay_phrases_new (vocabulary);
  names->patterns = outlay_phrases_new (vocabulary);
  names->name_word
    = outlay_vocabulary_add (vocabulary, OUTLAY_NAMES_SLOT_NAME, strlen (OUTLAY_NAMES_SLOT_NAME));
  names->adjective_word = outlay_vocabulary_add (vocabulary, OUTLAY_NAMES_SLOT_ADJECTIVE,
                                                 strlen (OUTLAY_NAMES_SLOT_ADJECTIVE));
  names->organisations = g_ptr_array_new_with_free_func (g_free);
  names->governments = g_hash_table_new (g_str_hash, g_str_equal);
  names->worths = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return names;
}

void
outlay_names_free (OutlayNames *names)
{
  outlay_phrases_free (names->phrases);
  outlay_phrases_free (names->patterns);
  g_ptr_array_unref (names->organisations);
  g_hash_table_unref (names->governments);
  g_hash_table_unref (names->worths);
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
  else if (reading->strict)
    outlay_phrases_add_strict (phrases, value, class, number, data);
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
  else if (strcmp (entry->key, "strict") == 0)
    {
      if (g_strcmp0 (entry->values[0], "yes") != 0)
        outlay_data_file_report (reading->file, entry->line, "“strict” is yes or missing");
    }
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

/* The names of governments: patterns with places for a country's name or adjective. */
static void
read_government_patterns (const Reading *reading, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; strcmp (entry->key, "alias") == 0 && entry->values[k] != NULL; k++)
        {
          g_autoptr (GString) pattern = g_string_new (entry->values[k]);

          g_string_replace (pattern, "{name}", OUTLAY_NAMES_SLOT_NAME, 0);
          g_string_replace (pattern, "{adjective}", OUTLAY_NAMES_SLOT_ADJECTIVE, 0);
          outlay_phrases_add (reading->names->patterns, pattern->str, OUTLAY_ENTRY_GOVERNMENT, 0,
                              NULL);
        }
    }
}

static void
read_organisation (Reading *reading, const char *name, const GPtrArray *entries)
{
  OutlayNames *names = reading->names;
  OutlayOrganisation *organisation = g_new0 (OutlayOrganisation, 1);

  organisation->name = g_intern_string (name);
  organisation->strict = outlay_data_file_get_values (reading->file, name, "strict") != NULL;
  reading->strict = organisation->strict;
  g_ptr_array_add (names->organisations, organisation);
  const OutlayDataEntry self = {.key = (char *)name, .line = 1};
  add_name (reading, &self, name, OUTLAY_ENTRY_ORGANISATION, 0, organisation);
  for (guint i = 0; i < entries->len; i++)
    read_organisation_entry (reading, g_ptr_array_index (entries, i), organisation);
  if (organisation->type == OUTLAY_ORGANISATION_GOVERNMENT && organisation->country[0] != '\0'
      && !g_hash_table_contains (names->governments, organisation->country))
    g_hash_table_insert (names->governments, organisation->country, organisation);
}

/**
 * outlay_names_read_organisations:
 * @file: a file of organisations; what is wrong in it is reported to it
 * @language: finds the phrases of a language, for names that are one language's
 * @data: for @language
 */
void
outlay_names_read_organisations (OutlayNames *names,
                                 OutlayDataFile *file,
                                 OutlayNamesLanguage language,
                                 gpointer data)
{
  Reading reading = {names, file, language, data, FALSE};
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *name = g_ptr_array_index (sections, i);
      const GPtrArray *entries = outlay_data_file_get_entries (file, name);

      if (strcmp (name, "pattern:government") == 0)
        read_government_patterns (&reading, entries);
      else
        read_organisation (&reading, name, entries);
    }
}

/* "Mesa, Arizona" is found as that and as "Mesa (Arizona". */
static void
add_place (const Reading *reading, const OutlayDataEntry *entry, guint form, const char *code)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      const char *comma = strstr (entry->values[i], ", ");

      add_name (reading, entry, entry->values[i], OUTLAY_ENTRY_PLACE, form, code);
      if (comma == NULL)
        continue;
      g_autofree char *bracketed = g_strdup_printf ("%.*s (%s)", (int)(comma - entry->values[i]),
                                                    entry->values[i], comma + 2);
      add_name (reading, entry, bracketed, OUTLAY_ENTRY_PLACE, form, code);
    }
}

static void
set_government (OutlayNames *names, const char *country, const char *name)
{
  OutlayOrganisation *organisation = g_new0 (OutlayOrganisation, 1);

  organisation->name = g_intern_string (name);
  organisation->type = OUTLAY_ORGANISATION_GOVERNMENT;
  g_strlcpy (organisation->country, country, sizeof organisation->country);
  g_ptr_array_add (names->organisations, organisation);
  g_hash_table_insert (names->governments, organisation->country, organisation);
}

/* Gives each country that has none a government, by its name in English. */
static void
add_governments (OutlayNames *names)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("countries.ini", NULL);
  const GPtrArray *entries = file != NULL ? outlay_data_file_get_entries (file, "countries") : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      if (entry->values[0] == NULL || !is_country (entry->key)
          || g_hash_table_contains (names->governments, entry->key))
        continue;
      g_autofree char *name = g_strconcat (entry->values[0], " government", NULL);
      set_government (names, entry->key, name);
    }
}

static void
read_place_entry (const Reading *reading, const OutlayDataEntry *entry, const char *code)
{
  static const char *const keys[] = {"name", "adjective", "region", "city"};

  if (strcmp (entry->key, "government") == 0)
    {
      if (entry->values[0] != NULL && !g_hash_table_contains (reading->names->governments, code))
        set_government (reading->names, code, entry->values[0]);
      return;
    }
  if (strcmp (entry->key, "seat") == 0)
    {
      add_names (reading, entry, OUTLAY_ENTRY_SEAT, 0, code);
      return;
    }
  for (guint form = 0; form < G_N_ELEMENTS (keys); form++)
    {
      if (strcmp (entry->key, keys[form]) == 0)
        {
          add_place (reading, entry, form, code);
          return;
        }
    }
  outlay_data_file_report (reading->file, entry->line, "unknown key “%s”", entry->key);
}

/**
 * outlay_names_read_places:
 * @file: places.ini; the rest as of outlay_names_read_organisations(), which comes first
 */
void
outlay_names_read_places (OutlayNames *names,
                          OutlayDataFile *file,
                          OutlayNamesLanguage language,
                          gpointer data)
{
  const Reading reading = {names, file, language, data, FALSE};
  const GPtrArray *sections = outlay_data_file_get_sections (file);

  for (guint i = 0; i < sections->len; i++)
    {
      const char *code = g_intern_string (g_ptr_array_index (sections, i));
      const GPtrArray *entries = outlay_data_file_get_entries (file, code);

      for (guint k = 0; k < entries->len; k++)
        {
          const OutlayDataEntry *entry = g_ptr_array_index (entries, k);

          if (is_country (code))
            read_place_entry (&reading, entry, code);
          else
            outlay_data_file_report (file, entry->line, "[%s] is not a country code", code);
        }
    }
  add_governments (names);
}

static void
read_worth (const Reading *reading, const OutlayDataEntry *entry, const char *code)
{
  double *worth = g_new (double, 1);
  char *end = NULL;

  *worth = entry->values[0] == NULL ? 0 : g_ascii_strtod (entry->values[0], &end);
  if (end == NULL || *end != '\0' || *worth <= 0)
    outlay_data_file_report (reading->file, entry->line, "not a number above 0");
  g_hash_table_insert (reading->names->worths, (gpointer)code, worth);
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
  const Reading reading = {names, file, language, data, FALSE};
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
          else if (strcmp (entry->key, "worth") == 0)
            read_worth (&reading, entry, code);
          else if (strcmp (entry->key, "shared") == 0)
            add_names (&reading, entry, OUTLAY_ENTRY_CURRENCY_SHARED, 0, code);
          else if (strcmp (entry->key, "beside") == 0)
            add_names (&reading, entry, OUTLAY_ENTRY_CURRENCY_BESIDE, 0, code);
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

/**
 * outlay_names_get_worth:
 *
 * Returns: about how many US dollars a unit of @currency is; 0 where the data file doesn't say.
 */
double
outlay_names_get_worth (const OutlayNames *names, const char *currency)
{
  const double *worth = g_hash_table_lookup (names->worths, currency);

  return worth == NULL ? 0 : *worth;
}

/**
 * outlay_names_read_given_names:
 * @file: given-names.ini; the rest as of outlay_names_read_organisations()
 */
void
outlay_names_read_given_names (OutlayNames *names,
                               OutlayDataFile *file,
                               OutlayNamesLanguage language G_GNUC_UNUSED,
                               gpointer data G_GNUC_UNUSED)
{
  const GPtrArray *entries = outlay_data_file_get_entries (file, "names");

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; entry->values[k] != NULL; k++)
        outlay_phrases_add_strict (names->phrases, entry->values[k], OUTLAY_ENTRY_GIVEN_NAME, 0,
                                   NULL);
    }
}
