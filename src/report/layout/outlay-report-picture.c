/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of the window, as large as the page holds it beneath the title. */
#define G_LOG_DOMAIN "outlay-report"

#include "report/layout/outlay-report-picture.h"

#include "report/layout/outlay-report-title.h"

#define GAP_ABOVE 16.0

static double
get_room (const OutlayReportFrame *frame)
{
  g_autoptr (GPtrArray) title = outlay_report_title_build (frame, frame->title, frame->subtitle);
  double room = frame->sheet->bottom - frame->sheet->top - GAP_ABOVE;

  for (guint i = 0; i < title->len; i++)
    {
      const OutlayBlock *block = g_ptr_array_index (title, i);

      room -= block->height + block->gap;
    }
  return MAX (room, 1);
}

static double
get_scale (const OutlayReportFrame *frame, cairo_rectangle_t *size)
{
  cairo_recording_surface_get_extents (frame->picture, size);
  return MIN (frame->sheet->width / size->width, get_room (frame) / size->height);
}

/** outlay_report_picture_build: Returns: (transfer full): the room that the picture takes. */
OutlayBlock *
outlay_report_picture_build (const OutlayReportFrame *frame)
{
  OutlayBlock *block = outlay_block_new (GAP_ABOVE);
  cairo_rectangle_t size;
  double scale = get_scale (frame, &size);

  block->whole = TRUE;
  outlay_block_extend (block, size.height * scale);
  return block;
}

/**
 * outlay_report_picture_draw:
 * @y: of its top, on the page
 *
 * Draws the picture in the middle of the page.
 */
void
outlay_report_picture_draw (const OutlayReportFrame *frame, cairo_t *cr, double y)
{
  cairo_rectangle_t size;
  double scale = get_scale (frame, &size);

  cairo_save (cr);
  cairo_translate (cr, frame->sheet->left + (frame->sheet->width - size.width * scale) / 2, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, frame->picture, -size.x, -size.y);
  cairo_paint (cr);
  cairo_restore (cr);
}
