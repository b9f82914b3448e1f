/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-preview.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-page-maker.h"
#include "outlay-page-view.h"
#include "outlay-print-deals.h"
#include "ui/access/outlay-program-keys.h"
#include "ui/layout/outlay-header.h"
#include "ui/layout/outlay-strip.h"
#include "ui/layout/outlay-wrap-box.h"
#include "ui/toast/outlay-toast-overlay.h"

#define ZOOM_STEP 1.25
#define SCALE_MIN 0.25
#define SCALE_MAX 5.0

/* Of the view in its window, on both sides together. */
#define MARGINS 48

/* What is typed is laid out when the typing pauses, in milliseconds. */
#define PAUSE 150

#define PULSE_MILLISECONDS 120

/* Between what stands in the header. */
#define HEADER_SPACING 6

struct _OutlayPrintPreview
{
  GtkWindow parent_instance;

  GtkHeaderBar *header;
  GtkLabel *place;
  GtkToggleButton *choosing;
  GtkWidget *print;
  GtkWidget *save;
  GtkWidget *zoom;
  GtkWidget *tools;
  OutlayLayoutBin *bin;
  GtkWidget *choices;
  GtkWidget *separator;
  GtkWidget *pages;
  OutlayToastOverlay *overlay;
  OutlayPrintOptions *options;
  GtkScrolledWindow *scrolled;
  OutlayPageView *view;
  GtkRevealer *working;
  GtkProgressBar *progress;

  OutlayPageMaker *maker;
  OutlayLedger *ledger;
  GPtrArray *deals;
  char *filter;
  GCancellable *saving;
  /* In thousandths; the thread that writes tells it. */
  gint written;
  guint pulse;
  guint pause;
  guint page;
  guint n_pages;
  /* Whether the page follows the size of the window. */
  gboolean fits;
};

G_DEFINE_FINAL_TYPE (OutlayPrintPreview, outlay_print_preview, GTK_TYPE_WINDOW)

static const OutlayReportOptions *
get_report (OutlayPrintPreview *self)
{
  return &outlay_print_options_get_choices (self->options)->report;
}

static void
ask_page (OutlayPrintPreview *self)
{
  const OutlayReportOptions *report = get_report (self);
  double scale
    = outlay_page_view_get_scale (self->view) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->n_pages > 0)
    outlay_page_maker_ask (self->maker, self->page, scale, report->width, report->height);
}

static void
enable (OutlayPrintPreview *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
show_place (OutlayPrintPreview *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);
  g_autofree char *count = g_strdup_printf ("%u", self->n_pages);
  /* Translators: which page of a document is shown */
  g_autofree char *text
    = outlay_format_fill (_ ("Page {number} of {count}"), "number", number, "count", count, NULL);

  gtk_label_set_text (self->place, self->n_pages > 0 ? text : _ ("Laying out…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  enable (self, "preview.previous", self->page > 0);
  enable (self, "preview.first", self->page > 0);
  enable (self, "preview.next", self->page + 1 < self->n_pages);
  enable (self, "preview.last", self->page + 1 < self->n_pages);
  enable (self, "preview.print", self->n_pages > 0);
  enable (self, "preview.save", self->n_pages > 0 && self->saving == NULL);
}

static void
turn_to (OutlayPrintPreview *self, guint page)
{
  self->page = page;
  show_place (self);
  ask_page (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
set_scale (OutlayPrintPreview *self, double scale)
{
  scale = CLAMP (scale, SCALE_MIN, SCALE_MAX);
  outlay_page_view_set_scale (self->view, scale);
  enable (self, "preview.zoom-in", scale < SCALE_MAX);
  enable (self, "preview.zoom-out", scale > SCALE_MIN);
  ask_page (self);
}

static void
fit (OutlayPrintPreview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - MARGINS;
  int height = gtk_widget_get_height (GTK_WIDGET (self->scrolled)) - MARGINS;
  const OutlayReportOptions *report = get_report (self);

  if (width > 0 && height > 0)
    set_scale (self, MIN (width / report->width, height / report->height));
}

static void
lay_out (OutlayPrintPreview *self)
{
  g_auto (OutlayPrintChoices) choices;

  outlay_print_choices_copy (&choices, outlay_print_options_get_choices (self->options));
  g_free (choices.report.filter);
  choices.report.filter = g_strdup (self->filter);
  self->n_pages = 0;
  outlay_page_view_set_paper (self->view, choices.report.width, choices.report.height);
  if (self->fits)
    fit (self);
  show_place (self);
  outlay_page_maker_set_report (self->maker, self->deals, &choices);
}

static gboolean
pause_cb (gpointer data)
{
  OutlayPrintPreview *self = data;

  self->pause = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
outlay_print_preview_changed_cb (OutlayPrintPreview *self)
{
  outlay_print_choices_save (outlay_print_options_get_choices (self->options));
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

/* In a thin window what can be chosen takes the place of the page, and back. */
static void
outlay_print_preview_fold_cb (OutlayPrintPreview *self)
{
  OutlayLayout layout = outlay_layout_bin_get_layout (self->bin);
  gboolean thin = layout >= OUTLAY_LAYOUT_THIN;
  gboolean choosing = gtk_toggle_button_get_active (self->choosing);

  outlay_header_fit (self->header, layout);
  gtk_widget_set_visible (GTK_WIDGET (self->choosing), thin);
  gtk_widget_set_visible (self->print, !thin);
  gtk_widget_set_visible (self->save, !thin);
  gtk_widget_set_visible (self->zoom, !thin);
  gtk_widget_set_visible (self->tools, thin);
  gtk_widget_set_visible (self->choices, !thin || choosing);
  gtk_widget_set_visible (self->separator, !thin);
  gtk_widget_set_visible (self->pages, !thin || !choosing);
  gtk_widget_set_hexpand (self->choices, thin);
}

static void
laid_out_cb (OutlayPrintPreview *self, guint n_pages)
{
  self->n_pages = n_pages;
  self->page = MIN (self->page, n_pages - 1);
  show_place (self);
  ask_page (self);
}

static void
progress_cb (OutlayPrintPreview *self, double progress)
{
  g_autofree char *percent = g_strdup_printf ("%d", (int)(progress * 100));
  /* Translators: how much of the pages is ready, in percent */
  g_autofree char *text
    = outlay_format_fill (_ ("Laying out… {percent} %"), "percent", percent, NULL);

  gtk_label_set_text (self->place, text);
}

static void
page_cb (OutlayPrintPreview *self, guint page, GdkTexture *texture)
{
  if (page == self->page)
    outlay_page_view_set_texture (self->view, texture);
}

static void
tell (OutlayPrintPreview *self, const char *pattern, const char *reason)
{
  g_autofree char *text = outlay_format_fill (pattern, "reason", reason, NULL);

  outlay_toast_overlay_show (self->overlay, text, NULL, NULL, NULL);
}

static void
failed_cb (OutlayPrintPreview *self, const char *reason)
{
  gtk_label_set_text (self->place, _ ("No pages"));
  tell (self, _ ("The deals cannot be printed. {reason}"), reason);
}

static void
written_cb (goffset current, goffset total, gpointer data)
{
  g_atomic_int_set (&OUTLAY_PRINT_PREVIEW (data)->written, (gint)(current * 1000 / MAX (total, 1)));
}

static gboolean
pulse_cb (gpointer data)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (data);

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->written) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
set_saving (OutlayPrintPreview *self, GCancellable *saving)
{
  g_set_object (&self->saving, saving);
  gtk_revealer_set_reveal_child (self->working, saving != NULL);
  enable (self, "preview.cancel", saving != NULL);
  enable (self, "preview.save", saving == NULL);
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (saving != NULL)
    self->pulse = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayPrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = outlay_print_write_pdf_finish (result, &error);

  set_saving (self, NULL);
  if (self->maker == NULL)
    return;
  if (saved)
    outlay_toast_overlay_show (self->overlay, _ ("The PDF was saved."), NULL, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("The PDF was not saved. {reason}"), error->message);
}

static void
save_to (OutlayPrintPreview *self, GFile *file)
{
  g_autoptr (GCancellable) saving = g_cancellable_new ();
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = outlay_format_fill (_ ("Writing “{file}”…"), "file", name, NULL);

  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  g_atomic_int_set (&self->written, 0);
  set_saving (self, saving);
  outlay_print_write_pdf_async (self->ledger, self->deals, self->filter,
                                outlay_print_options_get_choices (self->options), file, written_cb,
                                self, saving, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GtkNativeDialog) taken = dialog;
  g_autoptr (OutlayPrintPreview) self = data;
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (taken)) : NULL;

  if (file != NULL && self->maker != NULL)
    save_to (self, file);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog
    = outlay_print_new_chooser (GTK_WINDOW (widget), _ ("Save as PDF"), "pdf");

  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (OUTLAY_PRINT_PREVIEW (widget)->saving);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  outlay_print_run (GTK_WINDOW (widget), self->ledger, self->deals, self->filter,
                    outlay_print_options_get_choices (self->options));
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  turn_to (self, self->page - 1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  turn_to (self, self->page + 1);
}

static void
first_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  turn_to (OUTLAY_PRINT_PREVIEW (widget), 0);
}

static void
last_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  turn_to (self, self->n_pages - 1);
}

static void
zoom_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  self->fits = FALSE;
  set_scale (self, outlay_page_view_get_scale (self->view) * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  self->fits = FALSE;
  set_scale (self, outlay_page_view_get_scale (self->view) / ZOOM_STEP);
}

static void
zoom_fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  self->fits = TRUE;
  fit (self);
}

/* Allocation is no time to ask for another size. */
static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  fit (OUTLAY_PRINT_PREVIEW (widget));
  return G_SOURCE_REMOVE;
}

static void
outlay_print_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);
  int before = gtk_widget_get_width (GTK_WIDGET (self->scrolled));
  int high_before = gtk_widget_get_height (GTK_WIDGET (self->scrolled));

  GTK_WIDGET_CLASS (outlay_print_preview_parent_class)
    ->size_allocate (widget, width, height, baseline);
  if (self->fits
      && (gtk_widget_get_width (GTK_WIDGET (self->scrolled)) != before
          || gtk_widget_get_height (GTK_WIDGET (self->scrolled)) != high_before))
    gtk_widget_add_tick_callback (widget, fit_cb, NULL, NULL);
}

static void
outlay_print_preview_dispose (GObject *object)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (object);

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->maker);
  G_OBJECT_CLASS (outlay_print_preview_parent_class)->dispose (object);
}

static void
outlay_print_preview_finalize (GObject *object)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (object);

  g_clear_object (&self->ledger);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  g_free (self->filter);
  G_OBJECT_CLASS (outlay_print_preview_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    {"preview.previous", previous_action, GDK_KEY_Page_Up, 0},
    {"preview.next", next_action, GDK_KEY_Page_Down, 0},
    {"preview.first", first_action, GDK_KEY_Home, GDK_CONTROL_MASK},
    {"preview.last", last_action, GDK_KEY_End, GDK_CONTROL_MASK},
    {"preview.zoom-in", zoom_in_action, GDK_KEY_plus, GDK_CONTROL_MASK},
    {"preview.zoom-out", zoom_out_action, GDK_KEY_minus, GDK_CONTROL_MASK},
    {"preview.zoom-fit", zoom_fit_action, GDK_KEY_0, GDK_CONTROL_MASK},
    {"preview.print", print_action, GDK_KEY_p, GDK_CONTROL_MASK},
    {"preview.save", save_action, GDK_KEY_s, GDK_CONTROL_MASK},
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "preview.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_print_preview_class_init (OutlayPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_print_preview_finalize;
  widget_class->size_allocate = outlay_print_preview_size_allocate;
  install_actions (widget_class);
  g_type_ensure (OUTLAY_TYPE_LAYOUT_BIN);
  g_type_ensure (OUTLAY_TYPE_PAGE_VIEW);
  g_type_ensure (OUTLAY_TYPE_PRINT_OPTIONS);
  g_type_ensure (OUTLAY_TYPE_TOAST_OVERLAY);
  g_type_ensure (OUTLAY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/print/outlay-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, header);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, choosing);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, print);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, save);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, zoom);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, tools);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, bin);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, separator);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, view);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, overlay);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, options);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, working);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, progress);
  gtk_widget_class_bind_template_callback (widget_class, outlay_print_preview_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_print_preview_fold_cb);
}

/* Until a window that is made thin has folded, they give way. */
static void
fill_header (OutlayPrintPreview *self)
{
  GtkWidget *strip = outlay_strip_new (HEADER_SPACING);

  outlay_strip_append (OUTLAY_STRIP (strip), self->zoom, 1);
  outlay_strip_append (OUTLAY_STRIP (strip), self->save, 2);
  outlay_strip_append (OUTLAY_STRIP (strip), self->print, 3);
  gtk_header_bar_pack_end (self->header, strip);
}

static void
outlay_print_preview_init (OutlayPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_header (self);
  outlay_program_keys_add (GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->choices, FALSE);
  self->fits = TRUE;
}

/**
 * outlay_print_preview_new:
 * @parent: (nullable): the window that prints
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown
 * @filter: (nullable): which deals they are, in words
 * @currency: that @parent tells sums in, "" where it tells each by itself
 *
 * Returns: (transfer none): a window that shows the first page as soon as it is known.
 */
GtkWidget *
outlay_print_preview_new (GtkWindow *parent,
                          OutlayLedger *ledger,
                          GPtrArray *deals,
                          const char *filter,
                          const char *currency)
{
  OutlayPrintPreview *self;
  g_auto (OutlayPrintChoices) choices;

  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  self = g_object_new (OUTLAY_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);
  self->ledger = g_object_ref (ledger);
  self->deals = g_ptr_array_ref (deals);
  self->filter = g_strdup (filter);
  self->maker = outlay_page_maker_new (ledger);
  g_signal_connect_object (self->maker, "laid-out", G_CALLBACK (laid_out_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "page", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  outlay_print_choices_init (&choices);
  outlay_print_choices_load (&choices);
  outlay_print_choices_follow (&choices, currency);
  outlay_print_options_set_choices (self->options, &choices);
  set_saving (self, NULL);
  lay_out (self);
  return GTK_WIDGET (self);
}

/** outlay_print_preview_get_page: returns the page shown, from 0. */
guint
outlay_print_preview_get_page (OutlayPrintPreview *preview)
{
  g_return_val_if_fail (OUTLAY_IS_PRINT_PREVIEW (preview), 0);

  return preview->page;
}

/** outlay_print_preview_get_n_pages: returns how many there are, 0 while they are laid out. */
guint
outlay_print_preview_get_n_pages (OutlayPrintPreview *preview)
{
  g_return_val_if_fail (OUTLAY_IS_PRINT_PREVIEW (preview), 0);

  return preview->n_pages;
}

/** outlay_print_preview_get_options: (transfer none): the panel with what can be chosen. */
OutlayPrintOptions *
outlay_print_preview_get_options (OutlayPrintPreview *preview)
{
  g_return_val_if_fail (OUTLAY_IS_PRINT_PREVIEW (preview), NULL);

  return preview->options;
}
