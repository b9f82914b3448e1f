/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayPart:
 * @OUTLAY_PART_TEXT: the article's text
 * @OUTLAY_PART_TITLE: the article's title
 *
 * Which of an article's two texts a span lies in.
 */
typedef enum
{
  OUTLAY_PART_TEXT,
  OUTLAY_PART_TITLE,
} OutlayPart;

/**
 * OutlaySpan:
 * @start: byte offset of the first byte
 * @end: byte offset behind the last byte
 *
 * A piece of a UTF-8 text, cut at character borders.
 */
typedef struct
{
  gsize start;
  gsize end;
} OutlaySpan;

G_END_DECLS
