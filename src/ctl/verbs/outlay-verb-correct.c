/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-acting.h"
#include "ctl/outlay-typed-value.h"

typedef struct
{
  char *lang;
  char *per;
} Typing;

static void
typing_clear (Typing *typing)
{
  g_free (typing->lang);
  g_free (typing->per);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typing, typing_clear)

/* Returns: (transfer full) (nullable): what is wrong with what was typed. */
static char *
read_values (const Typing *typing, char **typed, OutlayFields *fields, guint *which)
{
  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *text = outlay_verb_dup_text (typed[i]);
      OutlayField field;

      if (!outlay_typed_value_read (text, typing->lang != NULL ? typing->lang : "en", fields,
                                    &field))
        return g_strdup_printf (_ ("“%s” sets no field."), text);
      *which |= 1u << field;
    }
  if (typing->per != NULL && !outlay_per_from_string (typing->per, &fields->amount.per))
    return g_strdup (_ ("An amount is for each recipient, or for a year: --per each or --per "
                        "year."));
  return NULL;
}

/* Returns: the fields named; 0 where one of them is none. */
static guint
read_names (char **typed)
{
  guint which = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      OutlayField field;

      if (!outlay_field_from_string (typed[i], &field))
        return 0;
      which |= 1u << field;
    }
  return which;
}

static OutlayExit
correct (const OutlayVerb *verb, const OutlayActing *acting, const Typing *typing, char **typed)
{
  g_autoptr (OutlayAct) act = NULL;
  g_auto (OutlayFields) fields = {0};
  guint which = 0;
  gint64 id;

  if (typed[0] == NULL || typed[1] == NULL
      || !g_ascii_string_to_signed (typed[0], 10, 1, G_MAXINT64, &id, NULL))
    return outlay_verb_refuse (verb, _ ("Name a deal by its number, and what to correct."));
  if (acting->off)
    {
      which = read_names (typed + 1);
      if (which == 0)
        return outlay_verb_refuse (verb, _ ("Name the fields whose corrections are taken back."));
      act = outlay_act_new_uncorrect (id, which);
      return outlay_acting_run (acting, act);
    }
  outlay_fields_init (&fields);
  g_autofree char *mistake = read_values (typing, typed + 1, &fields, &which);
  if (mistake != NULL)
    return outlay_verb_refuse (verb, mistake);
  act = outlay_act_new_correct (id, which, &fields);
  return outlay_acting_run (acting, act);
}

static OutlayExit
run_correct (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  g_auto (Typing) typing = {NULL};
  const GOptionEntry own[] = {
    {"lang", 0, 0, G_OPTION_ARG_STRING, &typing.lang,
     N_ ("Language that figures are typed in; en where it is not said"), N_ ("CODE")},
    {"per", 0, 0, G_OPTION_ARG_STRING, &typing.per,
     N_ ("The amount is for each recipient, or for a year: each or year"), N_ ("WHAT")},
    {"off", 0, 0, G_OPTION_ARG_NONE, &acting.off, N_ ("Take corrections of fields back"), NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  return correct (verb, &acting, &typing, *arguments + 1);
}

const OutlayVerb outlay_verb_correct = {
  "correct",
  N_ ("ID FIELD=VALUE…"),
  N_ ("Set fields of a deal."),
  N_ ("Fields are kind, status, parties, amount, capacity, places, announced, start and end; "
      "“amount=” says that the deal has none.\n"
      "  amount=\"up to 50 billion dollars\"  capacity=\"1.3 GW\"  start=2026-H2  places=NO,SE\n"
      "  parties=\"investor: NAME; recipient: NAME; partner: NAME\""),
  run_correct,
};
