/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-original.h"

#include <string.h>

/* A good part of the gain of the highest level for a fraction of its time. */
#define LEVEL 6

/* More than any file that is read has; a greater one was never packed. */
#define MAX_SIZE ((gsize)256 << 20)

static const char *const form_names[] = {
  [OUTLAY_ORIGINAL_FILE] = "file",
  [OUTLAY_ORIGINAL_ARTICLE] = "article",
};

static void
clear_original (gpointer data)
{
  OutlayOriginal *original = data;

  g_free (original->digest);
  g_free (original->path);
  g_clear_pointer (&original->packed, g_bytes_unref);
}

static GInputStream *
open_converted (GConverter *converter, GBytes *bytes)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_bytes (bytes);

  return g_converter_input_stream_new (source, converter);
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  g_autoptr (GInputStream) stream = open_converted (G_CONVERTER (packer), bytes);
  g_autoptr (GOutputStream) target = g_memory_output_stream_new_resizable ();
  gssize size = g_output_stream_splice (
    target, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
    NULL);

  g_assert (size > 0);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (target));
}

/**
 * outlay_original_new:
 * @path: (nullable): where @bytes lay
 *
 * Returns: (transfer full): an original of @bytes.
 */
OutlayOriginal *
outlay_original_new (OutlayOriginalForm form, GBytes *bytes, const char *path)
{
  OutlayOriginal *original = g_atomic_rc_box_new0 (OutlayOriginal);

  original->form = form;
  original->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  original->size = g_bytes_get_size (bytes);
  original->packed = pack (bytes);
  original->path = g_strdup (path);
  return original;
}

/**
 * outlay_original_new_packed:
 * @digest: what its bytes shall have
 * @size: how many they shall be
 * @packed: as in the member of that name
 *
 * Returns: (transfer full): an original that was kept; outlay_original_unpack() tells whether it is
 *   whole.
 */
OutlayOriginal *
outlay_original_new_packed (OutlayOriginalForm form, const char *digest, gsize size, GBytes *packed)
{
  OutlayOriginal *original = g_atomic_rc_box_new0 (OutlayOriginal);

  original->form = form;
  original->digest = g_strdup (digest);
  original->size = size;
  original->packed = g_bytes_ref (packed);
  return original;
}

/** outlay_original_ref: returns (transfer full) @original itself. */
OutlayOriginal *
outlay_original_ref (OutlayOriginal *original)
{
  return g_atomic_rc_box_acquire (original);
}

/** outlay_original_unref: gives a reference back. */
void
outlay_original_unref (OutlayOriginal *original)
{
  g_atomic_rc_box_release_full (original, clear_original);
}

/**
 * outlay_original_unpack:
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL where they are not those that were packed.
 */
GBytes *
outlay_original_unpack (const OutlayOriginal *original)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = open_converted (G_CONVERTER (unpacker), original->packed);
  gsize n_read = 0;

  if (original->size > MAX_SIZE)
    return NULL;
  g_autofree guint8 *buffer = g_malloc (original->size + 1);
  if (!g_input_stream_read_all (stream, buffer, original->size + 1, &n_read, NULL, NULL)
      || n_read != original->size)
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&buffer), n_read);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return strcmp (digest, original->digest) == 0 ? g_steal_pointer (&bytes) : NULL;
}

/** outlay_original_form_to_string: returns (transfer none) the name of @form in the ledger. */
const char *
outlay_original_form_to_string (OutlayOriginalForm form)
{
  return form_names[form];
}

/** outlay_original_form_from_string: returns whether @string names a form. */
gboolean
outlay_original_form_from_string (const char *string, OutlayOriginalForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (form_names); i++)
    {
      if (g_strcmp0 (form_names[i], string) == 0)
        {
          *form = (OutlayOriginalForm)i;
          return TRUE;
        }
    }
  return FALSE;
}
