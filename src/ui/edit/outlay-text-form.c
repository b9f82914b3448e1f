/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-text-form.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-country.h"

typedef OutlayAct *(*MakeAct) (OutlayTextForm *self, const char *text, GError **error);

struct _OutlayTextForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
  OutlayField field;
  MakeAct make_act;
  GtkEditable *entry;
};

static void outlay_text_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayTextForm,
                               outlay_text_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM, outlay_text_form_init_form))

static void
outlay_text_form_finalize (GObject *object)
{
  outlay_deal_record_unref (OUTLAY_TEXT_FORM (object)->deal);
  G_OBJECT_CLASS (outlay_text_form_parent_class)->finalize (object);
}

static void
outlay_text_form_class_init (OutlayTextFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_text_form_finalize;
}

static void
outlay_text_form_init (OutlayTextForm *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (outlay_form_submit), self);
  gtk_box_append (GTK_BOX (self), entry);
  self->entry = GTK_EDITABLE (entry);
}

static OutlayAct *
outlay_text_form_make_act (OutlayForm *form, GError **error)
{
  OutlayTextForm *self = OUTLAY_TEXT_FORM (form);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return self->make_act (self, text, error);
}

static void
outlay_text_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_text_form_make_act;
}

static GtkWidget *
new_form (
  OutlayDealRecord *deal, OutlayField field, MakeAct make_act, const char *label, const char *text)
{
  OutlayTextForm *self = g_object_new (OUTLAY_TYPE_TEXT_FORM, NULL);

  self->deal = outlay_deal_record_ref (deal);
  self->field = field;
  self->make_act = make_act;
  gtk_editable_set_text (self->entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}

static OutlayDate *
get_date (OutlayFields *fields, OutlayField field)
{
  return field == OUTLAY_FIELD_START ? &fields->start
         : field == OUTLAY_FIELD_END ? &fields->end
                                     : &fields->announced;
}

static OutlayAct *
make_date_act (OutlayTextForm *self, const char *text, GError **error)
{
  g_auto (OutlayFields) values;

  outlay_fields_init (&values);
  if (*text != '\0' && !outlay_date_from_string (text, get_date (&values, self->field)))
    {
      g_set_error_literal (
        error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE,
        _ ("This is no date. Write a year, half, quarter, month or day, as 2027-Q2."));
      return NULL;
    }
  return outlay_form_make_correction (self->deal, self->field, &values, error);
}

static OutlayAct *
make_places_act (OutlayTextForm *self, const char *text, GError **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;、，", -1);
  g_auto (OutlayFields) values;

  outlay_fields_init (&values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *code = outlay_country_find (g_strstrip (names[i]));

      if (code != NULL)
        outlay_fields_add_place (&values, code);
      else if (*names[i] != '\0')
        {
          g_autofree char *message
            = outlay_format_fill (_ ("“{name}” is no country. Write its name or its two letters."),
                                  "name", names[i], NULL);

          g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE, message);
          return NULL;
        }
    }
  return outlay_form_make_correction (self->deal, OUTLAY_FIELD_PLACES, &values, error);
}

static OutlayAct *
make_note_act (OutlayTextForm *self, const char *text, GError **error)
{
  return outlay_act_new_note (self->deal->id, text);
}

static OutlayAct *
make_tag_act (OutlayTextForm *self, const char *text, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (*text == '\0')
    {
      g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE,
                           _ ("Write the word that these deals shall have in common."));
      return NULL;
    }
  g_array_append_val (deals, self->deal->id);
  return outlay_act_new_tag (deals, text, TRUE);
}

/**
 * outlay_text_form_new_date:
 * @field: %OUTLAY_FIELD_ANNOUNCED, %OUTLAY_FIELD_START or %OUTLAY_FIELD_END
 *
 * Returns: (transfer floating): a form with the date that the field has.
 */
GtkWidget *
outlay_text_form_new_date (OutlayDealRecord *deal, OutlayField field)
{
  OutlayDate date = *get_date (&deal->fields, field);
  g_autofree char *text = outlay_date_is_set (date) ? outlay_date_to_string (date) : g_strdup ("");

  return new_form (deal, field, make_date_act, outlay_format_field (field), text);
}

/**
 * outlay_text_form_new_places:
 *
 * Returns: (transfer floating): a form with the countries of @deal.
 */
GtkWidget *
outlay_text_form_new_places (OutlayDealRecord *deal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < deal->fields.places->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            outlay_country_get_name (g_ptr_array_index (deal->fields.places, i)));
  return new_form (deal, OUTLAY_FIELD_PLACES, make_places_act,
                   outlay_format_field (OUTLAY_FIELD_PLACES), text->str);
}

/**
 * outlay_text_form_new_note:
 *
 * Returns: (transfer floating): a form with the note on @deal.
 */
GtkWidget *
outlay_text_form_new_note (OutlayDealRecord *deal)
{
  return new_form (deal, 0, make_note_act, _ ("Note"), deal->note != NULL ? deal->note : "");
}

/**
 * outlay_text_form_new_tag:
 *
 * Returns: (transfer floating): a form for one more tag of @deal.
 */
GtkWidget *
outlay_text_form_new_tag (OutlayDealRecord *deal)
{
  return new_form (deal, 0, make_tag_act, _ ("Tag"), "");
}
