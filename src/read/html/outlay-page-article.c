/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/html/outlay-page-text.h"
#include "read/html/outlay-page-title.h"
#include "read/outlay-read-private.h"

static void
take_data (OutlayArticle *article,
           const OutlayPage *page,
           const OutlayPageBlocks *blocks,
           const OutlayPageData *data)
{
  if (article->title == NULL)
    article->title = outlay_page_find_title (page, blocks, data);
  if (article->source == NULL)
    article->source = g_strdup (data->site);
  if (article->author == NULL)
    article->author = g_strdup (data->author);
  if (article->url == NULL)
    article->url = g_strdup (data->url);
}

/* Characters of a text that may be the free beginning of one that is paid for. */
#define MOST_OF_STUB 1200

/* Whether a whole page begins and doesn't end. */
static gboolean
is_cut (const char *markup)
{
  gboolean begins = FALSE;

  for (const char *at = markup; (at = strchr (at, '<')) != NULL; at++)
    {
      if (g_ascii_strncasecmp (at, "</body", 6) == 0 || g_ascii_strncasecmp (at, "</html", 6) == 0)
        return FALSE;
      begins
        |= g_ascii_strncasecmp (at, "<html", 5) == 0 || g_ascii_strncasecmp (at, "<body", 5) == 0;
    }
  return begins;
}

/**
 * outlay_page_read_article:
 * @article: what is known of it stays (title, source, author, address, day); the page tells the
 *   rest, its language and its text
 * @markup: a page, or a part of one, in UTF-8; it is changed
 *
 * Reads the article of a page, wherever the page came from. Notes where its end may be missing.
 *
 * Returns: whether there is a text.
 */
gboolean
outlay_page_read_article (OutlayArticle *article, char *markup)
{
  gboolean cut = is_cut (markup);
  g_autoptr (OutlayPage) page = outlay_page_new (markup);
  g_autoptr (OutlayPageBlocks) blocks = NULL;
  g_autoptr (OutlayPageData) data = NULL;

  if (page == NULL)
    return FALSE;
  data = outlay_page_data_new (page);
  blocks = outlay_page_blocks_new (page);
  take_data (article, page, blocks, data);
  outlay_page_read_text (page, blocks, data, article);
  if (article->source == NULL && article->url != NULL)
    article->source = outlay_read_get_host (article->url);
  if (page->cut)
    outlay_read_add_note (article,
                          _ ("The page is longer than can be read; the text may lack its end."));
  else if (cut)
    outlay_read_add_note (article, _ ("The file ends in the middle; the text may lack its end."));
  if (data->paid && g_utf8_strlen (article->text, -1) < MOST_OF_STUB)
    outlay_read_add_note (article, _ ("The page says that this article is paid for; the text may "
                                      "be only its beginning."));
  return *article->text != '\0';
}
