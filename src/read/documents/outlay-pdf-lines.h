/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayPdfLine:
 * @text: without space at its ends
 * @page: from 0
 * @left: points from the page's left edge
 * @right: likewise
 * @top: from its top edge, as a share of its height
 * @height: points: that of its letters
 * @base: points from the page's top edge, where its letters stand
 * @placed: whether the places are known
 * @row: whether it is a row of a table
 * @dropped: whether it is no part of the article
 *
 * A line of a page.
 */
typedef struct
{
  char *text;
  guint page;
  double left;
  double right;
  double top;
  double height;
  double base;
  gboolean placed;
  gboolean row;
  gboolean dropped;
} OutlayPdfLine;

GPtrArray *outlay_pdf_lines_new (void);
void outlay_pdf_drop_running (GPtrArray *lines);
GPtrArray *outlay_pdf_order (GPtrArray *lines);
char *outlay_pdf_find_title (const GPtrArray *lines);
char *outlay_pdf_join (const GPtrArray *lines);

G_END_DECLS
