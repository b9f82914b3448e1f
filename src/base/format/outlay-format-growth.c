/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-format-growth.h"

#include <glib/gi18n-lib.h>

#include "outlay-format-private.h"
#include "outlay-format.h"

/* Whether @after is a larger figure of the same measure. */
static gboolean
is_raised (const OutlayFields *before, const OutlayFields *after, OutlayField field)
{
  if (field == OUTLAY_FIELD_CAPACITY)
    return after->capacity.kilowatts > before->capacity.kilowatts;
  return g_str_equal (before->amount.currency, after->amount.currency)
         && outlay_money_get_figure (&after->amount) > outlay_money_get_figure (&before->amount);
}

static void
add_step (GString *steps, const char *step)
{
  if (steps->len == 0)
    {
      g_string_append (steps, step);
      return;
    }
  /* Translators: a figure that grew: "$118 billion → $125 billion" */
  g_autofree char *longer
    = outlay_format_fill (_ ("{before} → {after}"), "before", steps->str, "after", step, NULL);
  g_string_assign (steps, longer);
}

/**
 * outlay_format_growth:
 * @field: the amount or the capacity
 *
 * Returns: (transfer full) (nullable): how later articles raised a figure, from the first to what
 *   stands on the card: "$118 billion → $125 billion"; %NULL where none did.
 */
char *
outlay_format_growth (const OutlayDealRecord *deal, OutlayField field)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  const OutlayFields *last = NULL;

  if ((deal->grown & (1u << field)) == 0 || (deal->corrected & (1u << field)) != 0)
    return NULL;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayFields *fields = &outlay_deal_record_get_claim (deal, i)->claim->fields;

      if (!outlay_fields_has (fields, field) || is_raised (&deal->fields, fields, field)
          || (last != NULL && !is_raised (last, fields, field)))
        continue;
      g_autofree char *step = outlay_format_field_value (fields, field);
      add_step (steps, step);
      last = fields;
    }
  return g_string_free (g_steal_pointer (&steps), FALSE);
}
