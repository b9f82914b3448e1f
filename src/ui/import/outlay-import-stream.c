/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is handed to the program as a stream, as by a pipe, read to its end in the background. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-stream.h"

#define CHUNK 65536

/* More than the importer takes of one file; what goes beyond is refused there, with its reason. */
#define MAX_BYTES (65 * 1024 * 1024)

static void
chunk_read_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GByteArray *all = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
    = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_byte_array_append (all, g_bytes_get_data (chunk, NULL), (guint)g_bytes_get_size (chunk));
  if (g_bytes_get_size (chunk) == 0 || all->len > MAX_BYTES)
    g_task_return_pointer (task,
                           g_bytes_new_with_free_func (all->data, all->len,
                                                       (GDestroyNotify)g_byte_array_unref,
                                                       g_byte_array_ref (all)),
                           (GDestroyNotify)g_bytes_unref);
  else
    g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), CHUNK, G_PRIORITY_DEFAULT, NULL,
                                     chunk_read_cb, g_steal_pointer (&task));
}

/** outlay_import_stream_read_async: reads @stream to its end, and hardly more than one may import.
 */
void
outlay_import_stream_read_async (GInputStream *stream,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  task = g_task_new (stream, NULL, callback, user_data);
  g_task_set_source_tag (task, outlay_import_stream_read_async);
  g_task_set_task_data (task, g_byte_array_new (), (GDestroyNotify)g_byte_array_unref);
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_read_cb, task);
}

/**
 * outlay_import_stream_read_finish:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what @stream held.
 */
GBytes *
outlay_import_stream_read_finish (GInputStream *stream, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, stream), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
