/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-saved-filters.h"

#include "outlay-config.h"

/* The keys of a group of the file; groups are numbered, names may hold what a group's may not. */
#define NAME_KEY "Name"
#define LINE_KEY "Filter"

struct _OutlaySavedFilter
{
  GObject parent_instance;

  char *name;
  char *line;
};

G_DEFINE_FINAL_TYPE (OutlaySavedFilter, outlay_saved_filter, G_TYPE_OBJECT)

struct _OutlaySavedFilters
{
  GObject parent_instance;

  char *path;
  GPtrArray *filters;
};

static void outlay_saved_filters_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlaySavedFilters,
                               outlay_saved_filters,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      outlay_saved_filters_model_init))

static void
outlay_saved_filter_finalize (GObject *object)
{
  OutlaySavedFilter *filter = OUTLAY_SAVED_FILTER (object);

  g_free (filter->name);
  g_free (filter->line);
  G_OBJECT_CLASS (outlay_saved_filter_parent_class)->finalize (object);
}

static void
outlay_saved_filter_class_init (OutlaySavedFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_saved_filter_finalize;
}

static void
outlay_saved_filter_init (OutlaySavedFilter *filter)
{
}

static GType
get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_SAVED_FILTER;
}

static guint
get_n_items (GListModel *model)
{
  return OUTLAY_SAVED_FILTERS (model)->filters->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *filters = OUTLAY_SAVED_FILTERS (model)->filters;

  return position < filters->len ? g_object_ref (filters->pdata[position]) : NULL;
}

static void
outlay_saved_filters_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
outlay_saved_filters_finalize (GObject *object)
{
  OutlaySavedFilters *filters = OUTLAY_SAVED_FILTERS (object);

  g_free (filters->path);
  g_ptr_array_unref (filters->filters);
  G_OBJECT_CLASS (outlay_saved_filters_parent_class)->finalize (object);
}

static void
outlay_saved_filters_class_init (OutlaySavedFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_saved_filters_finalize;
}

static void
outlay_saved_filters_init (OutlaySavedFilters *filters)
{
  filters->filters = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * outlay_saved_filter_get_name:
 *
 * Returns: (transfer none): what the user calls it.
 */
const char *
outlay_saved_filter_get_name (OutlaySavedFilter *filter)
{
  return filter->name;
}

/**
 * outlay_saved_filter_get_line:
 *
 * Returns: (transfer none): the filter, as outlay_filter_to_string() gives it.
 */
const char *
outlay_saved_filter_get_line (OutlaySavedFilter *filter)
{
  return filter->line;
}

/**
 * outlay_saved_filters_dup_default_path:
 *
 * Returns: (transfer full): the file of the user's own filters.
 */
char *
outlay_saved_filters_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, "filters.ini", NULL);
}

static OutlaySavedFilter *
make_filter (const char *name, const char *line)
{
  OutlaySavedFilter *filter = g_object_new (OUTLAY_TYPE_SAVED_FILTER, NULL);

  filter->name = g_strdup (name);
  filter->line = g_strdup (line);
  return filter;
}

/**
 * outlay_saved_filters_new:
 * @path: (type filename) (nullable): the file; %NULL to keep nothing
 *
 * Returns: (transfer full): the filters of the file, none where there is none.
 */
OutlaySavedFilters *
outlay_saved_filters_new (const char *path)
{
  OutlaySavedFilters *filters = g_object_new (OUTLAY_TYPE_SAVED_FILTERS, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  filters->path = g_strdup (path);
  if (path != NULL)
    g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, groups[i], NAME_KEY, NULL);
      g_autofree char *line = g_key_file_get_string (file, groups[i], LINE_KEY, NULL);

      if (name != NULL && line != NULL)
        g_ptr_array_add (filters->filters, make_filter (name, line));
    }
  return filters;
}

static void
keep (OutlaySavedFilters *filters)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  if (filters->path == NULL)
    return;
  for (guint i = 0; i < filters->filters->len; i++)
    {
      OutlaySavedFilter *filter = filters->filters->pdata[i];
      g_autofree char *group = g_strdup_printf ("Filter %u", i + 1);

      g_key_file_set_string (file, group, NAME_KEY, filter->name);
      g_key_file_set_string (file, group, LINE_KEY, filter->line);
    }
  folder = g_path_get_dirname (filters->path);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, filters->path, &error))
    g_message ("%s", error->message);
}

/**
 * outlay_saved_filters_insert:
 * @position: where in the list; behind all others where it is greater than their number
 */
void
outlay_saved_filters_insert (OutlaySavedFilters *filters,
                             guint position,
                             const char *name,
                             const char *line)
{
  position = MIN (position, filters->filters->len);
  g_ptr_array_insert (filters->filters, (int)position, make_filter (name, line));
  keep (filters);
  g_list_model_items_changed (G_LIST_MODEL (filters), position, 0, 1);
}

/** outlay_saved_filters_rename: gives the filter at @position another name. */
void
outlay_saved_filters_rename (OutlaySavedFilters *filters, guint position, const char *name)
{
  g_return_if_fail (position < filters->filters->len);

  OutlaySavedFilter *before = filters->filters->pdata[position];
  filters->filters->pdata[position] = make_filter (name, before->line);
  g_object_unref (before);
  keep (filters);
  g_list_model_items_changed (G_LIST_MODEL (filters), position, 1, 1);
}

/** outlay_saved_filters_remove: forgets the filter at @position. */
void
outlay_saved_filters_remove (OutlaySavedFilters *filters, guint position)
{
  g_return_if_fail (position < filters->filters->len);

  g_ptr_array_remove_index (filters->filters, position);
  keep (filters);
  g_list_model_items_changed (G_LIST_MODEL (filters), position, 1, 0);
}
