/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "report/outlay-report-options.h"

G_BEGIN_DECLS

/** OutlayTextStyle: what a text on paper is; each has its face, weight, size and grey. */
typedef enum
{
  OUTLAY_TEXT_TITLE,
  OUTLAY_TEXT_SUBTITLE,
  OUTLAY_TEXT_FIGURE,
  OUTLAY_TEXT_CHAPTER,
  OUTLAY_TEXT_HEADING,
  OUTLAY_TEXT_LABEL,
  OUTLAY_TEXT_BODY,
  OUTLAY_TEXT_DIM,
  OUTLAY_TEXT_CAPTION,
  OUTLAY_TEXT_QUOTE,
  OUTLAY_TEXT_TABLE_HEAD,
  OUTLAY_TEXT_CELL,
  OUTLAY_TEXT_CELL_DIM,
  OUTLAY_TEXT_ALERT,
  OUTLAY_TEXT_SECTION,
  OUTLAY_TEXT_GROUP,
  OUTLAY_TEXT_SUM,
  OUTLAY_TEXT_BAR,
  OUTLAY_TEXT_REFERENCE,
  OUTLAY_TEXT_CARD_WHO,
  OUTLAY_TEXT_CARD_FIGURE,
} OutlayTextStyle;

/** OUTLAY_SHEET_GREY: how dark what is said in passing is, 0 being black. */
#define OUTLAY_SHEET_GREY 0.36

/**
 * OutlayInk:
 *
 * What is not text is drawn in one of these. On monochrome paper all are greys.
 */
typedef enum
{
  OUTLAY_INK_BLACK,
  OUTLAY_INK_GREY,
  OUTLAY_INK_RULE,
  OUTLAY_INK_LINE,
  OUTLAY_INK_FAINT,
  OUTLAY_INK_ALERT,
  OUTLAY_INK_CIRCLE,
  OUTLAY_INK_PAPER,
  /* The kinds follow, in the order of OutlayKind. */
  OUTLAY_INK_KIND,
} OutlayInk;

/**
 * OutlaySheet:
 * @scale: how much larger than usual all text is
 * @mirrored: whether what usually stands left stands right, as for Arabic and Hebrew
 * @width: of the text, in points
 * @left: from the paper's edge to the text
 * @top: from the paper's edge to the text
 * @bottom: from the paper's upper edge to where the text ends
 * @header: where the header line's top is
 * @footer: where the footer's rule is
 * @right: from the paper's left edge to where the text ends
 *
 * The paper that blocks are made for, and its type.
 */
typedef struct
{
  PangoContext *context;
  char *serif;
  char *sans;
  PangoLanguage *language;
  /* Of each style the widths of letters that were met. */
  GHashTable *letters;
  gboolean monochrome;
  gboolean mirrored;
  double scale;
  double width;
  double left;
  double right;
  double top;
  double bottom;
  double header;
  double footer;
} OutlaySheet;

OutlaySheet *outlay_sheet_new (const OutlayReportOptions *options, const char *lang);
void outlay_sheet_free (OutlaySheet *sheet);
PangoLayout *outlay_sheet_new_text (const OutlaySheet *sheet,
                                    OutlayTextStyle style,
                                    const char *text,
                                    double width);
double outlay_sheet_measure (const OutlaySheet *sheet, OutlayTextStyle style, const char *text);
double outlay_sheet_estimate (const OutlaySheet *sheet, OutlayTextStyle style, const char *text);
void outlay_sheet_set_color (const OutlaySheet *sheet, OutlayTextStyle style, cairo_t *cr);
void outlay_sheet_set_ink (const OutlaySheet *sheet, OutlayInk ink, cairo_t *cr);
void outlay_sheet_add_weight (PangoLayout *layout, gsize start, gsize end, PangoWeight weight);
void outlay_sheet_add_hedge (const OutlaySheet *sheet, PangoLayout *layout, gsize start, gsize end);
void outlay_sheet_add_grey (PangoLayout *layout, gsize start, gsize end);
void outlay_sheet_add_lang (PangoLayout *layout, const char *lang);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySheet, outlay_sheet_free)

G_END_DECLS
