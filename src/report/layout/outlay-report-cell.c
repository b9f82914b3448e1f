/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a table say, and how they are set. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"

#define NO_BREAK_SPACE "\302\240"

#define MOST_PLACES 3

/* Of a column the fact that it tells. */
static const OutlayFact column_facts[OUTLAY_N_REPORT_COLUMNS] = {
  [OUTLAY_REPORT_COLUMN_KIND] = OUTLAY_FACT_KIND,
  [OUTLAY_REPORT_COLUMN_AMOUNT] = OUTLAY_FACT_AMOUNT,
  [OUTLAY_REPORT_COLUMN_CONVERTED] = OUTLAY_FACT_CONVERTED,
  [OUTLAY_REPORT_COLUMN_CAPACITY] = OUTLAY_FACT_CAPACITY,
  [OUTLAY_REPORT_COLUMN_WHERE] = OUTLAY_FACT_WHERE,
  [OUTLAY_REPORT_COLUMN_WHEN] = OUTLAY_FACT_WHEN,
  [OUTLAY_REPORT_COLUMN_STATUS] = OUTLAY_FACT_STATUS,
  [OUTLAY_REPORT_COLUMN_ANNOUNCED] = OUTLAY_FACT_ANNOUNCED,
  [OUTLAY_REPORT_COLUMN_SOURCES] = OUTLAY_FACT_SOURCES,
};

/**
 * outlay_facts_from_columns:
 * @columns: bit (1 << OutlayReportColumn)
 *
 * Returns: bit (1 << OutlayFact), with what stands in every table.
 */
guint
outlay_facts_from_columns (guint columns)
{
  guint facts = 1u << OUTLAY_FACT_NUMBER | 1u << OUTLAY_FACT_PARTIES;

  for (guint column = 0; column < OUTLAY_N_REPORT_COLUMNS; column++)
    {
      if (columns & (1u << column))
        facts |= 1u << column_facts[column];
    }
  return facts;
}

/** outlay_fact_get_heading: returns (transfer none): what stands above its column. */
const char *
outlay_fact_get_heading (OutlayFact fact)
{
  switch (fact)
    {
    case OUTLAY_FACT_PARTIES:
      return C_ ("report", "Who → whom");
    case OUTLAY_FACT_KIND:
      return C_ ("field", "Kind");
    case OUTLAY_FACT_AMOUNT:
      return C_ ("field", "Amount");
    case OUTLAY_FACT_CONVERTED:
      return C_ ("field", "Converted");
    case OUTLAY_FACT_CAPACITY:
      return C_ ("field", "Capacity");
    case OUTLAY_FACT_WHERE:
      return C_ ("report", "Where");
    case OUTLAY_FACT_WHEN:
      return C_ ("report", "When");
    case OUTLAY_FACT_STATUS:
      return C_ ("field", "Status");
    case OUTLAY_FACT_ANNOUNCED:
      return C_ ("field", "Announced");
    case OUTLAY_FACT_SOURCES:
      return C_ ("report", "Sources");
    case OUTLAY_FACT_NUMBER:
    default:
      return "";
    }
}

/** outlay_fact_is_figure: returns whether its column stands right, digit beneath digit. */
gboolean
outlay_fact_is_figure (OutlayFact fact)
{
  return fact == OUTLAY_FACT_NUMBER || fact == OUTLAY_FACT_AMOUNT || fact == OUTLAY_FACT_CONVERTED
         || fact == OUTLAY_FACT_CAPACITY || fact == OUTLAY_FACT_ANNOUNCED
         || fact == OUTLAY_FACT_SOURCES;
}

/** outlay_fact_get_style: returns how a cell is set that stands @first in its column, or below. */
OutlayTextStyle
outlay_fact_get_style (OutlayFact fact, gboolean first)
{
  return fact == OUTLAY_FACT_NUMBER || (!first && fact != OUTLAY_FACT_CAPACITY)
           ? OUTLAY_TEXT_CELL_DIM
           : OUTLAY_TEXT_CELL;
}

/* The dot goes to the next line with the word behind it. */
static void
bind_dot (GString *text, gsize at)
{
  g_string_erase (text, (gssize)(at + strlen (" ·")), 1);
  g_string_insert (text, (gssize)(at + strlen (" ·")), NO_BREAK_SPACE);
}

static char *
dup_parties (const OutlayFields *fields, gboolean kind, gsize *bold, gsize *grey)
{
  g_autofree char *who = outlay_format_who (fields);
  g_autofree char *whom = kind ? outlay_format_whom (fields) : outlay_format_counterpart (fields);
  GString *both = g_string_new (who);
  const char *dot = kind ? g_strrstr (whom, " · ") : NULL;

  g_string_append_printf (both, " %s", whom);
  *bold = strlen (who);
  *grey = dot != NULL ? *bold + 1 + (gsize)(dot - whom) : both->len;
  if (dot != NULL)
    bind_dot (both, *grey);
  else if (outlay_fields_count_role (fields, OUTLAY_ROLE_RECIPIENT) == 0)
    *grey = *bold;
  return g_string_free (both, FALSE);
}

static char *
dup_or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static gboolean
has_kind_column (const OutlayReportFrame *frame)
{
  return frame->options.layout == OUTLAY_REPORT_TABLE
         && (frame->options.columns & (1u << OUTLAY_REPORT_COLUMN_KIND));
}

/**
 * outlay_fact_dup_text:
 *
 * Returns: (transfer full): what the cell says, "" where nothing is known.
 */
char *
outlay_fact_dup_text (const OutlayReportFrame *frame, guint entry, OutlayFact fact)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  const OutlayFields *fields = &deal->fields;
  gsize bold, grey;

  switch (fact)
    {
    case OUTLAY_FACT_NUMBER:
      return g_strdup_printf ("%u", entry + 1);
    case OUTLAY_FACT_PARTIES:
      return dup_parties (fields, !has_kind_column (frame), &bold, &grey);
    case OUTLAY_FACT_KIND:
      return g_strdup (outlay_format_kind (fields->kind));
    case OUTLAY_FACT_AMOUNT:
      return outlay_money_is_set (&fields->amount) ? outlay_format_money (&fields->amount)
                                                   : g_strdup ("–");
    case OUTLAY_FACT_CONVERTED:
      return outlay_format_field_value (fields, OUTLAY_FIELD_AMOUNT_ALT);
    case OUTLAY_FACT_CAPACITY:
      return dup_or_empty (outlay_format_capacity (&fields->capacity));
    case OUTLAY_FACT_WHERE:
      return dup_or_empty (outlay_format_places (fields, MOST_PLACES));
    case OUTLAY_FACT_WHEN:
      return dup_or_empty (outlay_format_period (fields->start, fields->end));
    case OUTLAY_FACT_STATUS:
      return g_strdup (outlay_format_status (fields->status));
    case OUTLAY_FACT_ANNOUNCED:
      return outlay_format_date (fields->announced);
    case OUTLAY_FACT_SOURCES:
      return g_strdup_printf ("%u", outlay_deal_record_count_sources (deal));
    default:
      return g_strdup ("");
    }
}

static void
style_parties (PangoLayout *layout, const OutlayFields *fields, gboolean kind)
{
  gsize bold, grey;
  g_autofree char *text = dup_parties (fields, kind, &bold, &grey);

  if (outlay_fields_count_role (fields, OUTLAY_ROLE_INVESTOR) > 0)
    outlay_sheet_add_weight (layout, 0, bold, PANGO_WEIGHT_BOLD);
  else
    outlay_sheet_add_grey (layout, 0, bold);
  if (grey < strlen (text))
    outlay_sheet_add_grey (layout, grey, strlen (text));
}

static void
style_amount (PangoLayout *layout, const OutlayMoney *amount)
{
  gsize length;

  if (!outlay_money_is_set (amount))
    return;
  length = strlen (outlay_format_hedge (amount->qualifier));
  if (length > 0)
    outlay_sheet_add_grey (layout, 0, length);
  outlay_sheet_add_weight (layout, length, G_MAXUINT, PANGO_WEIGHT_BOLD);
}

/** outlay_fact_style: lets what matters in a cell stand out, and the rest step back. */
void
outlay_fact_style (const OutlayReportFrame *frame,
                   guint entry,
                   OutlayFact fact,
                   PangoLayout *layout)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);

  if (fact == OUTLAY_FACT_PARTIES)
    style_parties (layout, &deal->fields, !has_kind_column (frame));
  else if (fact == OUTLAY_FACT_AMOUNT)
    style_amount (layout, &deal->fields.amount);
}
