/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-json.h"

#include <math.h>
#include <string.h>

#define MOST_UNITS (OUTLAY_MONEY_MOST / OUTLAY_MONEY_UNIT)

static gboolean
read_number (JsonObject *object, const char *member, double *number)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  GType type = json_node_get_value_type (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *number = json_node_get_double (node);
  return TRUE;
}

static JsonObject *
get_object_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
refuse (GError **error, const char *member, const char *value)
{
  g_set_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_VALUE, "“%s” is no value of “%s”",
               value != NULL ? value : "null", member);
  return FALSE;
}

static gboolean
read_bound (JsonObject *object, const char *member, gint64 *hundredths, GError **error)
{
  double units;

  *hundredths = OUTLAY_MONEY_UNSET;
  if (!read_number (object, member, &units))
    return TRUE;
  if (!(units >= 0 && units <= (double)MOST_UNITS))
    return refuse (error, member, "a figure out of range");
  /* Not by way of a number that has no room for all digits. */
  *hundredths = json_node_get_value_type (json_object_get_member (object, member)) == G_TYPE_INT64
                  ? json_object_get_int_member (object, member) * OUTLAY_MONEY_UNIT
                  : (gint64)llround (units * OUTLAY_MONEY_UNIT);
  return TRUE;
}

static gboolean
read_money (JsonObject *object, OutlayMoney *money, GError **error)
{
  const char *currency = outlay_json_get_string (object, "currency");
  const char *qualifier = outlay_json_get_string (object, "qualifier");

  *money = (OutlayMoney)OUTLAY_MONEY_INIT;
  if (currency == NULL || strlen (currency) != 3)
    return refuse (error, "currency", currency);
  g_strlcpy (money->currency, currency, sizeof money->currency);
  if (!outlay_qualifier_from_string (qualifier, &money->qualifier))
    return refuse (error, "qualifier", qualifier);
  if (!outlay_per_from_string (outlay_json_get_string (object, "per"), &money->per))
    return refuse (error, "per", outlay_json_get_string (object, "per"));
  return read_bound (object, "low", &money->low, error)
         && read_bound (object, "high", &money->high, error);
}

static gboolean
read_capacity (JsonObject *object, OutlayCapacity *capacity, GError **error)
{
  const char *qualifier = outlay_json_get_string (object, "qualifier");
  double megawatts;

  if (!read_number (object, "mw", &megawatts)
      || !(megawatts > 0 && megawatts <= OUTLAY_CAPACITY_MOST / 1e3))
    return refuse (error, "mw", "no figure");
  capacity->kilowatts = (gint64)llround (megawatts * 1000);
  if (!outlay_qualifier_from_string (qualifier, &capacity->qualifier))
    return refuse (error, "qualifier", qualifier);
  return TRUE;
}

static gboolean
read_date (JsonObject *object, const char *member, OutlayDate *date, GError **error)
{
  const char *string = outlay_json_get_string (object, member);

  if (string == NULL
      || (outlay_date_from_string (string, date) && outlay_date_is_plausible (*date)))
    return TRUE;
  return refuse (error, member, string);
}

static gboolean
read_parties (JsonObject *object, OutlayFields *fields, GError **error)
{
  JsonArray *parties = outlay_json_get_array (object, "parties");

  for (guint i = 0; parties != NULL && i < json_array_get_length (parties); i++)
    {
      JsonObject *party = get_object_element (parties, i);
      JsonArray *names = party != NULL ? outlay_json_get_array (party, "names") : NULL;
      const char *name = party != NULL ? outlay_json_get_string (party, "name") : NULL;
      OutlayRole role;

      if (name == NULL && names != NULL && json_array_get_length (names) > 0)
        name = json_array_get_string_element (names, 0);
      if (name == NULL || !outlay_role_from_string (outlay_json_get_string (party, "role"), &role))
        return refuse (error, "parties", name);
      outlay_fields_add_party (fields, role, name);
    }
  return TRUE;
}

static gboolean
read_amounts (JsonObject *object, OutlayFields *fields, GError **error)
{
  JsonObject *amount = outlay_json_get_object (object, "amount");
  JsonObject *capacity = outlay_json_get_object (object, "capacity");
  JsonArray *alternatives = outlay_json_get_array (object, "amount_alt");

  if (amount != NULL && !read_money (amount, &fields->amount, error))
    return FALSE;
  for (guint i = 0; alternatives != NULL && i < json_array_get_length (alternatives); i++)
    {
      JsonObject *alternative = get_object_element (alternatives, i);
      OutlayMoney money;

      if (alternative == NULL)
        return refuse (error, "amount_alt", NULL);
      if (!read_money (alternative, &money, error))
        return FALSE;
      g_array_append_val (fields->amount_alt, money);
    }
  return capacity == NULL || read_capacity (capacity, &fields->capacity, error);
}

static gboolean
read_kind (JsonObject *object, OutlayFields *fields, GError **error)
{
  const char *kind = outlay_json_get_string (object, "kind");

  return outlay_kind_from_string (kind, &fields->kind) || refuse (error, "kind", kind);
}

static gboolean
read_status (JsonObject *object, OutlayFields *fields, GError **error)
{
  const char *status = outlay_json_get_string (object, "status");

  return outlay_status_from_string (status, &fields->status) || refuse (error, "status", status);
}

/* All but kind and status, each optional. */
static gboolean
read_values (JsonObject *object, OutlayFields *fields, GError **error)
{
  JsonArray *places = outlay_json_get_array (object, "places");

  for (guint i = 0; places != NULL && i < json_array_get_length (places); i++)
    {
      JsonNode *place = json_array_get_element (places, i);

      if (json_node_get_value_type (place) != G_TYPE_STRING)
        return refuse (error, "places", NULL);
      outlay_fields_add_place (fields, json_node_get_string (place));
    }
  return read_parties (object, fields, error) && read_amounts (object, fields, error)
         && read_date (object, "announced", &fields->announced, error)
         && read_date (object, "start", &fields->start, error)
         && read_date (object, "end", &fields->end, error);
}

/**
 * outlay_json_read_field:
 * @json: an object as outlay_json_dup_field() gives it
 * @fields: gets the value
 * @error: return location for an #OutlayJsonError
 *
 * Returns: whether @json tells a value of @field, or that there is none.
 */
gboolean
outlay_json_read_field (const char *json, OutlayField field, OutlayFields *fields, GError **error)
{
  g_autoptr (JsonObject) object = outlay_json_parse (json, -1, error);
  const char *member = outlay_field_to_string (field);
  g_auto (OutlayFields) read = {0};

  outlay_fields_init (&read);
  if (object == NULL)
    return FALSE;
  if (!json_object_has_member (object, member))
    return refuse (error, member, NULL);
  if (field == OUTLAY_FIELD_KIND     ? !read_kind (object, &read, error)
      : field == OUTLAY_FIELD_STATUS ? !read_status (object, &read, error)
                                     : !read_values (object, &read, error))
    return FALSE;
  outlay_fields_copy_field (fields, &read, field);
  return TRUE;
}

/* Evidence as annotators write it: words copied from the text, which prove the deal's figure. */
static void
find_words (OutlayClaim *claim, const OutlayArticle *article, const char *words)
{
  OutlayField field = outlay_money_is_set (&claim->fields.amount)        ? OUTLAY_FIELD_AMOUNT
                      : outlay_capacity_is_set (&claim->fields.capacity) ? OUTLAY_FIELD_CAPACITY
                                                                         : OUTLAY_FIELD_KIND;
  const char *found = strstr (article->text, words);

  if (found != NULL && *words != '\0')
    {
      gsize start = (gsize)(found - article->text);

      outlay_claim_add_evidence (claim, field, 0, OUTLAY_PART_TEXT,
                                 (OutlaySpan){start, start + strlen (words)}, NULL);
    }
}

static void
read_evidence (JsonObject *object, OutlayClaim *claim, const OutlayArticle *article)
{
  JsonArray *list = outlay_json_get_array (object, "evidence");
  const char *words = outlay_json_get_string (object, "evidence");

  if (words != NULL)
    find_words (claim, article, words);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *entry = get_object_element (list, i);
      double start, end, index = 0;
      OutlayField field;

      if (entry == NULL || !read_number (entry, "start", &start)
          || !read_number (entry, "end", &end)
          || !outlay_field_from_string (outlay_json_get_string (entry, "field"), &field))
        continue;
      OutlayPart part = g_strcmp0 (outlay_json_get_string (entry, "in"), "title") == 0
                          ? OUTLAY_PART_TITLE
                          : OUTLAY_PART_TEXT;
      read_number (entry, "index", &index);
      if (start >= 0 && start < end && end <= strlen (outlay_article_get_part (article, part)))
        outlay_claim_add_evidence (claim, field, (guint)CLAMP (index, 0, 1000), part,
                                   (OutlaySpan){(gsize)start, (gsize)end},
                                   outlay_json_get_string (entry, "rule"));
    }
}

/**
 * outlay_json_read_claim:
 * @object: a claim in the JSON form, or a deal as annotators write it
 * @article: its article, for the evidence
 * @error: return location for an #OutlayJsonError
 *
 * Returns: (transfer full) (nullable): the claim; where @object tells no confidence it is full.
 */
OutlayClaim *
outlay_json_read_claim (JsonObject *object, const OutlayArticle *article, GError **error)
{
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();
  JsonObject *confidence = outlay_json_get_object (object, "confidence");
  JsonNode *main_node = json_object_get_member (object, "main");
  JsonNode *part_node = json_object_get_member (object, "part");

  claim->main = main_node == NULL || json_node_get_boolean (main_node);
  claim->part = part_node != NULL && json_node_get_boolean (part_node);
  if (!read_kind (object, &claim->fields, error) || !read_status (object, &claim->fields, error)
      || !read_values (object, &claim->fields, error))
    return NULL;
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      double share = 1;

      if (confidence != NULL)
        read_number (confidence, outlay_field_to_string (field), &share);
      claim->confidence[field] = (guint8)lround (CLAMP (share, 0, 1) * 100);
    }
  read_evidence (object, claim, article);
  return g_steal_pointer (&claim);
}

/**
 * outlay_json_read_article:
 * @object: "text" and, each optional, "id", "title", "published", "url", "source", "author", "lang"
 * @error: return location for an #OutlayJsonError
 *
 * Returns: (transfer full) (nullable): the article, its text as it is.
 */
OutlayArticle *
outlay_json_read_article (JsonObject *object, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  const char *text = outlay_json_get_string (object, "text");

  if (text == NULL)
    {
      refuse (error, "text", NULL);
      return NULL;
    }
  if (!read_date (object, "published", &article->published, error))
    return NULL;
  g_free (article->text);
  article->text = g_strdup (text);
  article->imported_text = g_strdup (outlay_json_get_string (object, "imported_text"));
  article->id = g_strdup (outlay_json_get_string (object, "id"));
  article->title = g_strdup (outlay_json_get_string (object, "title"));
  article->source = g_strdup (outlay_json_get_string (object, "source"));
  article->author = g_strdup (outlay_json_get_string (object, "author"));
  article->url = g_strdup (outlay_json_get_string (object, "url"));
  if (outlay_json_get_string (object, "lang") != NULL)
    {
      g_free (article->lang);
      article->lang = g_strdup (outlay_json_get_string (object, "lang"));
    }
  return g_steal_pointer (&article);
}
