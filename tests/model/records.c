/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

#include <string.h>

#define BILLION (G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT)

static void
read_amount (OutlayMoney *money, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  gint64 figure;

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_strlcpy (money->currency, words[0], sizeof money->currency);
  g_assert_true (outlay_qualifier_from_string (words[1], &money->qualifier));
  figure = g_ascii_strtoll (words[2], NULL, 10) * BILLION;
  if (money->qualifier == OUTLAY_QUALIFIER_AT_LEAST || money->qualifier == OUTLAY_QUALIFIER_VAGUE)
    money->low = figure;
  else
    money->high = figure;
}

static void
add_claims (OutlayDealRecord *deal, const char *sources)
{
  g_auto (GStrv) entries = g_strsplit (sources, "|", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], "/", 2);
      OutlayArticle *article = outlay_article_new ();

      article->source = *parts[0] != '\0' ? g_strdup (parts[0]) : NULL;
      g_free (article->lang);
      article->lang = g_strdup (parts[1]);
      article->title = g_strdup_printf ("Tin số %" G_GINT64_FORMAT, deal->id);
      g_ptr_array_add (deal->claims, outlay_deal_claim_new (deal->id * 10 + i, deal->id * 10 + i,
                                                            outlay_claim_new (), article));
    }
}

/** record_make: returns (transfer full) the deal that @record tells. */
OutlayDealRecord *
record_make (const Record *record, gint64 id)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();
  g_auto (GStrv) recipients
    = g_strsplit (record->recipient != NULL ? record->recipient : "", "|", -1);
  g_auto (GStrv) countries = g_strsplit (record->country != NULL ? record->country : "", "|", -1);

  deal->id = id;
  deal->fields.kind = record->kind;
  deal->fields.status = record->status;
  deal->review = record->review;
  deal->conflicts = record->conflicts;
  if (record->investor != NULL)
    outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, record->investor);
  for (guint i = 0; recipients[i] != NULL; i++)
    outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_RECIPIENT, recipients[i]);
  if (record->amount != NULL)
    read_amount (&deal->fields.amount, record->amount);
  if (record->each)
    deal->fields.amount.per = OUTLAY_PER_EACH;
  if (record->date != NULL)
    g_assert_true (outlay_date_from_string (record->date, &deal->fields.announced));
  for (guint i = 0; countries[i] != NULL; i++)
    outlay_fields_add_place (&deal->fields, countries[i]);
  deal->fields.capacity.kilowatts = record->megawatts * 1000;
  if (record->sources != NULL)
    add_claims (deal, record->sources);
  return deal;
}

/** records_put: makes @records all that @store holds. */
void
records_put (OutlayStore *store, const Record *records, guint count)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_ledger_article_free);

  for (guint i = 0; i < count; i++)
    {
      OutlayDealRecord *deal = record_make (&records[i], i + 1);

      g_ptr_array_add (deals, deal);
      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          OutlayLedgerArticle *article = g_new0 (OutlayLedgerArticle, 1);

          *article = (OutlayLedgerArticle){
            .id = claim->article_id, .article = outlay_article_ref (claim->article), .n_deals = 1};
          g_ptr_array_add (articles, article);
        }
    }
  outlay_store_set_records (store, deals, articles);
}

/** records_show: returns (transfer full) a view of @records. */
OutlayViewState *
records_show (const Record *records, guint count)
{
  g_autoptr (OutlayStore) store = outlay_store_new ();

  records_put (store, records, count);
  return outlay_view_state_new (store);
}

/** records_list_shown: returns (transfer full) the ids of the deals shown, in order: "3 1". */
char *
records_list_shown (OutlayViewState *state)
{
  GListModel *deals = outlay_view_state_get_deals (state);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (deals); i++)
    {
      g_autoptr (OutlayDeal) deal = g_list_model_get_item (deals, i);

      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                              outlay_deal_get_id (deal));
    }
  return g_string_free (ids, FALSE);
}
