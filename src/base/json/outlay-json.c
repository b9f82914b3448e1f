/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-json.h"

#include <string.h>

/* Deepest nesting of a line that is read: json-glib's parser recurses. */
#define MAX_DEPTH 64

G_DEFINE_QUARK (outlay_json_error, outlay_json_error)

static gboolean
is_too_deep (const char *line, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string)
        {
          if (line[i] == '\\')
            i++;
          else if (line[i] == '"')
            in_string = FALSE;
        }
      else if (line[i] == '"')
        in_string = TRUE;
      else if (line[i] == '{' || line[i] == '[')
        {
          if (++depth > MAX_DEPTH)
            return TRUE;
        }
      else if ((line[i] == '}' || line[i] == ']') && depth > 0)
        depth--;
    }
  return FALSE;
}

/**
 * outlay_json_parse:
 * @line: one JSON value
 * @length: bytes, -1 where it ends with a NUL
 * @error: return location for an #OutlayJsonError
 *
 * Returns: (transfer full) (nullable): the object that @line holds.
 */
JsonObject *
outlay_json_parse (const char *line, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  gsize size = length < 0 ? strlen (line) : (gsize)length;

  if (is_too_deep (line, size))
    {
      g_set_error_literal (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX,
                           "JSON is nested too deeply");
      return NULL;
    }
  if (!g_utf8_validate (line, (gssize)size, NULL))
    {
      g_set_error_literal (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX, "JSON is not UTF-8");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, line, (gssize)size, &reason))
    {
      g_set_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX, "not JSON: %s",
                   reason->message);
      return NULL;
    }
  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX, "JSON is no object");
      return NULL;
    }
  return json_node_dup_object (root);
}

/**
 * outlay_json_print:
 *
 * Returns: (transfer full): @object on one line, without a line break.
 */
char *
outlay_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * outlay_json_get_string:
 *
 * Returns: (transfer none) (nullable): the string @member of @object; %NULL where there is none.
 */
const char *
outlay_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * outlay_json_get_object:
 *
 * Returns: (transfer none) (nullable): the object @member of @object; %NULL where there is none.
 */
JsonObject *
outlay_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * outlay_json_get_array:
 *
 * Returns: (transfer none) (nullable): the list @member of @object; %NULL where there is none.
 */
JsonArray *
outlay_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
set_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static void
set_date (JsonObject *object, const char *member, OutlayDate date)
{
  g_autofree char *string = outlay_date_to_string (date);

  set_string (object, member, string);
}

/* A count of the given fractions of a unit: as a whole number where it is one. */
static void
set_figure (JsonObject *object, const char *member, gint64 fractions, gint64 per_unit)
{
  if (fractions % per_unit == 0)
    json_object_set_int_member (object, member, fractions / per_unit);
  else
    json_object_set_double_member (object, member, (double)fractions / (double)per_unit);
}

static void
set_bound (JsonObject *object, const char *member, gint64 hundredths)
{
  if (hundredths == OUTLAY_MONEY_UNSET)
    json_object_set_null_member (object, member);
  else
    set_figure (object, member, hundredths, OUTLAY_MONEY_UNIT);
}

static void
set_money (JsonObject *object, const OutlayMoney *money)
{
  json_object_set_string_member (object, "currency", money->currency);
  set_bound (object, "low", money->low);
  set_bound (object, "high", money->high);
  json_object_set_string_member (object, "qualifier",
                                 outlay_qualifier_to_string (money->qualifier));
  if (money->per != OUTLAY_PER_DEAL)
    json_object_set_string_member (object, "per", outlay_per_to_string (money->per));
}

static void
set_capacity (JsonObject *object, const OutlayCapacity *capacity)
{
  set_figure (object, "mw", capacity->kilowatts, 1000);
  json_object_set_string_member (object, "qualifier",
                                 outlay_qualifier_to_string (capacity->qualifier));
}

static JsonArray *
list_parties (const OutlayFields *fields)
{
  JsonArray *parties = json_array_new ();

  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "role", outlay_role_to_string (party->role));
      json_object_set_string_member (object, "name", party->name);
      json_array_add_object_element (parties, object);
    }
  return parties;
}

/**
 * outlay_json_from_fields:
 *
 * Returns: (transfer full): @fields in the JSON form.
 */
JsonObject *
outlay_json_from_fields (const OutlayFields *fields)
{
  JsonObject *object = json_object_new ();
  JsonArray *alternatives = json_array_new ();
  JsonArray *places = json_array_new ();

  json_object_set_string_member (object, "kind", outlay_kind_to_string (fields->kind));
  json_object_set_string_member (object, "status", outlay_status_to_string (fields->status));
  json_object_set_array_member (object, "parties", list_parties (fields));
  json_object_set_null_member (object, "amount");
  if (outlay_money_is_set (&fields->amount))
    {
      JsonObject *amount = json_object_new ();

      set_money (amount, &fields->amount);
      json_object_set_object_member (object, "amount", amount);
    }
  for (guint i = 0; i < fields->amount_alt->len; i++)
    {
      JsonObject *amount = json_object_new ();

      set_money (amount, &g_array_index (fields->amount_alt, OutlayMoney, i));
      json_array_add_object_element (alternatives, amount);
    }
  json_object_set_array_member (object, "amount_alt", alternatives);
  json_object_set_null_member (object, "capacity");
  if (outlay_capacity_is_set (&fields->capacity))
    {
      JsonObject *capacity = json_object_new ();

      set_capacity (capacity, &fields->capacity);
      json_object_set_object_member (object, "capacity", capacity);
    }
  for (guint i = 0; i < fields->places->len; i++)
    json_array_add_string_element (places, g_ptr_array_index (fields->places, i));
  json_object_set_array_member (object, "places", places);
  set_date (object, "announced", fields->announced);
  set_date (object, "start", fields->start);
  set_date (object, "end", fields->end);
  return object;
}

/**
 * outlay_json_dup_field:
 *
 * Returns: (transfer full): an object with the one member of the JSON form that tells @field, null
 *   where there is no value.
 */
char *
outlay_json_dup_field (const OutlayFields *fields, OutlayField field)
{
  g_autoptr (JsonObject) whole = outlay_json_from_fields (fields);
  g_autoptr (JsonObject) object = json_object_new ();
  const char *member = outlay_field_to_string (field);

  json_object_set_member (object, member, json_object_dup_member (whole, member));
  return outlay_json_print (object);
}

/* An article with the bytes of its parts, so that they are not counted for every quote. */
typedef struct
{
  const OutlayArticle *article;
  gsize lengths[OUTLAY_PART_TITLE + 1];
} Origin;

static Origin
measure (const OutlayArticle *article)
{
  Origin origin = {.article = article};

  for (guint part = 0; article != NULL && part < G_N_ELEMENTS (origin.lengths); part++)
    origin.lengths[part] = strlen (outlay_article_get_part (article, part));
  return origin;
}

static void
set_span (JsonObject *object, OutlayPart part, OutlaySpan span, const Origin *origin)
{
  const OutlayArticle *article = origin->article;
  OutlaySpan shown = span;

  if (!outlay_article_get_origin (article, part, span, &shown) && part == OUTLAY_PART_TITLE)
    json_object_set_string_member (object, "in", "title");
  json_object_set_int_member (object, "start", (gint64)shown.start);
  json_object_set_int_member (object, "end", (gint64)shown.end);
  g_autofree char *text
    = outlay_article_dup_span_within (article, part, span, origin->lengths[part]);
  if (text != NULL)
    json_object_set_string_member (object, "text", text);
}

static JsonObject *
make_claim (const OutlayClaim *claim, const Origin *origin)
{
  JsonObject *object = outlay_json_from_fields (&claim->fields);
  JsonObject *confidence = json_object_new ();
  JsonArray *list = json_array_new ();

  json_object_set_boolean_member (object, "main", claim->main);
  if (claim->part)
    json_object_set_boolean_member (object, "part", TRUE);
  for (guint i = 0; origin->article != NULL && i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "field", outlay_field_to_string (evidence->field));
      if (evidence->field == OUTLAY_FIELD_PARTIES || evidence->field == OUTLAY_FIELD_PLACES
          || evidence->field == OUTLAY_FIELD_AMOUNT_ALT)
        json_object_set_int_member (entry, "index", evidence->index);
      set_span (entry, evidence->part, evidence->span, origin);
      if (evidence->rule != NULL)
        json_object_set_string_member (entry, "rule", evidence->rule);
      json_array_add_object_element (list, entry);
    }
  json_object_set_array_member (object, "evidence", list);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (outlay_fields_has (&claim->fields, field))
        set_figure (confidence, outlay_field_to_string (field), claim->confidence[field], 100);
    }
  json_object_set_object_member (object, "confidence", confidence);
  return object;
}

/**
 * outlay_json_from_claim:
 * @article: (nullable): the article that it is from; without it the evidence has no words
 *
 * Returns: (transfer full): the claim's fields, "main", "part" where it is called one, "evidence"
 * and "confidence" (0 to 1). Spans count bytes in the text that was handed in, where the article
 * knows it.
 */
JsonObject *
outlay_json_from_claim (const OutlayClaim *claim, const OutlayArticle *article)
{
  Origin origin = measure (article);

  return make_claim (claim, &origin);
}

/**
 * outlay_json_list_claims:
 * @claims: (element-type OutlayClaim): of @article
 *
 * Returns: (transfer full): each as outlay_json_from_claim() tells it.
 */
JsonArray *
outlay_json_list_claims (const GPtrArray *claims, const OutlayArticle *article)
{
  Origin origin = measure (article);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < claims->len; i++)
    json_array_add_object_element (list, make_claim (g_ptr_array_index (claims, i), &origin));
  return list;
}

static JsonObject *
make_mention (const OutlayMention *mention, const Origin *origin)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", outlay_mention_type_to_string (mention->type));
  set_span (object, mention->part, mention->span, origin);
  switch (mention->type)
    {
    case OUTLAY_MENTION_MONEY:
      set_money (object, &mention->money);
      break;
    case OUTLAY_MENTION_CAPACITY:
      set_capacity (object, &mention->capacity);
      break;
    case OUTLAY_MENTION_DATE:
      set_date (object, "date", mention->date);
      if (outlay_date_is_set (mention->date_end))
        set_date (object, "date_end", mention->date_end);
      break;
    default:
      set_string (object, "name", mention->name);
    }
  return object;
}

/**
 * outlay_json_list_mentions:
 * @mentions: (element-type OutlayMention): of @article
 *
 * Returns: (transfer full): each with its reading.
 */
JsonArray *
outlay_json_list_mentions (const GArray *mentions, const OutlayArticle *article)
{
  Origin origin = measure (article);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    json_array_add_object_element (
      list, make_mention (&g_array_index (mentions, OutlayMention, i), &origin));
  return list;
}

/**
 * outlay_json_from_article:
 *
 * Returns: (transfer full): the article as `outlayctl read` prints it.
 */
JsonObject *
outlay_json_from_article (const OutlayArticle *article)
{
  JsonObject *object = json_object_new ();
  g_autofree char *file = article->file != NULL ? g_filename_display_name (article->file) : NULL;

  if (article->id != NULL)
    json_object_set_string_member (object, "id", article->id);
  set_string (object, "file", file);
  set_string (object, "title", article->title);
  set_date (object, "published", article->published);
  set_string (object, "source", article->source);
  set_string (object, "author", article->author);
  set_string (object, "url", article->url);
  json_object_set_string_member (object, "lang", article->lang);
  json_object_set_string_member (object, "text", article->text);
  set_string (object, "imported_text", article->imported_text);
  if (article->note != NULL)
    json_object_set_string_member (object, "note", article->note);
  return object;
}

/* The caller's name for an article, else its number in the ledger. */
static char *
dup_article_id (const OutlayDealClaim *claim)
{
  if (claim->article->id != NULL)
    return g_strdup (claim->article->id);
  return g_strdup_printf ("%" G_GINT64_FORMAT, claim->article_id);
}

static void
set_original (JsonObject *entry, const OutlayDealRecord *deal, guint index)
{
  guint first = outlay_deal_record_get_original (deal, index);

  if (first == index)
    return;
  g_autofree char *id = dup_article_id (outlay_deal_record_get_claim (deal, first));
  json_object_set_string_member (entry, "copy_of", id);
}

/* What the user says of the deal; by the side of its fields. */
static void
set_remarks (JsonObject *object, const OutlayDealRecord *deal)
{
  JsonArray *corrected = json_array_new ();
  JsonArray *tags = json_array_new ();

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->corrected & (1u << field))
        json_array_add_string_element (corrected, outlay_field_to_string (field));
    }
  for (guint i = 0; i < deal->tags->len; i++)
    json_array_add_string_element (tags, g_ptr_array_index (deal->tags, i));
  json_object_set_boolean_member (object, "starred", deal->starred);
  json_object_set_boolean_member (object, "rejected", deal->rejected);
  json_object_set_array_member (object, "corrected", corrected);
  set_string (object, "note", deal->note);
  json_object_set_array_member (object, "tags", tags);
}

/**
 * outlay_json_from_deal:
 *
 * Returns: (transfer full): the deal's fields and its claims, each with the article that it is
 * from.
 */
JsonObject *
outlay_json_from_deal (const OutlayDealRecord *deal)
{
  JsonObject *object = outlay_json_from_fields (&deal->fields);
  JsonArray *conflicts = json_array_new ();
  JsonArray *claims = json_array_new ();

  json_object_set_int_member (object, "id", deal->id);
  json_object_set_boolean_member (object, "review", deal->review);
  set_remarks (object, deal);
  json_object_set_int_member (object, "sources", outlay_deal_record_count_sources (deal));
  json_object_set_int_member (object, "copies", outlay_deal_record_count_copies (deal));
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (deal->conflicts & (1u << field))
        json_array_add_string_element (conflicts, outlay_field_to_string (field));
    }
  json_object_set_array_member (object, "conflicts", conflicts);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      JsonObject *entry = outlay_json_from_claim (claim->claim, NULL);
      g_autofree char *label = outlay_article_dup_label (claim->article);
      g_autofree char *id = dup_article_id (claim);
      g_autofree char *file
        = claim->article->file != NULL ? g_filename_display_name (claim->article->file) : NULL;

      json_object_remove_member (entry, "evidence");
      json_object_set_string_member (entry, "article", id);
      json_object_set_string_member (entry, "title", label);
      set_string (entry, "source", claim->article->source);
      set_string (entry, "file", file);
      json_object_set_string_member (entry, "lang", claim->article->lang);
      set_date (entry, "published", claim->article->published);
      set_original (entry, deal, i);
      if (claim->article->note != NULL)
        json_object_set_string_member (entry, "note", claim->article->note);
      json_array_add_object_element (claims, entry);
    }
  json_object_set_array_member (object, "claims", claims);
  return object;
}
