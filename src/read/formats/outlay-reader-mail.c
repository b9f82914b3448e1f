/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mails, boxes of mails, and pages that a browser saved as a mail of its parts. */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-config.h"
#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-mail-head.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"

#ifdef OUTLAY_HAVE_GMIME
#include "read/formats/outlay-mail-page.h"
#include "read/formats/outlay-mail-parts.h"
#include "read/formats/outlay-stamp.h"
#endif

#define MAX_MAILS 5000

static gboolean
recognise_mail (const OutlayReadInput *input)
{
  OutlayMailKind kind = outlay_mail_recognise (input->data, input->size);

  return kind == OUTLAY_MAIL_MESSAGE || kind == OUTLAY_MAIL_BOX;
}

static gboolean
recognise_page (const OutlayReadInput *input)
{
  return outlay_mail_recognise (input->data, input->size) == OUTLAY_MAIL_PAGE;
}

#ifdef OUTLAY_HAVE_GMIME

static void
note_attachments (OutlayArticle *article, guint n_attachments)
{
  g_autofree char *note = NULL;

  if (n_attachments == 0)
    return;
  note = g_strdup_printf (ngettext ("%u attachment of the mail was not read; save and import it by "
                                    "itself.",
                                    "%u attachments of the mail were not read; save and import "
                                    "them by themselves.",
                                    n_attachments),
                          n_attachments);
  outlay_read_add_note (article, note);
}

static OutlayEntry *
read_mail (const guint8 *data, gsize size)
{
  g_autoptr (OutlayMail) mail = outlay_mail_new (data, size);
  OutlayEntry *entry = outlay_entry_new ();

  outlay_entry_set (&entry->article->title, mail->subject);
  outlay_entry_set (&entry->article->source, mail->sender);
  outlay_entry_set_address (entry, mail->address);
  if (mail->date != NULL)
    outlay_stamp_read (mail->date, &entry->article->published);
  if (mail->content != NULL && mail->markup)
    entry->content = outlay_mail_flatten (mail->content);
  else
    entry->content = g_steal_pointer (&mail->content);
  entry->markup = mail->markup;
  entry->cut = mail->cut;
  note_attachments (entry->article, mail->n_attachments);
  return entry;
}

static void
set_unbearable (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE,
                       _ ("This mail has more parts or header lines than any mail has, and is not "
                          "read. Save its text by itself and import that file."));
}

static gboolean
add_mail (OutlayEntryList *list, const guint8 *data, gsize size)
{
  OutlayEntry *entry;

  if (!outlay_entry_list_has_room (list))
    return FALSE;
  entry = outlay_mail_is_bearable (data, size) ? read_mail (data, size) : outlay_entry_new ();
  outlay_entry_list_add (list, entry);
  return TRUE;
}

/* Leaves out the line that begins a mail of a box. */
static gsize
skip_mark (const guint8 *data, gsize size, gsize at)
{
  const guint8 *end = memchr (data + at, '\n', size - at);

  return end != NULL ? (gsize)(end - data) + 1 : size;
}

/* In a box a line that begins as the mark of a mail does has a bracket put before it. */
static void
drop_brackets (OutlayEntry *entry)
{
  GString *text;

  if (entry->content == NULL)
    return;
  text = g_string_new (entry->content);
  g_string_replace (text, "\n>From ", "\nFrom ", 0);
  g_free (entry->content);
  entry->content = g_string_free (text, FALSE);
}

static void
add_box (OutlayEntryList *list, const guint8 *data, gsize size, GCancellable *cancellable)
{
  gboolean more = TRUE;

  for (gsize at = 0; at < size && more && !g_cancellable_is_cancelled (cancellable);)
    {
      gsize start = skip_mark (data, size, at);
      gsize end = outlay_mail_find_next (data, size, MAX (start, 1) - 1);

      more = add_mail (list, data + start, end - start);
      if (more)
        drop_brackets (g_ptr_array_index (list->entries, list->entries->len - 1));
      at = end;
    }
}

static GPtrArray *
read_mails (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  gboolean box = outlay_mail_recognise (input->data, input->size) == OUTLAY_MAIL_BOX;
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (MAX_MAILS);

  if (!box && !outlay_mail_is_bearable (input->data, input->size))
    {
      set_unbearable (error);
      return NULL;
    }
  list->no_text
    = _ ("There is no text in this mail: it holds attachments only, or nothing. Save its "
         "attachments and import those files.");
  if (box)
    add_box (list, input->data, input->size, cancellable);
  else
    add_mail (list, input->data, input->size);
  return outlay_entry_list_read (list, cancellable, error);
}

/* The day of such a mail is when the page was saved, and its subject the title of the window:
 * the page itself tells better. So does it of its address. */
static GPtrArray *
read_page (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayMail) mail = NULL;
  g_autoptr (OutlayEntry) entry = outlay_entry_new ();
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (1);
  GPtrArray *articles;

  if (!outlay_mail_is_bearable (input->data, input->size))
    {
      set_unbearable (error);
      return NULL;
    }
  mail = outlay_mail_new (input->data, input->size);
  entry->content = g_steal_pointer (&mail->content);
  entry->markup = mail->markup;
  entry->cut = mail->cut;
  outlay_entry_list_add (list, g_steal_pointer (&entry));
  articles = outlay_entry_list_read (list, cancellable, error);
  if (articles != NULL)
    {
      entry = g_ptr_array_index (list->entries, 0);
      outlay_entry_set (&entry->article->title, mail->subject);
      outlay_entry_set_address (entry, mail->address);
      if (entry->article->source == NULL && entry->article->url != NULL)
        entry->article->source = outlay_read_get_host (entry->article->url);
      entry = NULL;
    }
  return articles;
}

#else

static GPtrArray *
refuse (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                       _ ("This program was built without support for mails and for pages saved "
                          "as a mail (MHTML). Save the article as a web page or as plain text and "
                          "import that file."));
  return NULL;
}

static GPtrArray *
read_mails (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  return refuse (error);
}

static GPtrArray *
read_page (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  return refuse (error);
}

#endif

const OutlayReader outlay_reader_mail = {N_ ("mail (EML, mbox)"), recognise_mail, read_mails};
const OutlayReader outlay_reader_mhtml
  = {N_ ("web page in one file (MHTML)"), recognise_page, read_page};
