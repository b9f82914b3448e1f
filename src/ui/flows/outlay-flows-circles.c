/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-flows-circles.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/charts/outlay-timeline-draw.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* So many circles are listed; the others are counted. */
#define MOST_LISTED 30

/* So many deals are listed of each flow of a circle. */
#define MOST_DEALS 6

struct _OutlayFlowsCircles
{
  GtkWidget parent_instance;

  /* What is listed, as long as it is. */
  const OutlayFlowMap *map;
  GtkWidget *box;
  GtkLabel *title;
  GtkBox *list;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (OutlayFlowsCircles, outlay_flows_circles, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CIRCLE_PICKED,
  SIGNAL_DEAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
outlay_flows_circles_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_FLOWS_CIRCLES (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_flows_circles_parent_class)->dispose (object);
}

static void
outlay_flows_circles_class_init (OutlayFlowsCirclesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_flows_circles_dispose;
  signals[SIGNAL_CIRCLE_PICKED]
    = g_signal_new ("circle-picked", OUTLAY_TYPE_FLOWS_CIRCLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DEAL_PICKED]
    = g_signal_new ("deal-picked", OUTLAY_TYPE_FLOWS_CIRCLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
outlay_flows_circles_init (OutlayFlowsCircles *circles)
{
  circles->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  circles->title = append_label (circles->box, "name");
  circles->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (GTK_BOX (circles->box), GTK_WIDGET (circles->list));
  circles->note = append_label (circles->box, "small");
  gtk_widget_add_css_class (GTK_WIDGET (circles->note), "dim");
  gtk_widget_set_parent (circles->box, GTK_WIDGET (circles));
}

static void
deal_clicked_cb (GtkWidget *button, OutlayFlowsCircles *circles)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "deal");

  g_signal_emit (circles, signals[SIGNAL_DEAL_PICKED], 0, *id);
}

static GtkWidget *
make_face (const OutlayDealRecord *deal)
{
  g_autofree char *parties = outlay_timeline_dup_lane (deal);
  /* Translators: a deal: who commits to whom, and the kind: "Acme → Norland · build" */
  g_autofree char *name
    = outlay_format_fill (C_ ("flows", "{parties} · {kind}"), "parties", parties, "kind",
                          outlay_format_kind_in_text (deal->fields.kind), NULL);
  g_autofree char *amount = outlay_timeline_dup_amount (&deal->fields.amount);
  g_autofree char *read = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *status = outlay_symbol_new (outlay_symbol_of_status (deal->fields.status));
  GtkLabel *words, *figure;

  outlay_symbol_set_status (status, deal->fields.status);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (status, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), status);
  words = append_label (box, "small");
  gtk_widget_set_valign (GTK_WIDGET (words), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (words), TRUE);
  read = outlay_reading_dup_parties (GTK_WIDGET (words), name, &deal->fields);
  gtk_label_set_text (words, read);
  figure = append_label (box, "small");
  gtk_widget_set_valign (GTK_WIDGET (figure), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (figure), "name");
  gtk_widget_add_css_class (GTK_WIDGET (figure), "figures");
  gtk_label_set_wrap (figure, FALSE);
  gtk_label_set_text (figure, amount);
  return box;
}

static GtkWidget *
make_deal (OutlayFlowsCircles *circles, const OutlayDealRecord *deal)
{
  g_autofree char *spoken = outlay_format_sentence (deal);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_face (deal));
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "legend-row");
  gtk_widget_set_tooltip_text (button, outlay_format_status (deal->fields.status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "deal", g_memdup2 (&deal->id, sizeof deal->id),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (deal_clicked_cb), circles);
  return button;
}

static void
append_deals (OutlayFlowsCircles *circles, guint circle, GtkWidget *box)
{
  const OutlayFlowMap *map = circles->map;
  const GArray *round = outlay_flows_get_circle (map->flows, circle)->flows;

  for (guint i = 0; i < round->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (map->flows, g_array_index (round, guint, i));

      for (guint j = 0; j < MIN (flow->deals->len, MOST_DEALS); j++)
        {
          g_autoptr (OutlayDealRecord) deal
            = outlay_flow_map_dup_deal (map, g_array_index (flow->deals, guint, j));

          gtk_box_append (GTK_BOX (box), make_deal (circles, deal));
        }
    }
}

/* The deals of a circle, which may be many, are listed when it is first opened. */
static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, OutlayFlowsCircles *circles)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (expander), "circle"));
  GtkWidget *deals = gtk_expander_get_child (expander);

  if (gtk_widget_get_last_child (deals) == gtk_widget_get_first_child (deals))
    append_deals (circles, (guint)index, deals);
  if (gtk_expander_get_expanded (expander))
    gtk_widget_add_css_class (GTK_WIDGET (expander), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (expander), "chosen");
  g_signal_emit (circles, signals[SIGNAL_CIRCLE_PICKED], 0,
                 gtk_expander_get_expanded (expander) ? index : -1);
}

static GtkWidget *
make_heading (const char *parties, const char *sum)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = outlay_symbol_new ("outlay-circle-symbolic");
  GtkLabel *label;

  gtk_widget_add_css_class (icon, "circle-icon");
  gtk_widget_set_margin_start (heading, 4);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  outlay_reading_set_label (append_label (words, "name"), parties);
  label = append_label (words, "small");
  gtk_widget_add_css_class (GTK_WIDGET (label), "dim");
  outlay_reading_set_label (label, sum);
  gtk_box_append (GTK_BOX (heading), icon);
  gtk_box_append (GTK_BOX (heading), words);
  return heading;
}

/* An expander asks its child, closed or not, whether the lines of its own label take more height
 * where there is less width; one without a child takes them for lines that don't wrap. */
static GtkWidget *
make_child (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *title = append_label (box, "small");

  gtk_widget_add_css_class (GTK_WIDGET (title), "dim");
  gtk_label_set_text (title, C_ ("flows", "Deals"));
  return box;
}

/* The triangle stands by the first line, as the icon does, and not by the middle of all lines. */
static void
set_heading (GtkExpander *expander, GtkWidget *heading)
{
  GtkWidget *triangle;

  gtk_expander_set_label_widget (expander, heading);
  triangle = gtk_widget_get_prev_sibling (heading);
  if (triangle != NULL)
    gtk_widget_set_valign (triangle, GTK_ALIGN_START);
}

static GtkWidget *
make_circle (OutlayFlowsCircles *circles, guint index)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  g_autofree char *parties = outlay_flow_map_dup_circle (circles->map, index);
  g_autofree char *sum = outlay_flow_map_dup_circle_sum (circles->map, index);
  g_autofree char *spoken = outlay_flow_map_dup_circle_words (circles->map, index);

  gtk_widget_add_css_class (expander, "circle");
  set_heading (GTK_EXPANDER (expander), make_heading (parties, sum));
  gtk_expander_set_child (GTK_EXPANDER (expander), make_child ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data (G_OBJECT (expander), "circle", GINT_TO_POINTER ((int)index));
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), circles);
  return expander;
}

static char *
dup_note (const OutlayFlowMap *map)
{
  GString *note = g_string_new (NULL);
  guint count = map->flows->circles->len;

  if (count == 0)
    g_string_append (note, _ ("No circles of money in these deals"));
  else
    g_string_append (note, _ ("The smallest commitment in a circle is what could travel all the "
                              "way round. Rumoured and “up to” amounts are included."));
  if (count > MOST_LISTED || !map->flows->complete)
    g_string_append_printf (note, "\n%s", _ ("There are more circles than are listed here."));
  if (map->n_edges_left_out > 0)
    g_string_append_printf (note, "\n%s", _ ("The smallest flows are not drawn."));
  return g_string_free (note, FALSE);
}

/** outlay_flows_circles_show: lists the circles of @map, which stays until the next is listed. */
void
outlay_flows_circles_show (OutlayFlowsCircles *circles, const OutlayFlowMap *map)
{
  guint count = map->flows->circles->len;
  g_autofree char *title
    = count > 0
        ? g_strdup_printf (ngettext ("%u circle of money", "%u circles of money", count), count)
        : g_strdup (C_ ("flows", "Circles of money"));
  g_autofree char *note = dup_note (map);
  GtkWidget *row;

  circles->map = map;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (circles->list))) != NULL)
    gtk_box_remove (circles->list, row);
  for (guint i = 0; i < MIN (count, MOST_LISTED); i++)
    gtk_box_append (circles->list, make_circle (circles, i));
  gtk_label_set_text (circles->title, title);
  outlay_reading_set_label (circles->note, note);
}

/** outlay_flows_circles_open: lists the deals of the greatest circle, and gives it the keyboard. */
void
outlay_flows_circles_open (OutlayFlowsCircles *circles)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (circles->list));

  if (first == NULL)
    return;
  gtk_expander_set_expanded (GTK_EXPANDER (first), TRUE);
  gtk_widget_grab_focus (first);
}
