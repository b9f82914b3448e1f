/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-sniff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is looked at for markup; pages may begin with long comments. */
#define MARKUP_ROOM 8192

typedef struct
{
  guint offset;
  guint length;
  const char *bytes;
  const char *name;
} Magic;

/* First bytes of formats that hold no article this program can read, from the formats' own
 * specifications and, where they have none, from freedesktop.org's shared MIME database. */
static const Magic magics[] = {
  {0, 5, "{\\rtf", N_ ("a Rich Text document")},
  {0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_ ("an old Office document")},
  {0, 3, "\xff\xd8\xff", N_ ("a picture")},
  {0, 8, "\x89PNG\r\n\x1a\n", N_ ("a picture")},
  {0, 4, "GIF8", N_ ("a picture")},
  {0, 4, "II*\0", N_ ("a picture")},
  {0, 4, "MM\0*", N_ ("a picture")},
  {0, 4, "\0\0\1\0", N_ ("a picture")},
  {8, 4, "WEBP", N_ ("a picture")},
  {4, 8, "ftypavif", N_ ("a picture")},
  {4, 8, "ftypheic", N_ ("a picture")},
  {4, 4, "ftyp", N_ ("a video")},
  {0, 4, "\x1a\x45\xdf\xa3", N_ ("a video")},
  {8, 4, "AVI ", N_ ("a video")},
  {0, 3, "FLV", N_ ("a video")},
  {0, 3, "ID3", N_ ("a sound file")},
  {0, 2, "\xff\xfb", N_ ("a sound file")},
  {0, 4, "OggS", N_ ("a sound file")},
  {0, 4, "fLaC", N_ ("a sound file")},
  {8, 4, "WAVE", N_ ("a sound file")},
  {0, 4,
   "\x7f"
   "ELF",
   N_ ("a program")},
  {0, 4, "\xcf\xfa\xed\xfe", N_ ("a program")},
  {0, 4, "\xca\xfe\xba\xbe", N_ ("a program")},
  {0, 4, "\0asm", N_ ("a program")},
  {0, 6, "7z\xbc\xaf\x27\x1c", N_ ("an archive")},
  {0, 4, "Rar!", N_ ("an archive")},
  {0, 15, "SQLite format 3", N_ ("a database")},
  {0, 4, "wOFF", N_ ("a font")},
  {0, 4, "wOF2", N_ ("a font")},
  {0, 4, "OTTO", N_ ("a font")},
  {0, 5, "\0\1\0\0\0", N_ ("a font")},
};

static gboolean
holds (const guint8 *data, gsize size, const char *bytes)
{
  return memmem (data, size, bytes, strlen (bytes)) != NULL;
}

/* Documents that are ZIP archives tell their kind in the first entry or in the names of others,
 * which all stand at the end again. */
static const char *
name_zip (const guint8 *data, gsize size)
{
  gsize head = MIN (size, 256);
  gsize tail = MIN (size, 65536);

  if (holds (data, head, "opendocument.spreadsheet"))
    return _ ("a spreadsheet");
  if (holds (data, head, "opendocument.presentation"))
    return _ ("a presentation");
  if (!holds (data, head, "[Content_Types].xml") && !holds (data, head, "_rels/"))
    return NULL;
  if (holds (data + size - tail, tail, "xl/workbook"))
    return _ ("a spreadsheet");
  if (holds (data + size - tail, tail, "ppt/presentation"))
    return _ ("a presentation");
  return NULL;
}

static gboolean
is_program (const guint8 *data, gsize size)
{
  return size > 64 && memcmp (data, "MZ", 2) == 0 && memchr (data, '\0', 64) != NULL;
}

/**
 * outlay_sniff_foreign:
 *
 * Returns: (nullable): what the file is where it is surely nothing that holds a text, translated,
 *   with its article: "a PDF document".
 */
const char *
outlay_sniff_foreign (const guint8 *data, gsize size)
{
  if (size >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return name_zip (data, size);
  if (is_program (data, size))
    return _ ("a program");
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      const Magic *magic = &magics[i];

      if (size >= magic->offset + magic->length
          && memcmp (data + magic->offset, magic->bytes, magic->length) == 0)
        return _ (magic->name);
    }
  return NULL;
}

static gboolean
is_tag_end (char c)
{
  return c == '>' || c == '/' || g_ascii_isspace (c);
}

/* How many start tags of the elements that pages are made of stand in @text. */
static guint
count_tags (const char *text)
{
  static const char *const tags[]
    = {"html", "head",  "body", "title", "meta", "div",     "p",        "h1",   "article",
       "span", "table", "a",    "br",    "ul",   "section", "!doctype", "link", "script"};
  guint n = 0;

  for (const char *at = text; (at = strchr (at, '<')) != NULL; at++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        {
          gsize length = strlen (tags[i]);

          if (g_ascii_strncasecmp (at + 1, tags[i], length) == 0 && is_tag_end (at[1 + length]))
            n++;
        }
    }
  return n;
}

/**
 * outlay_sniff_markup:
 *
 * Returns: whether the bytes are a page in HTML, whole or in part, in any charset whose letters
 *   of the English alphabet are single bytes or UTF-16.
 */
gboolean
outlay_sniff_markup (const guint8 *data, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *first;
  guint n_tags;

  for (gsize i = 0; i < MIN (size, MARKUP_ROOM); i++)
    {
      if (data[i] != '\0')
        g_string_append_c (text, (char)data[i]);
    }
  first = text->str;
  if (g_str_has_prefix (first, "\xef\xbb\xbf"))
    first += 3;
  else if (g_str_has_prefix (first, "\xff\xfe") || g_str_has_prefix (first, "\xfe\xff"))
    first += 2;
  while (g_ascii_isspace (*first))
    first++;
  n_tags = count_tags (first);
  return *first == '<' ? n_tags > 0 : n_tags >= 6;
}
