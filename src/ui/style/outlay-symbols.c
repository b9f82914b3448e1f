/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The icons and colours that stand for kinds and statuses, wherever they are drawn. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-symbols.h"

static const char *const status_icons[OUTLAY_N_STATUSES] = {
  "outlay-status-rumoured-symbolic",  "outlay-status-announced-symbolic",
  "outlay-status-agreed-symbolic",    "outlay-status-under-way-symbolic",
  "outlay-status-completed-symbolic", "outlay-status-cancelled-symbolic",
};

static const char *const kind_icons[OUTLAY_N_KINDS] = {
  "outlay-kind-build-symbolic",   "outlay-kind-equity-symbolic",
  "outlay-kind-supply-symbolic",  "outlay-kind-acquisition-symbolic",
  "outlay-kind-venture-symbolic", "outlay-kind-financing-symbolic",
  "outlay-kind-budget-symbolic",  "outlay-kind-grant-symbolic",
};

static const char *const status_colours[OUTLAY_N_STATUSES] = {
  "outlay_rumoured",  "outlay_announced", "outlay_agreed",
  "outlay_under_way", "outlay_completed", "outlay_cancelled",
};

static const char *const status_classes[OUTLAY_N_STATUSES] = {
  "status-rumoured",  "status-announced", "status-agreed",
  "status-under-way", "status-completed", "status-cancelled",
};

/**
 * outlay_symbol_of_kind:
 *
 * Returns: (transfer none): the name of the kind's icon.
 */
const char *
outlay_symbol_of_kind (OutlayKind kind)
{
  g_return_val_if_fail (kind < OUTLAY_N_KINDS, NULL);

  return kind_icons[kind];
}

/**
 * outlay_symbol_of_status:
 *
 * Returns: (transfer none): the name of the status's icon.
 */
const char *
outlay_symbol_of_status (OutlayStatus status)
{
  g_return_val_if_fail (status < OUTLAY_N_STATUSES, NULL);

  return status_icons[status];
}

/** outlay_symbol_set_status: gives @widget the style class of @status and takes away all others'.
 */
void
outlay_symbol_set_status (GtkWidget *widget, OutlayStatus status)
{
  g_return_if_fail (status < OUTLAY_N_STATUSES);

  for (guint i = 0; i < OUTLAY_N_STATUSES; i++)
    gtk_widget_remove_css_class (widget, status_classes[i]);
  gtk_widget_add_css_class (widget, status_classes[status]);
}

/**
 * outlay_symbol_get_status_colour:
 *
 * Returns: (transfer none): the name of the status's colour in the style sheets.
 */
const char *
outlay_symbol_get_status_colour (OutlayStatus status)
{
  g_return_val_if_fail (status < OUTLAY_N_STATUSES, NULL);

  return status_colours[status];
}

/**
 * outlay_symbol_new:
 * @icon_name: (nullable): name of an icon
 *
 * Returns: (transfer floating): an image that goes with words, so that it is not read out.
 */
GtkWidget *
outlay_symbol_new (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", icon_name, NULL);
}

/**
 * outlay_symbol_new_arrow:
 *
 * Returns: (transfer floating): what stands behind the words of a button that opens something.
 */
GtkWidget *
outlay_symbol_new_arrow (void)
{
  GtkWidget *arrow = outlay_symbol_new ("pan-down-symbolic");

  gtk_widget_add_css_class (arrow, "dim");
  return arrow;
}
