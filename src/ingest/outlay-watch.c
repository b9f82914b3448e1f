/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-watch.h"

#include "base/threads/outlay-worker.h"
#include "outlay-watch-list.h"

/* A file that is the same after so many milliseconds is taken for written. */
#define SETTLE_MILLISECONDS 1500

/* How soon to look after the desktop told of a change: several come at once. */
#define SOON_MILLISECONDS 200

/* How often to look where the desktop tells nothing. */
#define POLL_MILLISECONDS 60000

struct _OutlayWatch
{
  GObject parent_instance;

  GFile *folder;
  char *memory;
  GFileMonitor *monitor;
  GCancellable *cancellable;
  /* The next look, and whether one is under way or wanted after it. */
  guint timeout;
  gboolean looking;
  gboolean again;
  gboolean failed;
  /* By name: the stamps of what was found, and of what is not settled yet. */
  GHashTable *found;
  GHashTable *unsettled;
};

G_DEFINE_FINAL_TYPE (OutlayWatch, outlay_watch, G_TYPE_OBJECT)

enum
{
  FOUND,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * Look:
 * @memory: (nullable): where to keep @found
 * @found: (nullable): what was found before; loaded where it is %NULL
 *
 * One look into the folder, in a worker thread.
 */
typedef struct
{
  GFile *folder;
  char *memory;
  GHashTable *found;
  GHashTable *stamps;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->folder);
  g_free (look->memory);
  g_clear_pointer (&look->found, g_hash_table_unref);
  g_clear_pointer (&look->stamps, g_hash_table_unref);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;

  if (look->found == NULL)
    look->found = outlay_watch_memory_load (look->memory);
  look->stamps = outlay_watch_list (look->folder, cancellable, &error);
  if (look->stamps != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
due_cb (gpointer data)
{
  OutlayWatch *self = data;

  self->timeout = 0;
  outlay_watch_look (self);
  return G_SOURCE_REMOVE;
}

static void
look_in (OutlayWatch *self, guint milliseconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (milliseconds, due_cb, self);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr (GError) error = NULL;

  /* Without its memory the next start finds the same again, which are then there already. */
  if (!outlay_watch_memory_save (look->memory, look->found, &error))
    g_debug ("What was found is not kept: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
copy_stamp (gpointer name, gpointer stamp, gpointer copy)
{
  g_hash_table_insert (copy, g_strdup (name), g_strdup (stamp));
}

static void
save_memory (OutlayWatch *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (self->memory == NULL)
    return;
  look = g_new0 (Look, 1);
  look->folder = g_object_ref (self->folder);
  look->memory = g_strdup (self->memory);
  look->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_foreach (self->found, copy_stamp, look->found);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, look, look_free);
  outlay_worker_run (task, save_thread);
}

/* Of what lies in the folder, what is new and the same as at the last look, which was long enough
 * ago; the rest of what is new has yet to settle. */
static GListStore *
sift (OutlayWatch *self, GHashTable *stamps)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (stamps), (GCompareFunc)g_strcmp0);
  GHashTable *unsettled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (GList *item = names; item != NULL; item = item->next)
    {
      const char *name = item->data;
      const char *stamp = g_hash_table_lookup (stamps, name);

      if (g_strcmp0 (g_hash_table_lookup (self->found, name), stamp) == 0)
        continue;
      if (g_strcmp0 (g_hash_table_lookup (self->unsettled, name), stamp) == 0)
        {
          g_autoptr (GFile) file = g_file_get_child (self->folder, name);

          g_list_store_append (files, file);
          g_hash_table_insert (self->found, g_strdup (name), g_strdup (stamp));
        }
      else
        g_hash_table_insert (unsettled, g_strdup (name), g_strdup (stamp));
    }
  g_hash_table_unref (self->unsettled);
  self->unsettled = unsettled;
  return files;
}

static void
take_stamps (OutlayWatch *self, Look *look)
{
  g_autoptr (GListStore) files = NULL;

  if (self->found == NULL)
    self->found = g_hash_table_ref (look->found);
  files = sift (self, look->stamps);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return;
  save_memory (self);
  g_signal_emit (self, signals[FOUND], 0, files);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  OutlayWatch *self = OUTLAY_WATCH (object);
  g_autoptr (GError) error = NULL;

  self->looking = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_stamps (self, g_task_get_task_data (G_TASK (result)));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else if (!self->failed)
    g_signal_emit (self, signals[FAILED], 0, error);
  self->failed = error != NULL;
  if (self->unsettled != NULL && g_hash_table_size (self->unsettled) > 0)
    look_in (self, SETTLE_MILLISECONDS);
  else
    look_in (self, self->again ? SOON_MILLISECONDS : POLL_MILLISECONDS);
  self->again = FALSE;
}

/* A look sooner than a file can settle would take it for settled. */
static void
changed_cb (OutlayWatch *self)
{
  if (self->looking)
    self->again = TRUE;
  else if (g_hash_table_size (self->unsettled) == 0)
    look_in (self, SOON_MILLISECONDS);
}

static void
outlay_watch_dispose (GObject *object)
{
  OutlayWatch *self = OUTLAY_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (outlay_watch_parent_class)->dispose (object);
}

static void
outlay_watch_finalize (GObject *object)
{
  OutlayWatch *self = OUTLAY_WATCH (object);

  g_object_unref (self->folder);
  g_free (self->memory);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->unsettled, g_hash_table_unref);
  G_OBJECT_CLASS (outlay_watch_parent_class)->finalize (object);
}

static void
outlay_watch_class_init (OutlayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_watch_finalize;
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
outlay_watch_init (OutlayWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->unsettled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * outlay_watch_new:
 * @folder: the folder; not what is below it
 * @memory: (nullable) (type filename): a file that remembers what was found, so that the next
 *   watch does not find it again
 *
 * Returns: (transfer full): a watch, whose first look is under way.
 */
OutlayWatch *
outlay_watch_new (GFile *folder, const char *memory)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  OutlayWatch *self = g_object_new (OUTLAY_TYPE_WATCH, NULL);

  self->folder = g_object_ref (folder);
  self->memory = g_strdup (memory);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (changed_cb), self);
  outlay_watch_look (self);
  return self;
}

/**
 * outlay_watch_get_folder:
 *
 * Returns: (transfer none): the folder.
 */
GFile *
outlay_watch_get_folder (OutlayWatch *watch)
{
  g_return_val_if_fail (OUTLAY_IS_WATCH (watch), NULL);

  return watch->folder;
}

/** outlay_watch_look: looks into the folder now, in a worker thread. */
void
outlay_watch_look (OutlayWatch *watch)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (OUTLAY_IS_WATCH (watch));

  if (watch->looking)
    return;
  watch->looking = TRUE;
  g_clear_handle_id (&watch->timeout, g_source_remove);
  look = g_new0 (Look, 1);
  look->folder = g_object_ref (watch->folder);
  look->memory = g_strdup (watch->memory);
  look->found = watch->found != NULL ? g_hash_table_ref (watch->found) : NULL;
  task = g_task_new (watch, watch->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, outlay_watch_look);
  g_task_set_task_data (task, look, look_free);
  outlay_worker_run (task, look_thread);
}
