/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which reader takes a file. Whoever calls this has all libraries of the formats loaded, so no
 * program does but the helper that reads files. */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "read/formats/outlay-xml-prepare.h"
#include "read/outlay-read-private.h"
#include "read/outlay-reader.h"
#include "read/outlay-sniff.h"

/* In the order in which they are asked; plain text takes whatever the others leave. */
static const OutlayReader *const readers[] = {
  &outlay_reader_pdf,     &outlay_reader_docx,  &outlay_reader_odt,  &outlay_reader_epub,
  &outlay_reader_archive, &outlay_reader_feed,  &outlay_reader_news, &outlay_reader_json,
  &outlay_reader_mail,    &outlay_reader_mhtml, &outlay_reader_html, &outlay_reader_markdown,
  &outlay_reader_text,
};

static char *
list_formats (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_ptr_array_add (names, (gpointer)_ (readers[i]->name));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (_ (", "), (GStrv)names->pdata);
}

static void
set_foreign (GError **error, const char *format)
{
  g_autofree char *known = list_formats ();
  /* Translators: {format} is such as “a PDF document”, {formats} a list of format names. */
  g_autofree char *message
    = outlay_format_fill (_ ("This is {format}, which can’t be read. Save the article in one of "
                             "these formats: {formats}."),
                          "format", format, "formats", known, NULL);

  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT, message);
}

/* The reader that recognises the file; %NULL for one that nobody should read as a text. */
static const OutlayReader *
choose_reader (const OutlayReadInput *input)
{
  g_autofree char *root = NULL;
  guint i = 0;

  while (!readers[i]->recognise (input))
    i++;
  if (readers[i] != &outlay_reader_text)
    return readers[i];
  root = outlay_xml_find_root (input->data, input->size);
  return root == NULL || memmem (input->data, MIN (input->size, 64), "<?xml", 5) == NULL
           ? readers[i]
           : NULL;
}

/* Of what lay in an archive the name in that stands behind the archive's. */
static void
set_file (GPtrArray *articles, const char *path)
{
  for (guint i = 0; i < articles->len; i++)
    {
      OutlayArticle *article = g_ptr_array_index (articles, i);

      char *member = g_steal_pointer (&article->file);

      if (member != NULL && path != NULL)
        article->file = g_strconcat (path, OUTLAY_ARTICLE_MEMBER_MARK, member, NULL);
      else
        article->file = g_strdup (member != NULL ? member : path);
      g_free (member);
    }
}

/**
 * outlay_read_input:
 * @error: return location for an #OutlayReadError or %G_IO_ERROR_CANCELLED
 *
 * As outlay_read_bytes(), also for what lies in an archive.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): at least one article.
 */
GPtrArray *
outlay_read_input (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = NULL;
  const OutlayReader *reader;
  const char *foreign;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (input->size == 0)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_EMPTY,
                           _ ("The file is empty. Save the article again and import that file."));
      return NULL;
    }
  foreign = outlay_sniff_foreign (input->data, input->size);
  if (foreign != NULL)
    {
      set_foreign (error, foreign);
      return NULL;
    }
  reader = choose_reader (input);
  if (reader == NULL)
    {
      set_foreign (error, _ ("an XML file of a kind that holds no articles"));
      return NULL;
    }
  articles = reader->read (input, cancellable, error);
  if (articles != NULL)
    set_file (articles, input->path);
  return g_steal_pointer (&articles);
}

/**
 * outlay_read_bytes:
 * @bytes: what a file holds
 * @path: (nullable): where it came from, in file name encoding
 * @error: return location for an #OutlayReadError or %G_IO_ERROR_CANCELLED
 *
 * Detects the format of a file, decodes it and finds the articles in it.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): at least one article.
 */
GPtrArray *
outlay_read_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  OutlayReadInput input = {.path = path};

  g_return_val_if_fail (bytes != NULL, NULL);

  input.data = g_bytes_get_data (bytes, &input.size);
  return outlay_read_input (&input, cancellable, error);
}
