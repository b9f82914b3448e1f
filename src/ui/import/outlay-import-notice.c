/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the desktop of an import that ended while the user was elsewhere. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-notice.h"

#include <glib/gi18n.h>

#include "outlay-import-words.h"

#define NOTICE_ID "import"

/* What was told is seen once the window has the focus. */
static void
active_cb (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (!gtk_window_is_active (window))
    return;
  if (application != NULL)
    g_application_withdraw_notification (G_APPLICATION (application), NOTICE_ID);
  g_signal_handlers_disconnect_by_func (window, active_cb, NULL);
}

/**
 * outlay_import_notice_send:
 * @window: the one that shows the report; a click on the notification brings it to the front
 * @import: one that has ended
 * @error: (nullable): why it ended before its end
 *
 * Sends a notification, unless the user has @window in front.
 */
void
outlay_import_notice_send (GtkWindow *window, OutlayImport *import, const GError *error)
{
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GNotification) notice = NULL;
  g_autofree char *problem = outlay_import_words_dup_problem (import, error);
  g_autofree char *counts = outlay_import_words_dup_counts (import);
  g_autofree char *deals = outlay_import_words_dup_deals (import);
  g_autofree char *body = g_strjoin ("\n", counts, deals, NULL);

  if (application == NULL || gtk_window_is_active (window))
    return;
  notice = g_notification_new (error == NULL ? _ ("Import finished") : _ ("Import stopped"));
  g_notification_set_body (notice, error != NULL ? problem : body);
  g_application_send_notification (G_APPLICATION (application), NOTICE_ID, notice);
  g_signal_handlers_disconnect_by_func (window, active_cb, NULL);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
