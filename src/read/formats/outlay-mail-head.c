/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-mail-head.h"

#include <string.h>

/* A header is rarely a tenth as long. */
#define HEAD_ROOM 65536

/* RFC 5322 has no limit to the length of a name; none in use is half as long. */
#define MAX_NAME 76

/* What one mail may have of each before a parser's objects for them take more memory than the mail
 * itself: fields of one header, fields of all its parts, lines that begin a part. */
#define MAX_FIELDS     2000
#define MAX_ALL_FIELDS 400000
#define MAX_PARTS      20000

typedef struct
{
  guint n_known;
  guint n_fields;
  gboolean strong; /* a field that nobody would write over a text of his own */
  gboolean sent;   /* a field that only a mail has which went somewhere */
  gboolean saved;  /* a field that only a saved page has */
  gboolean located;
} Head;

static const char *
get_line_end (const char *at, const char *end)
{
  const char *found = memchr (at, '\n', (gsize)(end - at));

  return found != NULL ? found : end;
}

static gsize
get_name_length (const char *at, const char *end)
{
  gsize n = 0;

  while (at + n < end && at[n] > ' ' && at[n] < 0x7f && at[n] != ':')
    n++;
  return at + n < end && at[n] == ':' && n > 0 && n <= MAX_NAME ? n : 0;
}

static gboolean
is_one_of (const char *name, gsize length, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (strlen (*names) == length && g_ascii_strncasecmp (*names, name, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (const char *at, const char *end, const char *word)
{
  g_autofree char *value = g_ascii_strdown (at, end - at);

  return strstr (value, word) != NULL;
}

static void
take_field (Head *head, const char *name, gsize length, const char *end)
{
  static const char *const strong[]
    = {"from", "received", "return-path", "message-id", "mime-version", NULL};
  static const char *const sent[]
    = {"to", "received", "return-path", "message-id", "delivered-to", NULL};
  static const char *const others[] = {"subject",
                                       "date",
                                       "cc",
                                       "reply-to",
                                       "sender",
                                       "content-type",
                                       "content-transfer-encoding",
                                       "x-mailer",
                                       "list-unsubscribe",
                                       "list-id",
                                       "dkim-signature",
                                       NULL};
  static const char *const saved[] = {"snapshot-content-location", NULL};
  static const char *const located[] = {"content-location", NULL};
  gboolean is_strong = is_one_of (name, length, strong);
  gboolean is_sent = is_one_of (name, length, sent);

  head->n_fields++;
  head->strong |= is_strong;
  head->sent |= is_sent;
  head->n_known += is_strong || is_sent || is_one_of (name, length, others);
  head->located |= is_one_of (name, length, located);
  /* Browsers write themselves where a mail has its sender: "<Saved by Blink>". */
  head->saved |= is_one_of (name, length, saved)
                 || (length == 4 && g_ascii_strncasecmp (name, "from", 4) == 0
                     && holds (name, end, "<saved by "));
}

/* Reads the header at @at; whether it is one. */
static gboolean
read_head (Head *head, const char *at, const char *end)
{
  while (at < end)
    {
      const char *line_end = get_line_end (at, end);
      gsize length;

      if (line_end == at || (line_end == at + 1 && *at == '\r'))
        return TRUE;
      length = get_name_length (at, line_end);
      if (length > 0)
        take_field (head, at, length, line_end);
      /* The last line that is looked at may be cut. */
      else if (*at != ' ' && *at != '\t' && *at != '>' && line_end < end)
        return FALSE;
      at = line_end < end ? line_end + 1 : end;
    }
  return TRUE;
}

/* The line that parts the mails of a box: "From name day time year". */
static gboolean
is_mark (const char *at, const char *end)
{
  const char *line_end = get_line_end (at, MIN (end, at + 1000));
  guint n_digits = 0;

  if (end - at < 5 || memcmp (at, "From ", 5) != 0)
    return FALSE;
  for (const char *c = at + 5; c < line_end; c++)
    n_digits += g_ascii_isdigit (*c);
  return n_digits >= 6 && memchr (at, ':', (gsize)(line_end - at)) != NULL;
}

/* Whether the first part of a mail of parts has an address of the web, as those of a page have. */
static gboolean
is_located (const char *at, const char *end)
{
  g_autofree char *head = g_ascii_strdown (at, MIN (end - at, HEAD_ROOM / 4));

  return strstr (head, "\ncontent-location:") != NULL
         && (strstr (head, "multipart/related") != NULL || strstr (head, "text/html") != NULL);
}

/**
 * outlay_mail_recognise:
 *
 * Returns: whether the bytes are a mail, a box of mails or a page that was saved as a mail
 *   (MHTML).
 */
OutlayMailKind
outlay_mail_recognise (const guint8 *data, gsize size)
{
  const char *at = (const char *)data;
  const char *end = at + MIN (size, HEAD_ROOM);
  Head head = {0};

  if (size >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (is_mark (at, end))
    {
      at = get_line_end (at, end);
      at += at < end;
      return read_head (&head, at, end) && head.n_known >= 2 ? OUTLAY_MAIL_BOX : OUTLAY_MAIL_NONE;
    }
  if (!read_head (&head, at, end))
    return OUTLAY_MAIL_NONE;
  if (head.saved || (!head.sent && (head.n_known > 0 || head.located) && is_located (at, end)))
    return OUTLAY_MAIL_PAGE;
  return head.n_known >= 2 && (head.strong || head.n_known == head.n_fields) ? OUTLAY_MAIL_MESSAGE
                                                                             : OUTLAY_MAIL_NONE;
}

/**
 * outlay_mail_find_next:
 * @from: an offset in a box of mails, behind the start of one
 *
 * Returns: the offset of the next mail, @size where there is none.
 */
gsize
outlay_mail_find_next (const guint8 *data, gsize size, gsize from)
{
  const char *start = (const char *)data, *end = start + size;
  const char *at = start + from;

  while (at < end && (at = memmem (at, (gsize)(end - at), "\nFrom ", 6)) != NULL)
    {
      gboolean after_gap
        = at == start || at[-1] == '\n' || (at - start > 1 && at[-1] == '\r' && at[-2] == '\n');

      at++;
      if (after_gap && is_mark (at, end))
        return (gsize)(at - start);
    }
  return size;
}

/**
 * outlay_mail_is_bearable:
 *
 * Returns: whether the mail has no more fields and parts than a parser can bear.
 */
gboolean
outlay_mail_is_bearable (const guint8 *data, gsize size)
{
  const char *at = (const char *)data, *end = at + size;
  guint n_run = 0, n_fields = 0, n_parts = 0;

  while (at < end)
    {
      const char *line_end = get_line_end (at, end);
      gboolean field = get_name_length (at, line_end) > 0;

      n_run = field ? n_run + 1 : *at == ' ' || *at == '\t' ? n_run : 0;
      n_fields += field;
      n_parts += line_end - at >= 2 && at[0] == '-' && at[1] == '-';
      if (n_run > MAX_FIELDS || n_fields > MAX_ALL_FIELDS || n_parts > MAX_PARTS)
        return FALSE;
      at = line_end < end ? line_end + 1 : end;
    }
  return TRUE;
}
