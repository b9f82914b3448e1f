/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-shortcuts.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/outlay-text.h"
#include "ui/access/outlay-tab-stop.h"

struct _OutlayShortcuts
{
  GtkWindow parent_instance;

  GtkEditable *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (OutlayShortcuts, outlay_shortcuts, GTK_TYPE_WINDOW)

/* A line without keys is the heading of those that follow. */
typedef struct
{
  const char *title;
  const char *keys[2];
} Shortcut;

static const Shortcut shortcuts[] = {
  {NC_ ("shortcuts", "General")},
  {NC_ ("shortcuts", "Import files"), {"<Control>o"}},
  {NC_ ("shortcuts", "Import a folder"), {"<Control><Shift>o"}},
  {NC_ ("shortcuts", "Import copied text or files"), {"<Control>v", "<Shift>Insert"}},
  {NC_ ("shortcuts", "Read again the source or article chosen, or all"), {"<Control>r"}},
  {NC_ ("shortcuts", "Search"), {"<Control>f", "slash"}},
  {NC_ ("shortcuts", "Print the deals shown"), {"<Control>p", "<Control><Shift>p"}},
  {NC_ ("shortcuts", "Export"), {"<Control><Shift>e"}},
  {NC_ ("shortcuts", "Undo"), {"<Control>z"}},
  {NC_ ("shortcuts", "Redo"), {"<Control><Shift>z", "<Control>y"}},
  {NC_ ("shortcuts", "Keyboard shortcuts"), {"<Control>question", "<Control>F1"}},
  {NC_ ("shortcuts", "Help"), {"F1"}},
  {NC_ ("shortcuts", "Preferences"), {"<Control>comma"}},
  {NC_ ("shortcuts", "Main menu"), {"F10"}},
  {NC_ ("shortcuts", "Close the window"), {"<Control>w"}},
  {NC_ ("shortcuts", "Quit"), {"<Control>q"}},
  {NC_ ("shortcuts", "Deals")},
  {NC_ ("shortcuts", "Show the details of a deal"), {"Return", "<Alt>Return"}},
  {NC_ ("shortcuts", "Close the details"), {"Escape"}},
  {NC_ ("shortcuts", "Correct the value on whose row you are"), {"F2"}},
  {NC_ ("shortcuts", "Go through the evidence in an article"), {"<Control>g", "<Control><Shift>g"}},
  {NC_ ("shortcuts", "Edit the text of an article"), {"F2"}},
  {NC_ ("shortcuts", "Save the text and read it again"), {"<Control>s"}},
  {NC_ ("shortcuts", "Select all deals"), {"<Control>a"}},
  {NC_ ("shortcuts", "Copy the card, or the rows"), {"<Control>c"}},
  {NC_ ("shortcuts", "Star a deal"), {"s"}},
  {NC_ ("shortcuts", "Menu of the deals selected"), {"Menu", "<Shift>F10"}},
  {NC_ ("shortcuts", "Say that the deals selected are none"), {"Delete"}},
  {NC_ ("shortcuts", "Review")},
  {NC_ ("shortcuts", "Accept, or take two deals for one"), {"Return"}},
  {NC_ ("shortcuts", "Keep two deals apart"), {"n"}},
  {NC_ ("shortcuts", "Reject: it is no deal"), {"r"}},
  {NC_ ("shortcuts", "Skip to the next question"), {"j"}},
  {NC_ ("shortcuts", "Go back to the question before"), {"k"}},
  {NC_ ("shortcuts", "Merge with another deal"), {"m"}},
  {NC_ ("shortcuts", "Take the first or the second of two values"), {"1", "2"}},
  {NC_ ("shortcuts", "Edit the deal"), {"e"}},
  {NC_ ("shortcuts", "Open the article"), {"o"}},
  {NC_ ("shortcuts", "Filters")},
  {NC_ ("shortcuts", "Include a value"), {"Return"}},
  {NC_ ("shortcuts", "Exclude a value"), {"<Control>Return"}},
  {NC_ ("shortcuts", "Clear all filters"), {"<Control><Shift>x"}},
  {NC_ ("shortcuts", "Delete a saved filter"), {"Delete"}},
  {NC_ ("shortcuts", "Move the start of a range"), {"Left", "Right"}},
  {NC_ ("shortcuts", "Move the end of a range"), {"<Shift>Left", "<Shift>Right"}},
  {NC_ ("shortcuts", "Back from an article, or to the filters before"), {"<Alt>Left", "Back"}},
  {NC_ ("shortcuts", "Forward again"), {"<Alt>Right", "Forward"}},
  {NC_ ("shortcuts", "View")},
  {NC_ ("shortcuts", "Show the deals as cards"), {"<Alt>1"}},
  {NC_ ("shortcuts", "Show the deals as a table"), {"<Alt>2"}},
  {NC_ ("shortcuts", "Show the deals on a time axis"), {"<Alt>3"}},
  {NC_ ("shortcuts", "Show who commits how much to whom"), {"<Alt>4"}},
  {NC_ ("shortcuts", "Choose a period on the time axis"), {"<Shift>Left", "<Shift>Right"}},
  {NC_ ("shortcuts", "Follow the money to whom it goes, or back"), {"Right", "Left"}},
  {NC_ ("shortcuts", "Next pane"), {"F6"}},
  {NC_ ("shortcuts", "Sidebar"), {"F9"}},
  {NC_ ("shortcuts", "Print window")},
  {NC_ ("shortcuts", "Print"), {"<Control>p"}},
  {NC_ ("shortcuts", "Save as PDF"), {"<Control>s"}},
  {NC_ ("shortcuts", "Page before, or page behind"), {"Page_Up", "Page_Down"}},
  {NC_ ("shortcuts", "First page, or last page"), {"<Control>Home", "<Control>End"}},
  {NC_ ("shortcuts", "Larger, or smaller"), {"<Control>plus", "<Control>minus"}},
  {NC_ ("shortcuts", "Whole page"), {"<Control>0"}},
};

static const char *
get_title (const Shortcut *shortcut)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "shortcuts", shortcut->title);
}

/* As the desktop writes keys in the language of the user. */
static char *
dup_key_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  return gtk_accelerator_get_label (key, modifiers);
}

static char *
dup_keys_label (const Shortcut *shortcut)
{
  g_autofree char *first = dup_key_label (shortcut->keys[0]);
  g_autofree char *second = NULL;

  if (shortcut->keys[1] == NULL)
    return g_steal_pointer (&first);
  second = dup_key_label (shortcut->keys[1]);
  return outlay_format_fill (C_ ("shortcuts", "{key} or {other}"), "key", first, "other", second,
                             NULL);
}

static const Shortcut *
get_shortcut (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "shortcut");
}

/* The heading that a shortcut stands under. */
static const Shortcut *
get_heading (const Shortcut *shortcut)
{
  while (shortcut->keys[0] != NULL)
    shortcut--;
  return shortcut;
}

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *title = gtk_label_new (get_title (shortcut));
  g_autofree char *keys = dup_keys_label (shortcut);
  g_autofree char *spoken = outlay_format_fill (C_ ("spoken", "{action}: {keys}"), "action",
                                                get_title (shortcut), "keys", keys, NULL);
  GtkWidget *label = gtk_label_new (keys);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (label, "dim");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "shortcut", (gpointer)shortcut);
  return row;
}

static void
head_row_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const Shortcut *heading = get_heading (get_shortcut (row));
  GtkWidget *label;

  if (before != NULL && get_heading (get_shortcut (before)) == heading)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                        get_title (heading), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "shortcuts-heading");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
matches_cb (GtkListBoxRow *row, gpointer data)
{
  OutlayShortcuts *self = data;
  g_autofree char *title = outlay_text_fold (get_title (get_shortcut (row)));
  g_autofree char *wanted = outlay_text_fold (gtk_editable_get_text (self->search));

  return strstr (title, wanted) != NULL;
}

static void
outlay_shortcuts_class_init (OutlayShortcutsClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_list (OutlayShortcuts *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (list, "shortcuts");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, head_row_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, matches_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keyboard Shortcuts"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].keys[0] != NULL)
        gtk_list_box_append (self->list, make_row (&shortcuts[i]));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), outlay_tab_stop_new (list));
  return scrolled;
}

static void
outlay_shortcuts_init (OutlayShortcuts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *list;

  self->search = GTK_EDITABLE (search);
  list = make_list (self);
  gtk_widget_add_css_class (search, "shortcuts-search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("shortcuts", "Find a shortcut"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->list);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), list);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 640);
}

/**
 * outlay_shortcuts_new:
 * @parent: (nullable): the window whose keys they are
 *
 * Returns: (transfer none): a window of its own, that can stay open beside @parent.
 */
GtkWidget *
outlay_shortcuts_new (GtkWindow *parent)
{
  return g_object_new (OUTLAY_TYPE_SHORTCUTS, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
}
