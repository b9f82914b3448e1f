/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CtlRun:
 * @status: exit status
 * @output: what it wrote
 * @errors: what it wrote to the error stream
 *
 * A run of outlayctl that has ended.
 */
typedef struct
{
  int status;
  char *output;
  char *errors;
} CtlRun;

void ctl_run_clear (CtlRun *run);
CtlRun ctl_run (const char *input, const char *first, ...) G_GNUC_NULL_TERMINATED;
CtlRun ctl_run_shell (const char *command, const char *ledger);
GPtrArray *ctl_read_lines (const char *output);
char *ctl_make_ledger (const char *folder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlRun, ctl_run_clear)

G_END_DECLS
