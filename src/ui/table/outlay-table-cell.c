/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-table-cell.h"

#include <string.h>

#include "base/format/outlay-format.h"
#include "ui/cards/outlay-card-draw.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* Sizes of an icon and of the gap behind it against the size of the text. */
#define ICON     1.1
#define ICON_GAP 0.5

/* What stands where a deal has no value. */
#define NO_VALUE "–"

/* The mark that has what follows run from left to right. */
#define LEFT_TO_RIGHT "\u200e"

struct _OutlayTableCell
{
  GtkWidget parent_instance;

  OutlayColumn column;
  OutlayDeal *deal;
};

G_DEFINE_FINAL_TYPE (OutlayTableCell, outlay_table_cell, GTK_TYPE_WIDGET)

static double
get_text_size (GtkWidget *widget)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return (double)pango_font_description_get_size (font) / PANGO_SCALE;
}

/* Whether the text says less than the others do: what is not known, and what stands for a name. */
static gboolean
is_dim (OutlayTableCell *cell, const char *text)
{
  const OutlayFields *fields = &outlay_deal_get_summary (cell->deal)->fields;

  if (*text == '\0')
    return TRUE;
  if (cell->column == OUTLAY_COLUMN_WHOM)
    return outlay_fields_count_role (fields, OUTLAY_ROLE_RECIPIENT) == 0;
  return cell->column == OUTLAY_COLUMN_AMOUNT && fields->amount.qualifier == OUTLAY_QUALIFIER_VAGUE;
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize end)
{
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttrList *
make_attributes (OutlayTableCell *cell, const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *sign_end = strstr (text, "\302\240");
  gboolean strong = cell->column == OUTLAY_COLUMN_WHO || cell->column == OUTLAY_COLUMN_AMOUNT;

  if (is_dim (cell, text))
    add_attribute (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72), G_MAXUINT);
  else if (strong)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), G_MAXUINT);
  if (strong && sign_end != NULL && cell->column == OUTLAY_COLUMN_AMOUNT
      && *outlay_format_hedge_sign (outlay_deal_get_summary (cell->deal)->fields.amount.qualifier)
           != '\0')
    {
      gsize end = (gsize)(sign_end - text);

      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), end);
      add_attribute (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72), end);
    }
  if (outlay_column_is_figure (cell->column) || cell->column == OUTLAY_COLUMN_PERIOD)
    add_attribute (attributes, pango_attr_font_features_new ("tnum=1"), G_MAXUINT);
  return attributes;
}

/* Where all else runs from right to left, a sign before a figure stays before it, and each name of
 * a list stands by itself. */
static char *
dup_text (OutlayTableCell *cell)
{
  g_autofree char *text = outlay_column_dup_text (cell->column, cell->deal);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (cell)) == GTK_TEXT_DIR_RTL;

  if (!mirrored || *text == '\0')
    return g_steal_pointer (&text);
  if (cell->column == OUTLAY_COLUMN_WHO || cell->column == OUTLAY_COLUMN_WHOM
      || cell->column == OUTLAY_COLUMN_PARTNERS)
    return outlay_reading_dup_parties (GTK_WIDGET (cell), text,
                                       &outlay_deal_get_summary (cell->deal)->fields);
  return outlay_column_is_figure (cell->column) ? g_strconcat (LEFT_TO_RIGHT, text, NULL)
                                                : g_steal_pointer (&text);
}

static PangoLayout *
make_layout (OutlayTableCell *cell, int width)
{
  g_autofree char *text = dup_text (cell);
  g_autoptr (PangoAttrList) attributes = make_attributes (cell, text);
  PangoLayout *layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (cell), *text != '\0' ? text : NO_VALUE);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  return layout;
}

/* The icon of the cell and the name of its colour; %NULL of both where it has none. */
static const char *
get_icon (OutlayTableCell *cell, const char **colour)
{
  const OutlayDealRecord *record = outlay_deal_get_summary (cell->deal);

  *colour = NULL;
  switch (cell->column)
    {
    case OUTLAY_COLUMN_STARRED:
      *colour = "outlay_star";
      return outlay_deal_get_starred (cell->deal) ? "outlay-starred-symbolic" : NULL;
    case OUTLAY_COLUMN_KIND:
      return outlay_symbol_of_kind (record->fields.kind);
    case OUTLAY_COLUMN_STATUS:
      *colour = outlay_symbol_get_status_colour (record->fields.status);
      return outlay_symbol_of_status (record->fields.status);
    case OUTLAY_COLUMN_MARKS:
      *colour = record->conflicts != 0 ? "outlay_conflict" : "outlay_accent";
      if (record->conflicts != 0)
        return "outlay-conflict-symbolic";
      return record->review ? "outlay-review-symbolic" : NULL;
    default:
      return NULL;
    }
}

static gboolean
has_text (OutlayTableCell *cell)
{
  return cell->column != OUTLAY_COLUMN_STARRED && cell->column != OUTLAY_COLUMN_MARKS;
}

static gboolean
has_icon_space (OutlayTableCell *cell)
{
  return cell->column == OUTLAY_COLUMN_KIND || cell->column == OUTLAY_COLUMN_STATUS;
}

static double
get_text_start (OutlayTableCell *cell)
{
  return has_icon_space (cell) ? (ICON + ICON_GAP) * get_text_size (GTK_WIDGET (cell)) : 0;
}

static void
draw_icon (OutlayTableCell *cell, GtkSnapshot *snapshot, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  const char *colour_name;
  const char *icon = get_icon (cell, &colour_name);
  float size = (float)(ICON * get_text_size (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = has_text (cell) ? (mirrored ? (float)width - size : 0) : ((float)width - size) / 2;
  GdkRGBA colour;

  if (icon == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (colour_name != NULL)
    outlay_card_lookup_colour (widget, colour_name, &colour);
  else
    colour.alpha *= 0.72f;
  outlay_card_draw_icon (widget, snapshot, icon, &colour,
                         &GRAPHENE_RECT_INIT (x, ((float)height - size) / 2, size, size));
}

static void
draw_text (OutlayTableCell *cell, GtkSnapshot *snapshot, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  int start = (int)get_text_start (cell);
  g_autoptr (PangoLayout) layout = make_layout (cell, width - start);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean at_left = !mirrored && !outlay_column_is_figure (cell->column);
  PangoRectangle extents;
  int x;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = at_left ? start : width - extents.width - (mirrored ? start : 0);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x - extents.x,
                              (height - extents.height) / 2, layout);
}

static void
outlay_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayTableCell *cell = OUTLAY_TABLE_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (cell->deal == NULL)
    return;
  draw_icon (cell, snapshot, width, height);
  if (has_text (cell))
    draw_text (cell, snapshot, width, height);
}

/* As high as a line, whatever stands in it, and as narrow as the column is made. */
static void
outlay_table_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  double size = get_text_size (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? (int)(1.5 * size) : (int)size;
  *natural = *minimum;
}

static gboolean
outlay_table_cell_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayTableCell *cell = OUTLAY_TABLE_CELL (widget);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (cell->deal == NULL)
    return FALSE;
  text = outlay_column_dup_text (cell->column, cell->deal);
  layout = make_layout (cell, gtk_widget_get_width (widget) - (int)get_text_start (cell));
  if (*text == '\0' || (has_text (cell) && !pango_layout_is_ellipsized (layout)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
name (GtkWidget *widget, const char *spoken)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

/* What the table put about the cell is named as well: a screen reader goes from one to the next.
 * The row about them it reads as one sentence, which is the same for all cells of it. */
static void
speak (OutlayTableCell *cell)
{
  g_autofree char *text = outlay_column_dup_text (cell->column, cell->deal);
  const char *spoken = *text != '\0' ? text : NO_VALUE;
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (cell));

  name (GTK_WIDGET (cell), spoken);
  name (around, spoken);
  if (around != NULL && cell->column == OUTLAY_COLUMN_WHO)
    name (gtk_widget_get_parent (around), outlay_deal_get_sentence (cell->deal));
}

static void
deal_changed_cb (OutlayTableCell *cell)
{
  speak (cell);
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

static void
outlay_table_cell_dispose (GObject *object)
{
  outlay_table_cell_set_deal (OUTLAY_TABLE_CELL (object), NULL);
  G_OBJECT_CLASS (outlay_table_cell_parent_class)->dispose (object);
}

static void
outlay_table_cell_class_init (OutlayTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_table_cell_dispose;
  widget_class->snapshot = outlay_table_cell_snapshot;
  widget_class->measure = outlay_table_cell_measure;
  widget_class->query_tooltip = outlay_table_cell_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "outlay-table-cell");
}

static void
outlay_table_cell_init (OutlayTableCell *cell)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (cell), TRUE);
}

/**
 * outlay_table_cell_new:
 *
 * Returns: (transfer floating): a cell of @column, without a deal yet.
 */
GtkWidget *
outlay_table_cell_new (OutlayColumn column)
{
  OutlayTableCell *cell = g_object_new (OUTLAY_TYPE_TABLE_CELL, NULL);

  cell->column = column;
  return GTK_WIDGET (cell);
}

/**
 * outlay_table_cell_get_deal:
 *
 * Returns: (transfer none) (nullable): the deal of its row.
 */
OutlayDeal *
outlay_table_cell_get_deal (OutlayTableCell *cell)
{
  return cell->deal;
}

/** outlay_table_cell_set_deal: shows what the column says of @deal (nullable). */
void
outlay_table_cell_set_deal (OutlayTableCell *cell, OutlayDeal *deal)
{
  g_return_if_fail (OUTLAY_IS_TABLE_CELL (cell));

  if (cell->deal == deal)
    return;
  if (cell->deal != NULL)
    g_signal_handlers_disconnect_by_func (cell->deal, deal_changed_cb, cell);
  g_set_object (&cell->deal, deal);
  if (deal == NULL)
    return;
  g_signal_connect_object (deal, "notify", G_CALLBACK (deal_changed_cb), cell, G_CONNECT_SWAPPED);
  deal_changed_cb (cell);
}
