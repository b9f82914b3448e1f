/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/layout/outlay-report-picture.h"
#include "report/layout/outlay-report-units.h"
#include "report/outlay-report-private.h"
#include "report/page/outlay-pager.h"

/* How long a slice of the layout may take, in microseconds: half of what a frame may be held. */
#define SLICE_TIME 4000

#define HEADER_GAP 12.0

#define BRIEF_PAGES 2

/* Where in the space above a block the line stands that parts it from what is above. */
#define DIVIDER_SHARE 0.55

/* What follows a table stands on its last page where so much of that is free. */
#define FOLLOWING_SHARE 0.5

/* Columns of the ten largest and of the list before a dossier. */
#define SHORT_COLUMNS                                                                              \
  (1u << OUTLAY_REPORT_COLUMN_AMOUNT | 1u << OUTLAY_REPORT_COLUMN_CAPACITY                         \
   | 1u << OUTLAY_REPORT_COLUMN_STATUS | 1u << OUTLAY_REPORT_COLUMN_ANNOUNCED                      \
   | 1u << OUTLAY_REPORT_COLUMN_SOURCES)

typedef enum
{
  STEP_MEASURE,
  STEP_PLACE,
  STEP_DONE,
} Step;

struct _OutlayReport
{
  GObject parent_instance;

  OutlayReportFrame frame;
  OutlayReportTable *table;
  OutlayPager *pager;
  GArray *units;
  GArray *outline;
  char *filter;
  char *date;
  char *lang;
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
  g_clear_pointer (&self->frame.plan, outlay_report_plan_free);
  g_clear_pointer (&self->frame.sheet, outlay_sheet_free);
  g_clear_pointer (&self->frame.words, g_hash_table_unref);
  g_clear_pointer (&self->frame.picture, cairo_surface_destroy);
  outlay_report_options_clear (&self->frame.options);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_free (self->frame.title);
  g_free (self->frame.subtitle);
  g_free (self->filter);
  g_free (self->date);
  g_free (self->lang);

  G_OBJECT_CLASS (outlay_report_parent_class)->finalize (object);
}

static void
outlay_report_class_init (OutlayReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_report_finalize;
}

static void
clear_outline (gpointer data)
{
  g_free (((OutlayReportOutline *)data)->dest);
  g_free (((OutlayReportOutline *)data)->title);
}

static void
outlay_report_init (OutlayReport *self)
{
  self->outline = g_array_new (FALSE, FALSE, sizeof (OutlayReportOutline));
  g_array_set_clear_func (self->outline, clear_outline);
}

static gboolean
has_table (OutlayReport *self)
{
  OutlayReportLayout layout = self->frame.options.layout;

  if (self->frame.picture != NULL)
    return FALSE;
  return layout == OUTLAY_REPORT_TABLE || layout == OUTLAY_REPORT_BRIEF
         || outlay_report_options_has (&self->frame.options, OUTLAY_REPORT_PART_CONTENTS);
}

/**
 * outlay_report_get_epoch:
 * @seconds: (out): since 1970
 *
 * Returns: whether the environment asks for a day, as reproducible builds do.
 */
gboolean
outlay_report_get_epoch (gint64 *seconds)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  char *end = NULL;

  if (epoch == NULL || *epoch == '\0')
    return FALSE;
  *seconds = g_ascii_strtoll (epoch, &end, 10);
  return *end == '\0';
}

static char *
dup_day (OutlayDate newest)
{
  gint64 seconds;
  g_autoptr (GDateTime) time
    = outlay_report_get_epoch (&seconds) ? g_date_time_new_from_unix_utc (seconds) : NULL;

  if (time != NULL)
    return outlay_format_day (time);
  g_autofree char *date = outlay_format_date (newest);
  /* Translators: the newest day that the deals tell */
  return *date != '\0' ? outlay_format_fill (C_ ("report", "as of {date}"), "date", date, NULL)
                       : g_strdup ("");
}

/* Whether a day that is told less exactly takes the last one in: "2025" before 11 December 2025. */
static gboolean
holds (OutlayDate first, OutlayDate last)
{
  GDate end, last_end;

  if (!outlay_date_is_valid (first) || !outlay_date_is_valid (last))
    return FALSE;
  outlay_date_get_last_day (first, &end);
  outlay_date_get_last_day (last, &last_end);
  return g_date_compare (&end, &last_end) >= 0;
}

/* The time that the deals were announced in; "" where none tells it. */
static char *
dup_time (const OutlayReportTotals *totals)
{
  g_autofree char *first = outlay_format_date (totals->first);
  g_autofree char *last = outlay_format_date (totals->last);

  if (!outlay_date_is_set (totals->first))
    return g_strdup ("");
  if (outlay_date_equal (totals->first, totals->last) || holds (totals->first, totals->last))
    return outlay_format_fill (C_ ("report", "announced {day}"), "day", first, NULL);
  /* Translators: of the deals printed: when the first and the last were announced */
  return outlay_format_fill (C_ ("report", "announced {first} to {last}"), "first", first, "last",
                             last, NULL);
}

static char *
dup_subtitle (OutlayReport *self)
{
  g_autofree char *time = dup_time (&self->frame.plan->totals);

  return *time != '\0' ? g_strdup_printf ("%s · %s", self->filter, time) : g_strdup (self->filter);
}

static void
set_texts (OutlayReport *self)
{
  const OutlayReportOptions *options = &self->frame.options;
  const OutlayReportTotals *totals = &self->frame.plan->totals;
  gboolean titled = options->title != NULL && *options->title != '\0';
  gboolean subtitled = options->subtitle != NULL && *options->subtitle != '\0';
  gboolean filtered = options->filter != NULL && *options->filter != '\0';

  self->frame.title = g_strdup (titled ? options->title : _ ("AI infrastructure deals"));
  self->filter
    = filtered
        ? g_strdup (options->filter)
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deal", "%u deals", totals->n_deals),
                           totals->n_deals);
  self->frame.subtitle = subtitled ? g_strdup (options->subtitle) : dup_subtitle (self);
  self->date = options->date != NULL ? g_strdup (options->date) : dup_day (totals->newest);
}

static OutlayReport *
make_report (GPtrArray *deals,
             GHashTable *words,
             cairo_surface_t *picture,
             const OutlayReportOptions *options)
{
  OutlayReport *self = g_object_new (OUTLAY_TYPE_REPORT, NULL);

  outlay_report_options_copy (&self->frame.options, options);
  /* Translators: the code of the language that you translate to: "de", "pt-BR" */
  self->lang = g_strdup (options->lang != NULL ? options->lang : C_ ("language code", "en"));
  self->frame.words = words != NULL ? g_hash_table_ref (words) : NULL;
  self->frame.picture = picture != NULL ? cairo_surface_reference (picture) : NULL;
  self->frame.sheet = outlay_sheet_new (&self->frame.options, self->lang);
  self->frame.plan = outlay_report_plan_new (deals, &self->frame.options);
  self->table = outlay_report_table_new (
    &self->frame, options->layout == OUTLAY_REPORT_TABLE ? options->columns : SHORT_COLUMNS);
  self->pager = outlay_pager_new (self->frame.sheet->top, self->frame.sheet->bottom);
  set_texts (self);
  self->units = outlay_units_list (&self->frame);
  self->step = has_table (self) ? STEP_MEASURE : STEP_PLACE;
  return self;
}

/**
 * outlay_report_new:
 * @deals: (transfer none) (element-type OutlayDealRecord): what is printed, in this order; the
 * array must not change any more
 * @words: (transfer none) (nullable): from outlay_report_load_words() with options of the same need
 * @options: (transfer none): the layout, the paper, and what stands on every page
 *
 * Returns: (transfer full): a report that is still to be laid out.
 */
OutlayReport *
outlay_report_new (GPtrArray *deals, GHashTable *words, const OutlayReportOptions *options)
{
  return make_report (deals, words, NULL, options);
}

/**
 * outlay_report_new_picture:
 * @deals: (transfer none) (element-type OutlayDealRecord): what the chart shows; the array must not
 *   change any more
 * @picture: (transfer none): of outlay_chart_record()
 * @options: (transfer none): the title, the paper, and what stands on every page
 *
 * Returns: (transfer full): a report of one page, with the sums of @deals and the chart beneath
 *   them, that is still to be laid out.
 */
OutlayReport *
outlay_report_new_picture (GPtrArray *deals,
                           cairo_surface_t *picture,
                           const OutlayReportOptions *options)
{
  g_auto (OutlayReportOptions) own;

  outlay_report_options_copy (&own, options);
  own.layout = OUTLAY_REPORT_BRIEF;
  own.parts[OUTLAY_REPORT_BRIEF] = 1u << OUTLAY_REPORT_PART_SUMS;
  return make_report (deals, NULL, picture, &own);
}

static void
measure_next (OutlayReport *self)
{
  const OutlayReportPlan *plan = self->frame.plan;
  gboolean brief = self->frame.options.layout == OUTLAY_REPORT_BRIEF;

  if (self->next < (brief ? plan->largest->len : plan->entries->len))
    {
      outlay_report_table_measure (
        self->table, brief ? g_array_index (plan->largest, guint, self->next) : self->next);
      self->next++;
      return;
    }
  outlay_report_table_settle (self->table);
  self->step = STEP_PLACE;
  self->next = 0;
}

static void
note_outline (OutlayReport *self, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const GArray *dests = ((OutlayBlock *)g_ptr_array_index (blocks, i))->dests;

      for (guint j = 0; j < dests->len; j++)
        {
          const OutlayDest *dest = &g_array_index (dests, OutlayDest, j);
          OutlayReportOutline entry = {g_strdup (dest->name), g_strdup (dest->title), dest->level};

          if (dest->title != NULL)
            g_array_append_val (self->outline, entry);
          else
            clear_outline (&entry);
        }
    }
}

/* A table's head is in its first row. */
static void
repeat_head (OutlayReport *self, guint index, const GPtrArray *blocks)
{
  const OutlayUnit *unit = &g_array_index (self->units, OutlayUnit, index);
  const OutlayUnit *before = index > 0 ? &g_array_index (self->units, OutlayUnit, index - 1) : NULL;

  if (outlay_unit_is_row (unit) && unit->index == 0)
    outlay_pager_repeat (self->pager, index, OUTLAY_UNIT_HEAD,
                         g_ptr_array_index (blocks, OUTLAY_UNIT_HEAD));
  else if (before != NULL && outlay_unit_is_row (before) && !outlay_unit_is_row (unit))
    outlay_pager_repeat (self->pager, 0, 0, NULL);
}

/* A brief has two pages. */
static gboolean
is_last_of_brief (OutlayReport *self)
{
  return self->frame.options.layout == OUTLAY_REPORT_BRIEF
         && outlay_report_get_n_pages (self) >= BRIEF_PAGES;
}

/* What has no room on the last page is left to a dossier; the list of sources is printed where it
   was asked for. */
static gboolean
has_room (OutlayReport *self, const OutlayUnit *unit, const GPtrArray *blocks)
{
  return !is_last_of_brief (self) || unit->kind == OUTLAY_UNIT_SOURCE
         || outlay_pager_fits (self->pager, blocks);
}

/* The quotes that have no room are the last ones, so that none is missing in between. */
static void
leave_out (OutlayReport *self, OutlayUnitKind kind)
{
  self->next++;
  while (kind == OUTLAY_UNIT_PROOF && self->next < self->units->len
         && g_array_index (self->units, OutlayUnit, self->next).kind == kind)
    self->next++;
}

static void
place_next (OutlayReport *self)
{
  if (self->next >= self->units->len)
    {
      self->step = STEP_DONE;
      return;
    }
  const OutlayUnit *unit = &g_array_index (self->units, OutlayUnit, self->next);
  g_autoptr (GPtrArray) blocks = outlay_unit_build (&self->frame, self->table, unit);

  if (!has_room (self, unit, blocks))
    {
      leave_out (self, unit->kind);
      return;
    }
  if (unit->kind == OUTLAY_UNIT_PROOF)
    self->frame.n_proofs = unit->index + 1;
  if (outlay_unit_begins_chapter (unit))
    {
      outlay_pager_repeat (self->pager, 0, 0, NULL);
      if (!is_last_of_brief (self))
        outlay_pager_break_page (self->pager, FOLLOWING_SHARE);
    }
  else if (!outlay_unit_is_row (unit))
    repeat_head (self, self->next, blocks);
  outlay_pager_place (self->pager, self->next, blocks);
  if (outlay_unit_is_row (unit))
    repeat_head (self, self->next, blocks);
  note_outline (self, blocks);
  self->next++;
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
    {
      if (self->step == STEP_MEASURE)
        measure_next (self);
      else
        place_next (self);
    }
  return self->step != STEP_DONE;
}

/**
 * outlay_report_get_progress:
 *
 * Returns: how much of the layout is done, 0 to 1.
 */
double
outlay_report_get_progress (OutlayReport *self)
{
  g_return_val_if_fail (OUTLAY_IS_REPORT (self), 0);

  if (self->step == STEP_MEASURE)
    return 0;
  return self->step == STEP_DONE ? 1 : (double)self->next / MAX (self->units->len, 1);
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
  PangoLayout *layout = outlay_sheet_new_text (self->frame.sheet, OUTLAY_TEXT_CAPTION, text, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  return layout;
}

/* A line with something at each end; the far end gets what it needs. */
static void
draw_margin_line (OutlayReport *self, cairo_t *cr, double y, const char *near, const char *far)
{
  const OutlaySheet *sheet = self->frame.sheet;
  g_autoptr (OutlayBlock) block = outlay_block_new (0);
  double need
    = MIN (outlay_sheet_measure (sheet, OUTLAY_TEXT_CAPTION, far) + 1, sheet->width * 0.7);

  if (*near != '\0')
    outlay_block_add_text (
      block, OUTLAY_TEXT_CAPTION,
      new_margin_line (self, near, MAX (sheet->width - need - HEADER_GAP, 1), PANGO_ALIGN_LEFT), 0,
      0);
  if (*far != '\0')
    outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                           new_margin_line (self, far, need, PANGO_ALIGN_RIGHT),
                           sheet->width - need, 0);
  outlay_block_draw (block, sheet, cr, y, 0, block->height + 1, FALSE);
}

static void
draw_divider (OutlayReport *self, cairo_t *cr, double y)
{
  const OutlaySheet *sheet = self->frame.sheet;
  g_autoptr (OutlayBlock) rule = outlay_block_new (0);

  outlay_block_add_rule (rule, 0, 0, sheet->width, 0, 0.5, OUTLAY_INK_RULE);
  outlay_block_draw (rule, sheet, cr, y, 0, 1, FALSE);
}

static void
draw_margins (OutlayReport *self, cairo_t *cr, guint page)
{
  const OutlaySheet *sheet = self->frame.sheet;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", outlay_report_get_n_pages (self));
  g_autofree char *count = outlay_format_fill (C_ ("report", "Page {page} of {pages}"), "page",
                                               number, "pages", total, NULL);

  /* The first page has the title beneath. */
  draw_margin_line (self, cr, sheet->header, page > 0 ? self->frame.title : "", self->date);
  draw_divider (self, cr, sheet->footer);
  draw_margin_line (self, cr, sheet->footer + 6, self->filter, count);
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
          blocks = outlay_unit_build (&self->frame, self->table,
                                      &g_array_index (self->units, OutlayUnit, place->unit));
        }
      if (g_array_index (self->units, OutlayUnit, place->unit).kind == OUTLAY_UNIT_PICTURE)
        outlay_report_picture_draw (&self->frame, cr, place->y);
      const OutlayBlock *block = g_ptr_array_index (blocks, place->block);
      if (block->divided && i > 0 && place->from <= 0)
        draw_divider (self, cr, place->y - block->gap * DIVIDER_SHARE);
      outlay_block_draw (block, self->frame.sheet, cr, place->y, place->from, place->to, tags);
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
  return self->frame.title;
}

/** outlay_report_get_lang: (transfer none): the language of what is not quoted. */
const char *
outlay_report_get_lang (OutlayReport *self)
{
  return self->lang;
}

/** outlay_report_get_filter: (transfer none): what is printed, in words. */
const char *
outlay_report_get_filter (OutlayReport *self)
{
  return self->filter;
}

/** outlay_report_get_newest: the latest day that the deals and their articles tell. */
OutlayDate
outlay_report_get_newest (OutlayReport *self)
{
  return self->frame.plan->totals.newest;
}

/** outlay_report_get_outline: (transfer none) (element-type OutlayReportOutline): in order. */
const GArray *
outlay_report_get_outline (OutlayReport *self)
{
  return self->outline;
}

/** outlay_report_get_paper: the size of its paper, in points. */
void
outlay_report_get_paper (OutlayReport *self, double *width, double *height)
{
  *width = self->frame.options.width;
  *height = self->frame.options.height;
}
