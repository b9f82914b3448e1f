/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-sheet.h"

/* Margins of the text, as shares of an A4 sheet; nearer to the edge stand only header and footer.
 */
#define SIDE_SHARE    0.084
#define HEADER_EDGE   28.0
#define HEADER_HEIGHT 24.0
#define FOOTER_HEIGHT 34.0

typedef struct
{
  gboolean serif;
  double size;
  PangoWeight weight;
  gboolean grey;
  gboolean figures;
  double leading;
} Type;

static const Type types[] = {
  [OUTLAY_TEXT_TITLE] = {TRUE, 20, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_SUBTITLE] = {TRUE, 10, PANGO_WEIGHT_NORMAL, TRUE, FALSE, 1},
  [OUTLAY_TEXT_FIGURE] = {TRUE, 16.5, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_CHAPTER] = {TRUE, 13.5, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_HEADING] = {FALSE, 8.5, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_LABEL] = {FALSE, 8, PANGO_WEIGHT_BOLD, TRUE, TRUE, 1},
  [OUTLAY_TEXT_BODY] = {FALSE, 8.5, PANGO_WEIGHT_NORMAL, FALSE, TRUE, 1.05},
  [OUTLAY_TEXT_DIM] = {FALSE, 8.5, PANGO_WEIGHT_NORMAL, TRUE, TRUE, 1.05},
  [OUTLAY_TEXT_CAPTION] = {FALSE, 7.4, PANGO_WEIGHT_NORMAL, TRUE, TRUE, 1.05},
  [OUTLAY_TEXT_QUOTE] = {TRUE, 9.2, PANGO_WEIGHT_NORMAL, FALSE, FALSE, 1.12},
  [OUTLAY_TEXT_TABLE_HEAD] = {FALSE, 7.6, PANGO_WEIGHT_BOLD, TRUE, FALSE, 1},
  [OUTLAY_TEXT_CELL] = {FALSE, 8.2, PANGO_WEIGHT_NORMAL, FALSE, TRUE, 1.05},
  [OUTLAY_TEXT_CELL_DIM] = {FALSE, 8.2, PANGO_WEIGHT_NORMAL, TRUE, TRUE, 1.05},
  [OUTLAY_TEXT_ALERT] = {FALSE, 8.5, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
};

/* The same page must break the same way on every printer: no metrics are fitted to pixels. */
static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/**
 * outlay_sheet_new:
 *
 * Returns: (transfer full): the sheet of paper that @options tell of.
 */
OutlaySheet *
outlay_sheet_new (const OutlayReportOptions *options)
{
  OutlaySheet *sheet = g_new0 (OutlaySheet, 1);
  double side = MAX (options->margin, MIN (options->width, options->height) * SIDE_SHARE);
  double edge = MAX (options->margin, HEADER_EDGE);

  sheet->context = new_context ();
  sheet->serif = g_strdup (options->serif != NULL ? options->serif : "Noto Serif, serif");
  sheet->sans = g_strdup (options->sans != NULL ? options->sans : "Noto Sans, sans-serif");
  sheet->monochrome = options->monochrome;
  sheet->left = side;
  sheet->right = options->width - side;
  sheet->width = sheet->right - side;
  sheet->header = edge;
  sheet->top = edge + HEADER_HEIGHT;
  sheet->footer = options->height - edge - FOOTER_HEIGHT + 12;
  sheet->bottom = options->height - edge - FOOTER_HEIGHT;
  return sheet;
}

/** outlay_sheet_free: gives back what @sheet holds. */
void
outlay_sheet_free (OutlaySheet *sheet)
{
  g_clear_object (&sheet->context);
  g_free (sheet->serif);
  g_free (sheet->sans);
  g_free (sheet);
}

static void
add_attribute (PangoLayout *layout, PangoAttribute *attribute, gsize start, gsize end)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, attribute);
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      return;
    }
  pango_attr_list_insert (attributes, attribute);
  pango_layout_context_changed (layout);
}

/**
 * outlay_sheet_new_text:
 * @width: in points, to wrap at; 0 or less for one line
 *
 * Returns: (transfer full): @text in the type of @style; whatever is wider than @width wraps,
 * inside words where it must.
 */
PangoLayout *
outlay_sheet_new_text (const OutlaySheet *sheet,
                       OutlayTextStyle style,
                       const char *text,
                       double width)
{
  PangoLayout *layout = pango_layout_new (sheet->context);
  PangoFontDescription *font = pango_font_description_new ();
  const Type *type = &types[style];

  pango_font_description_set_family (font, type->serif ? sheet->serif : sheet->sans);
  pango_font_description_set_size (font, (int)(type->size * PANGO_SCALE));
  pango_font_description_set_weight (font, type->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, (float)type->leading);
  /* What an article says runs as its letters do; what is said about it, as the page does. */
  pango_layout_set_auto_dir (layout, style == OUTLAY_TEXT_QUOTE);
  /* A hyphen that no article has would be quoted with the word. */
  add_attribute (layout, pango_attr_insert_hyphens_new (FALSE),
                 PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
  if (type->figures)
    add_attribute (layout, pango_attr_font_features_new ("tnum=1"),
                   PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
  return layout;
}

/**
 * outlay_sheet_measure:
 *
 * Returns: how wide @text is on one line, in points.
 */
double
outlay_sheet_measure (const OutlaySheet *sheet, OutlayTextStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = outlay_sheet_new_text (sheet, style, text, 0);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double)extents.width / PANGO_SCALE;
}

/** outlay_sheet_set_color: makes @cr draw in the ink of @style. */
void
outlay_sheet_set_color (const OutlaySheet *sheet, OutlayTextStyle style, cairo_t *cr)
{
  if (style == OUTLAY_TEXT_ALERT && !sheet->monochrome)
    cairo_set_source_rgb (cr, 0.54, 0.29, 0.03);
  else if (types[style].grey)
    cairo_set_source_rgb (cr, OUTLAY_SHEET_GREY, OUTLAY_SHEET_GREY, OUTLAY_SHEET_GREY);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
}

/** outlay_sheet_add_weight: sets the weight of the bytes from @start to @end. */
void
outlay_sheet_add_weight (PangoLayout *layout, gsize start, gsize end, PangoWeight weight)
{
  add_attribute (layout, pango_attr_weight_new (weight), start, end);
}

/** outlay_sheet_add_hedge: makes the bytes from @start to @end stand small beside a large figure.
 */
void
outlay_sheet_add_hedge (PangoLayout *layout, gsize start, gsize end)
{
  add_attribute (layout, pango_attr_size_new (10 * PANGO_SCALE), start, end);
  outlay_sheet_add_weight (layout, start, end, PANGO_WEIGHT_NORMAL);
  outlay_sheet_add_grey (layout, start, end);
}

/** outlay_sheet_add_grey: makes the bytes from @start to @end step back. */
void
outlay_sheet_add_grey (PangoLayout *layout, gsize start, gsize end)
{
  guint16 grey = (guint16)(OUTLAY_SHEET_GREY * G_MAXUINT16);

  add_attribute (layout, pango_attr_foreground_new (grey, grey, grey), start, end);
}

/** outlay_sheet_add_lang: says what language the text is in; Han letters differ by it. */
void
outlay_sheet_add_lang (PangoLayout *layout, const char *lang)
{
  if (*lang != '\0')
    add_attribute (layout, pango_attr_language_new (pango_language_from_string (lang)),
                   PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
}
