/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as text: CSV as RFC 4180 wants it, with CRLF and a head; or parted by tabs. */
#define G_LOG_DOMAIN "outlay-report"

#include <string.h>

#include "report/export/outlay-export-private.h"

/* What a spreadsheet would take for a formula is made text by an apostrophe. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_quoted (GString *line, const char *text, gboolean formula)
{
  g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}

/* There is no way to write a tab or a line's end in such a cell: a space stands for it. */
static void
append_plain (GString *line, const char *text, gboolean formula)
{
  gsize start = line->len;

  if (formula)
    g_string_append_c (line, '\'');
  g_string_append (line, text);
  g_strdelimit (line->str + start, "\t\r\n\v\f", ' ');
}

/**
 * outlay_export_dup_line:
 * @cells: (array length=n_cells): of a row
 * @tabs: whether tabs part them, not commas
 *
 * Returns: (transfer full): the row with its line end.
 */
char *
outlay_export_dup_line (const char *const *cells, guint n_cells, gboolean tabs)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      gboolean formula = is_formula (cells[i]);

      if (i > 0)
        g_string_append_c (line, tabs ? '\t' : ',');
      if (tabs)
        append_plain (line, cells[i], formula);
      else if (formula || strpbrk (cells[i], ",\"\r\n") != NULL)
        append_quoted (line, cells[i], formula);
      else
        g_string_append (line, cells[i]);
    }
  g_string_append (line, tabs ? "\n" : "\r\n");
  return g_string_free (line, FALSE);
}
