/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-table-foot.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"

/* Space about the line against the size of its text, and between a sum and what follows. */
#define HEIGHT 2.4
#define GAP    0.8

struct _OutlayTableFoot
{
  GtkWidget parent_instance;

  GtkColumnView *table;
  OutlayViewState *state;
};

G_DEFINE_FINAL_TYPE (OutlayTableFoot, outlay_table_foot, GTK_TYPE_WIDGET)

static double
get_text_size (GtkWidget *widget)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return (double)pango_font_description_get_size (font) / PANGO_SCALE;
}

static gint64
get_worth (const OutlayTotals *totals)
{
  gint64 worth = 0;

  for (guint i = 0; i < totals->sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (totals->sums, OutlaySum, i);
      gint64 more = outlay_rates_get_rough_worth (sum->currency, sum->hundredths);

      if (more != OUTLAY_MONEY_UNSET)
        worth = outlay_add_saturated (worth, more);
    }
  return worth;
}

static char *
dup_amount (const OutlayTotals *totals)
{
  guint count = totals->sums->len;

  if (count == 1)
    {
      const OutlaySum *sum = &g_array_index (totals->sums, OutlaySum, 0);

      return outlay_format_sum_compact (sum->currency, sum->hundredths);
    }
  return g_strdup_printf (ngettext ("%u currency", "%u currencies", count), count);
}

/* What stands below @column; %NULL where it has no sum. */
static char *
dup_sum (const OutlayTotals *totals, OutlayColumn column)
{
  switch (column)
    {
    case OUTLAY_COLUMN_WHO:
      return outlay_totals_dup_count (totals);
    case OUTLAY_COLUMN_AMOUNT:
      return dup_amount (totals);
    case OUTLAY_COLUMN_WORTH:
      return outlay_column_print_worth (get_worth (totals));
    case OUTLAY_COLUMN_CAPACITY:
      return outlay_format_megawatts (totals->kilowatts);
    default:
      return NULL;
    }
}

/* The same for a narrow column, with a unit of its own; %NULL where it is no shorter. */
static char *
dup_short_sum (const OutlayTotals *totals, OutlayColumn column)
{
  if (column == OUTLAY_COLUMN_WORTH)
    return outlay_format_sum_compact (OUTLAY_RATES_BASE, get_worth (totals));
  if (column == OUTLAY_COLUMN_CAPACITY)
    return outlay_format_power_compact (totals->kilowatts);
  return NULL;
}

static char *
dup_note (void)
{
  return g_strdup (C_ ("totals", "each deal counted once; parts and cancelled deals left out"));
}

static PangoLayout *
make_text (OutlayTableFoot *foot, const char *text, gboolean strong, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (foot), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  return layout;
}

/* What stands below @column, in its room; %NULL where it is not to be seen or has no sum. */
static PangoLayout *
make_sum (OutlayTableFoot *foot, OutlayColumn column, int *start, int *width)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (foot->state);
  gboolean strong = column != OUTLAY_COLUMN_AMOUNT;
  g_autofree char *sum = dup_sum (totals, column);
  g_autofree char *shorter = NULL;
  PangoLayout *layout;

  if (sum == NULL || !outlay_table_find_head (foot->table, column, GTK_WIDGET (foot), start, width))
    return NULL;
  layout = make_text (foot, sum, strong, *width);
  if (!pango_layout_is_ellipsized (layout))
    return layout;
  shorter = dup_short_sum (totals, column);
  if (shorter == NULL)
    return layout;
  g_object_unref (layout);
  return make_text (foot, shorter, strong, *width);
}

/* Draws @text in the stretch from @start, as a @figure or as words: at its right or at its start.
 */
static void
draw_text (OutlayTableFoot *foot,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           int start,
           int width,
           gboolean figure)
{
  GtkWidget *widget = GTK_WIDGET (foot);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;
  int x;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = figure || mirrored ? start + width - extents.width : start;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x - extents.x,
                              (gtk_widget_get_height (widget) - extents.height) / 2, layout);
}

/* Where the last sum ends there is room for the note, up to the end of the line. */
static void
draw_note (OutlayTableFoot *foot, GtkSnapshot *snapshot, int behind)
{
  GtkWidget *widget = GTK_WIDGET (foot);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int gap = (int)(GAP * get_text_size (widget));
  int start = mirrored ? gap : behind + gap;
  int width = (mirrored ? behind : gtk_widget_get_width (widget)) - gap - start;
  g_autofree char *note = dup_note ();
  g_autoptr (PangoLayout) layout = make_text (foot, note, FALSE, width);

  if (width > 4 * gap)
    draw_text (foot, snapshot, layout, start, width, FALSE);
}

static void
outlay_table_foot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayTableFoot *foot = OUTLAY_TABLE_FOOT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int behind = mirrored ? gtk_widget_get_width (widget) : 0;

  for (guint i = 0; foot->state != NULL && i < OUTLAY_N_COLUMNS; i++)
    {
      OutlayColumn column = (OutlayColumn)i;
      int start, width;
      g_autoptr (PangoLayout) layout = make_sum (foot, column, &start, &width);

      if (layout == NULL)
        continue;
      draw_text (foot, snapshot, layout, start, width, outlay_column_is_figure (column));
      behind = mirrored ? MIN (behind, start) : MAX (behind, start + width);
    }
  draw_note (foot, snapshot, behind);
}

static void
outlay_table_foot_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? (int)(HEIGHT * get_text_size (widget)) : 0;
  *natural = *minimum;
}

static void
state_changed_cb (OutlayTableFoot *foot)
{
  const OutlayTotals *totals = outlay_view_state_get_totals (foot->state);
  g_autofree char *text = outlay_totals_dup_text (totals, G_MAXUINT);
  g_autofree char *note = dup_note ();
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (foot), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (foot), spoken);
  gtk_widget_queue_draw (GTK_WIDGET (foot));
}

static void
outlay_table_foot_dispose (GObject *object)
{
  OutlayTableFoot *foot = OUTLAY_TABLE_FOOT (object);

  g_clear_object (&foot->table);
  g_clear_object (&foot->state);
  G_OBJECT_CLASS (outlay_table_foot_parent_class)->dispose (object);
}

static void
outlay_table_foot_class_init (OutlayTableFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_table_foot_dispose;
  widget_class->snapshot = outlay_table_foot_snapshot;
  widget_class->measure = outlay_table_foot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "outlay-table-foot");
}

static void
outlay_table_foot_init (OutlayTableFoot *foot)
{
  gtk_widget_set_overflow (GTK_WIDGET (foot), GTK_OVERFLOW_HIDDEN);
}

/**
 * outlay_table_foot_new:
 * @table: (transfer none): the table above it
 * @scrolled: (transfer none): how far that is scrolled sideways
 *
 * Returns: (transfer floating): the line of its sums.
 */
GtkWidget *
outlay_table_foot_new (GtkColumnView *table, GtkAdjustment *scrolled)
{
  OutlayTableFoot *foot = g_object_new (OUTLAY_TYPE_TABLE_FOOT, NULL);

  foot->table = g_object_ref (table);
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (gtk_widget_queue_draw), foot,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (gtk_widget_queue_draw), foot,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (foot);
}

/** outlay_table_foot_set_state: shows what the deals of @state add up to; to be called once. */
void
outlay_table_foot_set_state (OutlayTableFoot *foot, OutlayViewState *state)
{
  g_return_if_fail (foot->state == NULL);

  foot->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), foot,
                           G_CONNECT_SWAPPED);
  state_changed_cb (foot);
}

/**
 * outlay_table_foot_dup_sum:
 *
 * Returns: (transfer full) (nullable): the sum below @column, in the form that has room there.
 */
char *
outlay_table_foot_dup_sum (OutlayTableFoot *foot, OutlayColumn column)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (OUTLAY_IS_TABLE_FOOT (foot) && foot->state != NULL, NULL);

  layout = make_sum (foot, column, &(int){0}, &(int){0});
  return layout != NULL ? g_strdup (pango_layout_get_text (layout)) : NULL;
}
