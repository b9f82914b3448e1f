/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts of deals, drawn with cairo alone: the window, the printer and exported files show the same
 * drawing. A chart is made in three steps, each a pure function of the one before:
 *
 *   deals ──> model (what is counted) ──> layout (where it stands) ──> drawing
 *
 * All is laid out from left to right; a mirrored canvas turns it round where a script runs the
 * other way, so that only drawing and pointing know of it.
 */
#pragma once

#include <pango/pangocairo.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

/** OUTLAY_CHART_HALO: strength of the ground around letters. */
#define OUTLAY_CHART_HALO 0.85

/** OUTLAY_CHART_HALO_WIDTH: how wide that ground is, against the size of the text. */
#define OUTLAY_CHART_HALO_WIDTH 0.32

/** OUTLAY_CHART_N_SERIES: as many series as can be told apart: the kinds, or seven and the rest. */
#define OUTLAY_CHART_N_SERIES OUTLAY_N_KINDS

/** OutlayChartScheme: what ground a chart stands on. */
typedef enum
{
  OUTLAY_CHART_LIGHT,
  OUTLAY_CHART_DARK,
  OUTLAY_CHART_CONTRAST,
  OUTLAY_CHART_CONTRAST_DARK,
} OutlayChartScheme;

/**
 * OutlayChartStyle:
 * @context: (transfer none): the font, and the language and direction of the text
 * @size: of the text, in the units of the drawing
 * @scheme: which colours; under contrast series are told apart by hatching
 * @mirrored: whether the chart runs from right to left
 */
typedef struct
{
  PangoContext *context;
  double size;
  OutlayChartScheme scheme;
  gboolean mirrored;
} OutlayChartStyle;

/** OutlayChartRole: what something in a chart is, and so which colour it has. */
typedef enum
{
  OUTLAY_CHART_GROUND,
  OUTLAY_CHART_TEXT,
  OUTLAY_CHART_DIM,
  OUTLAY_CHART_GRID,
  OUTLAY_CHART_ACCENT,
  OUTLAY_CHART_SELECTION,
  OUTLAY_CHART_REST,
  OUTLAY_CHART_COMMITS,
  OUTLAY_CHART_RECEIVES,
  OUTLAY_CHART_EDGE,
  OUTLAY_CHART_CIRCLE,
  OUTLAY_CHART_SERIES,
} OutlayChartRole;

/** OutlayChartAlign: where a text stands to the point that it is drawn at. */
typedef enum
{
  OUTLAY_CHART_START,
  OUTLAY_CHART_MIDDLE,
  OUTLAY_CHART_END,
} OutlayChartAlign;

/**
 * OutlayChartText:
 * @role: its colour
 * @scale: against the size of the text
 * @bold: whether it is strong
 * @align: where it stands to its point
 * @width: the most room, 0 for any; what is longer is ellipsized
 * @halo: whether it keeps what lies behind it away from its letters
 */
typedef struct
{
  guint role;
  double scale;
  gboolean bold;
  OutlayChartAlign align;
  double width;
  gboolean halo;
} OutlayChartText;

typedef struct
{
  double x, y, width, height;
} OutlayChartArea;

/**
 * OutlayCanvas:
 * @cr: what is drawn on
 * @style: how
 * @width: of the whole chart, which it is mirrored in
 * @opacity: of what is drawn next
 * @texts: (nullable): where words are kept as elements of SVG instead of being drawn
 */
typedef struct
{
  cairo_t *cr;
  const OutlayChartStyle *style;
  double width;
  double opacity;
  GString *texts;
} OutlayCanvas;

guint outlay_chart_place_kind (OutlayKind kind);
OutlayKind outlay_chart_get_kind (guint series);
gboolean outlay_chart_contains (const OutlayChartArea *area, double x, double y);
double
outlay_chart_measure (const OutlayChartStyle *style, const char *text, double scale, gboolean bold);
gboolean outlay_chart_is_contrast (const OutlayChartStyle *style);
void outlay_chart_get_colour (const OutlayChartStyle *style, guint role, double *rgb);
double outlay_chart_get_strength (const OutlayChartStyle *style, guint role);

void outlay_canvas_set_role (const OutlayCanvas *canvas, guint role, double alpha);
void outlay_canvas_fill (const OutlayCanvas *canvas, guint role, const OutlayChartArea *area);
void outlay_canvas_tint (const OutlayCanvas *canvas,
                         guint role,
                         const OutlayChartArea *area,
                         double alpha);
void outlay_canvas_outline (const OutlayCanvas *canvas,
                            guint role,
                            const OutlayChartArea *area,
                            double width);
void outlay_canvas_line (
  const OutlayCanvas *canvas, guint role, double x1, double y1, double x2, double y2, double width);
void outlay_canvas_ring (
  const OutlayCanvas *canvas, guint role, double x, double y, double radius, double width);
void outlay_canvas_text (
  const OutlayCanvas *canvas, const OutlayChartText *text, const char *words, double x, double y);
void
outlay_canvas_note (const OutlayCanvas *canvas, const char *words, const OutlayChartArea *area);
double outlay_canvas_place (const OutlayCanvas *canvas, double x);

G_END_DECLS
