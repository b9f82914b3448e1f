/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-options.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"

#define POINTS_PER_MILLIMETRE (72 / 25.4)

/* What the usual margin of the chosen paper comes to, about; a choice of it is no choice. */
#define USUAL_MARGIN_SHARE 0.084

struct _OutlayPrintOptions
{
  GtkBox parent_instance;

  GtkDropDown *layout;
  GtkEntry *title;
  GtkEntry *subtitle;
  GtkWidget *group_label;
  GtkDropDown *group;
  GtkWidget *order_label;
  GtkDropDown *order;
  GtkDropDown *currency;
  GtkBox *parts;
  GtkWidget *columns_heading;
  GtkBox *columns;
  GtkDropDown *paper;
  GtkCheckButton *landscape;
  GtkSpinButton *margin;
  GtkSpinButton *size;
  GtkCheckButton *monochrome;
  GtkBox *presets;
  GtkEntry *preset_name;

  GtkCheckButton *part_checks[OUTLAY_N_REPORT_PARTS];
  GtkCheckButton *column_checks[OUTLAY_N_REPORT_COLUMNS];
  GStrv currencies;
  OutlayPrintChoices choices;
  /* Whether widgets are being set, which is no choice of the user's. */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (OutlayPrintOptions, outlay_print_options, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const layout_titles[OUTLAY_N_REPORT_LAYOUTS] = {
  NC_ ("layout", "Brief"),   NC_ ("layout", "Table"),   NC_ ("layout", "Cards"),
  NC_ ("layout", "Dossier"), NC_ ("layout", "Sources"),
};

static const char *const group_titles[OUTLAY_N_REPORT_GROUPS] = {
  NC_ ("group by", "Nothing"), NC_ ("group by", "Party"),   NC_ ("group by", "Country"),
  NC_ ("group by", "Kind"),    NC_ ("group by", "Quarter"),
};

static const char *const part_titles[OUTLAY_N_REPORT_PARTS] = {
  [OUTLAY_REPORT_PART_SUMS] = NC_ ("part", "Sums"),
  [OUTLAY_REPORT_PART_LARGEST] = NC_ ("part", "The ten largest deals"),
  [OUTLAY_REPORT_PART_KINDS] = NC_ ("part", "Sums by kind"),
  [OUTLAY_REPORT_PART_CHART] = NC_ ("part", "Chart over time"),
  [OUTLAY_REPORT_PART_CIRCLES] = NC_ ("part", "Circles of money"),
  [OUTLAY_REPORT_PART_CONTENTS] = NC_ ("part", "List of the deals"),
  [OUTLAY_REPORT_PART_EVIDENCE] = NC_ ("part", "A section a deal"),
  [OUTLAY_REPORT_PART_QUOTES] = NC_ ("part", "Quotes"),
  [OUTLAY_REPORT_PART_CONFLICTS] = NC_ ("part", "Conflicts"),
  [OUTLAY_REPORT_PART_HISTORY] = NC_ ("part", "History"),
  [OUTLAY_REPORT_PART_SOURCES] = NC_ ("part", "List of sources"),
  [OUTLAY_REPORT_PART_NOTES] = NC_ ("part", "How sums are made"),
};

static const char *const column_titles[OUTLAY_N_REPORT_COLUMNS] = {
  NC_ ("column", "Kind"),     NC_ ("column", "Amount"),    NC_ ("column", "Converted"),
  NC_ ("column", "Capacity"), NC_ ("column", "Where"),     NC_ ("column", "When"),
  NC_ ("column", "Status"),   NC_ ("column", "Announced"), NC_ ("column", "Sources"),
};

static void
set_titles (GtkDropDown *drop, const char *context, const char *const *titles, guint n_titles)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_titles; i++)
    gtk_string_list_append (list, g_dpgettext2 (GETTEXT_PACKAGE, context, titles[i]));
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
}

static void
set_orders (OutlayPrintOptions *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("order", "As shown"));
  for (guint sort = 0; sort < OUTLAY_N_CARD_SORTS; sort++)
    gtk_string_list_append (list, outlay_sort_get_title (sort));
  gtk_drop_down_set_model (self->order, G_LIST_MODEL (list));
}

static void
set_papers (OutlayPrintOptions *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; outlay_report_paper_get_name (i) != NULL; i++)
    {
      g_autofree char *name = g_strdup (outlay_report_paper_get_name (i));

      *name = g_ascii_toupper (*name);
      gtk_string_list_append (list, name);
    }
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (list));
}

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *)a;
  const char *second = *(const char *const *)b;
  guint rank = outlay_format_rank_currency (first);
  guint other = outlay_format_rank_currency (second);

  return rank != other ? (rank > other) - (rank < other) : strcmp (first, second);
}

static void
set_currencies (OutlayPrintOptions *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->currencies = outlay_rates_list_currencies ();
  qsort (self->currencies, g_strv_length (self->currencies), sizeof (char *), compare_currencies);
  gtk_string_list_append (list, C_ ("currency", "Each apart"));
  for (guint i = 0; self->currencies[i] != NULL; i++)
    gtk_string_list_append (list, outlay_format_currency (self->currencies[i]));
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (list));
}

static void
take_bits (GtkCheckButton *const *checks, guint n_checks, guint *bits)
{
  for (guint i = 0; i < n_checks; i++)
    {
      if (gtk_check_button_get_active (checks[i]))
        *bits |= 1u << i;
      else
        *bits &= ~(1u << i);
    }
}

static void
show_bits (GtkCheckButton *const *checks, guint n_checks, guint bits)
{
  for (guint i = 0; i < n_checks; i++)
    gtk_check_button_set_active (checks[i], (bits & (1u << i)) != 0);
}

static void
take_text (GtkEntry *entry, char **text)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_free (*text);
  *text = *typed != '\0' ? g_strdup (typed) : NULL;
}

static double
get_usual_margin (const OutlayReportOptions *report)
{
  return MIN (report->width, report->height) * USUAL_MARGIN_SHARE;
}

static void
take_paper (OutlayPrintOptions *self, OutlayReportOptions *report)
{
  const char *paper = outlay_report_paper_get_name (gtk_drop_down_get_selected (self->paper));
  double margin = gtk_spin_button_get_value (self->margin) * POINTS_PER_MILLIMETRE;

  if (paper != NULL)
    outlay_report_options_set_paper (report, paper, gtk_check_button_get_active (self->landscape));
  /* What is shown is rounded to the millimetre. */
  report->margin
    = fabs (margin - get_usual_margin (report)) < POINTS_PER_MILLIMETRE * 0.6 ? 0 : margin;
  report->size = gtk_spin_button_get_value (self->size);
}

static void
take_currency (OutlayPrintOptions *self, OutlayReportOptions *report)
{
  guint selected = gtk_drop_down_get_selected (self->currency);
  gboolean apart = selected == 0 || selected == GTK_INVALID_LIST_POSITION;

  g_strlcpy (report->currency, apart ? "" : self->currencies[selected - 1],
             sizeof report->currency);
}

/* What fits the layout is offered, and nothing else. */
static void
show_possible (OutlayPrintOptions *self)
{
  OutlayReportLayout layout = self->choices.report.layout;
  guint possible = outlay_report_layout_get_parts (layout);
  gboolean groups = outlay_report_layout_has_groups (layout);
  gboolean table = layout == OUTLAY_REPORT_TABLE;

  for (guint i = 0; i < OUTLAY_N_REPORT_PARTS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->part_checks[i]), (possible & (1u << i)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->group), groups);
  gtk_widget_set_visible (self->group_label, groups);
  gtk_widget_set_visible (GTK_WIDGET (self->order), groups);
  gtk_widget_set_visible (self->order_label, groups);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), table);
  gtk_widget_set_visible (self->columns_heading, table);
}

static void
show_currency (OutlayPrintOptions *self)
{
  guint selected = 0;

  for (guint i = 0; self->currencies[i] != NULL; i++)
    {
      if (strcmp (self->currencies[i], self->choices.report.currency) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->currency, selected);
}

static void
show_paper (OutlayPrintOptions *self)
{
  const OutlayReportOptions *report = &self->choices.report;
  double margin = report->margin > 0 ? report->margin : get_usual_margin (report);

  for (guint i = 0; outlay_report_paper_get_name (i) != NULL; i++)
    {
      if (g_strcmp0 (outlay_report_paper_get_name (i), report->paper) == 0)
        gtk_drop_down_set_selected (self->paper, i);
    }
  gtk_check_button_set_active (self->landscape, report->landscape);
  gtk_spin_button_set_value (self->margin, margin / POINTS_PER_MILLIMETRE);
  gtk_spin_button_set_value (self->size, report->size);
}

static void
show_choices (OutlayPrintOptions *self)
{
  const OutlayReportOptions *report = &self->choices.report;

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->layout, report->layout);
  gtk_editable_set_text (GTK_EDITABLE (self->title), report->title != NULL ? report->title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->subtitle),
                         report->subtitle != NULL ? report->subtitle : "");
  gtk_drop_down_set_selected (self->group, report->group);
  gtk_drop_down_set_selected (self->order, (guint)(self->choices.order + 1));
  show_currency (self);
  show_bits (self->part_checks, OUTLAY_N_REPORT_PARTS, report->parts[report->layout]);
  show_bits (self->column_checks, OUTLAY_N_REPORT_COLUMNS, report->columns);
  show_paper (self);
  gtk_check_button_set_active (self->monochrome, report->monochrome);
  show_possible (self);
  self->setting = FALSE;
}

static void
outlay_print_options_changed_cb (OutlayPrintOptions *self)
{
  OutlayReportOptions *report = &self->choices.report;
  guint layout;

  if (self->setting)
    return;
  layout = gtk_drop_down_get_selected (self->layout);
  if (layout != report->layout && layout < OUTLAY_N_REPORT_LAYOUTS)
    {
      /* Each layout keeps its own parts. */
      report->layout = layout;
      show_choices (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  take_text (self->title, &report->title);
  take_text (self->subtitle, &report->subtitle);
  report->group = gtk_drop_down_get_selected (self->group);
  self->choices.order = (int)gtk_drop_down_get_selected (self->order) - 1;
  take_currency (self, report);
  take_bits (self->part_checks, OUTLAY_N_REPORT_PARTS, &report->parts[report->layout]);
  take_bits (self->column_checks, OUTLAY_N_REPORT_COLUMNS, &report->columns);
  take_paper (self, report);
  report->monochrome = gtk_check_button_get_active (self->monochrome);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_preset_button (const char *icon, const char *label, const char *action, const char *name)
{
  GtkWidget *button
    = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  if (icon != NULL)
    gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  return button;
}

static void
show_presets (OutlayPrintOptions *self)
{
  g_auto (GStrv) names = outlay_print_presets_list ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->presets))) != NULL)
    gtk_box_remove (self->presets, child);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *load = new_preset_button (NULL, names[i], "options.load-preset", names[i]);

      gtk_widget_set_hexpand (load, TRUE);
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (load)), GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), load);
      gtk_box_append (GTK_BOX (row),
                      new_preset_button ("edit-delete-symbolic", _ ("Forget this preset"),
                                         "options.remove-preset", names[i]));
      gtk_box_append (self->presets, row);
    }
}

static void
outlay_print_options_save_preset_cb (OutlayPrintOptions *self)
{
  g_autofree char *name
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->preset_name))));

  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->preset_name));
      return;
    }
  outlay_print_preset_save (name, &self->choices);
  gtk_editable_set_text (GTK_EDITABLE (self->preset_name), "");
  show_presets (self);
}

static void
load_preset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayPrintOptions *self = OUTLAY_PRINT_OPTIONS (widget);

  if (!outlay_print_preset_load (g_variant_get_string (parameter, NULL), &self->choices))
    return;
  show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_preset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  outlay_print_preset_remove (g_variant_get_string (parameter, NULL));
  show_presets (OUTLAY_PRINT_OPTIONS (widget));
}

static void
add_checks (OutlayPrintOptions *self,
            GtkBox *box,
            const char *context,
            const char *const *titles,
            guint n_titles,
            GtkCheckButton **checks)
{
  for (guint i = 0; i < n_titles; i++)
    {
      checks[i] = GTK_CHECK_BUTTON (
        gtk_check_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, context, titles[i])));
      g_signal_connect_object (checks[i], "toggled", G_CALLBACK (outlay_print_options_changed_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (box, GTK_WIDGET (checks[i]));
    }
}

static void
outlay_print_options_finalize (GObject *object)
{
  OutlayPrintOptions *self = OUTLAY_PRINT_OPTIONS (object);

  outlay_print_choices_clear (&self->choices);
  g_strfreev (self->currencies);
  G_OBJECT_CLASS (outlay_print_options_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, layout);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, group_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, group);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, order_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, order);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, currency);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, parts);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, columns_heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, columns);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, landscape);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, margin);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, size);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, monochrome);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, presets);
  gtk_widget_class_bind_template_child (widget_class, OutlayPrintOptions, preset_name);
}

static void
outlay_print_options_class_init (OutlayPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_print_options_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/print/outlay-print-options.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, outlay_print_options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_print_options_save_preset_cb);
  gtk_widget_class_install_action (widget_class, "options.load-preset", "s", load_preset_action);
  gtk_widget_class_install_action (widget_class, "options.remove-preset", "s",
                                   remove_preset_action);
}

static void
outlay_print_options_init (OutlayPrintOptions *self)
{
  self->setting = TRUE;
  outlay_print_choices_init (&self->choices);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_titles (self->layout, "layout", layout_titles, OUTLAY_N_REPORT_LAYOUTS);
  set_titles (self->group, "group by", group_titles, OUTLAY_N_REPORT_GROUPS);
  set_orders (self);
  set_papers (self);
  set_currencies (self);
  add_checks (self, self->parts, "part", part_titles, OUTLAY_N_REPORT_PARTS, self->part_checks);
  add_checks (self, self->columns, "column", column_titles, OUTLAY_N_REPORT_COLUMNS,
              self->column_checks);
  show_presets (self);
  show_choices (self);
}

/** outlay_print_options_set_choices: shows @choices, without a signal. */
void
outlay_print_options_set_choices (OutlayPrintOptions *options, const OutlayPrintChoices *choices)
{
  g_return_if_fail (OUTLAY_IS_PRINT_OPTIONS (options));

  outlay_print_choices_clear (&options->choices);
  outlay_report_options_copy (&options->choices.report, &choices->report);
  options->choices.order = choices->order;
  g_strlcpy (options->choices.shown, choices->shown, sizeof options->choices.shown);
  show_choices (options);
}

/** outlay_print_options_get_choices: (transfer none): what is chosen. */
const OutlayPrintChoices *
outlay_print_options_get_choices (OutlayPrintOptions *options)
{
  g_return_val_if_fail (OUTLAY_IS_PRINT_OPTIONS (options), NULL);

  return &options->choices;
}
