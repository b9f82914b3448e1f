/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row a deal. Where the paper is wide enough every fact has a column; the narrower it is, the
 * more facts stand beneath one another in one column.
 */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "report/layout/outlay-report-cell.h"

#define NOTHING "–"

#define COLUMN_GAP  9.0
#define ROW_PADDING 4.0

/* The share of the width that the parties get at least, and the narrowest that another column whose
   text wraps well is made for it. */
#define PARTIES_SHARE 0.27
#define NARROWEST     52.0

/* How much of what columns can give way they give rather than stand beneath one another. */
#define GIVEN_SHARE 0.6

#define MOST_CURRENCIES 3

/* What so many of a hundred rows need, a column that can wrap gets; where it then is much narrower
   than the longest text, that one wraps. */
#define MOST_ROWS   92
#define WORTH_WHILE 0.85

/* In points; nothing is made wider than that for its text. */
#define N_WIDTHS 256

#define MAX_FACTS   4
#define MAX_COLUMNS OUTLAY_N_FACTS

typedef struct
{
  OutlayFact facts[MAX_FACTS];
  guint n_facts;
  double need;
  double width;
} Column;

/* From one level to the next, what moves beneath what. */
typedef struct
{
  guint level;
  OutlayFact fact;
  OutlayFact below;
} Move;

#define MOST_LEVEL 4

static const Move moves[] = {
  {1, OUTLAY_FACT_WHEN, OUTLAY_FACT_WHERE},       {2, OUTLAY_FACT_CONVERTED, OUTLAY_FACT_AMOUNT},
  {2, OUTLAY_FACT_ANNOUNCED, OUTLAY_FACT_STATUS}, {3, OUTLAY_FACT_KIND, OUTLAY_FACT_PARTIES},
  {4, OUTLAY_FACT_CAPACITY, OUTLAY_FACT_AMOUNT},  {4, OUTLAY_FACT_WHERE, OUTLAY_FACT_PARTIES},
  {4, OUTLAY_FACT_WHEN, OUTLAY_FACT_PARTIES},
};

/* The widest that a column is made for its text at the usual size; what is wider wraps. */
static const double widest[OUTLAY_N_FACTS] = {
  [OUTLAY_FACT_NUMBER] = 40,    [OUTLAY_FACT_KIND] = 64,     [OUTLAY_FACT_AMOUNT] = 110,
  [OUTLAY_FACT_CONVERTED] = 96, [OUTLAY_FACT_CAPACITY] = 80, [OUTLAY_FACT_WHERE] = 84,
  [OUTLAY_FACT_WHEN] = 84,      [OUTLAY_FACT_STATUS] = 64,   [OUTLAY_FACT_ANNOUNCED] = 64,
  [OUTLAY_FACT_SOURCES] = 48,
};

struct _OutlayReportTable
{
  const OutlayReportFrame *frame;
  guint facts;
  double needed[OUTLAY_N_FACTS];
  /* Of each fact how many texts are so many points wide. */
  guint widths[OUTLAY_N_FACTS][N_WIDTHS];
  Column columns[MAX_COLUMNS];
  guint n_columns;
};

/**
 * outlay_report_table_new:
 * @frame: (transfer none): it must outlive the table
 * @columns: bit (1 << OutlayReportColumn) of what it has columns for
 *
 * Returns: (transfer full): a table whose columns are still to be settled.
 */
OutlayReportTable *
outlay_report_table_new (const OutlayReportFrame *frame, guint columns)
{
  OutlayReportTable *table = g_new0 (OutlayReportTable, 1);

  table->frame = frame;
  table->facts = outlay_facts_from_columns (columns);
  for (guint fact = 0; fact < OUTLAY_N_FACTS; fact++)
    table->needed[fact]
      = outlay_sheet_measure (frame->sheet, OUTLAY_TEXT_TABLE_HEAD, outlay_fact_get_heading (fact));
  return table;
}

/** outlay_report_table_free: gives back what @table holds. */
void
outlay_report_table_free (OutlayReportTable *table)
{
  g_free (table);
}

static gboolean
has_fact (const OutlayReportTable *table, OutlayFact fact)
{
  return (table->facts & (1u << fact)) != 0;
}

static double
get_widest (const OutlayReportTable *table, OutlayFact fact)
{
  return widest[fact] * table->frame->sheet->scale;
}

/* Bold is wider than regular; amounts are set in bold. */
static OutlayTextStyle
get_measured_style (OutlayFact fact)
{
  return fact == OUTLAY_FACT_AMOUNT ? OUTLAY_TEXT_HEADING : OUTLAY_TEXT_CELL;
}

/* Figures and places break between words without harm; a status or a day does not. */
static gboolean
can_wrap (OutlayFact fact)
{
  return fact == OUTLAY_FACT_AMOUNT || fact == OUTLAY_FACT_CONVERTED || fact == OUTLAY_FACT_CAPACITY
         || fact == OUTLAY_FACT_WHERE || fact == OUTLAY_FACT_WHEN;
}

/** outlay_report_table_measure: lets the columns know what @entry needs. */
void
outlay_report_table_measure (OutlayReportTable *table, guint entry)
{
  const OutlaySheet *sheet = table->frame->sheet;

  for (guint fact = 0; fact < OUTLAY_N_FACTS; fact++)
    {
      g_autofree char *text = NULL;
      double most = get_widest (table, fact);

      if (!has_fact (table, fact) || (most <= table->needed[fact] && !can_wrap (fact)))
        continue;
      text = outlay_fact_dup_text (table->frame, entry, fact);
      double estimate = outlay_sheet_estimate (sheet, get_measured_style (fact), text);
      if (*text != '\0')
        table->widths[fact][MIN ((guint)estimate, N_WIDTHS - 1)]++;
      if (most <= table->needed[fact] || estimate <= table->needed[fact])
        continue;
      double need = outlay_sheet_measure (sheet, get_measured_style (fact), text) + 0.5;
      table->needed[fact] = MAX (table->needed[fact], MIN (need, most));
    }
}

/* The few texts that are far longer than the others wrap. */
static void
leave_out_longest (OutlayReportTable *table, OutlayFact fact)
{
  double head = outlay_sheet_measure (table->frame->sheet, OUTLAY_TEXT_TABLE_HEAD,
                                      outlay_fact_get_heading (fact));
  guint all = 0, covered = 0, width = 0;

  for (guint i = 0; i < N_WIDTHS; i++)
    all += table->widths[fact][i];
  while (width < N_WIDTHS && (covered + table->widths[fact][width]) * 100 <= all * MOST_ROWS)
    covered += table->widths[fact][width++];
  double usual = MAX (head, (double)width + 1);
  if (usual < table->needed[fact] * WORTH_WHILE)
    table->needed[fact] = usual;
}

static Column *
find_column (OutlayReportTable *table, OutlayFact fact)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      for (guint j = 0; j < table->columns[i].n_facts; j++)
        {
          if (table->columns[i].facts[j] == fact)
            return &table->columns[i];
        }
    }
  return NULL;
}

static Column *
find_host (OutlayReportTable *table, OutlayFact fact, guint level)
{
  Column *host = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      if (moves[i].fact == fact && moves[i].level <= level)
        {
          Column *found = find_column (table, moves[i].below);

          host = found != NULL && found->n_facts < MAX_FACTS ? found : host;
        }
    }
  return host;
}

static void
arrange (OutlayReportTable *table, guint level)
{
  table->n_columns = 0;
  for (guint fact = 0; fact < OUTLAY_N_FACTS; fact++)
    {
      Column *column;

      if (!has_fact (table, fact))
        continue;
      column = find_host (table, fact, level);
      if (column == NULL)
        {
          column = &table->columns[table->n_columns++];
          *column = (Column){.n_facts = 0};
        }
      column->facts[column->n_facts++] = fact;
      column->need = MAX (column->need, table->needed[fact]);
    }
}

static gboolean
holds_parties (const Column *column)
{
  return column->facts[0] == OUTLAY_FACT_PARTIES;
}

static double
sum_others (const OutlayReportTable *table)
{
  double others = 0;

  for (guint i = 0; i < table->n_columns; i++)
    others += holds_parties (&table->columns[i]) ? 0 : table->columns[i].need;
  return others;
}

static double
get_room (const OutlayReportTable *table)
{
  return table->frame->sheet->width - COLUMN_GAP * (double)(table->n_columns - 1);
}

static double
get_slack (const Column *column)
{
  return can_wrap (column->facts[0]) ? MAX (column->need - NARROWEST, 0) : 0;
}

static double
sum_slack (const OutlayReportTable *table)
{
  double slack = 0;

  for (guint i = 0; i < table->n_columns; i++)
    slack += get_slack (&table->columns[i]);
  return slack;
}

/**
 * outlay_report_table_settle:
 *
 * Gives each column the width that its text needs, and the parties all that is left. Facts move
 * beneath one another until that is enough; where it never is, the columns that can give way do so
 * in proportion.
 */
void
outlay_report_table_settle (OutlayReportTable *table)
{
  double slack = 0;

  for (guint fact = 0; fact < OUTLAY_N_FACTS; fact++)
    {
      if (can_wrap (fact))
        leave_out_longest (table, fact);
    }
  for (guint level = 0; level <= MOST_LEVEL; level++)
    {
      arrange (table, level);
      slack = sum_slack (table);
      if (sum_others (table) - slack * GIVEN_SHARE <= get_room (table) * (1 - PARTIES_SHARE))
        break;
    }
  double others = sum_others (table);
  double missing = CLAMP (others - get_room (table) * (1 - PARTIES_SHARE), 0, slack);
  double left = MAX (get_room (table) - others + missing, NARROWEST);
  for (guint i = 0; i < table->n_columns; i++)
    {
      Column *column = &table->columns[i];
      double given = slack > 0 ? missing * get_slack (column) / slack : 0;

      column->width = holds_parties (column) ? left : column->need - given;
    }
}

static gboolean
is_right (const Column *column)
{
  return outlay_fact_is_figure (column->facts[0]);
}

static PangoLayout *
new_cell (const OutlayReportTable *table,
          const Column *column,
          OutlayTextStyle style,
          const char *text)
{
  PangoLayout *layout = outlay_sheet_new_text (table->frame->sheet, style, text, column->width);

  if (is_right (column))
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
      const Column *column = &table->columns[i];
      double y = 0;

      for (guint j = 0; j < column->n_facts; j++)
        y = outlay_block_add_text (block, OUTLAY_TEXT_TABLE_HEAD,
                                   new_cell (table, column, OUTLAY_TEXT_TABLE_HEAD,
                                             outlay_fact_get_heading (column->facts[j])),
                                   x, y);
      bottom = MAX (bottom, y);
      x += column->width + COLUMN_GAP;
    }
  bottom = MAX (bottom, outlay_block_align (block, 0)) + ROW_PADDING;
  outlay_block_add_rule (block, 0, bottom, table->frame->sheet->width, bottom, 0.8,
                         OUTLAY_INK_BLACK);
  block->keep = TRUE;
  block->whole = TRUE;
  return block;
}

static double
add_cell (
  const OutlayReportTable *table, OutlayBlock *block, const Column *column, guint entry, double x)
{
  double y = ROW_PADDING;

  for (guint i = 0; i < column->n_facts; i++)
    {
      OutlayFact fact = column->facts[i];
      OutlayTextStyle style = outlay_fact_get_style (fact, i == 0);
      g_autofree char *text = outlay_fact_dup_text (table->frame, entry, fact);

      if (*text == '\0')
        continue;
      PangoLayout *layout = new_cell (table, column, style, text);
      outlay_fact_style (table->frame, entry, fact, layout);
      y = outlay_block_add_text (block, style, layout, x, y);
    }
  if (y <= ROW_PADDING && is_right (column))
    y = outlay_block_add_text (block, OUTLAY_TEXT_CELL_DIM,
                               new_cell (table, column, OUTLAY_TEXT_CELL_DIM, NOTHING), x, y);
  return y;
}

/**
 * outlay_report_table_build_row:
 *
 * Returns: (transfer full): the row of @entry, which leads to its evidence.
 */
OutlayBlock *
outlay_report_table_build_row (const OutlayReportTable *table, guint entry)
{
  OutlayBlock *block = outlay_block_new (0);
  g_autofree char *target = outlay_report_frame_dup_target (table->frame, entry);
  double width = table->frame->sheet->width;
  double x = 0, bottom = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      double end = add_cell (table, block, &table->columns[i], entry, x);

      bottom = MAX (bottom, end);
      x += table->columns[i].width + COLUMN_GAP;
    }
  bottom = MAX (bottom, outlay_block_align (block, 0)) + ROW_PADDING;
  outlay_block_add_rule (block, 0, bottom, width, bottom, 0.4, OUTLAY_INK_LINE);
  block->whole = TRUE;
  if (target != NULL)
    outlay_block_add_link (block, target, 0, 0, width, bottom);
  return block;
}

static char *
dup_sum (OutlayFact fact, const char *title, const OutlayReportTotals *totals)
{
  g_autofree char *count = NULL;

  switch (fact)
    {
    case OUTLAY_FACT_PARTIES:
      count = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", totals->n_deals), totals->n_deals);
      return g_strdup_printf ("%s · %s", title, count);
    case OUTLAY_FACT_CAPACITY:
      return totals->kilowatts > 0 ? outlay_format_power_compact (totals->kilowatts)
                                   : g_strdup ("");
    case OUTLAY_FACT_AMOUNT:
      return outlay_report_dup_sums (totals->money, TRUE, MOST_CURRENCIES);
    default:
      return g_strdup ("");
    }
}

/**
 * outlay_report_table_build_sum:
 * @title: whose sum it is
 * @last: whether it is the sum of all
 *
 * Returns: (transfer full): a row with what deals come to.
 */
OutlayBlock *
outlay_report_table_build_sum (const OutlayReportTable *table,
                               const char *title,
                               const OutlayReportTotals *totals,
                               gboolean last)
{
  OutlayBlock *block = outlay_block_new (0);
  double width = table->frame->sheet->width;
  double x = 0, bottom = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const Column *column = &table->columns[i];
      double y = ROW_PADDING;

      for (guint j = 0; j < column->n_facts; j++)
        {
          g_autofree char *text = dup_sum (column->facts[j], title, totals);

          if (*text != '\0')
            y = outlay_block_add_text (block, OUTLAY_TEXT_SUM,
                                       new_cell (table, column, OUTLAY_TEXT_SUM, text), x, y);
        }
      bottom = MAX (bottom, y);
      x += column->width + COLUMN_GAP;
    }
  bottom = MAX (bottom, outlay_block_align (block, 0)) + ROW_PADDING;
  outlay_block_add_rule (block, 0, 0, width, 0, 0.6, OUTLAY_INK_GREY);
  if (last)
    outlay_block_add_rule (block, 0, bottom, width, bottom, 0.8, OUTLAY_INK_BLACK);
  block->whole = TRUE;
  return block;
}
