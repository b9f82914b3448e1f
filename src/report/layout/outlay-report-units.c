/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each layout is made of, and how each piece of it is built. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-units.h"

#include <glib/gi18n-lib.h>

#include "report/layout/outlay-report-cards.h"
#include "report/layout/outlay-report-circles.h"
#include "report/layout/outlay-report-evidence.h"
#include "report/layout/outlay-report-money.h"
#include "report/layout/outlay-report-overview.h"
#include "report/layout/outlay-report-picture.h"
#include "report/layout/outlay-report-section.h"
#include "report/layout/outlay-report-sources.h"
#include "report/layout/outlay-report-title.h"

static gboolean
has_part (const OutlayReportFrame *frame, OutlayReportPart part)
{
  return outlay_report_options_has (&frame->options, part);
}

static void
add_unit (GArray *units, OutlayUnitKind kind, guint index, guint n_cards)
{
  OutlayUnit unit = {kind, index, n_cards};

  g_array_append_val (units, unit);
}

static void
add_each (GArray *units, OutlayUnitKind kind, guint count)
{
  for (guint i = 0; i < count; i++)
    add_unit (units, kind, i, 0);
}

/* No row of cards holds cards of two groups. */
static void
add_cards (const OutlayReportFrame *frame, GArray *units)
{
  const OutlayReportPlan *plan = frame->plan;
  guint most = outlay_report_cards_count_columns (frame);
  guint first = 0;

  for (guint i = 0; i < plan->entries->len; i++)
    {
      if (i + 1 - first < most && !outlay_report_plan_get_entry (plan, i)->last)
        continue;
      add_unit (units, OUTLAY_UNIT_CARDS, first, i + 1 - first);
      first = i + 1;
    }
}

static void
add_charts (const OutlayReportFrame *frame, GArray *units)
{
  add_each (units, OUTLAY_UNIT_OVERVIEW, outlay_report_overview_count (frame));
  if (has_part (frame, OUTLAY_REPORT_PART_KINDS))
    add_unit (units, OUTLAY_UNIT_MONEY, 0, 0);
  if (has_part (frame, OUTLAY_REPORT_PART_CIRCLES))
    add_unit (units, OUTLAY_UNIT_CIRCLES, 0, 0);
}

/**
 * outlay_units_list:
 *
 * Returns: (transfer full) (element-type OutlayUnit): what is printed, in order.
 */
GArray *
outlay_units_list (const OutlayReportFrame *frame)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (OutlayUnit));
  const OutlayReportPlan *plan = frame->plan;
  OutlayReportLayout layout = frame->options.layout;
  guint n_deals = plan->entries->len;

  add_unit (units, OUTLAY_UNIT_TITLE, 0, 0);
  if (frame->picture != NULL)
    {
      add_unit (units, OUTLAY_UNIT_PICTURE, 0, 0);
      return units;
    }
  if (layout == OUTLAY_REPORT_BRIEF && has_part (frame, OUTLAY_REPORT_PART_LARGEST))
    add_each (units, OUTLAY_UNIT_LARGEST, plan->largest->len);
  add_charts (frame, units);
  if (layout == OUTLAY_REPORT_TABLE || has_part (frame, OUTLAY_REPORT_PART_CONTENTS))
    add_each (units, OUTLAY_UNIT_ROW, n_deals);
  if (layout == OUTLAY_REPORT_CARDS)
    add_cards (frame, units);
  if (outlay_report_frame_has_sections (frame))
    add_each (units, OUTLAY_UNIT_SECTION, n_deals);
  if (layout == OUTLAY_REPORT_BRIEF && has_part (frame, OUTLAY_REPORT_PART_QUOTES))
    add_each (units, OUTLAY_UNIT_PROOF, plan->largest->len);
  if (layout == OUTLAY_REPORT_SOURCES || has_part (frame, OUTLAY_REPORT_PART_SOURCES))
    add_each (units, OUTLAY_UNIT_SOURCE, plan->sources->len);
  return units;
}

static OutlayBlock *
build_none (const OutlayReportFrame *frame)
{
  OutlayBlock *block = outlay_block_new (18);

  outlay_block_add_text (
    block, OUTLAY_TEXT_CHAPTER,
    outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_CHAPTER, _ ("No deals"), frame->sheet->width),
    0, 0);
  return block;
}

static void
build_title (const OutlayReportFrame *frame, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) title = outlay_report_title_build (frame, frame->title, frame->subtitle);

  g_ptr_array_extend_and_steal (blocks, g_steal_pointer (&title));
  if (frame->plan->entries->len == 0)
    g_ptr_array_add (blocks, build_none (frame));
}

static const char *
get_rows_title (const OutlayReportFrame *frame)
{
  if (frame->options.layout == OUTLAY_REPORT_BRIEF)
    return frame->plan->entries->len > frame->plan->largest->len ? C_ ("report", "The ten largest")
                                                                 : C_ ("report", "The largest");
  return C_ ("report", "The deals in short");
}

/* The first row brings the heading and the head that each page of rows begins with. */
static void
build_row (const OutlayReportFrame *frame,
           const OutlayReportTable *table,
           GPtrArray *blocks,
           guint place,
           guint index)
{
  const OutlayReportPlan *plan = frame->plan;
  const OutlayReportEntry *entry = outlay_report_plan_get_entry (plan, index);
  gboolean grouped = plan->groups->len > 1 && frame->options.layout == OUTLAY_REPORT_TABLE;
  const OutlayReportGroupOfDeals *group = outlay_report_plan_get_group (plan, entry->group);

  if (place == 0)
    {
      g_ptr_array_add (blocks,
                       outlay_report_frame_build_chapter (frame, "deals", get_rows_title (frame)));
      g_ptr_array_add (blocks, outlay_report_table_build_head (table));
    }
  if (grouped && entry->first)
    g_ptr_array_add (blocks,
                     outlay_report_frame_build_group (frame, entry->group, place == 0 ? 6 : 12));
  OutlayBlock *row = outlay_report_table_build_row (table, index);
  g_ptr_array_add (blocks, row);
  if (grouped && entry->last)
    {
      row->keep = TRUE;
      g_ptr_array_add (blocks,
                       outlay_report_table_build_sum (table, group->title, &group->totals, FALSE));
    }
  if (index + 1 == plan->entries->len && frame->options.layout == OUTLAY_REPORT_TABLE)
    {
      row->keep = TRUE;
      g_ptr_array_add (
        blocks, outlay_report_table_build_sum (table, C_ ("report", "All"), &plan->totals, TRUE));
    }
}

static void
build_cards (const OutlayReportFrame *frame, GPtrArray *blocks, const OutlayUnit *unit)
{
  const OutlayReportPlan *plan = frame->plan;
  const OutlayReportEntry *entry = outlay_report_plan_get_entry (plan, unit->index);

  if (unit->index == 0 && plan->groups->len <= 1)
    g_ptr_array_add (
      blocks, outlay_report_frame_build_chapter (frame, "deals", C_ ("report", "The deals")));
  if (plan->groups->len > 1 && entry->first)
    g_ptr_array_add (blocks, outlay_report_frame_build_group (frame, entry->group, 18));
  g_ptr_array_add (blocks, outlay_report_cards_build_row (frame, unit->index, unit->n_cards));
}

static void
build_section (const OutlayReportFrame *frame, GPtrArray *blocks, guint index)
{
  const OutlayReportPlan *plan = frame->plan;
  const OutlayReportEntry *entry = outlay_report_plan_get_entry (plan, index);

  if (plan->groups->len > 1 && entry->first && frame->options.layout == OUTLAY_REPORT_DOSSIER)
    g_ptr_array_add (blocks, outlay_report_frame_build_group (frame, entry->group, 22));
  else if (index == 0)
    g_ptr_array_add (
      blocks, outlay_report_frame_build_chapter (frame, "evidence", C_ ("report", "Deal by deal")));
  outlay_report_section_add (frame, blocks, index);
}

static void
build_proof (const OutlayReportFrame *frame, GPtrArray *blocks, guint place)
{
  if (place == 0)
    g_ptr_array_add (blocks, outlay_report_frame_build_chapter (
                               frame, "evidence", C_ ("report", "In the words of the articles")));
  outlay_report_proof_add (frame, blocks, g_array_index (frame->plan->largest, guint, place));
}

/** outlay_unit_is_row: returns whether it is a row of a table. */
gboolean
outlay_unit_is_row (const OutlayUnit *unit)
{
  return unit->kind == OUTLAY_UNIT_ROW || unit->kind == OUTLAY_UNIT_LARGEST;
}

/** outlay_unit_begins_chapter: returns whether it is better begun on a page of its own. */
gboolean
outlay_unit_begins_chapter (const OutlayUnit *unit)
{
  return unit->index == 0 && (unit->kind == OUTLAY_UNIT_SECTION || unit->kind == OUTLAY_UNIT_PROOF);
}

/**
 * outlay_unit_build:
 *
 * Returns: (transfer full) (element-type OutlayBlock): the blocks of @unit, from top to bottom.
 */
GPtrArray *
outlay_unit_build (const OutlayReportFrame *frame,
                   const OutlayReportTable *table,
                   const OutlayUnit *unit)
{
  GPtrArray *blocks = outlay_blocks_new ();

  switch (unit->kind)
    {
    case OUTLAY_UNIT_TITLE:
      build_title (frame, blocks);
      break;
    case OUTLAY_UNIT_PICTURE:
      g_ptr_array_add (blocks, outlay_report_picture_build (frame));
      break;
    case OUTLAY_UNIT_OVERVIEW:
      g_ptr_array_extend_and_steal (blocks, outlay_report_overview_build (frame, unit->index));
      break;
    case OUTLAY_UNIT_MONEY:
      g_ptr_array_extend_and_steal (blocks, outlay_report_money_build (frame));
      break;
    case OUTLAY_UNIT_CIRCLES:
      g_ptr_array_extend_and_steal (blocks, outlay_report_circles_build (frame));
      break;
    case OUTLAY_UNIT_LARGEST:
      build_row (frame, table, blocks, unit->index,
                 g_array_index (frame->plan->largest, guint, unit->index));
      break;
    case OUTLAY_UNIT_ROW:
      build_row (frame, table, blocks, unit->index, unit->index);
      break;
    case OUTLAY_UNIT_CARDS:
      build_cards (frame, blocks, unit);
      break;
    case OUTLAY_UNIT_SECTION:
      build_section (frame, blocks, unit->index);
      break;
    case OUTLAY_UNIT_PROOF:
      build_proof (frame, blocks, unit->index);
      break;
    case OUTLAY_UNIT_SOURCE:
    default:
      if (unit->index == 0)
        g_ptr_array_add (
          blocks, outlay_report_frame_build_chapter (frame, "sources", C_ ("report", "Sources")));
      g_ptr_array_add (blocks, outlay_report_sources_build (frame, unit->index));
      break;
    }
  return blocks;
}
