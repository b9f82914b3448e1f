/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>

#include "read/formats/outlay-entry-list.h"
#include "read/formats/outlay-markdown.h"
#include "read/outlay-decode.h"
#include "read/outlay-reader.h"

/* How much of a text is looked at for marks. */
#define HEAD_ROOM 16384

static gboolean
recognise (const OutlayReadInput *input)
{
  static const char *const endings[] = {".md", ".markdown", ".mdown"};
  g_autofree char *head = g_strndup ((const char *)input->data, MIN (input->size, HEAD_ROOM));
  g_autofree char *path = input->path != NULL ? g_ascii_strdown (input->path, -1) : NULL;

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (path, endings[i]))
        return TRUE;
    }
  return outlay_markdown_is_likely (head);
}

static GPtrArray *
read_text (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayEntryList) list = outlay_entry_list_new (1);
  OutlayEntry *entry;
  gboolean shortened;
  g_autofree char *text = outlay_decode (input->data, input->size, NULL, &shortened, error);

  if (text == NULL)
    return NULL;
  entry = outlay_entry_new ();
  outlay_markdown_read (entry, text);
  entry->cut = shortened;
  list->no_text = _ ("There is no text in this file. Save the article again and import that file.");
  outlay_entry_list_add (list, entry);
  return outlay_entry_list_read (list, cancellable, error);
}

const OutlayReader outlay_reader_markdown = {N_ ("Markdown"), recognise, read_text};
