/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-data-file.h"

#include <string.h>

#include "outlay-data.h"

struct _OutlayDataFile
{
  char *name;
  GPtrArray *sections; /* names, in the order of the file */
  GHashTable *entries; /* section name → GPtrArray of OutlayDataEntry */
  GPtrArray *problems; /* "file:line: what" */
  GPtrArray *current;  /* entries of the section being read */
};

static void
free_entry (gpointer data)
{
  OutlayDataEntry *entry = data;

  g_free (entry->key);
  g_strfreev (entry->values);
  g_free (entry);
}

static void
open_section (OutlayDataFile *file, char *line, guint number)
{
  char *close = strrchr (line, ']');

  if (close == NULL || close[1] != '\0' || close == line + 1)
    {
      outlay_data_file_report (file, number, "not a section: “%s”", line);
      file->current = NULL;
      return;
    }
  *close = '\0';
  file->current = g_hash_table_lookup (file->entries, line + 1);
  if (file->current == NULL)
    {
      char *name = g_strdup (line + 1);

      file->current = g_ptr_array_new_with_free_func (free_entry);
      g_ptr_array_add (file->sections, name);
      g_hash_table_insert (file->entries, name, file->current);
    }
}

static GStrv
split_values (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *value = g_strstrip (parts[i]);

      if (*value != '\0')
        g_strv_builder_add (builder, value);
    }
  return g_strv_builder_end (builder);
}

static void
add_entry (OutlayDataFile *file, char *line, guint number)
{
  char *equals = strchr (line, '=');

  if (equals == NULL || equals == line)
    {
      outlay_data_file_report (file, number, "not of the form “key = value”: “%s”", line);
      return;
    }
  if (file->current == NULL)
    {
      outlay_data_file_report (file, number, "“%s” stands in no section", line);
      return;
    }
  *equals = '\0';
  OutlayDataEntry *entry = g_new0 (OutlayDataEntry, 1);
  entry->key = g_strdup (g_strstrip (line));
  entry->values = split_values (equals + 1);
  entry->line = number;
  g_ptr_array_add (file->current, entry);
}

static void
read_line (OutlayDataFile *file, char *line, guint number)
{
  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return;
  if (*line == '[')
    open_section (file, line, number);
  else
    add_entry (file, line, number);
}

/* Joins lines that go on, indented, in the next one, and reads each. */
static void
read_lines (OutlayDataFile *file, const char *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  g_autoptr (GString) whole = g_string_new (NULL);
  guint first = 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean goes_on = whole->len > 0 && (*lines[i] == ' ' || *lines[i] == '\t');

      if (!goes_on)
        {
          read_line (file, whole->str, first);
          g_string_truncate (whole, 0);
          first = i + 1;
        }
      if (goes_on && whole->str[0] == '#')
        continue;
      g_string_append (whole, lines[i]);
    }
  read_line (file, whole->str, first);
}

/**
 * outlay_data_file_parse:
 * @name: what problems call the file
 * @content: its bytes; what is not UTF-8 is a problem
 * @length: how many
 *
 * Returns: (transfer full): what could be read; the rest is told by
 *   outlay_data_file_get_problems().
 */
OutlayDataFile *
outlay_data_file_parse (const char *name, const char *content, gsize length)
{
  OutlayDataFile *file = g_new0 (OutlayDataFile, 1);
  g_autofree char *text = g_utf8_make_valid (content, (gssize)length);

  file->name = g_strdup (name);
  file->sections = g_ptr_array_new ();
  file->entries
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  file->problems = g_ptr_array_new_with_free_func (g_free);
  if (!g_utf8_validate (content, (gssize)length, NULL))
    outlay_data_file_report (file, 1, "not UTF-8");
  read_lines (file, text);
  file->current = NULL;
  return file;
}

/**
 * outlay_data_file_load:
 * @name: path below the data folder
 * @error: return location for an error: no such file
 *
 * Returns: (transfer full) (nullable): what could be read of it.
 */
OutlayDataFile *
outlay_data_file_load (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = outlay_data_load (name, error);

  if (bytes == NULL)
    return NULL;
  return outlay_data_file_parse (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/** outlay_data_file_free: frees @file and all that its functions returned. */
void
outlay_data_file_free (OutlayDataFile *file)
{
  g_free (file->name);
  g_ptr_array_unref (file->sections);
  g_hash_table_unref (file->entries);
  g_ptr_array_unref (file->problems);
  g_free (file);
}

/**
 * outlay_data_file_get_name:
 *
 * Returns: (transfer none): what problems call the file.
 */
const char *
outlay_data_file_get_name (const OutlayDataFile *file)
{
  return file->name;
}

/**
 * outlay_data_file_get_sections:
 *
 * Returns: (transfer none) (element-type utf8): their names, in the order of the file.
 */
const GPtrArray *
outlay_data_file_get_sections (const OutlayDataFile *file)
{
  return file->sections;
}

/**
 * outlay_data_file_get_entries:
 *
 * Returns: (transfer none) (nullable) (element-type OutlayDataEntry): those of @section, in the
 *   order of the file; %NULL where there is no such section.
 */
const GPtrArray *
outlay_data_file_get_entries (const OutlayDataFile *file, const char *section)
{
  return g_hash_table_lookup (file->entries, section);
}

/**
 * outlay_data_file_get_values:
 *
 * Returns: (transfer none) (nullable): the values of the first entry @key of @section.
 */
GStrv
outlay_data_file_get_values (const OutlayDataFile *file, const char *section, const char *key)
{
  const GPtrArray *entries = outlay_data_file_get_entries (file, section);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->key, key) == 0)
        return entry->values;
    }
  return NULL;
}

/**
 * outlay_data_file_report:
 * @line: in the file, from 1
 * @format: what is wrong
 *
 * Adds a problem; for those who read a meaning into the entries.
 */
void
outlay_data_file_report (OutlayDataFile *file, guint line, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (file->problems, g_strdup_printf ("%s:%u: %s", file->name, line, what));
}

/**
 * outlay_data_file_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): "file:line: what is wrong", in the order found.
 */
const GPtrArray *
outlay_data_file_get_problems (const OutlayDataFile *file)
{
  return file->problems;
}
