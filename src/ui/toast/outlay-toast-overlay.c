/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-toast-overlay.h"

#include "ui/layout/outlay-wrap-box.h"

#define SHOWN_SECONDS 8

struct _OutlayToastOverlay
{
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  GtkRevealer *revealer;
  GtkWidget *toast;
  GtkLabel *text;
  GtkButton *button;
  GtkButton *offer;

  guint timeout;
  gboolean pointed_at;
  gboolean focused;
};

static void outlay_toast_overlay_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayToastOverlay,
                               outlay_toast_overlay,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      outlay_toast_overlay_buildable_init))

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static gboolean
time_up_cb (gpointer data)
{
  OutlayToastOverlay *self = data;

  self->timeout = 0;
  outlay_toast_overlay_hide (self);
  return G_SOURCE_REMOVE;
}

static void
update_timeout (OutlayToastOverlay *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer) && !self->pointed_at && !self->focused)
    self->timeout = g_timeout_add_seconds (SHOWN_SECONDS, time_up_cb, self);
}

static void
enter_cb (OutlayToastOverlay *self)
{
  self->pointed_at = TRUE;
  update_timeout (self);
}

static void
leave_cb (OutlayToastOverlay *self)
{
  self->pointed_at = FALSE;
  update_timeout (self);
}

static void
focus_in_cb (OutlayToastOverlay *self)
{
  self->focused = TRUE;
  update_timeout (self);
}

static void
focus_out_cb (OutlayToastOverlay *self)
{
  self->focused = FALSE;
  update_timeout (self);
}

/* GTK tells a screen reader nothing of a widget for which that has not asked, but of one that may
 * have the focus; that it may for a moment makes its name known, which is the message. */
static void
text_mapped_cb (GtkWidget *text)
{
  gtk_widget_set_focusable (text, TRUE);
  gtk_widget_set_focusable (text, FALSE);
}

/* What is not seen takes no focus and no room. */
static void
child_revealed_cb (OutlayToastOverlay *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer)
      && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static void
open_uri_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
outlay_toast_overlay_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD)
    outlay_toast_overlay_set_child (OUTLAY_TOAST_OVERLAY (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_toast_overlay_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD)
    g_value_set_object (value, outlay_toast_overlay_get_child (OUTLAY_TOAST_OVERLAY (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_toast_overlay_add_child (GtkBuildable *buildable,
                                GtkBuilder *builder,
                                GObject *child,
                                const char *type)
{
  OutlayToastOverlay *self = OUTLAY_TOAST_OVERLAY (buildable);

  if (self->overlay != NULL && GTK_IS_WIDGET (child) && type == NULL)
    outlay_toast_overlay_set_child (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
outlay_toast_overlay_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = outlay_toast_overlay_add_child;
}

static void
outlay_toast_overlay_dispose (GObject *object)
{
  OutlayToastOverlay *self = OUTLAY_TOAST_OVERLAY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_toast_overlay_parent_class)->dispose (object);
}

static void
outlay_toast_overlay_class_init (OutlayToastOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (OUTLAY_TYPE_WRAP_BOX);
  object_class->dispose = outlay_toast_overlay_dispose;
  object_class->set_property = outlay_toast_overlay_set_property;
  object_class->get_property = outlay_toast_overlay_get_property;
  properties[PROP_CHILD]
    = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "toast.open-uri", "s", open_uri_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/toast/outlay-toast-overlay.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, overlay);
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, revealer);
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, toast);
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, text);
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, button);
  gtk_widget_class_bind_template_child (widget_class, OutlayToastOverlay, offer);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_toast_overlay_hide);
}

static void
outlay_toast_overlay_init (OutlayToastOverlay *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->text, "map", G_CALLBACK (text_mapped_cb), NULL);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->toast, motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_in_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_out_cb), self);
  gtk_widget_add_controller (self->toast, focus);
}

/**
 * outlay_toast_overlay_new:
 *
 * Returns: (transfer floating): an overlay without a child.
 */
GtkWidget *
outlay_toast_overlay_new (void)
{
  return g_object_new (OUTLAY_TYPE_TOAST_OVERLAY, NULL);
}

/**
 * outlay_toast_overlay_set_child:
 * @child: (nullable): what messages are laid over
 */
void
outlay_toast_overlay_set_child (OutlayToastOverlay *overlay, GtkWidget *child)
{
  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));

  if (gtk_overlay_get_child (overlay->overlay) == child)
    return;
  gtk_overlay_set_child (overlay->overlay, child);
  g_object_notify_by_pspec (G_OBJECT (overlay), properties[PROP_CHILD]);
}

/**
 * outlay_toast_overlay_get_child:
 *
 * Returns: (transfer none) (nullable): what messages are laid over.
 */
GtkWidget *
outlay_toast_overlay_get_child (OutlayToastOverlay *overlay)
{
  g_return_val_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay), NULL);

  return gtk_overlay_get_child (overlay->overlay);
}

static void
set_button (GtkButton *button, const char *label, const char *action_name, GVariant *target)
{
  /* What it is called for a screen reader is put right when it appears with its label. */
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  gtk_button_set_label (button, label != NULL ? label : "");
  /* In this order, so that an action never meets the parameter of another. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
}

/**
 * outlay_toast_overlay_show:
 * @text: the message, plain text
 * @button: (nullable): label of a button, with an underlined letter: "_Undo"
 * @action_name: (nullable): the action that the button activates
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Shows a message in the place of the one before.
 */
void
outlay_toast_overlay_show (OutlayToastOverlay *overlay,
                           const char *text,
                           const char *button,
                           const char *action_name,
                           GVariant *target)
{
  g_autoptr (GVariant) taken = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (overlay->text, text);
  set_button (overlay->button, button, action_name, taken);
  set_button (overlay->offer, NULL, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (overlay->revealer), TRUE);
  gtk_revealer_set_reveal_child (overlay->revealer, TRUE);
  update_timeout (overlay);
}

/**
 * outlay_toast_overlay_offer:
 * @button: label of a further button, with an underlined letter
 * @action_name: the action that the button activates
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Adds a button to the message that is shown, before the one that it has.
 */
void
outlay_toast_overlay_offer (OutlayToastOverlay *overlay,
                            const char *button,
                            const char *action_name,
                            GVariant *target)
{
  g_autoptr (GVariant) taken = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));

  set_button (overlay->offer, button, action_name, taken);
}

/** outlay_toast_overlay_hide: takes the message away. */
void
outlay_toast_overlay_hide (OutlayToastOverlay *overlay)
{
  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));

  gtk_revealer_set_reveal_child (overlay->revealer, FALSE);
  update_timeout (overlay);
}

/**
 * outlay_toast_overlay_withdraw:
 * @action_name: an action
 *
 * Takes away the message whose button activates @action_name, which no longer does what it says.
 */
void
outlay_toast_overlay_withdraw (OutlayToastOverlay *overlay, const char *action_name)
{
  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));

  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (overlay->button)), action_name)
      == 0)
    outlay_toast_overlay_hide (overlay);
}

/**
 * outlay_toast_overlay_get_text:
 *
 * Returns: (transfer none) (nullable): the message shown.
 */
const char *
outlay_toast_overlay_get_text (OutlayToastOverlay *overlay)
{
  g_return_val_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay), NULL);

  if (!gtk_revealer_get_reveal_child (overlay->revealer))
    return NULL;
  return gtk_label_get_text (overlay->text);
}

/** outlay_toast_overlay_set_lift: shows messages so many pixels above the foot of what is below. */
void
outlay_toast_overlay_set_lift (OutlayToastOverlay *overlay, int lift)
{
  g_return_if_fail (OUTLAY_IS_TOAST_OVERLAY (overlay));

  gtk_widget_set_margin_bottom (GTK_WIDGET (overlay->revealer), lift);
}

/**
 * outlay_toast_show:
 * @widget: any widget within the overlay
 *
 * Shows a message in the overlay about @widget, as outlay_toast_overlay_show() does. Where there is
 * none, because @widget was taken out of the window meanwhile, nobody would see it.
 */
void
outlay_toast_show (GtkWidget *widget,
                   const char *text,
                   const char *button,
                   const char *action_name,
                   GVariant *target)
{
  g_autoptr (GVariant) taken = target != NULL ? g_variant_ref_sink (target) : NULL;
  GtkWidget *overlay;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  overlay = gtk_widget_get_ancestor (widget, OUTLAY_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    outlay_toast_overlay_show (OUTLAY_TOAST_OVERLAY (overlay), text, button, action_name, taken);
}
