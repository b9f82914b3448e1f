/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-acting.h"

typedef struct
{
  gboolean star;
  gboolean reject;
  gboolean reviewed;
  char *tag;
  char *note;
} Marks;

static void
marks_clear (Marks *marks)
{
  g_free (marks->tag);
  g_free (marks->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, marks_clear)

static OutlayAct *
make_act (const Marks *marks, const GArray *ids, gboolean on)
{
  g_autofree char *tag = outlay_verb_dup_text (marks->tag);
  g_autofree char *note = outlay_verb_dup_text (marks->note);

  if (marks->star)
    return outlay_act_new_star (ids, on);
  if (marks->reject)
    return outlay_act_new_reject (ids, on);
  if (marks->reviewed)
    return outlay_act_new_review (ids, on);
  if (tag != NULL)
    return outlay_act_new_tag (ids, tag, on);
  return outlay_act_new_note (g_array_index (ids, gint64, 0), on ? note : NULL);
}

static OutlayExit
run_mark (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  g_auto (Marks) marks = {FALSE};
  const GOptionEntry own[] = {
    {"star", 0, 0, G_OPTION_ARG_NONE, &marks.star, N_ ("Star them"), NULL},
    {"reject", 0, 0, G_OPTION_ARG_NONE, &marks.reject, N_ ("Say that they are no deals"), NULL},
    {"reviewed", 0, 0, G_OPTION_ARG_NONE, &marks.reviewed,
     N_ ("Say that you looked at what the cards say"), NULL},
    {"tag", 0, 0, G_OPTION_ARG_FILENAME, &marks.tag, N_ ("Tag them with a word of your own"),
     N_ ("WORD")},
    {"note", 0, 0, G_OPTION_ARG_FILENAME, &marks.note, N_ ("Write a note on the deal"),
     N_ ("TEXT")},
    {"off", 0, 0, G_OPTION_ARG_NONE, &acting.off, N_ ("Take it back"), NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  guint n_marks = (guint)(marks.star != 0) + (guint)(marks.reject != 0)
                  + (guint)(marks.reviewed != 0) + (guint)(marks.tag != NULL)
                  + (guint)(marks.note != NULL);
  if (n_marks != 1)
    return outlay_verb_refuse (verb, _ ("Name one mark: --star, --reject, --reviewed, --tag or "
                                        "--note."));
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if (ids == NULL || (marks.note != NULL && ids->len > 1))
    return outlay_verb_refuse (verb, _ ("Name deals by their numbers, as “list” prints them."));
  g_autoptr (OutlayAct) act = make_act (&marks, ids, !acting.off);
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_mark = {
  "mark",
  N_ ("ID…"),
  N_ ("Star, reject, review, tag or note deals."),
  N_ ("Marks outlive the articles: they hold when an article is deleted and imported again."),
  run_mark,
};
