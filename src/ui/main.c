/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>
#include <locale.h>

#include "outlay-config.h"
#include "ui/outlay-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (OutlayApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, OUTLAY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* It would do so once more, while another thread reads the ledger. */
  gtk_disable_setlocale ();
  application = outlay_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
