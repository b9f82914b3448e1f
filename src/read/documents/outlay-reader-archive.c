/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-config.h"
#include "read/outlay-read-private.h"
#include "read/outlay-read.h"
#include "read/outlay-reader.h"
#include "read/outlay-sniff.h"

#ifdef OUTLAY_HAVE_ARCHIVE
#include "base/format/outlay-format-private.h"
#include "read/documents/outlay-archive.h"
#endif

typedef struct
{
  guint offset;
  guint length;
  const char *bytes;
} Mark;

static gboolean
recognise (const OutlayReadInput *input)
{
  static const Mark marks[] = {
    {0, 4, "PK\3\4"},
    {0, 4, "PK\5\6"},
    {257, 5, "ustar"},
    {0, 2, "\x1f\x8b"},
    {0, 3, "BZh"},
    {0, 6,
     "\xfd"
     "7zXZ\0"},
    {0, 4, "\x28\xb5\x2f\xfd"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const Mark *mark = &marks[i];

      if (input->size >= mark->offset + mark->length
          && memcmp (input->data + mark->offset, mark->bytes, mark->length) == 0)
        return TRUE;
    }
  return FALSE;
}

#ifdef OUTLAY_HAVE_ARCHIVE

#define MAX_ARTICLES 5000

typedef struct
{
  OutlayArchive *unpack;
  const OutlayReadInput *input;
  GCancellable *cancellable;
  OutlayReadBudget *budget;
  GPtrArray *articles;
  guint n_foreign;
  guint n_failed;
  char *first;    /* (nullable): name of the first that failed */
  GError *reason; /* (nullable): why it did */
} Reading;

/* What lies beside articles and is none: the parts of a saved page, and what systems leave. */
static gboolean
is_beside (const char *name)
{
  static const char *const endings[]
    = {".css", ".js", ".map", ".svg", ".webmanifest", ".ds_store", "thumbs.db", "desktop.ini"};
  g_autofree char *low = g_ascii_strdown (name, -1);
  const char *base = strrchr (low, '/');

  base = base != NULL ? base + 1 : low;
  if (*base == '.' || *base == '\0' || g_str_has_prefix (low, "__macosx/"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (base, endings[i]))
        return TRUE;
    }
  return FALSE;
}

static void
note_failure (Reading *reading, GError *reason)
{
  reading->n_failed++;
  if (reading->reason != NULL)
    {
      g_error_free (reason);
      return;
    }
  reading->reason = reason;
  reading->first = g_strdup (outlay_archive_get_name (reading->unpack));
}

static void
read_member (Reading *reading, GBytes *bytes)
{
  g_autoptr (GPtrArray) found = NULL;
  GError *reason = NULL;
  OutlayReadInput member = {
    .path = outlay_archive_get_name (reading->unpack),
    .depth = reading->input->depth + 1,
    .budget = reading->budget,
  };

  member.data = g_bytes_get_data (bytes, &member.size);
  if (member.size == 0)
    return;
  if (outlay_sniff_foreign (member.data, member.size) != NULL)
    {
      reading->n_foreign++;
      return;
    }
  found = outlay_read_input (&member, reading->cancellable, &reason);
  if (found == NULL)
    {
      note_failure (reading, reason);
      return;
    }
  for (guint i = 0; i < found->len && reading->articles->len < MAX_ARTICLES; i++)
    g_ptr_array_add (reading->articles, outlay_article_ref (g_ptr_array_index (found, i)));
}

static gboolean
read_members (Reading *reading, GError **error)
{
  GError *reason = NULL;

  while (reason == NULL && reading->articles->len < MAX_ARTICLES
         && !g_cancellable_is_cancelled (reading->cancellable)
         && outlay_archive_next (reading->unpack, &reason))
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!outlay_archive_is_file (reading->unpack)
          || is_beside (outlay_archive_get_name (reading->unpack)))
        {
          outlay_archive_skip (reading->unpack, &reason);
          continue;
        }
      bytes = outlay_archive_read (reading->unpack, &reason);
      if (bytes != NULL)
        read_member (reading, bytes);
      else if (g_error_matches (reason, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT))
        note_failure (reading, g_steal_pointer (&reason));
    }
  if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    {
      g_clear_error (&reason);
      return FALSE;
    }
  /* A damaged archive gives what stands before the damage. */
  if (g_error_matches (reason, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED)
      && reading->articles->len > 0)
    {
      outlay_read_add_note (g_ptr_array_index (reading->articles, reading->articles->len - 1),
                            _ ("The archive is damaged behind this article; there may have been "
                               "more."));
      g_clear_error (&reason);
    }
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

static void
note_limits (const Reading *reading)
{
  OutlayArticle *last = g_ptr_array_index (reading->articles, reading->articles->len - 1);

  if (outlay_archive_is_full (reading->unpack) || reading->articles->len >= MAX_ARTICLES)
    outlay_read_add_note (last, _ ("The archive holds more than is read at once. Unpack it and "
                                   "import the folder to read the rest."));
  if (reading->n_foreign > 0)
    {
      g_autofree char *note
        = g_strdup_printf (ngettext ("%u file of the archive is of another kind and was left out.",
                                     "%u files of the archive are of other kinds and were left "
                                     "out.",
                                     reading->n_foreign),
                           reading->n_foreign);

      outlay_read_add_note (last, note);
    }
  if (reading->n_failed > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", reading->n_failed);
      g_autofree char *note = outlay_format_fill (
        ngettext ("{n} file of the archive could not be read, “{file}”: {reason}",
                  "{n} files of the archive could not be read, the first of them “{file}”: "
                  "{reason}",
                  reading->n_failed),
        "n", number, "file", reading->first, "reason", reading->reason->message, NULL);

      outlay_read_add_note (last, note);
    }
}

static void
set_nothing (GError **error, const Reading *reading)
{
  g_autofree char *message = NULL;

  if (reading->reason == NULL)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NO_TEXT,
                           _ ("No file in this archive is of a kind that holds articles."));
      return;
    }
  message = outlay_format_fill (_ ("No file in this archive could be read; the first, “{file}”: "
                                   "{reason}"),
                                "file", reading->first, "reason", reading->reason->message, NULL);
  g_set_error_literal (error, OUTLAY_READ_ERROR, reading->reason->code, message);
}

static GPtrArray *
read_archive (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayArchive) unpack = NULL;
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  Reading reading = {.input = input, .cancellable = cancellable, .articles = articles};
  gboolean fine;

  if (input->depth >= OUTLAY_ARCHIVE_MAX_DEPTH)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE,
                           _ ("This archive lies in an archive in an archive, which are not "
                              "unpacked so deep. Unpack the outer ones and import their files."));
      return NULL;
    }
  unpack = reading.unpack = outlay_archive_new (input);
  reading.budget = outlay_archive_get_budget (unpack);
  fine = read_members (&reading, error);
  if (fine && articles->len == 0)
    set_nothing (error, &reading);
  else if (fine)
    note_limits (&reading);
  g_free (reading.first);
  g_clear_error (&reading.reason);
  return fine && articles->len > 0 ? g_steal_pointer (&articles) : NULL;
}

#else

static GPtrArray *
read_archive (const OutlayReadInput *input, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                       _ ("This program was built without support for archives. Unpack the file "
                          "and import the folder."));
  return NULL;
}

#endif

const OutlayReader outlay_reader_archive = {N_ ("archive (ZIP, tar)"), recognise, read_archive};
