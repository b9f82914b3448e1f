/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-sidebar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "outlay-saved-list.h"
#include "outlay-sidebar-row.h"
#include "ui/access/outlay-context-menu.h"
#include "ui/access/outlay-focus.h"
#include "ui/access/outlay-tab-stop.h"

#define N_SCOPES (OUTLAY_SCOPE_STARRED + 1)

struct _OutlaySidebar
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  GtkListBox *scopes;
  GtkListBoxRow *rows[N_SCOPES];
  GtkLabel *names[N_SCOPES];
  GtkLabel *counts[N_SCOPES];
  GtkWidget *circles;
  OutlaySavedList *saved;
  GtkLabel *no_sources;
  GtkListView *sources;
  GtkToggleButton *find_source;
  GtkSearchEntry *source_words;
  GtkCustomFilter *source_filter;
  char *source_key;
  GtkSingleSelection *selection;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (OutlaySidebar, outlay_sidebar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const scope_names[N_SCOPES] = {"all", "review", "conflicts", "starred"};

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, outlay_sidebar_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  outlay_sidebar_row_bind (OUTLAY_SIDEBAR_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  outlay_sidebar_row_unbind (OUTLAY_SIDEBAR_ROW (gtk_list_item_get_child (item)));
}

static GListModel *
list_articles_cb (gpointer item, gpointer user_data)
{
  return OUTLAY_IS_SOURCE (item) ? g_object_ref (G_LIST_MODEL (item)) : NULL;
}

static void
show_counts (OutlaySidebar *sidebar)
{
  OutlayStore *store = outlay_view_state_get_store (sidebar->state);
  GListModel *sources = outlay_store_get_sources (store);
  gboolean partial = outlay_store_get_partial (store);
  guint n_all = outlay_view_state_count_scope (sidebar->state, OUTLAY_SCOPE_ALL);

  for (guint i = 0; i < N_SCOPES; i++)
    {
      guint count = outlay_view_state_count_scope (sidebar->state, (OutlayScope)i);
      g_autofree char *text = outlay_format_count (count);

      g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", count), count);
      g_autofree char *spoken
        = outlay_format_fill (C_ ("spoken", "{name}, {deals}"), "name",
                              outlay_scope_get_title ((OutlayScope)i), "deals", deals, NULL);

      gtk_label_set_text (sidebar->counts[i], n_all > 0 && !partial ? text : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar->rows[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_widget_set_visible (GTK_WIDGET (sidebar->rows[i]), i == OUTLAY_SCOPE_ALL || n_all > 0);
    }
  gtk_widget_set_visible (sidebar->circles, n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (sidebar->no_sources), g_list_model_get_n_items (sources) == 0
                                                              && !partial
                                                              && outlay_store_get_opened (store));
  gtk_widget_set_visible (GTK_WIDGET (sidebar->find_source),
                          g_list_model_get_n_items (sources) > 0);
}

static gboolean
is_pointed_at (OutlaySidebar *sidebar, GObject *item)
{
  OutlayScope scope = outlay_view_state_get_scope (sidebar->state);

  if (scope == OUTLAY_SCOPE_SOURCE && OUTLAY_IS_SOURCE (item))
    return g_strcmp0 (outlay_source_get_key (OUTLAY_SOURCE (item)),
                      outlay_view_state_get_source (sidebar->state))
           == 0;
  if (scope == OUTLAY_SCOPE_ARTICLE && OUTLAY_IS_SOURCE_ARTICLE (item))
    return outlay_source_article_get_id (OUTLAY_SOURCE_ARTICLE (item))
           == outlay_view_state_get_article (sidebar->state);
  return FALSE;
}

static guint
find_source_position (OutlaySidebar *sidebar)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (sidebar->selection));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (sidebar->selection), i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (is_pointed_at (sidebar, item))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
state_changed_cb (OutlaySidebar *sidebar)
{
  OutlayScope scope = outlay_view_state_get_scope (sidebar->state);

  sidebar->syncing = TRUE;
  show_counts (sidebar);
  if (scope < N_SCOPES)
    {
      gtk_list_box_select_row (sidebar->scopes, sidebar->rows[scope]);
      gtk_single_selection_set_selected (sidebar->selection, GTK_INVALID_LIST_POSITION);
    }
  else
    {
      gtk_list_box_unselect_all (sidebar->scopes);
      gtk_single_selection_set_selected (sidebar->selection, find_source_position (sidebar));
    }
  sidebar->syncing = FALSE;
}

static void
row_selected_cb (OutlaySidebar *sidebar, GtkListBoxRow *row)
{
  if (sidebar->syncing || row == NULL)
    return;
  outlay_view_state_set_scope (sidebar->state, (OutlayScope)gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (OutlaySidebar *sidebar, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == sidebar->circles)
    gtk_widget_activate_action (GTK_WIDGET (sidebar), "win.circles", NULL);
  g_signal_emit (sidebar, signals[SIGNAL_PICKED], 0);
}

static void
source_selected_cb (OutlaySidebar *sidebar)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (sidebar->selection);
  g_autoptr (GObject) item = NULL;

  if (sidebar->syncing || row == NULL)
    return;
  item = gtk_tree_list_row_get_item (row);
  if (OUTLAY_IS_SOURCE (item))
    outlay_view_state_show_source (sidebar->state, outlay_source_get_key (OUTLAY_SOURCE (item)));
  else
    outlay_view_state_show_article (sidebar->state,
                                    outlay_source_article_get_id (OUTLAY_SOURCE_ARTICLE (item)));
}

/* A double click or Return opens a source's articles; on an article it is done. */
static void
source_activated_cb (OutlaySidebar *sidebar, guint position)
{
  g_autoptr (GtkTreeListRow) row
    = g_list_model_get_item (G_LIST_MODEL (sidebar->selection), position);

  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    g_signal_emit (sidebar, signals[SIGNAL_PICKED], 0);
}

static gboolean
matches_words (gpointer item, gpointer user_data)
{
  OutlaySidebar *sidebar = user_data;
  g_autofree char *key = NULL;

  if (sidebar->source_key == NULL)
    return TRUE;
  key = outlay_text_fold (outlay_source_get_label (item));
  return strstr (key, sidebar->source_key) != NULL;
}

static void
source_words_changed_cb (OutlaySidebar *sidebar)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (sidebar->source_words));

  g_clear_pointer (&sidebar->source_key, g_free);
  if (*words != '\0')
    sidebar->source_key = outlay_text_fold (words);
  gtk_filter_changed (GTK_FILTER (sidebar->source_filter), GTK_FILTER_CHANGE_DIFFERENT);
  sidebar->syncing = TRUE;
  gtk_single_selection_set_selected (sidebar->selection, find_source_position (sidebar));
  sidebar->syncing = FALSE;
}

static void
find_source_cb (OutlaySidebar *sidebar)
{
  if (gtk_toggle_button_get_active (sidebar->find_source))
    gtk_widget_grab_focus (GTK_WIDGET (sidebar->source_words));
  else
    gtk_editable_set_text (GTK_EDITABLE (sidebar->source_words), "");
}

static void
stop_finding_cb (OutlaySidebar *sidebar)
{
  gtk_toggle_button_set_active (sidebar->find_source, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (sidebar->find_source));
}

/* The source or article that is there is chosen. */
static gboolean
select_at (GtkWidget *view, double x, double y, gpointer data)
{
  OutlaySidebar *sidebar = data;
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row
    = picked != NULL ? gtk_widget_get_ancestor (picked, OUTLAY_TYPE_SIDEBAR_ROW) : NULL;

  /* What is picked may be what the toolkit puts around a row. */
  if (row == NULL && picked != NULL && OUTLAY_IS_SIDEBAR_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row == NULL)
    return FALSE;
  gtk_single_selection_set_selected (sidebar->selection,
                                     outlay_sidebar_row_get_position (OUTLAY_SIDEBAR_ROW (row)));
  return TRUE;
}

static gboolean
has_selected (gpointer data)
{
  OutlaySidebar *sidebar = data;

  return outlay_focus_is_within (GTK_WIDGET (sidebar->sources))
         && gtk_single_selection_get_selected_item (sidebar->selection) != NULL;
}

static GMenuModel *
make_menu (gpointer data)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Read _Again"), "win.read-again");
  return G_MENU_MODEL (menu);
}

static void
outlay_sidebar_dispose (GObject *object)
{
  OutlaySidebar *sidebar = OUTLAY_SIDEBAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (sidebar))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&sidebar->selection);
  g_clear_object (&sidebar->source_filter);
  g_clear_pointer (&sidebar->source_key, g_free);
  g_clear_object (&sidebar->state);
  G_OBJECT_CLASS (outlay_sidebar_parent_class)->dispose (object);
}

static void
bind_scope_children (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < N_SCOPES; i++)
    {
      g_autofree char *row = g_strconcat ("row_", scope_names[i], NULL);
      g_autofree char *name = g_strconcat ("name_", scope_names[i], NULL);
      g_autofree char *count = g_strconcat ("count_", scope_names[i], NULL);

      gtk_widget_class_bind_template_child_full (widget_class, row, FALSE,
                                                 G_STRUCT_OFFSET (OutlaySidebar, rows)
                                                   + (gssize)(i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (OutlaySidebar, names)
                                                   + (gssize)(i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, count, FALSE,
                                                 G_STRUCT_OFFSET (OutlaySidebar, counts)
                                                   + (gssize)(i * sizeof (gpointer)));
    }
}

static void
outlay_sidebar_class_init (OutlaySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_sidebar_dispose;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", OUTLAY_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (OUTLAY_TYPE_SAVED_LIST);
  g_type_ensure (OUTLAY_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/sidebar/outlay-sidebar.ui");
  bind_scope_children (widget_class);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, scopes);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, circles);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, saved);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, no_sources);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, sources);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, find_source);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, source_words);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_sidebar_init (OutlaySidebar *sidebar)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (sidebar));
  for (guint i = 0; i < N_SCOPES; i++)
    gtk_label_set_text (sidebar->names[i], outlay_scope_get_title ((OutlayScope)i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (sidebar->sources, factory);
  g_signal_connect_swapped (sidebar->scopes, "row-selected", G_CALLBACK (row_selected_cb), sidebar);
  g_signal_connect_swapped (sidebar->scopes, "row-activated", G_CALLBACK (row_activated_cb),
                            sidebar);
  g_signal_connect_swapped (sidebar->sources, "activate", G_CALLBACK (source_activated_cb),
                            sidebar);
  g_signal_connect_swapped (sidebar->find_source, "toggled", G_CALLBACK (find_source_cb), sidebar);
  g_signal_connect_swapped (sidebar->source_words, "search-changed",
                            G_CALLBACK (source_words_changed_cb), sidebar);
  g_signal_connect_swapped (sidebar->source_words, "stop-search", G_CALLBACK (stop_finding_cb),
                            sidebar);
}

static void
saved_picked_cb (OutlaySidebar *sidebar)
{
  g_signal_emit (sidebar, signals[SIGNAL_PICKED], 0);
}

/** outlay_sidebar_set_saved: lists @filters to take; to be called once, after the state is set. */
void
outlay_sidebar_set_saved (OutlaySidebar *sidebar, OutlaySavedFilters *filters)
{
  outlay_saved_list_set_filters (sidebar->saved, sidebar->state, filters);
  g_signal_connect_object (sidebar->saved, "picked", G_CALLBACK (saved_picked_cb), sidebar,
                           G_CONNECT_SWAPPED);
}

/** outlay_sidebar_set_state: shows and changes what @state points at; to be called once. */
void
outlay_sidebar_set_state (OutlaySidebar *sidebar, OutlayViewState *state)
{
  static const OutlayContextMenuFuncs funcs = {select_at, has_selected, make_menu};
  GListModel *sources = outlay_store_get_sources (outlay_view_state_get_store (state));
  GtkFilterListModel *found;
  GtkTreeListModel *tree;

  g_return_if_fail (OUTLAY_IS_SIDEBAR (sidebar));
  g_return_if_fail (sidebar->state == NULL);

  sidebar->state = g_object_ref (state);
  sidebar->source_filter = gtk_custom_filter_new (matches_words, sidebar, NULL);
  found = gtk_filter_list_model_new (g_object_ref (sources),
                                     GTK_FILTER (g_object_ref (sidebar->source_filter)));
  tree = gtk_tree_list_model_new (G_LIST_MODEL (found), FALSE, FALSE, list_articles_cb, NULL, NULL);
  sidebar->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_single_selection_set_autoselect (sidebar->selection, FALSE);
  gtk_single_selection_set_can_unselect (sidebar->selection, TRUE);
  gtk_list_view_set_model (sidebar->sources, GTK_SELECTION_MODEL (sidebar->selection));
  outlay_context_menu_attach (GTK_WIDGET (sidebar), &funcs, sidebar, NULL);
  g_signal_connect_object (sidebar->selection, "notify::selected-item",
                           G_CALLBACK (source_selected_cb), sidebar, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), sidebar,
                           G_CONNECT_SWAPPED);
  state_changed_cb (sidebar);
}
