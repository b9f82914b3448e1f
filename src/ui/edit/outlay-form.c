/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-form.h"

#include "base/outlay-fields-check.h"

G_DEFINE_INTERFACE (OutlayForm, outlay_form, GTK_TYPE_WIDGET)

enum
{
  SUBMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
outlay_form_default_init (OutlayFormInterface *iface)
{
  signals[SUBMIT] = g_signal_new ("submit", OUTLAY_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

/**
 * outlay_form_make_act:
 * @error: return location for an #OutlayActError: what is to be filled in otherwise, for people
 *
 * Returns: (transfer full) (nullable): what the form says is to be done.
 */
OutlayAct *
outlay_form_make_act (OutlayForm *form, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_FORM (form), NULL);

  return OUTLAY_FORM_GET_IFACE (form)->make_act (form, error);
}

/** outlay_form_submit: says that the form is filled in. */
void
outlay_form_submit (OutlayForm *form)
{
  g_return_if_fail (OUTLAY_IS_FORM (form));

  g_signal_emit (form, signals[SUBMIT], 0);
}

/**
 * outlay_form_make_correction:
 * @values: where the field has its new value
 * @error: return location for an #OutlayActError
 *
 * Returns: (transfer full) (nullable): an act that sets one field of @deal, unless its value cannot
 *   be.
 */
OutlayAct *
outlay_form_make_correction (OutlayDealRecord *deal,
                             OutlayField field,
                             const OutlayFields *values,
                             GError **error)
{
  g_autofree char *mistake = outlay_fields_find_mistake (values, 1u << field);

  if (mistake != NULL)
    {
      g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE, mistake);
      return NULL;
    }
  return outlay_act_new_correct (deal->id, 1u << field, values);
}

/**
 * outlay_form_make_choice:
 * @label: what is chosen, for who cannot see it
 * @titles: (array zero-terminated=1): what can be chosen, in the language of the program
 * @chosen: which one is
 *
 * Returns: (transfer floating): a #GtkDropDown.
 */
GtkWidget *
outlay_form_make_choice (const char *label, const char *const *titles, guint chosen)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return choice;
}
