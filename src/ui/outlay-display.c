/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening the display. On X11 GDK sets up GL for it, whoever draws the windows: the driver is
 * loaded and asked what it can do, which takes about as long as all else up to an empty window.
 * Where cairo draws, GL is left out, for which GDK has nothing but a variable of the environment.
 */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-display.h"

#include <string.h>

/* The variable has another name from GTK 4.16 on. */
#define NEW_NAME_FROM 16

static const char *
get_name (void)
{
  return gtk_get_minor_version () < NEW_NAME_FROM ? "GDK_DEBUG" : "GDK_DISABLE";
}

static const char *
get_word (void)
{
  return gtk_get_minor_version () < NEW_NAME_FROM ? "gl-disable" : "gl";
}

static gboolean
is_drawn_by_cairo (void)
{
  return g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0;
}

/**
 * outlay_display_prepare:
 *
 * Says what the display is opened with. To be called before there are threads, as it adds to the
 * environment.
 */
void
outlay_display_prepare (void)
{
  const char *value = g_getenv (get_name ());
  g_autofree char *longer = NULL;

  if (!is_drawn_by_cairo ())
    return;
  longer = value != NULL ? g_strconcat (value, ",", get_word (), NULL) : g_strdup (get_word ());
  g_setenv (get_name (), longer, TRUE);
}

/* What is started from here chooses for itself. */
static void
restore_environment (void)
{
  const char *value = g_getenv (get_name ());
  g_autofree char *added = g_strconcat (",", get_word (), NULL);
  g_autofree char *before = NULL;

  if (!is_drawn_by_cairo () || value == NULL)
    return;
  if (g_str_equal (value, get_word ()))
    g_unsetenv (get_name ());
  else if (g_str_has_suffix (value, added))
    {
      before = g_strndup (value, strlen (value) - strlen (added));
      g_setenv (get_name (), before, TRUE);
    }
}

/**
 * outlay_display_open:
 *
 * Opens the display that outlay_display_prepare() was called for.
 *
 * Returns: whether there is one.
 */
gboolean
outlay_display_open (void)
{
  gboolean opened = gtk_init_check ();

  restore_environment ();
  return opened;
}
