/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of a deal: who, how much, the fields, what the articles say, where they disagree. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/layout/outlay-report-evidence.h"

#define BIT(field) (1u << (field))

#define FIELD_PADDING 4.0

/* Beyond so many in a role, the title names the first and a field names all. */
#define MOST_IN_TITLE 5

/* From this width on two short fields stand side by side. */
#define TWO_FIELDS 400.0

typedef struct
{
  const char *label;
  char *value;
  gboolean wide;
  gboolean corrected;
} Field;

static void
clear_field (gpointer data)
{
  g_free (((Field *)data)->value);
}

/**
 * outlay_report_section_dup_title:
 *
 * Returns: (transfer full): who commits to whom; of many the first.
 */
char *
outlay_report_section_dup_title (const OutlayDealRecord *deal)
{
  g_autofree char *who = outlay_format_parties (&deal->fields, OUTLAY_ROLE_INVESTOR, MOST_IN_TITLE);
  g_autofree char *whom
    = outlay_format_parties (&deal->fields, OUTLAY_ROLE_RECIPIENT, MOST_IN_TITLE);
  const char *named = who != NULL ? who : C_ ("card", "Investor not named");

  return whom != NULL ? g_strdup_printf ("%s → %s", named, whom) : g_strdup (named);
}

/**
 * outlay_report_section_dup_name:
 *
 * Returns: (transfer full): the deal in a line: "Acme → Borealis, up to $5 billion"; its capacity
 *   stands for an amount that is not told.
 */
char *
outlay_report_section_dup_name (const OutlayDealRecord *deal)
{
  g_autofree char *title = outlay_report_section_dup_title (deal);
  g_autofree char *size = outlay_money_is_set (&deal->fields.amount)
                            ? outlay_format_money (&deal->fields.amount)
                            : outlay_format_capacity (&deal->fields.capacity);

  return size != NULL ? g_strdup_printf ("%s, %s", title, size) : g_steal_pointer (&title);
}

static OutlayBlock *
build_title (const OutlaySheet *sheet, guint number, const OutlayDealRecord *deal)
{
  OutlayBlock *block = outlay_block_new (28);
  g_autofree char *kind = g_utf8_strup (outlay_format_kind (deal->fields.kind), -1);
  g_autofree char *label = g_strdup_printf ("%u · %s", number, kind);
  g_autofree char *title = outlay_report_section_dup_title (deal);
  g_autofree char *dest = g_strdup_printf ("deal-%u", number);
  g_autofree char *outline = g_strdup_printf ("%u  %s", number, title);
  double y;

  y = outlay_block_add_text (block, OUTLAY_TEXT_LABEL,
                             outlay_sheet_new_text (sheet, OUTLAY_TEXT_LABEL, label, sheet->width),
                             0, 0);
  outlay_block_add_text (block, OUTLAY_TEXT_CHAPTER,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CHAPTER, title, sheet->width), 0,
                         y + 1);
  outlay_block_add_dest (block, dest, 0, outline, 1);
  block->keep = TRUE;
  block->divided = number > 1;
  return block;
}

static OutlayBlock *
build_amount (const OutlaySheet *sheet, const OutlayDealRecord *deal)
{
  OutlayBlock *block = outlay_block_new (1);
  const OutlayMoney *money = &deal->fields.amount;
  g_autofree char *figure = outlay_report_dup_money (money);
  gboolean corrected = (deal->corrected & (1u << OUTLAY_FIELD_AMOUNT)) != 0;
  g_autofree char *amount
    = corrected ? g_strdup_printf ("%s %s", figure, C_ ("report", "(corrected by hand)"))
                : g_strdup (figure);
  gboolean set = outlay_money_is_set (money);
  OutlayTextStyle style = set ? OUTLAY_TEXT_FIGURE : OUTLAY_TEXT_SUBTITLE;
  PangoLayout *layout = outlay_sheet_new_text (sheet, style, amount, sheet->width);
  gsize hedge = set ? strlen (outlay_format_hedge (money->qualifier)) : 0;

  if (hedge > 0)
    outlay_sheet_add_hedge (sheet, layout, 0, hedge);
  if (corrected)
    outlay_sheet_add_hedge (sheet, layout, strlen (figure), strlen (amount));
  double end = outlay_block_add_text (block, style, layout, 0, 0);
  outlay_block_add_rule (block, 0, end + 6, sheet->width, end + 6, 1, OUTLAY_INK_BLACK);
  block->keep = TRUE;
  return block;
}

static void
add_field (GArray *fields, const char *label, char *value, gboolean wide)
{
  Field field = {label, value, wide, FALSE};

  if (value != NULL && *value != '\0')
    g_array_append_val (fields, field);
  else
    g_free (value);
}

/* Says of the field added last that the user set it, where that is so. */
static void
mark_corrected (GArray *fields, guint before, const OutlayDealRecord *deal, guint which)
{
  if (fields->len > before)
    g_array_index (fields, Field, fields->len - 1).corrected = (deal->corrected & which) != 0;
}

static void
add_known (
  GArray *fields, const OutlayDealRecord *deal, const char *label, char *value, guint which)
{
  guint before = fields->len;

  add_field (fields, label, value, FALSE);
  mark_corrected (fields, before, deal, which);
}

static char *
dup_status (const OutlayFields *fields)
{
  const char *status = outlay_format_status (fields->status);
  g_autofree char *date = outlay_format_date (fields->announced);

  if (*date == '\0')
    return g_strdup (status);
  if (fields->status == OUTLAY_STATUS_ANNOUNCED)
    /* Translators: "Announced 24 Nov 2025" */
    return g_strdup_printf (C_ ("report", "%s %s"), status, date);
  /* Translators: "Agreed; announced 24 Nov 2025" */
  return g_strdup_printf (C_ ("report", "%s; announced %s"), status, date);
}

static char *
join_languages (const OutlayDealRecord *deal)
{
  g_autoptr (GPtrArray) codes = outlay_deal_record_get_languages (deal);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      if (i > 0)
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, outlay_format_language (g_ptr_array_index (codes, i)));
    }
  return g_string_free (names, FALSE);
}

static guint
count_articles (const OutlayDealRecord *deal)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    g_hash_table_add (articles, &outlay_deal_record_get_claim (deal, i)->article_id);
  return g_hash_table_size (articles);
}

static char *
dup_basis (const OutlayDealRecord *deal)
{
  guint n_articles = count_articles (deal);
  guint n_sources = outlay_deal_record_count_sources (deal);
  g_autofree char *articles = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  g_autofree char *sources = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n_sources), n_sources);
  g_autofree char *copies = outlay_format_copies (deal);
  g_autofree char *notes = outlay_format_notes (deal);
  g_autofree char *languages = join_languages (deal);
  GString *basis = g_string_new (articles);

  g_string_append_printf (basis, " · %s", sources);
  if (copies != NULL)
    g_string_append_printf (basis, " · %s", copies);
  if (notes != NULL)
    g_string_append_printf (basis, " · %s", notes);
  if (*languages != '\0')
    g_string_append_printf (basis, " · %s", languages);
  return g_string_free (basis, FALSE);
}

static void
add_crowd (GArray *fields, const OutlayFields *values, OutlayRole role, const char *label)
{
  if (outlay_fields_count_role (values, role) > MOST_IN_TITLE)
    add_field (fields, label, outlay_format_parties (values, role, G_MAXUINT), TRUE);
}

/* What the deal is a part of, by its number and name where that is printed too. */
static char *
dup_whole (const OutlayReportFrame *frame, const OutlayDealRecord *deal)
{
  guint number = deal->whole != 0 ? outlay_report_plan_get_number (frame->plan, deal->whole) : 0;

  if (deal->whole == 0)
    return NULL;
  if (number == 0)
    return g_strdup (_ ("a larger deal that is not printed here"));
  const OutlayDealRecord *whole = outlay_report_plan_get_deal (frame->plan, number - 1);
  g_autofree char *title = outlay_report_section_dup_title (whole);
  g_autofree char *money = outlay_format_money (&whole->fields.amount);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  /* Translators: the deal that another is a part of: "no. 1, Acme → Borealis, $500 billion" */
  return outlay_format_fill (C_ ("report", "no. {number}, {title}, {amount}"), "number", digits,
                             "title", title, "amount", money, NULL);
}

static void
add_parties (GArray *fields, const OutlayDealRecord *deal)
{
  const OutlayFields *values = &deal->fields;
  guint before = fields->len;

  add_crowd (fields, values, OUTLAY_ROLE_INVESTOR, C_ ("report", "Investors"));
  add_crowd (fields, values, OUTLAY_ROLE_RECIPIENT, C_ ("report", "Recipients"));
  add_field (fields, C_ ("report", "With"),
             outlay_format_parties (values, OUTLAY_ROLE_PARTNER, G_MAXUINT), TRUE);
  mark_corrected (fields, before, deal, BIT (OUTLAY_FIELD_PARTIES));
}

static GArray *
list_fields (const OutlayReportFrame *frame, const OutlayDealRecord *deal)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (Field));
  const OutlayFields *values = &deal->fields;

  g_array_set_clear_func (fields, clear_field);
  add_known (fields, deal, C_ ("field", "Status"), dup_status (values),
             BIT (OUTLAY_FIELD_STATUS) | BIT (OUTLAY_FIELD_ANNOUNCED));
  add_known (fields, deal, C_ ("field", "Capacity"), outlay_format_capacity (&values->capacity),
             BIT (OUTLAY_FIELD_CAPACITY));
  add_known (fields, deal, C_ ("report", "Where"), outlay_format_places (values, G_MAXUINT),
             BIT (OUTLAY_FIELD_PLACES));
  add_known (fields, deal, C_ ("report", "When"), outlay_format_period (values->start, values->end),
             BIT (OUTLAY_FIELD_START) | BIT (OUTLAY_FIELD_END));
  add_parties (fields, deal);
  add_field (fields, C_ ("report", "Part of"), dup_whole (frame, deal), TRUE);
  add_field (fields, C_ ("field", "Converted"),
             outlay_format_field_value (values, OUTLAY_FIELD_AMOUNT_ALT), TRUE);
  add_field (fields, C_ ("report", "Rests on"), dup_basis (deal), TRUE);
  if (deal->review)
    add_field (fields, C_ ("report", "To review"),
               g_strdup (_ ("some of it is unsure and waits for a person’s look")), TRUE);
  return fields;
}

static PangoLayout *
new_value (const OutlaySheet *sheet, const Field *field, double width)
{
  g_autofree char *text = NULL;

  if (!field->corrected)
    return outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, field->value, width);
  /* Translators: behind the value of a field that the user set */
  text = g_strdup_printf ("%s %s", field->value, C_ ("report", "(corrected by hand)"));
  PangoLayout *layout = outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, text, width);
  outlay_sheet_add_grey (layout, strlen (field->value), strlen (text));
  return layout;
}

static double
add_pair (OutlayBlock *block,
          const OutlaySheet *sheet,
          const Field *field,
          double x,
          double width,
          double label_width)
{
  double label = outlay_block_add_text (
    block, OUTLAY_TEXT_DIM,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_DIM, field->label, label_width - 6), x,
    FIELD_PADDING);
  double value
    = outlay_block_add_text (block, OUTLAY_TEXT_BODY, new_value (sheet, field, width - label_width),
                             x + label_width, FIELD_PADDING);

  return MAX (label, value);
}

/* One or two fields in a line; returns how many. */
static guint
build_fields_line (const OutlaySheet *sheet, const GArray *fields, guint first, OutlayBlock *block)
{
  const Field *field = &g_array_index (fields, Field, first);
  const Field *next = first + 1 < fields->len ? &g_array_index (fields, Field, first + 1) : NULL;
  double margin = outlay_report_evidence_get_margin (sheet);
  gboolean both = sheet->width >= TWO_FIELDS && !field->wide && next != NULL && !next->wide;
  double half = sheet->width * 0.52;
  double bottom = add_pair (block, sheet, field, 0, both ? half - 10 : sheet->width, margin);

  if (both)
    {
      double other = add_pair (block, sheet, next, half, sheet->width - half, margin * 0.8);

      bottom = MAX (bottom, other);
    }
  bottom = MAX (bottom, outlay_block_align (block, 0)) + FIELD_PADDING;
  outlay_block_add_rule (block, 0, bottom, sheet->width, bottom, 0.4, OUTLAY_INK_LINE);
  return both ? 2 : 1;
}

static void
add_fields (const OutlayReportFrame *frame, GPtrArray *blocks, const OutlayDealRecord *deal)
{
  g_autoptr (GArray) fields = list_fields (frame, deal);
  guint i = 0;

  while (i < fields->len)
    {
      OutlayBlock *block = outlay_block_new (0);

      i += build_fields_line (frame->sheet, fields, i, block);
      block->keep = TRUE;
      g_ptr_array_add (blocks, block);
    }
}

/**
 * outlay_report_section_add:
 * @blocks: (element-type OutlayBlock): gets all that is printed of @entry
 */
void
outlay_report_section_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);

  g_ptr_array_add (blocks, build_title (frame->sheet, entry + 1, deal));
  g_ptr_array_add (blocks, build_amount (frame->sheet, deal));
  add_fields (frame, blocks, deal);
  outlay_report_evidence_add (frame, blocks, entry);
}
