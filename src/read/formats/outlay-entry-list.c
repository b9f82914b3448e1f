/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-entry-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/outlay-read-private.h"
#include "read/outlay-read.h"

/* Bytes of all contents; a reader is given the time for twice as many. */
#define MAX_CONTENT ((gsize)24 << 20)

/**
 * outlay_entry_list_new:
 *
 * Returns: (transfer full): an empty list with room for @max_entries.
 */
OutlayEntryList *
outlay_entry_list_new (guint max_entries)
{
  OutlayEntryList *list = g_new0 (OutlayEntryList, 1);

  list->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_entry_free);
  list->max_entries = max_entries;
  return list;
}

/** outlay_entry_list_free: frees @list and its entries. */
void
outlay_entry_list_free (OutlayEntryList *list)
{
  g_ptr_array_unref (list->entries);
  g_free (list->source);
  g_free (list->language);
  g_free (list);
}

/**
 * outlay_entry_list_has_room:
 *
 * Returns: whether one more may be added; notes where not that there was one.
 */
gboolean
outlay_entry_list_has_room (OutlayEntryList *list)
{
  if (list->entries->len >= list->max_entries || list->n_bytes >= MAX_CONTENT)
    list->full = TRUE;
  return !list->full;
}

/**
 * outlay_entry_list_add:
 * @entry: (transfer full): one more
 */
void
outlay_entry_list_add (OutlayEntryList *list, OutlayEntry *entry)
{
  list->n_bytes += entry->content != NULL ? strlen (entry->content) : 0;
  g_ptr_array_add (list->entries, entry);
}

/**
 * outlay_entry_list_set_language:
 * @language: (nullable): "en", "en-GB"; anything else is no language
 */
void
outlay_entry_list_set_language (OutlayEntryList *list, const char *language)
{
  if (language != NULL && g_ascii_isalpha (language[0]) && g_ascii_isalpha (language[1])
      && !g_ascii_isalpha (language[2]))
    {
      g_free (list->language);
      list->language = g_ascii_strdown (language, 2);
    }
}

static void
inherit (OutlayEntryList *list, OutlayArticle *article)
{
  if (article->source == NULL)
    article->source = g_strdup (list->source);
  if (*article->lang == '\0' && list->language != NULL)
    {
      g_free (article->lang);
      article->lang = g_strdup (list->language);
    }
}

static void
note_limits (const OutlayEntryList *list, OutlayArticle *last, guint n_empty)
{
  const OutlayEntry *end = g_ptr_array_index (list->entries, list->entries->len - 1);
  gboolean last_cut = end->cut && end->article == last;

  if (list->full)
    {
      g_autofree char *note
        = g_strdup_printf (_ ("This is the last of %u articles that were read; the file holds "
                              "more. Split it to read the rest."),
                           list->entries->len);

      outlay_read_add_note (last, note);
    }
  else if (list->cut && !last_cut)
    outlay_read_add_note (last, _ ("The file ends in the middle or is damaged; there may have been "
                                   "more articles behind this one."));
  if (n_empty > 0)
    {
      g_autofree char *note
        = g_strdup_printf (ngettext ("%u other entry of the file holds no text.",
                                     "%u other entries of the file hold no text.", n_empty),
                           n_empty);

      outlay_read_add_note (last, note);
    }
}

static void
set_nothing (GError **error, const OutlayEntryList *list)
{
  const char *message;

  if (list->cut && list->entries->len == 0)
    message = _ ("The file ends before its first article, or is damaged there. Save it again and "
                 "import that file.");
  else if (list->no_text != NULL)
    message = list->no_text;
  else if (list->entries->len == 0)
    message = _ ("There is no article in this file. Save the articles again and import that "
                 "file.");
  else
    message = _ ("The entries of this file have titles but no text. Open the articles in a "
                 "browser, save them, and import those files.");
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT, message);
}

/**
 * outlay_entry_list_read:
 * @error: return location for an #OutlayReadError or %G_IO_ERROR_CANCELLED
 *
 * Reads the entries, of which those without text are left out and counted in a note.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): at least one article.
 */
GPtrArray *
outlay_entry_list_read (OutlayEntryList *list, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  guint n_empty;

  for (guint i = 0; i < list->entries->len; i++)
    {
      OutlayEntry *entry = g_ptr_array_index (list->entries, i);
      OutlayArticle *article;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      inherit (list, entry->article);
      article = outlay_entry_read (entry);
      if (article != NULL)
        g_ptr_array_add (articles, article);
    }
  if (articles->len == 0)
    {
      set_nothing (error, list);
      return NULL;
    }
  n_empty = list->entries->len - articles->len;
  note_limits (list, g_ptr_array_index (articles, articles->len - 1), n_empty);
  return g_steal_pointer (&articles);
}
