/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-stamp.h"

#include <string.h>

#include "read/html/outlay-page-data.h"

/* Years of two digits by RFC 2822, 4.3: to 49 they are of this century. */
#define PIVOT 50

/* No stamp of a feed or a mail is longer. */
#define ROOM 100

static const char *const months[]
  = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

static guint
read_month (const char *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (g_ascii_strncasecmp (token, months[i], 3) == 0)
        return i + 1;
    }
  return 0;
}

/* A number of digits alone, 0 where @token is anything else. */
static guint
read_count (const char *token)
{
  gsize length = strspn (token, "0123456789");

  return token[length] == '\0' && length <= 4 ? (guint)g_ascii_strtoull (token, NULL, 10) : 0;
}

static guint
widen_year (guint year, gsize n_digits)
{
  if (n_digits == 2)
    return year < PIVOT ? year + 2000 : year + 1900;
  return n_digits == 3 ? year + 1900 : year;
}

/* Day, month and year of a mail's stamp in either order of the first two; the weekday, which is
 * often wrong, and the time behind don't count. The year is the number that follows both. */
static gboolean
read_words (const char *text, OutlayDate *day)
{
  g_autofree char *head = g_strndup (text, ROOM);
  g_auto (GStrv) tokens = g_strsplit_set (head, " ,-\t\r\n", -1);
  guint day_of_month = 0, month = 0;

  for (char **token = tokens; *token != NULL; token++)
    {
      guint count = read_count (*token);
      gsize length = strlen (*token);

      if (month == 0 && length >= 3)
        month = read_month (*token);
      if (count == 0 && !(length == 2 && strcmp (*token, "00") == 0))
        continue;
      if (day_of_month == 0)
        day_of_month = count;
      else if (month != 0 && length >= 2)
        {
          *day = outlay_date_day (widen_year (count, length), month, day_of_month);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_stamp_read:
 * @text: when something was published: "Tue, 24 Nov 2025 08:30:00 +0100" as mails and feeds write
 *   it, "2025-11-24T08:30:00Z" or "20251124T083000Z"
 *
 * Returns: whether it is a day; then @day is set to it, as it was in the zone of who wrote it.
 */
gboolean
outlay_stamp_read (const char *text, OutlayDate *day)
{
  OutlayDate date = OUTLAY_DATE_INIT;

  if (outlay_page_data_read_day (text, day))
    return TRUE;
  if (!read_words (text, &date) || !outlay_date_is_valid (date) || date.year < 1980
      || date.year > 2099)
    return FALSE;
  *day = date;
  return TRUE;
}
