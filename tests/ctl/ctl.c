/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "ctl.h"

#include <gio/gio.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"

/** ctl_run_clear: gives back what @run holds. */
void
ctl_run_clear (CtlRun *run)
{
  g_free (run->output);
  g_free (run->errors);
}

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

static CtlRun
run_arguments (const char *input, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  CtlRun run = {0};
  g_autoptr (GSubprocess) process = g_subprocess_newv (
    arguments,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
    &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) sent = g_bytes_new (input, input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_subprocess_communicate (process, sent, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  run.output = dup_text (output);
  run.errors = dup_text (errors);
  return run;
}

/**
 * ctl_run:
 * @input: (nullable): what standard input holds
 * @first: the verb, followed by its arguments up to %NULL
 *
 * Returns: the run of outlayctl; it must not end by a signal.
 */
CtlRun
ctl_run (const char *input, const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list args;

  g_ptr_array_add (arguments, (gpointer)g_getenv ("OUTLAYCTL"));
  va_start (args, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer)argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);
  return run_arguments (input, (const char *const *)arguments->pdata);
}

/**
 * ctl_run_shell:
 * @command: for a shell; "$OUTLAYCTL" is the program, "$1" is @ledger
 *
 * Returns: the run of the shell.
 */
CtlRun
ctl_run_shell (const char *command, const char *ledger)
{
  const char *const arguments[] = {"/bin/bash", "-c", command, "shell", ledger, NULL};

  return run_arguments (NULL, arguments);
}

/**
 * ctl_read_lines:
 *
 * Returns: (transfer full) (element-type JsonObject): the JSON objects of @output, one a line.
 */
GPtrArray *
ctl_read_lines (const char *output)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify)json_object_unref);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  g_assert_true (*output == '\0' || g_str_has_suffix (output, "\n"));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      JsonObject *object = outlay_json_parse (lines[i], -1, &error);

      g_assert_no_error (error);
      g_ptr_array_add (objects, object);
    }
  return objects;
}

/**
 * ctl_make_ledger:
 *
 * Returns: (transfer full): path of a filled ledger in @folder.
 */
char *
ctl_make_ledger (const char *folder)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);

  return g_strdup (outlay_ledger_get_path (ledger));
}
