/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the list of deals to review: which deal, and what is asked of it. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-row.h"

#include "outlay-review-question.h"
#include "ui/details/outlay-deal-words.h"
#include "ui/style/outlay-reading.h"

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, i == 0 ? "row-name" : "quote-origin");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

/* What is suggested is not read for a row, only whether something is. */
static gboolean
is_suggested (OutlayViewState *state, gint64 id)
{
  OutlayDealIndex *index = outlay_store_get_index (outlay_view_state_get_store (state));
  guint row;

  return outlay_deal_index_find (index, id, &row)
         && (outlay_deal_index_get_row (index, row)->traits & 1u << OUTLAY_TRAIT_SUGGESTED) != 0;
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  OutlayViewState *state = data;
  GtkWidget *box = gtk_list_item_get_child (item);
  const OutlayDealRecord *deal = outlay_deal_get_summary (gtk_list_item_get_item (item));
  g_autofree char *title = outlay_deal_words_dup_title (&deal->fields);
  g_autofree char *question = outlay_review_question_dup (deal, is_suggested (state, deal->id));
  g_autofree char *figure = outlay_review_question_dup_figure (deal);
  /* What differs goes first, as it is the end that is cut. */
  g_autofree char *asked
    = figure != NULL ? g_strjoin (" · ", figure, question, NULL) : g_strdup (question);
  g_autofree char *read = outlay_reading_dup_parties (box, title, &deal->fields);
  g_autofree char *name = g_strjoin (". ", title, asked, NULL);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), read);
  outlay_reading_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), asked);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * outlay_review_row_factory_new:
 * @state: (transfer none): whose deals the rows are of
 *
 * Returns: (transfer full): what makes the rows.
 */
GtkListItemFactory *
outlay_review_row_factory_new (OutlayViewState *state)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), state, 0);
  return factory;
}
