/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-go-back.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

struct _OutlayGoBack
{
  GtkWindow parent_instance;

  GtkStack *pages;
  GtkListBox *list;
  GtkLabel *none;
  GtkWidget *go;
  GtkLabel *question;
  GtkLabel *counts;
  GtkLabel *failure;
  GtkWidget *keep;
  GtkWidget *replace;

  OutlayStore *store;
  GCancellable *listing;
  GtkNativeDialog *chooser;
  GPtrArray *copies;
  char *path;
  char *name;
};

G_DEFINE_FINAL_TYPE (OutlayGoBack, outlay_go_back, GTK_TYPE_WINDOW)

enum
{
  GONE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* "21 Nov 2026"; of a copy that was not the day's own "21 Nov 2026, 14:32". */
static char *
dup_name (const OutlayBackup *copy)
{
  g_autofree char *day = outlay_format_date (outlay_date_day (
    g_date_get_year (&copy->day), g_date_get_month (&copy->day), g_date_get_day (&copy->day)));
  g_autofree char *time = NULL;

  if (copy->second < 0)
    return g_steal_pointer (&day);
  time = g_strdup_printf ("%02d:%02d", copy->second / 3600, copy->second / 60 % 60);
  /* Translators: when a copy was made: "21 Nov 2026, 14:32" */
  return outlay_format_fill (_ ("{day}, {time}"), "day", day, "time", time, NULL);
}

static char *
dup_deals (guint n_deals)
{
  g_autofree char *count = outlay_format_count (n_deals);

  return outlay_format_fill (ngettext ("{count} deal", "{count} deals", n_deals), "count", count,
                             NULL);
}

static char *
dup_details (const OutlayBackup *copy)
{
  g_autofree char *deals = copy->n_deals >= 0 ? dup_deals ((guint)copy->n_deals) : NULL;
  g_autofree char *size = g_format_size ((guint64)copy->size);
  GString *details = g_string_new (deals);

  if (deals != NULL)
    g_string_append (details, " · ");
  g_string_append (details, size);
  if (copy->second >= 0)
    g_string_append_printf (details, " · %s", _ ("kept before going back"));
  return g_string_free (details, FALSE);
}

static GtkWidget *
new_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

static GtkWidget *
new_row (const OutlayBackup *copy)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = dup_name (copy);
  g_autofree char *details = dup_details (copy);
  g_autofree char *spoken = outlay_format_fill (C_ ("spoken", "{file}: {message}"), "file", name,
                                                "message", details, NULL);

  gtk_box_append (GTK_BOX (box), new_label (name, (const char *[]){"name", NULL}));
  gtk_box_append (GTK_BOX (box),
                  new_label (details, (const char *[]){"dim", "small", "figures", NULL}));
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OutlayGoBack) self = user_data;
  g_autoptr (GPtrArray) copies
    = outlay_store_list_copies_finish (OUTLAY_STORE (object), result, NULL);

  if (copies == NULL)
    return;
  for (guint i = 0; i < copies->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (copies, i)));
  gtk_label_set_text (self->none, _ ("There is no copy yet. One is made on each day that the "
                                     "ledger is opened."));
  self->copies = g_steal_pointer (&copies);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* From here nothing has happened yet: what keeps the ledger as it is has the keyboard. */
static void
ask (OutlayGoBack *self, const char *path, char *name, gint64 n_deals)
{
  g_autofree char *question
    = outlay_format_fill (_ ("Go back to the copy “{copy}”?"), "copy", name, NULL);
  g_autofree char *now = dup_deals (outlay_store_get_n_deals (self->store));
  g_autofree char *then = n_deals >= 0 ? dup_deals ((guint)n_deals) : NULL;
  g_autofree char *counts = then != NULL
                              ? outlay_format_fill (_ ("Now: {now}. In the copy: {then}."), "now",
                                                    now, "then", then, NULL)
                              : NULL;

  g_free (self->path);
  g_free (self->name);
  self->path = g_strdup (path);
  self->name = name;
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->counts, counts != NULL ? counts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), counts != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_widget_set_sensitive (self->replace, TRUE);
  gtk_stack_set_visible_child_name (self->pages, "question");
  gtk_widget_grab_focus (self->keep);
}

static void
ask_of_row (OutlayGoBack *self, GtkListBoxRow *row)
{
  const OutlayBackup *copy = g_ptr_array_index (self->copies, gtk_list_box_row_get_index (row));

  ask (self, copy->path, dup_name (copy), copy->n_deals);
}

static void
row_activated_cb (OutlayGoBack *self, GtkListBoxRow *row)
{
  ask_of_row (self, row);
}

static void
go_clicked_cb (OutlayGoBack *self)
{
  ask_of_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
selected_cb (OutlayGoBack *self, GtkListBoxRow *row)
{
  gtk_widget_set_sensitive (self->go, row != NULL);
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, OutlayGoBack *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    ask (self, path, g_filename_display_basename (path), -1);
  g_clear_object (&self->chooser);
}

static void
other_clicked_cb (OutlayGoBack *self)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("Choose a Copy of the Ledger"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (self->chooser);
}

static void
keep_clicked_cb (OutlayGoBack *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
gone_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  g_autoptr (OutlayGoBack) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = outlay_store_go_back_finish (store, result, &error);
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (self->keep, TRUE);
  if (kept == NULL)
    {
      gtk_label_set_text (self->failure, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
      gtk_widget_grab_focus (self->keep);
      return;
    }
  outlay_store_reopen (store);
  words = outlay_format_fill (
    _ ("The ledger is what it was in the copy “{copy}”. What it held before is kept as a copy."),
    "copy", self->name, NULL);
  g_signal_emit (self, signals[GONE_BACK], 0, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
replace_clicked_cb (OutlayGoBack *self)
{
  gtk_widget_set_sensitive (self->replace, FALSE);
  gtk_widget_set_sensitive (self->keep, FALSE);
  outlay_store_go_back_async (self->store, self->path, gone_back_cb, g_object_ref (self));
}

static void
outlay_go_back_dispose (GObject *object)
{
  OutlayGoBack *self = OUTLAY_GO_BACK (object);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (outlay_go_back_parent_class)->dispose (object);
}

static void
outlay_go_back_class_init (OutlayGoBackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_go_back_dispose;
  signals[GONE_BACK] = g_signal_new ("gone-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/preferences/outlay-go-back.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, none);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, go);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, question);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, counts);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, failure);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, keep);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoBack, replace);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_go_back_init (OutlayGoBack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_go_back_new:
 * @store: (transfer none): with a ledger that is open
 *
 * Returns: (transfer none): a window over @parent that lists the copies of the ledger.
 */
GtkWidget *
outlay_go_back_new (GtkWindow *parent, OutlayStore *store)
{
  OutlayGoBack *self = g_object_new (OUTLAY_TYPE_GO_BACK, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->listing = g_cancellable_new ();
  outlay_store_list_copies_async (store, self->listing, listed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
