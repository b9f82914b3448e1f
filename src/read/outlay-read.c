/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-read.h"

#include <string.h>

#include "read/outlay-read-private.h"
#include "read/text/outlay-clean.h"

G_DEFINE_QUARK (outlay_read_error, outlay_read_error)

/**
 * outlay_read_get_host:
 *
 * Returns: (transfer full) (nullable): the host of an address, as the name of who published there.
 */
char *
outlay_read_get_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/**
 * outlay_read_add_note:
 * @note: a sentence that a reader of the article must know
 *
 * Adds @note to what the article's note says already.
 */
void
outlay_read_add_note (OutlayArticle *article, const char *note)
{
  char *all;

  if (article->note != NULL && strstr (article->note, note) != NULL)
    return;
  all = article->note != NULL ? g_strjoin (" ", article->note, note, NULL) : g_strdup (note);
  g_free (article->note);
  article->note = all;
}

/**
 * outlay_read_clean:
 * @raw: (transfer none): an article whose text a caller handed in
 *
 * Takes the clutter out of a text that was handed in, as outlay_read_bytes() does with a file of
 * plain text. What @raw knows stays; what it doesn't is looked for in the text.
 *
 * Returns: (transfer full): the article, its pieces telling where its text lies in that of @raw.
 */
OutlayArticle *
outlay_read_clean (OutlayArticle *raw)
{
  g_autoptr (OutlayArticle) article = NULL;

  g_return_val_if_fail (raw != NULL, NULL);

  article = outlay_article_new ();
  article->id = g_strdup (raw->id);
  article->file = g_strdup (raw->file);
  article->title = raw->title != NULL && *raw->title != '\0' ? g_strdup (raw->title) : NULL;
  article->source = raw->source != NULL && *raw->source != '\0' ? g_strdup (raw->source) : NULL;
  article->author = g_strdup (raw->author);
  article->url = g_strdup (raw->url);
  article->published = raw->published;
  g_free (article->lang);
  article->lang = g_strdup (raw->lang);
  article->note = g_strdup (raw->note);
  article->imported_text = g_strdup (raw->imported_text);
  outlay_clean_text (article, raw->text);
  if (article->source == NULL && article->url != NULL)
    article->source = outlay_read_get_host (article->url);
  return g_steal_pointer (&article);
}
