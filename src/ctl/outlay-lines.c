/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-lines.h"

/* What a line's buffer may keep from line to line. */
#define KEPT_BYTES ((gsize)1024 * 1024)

/**
 * outlay_lines_init:
 * @file: (transfer none): open for reading
 */
void
outlay_lines_init (OutlayLines *lines, FILE *file)
{
  *lines = (OutlayLines){file, g_string_new (NULL), FALSE};
}

/** outlay_lines_clear: gives back what @lines holds; the stream stays open. */
void
outlay_lines_clear (OutlayLines *lines)
{
  if (lines->line != NULL)
    g_string_free (g_steal_pointer (&lines->line), TRUE);
}

static void
empty_line (OutlayLines *lines)
{
  lines->too_long = FALSE;
  g_string_truncate (lines->line, 0);
  if (lines->line->allocated_len > KEPT_BYTES)
    {
      g_string_free (lines->line, TRUE);
      lines->line = g_string_new (NULL);
    }
}

/**
 * outlay_lines_next:
 *
 * Returns: whether there was one more line; it is in @lines.
 */
gboolean
outlay_lines_next (OutlayLines *lines)
{
  int c;

  empty_line (lines);
  c = getc_unlocked (lines->file);
  if (c == EOF)
    return FALSE;
  for (; c != EOF && c != '\n'; c = getc_unlocked (lines->file))
    {
      if (lines->line->len < OUTLAY_LINES_MAX)
        g_string_append_c (lines->line, (char)c);
      else
        lines->too_long = TRUE;
    }
  if (lines->too_long)
    g_string_truncate (lines->line, 0);
  else if (lines->line->len > 0 && lines->line->str[lines->line->len - 1] == '\r')
    g_string_truncate (lines->line, lines->line->len - 1);
  return TRUE;
}
