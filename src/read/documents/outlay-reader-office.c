/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of word processors, DOCX and ODT, and e-books. */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-config.h"
#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-stamp.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"

#ifdef OUTLAY_HAVE_ARCHIVE
#include "read/documents/outlay-archive.h"
#include "read/documents/outlay-epub.h"
#include "read/documents/outlay-office.h"
#endif

/* Where the first entry of an archive has its name; an OpenDocument's holds its kind. */
#define NAME_OFFSET 30
#define HEAD_ROOM   256

static gboolean
holds (const OutlayReadInput *input, gsize room, const char *bytes)
{
  return memmem (input->data, MIN (input->size, room), bytes, strlen (bytes)) != NULL;
}

static gboolean
is_zip (const OutlayReadInput *input)
{
  return input->size > NAME_OFFSET && memcmp (input->data, "PK\3\4", 4) == 0;
}

/* An archive may hold such documents: the first entry's name tells them apart. */
static gboolean
recognise_docx (const OutlayReadInput *input)
{
  static const char *const firsts[]
    = {"[Content_Types].xml", "_rels/", "docProps/", "word/", "customXml/"};

  if (!is_zip (input) || !holds (input, input->size, "word/document"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      gsize length = strlen (firsts[i]);

      if (input->size > NAME_OFFSET + length
          && memcmp (input->data + NAME_OFFSET, firsts[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
recognise_odt (const OutlayReadInput *input)
{
  return is_zip (input) && holds (input, HEAD_ROOM, "mimetypeapplication/vnd.oasis.opendocument");
}

static gboolean
recognise_epub (const OutlayReadInput *input)
{
  return is_zip (input) && holds (input, HEAD_ROOM, "mimetypeapplication/epub+zip");
}

#ifdef OUTLAY_HAVE_ARCHIVE

/* Chapters of a book; a magazine has fewer. */
#define MAX_CHAPTERS 1000

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                       _ ("This document lacks its text; it is damaged or encrypted. Open it in a "
                          "word processor, save it again and import that file."));
}

/* The document's own data are often those of a template: only what the text doesn't tell is taken
 * from them. */
static void
take_data (OutlayArticle *article, const OutlayOffice *office)
{
  outlay_entry_set (&article->title, office->meta_title);
  outlay_entry_set (&article->author, office->author);
  if (!outlay_date_is_set (article->published) && office->made != NULL
      && outlay_stamp_read (office->made, &article->published))
    outlay_read_add_note (article, _ ("The day is the one on which the document was made, by its "
                                      "own data; its text tells none."));
}

static GPtrArray *
read_text (const OutlayOffice *office, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (1);
  OutlayEntry *entry = outlay_entry_new ();
  GPtrArray *articles;

  entry->content = g_strdup_printf ("<article>%s</article>", office->markup->str);
  entry->markup = TRUE;
  entry->cut = office->cut;
  outlay_entry_set (&entry->article->title, office->title);
  outlay_entry_list_add (list, entry);
  list->no_text = _ ("There is no text in this document. Save it again and import that file.");
  articles = outlay_entry_list_read (list, cancellable, error);
  if (articles != NULL)
    take_data (g_ptr_array_index (articles, 0), office);
  return articles;
}

/* The main part has another number in the files of some programs. */
static const char *
find_body (GHashTable *parts)
{
  GHashTableIter iter;
  gpointer name;
  const char *found = NULL;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_str_has_prefix (name, "word/document") && g_str_has_suffix (name, ".xml")
          && (found == NULL || strcmp (name, found) < 0))
        found = name;
    }
  return found;
}

static GPtrArray *
read_parts (const OutlayReadInput *input, gboolean docx, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) parts = outlay_archive_read_document (input, error);
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (OutlayOffice) office = outlay_office_new ();
  const char *body;

  if (parts == NULL)
    return NULL;
  body = docx ? find_body (parts) : "content.xml";
  if (body == NULL || !g_hash_table_contains (parts, body))
    {
      set_damaged (error);
      return NULL;
    }
  if (docx)
    outlay_office_parse (parts, "word/styles.xml", office, outlay_docx_read_styles, styles);
  outlay_office_parse (parts, docx ? "docProps/core.xml" : "meta.xml", office,
                       outlay_office_read_data, styles);
  office->cut = !outlay_office_parse (parts, body, office,
                                      docx ? outlay_docx_read_body : outlay_odt_read_body, styles);
  return read_text (office, cancellable, error);
}

static GPtrArray *
read_epub (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) parts = outlay_archive_read_document (input, error);
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (MAX_CHAPTERS);

  if (parts == NULL)
    return NULL;
  if (!outlay_epub_read (list, parts))
    {
      set_damaged (error);
      return NULL;
    }
  list->no_text = _ ("The chapters of this e-book hold no text that can be read.");
  return outlay_entry_list_read (list, cancellable, error);
}

#else

static GPtrArray *
read_parts (const OutlayReadInput *input, gboolean docx, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (
    error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
    _ ("This program was built without support for documents of word "
       "processors and for e-books. Save the text as a web page or as plain text and import "
       "that file."));
  return NULL;
}

static GPtrArray *
read_epub (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  return read_parts (input, FALSE, cancellable, error);
}

#endif

static GPtrArray *
read_docx (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  return read_parts (input, TRUE, cancellable, error);
}

static GPtrArray *
read_odt (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  return read_parts (input, FALSE, cancellable, error);
}

const OutlayReader outlay_reader_docx = {N_ ("Word document (DOCX)"), recognise_docx, read_docx};
const OutlayReader outlay_reader_odt = {N_ ("OpenDocument text (ODT)"), recognise_odt, read_odt};
const OutlayReader outlay_reader_epub = {N_ ("e-book (EPUB)"), recognise_epub, read_epub};
