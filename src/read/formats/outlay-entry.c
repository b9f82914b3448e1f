/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/formats/outlay-markup-text.h"
#include "read/html/outlay-page-article.h"
#include "read/outlay-read-private.h"
#include "read/text/outlay-clean.h"

/* A title or a name of more bytes is a text that stands in the wrong place. */
#define MAX_VALUE 1000

/**
 * outlay_entry_new:
 *
 * Returns: (transfer full): an entry with an empty article.
 */
OutlayEntry *
outlay_entry_new (void)
{
  OutlayEntry *entry = g_new0 (OutlayEntry, 1);

  entry->article = outlay_article_new ();
  return entry;
}

/** outlay_entry_free: frees @entry and gives its article back. */
void
outlay_entry_free (OutlayEntry *entry)
{
  outlay_article_unref (entry->article);
  g_free (entry->content);
  g_free (entry);
}

/**
 * outlay_entry_set:
 * @member: a title or a name of the article
 * @text: (nullable): plain or with marks of HTML; taken where @member is not set and @text says
 *   something
 */
void
outlay_entry_set (char **member, const char *text)
{
  g_autofree char *plain = NULL;

  if (*member != NULL || text == NULL || strlen (text) > MAX_VALUE)
    return;
  plain = outlay_markup_to_text (text);
  if (*plain != '\0')
    *member = g_steal_pointer (&plain);
}

/**
 * outlay_entry_set_address:
 * @address: (nullable): taken where it is one of the web and the article has none
 */
void
outlay_entry_set_address (OutlayEntry *entry, const char *address)
{
  g_autofree char *clean = NULL;

  if (entry->article->url != NULL || address == NULL || strlen (address) > MAX_VALUE)
    return;
  clean = g_strstrip (g_strdup (address));
  if (g_str_has_prefix (clean, "http://") || g_str_has_prefix (clean, "https://"))
    entry->article->url = g_steal_pointer (&clean);
}

static void
set_language (OutlayArticle *article, const char *language)
{
  g_free (article->lang);
  article->lang = g_strdup (language);
}

/* The text tells its language; what the file says of it may hold for its frame alone. */
static void
read_plain (OutlayArticle *article, const char *content)
{
  g_autofree char *told = g_strdup (article->lang);

  set_language (article, "");
  outlay_clean_text (article, content);
  if (*article->lang == '\0')
    set_language (article, told);
  /* They would point into a text that stands in no file so. */
  g_clear_pointer (&article->pieces, g_array_unref);
  article->title_piece = (OutlayPiece){0, 0, 0};
  g_strstrip (article->text);
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/**
 * outlay_entry_read:
 *
 * Takes the clutter out of the content, of which the entry is left without.
 *
 * Returns: (transfer full) (nullable): the article; %NULL where it has no text.
 */
OutlayArticle *
outlay_entry_read (OutlayEntry *entry)
{
  g_autofree char *content = g_steal_pointer (&entry->content);
  OutlayArticle *article = entry->article;

  if (content == NULL || is_blank (content))
    return NULL;
  if (entry->markup)
    outlay_page_read_article (article, content);
  else
    read_plain (article, content);
  if (is_blank (article->text))
    return NULL;
  if (article->source == NULL && article->url != NULL)
    article->source = outlay_read_get_host (article->url);
  if (entry->summary)
    outlay_read_add_note (article, _ ("The file holds only a summary; the article itself may say "
                                      "more."));
  if (entry->cut)
    outlay_read_add_note (article, _ ("The file ends in the middle; the text may lack its end."));
  return outlay_article_ref (article);
}
