/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card draws itself, so that it needs few widgets: icons and the bar of its amount. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-card-draw.h"

#include <math.h>

/* Shortest bar, dash and gap, and thickness of a hairline, in pixels. */
#define SHORTEST 3.0
#define DASH     4.0
#define GAP      2.0
#define HAIRLINE 1.0

/** outlay_card_lookup_colour: finds a colour of the style sheets; dim text where it is missing. */
gboolean
outlay_card_lookup_colour (GtkWidget *card, const char *name, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (card);

  if (gtk_style_context_lookup_color (context, name, colour))
    return TRUE;
  gtk_style_context_get_color (context, colour);
  return FALSE;
}

/**
 * outlay_card_load_icon:
 * @widget: any widget that is drawn as a card is
 *
 * An icon takes some milliseconds to read, which is done in another thread; who draws it before
 * waits.
 *
 * Returns: (transfer full): the icon; as long as it is held it is not read again.
 */
GtkIconPaintable *
outlay_card_load_icon (GtkWidget *widget, const char *name, int size)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  return gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget),
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC | GTK_ICON_LOOKUP_PRELOAD);
}

/** outlay_card_draw_icon: draws the symbolic icon @name in @colour, filling @area. */
void
outlay_card_draw_icon (GtkWidget *card,
                       GtkSnapshot *snapshot,
                       const char *name,
                       const GdkRGBA *colour,
                       const graphene_rect_t *area)
{
  g_autoptr (GtkIconPaintable) icon = outlay_card_load_icon (card, name, (int)area->size.width);
  const GdkRGBA colours[4] = {*colour, *colour, *colour, *colour};

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area->origin);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            area->size.width, area->size.height, colours,
                                            G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
}

static void
append_part (GtkSnapshot *snapshot,
             const graphene_rect_t *track,
             double from,
             double to,
             const GdkRGBA *colour,
             gboolean mirrored)
{
  double x = mirrored ? track->origin.x + track->size.width - to : track->origin.x + from;

  gtk_snapshot_append_color (
    snapshot, colour,
    &GRAPHENE_RECT_INIT ((float)x, track->origin.y, (float)(to - from), track->size.height));
}

static void
append_dashes (GtkSnapshot *snapshot,
               const graphene_rect_t *track,
               double from,
               double to,
               const GdkRGBA *colour,
               gboolean mirrored)
{
  for (double x = from; x < to; x += DASH + GAP)
    append_part (snapshot, track, x, fmin (x + DASH, to), colour, mirrored);
}

static void
append_bar (GtkSnapshot *snapshot,
            OutlayQualifier qualifier,
            double low,
            double length,
            const graphene_rect_t *track,
            const GdkRGBA *colour,
            gboolean mirrored)
{
  double width = track->size.width;
  /* Of "at least": three dashes behind what is sure. */
  double more = fmin (length + GAP + 3 * (DASH + GAP), width);

  switch (qualifier)
    {
    case OUTLAY_QUALIFIER_UP_TO:
      append_dashes (snapshot, track, 0, length, colour, mirrored);
      break;
    case OUTLAY_QUALIFIER_AT_LEAST:
      append_part (snapshot, track, 0, length, colour, mirrored);
      append_dashes (snapshot, track, length + GAP, more, colour, mirrored);
      break;
    case OUTLAY_QUALIFIER_RANGE:
      append_part (snapshot, track, 0, low, colour, mirrored);
      append_dashes (snapshot, track, low + GAP, length, colour, mirrored);
      break;
    default:
      append_part (snapshot, track, 0, length, colour, mirrored);
    }
}

/**
 * outlay_card_draw_bar:
 * @share: the amount against the largest shown, less than 0 where it is not known
 * @low_share: of a range its lower bound
 *
 * Draws the bar of an amount; a hairline where there is nothing to compare.
 */
void
outlay_card_draw_bar (GtkWidget *card,
                      GtkSnapshot *snapshot,
                      const OutlayDealRecord *record,
                      double share,
                      double low_share,
                      const graphene_rect_t *track)
{
  OutlayQualifier qualifier = record->fields.amount.qualifier;
  gboolean mirrored = gtk_widget_get_direction (card) == GTK_TEXT_DIR_RTL;
  double length = fmin (fmax (share * track->size.width, SHORTEST), track->size.width);
  double low = fmin (fmax (low_share * track->size.width, SHORTEST), track->size.width);
  GskRoundedRect shape;
  GdkRGBA track_colour, bar_colour;

  if (!outlay_card_lookup_colour (card, "outlay_track", &track_colour))
    track_colour.alpha *= 0.15f;
  outlay_card_lookup_colour (card, "outlay_bar", &bar_colour);
  if (share < 0 || qualifier == OUTLAY_QUALIFIER_VAGUE
      || record->fields.status == OUTLAY_STATUS_CANCELLED)
    {
      graphene_rect_t line = *track;

      line.origin.y += (float)((track->size.height - HAIRLINE) / 2);
      line.size.height = HAIRLINE;
      gtk_snapshot_append_color (snapshot, &track_colour, &line);
      return;
    }
  gsk_rounded_rect_init_from_rect (&shape, track, track->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &track_colour, track);
  append_bar (snapshot, qualifier, low, length, track, &bar_colour, mirrored);
  gtk_snapshot_pop (snapshot);
}
