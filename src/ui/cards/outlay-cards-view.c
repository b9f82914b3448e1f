/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-cards-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "outlay-card-glyphs.h"
#include "outlay-card-places.h"
#include "outlay-card.h"
#include "ui/access/outlay-focus.h"
#include "ui/selection/outlay-deal-menu.h"

/* The least width of a column, and the space between cards and about all. */
#define COLUMN_WIDTH 316
#define SPACING      12
#define MARGIN       20

/* So many columns stay as narrow as a card may be; a window wider than that has wider cards, up to
 * this multiple of their width, before it has more of them, as each column is thirty items more. */
#define NARROW_COLUMNS 6
#define WIDEST         1.5

/* How many cards are kept that no deal needs: as many as a large window has. */
#define MOST_SPARE 160

/* How many cards out of sight are told in one step. */
#define SPOKEN_AT_ONCE 12

/* How many rows of cards before and behind those in sight are made as well. */
#define ROWS_NEAR 1

/* What is taken for the rows in sight and the columns until the window has a size. */
#define FIRST_ROWS    4
#define FIRST_COLUMNS 3

struct _OutlayCardsView
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  GtkScrolledWindow *scroller;
  GtkGridView *grid;
  OutlaySelection *selection;
  OutlayCardPlaces *places;
  /* Of each item that the grid has made the deal that is there. */
  GHashTable *items;
  GPtrArray *spare;
  GPtrArray *icons;
  guint tick;
  guint speaking;
  /* The id of a deal that is back and not shown yet, 0 for none. */
  gint64 returned;
  gboolean allocating;
  gboolean drawn;
};

G_DEFINE_FINAL_TYPE (OutlayCardsView, outlay_cards_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_columns (OutlayCardsView *view)
{
  int card = outlay_card_get_wanted_width (GTK_WIDGET (view));
  int width = gtk_widget_get_width (GTK_WIDGET (view)) - MARGIN;
  int narrow = width / (card + SPACING);
  int wide = (int)ceil (width / (card * WIDEST + SPACING));

  return (guint)MAX (MIN (narrow, MAX (wide, NARROW_COLUMNS)), 1);
}

/* The grid keeps thirty rows of the most columns alive, so it is told how many there really are. */
static void
set_columns (OutlayCardsView *view, guint columns)
{
  if (columns < gtk_grid_view_get_min_columns (view->grid))
    {
      gtk_grid_view_set_min_columns (view->grid, columns);
      gtk_grid_view_set_max_columns (view->grid, columns);
    }
  else
    {
      gtk_grid_view_set_max_columns (view->grid, columns);
      gtk_grid_view_set_min_columns (view->grid, columns);
    }
}

static void
star_clicked_cb (OutlayCardsView *view, OutlayCard *card)
{
  OutlayDeal *deal = outlay_card_get_deal (card);

  outlay_store_set_starred (outlay_view_state_get_store (view->state), deal,
                            !outlay_deal_get_starred (deal));
}

static void
card_opened_cb (OutlayCardsView *view, OutlayCard *card)
{
  outlay_view_state_set_selected (view->state, outlay_card_get_deal (card));
  g_signal_emit (view, signals[SIGNAL_OPENED], 0);
}

/* What a card's figure is held against and told in. */
static void
measure_card (OutlayCardsView *view, OutlayCard *card)
{
  outlay_card_set_largest (card, outlay_view_state_get_largest (view->state));
  outlay_card_set_currency (card, outlay_view_state_get_totals (view->state)->tally.currency);
}

static void
speak_deal (GtkListItem *item, OutlayDeal *deal)
{
  GtkWidget *parent = gtk_widget_get_parent (gtk_list_item_get_child (item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  outlay_deal_get_sentence (deal), -1);
}

static void
record_changed_cb (OutlayDeal *deal, GParamSpec *pspec, GtkListItem *item)
{
  speak_deal (item, deal);
}

static void
clear_deal (OutlayCardsView *view, GtkListItem *item)
{
  OutlayDeal *deal = g_hash_table_lookup (view->items, item);

  if (deal != NULL)
    g_signal_handlers_disconnect_by_func (deal, record_changed_cb, item);
}

/* Has the item tell the deal that is at its place now; returns whether that is another one. */
static gboolean
place_deal (OutlayCardsView *view, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autoptr (OutlayDeal) deal = g_list_model_get_item (outlay_view_state_get_deals (view->state),
                                                       gtk_list_item_get_position (item));

  if (deal == NULL || deal == g_hash_table_lookup (view->items, item))
    return FALSE;
  clear_deal (view, item);
  g_signal_connect_object (deal, "notify::record", G_CALLBACK (record_changed_cb), item, 0);
  if (OUTLAY_IS_CARD (child))
    outlay_card_set_deal (OUTLAY_CARD (child), deal);
  speak_deal (item, deal);
  g_hash_table_insert (view->items, item, g_steal_pointer (&deal));
  return TRUE;
}

/* Those out of sight are told when all that is in sight is drawn, some at a time: a sentence takes
 * as long as to draw a card. */
static gboolean
speak_some_cb (gpointer user_data)
{
  OutlayCardsView *view = user_data;
  g_autoptr (GList) items = g_hash_table_get_keys (view->items);
  guint n_told = 0;

  for (GList *item = items; item != NULL && n_told < SPOKEN_AT_ONCE; item = item->next)
    n_told += (guint)place_deal (view, item->data);
  if (n_told == SPOKEN_AT_ONCE)
    return G_SOURCE_CONTINUE;
  view->speaking = 0;
  return G_SOURCE_REMOVE;
}

static void
speak_later (OutlayCardsView *view)
{
  if (view->speaking == 0)
    view->speaking = g_idle_add (speak_some_cb, view);
}

/* A filter takes all cards away and puts others there; to make a card takes longer than all else
 * that it needs, so those that no deal needs are kept for the next ones. */
static void
give_card (OutlayCardsView *view, GtkListItem *item)
{
  g_autoptr (GtkWidget) card = NULL;

  if (view->spare->len > 0)
    card = g_ptr_array_steal_index_fast (view->spare, view->spare->len - 1);
  else
    {
      card = g_object_ref_sink (outlay_card_new ());
      g_signal_connect_swapped (card, "star-clicked", G_CALLBACK (star_clicked_cb), view);
      g_signal_connect_swapped (card, "opened", G_CALLBACK (card_opened_cb), view);
    }
  measure_card (view, OUTLAY_CARD (card));
  outlay_card_set_deal (OUTLAY_CARD (card), g_hash_table_lookup (view->items, item));
  gtk_list_item_set_child (item, card);
}

static GtkAdjustment *
get_place (OutlayCardsView *view)
{
  return gtk_scrolled_window_get_vadjustment (view->scroller);
}

/* The grid binds thirty rows, of which a few are in sight: those get cards, the others wait. */
static void
fill_rows (OutlayCardsView *view, guint row)
{
  guint columns = gtk_grid_view_get_max_columns (view->grid);
  double page = gtk_adjustment_get_page_size (get_place (view));
  guint in_sight = page > 0
                     ? (guint)(page / outlay_card_get_height (GTK_WIDGET (view))) + 1 + ROWS_NEAR
                     : FIRST_ROWS;
  guint first = (row > ROWS_NEAR ? row - ROWS_NEAR : 0) * columns;
  guint end = (row + in_sight) * columns;
  g_autoptr (GList) items = g_hash_table_get_keys (view->items);

  for (GList *item = items; item != NULL; item = item->next)
    {
      guint position = gtk_list_item_get_position (item->data);

      if (position < first || position >= end)
        continue;
      place_deal (view, item->data);
      if (!OUTLAY_IS_CARD (gtk_list_item_get_child (item->data)))
        give_card (view, item->data);
    }
}

/* All rows are of one height. */
static void
fill_sight (OutlayCardsView *view)
{
  guint columns = gtk_grid_view_get_max_columns (view->grid);
  guint n_deals = view->state != NULL
                    ? g_list_model_get_n_items (outlay_view_state_get_deals (view->state))
                    : 0;
  guint n_rows = (n_deals + columns - 1) / columns;
  double share = gtk_adjustment_get_value (get_place (view))
                 / MAX (gtk_adjustment_get_upper (get_place (view)), 1);

  fill_rows (view, (guint)(share * n_rows));
}

/* A deal that was rejected and is back comes into view, once it has its place. */
static void
show_returned (OutlayCardsView *view)
{
  OutlayStore *store = outlay_view_state_get_store (view->state);
  g_autoptr (OutlayDeal) deal = NULL;
  guint row, position;

  if (!outlay_deal_index_find (outlay_store_get_index (store), view->returned, &row))
    return;
  deal = outlay_store_dup_deal (store, view->returned);
  if (!outlay_view_state_find_shown (view->state, deal, &position))
    return;
  view->returned = 0;
  gtk_widget_activate_action (GTK_WIDGET (view->grid), "list.scroll-to-item", "u", position);
}

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  OutlayCardsView *view = OUTLAY_CARDS_VIEW (widget);
  guint columns = get_columns (view);

  view->tick = 0;
  if (columns != gtk_grid_view_get_max_columns (view->grid))
    set_columns (view, columns);
  outlay_card_places_set_most (view->places, G_MAXUINT);
  if (view->returned != 0)
    show_returned (view);
  fill_sight (view);
  return G_SOURCE_REMOVE;
}

/* Cards change nothing of the sizes that are given out right now, but GTK can't know that. */
static void
outlay_cards_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayCardsView *view = OUTLAY_CARDS_VIEW (widget);

  view->allocating = TRUE;
  gtk_widget_allocate (GTK_WIDGET (view->scroller), width, height, baseline, NULL);
  view->allocating = FALSE;
  outlay_deal_menu_place (widget);
  if (!view->drawn && g_hash_table_size (view->items) > 0)
    {
      outlay_card_draw_glyphs_once (GTK_WIDGET (view->grid));
      view->drawn = TRUE;
    }
  if (view->tick == 0)
    view->tick = gtk_widget_add_tick_callback (widget, settle_cb, NULL, NULL);
}

static void
scrolled_cb (OutlayCardsView *view)
{
  if (!view->allocating)
    fill_sight (view);
}

static void
outlay_cards_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  OutlayCardsView *view = OUTLAY_CARDS_VIEW (widget);

  gtk_widget_measure (GTK_WIDGET (view->scroller), orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = COLUMN_WIDTH + MARGIN;
  *natural = MAX (*natural, *minimum);
}

/* What stands where a card will, as high as one. */
static GtkWidget *
make_blank (OutlayCardsView *view)
{
  GtkWidget *blank = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (blank, -1, outlay_card_get_height (GTK_WIDGET (view)));
  return blank;
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, OutlayCardsView *view)
{
  gtk_list_item_set_child (item, make_blank (view));
  g_hash_table_insert (view->items, item, NULL);
  speak_later (view);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, OutlayCardsView *view)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  clear_deal (view, item);
  g_hash_table_remove (view->items, item);
  if (OUTLAY_IS_CARD (child))
    {
      outlay_card_set_deal (OUTLAY_CARD (child), NULL);
      if (view->spare->len < MOST_SPARE)
        g_ptr_array_add (view->spare, g_object_ref (child));
    }
  gtk_list_item_set_child (item, NULL);
}

static void
activate_cb (OutlayCardsView *view, guint position)
{
  g_autoptr (OutlayDeal) deal
    = g_list_model_get_item (outlay_view_state_get_deals (view->state), position);

  outlay_view_state_set_selected (view->state, deal);
  g_signal_emit (view, signals[SIGNAL_OPENED], 0);
}

/* Other deals may be at the places that there are. */
static void
state_changed_cb (OutlayCardsView *view)
{
  GHashTableIter iter;
  gpointer item;

  outlay_card_places_settle (view->places);
  g_hash_table_iter_init (&iter, view->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *child = gtk_list_item_get_child (item);

      if (OUTLAY_IS_CARD (child))
        measure_card (view, OUTLAY_CARD (child));
    }
  if (gtk_adjustment_get_value (get_place (view)) < 1)
    fill_rows (view, 0);
  else
    fill_sight (view);
  speak_later (view);
}

static GtkListItem *
find_item (OutlayCardsView *view, guint position)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, view->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      if (gtk_list_item_get_position (item) == position
          && OUTLAY_IS_CARD (gtk_list_item_get_child (item)))
        return item;
    }
  return NULL;
}

/* The keyboard goes with the deal that is selected where that is in sight, else to the first. */
static gboolean
place_focus (OutlayCardsView *view)
{
  OutlayDeal *selected = outlay_view_state_get_selected (view->state);
  GtkListItem *item = NULL;
  guint position;

  if (!outlay_focus_is_within (GTK_WIDGET (view->grid)))
    return FALSE;
  if (outlay_view_state_find_shown (view->state, selected, &position))
    item = find_item (view, position);
  if (item == NULL)
    item = find_item (view, 0);
  return item != NULL
         && gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
}

/* What was asked for begins at the top; deals that an import brings don't move the view. */
static void
asked_cb (OutlayCardsView *view)
{
  GListModel *deals = outlay_view_state_get_deals (view->state);

  view->returned = 0;
  if (g_list_model_get_n_items (deals) == 0)
    return;
  fill_rows (view, 0);
  if (place_focus (view) || gtk_adjustment_get_value (get_place (view)) >= 1)
    gtk_widget_activate_action (GTK_WIDGET (view->grid), "list.scroll-to-item", "u", 0);
}

/* The place is given out in the next frame. */
static void
returned_cb (OutlayCardsView *view, gint64 deal)
{
  view->returned = deal;
  gtk_widget_queue_allocate (GTK_WIDGET (view));
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_CARDS_VIEW (widget)->grid));
}

static void
outlay_cards_view_dispose (GObject *object)
{
  OutlayCardsView *view = OUTLAY_CARDS_VIEW (object);

  if (view->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (view), view->tick);
  view->tick = 0;
  g_clear_handle_id (&view->speaking, g_source_remove);
  if (view->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (view->scroller));
  view->scroller = NULL;
  g_clear_object (&view->places);
  g_clear_object (&view->selection);
  g_clear_object (&view->state);
  g_clear_pointer (&view->items, g_hash_table_unref);
  g_clear_pointer (&view->spare, g_ptr_array_unref);
  g_clear_pointer (&view->icons, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_cards_view_parent_class)->dispose (object);
}

static void
outlay_cards_view_class_init (OutlayCardsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_cards_view_dispose;
  widget_class->measure = outlay_cards_view_measure;
  widget_class->size_allocate = outlay_cards_view_size_allocate;
  widget_class->grab_focus = grab_focus;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", OUTLAY_TYPE_CARDS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "win.star", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK,
                                       "win.show-details", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
clear_place (gpointer deal)
{
  g_clear_object (&deal);
}

static void
outlay_cards_view_init (OutlayCardsView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *grid;

  view->items = g_hash_table_new_full (NULL, NULL, NULL, clear_place);
  view->spare = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), view);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), view);
  grid = gtk_grid_view_new (NULL, factory);
  view->grid = GTK_GRID_VIEW (grid);
  gtk_grid_view_set_max_columns (view->grid, FIRST_COLUMNS);
  gtk_grid_view_set_enable_rubberband (view->grid, TRUE);
  gtk_widget_add_css_class (grid, "cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Deals"), -1);
  g_signal_connect_swapped (grid, "activate", G_CALLBACK (activate_cb), view);
  view->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_focusable (GTK_WIDGET (view->scroller), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (view->scroller), "cards");
  gtk_scrolled_window_set_policy (view->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (view->scroller, grid);
  gtk_widget_set_parent (GTK_WIDGET (view->scroller), GTK_WIDGET (view));
}

static OutlayDeal *
pick_deal (GtkWidget *view, double x, double y)
{
  GtkWidget *seen = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = seen != NULL ? gtk_widget_get_ancestor (seen, OUTLAY_TYPE_CARD) : NULL;

  return card != NULL ? outlay_card_get_deal (OUTLAY_CARD (card)) : NULL;
}

/** outlay_cards_view_set_state: shows the deals of @state; to be called once. */
void
outlay_cards_view_set_state (OutlayCardsView *view,
                             OutlayViewState *state,
                             OutlaySelection *selection)
{
  g_return_if_fail (OUTLAY_IS_CARDS_VIEW (view));
  g_return_if_fail (view->state == NULL);

  view->state = g_object_ref (state);
  view->selection = g_object_ref (selection);
  view->icons = outlay_card_load_icons (GTK_WIDGET (view));
  outlay_deal_menu_attach (GTK_WIDGET (view), selection, pick_deal);
  view->places = outlay_card_places_new (OUTLAY_DEAL_LIST (outlay_view_state_get_deals (state)),
                                         outlay_selection_get_model (selection));
  outlay_card_places_set_most (view->places, FIRST_ROWS * FIRST_COLUMNS);
  gtk_grid_view_set_model (view->grid, GTK_SELECTION_MODEL (view->places));
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "asked", G_CALLBACK (asked_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_view_state_get_store (state), "returned",
                           G_CALLBACK (returned_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_place (view), "value-changed", G_CALLBACK (scrolled_cb), view,
                           G_CONNECT_SWAPPED);
  state_changed_cb (view);
}
