/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-xml-prepare.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/outlay-text.h"
#include "read/outlay-decode.h"

/* How much of a file is looked at for its root; before it stand comments and style sheets. */
#define ROOT_ROOM 8192

/* libxml2 compares each attribute of an element with each other; the rest are left out. */
#define MAX_ATTRIBUTES 100

#define MAX_REFERENCE 32

static const char cdata_start[] = "<![CDATA[";

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("_:-.", c) != NULL) || (guchar)c >= 0x80;
}

/* Behind a document type, whose own declarations stand in brackets. */
static const char *
skip_document_type (const char *at)
{
  const char *end = at + strcspn (at, "[>");

  while (*end != '\0' && *end != '>')
    {
      end += strcspn (end + 1, "]") + 1;
      if (*end == ']')
        end += 1 + strspn (end + 1, " \t\r\n");
    }
  return *end == '>' ? end + 1 : NULL;
}

/* Behind a comment, an instruction or a document type; %NULL where @at points to none or it
 * doesn't end. */
static const char *
skip_prologue (const char *at)
{
  const char *end;

  if (outlay_text_begins (at, "<!--"))
    {
      end = strstr (at + 4, "-->");
      return end != NULL ? end + 3 : NULL;
    }
  if (outlay_text_begins (at, "<?"))
    {
      end = strstr (at + 2, "?>");
      return end != NULL ? end + 2 : NULL;
    }
  if (g_ascii_strncasecmp (at, "<!DOCTYPE", 9) == 0)
    return skip_document_type (at);
  return NULL;
}

/**
 * outlay_xml_find_root:
 *
 * Returns: (transfer full) (nullable): the name of the root element of an XML file, without its
 *   prefix; %NULL where the bytes are none, in any charset whose letters of the English alphabet
 *   are single bytes or UTF-16.
 */
char *
outlay_xml_find_root (const guint8 *data, gsize size)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *at, *end, *colon;

  for (gsize i = 0; i < MIN (size, ROOT_ROOM); i++)
    {
      if (data[i] != '\0' && (head->len > 0 || (data[i] < 0x80 && !g_ascii_isspace (data[i]))))
        g_string_append_c (head, (char)data[i]);
    }
  at = head->str;
  for (const char *next; (next = skip_prologue (at)) != NULL;)
    {
      at = next;
      while (g_ascii_isspace (*at))
        at++;
    }
  if (*at != '<' || !g_ascii_isalpha (at[1]))
    return NULL;
  for (end = ++at; is_name_char (*end); end++)
    ;
  colon = memchr (at, ':', (gsize)(end - at));
  if (colon != NULL)
    at = colon + 1;
  return g_strndup (at, (gsize)(end - at));
}

/* Appends what an XML parser may see, as spaces what it would stumble over. */
static void
append_clean (GString *result, const char *start, const char *end)
{
  gsize from = result->len;

  g_string_append_len (result, start, end - start);
  for (gsize i = from; i < result->len; i++)
    {
      guchar c = (guchar)result->str[i];

      if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        result->str[i] = ' ';
    }
}

/* Writes a reference so that none is left to expand: those of XML and those by number stay, those
 * of HTML become numbers, and of all others the mark becomes a letter. */
static const char *
take_reference (GString *result, const char *at)
{
  static const char *const own[] = {"amp", "lt", "gt", "quot", "apos"};
  char name[MAX_REFERENCE];
  gsize length = strcspn (at + 1, ";<&\"' \t\r\n");
  const htmlEntityDesc *known;

  if (at[1 + length] != ';' || length == 0 || length >= sizeof name)
    {
      g_string_append (result, "&amp;");
      return at + 1;
    }
  memcpy (name, at + 1, length);
  name[length] = '\0';
  known = htmlEntityLookup ((const xmlChar *)name);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      if (strcmp (own[i], name) == 0)
        known = NULL;
    }
  if (*name == '#' || (known == NULL && htmlEntityLookup ((const xmlChar *)name) != NULL)
      || strcmp (name, "apos") == 0)
    g_string_append_printf (result, "&%s;", name);
  else if (known != NULL)
    g_string_append_printf (result, "&#%u;", known->value);
  else
    {
      g_string_append (result, "&amp;");
      return at + 1;
    }
  return at + 1 + length + 1;
}

/* A text or an attribute's value. */
static void
append_text (GString *result, const char *start, const char *end)
{
  while (start < end)
    {
      const char *mark = memchr (start, '&', (gsize)(end - start));

      append_clean (result, start, mark != NULL ? mark : end);
      if (mark == NULL)
        return;
      start = take_reference (result, mark);
    }
}

/* Behind the tag at @at: its end or the end of the text, whatever its quotes hold. */
static const char *
find_tag_end (const char *at)
{
  char quote = '\0';

  for (; *at != '\0'; at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '"' || *at == '\'')
        quote = *at;
      else if (*at == '>')
        return at + 1;
    }
  return at;
}

/* Where in a tag the attribute begins that is one too many; the tag's end where none is. */
static const char *
find_excess (const char *start, const char *end)
{
  char quote = '\0';
  guint n = 0;

  for (const char *at = start; at < end; at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if ((*at == '"' || *at == '\'') && ++n <= MAX_ATTRIBUTES)
        quote = *at;
      else if (n > MAX_ATTRIBUTES)
        {
          while (at > start && !g_ascii_isspace (*at))
            at--;
          return at;
        }
    }
  return end;
}

static const char *
take_tag (GString *result, const char *at)
{
  const char *end = find_tag_end (at);
  const char *excess = find_excess (at, end);

  append_text (result, at, excess);
  if (excess < end)
    g_string_append (result, end - at > 1 && end[-2] == '/' ? "/>" : ">");
  return end;
}

/* What begins at the angle bracket @at, which is behind a text. */
static const char *
take_mark (GString *result, const char *at)
{
  const char *end;

  if (outlay_text_begins (at, cdata_start))
    {
      end = strstr (at, "]]>");
      end = end != NULL ? end + 3 : at + strlen (at);
      append_clean (result, at, end);
      return end;
    }
  if (at[1] == '!' || at[1] == '?')
    {
      end = skip_prologue (at);
      if (end == NULL && at[1] == '!' && at[2] != '-')
        end = strchr (at, '>');
      return end != NULL ? end : at + strlen (at);
    }
  if (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '_' || (guchar)at[1] >= 0x80)
    return take_tag (result, at);
  g_string_append (result, "&lt;");
  return at + 1;
}

/**
 * outlay_xml_prepare:
 * @error: return location for an #OutlayReadError
 *
 * Makes of an XML file, or of what a careless program wrote for one, a text that libxml2 reads
 * without losing any: in UTF-8, without control characters, with HTML's names of characters made
 * numbers. Comments and the document type are left out, and with it every entity that could grow.
 *
 * Returns: (transfer full) (nullable): the text.
 */
GString *
outlay_xml_prepare (const guint8 *data, gsize size, GError **error)
{
  g_autofree char *declared = outlay_decode_find_declared (data, size);
  gboolean shortened;
  g_autofree char *text = outlay_decode (data, size, declared, &shortened, error);
  GString *result;
  const char *at;

  if (text == NULL)
    return NULL;
  result = g_string_sized_new (strlen (text) + 1024);
  at = strchr (text, '<');
  while (at != NULL && *at != '\0')
    {
      const char *next;

      if (*at == '<')
        {
          at = take_mark (result, at);
          continue;
        }
      next = strchrnul (at, '<');
      append_text (result, at, next);
      at = next;
    }
  return result;
}
