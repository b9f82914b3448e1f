/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-config.h"
#include "read/formats/outlay-entry-list.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"

#ifdef OUTLAY_HAVE_POPPLER
#include "read/documents/outlay-pdf-page.h"
#endif

/* Before its mark a PDF may have some bytes that belong to none of it. */
#define MARK_ROOM 1024

static gboolean
recognise (const OutlayReadInput *input)
{
  return memmem (input->data, MIN (input->size, MARK_ROOM), "%PDF-", 5) != NULL
         && !g_ascii_isalpha ((char)input->data[0]) && input->data[0] != '<';
}

#ifdef OUTLAY_HAVE_POPPLER

/* More is a book, of which the rest is left out; and more letters than a page can hold are there
 * to do harm. */
#define MAX_PAGES   300
#define MAX_LETTERS 4000000

/* A page of fewer letters is a picture with a number on it. */
#define MIN_LETTERS 12

/* One sign in so many that is no letter of any script makes a text unreadable. */
#define SOUND_SIGNS 5

typedef struct
{
  GPtrArray *lines;
  guint n_pages;
  guint n_read;
  guint n_letters;
  guint n_pictures;
} Pages;

static void
set_open_error (GError **error, const GError *reason)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                         _ ("This PDF is encrypted and opens with a password only. Open it in a "
                            "document viewer, print it to a new PDF and import that file."));
  else
    g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                         _ ("This PDF is damaged and cannot be opened. Fetch or save it again and "
                            "import that file."));
}

static void
read_pages (Pages *pages, PopplerDocument *document, GCancellable *cancellable)
{
  guint n = MIN (pages->n_pages, MAX_PAGES);

  while (pages->n_read < n && pages->n_letters < MAX_LETTERS
         && !g_cancellable_is_cancelled (cancellable))
    {
      PopplerPage *page = poppler_document_get_page (document, (int)pages->n_read);
      guint n_letters = 0;

      if (page != NULL)
        {
          n_letters = outlay_pdf_read_page (pages->lines, page, pages->n_read);
          g_object_unref (page);
        }
      pages->n_letters += n_letters;
      pages->n_pictures += n_letters < MIN_LETTERS;
      pages->n_read++;
    }
}

/* Fonts that don't tell which letters their signs are give signs of no script. */
static gboolean
is_sound (const char *text)
{
  guint n_signs = 0, n_foreign = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (at));

      n_signs += type != G_UNICODE_SPACE_SEPARATOR;
      n_foreign += type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED
                   || type == G_UNICODE_CONTROL;
    }
  return n_foreign * SOUND_SIGNS <= n_signs;
}

static gboolean
check_text (const Pages *pages, const char *text, GError **error)
{
  if (pages->n_read > 0 && pages->n_pictures == pages->n_read)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
                           _ ("The pages of this PDF are pictures without text, as a scanner makes "
                              "them. Have a program for text recognition (OCR) add the text, and "
                              "import that file."));
      return FALSE;
    }
  if (!is_sound (text))
    {
      g_set_error_literal (
        error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
        _ ("The fonts of this PDF don’t tell which letters its signs are. Have a "
           "program for text recognition (OCR) add the text, and import that "
           "file."));
      return FALSE;
    }
  return TRUE;
}

static void
note_gaps (OutlayArticle *article, const Pages *pages)
{
  if (pages->n_read < pages->n_pages)
    {
      g_autofree char *note = g_strdup_printf (
        _ ("Only the first %u of %u pages were read; split the file to read the rest."),
        pages->n_read, pages->n_pages);

      outlay_read_add_note (article, note);
    }
  if (pages->n_pictures > 0)
    {
      g_autofree char *note = g_strdup_printf (
        ngettext ("%u page is a picture or empty and was not read.",
                  "%u pages are pictures or empty and were not read.", pages->n_pictures),
        pages->n_pictures);

      outlay_read_add_note (article, note);
    }
}

/* What a program put there by itself is no title: the name of a file, one word. */
static gboolean
is_title (const char *title)
{
  static const char *const endings[]
    = {".doc", ".docx", ".odt", ".pdf", ".indd", ".rtf", ".html", ".ppt", ".pptx", ".qxd"};
  g_autofree char *low = g_ascii_strdown (title, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (low, endings[i]))
        return FALSE;
    }
  return strchr (title, ' ') != NULL || strlen (title) > 24;
}

/* The file's own data are often those of a template or of another program: only what the text
 * doesn't tell is taken from them. */
static void
take_metadata (OutlayArticle *article, PopplerDocument *document)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autoptr (GDateTime) made = poppler_document_get_creation_date_time (document);

  if (article->title == NULL && title != NULL && is_title (title))
    outlay_entry_set (&article->title, title);
  if (!outlay_date_is_set (article->published) && made != NULL)
    {
      article->published
        = outlay_date_day ((guint)g_date_time_get_year (made), (guint)g_date_time_get_month (made),
                           (guint)g_date_time_get_day_of_month (made));
      outlay_read_add_note (article, _ ("The day is the one on which the PDF was made, by its own "
                                        "data; its text tells none."));
    }
}

static GPtrArray *
read_document (PopplerDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = outlay_pdf_lines_new ();
  Pages pages = {.lines = lines, .n_pages = (guint)poppler_document_get_n_pages (document)};
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (1);
  OutlayEntry *entry = outlay_entry_new ();
  g_autoptr (GPtrArray) ordered = NULL;
  GPtrArray *articles;

  outlay_entry_list_add (list, entry);
  read_pages (&pages, document, cancellable);
  outlay_pdf_drop_running (lines);
  ordered = outlay_pdf_order (lines);
  entry->content = outlay_pdf_join (ordered);
  entry->article->title = outlay_pdf_find_title (ordered);
  if (!check_text (&pages, entry->content, error))
    return NULL;
  list->no_text = _ ("There is no text in this PDF. Save the article again and import that file.");
  articles = outlay_entry_list_read (list, cancellable, error);
  if (articles != NULL)
    {
      note_gaps (g_ptr_array_index (articles, 0), &pages);
      take_metadata (g_ptr_array_index (articles, 0), document);
    }
  return articles;
}

static GPtrArray *
read_pdf (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (input->data, input->size);
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  GPtrArray *articles;

  if (document == NULL)
    {
      set_open_error (error, reason);
      return NULL;
    }
  articles = read_document (document, cancellable, error);
  g_object_unref (document);
  return articles;
}

/**
 * outlay_reader_pdf_warm_up:
 *
 * Has Poppler look for its tables of characters, which it keeps as long as there is a document. For
 * a process that will not be able to look for files.
 */
void
outlay_reader_pdf_warm_up (void)
{
  static const char smallest[] = "%PDF-1.4\n"
                                 "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                                 "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                                 "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n"
                                 "trailer <</Size 4/Root 1 0 R>>\n";
  static PopplerDocument *kept;
  g_autoptr (GBytes) bytes = g_bytes_new_static (smallest, sizeof smallest - 1);
  g_autoptr (GPtrArray) lines = outlay_pdf_lines_new ();
  PopplerPage *page;

  if (kept == NULL)
    kept = poppler_document_new_from_bytes (bytes, NULL, NULL);
  page = kept != NULL ? poppler_document_get_page (kept, 0) : NULL;
  if (page == NULL)
    return;
  outlay_pdf_read_page (lines, page, 0);
  g_object_unref (page);
}

#else

void
outlay_reader_pdf_warm_up (void)
{
}

static GPtrArray *
read_pdf (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                       _ ("This program was built without support for PDF. Save the article as a "
                          "web page or as plain text and import that file."));
  return NULL;
}

#endif

const OutlayReader outlay_reader_pdf = {N_ ("PDF"), recognise, read_pdf};
