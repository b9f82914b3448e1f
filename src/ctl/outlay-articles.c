/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles from the command line's files and from JSON lines, one handed on at a time. */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-articles.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ctl/outlay-lines.h"
#include "read/isolate/outlay-isolate.h"

/* The most that standard input may hold where it is one document. */
#define STDIN_MAX ((gsize)256 * 1024 * 1024)

static gboolean
is_stdin (const char *name)
{
  return name == NULL || strcmp (name, "-") == 0;
}

static GBytes *
load_stdin (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[65536];
  gsize count;

  while ((count = fread (chunk, 1, sizeof chunk, stdin)) > 0)
    {
      if (bytes->len + count > STDIN_MAX)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               _ ("Standard input is too large for one article."));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint)count);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GPtrArray *
load_articles (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  if (is_stdin (name))
    bytes = load_stdin (error);
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

      path = g_file_get_path (file);
      bytes = outlay_read_load (file, NULL, error);
    }
  return bytes != NULL ? outlay_read_isolated (bytes, path, NULL, error) : NULL;
}

/**
 * outlay_articles_from_file:
 * @name: (nullable): of a file; "-" or %NULL for standard input
 * @func: called for each article that the file holds, or once with the error
 *
 * Returns: whether @func wants more.
 */
gboolean
outlay_articles_from_file (const char *name, OutlayArticlesFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = load_articles (name, &error);

  if (articles == NULL)
    return func (NULL, NULL, error, user_data);
  for (guint i = 0; i < articles->len; i++)
    {
      if (!func (g_ptr_array_index (articles, i), NULL, NULL, user_data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hand_on_object (JsonObject *object, OutlayArticlesFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayArticle) article = outlay_json_read_article (object, &error);

  return func (article, object, error, user_data);
}

static gboolean
hand_on_claims (JsonArray *claims, OutlayArticlesFunc func, gpointer user_data)
{
  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonNode *node = json_array_get_element (claims, i);

      if (JSON_NODE_HOLDS_OBJECT (node)
          && !hand_on_object (json_node_get_object (node), func, user_data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hand_on_line (const OutlayLines *lines, OutlayArticlesFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (lines->too_long)
    g_set_error_literal (&error, OUTLAY_JSON_ERROR, OUTLAY_JSON_ERROR_SYNTAX,
                         _ ("The line is too long."));
  else
    object = outlay_json_parse (lines->line->str, (gssize)lines->line->len, &error);
  if (object == NULL)
    return func (NULL, NULL, error, user_data);
  /* A deal that was exported has an article in each of its claims. */
  JsonArray *claims = outlay_json_get_array (object, "claims");
  return claims != NULL ? hand_on_claims (claims, func, user_data)
                        : hand_on_object (object, func, user_data);
}

/**
 * outlay_articles_from_lines:
 * @name: (nullable): of a file of JSON lines, each an article, or a deal as it is exported; "-" or
 *   %NULL for standard input
 * @func: called for each article, or for each line with its error; and once where @name can't be
 *   read
 *
 * Returns: whether @func wants more.
 */
gboolean
outlay_articles_from_lines (const char *name, OutlayArticlesFunc func, gpointer user_data)
{
  FILE *file = is_stdin (name) ? stdin : g_fopen (name, "re");
  g_auto (OutlayLines) lines = {NULL};
  gboolean more = TRUE;

  if (file == NULL)
    {
      g_autoptr (GError) error
        = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

      return func (NULL, NULL, error, user_data);
    }
  outlay_lines_init (&lines, file);
  while (more && outlay_lines_next (&lines))
    {
      if (lines.too_long || lines.line->str[strspn (lines.line->str, " \t")] != '\0')
        more = hand_on_line (&lines, func, user_data);
    }
  if (file != stdin)
    fclose (file);
  return more;
}

/**
 * outlay_articles_new_result:
 * @object: (nullable): what was asked; %NULL for a file or a line that is none
 *
 * Returns: (transfer full): the start of its answer: the caller's own "id", of whatever type, null
 *   where the line could not be read.
 */
JsonObject *
outlay_articles_new_result (JsonObject *object)
{
  JsonObject *result = json_object_new ();
  JsonNode *id = object != NULL ? json_object_get_member (object, "id") : NULL;

  if (id != NULL)
    json_object_set_member (result, "id", json_node_copy (id));
  else
    json_object_set_null_member (result, "id");
  return result;
}

/**
 * outlay_articles_dup_id:
 *
 * Returns: (transfer full) (nullable): the caller's "id" where it is no text but a number, as text.
 */
char *
outlay_articles_dup_id (JsonObject *object)
{
  JsonNode *id = json_object_get_member (object, "id");

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) ? json_to_string (id, FALSE) : NULL;
}
