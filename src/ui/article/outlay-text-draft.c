/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-text-draft.h"

#include <glib/gstdio.h>

#include "outlay-config.h"

/* Digits of the ledger's digest: of the ledgers of one user no two share them. */
#define LEDGER_DIGITS 16

/**
 * outlay_text_draft_dup_path:
 * @ledger: where the article is
 *
 * Returns: (transfer full) (type filename): where the draft of its text is kept.
 */
char *
outlay_text_draft_dup_path (OutlayLedger *ledger, gint64 article_id)
{
  g_autofree char *digest
    = g_compute_checksum_for_string (G_CHECKSUM_SHA256, outlay_ledger_get_path (ledger), -1);
  g_autofree char *name
    = g_strdup_printf ("%.*s-%" G_GINT64_FORMAT ".txt", LEDGER_DIGITS, digest, article_id);

  return g_build_filename (g_get_user_state_dir (), OUTLAY_APP_ID, "drafts", name, NULL);
}

/**
 * outlay_text_draft_load:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL where there is none.
 */
char *
outlay_text_draft_load (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)
      || !g_utf8_validate_len (text, length, NULL))
    return NULL;
  return g_steal_pointer (&text);
}

/**
 * outlay_text_draft_save:
 * @error: return location for a #GFileError
 *
 * Keeps @text as the draft. It is as long as an article, so that no thread is needed.
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_text_draft_save (const char *path, const char *text, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/** outlay_text_draft_remove: throws the draft away, if there is one. */
void
outlay_text_draft_remove (const char *path)
{
  g_unlink (path);
}
