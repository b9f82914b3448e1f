/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary: a row a deal. On wide paper every fact has a column; on narrower paper two facts
 * share one, the second beneath the first.
 */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"

#define NO_BREAK_SPACE "\302\240"

#define COLUMN_GAP  9.0
#define ROW_PADDING 4.0

/* Content widths from which all facts have a column of their own, and from which place and period
   have one together. */
#define WIDE   640.0
#define MEDIUM 400.0

/* The share of the width that the parties get at least, and the narrowest that another column whose
   text wraps well is made for it. */
#define PARTIES_SHARE 0.26
#define NARROWEST     52.0

typedef enum
{
  FACT_NUMBER,
  FACT_PARTIES,
  FACT_AMOUNT,
  FACT_CAPACITY,
  FACT_WHERE,
  FACT_WHEN,
  FACT_STATUS,
  FACT_ANNOUNCED,
  FACT_SOURCES,
  FACT_NONE,
} Fact;

#define N_FACTS   FACT_NONE
#define MAX_FACTS 3

typedef struct
{
  Fact facts[MAX_FACTS];
  gboolean right;
} Column;

static const Column wide_columns[] = {
  {{FACT_NUMBER, FACT_NONE, FACT_NONE}, TRUE},  {{FACT_PARTIES, FACT_NONE, FACT_NONE}, FALSE},
  {{FACT_AMOUNT, FACT_NONE, FACT_NONE}, TRUE},  {{FACT_CAPACITY, FACT_NONE, FACT_NONE}, TRUE},
  {{FACT_WHERE, FACT_NONE, FACT_NONE}, FALSE},  {{FACT_WHEN, FACT_NONE, FACT_NONE}, FALSE},
  {{FACT_STATUS, FACT_NONE, FACT_NONE}, FALSE}, {{FACT_ANNOUNCED, FACT_NONE, FACT_NONE}, TRUE},
  {{FACT_SOURCES, FACT_NONE, FACT_NONE}, TRUE},
};

static const Column medium_columns[] = {
  {{FACT_NUMBER, FACT_NONE, FACT_NONE}, TRUE},  {{FACT_PARTIES, FACT_NONE, FACT_NONE}, FALSE},
  {{FACT_AMOUNT, FACT_NONE, FACT_NONE}, TRUE},  {{FACT_CAPACITY, FACT_NONE, FACT_NONE}, TRUE},
  {{FACT_WHERE, FACT_WHEN, FACT_NONE}, FALSE},  {{FACT_STATUS, FACT_ANNOUNCED, FACT_NONE}, FALSE},
  {{FACT_SOURCES, FACT_NONE, FACT_NONE}, TRUE},
};

static const Column narrow_columns[] = {
  {{FACT_NUMBER, FACT_NONE, FACT_NONE}, TRUE},
  {{FACT_PARTIES, FACT_WHERE, FACT_WHEN}, FALSE},
  {{FACT_AMOUNT, FACT_CAPACITY, FACT_NONE}, TRUE},
  {{FACT_STATUS, FACT_ANNOUNCED, FACT_NONE}, FALSE},
  {{FACT_SOURCES, FACT_NONE, FACT_NONE}, TRUE},
};

/* The widest that a column is made for its text; what is wider wraps. */
static const double widest[N_FACTS] = {
  [FACT_NUMBER] = 40, [FACT_AMOUNT] = 110, [FACT_CAPACITY] = 72,  [FACT_WHERE] = 84,
  [FACT_WHEN] = 84,   [FACT_STATUS] = 64,  [FACT_ANNOUNCED] = 64, [FACT_SOURCES] = 44,
};

struct _OutlayReportTable
{
  const OutlaySheet *sheet;
  const Column *columns;
  guint n_columns;
  double needed[G_N_ELEMENTS (wide_columns)];
  double widths[G_N_ELEMENTS (wide_columns)];
};

static const char *
get_heading (Fact fact)
{
  switch (fact)
    {
    case FACT_PARTIES:
      return C_ ("report", "Who → whom");
    case FACT_AMOUNT:
      return C_ ("field", "Amount");
    case FACT_CAPACITY:
      return C_ ("field", "Capacity");
    case FACT_WHERE:
      return C_ ("report", "Where");
    case FACT_WHEN:
      return C_ ("report", "When");
    case FACT_STATUS:
      return C_ ("field", "Status");
    case FACT_ANNOUNCED:
      return C_ ("field", "Announced");
    case FACT_SOURCES:
      return C_ ("report", "Sources");
    default:
      return "";
    }
}

static char *
dup_parties (const OutlayFields *fields, gsize *bold, gsize *grey)
{
  g_autofree char *who = outlay_format_who (fields);
  g_autofree char *whom = outlay_format_whom (fields);
  GString *both = g_string_new (who);
  const char *dot = g_strrstr (whom, " · ");

  g_string_append_printf (both, " %s", whom);
  *bold = strlen (who);
  *grey = *bold;
  if (dot != NULL)
    {
      *grey += 1 + (gsize)(dot - whom);
      /* The dot goes to the next line with the word behind it. */
      g_string_erase (both, (gssize)(*grey + strlen (" ·")), 1);
      g_string_insert (both, (gssize)(*grey + strlen (" ·")), NO_BREAK_SPACE);
    }
  return g_string_free (both, FALSE);
}

static char *
dup_fact (const OutlayDealRecord *deal, guint number, Fact fact)
{
  const OutlayFields *fields = &deal->fields;
  gsize bold, grey;

  switch (fact)
    {
    case FACT_NUMBER:
      return g_strdup_printf ("%u", number);
    case FACT_PARTIES:
      return dup_parties (fields, &bold, &grey);
    case FACT_AMOUNT:
      return outlay_money_is_set (&fields->amount) ? outlay_format_money (&fields->amount)
                                                   : g_strdup ("–");
    case FACT_CAPACITY:
      return outlay_format_capacity (&fields->capacity);
    case FACT_WHERE:
      return outlay_format_places (fields, 3);
    case FACT_WHEN:
      return outlay_format_period (fields->start, fields->end);
    case FACT_STATUS:
      return g_strdup (outlay_format_status (fields->status));
    case FACT_ANNOUNCED:
      return outlay_format_date (fields->announced);
    case FACT_SOURCES:
      return g_strdup_printf ("%u", outlay_deal_record_count_sources (deal));
    default:
      return NULL;
    }
}

/**
 * outlay_report_table_new:
 * @sheet: (transfer none): it must outlive the table
 *
 * Returns: (transfer full): a table with the columns that the sheet has room for.
 */
OutlayReportTable *
outlay_report_table_new (const OutlaySheet *sheet)
{
  OutlayReportTable *table = g_new0 (OutlayReportTable, 1);

  table->sheet = sheet;
  table->columns = narrow_columns;
  table->n_columns = G_N_ELEMENTS (narrow_columns);
  if (sheet->width >= WIDE)
    {
      table->columns = wide_columns;
      table->n_columns = G_N_ELEMENTS (wide_columns);
    }
  else if (sheet->width >= MEDIUM)
    {
      table->columns = medium_columns;
      table->n_columns = G_N_ELEMENTS (medium_columns);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      for (guint j = 0; j < MAX_FACTS && table->columns[i].facts[j] != FACT_NONE; j++)
        {
          const char *heading = get_heading (table->columns[i].facts[j]);
          double need = outlay_sheet_measure (sheet, OUTLAY_TEXT_TABLE_HEAD, heading);

          table->needed[i] = MAX (table->needed[i], need);
        }
    }
  return table;
}

/** outlay_report_table_free: gives back what @table holds. */
void
outlay_report_table_free (OutlayReportTable *table)
{
  g_free (table);
}

/* Bold is wider than regular; amounts are set in bold. */
static OutlayTextStyle
get_measured_style (Fact fact)
{
  return fact == FACT_AMOUNT ? OUTLAY_TEXT_HEADING : OUTLAY_TEXT_CELL;
}

/** outlay_report_table_measure: lets the columns know what @deal needs. */
void
outlay_report_table_measure (OutlayReportTable *table, guint number, const OutlayDealRecord *deal)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      for (guint j = 0; j < MAX_FACTS && table->columns[i].facts[j] != FACT_NONE; j++)
        {
          Fact fact = table->columns[i].facts[j];
          g_autofree char *text = NULL;

          if (widest[fact] <= table->needed[i])
            continue;
          text = dup_fact (deal, number, fact);
          if (text == NULL)
            continue;
          double need = outlay_sheet_measure (table->sheet, get_measured_style (fact), text) + 0.5;
          table->needed[i] = MAX (table->needed[i], MIN (need, widest[fact]));
        }
    }
}

static gboolean
holds_parties (const Column *column)
{
  return column->facts[0] == FACT_PARTIES;
}

/* Figures and places break between words without harm; a status or a day does not. */
static double
get_slack (const OutlayReportTable *table, guint column)
{
  switch (table->columns[column].facts[0])
    {
    case FACT_AMOUNT:
    case FACT_CAPACITY:
    case FACT_WHERE:
    case FACT_WHEN:
      return MAX (table->needed[column] - NARROWEST, 0);
    default:
      return 0;
    }
}

/**
 * outlay_report_table_settle:
 *
 * Gives each column the width that its text needs, and the parties all that is left; where that is
 * too little, the columns that can give way do so in proportion.
 */
void
outlay_report_table_settle (OutlayReportTable *table)
{
  double room = table->sheet->width - COLUMN_GAP * (double)(table->n_columns - 1);
  double others = 0, slack = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      others += holds_parties (&table->columns[i]) ? 0 : table->needed[i];
      slack += get_slack (table, i);
    }
  double missing = CLAMP (others - room * (1 - PARTIES_SHARE), 0, slack);
  double left = MAX (room - others + missing, NARROWEST);
  for (guint i = 0; i < table->n_columns; i++)
    {
      double given = slack > 0 ? missing * get_slack (table, i) / slack : 0;

      table->widths[i] = holds_parties (&table->columns[i]) ? left : table->needed[i] - given;
    }
}

static PangoLayout *
new_cell (const OutlayReportTable *table, guint column, OutlayTextStyle style, const char *text)
{
  PangoLayout *layout = outlay_sheet_new_text (table->sheet, style, text, table->widths[column]);

  if (table->columns[column].right)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/**
 * outlay_report_table_build_head:
 *
 * Returns: (transfer full): the names of the columns.
 */
OutlayBlock *
outlay_report_table_build_head (const OutlayReportTable *table)
{
  OutlayBlock *block = outlay_block_new (8);
  double x = 0, bottom = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      double y = 0;

      for (guint j = 0; j < MAX_FACTS && table->columns[i].facts[j] != FACT_NONE; j++)
        y = outlay_block_add_text (
          block, OUTLAY_TEXT_TABLE_HEAD,
          new_cell (table, i, OUTLAY_TEXT_TABLE_HEAD, get_heading (table->columns[i].facts[j])), x,
          y);
      bottom = MAX (bottom, y);
      x += table->widths[i] + COLUMN_GAP;
    }
  outlay_block_add_rule (block, 0, bottom + ROW_PADDING, table->sheet->width, bottom + ROW_PADDING,
                         0.8, 0);
  block->keep = TRUE;
  block->whole = TRUE;
  return block;
}

static OutlayTextStyle
get_cell_style (Fact fact, gboolean first)
{
  return fact == FACT_NUMBER || (!first && fact != FACT_CAPACITY) ? OUTLAY_TEXT_CELL_DIM
                                                                  : OUTLAY_TEXT_CELL;
}

static void
style_parties (PangoLayout *layout, const OutlayFields *fields)
{
  gsize bold, grey;
  g_autofree char *text = dup_parties (fields, &bold, &grey);

  if (outlay_fields_count_role (fields, OUTLAY_ROLE_INVESTOR) > 0)
    outlay_sheet_add_weight (layout, 0, bold, PANGO_WEIGHT_BOLD);
  else
    outlay_sheet_add_grey (layout, 0, bold);
  outlay_sheet_add_grey (layout, grey, strlen (text));
}

static void
style_amount (PangoLayout *layout, const OutlayMoney *amount)
{
  const char *hedge = outlay_money_is_set (amount) ? outlay_format_hedge (amount->qualifier) : "";
  gsize length = strlen (hedge);

  if (length > 0)
    outlay_sheet_add_grey (layout, 0, length);
  if (outlay_money_is_set (amount))
    outlay_sheet_add_weight (layout, length, G_MAXUINT, PANGO_WEIGHT_BOLD);
}

static PangoLayout *
new_fact (const OutlayReportTable *table,
          guint column,
          OutlayTextStyle style,
          Fact fact,
          const OutlayDealRecord *deal,
          const char *text)
{
  PangoLayout *layout = new_cell (table, column, style, text);

  if (fact == FACT_PARTIES)
    style_parties (layout, &deal->fields);
  else if (fact == FACT_AMOUNT)
    style_amount (layout, &deal->fields.amount);
  return layout;
}

/**
 * outlay_report_table_build_row:
 * @number: of the deal in the order shown, from 1
 *
 * Returns: (transfer full): the row of @deal, which leads to its section.
 */
OutlayBlock *
outlay_report_table_build_row (const OutlayReportTable *table,
                               guint number,
                               const OutlayDealRecord *deal)
{
  OutlayBlock *block = outlay_block_new (0);
  double x = 0, bottom = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      double y = ROW_PADDING;

      for (guint j = 0; j < MAX_FACTS && table->columns[i].facts[j] != FACT_NONE; j++)
        {
          Fact fact = table->columns[i].facts[j];
          OutlayTextStyle style = get_cell_style (fact, j == 0);
          g_autofree char *text = dup_fact (deal, number, fact);

          if (text != NULL && *text != '\0')
            y = outlay_block_add_text (block, style, new_fact (table, i, style, fact, deal, text),
                                       x, y);
        }
      bottom = MAX (bottom, y);
      x += table->widths[i] + COLUMN_GAP;
    }
  bottom += ROW_PADDING;
  outlay_block_add_rule (block, 0, bottom, table->sheet->width, bottom, 0.4, 0.75);
  block->whole = TRUE;
  block->link = g_strdup_printf ("deal-%u", number);
  return block;
}
