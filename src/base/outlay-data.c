/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-data.h"

#include <gio/gio.h>
#include <string.h>

#include "outlay-config.h"
#include "outlay-data-resources.h"

#define RESOURCE_ROOT "/io/github/outlay/Outlay/data/"

/* Folders whose files stand before the built-in ones, the first first. */
static GPtrArray *
get_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *override = g_getenv ("OUTLAY_DATA_DIR");

  if (override != NULL && *override != '\0')
    g_ptr_array_add (folders, g_strdup (override));
  g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, "data", NULL));
  return folders;
}

/**
 * outlay_data_load:
 * @name: path below the data folder: "lexicon/de.ini"
 * @error: return location for a #GFileError or #GResourceError
 *
 * Finds a data file: in the folder that the environment variable OUTLAY_DATA_DIR names, then in
 * the user's own data folder, then among those built into the program.
 *
 * Returns: (transfer full) (nullable): its bytes, %NULL with @error where there is none.
 */
GBytes *
outlay_data_load (const char *name, GError **error)
{
  g_autoptr (GPtrArray) folders = get_folders ();

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), name, NULL);
      char *content;
      gsize length;

      if (g_file_get_contents (path, &content, &length, NULL))
        return g_bytes_new_take (content, length);
    }
  g_autofree char *resource_path = g_strconcat (RESOURCE_ROOT, name, NULL);
  return g_resource_lookup_data (outlay_data_get_resource (), resource_path, 0, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_data_list:
 * @folder: path below the data folder: "lexicon"
 *
 * Returns: (transfer full): paths for outlay_data_load() of all files in @folder, wherever they
 *   lie, each once, in the order of their bytes.
 */
GStrv
outlay_data_list (const char *folder)
{
  g_autoptr (GPtrArray) folders = get_folders ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *resource_path = g_strconcat (RESOURCE_ROOT, folder, NULL);
  g_auto (GStrv) built_in
    = g_resource_enumerate_children (outlay_data_get_resource (), resource_path, 0, NULL);
  GPtrArray *result = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; built_in != NULL && built_in[i] != NULL; i++)
    g_hash_table_add (names, g_strdup (built_in[i]));
  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), folder, NULL);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *file;

      while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
        g_hash_table_add (names, g_strdup (file));
    }
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (result, g_strconcat (folder, "/", name, NULL));
  g_ptr_array_sort (result, compare_names);
  g_ptr_array_add (result, NULL);
  return (GStrv)g_ptr_array_free (result, FALSE);
}
