/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-figure-form.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-myriads.h"
#include "outlay-figure-text.h"

#define N_SCALES 4

struct _OutlayFigureForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
  OutlayField field;
  GtkDropDown *hedge;
  GtkEditable *low;
  GtkEditable *high;
  GtkWidget *to;
  GtkDropDown *scale;
  GtkEditable *currency;
};

static void outlay_figure_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayFigureForm,
                               outlay_figure_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM,
                                                      outlay_figure_form_init_form))

static const char *const hedges[OUTLAY_N_QUALIFIERS] = {
  [OUTLAY_QUALIFIER_EXACT] = NC_ ("hedge", "exactly"),
  [OUTLAY_QUALIFIER_ABOUT] = NC_ ("hedge", "about"),
  [OUTLAY_QUALIFIER_UP_TO] = NC_ ("hedge", "up to"),
  [OUTLAY_QUALIFIER_AT_LEAST] = NC_ ("hedge", "at least"),
  [OUTLAY_QUALIFIER_RANGE] = NC_ ("hedge", "between"),
  [OUTLAY_QUALIFIER_VAGUE] = NC_ ("hedge", "some"),
};

/* Hundredths of a currency, and kilowatts. */
static const gint64 money_scales[N_SCALES]
  = {OUTLAY_MONEY_UNIT, OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (1000000),
     OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (1000000000),
     OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (1000000000000)};
static const gint64 myriad_scales[N_SCALES]
  = {OUTLAY_MONEY_UNIT, OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (10000),
     OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (100000000),
     OUTLAY_MONEY_UNIT *G_GINT64_CONSTANT (1000000000000)};
static const gint64 power_scales[N_SCALES] = {1, 1000, 1000000, G_GINT64_CONSTANT (1000000000)};

static gboolean
is_money (OutlayFigureForm *self)
{
  return self->field == OUTLAY_FIELD_AMOUNT;
}

static const gint64 *
get_scales (OutlayFigureForm *self)
{
  if (!is_money (self))
    return power_scales;
  return outlay_format_counts_in_myriads () ? myriad_scales : money_scales;
}

static void
outlay_figure_form_finalize (GObject *object)
{
  outlay_deal_record_unref (OUTLAY_FIGURE_FORM (object)->deal);
  G_OBJECT_CLASS (outlay_figure_form_parent_class)->finalize (object);
}

static void
outlay_figure_form_class_init (OutlayFigureFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_figure_form_finalize;
}

static void
outlay_figure_form_init (OutlayFigureForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

/* A range needs two figures; of a capacity the ledger keeps the upper one. */
static gboolean
has_low (OutlayFigureForm *self)
{
  return is_money (self) && gtk_drop_down_get_selected (self->hedge) == OUTLAY_QUALIFIER_RANGE;
}

static void
hedge_changed_cb (OutlayFigureForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->low), has_low (self));
  gtk_widget_set_visible (self->to, has_low (self));
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE,
                       _ ("Write a figure, such as 1.5 or 300, and choose its scale."));
  return FALSE;
}

static gboolean
read_entry (OutlayFigureForm *self, GtkEditable *entry, gint64 *value, GError **error)
{
  gint64 scale = get_scales (self)[gtk_drop_down_get_selected (self->scale)];

  return outlay_figure_text_parse (gtk_editable_get_text (entry), scale, value) || refuse (error);
}

static gboolean
is_empty (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text == '\0';
}

static gboolean
read_money (OutlayFigureForm *self, OutlayMoney *money, GError **error)
{
  OutlayPer per = self->deal->fields.amount.per;
  gint64 figure = OUTLAY_MONEY_UNSET;
  g_autofree char *currency = g_ascii_strup (gtk_editable_get_text (self->currency), -1);

  *money = (OutlayMoney)OUTLAY_MONEY_INIT;
  money->qualifier = gtk_drop_down_get_selected (self->hedge);
  if (is_empty (self->high) && money->qualifier != OUTLAY_QUALIFIER_VAGUE)
    {
      money->qualifier = OUTLAY_QUALIFIER_EXACT;
      return TRUE;
    }
  if (!is_empty (self->high) && !read_entry (self, self->high, &figure, error))
    return FALSE;
  g_strlcpy (money->currency, g_strstrip (currency), sizeof money->currency);
  money->per = per;
  if (money->qualifier == OUTLAY_QUALIFIER_AT_LEAST || money->qualifier == OUTLAY_QUALIFIER_VAGUE)
    money->low = figure;
  else
    money->high = figure;
  return !has_low (self) || read_entry (self, self->low, &money->low, error);
}

static gboolean
read_capacity (OutlayFigureForm *self, OutlayCapacity *capacity, GError **error)
{
  *capacity = (OutlayCapacity)OUTLAY_CAPACITY_INIT;
  if (is_empty (self->high))
    return TRUE;
  capacity->qualifier = gtk_drop_down_get_selected (self->hedge);
  return read_entry (self, self->high, &capacity->kilowatts, error);
}

static OutlayAct *
outlay_figure_form_make_act (OutlayForm *form, GError **error)
{
  OutlayFigureForm *self = OUTLAY_FIGURE_FORM (form);
  g_auto (OutlayFields) values;

  outlay_fields_init (&values);
  if (is_money (self) ? !read_money (self, &values.amount, error)
                      : !read_capacity (self, &values.capacity, error))
    return NULL;
  return outlay_form_make_correction (self->deal, self->field, &values, error);
}

static void
outlay_figure_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_figure_form_make_act;
}

static GtkEditable *
add_entry (OutlayFigureForm *self, GtkBox *row, const char *label, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_hexpand (entry, width > 4);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry),
                               width > 4 ? GTK_INPUT_PURPOSE_NUMBER : GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (outlay_form_submit), self);
  gtk_box_append (row, entry);
  return GTK_EDITABLE (entry);
}

static GtkBox *
add_row (OutlayFigureForm *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (self), row);
  return GTK_BOX (row);
}

static GtkDropDown *
add_hedge (OutlayFigureForm *self, GtkBox *row, OutlayQualifier qualifier)
{
  const char *titles[OUTLAY_N_QUALIFIERS + 1] = {NULL};
  GtkWidget *choice;

  for (guint i = 0; i < OUTLAY_N_QUALIFIERS; i++)
    titles[i] = g_dpgettext2 (NULL, "hedge", hedges[i]);
  choice = outlay_form_make_choice (_ ("How sure it is"), titles, qualifier);
  gtk_widget_set_hexpand (choice, TRUE);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (hedge_changed_cb), self);
  gtk_box_append (row, choice);
  return GTK_DROP_DOWN (choice);
}

/* The largest scale that the figure fills. */
static guint
find_scale (OutlayFigureForm *self, gint64 figure)
{
  const gint64 *scales = get_scales (self);

  for (guint i = N_SCALES - 1; i > 0 && figure > 0; i--)
    {
      if (figure >= scales[i])
        return i;
    }
  return figure > 0 ? 0 : is_money (self) ? 2 : 1;
}

static GtkDropDown *
add_scale (OutlayFigureForm *self, GtkBox *row, gint64 figure)
{
  gboolean myriads = outlay_format_counts_in_myriads ();
  const char *money[]
    = {C_ ("scale", "units"), myriads ? outlay_format_myriad_word (10000) : C_ ("scale", "million"),
       myriads ? outlay_format_myriad_word (100000000) : C_ ("scale", "billion"),
       C_ ("scale", "trillion"), NULL};
  const char *power[] = {"kW", "MW", "GW", "TW", NULL};
  GtkWidget *choice = outlay_form_make_choice (_ ("Scale"), is_money (self) ? money : power,
                                               find_scale (self, figure));

  gtk_box_append (row, choice);
  return GTK_DROP_DOWN (choice);
}

static void
fill_entry (OutlayFigureForm *self, GtkEditable *entry, gint64 figure)
{
  g_autofree char *text = NULL;

  if (figure == OUTLAY_MONEY_UNSET || figure == 0)
    return;
  text = outlay_figure_text_print (figure,
                                   get_scales (self)[gtk_drop_down_get_selected (self->scale)]);
  gtk_editable_set_text (entry, text);
}

static void
build (OutlayFigureForm *self, OutlayQualifier qualifier, gint64 low, gint64 high)
{
  GtkBox *first = add_row (self);
  GtkBox *second;
  gint64 leading = high == OUTLAY_MONEY_UNSET ? low : high;

  self->hedge = add_hedge (self, first, qualifier);
  if (is_money (self))
    {
      self->currency = add_entry (self, first, _ ("Currency, by its three letters"), 4);
      gtk_entry_set_max_length (GTK_ENTRY (self->currency), 3);
    }
  second = add_row (self);
  self->low = add_entry (self, second, _ ("Lower figure"), 6);
  self->to = gtk_label_new ("–");
  gtk_box_append (second, self->to);
  self->high = add_entry (self, second, _ ("Figure"), 6);
  self->scale = add_scale (self, second, leading);
  fill_entry (self, self->high, leading);
  if (high != OUTLAY_MONEY_UNSET)
    fill_entry (self, self->low, low);
  hedge_changed_cb (self);
}

/**
 * outlay_figure_form_new:
 * @field: %OUTLAY_FIELD_AMOUNT or %OUTLAY_FIELD_CAPACITY
 *
 * Returns: (transfer floating): a form with the value that the field has.
 */
GtkWidget *
outlay_figure_form_new (OutlayDealRecord *deal, OutlayField field)
{
  OutlayFigureForm *self = g_object_new (OUTLAY_TYPE_FIGURE_FORM, NULL);
  const OutlayMoney *money = &deal->fields.amount;
  const OutlayCapacity *capacity = &deal->fields.capacity;

  self->deal = outlay_deal_record_ref (deal);
  self->field = field;
  if (field == OUTLAY_FIELD_AMOUNT)
    {
      build (self, money->qualifier, money->low, money->high);
      gtk_editable_set_text (self->currency, *money->currency != '\0' ? money->currency : "USD");
    }
  else
    build (self, capacity->qualifier, OUTLAY_MONEY_UNSET, capacity->kilowatts);
  return GTK_WIDGET (self);
}
