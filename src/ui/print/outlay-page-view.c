/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-page-view.h"

#include <math.h>

struct _OutlayPageView
{
  GtkWidget parent_instance;

  GdkTexture *texture;
  double width;
  double height;
  double scale;
};

G_DEFINE_FINAL_TYPE (OutlayPageView, outlay_page_view, GTK_TYPE_WIDGET)

static void
outlay_page_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  OutlayPageView *self = OUTLAY_PAGE_VIEW (widget);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int)ceil (size * self->scale);
}

static void
outlay_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayPageView *self = OUTLAY_PAGE_VIEW (widget);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, (float)(self->width * self->scale),
                                              (float)(self->height * self->scale));

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){1, 1, 1, 1}, &paper);
  /* Until a sharper one is drawn, the last one is stretched. */
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
outlay_page_view_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_PAGE_VIEW (object)->texture);
  G_OBJECT_CLASS (outlay_page_view_parent_class)->dispose (object);
}

static void
outlay_page_view_class_init (OutlayPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_page_view_dispose;
  widget_class->measure = outlay_page_view_measure;
  widget_class->snapshot = outlay_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "outlay-page");
}

static void
outlay_page_view_init (OutlayPageView *self)
{
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** outlay_page_view_set_paper: makes the page @width by @height points. */
void
outlay_page_view_set_paper (OutlayPageView *view, double width, double height)
{
  g_return_if_fail (OUTLAY_IS_PAGE_VIEW (view));

  view->width = width;
  view->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

/**
 * outlay_page_view_set_texture:
 * @texture: (nullable): the page's picture; %NULL for an empty page
 */
void
outlay_page_view_set_texture (OutlayPageView *view, GdkTexture *texture)
{
  g_return_if_fail (OUTLAY_IS_PAGE_VIEW (view));

  g_set_object (&view->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

/** outlay_page_view_set_scale: shows the page with @scale pixels to a point. */
void
outlay_page_view_set_scale (OutlayPageView *view, double scale)
{
  g_return_if_fail (OUTLAY_IS_PAGE_VIEW (view));
  g_return_if_fail (scale > 0);

  view->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

/** outlay_page_view_get_scale: returns how many pixels a point takes. */
double
outlay_page_view_get_scale (OutlayPageView *view)
{
  g_return_val_if_fail (OUTLAY_IS_PAGE_VIEW (view), 1);

  return view->scale;
}
