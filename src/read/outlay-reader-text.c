/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-reader.h"

#include <glib/gi18n-lib.h>

#include "read/outlay-decode.h"
#include "read/outlay-read.h"
#include "read/text/outlay-clean.h"

static gboolean
recognise (const OutlayReadInput *input)
{
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static GPtrArray *
read_text (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  gboolean shortened;
  g_autofree char *text = outlay_decode (input->data, input->size, NULL, &shortened, error);
  GPtrArray *articles;

  if (text == NULL)
    return NULL;
  outlay_clean_text (article, text);
  if (is_blank (article->text))
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
                           _ ("There is no text in this file. Save the article again and import "
                              "that file."));
      return NULL;
    }
  if (shortened)
    article->note
      = g_strdup (_ ("The file ends in the middle of a letter; its end may be missing."));
  articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  g_ptr_array_add (articles, g_steal_pointer (&article));
  return articles;
}

const OutlayReader outlay_reader_text = {N_ ("plain text"), recognise, read_text};
