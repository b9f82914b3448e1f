/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped on the window or pasted into it, and the folder that is watched for it. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-config.h"
#include "outlay-window-private.h"
#include "ui/import/outlay-offer.h"

#define SAMPLES "resource:///io/github/outlay/Outlay/samples"
#define MEMORY  "watched-files"

/* Files, the text of articles, or nothing that could be one. Returns whether it was something. */
static gboolean
take_offer (OutlayWindow *window, const OutlayOffer *offer, const char *label)
{
  if (offer->files != NULL && g_list_model_get_n_items (offer->files) > 0)
    outlay_window_import (window, offer->files);
  else if (offer->page != NULL)
    outlay_store_import_content (window->store, offer->page, offer->text, label);
  else if (offer->text != NULL)
    outlay_store_import_content (window->store, offer->text, NULL, label);
  else
    return FALSE;
  return TRUE;
}

static void
drop_read_cb (GObject *drop, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) window = data;
  g_autoptr (OutlayOffer) offer = outlay_offer_read_finish (drop, result, NULL);
  gboolean taken = offer != NULL && take_offer (window, offer, _ ("Dropped text"));

  gdk_drop_finish (GDK_DROP (drop), taken ? GDK_ACTION_COPY : 0);
  if (!taken)
    outlay_window_notify (window, _ ("What was dropped holds no article and no file."));
}

/* A zone that is not seen needs no room, and its large letters no font. */
static void
zone_settled_cb (GtkRevealer *zone)
{
  gtk_widget_set_visible (GTK_WIDGET (zone), gtk_revealer_get_reveal_child (zone));
}

static GdkDragAction
drop_entered_cb (
  GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, OutlayWindow *window)
{
  gtk_widget_set_visible (GTK_WIDGET (window->drop_zone), TRUE);
  gtk_revealer_set_reveal_child (window->drop_zone, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_left_cb (GtkDropTargetAsync *target, GdkDrop *drop, OutlayWindow *window)
{
  gtk_revealer_set_reveal_child (window->drop_zone, FALSE);
}

static gboolean
dropped_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, OutlayWindow *window)
{
  gtk_revealer_set_reveal_child (window->drop_zone, FALSE);
  outlay_offer_read_async (G_OBJECT (drop), NULL, drop_read_cb, g_object_ref (window));
  return TRUE;
}

/* What is dragged from the window itself, as a selected quote, is no article to import. */
static gboolean
accept_cb (GtkDropTargetAsync *target, GdkDrop *drop, OutlayWindow *window)
{
  g_autoptr (GdkContentFormats) formats = NULL;

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  formats = outlay_offer_get_formats ();
  return gdk_content_formats_match (formats, gdk_drop_get_formats (drop));
}

/* Files, folders and texts may be dropped anywhere on the window. */
static void
add_drop_target (OutlayWindow *window)
{
  GtkDropTargetAsync *target
    = gtk_drop_target_async_new (outlay_offer_get_formats (), GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), window);
  g_signal_connect (target, "drag-enter", G_CALLBACK (drop_entered_cb), window);
  g_signal_connect (target, "drag-leave", G_CALLBACK (drop_left_cb), window);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (window->drop_zone, "notify::child-revealed", G_CALLBACK (zone_settled_cb),
                    NULL);
}

static void
clipboard_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) window = data;
  g_autoptr (OutlayOffer) offer = outlay_offer_read_finish (clipboard, result, NULL);

  if (offer == NULL || !take_offer (window, offer, _ ("Pasted text")))
    outlay_window_notify (
      window, _ ("There is nothing to paste. Copy the text of an article, or files, first."));
}

static void
paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (user_data));

  outlay_offer_read_async (G_OBJECT (clipboard), NULL, clipboard_read_cb, g_object_ref (user_data));
}

static void
try_samples (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) folder = g_file_new_for_uri (SAMPLES);

  g_list_store_append (files, folder);
  outlay_window_import (OUTLAY_WINDOW (user_data), G_LIST_MODEL (files));
}

static void
watch_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_choose_watched (OUTLAY_WINDOW (user_data));
}

static void
stop_watching (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  outlay_window_watch (OUTLAY_WINDOW (user_data), NULL);
}

/* The menu names the folder, so that a glance tells what is watched. */
static void
show_watched (OutlayWindow *window)
{
  GFile *folder = outlay_store_get_watched (window->store);
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *label
    = shown != NULL ? outlay_format_fill (_ ("_Stop Watching “{folder}”"), "folder", shown, NULL)
                    : NULL;

  g_menu_remove_all (window->watch_section);
  g_menu_append (window->watch_section, _ ("_Watch a Folder…"), "win.watch-folder");
  if (label != NULL)
    g_menu_append (window->watch_section, label, "win.stop-watching");
}

/* Where what was found in the watched folder is remembered. Earlier versions kept it in another
 * folder, from which each build takes a copy, so that none takes it from the others. */
static char *
dup_memory_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), OUTLAY_APP_ID, NULL);
  g_autofree char *earlier = g_build_filename (g_get_user_state_dir (), "outlay", MEMORY, NULL);
  char *path = g_build_filename (folder, MEMORY, NULL);
  g_autofree char *remembered = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (earlier, G_FILE_TEST_EXISTS)
      && g_mkdir_with_parents (folder, 0700) == 0
      && g_file_get_contents (earlier, &remembered, &length, NULL))
    g_file_set_contents (path, remembered, (gssize)length, NULL);
  return path;
}

static void
watch (OutlayWindow *window, GFile *folder)
{
  g_autofree char *memory = dup_memory_path ();

  outlay_store_watch (window->store, folder, memory);
  show_watched (window);
}

/**
 * outlay_window_watch:
 * @folder: (nullable): what is saved there is imported; %NULL to watch none
 */
void
outlay_window_watch (OutlayWindow *window, GFile *folder)
{
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (window->settings != NULL)
    g_settings_set_string (window->settings, "watched-folder", uri != NULL ? uri : "");
  watch (window, folder);
}

static const GActionEntry entries[] = {
  {"paste", paste},
  {"try-samples", try_samples},
  {"watch-folder", watch_folder},
  {"stop-watching", stop_watching},
};

/** outlay_window_take_offers: begins to take what is dropped, pasted, or saved into the watched
 * folder. */
void
outlay_window_take_offers (OutlayWindow *window)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  add_drop_target (window);
  outlay_window_add_key (window, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste");
  outlay_window_add_key (window, GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste");
  if (window->settings != NULL)
    uri = g_settings_get_string (window->settings, "watched-folder");
  if (uri != NULL && *uri != '\0')
    folder = g_file_new_for_uri (uri);
  watch (window, folder);
}
