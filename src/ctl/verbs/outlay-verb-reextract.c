/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "ctl/outlay-acting.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ingest/acts/outlay-reextract.h"

static const OutlayDealRecord *
get_deal (const OutlayDealChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

static const char *
get_name (const OutlayDealChange *change)
{
  return change->before == NULL ? "new" : change->after == NULL ? "gone" : "changed";
}

static const char *
get_words (const OutlayDealChange *change)
{
  return change->before == NULL  ? C_ ("change", "new")
         : change->after == NULL ? C_ ("change", "gone")
                                 : C_ ("change", "changed");
}

static void
append_field (GString *text, const OutlayDealChange *change, OutlayField field)
{
  g_autofree char *before = outlay_format_field_value (&change->before->fields, field);
  g_autofree char *after = outlay_format_field_value (&change->after->fields, field);
  g_autofree char *value
    = g_strdup_printf ("%s → %s", *before != '\0' ? before : C_ ("history", "nothing"),
                       *after != '\0' ? after : C_ ("history", "nothing"));
  g_autofree char *line = outlay_format_labelled (outlay_format_field (field), value);

  g_string_append_printf (text, "    %s\n", line);
}

static gboolean
print_change (const OutlayDealChange *change)
{
  const OutlayDealRecord *deal = get_deal (change);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = outlay_format_who (&deal->fields);
  g_autofree char *whom = outlay_format_whom (&deal->fields);

  g_string_append_printf (text, "%4" G_GINT64_FORMAT "  %s %s  (%s)\n", deal->id, who, whom,
                          get_words (change));
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (change->fields & (1u << field))
        append_field (text, change, field);
    }
  return outlay_console_print (text->str);
}

static gboolean
print_json (const OutlayDealChange *change)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonObject) before
    = change->before != NULL ? outlay_json_from_fields (&change->before->fields) : NULL;
  g_autoptr (JsonObject) after
    = change->after != NULL ? outlay_json_from_fields (&change->after->fields) : NULL;
  JsonObject *fields = json_object_new ();

  json_object_set_int_member (object, "deal", get_deal (change)->id);
  json_object_set_string_member (object, "change", get_name (change));
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      const char *name = outlay_field_to_string (field);

      if ((change->fields & (1u << field)) == 0)
        continue;
      JsonObject *values = json_object_new ();
      json_object_set_member (values, "from", json_object_dup_member (before, name));
      json_object_set_member (values, "to", json_object_dup_member (after, name));
      json_object_set_object_member (fields, name, values);
    }
  json_object_set_object_member (object, "fields", fields);
  return outlay_console_print_json (object);
}

static void
print_sum (const OutlayReextraction *done, gboolean dry)
{
  g_autofree char *articles = g_strdup_printf (
    ngettext ("%u article read anew", "%u articles read anew", done->n_articles), done->n_articles);
  g_autofree char *deals = g_strdup_printf (
    dry ? ngettext ("%u deal would change", "%u deals would change", done->changes->len)
        : ngettext ("%u deal changed", "%u deals changed", done->changes->len),
    done->changes->len);
  g_autofree char *line = g_strdup_printf ("%s · %s", articles, deals);

  outlay_console_print_line (line);
}

static OutlayExit
run_reextract (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  gboolean dry = FALSE, more = TRUE;
  const GOptionEntry own[] = {
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry, N_ ("Tell what would change, and change nothing"),
     NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL)
    return outlay_verb_refuse (verb, _ ("Only options are wanted here."));
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting.ledger, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_autoptr (OutlayReextraction) done
    = ledger != NULL ? outlay_reextract (ledger, &(OutlayReextractAim){.apply = !dry}, NULL, &error)
                     : NULL;
  if (done == NULL)
    return outlay_acting_fail (error);
  for (guint i = 0; more && i < done->changes->len; i++)
    {
      const OutlayDealChange *change = g_ptr_array_index (done->changes, i);

      more = acting.json ? print_json (change) : print_change (change);
    }
  if (!acting.json)
    print_sum (done, dry);
  return OUTLAY_EXIT_FINE;
}

const OutlayVerb outlay_verb_reextract = {
  "reextract",
  "",
  N_ ("Read anew the articles that an older engine read, as one act."),
  N_ ("What you corrected, linked or marked stays. “--dry-run” tells what would change; “undo” "
      "takes it all back."),
  run_reextract,
};
