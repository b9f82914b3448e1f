/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/outlay-text.h"
#include "base/threads/outlay-worker.h"
#include "outlay-pick-entry.h"

/* As many as can be overlooked at a glance. */
#define MOST_PICKS 6

struct _OutlayDealForm
{
  GtkBox parent_instance;

  OutlayDealRecord *deal;
  OutlayViewState *state;
  OutlayActKind kind;
  GtkDropDown *party;
  OutlayPickEntry *entry;
  gint64 picked;
};

static void outlay_deal_form_init_form (OutlayFormInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayDealForm,
                               outlay_deal_form,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_FORM, outlay_deal_form_init_form))

static void
outlay_deal_form_finalize (GObject *object)
{
  OutlayDealForm *self = OUTLAY_DEAL_FORM (object);

  outlay_deal_record_unref (self->deal);
  g_object_unref (self->state);
  G_OBJECT_CLASS (outlay_deal_form_parent_class)->finalize (object);
}

static void
outlay_deal_form_class_init (OutlayDealFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_deal_form_finalize;
}

static void
outlay_deal_form_init (OutlayDealForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static OutlayAct *
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, OUTLAY_ACT_ERROR, OUTLAY_ACT_ERROR_VALUE, message);
  return NULL;
}

static OutlayAct *
make_read_as (OutlayDealForm *self, GError **error)
{
  guint index = gtk_drop_down_get_selected (self->party);
  g_autofree char *name = outlay_pick_entry_dup_text (self->entry);

  if (*name == '\0' || index >= self->deal->fields.parties->len)
    return refuse (error, _ ("Write the name of the organisation that it is."));
  return outlay_act_new_read_as (outlay_fields_get_party (&self->deal->fields, index)->name, name);
}

static OutlayAct *
outlay_deal_form_make_act (OutlayForm *form, GError **error)
{
  OutlayDealForm *self = OUTLAY_DEAL_FORM (form);
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->kind == OUTLAY_ACT_READ_AS)
    return make_read_as (self, error);
  if (self->picked == 0)
    return refuse (error, _ ("Write some words of the deal, and choose it from the list."));
  if (self->kind == OUTLAY_ACT_PART)
    return outlay_act_new_part (self->deal->id, self->picked);
  g_array_append_val (deals, self->deal->id);
  g_array_append_val (deals, self->picked);
  return outlay_act_new_merge (deals);
}

static void
outlay_deal_form_init_form (OutlayFormInterface *iface)
{
  iface->make_act = outlay_deal_form_make_act;
}

static gboolean
holds_words (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static OutlayPick *
make_pick (OutlayDeal *deal)
{
  const char *whom = outlay_deal_get_whom (deal);
  g_autofree char *title = g_strjoin (" ", outlay_deal_get_who (deal), whom, NULL);
  g_autofree char *text
    = g_strjoin (" · ", outlay_deal_get_amount (deal), outlay_deal_get_kind_word (deal),
                 outlay_deal_get_date (deal), NULL);

  return outlay_pick_new (title, text, outlay_deal_get_id (deal));
}

static GPtrArray *
find_deals (const char *text, gpointer data)
{
  OutlayDealForm *self = data;
  OutlayStore *store = outlay_view_state_get_store (self->state);
  OutlayDealIndex *index = outlay_store_get_index (store);
  guint count = index != NULL ? outlay_deal_index_get_n_deals (index) : 0;
  g_autofree char *folded = outlay_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *picks = outlay_pick_list_new ();

  for (guint row = 0; row < count && picks->len < MOST_PICKS; row++)
    {
      g_autoptr (OutlayDeal) deal = NULL;

      if (outlay_deal_index_get_row (index, row)->id == self->deal->id
          || !holds_words (outlay_deal_index_get_card_text (index, row), words))
        continue;
      deal = outlay_deal_pool_dup_deal (outlay_store_get_pool (store), row);
      g_ptr_array_add (picks, make_pick (deal));
    }
  return picks;
}

/**
 * outlay_deal_form_find_names:
 * @state: an #OutlayViewState
 *
 * Returns: (transfer full) (element-type OutlayPick): organisations of the ledger of whose names a
 *   word begins with @text.
 */
GPtrArray *
outlay_deal_form_find_names (const char *text, gpointer state)
{
  g_autoptr (GArray) values = outlay_view_state_list_facet (state, OUTLAY_FACET_PARTY);
  g_autofree char *folded = outlay_text_fold (text);
  g_autofree char *inside = g_strconcat (" ", folded, NULL);
  GPtrArray *picks = outlay_pick_list_new ();

  for (guint i = 0; i < values->len && picks->len < MOST_PICKS; i++)
    {
      const char *label = g_array_index (values, OutlayFacetValue, i).label;
      g_autofree char *name = outlay_text_fold (label);

      if ((g_str_has_prefix (name, folded) || strstr (name, inside) != NULL)
          && strcmp (label, text) != 0)
        g_ptr_array_add (picks, outlay_pick_new (label, NULL, 0));
    }
  return picks;
}

static void
picked_cb (OutlayDealForm *self, const OutlayPick *pick)
{
  self->picked = pick != NULL ? pick->id : 0;
}

/* The texts of all cards are written when one is first asked for: before it is typed for. */
static void
prepare_thread (GTask *task, gpointer source, gpointer index, GCancellable *cancellable)
{
  if (outlay_deal_index_get_n_deals (index) > 0)
    outlay_deal_index_get_card_text (index, 0);
  g_task_return_boolean (task, TRUE);
}

static void
prepare_search (OutlayViewState *state)
{
  OutlayDealIndex *index = outlay_store_get_index (outlay_view_state_get_store (state));
  g_autoptr (GTask) task = NULL;

  if (index == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, outlay_deal_index_ref (index),
                        (GDestroyNotify)outlay_deal_index_unref);
  outlay_worker_run (task, prepare_thread);
}

static OutlayDealForm *
new_form (OutlayDealRecord *deal, OutlayViewState *state, OutlayActKind kind)
{
  OutlayDealForm *self = g_object_new (OUTLAY_TYPE_DEAL_FORM, NULL);

  self->deal = outlay_deal_record_ref (deal);
  self->state = g_object_ref (state);
  self->kind = kind;
  return self;
}

static void
add_entry (OutlayDealForm *self, const char *label, OutlayPickFunc find, gpointer data)
{
  GtkWidget *entry = outlay_pick_entry_new (label, find, data, NULL);

  self->entry = OUTLAY_PICK_ENTRY (entry);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (outlay_form_submit), self);
  g_signal_connect_swapped (entry, "picked", G_CALLBACK (picked_cb), self);
  gtk_box_append (GTK_BOX (self), entry);
}

/**
 * outlay_deal_form_new_merge:
 *
 * Returns: (transfer floating): a form for the deal that @deal is the same as.
 */
GtkWidget *
outlay_deal_form_new_merge (OutlayDealRecord *deal, OutlayViewState *state)
{
  OutlayDealForm *self = new_form (deal, state, OUTLAY_ACT_MERGE);

  prepare_search (state);
  add_entry (self, _ ("Words of the other deal"), find_deals, self);
  return GTK_WIDGET (self);
}

/**
 * outlay_deal_form_new_part:
 *
 * Returns: (transfer floating): a form for the deal that @deal is a part of.
 */
GtkWidget *
outlay_deal_form_new_part (OutlayDealRecord *deal, OutlayViewState *state)
{
  OutlayDealForm *self = new_form (deal, state, OUTLAY_ACT_PART);

  prepare_search (state);
  add_entry (self, _ ("Words of the whole deal"), find_deals, self);
  return GTK_WIDGET (self);
}

/**
 * outlay_deal_form_new_read_as:
 *
 * Returns: (transfer floating): a form for the organisation that a party of @deal is.
 */
GtkWidget *
outlay_deal_form_new_read_as (OutlayDealRecord *deal, OutlayViewState *state)
{
  OutlayDealForm *self = new_form (deal, state, OUTLAY_ACT_READ_AS);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint i = 0; i < deal->fields.parties->len; i++)
    g_ptr_array_add (names, outlay_fields_get_party (&deal->fields, i)->name);
  g_ptr_array_add (names, NULL);
  choice = outlay_form_make_choice (_ ("The name"), (const char *const *)names->pdata, 0);
  self->party = GTK_DROP_DOWN (choice);
  gtk_box_append (GTK_BOX (self), choice);
  add_entry (self, _ ("The organisation that it is"), outlay_deal_form_find_names, state);
  return GTK_WIDGET (self);
}
