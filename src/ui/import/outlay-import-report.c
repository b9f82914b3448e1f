/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-report.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "outlay-import-row.h"
#include "outlay-import-words.h"
#include "ui/access/outlay-tab-stop.h"
#include "ui/article/outlay-show-file.h"

struct _OutlayImportReport
{
  GtkWidget parent_instance;

  GtkLabel *when;
  GtkLabel *n_new;
  GtkLabel *new_title;
  GtkLabel *n_there;
  GtkWidget *deleted;
  GtkLabel *n_deleted;
  GtkLabel *n_failed;
  GtkLabel *deals;
  GtkWidget *show_deals;
  GtkLabel *problem;
  GtkWidget *all_well;
  GtkListView *list;
  GtkWidget *undo;

  OutlayImport *import;
  GError *error;
  GDateTime *ended;
};

G_DEFINE_FINAL_TYPE (OutlayImportReport, outlay_import_report, GTK_TYPE_WIDGET)

enum
{
  CLOSE,
  OPEN_ARTICLE,
  IMPORT_ANYWAY,
  IMPORT_DELETED,
  SHOW_NEW_DEALS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, outlay_import_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  outlay_import_row_bind (OUTLAY_IMPORT_ROW (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  outlay_import_row_unbind (OUTLAY_IMPORT_ROW (gtk_list_item_get_child (item)));
}

static void
close_clicked_cb (OutlayImportReport *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
show_deals_clicked_cb (OutlayImportReport *self)
{
  g_signal_emit (self, signals[SHOW_NEW_DEALS], 0);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = outlay_import_report_dup_text (OUTLAY_IMPORT_REPORT (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  outlay_show_file (widget, file);
}

static void
open_article_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPEN_ARTICLE], 0, g_variant_get_int64 (parameter));
}

static void
import_anyway_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GListModel *entries
    = G_LIST_MODEL (gtk_list_view_get_model (OUTLAY_IMPORT_REPORT (widget)->list));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (OutlayImportEntry) entry = g_list_model_get_item (entries, i);

      if (outlay_import_entry_get_input (entry) != NULL
          && outlay_import_entry_get_number (entry) == g_variant_get_uint32 (parameter))
        g_signal_emit (widget, signals[IMPORT_ANYWAY], 0, entry);
    }
}

/* Those that were imported anyway one by one have come in. */
static void
import_deleted_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GListModel *entries
    = G_LIST_MODEL (gtk_list_view_get_model (OUTLAY_IMPORT_REPORT (widget)->list));
  g_autoptr (GPtrArray) inputs
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (OutlayImportEntry) entry = g_list_model_get_item (entries, i);
      const OutlayImportInput *input = outlay_import_entry_get_input (entry);

      if (input != NULL && outlay_import_entry_get_section (entry) == OUTLAY_IMPORT_SECTION_DELETED)
        g_ptr_array_add (inputs, outlay_import_input_copy (input));
    }
  g_signal_emit (widget, signals[IMPORT_DELETED], 0, inputs);
}

static void
outlay_import_report_dispose (GObject *object)
{
  OutlayImportReport *self = OUTLAY_IMPORT_REPORT (object);
  GtkWidget *child;

  g_clear_object (&self->import);
  g_clear_error (&self->error);
  g_clear_pointer (&self->ended, g_date_time_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_import_report_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/import/outlay-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, when);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, n_new);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, new_title);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, n_there);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, deleted);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, n_deleted);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, n_failed);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, deals);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, show_deals);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, problem);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, all_well);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportReport, undo);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_deals_clicked_cb);
}

static void
outlay_import_report_class_init (OutlayImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_import_report_dispose;
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_ARTICLE]
    = g_signal_new ("open-article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[IMPORT_ANYWAY]
    = g_signal_new ("import-anyway", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_IMPORT_ENTRY);
  signals[IMPORT_DELETED]
    = g_signal_new ("import-deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SHOW_NEW_DEALS] = g_signal_new ("show-new-deals", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "report.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "report.open-article", "x", open_article_action);
  gtk_widget_class_install_action (widget_class, "report.import-anyway", "u", import_anyway_action);
  gtk_widget_class_install_action (widget_class, "report.import-deleted", NULL,
                                   import_deleted_action);
  g_type_ensure (OUTLAY_TYPE_TAB_STOP);
  bind_template (widget_class);
}

static void
outlay_import_report_init (OutlayImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_import_report_new:
 *
 * Returns: (transfer floating): a pane that tells of no import.
 */
GtkWidget *
outlay_import_report_new (void)
{
  return g_object_new (OUTLAY_TYPE_IMPORT_REPORT, NULL);
}

static void
show_count (GtkLabel *label, guint count)
{
  g_autofree char *text = outlay_format_count (count);

  gtk_label_set_text (label, text);
}

static void
show_counts (OutlayImportReport *self)
{
  guint n_new = outlay_import_count (self->import, OUTLAY_IMPORT_NEW);
  guint n_deleted = outlay_import_count (self->import, OUTLAY_IMPORT_DELETED);
  guint n_failed = outlay_import_count (self->import, OUTLAY_IMPORT_FAILED);

  show_count (self->n_new, n_new);
  gtk_widget_set_visible (self->undo, n_new > 0);
  /* Translators: beneath a large figure */
  gtk_label_set_text (self->new_title, ngettext ("new article", "new articles", n_new));
  show_count (self->n_there, outlay_import_count (self->import, OUTLAY_IMPORT_DUPLICATE));
  show_count (self->n_deleted, n_deleted);
  gtk_widget_set_visible (self->deleted, n_deleted > 0);
  show_count (self->n_failed, n_failed);
  gtk_widget_set_css_classes (
    GTK_WIDGET (self->n_failed),
    (const char *[]){"report-count", n_failed > 0 ? "error-icon" : NULL, NULL});
}

static char *
dup_time (GDateTime *when)
{
  return g_date_time_format (when, "%H:%M");
}

/**
 * outlay_import_report_set_import:
 * @import: one that has ended
 * @error: (nullable): why it ended before its end
 *
 * Tells how @import went. Its time is that of the call.
 */
void
outlay_import_report_set_import (OutlayImportReport *report,
                                 OutlayImport *import,
                                 const GError *error)
{
  g_autofree char *deals = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *when = NULL;
  GListModel *entries;

  g_return_if_fail (OUTLAY_IS_IMPORT_REPORT (report));
  g_return_if_fail (OUTLAY_IS_IMPORT (import));

  g_set_object (&report->import, import);
  g_clear_error (&report->error);
  report->error = error != NULL ? g_error_copy (error) : NULL;
  g_clear_pointer (&report->ended, g_date_time_unref);
  report->ended = g_date_time_new_now_local ();
  when = dup_time (report->ended);
  gtk_label_set_text (report->when, when);
  show_counts (report);
  deals = outlay_import_words_dup_deals (import);
  gtk_label_set_text (report->deals, deals);
  gtk_widget_set_visible (report->show_deals, outlay_import_words_count_new_deals (import) > 0);
  problem = outlay_import_words_dup_problem (import, error);
  gtk_label_set_text (report->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (report->problem), problem != NULL);
  entries = outlay_import_entry_list (outlay_import_get_items (import));
  gtk_widget_set_visible (report->all_well,
                          problem == NULL && g_list_model_get_n_items (entries) == 0);
  gtk_list_view_set_model (report->list, GTK_SELECTION_MODEL (gtk_no_selection_new (entries)));
}

/**
 * outlay_import_report_get_import:
 *
 * Returns: (transfer none) (nullable): the import that it tells of.
 */
OutlayImport *
outlay_import_report_get_import (OutlayImportReport *report)
{
  g_return_val_if_fail (OUTLAY_IS_IMPORT_REPORT (report), NULL);

  return report->import;
}

/**
 * outlay_import_report_dup_text:
 *
 * Returns: (transfer full): the whole report as plain text; "" before the first import.
 */
char *
outlay_import_report_dup_text (OutlayImportReport *report)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (OUTLAY_IS_IMPORT_REPORT (report), NULL);

  if (report->import == NULL)
    return g_strdup ("");
  when = dup_time (report->ended);
  return outlay_import_words_dup_text (report->import, report->error, when);
}
