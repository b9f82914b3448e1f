/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets share: finding them, and waiting for them with an end. */
#define G_LOG_DOMAIN "outlay-tests"

#include "widgets.h"

#include <string.h>

#define WAIT_SECONDS 20

static GtkWidget *
find (GtkWidget *widget, GType type, guint *index)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * widgets_find:
 *
 * Returns: (transfer none) (nullable): the widget of @type at @index under @root, in the order of
 *   the tree.
 */
GtkWidget *
widgets_find (GtkWidget *root, GType type, guint index)
{
  return find (root, type, &index);
}

/** widgets_count: returns how many widgets of @type are under @root. */
guint
widgets_count (GtkWidget *root, GType type)
{
  guint count = 0;

  while (widgets_find (root, type, count) != NULL)
    count++;
  return count;
}

/** widgets_have_text: returns whether a label under @root shows @text and nothing else. */
gboolean
widgets_have_text (GtkWidget *root, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = widgets_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (strcmp (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words (GtkWidget *widget)
{
  GtkWidget *label;

  for (guint i = 0; (label = widgets_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (*gtk_label_get_text (GTK_LABEL (label)) != '\0')
        return TRUE;
    }
  return FALSE;
}

/** widgets_assert_named: fails where a visible button under @root has neither words nor a name. */
void
widgets_assert_named (GtkWidget *root)
{
  GtkWidget *button;

  for (guint i = 0; (button = widgets_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      /* The button within a menu button takes its name from it. */
      if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (button)))
        button = gtk_widget_get_parent (button);
      /* The steppers of a spin button are GTK's own; what has a name and keys is the spin button.
       */
      if (GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (button)))
        continue;
      if (gtk_widget_get_visible (button) && !has_words (button)
          && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("a button without a name: %s in %s", gtk_widget_get_tooltip_text (button),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (button)));
    }
}

/** widgets_click: does what a click on @button does. */
void
widgets_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
try_key (GtkWidget *widget, GtkShortcut *shortcut, guint key)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  if (GTK_IS_KEYVAL_TRIGGER (trigger)
      && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
    gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                  gtk_shortcut_get_arguments (shortcut));
}

/** widgets_press: does what @widget does at a key of its own. */
void
widgets_press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) keys = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (keys) && j < g_list_model_get_n_items (keys); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, j);

          try_key (widget, shortcut, key);
        }
    }
}

/** widgets_settle: runs what is due. */
void
widgets_settle (void)
{
  for (guint i = 0; i < 50 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
time_up_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/** widgets_wait: runs the main loop until @is_done; returns whether it was in time. */
gboolean
widgets_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  gboolean time_up = FALSE;
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, time_up_cb, &time_up);

  while (!time_up && !is_done (data))
    g_main_context_iteration (NULL, TRUE);
  if (!time_up)
    g_source_remove (timeout);
  return !time_up;
}

/**
 * widgets_show:
 *
 * Returns: (transfer none): a window with @child that was drawn once.
 */
GtkWindow *
widgets_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/** widgets_save_picture: keeps what @window shows, where OUTLAY_TEST_PICTURES names a folder. */
void
widgets_save_picture (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("OUTLAY_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GskRenderNode *node;

  if (path == NULL)
    return;
  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    {
      g_autoptr (GdkTexture) texture
        = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);

      gdk_texture_save_to_png (texture, path);
      gsk_render_node_unref (node);
    }
}
