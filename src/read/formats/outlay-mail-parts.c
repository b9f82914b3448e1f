/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-mail-parts.h"

#include <gmime/gmime.h>
#include <string.h>

#include "read/outlay-decode.h"

/* Parts within parts; a forwarded newsletter has four. */
#define MAX_DEPTH 16

/* Texts of one mail that are put together. */
#define MAX_TEXTS 50

typedef struct
{
  GPtrArray *texts; /* (element-type GMimePart) */
  GMimeMessage *inner;
  guint n_attachments;
} Choice;

static GMimeParserOptions *
get_options (void)
{
  static GMimeParserOptions *options = NULL;

  if (g_once_init_enter (&options))
    {
      static const char *charsets[] = {"utf-8", "windows-1252", NULL};
      GMimeParserOptions *fresh;

      g_mime_init ();
      fresh = g_mime_parser_options_new ();
      g_mime_parser_options_set_fallback_charsets (fresh, charsets);
      g_once_init_leave (&options, fresh);
    }
  return options;
}

static gboolean
is_type (GMimeObject *object, const char *type, const char *subtype)
{
  GMimeContentType *content_type = g_mime_object_get_content_type (object);

  return content_type != NULL && g_mime_content_type_is_type (content_type, type, subtype);
}

static gboolean
is_attached (GMimeObject *object)
{
  const char *disposition = g_mime_object_get_disposition (object);

  return disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0;
}

static gboolean holds_text (GMimeObject *object, const char *subtype, guint depth);

static gboolean
holds_text_in_parts (GMimeMultipart *parts, const char *subtype, guint depth)
{
  for (int i = 0; i < g_mime_multipart_get_count (parts); i++)
    {
      if (holds_text (g_mime_multipart_get_part (parts, i), subtype, depth))
        return TRUE;
    }
  return FALSE;
}

/* Whether a text of the kind is in @object, to a depth that is never reached. */
static gboolean
holds_text (GMimeObject *object, const char *subtype, guint depth)
{
  if (depth > MAX_DEPTH)
    return FALSE;
  if (GMIME_IS_MULTIPART (object))
    return holds_text_in_parts (GMIME_MULTIPART (object), subtype, depth + 1);
  return GMIME_IS_PART (object) && is_type (object, "text", subtype) && !is_attached (object);
}

/* Of alternatives the last is the richest; one with HTML stands before one without. */
static GMimeObject *
choose_alternative (GMimeMultipart *parts)
{
  static const char *const subtypes[] = {"html", "plain", "*"};

  for (guint k = 0; k < G_N_ELEMENTS (subtypes); k++)
    {
      for (int i = g_mime_multipart_get_count (parts); i > 0; i--)
        {
          if (holds_text (g_mime_multipart_get_part (parts, i - 1), subtypes[k], 0))
            return g_mime_multipart_get_part (parts, i - 1);
        }
    }
  return NULL;
}

/* The part that the others are pictures and styles of: the one that is named, else the first. */
static GMimeObject *
choose_root (GMimeMultipart *parts)
{
  const char *start = g_mime_object_get_content_type_parameter (GMIME_OBJECT (parts), "start");
  g_autofree char *id = start != NULL ? g_mime_utils_decode_message_id (start) : NULL;
  GMimeObject *named = id != NULL ? g_mime_multipart_get_subpart_from_content_id (parts, id) : NULL;

  if (named != NULL && named != GMIME_OBJECT (parts))
    return named;
  for (int i = 0; i < g_mime_multipart_get_count (parts); i++)
    {
      if (holds_text (g_mime_multipart_get_part (parts, i), "html", 0))
        return g_mime_multipart_get_part (parts, i);
    }
  return g_mime_multipart_get_count (parts) > 0 ? g_mime_multipart_get_part (parts, 0) : NULL;
}

static GMimeObject *
choose_one (GMimeObject *object)
{
  if (is_type (object, "multipart", "alternative"))
    return choose_alternative (GMIME_MULTIPART (object));
  if (is_type (object, "multipart", "related"))
    return choose_root (GMIME_MULTIPART (object));
  if (is_type (object, "multipart", "signed")
      && g_mime_multipart_get_count (GMIME_MULTIPART (object)) > 0)
    return g_mime_multipart_get_part (GMIME_MULTIPART (object), 0);
  return NULL;
}

static void
choose (Choice *choice, GMimeObject *object, guint depth)
{
  GMimeObject *one;

  if (object == NULL || depth > MAX_DEPTH)
    return;
  if (GMIME_IS_MULTIPART (object))
    {
      one = choose_one (object);
      if (one != NULL)
        choose (choice, one, depth + 1);
      for (int i = 0; one == NULL && i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
        choose (choice, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      if (choice->inner == NULL)
        choice->inner = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
      choice->n_attachments++;
    }
  else if (GMIME_IS_PART (object) && !is_attached (object)
           && (is_type (object, "text", "html") || is_type (object, "text", "plain")))
    {
      if (choice->texts->len < MAX_TEXTS)
        g_ptr_array_add (choice->texts, object);
    }
  else
    choice->n_attachments++;
}

/* Puts the lines of RFC 3676 together: those that end with a space go on. */
static char *
join_flowed (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *before = at - (at > text && at[-1] == '\r');
      gboolean soft = *at == '\n' && before > text && before[-1] == ' '
                      && !(before - text >= 3 && memcmp (before - 3, "-- ", 3) == 0);

      if (soft && result->str[result->len - 1] == '\r')
        g_string_truncate (result, result->len - 1);
      if (!soft)
        g_string_append_c (result, *at);
    }
  return g_string_free (result, FALSE);
}

/* Takes the signature off: what stands behind the last line of two hyphens and a space. */
static void
cut_signature (char *text)
{
  const char *found = NULL;

  for (const char *at = text; (at = strstr (at, "\n-- ")) != NULL; at++)
    {
      if (at[4] == '\n' || at[4] == '\r' || at[4] == '\0')
        found = at;
    }
  if (found != NULL)
    text[found - text] = '\0';
}

static char *
read_part (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GMimeStream *stream;
  const char *declared, *format;
  g_autofree char *found = NULL;
  gboolean shortened;
  char *text;

  if (wrapper == NULL)
    return NULL;
  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_data_wrapper_write_to_stream (wrapper, stream);
  g_object_unref (stream);
  if (bytes->len == 0)
    return NULL;
  declared = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
  if (declared == NULL)
    declared = found = outlay_decode_find_declared (bytes->data, bytes->len);
  text = outlay_decode (bytes->data, bytes->len, declared, &shortened, NULL);
  if (text != NULL && is_type (GMIME_OBJECT (part), "text", "plain"))
    cut_signature (text);
  format = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "format");
  if (text != NULL && format != NULL && g_ascii_strcasecmp (format, "flowed") == 0)
    {
      char *joined = join_flowed (text);

      g_free (text);
      text = joined;
    }
  return text;
}

static void
read_texts (OutlayMail *mail, GPtrArray *texts)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    mail->markup |= is_type (g_ptr_array_index (texts, i), "text", "html");
  for (guint i = 0; i < texts->len; i++)
    {
      GMimePart *part = g_ptr_array_index (texts, i);
      g_autofree char *text = NULL;

      if (is_type (GMIME_OBJECT (part), "text", "html") != mail->markup)
        continue;
      text = read_part (part);
      if (text != NULL && all->len > 0)
        g_string_append (all, "\n\n");
      if (text != NULL)
        g_string_append (all, text);
    }
  if (all->len > 0)
    mail->content = g_string_free (g_steal_pointer (&all), FALSE);
}

static char *
dup_header (GMimeObject *object, const char *name)
{
  const char *value = g_mime_object_get_header (object, name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

static char *
get_sender (GMimeMessage *message)
{
  InternetAddressList *senders = g_mime_message_get_from (message);
  InternetAddress *sender = senders != NULL && internet_address_list_length (senders) > 0
                              ? internet_address_list_get_address (senders, 0)
                              : NULL;
  const char *name = sender != NULL ? internet_address_get_name (sender) : NULL;
  const char *address, *host;

  if (name != NULL && *name != '\0')
    return g_utf8_make_valid (name, -1);
  if (sender == NULL || !INTERNET_ADDRESS_IS_MAILBOX (sender))
    return NULL;
  address = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
  host = address != NULL ? strrchr (address, '@') : NULL;
  return host != NULL ? g_utf8_make_valid (host + 1, -1) : NULL;
}

/* RFC 5064's address of a mail in an archive, or that of a page. */
static char *
find_address (GMimeObject *object, GPtrArray *texts)
{
  static const char *const names[]
    = {"Snapshot-Content-Location", "Content-Location", "Archived-At"};
  char *address = NULL;

  if (texts->len > 0)
    address = dup_header (g_ptr_array_index (texts, 0), "Content-Location");
  for (guint i = 0; address == NULL && i < G_N_ELEMENTS (names); i++)
    address = dup_header (object, names[i]);
  if (address != NULL)
    g_strdelimit (address, "<>", ' ');
  return address;
}

/* Whether the parts' last mark is missing in the bytes. */
static gboolean
is_cut (GMimeMessage *message, const guint8 *data, gsize size)
{
  GMimeObject *object = g_mime_message_get_mime_part (message);
  const char *boundary = object != NULL && GMIME_IS_MULTIPART (object)
                           ? g_mime_multipart_get_boundary (GMIME_MULTIPART (object))
                           : NULL;
  g_autofree char *last = boundary != NULL ? g_strconcat ("--", boundary, "--", NULL) : NULL;

  return last != NULL && memmem (data, size, last, strlen (last)) == NULL;
}

static void
take_message (OutlayMail *mail, GMimeMessage *message, guint depth)
{
  Choice choice = {.texts = g_ptr_array_new ()};
  const char *subject = g_mime_message_get_subject (message);

  choose (&choice, g_mime_message_get_mime_part (message), 0);
  if (choice.texts->len == 0 && choice.inner != NULL && depth < MAX_DEPTH)
    take_message (mail, choice.inner, depth + 1);
  else
    {
      mail->subject = subject != NULL ? g_utf8_make_valid (subject, -1) : NULL;
      mail->sender = get_sender (message);
      mail->date = dup_header (GMIME_OBJECT (message), "Date");
      mail->address = find_address (GMIME_OBJECT (message), choice.texts);
      mail->n_attachments = choice.n_attachments;
      read_texts (mail, choice.texts);
    }
  g_ptr_array_unref (choice.texts);
}

/**
 * outlay_mail_new:
 * @data: one mail, which outlay_mail_is_bearable()
 *
 * Reads a mail: its HTML where it has one, its plain text else; a mail that is in it where it has
 * neither.
 *
 * Returns: (transfer full): the mail.
 */
OutlayMail *
outlay_mail_new (const guint8 *data, gsize size)
{
  GMimeParserOptions *options = get_options ();
  OutlayMail *mail = g_new0 (OutlayMail, 1);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer ((const char *)data, size);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message;

  g_mime_parser_set_persist_stream (parser, TRUE);
  message = g_mime_parser_construct_message (parser, options);
  if (message != NULL)
    {
      take_message (mail, message, 0);
      mail->cut = is_cut (message, data, size);
      g_object_unref (message);
    }
  g_object_unref (parser);
  g_object_unref (stream);
  return mail;
}

/** outlay_mail_free: frees @mail. */
void
outlay_mail_free (OutlayMail *mail)
{
  g_free (mail->subject);
  g_free (mail->sender);
  g_free (mail->date);
  g_free (mail->address);
  g_free (mail->content);
  g_free (mail);
}
