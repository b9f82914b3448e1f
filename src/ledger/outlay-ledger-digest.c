/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells the articles of a ledger apart. */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger.h"

#include "base/outlay-text.h"

/**
 * outlay_ledger_dup_digest:
 *
 * Returns: (transfer full): what tells an article from others: the same for the same title and
 *   text, whatever the file, its encoding, its white space, case and accents.
 */
char *
outlay_ledger_dup_digest (const OutlayArticle *article)
{
  g_autofree char *whole
    = g_strconcat (article->title != NULL ? article->title : "", "\n", article->text, NULL);
  g_autofree char *folded = outlay_text_fold (whole);
  g_autofree char *collapsed = outlay_text_collapse_space (folded);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, collapsed, -1);
}

/**
 * outlay_ledger_dup_copy_digest:
 *
 * Returns: (transfer full): what tells an article from those of other sources that print the same
 *   title and text.
 */
char *
outlay_ledger_dup_copy_digest (const OutlayArticle *article)
{
  g_autofree char *digest = outlay_ledger_dup_digest (article);
  g_autofree char *source = outlay_text_fold (article->source != NULL ? article->source : "");
  g_autofree char *both = g_strconcat (digest, "\n", source, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}
