/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies in a watched folder, and the memory of what was found there before. */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-watch-list.h"

#include <string.h>

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                            \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP                  \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* What browsers and editors call a file that they are still writing. */
static const char *const unfinished[]
  = {".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".swp"};

static gboolean
is_finished_article (GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_is_hidden (info)
      || g_file_info_get_is_backup (info))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      if (g_str_has_suffix (name, unfinished[i]))
        return FALSE;
    }
  return g_file_info_get_size (info) > 0;
}

/* Tells one state of a file from another. */
static char *
dup_stamp (GFileInfo *info)
{
  return g_strdup_printf (
    "%" G_GUINT64_FORMAT ".%06u/%" G_GOFFSET_FORMAT,
    g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
    g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
    g_file_info_get_size (info));
}

/**
 * outlay_watch_list:
 * @error: return location for a #GIOErrorEnum
 *
 * Looks into @folder, not below it; waits for the disk.
 *
 * Returns: (transfer full) (nullable) (element-type filename utf8): of each file that may be an
 *   article and is not called one that is being written its stamp, which changes with the file.
 */
GHashTable *
outlay_watch_list (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GFileEnumerator) enumerator
    = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;

  if (enumerator == NULL)
    return NULL;
  for (;;)
    {
      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        return g_steal_pointer (&stamps);
      if (is_finished_article (info))
        g_hash_table_insert (stamps, g_strdup (g_file_info_get_name (info)), dup_stamp (info));
    }
}

/**
 * outlay_watch_memory_load:
 * @path: (nullable) (type filename): where outlay_watch_memory_save() keeps it
 *
 * Returns: (transfer full) (element-type filename utf8): the files found before with their stamps;
 *   none where there is no memory.
 */
GHashTable *
outlay_watch_memory_load (const char *path)
{
  GHashTable *stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return stamps;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      g_hash_table_insert (stamps, g_strcompress (tab + 1), g_strdup (lines[i]));
    }
  return stamps;
}

/**
 * outlay_watch_memory_save:
 * @path: (type filename): a file; folders above it are made
 * @stamps: (element-type filename utf8): the files found with their stamps
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_watch_memory_save (const char *path, GHashTable *stamps, GError **error)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (stamps), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  for (GList *item = names; item != NULL; item = item->next)
    {
      g_autofree char *name = g_strescape (item->data, NULL);

      g_string_append_printf (text, "%s\t%s\n",
                              (const char *)g_hash_table_lookup (stamps, item->data), name);
    }
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents (path, text->str, (gssize)text->len, error);
}
