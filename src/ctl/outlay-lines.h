/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/** OUTLAY_LINES_MAX: bytes of the longest line that is read; a longer one is skipped. */
#define OUTLAY_LINES_MAX ((gsize)64 * 1024 * 1024)

/**
 * OutlayLines:
 * @file: where they come from
 * @line: the one read last, without its line break
 * @too_long: whether that one was skipped for its length; @line is then empty
 *
 * Lines of a stream of any length, one held at a time.
 */
typedef struct
{
  FILE *file;
  GString *line;
  gboolean too_long;
} OutlayLines;

void outlay_lines_init (OutlayLines *lines, FILE *file);
void outlay_lines_clear (OutlayLines *lines);
gboolean outlay_lines_next (OutlayLines *lines);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayLines, outlay_lines_clear)

G_END_DECLS
