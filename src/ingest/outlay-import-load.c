/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-import-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "read/isolate/outlay-isolate.h"
#include "read/outlay-read.h"

static void
keep_original (GPtrArray *articles, OutlayOriginalForm form, GBytes *bytes, const char *path)
{
  g_autoptr (OutlayOriginal) original = outlay_original_new (form, bytes, path);

  for (guint i = 0; i < articles->len; i++)
    {
      OutlayArticle *article = g_ptr_array_index (articles, i);

      article->original = outlay_original_ref (original);
      article->original_position = i;
    }
}

static GPtrArray *
read_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  GPtrArray *articles = outlay_read_isolated (bytes, path, cancellable, error);

  if (articles != NULL)
    keep_original (articles, OUTLAY_ORIGINAL_FILE, bytes, path);
  return articles;
}

static gsize
measure_text (const GPtrArray *articles)
{
  gsize length = 0;

  for (guint i = 0; i < articles->len; i++)
    length += strlen (((const OutlayArticle *)g_ptr_array_index (articles, i))->text);
  return length;
}

/* A selection of a page keeps the page's headings, but may be so little of it that what looks like
 * an article is not all of it: then its plain text serves better. */
static GPtrArray *
read_content (const OutlayImportInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) page = NULL;
  GPtrArray *plain;

  if (input->plain == NULL)
    return read_bytes (input->content, NULL, cancellable, error);
  page = read_bytes (input->content, NULL, cancellable, NULL);
  plain = read_bytes (input->plain, NULL, cancellable, page == NULL ? error : NULL);
  if (page == NULL || (plain != NULL && measure_text (page) < measure_text (plain) / 2))
    return plain;
  g_clear_pointer (&plain, g_ptr_array_unref);
  return g_steal_pointer (&page);
}

static GPtrArray *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = outlay_read_load (file, cancellable, error);

  if (bytes == NULL)
    return NULL;
  g_autofree char *path = g_file_get_path (file);
  return read_bytes (bytes, path, cancellable, error);
}

static GPtrArray *
clean_article (OutlayArticle *raw)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);

  g_ptr_array_add (articles, outlay_read_clean (raw));
  return articles;
}

/* An article that was handed in is kept as the JSON object that says the same. */
static GPtrArray *
read_raw (OutlayArticle *raw)
{
  g_autoptr (JsonObject) object = outlay_json_from_article (raw);
  char *printed = outlay_json_print (object);
  g_autoptr (GBytes) bytes = g_bytes_new_take (printed, strlen (printed));
  GPtrArray *articles = clean_article (raw);

  keep_original (articles, OUTLAY_ORIGINAL_ARTICLE, bytes, NULL);
  return articles;
}

static GPtrArray *
read_printed (GBytes *bytes, GError **error)
{
  gsize size;
  const char *printed = g_bytes_get_data (bytes, &size);
  g_autoptr (JsonObject) object = outlay_json_parse (printed, (gssize)size, error);
  g_autoptr (OutlayArticle) raw = object != NULL ? outlay_json_read_article (object, error) : NULL;

  return raw != NULL ? clean_article (raw) : NULL;
}

static GPtrArray *
read_kept (const OutlayImportInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayOriginal) original
    = outlay_ledger_get_original (input->ledger, input->original_id, error);
  g_autoptr (GBytes) bytes = original != NULL ? outlay_original_unpack (original) : NULL;
  GPtrArray *articles;

  if (original == NULL)
    return NULL;
  if (bytes == NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED,
                           _ ("The kept bytes of the file are not those that were imported."));
      return NULL;
    }
  articles = original->form == OUTLAY_ORIGINAL_ARTICLE
               ? read_printed (bytes, error)
               : outlay_read_isolated (bytes, input->path, cancellable, error);
  if (articles != NULL)
    keep_original (articles, original->form, bytes, input->path);
  return articles;
}

static GPtrArray *
load (const OutlayImportInput *input, GCancellable *cancellable, GError **error)
{
  if (input->ledger != NULL)
    return read_kept (input, cancellable, error);
  if (input->content != NULL)
    return read_content (input, cancellable, error);
  return input->file != NULL ? read_file (input->file, cancellable, error) : read_raw (input->raw);
}

/* The file may have become another since its articles were counted. */
static GPtrArray *
take_only (GPtrArray *articles, guint number, GError **error)
{
  GPtrArray *taken;

  if (number > articles->len)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_FOUND,
                           _ ("The file has changed: the article is no longer in it."));
      return NULL;
    }
  taken = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  g_ptr_array_add (taken, outlay_article_ref (g_ptr_array_index (articles, number - 1)));
  return taken;
}

/**
 * outlay_import_load:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayReadError, #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Reads what @input names, whatever it is. Waits for the disk.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): its articles, each with its
 *   original.
 */
GPtrArray *
outlay_import_load (const OutlayImportInput *input, GCancellable *cancellable, GError **error)
{
  if (input->error != NULL)
    {
      g_propagate_error (error, g_error_copy (input->error));
      return NULL;
    }
  g_autoptr (GPtrArray) articles = load (input, cancellable, error);
  if (articles == NULL || input->only == 0)
    return g_steal_pointer (&articles);
  return take_only (articles, input->only, error);
}
