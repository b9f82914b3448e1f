/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/html/outlay-page-text.h"
#include "read/html/outlay-page-title.h"
#include "read/outlay-decode.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-sniff.h"

static gboolean
recognise (const OutlayReadInput *input)
{
  return outlay_sniff_markup (input->data, input->size);
}

static void
take_data (OutlayArticle *article,
           const OutlayPage *page,
           const OutlayPageBlocks *blocks,
           const OutlayPageData *data)
{
  article->title = outlay_page_find_title (page, blocks, data);
  article->source = g_strdup (data->site);
  article->author = g_strdup (data->author);
  article->url = g_strdup (data->url);
}

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

static void
set_note (OutlayArticle *article, gboolean cut, gboolean shortened)
{
  if (shortened)
    article->note
      = g_strdup (_ ("The page is longer than can be read; the text may lack its end."));
  else if (cut)
    article->note = g_strdup (_ ("The page ends in the middle; the text may lack its end."));
}

static GPtrArray *
read_page (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autofree char *declared = outlay_decode_find_declared (input->data, input->size);
  gboolean shortened, cut;
  g_autofree char *markup = outlay_decode (input->data, input->size, declared, &shortened, error);
  g_autoptr (OutlayPageBlocks) blocks = NULL;
  GPtrArray *articles;

  if (markup == NULL)
    return NULL;
  cut = shortened || is_cut (markup);
  g_autoptr (OutlayPage) page = outlay_page_new (markup);
  if (page != NULL)
    {
      g_autoptr (OutlayPageData) data = outlay_page_data_new (page);

      blocks = outlay_page_blocks_new (page);
      take_data (article, page, blocks, data);
      outlay_page_read_text (page, blocks, data, article);
      if (article->source == NULL && article->url != NULL)
        article->source = outlay_read_get_host (article->url);
      set_note (article, cut, page->cut);
    }
  if (*article->text == '\0')
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
                           _ ("There is no article in this page. Open it in a browser, copy the "
                              "article’s text into a file and import that file."));
      return NULL;
    }
  articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  g_ptr_array_add (articles, g_steal_pointer (&article));
  return articles;
}

const OutlayReader outlay_reader_html = {N_ ("web page (HTML)"), recognise, read_page};
