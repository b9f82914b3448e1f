/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-acting.h"

static OutlayExit
run_delete (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  g_autofree char *typed = NULL;
  const GOptionEntry own[] = {
    {"source", 0, 0, G_OPTION_ARG_FILENAME, &typed, N_ ("Delete all articles of this source"),
     N_ ("NAME")},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autofree char *source = outlay_verb_dup_text (typed);
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if ((source != NULL) == ((*arguments)[1] != NULL) || (source == NULL && ids == NULL))
    return outlay_verb_refuse (verb,
                               _ ("Name articles by their numbers, or a source by --source."));
  g_autoptr (OutlayAct) act
    = source != NULL ? outlay_act_new_delete_source (source) : outlay_act_new_delete_articles (ids);
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_delete = {
  "delete",
  N_ ("ARTICLE…"),
  N_ ("Delete articles, with what they claim; “undo” brings them back."),
  N_ ("What you said of their deals is kept for when they are imported again."),
  run_delete,
};
