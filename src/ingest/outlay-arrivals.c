/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-arrivals.h"

#include "acts/outlay-rederive.h"
#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"
#include "outlay-relink.h"

/*
 * Where a claim stands until its family is linked: in a deal of that family. One that is alike to
 * nothing begins a family with a deal of its own and has no more to wait for.
 */
typedef struct
{
  gint64 deal;
  gint64 family;
  gboolean waits;
} Place;

/*
 * Claims on their way into their deals: with the names that the user reads them by, while the
 * ledger keeps them as the articles tell them.
 */
typedef struct
{
  OutlayLedger *ledger;
  OutlayReadings *readings;
  GPtrArray *claims;
  GHashTable *keys;
  GArray *places;
} Work;

static OutlayDealClaim *
get_claim (const Work *work, guint index)
{
  return g_ptr_array_index (work->claims, index);
}

static Place *
get_place (const Work *work, guint index)
{
  return &g_array_index (work->places, Place, index);
}

static void
take_keys (Work *work, GStrv keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (!g_hash_table_contains (work->keys, keys[i]))
        g_hash_table_add (work->keys, g_strdup (keys[i]));
    }
}

static gboolean
add_claim (Work *work, const OutlayArrival *arrival, OutlayClaim *told, GError **error)
{
  OutlayClaim *claim = outlay_readings_read_claim (work->readings, told);
  g_auto (GStrv) keys = outlay_link_get_keys (claim);
  OutlayDealClaim *arrived = outlay_deal_claim_new (0, arrival->ingested.article_id, claim,
                                                    outlay_article_ref (arrival->article));
  Place nowhere = {0, 0, FALSE};

  g_ptr_array_add (work->claims, arrived);
  g_array_append_val (work->places, nowhere);
  take_keys (work, keys);
  arrived->text_id = arrival->ingested.text_id;
  arrived->id = outlay_ledger_add_claim (work->ledger, arrived->article_id, told,
                                         (const char *const *)keys, error);
  return arrived->id != 0;
}

static gboolean
came_in (const OutlayArrival *arrival)
{
  return !arrival->ingested.duplicate && arrival->ingested.deleted == 0;
}

static gboolean
add_claims (Work *work, const GPtrArray *arrivals, GError **error)
{
  for (guint i = 0; i < arrivals->len; i++)
    {
      const OutlayArrival *arrival = g_ptr_array_index (arrivals, i);

      for (guint j = 0; came_in (arrival) && j < arrival->claims->len; j++)
        {
          if (!add_claim (work, arrival, g_ptr_array_index (arrival->claims, j), error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
begin_deal (Work *work, guint index, GError **error)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  Place *place = get_place (work, index);

  g_ptr_array_add (deal->claims, outlay_deal_claim_copy (get_claim (work, index)));
  if (!outlay_remarks_load (work->ledger, deal, error))
    return FALSE;
  outlay_link_reconcile (deal);
  if (!outlay_ledger_store_deal (work->ledger, deal, error))
    return FALSE;
  place->deal = deal->id;
  place->family = deal->family;
  return TRUE;
}

static void
rename_family (Work *work, const GPtrArray *deals, gint64 from, gint64 to)
{
  for (guint i = 0; deals != NULL && i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (deal->family == from)
        deal->family = to;
    }
  for (guint i = 0; i < work->places->len; i++)
    {
      if (get_place (work, i)->family == from)
        get_place (work, i)->family = to;
    }
}

static gboolean
unite_families (Work *work, const GPtrArray *deals, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (from == to)
    return TRUE;
  g_array_append_val (families, to);
  g_array_append_val (families, from);
  rename_family (work, deals, from, to);
  return outlay_ledger_unite_families (work->ledger, families, error);
}

/* The claim joins the family of its first kin, and takes in those of the others. */
static gboolean
join (Work *work, const GPtrArray *deals, const OutlayLinkKin *kin, GError **error)
{
  Place *place = get_place (work, kin->arrived);
  Place other;

  if (kin->other < deals->len)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, kin->other);

      other = (Place){deal->id, deal->family, TRUE};
    }
  else
    other = *get_place (work, kin->other - deals->len);
  if (place->waits)
    return unite_families (work, deals, other.family, place->family, error);
  *place = (Place){other.deal, other.family, TRUE};
  return outlay_ledger_link_claim (work->ledger, get_claim (work, kin->arrived)->id, place->deal,
                                   error);
}

static gboolean
find_places (Work *work, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_find_candidates (work->ledger, work->keys, error);

  if (deals == NULL)
    return FALSE;
  g_autoptr (GArray) all_kin = outlay_link_find_kin (deals, work->claims);
  for (guint i = 0, next = 0; i < work->claims->len; i++)
    {
      for (; next < all_kin->len; next++)
        {
          const OutlayLinkKin *kin = &g_array_index (all_kin, OutlayLinkKin, next);

          if (kin->arrived != i)
            break;
          if (!join (work, deals, kin, error))
            return FALSE;
        }
      if (!get_place (work, i)->waits && !begin_deal (work, i, error))
        return FALSE;
    }
  return TRUE;
}

/* What the user bound to claims of the article is of their family. */
static gboolean
follow_bonds (Work *work, gint64 article_id, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!outlay_ledger_find_bonded_families (work->ledger, article_id, families, error))
    return FALSE;
  for (guint i = 0; families->len > 0 && i < work->claims->len; i++)
    {
      Place *place = get_place (work, i);

      if (get_claim (work, i)->article_id != article_id)
        continue;
      place->waits = TRUE;
      g_array_append_val (families, place->family);
    }
  for (guint i = 1; i < families->len; i++)
    {
      if (!unite_families (work, NULL, g_array_index (families, gint64, i),
                           g_array_index (families, gint64, 0), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow_all_bonds (Work *work, GError **error)
{
  for (guint i = 0; i < work->claims->len; i++)
    {
      gint64 article_id = get_claim (work, i)->article_id;

      if (i > 0 && get_claim (work, i - 1)->article_id == article_id)
        continue;
      if (!follow_bonds (work, article_id, error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
list_arrived (const Work *work)
{
  GHashTable *arrived = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < work->claims->len; i++)
    g_hash_table_add (arrived, &get_claim (work, i)->id);
  return arrived;
}

/* Each family that claims wait for, once. */
static gboolean
link_families (Work *work, GError **error)
{
  g_autoptr (GHashTable) arrived = list_arrived (work);
  g_autoptr (GHashTable) linked = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < work->claims->len; i++)
    {
      Place *place = get_place (work, i);
      g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!place->waits || !g_hash_table_add (linked, &place->family))
        continue;
      g_array_append_val (families, place->family);
      if (!outlay_relink_families (work->ledger, families, arrived, error))
        return FALSE;
    }
  return TRUE;
}

/* What the user said of claims that an older engine told by other words. */
static gboolean
adopt_remarks (Work *work, const GPtrArray *arrivals, GError **error)
{
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < arrivals->len; i++)
    {
      const OutlayArrival *arrival = g_ptr_array_index (arrivals, i);

      if (came_in (arrival)
          && !outlay_remarks_adopt (work->ledger, arrival->ingested.article_id, deals, error))
        return FALSE;
    }
  return outlay_rederive_deals (work->ledger, deals, error);
}

static gboolean
count_deals (Work *work, const GPtrArray *arrivals, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < work->claims->len; i++)
    g_array_append_val (ids, get_claim (work, i)->id);
  g_autoptr (GArray) tellings = outlay_ledger_count_tellings (work->ledger, ids, error);
  for (guint i = 0, next = 0; tellings != NULL && i < arrivals->len && next < tellings->len; i++)
    {
      OutlayArrival *arrival = g_ptr_array_index (arrivals, i);
      OutlayIngested *ingested = &arrival->ingested;
      const OutlayLedgerTelling *telling = &g_array_index (tellings, OutlayLedgerTelling, next);

      if (!came_in (arrival) || ingested->article_id != telling->article_id)
        continue;
      ingested->n_new_deals = telling->n_first;
      ingested->n_more_deals = telling->n_more;
      next++;
    }
  return tellings != NULL;
}

static gboolean
run (Work *work, const GPtrArray *arrivals, GError **error)
{
  return add_claims (work, arrivals, error) && find_places (work, error)
         && follow_all_bonds (work, error) && link_families (work, error)
         && adopt_remarks (work, arrivals, error) && count_deals (work, arrivals, error);
}

/**
 * outlay_arrivals_link:
 * @arrivals: (element-type OutlayArrival): articles that are in the ledger, without these claims,
 *   in the order of their ids; those that did not come in are left out
 * @error: return location for an #OutlayLedgerError
 *
 * Stores the claims and links them, within a transaction. All find their families first, so that
 * each family is linked once, however many claims it gets.
 *
 * Returns: whether they are stored.
 */
gboolean
outlay_arrivals_link (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_remarks_get_readings (ledger, error);
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_claim_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Work work = {ledger, readings, claims, keys, places};

  return readings != NULL && run (&work, arrivals, error);
}
