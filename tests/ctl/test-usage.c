/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "ctl.h"

static const char *const verbs[] = {
  "read", "mentions", "extract", "import", "list", "show", "export", "print",
};

static void
test_help (void)
{
  g_auto (CtlRun) run = ctl_run (NULL, "--help", NULL);

  g_assert_cmpint (run.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", verbs[i]);

      g_assert_nonnull (strstr (run.output, line));
    }
}

static void
test_verb_help (gconstpointer data)
{
  const char *verb = data;
  g_auto (CtlRun) run = ctl_run (NULL, verb, "--help", NULL);
  g_autofree char *usage = g_strdup_printf ("outlayctl %s [OPTION", verb);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, usage));
  g_assert_cmpstr (run.errors, ==, "");
}

static void
test_unknown_option (gconstpointer data)
{
  const char *verb = data;
  g_auto (CtlRun) run = ctl_run (NULL, verb, "--no-such-option", NULL);
  g_autofree char *hint = g_strdup_printf ("outlayctl %s --help", verb);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpstr (run.output, ==, "");
  g_assert_nonnull (strstr (run.errors, "--no-such-option"));
  g_assert_nonnull (strstr (run.errors, hint));
}

static void
test_version (void)
{
  g_auto (CtlRun) run = ctl_run (NULL, "--version", NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.output, "outlayctl "));
}

typedef struct
{
  const char *sentence;
  const char *arguments[4];
} Mistake;

static const Mistake mistakes[] = {
  {"no verb", {NULL}},
  {"a verb that isn't", {"frobnicate"}},
  {"reading nothing", {"read"}},
  {"importing nothing", {"import"}},
  {"two files of mentions", {"mentions", "a", "b"}},
  {"a kind that isn't", {"list", "--kind=loan"}},
  {"a status that isn't", {"list", "--status=done"}},
  {"an order that isn't", {"list", "--sort=size"}},
  {"an argument where none is wanted", {"list", "deals"}},
  {"showing nothing", {"show"}},
  {"the text of nothing", {"text"}},
  {"showing what is no number", {"show", "one"}},
  {"a format that isn't", {"export", "--format=xls"}},
  {"no format", {"export"}},
  {"no file to print to", {"print"}},
  {"a paper that isn't", {"print", "-o", "x.pdf", "--paper=b9"}},
  {"a layout that isn't", {"print", "-o", "x.pdf", "--layout=poem"}},
  {"a group that isn't", {"print", "-o", "x.pdf", "--group=colour"}},
  {"a part that isn't", {"print", "-o", "x.pdf", "--with=poems"}},
  {"a part that the layout has no place for", {"print", "-o", "x.pdf", "--with=contents"}},
  {"a column that isn't", {"print", "-o", "x.pdf", "--columns=colour"}},
  {"a currency that isn't", {"print", "-o", "x.pdf", "--currency=dollars"}},
  {"margins that leave no text", {"print", "-o", "x.pdf", "--margin=99"}},
  {"text that none can read", {"print", "-o", "x.pdf", "--size=1"}},
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  const char *const *arguments = mistake->arguments;
  g_auto (CtlRun) run
    = arguments[0] == NULL
        ? ctl_run (NULL, NULL, NULL)
        : ctl_run (NULL, arguments[0], arguments[1], arguments[1] != NULL ? arguments[2] : NULL,
                   arguments[1] != NULL && arguments[2] != NULL ? arguments[3] : NULL, NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpstr (run.output, ==, "");
  g_assert_true (g_str_has_prefix (run.errors, "outlayctl: "));
  g_assert_nonnull (strstr (run.errors, "--help"));
}

static void
add_for_verbs (const char *sentence, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/usage/%s %s", verbs[i], sentence);

      g_test_add_data_func (path, verbs[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/usage/the help names every verb", test_help);
  g_test_add_func ("/usage/the version is told", test_version);
  add_for_verbs ("has a help", test_verb_help);
  add_for_verbs ("refuses an option that it doesn't know", test_unknown_option);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/usage/%s is refused", mistakes[i].sentence);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }

  return g_test_run ();
}
