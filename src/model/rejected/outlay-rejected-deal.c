/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-rejected-deal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "base/threads/outlay-worker.h"
#include "ingest/acts/outlay-act.h"

struct _OutlayRejectedDeal
{
  GObject parent_instance;

  gint64 id;
  gint64 rejected;
  OutlayFields fields;
  char *parties;
  char *figure;
  char *origin;
  char *sentence;
  char *key;
};

G_DEFINE_FINAL_TYPE (OutlayRejectedDeal, outlay_rejected_deal, G_TYPE_OBJECT)

static void
outlay_rejected_deal_finalize (GObject *object)
{
  OutlayRejectedDeal *deal = OUTLAY_REJECTED_DEAL (object);

  outlay_fields_clear (&deal->fields);
  g_free (deal->parties);
  g_free (deal->figure);
  g_free (deal->origin);
  g_free (deal->sentence);
  g_free (deal->key);
  G_OBJECT_CLASS (outlay_rejected_deal_parent_class)->finalize (object);
}

static void
outlay_rejected_deal_class_init (OutlayRejectedDealClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_rejected_deal_finalize;
}

static void
outlay_rejected_deal_init (OutlayRejectedDeal *deal)
{
}

/* In one line what a card has in two. */
static char *
dup_parties (const OutlayFields *fields)
{
  g_autofree char *who = outlay_format_who (fields);
  g_autofree char *whom = outlay_format_whom (fields);
  gboolean alone = *outlay_format_counterpart_kind (fields) == '\0';

  return *whom != '\0' ? g_strjoin (alone ? " · " : " ", who, whom, NULL) : g_steal_pointer (&who);
}

/* The source by its name; of several, how many. */
static char *
dup_sources (const OutlayDealRecord *record)
{
  const OutlayDealClaim *claim
    = record->claims->len > 0 ? outlay_deal_record_get_claim (record, 0) : NULL;

  if (record->claims->len == 1 && claim->article->source != NULL)
    return g_strdup (claim->article->source);
  return outlay_format_sources (record);
}

static char *
dup_day (gint64 rejected)
{
  g_autoptr (GDateTime) when = rejected > 0 ? g_date_time_new_from_unix_local (rejected) : NULL;

  return when != NULL ? outlay_format_day (when) : NULL;
}

static char *
dup_origin (const OutlayDealRecord *record, gint64 rejected)
{
  g_autofree char *sources = dup_sources (record);
  g_autofree char *day = dup_day (rejected);

  if (day == NULL)
    return g_steal_pointer (&sources);
  /* Translators: of what is no deal: "The Quayside Post · rejected 24 Nov 2025" */
  return outlay_format_fill (_ ("{sources} · rejected {day}"), "sources", sources, "day", day,
                             NULL);
}

/* What a search looks through: all that the row says, and who told it under which title. */
static char *
dup_key (const OutlayRejectedDeal *deal, const OutlayDealRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s %s %s %s", deal->parties, deal->figure, deal->origin,
                          deal->sentence);
  for (guint i = 0; i < record->claims->len; i++)
    {
      const OutlayArticle *article = outlay_deal_record_get_claim (record, i)->article;

      g_string_append_printf (words, " %s %s", article->source != NULL ? article->source : "",
                              article->title != NULL ? article->title : "");
    }
  return outlay_text_fold (words->str);
}

/**
 * outlay_rejected_deal_new:
 * @record: what the ledger keeps of it
 * @rejected: when it was rejected, in seconds since 1970; 0 where that is not known
 *
 * Returns: (transfer full): the deal as it is listed.
 */
OutlayRejectedDeal *
outlay_rejected_deal_new (const OutlayDealRecord *record, gint64 rejected)
{
  OutlayRejectedDeal *deal = g_object_new (OUTLAY_TYPE_REJECTED_DEAL, NULL);

  deal->id = record->id;
  deal->rejected = rejected;
  outlay_fields_copy (&deal->fields, &record->fields);
  deal->parties = dup_parties (&record->fields);
  deal->figure = outlay_format_money (&record->fields.amount);
  deal->origin = dup_origin (record, rejected);
  deal->sentence = outlay_format_sentence (record);
  deal->key = dup_key (deal, record);
  return deal;
}

/** outlay_rejected_deal_get_id: returns the deal's id in the ledger. */
gint64
outlay_rejected_deal_get_id (OutlayRejectedDeal *deal)
{
  return deal->id;
}

/**
 * outlay_rejected_deal_get_parties:
 *
 * Returns: (transfer none): who commits to whom.
 */
const char *
outlay_rejected_deal_get_parties (OutlayRejectedDeal *deal)
{
  return deal->parties;
}

/**
 * outlay_rejected_deal_get_fields:
 *
 * Returns: (transfer none): what it says.
 */
const OutlayFields *
outlay_rejected_deal_get_fields (OutlayRejectedDeal *deal)
{
  return &deal->fields;
}

/**
 * outlay_rejected_deal_get_figure:
 *
 * Returns: (transfer none): how much, or that no amount is stated.
 */
const char *
outlay_rejected_deal_get_figure (OutlayRejectedDeal *deal)
{
  return deal->figure;
}

/**
 * outlay_rejected_deal_get_origin:
 *
 * Returns: (transfer none): who told it, and when it was rejected where that is known.
 */
const char *
outlay_rejected_deal_get_origin (OutlayRejectedDeal *deal)
{
  return deal->origin;
}

/**
 * outlay_rejected_deal_get_sentence:
 *
 * Returns: (transfer none): the whole card in one sentence, for those who hear it.
 */
const char *
outlay_rejected_deal_get_sentence (OutlayRejectedDeal *deal)
{
  return deal->sentence;
}

/**
 * outlay_rejected_deal_matches:
 * @key: folded words
 *
 * Returns: whether the deal, its sources or the titles of its articles say @key.
 */
gboolean
outlay_rejected_deal_matches (OutlayRejectedDeal *deal, const char *key)
{
  return strstr (deal->key, key) != NULL;
}

/**
 * outlay_rejected_deal_equal:
 *
 * Returns: whether both say the same of the same deal.
 */
gboolean
outlay_rejected_deal_equal (OutlayRejectedDeal *deal, OutlayRejectedDeal *other)
{
  return deal->id == other->id && g_str_equal (deal->key, other->key);
}

/* What was rejected last stands first; what was rejected nobody knows when stands last. */
static int
compare_deals (gconstpointer a, gconstpointer b)
{
  const OutlayRejectedDeal *first = *(OutlayRejectedDeal *const *)a;
  const OutlayRejectedDeal *second = *(OutlayRejectedDeal *const *)b;

  if (first->rejected != second->rejected)
    return first->rejected < second->rejected ? 1 : -1;
  return (first->id > second->id) - (first->id < second->id);
}

static GPtrArray *
list_rejected (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = outlay_ledger_list_rejected (ledger, cancellable, error);
  g_autoptr (GHashTable) times
    = records != NULL ? outlay_history_list_times (
        ledger, outlay_act_kind_to_string (OUTLAY_ACT_REJECT), cancellable, error)
                      : NULL;

  if (times == NULL)
    return NULL;
  GPtrArray *deals = g_ptr_array_new_full (records->len, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      const OutlayDealRecord *record = g_ptr_array_index (records, i);
      const gint64 *time = g_hash_table_lookup (times, &record->id);

      g_ptr_array_add (deals, outlay_rejected_deal_new (record, time != NULL ? *time : 0));
    }
  g_ptr_array_sort (deals, compare_deals);
  return deals;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *deals = list_rejected (task_data, cancellable, &error);

  if (deals != NULL)
    g_task_return_pointer (task, deals, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_store_list_rejected_async:
 *
 * Reads in a worker thread what the user said is no deal.
 */
void
outlay_store_list_rejected_async (OutlayStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  OutlayLedger *ledger = outlay_store_get_ledger (store);

  g_task_set_source_tag (task, outlay_store_list_rejected_async);
  if (ledger == NULL)
    {
      g_task_return_new_error (task, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                               _ ("The ledger is not open"));
      return;
    }
  g_task_set_task_data (task, g_object_ref (ledger), g_object_unref);
  outlay_worker_run (task, list_in_thread);
}

/**
 * outlay_store_list_rejected_finish:
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayRejectedDeal): what was rejected last
 *   first.
 */
GPtrArray *
outlay_store_list_rejected_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
