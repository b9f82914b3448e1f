/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-parties-form.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "outlay-deal-form.h"
#include "outlay-pick-entry.h"

struct _OutlayPartiesForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
  OutlayViewState *state;
  GtkBox *rows;
};

static void outlay_parties_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayPartiesForm,
                               outlay_parties_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM,
                                                      outlay_parties_form_init_form))

static void
outlay_parties_form_finalize (GObject *object)
{
  OutlayPartiesForm *self = OUTLAY_PARTIES_FORM (object);

  outlay_deal_record_unref (self->deal);
  g_object_unref (self->state);
  G_OBJECT_CLASS (outlay_parties_form_parent_class)->finalize (object);
}

static void
outlay_parties_form_class_init (OutlayPartiesFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_parties_form_finalize;
}

/* A row is a name and a role, in this order. */
static void
add_party (OutlayPartiesForm *self, OutlayRole role, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *entry = outlay_pick_entry_new (_ ("Name of the party"), outlay_deal_form_find_names,
                                            self->state, NULL);
  const char *roles[OUTLAY_N_ROLES + 1] = {NULL};
  GtkWidget *choice;

  for (guint i = 0; i < OUTLAY_N_ROLES; i++)
    roles[i] = outlay_format_role (i);
  choice = outlay_form_make_choice (_ ("Role of the party"), roles, role);
  gtk_widget_set_valign (choice, GTK_ALIGN_START);
  outlay_pick_entry_set_text (OUTLAY_PICK_ENTRY (entry), name);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (outlay_form_submit), self);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), choice);
  gtk_box_append (self->rows, row);
}

static void
add_clicked_cb (OutlayPartiesForm *self)
{
  add_party (self, OUTLAY_ROLE_PARTNER, "");
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->rows)), GTK_DIR_TAB_FORWARD);
}

static void
outlay_parties_form_init (OutlayPartiesForm *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("A_dd a Party"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), rows);
  gtk_box_append (GTK_BOX (self), add);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  self->rows = GTK_BOX (rows);
}

/* Investors first, as fields have them. */
static OutlayAct *
outlay_parties_form_make_act (OutlayForm *form, GError **error)
{
  OutlayPartiesForm *self = OUTLAY_PARTIES_FORM (form);
  g_auto (OutlayFields) values;

  outlay_fields_init (&values);
  for (OutlayRole role = 0; role < OUTLAY_N_ROLES; role++)
    {
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          OutlayPickEntry *entry = OUTLAY_PICK_ENTRY (gtk_widget_get_first_child (row));
          GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_last_child (row));
          g_autofree char *name = outlay_pick_entry_dup_text (entry);

          if (*name != '\0' && gtk_drop_down_get_selected (choice) == role)
            outlay_fields_add_party (&values, role, name);
        }
    }
  return outlay_form_make_correction (self->deal, OUTLAY_FIELD_PARTIES, &values, error);
}

static void
outlay_parties_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_parties_form_make_act;
}

/**
 * outlay_parties_form_new:
 *
 * Returns: (transfer floating): a form with the parties of @deal; names of the ledger are offered.
 */
GtkWidget *
outlay_parties_form_new (OutlayDealRecord *deal, OutlayViewState *state)
{
  OutlayPartiesForm *self = g_object_new (OUTLAY_TYPE_PARTIES_FORM, NULL);

  self->deal = outlay_deal_record_ref (deal);
  self->state = g_object_ref (state);
  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (&deal->fields, i);

      add_party (self, party->role, party->name);
    }
  if (deal->fields.parties->len == 0)
    add_party (self, OUTLAY_ROLE_INVESTOR, "");
  return GTK_WIDGET (self);
}
