/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "model/records.h"
#include "ui/style/outlay-style.h"
#include "ui/table/outlay-table-cell.h"
#include "ui/table/outlay-table-columns.h"
#include "ui/table/outlay-table-foot.h"
#include "ui/table/outlay-table-view.h"
#include "widgets.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Acme", "Borealis", "USD up_to 50", "2025-06-01", "FR",
   1300, "a/en|b/de", FALSE, 0, FALSE},
  {OUTLAY_KIND_SUPPLY, OUTLAY_STATUS_ANNOUNCED, "Cirrus", "Acme", "EUR exact 7", "2025-07", NULL, 0,
   "a/en", FALSE, 0, FALSE},
  {OUTLAY_KIND_EQUITY, OUTLAY_STATUS_CANCELLED, "Dune", NULL, NULL, NULL, NULL, 20, NULL, TRUE, 0,
   FALSE},
};

typedef struct
{
  OutlayViewState *state;
  OutlaySelection *selection;
  OutlayTableView *view;
  GtkColumnView *table;
  GtkWindow *window;
} Fixture;

/* Which way the window runs, how wide it is against the table, and how much there is to add up. */
typedef struct
{
  GtkTextDirection direction;
  int width;
  gint64 megawatts; /* of the first deal, 0 for its own */
} Room;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Room *room = data;
  Record shown[G_N_ELEMENTS (deals)];

  memcpy (shown, deals, sizeof deals);
  if (room != NULL && room->megawatts > 0)
    shown[0].megawatts = room->megawatts;
  gtk_widget_set_default_direction (room != NULL ? room->direction : GTK_TEXT_DIR_LTR);
  fixture->state = records_show (shown, G_N_ELEMENTS (shown));
  fixture->selection = outlay_selection_new (fixture->state);
  fixture->view
    = OUTLAY_TABLE_VIEW (outlay_table_view_new (fixture->state, fixture->selection, NULL));
  fixture->window
    = widgets_show (GTK_WIDGET (fixture->view), room != NULL ? room->width : 1200, 500);
  fixture->table
    = GTK_COLUMN_VIEW (widgets_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->selection);
  g_clear_object (&fixture->state);
  widgets_settle ();
}

/* The parties of the rows in their order, as the cells have them. */
static char *
list_rows (Fixture *fixture)
{
  GString *rows = g_string_new (NULL);
  g_autofree char *text = outlay_table_view_dup_rows (fixture->view);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_string_append_printf (rows, "%s%s", i > 1 ? " " : "", cells[1]);
    }
  return g_string_free (rows, FALSE);
}

static void
click_head (Fixture *fixture, OutlayColumn column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->table));
  GtkWidget *head = gtk_widget_get_first_child (header);

  for (guint i = 0; i < column; i++)
    head = gtk_widget_get_next_sibling (head);
  gtk_column_view_sort_by_column (fixture->table, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (fixture->table, outlay_table_find_column (fixture->table, column),
                                  GTK_SORT_ASCENDING);
  g_assert_true (gtk_widget_get_visible (head));
}

static void
sort_by_head (Fixture *fixture, gconstpointer data)
{
  g_autofree char *by_who = NULL;
  g_autofree char *by_worth = NULL;

  click_head (fixture, OUTLAY_COLUMN_WHO);
  g_assert_cmpuint (outlay_view_state_get_sort (fixture->state), ==, OUTLAY_SORT_PARTY);
  by_who = list_rows (fixture);
  g_assert_cmpstr (by_who, ==, "Acme Cirrus Dune");
  click_head (fixture, OUTLAY_COLUMN_WORTH);
  g_assert_cmpuint (outlay_view_state_get_sort (fixture->state), ==, OUTLAY_SORT_LARGEST);
  by_worth = list_rows (fixture);
  g_assert_cmpstr (by_worth, ==, "Acme Cirrus Dune");
  g_assert_false (outlay_view_state_get_order (fixture->state).reversed);
}

static void
turn_order (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *who = outlay_table_find_column (fixture->table, OUTLAY_COLUMN_WHO);
  g_autofree char *rows = NULL;

  click_head (fixture, OUTLAY_COLUMN_WHO);
  gtk_column_view_sort_by_column (fixture->table, who, GTK_SORT_DESCENDING);
  rows = list_rows (fixture);
  g_assert_cmpstr (rows, ==, "Dune Cirrus Acme");
  g_assert_true (outlay_view_state_get_order (fixture->state).reversed);
}

static void
follow_order (Fixture *fixture, gconstpointer data)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (fixture->table);
  GtkOrdering up, down;

  outlay_view_state_set_sort (fixture->state, OUTLAY_SORT_PARTY);
  up = gtk_sorter_compare (sorter, fixture->table, fixture->view);
  outlay_view_state_set_order (fixture->state, (OutlayOrder){OUTLAY_SORT_PARTY, TRUE});
  down = gtk_sorter_compare (sorter, fixture->table, fixture->view);
  g_assert_cmpint (up, ==, -down);
  g_assert_cmpuint (outlay_view_state_get_sort (fixture->state), ==, OUTLAY_SORT_PARTY);
}

static void
follow_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (fixture->table);
  g_autoptr (OutlayDeal) second
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 1);

  outlay_view_state_set_selected (fixture->state, second);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_true (outlay_view_state_get_selected (fixture->state) != second);
  outlay_view_state_set_selected (fixture->state, second);
  gtk_selection_model_select_all (selection);
  g_assert_true (outlay_view_state_get_selected (fixture->state) == second);
}

static void
keep_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (fixture->table);

  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 2, FALSE);
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  g_assert_false (gtk_selection_model_is_selected (selection, 1));
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  g_autofree char *before = list_rows (fixture);
  outlay_view_state_set_sort (fixture->state, OUTLAY_SORT_OLDEST);
  g_autoptr (GtkBitset) turned = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (turned), ==, 2);
  g_autofree char *after = list_rows (fixture);
  g_assert_cmpuint (strlen (after), ==, strlen (before));
  gtk_selection_model_select_all (selection);
  gtk_selection_model_unselect_item (selection, 1);
  g_assert_false (gtk_selection_model_is_selected (selection, 1));
  gtk_selection_model_select_range (selection, 1, 2, TRUE);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  gtk_selection_model_unselect_all (selection);
  g_autoptr (GtkBitset) none = gtk_selection_model_get_selection (selection);
  g_assert_true (gtk_bitset_is_empty (none));
}

static void
copy_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (fixture->table);
  g_autofree char *rows = NULL;
  g_auto (GStrv) lines = NULL;

  outlay_view_state_set_sort (fixture->state, OUTLAY_SORT_PARTY);
  gtk_selection_model_select_item (selection, 1, TRUE);
  rows = outlay_table_view_dup_rows (fixture->view);
  lines = g_strsplit (rows, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[1], "Cirrus\tAcme\tSupply"));
}

static void
keep_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (outlay_table_save_columns (fixture->table));
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (GVariant) restored = NULL;
  g_autoptr (GtkColumnViewColumn) who
    = g_object_ref (outlay_table_find_column (fixture->table, OUTLAY_COLUMN_WHO));

  gtk_column_view_insert_column (fixture->table, 5, who);
  gtk_column_view_column_set_fixed_width (who, 321);
  gtk_column_view_column_set_visible (
    outlay_table_find_column (fixture->table, OUTLAY_COLUMN_LANGUAGES), TRUE);
  changed = g_variant_ref_sink (outlay_table_save_columns (fixture->table));
  g_assert_false (g_variant_equal (first, changed));
  outlay_table_reset_columns (fixture->table);
  restored = g_variant_ref_sink (outlay_table_save_columns (fixture->table));
  g_assert_true (g_variant_equal (first, restored));
  g_clear_pointer (&restored, g_variant_unref);
  outlay_table_restore_columns (fixture->table, changed);
  restored = g_variant_ref_sink (outlay_table_save_columns (fixture->table));
  g_assert_true (g_variant_equal (changed, restored));
}

static void
hold_no_rows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (widgets_count (GTK_WIDGET (fixture->view), OUTLAY_TYPE_TABLE_CELL), >, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  g_assert_cmpuint (widgets_count (GTK_WIDGET (fixture->view), OUTLAY_TYPE_TABLE_CELL), ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  g_assert_cmpuint (widgets_count (GTK_WIDGET (fixture->view), OUTLAY_TYPE_TABLE_CELL), >, 0);
}

static void
place_sums (Fixture *fixture, gconstpointer data)
{
  int before = 0;

  for (guint i = 0; i <= OUTLAY_COLUMN_SOURCES; i++)
    {
      int start = 0;
      int width = 0;

      g_assert_true (outlay_table_find_head (fixture->table, (OutlayColumn)i,
                                             GTK_WIDGET (fixture->view), &start, &width));
      g_assert_cmpint (start, >=, before);
      g_assert_cmpint (width, >, 0);
      before = start + width;
    }
  g_assert_false (outlay_table_find_head (fixture->table, OUTLAY_COLUMN_LANGUAGES,
                                          GTK_WIDGET (fixture->view), &(int){0}, &(int){0}));
  widgets_save_picture (fixture->window, "table.png");
}

/* In a unit of its own where the column is too narrow for all digits. */
static void
shorten_sums (Fixture *fixture, gconstpointer data)
{
  OutlayTableFoot *foot
    = OUTLAY_TABLE_FOOT (widgets_find (GTK_WIDGET (fixture->view), OUTLAY_TYPE_TABLE_FOOT, 0));
  GListModel *columns = gtk_column_view_get_columns (fixture->table);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, OUTLAY_COLUMN_CAPACITY);
  g_autofree char *narrow = outlay_table_foot_dup_sum (foot, OUTLAY_COLUMN_CAPACITY);
  g_autofree char *wide = NULL;

  g_assert_cmpstr (narrow, ==, "28,027 GW");
  gtk_column_view_column_set_fixed_width (column, 300);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  wide = outlay_table_foot_dup_sum (foot, OUTLAY_COLUMN_CAPACITY);
  g_assert_cmpstr (wide, ==, "28,026,712");
}

static void
stand_below_heads (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head
    = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->table)));
  GtkWidget *cell
    = gtk_widget_get_parent (widgets_find (GTK_WIDGET (fixture->table), OUTLAY_TYPE_TABLE_CELL, 0));
  guint n_shown = 0;

  for (; head != NULL && cell != NULL;
       head = gtk_widget_get_next_sibling (head), cell = gtk_widget_get_next_sibling (cell))
    {
      graphene_rect_t above, below;

      if (!gtk_widget_get_visible (head))
        continue;
      g_assert_true (gtk_widget_compute_bounds (head, GTK_WIDGET (fixture->table), &above));
      g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (fixture->table), &below));
      /* The line between two heads belongs to one of them. */
      g_assert_cmpfloat_with_epsilon (above.origin.x + above.size.width / 2,
                                      below.origin.x + below.size.width / 2, 2);
      n_shown++;
    }
  g_assert_cmpuint (n_shown, >, 10);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OutlayStyle) style = NULL;
  static const Room rooms[] = {{GTK_TEXT_DIR_LTR, 600},
                               {GTK_TEXT_DIR_LTR, 1700},
                               {GTK_TEXT_DIR_RTL, 600},
                               {GTK_TEXT_DIR_RTL, 1700}};
  static const Room large = {GTK_TEXT_DIR_LTR, 1700, 28026712};
  int result;

  gtk_test_init (&argc, &argv, NULL);
  style = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_LIGHT);
#define ADD(name, test) g_test_add ("/table/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a click on a head orders all deals, the wanted end first", sort_by_head);
  ADD ("a second click turns the order", turn_order);
  ADD ("the order that was chosen elsewhere shows at its head", follow_order);
  ADD ("the selection is the one of the other views", follow_selection);
  ADD ("rows stay selected in another order", keep_selection);
  ADD ("rows selected are copied with tabs between cells", copy_selection);
  ADD ("columns keep their order, width and choice", keep_columns);
  ADD ("a table that is not seen holds no rows", hold_no_rows);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_strdup_printf (
        "/table/cells stand below their heads, %s, %d pixels",
        rooms[i].direction == GTK_TEXT_DIR_RTL ? "from the right" : "from the left",
        rooms[i].width);

      g_test_add (path, Fixture, &rooms[i], set_up, stand_below_heads, tear_down);
    }
  ADD ("each sum has its column above it", place_sums);
  g_test_add ("/table/a sum that has no room is told in a larger unit", Fixture, &large, set_up,
              shorten_sums, tear_down);
  result = g_test_run ();
  return result;
}
