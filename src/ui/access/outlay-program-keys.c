/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-program-keys.h"

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
} keys[] = {
  {GDK_KEY_w, GDK_CONTROL_MASK, "window.close"},
  {GDK_KEY_q, GDK_CONTROL_MASK, "app.quit"},
  {GDK_KEY_F1, 0, "app.help"},
  {GDK_KEY_question, GDK_CONTROL_MASK, "app.shortcuts"},
  {GDK_KEY_F1, GDK_CONTROL_MASK, "app.shortcuts"},
  {GDK_KEY_comma, GDK_CONTROL_MASK, "app.preferences"},
};

/**
 * outlay_program_keys_add:
 * @window: a window beside the main one
 *
 * Lets @window be closed, and the program be ended, explained and set up, by the keys of the main
 * window.
 *
 * An accelerator reaches the windows of the program alone. @window is none of them: it would be
 * taken for the one that files are imported into, and that ends the program when it is closed.
 */
void
outlay_program_keys_add (GtkWidget *window)
{
  GApplication *application = g_application_get_default ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  if (application != NULL)
    gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (application));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (window, controller);
}
