/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>

#include "outlay-format.h"

typedef struct
{
  const char *code;
  const char *name;
} Name;

static const Name names[] = {
  {"USD", NC_ ("currency", "US dollars")},      {"EUR", NC_ ("currency", "Euros")},
  {"GBP", NC_ ("currency", "Pounds sterling")}, {"CHF", NC_ ("currency", "Swiss francs")},
  {"JPY", NC_ ("currency", "Japanese yen")},    {"CNY", NC_ ("currency", "Chinese yuan")},
  {"KRW", NC_ ("currency", "Korean won")},      {"INR", NC_ ("currency", "Indian rupees")},
  {"VND", NC_ ("currency", "Vietnamese dong")}, {"BRL", NC_ ("currency", "Brazilian reais")},
};

/**
 * outlay_format_rank_currency:
 * @code: of three letters
 *
 * Returns: at which place of a list to choose from a currency stands; all that have no name here
 *   stand behind those that have one.
 */
guint
outlay_format_rank_currency (const char *code)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (names) && !g_str_equal (names[rank].code, code))
    rank++;
  return rank;
}

/**
 * outlay_format_currency:
 * @code: of three letters
 *
 * Returns: (transfer none): the currency's name in a list to choose from, "US dollars"; of one that
 *   has no name here its @code.
 */
const char *
outlay_format_currency (const char *code)
{
  guint rank = outlay_format_rank_currency (code);

  return rank < G_N_ELEMENTS (names) ? g_dpgettext2 (GETTEXT_PACKAGE, "currency", names[rank].name)
                                     : code;
}
