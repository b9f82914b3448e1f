/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-layout-bin.h"

#include "ui/style/outlay-em.h"

/* Widths from which a layout holds, in pixels of a desktop with plain text. */
#define WIDE_FROM   1200
#define MEDIUM_FROM 900
#define NARROW_FROM 600
#define THIN_FROM   270
#define FLOOR       360

struct _OutlayLayoutBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  OutlayLayout layout;
  guint tick;
};

static void outlay_layout_bin_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayLayoutBin,
                               outlay_layout_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      outlay_layout_bin_buildable_init))

enum
{
  PROP_0,
  PROP_LAYOUT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Larger text takes as much room as a smaller window leaves. */
static OutlayLayout
choose_layout (OutlayLayoutBin *bin, int allocated)
{
  double growth = outlay_em_of (GTK_WIDGET (bin)) / OUTLAY_PLAIN_EM;
  int width = (int)(allocated / MAX (growth, 1));

  if (width >= WIDE_FROM)
    return OUTLAY_LAYOUT_WIDE;
  if (width >= MEDIUM_FROM)
    return OUTLAY_LAYOUT_MEDIUM;
  if (width >= NARROW_FROM)
    return OUTLAY_LAYOUT_NARROW;
  return width >= THIN_FROM ? OUTLAY_LAYOUT_THIN : OUTLAY_LAYOUT_TIGHT;
}

static gboolean
notify_layout_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OutlayLayoutBin *bin = OUTLAY_LAYOUT_BIN (widget);
  OutlayLayout layout = choose_layout (bin, gtk_widget_get_width (widget));

  bin->tick = 0;
  if (bin->layout != layout)
    {
      bin->layout = layout;
      g_object_notify_by_pspec (G_OBJECT (bin), properties[PROP_LAYOUT]);
    }
  return G_SOURCE_REMOVE;
}

static void
outlay_layout_bin_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  OutlayLayoutBin *bin = OUTLAY_LAYOUT_BIN (widget);
  int child_minimum = 0;

  if (bin->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (bin->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL,
                          NULL);
      for_size = MAX (for_size, child_minimum);
    }
  gtk_widget_measure (bin->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, FLOOR);
}

/* A change of layout moves widgets about, which must not happen while sizes are given out; until
 * the next frame the child is cut at its end. */
static void
outlay_layout_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayLayoutBin *bin = OUTLAY_LAYOUT_BIN (widget);
  int minimum = 0;

  if (bin->child == NULL)
    return;
  if (choose_layout (bin, width) != bin->layout && bin->tick == 0)
    bin->tick = gtk_widget_add_tick_callback (widget, notify_layout_cb, NULL, NULL);
  gtk_widget_measure (bin->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (bin->child, MAX (width, minimum), height, baseline, NULL);
}

static void
outlay_layout_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_uint (value, OUTLAY_LAYOUT_BIN (object)->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_layout_bin_dispose (GObject *object)
{
  OutlayLayoutBin *bin = OUTLAY_LAYOUT_BIN (object);

  if (bin->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (bin), bin->tick);
  bin->tick = 0;
  g_clear_pointer (&bin->child, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_layout_bin_parent_class)->dispose (object);
}

static void
outlay_layout_bin_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  if (GTK_IS_WIDGET (child))
    outlay_layout_bin_set_child (OUTLAY_LAYOUT_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
outlay_layout_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = outlay_layout_bin_add_child;
}

static void
outlay_layout_bin_class_init (OutlayLayoutBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = outlay_layout_bin_get_property;
  object_class->dispose = outlay_layout_bin_dispose;
  widget_class->measure = outlay_layout_bin_measure;
  widget_class->size_allocate = outlay_layout_bin_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  properties[PROP_LAYOUT] = g_param_spec_uint ("layout", NULL, NULL, 0, OUTLAY_LAYOUT_TIGHT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
outlay_layout_bin_init (OutlayLayoutBin *bin)
{
  gtk_widget_set_overflow (GTK_WIDGET (bin), GTK_OVERFLOW_HIDDEN);
}

/**
 * outlay_layout_bin_get_layout:
 *
 * Returns: how the panes share the width.
 */
OutlayLayout
outlay_layout_bin_get_layout (OutlayLayoutBin *bin)
{
  return bin->layout;
}

/** outlay_layout_bin_set_child: makes @child (transfer none) (nullable) all that it holds. */
void
outlay_layout_bin_set_child (OutlayLayoutBin *bin, GtkWidget *child)
{
  g_return_if_fail (OUTLAY_IS_LAYOUT_BIN (bin));

  g_clear_pointer (&bin->child, gtk_widget_unparent);
  bin->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (bin));
}
