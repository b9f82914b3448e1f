/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/outlay-pager.h"
#include "report/outlay-report-private.h"
#include "report/outlay-report-section.h"
#include "report/outlay-report-table.h"
#include "report/outlay-report-title.h"

/* A4 in points. */
#define A4_WIDTH     595.28
#define A4_HEIGHT    841.89
#define USUAL_MARGIN 28.0

/* How long a slice of the layout may take, in microseconds: half of what a frame may be held. */
#define SLICE_TIME 4000

#define HEADER_GAP 12.0

/* The sections follow the table on its last page where so much of that is free. */
#define SECTIONS_SHARE 0.5

/* The table's unit holds its heading, the head that each page of rows begins with, and row 1. */
enum
{
  UNIT_TITLE,
  UNIT_TABLE,
  UNIT_FIRST_DEAL,
};

enum
{
  TABLE_HEADING,
  TABLE_HEAD,
  TABLE_FIRST_ROW,
};

typedef enum
{
  STEP_MEASURE,
  STEP_TITLE,
  STEP_ROWS,
  STEP_SECTIONS,
  STEP_DONE,
} Step;

struct _OutlayReport
{
  GObject parent_instance;

  GPtrArray *deals;
  GHashTable *quotes;
  OutlaySheet *sheet;
  double width;
  double height;
  OutlayReportTotals totals;
  OutlayReportTable *table;
  OutlayPager *pager;
  char *title;
  char *filter;
  char *date;
  Step step;
  guint next;
};

G_DEFINE_FINAL_TYPE (OutlayReport, outlay_report, G_TYPE_OBJECT)

static void
outlay_report_finalize (GObject *object)
{
  OutlayReport *self = OUTLAY_REPORT (object);

  g_clear_pointer (&self->table, outlay_report_table_free);
  g_clear_pointer (&self->pager, outlay_pager_free);
  g_clear_pointer (&self->sheet, outlay_sheet_free);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_hash_table_unref);
  outlay_report_totals_clear (&self->totals);
  g_free (self->title);
  g_free (self->filter);
  g_free (self->date);

  G_OBJECT_CLASS (outlay_report_parent_class)->finalize (object);
}

static void
outlay_report_class_init (OutlayReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_report_finalize;
}

static void
outlay_report_init (OutlayReport *self)
{
}

/** outlay_report_options_init: A4, the usual title and type. */
void
outlay_report_options_init (OutlayReportOptions *options)
{
  *options = (OutlayReportOptions){
    .width = A4_WIDTH,
    .height = A4_HEIGHT,
    .margin = USUAL_MARGIN,
  };
}

static char *
dup_newest (OutlayDate newest)
{
  g_autofree char *date = outlay_format_date (newest);

  /* Translators: the newest day that the deals tell */
  return *date != '\0' ? outlay_format_fill (C_ ("report", "as of {date}"), "date", date, NULL)
                       : g_strdup ("");
}

/**
 * outlay_report_new:
 * @deals: (transfer none) (element-type OutlayDealRecord): what is printed, in this order; the
 * array must not change any more
 * @quotes: (transfer none) (nullable): from outlay_report_load_quotes()
 * @options: (transfer none): the paper, and what stands on every page
 *
 * Returns: (transfer full): a report that is still to be laid out.
 */
OutlayReport *
outlay_report_new (GPtrArray *deals, GHashTable *quotes, const OutlayReportOptions *options)
{
  OutlayReport *self = g_object_new (OUTLAY_TYPE_REPORT, NULL);

  self->deals = g_ptr_array_ref (deals);
  self->quotes = quotes != NULL ? g_hash_table_ref (quotes) : NULL;
  self->sheet = outlay_sheet_new (options);
  self->width = options->width;
  self->height = options->height;
  self->table = outlay_report_table_new (self->sheet);
  self->pager = outlay_pager_new (self->sheet->top, self->sheet->bottom);
  outlay_report_totals_init (&self->totals, deals);
  self->title = g_strdup (options->title != NULL ? options->title : _ ("AI infrastructure deals"));
  self->filter = options->filter != NULL && *options->filter != '\0'
                   ? g_strdup (options->filter)
                   : g_strdup_printf (
                     g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", deals->len), deals->len);
  self->date = options->date != NULL ? g_strdup (options->date) : dup_newest (self->totals.newest);
  return self;
}

static OutlayBlock *
build_table_heading (OutlayReport *self)
{
  OutlayBlock *block = outlay_block_new (18);
  const char *text = self->deals->len > 0 ? C_ ("report", "The deals in short") : _ ("No deals");

  outlay_block_add_text (
    block, OUTLAY_TEXT_CHAPTER,
    outlay_sheet_new_text (self->sheet, OUTLAY_TEXT_CHAPTER, text, self->sheet->width), 0, 0);
  block->keep = self->deals->len > 0;
  return block;
}

static GPtrArray *
build_table_unit (OutlayReport *self)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_block_free);

  g_ptr_array_add (blocks, build_table_heading (self));
  if (self->deals->len > 0)
    {
      g_ptr_array_add (blocks, outlay_report_table_build_head (self->table));
      g_ptr_array_add (
        blocks, outlay_report_table_build_row (self->table, 1, g_ptr_array_index (self->deals, 0)));
    }
  return blocks;
}

static GPtrArray *
build_unit (OutlayReport *self, guint unit)
{
  guint index = unit - UNIT_FIRST_DEAL;

  if (unit == UNIT_TITLE)
    return outlay_report_title_build (self->sheet, self->title, self->filter, &self->totals);
  if (unit == UNIT_TABLE)
    return build_table_unit (self);
  if (index < self->deals->len)
    {
      GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_block_free);

      g_ptr_array_add (blocks, outlay_report_table_build_row (
                                 self->table, index + 1, g_ptr_array_index (self->deals, index)));
      return blocks;
    }
  index -= self->deals->len;
  const OutlayDealRecord *deal = g_ptr_array_index (self->deals, index);
  const GPtrArray *quotes
    = self->quotes != NULL ? g_hash_table_lookup (self->quotes, &deal->id) : NULL;
  return outlay_report_section_build (self->sheet, index + 1, deal, quotes);
}

static void
place_unit (OutlayReport *self, guint unit)
{
  g_autoptr (GPtrArray) blocks = build_unit (self, unit);

  outlay_pager_place (self->pager, unit, blocks);
}

static void
measure_next (OutlayReport *self)
{
  if (self->next < self->deals->len)
    {
      outlay_report_table_measure (self->table, self->next + 1,
                                   g_ptr_array_index (self->deals, self->next));
      self->next++;
      return;
    }
  outlay_report_table_settle (self->table);
  self->step = STEP_TITLE;
}

static void
place_title (OutlayReport *self)
{
  g_autoptr (GPtrArray) table = build_unit (self, UNIT_TABLE);

  place_unit (self, UNIT_TITLE);
  outlay_pager_place (self->pager, UNIT_TABLE, table);
  if (self->deals->len > 0)
    outlay_pager_repeat (self->pager, UNIT_TABLE, TABLE_HEAD,
                         g_ptr_array_index (table, TABLE_HEAD));
  self->step = STEP_ROWS;
  self->next = 1;
}

static void
place_next_row (OutlayReport *self)
{
  if (self->next < self->deals->len)
    {
      place_unit (self, UNIT_FIRST_DEAL + self->next++);
      return;
    }
  outlay_pager_repeat (self->pager, 0, 0, NULL);
  if (self->deals->len > 0)
    outlay_pager_break_page (self->pager, SECTIONS_SHARE);
  self->step = STEP_SECTIONS;
  self->next = 0;
}

static void
place_next_section (OutlayReport *self)
{
  if (self->next < self->deals->len)
    place_unit (self, UNIT_FIRST_DEAL + self->deals->len + self->next++);
  else
    self->step = STEP_DONE;
}

static void
take_step (OutlayReport *self)
{
  switch (self->step)
    {
    case STEP_MEASURE:
      measure_next (self);
      break;
    case STEP_TITLE:
      place_title (self);
      break;
    case STEP_ROWS:
      place_next_row (self);
      break;
    case STEP_SECTIONS:
      place_next_section (self);
      break;
    case STEP_DONE:
      break;
    }
}

/**
 * outlay_report_layout_some:
 *
 * Lays out for a few milliseconds, so that a main loop can call it when idle.
 *
 * Returns: %TRUE while there is more to lay out, %FALSE when all pages are known.
 */
gboolean
outlay_report_layout_some (OutlayReport *self)
{
  gint64 end = g_get_monotonic_time () + SLICE_TIME;

  g_return_val_if_fail (OUTLAY_IS_REPORT (self), FALSE);

  while (self->step != STEP_DONE && g_get_monotonic_time () < end)
    take_step (self);
  return self->step != STEP_DONE;
}

/**
 * outlay_report_get_n_pages:
 *
 * Returns: how many pages there are; until the layout is done, so far.
 */
guint
outlay_report_get_n_pages (OutlayReport *self)
{
  g_return_val_if_fail (OUTLAY_IS_REPORT (self), 0);

  return outlay_pager_get_n_pages (self->pager);
}

static PangoLayout *
new_margin_line (OutlayReport *self, const char *text, double width, PangoAlignment alignment)
{
  PangoLayout *layout = outlay_sheet_new_text (self->sheet, OUTLAY_TEXT_CAPTION, text, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  return layout;
}

/* A line with something at each end; the right end gets what it needs. */
static void
draw_margin_line (OutlayReport *self, cairo_t *cr, double y, const char *left, const char *right)
{
  g_autoptr (OutlayBlock) block = outlay_block_new (0);
  double width = self->sheet->width;
  double need
    = MIN (outlay_sheet_measure (self->sheet, OUTLAY_TEXT_CAPTION, right) + 1, width * 0.7);

  if (*left != '\0')
    outlay_block_add_text (
      block, OUTLAY_TEXT_CAPTION,
      new_margin_line (self, left, MAX (width - need - HEADER_GAP, 1), PANGO_ALIGN_LEFT), 0, 0);
  if (*right != '\0')
    outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                           new_margin_line (self, right, need, PANGO_ALIGN_RIGHT), width - need, 0);
  outlay_block_draw (block, self->sheet, cr, self->sheet->left, y, 0, block->height + 1);
}

static void
draw_margins (OutlayReport *self, cairo_t *cr, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", outlay_report_get_n_pages (self));
  g_autofree char *count = outlay_format_fill (C_ ("report", "Page {page} of {pages}"), "page",
                                               number, "pages", total, NULL);

  /* The first page has the title beneath. */
  draw_margin_line (self, cr, self->sheet->header, page > 0 ? self->title : "", self->date);
  cairo_set_source_rgb (cr, 0.65, 0.65, 0.65);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, self->sheet->left, self->sheet->footer);
  cairo_line_to (cr, self->sheet->right, self->sheet->footer);
  cairo_stroke (cr);
  draw_margin_line (self, cr, self->sheet->footer + 6, self->filter, count);
}

static void
begin_tags (OutlayReport *self, cairo_t *cr, const OutlayBlock *block, const OutlayPlace *place)
{
  if (block->dest != NULL && place->from <= 0)
    {
      g_autofree char *dest = g_strdup_printf ("name='%s'", block->dest);

      cairo_tag_begin (cr, CAIRO_TAG_DEST, dest);
    }
  if (block->link != NULL)
    {
      g_autofree char *link
        = g_strdup_printf ("dest='%s' rect=[%d %d %d %d]", block->link, (int)self->sheet->left,
                           (int)place->y, (int)self->sheet->width, (int)(place->to - place->from));

      cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
    }
}

static void
end_tags (cairo_t *cr, const OutlayBlock *block, const OutlayPlace *place)
{
  if (block->link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  if (block->dest != NULL && place->from <= 0)
    cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/**
 * outlay_report_draw:
 * @tags: whether to draw links and their ends, which only a PDF of our own keeps
 */
void
outlay_report_draw (OutlayReport *self, cairo_t *cr, guint page, gboolean tags)
{
  guint n_places;
  const OutlayPlace *places = outlay_pager_get_places (self->pager, page, &n_places);
  g_autoptr (GPtrArray) blocks = NULL;

  cairo_save (cr);
  for (guint i = 0; i < n_places; i++)
    {
      const OutlayPlace *place = &places[i];

      if (blocks == NULL || places[i - 1].unit != place->unit)
        {
          g_clear_pointer (&blocks, g_ptr_array_unref);
          blocks = build_unit (self, place->unit);
        }
      const OutlayBlock *block = g_ptr_array_index (blocks, place->block);
      if (tags)
        begin_tags (self, cr, block, place);
      outlay_block_draw (block, self->sheet, cr, self->sheet->left, place->y, place->from,
                         place->to);
      if (tags)
        end_tags (cr, block, place);
    }
  draw_margins (self, cr, page);
  cairo_restore (cr);
}

/**
 * outlay_report_draw_page:
 * @cr: in points, with the origin at the paper's top left corner (not at the margin: of a
 *   #GtkPrintOperation set "use-full-page" and %GTK_UNIT_POINTS)
 * @page: from 0
 *
 * Draws one page; the layout must be done.
 */
void
outlay_report_draw_page (OutlayReport *self, cairo_t *cr, guint page)
{
  g_return_if_fail (OUTLAY_IS_REPORT (self));
  g_return_if_fail (self->step == STEP_DONE);
  g_return_if_fail (page < outlay_report_get_n_pages (self));

  outlay_report_draw (self, cr, page, FALSE);
}

/** outlay_report_get_title: (transfer none): the document's title. */
const char *
outlay_report_get_title (OutlayReport *self)
{
  return self->title;
}

/** outlay_report_get_newest: the latest day that the deals and their articles tell. */
OutlayDate
outlay_report_get_newest (OutlayReport *self)
{
  return self->totals.newest;
}

/** outlay_report_get_deals: (transfer none): what is printed. */
GPtrArray *
outlay_report_get_deals (OutlayReport *self)
{
  return self->deals;
}

/** outlay_report_get_paper: the size of its paper, in points. */
void
outlay_report_get_paper (OutlayReport *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}
