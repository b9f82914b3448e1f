/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-preview.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-page-view.h"

#define ZOOM_STEP 1.25
#define SCALE_MIN 0.25
#define SCALE_MAX 6.0

/* Of the view in its window, on both sides together. */
#define MARGINS 48

struct _OutlayPrintPreview
{
  GtkWindow parent_instance;

  GtkLabel *place;
  GtkScrolledWindow *scrolled;
  OutlayPageView *view;

  OutlayReport *report;
  double width;
  double height;
  /* Whether the page follows the size of the window. */
  gboolean fits;
};

G_DEFINE_FINAL_TYPE (OutlayPrintPreview, outlay_print_preview, GTK_TYPE_WINDOW)

static void
show_page (OutlayPrintPreview *self, guint page)
{
  guint n_pages = outlay_report_get_n_pages (self->report);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *count = g_strdup_printf ("%u", n_pages);
  /* Translators: which page of a document is shown */
  g_autofree char *text
    = outlay_format_fill (_ ("Page {number} of {count}"), "number", number, "count", count, NULL);

  outlay_page_view_set_page (self->view, page);
  gtk_label_set_text (self->place, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.first", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", page + 1 < n_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.last", page + 1 < n_pages);
}

static void
turn_to (OutlayPrintPreview *self, guint page)
{
  show_page (self, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
set_scale (OutlayPrintPreview *self, double scale)
{
  scale = CLAMP (scale, SCALE_MIN, SCALE_MAX);
  outlay_page_view_set_scale (self->view, scale);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", scale < SCALE_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", scale > SCALE_MIN);
}

static void
fit (OutlayPrintPreview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - MARGINS;
  int height = gtk_widget_get_height (GTK_WIDGET (self->scrolled)) - MARGINS;

  if (width > 0 && height > 0)
    set_scale (self, MIN (width / self->width, height / self->height));
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  turn_to (self, outlay_page_view_get_page (self->view) - 1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintPreview *self = OUTLAY_PRINT_PREVIEW (widget);

  turn_to (self, outlay_page_view_get_page (self->view) + 1);
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

  turn_to (self, outlay_report_get_n_pages (self->report) - 1);
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

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  g_autoptr (GtkWidget) kept = parent != NULL ? g_object_ref (GTK_WIDGET (parent)) : NULL;

  gtk_window_destroy (GTK_WINDOW (widget));
  if (kept != NULL)
    gtk_widget_activate_action (kept, "win.print", NULL);
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
  g_clear_object (&OUTLAY_PRINT_PREVIEW (object)->report);
  G_OBJECT_CLASS (outlay_print_preview_parent_class)->dispose (object);
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
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_print_preview_class_init (OutlayPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_print_preview_dispose;
  widget_class->size_allocate = outlay_print_preview_size_allocate;
  install_actions (widget_class);
  g_type_ensure (OUTLAY_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/print/outlay-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintPreview, view);
}

static void
outlay_print_preview_init (OutlayPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fits = TRUE;
}

/**
 * outlay_print_preview_new:
 * @parent: (nullable): the window that prints
 * @report: one that is laid out
 * @width: of its paper, in points
 * @height: of its paper, in points
 *
 * Returns: (transfer none): a window that shows the first page.
 */
GtkWidget *
outlay_print_preview_new (GtkWindow *parent, OutlayReport *report, double width, double height)
{
  OutlayPrintPreview *self;

  g_return_val_if_fail (OUTLAY_IS_REPORT (report), NULL);

  self = g_object_new (OUTLAY_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);
  self->report = g_object_ref (report);
  self->width = width;
  self->height = height;
  outlay_page_view_set_report (self->view, report, width, height);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", parent != NULL);
  show_page (self, 0);
  return GTK_WIDGET (self);
}

/** outlay_print_preview_get_page: returns the page shown, from 0. */
guint
outlay_print_preview_get_page (OutlayPrintPreview *preview)
{
  g_return_val_if_fail (OUTLAY_IS_PRINT_PREVIEW (preview), 0);

  return outlay_page_view_get_page (preview->view);
}
