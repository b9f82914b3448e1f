/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-style.h"

#include <math.h>

#include "outlay-em.h"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE        "org.freedesktop.appearance"
#define SCHEME_KEY       "color-scheme"
#define DESKTOP_SCHEMA   "org.gnome.desktop.interface"
#define STYLE_FOLDER     "/io/github/outlay/Outlay/style/"

/* The portal's value for "prefer dark". */
#define PORTAL_DARK 1

/* Settings of GTK 4.20 and what they say: GtkInterfaceColorScheme, GtkInterfaceContrast
 * (https://docs.gtk.org/gtk4/class.Settings.html). Before it there are no such properties. */
#define SCHEME_SETTING   "gtk-interface-color-scheme"
#define CONTRAST_SETTING "gtk-interface-contrast"
#define INTERFACE_DARK   2
#define INTERFACE_LIGHT  3
#define MORE_CONTRAST    2

/* The size of a symbol beside plain text, and how much larger it becomes at once: between such
 * steps its lines would blur. */
#define PLAIN_ICON    16
#define PLAIN_CHECK   14
#define STEPS_A_SIZE  2
#define LARGEST_SIZE  3
#define DOTS_A_INCH   96
#define POINTS_A_INCH 72

/* From this minor version of GTK 4 on the toolkit follows the desktop by itself. */
#define GTK_FOLLOWS_FROM 20

typedef enum
{
  SHEET_SIZES,
  SHEET_LIGHT,
  SHEET_DARK,
  SHEET_COLOURS,
  SHEET_CONTRAST_DARK,
  N_SHEETS,
} Sheet;

/* Asked for the dark variant of the theme of high contrast, the toolkit takes the plain dark theme.
 */
static const struct
{
  const char *path;
  guint priority;
} sheets[N_SHEETS] = {
  [SHEET_SIZES] = {STYLE_FOLDER "outlay.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION},
  [SHEET_LIGHT] = {STYLE_FOLDER "outlay-light.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION},
  [SHEET_DARK] = {STYLE_FOLDER "outlay-dark.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION},
  [SHEET_COLOURS] = {STYLE_FOLDER "outlay-colours.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION},
  [SHEET_CONTRAST_DARK]
  = {"/org/gtk/libgtk/theme/Default-hc-dark/gtk.css", GTK_STYLE_PROVIDER_PRIORITY_SETTINGS},
};

struct _OutlayStyle
{
  GObject parent_instance;

  GdkDisplay *display;
  GtkSettings *settings;
  GtkCssProvider *sheets[N_SHEETS];
  GtkCssProvider *icons;
  GDBusProxy *portal;
  GSettings *desktop;
  GCancellable *cancellable;
  OutlayScheme scheme;
  gboolean desktop_dark;
};

G_DEFINE_FINAL_TYPE (OutlayStyle, outlay_style, G_TYPE_OBJECT)

static gboolean
has_setting (OutlayStyle *style, const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (style->settings), name) != NULL;
}

static gboolean
is_set_to (OutlayStyle *style, const char *name, int wanted)
{
  int value = 0;

  if (has_setting (style, name))
    g_object_get (style->settings, name, &value, NULL);
  return value == wanted;
}

static gboolean
has_high_contrast (OutlayStyle *style)
{
  g_autofree char *theme = NULL;

  g_object_get (style->settings, "gtk-theme-name", &theme, NULL);
  return is_set_to (style, CONTRAST_SETTING, MORE_CONTRAST)
         || (theme != NULL
             && (g_str_has_prefix (theme, "HighContrast") || g_str_has_suffix (theme, "-hc")
                 || g_str_has_suffix (theme, "-hc-dark")));
}

/* A theme of the toolkit takes as long to read as half a window: what isn't shown isn't read. */
static GtkCssProvider *
ensure_sheet (OutlayStyle *style, Sheet sheet)
{
  const char *path = sheets[sheet].path;

  if (style->sheets[sheet] != NULL)
    return style->sheets[sheet];
  style->sheets[sheet] = gtk_css_provider_new ();
  if (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    gtk_css_provider_load_from_resource (style->sheets[sheet], path);
  return style->sheets[sheet];
}

static void
show_sheet (OutlayStyle *style, Sheet sheet, gboolean shown)
{
  if (shown)
    gtk_style_context_add_provider_for_display (
      style->display, GTK_STYLE_PROVIDER (ensure_sheet (style, sheet)), sheets[sheet].priority);
  else if (style->sheets[sheet] != NULL)
    gtk_style_context_remove_provider_for_display (style->display,
                                                   GTK_STYLE_PROVIDER (style->sheets[sheet]));
}

static void
update_providers (OutlayStyle *style)
{
  gboolean contrast = has_high_contrast (style);
  gboolean dark = FALSE;
  g_autofree char *theme = NULL;

  g_object_get (style->settings, "gtk-application-prefer-dark-theme", &dark, "gtk-theme-name",
                &theme, NULL);
  dark = dark || is_set_to (style, SCHEME_SETTING, INTERFACE_DARK)
         || (theme != NULL && g_str_has_suffix (theme, "-dark"));
  show_sheet (style, SHEET_LIGHT, !contrast && !dark);
  show_sheet (style, SHEET_DARK, !contrast && dark);
  show_sheet (style, SHEET_COLOURS, !contrast);
  show_sheet (style, SHEET_CONTRAST_DARK, contrast && dark);
}

/* How many pixels high the text of the desktop is. */
static double
measure_text (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  int resolution = -1;
  PangoFontDescription *font;
  double size;

  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &resolution, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? (double)resolution / PANGO_SCALE : DOTS_A_INCH) / POINTS_A_INCH;
  pango_font_description_free (font);
  return size;
}

/* The symbols of the theme have one size; here they grow with the text. */
static void
update_icons (OutlayStyle *style)
{
  double text = measure_text (style->settings);
  double size
    = CLAMP (round (text / OUTLAY_PLAIN_EM * STEPS_A_SIZE) / STEPS_A_SIZE, 1, LARGEST_SIZE);
  int check = (int)(PLAIN_CHECK * size);
  g_autofree char *rules
    = g_strdup_printf ("window { -gtk-icon-size: %dpx; }\n"
                       "check, radio { -gtk-icon-size: %dpx; min-width: %dpx; min-height: %dpx; }",
                       (int)(PLAIN_ICON * size), check, check, check);

  gtk_css_provider_load_from_data (style->icons, size > 1 ? rules : "", -1);
}

/* A toolkit that follows the desktop by itself is left to do so. */
static void
apply_scheme (OutlayStyle *style)
{
  gboolean dark = style->scheme == OUTLAY_SCHEME_DESKTOP ? style->desktop_dark
                                                         : style->scheme == OUTLAY_SCHEME_DARK;
  gboolean before = FALSE;

  if (style->scheme == OUTLAY_SCHEME_DESKTOP && gtk_get_minor_version () >= GTK_FOLLOWS_FROM)
    {
      gtk_settings_reset_property (style->settings, "gtk-application-prefer-dark-theme");
      gtk_settings_reset_property (style->settings, SCHEME_SETTING);
      return;
    }
  if (has_setting (style, SCHEME_SETTING))
    g_object_set (style->settings, SCHEME_SETTING, dark ? INTERFACE_DARK : INTERFACE_LIGHT, NULL);
  g_object_get (style->settings, "gtk-application-prefer-dark-theme", &before, NULL);
  if (before != dark)
    g_object_set (style->settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
follow_desktop (OutlayStyle *style, gboolean dark)
{
  style->desktop_dark = dark;
  apply_scheme (style);
}

static void
desktop_scheme_changed_cb (OutlayStyle *style)
{
  g_autofree char *scheme = g_settings_get_string (style->desktop, SCHEME_KEY);

  follow_desktop (style, g_strcmp0 (scheme, "prefer-dark") == 0);
}

/* Where no portal answers, the desktop's own setting is read, if it is there. */
static void
watch_desktop (OutlayStyle *style)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DESKTOP_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, SCHEME_KEY))
    return;
  style->desktop = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_object (style->desktop, "changed::" SCHEME_KEY,
                           G_CALLBACK (desktop_scheme_changed_cb), style, G_CONNECT_SWAPPED);
  desktop_scheme_changed_cb (style);
}

static guint32
unwrap_scheme (GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  return g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32) ? g_variant_get_uint32 (inner) : 0;
}

static void
portal_signal_cb (GDBusProxy *portal,
                  const char *sender,
                  const char *name,
                  GVariant *parameters,
                  OutlayStyle *style)
{
  const char *group, *key;
  g_autoptr (GVariant) value = NULL;

  if (g_strcmp0 (name, "SettingChanged") != 0
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_strcmp0 (group, NAMESPACE) == 0 && g_strcmp0 (key, SCHEME_KEY) == 0)
    follow_desktop (style, unwrap_scheme (value) == PORTAL_DARK);
}

static void
portal_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error);
  g_autoptr (GVariant) value = NULL;
  OutlayStyle *style = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      watch_desktop (style);
      return;
    }
  value = g_variant_get_child_value (reply, 0);
  follow_desktop (style, unwrap_scheme (value) == PORTAL_DARK);
}

static void
portal_ready_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GDBusProxy *portal = g_dbus_proxy_new_for_bus_finish (result, &error);
  OutlayStyle *style = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (portal == NULL)
    {
      watch_desktop (style);
      return;
    }
  style->portal = portal;
  g_signal_connect_object (portal, "g-signal", G_CALLBACK (portal_signal_cb), style, 0);
  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", NAMESPACE, SCHEME_KEY),
                     G_DBUS_CALL_FLAGS_NONE, -1, style->cancellable, portal_read_cb, style);
}

static void
outlay_style_dispose (GObject *object)
{
  OutlayStyle *style = OUTLAY_STYLE (object);

  g_cancellable_cancel (style->cancellable);
  g_clear_object (&style->cancellable);
  g_clear_object (&style->portal);
  g_clear_object (&style->desktop);
  for (guint i = 0; i < N_SHEETS; i++)
    g_clear_object (&style->sheets[i]);
  g_clear_object (&style->icons);
  G_OBJECT_CLASS (outlay_style_parent_class)->dispose (object);
}

static void
outlay_style_class_init (OutlayStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_style_dispose;
}

static void
outlay_style_init (OutlayStyle *style)
{
  style->cancellable = g_cancellable_new ();
  style->icons = gtk_css_provider_new ();
}

/**
 * outlay_style_new:
 * @display: (transfer none): where the windows are
 * @scheme: which colours to show, or to follow the desktop
 *
 * Returns: (transfer full): the style of all windows of @display, as long as it lives.
 */
OutlayStyle *
outlay_style_new (GdkDisplay *display, OutlayScheme scheme)
{
  OutlayStyle *style = g_object_new (OUTLAY_TYPE_STYLE, NULL);

  style->display = display;
  style->settings = gtk_settings_get_for_display (display);
  show_sheet (style, SHEET_SIZES, TRUE);
  gtk_style_context_add_provider_for_display (style->display, GTK_STYLE_PROVIDER (style->icons),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (style->settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_providers), style, G_CONNECT_SWAPPED);
  g_signal_connect_object (style->settings, "notify::gtk-theme-name", G_CALLBACK (update_providers),
                           style, G_CONNECT_SWAPPED);
  g_signal_connect_object (style->settings, "notify::" SCHEME_SETTING,
                           G_CALLBACK (update_providers), style, G_CONNECT_SWAPPED);
  g_signal_connect_object (style->settings, "notify::" CONTRAST_SETTING,
                           G_CALLBACK (update_providers), style, G_CONNECT_SWAPPED);
  g_signal_connect_object (style->settings, "notify::gtk-font-name", G_CALLBACK (update_icons),
                           style, G_CONNECT_SWAPPED);
  g_signal_connect_object (style->settings, "notify::gtk-xft-dpi", G_CALLBACK (update_icons), style,
                           G_CONNECT_SWAPPED);
  update_providers (style);
  update_icons (style);
  style->scheme = scheme;
  g_object_get (style->settings, "gtk-application-prefer-dark-theme", &style->desktop_dark, NULL);
  if (scheme != OUTLAY_SCHEME_DESKTOP)
    apply_scheme (style);
  if (gtk_get_minor_version () < GTK_FOLLOWS_FROM)
    g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                              G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES
                                | G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START_AT_CONSTRUCTION,
                              NULL, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, style->cancellable,
                              portal_ready_cb, style);
  return style;
}

/** outlay_style_set_scheme: shows other colours, or follows the desktop again. */
void
outlay_style_set_scheme (OutlayStyle *style, OutlayScheme scheme)
{
  g_return_if_fail (OUTLAY_IS_STYLE (style));

  style->scheme = scheme;
  apply_scheme (style);
}
