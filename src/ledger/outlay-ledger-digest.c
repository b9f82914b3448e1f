/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells the articles of a ledger apart. */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger.h"

#include <string.h>

#include "base/outlay-text.h"
#include "outlay-ledger-private.h"

/* Before the number of an article that the user wanted in the ledger once more. No digit sorts
 * before it, and "." next behind it. */
#define NUMBER_MARK '-'

/**
 * outlay_ledger_dup_digest:
 *
 * Returns: (transfer full): what tells an article from others: the same for the same title and
 *   text, as it was imported, whatever the file, its encoding, its white space, case and accents.
 */
char *
outlay_ledger_dup_digest (const OutlayArticle *article)
{
  g_autofree char *whole = g_strconcat (article->title != NULL ? article->title : "", "\n",
                                        outlay_article_get_imported_text (article), NULL);
  g_autofree char *folded = outlay_text_fold (whole);
  g_autofree char *collapsed = outlay_text_collapse_space (folded);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, collapsed, -1);
}

/**
 * outlay_ledger_dup_copy_digest:
 * @digest: of an article, as outlay_ledger_dup_digest() gives it
 * @source: (nullable): the article's source
 *
 * Returns: (transfer full): what tells the article from those of other sources that print the same
 *   title and text.
 */
char *
outlay_ledger_dup_copy_digest (const char *digest, const char *source)
{
  g_autofree char *folded = outlay_text_fold (source != NULL ? source : "");
  g_autofree char *both = g_strconcat (digest, "\n", folded, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}

/**
 * outlay_ledger_is_digest:
 * @kept: what an article is told apart by in a ledger
 * @digest: as outlay_ledger_dup_digest() gives it
 *
 * Returns: whether @kept is @digest, numbered or not.
 */
gboolean
outlay_ledger_is_digest (const char *kept, const char *digest)
{
  gsize length = strlen (digest);

  return strncmp (kept, digest, length) == 0
         && (kept[length] == '\0' || kept[length] == NUMBER_MARK);
}

/* The id of the first article that @sql finds by @digest, 0 where there is none. */
static gboolean
find_first (
  OutlayLedger *self, const char *sql, const char *digest, gint64 *article_id, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (self);
  sqlite3_stmt *statement = outlay_connection_prepare (writer, sql, error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, digest, -1, SQLITE_TRANSIENT);
  return outlay_connection_read_number (writer, statement, article_id, error);
}

/**
 * outlay_ledger_find_article:
 * @digest: as outlay_ledger_dup_digest() gives it
 * @article_id: (out): of the first article with that digest, numbered or not; 0 where there is none
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_article (OutlayLedger *self,
                            const char *digest,
                            gint64 *article_id,
                            GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  return find_first (self, "SELECT min (id) FROM article WHERE digest BETWEEN ?1 AND ?1 || '.'",
                     digest, article_id, error);
}

/**
 * outlay_ledger_dup_free_digest:
 * @digest: as outlay_ledger_dup_digest() gives it
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): @digest, with the first number that makes it one that no
 *   article has where one has it.
 */
char *
outlay_ledger_dup_free_digest (OutlayLedger *self, const char *digest, GError **error)
{
  g_autofree char *candidate = g_strdup (digest);
  gint64 taken = 0;

  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  for (guint number = 2;; number++)
    {
      if (!find_first (self, "SELECT id FROM article WHERE digest = ?1", candidate, &taken, error))
        return NULL;
      if (taken == 0)
        return g_steal_pointer (&candidate);
      g_free (candidate);
      candidate = g_strdup_printf ("%s%c%u", digest, NUMBER_MARK, number);
    }
}
