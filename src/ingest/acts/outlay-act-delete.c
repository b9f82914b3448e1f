/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include <glib/gi18n-lib.h>

#include "ledger/outlay-ledger-deletions.h"
#include "ledger/outlay-ledger-edit.h"
#include "outlay-act-private.h"

static void
tell_articles (OutlayActRun *run, const GPtrArray *articles)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *label = outlay_article_dup_label (g_ptr_array_index (articles, i));

      json_array_add_string_element (list, label);
    }
  json_object_set_array_member (run->details, "articles", list);
}

static gboolean
delete_article (OutlayActRun *run, gint64 id, const OutlayArticle *article, GError **error)
{
  g_autofree char *digest = outlay_ledger_dup_digest (article);
  g_autofree char *copy = outlay_ledger_dup_copy_digest (digest, article->source);

  return outlay_ledger_delete_article (run->ledger, id, run->touched, error)
         && outlay_ledger_keep_deletion (run->ledger, copy, error);
}

/** outlay_act_delete: carries out an act that deletes articles, or all those of a source. */
gboolean
outlay_act_delete (OutlayActRun *run, GError **error)
{
  const OutlayAct *act = run->act;
  g_autoptr (GArray) ids = act->kind == OUTLAY_ACT_DELETE_SOURCE
                             ? outlay_ledger_find_articles_of (run->ledger, act->text, error)
                             : g_array_ref (act->items);
  g_autoptr (GPtrArray) articles
    = ids != NULL ? outlay_ledger_load_some_articles (run->ledger, ids, error) : NULL;

  if (articles == NULL)
    return FALSE;
  tell_articles (run, articles);
  if (act->kind == OUTLAY_ACT_DELETE_SOURCE)
    json_object_set_string_member (run->details, "text", act->text);
  for (guint i = 0; i < ids->len; i++)
    {
      if (!delete_article (run, g_array_index (ids, gint64, i), g_ptr_array_index (articles, i),
                           error))
        return FALSE;
    }
  return TRUE;
}
