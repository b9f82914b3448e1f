/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of a ledger beside its deals: articles, originals, what a search finds, all. */
#define G_LOG_DOMAIN "outlay-ledger"

#include <glib/gi18n-lib.h>

#include "outlay-ledger-load.h"
#include "outlay-ledger-originals.h"
#include "outlay-ledger-private.h"
#include "search/outlay-search-index.h"

/**
 * outlay_ledger_list_origins:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerOrigin): of each article what it
 *   was read from, in the order of import.
 */
GArray *
outlay_ledger_list_origins (OutlayLedger *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  GArray *origins = outlay_ledger_load_origins (reader, error);
  outlay_ledger_end_reading (self, reader);
  return origins;
}

/**
 * outlay_ledger_get_original:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the original as it stands in the ledger;
 *   outlay_original_unpack() tells whether it is whole.
 */
OutlayOriginal *
outlay_ledger_get_original (OutlayLedger *self, gint64 id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  g_autoptr (GError) failure = NULL;
  OutlayConnection *reader = outlay_ledger_begin_reading (self, NULL, error);
  if (reader == NULL)
    return NULL;
  OutlayOriginal *original = outlay_ledger_load_original (reader, id, &failure);
  outlay_ledger_end_reading (self, reader);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (original == NULL)
    outlay_ledger_set_not_found (error, _ ("There is no original {number} in the ledger."), id);
  return original;
}

/**
 * outlay_ledger_copy:
 * @path: where there is no file yet
 * @cancellable: (nullable): stops it; what is written by then is of no use
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Copies what is committed, also while another thread or program writes.
 *
 * Returns: whether the copy is whole.
 */
gboolean
outlay_ledger_copy (OutlayLedger *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && path != NULL, FALSE);

  OutlayConnection *reader = outlay_ledger_take_reader (self, error);
  if (reader == NULL)
    return FALSE;
  outlay_connection_set_cancellable (reader, cancellable);
  gboolean done = outlay_connection_copy (reader, path, error);
  outlay_ledger_end_reading (self, reader);
  return done;
}

/**
 * outlay_ledger_search:
 * @query: one that asks for something
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Looks for deals by their parties, places and titles, and by the texts of their articles.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the deals found.
 */
GArray *
outlay_ledger_search (OutlayLedger *self,
                      const OutlayQuery *query,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && !outlay_query_is_empty (query), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  GArray *ids = outlay_search_index_find (reader, query, error);
  outlay_ledger_end_reading (self, reader);
  return ids;
}

/**
 * outlay_ledger_list_articles:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerArticle): all articles without
 * their texts, in the order of import.
 */
GPtrArray *
outlay_ledger_list_articles (OutlayLedger *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, cancellable, error);
  if (reader == NULL)
    return NULL;
  GPtrArray *articles = outlay_ledger_load_articles (reader, error);
  outlay_ledger_end_reading (self, reader);
  return articles;
}

/**
 * outlay_ledger_get_article:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the article with its text; %NULL with
 *   %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is none of that id.
 */
OutlayArticle *
outlay_ledger_get_article (OutlayLedger *self, gint64 id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  g_autoptr (GError) failure = NULL;
  OutlayConnection *reader = outlay_ledger_begin_reading (self, NULL, error);
  if (reader == NULL)
    return NULL;
  OutlayArticle *article = outlay_ledger_load_article (reader, id, &failure);
  outlay_ledger_end_reading (self, reader);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (article == NULL)
    outlay_ledger_set_not_found (error, _ ("There is no article {number} in the ledger."), id);
  return article;
}
