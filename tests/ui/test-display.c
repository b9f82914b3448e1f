/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outlay-display.h"

/* The variable of the environment that GDK is told by, by the version of GTK. */
static const char *name;

static gboolean
can_draw_with_gl (void)
{
  return gdk_display_prepare_gl (gdk_display_get_default (), NULL);
}

/* One display is opened in a process. */
static void
run_with (const char *renderer, const char *value)
{
  if (renderer != NULL)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
  else
    g_unsetenv ("GSK_RENDERER");
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
  outlay_display_prepare ();
  g_assert_true (outlay_display_open ());
  g_assert_cmpstr (g_getenv (name), ==, value);
}

static void
open_for_cairo (void)
{
  run_with ("cairo", NULL);
  g_assert_false (can_draw_with_gl ());
}

static void
open_for_cairo_beside_other_words (void)
{
  run_with ("cairo", gtk_get_minor_version () < 16 ? "misc" : "vulkan");
  g_assert_false (can_draw_with_gl ());
}

static void
open_for_any (void)
{
  run_with (NULL, NULL);
  if (!can_draw_with_gl ())
    g_test_skip ("this display has no GL");
}

static void
test_in_process (gconstpointer path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  name = gtk_get_minor_version () < 16 ? "GDK_DEBUG" : "GDK_DISABLE";
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/cairo/subprocess", open_for_cairo);
  g_test_add_func ("/display/beside/subprocess", open_for_cairo_beside_other_words);
  g_test_add_func ("/display/any/subprocess", open_for_any);
  g_test_add_data_func ("/display/cairo draws without GL", "/display/cairo/subprocess",
                        test_in_process);
  g_test_add_data_func ("/display/what GDK is told besides stays", "/display/beside/subprocess",
                        test_in_process);
  g_test_add_data_func ("/display/others may draw with GL", "/display/any/subprocess",
                        test_in_process);
  return g_test_run ();
}
