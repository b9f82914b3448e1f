/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "outlay-card-draw.h"
#include "ui/style/outlay-em.h"
#include "ui/style/outlay-reading.h"
#include "ui/style/outlay-symbols.h"

/* Measures in em, so that a card grows with the text. */
#define HEIGHT         11.5
#define WIDTH          20.7
#define PADDING        1.05
#define ICON           1.1
#define TEXT_START     2.8
#define PARTIES_CENTRE 2.25
#define FIRST_CENTRE   1.6
#define AMOUNT_CENTRE  5.1
#define BAR_TOP        6.25
#define BAR_HEIGHT     0.27
#define FACTS_CENTRE   7.85
#define TWO_CENTRE     8.05
#define STATUS_CENTRE  9.95
#define STATUS_START   2.4
#define GLYPH          0.95
#define GAP            0.45

/* Makes the hedge as large as plain text, beside an amount that is 1.43 times as large: to the last
 * bit, so that it needs no font of its own. */
#define HEDGE_SCALE 0.69932

/* The least width in pixels, which the narrowest window leaves for a card. */
#define LEAST_WIDTH 304

struct _OutlayCard
{
  GtkWidget parent_instance;

  OutlayDeal *deal;
  gulong record_handler;
  gulong star_handler;
  gint64 largest;
  char currency[4];
  gboolean converted;
  GtkLabel *parties;
  GtkLabel *amount;
  GtkLabel *facts;
  GtkLabel *status;
  GtkLabel *date;
  GtkLabel *languages;
  GtkLabel *sources;
};

G_DEFINE_FINAL_TYPE (OutlayCard, outlay_card, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STAR_CLICKED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_dim (PangoAttrList *attributes, gsize start, gsize end)
{
  add_attribute (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72), start, end);
}

static gboolean
names_investor (const OutlayDealRecord *record)
{
  return outlay_fields_count_role (&record->fields, OUTLAY_ROLE_INVESTOR) > 0;
}

static void
show_parties (OutlayCard *card, const OutlayDealRecord *record)
{
  const char *who = outlay_deal_get_who (card->deal);
  const char *whom = outlay_deal_get_whom (card->deal);
  const char *kind = outlay_deal_get_kind_word (card->deal);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *first = outlay_reading_dup_parties (GTK_WIDGET (card), who, &record->fields);
  g_autofree char *second = outlay_reading_dup_parties (GTK_WIDGET (card), whom, &record->fields);
  g_autoptr (GString) text = g_string_new (first);

  if (names_investor (record))
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, text->len);
  else
    add_dim (attributes, 0, text->len);
  g_string_append_printf (text, "\n%s", second);
  if (*kind != '\0')
    {
      gsize start = text->len;

      g_string_append_printf (text, " · %s", kind);
      add_dim (attributes, start, text->len);
    }
  gtk_label_set_text (card->parties, text->str);
  gtk_label_set_attributes (card->parties, attributes);
}

static void
show_amount (OutlayCard *card, const OutlayDealRecord *record)
{
  const char *hedge = outlay_deal_get_hedge (card->deal);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (hedge);

  if (*hedge != '\0')
    {
      add_attribute (attributes, pango_attr_scale_new (HEDGE_SCALE), 0, text->len);
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), 0, text->len);
      add_dim (attributes, 0, text->len);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, outlay_deal_get_amount (card->deal));
  gtk_label_set_text (card->amount, text->str);
  gtk_label_set_attributes (card->amount, attributes);
  if (outlay_money_is_set (&record->fields.amount))
    gtk_widget_remove_css_class (GTK_WIDGET (card->amount), "unstated");
  else
    gtk_widget_add_css_class (GTK_WIDGET (card->amount), "unstated");
}

static gboolean
states_terms (const OutlayFields *fields)
{
  return outlay_capacity_is_set (&fields->capacity) || fields->places->len > 0
         || outlay_date_is_set (fields->start) || outlay_date_is_set (fields->end);
}

/* What the figure is in the currency of sums stands between its bar and the facts. */
static void
show_terms (OutlayCard *card, const OutlayDealRecord *record)
{
  const char *facts = outlay_deal_get_facts (card->deal);
  g_autofree char *converted
    = *card->currency != '\0' ? outlay_format_converted_total (record, card->currency) : NULL;
  g_autofree char *first
    = converted != NULL ? outlay_reading_dup (GTK_WIDGET (card), converted) : NULL;
  g_autofree char *last = outlay_reading_dup (GTK_WIDGET (card), facts);
  g_autofree char *both = first != NULL ? g_strconcat (first, "\n", last, NULL) : NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  card->converted = converted != NULL;
  if (card->converted)
    add_dim (attributes, 0, strlen (first));
  gtk_label_set_text (card->facts, both != NULL ? both : last);
  gtk_label_set_attributes (card->facts, attributes);
}

static void
show_facts (OutlayCard *card, const OutlayDealRecord *record)
{
  const char *date = outlay_deal_get_date (card->deal);
  const char *languages = outlay_deal_get_languages (card->deal);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (card)) == GTK_TEXT_DIR_RTL;
  /* The mark has the dot stand between the languages and the sources there, too. */
  g_autofree char *with_dot = g_strdup_printf ("%s%s ·", mirrored ? "\u200f" : "", languages);

  show_terms (card, record);
  if (states_terms (&record->fields))
    gtk_widget_remove_css_class (GTK_WIDGET (card->facts), "unstated");
  else
    gtk_widget_add_css_class (GTK_WIDGET (card->facts), "unstated");
  outlay_symbol_set_status (GTK_WIDGET (card->status), record->fields.status);
  gtk_label_set_text (card->status, outlay_format_status (record->fields.status));
  gtk_label_set_text (card->date, *date != '\0' ? date : C_ ("card", "no date"));
  gtk_label_set_text (card->languages, *languages != '\0' ? with_dot : "");
  gtk_label_set_text (card->sources, outlay_deal_get_sources (card->deal));
}

static void
show_deal (OutlayCard *card)
{
  const OutlayDealRecord *record = outlay_deal_get_summary (card->deal);

  show_parties (card, record);
  show_amount (card, record);
  show_facts (card, record);
  gtk_widget_queue_allocate (GTK_WIDGET (card));
  gtk_widget_queue_draw (GTK_WIDGET (card));
}

static int
get_natural_width (GtkLabel *label)
{
  int natural = 0;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

static void
place_label (OutlayCard *card, GtkLabel *label, double start, double centre, double width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (card)) == GTK_TEXT_DIR_RTL;
  GtkAllocation area;
  int height = 0;
  int minimum = 0;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  area.width = MAX ((int)width, minimum);
  /* To ask the label would lay its text out once more. */
  pango_layout_get_pixel_size (gtk_label_get_layout (label), NULL, &height);
  area.height = height;
  area.x
    = mirrored ? gtk_widget_get_width (GTK_WIDGET (card)) - (int)start - area.width : (int)start;
  area.y = (int)(centre - height / 2.0);
  gtk_widget_size_allocate (GTK_WIDGET (label), &area, -1);
}

/* When the line is short the languages go first, then the date; the status word stays. */
static void
place_status_line (OutlayCard *card, double em, double end)
{
  double start = STATUS_START * em;
  double gap = GAP * em;
  double centre = STATUS_CENTRE * em;
  int status = get_natural_width (card->status);
  int date = get_natural_width (card->date);
  int languages = get_natural_width (card->languages);
  int sources = get_natural_width (card->sources);
  double room = end - start - status - 2 * gap;
  gboolean has_date = date + gap + MIN (sources, (int)(4 * em)) <= room;
  double left = has_date ? room - date - gap : room;
  gboolean has_languages = languages > 0 && languages + gap / 2 + sources <= left;

  sources = MIN (sources, (int)left);
  place_label (card, card->status, start, centre, status);
  gtk_widget_set_child_visible (GTK_WIDGET (card->date), has_date);
  if (has_date)
    place_label (card, card->date, start + status + gap, centre, date);
  place_label (card, card->sources, end - sources, centre, sources);
  gtk_widget_set_child_visible (GTK_WIDGET (card->languages), has_languages);
  if (has_languages)
    place_label (card, card->languages, end - sources - gap / 2 - languages, centre, languages);
}

static gboolean
has_marks (OutlayCard *card, guint *n_marks)
{
  const OutlayDealRecord *record = card->deal != NULL ? outlay_deal_get_summary (card->deal) : NULL;

  *n_marks = record != NULL ? (record->conflicts != 0) + (guint)record->review : 0;
  return *n_marks > 0;
}

static void
outlay_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayCard *card = OUTLAY_CARD (widget);
  double em = outlay_em_of (GTK_WIDGET (card));
  double start = PADDING * em;
  double end = width - PADDING * em;
  double marks = 0;
  guint n_marks = 0;

  if (has_marks (card, &n_marks))
    marks = n_marks * (ICON + GAP) * em;
  place_label (card, card->parties, TEXT_START * em, PARTIES_CENTRE * em,
               end - (TEXT_START + ICON + GAP) * em);
  place_label (card, card->amount, start, AMOUNT_CENTRE * em, end - start - marks);
  place_label (card, card->facts, start, (card->converted ? TWO_CENTRE : FACTS_CENTRE) * em,
               end - start);
  place_status_line (card, em, end);
}

static void
outlay_card_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = outlay_card_get_height (widget);
  else
    {
      *minimum = LEAST_WIDTH;
      *natural = outlay_card_get_wanted_width (widget);
    }
}

static graphene_rect_t
get_icon_area (OutlayCard *card, double start, double centre, double size)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (card)) == GTK_TEXT_DIR_RTL;
  double x = mirrored ? gtk_widget_get_width (GTK_WIDGET (card)) - start - size : start;

  return GRAPHENE_RECT_INIT ((float)(int)x, (float)(int)(centre - size / 2), (float)(int)size,
                             (float)(int)size);
}

static graphene_rect_t
get_star_area (OutlayCard *card)
{
  double em = outlay_em_of (GTK_WIDGET (card));
  double end = gtk_widget_get_width (GTK_WIDGET (card)) - PADDING * em;

  return get_icon_area (card, end - ICON * em, FIRST_CENTRE * em, ICON * em);
}

static void
draw_marks (OutlayCard *card, GtkSnapshot *snapshot, const OutlayDealRecord *record, double em)
{
  double start = gtk_widget_get_width (GTK_WIDGET (card)) - (PADDING + ICON) * em;
  graphene_rect_t area;
  GdkRGBA colour;

  if (record->review)
    {
      area = get_icon_area (card, start, AMOUNT_CENTRE * em, ICON * em);
      outlay_card_lookup_colour (GTK_WIDGET (card), "outlay_accent", &colour);
      outlay_card_draw_icon (GTK_WIDGET (card), snapshot, "outlay-review-symbolic", &colour, &area);
      start -= (ICON + GAP) * em;
    }
  if (record->conflicts != 0)
    {
      area = get_icon_area (card, start, AMOUNT_CENTRE * em, ICON * em);
      outlay_card_lookup_colour (GTK_WIDGET (card), "outlay_conflict", &colour);
      outlay_card_draw_icon (GTK_WIDGET (card), snapshot, "outlay-conflict-symbolic", &colour,
                             &area);
    }
}

static void
draw_icons (OutlayCard *card, GtkSnapshot *snapshot, const OutlayDealRecord *record, double em)
{
  GtkWidget *widget = GTK_WIDGET (card);
  gboolean starred = outlay_deal_get_starred (card->deal);
  graphene_rect_t area = get_icon_area (card, PADDING * em, FIRST_CENTRE * em, ICON * em);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.72f;
  outlay_card_draw_icon (widget, snapshot, outlay_symbol_of_kind (record->fields.kind), &colour,
                         &area);
  area = get_star_area (card);
  if (starred)
    outlay_card_lookup_colour (widget, "outlay_star", &colour);
  outlay_card_draw_icon (widget, snapshot,
                         starred ? "outlay-starred-symbolic" : "outlay-non-starred-symbolic",
                         &colour, &area);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (card->status)), &colour);
  area = get_icon_area (card, PADDING * em, STATUS_CENTRE * em, GLYPH * em);
  outlay_card_draw_icon (widget, snapshot, outlay_symbol_of_status (record->fields.status), &colour,
                         &area);
}

static void
draw_bar (OutlayCard *card, GtkSnapshot *snapshot, const OutlayDealRecord *record, double em)
{
  double width = gtk_widget_get_width (GTK_WIDGET (card));
  graphene_rect_t track = GRAPHENE_RECT_INIT (
    (float)(int)(PADDING * em), (float)(int)(BAR_TOP * em), (float)(int)(width - 2 * PADDING * em),
    (float)(int)(BAR_HEIGHT * em + 0.5));
  gint64 worth = outlay_deal_get_worth (card->deal);
  const OutlayMoney *amount = &record->fields.amount;
  gint64 low = outlay_rates_get_rough_worth (amount->currency, amount->low);
  double share = -1;
  double low_share = 0;

  if (worth != OUTLAY_MONEY_UNSET && card->largest > 0)
    {
      share = (double)worth / (double)card->largest;
      low_share = low != OUTLAY_MONEY_UNSET ? (double)low / (double)card->largest : 0;
    }
  outlay_card_draw_bar (GTK_WIDGET (card), snapshot, record, share, low_share, &track);
}

static void
outlay_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayCard *card = OUTLAY_CARD (widget);
  double em = outlay_em_of (GTK_WIDGET (card));

  GTK_WIDGET_CLASS (outlay_card_parent_class)->snapshot (widget, snapshot);
  if (card->deal == NULL)
    return;
  const OutlayDealRecord *record = outlay_deal_get_summary (card->deal);
  draw_icons (card, snapshot, record, em);
  draw_marks (card, snapshot, record, em);
  draw_bar (card, snapshot, record, em);
}

/* With Ctrl or Shift a click selects this deal beside others and opens none. */
static gboolean
is_selecting (GtkGestureClick *gesture)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, OutlayCard *card)
{
  graphene_rect_t star = get_star_area (card);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);
  float reach = star.size.width / 2;

  graphene_rect_inset (&star, -reach, -reach);
  if (graphene_rect_contains_point (&star, &point))
    g_signal_emit (card, signals[SIGNAL_STAR_CLICKED], 0);
  else if (!is_selecting (gesture))
    g_signal_emit (card, signals[SIGNAL_OPENED], 0);
}

/* What is cut on the card is told whole by the pointer. */
static gboolean
outlay_card_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *label = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  if (!GTK_IS_LABEL (label)
      || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
outlay_card_dispose (GObject *object)
{
  OutlayCard *card = OUTLAY_CARD (object);
  GtkWidget *child;

  outlay_card_set_deal (card, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (card))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_card_parent_class)->dispose (object);
}

static void
outlay_card_class_init (OutlayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_card_dispose;
  widget_class->measure = outlay_card_measure;
  widget_class->size_allocate = outlay_card_size_allocate;
  widget_class->snapshot = outlay_card_snapshot;
  widget_class->query_tooltip = outlay_card_query_tooltip;
  signals[SIGNAL_STAR_CLICKED] = g_signal_new ("star-clicked", OUTLAY_TYPE_CARD, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", OUTLAY_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "outlay-card");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/cards/outlay-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, parties);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, facts);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, status);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, date);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, languages);
  gtk_widget_class_bind_template_child (widget_class, OutlayCard, sources);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_card_init (OutlayCard *card)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (card));
  gtk_widget_set_has_tooltip (GTK_WIDGET (card), TRUE);
  /* Under high contrast, where none of our colours is loaded, the theme frames the card. */
  gtk_widget_add_css_class (GTK_WIDGET (card), "frame");
  gtk_widget_add_css_class (GTK_WIDGET (card), "view");
  g_signal_connect (click, "released", G_CALLBACK (released_cb), card);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (click));
}

/**
 * outlay_card_new:
 *
 * Returns: (transfer floating): a card without a deal.
 */
GtkWidget *
outlay_card_new (void)
{
  return g_object_new (OUTLAY_TYPE_CARD, NULL);
}

/**
 * outlay_card_get_wanted_width:
 * @widget: any widget with text as large as a card's
 *
 * Returns: how wide a card wants to be, in pixels.
 */
int
outlay_card_get_wanted_width (GtkWidget *widget)
{
  return MAX (LEAST_WIDTH, (int)(WIDTH * outlay_em_of (widget)));
}

/**
 * outlay_card_get_height:
 * @widget: any widget with text as large as a card's
 *
 * Returns: how high every card is, in pixels.
 */
int
outlay_card_get_height (GtkWidget *widget)
{
  return (int)(HEIGHT * outlay_em_of (widget));
}

/**
 * outlay_card_load_icons:
 * @widget: any widget with text as large as a card's
 *
 * Returns: (transfer full) (element-type GtkIconPaintable): the icons that most cards show, which
 *   are there at once for cards that are drawn while they are held.
 */
GPtrArray *
outlay_card_load_icons (GtkWidget *widget)
{
  GPtrArray *icons = g_ptr_array_new_with_free_func (g_object_unref);
  int size = (int)(ICON * outlay_em_of (widget));
  int glyph = (int)(GLYPH * outlay_em_of (widget));

  g_ptr_array_add (icons, outlay_card_load_icon (widget, "outlay-non-starred-symbolic", size));
  for (guint i = 0; i < OUTLAY_N_STATUSES; i++)
    g_ptr_array_add (
      icons, outlay_card_load_icon (widget, outlay_symbol_of_status ((OutlayStatus)i), glyph));
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    g_ptr_array_add (icons,
                     outlay_card_load_icon (widget, outlay_symbol_of_kind ((OutlayKind)i), size));
  return icons;
}

/** outlay_card_set_deal: shows @deal (nullable) and follows its changes. */
void
outlay_card_set_deal (OutlayCard *card, OutlayDeal *deal)
{
  g_return_if_fail (OUTLAY_IS_CARD (card));

  if (card->deal != NULL)
    {
      g_clear_signal_handler (&card->record_handler, card->deal);
      g_clear_signal_handler (&card->star_handler, card->deal);
    }
  g_set_object (&card->deal, deal);
  if (deal == NULL)
    return;
  card->record_handler
    = g_signal_connect_swapped (deal, "notify::record", G_CALLBACK (show_deal), card);
  card->star_handler
    = g_signal_connect_swapped (deal, "notify::starred", G_CALLBACK (gtk_widget_queue_draw), card);
  show_deal (card);
}

/**
 * outlay_card_get_deal:
 *
 * Returns: (transfer none) (nullable): the deal shown.
 */
OutlayDeal *
outlay_card_get_deal (OutlayCard *card)
{
  return card->deal;
}

/** outlay_card_set_largest: draws the bar against @largest, as outlay_deal_get_worth() has it. */
void
outlay_card_set_largest (OutlayCard *card, gint64 largest)
{
  if (card->largest == largest)
    return;
  card->largest = largest;
  gtk_widget_queue_draw (GTK_WIDGET (card));
}

/**
 * outlay_card_set_currency:
 * @currency: ISO 4217 code of what sums are told in, "" where each stands in its own
 *
 * Tells the deal's figure in @currency too, below the article's own.
 */
void
outlay_card_set_currency (OutlayCard *card, const char *currency)
{
  if (g_str_equal (card->currency, currency))
    return;
  g_strlcpy (card->currency, currency, sizeof card->currency);
  if (card->deal != NULL)
    show_deal (card);
}
