/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as people type them, in fixed point. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-figure-text.h"

#include <langinfo.h>
#include <string.h>

/* Most digits that surely fit into 64 bits. */
#define MOST_DIGITS 18

typedef struct
{
  gint64 digits;
  guint n_digits;
  guint n_decimals;
} Number;

/* The mark of decimals is the locale's; a point where three digits don't follow it is one too, for
 * it can group none. */
static gboolean
is_decimal_mark (const char *at)
{
  gsize n_digits = strspn (at + 1, "0123456789");

  if (g_str_has_prefix (at, nl_langinfo (RADIXCHAR)))
    return TRUE;
  return (*at == '.' || *at == ',') && n_digits != 3 && at[1 + n_digits] == '\0';
}

static gboolean
read_number (const char *text, Number *number)
{
  gboolean decimals = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at))
        {
          if (++number->n_digits > MOST_DIGITS)
            return FALSE;
          number->digits = number->digits * 10 + (*at - '0');
          number->n_decimals += decimals ? 1 : 0;
        }
      else if (!decimals && number->n_digits > 0 && is_decimal_mark (at))
        decimals = TRUE;
      else if (decimals || number->n_digits == 0
               || !(g_unichar_isspace (c) || strchr (".,'", *at) != NULL || c == 0x2019))
        return FALSE;
    }
  return number->n_digits > 0;
}

/**
 * outlay_figure_text_parse:
 * @text: "1.2", "1,200", in the locale's way
 * @scale: how many of the result make one of @text
 * @value: (out): the figure times @scale
 *
 * Returns: whether @text is a figure that @scale can hold without rounding.
 */
gboolean
outlay_figure_text_parse (const char *text, gint64 scale, gint64 *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Number number = {0};

  if (!read_number (stripped, &number))
    return FALSE;
  for (; number.n_decimals > 0; number.n_decimals--)
    {
      if (scale % 10 == 0)
        scale /= 10;
      else if (number.digits % 10 == 0)
        number.digits /= 10;
      else
        return FALSE;
    }
  return !__builtin_mul_overflow (number.digits, scale, value);
}

/**
 * outlay_figure_text_print:
 *
 * Returns: (transfer full): @value in units of @scale, which is a power of ten: "1.2".
 */
char *
outlay_figure_text_print (gint64 value, gint64 scale)
{
  GString *text = g_string_new (NULL);
  gint64 rest = value % scale;

  g_string_printf (text, "%" G_GINT64_FORMAT, value / scale);
  if (rest != 0)
    g_string_append (text, nl_langinfo (RADIXCHAR));
  for (; rest != 0; rest %= scale)
    {
      scale /= 10;
      g_string_append_c (text, (char)('0' + rest / scale));
    }
  return g_string_free (text, FALSE);
}
