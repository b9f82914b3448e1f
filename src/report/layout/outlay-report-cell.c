/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a table say, and how they are set. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

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

static char *
dup_or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

/* Where neither a column nor the heading of a group tells the kind, the parties do. */
static gboolean
shows_kind (const OutlayReportFrame *frame)
{
  return frame->options.layout != OUTLAY_REPORT_TABLE
         || ((frame->options.columns & (1u << OUTLAY_REPORT_COLUMN_KIND)) == 0
             && frame->options.group != OUTLAY_REPORT_GROUP_KIND);
}

/* What a part is part of, by its number where that is printed too; "" for what is no part. */
static char *
dup_whole (const OutlayReportFrame *frame, const OutlayDealRecord *deal)
{
  guint whole = deal->whole != 0 ? outlay_report_plan_get_number (frame->plan, deal->whole) : 0;
  g_autofree char *number = g_strdup_printf ("%u", whole);

  if (deal->whole == 0)
    return g_strdup ("");
  if (whole == 0)
    return g_strdup (C_ ("report", "; part of a larger deal"));
  /* Translators: behind a deal in a table: "Acme → Borealis, supply; part of no. 1" */
  return outlay_format_fill (C_ ("report", "; part of no. {number}"), "number", number, NULL);
}

/* Who, whom, what kind of deal it is, where the table does not tell it otherwise, and what it is
   part of; @bold is where the first ends, @grey where what steps back begins. */
static char *
dup_parties (const OutlayReportFrame *frame, const OutlayDealRecord *deal, gsize *bold, gsize *grey)
{
  g_autofree char *who = outlay_format_who (&deal->fields);
  g_autofree char *other = outlay_format_counterpart (&deal->fields);
  g_autofree char *whole = dup_whole (frame, deal);
  const char *kind = outlay_format_counterpart_kind (&deal->fields);
  GString *all = g_string_new (who);

  *bold = *grey = all->len;
  if (*kind == '\0')
    g_string_append_printf (all, "%s%s", C_ ("list", ", "), other);
  else
    {
      g_string_append_printf (all, " %s", other);
      *grey = all->len;
    }
  if (*kind != '\0' && shows_kind (frame))
    g_string_append_printf (all, "%s%s", C_ ("list", ", "), kind);
  g_string_append (all, whole);
  return g_string_free (all, FALSE);
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
      return dup_parties (frame, deal, &bold, &grey);
    case OUTLAY_FACT_KIND:
      return g_strdup (outlay_format_kind (fields->kind));
    case OUTLAY_FACT_AMOUNT:
      return outlay_money_is_set (&fields->amount) ? outlay_report_dup_money (&fields->amount)
                                                   : g_strdup ("");
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
style_parties (const OutlayReportFrame *frame, const OutlayDealRecord *deal, PangoLayout *layout)
{
  gsize bold, grey;
  g_autofree char *text = dup_parties (frame, deal, &bold, &grey);

  if (outlay_fields_count_role (&deal->fields, OUTLAY_ROLE_INVESTOR) > 0)
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
    style_parties (frame, deal, layout);
  else if (fact == OUTLAY_FACT_AMOUNT)
    style_amount (layout, &deal->fields.amount);
}
