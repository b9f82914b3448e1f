/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "outlay-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/outlay-read.h"

/* An article: the name in its archive, its texts, its day, whether it has pieces, that of the
 * title, the others. */
#define ARTICLE_TYPE "(msmssmssmsmsmssmsb(ttt)a(ttt))"

/* An answer: the layers of the jail; the error's code, or -1, and its message; the articles. */
#define ANSWER_TYPE "(uisa" ARTICLE_TYPE ")"

/* One (ttt); a text may have millions. */
typedef struct
{
  guint64 start;
  guint64 origin;
  guint64 length;
} PackedPiece;

static GVariant *
pack_pieces (const GArray *pieces)
{
  guint n_pieces = pieces != NULL ? pieces->len : 0;
  g_autofree PackedPiece *packed = g_new0 (PackedPiece, n_pieces + 1);

  for (guint i = 0; i < n_pieces; i++)
    {
      const OutlayPiece *piece = &g_array_index (pieces, OutlayPiece, i);

      packed[i] = (PackedPiece){piece->start, piece->origin, piece->length};
    }
  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(ttt)"), packed, n_pieces, sizeof *packed);
}

static GVariant *
pack_article (const OutlayArticle *article)
{
  g_autofree char *published
    = outlay_date_is_set (article->published) ? outlay_date_to_string (article->published) : NULL;
  const OutlayPiece *title = &article->title_piece;

  return g_variant_new ("(msmssmssmsmsmssmsb(ttt)@a(ttt))", article->file, article->title,
                        article->text, article->imported_text, article->lang, article->source,
                        article->author, article->url, published != NULL ? published : "",
                        article->note, article->pieces != NULL, (guint64)title->start,
                        (guint64)title->origin, (guint64)title->length,
                        pack_pieces (article->pieces));
}

/**
 * outlay_pack:
 * @articles: (nullable) (element-type OutlayArticle): what was read; their files are names in
 *   archives, in UTF-8
 * @error: (nullable): an #OutlayReadError, where nothing was
 *
 * Returns: (transfer full): the answer as bytes, for outlay_unpack().
 */
GBytes *
outlay_pack (OutlayJailLayers layers, const GPtrArray *articles, const GError *error)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ARTICLE_TYPE));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    g_variant_builder_add_value (&builder, pack_article (g_ptr_array_index (articles, i)));
  g_autoptr (GVariant) answer = g_variant_ref_sink (
    g_variant_new ("(uis@a" ARTICLE_TYPE ")", (guint)layers, error != NULL ? error->code : -1,
                   error != NULL ? error->message : "", g_variant_builder_end (&builder)));

  return g_variant_get_data_as_bytes (answer);
}

/* A piece of the text of @length bytes, whatever the helper says. */
static gboolean
is_piece (const OutlayPiece *piece, gsize length)
{
  return piece->start <= length && piece->length <= length - piece->start
         && piece->origin <= G_MAXSIZE - piece->length;
}

static gboolean
unpack_pieces (GVariant *pieces, OutlayArticle *article)
{
  gsize n_pieces, text = strlen (article->text);
  const PackedPiece *packed = g_variant_get_fixed_array (pieces, &n_pieces, sizeof *packed);

  article->pieces = g_array_new (FALSE, FALSE, sizeof (OutlayPiece));
  for (gsize i = 0; i < n_pieces; i++)
    {
      OutlayPiece piece = {packed[i].start, packed[i].origin, packed[i].length};

      if (!is_piece (&piece, text))
        return FALSE;
      g_array_append_val (article->pieces, piece);
    }
  return TRUE;
}

static OutlayArticle *
unpack_article (GVariant *packed)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GVariant) pieces = NULL;
  g_autofree char *published = NULL;
  guint64 start, origin, length;
  gboolean has_pieces;

  g_clear_pointer (&article->text, g_free);
  g_clear_pointer (&article->lang, g_free);
  g_variant_get (packed, "(msmssmssmsmsmssmsb(ttt)@a(ttt))", &article->file, &article->title,
                 &article->text, &article->imported_text, &article->lang, &article->source,
                 &article->author, &article->url, &published, &article->note, &has_pieces, &start,
                 &origin, &length, &pieces);
  article->title_piece = (OutlayPiece){start, origin, length};
  if (*published != '\0' && !outlay_date_from_string (published, &article->published))
    return NULL;
  if (article->title_piece.length > 0
      && (article->title == NULL || !is_piece (&article->title_piece, strlen (article->title))))
    return NULL;
  if (has_pieces && !unpack_pieces (pieces, article))
    return NULL;
  return g_steal_pointer (&article);
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                       _ ("The file made its reader fail. It may be damaged; save the article "
                          "again and import that file."));
}

/**
 * outlay_unpack:
 * @bytes: what the helper answered; nothing in it is trusted
 * @layers: (out): what the helper was kept in by; all of it where the answer is none
 * @error: return location for an #OutlayReadError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): the articles of the answer.
 */
GPtrArray *
outlay_unpack (GBytes *bytes, OutlayJailLayers *layers, GError **error)
{
  g_autoptr (GVariant) answer
    = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANSWER_TYPE), bytes, FALSE));
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  g_autoptr (GVariantIter) iter = NULL;
  const char *message;
  GVariant *packed;
  guint granted;
  int code;

  *layers = OUTLAY_JAIL_ALL;
  if (!g_variant_is_normal_form (answer))
    {
      set_damaged (error);
      return NULL;
    }
  g_variant_get (answer, "(ui&sa" ARTICLE_TYPE ")", &granted, &code, &message, &iter);
  *layers = granted & OUTLAY_JAIL_ALL;
  if (code >= 0)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, code, message);
      return NULL;
    }
  while ((packed = g_variant_iter_next_value (iter)) != NULL)
    {
      OutlayArticle *article = unpack_article (packed);

      g_variant_unref (packed);
      if (article == NULL)
        break;
      g_ptr_array_add (articles, article);
    }
  if (articles->len == 0 || packed != NULL)
    {
      set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&articles);
}
