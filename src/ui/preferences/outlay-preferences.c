/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-preferences.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"

struct _OutlayPreferences
{
  GtkWindow parent_instance;

  GSettings *settings;
  GtkDropDown *scheme;
  GtkDropDown *dates;
  GtkDropDown *sums;
  GtkLabel *watched_name;
  GtkWidget *stop;
  GtkSpinButton *review;
  GtkSpinButton *copies;
};

G_DEFINE_FINAL_TYPE (OutlayPreferences, outlay_preferences, GTK_TYPE_WINDOW)

/* One of a few words that a setting can have, and what people read for it. */
typedef struct
{
  const char *value;
  const char *title;
} Choice;

static const Choice schemes[] = {
  {"desktop", NC_ ("colours", "As the desktop has them")},
  {"light", NC_ ("colours", "Light")},
  {"dark", NC_ ("colours", "Dark")},
  {NULL},
};

static const Choice date_styles[] = {
  {"words", NC_ ("dates", "In words, as 24 Nov 2025")},
  {"numbers", NC_ ("dates", "In numbers, as 2025-11-24")},
  {NULL},
};

static const Choice currencies[] = {
  {"", NC_ ("sums", "Each currency apart")},
  {"USD"},
  {"EUR"},
  {"GBP"},
  {"CHF"},
  {"JPY"},
  {"CNY"},
  {"KRW"},
  {"INR"},
  {"VND"},
  {"BRL"},
  {NULL},
};

static gboolean
get_chosen (GValue *value, GVariant *variant, gpointer data)
{
  const Choice *choices = data;

  for (guint i = 0; choices[i].value != NULL; i++)
    {
      if (g_str_equal (choices[i].value, g_variant_get_string (variant, NULL)))
        g_value_set_uint (value, i);
    }
  return TRUE;
}

static GVariant *
set_chosen (const GValue *value, const GVariantType *type, gpointer data)
{
  const Choice *choices = data;
  guint chosen = g_value_get_uint (value);

  return chosen != GTK_INVALID_LIST_POSITION ? g_variant_new_string (choices[chosen].value) : NULL;
}

static void
bind_choices (OutlayPreferences *self,
              const char *key,
              GtkDropDown *drop_down,
              const Choice *choices,
              const char *context)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (titles, choices[i].title != NULL
                                      ? g_dpgettext2 (GETTEXT_PACKAGE, context, choices[i].title)
                                      : outlay_format_currency (choices[i].value));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
  g_object_unref (titles);
  g_settings_bind_with_mapping (self->settings, key, drop_down, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_chosen, set_chosen, (gpointer)choices, NULL);
}

static void
show_watched (OutlayPreferences *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "watched-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  gtk_label_set_text (self->watched_name, name != NULL ? name : _ ("None. Choose one…"));
  gtk_widget_set_visible (self->stop, folder != NULL);
}

static void
outlay_preferences_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (outlay_preferences_parent_class)->dispose (object);
}

static void
outlay_preferences_class_init (OutlayPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/preferences/outlay-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, dates);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, sums);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, watched_name);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, stop);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, review);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, copies);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_preferences_init (OutlayPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_preferences_new:
 * @parent: the window whose actions it offers
 * @settings: (transfer none): what is kept between runs
 *
 * Returns: (transfer none): a window over @parent that shows and changes @settings.
 */
GtkWidget *
outlay_preferences_new (GtkWindow *parent, GSettings *settings)
{
  OutlayPreferences *self
    = g_object_new (OUTLAY_TYPE_PREFERENCES, "transient-for", parent, "modal", FALSE, NULL);

  self->settings = g_object_ref (settings);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  bind_choices (self, "color-scheme", self->scheme, schemes, "colours");
  bind_choices (self, "date-style", self->dates, date_styles, "dates");
  bind_choices (self, "sums", self->sums, currencies, "sums");
  g_settings_bind (settings, "review-below", self->review, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "copies-kept", self->copies, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::watched-folder", G_CALLBACK (show_watched), self,
                           G_CONNECT_SWAPPED);
  show_watched (self);
  return GTK_WIDGET (self);
}
