/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-choice-form.h"

#include "base/format/outlay-format.h"

struct _OutlayChoiceForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
  OutlayField field;
  GtkDropDown *choice;
};

static void outlay_choice_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayChoiceForm,
                               outlay_choice_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM,
                                                      outlay_choice_form_init_form))

static void
outlay_choice_form_finalize (GObject *object)
{
  outlay_deal_record_unref (OUTLAY_CHOICE_FORM (object)->deal);
  G_OBJECT_CLASS (outlay_choice_form_parent_class)->finalize (object);
}

static void
outlay_choice_form_class_init (OutlayChoiceFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_choice_form_finalize;
}

static void
outlay_choice_form_init (OutlayChoiceForm *self)
{
}

static OutlayAct *
outlay_choice_form_make_act (OutlayForm *form, GError **error)
{
  OutlayChoiceForm *self = OUTLAY_CHOICE_FORM (form);
  guint chosen = gtk_drop_down_get_selected (self->choice);
  g_auto (OutlayFields) values;

  outlay_fields_init (&values);
  if (self->field == OUTLAY_FIELD_KIND)
    values.kind = chosen;
  else
    values.status = chosen;
  return outlay_form_make_correction (self->deal, self->field, &values, error);
}

static void
outlay_choice_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_choice_form_make_act;
}

/**
 * outlay_choice_form_new:
 * @field: %OUTLAY_FIELD_KIND or %OUTLAY_FIELD_STATUS
 *
 * Returns: (transfer floating): a form with the value that the field has.
 */
GtkWidget *
outlay_choice_form_new (OutlayDealRecord *deal, OutlayField field)
{
  OutlayChoiceForm *self = g_object_new (OUTLAY_TYPE_CHOICE_FORM, NULL);
  const char *titles[MAX (OUTLAY_N_KINDS, OUTLAY_N_STATUSES) + 1] = {NULL};
  gboolean kind = field == OUTLAY_FIELD_KIND;
  GtkWidget *choice;

  self->deal = outlay_deal_record_ref (deal);
  self->field = field;
  for (guint i = 0; i < (guint)(kind ? OUTLAY_N_KINDS : OUTLAY_N_STATUSES); i++)
    titles[i] = kind ? outlay_format_kind (i) : outlay_format_status (i);
  choice = outlay_form_make_choice (outlay_format_field (field), titles,
                                    kind ? (guint)deal->fields.kind : (guint)deal->fields.status);
  gtk_widget_set_hexpand (choice, TRUE);
  self->choice = GTK_DROP_DOWN (choice);
  gtk_box_append (GTK_BOX (self), choice);
  return GTK_WIDGET (self);
}
