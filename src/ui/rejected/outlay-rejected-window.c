/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-rejected-window.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "outlay-rejected-row.h"
#include "ui/access/outlay-focus.h"
#include "ui/access/outlay-tab-stop.h"
#include "ui/edit/outlay-act-toast.h"
#include "ui/pages/outlay-status-page.h"
#include "ui/toast/outlay-toast-overlay.h"

/* The models: deals (all that is rejected) → found (what the search leaves) → selection. */
struct _OutlayRejectedWindow
{
  GtkWindow parent_instance;

  OutlayToastOverlay *toasts;
  GtkStack *pages;
  OutlayStatusPage *none;
  OutlayStatusPage *failure;
  GtkSearchEntry *search;
  GtkWidget *none_found;
  GtkWidget *list_stop;
  GtkListView *list;
  GtkLabel *hint;
  GtkWidget *bring_back;

  OutlayStore *store;
  GCancellable *listing;
  GListStore *deals;
  GtkCustomFilter *filter;
  GtkSelectionModel *selection;
  char *key;
};

G_DEFINE_FINAL_TYPE (OutlayRejectedWindow, outlay_rejected_window, GTK_TYPE_WINDOW)

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, outlay_rejected_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  outlay_rejected_row_bind (OUTLAY_REJECTED_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static gboolean
matches_words (gpointer item, gpointer user_data)
{
  OutlayRejectedWindow *self = user_data;

  return self->key == NULL || outlay_rejected_deal_matches (item, self->key);
}

static guint
count_selected (OutlayRejectedWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return (guint)gtk_bitset_get_size (selected);
}

static void
show_selected (OutlayRejectedWindow *self)
{
  guint count = count_selected (self);
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *number = outlay_format_count (count > 0 ? count : n_found);
  const char *pattern = count > 0
                          ? ngettext ("{count} selected", "{count} selected", count)
                          : ngettext ("{count} rejected deal. Return brings it back.",
                                      "{count} rejected deals. Return brings one back.", n_found);
  g_autofree char *text = outlay_format_fill (pattern, "count", number, NULL);

  gtk_label_set_text (self->hint, text);
  gtk_widget_set_sensitive (self->bring_back, count > 0);
}

/* An empty list has nothing for the keyboard to come to. */
static void
show_found (OutlayRejectedWindow *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_widget_set_visible (self->list_stop, any);
  gtk_widget_set_visible (self->none_found, !any);
  show_selected (self);
}

static void
bring_back (OutlayRejectedWindow *self, GtkBitset *positions)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean any = gtk_bitset_iter_init_first (&iter, positions, &position); any;
       any = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (OutlayRejectedDeal) deal
        = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      gint64 id = outlay_rejected_deal_get_id (deal);

      g_array_append_val (ids, id);
    }
  g_autoptr (OutlayAct) act = outlay_act_new_reject (ids, FALSE);
  outlay_act_toast_run (GTK_WIDGET (self->pages), self->store, act);
}

static void
bring_back_clicked_cb (OutlayRejectedWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (!gtk_bitset_is_empty (selected))
    bring_back (self, selected);
}

/* Return on one of several that are selected means all of them. */
static void
row_activated_cb (OutlayRejectedWindow *self, guint position)
{
  g_autoptr (GtkBitset) alone = gtk_bitset_new_range (position, 1);

  if (gtk_selection_model_is_selected (self->selection, position))
    bring_back_clicked_cb (self);
  else
    bring_back (self, alone);
}

static void
search_changed_cb (OutlayRejectedWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->key, g_free);
  if (*words != '\0')
    self->key = outlay_text_fold (words);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (OutlayRejectedWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
same_at (OutlayRejectedWindow *self, guint position, OutlayRejectedDeal *deal)
{
  g_autoptr (OutlayRejectedDeal) shown
    = g_list_model_get_item (G_LIST_MODEL (self->deals), position);

  return outlay_rejected_deal_equal (shown, deal);
}

/* What stays before and after what has changed keeps its rows, and so the place of the list. */
static void
take_deals (OutlayRejectedWindow *self, const GPtrArray *deals)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->deals));
  guint first = 0, last = 0, most = MIN (n_shown, deals->len);

  while (first < most && same_at (self, first, g_ptr_array_index (deals, first)))
    first++;
  while (last < most - first
         && same_at (self, n_shown - last - 1, g_ptr_array_index (deals, deals->len - last - 1)))
    last++;
  if (first + last < MAX (n_shown, deals->len))
    g_list_store_splice (self->deals, first, n_shown - first - last, deals->pdata + first,
                         deals->len - first - last);
}

static GtkWidget *
ensure_page (OutlayRejectedWindow *self, OutlayStatusPage **page, const char *icon)
{
  if (*page == NULL)
    {
      *page = OUTLAY_STATUS_PAGE (outlay_status_page_new (icon));
      gtk_stack_add_child (self->pages, GTK_WIDGET (*page));
    }
  return GTK_WIDGET (*page);
}

static void
show_none (OutlayRejectedWindow *self)
{
  GtkWidget *page = ensure_page (self, &self->none, "user-trash-symbolic");

  outlay_status_page_set_texts (self->none, _ ("No rejected deals"),
                                _ ("What you say is no deal waits here, and can be brought back."));
  gtk_stack_set_visible_child (self->pages, page);
}

static void
show_failure (OutlayRejectedWindow *self, const GError *error)
{
  GtkWidget *page = ensure_page (self, &self->failure, "dialog-error-symbolic");

  outlay_status_page_set_texts (self->failure, _ ("The rejected deals cannot be read"),
                                error->message);
  gtk_stack_set_visible_child (self->pages, page);
}

/* The row that had the keyboard may be gone. */
static void
show_deals (OutlayRejectedWindow *self, const GPtrArray *deals)
{
  gboolean appears = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "list") != 0;
  gboolean focused
    = outlay_focus_is_within (GTK_WIDGET (self->list)) || outlay_focus_is_within (self->bring_back);

  take_deals (self, deals);
  if (deals->len == 0)
    {
      show_none (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->pages, "list");
  show_found (self);
  if (appears || (focused && !outlay_focus_is_within (GTK_WIDGET (self->list))))
    outlay_focus_when_sized (GTK_WIDGET (self->list));
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayRejectedWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals
    = outlay_store_list_rejected_finish (OUTLAY_STORE (object), result, &error);

  /* Then the window may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (deals != NULL)
    show_deals (self, deals);
  else
    show_failure (self, error);
}

static void
stop_listing (OutlayRejectedWindow *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

static void
list_deals (OutlayRejectedWindow *self)
{
  stop_listing (self);
  self->listing = g_cancellable_new ();
  outlay_store_list_rejected_async (self->store, self->listing, listed_cb, self);
}

static void
outlay_rejected_window_dispose (GObject *object)
{
  OutlayRejectedWindow *self = OUTLAY_REJECTED_WINDOW (object);

  stop_listing (self);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->deals);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (outlay_rejected_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/rejected/outlay-rejected-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, none_found);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, list_stop);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, bring_back);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bring_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
outlay_rejected_window_class_init (OutlayRejectedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_rejected_window_dispose;
  g_type_ensure (OUTLAY_TYPE_TAB_STOP);
  g_type_ensure (OUTLAY_TYPE_TOAST_OVERLAY);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
outlay_rejected_window_init (OutlayRejectedWindow *self)
{
  GtkFilterListModel *found;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->deals = g_list_store_new (OUTLAY_TYPE_REJECTED_DEAL);
  self->filter = gtk_custom_filter_new (matches_words, self, NULL);
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->deals)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (found)));
  gtk_list_view_set_model (self->list, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_found), self,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_rejected_window_new:
 * @parent: the window whose acts it undoes
 * @store: (transfer none): whose ledger it shows
 *
 * Returns: (transfer none): a window beside @parent that lists what is no deal.
 */
GtkWidget *
outlay_rejected_window_new (GtkWindow *parent, OutlayStore *store)
{
  OutlayRejectedWindow *self
    = g_object_new (OUTLAY_TYPE_REJECTED_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  g_signal_connect_object (store, "changed", G_CALLBACK (list_deals), self, G_CONNECT_SWAPPED);
  list_deals (self);
  return GTK_WIDGET (self);
}
