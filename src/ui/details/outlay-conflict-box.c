/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-conflict-box.h"
#include "outlay-wrapped-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ui/style/outlay-symbols.h"

struct _OutlayConflictBox
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkBox *values;
};

G_DEFINE_FINAL_TYPE (OutlayConflictBox, outlay_conflict_box, GTK_TYPE_WIDGET)

/* One value and the claims that give it. */
typedef struct
{
  char *value;
  GArray *claims;
} Side;

static const char *const titles[OUTLAY_N_FIELDS] = {
  [OUTLAY_FIELD_KIND] = N_ ("The articles disagree on the kind"),
  [OUTLAY_FIELD_STATUS] = N_ ("The articles disagree on the status"),
  [OUTLAY_FIELD_PARTIES] = N_ ("The articles disagree on the parties"),
  [OUTLAY_FIELD_AMOUNT] = N_ ("The articles disagree on the amount"),
  [OUTLAY_FIELD_AMOUNT_ALT] = N_ ("The articles disagree on the conversion"),
  [OUTLAY_FIELD_CAPACITY] = N_ ("The articles disagree on the capacity"),
  [OUTLAY_FIELD_PLACES] = N_ ("The articles disagree on the place"),
  [OUTLAY_FIELD_ANNOUNCED] = N_ ("The articles disagree on the day of announcement"),
  [OUTLAY_FIELD_START] = N_ ("The articles disagree on the start"),
  [OUTLAY_FIELD_END] = N_ ("The articles disagree on the end"),
};

static void
side_free (gpointer data)
{
  Side *side = data;

  g_free (side->value);
  g_array_unref (side->claims);
  g_free (side);
}

static Side *
find_side (GPtrArray *sides, const char *value)
{
  Side *side;

  for (guint i = 0; i < sides->len; i++)
    {
      side = g_ptr_array_index (sides, i);
      if (strcmp (side->value, value) == 0)
        return side;
    }
  side = g_new0 (Side, 1);
  side->value = g_strdup (value);
  side->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (sides, side);
  return side;
}

/* The values that the claims give, that of the deal first. */
static GPtrArray *
list_sides (const OutlayDealRecord *deal, OutlayField field)
{
  GPtrArray *sides = g_ptr_array_new_with_free_func (side_free);
  g_autofree char *shown = outlay_format_field_value (&deal->fields, field);

  find_side (sides, shown);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayClaim *claim = outlay_deal_record_get_claim (deal, i)->claim;
      g_autofree char *value = outlay_format_field_value (&claim->fields, field);

      if (*value != '\0')
        g_array_append_val (find_side (sides, value)->claims, i);
    }
  return sides;
}

/* Who gives a value: "de fr · 2 articles". */
static char *
dup_givers (const OutlayDealRecord *deal, const Side *side)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autofree char *codes = NULL;
  g_autofree char *count = g_strdup_printf (
    ngettext ("%u article", "%u articles", side->claims->len), side->claims->len);

  for (guint i = 0; i < side->claims->len; i++)
    {
      const char *lang = outlay_deal_record_get_claim (deal, g_array_index (side->claims, guint, i))
                           ->article->lang;

      if (*lang != '\0' && !g_ptr_array_find_with_equal_func (languages, lang, g_str_equal, NULL))
        g_ptr_array_add (languages, (gpointer)lang);
    }
  if (languages->len == 0)
    return g_steal_pointer (&count);
  g_ptr_array_add (languages, NULL);
  codes = g_strjoinv (" ", (GStrv)languages->pdata);
  /* Translators: codes of languages and how many articles: "de fr · 2 articles" */
  return outlay_format_fill (_ ("{languages} · {articles}"), "languages", codes, "articles", count,
                             NULL);
}

static int
find_quote (GPtrArray *quotes, OutlayField field, const Side *side)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);

      for (guint k = 0; k < side->claims->len && quote->field == field; k++)
        {
          if (quote->claim == g_array_index (side->claims, guint, k))
            return (int)i;
        }
    }
  return -1;
}

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  outlay_wrapped_text_set (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
add_side (
  OutlayConflictBox *self, const char *value, const char *givers, gboolean shown, GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *mark = outlay_symbol_new ("object-select-symbolic");
  GtkWidget *value_label = make_label (value, "conflict-value");
  /* Translators: {value} is one of the values that the articles disagree on, {givers} says which
   * articles give it: "up to $50 billion, shown, vi · 1 article" */
  const char *pattern = shown ? _ ("{value}, shown, {givers}") : _ ("{value}, {givers}");
  g_autofree char *label = outlay_format_fill (pattern, "value", value, "givers", givers, NULL);

  gtk_widget_set_opacity (mark, shown ? 1 : 0);
  gtk_widget_set_hexpand (value_label, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), mark, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), value_label, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label (givers, "conflict-givers"), 2, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (button), grid);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (shown)
    gtk_widget_set_tooltip_text (button, _ ("The value shown on the card"));
  else
    gtk_widget_set_tooltip_text (button, _ ("Take this value"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.choose");
  gtk_box_append (self->values, button);
}

static void
outlay_conflict_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_conflict_box_parent_class)->dispose (object);
}

static void
outlay_conflict_box_class_init (OutlayConflictBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_conflict_box_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/details/outlay-conflict-box.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, OutlayConflictBox, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayConflictBox, values);
}

static void
outlay_conflict_box_init (OutlayConflictBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_conflict_box_new:
 * @deal: a deal
 * @field: one on which its articles disagree
 * @quotes: (element-type OutlayFieldQuote): the deal's quotes
 *
 * Returns: (transfer floating): a box of the values and who gives them.
 */
GtkWidget *
outlay_conflict_box_new (const OutlayDealRecord *deal, OutlayField field, GPtrArray *quotes)
{
  OutlayConflictBox *self = g_object_new (OUTLAY_TYPE_CONFLICT_BOX, NULL);
  g_autoptr (GPtrArray) sides = list_sides (deal, field);

  outlay_wrapped_text_set (self->title, _ (titles[field]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (titles[field]), -1);
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = g_ptr_array_index (sides, i);
      g_autofree char *givers = dup_givers (deal, side);

      if (side->claims->len > 0)
        add_side (self, side->value, givers, i == 0,
                  g_variant_new ("(uuu)", field, g_array_index (side->claims, guint, 0),
                                 (guint)find_quote (quotes, field, side)));
    }
  return GTK_WIDGET (self);
}
