/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-import-walk.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "read/outlay-read.h"

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN                       \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_UNIX_DEVICE                        \
  "," G_FILE_ATTRIBUTE_UNIX_INODE

typedef struct
{
  GPtrArray *found;
  /* Folders seen, by what they are and not by their paths: links may lead round in a circle. */
  GHashTable *seen;
  GCancellable *cancellable;
  const OutlayImportInput *asked;
  char *root; /* canonical path of what was asked for, the links on its way resolved */
} Walk;

typedef struct
{
  char *name;
  GFile *file;
  GFileInfo *info;
} Child;

/**
 * outlay_import_input_new:
 * @file: (nullable): what to read
 * @raw: (nullable): the article, where there is no @file
 *
 * Returns: (transfer full): an input.
 */
OutlayImportInput *
outlay_import_input_new (GFile *file, OutlayArticle *raw)
{
  OutlayImportInput *input = g_new0 (OutlayImportInput, 1);

  if (file != NULL)
    input->file = g_object_ref (file);
  if (raw != NULL)
    input->raw = outlay_article_ref (raw);
  return input;
}

/**
 * outlay_import_input_new_content:
 * @content: what was pasted or dropped, as a file would hold it
 * @plain: (nullable): the same as plain text, where @content is a page
 * @label: what to call it before its article is known
 *
 * Returns: (transfer full): an input.
 */
OutlayImportInput *
outlay_import_input_new_content (GBytes *content, GBytes *plain, const char *label)
{
  OutlayImportInput *input = outlay_import_input_new (NULL, NULL);

  input->content = g_bytes_ref (content);
  input->plain = plain != NULL ? g_bytes_ref (plain) : NULL;
  input->label = g_strdup (label);
  return input;
}

/**
 * outlay_import_input_copy:
 *
 * Returns: (transfer full): an input of the same, without an error.
 */
OutlayImportInput *
outlay_import_input_copy (const OutlayImportInput *input)
{
  OutlayImportInput *copy
    = input->content != NULL
        ? outlay_import_input_new_content (input->content, input->plain, input->label)
        : outlay_import_input_new (input->file, input->raw);

  copy->anyway = input->anyway;
  copy->only = input->only;
  return copy;
}

/**
 * outlay_import_input_new_kept:
 * @origin: what the original is an article's of
 *
 * Returns: (transfer full): an input that reads the original that @ledger has kept.
 */
OutlayImportInput *
outlay_import_input_new_kept (OutlayLedger *ledger, const OutlayLedgerOrigin *origin)
{
  OutlayImportInput *input = outlay_import_input_new (NULL, NULL);

  input->ledger = g_object_ref (ledger);
  input->original_id = origin->original_id;
  input->path = g_strdup (origin->path);
  return input;
}

/** outlay_import_input_free: frees @input. */
void
outlay_import_input_free (OutlayImportInput *input)
{
  g_clear_object (&input->file);
  g_clear_pointer (&input->raw, outlay_article_unref);
  g_clear_pointer (&input->content, g_bytes_unref);
  g_clear_pointer (&input->plain, g_bytes_unref);
  g_free (input->label);
  g_clear_object (&input->ledger);
  g_free (input->path);
  g_clear_error (&input->error);
  g_free (input);
}

/**
 * outlay_import_input_dup_label:
 *
 * Returns: (transfer full): what to call the input before its article is known.
 */
char *
outlay_import_input_dup_label (const OutlayImportInput *input)
{
  if (input->content != NULL)
    return g_strdup (input->label);
  if (input->file == NULL)
    return outlay_article_dup_label (input->raw);
  g_autofree char *name = g_file_get_basename (input->file);
  return g_filename_display_name (name != NULL ? name : "");
}

static void
free_child (Child *child)
{
  g_free (child->name);
  g_object_unref (child->file);
  g_object_unref (child->info);
  g_free (child);
}

static int
compare_children (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Child *const *)a)->name, (*(const Child *const *)b)->name);
}

static void
refuse_folder (Walk *walk, GFile *folder, const GError *reason)
{
  OutlayImportInput *input = outlay_import_input_new (folder, NULL);
  g_autofree char *label = outlay_import_input_dup_label (input);
  g_autofree char *message
    = outlay_format_fill (_ ("The folder “{folder}” could not be read whole: {reason}"), "folder",
                          label, "reason", reason->message, NULL);

  input->error = g_error_new_literal (reason->domain, reason->code, message);
  g_ptr_array_add (walk->found, input);
}

/* What could be listed before a failure counts. */
static GPtrArray *
list_children (Walk *walk, GFile *folder)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify)free_child);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (
    folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, walk->cancellable, &error);
  GFileInfo *info;

  while (enumerator != NULL
         && (info = g_file_enumerator_next_file (enumerator, walk->cancellable, &error)) != NULL)
    {
      Child *child = g_new0 (Child, 1);

      child->name = g_strdup (g_file_info_get_name (info));
      child->file = g_file_get_child (folder, child->name);
      child->info = info;
      g_ptr_array_add (children, child);
    }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse_folder (walk, folder, error);
  g_ptr_array_sort (children, compare_children);
  return children;
}

/* A folder that isn't on a disk, as that of the sample articles, tells less of what is in it; GLib
 * has its own functions used only where it was told. */
static gboolean
says (GFileInfo *info, const char *attribute)
{
  return g_file_info_get_attribute_boolean (info, attribute);
}

static gboolean
is_first_visit (Walk *walk, GFileInfo *info)
{
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_UNIX_INODE))
    return TRUE;
  return g_hash_table_add (
    walk->seen,
    g_strdup_printf ("%u/%" G_GUINT64_FORMAT,
                     g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_DEVICE),
                     g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE)));
}

static char *
resolve (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

static gboolean
lies_in (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0
         && (path[length] == '\0' || path[length] == G_DIR_SEPARATOR || folder[length - 1] == '/');
}

/* Why a link found in a folder is not followed; %NULL for one that is, or leads nowhere. Who drops
 * a folder has asked for what is in it and for nothing else. */
static const char *
judge_link (const Walk *walk, GFile *link)
{
  g_autofree char *target = resolve (link);

  if (target == NULL || walk->root == NULL)
    return NULL;
  if (!lies_in (target, walk->root))
    return _ ("This is a link to something outside of the folder. Import what it leads to by "
              "itself.");
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    return _ ("This is a link to a folder that is read anyway.");
  return NULL;
}

static void
refuse_link (Walk *walk, GFile *link, const char *message)
{
  OutlayImportInput *input = outlay_import_input_new (link, NULL);

  input->error = g_error_new_literal (OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_A_FILE, message);
  g_ptr_array_add (walk->found, input);
}

/* Children are taken from the top of the stack, so the first must lie there. */
static void
push_children (Walk *walk, GFile *folder, GPtrArray *stack)
{
  g_autoptr (GPtrArray) children = list_children (walk, folder);

  for (guint i = children->len; i > 0; i--)
    {
      Child *child = g_ptr_array_index (children, i - 1);

      if (!says (child->info, G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN))
        g_ptr_array_add (stack, g_object_ref (child->file));
    }
}

static void
add_found (Walk *walk, GFile *file)
{
  OutlayImportInput *input = outlay_import_input_new (file, NULL);

  input->anyway = walk->asked->anyway;
  input->only = walk->asked->only;
  g_ptr_array_add (walk->found, input);
}

/* What was asked for may be a link itself; what lies in a folder is asked about first. */
static gboolean
walk_link (Walk *walk, GFile *file)
{
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK,
                         G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, walk->cancellable, NULL);
  const char *message;

  if (info == NULL || !says (info, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK))
    return FALSE;
  message = judge_link (walk, file);
  if (message != NULL)
    refuse_link (walk, file, message);
  return message != NULL;
}

static void
walk_file (Walk *walk)
{
  GFile *top = walk->asked->file;
  g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *root = NULL;

  /* Nothing is asked of the network, not even whether it is a folder. */
  if (outlay_read_is_address (top))
    {
      add_found (walk, top);
      return;
    }
  walk->root = root = resolve (top);
  g_ptr_array_add (stack, g_object_ref (top));
  while (stack->len > 0 && !g_cancellable_is_cancelled (walk->cancellable))
    {
      g_autoptr (GFile) file = g_ptr_array_steal_index (stack, stack->len - 1);
      g_autoptr (GFileInfo) info
        = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, walk->cancellable, NULL);

      if (file != top && walk_link (walk, file))
        continue;
      if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        add_found (walk, file);
      else if (is_first_visit (walk, info))
        push_children (walk, file, stack);
    }
}

/**
 * outlay_import_walk:
 * @inputs: (element-type OutlayImportInput): what was asked for
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full) (element-type OutlayImportInput): @inputs with every folder replaced by
 *   the files below it, in the order of their names' bytes, hidden ones left out. A link in a
 *   folder is followed to a file of that folder; any other fails. What is no file is among them
 *   too: who reads it says so.
 */
GPtrArray *
outlay_import_walk (const GPtrArray *inputs, GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = {found, seen, cancellable, NULL, NULL};

  for (guint i = 0; i < inputs->len; i++)
    {
      const OutlayImportInput *input = g_ptr_array_index (inputs, i);

      walk.asked = input;
      if (input->file != NULL)
        walk_file (&walk);
      else
        g_ptr_array_add (found, outlay_import_input_copy (input));
    }
  return found;
}
