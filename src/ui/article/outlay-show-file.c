/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-show-file.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ui/toast/outlay-toast-overlay.h"

typedef struct
{
  GtkWidget *widget;
  GFile *file;
} Show;

static void
show_free (Show *show)
{
  g_object_unref (show->widget);
  g_object_unref (show->file);
  g_free (show);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Show, show_free)

static GtkWindow *
get_window (const Show *show)
{
  GtkRoot *root = gtk_widget_get_root (show->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* No file manager answers by name: any program that opens folders will do. */
static void
shown_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Show) show = data;
  g_autoptr (GVariant) reply
    = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (show->file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : show->file);

  if (reply == NULL)
    gtk_show_uri (get_window (show), uri, GDK_CURRENT_TIME);
}

static void
call_file_manager (Show *show)
{
  g_autofree char *uri = g_file_get_uri (show->file);
  const char *const uris[] = {uri, NULL};
  GDBusConnection *bus = g_application_get_default () != NULL
                           ? g_application_get_dbus_connection (g_application_get_default ())
                           : NULL;

  if (bus == NULL)
    {
      g_autoptr (Show) taken = show;
      g_autoptr (GFile) folder = g_file_get_parent (taken->file);
      g_autofree char *folder_uri = g_file_get_uri (folder != NULL ? folder : taken->file);

      gtk_show_uri (get_window (taken), folder_uri, GDK_CURRENT_TIME);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_cb, show);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Show) show = data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, NULL);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (info != NULL)
    {
      call_file_manager (g_steal_pointer (&show));
      return;
    }
  name = g_file_get_parse_name (show->file);
  text = outlay_format_fill (_ ("The file “{name}” is no longer there."), "name", name, NULL);
  outlay_toast_show (show->widget, text, NULL, NULL, NULL);
}

/**
 * outlay_show_file:
 * @widget: where the user asked for it
 * @file: a file
 *
 * Shows @file in its folder, in the desktop's file manager; says so where it is gone.
 */
void
outlay_show_file (GtkWidget *widget, GFile *file)
{
  Show *show;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  show = g_new0 (Show, 1);
  show->widget = g_object_ref (widget);
  show->file = g_object_ref (file);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, found_cb, show);
}
