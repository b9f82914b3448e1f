/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the desktop of an import that ended while the user was elsewhere. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-notice.h"

#include <glib/gi18n.h>

#include "outlay-import-words.h"

#define NOTICE_ID "import"

/* What takes longer has been left alone by then: so long one looks on before one turns to something
 * else. */
#define LONG_WORK (10 * G_TIME_SPAN_SECOND)

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

static gboolean
is_unseen (GtkWindow *window)
{
  return g_signal_handler_find (window, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, active_cb, NULL) != 0;
}

static GNotification *
make_notice (OutlayImport *import, const GError *error)
{
  GNotification *notice
    = g_notification_new (error == NULL ? _ ("Import finished") : _ ("Import stopped"));
  g_autofree char *problem = outlay_import_words_dup_problem (import, error);
  g_autofree char *counts = outlay_import_words_dup_counts (import);
  g_autofree char *deals = outlay_import_words_dup_deals (import);
  g_autofree char *body = g_strjoin ("\n", counts, deals, NULL);

  g_notification_set_body (notice, error != NULL ? problem : body);
  g_notification_set_default_action (notice, "app.show-report");
  return notice;
}

/**
 * outlay_import_notice_is_due:
 * @duration: how long an import ran
 * @n_failed: how much of it could not be imported
 * @error: (nullable): why it ended before its end
 *
 * Returns: whether who is elsewhere should be told of it: it took long, or something is to be done.
 */
gboolean
outlay_import_notice_is_due (GTimeSpan duration, guint n_failed, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  return duration >= LONG_WORK || n_failed > 0 || error != NULL;
}

/**
 * outlay_import_notice_send:
 * @window: the one that shows the report; a click on the notification opens it there
 * @import: one that has ended
 * @error: (nullable): why it ended before its end
 *
 * Sends a notification where it is due, unless the user has @window in front. One that was not seen
 * yet is replaced in any case, for there is but one report.
 */
void
outlay_import_notice_send (GtkWindow *window, OutlayImport *import, const GError *error)
{
  GtkApplication *application = gtk_window_get_application (window);
  gboolean due = outlay_import_notice_is_due (
    outlay_import_get_duration (import), outlay_import_count (import, OUTLAY_IMPORT_FAILED), error);
  g_autoptr (GNotification) notice = NULL;

  if (application == NULL || gtk_window_is_active (window) || !(due || is_unseen (window)))
    return;
  notice = make_notice (import, error);
  g_application_send_notification (G_APPLICATION (application), NOTICE_ID, notice);
  g_signal_handlers_disconnect_by_func (window, active_cb, NULL);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
