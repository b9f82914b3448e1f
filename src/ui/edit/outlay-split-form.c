/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-split-form.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

struct _OutlaySplitForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
};

static void outlay_split_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlaySplitForm,
                               outlay_split_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM,
                                                      outlay_split_form_init_form))

static void
outlay_split_form_finalize (GObject *object)
{
  outlay_deal_record_unref (OUTLAY_SPLIT_FORM (object)->deal);
  G_OBJECT_CLASS (outlay_split_form_parent_class)->finalize (object);
}

static void
outlay_split_form_class_init (OutlaySplitFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_split_form_finalize;
}

static void
outlay_split_form_init (OutlaySplitForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static OutlayAct *
outlay_split_form_make_act (OutlayForm *form, GError **error)
{
  OutlaySplitForm *self = OUTLAY_SPLIT_FORM (form);
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_array_append_val (claims, outlay_deal_record_get_claim (self->deal, i)->id);
    }
  if (claims->len == 0 || claims->len == self->deal->claims->len)
    {
      g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE,
                           _ ("Choose some of the articles, and leave at least one."));
      return NULL;
    }
  return outlay_act_new_split (self->deal->id, claims);
}

static void
outlay_split_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_split_form_make_act;
}

static GtkWidget *
make_check (const OutlayDealClaim *claim)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label;
  g_autofree char *article = outlay_article_dup_label (claim->article);
  g_autofree char *amount = outlay_format_field_value (&claim->claim->fields, OUTLAY_FIELD_AMOUNT);
  /* Translators: an article and the amount that it gives: "Title (lang): $2 billion" */
  g_autofree char *text
    = *amount != '\0'
        ? outlay_format_fill (_ ("{article}: {amount}"), "article", article, "amount", amount, NULL)
        : g_strdup (article);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), text);
  label = gtk_widget_get_last_child (check);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return check;
}

/**
 * outlay_split_form_new:
 * @deal: one that two articles or more speak of
 *
 * Returns: (transfer floating): a form with its articles, none chosen.
 */
GtkWidget *
outlay_split_form_new (OutlayDealRecord *deal)
{
  OutlaySplitForm *self = g_object_new (OUTLAY_TYPE_SPLIT_FORM, NULL);

  self->deal = outlay_deal_record_ref (deal);
  for (guint i = 0; i < deal->claims->len; i++)
    gtk_box_append (GTK_BOX (self), make_check (outlay_deal_record_get_claim (deal, i)));
  return GTK_WIDGET (self);
}
