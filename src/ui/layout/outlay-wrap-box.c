/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-wrap-box.h"

#define SPACING 8

struct _OutlayWrapBox
{
  GtkWidget parent_instance;

  gboolean centred;
  gboolean spread;
};

G_DEFINE_FINAL_TYPE (OutlayWrapBox, outlay_wrap_box, GTK_TYPE_WIDGET)

static int
get_width (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, most));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The child behind the last one of the line that begins with @first; the line's size. */
static GtkWidget *
measure_line (GtkWidget *first, int width, int *line_width, int *line_height)
{
  GtkWidget *child = first;

  *line_width = 0;
  *line_height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      if (*line_width > 0 && *line_width + SPACING + child_width > width)
        break;
      *line_width += child_width + (*line_width > 0 ? SPACING : 0);
      *line_height = MAX (*line_height, get_height (child, child_width));
    }
  return child;
}

static void
allocate_line (
  OutlayWrapBox *box, GtkWidget *first, GtkWidget *end, int width, int x, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (box)) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = {0, y, 0, height};

      if (!gtk_widget_should_layout (child))
        continue;
      area.width = get_width (child, width);
      area.x = mirrored ? width - x - area.width : x;
      gtk_widget_size_allocate (child, &area, -1);
      x += area.width + SPACING;
    }
}

/* The first at the start, the last at the end, what is between them in the middle. */
static void
allocate_spread (OutlayWrapBox *box, int width, int line_width, int height)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (box));
  int first_width = get_width (first, width);
  int last_width = get_width (last, width);
  int middle = (width - (line_width - first_width - last_width - 2 * SPACING)) / 2;
  int furthest = width - (line_width - first_width - SPACING);

  middle = MIN (MAX (middle, first_width + SPACING), furthest);
  allocate_line (box, first, gtk_widget_get_next_sibling (first), width, 0, 0, height);
  allocate_line (box, gtk_widget_get_next_sibling (first), last, width, middle, 0, height);
  allocate_line (box, last, NULL, width, width - last_width, 0, height);
}

static void
outlay_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayWrapBox *box = OUTLAY_WRAP_BOX (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  if (box->spread && first != gtk_widget_get_last_child (widget))
    {
      int line_width, line_height;

      if (measure_line (first, width, &line_width, &line_height) == NULL)
        {
          allocate_spread (box, width, line_width, line_height);
          return;
        }
    }
  while (first != NULL)
    {
      int line_width, line_height;
      GtkWidget *end = measure_line (first, width, &line_width, &line_height);

      allocate_line (box, first, end, width, box->centred ? (width - line_width) / 2 : 0, y,
                     line_height);
      y += line_height + SPACING;
      first = end;
    }
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
outlay_wrap_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int height = 0;

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  while (first != NULL)
    {
      int line_width, line_height;

      first
        = measure_line (first, for_size < 0 ? G_MAXINT / 2 : for_size, &line_width, &line_height);
      height += line_height + (height > 0 ? SPACING : 0);
    }
  *minimum = *natural = height;
}

static GtkSizeRequestMode
outlay_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_wrap_box_dispose (GObject *object)
{
  outlay_wrap_box_remove_all (OUTLAY_WRAP_BOX (object));
  G_OBJECT_CLASS (outlay_wrap_box_parent_class)->dispose (object);
}

static void
outlay_wrap_box_class_init (OutlayWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_wrap_box_dispose;
  widget_class->measure = outlay_wrap_box_measure;
  widget_class->size_allocate = outlay_wrap_box_size_allocate;
  widget_class->get_request_mode = outlay_wrap_box_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_wrap_box_init (OutlayWrapBox *box)
{
}

/**
 * outlay_wrap_box_new:
 *
 * Returns: (transfer floating): an empty box.
 */
GtkWidget *
outlay_wrap_box_new (void)
{
  return g_object_new (OUTLAY_TYPE_WRAP_BOX, NULL);
}

/** outlay_wrap_box_set_centred: whether lines are centred or begin at the start. */
void
outlay_wrap_box_set_centred (OutlayWrapBox *box, gboolean centred)
{
  box->centred = centred;
  gtk_widget_queue_allocate (GTK_WIDGET (box));
}

/**
 * outlay_wrap_box_set_spread:
 *
 * Lets a single line fill the width: its first widget at the start, its last one at the end, the
 * others between them. Neither the first nor the last may be hidden.
 */
void
outlay_wrap_box_set_spread (OutlayWrapBox *box, gboolean spread)
{
  box->spread = spread;
  gtk_widget_queue_allocate (GTK_WIDGET (box));
}

/** outlay_wrap_box_append: adds @child (transfer floating) at the end. */
void
outlay_wrap_box_append (OutlayWrapBox *box, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (box));
}

/** outlay_wrap_box_remove_all: takes all children away. */
void
outlay_wrap_box_remove_all (OutlayWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_widget_unparent (child);
}
