/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-selection.h"

#include "outlay-deal-selection.h"

struct _OutlaySelection
{
  GObject parent_instance;

  OutlayViewState *state;
  OutlayDealSelection *model;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (OutlaySelection, outlay_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where the deal is whose details are shown. */
static gboolean
find_leader (OutlaySelection *self, guint *position)
{
  return outlay_view_state_find_shown (self->state, outlay_view_state_get_selected (self->state),
                                       position);
}

/* A deal that a filter hides stays selected: its details stay, and so does the choice when it
 * comes back. */
static void
follow_state (OutlaySelection *self)
{
  guint position;

  if (find_leader (self, &position)
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), position))
    {
      self->syncing = TRUE;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
      self->syncing = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Of several deals the one whose details are shown stays that one, as long as it is among them. */
static void
follow_model (OutlaySelection *self)
{
  GListModel *deals = outlay_view_state_get_deals (self->state);
  g_autoptr (GtkBitset) rows
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  g_autoptr (OutlayDeal) first = NULL;
  guint position;

  if (self->syncing)
    return;
  if (!gtk_bitset_is_empty (rows)
      && !(find_leader (self, &position) && gtk_bitset_contains (rows, position)))
    {
      first = g_list_model_get_item (deals, gtk_bitset_get_minimum (rows));
      outlay_view_state_set_selected (self->state, first);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
outlay_selection_dispose (GObject *object)
{
  OutlaySelection *self = OUTLAY_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (outlay_selection_parent_class)->dispose (object);
}

static void
outlay_selection_class_init (OutlaySelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_selection_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_selection_init (OutlaySelection *self)
{
}

/**
 * outlay_selection_new:
 * @state: (transfer none): whose deals are selected from
 *
 * Returns: (transfer full): a selection with the deal alone whose details are shown.
 */
OutlaySelection *
outlay_selection_new (OutlayViewState *state)
{
  OutlaySelection *self = g_object_new (OUTLAY_TYPE_SELECTION, NULL);

  self->state = g_object_ref (state);
  self->model = outlay_deal_selection_new (OUTLAY_DEAL_LIST (outlay_view_state_get_deals (state)));
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (follow_model), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (follow_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (follow_state), self, G_CONNECT_SWAPPED);
  follow_state (self);
  return self;
}

/**
 * outlay_selection_get_model:
 *
 * Returns: (transfer none): the deals shown and which of them are selected, for views.
 */
GtkSelectionModel *
outlay_selection_get_model (OutlaySelection *self)
{
  return GTK_SELECTION_MODEL (self->model);
}

/**
 * outlay_selection_find:
 * @deal: (nullable): what is looked for
 * @position: (out): where it is in the model
 *
 * Returns: whether it is among the deals shown.
 */
gboolean
outlay_selection_find (OutlaySelection *self, OutlayDeal *deal, guint *position)
{
  return outlay_view_state_find_shown (self->state, deal, position);
}

/** outlay_selection_count: returns how many of the deals shown are selected. */
guint
outlay_selection_count (OutlaySelection *self)
{
  g_autoptr (GtkBitset) rows
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));

  return (guint)gtk_bitset_get_size (rows);
}

/**
 * outlay_selection_list:
 *
 * Returns: (transfer full) (element-type OutlayDeal): the deals selected, in their order; the one
 *   whose details are shown where a filter hides it and no other is selected.
 */
GPtrArray *
outlay_selection_list (OutlaySelection *self)
{
  GListModel *deals = outlay_view_state_get_deals (self->state);
  OutlayDeal *leader = outlay_view_state_get_selected (self->state);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) rows
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  GtkBitsetIter iter;
  guint position;
  gboolean any = gtk_bitset_iter_init_first (&iter, rows, &position);

  if (!any && leader != NULL)
    g_ptr_array_add (list, g_object_ref (leader));
  for (; any; any = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (list, g_list_model_get_item (deals, position));
  return list;
}

/** outlay_selection_dup_shown: Returns: (transfer full): the deals selected of those shown. */
OutlayShown *
outlay_selection_dup_shown (OutlaySelection *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) rows
    = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  GtkBitsetIter iter;
  guint position;

  for (gboolean any = gtk_bitset_iter_init_first (&iter, rows, &position); any;
       any = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (positions, position);
  return outlay_view_state_dup_some_shown (self->state, positions);
}

/** outlay_selection_reduce: leaves the deal alone whose details are shown. */
void
outlay_selection_reduce (OutlaySelection *self)
{
  guint position;

  if (find_leader (self, &position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->model));
}
