/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-pick-entry.h"

struct _OutlayPickEntry
{
  GtkBox parent_instance;

  GtkEditable *entry;
  GtkListBox *list;
  OutlayPickFunc find;
  gpointer data;
  GDestroyNotify free;
  GPtrArray *picks;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (OutlayPickEntry, outlay_pick_entry, GTK_TYPE_BOX)

enum
{
  PICKED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * outlay_pick_new:
 *
 * Returns: (transfer full): a pick, for a list of outlay_pick_list_new().
 */
OutlayPick *
outlay_pick_new (const char *title, const char *text, gint64 id)
{
  OutlayPick *pick = g_new (OutlayPick, 1);

  *pick = (OutlayPick){g_strdup (title), g_strdup (text), id};
  return pick;
}

static void
pick_free (gpointer data)
{
  OutlayPick *pick = data;

  g_free (pick->title);
  g_free (pick->text);
  g_free (pick);
}

/**
 * outlay_pick_list_new:
 *
 * Returns: (transfer full): an empty list of picks.
 */
GPtrArray *
outlay_pick_list_new (void)
{
  return g_ptr_array_new_with_free_func (pick_free);
}

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
show_picks (OutlayPickEntry *self, GPtrArray *picks)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->picks, g_ptr_array_unref);
  self->picks = picks;
  for (guint i = 0; picks != NULL && i < picks->len; i++)
    {
      const OutlayPick *pick = g_ptr_array_index (picks, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (box), make_label (pick->title, "pick-title"));
      if (pick->text != NULL)
        gtk_box_append (GTK_BOX (box), make_label (pick->text, "quote-origin"));
      gtk_list_box_append (self->list, box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, pick->title, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), picks != NULL && picks->len > 0);
}

static void
changed_cb (OutlayPickEntry *self)
{
  g_autofree char *text = outlay_pick_entry_dup_text (self);

  if (self->setting)
    return;
  g_signal_emit (self, signals[PICKED], 0, NULL);
  show_picks (self, *text != '\0' ? self->find (text, self->data) : NULL);
}

static void
row_activated_cb (OutlayPickEntry *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_ref (self->picks);
  OutlayPick *pick = g_ptr_array_index (picks, (guint)gtk_list_box_row_get_index (row));

  outlay_pick_entry_set_text (self, pick->title);
  show_picks (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[PICKED], 0, pick);
}

static void
activate_cb (OutlayPickEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
outlay_pick_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_PICK_ENTRY (widget)->entry));
}

static void
outlay_pick_entry_finalize (GObject *object)
{
  OutlayPickEntry *self = OUTLAY_PICK_ENTRY (object);

  g_clear_pointer (&self->picks, g_ptr_array_unref);
  if (self->free != NULL)
    self->free (self->data);
  G_OBJECT_CLASS (outlay_pick_entry_parent_class)->finalize (object);
}

static void
outlay_pick_entry_class_init (OutlayPickEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_pick_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = outlay_pick_entry_grab_focus;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_pick_entry_init (OutlayPickEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "picks");
  gtk_widget_set_visible (list, FALSE);
  gtk_box_append (GTK_BOX (self), entry);
  gtk_box_append (GTK_BOX (self), list);
  self->entry = GTK_EDITABLE (entry);
  self->list = GTK_LIST_BOX (list);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * outlay_pick_entry_new:
 * @label: what is to be typed, for who cannot see it
 * @find: tells what a text may mean
 * @data: (nullable): for @find
 * @free: (nullable): frees @data
 *
 * Returns: (transfer floating): an empty entry.
 */
GtkWidget *
outlay_pick_entry_new (const char *label, OutlayPickFunc find, gpointer data, GDestroyNotify free)
{
  OutlayPickEntry *self = g_object_new (OUTLAY_TYPE_PICK_ENTRY, NULL);

  self->find = find;
  self->data = data;
  self->free = free;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * outlay_pick_entry_dup_text:
 *
 * Returns: (transfer full): what is typed, without space around it.
 */
char *
outlay_pick_entry_dup_text (OutlayPickEntry *entry)
{
  g_return_val_if_fail (OUTLAY_IS_PICK_ENTRY (entry), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (entry->entry)));
}

/** outlay_pick_entry_set_text: writes @text without looking for what it may mean. */
void
outlay_pick_entry_set_text (OutlayPickEntry *entry, const char *text)
{
  g_return_if_fail (OUTLAY_IS_PICK_ENTRY (entry));

  entry->setting = TRUE;
  gtk_editable_set_text (entry->entry, text);
  gtk_editable_set_position (entry->entry, -1);
  entry->setting = FALSE;
}
