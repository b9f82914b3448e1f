/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-sheet.h"

#include "base/outlay-fields.h"

/* Margins of the text, as shares of an A4 sheet; nearer to the edge stand only header and footer.
 */
#define SIDE_SHARE    0.084
#define HEADER_HEIGHT 24.0
#define FOOTER_HEIGHT 34.0

/* How high a line is for each point of its type, before the leading of its style. */
#define LINE_HEIGHT 1.36

/* Letters that stand apart from one another are no narrower than by this. */
#define LETTER_SLACK 1.02

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
  [OUTLAY_TEXT_SECTION] = {TRUE, 11.5, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_GROUP] = {FALSE, 9.4, PANGO_WEIGHT_BOLD, FALSE, TRUE, 1},
  [OUTLAY_TEXT_SUM] = {FALSE, 8.2, PANGO_WEIGHT_BOLD, FALSE, TRUE, 1.05},
  [OUTLAY_TEXT_BAR] = {FALSE, 7.4, PANGO_WEIGHT_BOLD, FALSE, TRUE, 1},
  [OUTLAY_TEXT_REFERENCE] = {TRUE, 9.2, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_CARD_WHO] = {FALSE, 9, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
  [OUTLAY_TEXT_CARD_FIGURE] = {TRUE, 13, PANGO_WEIGHT_BOLD, FALSE, FALSE, 1},
};

typedef struct
{
  double red;
  double green;
  double blue;
  double grey;
} Ink;

/* Ink on white paper; the kinds keep apart in grey too, neighbours in a stack above all. */
static const Ink inks[OUTLAY_INK_KIND + OUTLAY_N_KINDS] = {
  [OUTLAY_INK_BLACK] = {0, 0, 0, 0},
  [OUTLAY_INK_GREY] = {0.36, 0.36, 0.36, 0.36},
  [OUTLAY_INK_RULE] = {0.55, 0.55, 0.55, 0.55},
  [OUTLAY_INK_LINE] = {0.75, 0.75, 0.75, 0.75},
  [OUTLAY_INK_FAINT] = {0.88, 0.88, 0.88, 0.88},
  [OUTLAY_INK_ALERT] = {0.54, 0.29, 0.03, 0.25},
  [OUTLAY_INK_CIRCLE] = {0.54, 0.24, 0.02, 0.2},
  [OUTLAY_INK_PAPER] = {1, 1, 1, 1},
  [OUTLAY_INK_KIND + OUTLAY_KIND_SUPPLY] = {0.12, 0.31, 0.47, 0.15},
  [OUTLAY_INK_KIND + OUTLAY_KIND_VENTURE] = {0.36, 0.53, 0.69, 0.55},
  [OUTLAY_INK_KIND + OUTLAY_KIND_EQUITY] = {0.78, 0.46, 0.10, 0.3},
  [OUTLAY_INK_KIND + OUTLAY_KIND_BUILD] = {0.56, 0.64, 0.72, 0.7},
  [OUTLAY_INK_KIND + OUTLAY_KIND_BUDGET] = {0.55, 0.30, 0.45, 0.4},
  [OUTLAY_INK_KIND + OUTLAY_KIND_ACQUISITION] = {0.37, 0.39, 0.42, 0.05},
  [OUTLAY_INK_KIND + OUTLAY_KIND_FINANCING] = {0.77, 0.80, 0.83, 0.85},
  [OUTLAY_INK_KIND + OUTLAY_KIND_GRANT] = {0.45, 0.55, 0.25, 0.45},
};

/* The same page must break the same way on every printer: no metrics are fitted to pixels. */
static PangoContext *
new_context (const OutlaySheet *sheet)
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
  pango_context_set_base_dir (context, sheet->mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  /* Han letters differ by it, and the environment must have no say. */
  pango_context_set_language (context, sheet->language);
  return context;
}

static gboolean
runs_from_right (PangoLanguage *language)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  return n_scripts > 0
         && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW
             || scripts[0] == PANGO_SCRIPT_THAANA || scripts[0] == PANGO_SCRIPT_SYRIAC);
}

/**
 * outlay_sheet_new:
 * @lang: language of the document
 *
 * Returns: (transfer full): the sheet of paper that @options tell of.
 */
OutlaySheet *
outlay_sheet_new (const OutlayReportOptions *options, const char *lang)
{
  OutlaySheet *sheet = g_new0 (OutlaySheet, 1);
  double usual = MIN (options->width, options->height) * SIDE_SHARE;
  double side = MAX (options->edge, options->margin > 0 ? options->margin : usual);
  double edge = MAX (options->edge, options->margin > 0 ? options->margin * 0.56 : 0);

  sheet->language = pango_language_from_string (lang);
  sheet->mirrored = runs_from_right (sheet->language);
  sheet->context = new_context (sheet);
  sheet->serif
    = g_strdup (options->serif != NULL ? options->serif : "Noto Serif, Noto Serif CJK SC, serif");
  sheet->sans
    = g_strdup (options->sans != NULL ? options->sans : "Noto Sans, Noto Sans CJK SC, sans-serif");
  sheet->letters = g_hash_table_new (NULL, NULL);
  sheet->monochrome = options->monochrome;
  sheet->scale = options->size / OUTLAY_REPORT_SIZE;
  sheet->left = MIN (side, options->width * 0.4);
  sheet->right = options->width - sheet->left;
  sheet->width = sheet->right - sheet->left;
  sheet->header = edge;
  sheet->top = edge + HEADER_HEIGHT * MAX (sheet->scale, 1);
  sheet->bottom = options->height - edge - FOOTER_HEIGHT * MAX (sheet->scale, 1);
  sheet->footer = sheet->bottom + 12;
  return sheet;
}

/** outlay_sheet_free: gives back what @sheet holds. */
void
outlay_sheet_free (OutlaySheet *sheet)
{
  g_clear_object (&sheet->context);
  g_clear_pointer (&sheet->letters, g_hash_table_unref);
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
  pango_font_description_set_size (font, (int)(type->size * sheet->scale * PANGO_SCALE));
  pango_font_description_set_weight (font, type->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  /* What an article says runs as its letters do; what is said about it, as the page does. */
  pango_layout_set_auto_dir (layout, style == OUTLAY_TEXT_QUOTE || style == OUTLAY_TEXT_REFERENCE);
  /* A word from another font must not push the lines apart. */
  add_attribute (layout,
                 pango_attr_line_height_new_absolute (
                   (int)(type->size * type->leading * LINE_HEIGHT * sheet->scale * PANGO_SCALE)),
                 PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING, PANGO_ATTR_INDEX_TO_TEXT_END);
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

/* Letters of one style have one key each. */
static double
get_letter_width (const OutlaySheet *sheet, OutlayTextStyle style, gunichar letter)
{
  gpointer key = GUINT_TO_POINTER (letter << 8 | style);
  gpointer known;

  if (!g_hash_table_lookup_extended (sheet->letters, key, NULL, &known))
    {
      char text[7] = "";

      g_unichar_to_utf8 (letter, text);
      known = GINT_TO_POINTER (
        (int)(outlay_sheet_measure (sheet, style, text) * PANGO_SCALE * LETTER_SLACK));
      g_hash_table_insert (sheet->letters, key, known);
    }
  return (double)GPOINTER_TO_INT (known) / PANGO_SCALE;
}

/**
 * outlay_sheet_estimate:
 *
 * Thousands of texts are quickly found to be narrow by this, which shapes none of them.
 *
 * Returns: how wide @text is at most on one line, in points; in scripts whose letters don't join.
 */
double
outlay_sheet_estimate (const OutlaySheet *sheet, OutlayTextStyle style, const char *text)
{
  double width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_letter_width (sheet, style, g_utf8_get_char (at));
  return width;
}

/** outlay_sheet_set_ink: makes @cr draw in @ink. */
void
outlay_sheet_set_ink (const OutlaySheet *sheet, OutlayInk ink, cairo_t *cr)
{
  const Ink *color = &inks[ink];

  if (sheet->monochrome)
    cairo_set_source_rgb (cr, color->grey, color->grey, color->grey);
  else
    cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/** outlay_sheet_set_color: makes @cr draw in the ink of @style. */
void
outlay_sheet_set_color (const OutlaySheet *sheet, OutlayTextStyle style, cairo_t *cr)
{
  if (style == OUTLAY_TEXT_ALERT)
    outlay_sheet_set_ink (sheet, OUTLAY_INK_ALERT, cr);
  else
    outlay_sheet_set_ink (sheet, types[style].grey ? OUTLAY_INK_GREY : OUTLAY_INK_BLACK, cr);
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
outlay_sheet_add_hedge (const OutlaySheet *sheet, PangoLayout *layout, gsize start, gsize end)
{
  add_attribute (layout, pango_attr_size_new ((int)(10 * sheet->scale * PANGO_SCALE)), start, end);
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
