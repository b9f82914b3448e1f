/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tells a finished PDF what language it is in, so that a screen reader reads it with the right
 * voice, and that its title stands in the title bar; cairo has no call for either. The catalogue is
 * written once more behind the end, as a later edition of the file would (ISO 32000-1, 7.5.6).
 */
#define G_LOG_DOMAIN "outlay-report"

#include <string.h>

#include "report/outlay-report-private.h"

#define TAIL_LENGTH 2048

/* The text behind the last @label in the last bytes of @pdf. */
static const char *
find_last (const GByteArray *pdf, const char *label)
{
  gsize from = pdf->len > TAIL_LENGTH ? pdf->len - TAIL_LENGTH : 0;
  const char *tail = (const char *)pdf->data + from;
  const char *found = g_strrstr_len (tail, (gssize)(pdf->len - from), label);

  return found != NULL ? found + strlen (label) : NULL;
}

/* The entry of @number in the table of a file that was written at once: 20 bytes an entry. */
static gboolean
find_object (const GByteArray *pdf, guint64 xref, guint64 number, gsize *offset)
{
  static const char head[] = "xref\n0 ";
  const char *text = (const char *)pdf->data;
  gsize at;

  if (xref + sizeof head > pdf->len || strncmp (text + xref, head, sizeof head - 1) != 0)
    return FALSE;
  const char *line = memchr (text + xref + sizeof head - 1, '\n', pdf->len - xref - sizeof head);
  if (line == NULL)
    return FALSE;
  at = (gsize)(line + 1 - text) + number * 20;
  if (at + 20 > pdf->len)
    return FALSE;
  *offset = g_ascii_strtoull (text + at, NULL, 10);
  return *offset < pdf->len;
}

/* The catalogue without the brackets that end it, "12 0 obj\n<< …". */
static char *
dup_catalogue (const GByteArray *pdf, gsize offset)
{
  const char *text = (const char *)pdf->data + offset;
  const char *end = g_strstr_len (text, (gssize)(pdf->len - offset), "endobj");
  const char *close = end != NULL ? g_strrstr_len (text, end - text, ">>") : NULL;

  if (close == NULL || g_strstr_len (text, close - text, "/Catalog") == NULL)
    return NULL;
  return g_strndup (text, (gsize)(close - text));
}

static gboolean
is_code (const char *lang)
{
  for (const char *at = lang; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-')
        return FALSE;
    }
  return *lang != '\0';
}

/**
 * outlay_pdf_set_lang:
 * @pdf: (transfer full): a document that was written at once
 * @lang: its language: "vi"
 *
 * Returns: (transfer full): the document with its language told; as it was where it is not
 *   understood.
 */
GByteArray *
outlay_pdf_set_lang (GByteArray *pdf, const char *lang)
{
  const char *root = find_last (pdf, "/Root ");
  const char *size = find_last (pdf, "/Size ");
  const char *start = find_last (pdf, "startxref\n");
  const char *info = find_last (pdf, "/Info ");
  gsize offset;

  if (root == NULL || size == NULL || start == NULL || !is_code (lang))
    return pdf;
  guint64 number = g_ascii_strtoull (root, NULL, 10);
  guint64 xref = g_ascii_strtoull (start, NULL, 10);
  guint64 count = g_ascii_strtoull (size, NULL, 10);
  if (!find_object (pdf, xref, number, &offset))
    return pdf;
  g_autofree char *catalogue = dup_catalogue (pdf, offset);
  if (catalogue == NULL)
    return pdf;
  g_autofree char *more = info != NULL ? g_strdup_printf ("   /Info %" G_GUINT64_FORMAT " 0 R\n",
                                                          g_ascii_strtoull (info, NULL, 10))
                                       : g_strdup ("");
  g_autoptr (GString) edition = g_string_new ("\n");
  gsize object = pdf->len + edition->len;
  g_string_append_printf (edition,
                          "%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          ">>\nendobj\n",
                          catalogue, lang);
  gsize table = pdf->len + edition->len;
  g_string_append_printf (edition,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n%s   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          number, object, count, number, more, xref, table);
  g_byte_array_append (pdf, (const guint8 *)edition->str, (guint)edition->len);
  return pdf;
}
