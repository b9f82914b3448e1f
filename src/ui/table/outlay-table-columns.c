/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-table-columns.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"

/* Under this name a column of the table knows its #OutlayColumn. */
#define COLUMN_KEY "outlay-column"

/* Under this name a column that is not seen keeps its width. */
#define WIDTH_KEY "outlay-width"

/* A column that is wider than a screen was not meant. */
#define WIDEST 4000

/* Widths at first, and what a cell has on both sides of its text, against the size of the text. */
#define CELL_PADDING 1.5
static const double widths[OUTLAY_N_COLUMNS] = {
  [OUTLAY_COLUMN_STARRED] = 2.4,   [OUTLAY_COLUMN_WHO] = 11.5,     [OUTLAY_COLUMN_WHOM] = 9.8,
  [OUTLAY_COLUMN_KIND] = 8.7,      [OUTLAY_COLUMN_MARKS] = 2.4,    [OUTLAY_COLUMN_AMOUNT] = 8.3,
  [OUTLAY_COLUMN_WORTH] = 5.6,     [OUTLAY_COLUMN_CAPACITY] = 5.2, [OUTLAY_COLUMN_PLACES] = 8.7,
  [OUTLAY_COLUMN_ANNOUNCED] = 8.5, [OUTLAY_COLUMN_PERIOD] = 9,     [OUTLAY_COLUMN_STATUS] = 8,
  [OUTLAY_COLUMN_SOURCES] = 5.5,   [OUTLAY_COLUMN_PARTNERS] = 11,  [OUTLAY_COLUMN_CONVERSIONS] = 9,
  [OUTLAY_COLUMN_START] = 8.5,     [OUTLAY_COLUMN_END] = 8.5,      [OUTLAY_COLUMN_LANGUAGES] = 7,
};

/* Amounts that some languages tell in many letters. */
static const OutlayMoney long_amounts[] = {
  {"USD", 20000000000, 20000000000, OUTLAY_QUALIFIER_ABOUT, OUTLAY_PER_DEAL},
  {"USD", 1000000000000, OUTLAY_MONEY_UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL},
};

static int
measure_amount (GtkWidget *widget, const OutlayMoney *amount)
{
  g_autofree char *figure = outlay_format_amount_short (amount);
  g_autofree char *text
    = g_strdup_printf ("%s %s", outlay_format_hedge_sign (amount->qualifier), figure);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_first_width (GtkWidget *widget, OutlayColumn column)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  int width = (int)(widths[column] * size);

  for (guint i = 0; column == OUTLAY_COLUMN_AMOUNT && i < G_N_ELEMENTS (long_amounts); i++)
    width = MAX (width, measure_amount (widget, &long_amounts[i]) + (int)(CELL_PADDING * size));
  return width;
}

static int
get_width (GtkColumnViewColumn *column)
{
  if (gtk_column_view_column_get_visible (column))
    return gtk_column_view_column_get_fixed_width (column);
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH_KEY));
}

static void
set_width (GtkColumnViewColumn *column, int width)
{
  if (gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column, width);
  else
    g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
}

/* The toolkit counts the cells of a column that is not seen to the width of a row, which where rows
 * begin at the right moves all cells away from under their heads. */
static void
visible_cb (GtkColumnViewColumn *column)
{
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH_KEY));

  if (!gtk_column_view_column_get_visible (column))
    {
      set_width (column, gtk_column_view_column_get_fixed_width (column));
      width = 0;
    }
  gtk_column_view_column_set_fixed_width (column, width);
}

static GtkColumnViewColumn *
make_column (GtkColumnView *table, OutlayColumn column, GtkListItemFactory *factory)
{
  GtkColumnViewColumn *result
    = gtk_column_view_column_new (outlay_column_get_title (column), factory);

  g_object_set_data (G_OBJECT (result), COLUMN_KEY, GUINT_TO_POINTER (column));
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_fixed_width (result, get_first_width (GTK_WIDGET (table), column));
  g_signal_connect (result, "notify::visible", G_CALLBACK (visible_cb), NULL);
  gtk_column_view_column_set_visible (result, outlay_column_is_usual (column));
  gtk_column_view_column_set_expand (result, column == OUTLAY_COLUMN_WHO);
  return result;
}

/**
 * outlay_table_add_columns:
 * @make_factory: called once for each column
 *
 * Adds all columns, those that are not usual unseen.
 */
void
outlay_table_add_columns (GtkColumnView *table, OutlayTableFactory make_factory, gpointer user_data)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      OutlayColumn id = (OutlayColumn)i;
      g_autoptr (GtkColumnViewColumn) column
        = make_column (table, id, make_factory (id, user_data));

      gtk_column_view_append_column (table, column);
    }
}

/**
 * outlay_table_get_column:
 *
 * Returns: what the column of the table shows.
 */
OutlayColumn
outlay_table_get_column (GtkColumnViewColumn *column)
{
  return (OutlayColumn)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), COLUMN_KEY));
}

/* The place of @column among all columns of the table, seen or not. */
static guint
find_place (GtkColumnView *table, OutlayColumn column)
{
  GListModel *all = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) candidate = g_list_model_get_item (all, i);

      if (outlay_table_get_column (candidate) == column)
        return i;
    }
  g_assert_not_reached ();
}

/**
 * outlay_table_find_column:
 *
 * Returns: (transfer none): the column of the table that shows @column.
 */
GtkColumnViewColumn *
outlay_table_find_column (GtkColumnView *table, OutlayColumn column)
{
  g_autoptr (GtkColumnViewColumn) found
    = g_list_model_get_item (gtk_column_view_get_columns (table), find_place (table, column));

  return found;
}

/* The head of the column, which the toolkit gives no way to but the tree of widgets. */
static GtkWidget *
find_head (GtkColumnView *table, OutlayColumn column)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkWidget *head = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  for (guint place = find_place (table, column); head != NULL && place > 0; place--)
    head = gtk_widget_get_next_sibling (head);
  return head;
}

/* A head of figures ends where its figures end: the arrow that shows the order goes before it.
 * Figures end at the right in all scripts, which is where a head begins in those from the right. */
static void
set_to_end (GtkWidget *content)
{
  if (gtk_widget_get_direction (content) == GTK_TEXT_DIR_RTL)
    return;
  gtk_widget_set_halign (content, GTK_ALIGN_END);
  if (gtk_widget_get_first_child (content) != NULL)
    gtk_widget_insert_before (gtk_widget_get_first_child (content), content, NULL);
}

static void
name_parts (GtkColumnView *table)
{
  GtkWidget *heads = gtk_widget_get_first_child (GTK_WIDGET (table));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (table));

  gtk_accessible_update_property (GTK_ACCESSIBLE (heads), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Heads of the columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Deals"), -1);
}

/** outlay_table_fit_heads: sets the heads of figures to their end, and names those with a sign. */
void
outlay_table_fit_heads (GtkColumnView *table)
{
  name_parts (table);
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      OutlayColumn column = (OutlayColumn)i;
      GtkWidget *head = find_head (table, column);
      GtkWidget *content = head != NULL ? gtk_widget_get_first_child (head) : NULL;

      if (content == NULL)
        continue;
      gtk_widget_set_tooltip_text (head, outlay_column_get_name (column));
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      outlay_column_get_name (column), -1);
      if (outlay_column_is_figure (column))
        set_to_end (content);
    }
}

/**
 * outlay_table_find_head:
 * @widget: whose pixels are meant
 * @start: (out): the left edge of what the column shows
 * @width: (out): how wide that is
 *
 * Returns: whether the column is shown.
 */
gboolean
outlay_table_find_head (
  GtkColumnView *table, OutlayColumn column, GtkWidget *widget, int *start, int *width)
{
  GtkWidget *head = find_head (table, column);
  GtkWidget *content = head != NULL ? gtk_widget_get_first_child (head) : NULL;
  graphene_rect_t head_area, area;

  if (content == NULL || !gtk_widget_get_visible (head)
      || !gtk_widget_compute_bounds (head, widget, &head_area)
      || !gtk_widget_compute_bounds (content, widget, &area))
    return FALSE;
  /* The content ends where the head's padding begins, at one side at least. */
  float before = area.origin.x - head_area.origin.x;
  float behind = head_area.origin.x + head_area.size.width - area.origin.x - area.size.width;
  float padding = MAX (MIN (before, behind), 0);
  *start = (int)(head_area.origin.x + padding);
  *width = (int)(head_area.size.width - 2 * padding);
  return TRUE;
}

/**
 * outlay_table_list_shown:
 *
 * Returns: (transfer full) (element-type OutlayColumn): the columns shown, in their order.
 */
GArray *
outlay_table_list_shown (GtkColumnView *table)
{
  GListModel *all = gtk_column_view_get_columns (table);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (OutlayColumn));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);
      OutlayColumn id = outlay_table_get_column (column);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (shown, id);
    }
  return shown;
}

/**
 * outlay_table_save_columns:
 *
 * Returns: (transfer floating): the columns in their order, with which are shown and how wide they
 *   are, of type a(sbi).
 */
GVariant *
outlay_table_save_columns (GtkColumnView *table)
{
  GListModel *all = gtk_column_view_get_columns (table);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sbi)"));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      g_variant_builder_add (&builder, "(sbi)",
                             outlay_column_to_string (outlay_table_get_column (column)),
                             gtk_column_view_column_get_visible (column), get_width (column));
    }
  return g_variant_builder_end (&builder);
}

static void
restore_column (GtkColumnView *table, OutlayColumn id, guint place, gboolean shown, int width)
{
  g_autoptr (GtkColumnViewColumn) column = g_object_ref (outlay_table_find_column (table, id));

  if (find_place (table, id) != place)
    gtk_column_view_insert_column (table, place, column);
  gtk_column_view_column_set_visible (column, shown);
  if (width > 0 && width <= WIDEST)
    set_width (column, width);
}

/**
 * outlay_table_restore_columns:
 * @kept: what outlay_table_save_columns() gave; columns that it does not know stay as they are
 */
void
outlay_table_restore_columns (GtkColumnView *table, GVariant *kept)
{
  GVariantIter iter;
  const char *name;
  gboolean shown;
  int width;
  guint place = 0;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sbi)", &name, &shown, &width))
    {
      OutlayColumn id;

      if (outlay_column_from_string (name, &id) && place < OUTLAY_N_COLUMNS)
        restore_column (table, id, place++, shown, width);
    }
}

/** outlay_table_reset_columns: shows the usual columns, in the order and width of the beginning. */
void
outlay_table_reset_columns (GtkColumnView *table)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    restore_column (table, (OutlayColumn)i, i, outlay_column_is_usual ((OutlayColumn)i),
                    get_first_width (GTK_WIDGET (table), (OutlayColumn)i));
}
