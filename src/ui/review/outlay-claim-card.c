/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one article says of a deal, field by field, beside what another says. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-claim-card.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-review-question.h"
#include "ui/details/outlay-excerpt.h"
#include "ui/details/outlay-quote-button.h"
#include "ui/details/outlay-wrapped-text.h"

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  outlay_wrapped_text_set_made (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

/* The words of the article for the field that is in question, or else for its amount. */
static void
add_quote (GtkWidget *card,
           const OutlayDealRecord *deal,
           guint claim,
           const GPtrArray *quotes,
           const char *action)
{
  const OutlayFieldQuote *best = NULL;
  guint best_index = 0;
  OutlayField asked = OUTLAY_FIELD_AMOUNT;
  GtkWidget *button;

  outlay_review_question_find_field (deal, &asked, NULL);
  for (guint i = 0; i < quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->claim != claim)
        continue;
      if (best == NULL || (quote->field == asked && best->field != asked))
        {
          best = quote;
          best_index = i;
        }
    }
  if (best == NULL)
    return;
  button = outlay_quote_button_new (g_ptr_array_index (quotes, best_index));
  gtk_widget_add_css_class (button, "claim-quote");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", best_index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (card), button);
}

/* "=", "≠" or "?" stands beside a value, so that colour is not all that tells a difference or a
 * doubt. */
static GtkWidget *
make_mark (GtkWidget *row, const char *value, const char *other, gboolean doubted)
{
  gboolean differs = other != NULL && g_strcmp0 (value, other) != 0;
  GtkWidget *mark = make_label (differs ? "≠" : other != NULL ? "=" : doubted ? "?" : "", "mark");

  if (!differs && (other != NULL || !doubted))
    return mark;
  gtk_widget_add_css_class (row, "differs");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  differs ? _ ("differs") : _ ("in doubt"), -1);
  return mark;
}

/* Returns what shows the value, %NULL where there is nothing to show. */
static GtkLabel *
add_field (
  GtkWidget *card, const char *heading, const char *value, const char *other, gboolean doubted)
{
  gboolean stated = value != NULL && *value != '\0';
  GtkWidget *row;
  GtkWidget *label;

  if (!stated && (other == NULL || *other == '\0'))
    return NULL;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = make_label (stated ? value : _ ("not stated"), "field-value");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), make_label (heading, "field-name"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), make_mark (row, value, other, doubted));
  gtk_widget_add_css_class (row, "claim-row");
  gtk_box_append (GTK_BOX (card), row);
  return GTK_LABEL (label);
}

static void
add_fields (GtkWidget *card,
            const OutlayDealRecord *deal,
            const OutlayFields *fields,
            const OutlayFields *other)
{
  OutlayField asked;
  gboolean any = outlay_review_question_find_field (deal, &asked, NULL);
  static const OutlayField shown[]
    = {OUTLAY_FIELD_AMOUNT, OUTLAY_FIELD_CAPACITY, OUTLAY_FIELD_PLACES, OUTLAY_FIELD_ANNOUNCED,
       OUTLAY_FIELD_START,  OUTLAY_FIELD_END,      OUTLAY_FIELD_STATUS, OUTLAY_FIELD_KIND};

  for (OutlayRole role = 0; role < OUTLAY_N_ROLES; role++)
    {
      GtkLabel *label;
      g_autofree char *names = outlay_format_parties (fields, role, G_MAXUINT);
      g_autofree char *others
        = other != NULL ? outlay_format_parties (other, role, G_MAXUINT) : NULL;

      label = add_field (card, outlay_format_role (role), names != NULL ? names : "",
                         other == NULL    ? NULL
                         : others != NULL ? others
                                          : "",
                         any && asked == OUTLAY_FIELD_PARTIES);
      if (label != NULL && names != NULL)
        outlay_wrapped_text_set_parties (label, names, fields);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *value = outlay_format_field_value (fields, shown[i]);
      g_autofree char *others = other != NULL ? outlay_format_field_value (other, shown[i]) : NULL;

      add_field (card, outlay_format_field (shown[i]), value, others, any && asked == shown[i]);
    }
}

/**
 * outlay_claim_card_new:
 * @claim: index of a claim of @deal
 * @fields: what is shown: what the claim says, or all that is known of @deal
 * @other: (nullable): what another article says: what differs is marked
 * @quotes: (element-type OutlayFieldQuote): the deal's quotes
 * @action: what a click on the words activates, with their index in @quotes
 *
 * Returns: (transfer floating): a card of what the article says.
 */
GtkWidget *
outlay_claim_card_new (const OutlayDealRecord *deal,
                       guint claim,
                       const OutlayFields *fields,
                       const OutlayFields *other,
                       const GPtrArray *quotes,
                       const char *action)
{
  const OutlayDealClaim *said = outlay_deal_record_get_claim (deal, claim);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *origin = outlay_excerpt_dup_origin (said->article);
  g_autofree char *title = outlay_article_dup_label (said->article);

  gtk_widget_add_css_class (card, "claim-card");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), make_label (origin, "quote-origin"));
  gtk_box_append (GTK_BOX (card), make_label (title, "name"));
  add_quote (card, deal, claim, quotes, action);
  add_fields (card, deal, fields, other);
  return card;
}
