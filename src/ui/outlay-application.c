/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-application.h"

#include <glib/gi18n.h>

#include "outlay-config.h"
#include "outlay-window.h"

#define SCHEMA_ID     "io.github.outlay.Outlay"
#define RESOURCE_BASE "/io/github/outlay/Outlay"

struct _OutlayApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  OutlayStore *store;
  char *ledger_path;
};

G_DEFINE_FINAL_TYPE (OutlayApplication, outlay_application, GTK_TYPE_APPLICATION)

/* Where the schema is not installed the window lives with its defaults. */
static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static OutlayWindow *
present_window (OutlayApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (outlay_window_new (GTK_APPLICATION (application), application->store));
  gtk_window_present (window);
  return OUTLAY_WINDOW (window);
}

static void
outlay_application_activate (GApplication *application)
{
  present_window (OUTLAY_APPLICATION (application));
}

static void
outlay_application_startup (GApplication *application)
{
  OutlayApplication *self = OUTLAY_APPLICATION (application);

  G_APPLICATION_CLASS (outlay_application_parent_class)->startup (application);
  self->settings = load_settings ();
  self->store = outlay_store_new ();
}

static void
outlay_application_finalize (GObject *object)
{
  OutlayApplication *application = OUTLAY_APPLICATION (object);

  g_clear_object (&application->settings);
  g_clear_object (&application->store);
  g_clear_pointer (&application->ledger_path, g_free);
  G_OBJECT_CLASS (outlay_application_parent_class)->finalize (object);
}

static void
outlay_application_class_init (OutlayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_application_finalize;
  application_class->startup = outlay_application_startup;
  application_class->activate = outlay_application_activate;
}

static void
outlay_application_init (OutlayApplication *application)
{
}

/**
 * outlay_application_new:
 *
 * Returns: (transfer full): the program.
 */
OutlayApplication *
outlay_application_new (void)
{
  return g_object_new (OUTLAY_TYPE_APPLICATION, "application-id", OUTLAY_APP_ID, "flags",
                       G_APPLICATION_DEFAULT_FLAGS, "resource-base-path", RESOURCE_BASE, NULL);
}

/**
 * outlay_application_get_settings:
 *
 * Returns: (transfer none) (nullable): what is kept between runs; %NULL where the schema is not
 *   installed.
 */
GSettings *
outlay_application_get_settings (OutlayApplication *application)
{
  return application->settings;
}
