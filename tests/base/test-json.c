/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/json/outlay-json.h"

static const char annotated[]
  = "{\"main\":false,\"kind\":\"equity\",\"status\":\"agreed\",\"parties\":["
    "{\"role\":\"investor\",\"names\":[\"Northwind\",\"Northwind AG\"]},"
    "{\"role\":\"recipient\",\"name\":\"Café Compute\"}],"
    "\"amount\":{\"currency\":\"EUR\",\"low\":null,\"high\":1250000000.5,\"qualifier\":\"up_to\","
    "\"per\":\"each\"},"
    "\"amount_alt\":[{\"currency\":\"USD\",\"low\":2e9,\"high\":null,\"qualifier\":\"at_least\"}],"
    "\"capacity\":{\"mw\":12.5,\"qualifier\":\"about\"},\"places\":[\"DE\"],"
    "\"announced\":\"2025-11\",\"start\":\"2026-H2\",\"end\":null,\"evidence\":\"1.25 billion\"}";

static OutlayArticle *
make_article (void)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup ("Café Compute gets 1.25 billion euros from Northwind.");
  return article;
}

static void
test_round_trip (void)
{
  g_autoptr (OutlayArticle) article = make_article ();
  g_autoptr (JsonObject) object = outlay_json_parse (annotated, -1, NULL);
  g_autoptr (OutlayClaim) claim = outlay_json_read_claim (object, article, NULL);
  g_autoptr (JsonObject) written = outlay_json_from_claim (claim, article);
  g_autoptr (OutlayClaim) again = outlay_json_read_claim (written, article, NULL);
  g_autoptr (JsonObject) rewritten = outlay_json_from_claim (again, article);
  g_autofree char *first = outlay_json_print (written);
  g_autofree char *second = outlay_json_print (rewritten);

  g_assert_cmpint (claim->fields.amount.high, ==, G_GINT64_CONSTANT (125000000050));
  g_assert_cmpint (claim->fields.amount.per, ==, OUTLAY_PER_EACH);
  g_assert_cmpint (claim->fields.capacity.kilowatts, ==, 12500);
  g_assert_cmpstr (outlay_fields_get_party (&claim->fields, 0)->name, ==, "Northwind");
  g_assert_false (claim->main);
  g_assert_cmpuint (claim->evidence->len, ==, 1);
  g_assert_nonnull (strstr (first, "\"text\":\"1.25 billion\""));
  g_assert_nonnull (strstr (first, "\"mw\":12.5"));
  g_assert_cmpstr (first, ==, second);
}

/* Half a trillion dollars are thirteen thousand trillion dong: more digits than a floating-point
 * number holds. */
static void
test_digits (void)
{
  g_autoptr (OutlayArticle) article = make_article ();
  g_autoptr (GString) line = g_string_new (annotated);

  g_string_replace (line, "1250000000.5", "13000000000000007", 1);
  g_autoptr (JsonObject) object = outlay_json_parse (line->str, -1, NULL);
  g_autoptr (OutlayClaim) claim = outlay_json_read_claim (object, article, NULL);
  g_assert_nonnull (claim);
  g_assert_cmpint (claim->fields.amount.high, ==, G_GINT64_CONSTANT (1300000000000000700));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *from, *to;
  } changes[] = {
    {"\"equity\"", "\"gift\""},     {"\"agreed\"", "7"},      {"\"up_to\"", "\"maybe\""},
    {"\"EUR\"", "\"EURO\""},        {"\"each\"", "\"week\""}, {"1250000000.5", "1e30"},
    {"1250000000.5", "-1"},         {"12.5", "-2"},           {"\"2025-11\"", "\"2025-13\""},
    {"\"investor\"", "\"friend\""}, {"[\"DE\"]", "[3]"},      {"\"2025-11\"", "\"0025-11\""},
  };
  g_autoptr (OutlayArticle) article = make_article ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new (annotated);
      g_autoptr (GError) error = NULL;

      g_string_replace (changed, changes[i].from, changes[i].to, 1);
      g_autoptr (JsonObject) object = outlay_json_parse (changed->str, -1, &error);
      g_assert_no_error (error);
      g_autoptr (OutlayClaim) claim = outlay_json_read_claim (object, article, &error);
      g_test_message ("%s", changes[i].to);
      g_assert_null (claim);
      g_assert_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_VALUE);
    }
}

static void
test_syntax (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  const char *const lines[] = {"", "{", "[]", "3", "{\"a\":\xff}", "null", deep};

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (outlay_json_parse (lines[i], -1, &error));
      g_assert_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX);
    }
}

static void
test_article (void)
{
  static const char line[] = "{\"id\":\"x\",\"title\":null,\"text\":\"Body\",\"published\":"
                             "\"2025-11-24\",\"source\":\"Blatt\",\"extra\":[1]}";
  g_autoptr (JsonObject) object = outlay_json_parse (line, -1, NULL);
  g_autoptr (OutlayArticle) article = outlay_json_read_article (object, NULL);
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (article->id, ==, "x");
  g_assert_null (article->title);
  g_assert_cmpstr (article->text, ==, "Body");
  g_assert_cmpint (article->published.day, ==, 24);
  g_assert_null (outlay_json_read_article (nothing, &error));
  g_assert_error (error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/an annotated deal is read, written and read as the same",
                   test_round_trip);
  g_test_add_func ("/json/an amount is read to its last digit", test_digits);
  g_test_add_func ("/json/a value that the form does not know is refused", test_refused);
  g_test_add_func ("/json/what is no object is refused, however deep", test_syntax);
  g_test_add_func ("/json/an article needs a text and nothing else", test_article);
  return g_test_run ();
}
