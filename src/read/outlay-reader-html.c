/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-reader.h"

#include <glib/gi18n-lib.h>

#include "read/html/outlay-page-article.h"
#include "read/outlay-decode.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-sniff.h"

static gboolean
recognise (const OutlayReadInput *input)
{
  return outlay_sniff_markup (input->data, input->size);
}

static GPtrArray *
read_page (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autofree char *declared = outlay_decode_find_declared (input->data, input->size);
  gboolean shortened;
  g_autofree char *markup = outlay_decode (input->data, input->size, declared, &shortened, error);
  GPtrArray *articles;

  if (markup == NULL)
    return NULL;
  if (!outlay_page_read_article (article, markup))
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
                           _ ("There is no article in this page. Open it in a browser, copy the "
                              "article’s text into a file and import that file."));
      return NULL;
    }
  if (shortened && article->note == NULL)
    outlay_read_add_note (article, _ ("The file ends in the middle; the text may lack its end."));
  articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  g_ptr_array_add (articles, g_steal_pointer (&article));
  return articles;
}

const OutlayReader outlay_reader_html = {N_ ("web page (HTML)"), recognise, read_page};
