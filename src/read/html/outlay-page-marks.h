/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OutlayPageMark: what the name of an element says of it; the sections of the data file. */
typedef enum
{
  OUTLAY_PAGE_MARK_BODY = 1 << 0,
  OUTLAY_PAGE_MARK_CONTENT = 1 << 1,
  OUTLAY_PAGE_MARK_CLUTTER = 1 << 2,
  OUTLAY_PAGE_MARK_WEAK = 1 << 3,
  OUTLAY_PAGE_MARK_COMMENTS = 1 << 4,
  OUTLAY_PAGE_MARK_CAPTION = 1 << 5,
  OUTLAY_PAGE_MARK_HIDDEN = 1 << 6,
  OUTLAY_PAGE_MARK_DAY = 1 << 7,
  OUTLAY_PAGE_MARK_TITLE = 1 << 8,
  OUTLAY_PAGE_MARK_LEAD = 1 << 9,
  OUTLAY_PAGE_MARK_POPUP = 1 << 10,
} OutlayPageMark;

guint outlay_page_marks_read (const char *names);

G_END_DECLS
