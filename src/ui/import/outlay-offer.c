/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be imported of what is dropped or pasted: files before a page, a page with its plain
 * text, or plain text. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-offer.h"

#include <string.h>

#define PAGE_TYPE "text/html"

typedef struct
{
  OutlayOffer *offer;
  GOutputStream *page;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->offer, outlay_offer_free);
  g_clear_object (&reading->page);
  g_free (reading);
}

static GdkContentFormats *
get_given (GObject *giver)
{
  return GDK_IS_DROP (giver) ? gdk_drop_get_formats (GDK_DROP (giver))
                             : gdk_clipboard_get_formats (GDK_CLIPBOARD (giver));
}

static gboolean
gives (GObject *giver, GType type)
{
  g_autoptr (GdkContentFormats) formats
    = gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_new_for_gtype (type));

  return gdk_content_formats_match (formats, get_given (giver));
}

static gboolean
gives_page (GObject *giver)
{
  return gdk_content_formats_contain_mime_type (get_given (giver), PAGE_TYPE);
}

static void
read_value (GObject *giver, GType type, GAsyncReadyCallback callback, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (GDK_IS_DROP (giver))
    gdk_drop_read_value_async (GDK_DROP (giver), type, G_PRIORITY_DEFAULT, cancellable, callback,
                               task);
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (giver), type, G_PRIORITY_DEFAULT, cancellable,
                                    callback, task);
}

static const GValue *
read_value_finish (GObject *giver, GAsyncResult *result, GError **error)
{
  return GDK_IS_DROP (giver)
           ? gdk_drop_read_value_finish (GDK_DROP (giver), result, error)
           : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (giver), result, error);
}

static void
return_offer (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&reading->offer),
                         (GDestroyNotify)outlay_offer_free);
  g_object_unref (task);
}

static void
files_read_cb (GObject *giver, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  const GValue *value = read_value_finish (giver, result, &error);
  g_autoptr (GSList) given = NULL;
  GListStore *files;

  if (value == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  given = gdk_file_list_get_files (g_value_get_boxed (value));
  files = g_list_store_new (G_TYPE_FILE);
  for (GSList *item = given; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  reading->offer->files = G_LIST_MODEL (files);
  return_offer (task);
}

/* Addresses that stand in a text, one a line and nothing else, are what is meant by it. */
static GListModel *
find_addresses (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *scheme = NULL;
      g_autoptr (GFile) file = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      scheme = g_uri_parse_scheme (lines[i]);
      if (scheme == NULL || strpbrk (lines[i], " \t") != NULL
          || !g_strv_contains ((const char *const[]){"file", "http", "https", NULL}, scheme))
        return NULL;
      file = g_file_new_for_uri (lines[i]);
      g_list_store_append (files, file);
    }
  return g_list_model_get_n_items (G_LIST_MODEL (files)) > 0
           ? G_LIST_MODEL (g_steal_pointer (&files))
           : NULL;
}

static void
text_read_cb (GObject *giver, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  const GValue *value = read_value_finish (giver, result, &error);
  const char *text = value != NULL ? g_value_get_string (value) : NULL;

  if (text != NULL && *text != '\0')
    {
      reading->offer->files = find_addresses (text);
      reading->offer->text = g_bytes_new (text, strlen (text));
    }
  if (reading->offer->text == NULL && reading->offer->page == NULL && error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_clear_error (&error);
  return_offer (task);
}

static void
read_text (GTask *task)
{
  GObject *giver = g_task_get_source_object (task);

  if (gives (giver, G_TYPE_STRING))
    read_value (giver, G_TYPE_STRING, text_read_cb, task);
  else
    return_offer (task);
}

static void
page_spliced_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) > 0)
    reading->offer->page
      = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (reading->page));
  read_text (task);
}

static void
page_opened_cb (GObject *giver, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream
    = GDK_IS_DROP (giver) ? gdk_drop_read_finish (GDK_DROP (giver), result, NULL, NULL)
                          : gdk_clipboard_read_finish (GDK_CLIPBOARD (giver), result, NULL, NULL);

  /* Where the page cannot be had there is its text. */
  if (stream == NULL)
    {
      read_text (task);
      return;
    }
  reading->page = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
    reading->page, stream,
    G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
    g_task_get_cancellable (task), page_spliced_cb, task);
}

static void
read_page (GTask *task)
{
  static const char *types[] = {PAGE_TYPE, NULL};
  GObject *giver = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (GDK_IS_DROP (giver))
    gdk_drop_read_async (GDK_DROP (giver), types, G_PRIORITY_DEFAULT, cancellable, page_opened_cb,
                         task);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (giver), types, G_PRIORITY_DEFAULT, cancellable,
                              page_opened_cb, task);
}

/**
 * outlay_offer_get_formats:
 *
 * Returns: (transfer full): all that can be imported.
 */
GdkContentFormats *
outlay_offer_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, PAGE_TYPE);
  return gdk_content_formats_union_deserialize_mime_types (
    gdk_content_formats_builder_free_to_formats (builder));
}

/**
 * outlay_offer_read_async:
 * @giver: a #GdkDrop or a #GdkClipboard
 *
 * Asks who gives it for what can be imported.
 */
void
outlay_offer_read_async (GObject *giver,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  Reading *reading;

  g_return_if_fail (GDK_IS_DROP (giver) || GDK_IS_CLIPBOARD (giver));

  task = g_task_new (giver, cancellable, callback, user_data);
  reading = g_new0 (Reading, 1);
  g_task_set_source_tag (task, outlay_offer_read_async);
  reading->offer = g_new0 (OutlayOffer, 1);
  g_task_set_task_data (task, reading, reading_free);
  if (gives (giver, GDK_TYPE_FILE_LIST))
    read_value (giver, GDK_TYPE_FILE_LIST, files_read_cb, task);
  else if (gives_page (giver))
    read_page (task);
  else
    read_text (task);
}

/**
 * outlay_offer_read_finish:
 *
 * Returns: (transfer full) (nullable): what can be imported; without anything in it where there is
 *   nothing.
 */
OutlayOffer *
outlay_offer_read_finish (GObject *giver, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, giver), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/** outlay_offer_free: frees @offer. */
void
outlay_offer_free (OutlayOffer *offer)
{
  g_clear_object (&offer->files);
  g_clear_pointer (&offer->page, g_bytes_unref);
  g_clear_pointer (&offer->text, g_bytes_unref);
  g_free (offer);
}
