/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "claims.h"

#include "base/json/outlay-json.h"

OutlayClaim *
claims_read (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = outlay_json_parse (json, -1, &error);
  g_autoptr (OutlayArticle) article = outlay_article_new ();

  g_assert_no_error (error);
  OutlayClaim *claim = outlay_json_read_claim (object, article, &error);
  g_assert_no_error (error);
  return claim;
}

/* A further claim of @deal, of an article of @source on the day @published. */
void
claims_add (OutlayDealRecord *deal, const char *json, const char *source, const char *published)
{
  OutlayArticle *article = outlay_article_new ();

  article->source = g_strdup (source);
  outlay_date_from_string (published, &article->published);
  g_ptr_array_add (deal->claims, outlay_deal_claim_new (0, 0, claims_read (json), article));
}
