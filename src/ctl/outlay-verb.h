/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ctl: outlayctl, the program without a window, for scripts, tests and pipelines. Each verb is a
 * small file below verbs/; what they share (reading articles, printing, options) lies here. May use
 * every layer but ui.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayExit: exit status of every verb
 * @OUTLAY_EXIT_FINE: all that was asked for was done
 * @OUTLAY_EXIT_FAILED: some input failed; what could be done was done
 * @OUTLAY_EXIT_USAGE: the command line is wrong; nothing was done
 */
typedef enum
{
  OUTLAY_EXIT_FINE,
  OUTLAY_EXIT_FAILED,
  OUTLAY_EXIT_USAGE,
} OutlayExit;

/**
 * OutlayVerb:
 * @name: as typed
 * @arguments: what stands behind the options: "FILE…"
 * @summary: one line, untranslated
 * @description: (nullable): what the options' help doesn't say, untranslated
 * @run: carries it out; @arguments is what was typed, the verb itself first
 */
typedef struct _OutlayVerb OutlayVerb;
struct _OutlayVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  OutlayExit (*run) (const OutlayVerb *verb, char ***arguments);
};

extern const OutlayVerb outlay_verb_apart;
extern const OutlayVerb outlay_verb_correct;
extern const OutlayVerb outlay_verb_delete;
extern const OutlayVerb outlay_verb_backup;
extern const OutlayVerb outlay_verb_check;
extern const OutlayVerb outlay_verb_export;
extern const OutlayVerb outlay_verb_extract;
extern const OutlayVerb outlay_verb_history;
extern const OutlayVerb outlay_verb_import;
extern const OutlayVerb outlay_verb_text;
extern const OutlayVerb outlay_verb_link;
extern const OutlayVerb outlay_verb_list;
extern const OutlayVerb outlay_verb_mark;
extern const OutlayVerb outlay_verb_mentions;
extern const OutlayVerb outlay_verb_part;
extern const OutlayVerb outlay_verb_print;
extern const OutlayVerb outlay_verb_rates;
extern const OutlayVerb outlay_verb_read;
extern const OutlayVerb outlay_verb_read_as;
extern const OutlayVerb outlay_verb_redo;
extern const OutlayVerb outlay_verb_reextract;
extern const OutlayVerb outlay_verb_show;
extern const OutlayVerb outlay_verb_split;
extern const OutlayVerb outlay_verb_stats;
extern const OutlayVerb outlay_verb_suggestions;
extern const OutlayVerb outlay_verb_undo;
extern const OutlayVerb outlay_verb_verify;

gboolean outlay_verb_parse (const OutlayVerb *verb, const GOptionEntry *entries, char ***arguments);
OutlayExit outlay_verb_refuse (const OutlayVerb *verb, const char *message);
char *outlay_verb_dup_text (const char *typed);

G_END_DECLS
