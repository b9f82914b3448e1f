/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/documents/outlay-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "read/outlay-read.h"

/* What one file may hold once it is unpacked, with all archives in it; what does not fit is left
 * out. */
#define MAX_BYTES   ((gsize)96 << 20)
#define MAX_ENTRIES 10000

/* A member of more bytes is no article, as a file of more is none. */
#define MAX_MEMBER ((gsize)64 << 20)

/* Texts are packed to a tenth, very repetitive ones to a fiftieth; what grows more, beyond so many
 * bytes, was made to grow. */
#define MAX_GROWTH  200
#define FREE_GROWTH ((gsize)8 << 20)

/* Bytes of a name that is shown. */
#define MAX_NAME 512

struct _OutlayArchive
{
  struct archive *archive;
  struct archive_entry *entry;
  OutlayReadBudget own;
  OutlayReadBudget *budget;
  gsize packed;
  gsize grown;
  guint n_entries;
  char *name;
  gboolean full;
};

/**
 * outlay_archive_new:
 * @input: an archive; its bytes must outlive what is returned
 *
 * Returns: (transfer full): the archive, before its first entry. Nothing is ever written anywhere.
 */
OutlayArchive *
outlay_archive_new (const OutlayReadInput *input)
{
  OutlayArchive *unpack = g_new0 (OutlayArchive, 1);

  unpack->own = (OutlayReadBudget){MAX_BYTES, MAX_ENTRIES};
  unpack->budget = input->budget != NULL ? input->budget : &unpack->own;
  unpack->packed = input->size;
  unpack->archive = archive_read_new ();
  /* Each by itself: those that libarchive would hand to other programs are left out. */
  archive_read_support_filter_gzip (unpack->archive);
  archive_read_support_filter_bzip2 (unpack->archive);
  archive_read_support_filter_xz (unpack->archive);
  archive_read_support_filter_zstd (unpack->archive);
  archive_read_support_format_zip (unpack->archive);
  archive_read_support_format_tar (unpack->archive);
  archive_read_open_memory (unpack->archive, input->data, input->size);
  return unpack;
}

/** outlay_archive_free: frees @unpack. */
void
outlay_archive_free (OutlayArchive *unpack)
{
  archive_read_free (unpack->archive);
  g_free (unpack->name);
  g_free (unpack);
}

/* A name to be shown and for nothing else: of one line, in UTF-8, however it was written; where the
 * locale has no letters for it, @number stands for it. */
static char *
dup_name (struct archive_entry *entry, guint number)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *valid = NULL;
  GString *clean = g_string_new (NULL);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || *name == '\0')
    return g_strdup_printf ("#%u", number);
  valid = g_utf8_make_valid (name, -1);
  for (const char *at = valid; *at != '\0' && clean->len < MAX_NAME; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_isprint (c) ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                       _ ("This file is a damaged archive, or one of a kind that cannot be "
                          "unpacked. Fetch it again, or unpack it and import the files in it."));
}

static void
set_bomb (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE,
                       _ ("This file unpacks to far more than its size, as files do that are made "
                          "to do harm, and is not read. If you trust it, unpack it and import the "
                          "files in it."));
}

static void
set_encrypted (GError **error)
{
  g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT,
                       _ ("This file is encrypted. Unpack it with its password and import the "
                          "files in it."));
}

/**
 * outlay_archive_next:
 * @error: return location for an #OutlayReadError
 *
 * Returns: whether there is another entry; %FALSE without an error behind the last one and where
 *   what may be read of an archive is spent.
 */
gboolean
outlay_archive_next (OutlayArchive *unpack, GError **error)
{
  int outcome;

  if (unpack->full)
    return FALSE;
  outcome = archive_read_next_header (unpack->archive, &unpack->entry);
  if (outcome == ARCHIVE_EOF)
    return FALSE;
  if (outcome < ARCHIVE_WARN)
    {
      set_damaged (error);
      return FALSE;
    }
  if (unpack->budget->entries == 0)
    {
      unpack->full = TRUE;
      return FALSE;
    }
  unpack->budget->entries--;
  g_free (unpack->name);
  unpack->name = dup_name (unpack->entry, ++unpack->n_entries);
  return TRUE;
}

/** outlay_archive_get_name: Returns: the name of the entry, for people to read. */
const char *
outlay_archive_get_name (const OutlayArchive *unpack)
{
  return unpack->name;
}

/** outlay_archive_is_file: Returns: whether the entry is a file, and no folder, link or device. */
gboolean
outlay_archive_is_file (const OutlayArchive *unpack)
{
  return archive_entry_filetype (unpack->entry) == AE_IFREG
         && archive_entry_hardlink (unpack->entry) == NULL;
}

/** outlay_archive_is_full: Returns: whether there was more than is read of an archive. */
gboolean
outlay_archive_is_full (const OutlayArchive *unpack)
{
  return unpack->full;
}

/** outlay_archive_get_budget: Returns: what may still be unpacked, for archives in this one. */
OutlayReadBudget *
outlay_archive_get_budget (OutlayArchive *unpack)
{
  return unpack->budget;
}

/* Counts what was unpacked. */
static gboolean
count (OutlayArchive *unpack, gsize size, GError **error)
{
  unpack->grown += size;
  if (unpack->grown > FREE_GROWTH && unpack->grown / MAX_GROWTH > unpack->packed)
    {
      set_bomb (error);
      return FALSE;
    }
  if (size > unpack->budget->bytes)
    {
      unpack->full = TRUE;
      return FALSE;
    }
  unpack->budget->bytes -= size;
  return TRUE;
}

/* Reads the entry's bytes, into @bytes where they are wanted. */
static gboolean
read_blocks (OutlayArchive *unpack, GByteArray *bytes, GError **error)
{
  const void *block;
  size_t size;
  la_int64_t offset;
  int outcome;

  while ((outcome = archive_read_data_block (unpack->archive, &block, &size, &offset))
         >= ARCHIVE_WARN)
    {
      if (outcome == ARCHIVE_EOF)
        return TRUE;
      if (!count (unpack, size, error))
        return FALSE;
      if (bytes != NULL && bytes->len + size > MAX_MEMBER)
        {
          set_bomb (error);
          return FALSE;
        }
      if (bytes != NULL)
        g_byte_array_append (bytes, block, (guint)size);
    }
  set_damaged (error);
  return FALSE;
}

/**
 * outlay_archive_read:
 * @error: return location for an #OutlayReadError
 *
 * Returns: (transfer full) (nullable): what the entry holds; %NULL without an error where what may
 *   be read of an archive is spent.
 */
GBytes *
outlay_archive_read (OutlayArchive *unpack, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (archive_entry_is_encrypted (unpack->entry))
    {
      set_encrypted (error);
      return NULL;
    }
  if (!read_blocks (unpack, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * outlay_archive_skip:
 * @error: return location for an #OutlayReadError
 *
 * Leaves the entry out. Where that means to unpack it, it counts as if it was read.
 *
 * Returns: whether one may go on.
 */
gboolean
outlay_archive_skip (OutlayArchive *unpack, GError **error)
{
  if ((archive_format (unpack->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP)
    return TRUE;
  return read_blocks (unpack, NULL, error);
}

static gboolean
is_part (const char *name)
{
  static const char *const endings[]
    = {".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", "mimetype"};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (name, endings[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_archive_read_document:
 * @input: a document that is an archive of its parts
 * @error: return location for an #OutlayReadError
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): its texts by their names.
 */
GHashTable *
outlay_archive_read_document (const OutlayReadInput *input, GError **error)
{
  g_autoptr (OutlayArchive) unpack = outlay_archive_new (input);
  g_autoptr (GHashTable) parts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  GError *reason = NULL;

  while (outlay_archive_next (unpack, &reason))
    {
      GBytes *bytes;

      if (!outlay_archive_is_file (unpack) || !is_part (unpack->name))
        continue;
      bytes = outlay_archive_read (unpack, &reason);
      if (bytes == NULL)
        break;
      g_hash_table_replace (parts, g_strdup (unpack->name), bytes);
    }
  if (unpack->full)
    set_bomb (&reason);
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  return g_steal_pointer (&parts);
}
