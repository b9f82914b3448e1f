/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/json/outlay-json.h"
#include "base/outlay-rates.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-verb.h"
#include "outlay-config.h"

/* As the rate was written: without the zeros that say nothing. */
static char *
print_rate (gint64 millionths)
{
  g_autofree char *decimals = g_strdup_printf (".%06d", (int)(millionths % 1000000));
  gsize length = strlen (decimals);

  while (length > 0 && (decimals[length - 1] == '0' || decimals[length - 1] == '.'))
    length--;
  decimals[length] = '\0';
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", millionths / 1000000, decimals);
}

static void
print_json (const OutlayRate *rate, const char *period, const char *figure)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "currency", rate->currency);
  json_object_set_string_member (object, "period", period);
  json_object_set_string_member (object, "per_dollar", figure);
  json_object_set_boolean_member (object, "own", rate->own);
  outlay_console_print_json (object);
}

static void
print_rates (const char *currency, gboolean json)
{
  g_autoptr (GArray) rates = outlay_rates_list ();

  for (guint i = 0; i < rates->len && outlay_console_is_open (); i++)
    {
      const OutlayRate *rate = &g_array_index (rates, OutlayRate, i);
      g_autofree char *period = outlay_date_to_string (rate->period);
      g_autofree char *figure = print_rate (rate->millionths);

      if (currency != NULL && g_ascii_strcasecmp (currency, rate->currency) != 0)
        continue;
      if (json)
        {
          print_json (rate, period, figure);
          continue;
        }
      g_autofree char *line = g_strdup_printf ("%s  %-7s  %s%s\n", rate->currency, period, figure,
                                               rate->own ? C_ ("rate", "  your own") : "");
      outlay_console_print (line);
    }
}

static OutlayExit
run_rates (const OutlayVerb *verb, char ***arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object a rate"), NULL},
    {NULL},
  };

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  const char *currency = (*arguments)[1];
  if (currency != NULL && (*arguments)[2] != NULL)
    return outlay_verb_refuse (verb, _ ("Name one currency at most."));
  print_rates (currency, json);
  if (json)
    return OUTLAY_EXIT_FINE;
  g_autofree char *path
    = g_build_filename (g_get_user_data_dir (), OUTLAY_APP_ID, "data", "own-rates.ini", NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *hint = outlay_format_fill (
    _ ("Units of a currency per US dollar, averages of a month or a year. Your own rates belong "
       "into “{file}”: a section [2025-11] or [2026], lines like EUR = 0.86."),
    "file", name, NULL);
  outlay_console_print ("\n");
  outlay_console_print (hint);
  outlay_console_print ("\n");
  return OUTLAY_EXIT_FINE;
}

const OutlayVerb outlay_verb_rates = {
  "rates", N_ ("[CURRENCY]"), N_ ("List the rates at which amounts are converted."),
  NULL,    run_rates,
};
