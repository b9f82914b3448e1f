/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/outlay-article.h"
#include "base/outlay-deal-record.h"
#include "base/outlay-mention.h"

G_BEGIN_DECLS

/** OutlayJsonError: what outlay_json_read_fields() and its like complain of. */
typedef enum
{
  OUTLAY_JSON_ERROR_SYNTAX,
  OUTLAY_JSON_ERROR_VALUE,
} OutlayJsonError;

#define OUTLAY_JSON_ERROR (outlay_json_error_quark ())

GQuark outlay_json_error_quark (void);
JsonObject *outlay_json_parse (const char *line, gssize length, GError **error);
char *outlay_json_print (JsonObject *object);
const char *outlay_json_get_string (JsonObject *object, const char *member);
JsonObject *outlay_json_get_object (JsonObject *object, const char *member);
JsonArray *outlay_json_get_array (JsonObject *object, const char *member);
JsonObject *outlay_json_from_fields (const OutlayFields *fields);
JsonObject *outlay_json_from_claim (const OutlayClaim *claim, const OutlayArticle *article);
JsonArray *outlay_json_list_claims (const GPtrArray *claims, const OutlayArticle *article);
JsonArray *outlay_json_list_mentions (const GArray *mentions, const OutlayArticle *article);
JsonObject *outlay_json_from_article (const OutlayArticle *article);
JsonObject *outlay_json_from_deal (const OutlayDealRecord *deal);
char *outlay_json_dup_field (const OutlayFields *fields, OutlayField field);
gboolean
outlay_json_read_field (const char *json, OutlayField field, OutlayFields *fields, GError **error);
OutlayClaim *
outlay_json_read_claim (JsonObject *object, const OutlayArticle *article, GError **error);
OutlayArticle *outlay_json_read_article (JsonObject *object, GError **error);

G_END_DECLS
