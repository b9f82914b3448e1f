/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-data-file.h"

#include <string.h>

#include "outlay-data.h"

struct _OutlayDataFile
{
  char *name;
  char *text;          /* in which the keys and values stand */
  GPtrArray *sections; /* names, in the order of the file */
  GHashTable *entries; /* section name → GPtrArray of OutlayDataEntry */
  GPtrArray *problems; /* "file:line: what" */
  GPtrArray *current;  /* entries of the section being read */
};

/* The text without the space about it, cut in place. */
static char *
strip (char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return g_strchomp (text);
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

      file->current = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (file->sections, name);
      g_hash_table_insert (file->entries, name, file->current);
    }
}

/* An entry and room for its values, in one block. */
static OutlayDataEntry *
new_entry (char *key, char *text, guint line)
{
  guint n_values = 1;
  OutlayDataEntry *entry;

  for (const char *c = text; *c != '\0'; c++)
    n_values += *c == ';';
  entry = g_malloc (sizeof *entry + (n_values + 1) * sizeof *entry->values);
  entry->key = key;
  entry->values = (GStrv)(entry + 1);
  entry->line = line;
  return entry;
}

static void
split_values (char *text, GStrv values)
{
  for (char *next = text; next != NULL; text = next)
    {
      next = strchr (text, ';');
      if (next != NULL)
        *next++ = '\0';
      *values = strip (text);
      if (**values != '\0')
        values++;
    }
  *values = NULL;
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
  OutlayDataEntry *entry = new_entry (strip (line), equals + 1, number);
  split_values (equals + 1, entry->values);
  g_ptr_array_add (file->current, entry);
}

static void
read_line (OutlayDataFile *file, char *line, guint number)
{
  line = strip (line);
  if (*line == '\0' || *line == '#')
    return;
  if (*line == '[')
    open_section (file, line, number);
  else
    add_entry (file, line, number);
}

/* Joins lines that go on, indented, in the next one, and reads each; in place, since what is joined
 * needs no more room. */
static void
read_lines (OutlayDataFile *file, char *text)
{
  char *whole = text, *end = text;
  guint first = 1, number = 1;

  for (char *line = text, *next; line != NULL; line = next, number++)
    {
      gboolean goes_on = end > whole && (*line == ' ' || *line == '\t');
      char *line_end = strchrnul (line, '\n');

      next = *line_end != '\0' ? line_end + 1 : NULL;
      if (!goes_on && line > text)
        {
          *end = '\0';
          read_line (file, whole, first);
        }
      if (!goes_on)
        {
          whole = end = line;
          first = number;
        }
      if (goes_on && *whole == '#')
        continue;
      memmove (end, line, (gsize)(line_end - line));
      end += line_end - line;
    }
  *end = '\0';
  read_line (file, whole, first);
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
  gboolean valid = g_utf8_validate (content, (gssize)length, NULL);

  file->text = valid ? g_strndup (content, length) : g_utf8_make_valid (content, (gssize)length);
  file->name = g_strdup (name);
  file->sections = g_ptr_array_new ();
  file->entries
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  file->problems = g_ptr_array_new_with_free_func (g_free);
  if (!valid)
    outlay_data_file_report (file, 1, "not UTF-8");
  read_lines (file, file->text);
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
  g_free (file->text);
  g_ptr_array_unref (file->sections);
  g_hash_table_unref (file->entries);
  g_ptr_array_unref (file->problems);
  g_free (file);
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
