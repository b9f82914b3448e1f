/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "base/sums/outlay-tally.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "ledger/outlay-ledger-extraction.h"

static guint
count_telling (const GPtrArray *deals)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        g_hash_table_add (articles, &outlay_deal_record_get_claim (deal, j)->article_id);
    }
  return g_hash_table_size (articles);
}

/* All articles of the ledger, also those that tell of no deal. */
static gboolean
count_articles (OutlayLedger *ledger, guint *n_articles, GError **error)
{
  g_autoptr (GArray) ids = outlay_ledger_list_outdated (ledger, "", NULL, error);

  *n_articles = ids != NULL ? ids->len : 0;
  return ids != NULL;
}

static void
set_date (JsonObject *object, const char *member, OutlayDate date)
{
  g_autofree char *text = outlay_date_to_string (date);

  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static JsonArray *
make_sums (const GArray *sums)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "currency", sum->currency);
      json_object_set_int_member (object, "amount", sum->hundredths / OUTLAY_MONEY_UNIT);
      json_object_set_int_member (object, "deals", sum->n_deals);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
make_converted (const OutlayTally *tally)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "currency", tally->currency);
  json_object_set_int_member (object, "amount", tally->converted / OUTLAY_MONEY_UNIT);
  json_object_set_int_member (object, "deals", tally->n_converted);
  json_object_set_int_member (object, "without_rate", tally->n_without_rate);
  set_date (object, "first_rate", tally->first_rate);
  set_date (object, "last_rate", tally->last_rate);
  return object;
}

static void
print_json (const GPtrArray *deals, guint n_articles, const OutlayTally *tally)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "deals", deals->len);
  json_object_set_int_member (object, "articles", n_articles);
  json_object_set_int_member (object, "articles_with_deals", count_telling (deals));
  json_object_set_int_member (object, "with_amount", tally->n_with_money);
  json_object_set_int_member (object, "parts", tally->n_parts);
  json_object_set_array_member (object, "sums", make_sums (tally->sums));
  if (tally->currency[0] != '\0')
    json_object_set_object_member (object, "converted", make_converted (tally));
  json_object_set_int_member (object, "megawatts", tally->kilowatts / 1000);
  json_object_set_int_member (object, "with_capacity", tally->n_with_capacity);
  outlay_console_print_json (object);
}

/* @value is taken. */
static void
print_row (char *value, const char *title)
{
  g_autofree char *line = outlay_format_labelled (title, value);

  outlay_console_print (line);
  outlay_console_print ("\n");
  g_free (value);
}

static void
print_count (guint count, const char *title)
{
  if (count > 0)
    print_row (g_strdup_printf ("%u", count), title);
}

static void
print_sums (const OutlayTally *tally)
{
  for (guint i = 0; i < tally->sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (tally->sums, OutlaySum, i);
      g_autofree char *figure = outlay_format_sum (sum->currency, sum->hundredths);

      print_row (g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "%s in %u deal", "%s in %u deals", sum->n_deals),
                   figure, sum->n_deals),
                 sum->currency);
    }
  if (tally->n_converted > 0)
    print_row (outlay_format_converted (tally->currency, tally->converted, tally->last_rate),
               C_ ("totals", "In all"));
  print_count (tally->n_without_rate, C_ ("totals", "Without a rate, not in the sum"));
  print_count (tally->n_parts, C_ ("totals", "Parts that their wholes count"));
}

static void
print_stats (const GPtrArray *deals, guint n_articles, const OutlayTally *tally)
{
  print_row (g_strdup_printf ("%u", deals->len), C_ ("totals", "Deals"));
  print_row (g_strdup_printf ("%u", n_articles), C_ ("totals", "Articles"));
  print_row (g_strdup_printf ("%u", count_telling (deals)), C_ ("totals", "Articles with deals"));
  print_sums (tally);
  if (tally->kilowatts > 0)
    print_row (outlay_format_power (tally->kilowatts), C_ ("totals", "Capacity"));
}

static OutlayExit
run_stats (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlaySelection) selection = {NULL};
  gboolean json = FALSE;
  const GOptionEntry own[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object"), NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;
  g_auto (OutlayTally) tally = {NULL};
  guint n_all, n_articles;

  if (!outlay_selection_parse (&selection, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (GPtrArray) deals = outlay_selection_load (&selection, &ledger, &n_all, &error);
  if (deals == NULL || !count_articles (ledger, &n_articles, &error))
    {
      outlay_console_complain ("%s", error->message);
      return OUTLAY_EXIT_FAILED;
    }
  outlay_tally_init (&tally);
  for (guint i = 0; i < deals->len; i++)
    outlay_tally_add_record (&tally, g_ptr_array_index (deals, i));
  outlay_tally_finish (&tally, selection.currency);
  if (json)
    print_json (deals, n_articles, &tally);
  else
    print_stats (deals, n_articles, &tally);
  return OUTLAY_EXIT_FINE;
}

const OutlayVerb outlay_verb_stats = {
  "stats",
  "",
  N_ ("Tell what the deals of a ledger come to."),
  N_ ("A deal that is part of another is counted once, with its whole. What was called off is not "
      "counted."),
  run_stats,
};
