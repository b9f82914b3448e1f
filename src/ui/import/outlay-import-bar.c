/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-bar.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

/* Many files go through in a second: the eye gets ten states of it. */
#define UPDATE_MILLISECONDS 100

/* The time left is told once it can be told with some truth. */
#define ESTIMATE_AFTER (3 * G_USEC_PER_SEC)

struct _OutlayImportBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *current;
  GtkLabel *left;
  GtkProgressBar *progress;
  GtkWidget *cancel;

  OutlayProgress *task;
  gint64 started;
  gboolean cancelled;
  guint update;
};

G_DEFINE_FINAL_TYPE (OutlayImportBar, outlay_import_bar, GTK_TYPE_WIDGET)

enum
{
  CANCEL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_current (guint done, guint total, const char *label)
{
  g_autofree char *number = outlay_format_count (MIN (done + 1, total));
  g_autofree char *count = outlay_format_count (total);

  if (total == 0)
    return g_strdup (label != NULL ? label : "");
  if (label == NULL || *label == '\0')
    /* Translators: progress of an import, in articles: "21 of 34" */
    return outlay_format_fill (_ ("{number} of {count}"), "number", number, "count", count, NULL);
  /* Translators: progress of an import: "21 of 34 · page.html" */
  return outlay_format_fill (_ ("{number} of {count} · {file}"), "number", number, "count", count,
                             "file", label, NULL);
}

static char *
dup_time_left (gint64 elapsed, guint done, guint total)
{
  gint64 seconds;
  guint minutes;

  if (elapsed < ESTIMATE_AFTER || done == 0 || done >= total)
    return g_strdup ("");
  seconds = elapsed * (total - done) / done / G_USEC_PER_SEC + 1;
  if (seconds < 60)
    return g_strdup_printf (
      ngettext ("about %u second left", "about %u seconds left", (gulong)seconds), (guint)seconds);
  minutes = (guint)((seconds + 59) / 60);
  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", minutes),
                          minutes);
}

static const char *
get_title (OutlayImportBar *self, guint total)
{
  gboolean imports = OUTLAY_IS_IMPORT (self->task);

  if (self->cancelled)
    return imports ? _ ("Stopping the import…") : _ ("Stopping…");
  if (total == 0)
    return _ ("Looking for articles…");
  return imports ? _ ("Reading articles") : _ ("Reading articles again");
}

static void
show_progress (OutlayImportBar *self)
{
  guint done, total;
  g_autofree char *label = NULL;
  g_autofree char *current = NULL;
  g_autofree char *left = NULL;

  g_object_get (self->task, "n-done", &done, "n-total", &total, "current", &label, NULL);
  current = dup_current (done, total, label);
  left = dup_time_left (g_get_monotonic_time () - self->started, done, total);
  gtk_label_set_text (self->title, get_title (self, total));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), get_title (self, total));
  gtk_label_set_text (self->current, current);
  gtk_label_set_text (self->left, self->cancelled ? "" : left);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double)done / total : 0);
}

static gboolean
update_cb (gpointer data)
{
  OutlayImportBar *self = data;

  self->update = 0;
  if (self->task != NULL)
    show_progress (self);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (OutlayImportBar *self)
{
  if (self->update == 0)
    self->update = g_timeout_add (UPDATE_MILLISECONDS, update_cb, self);
}

/* Without an import it needs no room. */
static void
settled_cb (GtkRevealer *revealer)
{
  gtk_widget_set_visible (GTK_WIDGET (revealer), gtk_revealer_get_reveal_child (revealer));
}

static void
cancel_clicked_cb (OutlayImportBar *self)
{
  self->cancelled = TRUE;
  gtk_widget_set_sensitive (self->cancel, FALSE);
  show_progress (self);
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
outlay_import_bar_dispose (GObject *object)
{
  OutlayImportBar *self = OUTLAY_IMPORT_BAR (object);
  GtkWidget *child;

  outlay_import_bar_set_task (self, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_import_bar_parent_class)->dispose (object);
}

static void
outlay_import_bar_class_init (OutlayImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_import_bar_dispose;
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/import/outlay-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, current);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, left);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportBar, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_import_bar_init (OutlayImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_import_bar_new:
 *
 * Returns: (transfer floating): a bar that shows nothing.
 */
GtkWidget *
outlay_import_bar_new (void)
{
  return g_object_new (OUTLAY_TYPE_IMPORT_BAR, NULL);
}

static void
watch (OutlayImportBar *bar)
{
  static const char *const watched[] = {"notify::n-done", "notify::n-total", "notify::current"};

  bar->started = g_get_monotonic_time ();
  bar->cancelled = FALSE;
  gtk_widget_set_sensitive (bar->cancel, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  OUTLAY_IS_IMPORT (bar->task) ? _ ("Progress of the import")
                                                               : _ ("Progress of reading again"),
                                  -1);
  gtk_widget_set_tooltip_text (bar->cancel,
                               OUTLAY_IS_IMPORT (bar->task)
                                 ? _ ("Stop the import; what was read stays in the ledger")
                                 : _ ("Stop reading; the ledger stays as it is"));
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_swapped (bar->task, watched[i], G_CALLBACK (progress_cb), bar);
  show_progress (bar);
}

/**
 * outlay_import_bar_set_task:
 * @task: (nullable): the import that runs, or the progress of reading again; %NULL hides the bar
 */
void
outlay_import_bar_set_task (OutlayImportBar *bar, OutlayProgress *task)
{
  g_return_if_fail (OUTLAY_IS_IMPORT_BAR (bar));

  if (bar->task == task)
    return;
  if (bar->task != NULL)
    g_signal_handlers_disconnect_by_data (bar->task, bar);
  g_set_object (&bar->task, task);
  if (task != NULL)
    watch (bar);
  if (bar->revealer == NULL)
    return;
  if (task != NULL)
    gtk_widget_set_visible (GTK_WIDGET (bar->revealer), TRUE);
  gtk_revealer_set_reveal_child (bar->revealer, task != NULL);
}
