/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/outlay-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#include "read/outlay-read.h"

/* How much of a text is looked at to tell UTF-16 without a mark, and to guess a charset. */
#define SAMPLE 65536

/* A file of one bad byte in so many good UTF-8 sequences is UTF-8 that somebody cut or pasted. */
#define SEQUENCES_PER_ERROR 20

/* More NULs than one in so many bytes, and the file is no text. */
#define BYTES_PER_NUL 50

/* Where browsers look for a page's charset; a few pages put it later than the rules allow. */
#define DECLARATION_ROOM 4096

typedef struct
{
  const char *label;
  const char *charset;
} Alias;

/* What pages call them, and the superset that they mean by it: https://encoding.spec.whatwg.org. */
static const Alias aliases[] = {
  {"ascii", "WINDOWS-1252"},
  {"us-ascii", "WINDOWS-1252"},
  {"iso-8859-1", "WINDOWS-1252"},
  {"iso8859-1", "WINDOWS-1252"},
  {"iso_8859-1", "WINDOWS-1252"},
  {"latin1", "WINDOWS-1252"},
  {"cp1252", "WINDOWS-1252"},
  {"x-cp1252", "WINDOWS-1252"},
  {"iso-8859-9", "WINDOWS-1254"},
  {"iso-8859-11", "WINDOWS-874"},
  {"tis-620", "WINDOWS-874"},
  {"gb2312", "GB18030"},
  {"gbk", "GB18030"},
  {"x-gbk", "GB18030"},
  {"gb_2312-80", "GB18030"},
  {"hz-gb-2312", "HZ"},
  {"big5", "BIG5-HKSCS"},
  {"big5-hkscs", "BIG5-HKSCS"},
  {"x-x-big5", "BIG5-HKSCS"},
  {"shift_jis", "CP932"},
  {"shift-jis", "CP932"},
  {"sjis", "CP932"},
  {"x-sjis", "CP932"},
  {"windows-31j", "CP932"},
  {"ms_kanji", "CP932"},
  {"euc-kr", "CP949"},
  {"ks_c_5601-1987", "CP949"},
  {"ksc5601", "CP949"},
  {"uhc", "CP949"},
  {"windows-949", "CP949"},
  {"x-euc-jp", "EUC-JP"},
  {"utf8", "UTF-8"},
  {"unicode", "UTF-16LE"},
  {"utf-16", "UTF-16LE"},
};

static const char *
resolve_charset (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (g_ascii_strcasecmp (aliases[i].label, label) == 0)
        return aliases[i].charset;
    }
  return label;
}

/* Converts all of @data, or all but a character that its end cuts; %NULL where bytes are wrong. */
static char *
convert (const guint8 *data, gsize size, const char *charset, gboolean *shortened)
{
  gsize n_read, n_written;
  char *text
    = g_convert ((const char *)data, (gssize)size, "UTF-8", charset, &n_read, &n_written, NULL);

  if (text == NULL && n_read < size && size - n_read <= 4 && n_read > 0)
    {
      text
        = g_convert ((const char *)data, (gssize)n_read, "UTF-8", charset, NULL, &n_written, NULL);
      if (text != NULL)
        *shortened = TRUE;
    }
  /* The C library lets code points through that Unicode doesn't have. */
  if (text != NULL && !g_utf8_validate_len (text, n_written, NULL))
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
decode_marked (const guint8 *data, gsize size, gboolean *shortened, gboolean *marked)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    {"\xff\xfe\0\0", 4, "UTF-32LE"},
    {"\0\0\xfe\xff", 4, "UTF-32BE"},
    {"\xff\xfe", 2, "UTF-16LE"},
    {"\xfe\xff", 2, "UTF-16BE"},
  };

  *marked = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (size >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
        {
          *marked = TRUE;
          return convert (data + marks[i].length, size - marks[i].length, marks[i].charset,
                          shortened);
        }
    }
  return NULL;
}

/* Whether @text is of characters that articles are made of. */
static gboolean
looks_like_text (const char *text)
{
  gsize n_good = 0, n_all = 0;

  for (const char *at = text; *at != '\0' && n_all < SAMPLE; at = g_utf8_next_char (at), n_all++)
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\r' || c == '\t' || (c >= 0x20 && c < 0x250 && c != 0x7f)
          || (c >= 0x1e00 && c < 0x2070) || (c >= 0x3000 && c < 0x3400)
          || (c >= 0x4e00 && c < 0xa000) || (c >= 0xac00 && c < 0xd7b0)
          || (c >= 0xff00 && c < 0xfff0))
        n_good++;
    }
  return n_all > 0 && n_good * 20 >= n_all * 19;
}

/* UTF-16 without a mark: in every language its spaces and line ends have a zero byte. */
static char *
decode_unmarked_utf16 (const guint8 *data, gsize size, gboolean *shortened)
{
  gsize n_low = 0, n_high = 0;
  gsize room = MIN (size, SAMPLE) & ~(gsize)1;

  for (gsize i = 0; i < room; i += 2)
    {
      n_low += data[i] == 0 && data[i + 1] != 0;
      n_high += data[i + 1] == 0 && data[i] != 0;
    }
  if (n_low == n_high)
    return NULL;
  g_autofree char *text = convert (data, size, n_high > n_low ? "UTF-16LE" : "UTF-16BE", shortened);
  return text != NULL && looks_like_text (text) ? g_steal_pointer (&text) : NULL;
}

static gboolean
has_control_bytes (const guint8 *data, gsize size)
{
  gsize room = MIN (size, SAMPLE);
  gsize n_controls = 0;

  for (gsize i = 0; i < room; i++)
    n_controls += data[i] < 0x20 && strchr ("\t\n\v\f\r\x1b", data[i]) == NULL;
  return n_controls * 100 > room;
}

/* Bytes of the UTF-8 sequence at @at, 0 where none is. */
static gsize
get_sequence_length (const guint8 *at, const guint8 *end)
{
  gunichar c = g_utf8_get_char_validated ((const char *)at, end - at);

  if (c == (gunichar)-1 || c == (gunichar)-2 || c == 0)
    return 0;
  return (gsize)g_unichar_to_utf8 (c, NULL);
}

/* UTF-8, strict but for the tail and for a rare bad byte, which becomes U+FFFD. */
static char *
decode_utf8 (const guint8 *data, gsize size, gboolean *shortened)
{
  const guint8 *end = data + size;
  const char *bad;
  gsize n_sequences = 0, n_errors = 0;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (g_utf8_validate_len ((const char *)data, size, &bad))
    return g_strndup ((const char *)data, size);
  if (g_utf8_get_char_validated (bad, (const char *)end - bad) == (gunichar)-2)
    {
      *shortened = TRUE;
      return g_strndup ((const char *)data, (gsize)(bad - (const char *)data));
    }
  for (const guint8 *at = data; at < end;)
    {
      gsize length = *at < 0x80 ? 1 : get_sequence_length (at, end);

      n_sequences += length > 1;
      n_errors += length == 0;
      at += MAX (length, 1);
    }
  if (n_errors * SEQUENCES_PER_ERROR > n_sequences)
    return NULL;
  return g_utf8_make_valid ((const char *)data, (gssize)size);
}

static char *
decode_guessed (const guint8 *data, gsize size, gboolean *shortened)
{
  uchardet_t detector = uchardet_new ();
  char *text = NULL;

  if (uchardet_handle_data (detector, (const char *)data, MIN (size, SAMPLE * 16)) == 0)
    {
      uchardet_data_end (detector);
      const char *charset = uchardet_get_charset (detector);
      if (*charset != '\0')
        text = convert (data, size, resolve_charset (charset), shortened);
    }
  uchardet_delete (detector);
  if (text == NULL)
    text = convert (data, size, "WINDOWS-1252", shortened);
  if (text == NULL)
    text = convert (data, size, "ISO-8859-1", shortened);
  return text;
}

/* The bytes without the few NULs that a broken tool left in a text; %NULL where there are more. */
static guint8 *
drop_nuls (const guint8 *data, gsize size, gsize *new_size)
{
  g_autofree guint8 *copy = g_malloc (size);
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] != '\0')
        copy[n++] = data[i];
    }
  *new_size = n;
  return (size - n) * BYTES_PER_NUL <= size ? g_steal_pointer (&copy) : NULL;
}

/* One form for each letter, so that words are found however the file composes them. */
static char *
compose (char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      /* U+0300 to U+036F are encoded as CC 80 to CD AF. */
      if ((guint8)*at == 0xcc || (guint8)*at == 0xcd)
        {
          char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

          g_free (text);
          return composed;
        }
    }
  return text;
}

static char *
decode_bytes (const guint8 *data, gsize size, const char *declared, gboolean *shortened)
{
  char *text;

  if (has_control_bytes (data, size))
    return NULL;
  /* Japanese mail's charset is of ASCII bytes alone, which would be valid UTF-8. */
  if (memmem (data, size, "\x1b$", 2) != NULL)
    {
      text = convert (data, size, "ISO-2022-JP", shortened);
      if (text != NULL)
        return text;
    }
  text = decode_utf8 (data, size, shortened);
  if (text == NULL && declared != NULL)
    text = convert (data, size, resolve_charset (declared), shortened);
  if (text == NULL)
    text = decode_guessed (data, size, shortened);
  return text;
}

/**
 * outlay_decode:
 * @data: bytes of a text
 * @declared: (nullable): the charset that the text itself names
 * @shortened: (out): whether the text ends inside a character
 * @error: return location for an #OutlayReadError
 *
 * Decodes a text: by its byte order mark, as strict UTF-8, by what it declares, and at last by
 * what its bytes look like. The order matters: a guess is never asked about a text that is valid
 * UTF-8, and a page's own declaration is often wrong.
 *
 * Returns: (transfer full) (nullable): UTF-8 in composed form.
 */
char *
outlay_decode (
  const guint8 *data, gsize size, const char *declared, gboolean *shortened, GError **error)
{
  g_autofree guint8 *without_nuls = NULL;
  gboolean marked;
  char *text;

  *shortened = FALSE;
  text = decode_marked (data, size, shortened, &marked);
  if (!marked && memchr (data, '\0', size) != NULL)
    {
      text = decode_unmarked_utf16 (data, size, shortened);
      if (text == NULL)
        data = without_nuls = drop_nuls (data, size, &size);
    }
  if (text == NULL && !marked && data != NULL)
    text = decode_bytes (data, size, declared, shortened);
  if (text == NULL)
    {
      g_set_error_literal (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_DAMAGED,
                           _ ("This is not a text, or it is damaged. Open it in the program that "
                              "made it and save it as a web page or as plain text."));
      return NULL;
    }
  return compose (text);
}

/* The value behind @at, which points behind "charset" or "encoding". */
static char *
read_label (const char *at, const char *end)
{
  const char *start;

  while (at < end && (g_ascii_isspace (*at) || *at == '='))
    at++;
  if (at < end && (*at == '"' || *at == '\''))
    at++;
  start = at;
  while (at < end && (g_ascii_isalnum (*at) || strchr ("-_:.", *at) != NULL) && *at != '\0')
    at++;
  return at > start ? g_strndup (start, (gsize)(at - start)) : NULL;
}

/**
 * outlay_decode_find_declared:
 *
 * Returns: (transfer full) (nullable): the charset that a page names in a meta element or an XML
 *   declaration near its start.
 */
char *
outlay_decode_find_declared (const guint8 *data, gsize size)
{
  g_autofree char *head
    = g_ascii_strdown ((const char *)data, (gssize)MIN (size, DECLARATION_ROOM));
  const char *end = head + strlen (head);
  const char *found;

  if (g_str_has_prefix (head, "<?xml") && (found = strstr (head, "encoding")) != NULL
      && found < strchrnul (head, '>'))
    return read_label (found + strlen ("encoding"), end);
  for (const char *meta = head; (meta = strstr (meta, "<meta")) != NULL; meta++)
    {
      found = strstr (meta, "charset");
      if (found != NULL && found < strchrnul (meta, '>'))
        return read_label (found + strlen ("charset"), end);
    }
  return NULL;
}
