/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Power in words for people: "1.3 GW", "about 250 MW". */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>

#include "outlay-format-private.h"
#include "outlay-format.h"

/**
 * outlay_format_megawatts:
 *
 * Returns: (transfer full): power as a bare number of megawatts: "1,300", "1.75".
 */
char *
outlay_format_megawatts (gint64 kilowatts)
{
  return outlay_format_thousandths (kilowatts, 3);
}

static char *
name_power (const char *number, gboolean giga)
{
  return outlay_format_fill (giga ? C_ ("power", "{number} GW") : C_ ("power", "{number} MW"),
                             "number", number, NULL);
}

/**
 * outlay_format_power:
 *
 * Returns: (transfer full): "1.3 GW" from 1,000 MW on where it divides by 100 MW, else "1,121 MW".
 */
char *
outlay_format_power (gint64 kilowatts)
{
  gboolean giga = kilowatts >= 1000000 && kilowatts % 100000 == 0;
  g_autofree char *number = outlay_format_thousandths (giga ? kilowatts / 1000 : kilowatts, 3);

  return name_power (number, giga);
}

/**
 * outlay_format_power_compact:
 *
 * Returns: (transfer full): power in short, rounded: "28,027 GW", "11.6 GW", "250 MW".
 */
char *
outlay_format_power_compact (gint64 kilowatts)
{
  if (kilowatts >= 1000000)
    {
      g_autofree char *number
        = outlay_format_thousandths (kilowatts / 1000, kilowatts < 1000000000 ? 1 : 0);

      return name_power (number, TRUE);
    }
  return outlay_format_power ((kilowatts + 500) / 1000 * 1000);
}

/**
 * outlay_format_gigawatts:
 *
 * Returns: (transfer full): power as a bare number of gigawatts with one decimal, so that figures
 *   stand one below another: "48.7"; "< 0.1" where nothing would be left of it.
 */
char *
outlay_format_gigawatts (gint64 kilowatts)
{
  g_autofree char *tenth = outlay_format_decimal (100, 1);

  return kilowatts >= 50000 ? outlay_format_decimal (kilowatts / 1000, 1)
                            : g_strdup_printf ("< %s", tenth);
}

/**
 * outlay_format_capacity:
 *
 * Returns: (transfer full) (nullable): the capacity with its hedge: "about 1.3 GW"; %NULL where
 *   none is given.
 */
char *
outlay_format_capacity (const OutlayCapacity *capacity)
{
  if (!outlay_capacity_is_set (capacity))
    return NULL;
  return outlay_format_join_hedge (capacity->qualifier, outlay_format_power (capacity->kilowatts));
}

/**
 * outlay_format_capacity_spoken:
 *
 * Returns: (transfer full) (nullable): the same for those who hear it: "about 1.3 gigawatts".
 */
char *
outlay_format_capacity_spoken (const OutlayCapacity *capacity)
{
  gboolean giga = capacity->kilowatts >= 1000000 && capacity->kilowatts % 100000 == 0;
  gint64 unit = giga ? 1000000 : 1000;
  gulong count = capacity->kilowatts % unit == 0 ? (gulong)(capacity->kilowatts / unit) : 2;
  g_autofree char *number = NULL;

  if (!outlay_capacity_is_set (capacity))
    return NULL;
  number = outlay_format_thousandths (giga ? capacity->kilowatts / 1000 : capacity->kilowatts, 3);
  return outlay_format_join_hedge (
    capacity->qualifier,
    outlay_format_fill (giga ? ngettext ("{number} gigawatt", "{number} gigawatts", count)
                             : ngettext ("{number} megawatt", "{number} megawatts", count),
                        "number", number, NULL));
}
